# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every page says of itself to the scripts (`<script id="forum-about">`); nothing in it grows with the forum.

`tests/contract/page.json` holds its form, `web/progress-page.js` reads it.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from ..model import Course, Forum, address
from . import catalogue

RECORD = "docs/lernen/lernstand"
"""The page "Mein Lernstand"; a forum may leave it out."""


def data_of(forum: Forum, docname: str, root: str, title: str) -> dict[str, Any]:
    """What every page says of itself to the scripts; addresses in it count from the start of the site."""
    course = forum.course_of(docname)
    place = _address(docname)
    return {
        "forum": forum.settings.id,
        "version": 1,
        "root": root,
        "title": title,
        "url": place,
        "course": _course(forum, course) if course else None,
        "lesson": next((one for one in _lessons(course) if one["url"] == place), None) if course else None,
        "contact": forum.settings.operator.contact,
        # Only where it is loaded: every other page would change with any course.
        "catalogue": catalogue.address_of(forum) if docname == RECORD else "",
    }


def _course(forum: Forum, course: Course) -> dict[str, Any]:
    return {
        "id": course.id,
        "title": course.title,
        "version": course.version,
        "url": _address(course.docname),
        "lessons": _lessons(course),
        "exercises": catalogue.exercises(forum, course),
        "quizzes": [{"id": one.id, "aliases": list(one.aliases)} for each in course.lessons for one in each.quizzes],
        "certificate": course.certificate is not None,
    }


def _lessons(course: Course) -> list[dict[str, Any]]:
    lessons: list[dict[str, Any]] = []
    for number, lesson in enumerate(course.lessons, 1):
        id, *aliases = course.lesson_names(lesson)
        about = {"id": id, "aliases": aliases, "number": number, "title": lesson.title}
        lessons.append(about | {"url": _address(lesson.docname)})
    return lessons


def _address(docname: str) -> str:
    return f"{quote(address(docname))}.html"
