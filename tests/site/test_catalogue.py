# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The catalogue that scripts read, the pages that name it, and what a course page says of certificates."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, stand_in_web

from transferforum.content import load
from transferforum.model import Certificate, Choice, Course, Forum, Prose, Quiz
from transferforum.site import building, catalogue

Edit = Callable[[str, str, str], Path]
CONTRACT = json.loads((ROOT / "tests/contract/catalogue.json").read_text(encoding="utf-8"))


def with_course(forum: Forum, **changes: Any) -> Forum:
    """The forum with other values in its only course."""
    return replace(forum, courses=(replace(forum.courses[0], **changes),))


def with_quizzes(course: Course, number: int) -> dict[str, Any]:
    """The lessons of a course, the last one with this many quizzes."""
    body = Choice(options=(), single=True)
    question = Prose(text="Wie viel ist `1 + 1`?\nRechnen Sie.", line=1)
    quizzes = tuple(
        Quiz(id=f"frage-{one}", line=1, question=question, body=body, aliases=(f"alt-{one}",)) for one in range(number)
    )
    return {"lessons": (*course.lessons[:-1], replace(course.lessons[-1], quizzes=quizzes))}


@pytest.fixture
def little(small: Path) -> Forum:
    """The small forum with a certificate, a question, and ids from before."""
    forum = load(small)[0]
    course = forum.courses[0]
    first, *others = with_quizzes(course, 1)["lessons"]
    shares = Certificate(lessons=1.0, exercises=0.8, quizzes=0.5)
    lessons = (replace(first, aliases=("anfang",)), *others)
    return with_course(forum, certificate=shares, aliases=("versuch",), lessons=lessons)


def read(forum: Forum) -> dict[str, Any]:
    """The one course as the catalogue has it."""
    found: dict[str, Any] = json.loads(catalogue.content(forum))["courses"][0]
    return found


def test_the_catalogue_has_the_form_that_scripts_rely_on(little: Forum) -> None:
    assert json.loads(catalogue.content(little)) == CONTRACT


@pytest.mark.parametrize(
    ("shares", "quizzes", "numbers", "words"),
    [
        ((1.0, 0.8, 0.5), 0, (2, 1, 0), "alle 2 Lektionen lesen und die Übung lösen"),
        (
            (0.5, 1.0, 0.5),
            3,
            (1, 1, 2),
            "mindestens 1 von 2 Lektionen lesen, die Übung lösen und mindestens 2 von 3 Fragen lösen",
        ),
        ((0.0, 0.0, 0.7), 10, (0, 0, 7), "mindestens 7 von 10 Fragen lösen"),
        ((0.0, 0.0, 0.0), 10, (0, 0, 0), ""),
    ],
)
def test_shares_become_numbers_and_words(
    little: Forum, shares: tuple[float, float, float], quizzes: int, numbers: tuple[int, ...], words: str
) -> None:
    certificate = Certificate(**dict(zip(("lessons", "exercises", "quizzes"), shares, strict=True)))
    forum = with_course(little, certificate=certificate, **with_quizzes(little.courses[0], quizzes))
    needed = catalogue.needed(forum, forum.courses[0])
    assert needed
    assert tuple(needed.values()) == numbers
    assert catalogue.condition(forum, forum.courses[0]) == words


@pytest.mark.parametrize(("minutes", "hours"), [(1, 0.5), (44, 0.5), (45, 1), (75, 1.5), (104, 1.5), (600, 10)])
def test_hours_are_rounded_to_halves(little: Forum, minutes: int, hours: float) -> None:
    only = replace(little.courses[0].lessons[0], minutes=minutes)
    assert read(with_course(little, lessons=(only,)))["hours"] == hours


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Neu"},
        {"version": "1.0.1"},
        {"competences": ("3.4",)},
        {"certificate": Certificate(lessons=0.5, exercises=0.8, quizzes=0.5)},
        {"certificate": None},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_the_digest_follows_what_a_certificate_states(little: Forum, changes: dict[str, Any]) -> None:
    assert read(with_course(little, **changes))["digest"] != read(little)["digest"]


def test_the_digest_does_not_follow_the_rest(little: Forum) -> None:
    more = with_quizzes(little.courses[0], 3)
    changed = with_course(little, summary="Neu", stand=date(2027, 1, 1), aliases=(), roles=("IT",), **more)
    assert read(changed)["digest"] == read(little)["digest"]
    assert catalogue.address_of(changed) != catalogue.address_of(little)


def test_an_exercise_that_is_shown_twice_counts_once(little: Forum) -> None:
    first, second = little.courses[0].lessons
    forum = with_course(little, lessons=(replace(first, placements=second.placements), second))
    assert [one["id"] for one in read(forum)["exercises"]] == ["summe"]


@pytest.fixture
def build(small: Path, tmp_path: Path, edit: Edit) -> Callable[[], Path]:
    """Builds the small forum with a certificate and its two pages; fails on any problem."""
    web = stand_in_web(tmp_path / "web")
    edit("conf.py", '"courses/**/*.md"]', '"courses/**/*.md", "docs/**/*.md"]')
    course = small / "courses/probe/course.toml"
    course.write_text(course.read_text() + "\n[certificate]\nlessons = 1.0\nexercises = 1.0\nquizzes = 1.0\n")
    for page, directive in ((catalogue.CERTIFICATE_PAGE, "certificate"), (catalogue.CHECK_PAGE, "certificate-check")):
        path = small / f"{page}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# Seite\n\n```{{{directive}}}\n```\n", encoding="utf-8")

    def run() -> Path:
        _, problems = building.build(small, tmp_path / "site", web=web, python=None, jobs=1, status=None)
        assert [str(problem) for problem in problems] == []
        return tmp_path / "site"

    return run


def published(site: Path, page: str) -> dict[str, Any]:
    """The catalogue that a page names."""
    path = site / page
    found = re.search(r'data-catalogue="([^"]+)"', path.read_text(encoding="utf-8"))
    assert found
    catalogue: dict[str, Any] = json.loads((path.parent / found[1]).read_text(encoding="utf-8"))
    return catalogue


@pytest.mark.parametrize("page", ["lernen/bescheinigung.html", "lernen/bescheinigung-pruefen.html"])
def test_the_pages_name_the_catalogue_as_it_is(build: Callable[[], Path], edit: Edit, page: str) -> None:
    site = build()
    assert published(site, page)["courses"][0]["title"] == "Probe"
    edit("courses/probe/course.toml", 'title = "Probe"', 'title = "Anderer Titel"')
    assert published(build(), page)["courses"][0]["title"] == "Anderer Titel"
    assert len(list((site / "_static/forum").glob("catalogue.*.json"))) == 1


def test_the_pages_tell_who_runs_the_forum(build: Callable[[], Path], small: Path) -> None:
    settings = small / "forum.toml"
    settings.write_text(settings.read_text() + '[operator]\nname = "Stadt <B>"\ncontact = "forum@beispielstadt.test"\n')
    page = (build() / "lernen/bescheinigung.html").read_text(encoding="utf-8")
    for part in ('data-operator="Stadt &lt;B&gt;"', 'data-contact="forum@beispielstadt.test"', 'data-forum="'):
        assert part in page
    assert 'data-check="bescheinigung-pruefen.html"' in page


def test_the_course_page_says_when_there_is_a_certificate(build: Callable[[], Path]) -> None:
    page = (build() / "kurse/probe/index.html").read_text(encoding="utf-8")
    assert "möglich, wenn Sie alle 2 Lektionen lesen, die Übung lösen und alle 8 Fragen lösen." in page
    assert 'href="../../lernen/bescheinigung.html#kurs=probe"' in page


def test_without_certificate_or_without_its_page_the_course_page_says_nothing(
    build: Callable[[], Path], small: Path, edit: Edit
) -> None:
    edit("courses/probe/course.toml", "[certificate]\nlessons = 1.0\nexercises = 1.0\nquizzes = 1.0\n", "")
    assert "Bescheinigung" not in (build() / "kurse/probe/index.html").read_text(encoding="utf-8")
    course = small / "courses/probe/course.toml"
    course.write_text(course.read_text() + "\n[certificate]\nlessons = 1.0\nexercises = 1.0\nquizzes = 1.0\n")
    (small / f"{catalogue.CERTIFICATE_PAGE}.md").unlink()
    assert "Bescheinigung" not in (build() / "kurse/probe/index.html").read_text(encoding="utf-8")
