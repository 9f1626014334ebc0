# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Turns documents into the files of the search index, which `web/search-index.js` reads.

All are packed with gzip, so that little is transferred from any server:

- `words.bin`: all words as JSON: which there are, in which part each lies, which names mean the same.
- `a<n>.bin`: pages of the words between two beginnings; `z<n>.bin`: the same, between two ends. So "Genehmigungsfrist"
  and "Verkehrsgenehmigung" each lie beside "Genehmigung" in one of them. A part is a row of: number of the word, count
  of its pages, and for each page its distance to the one before, times 16, plus its weight. Numbers are written in
  groups of seven bits, the lowest first, each group but the last with the eighth bit set.
- `p<n>.bin`: what results show of one page.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .search_words import stem_of, words

FORMAT = 1
COURSE = "Kurs"
PART_BYTES = 6_000
"""About the size of a part before it is packed: small enough to fetch several for one query."""
HEADING_COUNTS = 3
TITLE_COUNTS = 8
KIND_COUNTS = 2
LEVELS = 15
_TITLE_SHARE = 0.3
"""So much of a level only words of the title have: a page is about what it is called, however often others say it."""
_SATURATION = 2
_LENGTH_COUNTS = 0.3
"""Little, since short entries of the glossary stand beside whole lessons."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Text below a heading; `anchor` leads to it and is empty for the start of the page."""

    text: str
    heading: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What can be found: a page, or an exercise on a page. `inside` names the course that it belongs to."""

    url: str
    kind: str
    title: str
    inside: str = ""
    sections: tuple[Section, ...] = ()


def files(documents: Sequence[Document], concepts: Iterable[Sequence[str]]) -> dict[str, bytes]:
    """The files of the index by name; `concepts` are names of the same thing."""
    pages, forms = _collected(documents)
    stems = sorted(pages)
    numbers = {word: number for number, word in enumerate(stems)}
    beginnings = list(_parts(stems, numbers, pages))
    ends = list(_parts(sorted(stems, key=_backwards), numbers, pages))
    about = {
        "format": FORMAT,
        "pages": len(documents),
        "terms": list(_packed(_usual(forms[word]) for word in stems)),
        "first": [numbers[word] for word, _ in beginnings],
        "last": [_backwards(word) for word, _ in ends],
        "courses": [number for number, document in enumerate(documents) if document.kind == COURSE],
        "concepts": [list(names) for names in concepts],
    }
    made = {"words.bin": _json(about)}
    made |= {f"a{number}.bin": content for number, (_, content) in enumerate(beginnings)}
    made |= {f"z{number}.bin": content for number, (_, content) in enumerate(ends)}
    made |= {f"p{number}.bin": _json(_shown(document)) for number, document in enumerate(documents)}
    return {name: gzip.compress(content, compresslevel=9, mtime=0) for name, content in made.items()}


def _collected(documents: Sequence[Document]) -> tuple[dict[str, list[tuple[int, int]]], dict[str, Counter[str]]]:
    """For each stem its pages with its level on them, and how often each of its forms is written."""
    counts = [_counts(document) for document in documents]
    average = sum(count.total() for count in counts) / max(1, len(counts))
    pages: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for number, count in enumerate(counts):
        weights: defaultdict[str, int] = defaultdict(int)
        for form, weight in count.items():
            word = stem_of(form)
            weights[word] += weight
            forms[word][form] += weight
        length = count.total() / average
        title = {stem_of(word) for word in words(documents[number].title)}
        for word, weight in weights.items():
            pages[word].append((number, _level(weight, length, in_title=word in title)))
    return pages, forms


def _counts(document: Document) -> Counter[str]:
    """How much each form of a word counts on a page."""
    count: Counter[str] = Counter()
    for text, factor in _weighted(document):
        for word in words(text):
            count[word] += factor
    return count


def _weighted(document: Document) -> Iterator[tuple[str, int]]:
    yield document.title, TITLE_COUNTS
    yield _name(document.url), 1
    yield document.kind, KIND_COUNTS
    yield document.inside, 1
    for section in document.sections:
        yield section.heading, HEADING_COUNTS
        yield section.text, 1


def _name(url: str) -> str:
    """The words in an address: authors name a page by what it is about."""
    path, _, anchor = url.partition("#")
    name = anchor or path.removesuffix("/index.html").removesuffix(".html").rpartition("/")[2]
    return name.replace("-", " ")


def _level(weight: int, length: float, *, in_title: bool) -> int:
    """How much a word says about a page, from 0 to 15: more often is more, but less and less so (as in BM25)."""
    saturated = weight / (weight + _SATURATION * (1 - _LENGTH_COUNTS + _LENGTH_COUNTS * length))
    return round(LEVELS * ((1 - _TITLE_SHARE) * saturated + _TITLE_SHARE * in_title))


def _usual(forms: Counter[str]) -> str:
    """The form that is written most often; of several the shortest, then the first."""
    return min(forms, key=lambda form: (-forms[form], len(form), form))


def _backwards(word: str) -> str:
    return word[::-1]


def _packed(forms: Iterable[str]) -> Iterator[str]:
    """Each form without what it shares with the one before; a letter says how much that is."""
    before = ""
    for form in forms:
        shared = 0
        while shared < min(len(before), len(form), len(_DIGITS) - 1) and before[shared] == form[shared]:
            shared += 1
        yield _DIGITS[shared] + form[shared:]
        before = form


def _parts(
    order: Iterable[str], numbers: dict[str, int], pages: dict[str, list[tuple[int, int]]]
) -> Iterator[tuple[str, bytes]]:
    """The pages of neighbouring words: (first word, content)."""
    first, content = "", bytearray()
    for word in order:
        if len(content) >= PART_BYTES:
            yield first, bytes(content)
            content = bytearray()
        if not content:
            first = word
        content += _numbers(_row(numbers[word], pages[word]))
    if content:
        yield first, bytes(content)


def _row(number: int, found: list[tuple[int, int]]) -> Iterator[int]:
    yield number
    yield len(found)
    before = 0
    for page, level in found:
        yield (page - before) * (LEVELS + 1) + level
        before = page


def _numbers(values: Iterable[int]) -> bytes:
    content = bytearray()
    for value in values:
        rest = value
        while rest > 127:
            content.append(rest & 127 | 128)
            rest >>= 7
        content.append(rest)
    return bytes(content)


def _shown(document: Document) -> dict[str, object]:
    return {
        "url": document.url,
        "kind": document.kind,
        "title": document.title,
        "inside": document.inside,
        "sections": [[section.anchor, section.heading, section.text] for section in document.sections],
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
