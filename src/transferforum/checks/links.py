# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of a link say where it leads, and it leads somewhere that readers can reach.

Why: a screen reader lists links without the text around them; a list of "hier, hier, mehr" helps nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Forum
from ..problems import Problem
from .markup import Link, Raw
from .prose import marks, prose_of, readable

TEXT_CODE, TARGET_CODE = CODES = ("link-text", "link-ziel")
_EMPTY = {
    *("hier", "dort", "da", "klick", "klicken", "klicken sie hier", "hier klicken", "bitte hier klicken", "link"),
    *("dieser link", "diesem link", "zum link", "mehr", "mehr dazu", "weiter", "weiterlesen", "mehr lesen", "lesen"),
    *("mehr erfahren", "details", "info", "infos", "mehr infos", "seite", "diese seite", "diese", "website", "url"),
    *("pdf", "download", "herunterladen", "siehe hier", "siehe", "quelle", "externer link"),
}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_LINK = re.compile(r"\[[^\]]*\]\([^)]*\)|<[^>]*>|\[[^\]]*\]:\s*\S+")
_REFUSED = re.compile(r"\[([^\]]*)\]\(<?((?:file|javascript|vbscript|data):[^)>]*)", re.IGNORECASE)
"""Markdown makes no links of these."""
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_REACHED = {"http", "https", "mailto"}


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at every link; whether a page of the forum exists is found when the pages are built."""
    for one in readable(forum):
        for mark in (mark for part in prose_of(one) for mark in marks(part)):
            if isinstance(mark, Link):
                yield from _link(forum.relative(one.path), mark)
            elif isinstance(mark, Raw):
                for text, target in _REFUSED.findall(mark.text):
                    yield from _target(forum.relative(one.path), Link(text=text, target=target, line=mark.line))
                for address in _ADDRESS.findall(_LINK.sub("", mark.text)):
                    yield _unclear(forum.relative(one.path), mark.line, address)


def _link(path: str, link: Link) -> Iterator[Problem]:
    words = " ".join(re.sub(r"[^\w\s]", " ", link.text).split()).casefold()
    bare = _ADDRESS.fullmatch(link.text) or link.text == link.target
    if words in _EMPTY or bare or (not link.text and _SCHEME.match(link.target)):
        yield _unclear(path, link.line, link.text or link.target)
    yield from _target(path, link)


def _target(path: str, link: Link) -> Iterator[Problem]:
    scheme = _SCHEME.match(link.target)
    if (scheme and scheme[1].lower() not in _REACHED) or link.target.startswith("%5C"):
        yield Problem(
            path=path,
            line=link.line,
            code=TARGET_CODE,
            message=f"Der Link „{link.text}“ führt auf einen Rechner oder in ein Programm: `{link.target}`.",
            cure="Verweisen Sie auf eine Adresse mit `https://` oder auf eine Datei des Forums.",
            found=link.target,
        )


def _unclear(path: str, line: int, text: str) -> Problem:
    return Problem(
        path=path,
        line=line,
        code=TEXT_CODE,
        message=f"Der Link „{text}“ sagt nicht, wohin er führt.",
        cure="Nennen Sie im Text des Links das Ziel: `[Satzung über Abfallgebühren](https://…)`.",
        found=text,
    )
