# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""`{reference}` tells how a directive or a role is used, from what is registered; `{example}` shows one at work.

So the reference of the authors' guide cannot say anything else than the code. What is told stands as `USES` beside the
directives; the examples stand on the page, for they name content of this instance.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.parsers.rst import directives as docutils_directives
from docutils.parsers.rst.languages import en
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from ..content.quizzes import OPTIONS
from . import borrowed, directives, directory, facts, finder, guides, owed, search, terms
from .nodes import Example
from .use import Use, on

if TYPE_CHECKING:
    from ..model import Forum

PAGE = "docs/anleitung/autorinnen/bausteine"
"""The page of the authors' guide that shows all of them; a forum may leave it out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What the code accepts: something behind the name, something inside, and these options."""

    argument: bool = False
    content: bool = False
    options: frozenset[str] = frozenset()


class ReferenceDirective(SphinxDirective):
    """Tells how something is used: ```` ```{reference} name ``` ````."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """A section of its own; a name that nothing has is reported."""
        domain: Any = self.env.get_domain("forum")
        name = self.arguments[0]
        use = USES.get(name)
        if use is None:
            directives.report(
                self,
                "baustein-unbekannt",
                f"Einen Baustein `{name}` gibt es nicht.",
                f"Möglich sind: {', '.join(f'`{one}`' for one in USES)}.",
            )
            return []
        section = nodes.section(ids=[f"baustein-{name}"], names=[f"baustein-{name}"])
        self.set_source_info(section)
        section += nodes.title("", "", nodes.Text(f"{use.title}: "), nodes.literal("", f"{{{name}}}"))
        section += self._told(domain.forum, name, use)
        return [section]

    def _told(self, forum: Forum, name: str, use: Use) -> Iterator[nodes.Node]:
        yield nodes.paragraph("", "", *_inline(use.purpose))
        rows = list(_rows(name, use, signature(name, self.state.document)))
        if rows:
            yield _table(rows)
        if use.idle:
            names = _inline(", ".join(f"`{one}`" for one in use.idle) + ".")
            yield nodes.paragraph(
                "", "", nodes.Text("Hier nicht vorgesehen: "), *names, classes=["forum-example__label"]
            )
        if use.place:
            yield _source(use.source or f"```{{{name}}}\n```")
            yield self._place(forum, use.place(forum))

    def _place(self, forum: Forum, page: str) -> nodes.Node:
        """A link to the page on which it stands; the page is read again when that one goes."""
        if not page:
            return nodes.paragraph("", "Das braucht eine eigene Seite, die es in diesem Forum nicht gibt.")
        self.env.note_dependency(str(forum.root / f"{page}.md"))
        link = addnodes.pending_xref(
            "", refdomain="std", reftype="doc", reftarget=f"/{page}", refexplicit=False, refwarn=True
        )
        link["refdoc"] = self.env.current_document.docname
        link += nodes.inline("", page)
        return nodes.paragraph("", "", nodes.Text("So sieht es aus: "), link)


class ExampleDirective(SphinxDirective):
    """Shows Markdown, and beneath it what becomes of it; questions inside are read by the loader."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Source and result."""
        example = Example()
        self.set_source_info(example)
        example += _source("\n".join(self.content))
        result = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, result)
        example += result.children
        return [example]


def signature(name: str, document: nodes.document) -> Signature:
    """What is registered under a name."""
    if name in ROLES:
        return Signature(content=True)
    if name in OPTIONS:
        return Signature(argument=True, content=True, options=frozenset(OPTIONS[name]))
    english: Any = en
    found: Any = DIRECTIVES.get(name) or docutils_directives.directive(name, english, document)[0]
    return Signature(
        argument=bool(found.required_arguments or found.optional_arguments),
        content=bool(found.has_content),
        options=frozenset(found.option_spec or ()),
    )


def _rows(name: str, use: Use, accepted: Signature) -> Iterator[tuple[list[nodes.Node], str]]:
    """All that is accepted and has an effect, with its meaning."""
    if accepted.argument:
        yield [nodes.Text("hinter dem Namen")], use.argument
    told = [option for option in use.options if option in accepted.options]
    for option in (*told, *sorted(accepted.options - {*told, *use.idle})):
        yield [nodes.literal("", f":{option}:")], use.options.get(option, "")
    if accepted.content:
        yield [nodes.Text("zwischen den Backticks" if name in ROLES else "im Block")], use.content


def _table(rows: list[tuple[list[nodes.Node], str]]) -> nodes.table:
    head = nodes.thead("", _row([nodes.Text("Angabe")], [nodes.Text("Was dort steht")]))
    body = nodes.tbody("", *(_row(label, _inline(meaning)) for label, meaning in rows))
    widths = (nodes.colspec(colwidth=1), nodes.colspec(colwidth=3))
    return nodes.table("", nodes.tgroup("", *widths, head, body, cols=2))


def _row(*cells: list[nodes.Node]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", "", *cell)) for cell in cells))


def _inline(text: str) -> list[nodes.Node]:
    """Text with `code` in backticks."""
    parts = enumerate(text.split("`"))
    return [nodes.literal("", part) if number % 2 else nodes.Text(part) for number, part in parts if part]


def _source(text: str) -> nodes.literal_block:
    return nodes.literal_block(text, text, language="text")


DIRECTIVES: dict[str, Any] = {
    **directives.DIRECTIVES,
    **guides.DIRECTIVES,
    **finder.DIRECTIVES,
    **directory.DIRECTIVES,
    **owed.DIRECTIVES,
    **search.DIRECTIVES,
    "reference": ReferenceDirective,
    "example": ExampleDirective,
}
"""All directives of the forum's own."""
ROLES: dict[str, Any] = {**terms.ROLES, **facts.ROLES}
"""All roles of the forum's own."""
USES: dict[str, Use] = {
    **directives.USES,
    **guides.USES,
    **finder.USES,
    **directory.USES,
    **owed.USES,
    **search.USES,
    **terms.USES,
    **facts.USES,
    **borrowed.USES,
    "reference": Use(
        title="Baustein erklären",
        purpose="Erklärt einen Baustein so, wie das Programm ihn kennt.",
        argument="der Name des Bausteins",
        place=on(PAGE),
        source="```{reference} note\n```",
    ),
    "example": Use(
        title="Beispiel",
        purpose="Zeigt einen Baustein zum Abschreiben und darunter, was daraus wird.",
        content="was gezeigt werden soll, in Markdown; Fragen darin brauchen eigene Kennungen",
        place=on(PAGE),
        source="````{example}\n```{note}\nEin Satz.\n```\n````",
    ),
}
"""What authors are told, of everything that they may use."""
