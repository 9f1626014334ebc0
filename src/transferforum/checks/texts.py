# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything that learners read, for checks of words: prose, and the short texts of heads, questions and feedback."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model import Choice, Decision, Forum, Gaps, Number, Order, Pairs, QuizBody, ShortText
from .markup import CODE_SPAN
from .prose import blocks, prose_of, readable

QUOTED = re.compile(r"„[^„“]*“")
"""What a program shows, and what others have called something: authors do not choose these words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text without code. `line` is where it begins; 0: somewhere in the file, see `line_of`."""

    path: Path
    text: str
    line: int = 0


def texts(forum: Forum) -> Iterator[Text]:
    """All texts, file by file: first prose, then short texts."""
    for one in readable(forum):
        for block in (block for part in prose_of(one) for block in blocks(part)):
            yield Text(path=one.path, text=block.text, line=block.line)
    yield from short_texts(forum)


def short_texts(forum: Forum) -> Iterator[Text]:
    """What is read and is no Markdown."""
    for path, found in _short(forum):
        yield from (Text(path=path, text=CODE_SPAN.sub("", text)) for text in found)


def _short(forum: Forum) -> Iterator[tuple[Path, Iterable[str]]]:
    for course in forum.courses:
        reason = (course.retired.reason,) if course.retired else ()
        objectives = (one.text for one in course.objectives)
        yield course.folder / "course.toml", (course.title, course.summary, *objectives, *reason)
    for lesson in forum.lessons():
        yield lesson.path, (lesson.title, *(text for quiz in lesson.quizzes for text in answers(quiz.body)))
    for exercise in forum.exercises:
        yield exercise.path, (exercise.title, exercise.start_feedback, exercise.solution_feedback)
        yield from ((mistake.path, (mistake.feedback,)) for mistake in exercise.mistakes)
    yield from ((one.page.path, (one.summary,)) for one in forum.know_how)


def line_of(text: Text, found: str) -> int:
    """The line in which something found stands; the text's own one when it cannot be seen there."""
    whole = re.compile(rf"(?<!\w){re.escape(found)}(?!\w)")
    lines = text.path.read_text(encoding="utf-8", errors="replace").split("\n")
    first = max(text.line - 1, 0)
    return next((number for number, line in enumerate(lines[first:], first + 1) if whole.search(line)), text.line)


def answers(body: QuizBody) -> Iterator[str]:
    """The texts of answers and what each is told; not what learners may type."""
    match body:
        case Choice() | Decision():
            yield from (text for option in body.options for text in (option.text, option.feedback))
        case Number() | ShortText():
            yield from (slip.feedback for slip in body.slips)
        case Order():
            yield from body.steps
        case Pairs():
            yield from (text for pair in body.pairs for text in pair)
        case Gaps():
            yield from (part for part in body.parts if isinstance(part, str))
