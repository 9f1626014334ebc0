# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ids: made from titles, and unique in the whole forum, former ones included."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Mapping

from ..content.answers import folded
from ..model import Forum

LONGEST = 48
_FORM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RESERVED = {"index", "con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}
"""Names with a meaning of their own, here or to Windows."""


def from_title(title: str) -> str:
    """Small letters, digits and hyphens, with umlauts spelt out; empty when nothing of it is left."""
    plain = unicodedata.normalize("NFKD", folded(title)).encode("ascii", "ignore").decode()
    id = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(id) > LONGEST:
        id = id[: LONGEST + 1].rpartition("-")[0] or id[:LONGEST]
    return f"{id}-1" if id in _RESERVED else id


def has_form(id: str) -> bool:
    """Whether it is written like an id and may be the name of a file everywhere."""
    return bool(_FORM.fullmatch(id)) and id not in _RESERVED


def free(id: str, taken: Container[str]) -> str:
    """The id, with a number behind it when it is taken; empty for an empty one."""
    names = (id, *(f"{id}-{number}" for number in range(2, 1000)))
    return next((name for name in names if name not in taken), "") if id else ""


def taken(forum: Forum) -> Mapping[str, str]:
    """All ids that are or were in use, and where; those whose files cannot be read as well."""
    found: dict[str, str] = {}
    for id, place in _used(forum):
        found.setdefault(id, place)
    return found


def _used(forum: Forum) -> Iterator[tuple[str, str]]:
    for folder in ("courses", "exercises"):
        yield from ((path.name, forum.relative(path)) for path in forum.root.glob(f"{folder}/*"))
    for pattern in ("courses/*/*.md", "docs/wissen/*.md", "docs/workshops/*.md"):
        yield from ((path.stem, forum.relative(path)) for path in forum.root.glob(pattern))
    for course in forum.courses:
        yield from ((alias, forum.relative(course.folder)) for alias in course.aliases)
    for exercise in forum.exercises:
        yield from ((id, forum.relative(exercise.path)) for id in (exercise.id, *exercise.aliases))
    for lesson in forum.lessons():
        path = forum.relative(lesson.path)
        yield from ((alias, path) for alias in lesson.aliases)
        yield from ((id, f"{path}, Zeile {quiz.line}") for quiz in lesson.quizzes for id in (quiz.id, *quiz.aliases))
