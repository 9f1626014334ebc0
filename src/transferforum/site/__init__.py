# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Sphinx extension: places the forum's content on pages. The only importer of Sphinx.

Flow: `builder-inited` loads the model and runs missing code; directives place things; pages look them up when written.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from . import assets, course_print, facts, feeds, generated, owed, pages, terms
from .builder import ForumBuilder
from .building import collect
from .cells import LessonCells
from .domain import ForumDomain
from .nodes import VISITORS, skip
from .pictures import PictureLines
from .reading import prepare, stale_documents
from .search import SearchTexts, note_text


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything with Sphinx."""
    collect(app)
    app.add_config_value("forum_web", "build/web", "", (str,))
    app.add_config_value("forum_python", {}, "", (dict,))
    app.add_config_value("forum_preview", False, "", (bool,))
    app.add_config_value("forum_cache", ".cache/executed", "", (str,))
    app.add_html_theme("forum", str(Path(__file__).parent / "theme"))
    app.add_builder(ForumBuilder)
    app.add_domain(ForumDomain)
    app.add_domain(SearchTexts)
    app.add_transform(LessonCells)
    app.add_transform(PictureLines)
    for node, visit, depart in VISITORS:
        app.add_node(node, html=(visit, depart), text=(skip, None), latex=(skip, None))
    terms.register(app)
    facts.register(app)
    owed.register(app)
    app.connect("builder-inited", prepare)
    app.connect("doctree-read", note_text)
    app.connect("env-get-outdated", stale_documents)
    app.connect("env-updated", pages.changed_frames)
    app.connect("html-collect-pages", course_print.collect_pages)
    app.connect("html-collect-pages", generated.collect_pages)
    app.connect("html-page-context", pages.add_context)
    app.connect("build-finished", generated.remove_gone)
    app.connect("build-finished", assets.publish)
    app.connect("build-finished", feeds.write)
    return {"version": "1", "env_version": 2, "parallel_read_safe": True, "parallel_write_safe": True}
