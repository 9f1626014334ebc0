# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Exercises in Jupyter: the same checks, the same feedback.

    %load_ext transferforum.grading.jupyter

reads the exercise in the current folder and gives two magics: `%%loesung` runs a cell and remembers it as the answer,
`%pruefen` grades the last answer.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .findings import NotYet, Verdict
from .grade import Task, grade, load_task

_NO_ANSWER = "Führen Sie zuerst die Zelle mit Ihrer Lösung aus. Sie beginnt mit %%loesung."


def load_ipython_extension(shell: Any) -> None:
    """Register the magics with IPython."""
    exercise = _Exercise(shell, load_task(Path.cwd()))
    shell.register_magic_function(exercise.answer, "cell", "loesung")
    shell.register_magic_function(exercise.check, "line", "pruefen")


class _Exercise:
    def __init__(self, shell: Any, task: Task) -> None:
        self._shell = shell
        self._task = task
        self._answer: str | None = None

    def answer(self, line: str, cell: str) -> None:
        """Remember the cell, then run it as any other."""
        self._answer = cell.rstrip("\n")
        self._shell.run_cell(cell)

    def check(self, line: str) -> None:
        """Grade the last answer and print the verdict."""
        print(_NO_ANSWER if self._answer is None else as_text(grade(self._task, self._answer)))


def as_text(verdict: Verdict) -> str:
    """The verdict for people, without the marks for code."""
    if verdict.error:
        place = f" (Zeile {verdict.error.line})" if verdict.error.line else ""
        lines = [f"Noch nicht{place}: {verdict.error.message}", f"Nächster Schritt: {verdict.error.next}"]
    else:
        lines = [line for finding in verdict.findings for line in _lines(finding)]
    ending = "Gelöst." if verdict.passed else "Noch nicht gelöst."
    return "\n".join([*lines, ending])


def _lines(finding: Any) -> list[str]:
    if isinstance(finding, NotYet):
        return [f"Noch nicht: {finding.text}", f"Nächster Schritt: {finding.next}"]
    return [f"Stimmt: {finding.text}"]
