# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks which young trees stand dry, and how much water they get; names the part of the rule that was missed."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from transferforum.grading import Findings, NotYet, Right, Run, close, german

Row = Mapping[str, str]


def check(run: Run) -> Findings:
    """The wrong idea first (rows side by side), then trees too many, then trees missing, then the water."""
    trees = {row["Baum"]: row for row in run.rows("baeume.csv") if row["Baum"] != "Summe"}
    readings = run.rows("bodenfeuchte.csv")
    moisture = {row["Baum"]: _number(row["Feuchte"]) for row in readings if row["Feuchte"]}
    thirsty = {number for number in moisture.keys() & trees if _is_thirsty(trees[number], moisture[number])}

    given = _given(run)
    _not_side_by_side(given, trees, [row["Feuchte"] for row in readings], thirsty)
    _not_too_many(given - thirsty, trees, moisture)
    yield Right("Alle Bäume auf Ihrer Liste sind jung und stehen trocken.")
    _none_missing(thirsty - given, trees)
    yield Right(f"Die Liste ist vollständig: {len(thirsty)} Bäume brauchen heute Abend Wasser.")
    _water(run, sum(_number(trees[number]["Liter"]) for number in thirsty))
    yield Right("Auch die Wassermenge stimmt. Der Gießwagen kann los.")


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _is_thirsty(tree: Row, moisture: float) -> bool:
    return int(tree["Gepflanzt"]) >= 2021 and 0 <= moisture < 20


def _given(run: Run) -> set[str]:
    """Return the learner's tree numbers as text with four digits."""
    values = run.variable("durstig", list)
    if values and all(isinstance(value, bool) for value in values):
        raise NotYet(
            "In `durstig` stehen nur `True` und `False`.",
            next="Das ist die Bedingung. Setzen Sie sie in eckige Klammern hinter die Tabelle: `tabelle[ … ]`.",
        )
    numbers = [_tree_number(value) for value in values]
    if not numbers or "" in numbers:
        raise NotYet(
            "In `durstig` stehen keine Baumnummern.",
            next="Nehmen Sie aus der gefilterten Tabelle die Spalte `Baum`.",
        )
    if len(set(numbers)) < len(numbers):
        raise NotYet(
            "In `durstig` steht mindestens ein Baum zweimal.",
            next='Führen Sie die Tabellen nur einmal zusammen, mit `on="Baum"`.',
        )
    return set(numbers)


def _tree_number(value: Any) -> str:
    """Return "0017" for "0017", "17", 17 and 17.0; nothing for what is no number of a tree."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).strip()
    return text.zfill(4) if text.isdigit() and not isinstance(value, bool) else ""


def _not_side_by_side(given: set[str], trees: Mapping[str, Row], column: Iterable[str], right: set[str]) -> None:
    """Catch the moisture column put beside the tree list row by row, although the orders differ."""
    pairs = zip(trees, column, strict=False)
    wrong = {number for number, text in pairs if text and _is_thirsty(trees[number], _number(text))}
    if given == wrong != right:
        raise NotYet(
            "Sie haben die Messwerte Zeile für Zeile neben die Bäume gelegt. Die Reihenfolge ist aber verschieden.",
            next='Führen Sie die Tabellen über die Baumnummer zusammen: `baeume.merge(feuchte, on="Baum")`.',
        )


def _not_too_many(extra: Collection[str], trees: Mapping[str, Row], moisture: Mapping[str, float]) -> None:
    known = sorted(number for number in extra if number in trees and number in moisture)
    if broken := [number for number in known if moisture[number] < 0]:
        raise NotYet(
            f"Der Sensor von Baum {broken[0]} ist gestört: Er meldet `-99,9`.",
            next="Über solche Bäume wissen wir nichts. Behalten Sie nur Werte ab 0.",
        )
    if exact := [number for number in known if moisture[number] == 20]:
        raise NotYet(
            f"Baum {exact[0]} hat genau 20,0 Prozent. Das ist nicht unter 20.",
            next="Nehmen Sie `<` statt `<=`.",
        )
    if old := [number for number in known if int(trees[number]["Gepflanzt"]) < 2021]:
        raise NotYet(
            f"Auf Ihrer Liste stehen ältere Bäume, zum Beispiel Baum {old[0]} von {trees[old[0]]['Gepflanzt']}.",
            next="Es geht nur um Bäume, die 2021 oder später gepflanzt wurden: Spalte `Gepflanzt`.",
        )
    _only_known(extra, trees, moisture)


def _only_known(extra: Collection[str], trees: Mapping[str, Row], moisture: Mapping[str, float]) -> None:
    if felled := sorted(number for number in extra if number not in trees):
        raise NotYet(
            f"Die Nummer {felled[0]} steht nicht in der Baumliste.",
            next="Führen Sie Baumliste und Messwerte zusammen. Nehmen Sie dann die Spalte `Baum`.",
        )
    if silent := sorted(number for number in extra if number not in moisture):
        raise NotYet(
            f"Für Baum {silent[0]} gibt es keinen Messwert.",
            next="Wählen Sie nur Bäume aus, deren Feuchte gemessen ist.",
        )
    if extra:
        raise NotYet(
            f"Baum {min(extra)} hat genug Wasser. Sein Boden hat {german(moisture[min(extra)])} Prozent Feuchte.",
            next="Prüfen Sie die Grenze: unter 20 Prozent.",
        )


def _none_missing(missing: Collection[str], trees: Mapping[str, Row]) -> None:
    if missing and all(trees[number]["Gepflanzt"] == "2021" for number in missing):
        raise NotYet(
            "Auf Ihrer Liste fehlen die Bäume, die 2021 gepflanzt wurden.",
            next="„2021 oder später“ schließt 2021 ein. Nehmen Sie `>=` statt `>`.",
        )
    if missing:
        raise NotYet(
            f"Auf Ihrer Liste fehlt mindestens ein Baum: {min(missing)}.",
            next="Prüfen Sie jede Bedingung der Regel: Welche schließt diesen Baum zu Unrecht aus?",
        )


def _water(run: Run, litres: float) -> None:
    value = run.variable("liter", float)
    if not close(value, litres):
        raise NotYet(
            f"`liter` stimmt noch nicht. Dort steht {german(value)}.",
            next="Zählen Sie die Spalte `Liter` nur für die durstigen Bäume zusammen, also nach dem Filtern.",
        )
