# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt die synthetischen Tageszahlen für die Übung "Hat die Änderung geholfen?".

tage.csv   Tag;Begonnen;Abgesendet;Hinweis - fünf Wochen eines erfundenen Online-Antrags der Beispielstadt.
           cp1252, Semikolon, Datum als TT.MM.JJJJ. Alle Zahlen sind erfunden.

Am Donnerstag, 24.09.2026, wurde der Antrag geändert. Geplante Fallen: Nach der Änderung gibt es mehr Wochenenden, und
dort sehen viele nur nach; an einem Tag war eine Störung; der Tag der Änderung gehört zu "nachher"; die Tage haben sehr
verschieden viele Besuche. Über alle Tage sinkt der Anteil, fair verglichen steigt er (siehe _is_sharp).
"""

import datetime
from random import Random
from typing import NamedTuple

TITLE = "Begonnene und abgesendete Anträge der Beispielstadt je Tag (synthetisch)"
SEED = 7424

FIRST = datetime.date(2026, 9, 7)
CHANGE = datetime.date(2026, 9, 24)
DAYS = 35
FAULT = "Störung"
DISTANCE = 0.25


class Day(NamedTuple):
    """The applications of a day."""

    day: datetime.date
    begun: int
    sent: int
    note: str


def generate(seed: int) -> dict[str, bytes]:
    """Return the days: file name -> content."""
    rng = Random(seed)
    days = _days(rng)
    while not _is_sharp(days):
        days = _days(rng)
    lines = ["Tag;Begonnen;Abgesendet;Hinweis"]
    lines += [f"{day.day:%d.%m.%Y};{day.begun};{day.sent};{day.note}" for day in days]
    return {"tage.csv": "".join(f"{line}\r\n" for line in lines).encode("cp1252")}


def _days(rng: Random) -> list[Day]:
    base, gain = rng.uniform(0.44, 0.56), rng.uniform(0.04, 0.12)
    fault = rng.randrange(21, 26)
    days = []
    for number in range(DAYS):
        day = FIRST + datetime.timedelta(days=number)
        if day.weekday() >= 5:
            begun, share, note = rng.randrange(60, 110), rng.uniform(0.14, 0.24), ""
        elif number == fault:
            begun, share, note = rng.randrange(60, 90), 0.05, FAULT
        else:
            begun, note = rng.choice((rng.randrange(18, 40), rng.randrange(50, 95))), ""
            share = base + (gain if day >= CHANGE else 0) + rng.uniform(-0.08, 0.08) - (0.06 if begun > 45 else 0)
        days.append(Day(day, begun, round(begun * share), note))
    return days


def _share(days: list[Day]) -> float:
    return sum(day.sent for day in days) / sum(day.begun for day in days) * 100


def _is_sharp(days: list[Day]) -> bool:
    """True when every slip changes a share visibly, and all days together say the opposite of a fair comparison."""
    fair = [day for day in days if day.day.weekday() < 5 and not day.note]
    before, after = [d for d in fair if d.day < CHANGE], [d for d in fair if d.day >= CHANGE]
    slips = [
        _share([d for d in fair if d.day <= CHANGE]) - _share(before),
        _share([d for d in fair if d.day > CHANGE]) - _share(after),
        sum(d.sent / d.begun for d in before) / len(before) * 100 - _share(before),
        sum(d.sent / d.begun for d in after) / len(after) * 100 - _share(after),
    ]
    all_days = _share([d for d in days if d.day >= CHANGE]) - _share([d for d in days if d.day < CHANGE])
    rises = _share(after) - _share(before) > 2
    return rises and all_days < -1 and all(abs(slip) > DISTANCE for slip in slips)
