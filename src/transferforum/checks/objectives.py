# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every objective of a course is taught in a lesson, and every objective named exists.

Why: a course promises what one can do afterwards; a promise that no lesson keeps is found here.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Course, Forum
from ..problems import Problem


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at each course with its lessons, questions and exercises."""
    for course in forum.courses:
        known = {objective.id for objective in course.objectives}
        for path, line, named in _named(forum, course):
            for id in sorted(set(named) - known):
                yield Problem(
                    path=path,
                    line=line,
                    code="lernziel-unbekannt",
                    message=f"Ein Lernziel `{id}` gibt es in diesem Kurs nicht.",
                    cure=f"Vorhanden sind: {', '.join(f'`{name}`' for name in sorted(known))}.",
                )
        yield from _untaught(forum, course)


def _named(forum: Forum, course: Course) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """The objectives named by lessons, questions and exercises, with file and line."""
    for lesson in course.lessons:
        path = forum.relative(lesson.path)
        yield path, 0, lesson.objectives
        yield from ((path, quiz.line, quiz.objectives) for quiz in lesson.quizzes)
    for exercise in forum.exercises:
        if exercise.course == course.id:
            yield forum.relative(exercise.path), 0, exercise.objectives


def _untaught(forum: Forum, course: Course) -> Iterator[Problem]:
    taught = {id for lesson in course.lessons for id in lesson.objectives}
    for objective in course.objectives:
        if objective.id not in taught:
            yield Problem(
                path=forum.relative(course.folder / "course.toml"),
                line=0,
                code="lernziel-offen",
                message=f"Das Lernziel `{objective.id}` kommt in keiner Lektion vor.",
                cure="Nennen Sie es im Kopf einer Lektion unter `objectives`, oder streichen Sie es.",
            )
