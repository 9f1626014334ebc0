# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt die synthetischen Tickets für die Übung "Hilft ein Schalter mehr?".

montag.csv     Ticket;Ankunft;Dauer;Wartezeit - ein Montag im Bürgerbüro Nord der erfundenen Beispielstadt, Ankunft
               8 bis 16 Uhr, Dauer und Wartezeit in Minuten. cp1252, Semikolon, Dezimalkomma. Alle sind erfunden.
schalter.csv   Ort;Anzahl - so viele Schalter waren offen: drei oder vier, je nach Startwert.

Geplante Fallen: Mit den Schaltern von heute und mit einem mehr wartet jemand genau 20 Minuten, und jemand etwas mehr.
So fällt auf, wer „länger als 20“ als „ab 20“ rechnet. Die Wartezeiten entstehen aus der Reihenfolge der Ankunft, das
Modell der Übung trifft sie deshalb genau.
"""

from random import Random

TITLE = "Ein Montag im Bürgerbüro Nord der Beispielstadt (synthetisch)"
SEED = 88

HOURS = (0.9, 1.4, 1.7, 1.3, 0.65, 0.75, 0.95, 0.55)  # share of visits at 8, 9, ... 15 o'clock
LIMIT = 20

Visits = list[tuple[int, float]]


def generate(seed: int) -> dict[str, bytes]:
    """Return the day and the number of desks: file name -> content."""
    rng = Random(seed)
    desks = 3 + seed % 2
    visits, waits = _day(rng, desks)
    while not (_telling(waits) and _telling(_waits(visits, desks + 1))):
        visits, waits = _day(rng, desks)
    lines = ["Ticket;Ankunft;Dauer;Wartezeit"]
    for number, ((minute, duration), wait) in enumerate(zip(visits, waits, strict=True), start=1):
        time = f"12.10.2026 {minute // 60:02}:{minute % 60:02}"
        lines.append(f"N{number:03};{time};{_comma(duration)};{_comma(wait)}")
    return {
        "montag.csv": "".join(f"{line}\r\n" for line in lines).encode("cp1252"),
        "schalter.csv": f"Ort;Anzahl\r\nBürgerbüro Nord;{desks}\r\n".encode("cp1252"),
    }


def _day(rng: Random, desks: int) -> tuple[Visits, list[float]]:
    count = 33 * desks + rng.randrange(12)
    hours = rng.choices(range(8, 16), weights=HOURS, k=count)
    minutes = sorted(60 * hour + rng.randrange(60) for hour in hours)
    visits = [(minute, round(2 * rng.triangular(3, 25, 9)) / 2) for minute in minutes]
    return visits, _waits(visits, desks)


def _waits(visits: Visits, desks: int) -> list[float]:
    """Return the waiting times when who comes first is served first."""
    free, waits = [0.0] * desks, []
    for minute, duration in visits:
        start = max(float(minute), min(free))
        free[free.index(min(free))] = start + duration
        waits.append(start - minute)
    return waits


def _telling(waits: list[float]) -> bool:
    """True when someone waits exactly 20 minutes and someone at most one minute more."""
    return LIMIT in waits and any(LIMIT < wait <= LIMIT + 1 for wait in waits)


def _comma(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
