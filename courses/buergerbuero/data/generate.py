# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt die synthetischen Tickets des Kurses "Wartezeiten im Bürgerbüro".

Alle Zahlen sind erfunden und gehören zur erfundenen Beispielstadt. Die Datei sieht aus wie die Ausgabe einer
Aufrufanlage: Windows-Zeichensatz (cp1252), Semikolon, Dezimalkomma, Datum als TT.MM.JJJJ.

tickets.csv   Ticket;Ankunft;Anliegen;Wartezeit;Dauer - vier Wochen, Montag bis Freitag, 8 bis 16 Uhr, drei Schalter.
              Zeiten in Minuten. Die Wartezeiten entstehen aus der Reihenfolge der Ankunft: Wer zuerst kommt, ist
              zuerst dran. Ein Modell mit drei Schaltern trifft sie deshalb genau.

Geplante Fallen: vergessene Tickets, die die Anlage erst um 20 Uhr schließt (Wartezeit ab 240 Minuten, Dauer leer);
Tickets ohne Aufruf (Wartezeit und Dauer leer); ein Montag fällt aus, also hat der Donnerstag in der Summe mehr
Besuche als der Montag, je Öffnungstag aber weniger; ein seltenes Anliegen mit sehr wenigen Tickets.
"""

import datetime
from random import Random

TITLE = "Tickets im Bürgerbüro der Beispielstadt (synthetisch)"
SEED = 1005

FIRST = datetime.date(2026, 10, 5)
HOLIDAY = 7  # the second Monday, counted in days from the first
DESKS = 3
OPEN, SYSTEM_CLOSE = 8 * 60, 20 * 60
HOURS = (0.9, 1.35, 1.6, 1.25, 0.65, 0.75, 0.95, 0.55)  # share of visits at 8, 9, ... 15 o'clock
WEEKDAYS = (116, 94, 84, 105, 90)
SERVICES = (("Ausweis", 11, 36), ("Anmeldung", 16, 26), ("Führungszeugnis", 8, 20), ("Beglaubigung", 10, 18))
RARE = ("Fischereischein", 14)


def generate(seed: int) -> dict[str, bytes]:
    """Return the tickets: file name -> content."""
    rng = Random(seed)
    lines = ["Ticket;Ankunft;Anliegen;Wartezeit;Dauer"]
    number = 0
    for day in range(28):
        if day % 7 < 5 and day != HOLIDAY:
            date = f"{FIRST + datetime.timedelta(days=day):%d.%m.%Y}"
            for minute, service, wait, duration in _day(rng, WEEKDAYS[day % 7], rare=day in (0, 10, 24)):
                number += 1
                time = f"{date} {minute // 60:02}:{minute % 60:02}"
                lines.append(f"T{number:04};{time};{service};{_comma(wait)};{_comma(duration)}")
    return {"tickets.csv": "".join(f"{line}\r\n" for line in lines).encode("cp1252")}


def _comma(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}".replace(".", ",")


def _day(rng: Random, visits: int, *, rare: bool) -> list[tuple[int, str, float | None, float | None]]:
    """Return one day: minute of arrival, service, waiting time, duration; who is never called has no duration."""
    minutes = sorted(_minute(rng) for _ in range(visits + rng.randrange(-5, 6)))
    services = rng.choices(SERVICES, weights=[weight for *_, weight in SERVICES], k=len(minutes))
    forgotten, gone = rng.randrange(len(minutes)), rng.randrange(len(minutes))
    special = rng.randrange(60, 68) if rare else -1
    free = [0.0] * DESKS
    rows: list[tuple[int, str, float | None, float | None]] = []
    for place, (minute, (service, usual, _)) in enumerate(zip(minutes, services, strict=True)):
        if place == gone:
            rows.append((minute, service, None, None))
        elif place == forgotten and rng.random() < 0.6:
            rows.append((minute, service, float(SYSTEM_CLOSE - minute), None))
        else:
            name, mean = RARE if place == special else (service, usual)
            duration = max(2.0, round(2 * mean * rng.triangular(0.4, 2.0, 0.7)) / 2)
            start = max(float(minute), min(free))
            free[free.index(min(free))] = start + duration
            rows.append((minute, name, start - minute, duration))
    return rows


def _minute(rng: Random) -> int:
    hour = rng.choices(range(len(HOURS)), weights=HOURS)[0]
    return OPEN + 60 * hour + rng.randrange(60)
