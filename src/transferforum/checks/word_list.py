# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The project's word list is sorted, one word a line, each once.

Why: two people who add a word then seldom touch the same line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path

from ..content.faults import unreadable
from ..model import Forum
from ..problems import Problem

CODE = "wortliste"
FILE = "woerter.txt"


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at the list, where there is one."""
    if broken := unreadable(forum.root / FILE, forum.root):
        yield from broken
        return
    entries = read(forum.root)
    pairs = enumerate(zip_longest(entries, in_order(entries)), 1)
    wrong = next((line for line, (one, right) in pairs if one != right), 0)
    if wrong:
        yield Problem(
            path=FILE,
            line=wrong,
            code=CODE,
            message="Die Wörter stehen nicht in der Reihenfolge des Alphabets, oder eines steht doppelt da.",
            cure="Rufen Sie `forum check --fix` auf. Der Befehl sortiert die Liste.",
            found=(entries[wrong - 1] if wrong <= len(entries) else "") or FILE,
        )


def read(root: Path) -> list[str]:
    """The lines of the list; none where there is no list."""
    path = root / FILE
    text = path.read_text(encoding="utf-8-sig", errors="replace") if path.is_file() else ""
    return text.removesuffix("\n").split("\n") if text else []


def in_order(words: Iterable[str]) -> list[str]:
    """Each word once, by the alphabet; capitals and umlauts do not matter."""
    return sorted({word.strip() for word in words if word.strip()}, key=lambda word: (_folded(word), word))


def _folded(word: str) -> str:
    return word.casefold().translate(str.maketrans("äöü", "aou"))
