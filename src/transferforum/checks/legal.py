# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A page that cites a law says of which month its statement is, and that month is not before its last review.

Why: laws change. Who decides something by a page must see how old its statement is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..model import Exercise, Forum, Lesson, Page
from ..problems import Problem
from .prose import Block, blocks, prose_of, readable

MISSING, OLD = CODES = ("recht-stand", "recht-alt")
_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
_LAW = re.compile(r"§§?\s?\d+\w*|\bArt(?:ikel|\.)\s\d+\w*|\b(?:Absatz|Abs\.)\s\d+\b")
_STAND = re.compile(rf"\bStand(?: des Textes)?:?\s(?:\d{{1,2}}\.\s)?({'|'.join(_MONTHS)})\s(\d{{4}})")


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at pages with a paragraph or an article of a law, in their words or in a fact that they cite."""
    for one in readable(forum):
        found = [block for part in prose_of(one) for block in blocks(part)]
        cited = next(((block, law) for block in found if (law := _law(forum, block))), None)
        if cited is None:
            continue
        block, law = cited
        stands = [(other.line, *date_) for other in found for date_ in _stands(other.text)]
        if not stands:
            yield Problem(
                path=forum.relative(one.path),
                line=block.line,
                code=MISSING,
                message=f"Die Seite nennt „{law}“ und sagt nicht, welchen Stand das Recht hat.",
                cure="Schreiben Sie dazu einen Satz wie „Stand: November 2026.“.",
                found=law,
            )
        reviewed = _reviewed(forum, one)
        for line, year, month in stands:
            if reviewed and (year, month) < (reviewed.year, reviewed.month):
                named = f"{_MONTHS[month - 1]} {year}"
                yield Problem(
                    path=forum.relative(one.path),
                    line=line,
                    code=OLD,
                    message=f"Im Text steht „Stand: {named}“, geprüft ist die Seite vom {reviewed:%d.%m.%Y}.",
                    cure="Prüfen Sie die Aussage zum Recht, und schreiben Sie den neuen Monat dazu.",
                    warning=True,
                    found=named,
                )


def _law(forum: Forum, block: Block) -> str:
    cited = (fact.text for fact in map(forum.fact, block.facts) if fact)
    return next((match[0] for text in (block.text, *cited) if (match := _LAW.search(text))), "")


def _stands(text: str) -> Iterator[tuple[int, int]]:
    yield from ((int(year), _MONTHS.index(month) + 1) for month, year in _STAND.findall(text))


def _reviewed(forum: Forum, one: Lesson | Exercise | Page) -> date | None:
    """The day on which somebody last answered for the text; None where a page does not say."""
    if isinstance(one, Page):
        known = forum.know_how_on(one.docname) or forum.course_of(one.docname)
    else:
        known = forum.course(one.course)
    return known.stand if known else None
