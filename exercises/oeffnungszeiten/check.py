# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks two changed days, the sum of the week and the difference to the old week."""

import re

from transferforum.grading import Findings, NotYet, Right, Run, close, german

OLD = {"mo": 8, "di": 8, "mi": 4, "do": 6, "fr": 4}
NEW = OLD | {"mi": 4.5, "do": 9}
BEFORE = 30


def check(run: Run) -> Findings:
    """Day by day, then the sum, then the difference: one small step at a time."""
    _wednesday(run)
    yield Right("Der Mittwoch stimmt: viereinhalb Stunden.")
    _thursday(run)
    yield Right("Der Donnerstag stimmt: neun Stunden.")
    for day in NEW:
        _unchanged(run, day, NEW[day])
    _week(run)
    yield Right(f"Die Woche hat {german(sum(NEW.values()))} Stunden.")
    _unchanged(run, "bisher", BEFORE)
    _more(run)
    yield Right("Auch der Unterschied zur alten Woche stimmt.")


def _wednesday(run: Run) -> None:
    hours = run.variable("mi")
    if isinstance(hours, tuple):
        raise NotYet(
            "Am Mittwoch steht ein Komma. Python liest dort zwei Werte.",
            next="Python schreibt Zahlen mit Punkt. Machen Sie aus dem Komma einen Punkt.",
        )
    hours = run.variable("mi", float)
    if close(hours, OLD["mi"]):
        raise NotYet(
            "Am Mittwoch steht noch die alte Zahl: 4 Stunden.",
            next="Neu ist bis 12:30 Uhr geöffnet. Zu den vier Stunden kommt eine halbe dazu.",
        )
    if close(hours, 4.3):
        raise NotYet(
            "Am Mittwoch steht 4.30. Dreißig Minuten sind aber eine halbe Stunde.",
            next="Schreiben Sie die halbe Stunde als Zahl mit Punkt: 0.5.",
        )
    if not close(hours, NEW["mi"]):
        raise NotYet(
            f"Am Mittwoch stehen {german(hours)} Stunden. Das stimmt noch nicht.",
            next="Zählen Sie die Stunden von 8 bis 12:30 Uhr.",
        )


def _thursday(run: Run) -> None:
    hours = run.variable("do", float)
    if close(hours, OLD["do"]):
        raise NotYet(
            "Am Donnerstag steht noch die alte Zahl: 6 Stunden.",
            next="Neu ist von 9 bis 18 Uhr geöffnet. Wie viele Stunden liegen dazwischen?",
        )
    if close(hours, 18):
        raise NotYet(
            "Am Donnerstag steht die Uhrzeit, zu der geschlossen wird.",
            next="Gesucht sind Stunden. Rechnen Sie: Ende minus Anfang.",
        )
    if not close(hours, NEW["do"]):
        raise NotYet(
            f"Am Donnerstag stehen {german(hours)} Stunden. Das stimmt noch nicht.",
            next="Neu ist von 9 bis 18 Uhr geöffnet. Rechnen Sie: Ende minus Anfang.",
        )


def _unchanged(run: Run, name: str, value: float) -> None:
    if not close(run.variable(name, float), value):
        raise NotYet(
            f"In `{name}` steht nicht mehr {german(value, 0)}. Dieser Wert bleibt aber, wie er war.",
            next=f"Schreiben Sie wieder `{name} = {german(value, 0)}`.",
        )


def _week(run: Run) -> None:
    hours, right = run.variable("woche", float), sum(NEW.values())
    if close(hours, right - NEW["fr"]):
        raise NotYet(
            "In `woche` fehlt noch der Freitag.",
            next="Hängen Sie an das Ende der Zeile ein Plus und den Namen des Tages an.",
        )
    if not close(hours, right):
        raise NotYet(
            f"In `woche` stehen {german(hours)} Stunden. Das ist nicht die Summe der fünf Tage.",
            next="Zählen Sie alle fünf Namen zusammen, jeden einmal.",
        )
    if re.search(r"^\s*woche\s*=\s*[\d.]+\s*$", run.source, re.MULTILINE):
        raise NotYet(
            "In `woche` steht eine fertige Zahl. Ändert sich ein Tag, stimmt sie nicht mehr.",
            next="Lassen Sie Python rechnen: Zählen Sie die Namen der fünf Tage zusammen.",
        )


def _more(run: Run) -> None:
    hours, right = run.variable("mehr", float), sum(NEW.values()) - BEFORE
    if close(hours, -right):
        raise NotYet(
            "`mehr` ist eine Zahl mit Minus. Es sind aber mehr Stunden geworden.",
            next="Tauschen Sie die beiden Namen: Vorn steht die neue Woche.",
        )
    if not close(hours, right):
        raise NotYet(
            f"In `mehr` steht {german(hours)}. Das stimmt noch nicht.",
            next="Rechnen Sie: die neue Woche minus die alte Woche.",
        )
