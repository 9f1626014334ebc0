# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt die synthetischen Tickets für die Übung "Wann ist es am vollsten?".

tickets.csv   Ticket;Ankunft;Wartezeit - vier Wochen im Bürgerbüro Nord der erfundenen Beispielstadt, 8 bis 16 Uhr.
              cp1252, Semikolon, Dezimalkomma, Datum als TT.MM.JJJJ. Alle Tickets sind erfunden.

Geplante Fallen: Der Wochentag mit den meisten Besuchen je Öffnungstag kommt nur dreimal vor, deshalb hat ein anderer in
der Summe mehr. Am längsten warten die Menschen eine Stunde nach dem größten Andrang. Welcher Tag und welche Stunde das
sind, hängt vom Startwert ab.
"""

import datetime
from random import Random

TITLE = "Tickets aus vier Wochen im Bürgerbüro Nord der Beispielstadt (synthetisch)"
SEED = 1013

FIRST = datetime.date(2026, 10, 5)
HOURS = range(8, 16)


def generate(seed: int) -> dict[str, bytes]:
    """Return the tickets: file name -> content."""
    rng = Random(seed)
    full, second, peak = seed % 5, (seed + 2) % 5, 9 + seed % 3
    visits: list[tuple[int, int, int]] = []
    for day in (week * 7 + weekday for week in range(4) for weekday in range(5)):
        if day != 7 + full:
            visits += _day(rng, day, peak, 37 if day % 7 == full else 32 if day % 7 == second else 24)
    if sum(day % 7 == full for day, *_ in visits) % 3 == 0:
        visits.append((21 + full, peak, 59))
    lines = ["Ticket;Ankunft;Wartezeit"]
    for number, (day, hour, minute) in enumerate(sorted(visits), start=1):
        time = f"{FIRST + datetime.timedelta(days=day):%d.%m.%Y} {hour:02}:{minute:02}"
        lines.append(f"N{number:03};{time};{_wait(rng, hour - peak)}")
    return {"tickets.csv": "".join(f"{line}\r\n" for line in lines).encode("cp1252")}


def _day(rng: Random, day: int, peak: int, usual: int) -> list[tuple[int, int, int]]:
    weights = [2.2 if hour == peak else 1.2 if abs(hour - peak) == 1 else 0.8 for hour in HOURS]
    count = usual + rng.randrange(-2, 3)
    return [(day, hour, rng.randrange(60)) for hour in rng.choices(HOURS, weights=weights, k=count)]


def _wait(rng: Random, after: int) -> str:
    """Return a waiting time; it is longest one hour after the peak."""
    usual = {0: 14, 1: 26, 2: 16}.get(after, 5)
    return f"{round(2 * rng.uniform(0.5, 1.5) * usual) / 2:.1f}".replace(".", ",")
