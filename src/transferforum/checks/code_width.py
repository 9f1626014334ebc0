# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lines of code fit the screen of a phone.

Why: half of the learners read on a phone. A line that must be pushed aside is read without its end.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..model import CodeCell, Exercise, Forum, Lesson, Prose
from ..problems import Problem
from .markup import Code
from .prose import marks

CODE = "code-breit"
WIDEST = 60
"""Signs of a line of code."""


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at code in lessons and exercises, run or only shown; a warning."""
    written: tuple[Lesson | Exercise, ...] = (*forum.lessons(), *forum.exercises)
    for one in written:
        for line, text in _code(one):
            for number, code in enumerate(text.split("\n"), line):
                if len(code) > WIDEST:
                    yield _problem(forum, one.path, number, code)


def _code(one: Lesson | Exercise) -> Iterator[tuple[int, str]]:
    parts = one.parts if isinstance(one, Lesson) else (*one.task, *one.hints, one.start, one.solution)
    for part in parts:
        if isinstance(part, CodeCell):
            yield part.line, part.source
        elif isinstance(part, Prose):
            yield from ((mark.line, mark.text) for mark in marks(part) if isinstance(mark, Code))


def _problem(forum: Forum, path: Path, line: int, code: str) -> Problem:
    return Problem(
        path=forum.relative(path),
        line=line,
        code=CODE,
        message=f"Diese Zeile Code hat {len(code)} Zeichen. Ein Handy zeigt davon nur den Anfang.",
        cure=f"Brechen Sie sie um, oder merken Sie sich einen Zwischenwert. Bis {WIDEST} Zeichen passt es.",
        warning=True,
        found=code.strip(),
    )
