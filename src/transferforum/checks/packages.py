# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""An exercise lists the packages that its code imports, and no code imports what the browser does not have.

Why: the browser loads what is listed, no more and no less. On the author's machine much more is installed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from ..grading.isolation import imported_names
from ..model import BROWSER_PACKAGES, CodeCell, Exercise, Forum
from ..problems import Problem

CODES = ("pakete", "paket-fremd")
_THERE = frozenset({*sys.stdlib_module_names, *BROWSER_PACKAGES, "transferforum"})


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at exercises with their check, generator and wrong answers, and at the cells of lessons."""
    for exercise in forum.exercises:
        right = right_packages(exercise)
        if set(exercise.packages) != set(right):
            yield Problem(
                path=forum.relative(exercise.path),
                line=0,
                code="pakete",
                message="Die Angabe `packages` passt nicht zu den Zeilen mit `import`.",
                cure=f"Gebraucht wird: {', '.join(right) or 'leer: `[]`'}.",
                found=exercise.id,
            )
    for path, codes in _codes(forum):
        for name in sorted({name for code in codes for name in _imported(code)} - _THERE):
            yield Problem(
                path=forum.relative(path),
                line=_line_of(path, name),
                code="paket-fremd",
                message=f"Das Paket `{name}` gibt es im Browser nicht.",
                cure=f"Nehmen Sie, was zu Python gehört, oder eines dieser Pakete: {_listed()}.",
                found=name,
            )


def right_packages(exercise: Exercise) -> list[str]:
    """The packages that the code around the answer and the solution import; numpy may be listed with pandas."""
    generator = [exercise.data.generator] if exercise.data else []
    files = map(_text, (exercise.check, *generator))
    cells = (exercise.setup, exercise.start.source, exercise.solution.source)
    used = {name for code in (*cells, *files) for name in _imported(code)} & set(BROWSER_PACKAGES)
    allowed = {"numpy"} & set(exercise.packages) if "pandas" in used else set()
    return sorted(used | allowed)


def _codes(forum: Forum) -> Iterator[tuple[Path, Sequence[str]]]:
    """Each file with code that runs in the browser, and this code."""
    for lesson in forum.lessons():
        yield lesson.path, [cell.source for cell in lesson.parts if isinstance(cell, CodeCell)]
    for exercise in forum.exercises:
        yield exercise.path, (exercise.setup, exercise.start.source, exercise.solution.source)
        yield exercise.check, [_text(exercise.check)]
        yield from ((mistake.path, [mistake.code]) for mistake in exercise.mistakes)
    yield from ((data.generator, [_text(data.generator)]) for data in forum.data_sets)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig")


@lru_cache(4096)
def _imported(code: str) -> frozenset[str]:
    return frozenset(name.partition(".")[0] for name in imported_names(code))


def _line_of(path: Path, name: str) -> int:
    line = re.compile(rf"\s*(?:import|from)\b.*\b{re.escape(name)}\b")
    return next((number for number, text in enumerate(_text(path).split("\n"), 1) if line.match(text)), 0)


def _listed() -> str:
    return ", ".join(f"`{name}`" for name in BROWSER_PACKAGES)
