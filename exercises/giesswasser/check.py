# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks litres and trips for two streets; one leaves a rest, the other fills every tank."""

from transferforum.grading import Findings, NotYet, Right, Run, close, german


def check(run: Run) -> Findings:
    """Water first, then trips, street by street."""
    plan = run.rows("giessplan.csv")
    litres_per_tree, tank = int(plan[0]["Liter je Baum"]), int(plan[0]["Fass"])
    trees = [int(row["Bäume"]) for row in plan]
    litres = [count * litres_per_tree for count in trees]

    _litres(run, "liter_muehlweg", trees[0], litres_per_tree)
    yield Right("Das Wasser für den Mühlweg stimmt.")
    if close(run.variable("liter_rosenweg", float), litres[0]):
        raise NotYet(
            "In `liter_rosenweg` steht das Wasser für den Mühlweg.",
            next="Im Rosenweg stehen andere Bäume. Tauschen Sie in dieser Zeile den Namen.",
        )
    _litres(run, "liter_rosenweg", trees[1], litres_per_tree)
    yield Right("Das Wasser für den Rosenweg stimmt.")
    _trips(run, "fahrten_muehlweg", litres[0], tank)
    yield Right("Die Fahrten für den Mühlweg stimmen.")
    _trips(run, "fahrten_rosenweg", litres[1], tank)
    yield Right("Die Fahrten für den Rosenweg stimmen auch.")


def _litres(run: Run, name: str, trees: int, litres_per_tree: int) -> None:
    value = run.variable(name, float)
    if close(value, trees + litres_per_tree):
        raise NotYet(
            f"In `{name}` haben Sie Bäume und Liter zusammengezählt.",
            next="Jeder Baum bekommt die gleiche Menge. Nehmen Sie mal: mit dem Stern `*`.",
        )
    if not close(value, trees * litres_per_tree):
        raise NotYet(
            f"`{name}` stimmt noch nicht. Dort steht {german(value)}.",
            next="Rechnen Sie: Bäume dieser Straße mal Liter je Baum.",
        )


def _trips(run: Run, name: str, litres: int, tank: int) -> None:
    trips, street = run.variable(name, float), name.removeprefix("fahrten_").replace("ue", "ü").capitalize()
    full, rest = divmod(litres, tank)
    if rest and close(trips, litres / tank):
        raise NotYet(
            f"`{name}` ist keine ganze Zahl.",
            next="Eine halbe Fahrt gibt es nicht. Runden Sie mit `math.ceil( … )` auf.",
        )
    if rest and trips == full:
        raise NotYet(
            f"Für den {street} fehlt eine Fahrt: Einige Bäume bekommen kein Wasser.",
            next="Auch der Rest muss gefahren werden. Runden Sie auf, nicht ab: `math.ceil( … )`.",
        )
    if not rest and trips == full + 1:
        raise NotYet(
            f"Für den {street} ist eine Fahrt zu viel geplant.",
            next="Dort geht es genau auf. Wer immer eins dazuzählt, fährt einmal leer. Nehmen Sie `math.ceil( … )`.",
        )
    if trips != full + bool(rest):
        raise NotYet(
            f"`{name}` stimmt noch nicht. Dort steht {german(trips)}.",
            next="Teilen Sie die Liter der Straße durch die Liter im Fass. Runden Sie dann auf.",
        )
