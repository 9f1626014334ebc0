# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page "Kurse und Übungen finden": everything there is to learn as a list, and what `web/finder.js` filters it by.

`tests/contract/finder.json` holds what the script is told. The keys of the filters and the values of their options
stand in addresses that people share: they are permanent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ..content.digcomp import COMPETENCES
from ..model import Course, Exercise, Forum, Lesson
from . import html
from .directives import CourseList
from .guides import sorting
from .use import Use, on

Url = Callable[[str], str]
"""From a docname to its address from the page."""

PAGE = "docs/lernen/katalog"
"""Where `{course-finder}` stands; a forum may leave it out."""
LEVELS = ("Einstieg", "Aufbau", "Vertiefung")
MINUTES = (15, 30, 60, 90, 120)
NO_CODE = "ohne-programmieren"
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


class CourseFinder(CourseList):
    """All courses and exercises with filters."""

    template = "course_finder.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A course or an exercise: what is shown, by which `values` it is found; `course` counts the courses from 0."""

    shown: dict[str, Any]
    values: dict[str, list[str]]
    minutes: int
    course: int


def listing(forum: Forum, docname: str, url: Url) -> dict[str, Any]:
    """What the template shows."""
    ordered = _ordered(forum)
    courses = [_course(forum, one, number, url) for number, one in enumerate(ordered)]
    exercises = [each for number, one in enumerate(ordered) for each in _exercises(forum, one, number, url)]
    entries = [*courses, *exercises]
    return {
        "courses": [one.shown for one in courses],
        "exercises": [one.shown for one in exercises],
        "total": len(entries),
        "groups": [one for one in _groups(forum, entries) if one["options"]],
        "durations": _durations(entries),
        "finder_config": html.page_json(_config(courses, exercises)),
    }


def _ordered(forum: Forum) -> list[Course]:
    """The order in which courses are recommended: easy ones first, of these the short ones."""
    return sorted(
        forum.offered,
        key=lambda one: (LEVELS.index(one.level), not forum.needs_no_code(one), forum.minutes(one), one.id),
    )


def _course(forum: Forum, course: Course, number: int, url: Url) -> _Entry:
    no_code, minutes = forum.needs_no_code(course), forum.minutes(course)
    shown = {
        "title": course.title,
        "url": url(course.docname),
        "summary": course.summary,
        "level": course.level,
        "minutes": minutes,
        "no_code": no_code,
        "roles": course.roles,
        "stand": course.stand,
    }
    return _Entry(shown=shown, values=_values(forum, course, "kurs", no_code), minutes=minutes, course=number)


def _exercises(forum: Forum, course: Course, number: int, url: Url) -> Iterator[_Entry]:
    """The exercises of a course, each where it is met first; what the course is for, they are for too."""
    for exercise, lesson in _placed(forum, course):
        no_code = exercise.skill == "A"
        shown = {
            "title": exercise.title,
            "url": f"{url(lesson.docname)}#{html.anchor(exercise.id)}",
            "minutes": exercise.minutes,
            "no_code": no_code,
            "course": course.title,
        }
        values = _values(forum, course, "uebung", no_code)
        yield _Entry(shown=shown, values=values, minutes=exercise.minutes, course=number)


def _placed(forum: Forum, course: Course) -> Iterator[tuple[Exercise, Lesson]]:
    for id in dict.fromkeys(course.exercises):
        exercise, lesson = forum.exercise(id), forum.places[id]
        if exercise and lesson.course == course.id:
            yield exercise, lesson


def _values(forum: Forum, course: Course, kind: str, no_code: bool) -> dict[str, list[str]]:
    partners = (forum.municipality(id) for id in forum.municipalities_of.get(course.id, ()))
    return {
        "art": [kind],
        "rolle": [slug(role) for role in course.roles],
        "thema": [id for id in course.areas if forum.area(id)],
        "stufe": [slug(course.level)],
        "code": [NO_CODE] if no_code else [],
        "kompetenz": [code for code in course.competences if code in COMPETENCES],
        "kommune": [one.id for one in partners if one and not one.is_funder],
    }


def _groups(forum: Forum, entries: list[_Entry]) -> Iterator[dict[str, Any]]:
    """The filters with the options that lead to something."""
    roles = sorted({role for course in forum.offered for role in course.roles}, key=sorting)
    partners = [(one.id, one.name) for one in forum.municipalities]
    digcomp = [(code, f"{code} {words}") for code, words in COMPETENCES.items()]
    options = {
        "rolle": [(slug(role), role) for role in roles],
        "code": [(NO_CODE, "Ohne Programmieren")],
        "art": [("kurs", "Kurs"), ("uebung", "Übung")],
        "thema": [(area.id, area.title) for area in forum.areas],
        "stufe": [(slug(level), level) for level in LEVELS],
        "kompetenz": digcomp,
        "kommune": partners,
    }
    for key, known in options.items():
        counts = {value: sum(value in one.values[key] for one in entries) for value, _ in known}
        found = [{"value": value, "label": label, "count": counts[value]} for value, label in known if counts[value]]
        yield {"key": key, "options": found}


def _durations(entries: list[_Entry]) -> list[dict[str, int]]:
    return [{"value": most, "count": sum(one.minutes <= most for one in entries)} for most in MINUTES]


def _config(courses: list[_Entry], exercises: list[_Entry]) -> dict[str, list[dict[str, Any]]]:
    """What the script is told, in the order of the lists; an exercise has the rest from its course."""
    return {
        "kurse": [{**one.values, "minuten": one.minutes, "stand": one.shown["stand"].isoformat()} for one in courses],
        "uebungen": [
            {"kurs": one.course, "minuten": one.minutes, "art": one.values["art"], "code": one.values["code"]}
            for one in exercises
        ],
    }


def slug(words: str) -> str:
    """Words as they stand in an address: "Bauhof und Grünflächen" is `bauhof-und-gruenflaechen`."""
    return re.sub(r"[^a-z0-9]+", "-", words.casefold().translate(_UMLAUTS)).strip("-")


DIRECTIVES: dict[str, Any] = {"course-finder": CourseFinder}
USES = {"course-finder": Use(title="Katalog", purpose="Zeigt alle Kurse und Übungen mit Filtern.", place=on(PAGE))}
LISTS = {CourseFinder.template: listing}
"""What the template shows on a page: forum, docname, way to other pages -> context."""
