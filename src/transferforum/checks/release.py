# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks that count when the pages are handed to the public (`forum build --release`), not while they are written.

A new one is one new file with a function `check(forum)` and one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..model import Forum
from ..problems import Problem
from . import ids, owed_pages, placeholders, statement_age, unproven

Check = Callable[[Forum], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    ids.check_recorded,
    owed_pages.check,
    placeholders.check,
    statement_age.check,
    unproven.check,
)


def run(forum: Forum) -> tuple[Problem, ...]:
    """All problems of all release checks, by file and line."""
    return tuple(sorted(problem for check in CHECKS for problem in check(forum)))
