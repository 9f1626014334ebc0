# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Roles in prose, as `` {term}`CSV` ``, with the line where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown_it.token import Token

from ..model import CodeCell, Prose
from .notebook import DIRECTIVE, parser

_VERBATIM = {"code-cell", "code", "code-block", "sourcecode", "math", "raw", "literalinclude"}
"""Directives whose text is not Markdown."""
_PARSED = 65536
"""Parts kept in memory: several readers ask for the roles of the same one, and a preview asks at every change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role's name, what stands between its backticks, its line in the file."""

    name: str
    content: str
    line: int


def roles(part: Prose | CodeCell, *names: str) -> Iterator[Role]:
    """The roles of these names in a part, in order; code has none."""
    if isinstance(part, Prose) and any(f"{{{name}}}" in part.text for name in names):
        yield from (role for role in _roles(part) if role.name in names)


@lru_cache(_PARSED)
def _roles(part: Prose) -> tuple[Role, ...]:
    return tuple(_within(part.text, part.line))


def _within(text: str, line: int) -> Iterator[Role]:
    """The roles in a text that begins on this line, those in the text of directives too."""
    for token in parser().parse(text):
        if token.map is None:
            continue
        if token.type == "inline":
            yield from _inline(token, line + token.map[0])
        elif token.type == "fence" and (found := DIRECTIVE.match(token.info)) and found[1] not in _VERBATIM:
            yield from _within(token.content, line + token.map[0] + 1)


def _inline(token: Token, line: int) -> Iterator[Role]:
    for child in token.children or ():
        if child.type in {"softbreak", "hardbreak"}:
            line += 1
        elif child.type == "myst_role":
            yield Role(name=child.meta.get("name", ""), content=child.content, line=line)
