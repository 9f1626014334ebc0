# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words as the search index has them: folded, then cut to their stem.

`web/search-words.js` does the same with what is typed; `tests/contract/search.json` holds that both agree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011_][^\W_]+)*")
_TYPED = (("([ao])e", r"\1"), ("(^|[^q])ue", r"\1u"))
_JOINT = re.compile("[-\u2010\u2011_]")
LONGEST = 40
"""Longer ones are addresses and codes that nobody types."""


def words(text: str) -> Iterator[str]:
    """The words of a text. A word with hyphens is one word, and its parts are words too."""
    for word in _WORD.findall(unicodedata.normalize("NFC", text)):
        if len(word) > LONGEST:
            continue
        yield word
        if _JOINT.search(word):
            yield from (part for part in _JOINT.split(word) if len(part) > 1)


def fold(word: str) -> str:
    """How a word is compared: small letters, no marks, ß as ss, ae, oe and ue as their umlaut, ph as f."""
    small = unicodedata.normalize("NFC", word).lower().replace("ß", "ss")
    plain = "".join(sign for sign in unicodedata.normalize("NFD", small) if unicodedata.category(sign) != "Mn")
    plain = _JOINT.sub("", plain)
    for typed, umlaut in _TYPED:
        plain = re.sub(typed, umlaut, plain)
    return plain.replace("ph", "f")


@lru_cache(maxsize=1 << 17)
def stem_of(word: str) -> str:
    """The stem of a word as it is written."""
    return stem(fold(word))


def stem(folded: str) -> str:
    """A folded word without its endings, by the rules of the German stemmer CISTEM that do not need capitals."""
    word = folded
    while len(word) > 3:
        shorter = re.sub("(?:e[mr]|nd)$", "", word) if len(word) > 5 else word
        if shorter == word:
            shorter = re.sub("[tesn]$", "", word)
        if shorter == word:
            break
        word = shorter
    return word
