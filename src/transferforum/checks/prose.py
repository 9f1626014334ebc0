# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Prose as checks look at it: blocks (paragraphs, items of lists, rows of tables) without code, and its markup.

Every part is parsed once, whatever the number of checks that look at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markdown_it.token import Token

from ..content.facts import ROLE as FACT
from ..content.glossary import ROLE as TERM
from ..content.glossary import named
from ..content.notebook import parser
from ..model import CodeCell, Exercise, Forum, Lesson, Page, Prose, Quiz
from .markup import Mark, marks_in

_PARSED = 65536
"""Parts kept in memory: more than a forum of some hundred courses has, for one check after the other reads them all."""
_COLON_FENCE = re.compile(r"^:{3,}.*$", re.MULTILINE)
_BOXES = {"note", "tip", "warning", "important", "hint", "caution", "attention", "admonition", "dropdown", "seealso"}
"""Directives whose text is prose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block of prose: `text` as one reads it, `plain` without words of the glossary.

    `facts` are the ids that it cites, `terms` the names or ids of the glossary that it marks.
    """

    kind: str
    text: str
    plain: str
    line: int
    facts: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


def blocks(part: Prose) -> tuple[Block, ...]:
    """The blocks of a part, in order; `kind` is `heading`, `paragraph`, `item` or `row`."""
    return _read(part)[0]


def marks(part: Prose) -> tuple[Mark, ...]:
    """Headings, links, images, tables, code and lines of a part, in order."""
    return _read(part)[1]


@lru_cache(_PARSED)
def _read(part: Prose) -> tuple[tuple[Block, ...], tuple[Mark, ...]]:
    tokens = parser().parse(part.text)
    inner = (_read(box) for token in tokens if (box := _box(token, part.line)))
    found = (*marks_in(tokens, part.line), *(mark for _, marks in inner for mark in marks))
    return tuple(_blocks(tokens, part)), found


def _blocks(tokens: Sequence[Token], part: Prose) -> Iterator[Block]:
    row: list[Block] = []
    enclosing: list[str] = []
    for token in tokens:
        if token.type.endswith("_open"):
            enclosing.append(token.type.removesuffix("_open"))
        elif token.type.endswith("_close"):
            closed = enclosing.pop()
            if closed == "tr" and row:
                yield _joined(row)
                row = []
        elif box := _box(token, part.line):
            yield from blocks(box)
        elif token.type == "inline" and token.map:
            block = _block(token, _kind(enclosing), part.line + token.map[0])
            if block.kind == "row":
                row.append(block)
            elif block.text or block.facts:
                yield block


def _kind(enclosing: list[str]) -> str:
    if "tr" in enclosing:
        return "row"
    if enclosing and enclosing[-1] == "heading":
        return "heading"
    return "item" if "list_item" in enclosing else "paragraph"


def _box(token: Token, line: int) -> Prose | None:
    """The prose in a note, a tip and the like; None for everything else."""
    name = re.match(r"\s*\{(\w+)\}", token.info) if token.type == "fence" else None
    if name and name[1] in _BOXES and token.map:
        return Prose(text=token.content, line=line + token.map[0] + 1)
    return None


def _joined(cells: list[Block]) -> Block:
    return Block(
        kind="row",
        text=" | ".join(cell.text for cell in cells),
        plain=" | ".join(cell.plain for cell in cells),
        line=cells[0].line,
        facts=tuple(fact for cell in cells for fact in cell.facts),
        terms=tuple(term for cell in cells for term in cell.terms),
    )


def _block(token: Token, kind: str, line: int) -> Block:
    text, plain = "", ""
    facts: list[str] = []
    terms: list[str] = []
    for child in token.children or ():
        if child.type == "myst_role" and child.meta.get("name") == FACT:
            facts.append(child.content.strip())
        elif child.type == "myst_role" and child.meta.get("name") == TERM:
            text += named(child.content)[0]
            terms.append(named(child.content)[1])
        elif child.type in {"softbreak", "hardbreak"}:
            text, plain = f"{text}\n", f"{plain}\n"
        elif child.type == "text":
            text, plain = text + child.content, plain + child.content
    return Block(kind=kind, text=_flat(text), plain=_flat(plain), line=line, facts=tuple(facts), terms=tuple(terms))


def _flat(text: str) -> str:
    return " ".join(_COLON_FENCE.sub("", text).split())


def readable(forum: Forum) -> Iterator[Lesson | Exercise | Page]:
    """Everything that authors write as pages."""
    yield from forum.lessons()
    yield from forum.exercises
    yield from forum.pages


def prose_of(of: Lesson | Exercise | Page) -> Iterator[Prose]:
    """All Markdown that a learner reads in something; questions of a lesson too, what each answer is told not."""
    match of:
        case Lesson():
            yield from _only_prose(of.parts)
            for quiz in of.quizzes:
                yield from _prose_of_quiz(quiz)
        case Exercise():
            yield from (*of.task, *of.hints)
        case Page():
            yield of.text


def _only_prose(parts: tuple[Prose | CodeCell, ...]) -> Iterator[Prose]:
    yield from (part for part in parts if isinstance(part, Prose))


def _prose_of_quiz(quiz: Quiz) -> Iterator[Prose]:
    yield quiz.question
    if quiz.explanation:
        yield quiz.explanation
