# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Content checks: each looks at the whole forum and yields what is wrong.

A new check is one new file with a function `check(forum)` and one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..model import Forum
from ..problems import Problem
from . import exercise_parts, facts, ids, objectives, personal, readability, release, review, synthetic, word_list
from .excuses import sift

__all__ = ["CHECKS", "Check", "release", "run"]

Check = Callable[[Forum], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    ids.check,
    synthetic.check,
    personal.check,
    word_list.check,
    exercise_parts.check,
    objectives.check,
    facts.check,
    readability.check,
    review.check,
)


def run(forum: Forum) -> tuple[Problem, ...]:
    """All problems of all checks that nobody has excused, by file and line."""
    return tuple(sorted(sift(forum, (problem for check in CHECKS for problem in check(forum)))))
