# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Places that authors have excused, each with a reason; an excuse that is no longer needed is itself a fault.

Why: no rule of thumb is always right. Who knows better says so beside the text, once, and in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from ..model import Excuse, Forum
from ..problems import Problem

CODE = "ausnahme-unnoetig"


def sift(forum: Forum, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems that nobody has excused, and the excuses that excuse nothing."""
    excuses = [(path, places, excuse) for path, places, found in _excuses(forum) for excuse in found]
    used: set[tuple[Path, Excuse]] = set()
    for problem in problems:
        fitting = [(path, excuse) for path, places, excuse in excuses if _fits(excuse, places, problem)]
        used.update(fitting)
        if not fitting:
            yield problem
    for path, _, excuse in excuses:
        if (path, excuse) not in used:
            yield Problem(
                path=forum.relative(path),
                line=excuse.line,
                code=CODE,
                message=f"Die Ausnahme für „{excuse.text}“ (`{excuse.check}`) wird nicht gebraucht.",
                cure="Löschen Sie den Eintrag unter `excuses`, oder prüfen Sie die Schreibweise.",
            )


def _fits(excuse: Excuse, places: frozenset[str], problem: Problem) -> bool:
    return (
        bool(problem.found)
        and problem.path in places
        and problem.code == excuse.check
        and fnmatchcase(problem.found, excuse.text.replace("[", "[[]"))
    )


def _excuses(forum: Forum) -> Iterator[tuple[Path, frozenset[str], tuple[Excuse, ...]]]:
    """(file that holds the excuses, the files that they are about, the excuses)."""
    for course in forum.courses:
        page = forum.page(course.docname)
        path = course.folder / "course.toml"
        yield path, _names(forum, path, *([page.path] if page else [])), course.excuses
        yield from ((lesson.path, _names(forum, lesson.path), lesson.excuses) for lesson in course.lessons)
    for exercise in forum.exercises:
        mistakes = (mistake.path for mistake in exercise.mistakes)
        yield exercise.path, _names(forum, exercise.path, *mistakes), exercise.excuses
    yield from ((one.page.path, _names(forum, one.page.path), one.excuses) for one in forum.kept_pages)
    yield from ((page.path, _names(forum, page.path), page.excuses) for page in forum.pages)


def _names(forum: Forum, *paths: Path) -> frozenset[str]:
    return frozenset(map(forum.relative, paths))
