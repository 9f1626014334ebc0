# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the markup of prose says beside its words: headings, links, images, tables, code, and lines as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from ..content.notebook import DIRECTIVE

_OPTION = re.compile(r"^:([\w-]+):[ \t]*(.*)$", re.MULTILINE)
_TAG = re.compile(r"<(img|table)\b([^>]*)>(?:(.*?)</table>)?", re.DOTALL | re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\b(alt|src)\s*=\s*[\"']([^\"']*)[\"']", re.IGNORECASE)
_CODE = {"code", "code-block", "sourcecode"}
CODE_SPAN = re.compile(r"(`+)(?:(?!`).)*?\1", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading: its level, its words, its line in the file."""

    level: int
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link: its words (an image's alternative text counts), where it leads."""

    text: str
    target: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """An image: its alternative text and its file."""

    alt: str
    source: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: the cells of its first row; none where it has no header."""

    header: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A block of code that is shown and not run; `line` is its first one."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """The source of a paragraph, an item or a cell, without the code in it."""

    text: str
    line: int


Mark = Heading | Link | Image | Table | Code | Raw


def marks_in(tokens: Sequence[Token], line: int) -> Iterator[Mark]:
    """The marks of tokens that begin on this line; not those inside directives."""
    header: list[str] | None = None
    for place, token in enumerate(tokens):
        at = line + token.map[0] if token.map else line
        if token.type == "heading_open":
            yield Heading(level=int(token.tag[1:]), text=_words(tokens[place + 1]), line=at)
        elif token.type == "thead_open":
            header = []
        elif token.type == "thead_close" and header is not None:
            yield Table(header=tuple(header), line=at if token.map else _line_before(tokens, place, line))
            header = None
        elif token.type == "inline":
            if header is not None:
                header.append(_words(token))
            yield Raw(text=CODE_SPAN.sub("", token.content), line=at)
            yield from _inline(token, at)
        elif token.type == "fence":
            yield from _fence(token, at)
        elif token.type == "html_block":
            yield from _html(token.content, at)


def _line_before(tokens: Sequence[Token], place: int, line: int) -> int:
    return next((line + one.map[0] for one in reversed(tokens[:place]) if one.map), line)


def _words(token: Token) -> str:
    """What one reads of a paragraph; roles count with their content, images with their alternative text."""
    return " ".join("".join(_shown(one) for one in token.children or ()).split())


def _shown(token: Token) -> str:
    return " " if token.type in {"softbreak", "hardbreak"} else token.content


def _inline(token: Token, line: int) -> Iterator[Mark]:
    link: list[Token] | None = None
    target = ""
    for child in token.children or ():
        if child.type in {"softbreak", "hardbreak"}:
            line += 1
        elif child.type == "link_open":
            link, target = [], str(child.attrGet("href") or "")
        elif child.type == "link_close" and link is not None:
            yield Link(text=" ".join("".join(map(_shown, link)).split()), target=target, line=line)
            link = None
        elif child.type == "image":
            yield Image(alt=child.content, source=str(child.attrGet("src") or ""), line=line)
        elif child.type == "html_inline":
            yield from _html(child.content, line)
        if link is not None and child.type != "link_open":
            link.append(child)


def _fence(token: Token, line: int) -> Iterator[Mark]:
    directive = DIRECTIVE.match(token.info)
    name = directive[1] if directive else ""
    options = dict(_OPTION.findall(token.content))
    if name in {"figure", "image"}:
        argument = DIRECTIVE.sub("", token.info, count=1).strip()
        yield Image(alt=options.get("alt", "").strip(), source=argument, line=line)
    elif name in {"list-table", "csv-table"} and not (options.get("header-rows", "0") > "0" or "header" in options):
        yield Table(header=(), line=line)
    elif not name or name in _CODE:
        yield Code(text=token.content, line=line + 1)


def _html(text: str, line: int) -> Iterator[Mark]:
    for found in _TAG.finditer(text):
        values = {name.lower(): value for name, value in _ATTRIBUTE.findall(found[2])}
        at = line + text.count("\n", 0, found.start())
        if found[1].lower() == "img":
            yield Image(alt=values.get("alt", ""), source=values.get("src", ""), line=at)
        elif "<th" not in (found[3] or "").lower().replace("<thead", ""):
            yield Table(header=(), line=at)
