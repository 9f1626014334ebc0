# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Links lead to pages and files that are there, and so do images; no image comes from another machine.

Why: a link that leads nowhere costs trust, and an image from elsewhere tells that machine who reads here. Whether a
place inside a page exists is found when the pages are built.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence, Set
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from ..model import Exercise, Forum, Lesson, Page, address
from ..problems import Problem
from .markup import Image, Link
from .prose import marks, prose_of, readable

LINK, IMAGE, FOREIGN = CODES = ("link-unbekannt", "bild-fehlt", "bild-fremd")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|%5C")
"""What leads elsewhere; the check of links looks at it."""
_PUBLISHED = ("courses/*/*.md", "docs/**/*.md", "index.md", "404.md")
_INTERNAL = "docs/entwicklung/"
_LABEL = re.compile(r"^\(([^()\s]+)\)=", re.MULTILINE)


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at links and images in Markdown, in directives and in HTML."""
    goals = _Goals(forum)
    for one in readable(forum):
        base = _base(forum, one)
        if base is None:
            continue
        for mark in (mark for part in prose_of(one) for mark in marks(part)):
            if isinstance(mark, Link) and not goals.has(base, mark.target):
                yield _problem(forum, one, mark, LINK, mark.target, *goals.advice(base, mark))
            elif isinstance(mark, Image) and _is_foreign(mark.source):
                message = f"Das Bild `{mark.source}` liegt auf einem anderen Rechner."
                cure = "Legen Sie die Bilddatei neben die Seite, und nennen Sie nur ihren Namen."
                yield _problem(forum, one, mark, FOREIGN, mark.source, message, cure)
            elif isinstance(mark, Image) and mark.source and not _place(forum.root, base, mark.source).is_file():
                message = f"Das Bild `{mark.source}` gibt es nicht."
                cure = f"Legen Sie die Datei in den Ordner `{forum.relative(base)}`, oder prüfen Sie die Schreibweise."
                yield _problem(forum, one, mark, IMAGE, mark.source, message, cure)


def _base(forum: Forum, one: Lesson | Exercise | Page) -> Path | None:
    """The folder from which its links start: an exercise is read on the page of its lesson."""
    shown = forum.places.get(one.id) if isinstance(one, Exercise) else one
    return shown.path.parent if shown else None


def _is_foreign(source: str) -> bool:
    return source.lower().startswith(("http:", "https:", "//"))


def _place(root: Path, base: Path, target: str) -> Path:
    path = unquote(target.partition("#")[0])
    return Path(os.path.normpath(root / path.lstrip("/") if path.startswith("/") else base / path))


class _Goals:
    """What links of a forum can lead to; collected when the first link needs it."""

    def __init__(self, forum: Forum) -> None:
        self._root, self._forum = forum.root, forum

    @cached_property
    def pages(self) -> Sequence[str]:
        """The files of all pages, from the root."""
        found = {path.relative_to(self._root).as_posix() for one in _PUBLISHED for path in self._root.glob(one)}
        return sorted(name for name in found if not name.startswith(_INTERNAL))

    @cached_property
    def addresses(self) -> Set[str]:
        """The addresses of all pages, with those that are made of the model."""
        written = (address(name.removesuffix(".md")) for name in self.pages)
        return {f"{name}.html" for name in (*written, *self._forum.made_pages)}

    @cached_property
    def labels(self) -> Set[str]:
        """Names that authors have given to places."""
        texts = (part.text for one in readable(self._forum) for part in prose_of(one))
        return {name for text in texts for name in _LABEL.findall(text)}

    def has(self, base: Path, target: str) -> bool:
        """Whether a link from a page in this folder leads to something."""
        if not target or target.startswith("#") or _SCHEME.match(target):
            return True
        place = _place(self._root, base, target)
        if place.suffix == ".md":
            return place.is_file() and self._name(place) in self.pages
        if place.is_file():
            return place.is_relative_to(self._root)
        public = _place(Path("/"), Path("/", address(f"{self._name(base)}/")), target)
        return target in self.labels or public.as_posix().removeprefix("/") in self.addresses

    def _name(self, place: Path) -> str:
        return place.relative_to(self._root).as_posix() if place.is_relative_to(self._root) else place.name

    def advice(self, base: Path, link: Link) -> tuple[str, str]:
        """What is wrong and what to do: the page whose name is most like the one that was meant."""
        place = _place(self._root, base, link.target)
        message = f"Der Link „{link.text}“ führt zu keiner Seite und keiner Datei des Forums: `{link.target}`."
        near = [name for name in self.pages if Path(name).name == place.name]
        if place.suffix == ".md" and not near:
            near = get_close_matches(self._name(place), self.pages, n=1)
        if not near:
            return message, "Prüfen Sie die Schreibweise, oder löschen Sie den Link."
        way = Path(os.path.relpath(self._root / near[0], base)).as_posix()
        return message, f"Prüfen Sie die Schreibweise. Am ähnlichsten ist `{way}`."


def _problem(
    forum: Forum, one: Lesson | Exercise | Page, mark: Link | Image, code: str, found: str, message: str, cure: str
) -> Problem:
    return Problem(path=forum.relative(one.path), line=mark.line, code=code, message=message, cure=cure, found=found)
