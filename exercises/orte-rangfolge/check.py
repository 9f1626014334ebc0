# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks the five places with the most points, in order, and the list of places whose shade is not known."""

from collections.abc import Callable, Mapping

from transferforum.grading import Findings, NotYet, Right, Run

WEIGHTS = {"Pflegeheim": 3, "Kita": 3, "Schule": 2, "Haltestelle": 1}
Places = list[dict[str, str]]
Points = Callable[[Mapping[str, str], int, int], float]


def check(run: Run) -> Findings:
    """Typical wrong rankings are computed and compared, so that each gets its own words."""
    places = run.rows("orte.csv")
    heat = {row["Bezirk"].zfill(2): int(row["Heiße Tage"]) for row in run.rows("bezirke.csv")}
    known = [place for place in places if place["Schatten"]]
    unknown = {place["Ort"] for place in places if not place["Schatten"]}

    given = _names(run, "zuerst", places)
    right = _ranked(known, heat, _points)
    _not_mistaken(given, right, _mistakes(places, known, heat))
    _length(given)
    _same(given, right[:5])
    yield Right("Die fünf Orte stimmen, auch ihre Reihenfolge.")
    _unknown(_names(run, "unklar", places), unknown)
    yield Right("Sie nennen auch die Orte, über die die Daten nichts sagen.")


def _points(place: Mapping[str, str], heat: int, shade: int) -> float:
    return WEIGHTS[place["Art"]] * heat * (100 - shade)


def _ranked(places: Places, heat: Mapping[str, int], points: Points) -> list[str]:
    def key(place: Mapping[str, str]) -> float:
        return -points(place, heat[place["Bezirk"]], int(place["Schatten"] or 0))

    return [place["Ort"] for place in sorted(places, key=key)]


def _names(run: Run, variable: str, places: Places) -> list[str]:
    values = run.variable(variable, list)
    if not values and variable == "zuerst":
        raise NotYet(
            "`zuerst` ist leer: Beim Zusammenführen sind alle Zeilen verschwunden.",
            next="Vergleichen Sie die Spalte `Bezirk` in beiden Tabellen: Einmal steht dort `03`, einmal `3`.",
        )
    names = [place["Ort"] for place in places]
    if strange := [value for value in values if value not in names]:
        raise NotYet(
            f"In `{variable}` steht etwas, das kein Ort der Liste ist: `{strange[0]}`.",
            next="Nehmen Sie die Spalte `Ort`. Dort stehen die Namen.",
        )
    return [str(value) for value in values]


def _mistakes(places: Places, known: Places, heat: Mapping[str, int]) -> tuple[tuple[list[str], NotYet], ...]:
    """Return wrong rankings, each with what to say about it."""
    no_weight = _ranked(known, heat, lambda place, hot, shade: hot * (100 - shade))
    no_heat = _ranked(known, heat, lambda place, hot, shade: WEIGHTS[place["Art"]] * (100 - shade))
    shade_first = _ranked(known, heat, lambda place, hot, shade: WEIGHTS[place["Art"]] * hot * shade)
    as_sunny = _ranked(places, heat, _points)
    return (
        (
            _ranked(known, heat, lambda place, hot, shade: -_points(place, hot, shade)),
            NotYet(
                "Ihre Liste beginnt mit den wenigsten Punkten.",
                next="Sortieren Sie absteigend: `ascending=False`.",
            ),
        ),
        (
            shade_first,
            NotYet(
                "Bei Ihnen bringt viel Schatten viele Punkte. Es soll umgekehrt sein.",
                next="Rechnen Sie mit der Fläche in der Sonne: 100 minus Schatten.",
            ),
        ),
        (
            as_sunny,
            NotYet(
                "Orte ohne Angabe zum Schatten zählen bei Ihnen wie Orte ohne Schatten.",
                next="Ein leeres Feld ist keine Null. Lassen Sie diese Orte aus der Rangfolge heraus.",
            ),
        ),
        (
            no_weight,
            NotYet(
                "In Ihren Punkten fehlt das Gewicht der Art.",
                next='Mit `tabelle["Art"].map(gewichte)` bekommt jede Zeile ihr Gewicht. Nehmen Sie es mal.',
            ),
        ),
        (
            no_heat,
            NotYet(
                "In Ihren Punkten fehlen die heißen Tage des Bezirks.",
                next="Nehmen Sie auch mit der Spalte `Heiße Tage` mal.",
            ),
        ),
    )


def _not_mistaken(given: list[str], right: list[str], mistakes: tuple[tuple[list[str], NotYet], ...]) -> None:
    size = min(len(given), 5)
    for wrong, words in mistakes:
        if size >= 3 and given[:size] == wrong[:size] != right[:size]:
            raise words


def _length(given: list[str]) -> None:
    if len(given) != 5:
        raise NotYet(
            f"In `zuerst` stehen {len(given)} Orte. Gesucht sind fünf.",
            next="Nehmen Sie nach dem Sortieren die ersten fünf Zeilen: `.head(5)`.",
        )


def _same(given: list[str], right: list[str]) -> None:
    if set(given) == set(right) and given != right:
        raise NotYet(
            "Die fünf Orte stimmen, ihre Reihenfolge noch nicht.",
            next="Sortieren Sie zuerst nach Punkten. Nehmen Sie dann die ersten fünf, als Liste oder Spalte.",
        )
    if given != right:
        raise NotYet(
            "Die fünf Orte stimmen noch nicht.",
            next="Prüfen Sie die Regel: Gewicht mal heiße Tage mal (100 minus Schatten). Die Klammern zählen.",
        )


def _unknown(given: list[str], unknown: set[str]) -> None:
    if set(given) - unknown:
        raise NotYet(
            "In `unklar` stehen Orte, deren Schatten bekannt ist.",
            next="Filtern Sie mit `.isna()`: Das findet die leeren Felder der Spalte `Schatten`.",
        )
    if set(given) != unknown:
        raise NotYet(
            "In `unklar` fehlen Orte ohne Angabe zum Schatten.",
            next="Suchen Sie in der ganzen Tabelle nach leeren Feldern, nicht nur in den ersten Zeilen.",
        )
