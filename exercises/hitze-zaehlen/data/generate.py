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
SEED = 3020

PROFILE = (0.25, 0.08, 0.0, 0.4, 0.8, 1.0, 0.75, 0.45)  # share of the day's range at 0, 3, ... 21 o'clock
FIRST = datetime.date(2026, 6, 1)
DAYS = 92


def generate(seed: int) -> dict[str, bytes]:
    """Return the temperatures: file name -> content."""
    rng = Random(seed)
    warm = _by_warmth(rng)
    top = warm[: 17 + seed % 6 + seed % 4]
    ranges = _plain(rng, warm)
    tropical, gaps = _take(rng, top, 4 + seed % 4), _take(rng, top, 4)
    ranges |= {day: (rng.uniform(20.6, 22.4), rng.uniform(31.2, 36.0)) for day in tropical}
    ranges |= {day: (rng.uniform(16.5, 19.4), rng.uniform(30.6, 35.0)) for day in top}
    ranges |= {tropical[0]: (20.0, 30.0), tropical[1]: (20.4, 34.8), top[0]: (17.0, 30.0), top[1]: (19.9, 33.4)}
    near = [day for day in warm if ranges[day][1] < 30.0 and day not in gaps]
    ranges |= dict(zip(near[:3], ((14.8, 29.9), (19.9, 29.4), (15.1, 29.9)), strict=True))
    missing, empty = _gaps(ranges, days=[*gaps, *_take(rng, near[3:], 2 + seed % 3)])
    return {"temperatur.csv": _csv(ranges, missing, empty)}


def _by_warmth(rng: Random) -> list[int]:
    """Return the days from warm to cool; neighbours are alike, as in real weather."""
    warmth, level = {}, 0.0
    for day in range(DAYS):
        level = 0.75 * level + rng.uniform(-1.0, 1.0)
        warmth[day] = level - abs(day - DAYS / 2) / DAYS
    return sorted(warmth, key=lambda day: -warmth[day])


def _plain(rng: Random, warm: list[int]) -> dict[int, tuple[float, float]]:
    """Return low and high of every day as if no day were special; the warmest day has the highest high."""
    highs = sorted((rng.uniform(18.0, 28.8) for _ in warm), reverse=True)
    return {day: (high - rng.uniform(9.0, 12.5), high) for day, high in zip(warm, highs, strict=True)}


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
