# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The role `{fact}`: a small numbered link from a statement to its source in the list at the foot of the page.

A source has one number on a page. All is looked up when the page is written: a source that changes makes no page be
read again.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from ..content.facts import ROLE
from ..model import Forum
from .use import Use

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


class Sources:
    """The sources of one page, numbered in the order in which they are first cited; `more` follow them."""

    def __init__(self, forum: Forum, facts: Iterable[str] = (), more: Iterable[str] = ()) -> None:
        self._forum = forum
        self._numbers: dict[str, int] = {}
        self.marks(facts)
        for id in more:
            self._number(id)

    def marks(self, facts: Iterable[str]) -> list[dict[str, Any]]:
        """What stands after a statement that these facts prove: the number and title of each source, once.

        Facts and sources that do not exist are passed over; the loader has reported them.
        """
        known = (self._forum.fact(id) for id in facts)
        ids = dict.fromkeys(fact.source for fact in known if fact and self._forum.source(fact.source))
        return [self._number(id) for id in ids]

    def _number(self, id: str) -> dict[str, Any]:
        source = self._forum.source(id)
        if source is None:
            return {}
        number = self._numbers.setdefault(id, len(self._numbers) + 1)
        return {"number": number, "title": source.title}

    def listed(self) -> list[dict[str, Any]]:
        """The list at the foot of the page."""
        known = ((number, self._forum.source(id)) for id, number in self._numbers.items())
        return [
            {"number": number, "title": source.title, "date": source.date, "url": source.url}
            for number, source in known
            if source
        ]


class FactMark(nodes.Inline, nodes.Element):
    """A citation: `fact` is its id. While a page of several documents is written, `sources` are those of that page."""


class FactRole(SphinxRole):
    """`` {fact}`id` `` after the statement it proves; that the fact exists is the loader's business."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """The citation."""
        domain: Any = self.env.get_domain("forum")
        fact = self.text.strip()
        domain.note_fact(fact)
        return [FactMark(fact=fact)], []


ROLES: dict[str, Any] = {ROLE: FactRole()}
USES = {
    ROLE: Use(
        title="Beleg",
        purpose="Nennt hinter einer Aussage die Quelle, als kleine Nummer.",
        content="die Kennung des Fakts aus `facts.toml`",
    )
}


def visit_fact_mark(writer: HTML5Translator, node: FactMark) -> None:
    """The link; nothing for a fact that does not exist."""
    domain: Any = writer.builder.env.get_domain("forum")
    sources: Sources = node.get("sources") or domain.sources(writer.builder.current_docname)
    writer.body.append("".join(mark_html(mark) for mark in sources.marks([node["fact"]])))
    raise nodes.SkipNode


def mark_html(mark: dict[str, Any]) -> str:
    """One numbered link."""
    name = escape(f"Quelle {mark['number']}: {mark['title']}")
    number = mark["number"]
    return f'<a class="forum-citation" href="#quelle-{number}" aria-label="{name}">[{number}]</a>'


def _skip(writer: Any, node: FactMark) -> None:
    """Other formats have no list of sources."""
    raise nodes.SkipNode


def register(app: Sphinx) -> None:
    """Tell Sphinx how a citation is written."""
    app.add_node(FactMark, html=(visit_fact_mark, None), text=(_skip, None), latex=(_skip, None))
