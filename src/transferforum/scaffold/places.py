# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where something new goes in a file that exists; everything else in it stays as it is, line ends included."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from ..content.notebook import parser
from ..model import CodeCell, Decision, Lesson, Quiz
from .questions import WrongCall

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_BOM = "\ufeff"
CHECKED = "## Kurz geprüft"


def with_lesson(path: Path, lesson: str) -> bytes:
    """`course.toml` with one more lesson at the end of its list; comments and form stay."""
    text = path.read_bytes().decode()
    mark = _BOM if text.startswith(_BOM) else ""
    before = text.removeprefix(_BOM)
    try:
        after = _appended(before, lesson)
        # What the edit changed beside the list would be a loss that nobody sees.
        safe = tomllib.loads(after) == _with_appended(tomllib.loads(before), lesson)
    except (TOMLKitError, ValueError):
        safe, after = False, ""
    if not safe:
        raise WrongCall(f"{path.name} lässt sich nicht sicher ändern. Ergänzen Sie dort `{lesson}` von Hand.")
    return f"{mark}{after}".encode()


def _appended(text: str, lesson: str) -> str:
    document: Any = tomlkit.parse(text)
    document["lessons"].append(lesson)
    return tomlkit.dumps(document)


def _with_appended(course: dict[str, Any], lesson: str) -> dict[str, Any]:
    return course | {"lessons": [*course["lessons"], lesson]}


def with_quiz(lesson: Lesson, text: str) -> bytes:
    """The lesson with one more question: after its last one, else at the end, but before the decision."""
    lines = _lines(lesson.path)
    decision = _first(lesson, decisions=True)
    questions = [quiz for quiz in lesson.quizzes if not isinstance(quiz.body, Decision)]
    asked = [quiz for quiz in questions if decision is None or quiz.line < decision.line]
    if asked:
        return _inserted(lines, _end_of(lines, asked[-1].line), text)
    place = _start_of_section(lesson, decision.line) if decision else len(lines)
    return _inserted(lines, place, f"{CHECKED}\n\n{text}")


def series_before_end(lesson: Lesson) -> str:
    """The series that a question after the last one belongs to; empty: none."""
    decision = _first(lesson, decisions=True)
    asked = [
        quiz
        for quiz in lesson.quizzes
        if not isinstance(quiz.body, Decision) and (decision is None or quiz.line < decision.line)
    ]
    return asked[-1].series if asked else ""


def with_exercise(lesson: Lesson, text: str) -> bytes:
    """The lesson with one more exercise: before its questions, else at the end."""
    lines = _lines(lesson.path)
    question = _first(lesson, decisions=False)
    place = _start_of_section(lesson, question.line) if question else len(lines)
    return _inserted(lines, place, text)


def _first(lesson: Lesson, *, decisions: bool) -> Quiz | None:
    """The first question, or the first decision."""
    return next((quiz for quiz in lesson.quizzes if not decisions or isinstance(quiz.body, Decision)), None)


def _lines(path: Path) -> list[str]:
    """The lines with their ends."""
    return _LINES.findall(path.read_bytes().decode())


def _end_of(lines: list[str], start: int) -> int:
    """How many lines there are up to the end of the fence that begins on a line (from 1)."""
    mark = re.match(r"`+", lines[start - 1].lstrip())
    closing = re.compile(rf"\s*`{{{len(mark[0]) if mark else 3},}}\s*")
    return next((number for number, line in enumerate(lines, 1) if number > start and closing.fullmatch(line)), start)


def _start_of_section(lesson: Lesson, line: int) -> int:
    """How many lines stand before the heading under which a line stands alone; else before that line."""
    headings: list[int] = []
    others = [place.line for place in lesson.placements] + [quiz.line for quiz in lesson.quizzes]
    for part in lesson.parts:
        if isinstance(part, CodeCell):
            others.append(part.line)
            continue
        tokens = parser().parse(part.text)
        headings += [part.line + one.map[0] for one in tokens if one.type == "heading_open" and one.map]
    heading = max((one for one in headings if one < line), default=0)
    alone = heading > 0 and not any(heading < other < line for other in others)
    return (heading if alone and heading != min(headings) else line) - 1


def _inserted(lines: list[str], place: int, text: str) -> bytes:
    """The lines with a text after the first ones, and an empty line around it."""
    end = "\r\n" if any(line.endswith("\r\n") for line in lines) else "\n"
    before, after = lines[:place], lines[place:]
    if before and not before[-1].endswith(("\n", "\r")):
        before[-1] += end
    if before and before[-1].strip():
        before.append(end)
    added = [f"{line}{end}" for line in text.strip("\n").split("\n")]
    if after and after[0].strip():
        added.append(end)
    return "".join((*before, *added, *after)).encode()
