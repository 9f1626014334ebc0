# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the pages of the built site, as a test looks at them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_PROSE = {"p", "li", "dd"}
_NO_PROSE = {
    "pre",
    "code",
    "table",
    "nav",
    "script",
    "style",
    "button",
    "figure",
    "svg",
    "header",
    "footer",
    "template",
}
_NO_PROSE_CLASSES = (
    "forum-term__note",
    "forum-sources",
    "forum-cell__output",
    "forum-citation",
    "forum-entries__facts",
    "forum-entries__link",
)
"""What is no sentence: notes of terms, results, lists of names and links."""
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class BuiltPage:
    """What tests ask of a page: its anchors, where it leads (attribute, address), its paragraphs."""

    path: str
    anchors: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)


class _Parser(HTMLParser):
    def __init__(self, page: BuiltPage) -> None:
        super().__init__()
        self.page = page
        self._open: list[tuple[str, bool]] = []
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.page.anchors.append(given["id"])
        for name in ("href", "src", "action", "poster", "data"):
            if given.get(name):
                self.page.links.append((f"{tag} {name}", given[name]))
        if tag in _VOID:
            return
        silent = tag in _NO_PROSE or any(name in given.get("class", "") for name in _NO_PROSE_CLASSES)
        if tag in _PROSE:
            self._end_of_block()
        self._open.append((tag, silent))

    def handle_endtag(self, tag: str) -> None:
        if tag in _PROSE:
            self._end_of_block()
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self._open]
        if "main" in tags and _PROSE & set(tags) and not any(silent for _, silent in self._open):
            self._text.append(data)

    def _end_of_block(self) -> None:
        text = " ".join("".join(self._text).split())
        self._text = []
        if text:
            self.page.prose.append(text)


def read(site: Path) -> dict[str, BuiltPage]:
    """All pages of a site, by their path from its start."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        page = BuiltPage(path.relative_to(site).as_posix())
        _Parser(page).feed(path.read_text(encoding="utf-8"))
        pages[page.path] = page
    return pages
