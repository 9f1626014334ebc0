# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is said about real partners, sums and dates is a fact that the page cites.

Why: a know-how page is believed. A sum, a date, an address, the name of a person or of a partner stands only beside a
fact of `facts.toml` that says the same, so that a reader can follow it to its source, and nobody invents one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..content.facts import FILE
from ..model import Forum, Prose
from ..problems import Problem
from .prose import Block, blocks, prose_of

CODE = "fakten"
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_STAND = re.compile(rf"\(?Stand:? (?:(?:\d{{1,2}}\.\s)?(?:{_MONTHS})\s)?\d{{4}}\)?")
"""The date of the page itself."""
_OFFICES = (
    r"(?:Ober)?[Bb]ürgermeister(?:s|in)?|Landr(?:at|ats|ätin)|Stadtr(?:at|ats|ätin)|Dezernent(?:en|in)?|"
    r"(?:Staats)?[Mm]inister(?:s|in)?|Staatssekretär(?:s|in)?|Präsident(?:en|in)?"
)
_KINDS = (
    (
        "Der Betrag",
        r"\d[\d.,]*\s(?:Mio\.?|Millionen|Mrd\.?|Milliarden|Tsd\.?|Tausend)?\s?(?:€|Euro\b|EUR\b)|\d[\d.,]*\s?€",
    ),
    ("Das Datum", rf"\b\d{{1,2}}\.\s(?:{_MONTHS})(?:\s\d{{4}})?\b|\b\d{{1,2}}\.\d{{1,2}}\.(?:\d{{2,4}}\b)?"),
    ("Das Datum", rf"\b(?:{_MONTHS})\s\d{{4}}\b|\b(?:19|20)\d\d\b"),
    (
        "Die Adresse",
        r"\b\d{5}\s[A-ZÄÖÜ]\w+|\b[A-ZÄÖÜ][\w-]*(?:straße|str\.|weg|platz|allee|gasse)\s\d+\b|(?<!\S)\S+@\S+\.\w+",
    ),
    ("Die Telefonnummer", r"\b0\d{2,5}[ /-]\d{3,}\b"),
    (
        "Der Name",
        rf"\b(?:Frau|Herrn?|Dr\.|Prof\.|{_OFFICES})\s(?:Dr\.\s)?[A-ZÄÖÜ][a-zäöüß]+(?:\s[A-ZÄÖÜ][a-zäöüß]+)?\b",
    ),
)
_ENDING = re.compile("(?:s|er)$")
_UNITS = {"mio", "millionen", "mrd", "milliarden", "tsd", "tausend", "euro", "eur"}


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at know-how, workshops, courses with their pages and lessons, and exercises; code and data are free."""
    kinds = (*_KINDS, ("Die Stelle", _partners(forum)))
    patterns = [(kind, re.compile(pattern)) for kind, pattern in kinds if pattern]
    for path, parts in _texts(forum):
        for block in (block for part in parts for block in blocks(part) if block.kind != "heading"):
            for kind, found in _uncited(forum, block, patterns):
                yield Problem(
                    path=forum.relative(path),
                    line=block.line,
                    code=CODE,
                    message=f"{kind} „{found}“ steht hier ohne Beleg.",
                    cure=f"Setzen Sie dahinter `{{fact}}` mit einem Fakt aus `{FILE}`, der das sagt. "
                    "Ist es erfunden, begründen Sie es im Kopf unter `excuses`.",
                    found=found,
                )


def _texts(forum: Forum) -> Iterator[tuple[Path, Iterable[Prose]]]:
    yield from ((one.page.path, prose_of(one.page)) for one in forum.kept_pages)
    for course in forum.courses:
        page = forum.page(course.docname)
        if page:
            yield page.path, prose_of(page)
        yield from ((lesson.path, prose_of(lesson)) for lesson in course.lessons)
    yield from ((exercise.path, prose_of(exercise)) for exercise in forum.exercises)


def _partners(forum: Forum) -> str:
    """A pattern of all names of partners, the longer ones first; also as in "Marburgs" and "Marburger"."""
    names = sorted({name for one in forum.municipalities for name in one.names}, key=len, reverse=True)
    return rf"\b(?:{'|'.join(map(re.escape, names))})(?:s|er)?\b" if names else ""


def _uncited(forum: Forum, block: Block, patterns: list[tuple[str, re.Pattern[str]]]) -> Iterator[tuple[str, str]]:
    said = [fact.text for fact in map(forum.fact, block.facts) if fact]
    text = _STAND.sub(" ", block.text)
    for kind, pattern in patterns:
        # A longer date holds the year in it: what is found once is not found again.
        for found in pattern.findall(text):
            if not any(_says(one, found) for one in said):
                yield kind, found
        text = pattern.sub(" ", text)


def _says(fact: str, found: str) -> bool:
    """Whether all words and numbers of what was found are in the fact; units and endings do not count."""
    return _words(found) <= _words(fact)


def _words(text: str) -> set[str]:
    words = re.findall(r"\d+(?:[.,]\d+)*|\w+", text.casefold())
    return {word if word[0].isdigit() else _ENDING.sub("", word) for word in words if word not in _UNITS}
