# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""No anglicism where German has a word, and no word that says nothing.

Why: what is easy to say in German is easy to understand for all. "Bekanntlich" and "einfach nur" tell those who do not
know or do not manage that they should. The list with all reasons is `wording.toml` beside this file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from ..model import Forum
from ..problems import Problem
from .texts import QUOTED, line_of, texts
from .words import pattern

CODE = "wortwahl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Words that are not used, what to write `instead` (empty: nothing), and why."""

    words: tuple[str, ...]
    reason: str
    instead: str = ""


@cache
def entries() -> tuple[Entry, ...]:
    """The list."""
    text = resources.files(__package__).joinpath("wording.toml").read_text(encoding="utf-8")
    return tuple(Entry(**one | {"words": tuple(one["words"])}) for one in tomllib.loads(text)["entries"])


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at all texts for words of the list; code and what stands in „…“ does not count."""
    known = {word.casefold(): entry for entry in entries() for word in entry.words}
    found = pattern(known)
    for text in texts(forum):
        for match in found.finditer(QUOTED.sub("", text.text)):
            entry = known[match[1].casefold()]
            cure = f"Schreiben Sie „{entry.instead}“." if entry.instead else "Streichen Sie das Wort."
            yield Problem(
                path=forum.relative(text.path),
                line=line_of(text, match[0]),
                code=CODE,
                message=f"„{match[0]}“ steht auf der Liste der Wörter, die wir vermeiden. {entry.reason}",
                cure=cure,
                found=match[0],
            )
