# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks the 90th percentile, the share within 20 minutes, and the slowest service among the large groups."""

import math
from statistics import mean, median

from transferforum.grading import Findings, NotYet, Right, Run, close, german

PROMISE, ENOUGH = 20, 30
ROUNDED = 0.05


def check(run: Run) -> Findings:
    """For all first, then the share, then by service."""
    rows = run.rows("tickets.csv")
    groups: dict[str, list[float]] = {row["Anliegen"]: [] for row in rows}
    for row in rows:
        if row["Wartezeit"]:
            groups[row["Anliegen"]].append(float(row["Wartezeit"].replace(",", ".")))
    waits = [wait for group in groups.values() for wait in group]

    _ninety(run, waits)
    yield Right("Das Versprechen stimmt: Neun von zehn Menschen warten höchstens so lange.")
    _share(run, waits, len(rows))
    yield Right("Der Anteil stimmt.")
    _slowest(run, groups, [row["Anliegen"] for row in rows])
    yield Right("Auch das langsamste Anliegen stimmt, ohne die kleinen Gruppen.")


def _around_ninety(waits: list[float]) -> tuple[float, float]:
    """Return the two values between which every usual way to compute the 90th percentile ends."""
    ordered, place = sorted(waits), 0.9 * (len(waits) - 1)
    return ordered[math.floor(place)], ordered[math.ceil(place)]


def _ninety(run: Run, waits: list[float]) -> None:
    value = run.variable("neunzig", float)
    low, high = _around_ninety(waits)
    if low - ROUNDED <= value <= high + ROUNDED:
        return
    if close(value, 0.9 * max(waits), ROUNDED):
        raise NotYet(
            "In `neunzig` steht neun Zehntel der längsten Wartezeit.",
            next="Gesucht ist die Zeit, unter der neun von zehn **Menschen** liegen: `quantile( … )`.",
        )
    if close(value, mean(waits), ROUNDED) or close(value, median(waits), ROUNDED):
        raise NotYet(
            "In `neunzig` steht die Mitte der Wartezeiten.",
            next="Die Hälfte wartet länger. Gesucht ist die Zeit, die für neun von zehn reicht.",
        )
    if close(value, sorted(waits)[math.ceil(0.1 * (len(waits) - 1))], 0.5):
        raise NotYet(
            "In `neunzig` steht die Zeit, unter der nur einer von zehn bleibt.",
            next="Neun von zehn sind 0.9.",
        )
    raise NotYet(
        f"In `neunzig` steht {german(value)}. Das stimmt noch nicht.",
        next="Nehmen Sie `quantile( … )` von der Spalte `warten`. In die Klammern gehört 0.9.",
    )


def _share(run: Run, waits: list[float], tickets: int) -> None:
    value = run.variable("anteil", float)
    within = sum(wait <= PROMISE for wait in waits)
    right = 100 * within / len(waits)
    if close(value, right, ROUNDED):
        return
    if close(value, right / 100, 0.0005):
        raise NotYet(
            f"`anteil` ist ein Bruch: {german(value, 3)}. Gefragt sind Prozent.",
            next="Nehmen Sie das Ergebnis mal 100.",
        )
    if close(value, 100 * within / tickets, ROUNDED):
        raise NotYet(
            "In `anteil` zählen Menschen mit, die vor dem Aufruf gegangen sind.",
            next="Lassen Sie die leeren Felder weg, bevor Sie rechnen: `dropna()`.",
        )
    if close(value, 100 * sum(wait < PROMISE for wait in waits) / len(waits), ROUNDED):
        raise NotYet(
            "In `anteil` fehlen die Menschen, die genau 20 Minuten warten.",
            next="„Höchstens 20“ schließt 20 ein. Nehmen Sie `<=` statt `<`.",
        )
    if close(value, 100 - right, ROUNDED):
        raise NotYet(
            "`anteil` nennt die Menschen, die länger warten.",
            next="Drehen Sie den Vergleich um: höchstens 20 Minuten.",
        )
    if close(value, within):
        raise NotYet(
            "`anteil` ist eine Anzahl. Gefragt sind Prozent.",
            next="Nehmen Sie `.mean()` statt `.sum()`, und das mal 100.",
        )
    raise NotYet(
        f"In `anteil` steht {german(value)}. Das stimmt noch nicht.",
        next="Vergleichen Sie `warten` mit 20, bilden Sie den Mittelwert und nehmen Sie ihn mal 100.",
    )


def _slowest(run: Run, groups: dict[str, list[float]], rows: list[str]) -> None:
    name = run.variable("langsam", str)
    slow = {one: _around_ninety(waits)[1] for one, waits in groups.items()}

    def slowest(enough: list[str]) -> str:
        return max(enough, key=lambda one: slow[one])

    large = [one for one in groups if len(groups[one]) >= ENOUGH]
    if name == slowest(large):
        return
    if name == slowest([one for one in groups if rows.count(one) >= ENOUGH]):
        raise NotYet(
            f"`{name}` hat zu wenige Wartezeiten. Sie haben auch die leeren Felder gezählt.",
            next="`count()` zählt nur vorhandene Werte, `size()` zählt alle Zeilen.",
        )
    if name in groups and len(groups[name]) < ENOUGH:
        raise NotYet(
            f"`{name}` hat nur {len(groups[name])} Wartezeiten. Das ist zu wenig für eine Aussage.",
            next="Behalten Sie in `gross` nur Anliegen, bei denen `anzahl` mindestens 30 ist.",
        )
    if name == slowest([one for one in groups if len(groups[one]) > ENOUGH]):
        raise NotYet(
            "In `gross` fehlt ein Anliegen mit genau 30 Wartezeiten.",
            next="„Mindestens 30“ schließt 30 ein. Nehmen Sie `>=` statt `>`.",
        )
    raise NotYet(
        f"`langsam` ist `{name}`. Das stimmt noch nicht.",
        next="Suchen Sie in `gross` die Zeile mit dem größten Wert: `idxmax()`.",
    )
