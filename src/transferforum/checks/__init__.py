# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Content checks: each looks at the whole forum and yields what is wrong.

A new check is one new file with `CODE` or `CODES`, a function `check(forum)` and one line here, a section in
`docs/anleitung/pruefungen.md`, and a bad case of the code's name in `tests/corpus/bad`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from ..model import Forum
from ..problems import Problem
from ..quality import Quality, read_times
from . import (
    abbreviations,
    code_width,
    colour,
    excuses,
    exercise_parts,
    facts,
    gender,
    headings,
    ids,
    images,
    legal,
    links,
    minutes,
    objectives,
    packages,
    personal,
    readability,
    references,
    release,
    review,
    synthetic,
    tables,
    terms,
    word_list,
    wording,
)
from .excuses import sift

__all__ = ["CHECKS", "Check", "codes", "measured", "quality", "release", "run"]

Check = Callable[[Forum], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    ids.check,
    synthetic.check,
    personal.check,
    word_list.check,
    exercise_parts.check,
    packages.check,
    objectives.check,
    facts.check,
    readability.check,
    review.check,
    minutes.check,
    headings.check,
    links.check,
    references.check,
    images.check,
    tables.check,
    colour.check,
    code_width.check,
    abbreviations.check,
    terms.check,
    wording.check,
    gender.check,
    legal.check,
)


def codes() -> tuple[str, ...]:
    """The codes of all checks, in their order, as authors name them in an excuse."""
    modules = (sys.modules[check.__module__] for check in CHECKS)
    named = (code for module in modules for code in getattr(module, "CODES", None) or (module.CODE,))
    return (*dict.fromkeys(named), excuses.CODE)


def run(forum: Forum) -> tuple[Problem, ...]:
    """All problems of all checks that nobody has excused, by file and line."""
    return tuple(sorted(sift(forum, (problem for check in CHECKS for problem in check(forum)))))


def quality(forum: Forum) -> Quality:
    """What all checks say of the forum."""
    return measured(forum, run(forum))


def measured(forum: Forum, problems: tuple[Problem, ...]) -> Quality:
    """The same for who has the problems already."""
    return Quality(problems=problems, scores=readability.scores(forum), times=read_times(forum.root))
