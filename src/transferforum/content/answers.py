# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""How typed answers are read: German numbers, and words without what makes no difference.

The page's script reads them the same; `tests/contract/quiz.json` holds both.
"""

from __future__ import annotations

import re
import unicodedata
from math import isfinite

_SPACES = "\u0020\u00a0\u202f"
_GROUPED = re.compile(rf"[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}})+|[1-9][0-9]{{0,2}}(?:[{_SPACES}][0-9]{{3}})+")
_COMMA = re.compile(r"[0-9]+(?:,[0-9]+)?")
_POINT = re.compile(r"[0-9]+\.[0-9]+")
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def read_number(text: str) -> float | None:
    """The number in a text: `1.234,5`, `1 234,5`, also `62.5`; None when it is none.

    A point that can stand before thousands does: `1.234` is more than a thousand, `0.125` is less than one.
    """
    sign, digits = _signed(text.strip())
    whole, comma, rest = digits.partition(",")
    if _GROUPED.fullmatch(whole):
        digits = re.sub(rf"[.{_SPACES}]", "", whole) + comma + rest
    if not (_COMMA.fullmatch(digits) or _POINT.fullmatch(digits)):
        return None
    value = sign * float(digits.replace(",", "."))
    return value if isfinite(value) else None


def _signed(text: str) -> tuple[int, str]:
    if text[:1] in {"-", "\u2212", "\u2013"}:
        return -1, text[1:].strip()
    return 1, text[1:].strip() if text.startswith("+") else text


def same_number(one: float, other: float, tolerance: float = 0) -> bool:
    """True when two numbers differ by no more than `tolerance`, whatever the last bits say."""
    return abs(one - other) <= tolerance + 1e-9 * max(1, abs(one), abs(other))


def folded(text: str) -> str:
    """A text without what makes no difference: capitals, ß and ss, ä and ae, spaces around and in a row."""
    lower = unicodedata.normalize("NFC", text).lower()
    return " ".join(lower.translate(_LETTERS).split())
