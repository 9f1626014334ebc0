# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists for machines beside the pages: `sitemap.xml`, and `kurse.atom` with new and changed courses.

A sitemap needs whole addresses, so there is none as long as `forum.toml` does not say where the site stands. The feed
does without: its links are relative then, and its ids are permanent names in any case.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.etree import ElementTree as Xml

from ..model import Course, Forum, address
from .metadata import FEED, NOT_FOUND, page_url, urn
from .reading import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SITEMAP = "sitemap.xml"
LONGEST = 50
"""Entries of the feed; the newest come first."""
_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write(app: Sphinx, error: Exception | None) -> None:
    """Write both after the pages; what there is no content for goes."""
    if error or app.builder.name != "forum":
        return
    forum, out = domain_of(app.env).forum, Path(app.outdir)
    _put(out / FEED, feed(forum) if forum.offered else b"")
    _put(out / SITEMAP, sitemap(forum, _pages(forum, out)) if forum.settings.site.url else b"")


def feed(forum: Forum) -> bytes:
    """The courses, the last changed first."""
    settings = forum.settings
    courses = sorted(forum.offered, key=lambda course: (-course.stand.toordinal(), course.id))[:LONGEST]
    root = Xml.Element("feed", {"xmlns": _ATOM, "xml:lang": "de"})
    _add(root, "id", urn(forum, "feed", "kurse"))
    _add(root, "title", f"{settings.title}: neue und geänderte Kurse")
    _add(root, "updated", _moment(max(course.stand for course in courses)))
    _add(_add(root, "author"), "name", settings.operator.name or settings.title)
    _add(root, "link", rel="alternate", type="text/html", href=page_url(forum, "index") or "index.html")
    if settings.site.url:
        _add(root, "link", rel="self", type="application/atom+xml", href=settings.site.url + FEED)
    for course in courses:
        _entry(forum, course, _add(root, "entry"))
    return _bytes(root)


def _entry(forum: Forum, course: Course, entry: Xml.Element) -> None:
    link = page_url(forum, course.docname) or f"{quote(address(course.docname))}.html"
    _add(entry, "id", urn(forum, "course", course.id))
    _add(entry, "title", course.title)
    _add(entry, "updated", _moment(course.stand))
    _add(entry, "link", rel="alternate", type="text/html", href=link)
    _add(entry, "summary", f"{course.summary} (Version {course.version})")


def sitemap(forum: Forum, pages: Iterator[str]) -> bytes:
    """All pages, given by their addresses from the site's start, with the day of their content where it is known."""
    days = _days(forum)
    root = Xml.Element("urlset", {"xmlns": _SITEMAP})
    for page in pages:
        entry = _add(root, "url")
        _add(entry, "loc", forum.settings.site.url + ("" if page == "index.html" else quote(page)))
        if page in days:
            _add(entry, "lastmod", days[page].isoformat())
    return _bytes(root)


def _pages(forum: Forum, out: Path) -> Iterator[str]:
    """What is published lies in the folder; pages that are no place to come to are left out.

    So are retired courses: collections of learning material take in what a sitemap names.
    """
    retired = {address(course.docname).removesuffix("index") for course in forum.courses if course.retired}
    for path in sorted(out.rglob("*.html")):
        name = path.relative_to(out).as_posix()
        no_place = name.startswith(("_", *retired)) or name == f"{NOT_FOUND}.html" or path.name == "drucken.html"
        if not no_place:
            yield name


def _days(forum: Forum) -> dict[str, date]:
    courses = {course.docname: course.stand for course in forum.courses}
    lessons = {lesson.docname: course.stand for course in forum.courses for lesson in course.lessons}
    pages = {one.docname: one.stand for one in forum.kept_pages}
    return {f"{address(name)}.html": day for name, day in (courses | lessons | pages).items()}


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: Xml.Element, name: str, text: str = "", **attributes: str) -> Xml.Element:
    child = Xml.SubElement(parent, name, attributes)
    child.text = text or None
    return child


def _bytes(root: Xml.Element) -> bytes:
    Xml.indent(root)
    written: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _put(path: Path, content: bytes) -> None:
    """A file with this content; none when it is empty; an unchanged one is left alone."""
    if not content:
        path.unlink(missing_ok=True)
    elif not path.is_file() or path.read_bytes() != content:
        path.write_bytes(content)
