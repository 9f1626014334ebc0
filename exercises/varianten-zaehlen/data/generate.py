# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt das synthetische Ereignisprotokoll für die Übung "Welche Wege nehmen die Anmeldungen wirklich?".

ereignisse.csv   Fall;Aktivität;Zeit;Rolle - eine Zeile je Schritt, cp1252, Semikolon, Zeit als TT.MM.JJJJ HH:MM.
                 Alle Fälle sind erfunden. Die Zeit sagt, wann ein Schritt fertig war.

Mit dem hinterlegten SEED gibt es genau vier Varianten, mit anderen Startwerten drei bis sechs und andere Häufigkeiten.
Geplante Fallen: Die Zeilen stehen nicht in zeitlicher Folge, und als Text sortiert stehen sie falsch; offene Fälle
haben noch keinen letzten Schritt; zwei Varianten haben dieselben Schritte in anderer Folge; die erste Zeile liegt an
einem der Tage 1 bis 12, damit vertauschte Tage und Monate auffallen.
"""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from random import Random

TITLE = "Ereignisprotokoll der Hundeanmeldungen in der Beispielstadt (synthetisch)"
SEED = 4105

ROLES = {
    "Anmeldung eingegangen": "Poststelle",
    "Anmeldung prüfen": "Bürgerbüro",
    "Angaben nachfordern": "Bürgerbüro",
    "Hund erfassen": "Bürgerbüro",
    "Ermäßigung prüfen": "Steueramt",
    "Bescheid erstellen": "Steueramt",
    "Marke verschicken": "Poststelle",
}
COME, CHECK, ASK, RECORD, REDUCE, NOTICE, SEND = ROLES
VARIANTS: tuple[tuple[str, ...], ...] = (
    (COME, CHECK, RECORD, NOTICE, SEND),
    (COME, CHECK, RECORD, REDUCE, NOTICE, SEND),
    (COME, CHECK, REDUCE, RECORD, NOTICE, SEND),
    (COME, CHECK, ASK, CHECK, RECORD, NOTICE, SEND),
    (COME, CHECK, ASK, CHECK, ASK, CHECK, RECORD, NOTICE, SEND),
    (COME, CHECK, ASK, CHECK, RECORD, REDUCE, NOTICE, SEND),
)
FIRST = datetime(2026, 6, 1, 8)


def generate(seed: int) -> dict[str, bytes]:
    """Return the log: file name -> content."""
    rng = Random(seed)
    variants = VARIANTS[: 3 + seed % 4]
    cases = [variants[0]] * rng.randrange(46, 62)
    for place, variant in enumerate(variants[1:], 1):
        cases += [variant] * (26 - 4 * place + rng.randrange(4))
    cases += [variant[:length] for variant, length in zip(VARIANTS, (1, 2, 3, 3, 5, 7), strict=True)]
    rng.shuffle(cases)
    rows = [row for number, steps in enumerate(cases, 1) for row in _events(rng, f"H-{number:03}", steps)]
    rng.shuffle(rows)
    rows.sort(key=lambda row: row[3])
    early = next(row for row in rows if row[2].day <= 12)
    rows.remove(early)
    lines = ["Fall;Aktivität;Zeit;Rolle"]
    lines += [f"{case};{step};{moment:%d.%m.%Y %H:%M};{role}" for case, step, moment, role in [early, *rows]]
    return {"ereignisse.csv": "".join(f"{line}\r\n" for line in lines).encode("cp1252")}


def _events(rng: Random, case: str, steps: Sequence[str]) -> list[tuple[str, str, datetime, str]]:
    moment = _later(rng, FIRST, rng.randrange(1, 56))
    events = []
    for step in steps:
        events.append((case, step, moment, ROLES[step]))
        days = rng.randrange(5, 15) if step == ASK else rng.choice((0, 0, 1, 1, 2, 3, 5))
        moment = _later(rng, moment, days)
    return events


def _later(rng: Random, moment: datetime, days: int) -> datetime:
    """Return a moment in the office hours of a working day; without days, a little later on the same day."""
    if days == 0:
        return moment + timedelta(minutes=rng.randrange(5, 45))
    day = moment.date() + timedelta(days=days)
    if day.weekday() > 4:
        day += timedelta(days=7 - day.weekday())
    return datetime.combine(day, time(8)) + timedelta(minutes=rng.randrange(420))
