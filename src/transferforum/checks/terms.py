# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A word that the glossary says to avoid is not used.

Why: two words for one thing look like two things. The glossary settles which one is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Forum, Term
from ..problems import Problem
from .texts import line_of, texts
from .words import pattern

CODE = "begriff-vermeiden"


def check(forum: Forum) -> Iterator[Problem]:
    """Looks for the words under `avoid` in `glossary.toml`."""
    avoided = {word.casefold(): term for term in forum.glossary for word in term.avoid}
    found = pattern(avoided)
    for text in texts(forum) if avoided else ():
        for match in found.finditer(text.text):
            yield _problem(forum.relative(text.path), line_of(text, match[0]), match, avoided[match[1].casefold()])


def _problem(path: str, line: int, match: re.Match[str], term: Term) -> Problem:
    return Problem(
        path=path,
        line=line,
        code=CODE,
        message=f"„{match[0]}“ heißt im Glossar „{term.term}“.",
        cure=f"Schreiben Sie „{term.term}“.",
        found=match[0],
    )
