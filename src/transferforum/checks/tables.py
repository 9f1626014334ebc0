# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every table has a header, and each of its cells says what stands below.

Why: a screen reader reads the header with every cell; without it a table is a heap of values.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Forum
from ..problems import Problem
from .markup import Table
from .prose import marks, prose_of, readable

CODE = "tabelle-kopf"


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at tables in Markdown, in directives and in HTML."""
    for one in readable(forum):
        for mark in (mark for part in prose_of(one) for mark in marks(part)):
            if isinstance(mark, Table) and (not mark.header or "" in mark.header):
                header = " | ".join(mark.header)
                bare = not header.strip(" |")
                yield Problem(
                    path=forum.relative(one.path),
                    line=mark.line,
                    code=CODE,
                    message="Diese Tabelle hat keine Kopfzeile."
                    if bare
                    else f"In der Kopfzeile „{header}“ ist ein Feld leer.",
                    cure="Schreiben Sie über jede Spalte, was darin steht.",
                    found="Tabelle ohne Kopfzeile" if bare else header,
                )
