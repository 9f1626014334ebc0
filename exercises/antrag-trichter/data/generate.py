# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt das synthetische Protokoll für die Übung "Wo geben die meisten auf?".

protokoll.csv   Besuch;Zeit;Schritt;Gerät;Anmeldung - jede Zeile ist ein Aufruf eines Schritts im erfundenen
                Online-Antrag auf Unterhaltsvorschuss der Beispielstadt, zwei Wochen im Juli 2026, nach der Zeit
                geordnet. cp1252 und Semikolon. Schritte und Zahlen sind erfunden und gehören zu keinem echten Dienst.

Mit dem hinterlegten SEED geben die meisten bei "Nachweise hochladen" auf, mit anderen Startwerten anderswo.
Geplante Fallen: Wer zurückblättert, hat denselben Schritt mehrmals im Protokoll; ein Prüfprogramm ruft alle zwei
Stunden den Start auf, mit ihm läge der größte Abbruch beim Start; nach dem Alphabet stehen die Schritte falsch.
"""

import datetime
from random import Random

TITLE = "Protokoll des Online-Antrags auf Unterhaltsvorschuss der Beispielstadt (synthetisch)"
SEED = 2640

STEPS = ("Start", "Anmelden", "Angaben machen", "Nachweise hochladen", "Prüfen", "Absenden")
LOSS = (0.12, 0.1, 0.11, 0.09, 0.06)  # share of those at a step who give up there
WEAK = (3, 2, 1)  # the step at which most give up, by seed
WEAK_LOSS = 0.38
FIRST = datetime.datetime(2026, 7, 6)
DAYS = 14

Event = tuple[datetime.datetime, int, str, str, str]


def generate(seed: int) -> dict[str, bytes]:
    """Return the log: file name -> content."""
    rng = Random(seed)
    weak = WEAK[seed % len(WEAK)]
    ends = _ends(rng, weak, visits=240 + seed % 7 * 10)
    events: list[Event] = []
    for visit, end in enumerate(ends):
        events += _visit(rng, visit, end)
    for number in range(DAYS * 12):
        moment = FIRST + datetime.timedelta(hours=2 * number, seconds=rng.randrange(60))
        events.append((moment, len(ends) + number, "Start", "Prüfprogramm", ""))
    return {"protokoll.csv": _csv(sorted(events))}


def _ends(rng: Random, weak: int, *, visits: int) -> list[int]:
    """Return for each visit the number of the last step it reaches, in random order."""
    ends: list[int] = []
    for step, loss in enumerate(LOSS):
        share = WEAK_LOSS if step == weak else loss + rng.uniform(-0.02, 0.02)
        ends += [step] * round((visits - len(ends)) * share)
    ends += [len(LOSS)] * (visits - len(ends))
    return [ends.pop(rng.randrange(len(ends))) for _ in range(len(ends))]


def _visit(rng: Random, visit: int, end: int) -> list[Event]:
    """Return the events of one visit; some turn back a step or open a step again."""
    device = rng.choice(("Handy", "Handy", "Handy", "Computer", "Computer"))
    login = rng.choice(("Konto", "Gast"))
    moment = FIRST + datetime.timedelta(days=rng.randrange(DAYS), hours=rng.randrange(6, 22), minutes=rng.randrange(60))
    path: list[int] = []
    for step in range(end + 1):
        path.append(step)
        if step and rng.random() < 0.2:
            path += [step - 1, step]
        if step == 3:
            path += [step] * rng.randrange(3)
    events = []
    for step in path:
        moment += datetime.timedelta(seconds=rng.randrange(20, 240))
        events.append((moment, visit, STEPS[step], device, login))
    return events


def _csv(events: list[Event]) -> bytes:
    numbers: dict[int, int] = {}
    lines = ["Besuch;Zeit;Schritt;Gerät;Anmeldung"]
    for moment, visit, step, device, login in events:
        number = numbers.setdefault(visit, len(numbers) + 1)
        lines.append(f"B{number:04};{moment:%d.%m.%Y %H:%M:%S};{step};{device};{login}")
    return "".join(f"{line}\r\n" for line in lines).encode("cp1252")
