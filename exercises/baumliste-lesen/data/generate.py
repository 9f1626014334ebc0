# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt die synthetische Baumliste für die Übung "Die Baumliste richtig lesen".

baeume.csv   Baum;Baumart;Straße;Bezirk;Gepflanzt;Liter - wie aus einem Fachverfahren: cp1252, Semikolon,
             Dezimalkomma. Alle Zahlen sind erfunden.

Geplante Fallen: Dezimalkomma in "Liter", die Zeile "Summe" am Ende (sie verdoppelt jede Summe), führende Nullen,
"Lindenstr." neben "Lindenstraße", dazu der "Lindenplatz", der nicht mitzählt.
"""

from random import Random

TITLE = "Baumliste der Beispielstadt (synthetisch)"
SEED = 3105

STREETS = (
    ("Bäckergasse", "01"),
    ("Königsplatz", "01"),
    ("Lindenstraße", "02"),
    ("Lindenplatz", "02"),
    ("Grünstraße", "02"),
    ("Mühlweg", "03"),
    ("Gießereistraße", "03"),
    ("Schulstraße", "04"),
)
SPECIES = ("Winter-Linde", "Spitz-Ahorn", "Stiel-Eiche", "Hainbuche", "Mehlbeere", "Zürgelbaum")
LITRES = (50.0, 62.5, 75.0, 87.5, 100.0)


def generate(seed: int) -> dict[str, bytes]:
    """Return the tree list: file name -> content."""
    rng = Random(seed)
    trees = _trees(rng, count=170 + seed % 13)
    total = sum(float(row[5].replace(",", ".")) for row in trees)
    rows = [*trees, ("Summe", "", "", "", "", _comma(total))]
    lines = ["Baum;Baumart;Straße;Bezirk;Gepflanzt;Liter", *(";".join(row) for row in rows)]
    return {"baeume.csv": "".join(f"{line}\r\n" for line in lines).encode("cp1252")}


def _comma(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def _trees(rng: Random, *, count: int) -> list[tuple[str, ...]]:
    """Return the trees street by street; every street has some, every third "Lindenstraße" is shortened."""
    places = sorted([*range(len(STREETS)), *(rng.randrange(len(STREETS)) for _ in range(count - len(STREETS)))])
    rows: list[tuple[str, ...]] = []
    for number, place in enumerate(places, start=1):
        street, district = STREETS[place]
        if street == "Lindenstraße" and number % 3 == 0:
            street = "Lindenstr."
        planted = str(rng.randrange(1962, 2026))
        rows.append((f"{number:04}", rng.choice(SPECIES), street, district, planted, _comma(rng.choice(LITRES))))
    return rows
