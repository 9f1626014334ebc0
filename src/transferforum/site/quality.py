# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report of quality (Qualitätsbericht): a page for each course, for those who review it, and a list of them.

A page shows one course only, so that an edit of a course writes its own report and, at most, the list again.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from ..clock import today
from ..model import REPORTS_PAGE, Course, Excuse, Exercise, Forum, Lesson, Quiz, report_page
from ..problems import Problem
from ..quality import HARD, HARD_LIX, Quality, RunTime, Score
from . import html, quizzes
from .facts import Sources
from .generated_page import GeneratedPage, Url

_TITLE = "Qualitätsbericht"
_GUIDE = "docs/anleitung/pruefungen"


def pages(forum: Forum, known: Quality | None) -> Iterator[GeneratedPage]:
    """The reports; they wait for what is `known`. None without courses."""
    if not forum.courses:
        return
    guide = [("Was forum check prüft", _GUIDE)] if (forum.root / f"{_GUIDE}.md").is_file() else []
    yield GeneratedPage(
        name=REPORTS_PAGE,
        title=_TITLE,
        template="quality.html",
        content=partial(_list, known) if known else None,
        description="Zu jedem Kurs: Version, Stand, Prüfdatum, Hinweise und Ausnahmen.",
        parents=tuple(guide),
    )
    for course in forum.courses:
        yield GeneratedPage(
            name=report_page(course.id),
            title=f"{_TITLE}: {course.title}",
            template="quality_course.html",
            content=partial(_report, known, course) if known else None,
            description="Lernziele, Lesbarkeit, Laufzeiten, Ausnahmen und Hinweise eines Kurses.",
            parents=(*guide, (_TITLE, REPORTS_PAGE)),
        )


def _list(known: Quality, forum: Forum, url: Url, sources: Sources) -> dict[str, Any]:
    return {
        "courses": [
            _about(forum, course, known) | {"title": course.title, "url": url(report_page(course.id))}
            for course in forum.courses
        ]
    }


def _report(known: Quality, course: Course, forum: Forum, url: Url, sources: Sources) -> dict[str, Any]:
    exercises = [one for one in forum.exercises if one.course == course.id]
    return _about(forum, course, known) | {
        "title": course.title,
        "url": url(course.docname),
        "objectives": [
            {
                "text": objective.text,
                "practice": [_practice(lesson, one, url) for lesson, one in forum.practice(course, objective.id)],
            }
            for objective in course.objectives
        ],
        "goals": {"years": german(HARD, 0), "lix": german(HARD_LIX, 0)},
        "lessons": [
            {"title": lesson.title, "url": url(lesson.docname)} | _score(known.scores.get(forum.relative(lesson.path)))
            for lesson in course.lessons
        ],
        "exercises": [
            {"title": one.title, "url": _place(forum, one, url)} | _time(known.times.get(forum.relative(one.path)))
            for one in exercises
        ],
        "excused": [
            {"path": forum.relative(path), "line": one.line, "check": one.check, "text": one.text, "reason": one.reason}
            for path, one in _excuses(forum, course)
        ],
        "problems": [
            {
                "place": f"{one.path}, Zeile {one.line}" if one.line else one.path,
                "kind": "Hinweis" if one.warning else "Fehler",
                "message": html.inline(one.message),
                "check": one.code,
            }
            for one in _problems(forum, course, known)
        ],
    }


def _about(forum: Forum, course: Course, known: Quality) -> dict[str, Any]:
    """How old a course is, and how many places there are to look at."""
    problems = _problems(forum, course, known)
    return {
        "version": course.version,
        "stand": course.stand,
        "review": course.review,
        "retired": course.retired.since if course.retired else None,
        "due": course.review < today(),
        "hints": sum(one.warning for one in problems),
        "faults": sum(not one.warning for one in problems),
        "excuses": len(list(_excuses(forum, course))),
    }


def _practice(lesson: Lesson, one: Exercise | Quiz, url: Url) -> dict[str, str]:
    page = url(lesson.docname)
    if isinstance(one, Exercise):
        return {"title": f"Übung „{one.title}“", "url": f"{page}#{html.anchor(one.id)}"}
    return {"title": f"Frage „{one.id}“", "url": f"{page}#{quizzes.anchor(one.id)}"}


def _score(score: Score | None) -> dict[str, Any]:
    """The figures of a text; empty for one that is too short for them."""
    if score is None or not score.lix:
        return {"words": score.words if score else 0, "years": "", "lix": "", "hard": False}
    return {
        "words": score.words,
        "years": german(score.years),
        "lix": german(score.lix),
        "hard": score.years > HARD or score.lix > HARD_LIX,
    }


def _time(time: RunTime | None) -> dict[str, Any]:
    return {"seconds": german(time.seconds) if time else "", "day": time.day if time else None}


def _place(forum: Forum, exercise: Exercise, url: Url) -> str:
    lesson = forum.places.get(exercise.id)
    return f"{url(lesson.docname)}#{html.anchor(exercise.id)}" if lesson else ""


def _excuses(forum: Forum, course: Course) -> Iterator[tuple[Path, Excuse]]:
    """All places of a course that a check may not complain about, with the file that says so."""
    yield from ((course.folder / "course.toml", one) for one in course.excuses)
    if page := forum.page(course.docname):
        yield from ((page.path, one) for one in page.excuses)
    yield from ((lesson.path, one) for lesson in course.lessons for one in lesson.excuses)
    yield from ((each.path, one) for each in forum.exercises if each.course == course.id for one in each.excuses)


def _problems(forum: Forum, course: Course, known: Quality) -> list[Problem]:
    folders = [course.folder, *(one.folder for one in forum.exercises if one.course == course.id)]
    starts = tuple(f"{forum.relative(folder)}/" for folder in folders)
    return [one for one in known.problems if one.path.startswith(starts)]


def german(value: float, places: int = 1) -> str:
    """A figure with so many places, and a comma."""
    return f"{value:.{places}f}".replace(".", ",")
