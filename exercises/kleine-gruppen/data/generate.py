# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt die synthetischen Anträge für die Übung "Welche Gruppen sind zu klein?".

antraege.csv   Antrag;Ortsteil;Weg - Anträge auf Unterhaltsvorschuss in der erfundenen Beispielstadt.
               cp1252 und Semikolon. Alle Zeilen sind erfunden, kein Antrag gehört zu einem Menschen.

Geplante Fallen: Manche Anträge stehen nach einer Korrektur zweimal da, dadurch wirken kleine Gruppen größer; Gruppen
mit genau 5 und genau 4 Anträgen; Ortsteile mit keiner, mit einer und mit zwei kleinen Gruppen. Nur bei genau einer
kleinen Gruppe verrät die Summe des Ortsteils ihre Zahl. Welche das sind, hängt vom Startwert ab.
"""

from random import Random

TITLE = "Anträge auf Unterhaltsvorschuss nach Ortsteil und Weg, Beispielstadt (synthetisch)"
SEED = 8805

PLACES = ("Am Weiher", "Gießerei", "Königshang", "Mühlwiese", "Neue Mitte", "Oberdorf", "Südring")
WAYS = ("Online", "Papier", "Telefon")
SMALL = ((1, 1, 2, 2, 1, 1, 0), (1, 1, 2, 2, 1, 0, 0), (1, 1, 2, 2, 0, 0, 0))  # small groups by place; rows by seed


def generate(seed: int) -> dict[str, bytes]:
    """Return the applications: file name -> content."""
    rng = Random(seed)
    small = list(SMALL[seed % len(SMALL)])
    small = [small.pop(rng.randrange(len(small))) for _ in range(len(small))]
    rows: list[tuple[str, str, bool]] = []
    for place, count in zip(PLACES, small, strict=True):
        ways = list(WAYS)
        for position in range(len(WAYS)):
            way = ways.pop(rng.randrange(len(ways)))
            rows += _group(rng, place, way, size=_size(rng, place, position, count))
    rows = [rows.pop(rng.randrange(len(rows))) for _ in range(len(rows))]
    lines, again = [], []
    for number, (place, way, corrected) in enumerate(rows, 1):
        line = f"U{number:04};{place};{way}"
        lines.append(line)
        if corrected:
            again.append(line)
    return {"antraege.csv": "".join(f"{line}\r\n" for line in ["Antrag;Ortsteil;Weg", *lines, *again]).encode("cp1252")}


def _size(rng: Random, place: str, position: int, small: int) -> int:
    """Return the size of a group: below 5 for the first `small` ones, exactly 5 for one group of every other place."""
    if position < small:
        return 4 if position == 0 else rng.randrange(1, 4)
    if position == 2 and PLACES.index(place) % 2 == 0:
        return 5
    return rng.randrange(6, 19)


def _group(rng: Random, place: str, way: str, *, size: int) -> list[tuple[str, str, bool]]:
    """Return the applications of a group; in small groups at least one was corrected."""
    rows = [(place, way, rng.random() < 0.12) for _ in range(size)]
    if size < 5:
        rows[0] = (place, way, True)
    return rows
