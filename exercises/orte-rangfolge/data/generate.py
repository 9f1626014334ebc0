# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Erzeugt die synthetischen Daten für die Übung "Fünf Orte zuerst".

orte.csv      Ort;Art;Bezirk;Schatten - 24 Orte, Schatten in Prozent der Fläche zur Mittagszeit.
bezirke.csv   Bezirk;Heiße Tage - die heißen Tage des Sommers je Bezirk.
Beide wie aus einem Fachverfahren: cp1252 und Semikolon. Alle Zahlen sind erfunden.

Punkte = Gewicht der Art x Heiße Tage x (100 - Schatten). Geplante Fallen: In bezirke.csv ist die führende Null des
Bezirks verloren; bei drei Orten fehlt der Schatten, und mindestens einer davon könnte ganz vorn stehen; kleine
Änderungen der Regel ändern die ersten fünf Plätze (siehe _is_sharp).
"""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

TITLE = "Empfindliche Orte und heiße Tage der Beispielstadt (synthetisch)"
SEED = 5149

KINDS = {
    "Pflegeheim": ("Abendstern", "Am Weiher", "Haus Rosenweg", "Lindenhof"),
    "Kita": ("Dachsbau", "Grünschnabel", "Kleine Mühle", "Pusteblume", "Storchennest", "Zwergenhöhle"),
    "Schule": ("Am Stadtpark", "Bäckergasse", "Gießerei", "Lindenplatz", "Schulstraße", "Süd"),
    "Haltestelle": ("Bahnhof", "Friedhof", "Gewerbepark", "Königsplatz", "Klinik", "Markt", "Mühlweg", "Rathaus"),
}
WEIGHTS = {"Pflegeheim": 3, "Kita": 3, "Schule": 2, "Haltestelle": 1}
DISTRICTS = ("01", "02", "03", "04")


class Place(NamedTuple):
    """A place as the learner sees it, with the hot days of its district; shade None means not known."""

    name: str
    kind: str
    district: str
    shade: int | None
    heat: int


def generate(seed: int) -> dict[str, bytes]:
    """Return places and districts: file name -> content."""
    rng = Random(seed)
    places = _places(rng)
    while not _is_sharp(places):
        places = _places(rng)
    heat = sorted({(place.district, place.heat) for place in places})
    return {
        "orte.csv": _csv("Ort;Art;Bezirk;Schatten", [_row(place) for place in places]),
        "bezirke.csv": _csv("Bezirk;Heiße Tage", [f"{int(district)};{days}" for district, days in heat]),
    }


def _csv(header: str, rows: list[str]) -> bytes:
    return "".join(f"{line}\r\n" for line in [header, *rows]).encode("cp1252")


def _row(place: Place) -> str:
    shade = "" if place.shade is None else str(place.shade)
    return f"{place.name};{place.kind};{place.district};{shade}"


def _places(rng: Random) -> list[Place]:
    heat = {district: rng.randrange(11, 27) for district in DISTRICTS}
    places = []
    for kind, names in KINDS.items():
        for number, name in enumerate(names):
            district = DISTRICTS[number] if number < len(DISTRICTS) else rng.choice(DISTRICTS)
            places.append(Place(f"{kind} {name}", kind, district, rng.randrange(3, 90), heat[district]))
    unknown = {rng.randrange(4, 10), rng.randrange(10, 16), rng.randrange(16, 24)}
    places = [place._replace(shade=None) if number in unknown else place for number, place in enumerate(places)]
    return [places.pop(rng.randrange(len(places))) for _ in range(len(places))]


def _first_five(places: list[Place], points: Callable[[Place, int], int]) -> list[str]:
    known = [(points(place, place.shade), place.name) for place in places if place.shade is not None]
    return [name for _, name in sorted(known, reverse=True)[:5]]


def _is_sharp(places: list[Place]) -> bool:
    """True when every slightly different rule gives other first places, and no two places share their points."""
    scores = [WEIGHTS[p.kind] * p.heat * (100 - p.shade) for p in places if p.shade is not None]
    right = _first_five(places, lambda p, shade: WEIGHTS[p.kind] * p.heat * (100 - shade))
    harmless = [place._replace(shade=place.shade or 0) for place in places]
    others = [
        _first_five(places, lambda p, shade: WEIGHTS[p.kind] * p.heat * (99 - shade)),
        _first_five(places, lambda p, shade: WEIGHTS[p.kind] * p.heat * (101 - shade)),
        _first_five(places, lambda p, shade: p.heat * (100 - shade)),
        _first_five(places, lambda p, shade: WEIGHTS[p.kind] * (100 - shade)),
        _first_five(places, lambda p, shade: WEIGHTS[p.kind] * p.heat),
        _first_five(places, lambda p, shade: WEIGHTS[p.kind] * p.heat * shade),
        _first_five(places, lambda p, shade: (WEIGHTS[p.kind] + p.heat) * (100 - shade)),
        _first_five(places, lambda p, shade: WEIGHTS[p.kind] + p.heat + (100 - shade)),
        _first_five(places, lambda p, shade: WEIGHTS[p.kind] * (p.heat + 100 - shade)),
        _first_five(harmless, lambda p, shade: WEIGHTS[p.kind] * p.heat * (100 - shade)),
    ]
    distinct_heat = len({place.heat for place in places}) == len(DISTRICTS)
    return distinct_heat and len(set(scores)) == len(scores) and right not in others
