# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A whole course on one page, to print or to save as PDF: its lessons one after the other with their stored results.

The page lies beside the lessons, so pictures and links keep their addresses. It is written after the lessons, in the
main process, whenever one of them or the course's page was written later than it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.osutil import relative_uri

from ..model import Course, Forum
from .facts import FactMark, Sources
from .reading import domain_of
from .terms import TermLink

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from .builder import ForumBuilder
_PERMANENT = ("uebung-", "frage-")
"""Anchors that are unique in the forum and stay as they are."""


def docname(course: Course) -> str:
    """The name of a course's print page; no author writes a page of this name."""
    return f"courses/{course.id}/drucken"


def collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The print pages that are out of date: name, context, template."""
    builder: Any = app.builder
    if builder.name != "forum":
        return
    forum = domain_of(app.env).forum
    for course in forum.courses:
        if has_page(forum, course) and _is_stale(builder, course):
            yield docname(course), _context(builder, forum, course), "course_print.html"


def has_page(forum: Forum, course: Course) -> bool:
    """Courses without lessons have none, and a lesson of this name comes first."""
    return bool(course.lessons) and forum.lesson(docname(course)) is None


def _is_stale(builder: ForumBuilder, course: Course) -> bool:
    page = builder.get_output_path(docname(course))
    sources = [builder.get_output_path(name) for name in _sources(builder, course)]
    return not page.exists() or any(_time(source) > _time(page) for source in sources)


def _time(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0


def _sources(builder: ForumBuilder, course: Course) -> Iterable[str]:
    """The course's pages that were read: one whose file is missing was not."""
    names = (course.docname, *(lesson.docname for lesson in course.lessons))
    return [name for name in names if name in builder.env.found_docs]


def _context(builder: ForumBuilder, forum: Forum, course: Course) -> dict[str, Any]:
    read = set(_sources(builder, course))
    lessons = [lesson for lesson in course.lessons if lesson.docname in read]
    parts = {builder.get_target_uri(lesson.docname): f"lektion-{lesson.id}" for lesson in lessons}
    domain = domain_of(builder.env)
    sources = Sources(forum, (fact for lesson in lessons for fact in domain.noted("facts", lesson.docname)))
    return {
        "title": f"{escape(course.title)} (ganzer Kurs)",
        "sources": sources.listed(),
        "static": True,
        "print": {
            "title": course.title,
            "summary": course.summary,
            "version": course.version,
            "stand": course.stand,
            "minutes": forum.minutes(course),
            "lessons": [_lesson_html(builder, lesson.docname, parts, sources) for lesson in lessons],
        },
    }


def _lesson_html(builder: ForumBuilder, name: str, parts: dict[str, str], sources: Sources) -> str:
    """The text of a lesson as its own page has it, one level down, with anchors of its own."""
    tree = builder.env.get_and_resolve_doctree(name, builder, tags=builder.tags)
    tree.settings = builder.docsettings
    here = builder.get_target_uri(name)
    prefix = parts[here]
    _make_unique(tree, prefix)
    _lead_inside(tree, here, parts)
    for term in list(tree.findall(TermLink)):
        term.replace_self(nodes.Text(term.astext()))
    for mark in tree.findall(FactMark):
        mark["sources"] = sources
    builder.current_docname = name
    builder.imgpath = relative_uri(here, builder.imagedir)
    builder.dlpath = relative_uri(here, "_downloads")
    builder.secnumbers = builder.env.toc_secnumbers.get(name, {})
    builder.fignumbers = builder.env.toc_fignumbers.get(name, {})
    builder.post_process_images(tree)
    writer: Any = builder.create_translator(tree, builder)
    writer.section_level = 1
    tree.walkabout(writer)
    return f'<section class="forum-print__lesson" id="{prefix}">\n{"".join(writer.fragment)}</section>\n'


def _make_unique(tree: nodes.document, prefix: str) -> None:
    """Anchors with the lesson's name in front: two lessons may both have a section „Kurz gesagt“."""
    for node in tree.findall(nodes.Element):
        for key in ("ids", "backrefs"):
            names: list[str] = node.get(key, [])
            node[key] = [f"{prefix}-{name}" for name in names]
        for key in ("refid", "id", "set_id", "input_id"):  # the last three belong to the tabs of sphinx-design
            if key in node:
                node[key] = f"{prefix}-{node[key]}"


def _lead_inside(tree: nodes.document, here: str, parts: dict[str, str]) -> None:
    """Links to lessons of this course lead to their place on the page."""
    for link in tree.findall(nodes.reference):
        page, _, anchor = str(link.get("refuri", "")).partition("#")
        if "://" in page or not (page or anchor):
            continue
        lesson = parts.get(f"{here.rpartition('/')[0]}/{page}" if page else here)
        if lesson and anchor.startswith(_PERMANENT):
            link["refuri"] = f"#{anchor}"
        elif lesson:
            link["refuri"] = f"#{lesson}-{anchor}" if anchor else f"#{lesson}"
