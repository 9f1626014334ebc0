# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What pages tell machines: JSON-LD by the AMB and schema.org, Open Graph, the sitemap and the feed."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID
from xml.etree import ElementTree as Xml

import pytest
from conftest import ROOT, stand_in_web
from jsonschema import Draft7Validator, FormatChecker
from referencing import Registry, Resource

from transferforum.content import load
from transferforum.model import Course, Forum, Lesson, Site
from transferforum.site import building, feeds, metadata

URL = "https://lernen.nirgendau.test/forum/"
AMB = Path(os.environ.get("FORUM_AMB_SCHEMAS", ROOT.parent / "shared/schemas/amb"))
"""The published schemas of the AMB; they are no part of this repository."""
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
Build = Callable[[], Path]


@pytest.fixture(params=["", URL], ids=["nowhere", "published"])
def placed(request: pytest.FixtureRequest, forum: Forum) -> Forum:
    """The real forum, where it does and does not know where it is published."""
    operator = replace(forum.settings.operator, name="Gemeinde Nirgendau" if request.param else "")
    return replace(forum, settings=replace(forum.settings, site=Site(url=request.param), operator=operator))


@pytest.fixture
def build(small: Path, tmp_path: Path) -> Build:
    """Builds the small forum without a fault."""
    web = stand_in_web(tmp_path / "web")

    def run() -> Path:
        out = tmp_path / "site"
        assert building.build(small, out, web=web, python=None, jobs=1, status=None)[1] == ()
        return out

    return run


def publish(small: Path, url: str = URL) -> None:
    """Say where the small forum stands."""
    (small / "forum.toml").write_text(f'id = "probe"\ntitle = "Probe-Forum"\n[site]\nurl = "{url}"\n', encoding="utf-8")


def parts(forum: Forum) -> Iterator[tuple[Course, Lesson | None]]:
    """All courses and lessons."""
    for course in forum.courses:
        yield course, None
        for lesson in course.lessons:
            yield course, lesson


def ids(value: Any) -> Iterator[str]:
    """All values of `id` and `@id`."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from [one] if key in {"id", "@id"} else ids(one)
    if isinstance(value, list):
        for one in value:
            yield from ids(one)


def is_uri(text: str) -> bool:
    """Absolute, as JSON Schema's `uri` asks; not every validator has that format."""
    scheme = urlsplit(text).scheme
    return text.isascii() and " " not in text and (scheme in {"http", "https"} or text.startswith("urn:uuid:"))


FORMATS = FormatChecker(["date"])
FORMATS.checks("uri")(lambda text: not isinstance(text, str) or is_uri(text))
FORMATS.checks("date-time")(lambda text: not isinstance(text, str) or "T" in text)


def test_courses_and_lessons_have_what_the_amb_asks_for(placed: Forum) -> None:
    """Holds where the published schemas are missing, too."""
    seen: set[str] = set()
    for course, lesson in parts(placed):
        about = metadata.amb(placed, course, lesson)
        assert about["@context"] == ["https://w3id.org/kim/amb/context.jsonld", {"@language": "de"}]
        assert about["name"] == (lesson or course).title
        assert "LearningResource" in about["type"]
        assert about["inLanguage"] == ["de"]
        assert about["license"]["id"].startswith("https://creativecommons.org/")
        assert any("/hochschulfaechersystematik/" in subject["id"] for subject in about["about"])
        assert any("/hcrt/" in kind["id"] for kind in about["learningResourceType"])
        assert date.fromisoformat(about["dateModified"]) == course.stand
        assert [code["prefLabel"]["de"].partition(":")[0] for code in about["teaches"]] == [
            f"DigComp 3.0, {code}" for code in course.competences
        ]
        assert about["description"]
        assert [one for one in ids(about) if not is_uri(one)] == []
        assert about["id"] not in seen
        seen.add(about["id"])
        base = placed.settings.site.url
        assert about["id"].startswith(f"{base}kurse/" if base else "urn:uuid:")
        assert ("publisher" in about) is bool(base)


def test_courses_and_lessons_are_valid_by_the_published_schema(placed: Forum) -> None:
    if not (AMB / "schema.json").is_file():
        pytest.skip(f"Ausgelassen: Die veröffentlichten Schemas des AMB fehlen in {AMB}.")
    schemas = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(AMB.glob("*.json"))]
    resources: list[tuple[str, Resource[Any]]] = [(one["$id"], Resource.from_contents(one)) for one in schemas]
    schema = json.loads((AMB / "schema.json").read_text(encoding="utf-8"))
    registry: Registry[Any] = Registry().with_resources(resources)
    validator = Draft7Validator(schema, registry=registry, format_checker=FORMATS)
    for course, lesson in parts(placed):
        about = metadata.amb(placed, course, lesson)
        assert [error.message for error in validator.iter_errors(about)] == []
        assert not validator.is_valid(about | {"inLanguage": "de"}), "the schema is the one that is meant"
        assert not validator.is_valid(about | {"about": [{"id": URL}]})
        assert not validator.is_valid(about | {"id": "kurse/probe/index.html"})


def test_parts_and_wholes_name_each_other(placed: Forum) -> None:
    for course in placed.courses:
        whole = metadata.amb(placed, course)
        lessons = [metadata.amb(placed, course, lesson) for lesson in course.lessons]
        assert [part["id"] for part in whole["hasPart"]] == [lesson["id"] for lesson in lessons]
        assert {part["id"] for lesson in lessons for part in lesson["isPartOf"]} == {whole["id"]}


def test_plain_schema_org_says_minutes_level_and_objectives(placed: Forum) -> None:
    for course, lesson in parts(placed):
        about = metadata.schema_org(placed, course, lesson)
        assert about["@context"] == "https://schema.org"
        assert about["timeRequired"] == f"PT{lesson.minutes if lesson else placed.minutes(course)}M"
        assert about["educationalLevel"] == course.level
        assert about["teaches"]
        assert about["educationalAlignment"][0]["educationalFramework"] == "DigComp 3.0"
        assert about["@id"] == metadata.amb(placed, course, lesson)["id"]


def test_names_stay_when_the_site_moves(forum: Forum) -> None:
    moved = replace(forum, settings=replace(forum.settings, site=Site(url=URL), title="Anders"))
    assert _entry_ids(feeds.feed(forum)) == _entry_ids(feeds.feed(moved))


def test_heads_hold_both_blocks_as_data(build: Build) -> None:
    site = build()
    counts = {path.relative_to(site).as_posix(): len(blocks(path)) for path in site.rglob("*.html")}
    assert {name: count for name, count in counts.items() if count} == {
        "kurse/probe/index.html": 2,
        "kurse/probe/erste.html": 2,
        "kurse/probe/zweite.html": 2,
    }
    assert [one["name"] for one in blocks(site / "kurse/probe/erste.html")] == ["Erste Lektion"] * 2


def blocks(page: Path) -> list[dict[str, Any]]:
    """The JSON-LD in a page."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text(encoding="utf-8"), re.S)
    return [json.loads(text) for text in found]


def test_a_title_cannot_leave_its_place(build: Build, edit: Callable[[str, str, str], Path]) -> None:
    title = '</script><b>"Zahlen" & mehr'
    edit("courses/probe/erste.md", "title: Erste Lektion", f"title: '{title}'")
    page = build() / "kurse/probe/erste.html"
    assert {one["name"] for one in blocks(page)} == {title}
    assert "<b>" not in page.read_text(encoding="utf-8").partition("</head>")[0]


def test_pages_describe_themselves(build: Build, small: Path) -> None:
    publish(small)
    site = build()
    start, course, lesson = (said(site / name) for name in ("index.html", "kurse/probe/index.html", LESSON))
    forum = load(small)[0]
    assert (start["og:type"], start["og:url"], start["og:title"]) == ("website", URL, "Probe-Forum")
    assert course["description"] == course["og:description"] == forum.courses[0].summary
    assert (lesson["og:type"], lesson["og:title"]) == ("article", "Erste Lektion")
    assert lesson["og:url"] == lesson["canonical"] == URL + LESSON
    assert lesson["og:locale"] == "de_DE"
    assert lesson["alternate"] == "../../kurse.atom"
    assert (site / LESSON).parent.joinpath(lesson["alternate"]).resolve() == site / "kurse.atom"
    assert said(site / "kurse/probe/drucken.html")["robots"] == "noindex"
    assert [path for path in site.rglob("*.html") if not 0 < len(said(path).get("description", " ")) <= 200] == []


LESSON = "kurse/probe/erste.html"


def said(page: Path) -> dict[str, str]:
    """The names in a head with what is said under them."""
    head = page.read_text(encoding="utf-8").partition("</head>")[0]
    named = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', head)
    links = [(rel, link) for rel, link in re.findall(r'<link rel="(canonical|alternate)"[^>]*? href="([^"]+)">', head)]
    return {name: unescape(text) for name, text in [*named, *links]}


def test_without_an_address_nothing_is_made_up(build: Build) -> None:
    site = build()
    assert not {"og:url", "canonical"} & set(said(site / LESSON))
    assert not (site / "sitemap.xml").exists()


def test_the_sitemap_lists_every_page_one_may_come_to(
    build: Build, edit: Callable[[str, str, str], Path], small: Path
) -> None:
    publish(small)
    shutil.copy(ROOT / "404.md", small)
    edit("conf.py", '"index.md", ', '"index.md", "404.md", ')
    for title, name in (("Glossar", "glossar"), ("Suche", "suche"), ("Kurse und Übungen", "katalog")):
        edit("404.md", f"[{title}](docs/lernen/{name}.md)", title)
    site = build()
    entries = {
        entry.findtext(f"{MAP}loc"): entry.findtext(f"{MAP}lastmod")
        for entry in Xml.parse(site / "sitemap.xml").getroot()
    }
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    come_to = pages - {"404.html", "index.html", "kurse/probe/drucken.html"}
    assert len(pages - come_to) == 3
    assert set(entries) == {URL, *(URL + page for page in come_to)}
    stand = load(small)[0].courses[0].stand.isoformat()
    dated = {page for page, day in entries.items() if page and "/kurse/" in page and day == stand}
    assert dated == {f"{URL}kurse/probe/{name}.html" for name in ("index", "erste", "zweite")}
    assert entries[URL] is None
    publish(small, "")
    build()
    assert not (site / "sitemap.xml").exists(), "what is no longer true goes"


def test_the_feed_is_atom_and_newest_first(placed: Forum) -> None:
    course = placed.courses[0]
    newer = replace(course, id="neuer", title="Neuer", stand=date(2027, 1, 2))
    root = Xml.fromstring(feeds.feed(replace(placed, courses=(course, newer))))
    assert root.tag == f"{ATOM}feed"
    assert [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")] == ["Neuer", course.title]
    for element in (root, *root.iter(f"{ATOM}entry")):
        assert UUID((element.findtext(f"{ATOM}id") or "").removeprefix("urn:uuid:"))
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "").tzinfo
        assert element.findtext(f"{ATOM}title")
        assert element.find(f"{ATOM}link[@rel='alternate']") is not None
    assert root.findtext(f"{ATOM}updated") == "2027-01-02T00:00:00Z"
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    base = placed.settings.site.url
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links.get("self") == (f"{base}kurse.atom" if base else None)
    assert root.find(f"{ATOM}entry/{ATOM}link").get("href") == f"{base}kurse/neuer/index.html"  # type: ignore[union-attr]


def test_a_new_stand_reaches_the_feed(build: Build, edit: Callable[[str, str, str], Path], small: Path) -> None:
    path = build() / "kurse.atom"
    before = path.read_bytes()
    stand = load(small)[0].courses[0].stand.isoformat()
    assert stand.encode() in before
    edit("courses/probe/course.toml", f"stand = {stand}", "stand = 2027-02-03")
    build()
    assert b"<updated>2027-02-03T00:00:00Z</updated>" in path.read_bytes()


def test_a_forum_without_courses_has_no_feed(build: Build, small: Path) -> None:
    site = build()
    shutil.rmtree(small / "courses")
    shutil.rmtree(small / "exercises")
    building.build(small, site, web=site.parent / "web", python=None, jobs=1, status=None)
    assert not (site / "kurse.atom").exists()
    assert "alternate" not in said(site / "index.html")


def _entry_ids(feed: bytes) -> list[str | None]:
    return [one.text for one in Xml.fromstring(feed).iter(f"{ATOM}id")]
