# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing leads learners to a course that is no longer offered: paths, self-check, know-how, workshops, successors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..model import Course, Forum
from .faults import Faults
from .paths import FILE as PATHS
from .self_check import FILE as SELF_CHECK

_Place = tuple[Path, str, int, str]
"""File, key, the how manieth of its kind in the file, and the course or lesson that is named there."""


def note_retired(forum: Forum, faults: Faults) -> None:
    """Report what names a retired course, and successors that do not exist."""
    for path, key, nth, name in _named(forum):
        course = forum.course(name.partition("/")[0])
        if course and course.retired:
            faults.add(
                path,
                "kurs-beendet",
                f"Den Kurs `{course.id}` bieten wir nicht mehr an. Hierhin darf kein Weg mehr führen.",
                _cure(forum, course),
                line=faults.line_of_key(path, key, nth),
            )
    folders = sorted(path.name for path in forum.root.glob("courses/*") if path.is_dir())
    for path, key, nth, name in _successors(forum):
        if name not in folders:
            faults.add(
                path,
                "kurs-unbekannt",
                f"Einen Kurs `{name}` gibt es nicht.",
                f"Vorhanden sind: {', '.join(f'`{id}`' for id in folders)}.",
                line=faults.line_of_key(path, key, nth),
            )


def _cure(forum: Forum, course: Course) -> str:
    successor = forum.course(course.retired.successor) if course.retired else None
    if successor and not successor.retired:
        return f"Nennen Sie stattdessen `{successor.id}`, oder streichen Sie den Eintrag."
    return "Nennen Sie einen anderen Kurs, oder streichen Sie den Eintrag."


def _named(forum: Forum) -> Iterator[_Place]:
    for nth, one in enumerate(forum.paths):
        yield from ((forum.root / PATHS, "courses", nth, id) for id in one.courses)
    for nth, question in enumerate(forum.self_check):
        yield from ((forum.root / SELF_CHECK, "suggestions", nth, name) for name in question.suggestions)
    for page in forum.kept_pages:
        yield from ((page.page.path, "courses", 0, id) for id in page.courses)
    yield from _successors(forum)


def _successors(forum: Forum) -> Iterator[_Place]:
    for course in forum.courses:
        if course.retired and course.retired.successor:
            yield course.folder / "course.toml", "successor", 0, course.retired.successor
