# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks a day played with the desks of today and with one more: percentiles, long waits, hours saved."""

import math
from collections.abc import Sequence
from statistics import mean, median

from transferforum.grading import Findings, NotYet, Right, Run, close, german

LIMIT = 20
ROUNDED = 0.05
Visits = Sequence[tuple[int, float]]


def check(run: Run) -> Findings:
    """The two runs of the day first, then the numbers that follow from them."""
    visits = [_visit(row) for row in run.rows("montag.csv")]
    desks = int(run.rows("schalter.csv")[0]["Anzahl"])
    now, more = _waits(visits, desks), _waits(visits, desks + 1)

    _now(run, now)
    yield Right(f"Der Tag mit {desks} Schaltern ist durchgespielt. Das Modell trifft die gemessenen Wartezeiten.")
    _more(run, visits, now, more, desks)
    yield Right(f"Auch mit {desks + 1} Schaltern ist der Tag durchgespielt.")
    _ninety(run, "neunzig_jetzt", "jetzt", now)
    _ninety(run, "neunzig_mehr", "mehr", more)
    yield Right("Beide Zeiten für neun von zehn stimmen.")
    _long(run, "lange_jetzt", "jetzt", now)
    _long(run, "lange_mehr", "mehr", more)
    yield Right("Die langen Wartezeiten sind richtig gezählt.")
    _saved(run, sum(now), sum(more))
    yield Right("Auch die gesparten Stunden stimmen.")


def _visit(row: dict[str, str]) -> tuple[int, float]:
    hour, minute = row["Ankunft"][-5:].split(":")
    return 60 * int(hour) + int(minute), float(row["Dauer"].replace(",", "."))


def _waits(visits: Visits, desks: int) -> list[float]:
    free, waits = [0.0] * desks, []
    for minute, duration in visits:
        start = max(float(minute), min(free))
        free[free.index(min(free))] = start + duration
        waits.append(start - minute)
    return waits


def _same(given: list[object], waits: list[float]) -> bool:
    return len(given) == len(waits) and all(close(one, wait) for one, wait in zip(given, waits, strict=True))


def _now(run: Run, now: list[float]) -> None:
    given = run.variable("jetzt", list)
    if not _same(given, now):
        raise NotYet(
            "`jetzt` enthält nicht die Wartezeiten von heute.",
            next="Spielen Sie den `tag` mit der Zahl `schalter_heute` durch.",
        )


def _more(run: Run, visits: Visits, now: list[float], more: list[float], desks: int) -> None:
    given = run.variable("mehr", list)
    if _same(given, more):
        return
    if _same(given, now):
        raise NotYet(
            "In `mehr` steht dasselbe wie in `jetzt`: Der zusätzliche Schalter fehlt.",
            next="Zählen Sie in der Klammer zu `schalter_heute` einen dazu.",
        )
    if _same(given, _waits(visits, 1)):
        raise NotYet(
            "In `mehr` haben Sie den Tag mit einem einzigen Schalter durchgespielt.",
            next="Gesucht ist einer **mehr** als heute: `schalter_heute` plus 1.",
        )
    if desks > 2 and _same(given, _waits(visits, desks - 1)):
        raise NotYet(
            "In `mehr` ist ein Schalter weniger offen als heute.",
            next="Rechnen Sie plus 1, nicht minus 1.",
        )
    raise NotYet(
        "`mehr` enthält nicht die Wartezeiten mit einem Schalter mehr.",
        next="Nehmen Sie die Zeile von `jetzt` und zählen Sie zu `schalter_heute` einen dazu.",
    )


def _ninety(run: Run, name: str, source: str, waits: list[float]) -> None:
    value = run.variable(name, float)
    ordered, place = sorted(waits), 0.9 * (len(waits) - 1)
    if ordered[math.floor(place)] - ROUNDED <= value <= ordered[math.ceil(place)] + ROUNDED:
        return
    if close(value, mean(waits), ROUNDED) or close(value, median(waits), ROUNDED):
        raise NotYet(
            f"In `{name}` steht die Mitte der Wartezeiten.",
            next="Gesucht ist die Zeit, die für neun von zehn reicht: `quantile( … )`.",
        )
    raise NotYet(
        f"In `{name}` steht {german(value)}. Das stimmt noch nicht.",
        next=f"Nehmen Sie `quantile( … )` von `{source}`. In die Klammern gehört 0.9.",
    )


def _long(run: Run, name: str, source: str, waits: list[float]) -> None:
    count = run.variable(name, int)
    right = sum(wait > LIMIT for wait in waits)
    if count == right:
        return
    if count == sum(wait >= LIMIT for wait in waits):
        raise NotYet(
            f"In `{name}` zählt mit, wer genau 20 Minuten wartet.",
            next="„Länger als 20“ schließt 20 nicht ein. Nehmen Sie `>` statt `>=`.",
        )
    if count in (len(waits) - right, sum(wait < LIMIT for wait in waits)):
        raise NotYet(
            f"`{name}` zählt die kurzen Wartezeiten.",
            next="Drehen Sie den Vergleich um: länger als 20 Minuten.",
        )
    raise NotYet(
        f"`{name}` ist {count}. Das stimmt noch nicht.",
        next=f"Vergleichen Sie `{source}` mit 20 und zählen Sie die Treffer mit `.sum()`.",
    )


def _saved(run: Run, now: float, more: float) -> None:
    value = run.variable("gespart", float)
    if close(value, (now - more) / 60, ROUNDED):
        return
    if close(value, now - more):
        raise NotYet(
            f"`gespart` sind {german(value)} Minuten. Gefragt sind Stunden.",
            next="Teilen Sie durch 60.",
        )
    if close(value, (more - now) / 60, ROUNDED):
        raise NotYet(
            "`gespart` ist eine Zahl mit Minus. Mit einem Schalter mehr warten aber alle kürzer.",
            next="Ziehen Sie die neue Summe von der alten ab.",
        )
    if close(value, now - more / 60, ROUNDED):
        raise NotYet(
            "In `gespart` ist nur die zweite Summe durch 60 geteilt.",
            next="Geteilt wird vor minus. Setzen Sie den Unterschied in runde Klammern.",
        )
    raise NotYet(
        f"In `gespart` steht {german(value)}. Das stimmt noch nicht.",
        next="Zählen Sie alle Wartezeiten zusammen: einmal in `jetzt`, einmal in `mehr`.",
    )
