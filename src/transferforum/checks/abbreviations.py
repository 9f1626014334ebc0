# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""An abbreviation is explained where a page uses it first.

Why: offices live on abbreviations, and each office on its own. Who is new gives up, or guesses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Exercise, Forum, Lesson, Page, Term
from ..problems import Problem
from .prose import Block, blocks, prose_of, readable
from .texts import QUOTED, Text, line_of

CODE = "abkuerzung"
_SHORT = re.compile(r"(?<![\w./-])[A-ZÄÖÜ]{2,5}(?!\w|[./]\w)")
_EXPLAINED = (
    r"\([^()]*\b{0}\b",  # Langform (ABC)
    r"\b{0}\b“?\s\(",  # ABC (Langform)
    r"\b(?:kurz:?|[Dd]as (?:ist|heißt))\s„?{0}\b",
    r"^„?{0}“?:\s",
    r"\b{0}\b“?(?:,\s(?:der|die|das|dem|also)|\s(?:steht für|heißt|bedeutet|ist))\s",
)
KNOWN = frozenset(
    [
        *("PDF", "PC", "EU", "IT", "EDV", "KI", "USB", "QR", "WLAN", "SMS", "TV", "CD", "DVD", "ID", "OK", "FAQ"),
        *(
            "HTML",
            "ZIP",
            "TXT",
            "UTF",
            "URL",
            "IP",
            "USA",
            "KB",
            "MB",
            "GB",
            "UTC",
            "DE",
            "EN",
            "EG",
            "OG",
            "IBAN",
            "BIC",
        ),
        *("DIN", "ISO", "AA", "CC", "BY", "SA", "EUPL", "MIT", "MPL", "OFL", "PSF", "AG", "GMBH"),
        *("II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII"),
    ]
)
"""Everyday ones, names of licences and norms, Roman numerals."""


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at each page by itself, headings left out; an exercise is read after its lesson. A warning."""
    for one in readable(forum):
        explained: set[str] = set()
        lesson = forum.places.get(one.id) if isinstance(one, Exercise) else None
        if lesson:
            for block in _blocks(lesson):
                explained |= _terms(forum, block) | set(_found(block.plain))
        yield from _unexplained(forum, one, explained)


def _unexplained(forum: Forum, one: Lesson | Exercise | Page, explained: set[str]) -> Iterator[Problem]:
    for block in _blocks(one):
        explained |= _terms(forum, block)
    seen = explained | KNOWN
    for block in _blocks(one):
        for name in _found(block.plain):
            if name not in seen and not _says(block.text, name):
                yield Problem(
                    path=forum.relative(one.path),
                    line=line_of(Text(path=one.path, text=block.text, line=block.line), name),
                    code=CODE,
                    message=f"Die Abkürzung „{name}“ ist bei ihrem ersten Mal nicht erklärt.",
                    cure=f"Schreiben Sie sie aus und setzen Sie `({name})` dahinter, "
                    "oder verweisen Sie mit `{term}` ins Glossar.",
                    warning=True,
                    found=name,
                )
            seen.add(name)


def _blocks(one: Lesson | Exercise | Page) -> Iterator[Block]:
    yield from (block for part in prose_of(one) for block in blocks(part) if block.kind != "heading")


def _found(text: str) -> list[str]:
    return _SHORT.findall(QUOTED.sub("", text))


def _terms(forum: Forum, block: Block) -> set[str]:
    """The abbreviations in the names of the terms that a block marks."""
    marked = (forum.term(name) for name in block.terms)
    return {short for term in marked if term for name in _names(term) for short in _found(name)}


def _names(term: Term) -> tuple[str, ...]:
    return (term.term, *term.variants)


def _says(text: str, name: str) -> bool:
    """Whether a text explains the name."""
    return any(re.search(pattern.format(re.escape(name)), text) for pattern in _EXPLAINED)
