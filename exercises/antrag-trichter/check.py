# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks the funnel of an application: visits by step, the step at which most give up, the share that arrives."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from transferforum.grading import Findings, NotYet, Right, Run, as_list, close, german, is_number

STEPS = ("Start", "Anmelden", "Angaben machen", "Nachweise hochladen", "Prüfen", "Absenden")
ROBOT = "Prüfprogramm"
Rows = list[dict[str, str]]


def check(run: Run) -> Findings:
    """Counts first: each wrong way of counting is computed and compared. Then the step, then the share."""
    rows = run.rows("protokoll.csv")
    right = _visits(row for row in rows if row["Gerät"] != ROBOT)
    _counts(run, rows, right)
    yield Right("Die Besuche je Schritt stimmen: nur Menschen, jeder einmal.")
    _step(run, right)
    yield Right("Den Schritt mit den meisten Abbrüchen haben Sie gefunden.")
    _share(run, right)
    yield Right("Auch der Anteil stimmt. Jetzt weiß die Amtsleitung, wo sie hinsehen muss.")


def _visits(rows: Iterable[dict[str, str]]) -> list[int]:
    seen = {(row["Schritt"], row["Besuch"]) for row in rows}
    return [sum(step == name for name, _ in seen) for step in STEPS]


def _lines(rows: Iterable[dict[str, str]]) -> list[int]:
    names = [row["Schritt"] for row in rows]
    return [names.count(step) for step in STEPS]


def _counts(run: Run, rows: Rows, right: list[int]) -> None:
    given, in_order = _given(run)
    people = [row for row in rows if row["Gerät"] != ROBOT]
    if given in (_lines(people), _lines(rows)):
        many = max(range(len(STEPS)), key=lambda step: given[step] - right[step] if step else 0)
        raise NotYet(
            f"Sie zählen Zeilen. Bei „{STEPS[many]}“ sind das {given[many]:.0f}, es waren aber {right[many]} Besuche.",
            next="Zählen Sie verschiedene Besuche: `nunique` statt `count` oder `size`.",
        )
    if given == _visits(rows):
        raise NotYet(
            f"Bei „Start“ zählen {given[0] - right[0]:.0f} Besuche des Prüfprogramms mit.",
            next="Behalten Sie vor dem Zählen nur Zeilen, deren `Gerät` nicht `Prüfprogramm` ist.",
        )
    if given == _visits(row for row in rows if row["Gerät"] == ROBOT):
        raise NotYet(
            "Sie zählen nur das Prüfprogramm. Gesucht sind die Menschen.",
            next="Drehen Sie die Bedingung um: `!=` heißt „ist nicht gleich“.",
        )
    if given != right:
        raise NotYet(
            "Die Zahlen in `je_schritt` stimmen noch nicht.",
            next="Stapel nach `Schritt`, darin die verschiedenen Werte der Spalte `Besuch` zählen.",
        )
    if not in_order:
        raise NotYet(
            "Die Zahlen stimmen. Die Schritte stehen aber nicht in der Reihenfolge des Antrags.",
            next="Hängen Sie `.reindex(reihenfolge)` an die Zählung an.",
        )


def _given(run: Run) -> tuple[list[float], bool]:
    """Return the learner's numbers in the order of the steps, and whether they stood in that order."""
    value = run.variable("je_schritt")
    numbers = as_list(list(value.values()) if isinstance(value, dict) else value)
    labels = list(value) if isinstance(value, dict) else as_list(getattr(value, "index", None))
    if numbers is None or len(numbers) != len(STEPS) or not all(is_number(number) for number in numbers):
        raise NotYet(
            "`je_schritt` enthält nicht für jeden der sechs Schritte eine Zahl.",
            next='Beginnen Sie mit einem Stapel je Schritt: `groupby("Schritt")["Besuch"]`.',
        )
    if labels is None or set(labels) != set(STEPS):
        return numbers, True
    by_step = dict(zip(labels, numbers, strict=True))
    return [by_step[step] for step in STEPS], tuple(labels) == STEPS


def _step(run: Run, right: Sequence[int]) -> None:
    given = run.variable("groesster")
    lost = [here - there for here, there in pairwise(right)]
    weak = lost.index(max(lost))
    if is_number(given):
        raise NotYet(
            "In `groesster` steht eine Zahl. Gesucht ist der Name des Schritts.",
            next="`max` nennt den größten Wert. `idxmax` nennt die Zeile, in der er steht.",
        )
    if not isinstance(given, str) or given not in STEPS:
        raise NotYet(
            "In `groesster` steht kein Schritt des Antrags.",
            next="Gesucht ist ein Name aus der Liste `reihenfolge`.",
        )
    if given == STEPS[weak + 1]:
        raise NotYet(
            f"Bei „{given}“ fehlen die Besuche schon. Abgebrochen haben sie einen Schritt davor.",
            next="Vergleichen Sie jeden Schritt mit dem nächsten: `.shift(-1)` holt dessen Zahl heran.",
        )
    if given == STEPS[-1]:
        raise NotYet(
            "„Absenden“ erreichen die wenigsten Besuche. Gesucht ist aber der größte Verlust.",
            next="Ziehen Sie von jedem Schritt die Zahl des nächsten ab. Suchen Sie dann das Größte.",
        )
    if given != STEPS[weak]:
        raise NotYet(
            f"Bei „{given}“ brechen {lost[STEPS.index(given)]} Besuche ab. Anderswo sind es mehr.",
            next="Ziehen Sie von jedem Schritt die Zahl des nächsten ab. Suchen Sie dann das Größte.",
        )


def _share(run: Run, right: Sequence[int]) -> None:
    given = run.variable("quote", float)
    share = right[-1] / right[0]
    if close(given, share * 100, tolerance=0.051):
        return
    if close(given, share):
        raise NotYet(
            "`quote` ist ein Anteil zwischen 0 und 1. Gesucht sind Prozent.",
            next="Nehmen Sie den Anteil mal 100.",
        )
    if close(given, 100 / share, tolerance=0.5) or close(given, 1 / share):
        raise NotYet(
            "Sie haben andersherum geteilt: Es können nicht mehr ankommen, als begonnen haben.",
            next="Oben steht „Absenden“, unten „Start“.",
        )
    if close(given, 100 - share * 100, tolerance=0.051):
        raise NotYet(
            "Das ist der Anteil der Abbrüche. Gesucht ist der Anteil, der ankommt.",
            next="Teilen Sie die Besuche bei „Absenden“ durch die Besuche bei „Start“.",
        )
    if close(given, right[-1] / right[-2] * 100, tolerance=0.051):
        raise NotYet(
            "Sie vergleichen mit „Prüfen“. Gesucht ist der Anteil an allen Besuchen.",
            next="Alle Besuche stehen bei „Start“.",
        )
    raise NotYet(
        f"`quote` stimmt noch nicht. Dort steht {german(given)}.",
        next="Teilen Sie die Besuche bei „Absenden“ durch die Besuche bei „Start“, mal 100.",
    )
