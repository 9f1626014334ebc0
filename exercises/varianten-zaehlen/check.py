# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks how often each variant of the finished cases occurs, how many there are, and the share of the first."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from transferforum.grading import Findings, NotYet, Right, Run, close, german, is_number

LAST = "Marke verschicken"
Rows = Iterable[dict[str, str]]
Cases = dict[str, list[str]]


def check(run: Run) -> Findings:
    """The counts first: typical wrong ways of counting are done here too, so that each gets its own words."""
    rows = run.rows("ereignisse.csv")
    cases = _cases(rows, key=lambda row: _moment(row["Zeit"]))
    right = _counts(_finished(cases))

    _frequencies(run, rows, cases, right)
    yield Right("Jede Variante ist richtig gezählt.")
    _number(run.variable("anzahl_varianten", int), len(right), sum(right))
    yield Right(f"Es gibt {len(right)} Varianten.")
    _share(run.variable("anteil", float), right)
    yield Right("Auch der Anteil stimmt.")


def _moment(text: str) -> datetime:
    return datetime.strptime(text, "%d.%m.%Y %H:%M")


def _cases(rows: Rows, *, key: Callable[[dict[str, str]], Any] | None = None) -> Cases:
    """The steps of each case, in the order of `key`; without key in the order of the file."""
    cases: Cases = {}
    for row in sorted(rows, key=key) if key else rows:
        cases.setdefault(row["Fall"], []).append(row["Aktivität"])
    return cases


def _finished(cases: Cases) -> list[tuple[str, ...]]:
    return [tuple(steps) for steps in cases.values() if steps[-1] == LAST]


def _counts(ways: Iterable[tuple[str, ...]]) -> list[int]:
    return sorted(Counter(ways).values(), reverse=True)


def _frequencies(run: Run, rows: Rows, cases: Cases, right: list[int]) -> None:
    values = run.variable("haeufigkeiten", list)
    if not values or not all(is_number(value) for value in values):
        raise NotYet(
            "In `haeufigkeiten` stehen noch keine Anzahlen.",
            next="Zählen Sie die Wege mit `value_counts()`.",
        )
    given = sorted(values, reverse=True)
    if given == right:
        return
    as_filed = _cases(rows)
    if given in (_counts(map(tuple, as_filed.values())), _counts(_finished(as_filed))):
        raise NotYet(
            f"Sie lesen die Zeilen in der Folge der Datei. So entstehen {len(given)} Varianten.",
            next="Sortieren Sie die Tabelle zuerst nach `Fall` und `Zeit`.",
        )
    by_text = _cases(rows, key=lambda row: row["Zeit"])
    if given in (_counts(map(tuple, by_text.values())), _counts(_finished(by_text))):
        raise NotYet(
            "Ihre Zeiten sind nach dem Alphabet sortiert. Der 01. steht dann vor dem 30. des Vormonats.",
            next="Machen Sie aus dem Text zuerst Zeitpunkte, mit `pd.to_datetime` und `dayfirst=True`.",
        )
    _too_many_or_few(given, cases)
    raise NotYet(
        f"`haeufigkeiten` stimmt noch nicht. Dort stehen {len(given)} Varianten mit zusammen {sum(given)} Fällen.",
        next=f"Abgeschlossen sind {sum(right)} Fälle. Vergleichen Sie zuerst diese Zahl.",
    )


def _too_many_or_few(given: list[int], cases: Cases) -> None:
    if given == _counts(map(tuple, cases.values())):
        raise NotYet(
            "Sie zählen auch Fälle, die noch laufen. Sie sehen wie eigene Varianten aus.",
            next=f"Behalten Sie nur Wege, die mit `{LAST}` enden.",
        )
    if given == _counts(tuple(sorted(way)) for way in _finished(cases)):
        raise NotYet(
            "Wege mit denselben Schritten in anderer Folge zählen bei Ihnen als eine Variante.",
            next="Hängen Sie die Schritte in zeitlicher Folge aneinander, nicht nach dem Alphabet.",
        )
    if given == _counts((step,) for steps in cases.values() for step in steps):
        raise NotYet(
            "Sie zählen einzelne Schritte. Gesucht sind ganze Wege.",
            next="Bilden Sie erst je Fall einen Weg. Zählen Sie dann die Wege.",
        )


def _number(given: int, right: int, cases: int) -> None:
    if given == cases:
        raise NotYet(
            f"{given} ist die Zahl der Fälle. Gesucht ist die Zahl der Varianten.",
            next="Jede Zeile von `haeufigkeiten` ist eine Variante. Wie viele Zeilen sind es?",
        )
    if given != right:
        raise NotYet(
            f"`anzahl_varianten` ist {given}. Das stimmt noch nicht.",
            next="Zählen Sie die Einträge von `haeufigkeiten` mit `len`.",
        )


def _share(given: float, right: list[int]) -> None:
    share = right[0] / sum(right) * 100
    if close(given, share, tolerance=0.06) or given == round(share):
        return
    if close(given * 100, share, tolerance=0.6):
        raise NotYet(
            f"`anteil` ist {german(given, 2)}. Das ist noch kein Prozentwert.",
            next="Nehmen Sie den Wert mit 100 mal.",
        )
    raise NotYet(
        f"`anteil` stimmt noch nicht. Dort steht {german(given)}.",
        next="Teilen Sie die häufigste Variante durch alle abgeschlossenen Fälle. Nehmen Sie das mit 100 mal.",
    )
