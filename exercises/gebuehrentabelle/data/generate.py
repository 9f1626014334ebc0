# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt die synthetische Gebührentabelle für die Übung "Stimmt die Kasse?".

gebuehren.csv   Leistung;Gebühr;Anzahl - drei Leistungen und das Wechselgeld. cp1252, Semikolon, Dezimalkomma.
                Alle Beträge sind erfunden.

Geplante Fallen: Alle Gebühren und Anzahlen sind verschieden und mindestens 3, also gibt Plus nie dasselbe wie Mal, und
eine kopierte Zeile mit falschem Namen fällt auf. Das Wechselgeld ist nie 0.
"""

from random import Random

TITLE = "Gebühren und Wechselgeld im Bürgerbüro der Beispielstadt (synthetisch)"
SEED = 1630


def generate(seed: int) -> dict[str, bytes]:
    """Return the table of fees: file name -> content."""
    rng = Random(seed)
    halves = rng.sample(range(7, 60), 3)
    counts = rng.sample(range(3, 25), 3)
    rows = [
        (service, _comma(half / 2), str(count))
        for service, half, count in zip(("Stadtplan", "Parkausweis", "Hundemarke"), halves, counts, strict=True)
    ]
    rows.append(("Wechselgeld", _comma(rng.randrange(80, 160, 5)), ""))
    lines = ["Leistung;Gebühr;Anzahl", *(";".join(row) for row in rows)]
    return {"gebuehren.csv": "".join(f"{line}\r\n" for line in lines).encode("cp1252")}


def _comma(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")
