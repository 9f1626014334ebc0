# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the head of a page tells machines: description, Open Graph, and for courses and lessons JSON-LD.

Two blocks of JSON-LD: one follows the AMB (the profile by which German collections of open material take courses in),
one is plain schema.org with what the AMB has no place for. Nothing here concerns more than one course.
"""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import shorten
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from ..content.digcomp import COMPETENCES, VERSION
from ..content.owed import LICENCES
from ..model import Course, Forum, Lesson, address
from . import html

NOT_FOUND = "404"
"""The page for addresses that do not exist; it can be shown at any address."""
FEED = "kurse.atom"
LONGEST = 200
"""Signs of a description."""
_CONTEXT = ["https://w3id.org/kim/amb/context.jsonld", {"@language": "de"}]
_SUBJECTS = {"n29": "Verwaltungswissenschaften", "n71": "Informatik"}
"""Of the German classification of subjects (Destatis), which the AMB asks for."""


def head(forum: Forum, docname: str, title: str, description: str = "") -> dict[str, Any]:
    """What `theme/head.html` shows. `description` is for pages that the model does not know."""
    course, lesson = forum.course_of(docname), forum.lesson(docname)
    url = page_url(forum, docname)
    blocks: list[dict[str, Any]] = []
    if course and (lesson or docname == course.docname):
        blocks = [amb(forum, course, lesson), schema_org(forum, course, lesson)]
    return {
        "title": forum.settings.title if docname == "index" else title,
        "description": shorten(description or _description(forum, docname), LONGEST, placeholder=" …"),
        "type": "website" if docname == "index" else "article",
        "url": url if docname != NOT_FOUND else "",
        "hidden": docname == NOT_FOUND or docname.endswith("/drucken"),
        "feed": FEED if forum.offered else "",
        "json_ld": [html.page_json(block) for block in blocks],
    }


def _description(forum: Forum, docname: str) -> str:
    settings = forum.settings
    course, lesson, know_how = forum.course_of(docname), forum.lesson(docname), forum.know_how_on(docname)
    if docname == "index" and settings.summary:
        return settings.summary
    if course:
        return _objectives(course, lesson) or course.summary if lesson else course.summary
    if know_how:
        return know_how.summary
    page = forum.page(docname)
    return page.lead if page else settings.summary


def _objectives(course: Course, lesson: Lesson) -> str:
    return " ".join(one.text for one in course.objectives if one.id in lesson.objectives)


def page_url(forum: Forum, docname: str) -> str:
    """The whole address of a page; empty when `forum.toml` does not say where the site stands."""
    base = forum.settings.site.url
    if not base or docname == "index":
        return base
    return f"{base}{quote(address(docname))}.html"


def urn(forum: Forum, kind: str, id: str) -> str:
    """A permanent name that does not depend on where the site stands."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'forum:{forum.settings.id}:{kind}:{id}')}"


def amb(forum: Forum, course: Course, lesson: Lesson | None = None) -> dict[str, Any]:
    """A course, or one of its lessons, by the AMB."""
    settings = forum.settings
    practice = bool(lesson and (lesson.placements or lesson.quizzes))
    kinds = {"course": "Kurs"} if lesson is None else {"web_page": "Webseite"}
    about: dict[str, Any] = {
        "@context": _CONTEXT,
        "id": _id(forum, lesson or course),
        "type": ["LearningResource"] if lesson else ["LearningResource", "Course"],
        "name": (lesson or course).title,
        "description": _description(forum, (lesson or course).docname),
        "inLanguage": ["de"],
        "about": [_concept(f"https://w3id.org/kim/hochschulfaechersystematik/{id}", _SUBJECTS[id]) for id in _SUBJECTS],
        "keywords": _keywords(forum, course),
        "license": {"id": LICENCES[settings.licences.text]},
        "creator": [_organization("type", settings.licences.attribution)],
        "dateModified": course.stand.isoformat(),
        "learningResourceType": [
            _concept(f"https://w3id.org/kim/hcrt/{id}", label)
            for id, label in (kinds | ({"drill_and_practice": "Übung"} if practice else {})).items()
        ],
        "educationalLevel": [_concept("https://w3id.org/kim/educationalLevel/level_C", "Fortbildung")],
        "audience": [_concept("http://purl.org/dcx/lrmi-vocabs/educationalAudienceRole/professional", "Fachleute")],
        "teaches": [_competence(code) for code in course.competences],
        "isAccessibleForFree": True,
        "conditionsOfAccess": {"type": "Concept", "id": "http://w3id.org/kim/conditionsOfAccess/no_login"},
        "interactivityType": {"type": "Concept", "id": "http://purl.org/dcx/lrmi-vocabs/interactivityType/mixed"},
    }
    if settings.operator.name:
        about["publisher"] = [_organization("type", settings.operator.name)]
    if lesson:
        about["isPartOf"] = [_part(forum, course, "id", "type")]
    else:
        about["hasPart"] = [_part(forum, one, "id", "type") for one in course.lessons]
    return about


def schema_org(forum: Forum, course: Course, lesson: Lesson | None = None) -> dict[str, Any]:
    """The same in plain schema.org, with minutes, level and objectives."""
    settings = forum.settings
    taught = [one.text for one in course.objectives if lesson is None or one.id in lesson.objectives]
    about: dict[str, Any] = {
        "@context": "https://schema.org",
        "@id": _id(forum, lesson or course),
        "@type": "LearningResource" if lesson else ["Course", "LearningResource"],
        "name": (lesson or course).title,
        "description": _description(forum, (lesson or course).docname),
        "inLanguage": "de",
        "license": LICENCES[settings.licences.text],
        "isAccessibleForFree": True,
        "timeRequired": f"PT{lesson.minutes if lesson else forum.minutes(course)}M",
        "dateModified": course.stand.isoformat(),
        "version": course.version,
        "educationalLevel": course.level,
        "audience": [{"@type": "EducationalAudience", "educationalRole": role} for role in course.roles],
        "teaches": taught,
        "educationalAlignment": [
            {
                "@type": "AlignmentObject",
                "alignmentType": "teaches",
                "educationalFramework": f"DigComp {VERSION}",
                "targetName": f"{code} {COMPETENCES[code]}",
            }
            for code in course.competences
        ],
        "creator": _organization("@type", settings.licences.attribution),
        "provider": _organization("@type", settings.operator.name or settings.title),
    }
    if url := page_url(forum, (lesson or course).docname):
        about["url"] = url
    if lesson:
        about["isPartOf"] = _part(forum, course, "@id", "@type")
    return about


def _id(forum: Forum, one: Course | Lesson) -> str:
    """The page's address, else a permanent name: collections need one that is valid in any case."""
    name = f"{one.course}/{one.id}" if isinstance(one, Lesson) else one.id
    return page_url(forum, one.docname) or urn(forum, "lesson" if isinstance(one, Lesson) else "course", name)


def _part(forum: Forum, one: Course | Lesson, id: str, type: str) -> dict[str, Any]:
    kind = "LearningResource" if isinstance(one, Lesson) else "Course"
    kinds = ["LearningResource", *([kind] if kind == "Course" else [])]
    return {id: _id(forum, one), type: kind if type == "@type" else kinds, "name": one.title}


def _concept(id: str, label: str) -> dict[str, Any]:
    return {"type": "Concept", "id": id, "prefLabel": {"de": label}}


def _competence(code: str) -> dict[str, Any]:
    """We know of no address for each competence of this version of DigComp; the name is permanent all the same."""
    name = f"urn:uuid:{uuid5(NAMESPACE_URL, f'digcomp:{VERSION}:{code}')}"
    return {"id": name, "prefLabel": {"de": f"DigComp {VERSION}, {code}: {COMPETENCES[code]}"}}


def _organization(type: str, name: str) -> Mapping[str, str]:
    return {type: "Organization", "name": name}


def _keywords(forum: Forum, course: Course) -> list[str]:
    areas = [area.title for area in map(forum.area, course.areas) if area]
    return [*areas, f"DigComp {VERSION}", "Verwaltung"]
