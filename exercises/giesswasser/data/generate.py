# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt den synthetischen Gießplan für die Übung "Wasser für zwei Straßen".

giessplan.csv   Straße;Bäume;Liter je Baum;Fass - zwei Zeilen. Alle Zahlen sind erfunden.

Geplante Fallen: In einer Straße bleibt ein Rest von weniger als einem halben Fass, also führen Abrunden und Runden
beide zu einer Fahrt zu wenig. In der anderen geht es genau auf, also ist "abrunden und eins dazu" eine Fahrt zu viel.
Bei ungeradem Startwert hat der Mühlweg den Rest, bei geradem der Rosenweg.
"""

from random import Random

TITLE = "Gießplan für zwei Straßen der Beispielstadt (synthetisch)"
SEED = 1407


def generate(seed: int) -> dict[str, bytes]:
    """Return the plan: file name -> content."""
    rng = Random(seed)
    tank = rng.choice((600, 800, 1000))
    litres = rng.choice((40, 50))
    trees = [_with_small_rest(rng, tank, litres), rng.choice((2, 3)) * tank // litres]
    if seed % 2 == 0:
        trees.reverse()
    rows = [(street, count, litres, tank) for street, count in zip(("Mühlweg", "Rosenweg"), trees, strict=True)]
    lines = ["Straße;Bäume;Liter je Baum;Fass", *(";".join(map(str, row)) for row in rows)]
    return {"giessplan.csv": "".join(f"{line}\r\n" for line in lines).encode("cp1252")}


def _with_small_rest(rng: Random, tank: int, litres: int) -> int:
    """Return a number of trees whose water fills two or more tanks and less than half of another one."""
    fitting = [n for n in range(20, 90) if n * litres > 2 * tank and 0 < n * litres % tank < tank / 2]
    return rng.choice(fitting)
