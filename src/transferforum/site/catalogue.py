# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The catalogue: what scripts must know of all courses at once, as one file that only a few pages load.

Ids and aliases tell what a learner has done; the rest is what a certificate states. Stored states and certificates
hold on to it, so `tests/contract/catalogue.json` holds its form.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from math import ceil
from typing import Any

from ..content.digcomp import COMPETENCES, VERSION
from ..content.digests import digest
from ..model import Course, Exercise, Forum, Lesson, Quiz, address
from .html import anchor, listed

CERTIFICATE_PAGE = "docs/lernen/bescheinigung"
CHECK_PAGE = "docs/lernen/bescheinigung-pruefen"
_WORDS = {
    "lessons": ("Lektion", "Lektionen", "lesen"),
    "exercises": ("Übung", "Übungen", "lösen"),
    "quizzes": ("Frage", "Fragen", "lösen"),
}


def content(forum: Forum) -> bytes:
    """The file."""
    about = {
        "format": 1,
        "forum": forum.settings.id,
        "digcomp": VERSION,
        "courses": [_course(forum, course) for course in forum.courses],
    }
    return json.dumps(about, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def address_of(forum: Forum) -> str:
    """Where the file lies, from the start of the site."""
    return f"_static/forum/catalogue.{digest(content(forum))}.json"


def _course(forum: Forum, course: Course) -> dict[str, Any]:
    stated = _stated(forum, course)
    return {
        **stated,
        **_parts(forum, course),
        "certificate": needed(forum, course),
        "digest": digest(stated, course.certificate and asdict(course.certificate)),
        "aliases": list(course.aliases),
        "stand": course.stand.isoformat(),
        "url": f"{address(course.docname)}.html",
        "hours": _hours(stated["minutes"]),
    }


def _stated(forum: Forum, course: Course) -> dict[str, Any]:
    """What a certificate states of a course: certificates from before it changed can no longer be compared."""
    return {
        "id": course.id,
        "title": course.title,
        "version": course.version,
        "minutes": forum.minutes(course),
        "competences": [{"code": code, "text": COMPETENCES[code]} for code in course.competences],
    }


def _hours(minutes: int) -> float:
    """Hours, rounded to halves; a short course has half an hour."""
    return max(1, (minutes + 15) // 30) / 2


def needed(forum: Forum, course: Course) -> dict[str, int] | None:
    """How many lessons, exercises and quizzes a certificate takes; None when the course has no certificates."""
    shares = course.certificate
    if shares is None:
        return None
    parts = _parts(forum, course)
    return {kind: ceil(round(getattr(shares, kind) * len(part), 6)) for kind, part in parts.items()}


def condition(forum: Forum, course: Course) -> str:
    """What a certificate takes, in words that follow "wenn Sie"; empty when nothing or no certificate is to be had."""
    parts = _parts(forum, course)
    numbers = needed(forum, course) or {}
    return listed(_amount(kind, number, len(parts[kind])) for kind, number in numbers.items() if number)


def _amount(kind: str, number: int, count: int) -> str:
    one, many, verb = _WORDS[kind]
    if number < count:
        return f"mindestens {number} von {count} {many} {verb}"
    return f"alle {count} {many} {verb}" if count > 1 else f"die {one} {verb}"


def _parts(forum: Forum, course: Course) -> dict[str, list[dict[str, Any]]]:
    """What there is to do in a course, in the order in which it is met."""
    return {
        "lessons": [_lesson(lesson) for lesson in course.lessons],
        "exercises": exercises(forum, course),
        "quizzes": [_quiz(quiz, lesson) for lesson in course.lessons for quiz in lesson.quizzes],
    }


def exercises(forum: Forum, course: Course) -> list[dict[str, Any]]:
    """The exercises of a course, each where it is met first."""
    return [_exercise(exercise, lesson) for exercise, lesson in _exercises(forum, course)]


def _exercises(forum: Forum, course: Course) -> Iterator[tuple[Exercise, Lesson]]:
    met: set[str] = set()
    for lesson in course.lessons:
        for place in lesson.placements:
            exercise = forum.exercise(place.exercise)
            if exercise and exercise.id not in met:
                met.add(exercise.id)
                yield exercise, lesson


def _lesson(lesson: Lesson) -> dict[str, Any]:
    return {"id": lesson.id, "aliases": list(lesson.aliases), "title": lesson.title, "url": _url(lesson)}


def _exercise(exercise: Exercise, lesson: Lesson) -> dict[str, Any]:
    url = f"{_url(lesson)}#{anchor(exercise.id)}"
    return {"id": exercise.id, "aliases": list(exercise.aliases), "title": exercise.title, "url": url}


def _quiz(quiz: Quiz, lesson: Lesson) -> dict[str, Any]:
    """A quiz has no title; the first line of its question stands for it."""
    title = quiz.question.text.strip().partition("\n")[0]
    return {"id": quiz.id, "aliases": list(quiz.aliases), "title": title, "url": f"{_url(lesson)}#frage-{quiz.id}"}


def _url(lesson: Lesson) -> str:
    return f"{address(lesson.docname)}.html"
