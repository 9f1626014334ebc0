# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages that lead through the courses: learning paths, self-check, glossary; the directives place what the model holds.

What they show is looked up when the page is written, as with every list made of the model.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model import Course, Forum, Lesson, SelfCheckQuestion, Term
from . import html
from .directives import CourseList
from .generated_page import Url
from .use import Use, on


class LearningPaths(CourseList):
    """The learning paths with their courses in order."""

    template = "learning_paths.html"


class SelfCheck(CourseList):
    """The questions of the self-check, and for each what helps."""

    template = "self_check.html"


class Glossary(CourseList):
    """All terms with their definitions."""

    template = "glossary.html"


DIRECTIVES: dict[str, Any] = {
    "learning-paths": LearningPaths,
    "self-check": SelfCheck,
    "glossary": Glossary,
}
USES = {
    "learning-paths": Use(
        title="Lernwege", purpose="Zeigt alle Lernwege mit ihren Kursen.", place=on("docs/lernen/lernwege")
    ),
    "self-check": Use(
        title="Selbstcheck",
        purpose="Zeigt die Fragen des Selbstchecks und schlägt Lektionen vor.",
        place=on("docs/lernen/wo-stehe-ich"),
    ),
    "glossary": Use(title="Glossar", purpose="Zeigt alle Begriffe mit Erklärung.", place=on("docs/lernen/glossar")),
}
"""What authors are told of each."""


def _paths(forum: Forum, docname: str, url: Url) -> dict[str, Any]:
    paths = [
        {
            "id": path.id,
            "title": path.title,
            "role": path.role,
            "summary": path.summary,
            "minutes": sum(forum.minutes(course) for course in _courses(forum, path.courses)),
            "courses": [_course(forum, course, url) for course in _courses(forum, path.courses)],
        }
        for path in forum.paths
    ]
    return {"paths": paths}


def _self_check(forum: Forum, docname: str, url: Url) -> dict[str, Any]:
    questions = [_question(forum, question, url) for question in forum.self_check]
    return {"questions": questions, "self_check_config": html.page_json({"questions": questions})}


def _glossary(forum: Forum, docname: str, url: Url) -> dict[str, Any]:
    return {"terms": [_term(term) for term in sorted(forum.glossary, key=lambda term: sorting(term.term))]}


LISTS = {LearningPaths.template: _paths, SelfCheck.template: _self_check, Glossary.template: _glossary}
"""What each template shows on a page: forum, docname, way to other pages -> context."""


def _courses(forum: Forum, ids: tuple[str, ...]) -> Iterator[Course]:
    """Courses that cannot be read are left out; the loader has reported them."""
    yield from (course for course in map(forum.course, ids) if course)


def _course(forum: Forum, course: Course, url: Url) -> dict[str, Any]:
    return {
        "id": course.id,
        "title": course.title,
        "summary": course.summary,
        "url": url(course.docname),
        "minutes": forum.minutes(course),
        "level": course.level,
        "names": html.page_json({"lessons": [course.lesson_names(lesson) for lesson in course.lessons]}),
        "lessons_count": len(course.lessons),
    }


def _question(forum: Forum, question: SelfCheckQuestion, url: Url) -> dict[str, Any]:
    suggested = (forum.course(name) or forum.lesson(f"courses/{name}") for name in question.suggestions)
    return {
        "id": question.id,
        "text": question.text,
        "answers": [{"text": answer.text, "points": answer.points} for answer in question.answers],
        "suggestions": [_suggestion(forum, one, url) for one in suggested if one],
    }


def _suggestion(forum: Forum, page: Course | Lesson, url: Url) -> dict[str, Any]:
    lesson = page if isinstance(page, Lesson) else None
    course = page if isinstance(page, Course) else forum.course(page.course)
    assert course is not None
    return {
        "lesson": lesson.title if lesson else "",
        "course": course.title,
        "minutes": lesson.minutes if lesson else forum.minutes(course),
        "url": url(page.docname),
    }


def _term(term: Term) -> dict[str, Any]:
    return {
        "anchor": term_anchor(term.id),
        "term": term.term,
        "definition": html.inline(term.definition),
        "variants": [name for name in term.variants if name.casefold() != term.term.casefold()],
    }


def term_anchor(id: str) -> str:
    """The anchor of a term on the glossary page; permanent."""
    return f"begriff-{id}"


GLOSSARY_PAGE = "docs/lernen/glossar"
"""Where `{glossary}` stands."""


def sorting(word: str) -> str:
    """A word as German dictionaries order it: case does not count, ä is like a, ß like ss."""
    return word.casefold().translate(str.maketrans("äöü", "aou"))
