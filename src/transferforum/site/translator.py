# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small differences from Sphinx's HTML: what scrolls is reached by keyboard, and a note is called Hinweis."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

SCROLLS = '<div class="forum-table" role="group" tabindex="0" aria-label="Tabelle">'


TAG = re.compile(r"\s*<[a-z][a-z0-9-]*")


class ForumTranslator(HTML5Translator):
    """HTML as the theme expects it."""

    def dispatch_visit(self, node: nodes.Node) -> None:
        """In a preview, elements say in `data-forum-line` where in which file they are from."""
        start = len(self.body)
        try:
            super().dispatch_visit(node)
        finally:
            if self.config.forum_preview and node.line and isinstance(node, nodes.Element):
                self._note_line(node, start)

    def _note_line(self, node: nodes.Element, start: int) -> None:
        """Put file and line into the first tag that was written for the node."""
        source = Path(node.source or self.document["source"])
        root = Path(self.builder.srcdir)
        name = source.relative_to(root).as_posix() if source.is_relative_to(root) else source.as_posix()
        for place, text in enumerate(self.body[start:], start):
            if tag := TAG.match(text):
                attribute = f' data-forum-line="{escape(name)}:{node.line}"'
                self.body[place] = text[: tag.end()] + attribute + text[tag.end() :]
                return

    def visit_table(self, node: nodes.table) -> None:
        """Wide tables scroll inside a box of their own."""
        self.body.append(SCROLLS)
        super().visit_table(node)

    def depart_table(self, node: nodes.table) -> None:
        """Close the table and its box."""
        super().depart_table(node)
        self.body.append("</div>\n")

    def visit_literal_block(self, node: nodes.literal_block) -> None:
        """Code that is shown but cannot be run."""
        try:
            super().visit_literal_block(node)
        finally:
            self.body[-1] = self.body[-1].replace("<pre>", '<pre tabindex="0">', 1)

    def visit_note(self, node: nodes.Element) -> None:
        """Sphinx says Bemerkung."""
        self.visit_admonition(node)
        node.insert(0, nodes.title("", "Hinweis"))
