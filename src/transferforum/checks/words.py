# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finds words of a list in text, with their German endings."""

from __future__ import annotations

import re
from collections.abc import Iterable


def pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Matches any of the words, in the first group as the list has it; the longest one where several fit.

    Parts of an address are no words.
    """
    listed = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<![\w@./-])({listed})(?:e|en|es|er|n|s)?(?!\w|[./]\w|@|:/)", re.IGNORECASE)
