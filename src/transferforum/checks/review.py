# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Courses, know-how pages and workshops are looked through by their review date.

Why: rules and systems change; who reads a page must be able to rely on somebody having looked at it since.
A retired course says itself that nobody looks after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..clock import today
from ..model import Forum
from ..problems import Problem

CODE = "pruefdatum"


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at each date; one that is past is a warning."""
    for path, review in _dates(forum):
        if review < today():
            yield Problem(
                path=forum.relative(path),
                line=_line(path),
                code=CODE,
                message=f"Das Prüfdatum {review:%d.%m.%Y} ist vorbei.",
                cure="Prüfen Sie den Inhalt. Setzen Sie danach `stand` und `review` neu.",
                warning=True,
                found=review.isoformat(),
            )


def _dates(forum: Forum) -> Iterator[tuple[Path, date]]:
    yield from ((course.folder / "course.toml", course.review) for course in forum.offered)
    yield from ((one.page.path, one.review) for one in forum.kept_pages)


def _line(path: Path) -> int:
    lines = path.read_text(encoding="utf-8").split("\n")
    return next((number for number, line in enumerate(lines, 1) if line.strip().startswith("review")), 0)
