# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The role `{term}`: a word that leads to the glossary and shows its definition on the way.

The definition is in the page, so that it shows without script; it is looked up when the page is written.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole

from ..content.glossary import FILE, UNKNOWN, named, unknown_term
from ..problems import Problem
from . import html
from .guides import GLOSSARY_PAGE, term_anchor
from .use import Use

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)


class TermLink(nodes.Inline, nodes.TextElement):
    """A word from the glossary: `term`, its id, and `number`, counted on its page. The child is the word shown."""


class TermRole(SphinxRole):
    """`` {term}`CSV` `` or `` {term}`Tabellen <csv>` ``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """The word with its link; the bare word when there is no such term."""
        domain: Any = self.env.get_domain("forum")
        shown, name = named(self.text)
        self.env.note_dependency(FILE)
        term = domain.forum.term(name)
        if term is None:
            self._report(domain.forum)
            return [nodes.Text(shown)], []
        number = self.env.new_serialno("forum-term") + 1
        return [TermLink(shown, shown, term=term.id, number=number)], []

    def _report(self, forum: Any) -> None:
        """In lessons and exercises the loader has found it already."""
        if forum.lesson(self.env.current_document.docname):
            return
        path, line = self.get_source_info()
        message, cure = unknown_term(self.text)
        problem = Problem(
            path=f"{self.env.current_document.docname}.md", line=line, code=UNKNOWN, message=message, cure=cure
        )
        logger.warning("%s %s", message, cure, location=(path, line), extra={"problem": problem})


ROLES: dict[str, Any] = {"term": TermRole()}
USES = {
    "term": Use(
        title="Begriff",
        purpose="Führt zu einem Begriff im Glossar und zeigt unterwegs seine Erklärung.",
        content="der Begriff oder ein anderes Wort dafür, dahinter in spitzen Klammern seine Kennung",
    )
}


def visit_term_link(writer: HTML5Translator, node: TermLink) -> None:
    """The link and, after it, its definition, which CSS shows while the pointer or the focus is there."""
    domain: Any = writer.builder.env.get_domain("forum")
    term = domain.forum.term(node["term"])
    builder = writer.builder
    has_page = GLOSSARY_PAGE in builder.env.found_docs
    if term is None or not has_page:
        writer.body.append(escape(node.astext()))
        raise nodes.SkipNode
    url = escape(f"{builder.get_relative_uri(builder.current_docname, GLOSSARY_PAGE)}#{term_anchor(term.id)}")
    note = f"begriff-{term.id}-{node['number']}"
    writer.body.append(
        f'<span class="forum-term"><a class="forum-term__word" href="{url}" aria-describedby="{note}">'
        f'{escape(node.astext())}</a><span class="forum-term__note" role="tooltip" id="{note}">'
        f"{html.inline(term.definition)}</span></span>"
    )
    raise nodes.SkipNode


def _visit_plain(writer: Any, node: TermLink) -> None:
    """Other formats show the word."""


def register(app: Sphinx) -> None:
    """Tell Sphinx how a term is written."""
    plain = (_visit_plain, _visit_plain)
    app.add_node(TermLink, html=(visit_term_link, None), text=plain, latex=plain)
