# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt die synthetischen Temperaturen für die Übung "Heiße Tage und Tropennächte zählen".

temperatur.csv   Zeit;Grad - Station Marktplatz, Juni bis August 2026, alle drei Stunden ein Wert.
                 cp1252, Semikolon, Dezimalkomma, Datum als TT.MM.JJJJ. Alle Werte sind erfunden.

Geplante Fallen: Höchstwerte von genau 30,0 und 29,9; Tiefstwerte von genau 20,0 und 19,9; Lücken, bei denen ganze
Zeilen fehlen, und Lücken, bei denen nur der Wert fehlt; ein heißer Tag mit Lücke; eine fehlende Nacht, die wie eine
Tropennacht aussieht; Tag und Monat lassen sich vertauschen. Vollständig ist ein Tag mit acht Werten.
"""

import datetime
from random import Random

TITLE = "Temperaturen am Marktplatz der Beispielstadt, Sommer 2026 (synthetisch)"
SEED = 3008

PROFILE = (0.25, 0.08, 0.0, 0.4, 0.8, 1.0, 0.75, 0.45)  # share of the day's range at 0, 3, ... 21 o'clock
FIRST = datetime.date(2026, 6, 1)
DAYS = 92


def generate(seed: int) -> dict[str, bytes]:
    """Return the temperatures: file name -> content."""
    rng = Random(seed)
    days = list(range(DAYS))
    ranges = {day: (rng.uniform(9.0, 16.5), rng.uniform(18.0, 28.8)) for day in days}
    hot = _take(rng, days, 9 + seed % 6)
    tropical = _take(rng, hot, 4 + seed % 4)
    ranges |= {day: (rng.uniform(15.0, 19.4), rng.uniform(30.6, 36.0)) for day in hot}
    ranges |= {day: (rng.uniform(20.6, 23.0), rng.uniform(31.2, 37.0)) for day in tropical}
    ranges |= {hot[0]: (17.0, 30.0), hot[1]: (19.9, 33.4), tropical[0]: (20.0, 30.0), tropical[1]: (20.4, 34.8)}
    ranges |= dict(zip(_take(rng, days, 3), ((14.8, 29.9), (19.9, 29.4), (15.1, 29.9)), strict=True))
    missing, empty = _gaps(ranges, days=_take(rng, days, 6 + seed % 3))
    return {"temperatur.csv": _csv(ranges, missing, empty)}


def _take(rng: Random, items: list[int], count: int) -> list[int]:
    return [items.pop(rng.randrange(len(items))) for _ in range(count)]


def _gaps(
    ranges: dict[int, tuple[float, float]], *, days: list[int]
) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Return the slots (day, slot) without a row and those without a value; four of these days look special."""
    looks_tropical, hot, hot_empty, tropical_empty, *plain = days
    ranges |= {looks_tropical: (17.5, 32.8), hot: (16.0, 33.0), hot_empty: (18.4, 31.9), tropical_empty: (21.0, 29.0)}
    missing = {(looks_tropical, 0), (looks_tropical, 1), (looks_tropical, 2), (hot, 7)}
    empty = {(hot_empty, 0), (tropical_empty, 4), (tropical_empty, 5)}
    for position, day in enumerate(plain):
        (missing if position % 2 else empty).add((day, 5))
    return missing, empty


def _csv(ranges: dict[int, tuple[float, float]], missing: set[tuple[int, int]], empty: set[tuple[int, int]]) -> bytes:
    lines = ["Zeit;Grad"]
    for day, (low, high) in sorted(ranges.items()):
        for slot, share in enumerate(PROFILE):
            if (day, slot) in missing:
                continue
            time = f"{FIRST + datetime.timedelta(days=day):%d.%m.%Y} {slot * 3:02}:00"
            value = "" if (day, slot) in empty else f"{low + (high - low) * share:.1f}".replace(".", ",")
            lines.append(f"{time};{value}")
    return "".join(f"{line}\r\n" for line in lines).encode("cp1252")
