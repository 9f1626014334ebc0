# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks the share of visits that give up at step 4, by device, and which device has the highest share."""

from collections.abc import Mapping

from transferforum.grading import Findings, NotYet, Right, Run, close, german, is_number

ASKED = 4
ENOUGH = 20
Steps = Mapping[str, list[int]]


def check(run: Run) -> Findings:
    """The devices first, then their shares (each wrong base is computed and compared), then the highest."""
    steps: dict[str, list[int]] = {}
    for row in run.rows("besuche.csv"):
        steps.setdefault(row["Gerät"], []).append(int(row["Schritt"]))
    reached = {device: [step for step in all_steps if step >= ASKED] for device, all_steps in steps.items()}
    right = {device: _share(found) for device, found in reached.items() if len(found) >= ENOUGH}

    given = _given(run, steps)
    _shares(given, steps, reached, right)
    yield Right("Die Anteile stimmen für jedes Gerät.")
    _highest(run, reached, right)
    yield Right("Das Gerät mit dem höchsten Anteil stimmt. Dort lohnt sich der Versuch zuerst.")


def _share(found: list[int]) -> float:
    return found.count(ASKED) / len(found) * 100


def _given(run: Run, steps: Steps) -> dict[str, float]:
    """Return the learner's shares by device."""
    value = run.variable("anteile")
    if type(value).__name__ == "DataFrame":
        raise NotYet(
            "`anteile` ist eine ganze Tabelle. Gesucht ist eine Zahl je Gerät.",
            next='Nehmen Sie daraus die Spalte mit dem Anteil: `tabelle["mean"]`.',
        )
    shares = value.to_dict() if type(value).__name__ == "Series" else value
    if not isinstance(shares, dict) or not shares or not all(is_number(share) for share in shares.values()):
        raise NotYet(
            "`anteile` nennt nicht für jedes Gerät eine Zahl.",
            next='Beginnen Sie mit einem Stapel je Gerät: `groupby("Gerät")["Abbruch"]`.',
        )
    if not set(shares) <= set(steps):
        raise NotYet(
            "In `anteile` stehen Zeilen, die kein Gerät sind.",
            next='Bilden Sie die Stapel nach der Spalte `Gerät`: `groupby("Gerät")`.',
        )
    return {device: float(share) for device, share in shares.items()}


def _shares(given: dict[str, float], steps: Steps, reached: Steps, right: dict[str, float]) -> None:
    if _same(given, {device: right[device] / 100 for device in given if device in right}):
        raise NotYet(
            "Die Anteile liegen zwischen 0 und 1. Gesucht sind Prozent.",
            next="Nehmen Sie die Anteile mal 100.",
        )
    if _same(given, {device: _share(steps[device]) for device in given}):
        raise NotYet(
            "Ihr Anteil bezieht sich auf alle Besuche, auch auf solche, die Schritt 4 nie gesehen haben.",
            next="Behalten Sie zuerst nur Besuche mit Schritt 4 oder mehr. Rechnen Sie dann.",
        )
    if _same(given, {device: reached[device].count(ASKED) for device in given}):
        raise NotYet(
            "Sie zählen die Abbrüche. Gesucht ist ihr Anteil.",
            next="Teilen Sie durch die Besuche, die Schritt 4 erreicht haben. Bei `True` und `False` tut das `mean`.",
        )
    _devices(given, reached, right)
    if not _same(given, right):
        device = next(name for name in right if not close(given[name], right[name], tolerance=0.051))
        raise NotYet(
            f"Der Anteil für „{device}“ stimmt noch nicht. Dort steht {german(given[device])}.",
            next="Teilen Sie die Besuche mit Schritt 4 durch alle, die mindestens Schritt 4 erreicht haben.",
        )


def _devices(given: dict[str, float], reached: Steps, right: dict[str, float]) -> None:
    if small := sorted(given.keys() - right.keys()):
        raise NotYet(
            f"„{small[0]}“ hat bei Schritt 4 nur {len(reached[small[0]])} Besuche. Das sind zu wenige.",
            next='Behalten Sie nur Geräte mit mindestens 20 Besuchen: Spalte `"size"`.',
        )
    missing = sorted(right.keys() - given.keys())
    if missing and all(len(reached[device]) == ENOUGH for device in missing):
        raise NotYet(
            f"„{missing[0]}“ fehlt. Das Gerät hat genau 20 Besuche.",
            next="„Mindestens 20“ schließt 20 ein. Nehmen Sie `>=` statt `>`.",
        )
    if missing:
        raise NotYet(
            f"In `anteile` fehlt „{missing[0]}“.",
            next="Behalten Sie jedes Gerät mit mindestens 20 Besuchen bei Schritt 4.",
        )


def _same(given: Mapping[str, float], wanted: Mapping[str, float]) -> bool:
    return given.keys() == wanted.keys() and all(close(given[name], wanted[name], tolerance=0.051) for name in given)


def _highest(run: Run, reached: Steps, right: dict[str, float]) -> None:
    given = run.variable("hoechster")
    if is_number(given):
        raise NotYet(
            "In `hoechster` steht eine Zahl. Gesucht ist der Name des Geräts.",
            next="`max` nennt den größten Wert. `idxmax` nennt die Zeile, in der er steht.",
        )
    if not isinstance(given, str) or given not in reached:
        raise NotYet("In `hoechster` steht kein Gerät.", next="Nehmen Sie den Namen aus `anteile`.")
    if given == max(right, key=lambda device: right[device]):
        return
    if given not in right:
        raise NotYet(
            f"„{given}“ hat zu wenige Besuche. So ein Anteil kann Zufall sein.",
            next="Suchen Sie das Größte erst nach dem Filtern, in `anteile`.",
        )
    if given == max(right, key=lambda device: reached[device].count(ASKED)):
        raise NotYet(
            f"„{given}“ hat die meisten Abbrüche, weil es die meisten Besuche hat. Der Anteil ist anderswo höher.",
            next="Suchen Sie das Größte in `anteile`.",
        )
    raise NotYet(
        f"„{given}“ hat nicht den höchsten Anteil.",
        next="Suchen Sie das Größte in `anteile`: `idxmax` nennt den Namen.",
    )
