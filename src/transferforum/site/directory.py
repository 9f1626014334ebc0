# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who brings what: a page for each competence area and each partner, an overview of both, and lists for authored pages.

Every statement on these pages is a contribution of `municipalities.toml` with the sources of its facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from ..model import (
    AREAS_PAGE,
    MUNICIPALITIES_PAGE,
    Area,
    Contribution,
    Course,
    Forum,
    KnowHow,
    Municipality,
    Workshop,
    area_page,
    municipality_page,
)
from . import html
from .directives import CourseList
from .facts import Sources
from .generated_page import GeneratedPage, Url
from .use import Use, on

KNOW_HOW = "docs/wissen/index"
_GUIDES = ("docs/anleitung/wissen", "docs/anleitung/uebungen")
"""Pages that tell how to contribute, the best one first."""
_KINDS = {
    "Überblick": "Überblick: Worum es geht",
    "Anleitung": "Anleitungen: Wie etwas geht",
    "Erfahrung": "Erfahrungen aus Vorhaben",
    "Vorlage": "Vorlagen zum Übernehmen",
}
"""The kinds of know-how pages in their order, and what stands above those of a kind."""


class KnowHowList(CourseList):
    """All know-how pages by kind."""

    template = "know_how_list.html"


class AreaList(CourseList):
    """The competence areas as links, for the start page."""

    template = "area_list.html"


DIRECTIVES: dict[str, Any] = {"know-how-list": KnowHowList, "area-list": AreaList}
USES = {
    "know-how-list": Use(title="Wissensseiten", purpose="Zeigt alle Wissensseiten nach ihrer Art.", place=on(KNOW_HOW)),
    "area-list": Use(title="Kompetenzbereiche", purpose="Zeigt die Kompetenzbereiche als Links.", place=on("index")),
}


def _know_how_list(forum: Forum, docname: str, url: Url) -> dict[str, Any]:
    groups = [
        {"title": title, "entries": [_know_how(forum, one, url) for one in forum.know_how if one.kind == kind]}
        for kind, title in _KINDS.items()
    ]
    return {"groups": [group for group in groups if group["entries"]]}


def _area_list(forum: Forum, docname: str, url: Url) -> dict[str, Any]:
    """The areas, and the ways to the overviews that the forum has."""
    if not forum.areas:
        return {}
    ways = [("Alle Kompetenzen", AREAS_PAGE)]
    if _is_there(forum, KNOW_HOW):
        ways.insert(0, ("Alle Wissensseiten", KNOW_HOW))
    if forum.municipalities:
        ways.append(("Alle Kommunen", MUNICIPALITIES_PAGE))
    return {
        "areas": [_area_link(area, url) for area in forum.areas],
        "ways": [{"title": title, "url": url(name)} for title, name in ways],
    }


LISTS: dict[str, Callable[[Forum, str, Url], dict[str, Any]]] = {
    KnowHowList.template: _know_how_list,
    AreaList.template: _area_list,
}
"""What each template shows on a page: forum, docname, way to other pages -> context."""


def pages(forum: Forum) -> Iterator[GeneratedPage]:
    """The pages of the directory; none without areas, none of partners without partners."""
    if forum.areas:
        yield GeneratedPage(name=AREAS_PAGE, title="Kompetenzen", template="areas.html", content=_areas)
    for area in forum.areas:
        yield GeneratedPage(
            name=area_page(area.id),
            title=area.title,
            template="area.html",
            content=partial(_area, area),
            description=area.summary,
            parents=(("Kompetenzen", AREAS_PAGE),),
        )
    if forum.municipalities:
        yield GeneratedPage(
            name=MUNICIPALITIES_PAGE, title="Kommunen", template="municipalities.html", content=_partners
        )
    for partner in forum.municipalities:
        yield GeneratedPage(
            name=municipality_page(partner.id),
            title=partner.name,
            template="municipality.html",
            content=partial(_partner, partner),
            parents=(("Kommunen", MUNICIPALITIES_PAGE),),
        )


def has_page(forum: Forum, name: str) -> bool:
    """Whether the directory has an overview of this name."""
    return bool({AREAS_PAGE: forum.areas, MUNICIPALITIES_PAGE: forum.municipalities}.get(name))


def about_know_how(forum: Forum, one: KnowHow, url: Url) -> dict[str, Any]:
    """What stands around the text of a know-how page: where it belongs, and the courses that go on from it."""
    return {
        "kind": one.kind,
        "areas": _area_links(forum, one.areas, url),
        "municipalities": [
            {"title": partner.short, "url": url(municipality_page(partner.id))}
            for partner in map(forum.municipality, one.municipalities)
            if partner
        ],
        "courses": [_course(forum, course, url) for course in map(forum.course, one.courses) if course],
    }


def about_workshop(forum: Forum, one: Workshop, url: Url) -> dict[str, Any]:
    """What stands above a workshop's agenda."""
    courses = (course for course in map(forum.course, one.courses) if course)
    return {
        "minutes": one.minutes,
        "place": one.place,
        "courses": [{"title": course.title, "url": url(course.docname)} for course in courses],
        "materials": one.materials,
    }


def _areas(forum: Forum, url: Url, sources: Sources) -> dict[str, Any]:
    towns, _ = _by_role(forum)
    return {
        "areas": [_area_link(area, url) | {"summary": area.summary} for area in forum.areas],
        "towns": [{"title": town.short, "url": url(municipality_page(town.id))} for town in towns],
        "rows": [_area_link(area, url) | {"cells": [_cell(area, town, url) for town in towns]} for area in forum.areas],
        "municipalities_url": url(MUNICIPALITIES_PAGE) if forum.municipalities else "",
    }


def _cell(area: Area, town: Municipality, url: Url) -> dict[str, Any]:
    count = len(_in_area(town, area))
    return {"town": town.short, "count": count, "url": f"{url(area_page(area.id))}#{_anchor(town)}"}


def _area(area: Area, forum: Forum, url: Url, sources: Sources) -> dict[str, Any]:
    courses = [course for course in forum.offered if area.id in course.areas]
    groups = [[one for one in group if _in_area(one, area)] for group in _by_role(forum)]
    towns, funders = ([_bringing(forum, one, area, url, sources) for one in group] for group in groups)
    return {
        "title": area.title,
        "summary": area.summary,
        "towns": towns,
        "funders": funders,
        "know_how": [_know_how(forum, one, url) for one in forum.know_how if area.id in one.areas],
        "courses": [_course(forum, course, url) for course in courses],
        "exercises": list(_exercises(forum, courses, url)),
        "contribute": _contribute(forum, url),
    }


def _bringing(forum: Forum, partner: Municipality, area: Area, url: Url, sources: Sources) -> dict[str, Any]:
    return {
        "name": partner.name,
        "url": url(municipality_page(partner.id)),
        "anchor": _anchor(partner),
        "contributions": [_contribution(forum, one, url, sources) for one in _in_area(partner, area)],
    }


def _partners(forum: Forum, url: Url, sources: Sources) -> dict[str, Any]:
    towns, funders = ([_partner_link(forum, one, url) for one in group] for group in _by_role(forum))
    return {"towns": towns, "funders": funders, "contribute": _contribute(forum, url)}


def _partner_link(forum: Forum, partner: Municipality, url: Url) -> dict[str, Any]:
    areas = {id for one in partner.contributions for id in one.areas}
    return {
        "name": partner.name,
        "kind": partner.kind,
        "url": url(municipality_page(partner.id)),
        "count": len(partner.contributions),
        "areas": _area_links(forum, [area.id for area in forum.areas if area.id in areas], url),
    }


def _partner(partner: Municipality, forum: Forum, url: Url, sources: Sources) -> dict[str, Any]:
    shown: dict[str, Any] = {kind: [one for one in partner.contributions if one.kind == kind] for kind in _HEADINGS}
    courses = [course for course in forum.offered if partner.id in forum.municipalities_of[course.id]]
    return {
        "name": partner.name,
        "kind": partner.kind,
        "groups": [
            {
                "title": "Was gefördert wird" if partner.is_funder else _HEADINGS[kind],
                "anchor": kind.lower(),
                "contributions": [_contribution(forum, one, url, sources) for one in found],
            }
            for kind, found in shown.items()
            if found
        ],
        "know_how": [_know_how(forum, one, url) for one in forum.know_how if partner.id in one.municipalities],
        "courses": [_course(forum, course, url) for course in courses],
        "contribute": _contribute(forum, url),
    }


_HEADINGS = {"Rolle": "Rolle in gemeinsamen Vorhaben", "Beitrag": "Eigene Beiträge"}


def _by_role(forum: Forum) -> tuple[list[Municipality], list[Municipality]]:
    """Those who bring knowledge, and those who give money."""
    towns = [one for one in forum.municipalities if not one.is_funder]
    return towns, [one for one in forum.municipalities if one.is_funder]


def _in_area(partner: Municipality, area: Area) -> list[Contribution]:
    return [one for one in partner.contributions if area.id in one.areas]


def _anchor(partner: Municipality) -> str:
    """Where a partner stands on the page of an area; permanent."""
    return f"kommune-{partner.id}"


def _contribution(forum: Forum, one: Contribution, url: Url, sources: Sources) -> dict[str, Any]:
    return {"text": one.text, "areas": _area_links(forum, one.areas, url), "marks": sources.marks(one.facts)}


def _area_links(forum: Forum, ids: list[str] | tuple[str, ...], url: Url) -> list[dict[str, Any]]:
    return [_area_link(area, url) for area in map(forum.area, ids) if area]


def _area_link(area: Area, url: Url) -> dict[str, Any]:
    return {"title": area.title, "url": url(area_page(area.id))}


def _know_how(forum: Forum, one: KnowHow, url: Url) -> dict[str, Any]:
    return {
        "title": one.title,
        "url": url(one.docname),
        "kind": one.kind,
        "summary": one.summary,
        "areas": _area_links(forum, one.areas, url),
    }


def _course(forum: Forum, course: Course, url: Url) -> dict[str, Any]:
    return {
        "title": course.title,
        "url": url(course.docname),
        "summary": course.summary,
        "level": course.level,
        "minutes": forum.minutes(course),
    }


def _exercises(forum: Forum, courses: list[Course], url: Url) -> Iterator[dict[str, Any]]:
    """The exercises of courses, each where it is met first."""
    for id in dict.fromkeys(id for course in courses for id in course.exercises):
        exercise = forum.exercise(id)
        if exercise:
            place = f"{url(forum.places[id].docname)}#{html.anchor(id)}"
            yield {"title": exercise.title, "url": place, "minutes": exercise.minutes}


def _contribute(forum: Forum, url: Url) -> dict[str, str]:
    """The page that tells how to add something; empty where there is none."""
    guide = next((name for name in _GUIDES if _is_there(forum, name)), "")
    return {"guide": url(guide) if guide else ""}


def _is_there(forum: Forum, docname: str) -> bool:
    return (forum.root / f"{docname}.md").is_file()
