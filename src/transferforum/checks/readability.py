# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text is easy to read: short sentences, short words.

Why: people read between two appointments, some of them in a second language. The limits are those of the first Wiener
Sachtextformel (Bamberger and Vanecek, 1984) and of LIX (Björnsson, 1968); `textstat` computes both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..model import Exercise, Forum, Lesson, Page
from ..problems import Problem
from ..quality import HARD, HARD_LIX, Score
from .prose import blocks, prose_of

CODE = "lesbarkeit"
SENTENCE_CODE = "satz-lang"
CODES = (CODE, SENTENCE_CODE)
LONG_SENTENCE, TOO_LONG_SENTENCE = 20, 30
TOO_HARD = 13.0
"""School years by the first Wiener Sachtextformel, from which on a text is a fault."""
ENOUGH = 100
"""Words from which on the formulas say something."""
_MEASURED = 65536
"""Texts whose scores are kept: the check and the report of a forum ask for the same, a preview again and again."""
_ABBREVIATION = re.compile(r"\b(z\. ?B|d\. ?h|u\. ?a|Abs|Art|Nr|ca|bzw|usw|Mio|Mrd|Str|Tsd|Dr|Prof|\d{1,2})\.")
_SENTENCE = re.compile(r"(?<=[.!?:])[“)]?\s+")
_WORD = re.compile(r"[^\W\d_][\w-]*")


def sentences(text: str) -> list[str]:
    """The sentences of a block; the full stop of an abbreviation or a date ends none."""
    return [one for one in _SENTENCE.split(_ABBREVIATION.sub(_without_stops, text)) if _WORD.search(one)]


def _without_stops(found: re.Match[str]) -> str:
    return found[0].replace(".", "")


def words(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


def score(texts: Iterable[str]) -> Score:
    """How hard these blocks are together."""
    return _score(tuple(texts))


@lru_cache(_MEASURED)
def _score(texts: tuple[str, ...]) -> Score:
    found = [sentence.rstrip(".!?: ") for text in texts for sentence in sentences(text)]
    whole = ". ".join(found) + "."
    count = words(whole)
    if count < ENOUGH:
        return Score(words=count, years=0.0, lix=0.0)
    reader = _textstat()
    return Score(words=count, years=reader.wiener_sachtextformel(whole, 1), lix=reader.lix(whole))


def _textstat() -> Any:
    """Imported late: `forum --help` need not wait for its dictionaries."""
    import textstat

    textstat.set_lang("de")
    return textstat


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at lessons, exercises and all other authored pages; code, tables and words of the glossary do not count."""
    for path, texts in _texts(forum):
        name = forum.relative(path)
        for line, text in texts:
            yield from _long_sentences(name, line, text)
        yield from _hard(name, score(text for _, text in texts))


def scores(forum: Forum) -> dict[str, Score]:
    """How hard each text is, by its path from the root."""
    return {forum.relative(path): score(text for _, text in texts) for path, texts in _texts(forum)}


def _texts(forum: Forum) -> Iterator[tuple[Path, list[tuple[int, str]]]]:
    readable: tuple[Lesson | Exercise | Page, ...] = (*forum.lessons(), *forum.exercises, *forum.pages)
    for one in readable:
        prose = (block for part in prose_of(one) for block in blocks(part))
        yield one.path, [(block.line, block.plain) for block in prose if block.kind in {"paragraph", "item"}]


def _long_sentences(path: str, line: int, text: str) -> Iterator[Problem]:
    for sentence in sentences(text):
        count = words(sentence)
        if count > LONG_SENTENCE:
            start = " ".join(sentence.split()[:4])
            yield Problem(
                path=path,
                line=line,
                code=SENTENCE_CODE,
                message=f"Der Satz „{start} …“ hat {count} Wörter.",
                cure=f"Machen Sie zwei Sätze daraus. Ab {LONG_SENTENCE} Wörtern liest es sich schwer.",
                warning=count <= TOO_LONG_SENTENCE,
                found=sentence,
            )


def _hard(path: str, found: Score) -> Iterator[Problem]:
    if found.years > HARD or found.lix > HARD_LIX:
        years, lix = (f"{value:.1f}".replace(".", ",") for value in (found.years, found.lix))
        goals = f"Wiener Sachtextformel {years} (Ziel bis {HARD:.0f}), LIX {lix} (bis {HARD_LIX:.0f})"
        yield Problem(
            path=path,
            line=0,
            code=CODE,
            message=f"Der Text ist schwer: {goals}.",
            cure="Kürzen Sie Sätze, und ersetzen Sie lange Wörter durch kurze.",
            warning=found.years <= TOO_HARD,
            found=path,
        )
