# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small differences from Sphinx's HTML: what scrolls is reached by keyboard, and a note is called Hinweis."""

from __future__ import annotations

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

SCROLLS = '<div class="forum-table" role="group" tabindex="0" aria-label="Tabelle">'


class ForumTranslator(HTML5Translator):
    """HTML as the theme expects it."""

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
