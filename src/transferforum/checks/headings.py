# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A page has one main heading, its levels follow each other, and the title in a lesson's head is that heading.

Why: who reads with a screen reader leaps from heading to heading; a missing level looks like a missing part.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..model import Exercise, Forum, Lesson, Page, Prose
from ..problems import Problem
from .markup import Heading
from .prose import marks, readable

CODES = ("ueberschrift-eine", "ueberschrift-stufe", "ueberschrift-titel")


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at lessons, exercises (their title is the main heading) and all other authored pages."""
    for one in readable(forum):
        path = forum.relative(one.path)
        if isinstance(one, Exercise):
            task = [found for part in one.task for found in _headings(part)]
            yield from _main(path, task, 0)
            yield from _levels(path, [Heading(level=1, text=one.title, line=0), *task])
            continue
        parts = one.parts if isinstance(one, Lesson) else (one.text,)
        found = [found for part in parts if isinstance(part, Prose) for found in _headings(part)]
        if found or not (isinstance(one, Page) and forum.know_how_on(one.docname)):
            yield from _main(path, found, 1)  # reading know-how reports a title that is missing
        yield from _levels(path, found)
        if isinstance(one, Lesson) and found and found[0].level == 1 and found[0].text != " ".join(one.title.split()):
            yield Problem(
                path=path,
                line=found[0].line,
                code="ueberschrift-titel",
                message=f"Die Überschrift „{found[0].text}“ ist nicht der Titel „{one.title}“ aus dem Kopf.",
                cure="Schreiben Sie an beiden Stellen dasselbe.",
                found=found[0].text,
            )


def _headings(part: Prose) -> Iterator[Heading]:
    yield from (mark for mark in marks(part) if isinstance(mark, Heading))


def _main(path: str, found: list[Heading], wanted: int) -> Iterator[Problem]:
    """One main heading, at the beginning; `wanted` 0 where the title stands in the head."""
    main = [heading for heading in found if heading.level == 1]
    if wanted and (not found or found[0].level != 1):
        yield _not_one(
            path,
            found[0] if found else Heading(level=1, text="", line=0),
            "Die Seite beginnt ohne Hauptüberschrift.",
            "Beginnen Sie den Text mit einer Zeile wie `# Titel der Seite`.",
        )
    for heading in main[wanted:]:
        yield _not_one(
            path,
            heading,
            f"„{heading.text}“ ist eine weitere Hauptüberschrift.",
            "Schreiben Sie zwei Zeichen `#` davor. Eine Seite hat nur einen Titel.",
        )


def _not_one(path: str, heading: Heading, message: str, cure: str) -> Problem:
    return Problem(
        path=path, line=heading.line, code="ueberschrift-eine", message=message, cure=cure, found=heading.text or path
    )


def _levels(path: str, found: list[Heading]) -> Iterator[Problem]:
    for before, heading in pairwise(found):
        if heading.level > before.level + 1:
            yield Problem(
                path=path,
                line=heading.line,
                code="ueberschrift-stufe",
                message=f"Vor „{heading.text}“ fehlt eine Stufe: von {before.level} auf {heading.level}.",
                cure=f"Schreiben Sie {before.level + 1} Zeichen `#` davor.",
                found=heading.text,
            )
