# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks that small groups are suppressed, and where the total of a place would give them away."""

from collections import Counter
from collections.abc import Mapping

from transferforum.grading import Findings, NotYet, Right, Run, is_number

LIMIT = 5
Group = tuple[str, str]


def check(run: Run) -> Findings:
    """The counts first, then what may be shown, how many may not, and where a total undoes it."""
    rows = run.rows("antraege.csv")
    lines = Counter((row["Ortsteil"], row["Weg"]) for row in rows)
    right = Counter({row["Antrag"]: (row["Ortsteil"], row["Weg"]) for row in rows}.values())
    small = sorted(group for group, number in right.items() if number < LIMIT)

    _counts(_given(run, "anzahl", right), lines, right)
    yield Right("Jeder Antrag zählt einmal, jede Gruppe hat ihre Zahl.")
    _shown(_given(run, "frei", right), right)
    yield Right("Die Tabelle zeigt nur Gruppen ab 5.")
    _suppressed(run, right, small)
    yield Right(f"Auch die Zahl der Sperren stimmt: {len(small)} Gruppen sind zu klein.")
    _undone(run, right, small)
    yield Right("Diese Ortsteile stimmen. Hier muss eine zweite Zahl weg oder die Summe.")


def _given(run: Run, name: str, right: Mapping[Group, int]) -> dict[Group, float]:
    """Return the learner's numbers by group; empty ones are left out."""
    value = run.variable(name)
    kind = type(value).__name__
    if kind == "DataFrame":
        raise NotYet(
            f"`{name}` ist eine Tabelle mit mehreren Spalten. Gesucht ist eine Zahl je Gruppe.",
            next="Lassen Sie die Zahlen so, wie `size()` sie liefert.",
        )
    if kind == "Series" and str(getattr(value, "dtype", "")) == "bool":
        raise NotYet(
            f"In `{name}` stehen nur `True` und `False`.",
            next=f"Das ist die Bedingung. Setzen Sie sie in eckige Klammern hinter die Zahlen: `{name} = anzahl[ … ]`.",
        )
    numbers = value.to_dict() if kind == "Series" else value
    if not isinstance(numbers, dict) or not numbers or not all(group in right for group in numbers):
        raise NotYet(
            f"`{name}` nennt nicht für Gruppen aus Ortsteil und Weg eine Zahl.",
            next='Bilden Sie Gruppen aus zwei Spalten: `groupby(["Ortsteil", "Weg"])`.',
        )
    return {group: float(number) for group, number in numbers.items() if is_number(number)}


def _counts(given: Mapping[Group, float], lines: Mapping[Group, int], right: Mapping[Group, int]) -> None:
    if given == right:
        return
    if given == lines:
        raise NotYet(
            f"Sie zählen {sum(lines.values())} Zeilen. Es sind aber {sum(right.values())} Anträge.",
            next='Korrigierte Anträge stehen zweimal da. Nehmen Sie zuerst `drop_duplicates("Antrag")`.',
        )
    if given.keys() < right.keys():
        raise NotYet(
            "In `anzahl` fehlen Gruppen. Hier soll noch nichts gesperrt sein.",
            next="Zählen Sie in `anzahl` alle Gruppen. Erst `frei` lässt die kleinen weg.",
        )
    place, way = min(group for group in right if given.get(group) != right[group])
    raise NotYet(
        f"Die Zahl für {place}, {way}, stimmt noch nicht.",
        next="Zählen Sie je Gruppe die Anträge, jeden genau einmal.",
    )


def _shown(given: Mapping[Group, float], right: Mapping[Group, int]) -> None:
    if exposed := sorted(group for group in given if right[group] < LIMIT):
        place, way = exposed[0]
        raise NotYet(
            f"`frei` zeigt noch eine kleine Gruppe: {place}, {way}.",
            next="Behalten Sie nur Gruppen mit 5 oder mehr Anträgen.",
        )
    missing = sorted(group for group, number in right.items() if number >= LIMIT and group not in given)
    if missing and all(right[group] == LIMIT for group in missing):
        raise NotYet(
            f"Sie sperren auch Gruppen mit genau 5 Anträgen: {', '.join(missing[0])}.",
            next="„Unter 5“ schließt 5 nicht ein. Ab 5 schreiben Sie `>=`.",
        )
    if missing or any(given[group] != right[group] for group in given):
        raise NotYet(
            "In `frei` fehlen Gruppen oder Zahlen haben sich verändert.",
            next="Filtern Sie `anzahl`. Die Zahlen selbst bleiben, wie sie sind.",
        )


def _suppressed(run: Run, right: Mapping[Group, int], small: list[Group]) -> None:
    given = run.variable("gesperrt", int)
    if given == len(small):
        return
    if given == sum(right[group] for group in small):
        raise NotYet(
            f"{given} ist die Zahl der Anträge in kleinen Gruppen. Gesucht ist die Zahl der Gruppen.",
            next="Vergleichen Sie `anzahl` mit 5. Zählen Sie die `True`.",
        )
    if given == sum(number <= LIMIT for number in right.values()):
        raise NotYet(
            "In `gesperrt` zählen Gruppen mit genau 5 Anträgen mit.",
            next="„Unter 5“ schreiben Sie `<`, nicht `<=`.",
        )
    if given == len(right) - len(small):
        raise NotYet(
            f"{given} Gruppen dürfen gezeigt werden. Gesucht sind die anderen.",
            next="Zählen Sie die Gruppen unter 5.",
        )
    raise NotYet(
        f"`gesperrt` ist {given}. Das stimmt noch nicht.",
        next="Vergleichen Sie `anzahl` mit 5. Zählen Sie die `True`.",
    )


def _undone(run: Run, right: Mapping[Group, int], small: list[Group]) -> None:
    values = run.variable("offen", list)
    places = {place for place, _ in right}
    if not values or not all(isinstance(value, str) and value in places for value in values):
        raise NotYet(
            "In `offen` stehen keine Ortsteile.",
            next="Die Namen der Zeilen bekommen Sie mit `.index`.",
        )
    given = set(values)
    suppressed = Counter(place for place, _ in small)
    if given == set(suppressed) != {place for place in suppressed if suppressed[place] == 1}:
        raise NotYet(
            "In `offen` stehen alle Ortsteile mit einer Sperre. Zwei gesperrte Zahlen schützen sich aber gegenseitig.",
            next="Gesucht sind nur Ortsteile mit genau einer gesperrten Gruppe: `== 1`.",
        )
    for place in sorted(given):
        if suppressed[place] != 1:
            raise NotYet(
                f"In {place} sind {suppressed[place]} Gruppen gesperrt, nicht genau eine.",
                next="Zählen Sie je Ortsteil die kleinen Gruppen. Behalten Sie nur die Ortsteile mit 1.",
            )
    if missing := sorted(place for place in suppressed if suppressed[place] == 1 and place not in given):
        raise NotYet(
            f"In `offen` fehlt ein Ortsteil: {missing[0]}.",
            next="Zählen Sie je Ortsteil die kleinen Gruppen. Behalten Sie alle Ortsteile mit 1.",
        )
