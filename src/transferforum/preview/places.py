# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a fault is shown: on which pages, and beside which line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from ..content.digests import digest
from ..model import Forum, Lesson, address
from ..problems import Problem

LISTED = 100
"""Faults that the list names; beyond that nobody reads on."""


def url_of(source: str) -> str:
    """The address of the page that a file makes."""
    return f"{address(source.removesuffix('.md'))}.html"


class FaultMap:
    """All faults of a forum, and for each page those that it shows."""

    def __init__(self, forum: Forum | None, problems: Sequence[Problem]) -> None:
        self.all = [_shown(problem) for problem in problems]
        self._of_page: dict[str, list[dict[str, Any]]] = {}
        lessons = tuple(forum.lessons()) if forum else ()
        for problem, shown in zip(problems, self.all, strict=True):
            for page, spots in _pages(problem, forum, lessons):
                shown["page"] = shown["page"] or page
                self._of_page.setdefault(page, []).append({**shown, "page": page, "spots": spots})

    def of_page(self, page: str) -> list[dict[str, Any]]:
        """The faults of a page, given by its address from the start of the site."""
        return self._of_page.get(page, [])

    def listed(self) -> list[dict[str, Any]]:
        """Those that the list of the whole forum names: faults first, then hints."""
        return sorted(self.all, key=lambda one: bool(one["warning"]))[:LISTED]


def _shown(problem: Problem) -> dict[str, Any]:
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    return {
        "id": digest(problem.as_json()),
        "place": place,
        "code": problem.code,
        "message": problem.message,
        "cure": problem.cure,
        "warning": problem.warning,
        "page": "",
    }


def _pages(problem: Problem, forum: Forum | None, lessons: Sequence[Lesson]) -> Iterator[tuple[str, list[list[Any]]]]:
    """Pages that show a problem, each with spots to try in turn: a file and a line in it."""
    parts = PurePosixPath(problem.path).parts
    spot = [[problem.path, problem.line]] if problem.line else []
    if parts[0] == "exercises" and len(parts) > 1:
        for lesson in lessons:
            for place in lesson.placements:
                if place.exercise == parts[1] and forum:
                    yield url_of(forum.relative(lesson.path)), [*spot, [forum.relative(lesson.path), place.line]]
    elif problem.path.endswith(".md"):
        yield url_of(problem.path), spot
    elif parts[0] == "courses" and len(parts) > 2:
        yield url_of(f"courses/{parts[1]}/index.md"), []
        for lesson in lessons:
            if lesson.course == parts[1]:
                yield url_of(forum.relative(lesson.path)) if forum else "", []
