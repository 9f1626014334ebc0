# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt die synthetischen Daten des Kurses "Online-Dienste auswerten".

Alle Zahlen, Schritte und Texte sind erfunden und gehören zu Diensten der erfundenen Beispielstadt, nicht zu einem
echten System. cp1252, Semikolon, Datum als TT.MM.JJJJ.

protokoll.csv       Besuch;Zeit;Schritt;Gerät;Anmeldung - der Dienst "Bewohnerparken", zwei Wochen, nach der Zeit
                    geordnet. Fallen: mehrere Zeilen je Besuch und Schritt, manche blättern am Ende zurück; ein
                    Prüfprogramm, das nur den Start aufruft; nach der Zahl brechen die meisten beim Start ab, nach dem
                    Anteil beim Bezahlen; am Handy mehr.
rueckmeldungen.csv  Dienst;Punkte;Text - Punkte 0 bis 10. Fallen: 99 heißt keine Angabe; bei "Sperrmüll" gibt es zwei
                    Lager; ein Text enthält einen erfundenen Namen und eine erfundene Telefonnummer.
tage.csv            Tag;Begonnen;Abgesendet;Hinweis - Meldebescheinigung, fünf Wochen, geändert am 22.06.2026. Fallen:
                    drei Wochen vorher, zwei nachher; an Wochenenden sehen viele nur nach; ein Feiertag.
abbrueche.csv       Besuch;Ortsteil;Anmeldung - Abbrüche nach Ortsteil. Fallen: Gruppen mit genau 5 und mit weniger.
"""

import datetime
from collections.abc import Iterable
from random import Random
from typing import TypeVar

TITLE = "Online-Dienste der Beispielstadt: Protokoll, Rückmeldungen, Tageszahlen und Abbrüche (synthetisch)"
SEED = 2861

STEPS = ("Start", "Anmelden", "Fahrzeug angeben", "Bezahlen", "Absenden")
STARTED = datetime.datetime(2026, 6, 22)
FIRST = datetime.date(2026, 6, 1)
HOLIDAY = datetime.date(2026, 6, 4)
CHANGE = datetime.date(2026, 6, 22)
TEXTS = (
    "Ging schnell.",
    "Alles verständlich, danke.",
    "Ich konnte am Handy nicht bezahlen.",
    "Beim Bezahlen kam eine Fehlermeldung.",
    "Warum kann ich nicht auf Rechnung zahlen?",
    "Die Bezahlung wurde zweimal gestartet.",
    "Die Anmeldung ist zu umständlich.",
    "Anmelden ging erst beim dritten Versuch.",
    "Bitte mehr Termine.",
    "",
    "",
    "",
    "",
    "",
)
PERSONAL = "Bezahlen ging nicht. Bitte Frau Muster anrufen: 0000 123"
GROUPS = {
    "Am Weiher": (14, 9),
    "Gießerei": (21, 17),
    "Lindenhof": (11, 4),
    "Oberdorf": (5, 8),
    "Südring": (3, 2),
}

T = TypeVar("T")
Event = tuple[datetime.datetime, int, str, str, str]


def generate(seed: int) -> dict[str, bytes]:
    """Return the files of the course: name -> content."""
    return {
        "protokoll.csv": _csv("Besuch;Zeit;Schritt;Gerät;Anmeldung", _log(Random(seed))),
        "rueckmeldungen.csv": _csv("Dienst;Punkte;Text", _feedback(Random(seed))),
        "tage.csv": _csv("Tag;Begonnen;Abgesendet;Hinweis", _days(Random(seed))),
        "abbrueche.csv": _csv("Besuch;Ortsteil;Anmeldung", _dropouts(Random(seed))),
    }


def _csv(header: str, rows: Iterable[Iterable[object]]) -> bytes:
    lines = [header, *(";".join(map(str, row)) for row in rows)]
    return "".join(f"{line}\r\n" for line in lines).encode("cp1252")


def _shuffled(rng: Random, items: list[T]) -> list[T]:
    return [items.pop(rng.randrange(len(items))) for _ in range(len(items))]


def _log(rng: Random) -> list[tuple[str, str, str, str, str]]:
    """Return the events in the order of time; visits are numbered as they begin."""
    visits = [
        *(("Computer", end) for end in _ends(130, (0.24, 0.12, 0.06, 0.18))),
        *(("Handy", end) for end in _ends(150, (0.26, 0.13, 0.07, 0.46))),
        *(("Tablet", end) for end in _ends(12, (0.25, 0.1, 0.0, 0.3))),
    ]
    events: list[Event] = []
    for visit, (device, end) in enumerate(visits):
        events += _visit(rng, visit, device, end)
    for number in range(14 * 12):
        moment = STARTED + datetime.timedelta(hours=2 * number, seconds=rng.randrange(60))
        events.append((moment, len(visits) + number, "Start", "Prüfprogramm", ""))
    numbers: dict[int, str] = {}
    return [
        (numbers.setdefault(visit, f"B{len(numbers) + 1:04}"), f"{moment:%d.%m.%Y %H:%M:%S}", step, device, login)
        for moment, visit, step, device, login in sorted(events)
    ]


def _ends(visits: int, losses: tuple[float, ...]) -> list[int]:
    ends: list[int] = []
    for step, loss in enumerate(losses):
        ends += [step] * round((visits - len(ends)) * loss)
    return ends + [len(losses)] * (visits - len(ends))


def _visit(rng: Random, visit: int, device: str, end: int) -> list[Event]:
    login = rng.choice(("Konto", "Gast"))
    moment = STARTED + datetime.timedelta(days=rng.randrange(14), hours=rng.randrange(6, 22), minutes=rng.randrange(60))
    path: list[int] = []
    for step in range(end + 1):
        path += [step, step - 1, step] if step and rng.random() < 0.2 else [step]
        if step == 3:
            path += [step] * rng.randrange(3)
    if 0 < end < len(STEPS) - 1 and rng.random() < 0.3:
        path.append(end - 1)
    events: list[Event] = []
    for step in path:
        moment += datetime.timedelta(seconds=rng.randrange(20, 240))
        events.append((moment, visit, STEPS[step], device, login))
    return events


def _feedback(rng: Random) -> list[tuple[str, str, str]]:
    points: list[tuple[str, int | None]] = [
        *(("Bewohnerparken", rng.choice((3, 4, 4, 5, 5, 5, 6, 7))) for _ in range(27)),
        *(("Meldebescheinigung", rng.choice((7, 8, 8, 8, 9, 9, 10))) for _ in range(24)),
        *(("Sperrmüll", rng.choice((1, 1, 2, 2))) for _ in range(13)),
        *(("Sperrmüll", rng.choice((8, 9, 9, 10))) for _ in range(16)),
        *(("Bewohnerparken", 99) for _ in range(5)),
        *(("Meldebescheinigung", 99) for _ in range(1)),
        *(("Sperrmüll", None) for _ in range(2)),
    ]
    rows = [
        (service, "" if number is None else str(number), rng.choice(TEXTS) if service == "Bewohnerparken" else "")
        for service, number in _shuffled(rng, points)
    ]
    place = next(number for number, row in enumerate(rows) if row[0] == "Bewohnerparken")
    rows[place] = (*rows[place][:2], PERSONAL)
    return rows


def _days(rng: Random) -> list[tuple[str, int, int, str]]:
    rows = []
    for number in range(35):
        day = FIRST + datetime.timedelta(days=number)
        closed = day.weekday() >= 5 or day == HOLIDAY
        begun = rng.randrange(50, 80) if closed else rng.randrange(36, 58)
        share = 0.22 if closed else 0.5 + (0.09 if day >= CHANGE else 0)
        sent = round(begun * (share + rng.uniform(-0.05, 0.05)))
        rows.append((f"{day:%d.%m.%Y}", begun, sent, "Feiertag" if day == HOLIDAY else ""))
    return rows


def _dropouts(rng: Random) -> list[tuple[str, str, str]]:
    groups = [(place, login) for place, sizes in GROUPS.items() for login in _logins(sizes)]
    return [(f"B{number:04}", place, login) for number, (place, login) in enumerate(_shuffled(rng, groups), 1)]


def _logins(sizes: tuple[int, int]) -> list[str]:
    return ["Konto"] * sizes[0] + ["Gast"] * sizes[1]
