# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page "Kurse und Übungen finden" as it is built: lists, filters, what the script is told, when it changes."""

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
from jinja2 import Environment, FileSystemLoader

from transferforum.content import load
from transferforum.model import Certificate, Forum, KnowHow, Municipality, Page, Prose
from transferforum.site import building, finder

Edit = Callable[[str, str, str], Path]
Build = Callable[[], str]
CONTRACT = json.loads((ROOT / "tests/contract/finder.json").read_text(encoding="utf-8"))


@pytest.fixture
def build(small: Path, tmp_path: Path, edit: Edit) -> Build:
    """Builds the small forum with the page; fails on any problem, gives the page."""
    web = stand_in_web(tmp_path / "web")
    edit("conf.py", '"courses/**/*.md"]', '"courses/**/*.md", "docs/**/*.md"]')
    page = small / f"{finder.PAGE}.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Kurse und Übungen finden\n\n```{course-finder}\n```\n", encoding="utf-8")

    def run() -> str:
        (tmp_path / "site.log").unlink(missing_ok=True)
        _, problems = building.build(small, tmp_path / "site", web=web, python=None, jobs=1, status=None)
        assert [str(problem) for problem in problems] == []
        return (tmp_path / "site/katalog.html").read_text(encoding="utf-8")

    return run


def was_written(tmp_path: Path) -> bool:
    """Whether the last build wrote the page."""
    log = tmp_path / "site.log"
    return log.exists() and f"written {finder.PAGE}" in log.read_text(encoding="utf-8").splitlines()


def told(forum: Forum) -> dict[str, list[dict[str, Any]]]:
    """What the script gets."""
    config: dict[str, list[dict[str, Any]]] = json.loads(finder.listing(forum, finder.PAGE, str)["finder_config"])
    return config


def grown(forum: Forum, courses: int, exercises: int) -> Forum:
    """The forum many times over, every course with its share of the exercises."""
    course, exercise = forum.courses[0], forum.exercises[0]
    share = exercises // courses
    made = [
        replace(exercise, id=f"uebung-{number}", title=f"Zahlen zählen, Teil {number}") for number in range(exercises)
    ]
    many = []
    for number in range(courses):
        id = f"kurs-{number}"
        own = [one.id for one in made[number * share : (number + 1) * share]]
        place = course.lessons[1].placements[0]
        lesson = replace(course.lessons[1], course=id, placements=tuple(replace(place, exercise=one) for one in own))
        many.append(
            replace(
                course,
                id=id,
                title=f"Mit Zahlen arbeiten, Band {number}",
                summary=f"Sie lesen in diesem Kurs die {number}. Liste, prüfen sie und rechnen damit." * 2,
                lessons=(lesson,),
            )
        )
    return replace(forum, courses=tuple(many), exercises=tuple(made))


def test_without_script_everything_is_there_to_read(build: Build) -> None:
    page = build()
    text = " ".join(re.sub(r"<[^>]+>", " ", page).replace("\xa0", " ").replace("&nbsp;", " ").split())
    assert "2 Ergebnisse: 1 Kurs und 1 Übung" in text
    assert "Probe Einstieg · 15 Minuten · ohne Programmieren Ein Kurs zum Prüfen. Für: Fachamt" in text
    assert 'href="kurse/probe/index.html">Probe</a>' in page
    assert 'href="kurse/probe/zweite.html#uebung-summe">Zahlen zusammenzählen</a>' in page
    assert "Aus dem Kurs „Probe“" in text


def test_filters_offer_what_there_is_with_its_count(build: Build) -> None:
    page = build()
    options = re.findall(r'name="(\w+)" value="([^"]*)"(?: checked)?><span>([^<]+)</span> <small>\((\d+)\)', page)
    assert options == [
        ("rolle", "fachamt", "Fachamt", "2"),
        ("bis", "", "beliebig lang", "2"),
        *(("bis", str(most), f"bis {most}&nbsp;Minuten", "2") for most in (15, 30, 60, 90, 120)),
        ("code", "ohne-programmieren", "Ohne Programmieren", "2"),
        ("art", "kurs", "Kurs", "1"),
        ("art", "uebung", "Übung", "1"),
        ("thema", "probe", "Probe", "2"),
        ("stufe", "einstieg", "Einstieg", "2"),
        ("kompetenz", "1.3", "1.3 Informationen und Daten ordnen und auswerten", "2"),
        ("kommune", "probestadt", "Probestadt", "2"),
    ]
    titles = re.findall(r"<legend[^>]*>([^<]+)</legend>", page)
    assert len(titles) == len(set(titles)) == len({key for key, *_ in options})


def test_only_this_page_loads_the_script(build: Build, tmp_path: Path) -> None:
    assert '<script type="module" src="_static/forum/finder.1.js">' in build()
    others = [path for path in (tmp_path / "site").rglob("*.html") if path.name != "katalog.html"]
    assert others
    assert not any("finder.1.js" in path.read_text(encoding="utf-8") for path in others)


def test_every_page_leads_there(build: Build, tmp_path: Path) -> None:
    build()
    lesson = (tmp_path / "site/kurse/probe/erste.html").read_text(encoding="utf-8")
    assert '<a href="../../katalog.html">Kurse und Übungen finden</a>' in lesson


def test_the_menu_says_that_one_is_among_the_courses(build: Build, tmp_path: Path) -> None:
    here = '#kursliste" aria-current="true">Kurse</a>'
    assert here in build()
    for name, inside in (("kurse/probe/erste", True), ("kurse/probe/index", True), ("index", False)):
        assert (here in (tmp_path / f"site/{name}.html").read_text(encoding="utf-8")) is inside


@pytest.mark.parametrize(
    ("name", "old", "new", "changes"),
    [
        ("courses/probe/erste.md", "Führen Sie", "Starten Sie", False),
        ("exercises/summe/exercise.md", "Zählen Sie die", "Addieren Sie die", False),
        ("courses/probe/course.toml", 'title = "Probe"', 'title = "Versuch"', True),
        ("courses/probe/course.toml", '"Fachamt"', '"Leitung"', True),
        ("courses/probe/zweite.md", "minutes: 5", "minutes: 25", True),
        ("exercises/summe/exercise.md", "title: Zahlen zusammenzählen", "title: Summen", True),
    ],
)
def test_the_page_is_written_when_what_it_shows_has_changed(
    build: Build, edit: Edit, tmp_path: Path, name: str, old: str, new: str, changes: bool
) -> None:
    before = build()
    edit(name, old, new)
    after = build()
    assert was_written(tmp_path) == changes
    assert (after != before) == changes


def test_the_script_is_told_what_it_relies_on(small: Path) -> None:
    forum = load(small)[0]
    page = Page(docname="docs/wissen/a", path=small / "a.md", title="A", text=Prose(text="", line=1))
    known = KnowHow(
        id="a",
        page=page,
        kind="Erfahrung",
        summary="",
        areas=(),
        municipalities=("stadt", "bund", "unbekannt"),
        courses=("probe",),
        sources=(),
        stand=date(2026, 11, 22),
        review=date(2027, 11, 22),
        licence="CC-BY-4.0",
    )
    partners = (
        Municipality(id="stadt", name="Stadt Beispielstadt", short="Beispielstadt", kind="Stadt", names=()),
        Municipality(id="bund", name="Ein Ministerium", short="Ministerium", kind="Fördergeber", names=()),
    )
    linked = replace(forum, know_how=(known,), municipalities=partners)
    assert told(linked) == CONTRACT
    offered = {one["key"]: one["options"] for one in finder.listing(linked, finder.PAGE, str)["groups"]}
    assert offered["kommune"] == [{"value": "stadt", "label": "Stadt Beispielstadt", "count": 2}]


def test_what_takes_code_is_not_called_free_of_it(small: Path) -> None:
    forum = load(small)[0]
    shares = Certificate(lessons=1, exercises=1, quizzes=0)
    harder = replace(
        forum,
        courses=(replace(forum.courses[0], certificate=shares),),
        exercises=(replace(forum.exercises[0], skill="C"),),
    )
    assert [one["code"] for part in told(harder).values() for one in part] == [[], []]


def test_easy_courses_come_first_and_of_these_the_short_ones(small: Path) -> None:
    forum = load(small)[0]
    course = forum.courses[0]
    short = replace(course, id="kurz", title="Kurz", lessons=course.lessons[:1])
    hard = replace(short, id="aufbau", title="Aufbau", level="Aufbau")
    shown = finder.listing(replace(forum, courses=(hard, course, short)), finder.PAGE, str)["courses"]
    assert [one["title"] for one in shown] == ["Kurz", "Probe", "Aufbau"]


def test_an_exercise_that_is_shown_twice_is_listed_once(small: Path) -> None:
    forum = load(small)[0]
    first, second = forum.courses[0].lessons
    course = replace(forum.courses[0], lessons=(replace(first, placements=second.placements), second))
    other = replace(course, id="zweiter", lessons=(replace(second, course="zweiter"),))
    shown = finder.listing(replace(forum, courses=(course, other)), finder.PAGE, str)["exercises"]
    assert [one["url"] for one in shown] == ["courses/probe/erste#uebung-summe"]


@pytest.mark.parametrize(
    ("words", "value"),
    [("Bauhof und Grünflächen", "bauhof-und-gruenflaechen"), ("Öffentlichkeitsarbeit", "oeffentlichkeitsarbeit")],
)
def test_addresses_have_no_umlauts(words: str, value: str) -> None:
    assert finder.slug(words) == value


def test_a_large_forum_stays_within_its_bytes(small: Path) -> None:
    """A list grows with the forum, so its entries must stay small, also in what the script is told of them."""
    forum = load(small)[0]
    theme = Path(finder.__file__).parent / "theme"
    template = Environment(loader=FileSystemLoader(theme)).get_template(finder.CourseFinder.template)

    def size(courses: int, exercises: int) -> int:
        context = finder.listing(grown(forum, courses, exercises), finder.PAGE, lambda name: f"{name}.html")
        return len(template.render(context, script="finder.js").encode())

    assert size(200, 800) - size(1, 4) < 200_000 + 800 * 320
