# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt die synthetischen Daten des Kurses "Stadtbäume und Hitze".

Alle Zahlen sind erfunden und gehören zur erfundenen Beispielstadt. Die Dateien sehen aus wie Ausgaben eines
Fachverfahrens: Windows-Zeichensatz (cp1252), Semikolon, Dezimalkomma, Datum als TT.MM.JJJJ.

baeume.csv           Baum;Baumart;Straße;Bezirk;Gepflanzt;Liter - 240 Bäume. Fallen: die Zeile "Summe" am Ende,
                     Bezirk und Baumnummer mit führender Null, "Lindenstr." neben "Lindenstraße" und "Lindenplatz".
bodenfeuchte.csv     Baum;Gemessen;Feuchte - ein Wert je Sensor, in zufälliger Folge. Fallen: -99,9 heißt Störung,
                     leere Felder, Bäume ohne Sensor, Sensoren gefällter Bäume, Werte von genau 25,0.
temperatur.csv       Zeit;Grad - Station Stadtpark, Juni und Juli 2026, alle drei Stunden. Fallen: fehlende Zeilen,
                     leere Felder, Höchstwerte von genau 30,0 und Tiefstwerte von genau 20,0.
zeitumstellung.csv   Zeit;Zone;Grad - der 25.10.2026 Stunde für Stunde. Falle: Zwei Uhr kommt zweimal vor.
spielplaetze.csv     Ort;Bezirk;Schatten - zwölf Spielplätze. Falle: Bei zweien fehlt der Schatten.
bezirke.csv          Bezirk;Heiße Tage - Falle: Die führende Null des Bezirks ist verloren.
"""

import datetime
from collections.abc import Sequence
from random import Random

TITLE = "Bäume, Bodenfeuchte, Temperaturen und Spielplätze der Beispielstadt (synthetisch)"
SEED = 2609

STREETS = (
    ("Bäckergasse", "01"),
    ("Königsplatz", "01"),
    ("Lindenstraße", "02"),
    ("Lindenplatz", "02"),
    ("Grünstraße", "02"),
    ("Mühlweg", "03"),
    ("Gießereistraße", "03"),
    ("Rosenweg", "04"),
    ("Am Weiher", "04"),
    ("Schulstraße", "04"),
)
SPECIES = ("Winter-Linde", "Spitz-Ahorn", "Stiel-Eiche", "Hainbuche", "Mehlbeere", "Zürgelbaum")
LITRES = (50.0, 62.5, 75.0, 87.5, 100.0)
PLAYGROUNDS = (
    "Abenteuerland",
    "Bärenhöhle",
    "Drachennest",
    "Grüner Hof",
    "Kastanieninsel",
    "Kleine Mühle",
    "Lindenhof",
    "Rosengarten",
    "Schlossblick",
    "Schulhof Nord",
    "Storchennest",
    "Weidenhütte",
)
DISTRICTS = ("01", "02", "03", "04")
TREES = 240
PROFILE = (0.25, 0.08, 0.0, 0.4, 0.8, 1.0, 0.75, 0.45)  # share of the day's range at 0, 3, ... 21 o'clock


def generate(seed: int) -> dict[str, bytes]:
    """Return the files of the course: name -> content."""
    rng = Random(seed)
    trees = _trees(rng)
    return {
        "baeume.csv": _csv("Baum;Baumart;Straße;Bezirk;Gepflanzt;Liter", _with_total(trees)),
        "bodenfeuchte.csv": _csv("Baum;Gemessen;Feuchte", _moisture(rng, trees)),
        "temperatur.csv": _csv("Zeit;Grad", _temperatures(rng)),
        "zeitumstellung.csv": _csv("Zeit;Zone;Grad", _clock_change(rng)),
        "spielplaetze.csv": _csv("Ort;Bezirk;Schatten", _playgrounds(rng)),
        "bezirke.csv": _csv("Bezirk;Heiße Tage", _districts(rng)),
    }


def _csv(header: str, rows: Sequence[Sequence[str]]) -> bytes:
    lines = [header, *(";".join(row) for row in rows)]
    return "".join(f"{line}\r\n" for line in lines).encode("cp1252")


def _comma(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def _trees(rng: Random) -> list[tuple[str, ...]]:
    """Return the tree list street by street; a third of "Lindenstraße" is shortened."""
    places = sorted((rng.randrange(len(STREETS)) for _ in range(TREES)), key=int)
    rows: list[tuple[str, ...]] = []
    for number, place in enumerate(places, start=1):
        street, district = STREETS[place]
        if street == "Lindenstraße" and rng.random() < 0.35:
            street = "Lindenstr."
        planted = str(rng.randrange(1962, 2026))
        rows.append((f"{number:04}", rng.choice(SPECIES), street, district, planted, _comma(rng.choice(LITRES))))
    return rows


def _with_total(trees: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    total = sum(float(row[5].replace(",", ".")) for row in trees)
    return [*trees, ("Summe", "", "", "", "", _comma(total))]


def _take(rng: Random, items: list[str], count: int) -> list[str]:
    return [items.pop(rng.randrange(len(items))) for _ in range(count)]


def _moisture(rng: Random, trees: Sequence[tuple[str, ...]]) -> list[tuple[str, str, str]]:
    """Return one reading per sensor in random order; 36 trees have none, three sensors belong to felled trees."""
    numbers = [row[0] for row in trees]
    _take(rng, numbers, 36)
    exact = [row[0] for row in trees if row[3] == "02" and row[0] in numbers][:2]
    values = {number: rng.uniform(12.0, 58.0) for number in numbers}
    values.update(dict.fromkeys(exact, 25.0))
    others = [number for number in numbers if number not in exact]
    values.update(dict.fromkeys(_take(rng, others, 5), -99.9))
    silent = _take(rng, others, 3)
    felled = {f"{number:04}": rng.uniform(12.0, 24.0) for number in (311, 312, 317)}
    readings = [(number, "20.07.2026 18:00", "" if number in silent else _comma(v)) for number, v in values.items()]
    readings += [(number, "20.07.2026 18:00", _comma(v)) for number, v in felled.items()]
    return [readings.pop(rng.randrange(len(readings))) for _ in range(len(readings))]


def _temperatures(rng: Random) -> list[tuple[str, str]]:
    """Return June and July 2026; two days touch the limits exactly, four days have gaps."""
    first = datetime.date(2026, 6, 1)
    ranges, high = {}, 25.0
    for day in range(61):
        high += rng.uniform(-3.5, 3.5) + (26.5 - high) * 0.2
        ranges[day] = (high - rng.uniform(10.5, 14.0), high)
    ranges[17] = (19.4, 30.0)
    ranges[44] = (20.0, 33.1)
    ranges[45] = (20.8, 34.6)
    ranges[46] = (18.2, 33.8)  # its night is missing: the remaining minimum looks like a tropical night
    missing = {(46, 0), (46, 1), (46, 2), (25, 5)}
    empty = {(8, 3), (33, 5)}
    rows = []
    for day, (low, high) in ranges.items():
        for slot, share in enumerate(PROFILE):
            if (day, slot) in missing:
                continue
            time = f"{first + datetime.timedelta(days=day):%d.%m.%Y} {slot * 3:02}:00"
            rows.append((time, "" if (day, slot) in empty else _comma(low + (high - low) * share)))
    return rows


def _clock_change(rng: Random) -> list[tuple[str, str, str]]:
    """Return the 25 hours of the day on which summer time ends."""
    hours = [(hour, "MESZ") for hour in range(3)] + [(hour, "MEZ") for hour in range(2, 24)]
    rows = []
    for position, (hour, zone) in enumerate(hours):
        warmth = 6.0 + max(0.0, 7.0 - abs(position - 15)) + rng.uniform(-0.4, 0.4)
        rows.append((f"25.10.2026 {hour:02}:00", zone, _comma(warmth)))
    return rows


def _playgrounds(rng: Random) -> list[tuple[str, str, str]]:
    unknown = _take(rng, list(PLAYGROUNDS), 2)
    rows = []
    for number, name in enumerate(PLAYGROUNDS):
        shade = "" if name in unknown else str(rng.randrange(1, 18) * 5)
        rows.append((name, DISTRICTS[number % len(DISTRICTS)], shade))
    return rows


def _districts(rng: Random) -> list[tuple[str, str]]:
    base = 9 + rng.randrange(4)
    return [(str(int(district)), str(base + 4 * (4 - int(district)))) for district in DISTRICTS]
