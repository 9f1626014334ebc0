# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every objective of a course is taught and practised; every exercise serves one; every objective named exists.

Why: a course promises what one can do afterwards. Only who has done it once can do it: a promise that no lesson keeps
or no exercise and no question practises is found here.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Course, Forum, Lesson
from ..problems import Problem

CODES = ("lernziel-unbekannt", "lernziel-offen", "lernziel-ungeuebt", "uebung-lernziel")


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
                    found=id,
                )
        if course.whole:
            yield from _untaught(forum, course)
        # What cannot be read is reported already; that it teaches and practises nothing would be a fault of the fault.
        if course.whole and all(map(forum.exercise, course.exercises)):
            yield from _unpractised(forum, course)
            yield from _unplaced(forum, course)
    for lesson in forum.lessons():
        yield from _astray(forum, lesson)


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
                found=objective.id,
            )


def _unpractised(forum: Forum, course: Course) -> Iterator[Problem]:
    taught = {id for lesson in course.lessons for id in lesson.objectives}
    for objective in course.objectives:
        if objective.id in taught and not any(forum.practice(course, objective.id)):
            yield Problem(
                path=forum.relative(course.folder / "course.toml"),
                line=0,
                code="lernziel-ungeuebt",
                message=f"Das Lernziel `{objective.id}` übt niemand: Keine Übung und keine Frage nennt es.",
                cure="Nennen Sie es unter `objectives` einer Übung oder Frage, oder schreiben Sie eine dazu.",
                found=objective.id,
            )


def _unplaced(forum: Forum, course: Course) -> Iterator[Problem]:
    for exercise in forum.exercises:
        if exercise.course == course.id and exercise.id not in forum.places:
            yield Problem(
                path=forum.relative(exercise.path),
                line=0,
                code="uebung-lernziel",
                message="Diese Übung zeigt keine Lektion. So dient sie keinem Lernziel.",
                cure=f"Schreiben Sie `{{exercise}} {exercise.id}` in eine Lektion des Kurses `{course.id}`.",
                found=exercise.id,
            )


def _astray(forum: Forum, lesson: Lesson) -> Iterator[Problem]:
    """Exercises whose objectives are none of the lesson that shows them."""
    for place in lesson.placements:
        exercise = forum.exercise(place.exercise)
        if exercise is None or exercise.course != lesson.course:
            continue
        if not set(exercise.objectives) & set(lesson.objectives):
            yield Problem(
                path=forum.relative(lesson.path),
                line=place.line,
                code="uebung-lernziel",
                message=f"Die Übung `{exercise.id}` dient keinem Lernziel dieser Lektion.",
                cure="Ergänzen Sie das Lernziel der Übung im Kopf der Lektion, oder zeigen Sie die Übung woanders.",
                found=exercise.id,
            )
