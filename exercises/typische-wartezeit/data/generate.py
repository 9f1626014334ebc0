# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt die synthetischen Tickets für die Übung "Wie lange warten die Menschen?".

tickets.csv   Ticket;Ankunft;Anliegen;Wartezeit - eine Woche im Bürgerbüro Nord der erfundenen Beispielstadt, 8 bis 16
              Uhr. cp1252, Semikolon, Dezimalkomma, Datum als TT.MM.JJJJ. Alle Tickets sind erfunden.

Geplante Fallen: vergessene Tickets, die die Anlage um 20 Uhr schließt. Eines davon ist genau um 16 Uhr gezogen, hat
also genau 240 Minuten. Die echten Wartezeiten sind schief verteilt: Der Mittelwert liegt deutlich über dem Median.
"""

import datetime
from random import Random

TITLE = "Tickets einer Woche im Bürgerbüro Nord der Beispielstadt (synthetisch)"
SEED = 240

FIRST = datetime.date(2026, 9, 7)
SERVICES = ("Ausweis", "Anmeldung", "Führungszeugnis", "Beglaubigung")
CLOSE, SYSTEM_CLOSE = 16 * 60, 20 * 60


def generate(seed: int) -> dict[str, bytes]:
    """Return the tickets: file name -> content."""
    rng = Random(seed)
    visits = sorted((day, rng.randrange(8 * 60, CLOSE)) for day in range(5) for _ in range(58 + rng.randrange(8)))
    forgotten = set(rng.sample(range(len(visits)), 5 + seed % 5))
    rows = [
        (day, minute, SYSTEM_CLOSE - minute if place in forgotten else _wait(rng))
        for place, (day, minute) in enumerate(visits)
    ]
    rows.append((4, CLOSE, SYSTEM_CLOSE - CLOSE))
    lines = ["Ticket;Ankunft;Anliegen;Wartezeit"]
    for number, (day, minute, wait) in enumerate(rows, start=1):
        time = f"{FIRST + datetime.timedelta(days=day):%d.%m.%Y} {minute // 60:02}:{minute % 60:02}"
        comma = f"{wait:.1f}".replace(".", ",")
        lines.append(f"N{number:03};{time};{rng.choice(SERVICES)};{comma}")
    return {"tickets.csv": "".join(f"{line}\r\n" for line in lines).encode("cp1252")}


def _wait(rng: Random) -> float:
    """Return a waiting time in half minutes: most are short, some are long."""
    return round(2 * min(95.0, rng.expovariate(1 / 7) + rng.choice((0, 0, 0, 20)) * rng.random())) / 2
