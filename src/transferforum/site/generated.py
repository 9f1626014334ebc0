# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages without a source: made of the model in the main process, after all others were written.

A page says by which digest it was made, and is written again only when that changes, when a template is newer, or when
it is missing. A new kind of page is a function that gives `GeneratedPage`s, a template, and a line in `pages_of`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..model import Forum, address
from ..quality import Quality
from . import directory, pages, quality
from .facts import Sources
from .generated_page import GeneratedPage
from .reading import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def pages_of(forum: Forum, known: Quality | None = None) -> Iterator[GeneratedPage]:
    """All generated pages; those that show what is `known` of the content wait for that."""
    yield from directory.pages(forum)
    yield from quality.pages(forum, known)


def collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The pages that are out of date: name, context, template."""
    domain = domain_of(app.env)
    if app.builder.name == "forum":
        yield from outdated(app, pages_of(domain.forum, domain.quality))


def outdated(app: Sphinx, found: Iterable[GeneratedPage]) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Those of these pages that are out of date: name, context, template."""
    builder: Any = app.builder
    forum = domain_of(app.env).forum
    templates = int(builder.templates.newest_template_mtime() * 10**9)
    for page in found:
        if page.content is None:
            continue
        sources = Sources(forum)
        shown = page.content(forum, partial(builder.get_relative_uri, page.name), sources)
        context: dict[str, Any] = {
            "title": escape(page.title),
            "parents": page.parents,
            "description": page.description,
            "shown": shown,
            "sources": sources.listed(),
        }
        mark = pages.generated_digest(app, page.name, context)
        if not _is_current(builder.get_output_path(page.name), mark, templates):
            yield page.name, context | {"mark": mark}, page.template


def remove_gone(app: Sphinx, error: Exception | None) -> None:
    """Remove pages that an earlier build generated, and whose entry is gone."""
    if error or app.builder.name != "forum":
        return
    builder: Any = app.builder
    forum = domain_of(app.env).forum
    kept = {builder.get_output_path(name) for name in (*app.env.found_docs, *(page.name for page in pages_of(forum)))}
    for folder in {builder.get_output_path(page.name).parent for page in pages_of(forum) if page.parents}:
        for path in set(folder.glob(f"*{builder.out_suffix}")) - kept:
            path.unlink()


def _is_current(path: Path, mark: str, templates: int) -> bool:
    try:
        return path.stat().st_mtime_ns >= templates and f'content="{mark}"' in path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return False


def named(forum: Forum, target: str, docname: str) -> tuple[str, str] | None:
    """(name, anchor) of the generated page that a link on a page means; None when it means none.

    Links name addresses as readers see them: `/kompetenzen/daten.html`, or from the page that holds the link.
    """
    path, _, anchor = target.partition("#")
    place = posixpath.normpath(posixpath.join("/", posixpath.dirname(address(docname)), path))
    name = place.removeprefix("/").removesuffix(".html")
    known = path.endswith(".html") and any(page.name == name for page in pages_of(forum))
    return (name, anchor) if known else None
