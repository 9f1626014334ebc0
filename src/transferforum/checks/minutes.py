# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The minutes that a lesson or an exercise states fit its length.

Why: people plan a break with them. The band is wide, half to double of a rough estimate, since readers differ.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Exercise, Forum, Lesson, Prose
from ..problems import Problem
from .prose import blocks, prose_of
from .readability import words
from .texts import answers

CODE = "minuten"
WORDS = 150
"""Words that are read in a minute, with thinking."""
CELL, LINE, QUESTION = 0.4, 1 / 12, 0.8
"""Minutes for running a cell, reading a line of code, answering a question."""
SETTLING, SOLUTION = 2.0, 0.5
"""Minutes to find into an exercise, and for each line of its solution."""
SHORT, LONG, LONG_EXERCISE = 0.5, 2.0, 3.0
SLACK = 5.0
"""Minutes that may always be stated on top: the estimate of a short text says little."""


def check(forum: Forum) -> Iterator[Problem]:
    """Compares the minutes of each lesson and each exercise with an estimate; out of the band is a warning."""
    for lesson in forum.lessons():
        yield from _compare(forum, lesson, estimate(lesson), LONG)
    for exercise in forum.exercises:
        yield from _compare(forum, exercise, estimate(exercise), LONG_EXERCISE)


def estimate(of: Lesson | Exercise) -> float:
    """How many minutes a learner may need; exercises of a lesson count for themselves."""
    if isinstance(of, Exercise):
        return SETTLING + _reading(of.task) + SOLUTION * len(of.solution.source.splitlines())
    code = sum(CELL + LINE * len(cell.source.splitlines()) for cell in of.cells)
    options = sum(words(text) for quiz in of.quizzes for text in answers(quiz.body)) / WORDS
    return _reading(prose_of(of)) + code + options / 2 + QUESTION * len(of.quizzes)


def _reading(parts: Iterator[Prose] | tuple[Prose, ...]) -> float:
    return sum(words(block.text) for part in parts for block in blocks(part)) / WORDS


def _compare(forum: Forum, of: Lesson | Exercise, minutes: float, long: float) -> Iterator[Problem]:
    low, high = max(1, round(minutes * SHORT)), round(max(minutes * long, minutes + SLACK))
    if low <= of.minutes <= high:
        return
    much = "wenig" if of.minutes < low else "viel"
    yield Problem(
        path=forum.relative(of.path),
        line=0,
        code=CODE,
        message=f"`minutes: {of.minutes}` ist {much} für diese Länge. Geschätzt sind es etwa {round(minutes)} Minuten.",
        cure=f"Messen Sie nach, und tragen Sie die Zeit ein. Ohne Hinweis bleibt {low} bis {high}.",
        warning=True,
        found=str(of.minutes),
    )
