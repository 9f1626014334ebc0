# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt die synthetischen Daten für die Übung "Welche Bäume brauchen heute Abend Wasser?".

baeume.csv         Baum;Baumart;Straße;Bezirk;Gepflanzt;Liter - 240 Bäume und die Zeile "Summe".
bodenfeuchte.csv   Baum;Gemessen;Feuchte - ein Wert je Sensor, in zufälliger Folge.
Beide wie aus einem Fachverfahren: cp1252, Semikolon, Dezimalkomma. Alle Zahlen sind erfunden.

Durstig ist ein Baum, der 2021 oder später gepflanzt wurde und dessen Boden unter 20 Prozent Feuchte hat.
Mit dem hinterlegten SEED sind das genau zwölf Bäume, mit anderen Startwerten sind es andere Bäume.
Geplante Fallen: -99,9 heißt Störung; leere Felder; Werte von genau 20,0 und 0,0; Pflanzjahre 2020 und 2021;
alte Bäume mit trockenem Boden; Bäume ohne Sensor; Sensoren gefällter Bäume; andere Reihenfolge als in der Baumliste.
"""

from collections.abc import Sequence
from random import Random

TITLE = "Bäume und Bodenfeuchte der Beispielstadt am 24.07.2026 (synthetisch)"
SEED = 2404

STREETS = (
    ("Bäckergasse", "01"),
    ("Königsplatz", "01"),
    ("Lindenstraße", "02"),
    ("Grünstraße", "02"),
    ("Mühlweg", "03"),
    ("Gießereistraße", "03"),
    ("Am Weiher", "04"),
    ("Schulstraße", "04"),
)
SPECIES = ("Winter-Linde", "Spitz-Ahorn", "Stiel-Eiche", "Hainbuche", "Mehlbeere", "Zürgelbaum")
LITRES = (50.0, 62.5, 75.0, 87.5, 100.0)
TREES = 240
MEASURED = "24.07.2026 17:00"


def generate(seed: int) -> dict[str, bytes]:
    """Return tree list and soil moisture: file name -> content."""
    rng = Random(seed)
    numbers = [f"{number:04}" for number in range(1, TREES + 1)]
    years = {number: _year(rng) for number in numbers}
    moisture = _moisture(rng, numbers, years, thirsty=8 + seed % 10)
    return {
        "baeume.csv": _csv("Baum;Baumart;Straße;Bezirk;Gepflanzt;Liter", _with_total(_trees(rng, years))),
        "bodenfeuchte.csv": _csv("Baum;Gemessen;Feuchte", _readings(rng, moisture)),
    }


def _csv(header: str, rows: Sequence[Sequence[str]]) -> bytes:
    lines = [header, *(";".join(row) for row in rows)]
    return "".join(f"{line}\r\n" for line in lines).encode("cp1252")


def _comma(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def _take(rng: Random, items: list[str], count: int) -> list[str]:
    return [items.pop(rng.randrange(len(items))) for _ in range(count)]


def _year(rng: Random) -> int:
    return rng.randrange(2021, 2026) if rng.random() < 0.4 else rng.randrange(1962, 2021)


def _moisture(rng: Random, numbers: Sequence[str], years: dict[str, int], *, thirsty: int) -> dict[str, float | None]:
    """Return the moisture by tree (None: empty field) and set the years that touch the rule's limit."""
    with_sensor = list(numbers)
    _take(rng, with_sensor, 34)
    moisture: dict[str, float | None] = {number: rng.uniform(24.0, 58.0) for number in with_sensor}
    young = [number for number in with_sensor if years[number] >= 2021]
    old = [number for number in with_sensor if years[number] < 2021]

    dry = _take(rng, young, thirsty)
    moisture.update({number: rng.uniform(5.0, 19.4) for number in dry})
    moisture.update({dry[0]: 0.0, dry[1]: 19.9})
    years.update(dict.fromkeys(dry[1:4], 2021))
    moisture.update(zip(_take(rng, young, 4), (20.0, 20.0, 20.0, 20.6), strict=True))
    moisture.update(dict.fromkeys(_take(rng, young, 4) + _take(rng, old, 2), -99.9))
    moisture.update(dict.fromkeys(_take(rng, young, 3)))

    old_and_dry = _take(rng, old, 14)
    moisture.update({number: rng.uniform(5.0, 19.4) for number in old_and_dry})
    years.update(dict.fromkeys(old_and_dry[:3], 2020))
    return moisture


def _trees(rng: Random, years: dict[str, int]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for position, (number, year) in enumerate(years.items()):
        street, district = STREETS[position * len(STREETS) // TREES]
        rows.append((number, rng.choice(SPECIES), street, district, str(year), _comma(rng.choice(LITRES))))
    return rows


def _with_total(trees: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    total = sum(float(row[5].replace(",", ".")) for row in trees)
    return [*trees, ("Summe", "", "", "", "", _comma(total))]


def _readings(rng: Random, moisture: dict[str, float | None]) -> list[tuple[str, str, str]]:
    """Return the readings in random order, with three sensors whose trees were felled."""
    felled = {number: rng.uniform(5.0, 19.4) for number in ("0305", "0311", "0312")}
    rows = [(number, MEASURED, "" if v is None else _comma(v)) for number, v in (moisture | felled).items()]
    return [rows.pop(rng.randrange(len(rows))) for _ in range(len(rows))]
