# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt die synthetischen Tickets für die Übung "Was versprechen wir den Menschen?".

tickets.csv   Ticket;Anliegen;Wartezeit - Bürgerbüro Süd der erfundenen Beispielstadt. cp1252, Semikolon, Dezimalkomma.
              Alle Tickets sind erfunden. Welches Anliegen welche Rolle spielt, hängt vom Startwert ab.

Geplante Fallen: ein Anliegen mit vier Tickets und den längsten Wartezeiten; eines mit 28 Wartezeiten und vier leeren
Feldern, das nur mit seinen Zeilen gezählt über 30 kommt; das gesuchte Anliegen hat genau 30 Wartezeiten. Leere Felder
gibt es auch sonst: Wer sie im Anteil mitzählt, rechnet ihn zu klein. Einige Menschen warten genau 20 Minuten.
"""

from random import Random

TITLE = "Wartezeiten je Anliegen im Bürgerbüro Süd der Beispielstadt (synthetisch)"
SEED = 903

COMMON = (("Beglaubigung", 22), ("Ausweis", 26), ("Anmeldung", 30), ("Führungszeugnis", 24))
RARE = ("Fischereischein", "Wohngeld", "Parkausweis")


def generate(seed: int) -> dict[str, bytes]:
    """Return the tickets: file name -> content."""
    rng = Random(seed)
    tiny, leavers, wanted = (RARE[(place + seed) % len(RARE)] for place in range(len(RARE)))
    rows: list[tuple[str, float | None]] = [(tiny, rng.uniform(62, 90)) for _ in range(4)]
    rows += [(leavers, wait) for wait in _waits(rng, 28, 58)] + [(leavers, None)] * 4
    rows += [(wanted, wait) for wait in _waits(rng, 30, 46)]
    for name, longest in COMMON:
        rows += [(name, wait) for wait in _waits(rng, 50 + rng.randrange(40), longest)]
        rows += [(name, None)] * rng.randrange(3, 7) + [(name, 20.0), (name, 20.5)]
    rng.shuffle(rows)
    lines = ["Ticket;Anliegen;Wartezeit"]
    lines += [f"S{number:03};{name};{_comma(wait)}" for number, (name, wait) in enumerate(rows, start=1)]
    return {"tickets.csv": "".join(f"{line}\r\n" for line in lines).encode("cp1252")}


def _waits(rng: Random, count: int, longest: float) -> list[float]:
    """Return waiting times between 0 and `longest`, more short ones than long ones, the long ones evenly spread."""
    return [longest * ((place + rng.random()) / count) ** 1.3 for place in range(count)]


def _comma(wait: float | None) -> str:
    return "" if wait is None else f"{round(2 * wait) / 2:.1f}".replace(".", ",")
