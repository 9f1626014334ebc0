# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""People are named as the setting `wording.gender` says.

Why: a forum speaks with one voice. Without a setting both forms or neutral words are used: signs inside words are hard
to read aloud and to read for many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import BOTH_FORMS, COLON, NEUTRAL, STAR, Forum
from ..problems import Problem
from .markup import Raw
from .prose import marks, prose_of, readable
from .texts import Text, line_of, short_texts

CODE = "gendern"
_ENDING = r"in(?:nen)?\b"
_SIGNS = (
    (STAR, rf"\w+\\?\*{_ENDING}|\b(?:jede|eine|keine|der|die|ein|sie|er)\\?\*(?:r|n|die|der|e|er|sie)\b"),
    (COLON, rf"\w+:{_ENDING}|\b(?:jede|eine|keine):[rn]\b"),
    ("", rf"\w+\\?_{_ENDING}|\w+/-?{_ENDING}|\w+·{_ENDING}|\w+\(in(?:nen)?\)|\b[A-ZÄÖÜ]\w*[a-zäöüß]Innen\b"),
    ("", r"\b[A-ZÄÖÜ]\w*[rtne]In\b"),
)
_SIGN = re.compile(r"[*:_/·(]-?in|[a-zäöüß]In|[a-z]\\?[*:](?:r|n|d|e|s)")
"""Texts without any of these are quickly passed over."""
_PAIR = (
    r"\b(?P<one>\w{3,})innen und (?P=one)\w*|\b(?P<two>\w{3,}?)\w{0,3} und (?P=two)innen\b"
    r"|\b(?P<three>\w{3,})in oder (?P=three)\w*"
)
_CURES = {
    BOTH_FORMS: "Nennen Sie beide Formen, oder schreiben Sie neutral: „Beschäftigte“, „alle, die …“.",
    NEUTRAL: "Schreiben Sie neutral: „Beschäftigte“, „alle, die …“.",
    STAR: "Schreiben Sie den Stern, beide Formen oder neutral. So steht es in `forum.toml`.",
    COLON: "Schreiben Sie den Doppelpunkt, beide Formen oder neutral. So steht es in `forum.toml`.",
}


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at all texts; which forms are right is a setting of the forum."""
    style = forum.settings.gender
    wrong = [pattern for allowed, pattern in _SIGNS if allowed != style]
    found = re.compile("|".join([*wrong, _PAIR] if style == NEUTRAL else wrong))
    for text in _texts(forum):
        if style != NEUTRAL and not _SIGN.search(text.text):
            continue
        for match in found.finditer(text.text):
            yield Problem(
                path=forum.relative(text.path),
                line=line_of(text, match[0]),
                code=CODE,
                message=f"„{match[0]}“ passt nicht zur Schreibweise dieses Forums.",
                cure=_CURES[style],
                found=match[0],
            )


def _texts(forum: Forum) -> Iterator[Text]:
    """The source of prose: Markdown would take stars for emphasis."""
    for one in readable(forum):
        for mark in (mark for part in prose_of(one) for mark in marks(part)):
            if isinstance(mark, Raw):
                yield Text(path=one.path, text=mark.text, line=mark.line)
    yield from short_texts(forum)
