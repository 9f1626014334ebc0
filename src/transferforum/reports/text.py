# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..problems import Problem
from .report import Report, faults


def render(report: Report) -> str:
    """Times, problems with their cures, and a last line that sums up."""
    parts = [*times(report), *map(str, report.problems), *closing(report)]
    return "\n".join(part for part in parts if part) + "\n"


def times(report: Report) -> Iterator[str]:
    """How long each execution took, the slowest first."""
    for one in sorted(report.trials, key=lambda one: -one.seconds):
        yield f"{one.seconds:5.1f} s  {one.name}".replace(".", ",", 1)


def closing(report: Report) -> Iterator[str]:
    """Notes, and how much was found or looked at."""
    yield from (f"Anmerkung: {note}" for note in report.notes)
    yield counted(report.problems)
    if not faults(report.problems):
        yield f"Keine Fehler. Kurse: {report.courses}, Übungen: {report.exercises}."


def counted(problems: Sequence[Problem]) -> str:
    """How many faults and hints there are; empty without any."""
    wrong = faults(problems)
    hints = len(problems) - wrong
    words = [f"{wrong} Fehler" if wrong > 1 else "Ein Fehler"] if wrong else []
    words += [f"{hints} Hinweise" if hints > 1 else "ein Hinweis" if wrong else "Ein Hinweis"] if hints else []
    return f"{' und '.join(words)} gefunden." if words else ""
