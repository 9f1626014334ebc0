# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the requests of a preview are answered with: pages as they are now, and news for those that wait for them."""

from __future__ import annotations

import json
import re
from collections import deque
from dataclasses import replace
from html import escape
from http import HTTPStatus
from pathlib import Path
from threading import Condition
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from ..content.digests import digest
from ..serve import Reply, SiteHandler, media_type
from .bundle import Bundle
from .places import FaultMap

OWN = "/__forum/"
"""Addresses that only a preview has."""
STATIC = "/_static/forum/"
WAIT = 20.0
"""Seconds that the question of a page after news stays open."""
VIEWED = 8
"""Pages that count as looked at: those that asked last."""
_HERE = Path(__file__).parent
_FILES = re.compile(r'"[^"]*?(_images|_downloads)/([^"]+)"')


class Board:
    """Written by the one who builds, read by the threads that answer requests."""

    def __init__(self, out: Path, bundle: Bundle) -> None:
        self.out, self.bundle = out, bundle
        self.version = 0
        self._faults = FaultMap(None, ())
        self._sources: dict[str, str] = {}
        self._viewed: deque[str] = deque(maxlen=VIEWED)
        self._changed = Condition()
        self._closed = False

    def show(self, faults: FaultMap, sources: dict[str, str]) -> None:
        """These are the faults now, pages and bundle may be others; `sources` are the files by address."""
        with self._changed:
            self._faults, self._sources = faults, sources
            self.version += 1
            self._changed.notify_all()

    def close(self) -> None:
        """Let nobody wait any longer."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait_for(self, version: int, timeout: float) -> bool:
        """True as soon as there were so many versions; False when the time is over."""
        with self._changed:
            return self._changed.wait_for(lambda: self._closed or self.version >= version, timeout)

    @property
    def viewed(self) -> set[str]:
        """Addresses of the pages that somebody looks at."""
        return set(self._viewed)

    def news(self, page: str, known: str) -> dict[str, Any]:
        """What a page must know; not before it is something else than what it knows."""
        if page in self._viewed:
            self._viewed.remove(page)
        self._viewed.append(page)
        with self._changed:
            while True:
                version, news = self.version, self._news(page)
                if news["state"] != known or self._closed:
                    return news
                if not self._changed.wait(WAIT) or self.version == version:
                    return news

    def _news(self, page: str) -> dict[str, Any]:
        everything = self._faults.all
        news = {
            "page": self.mark(page),
            "style": self.bundle.style,
            "here": self._faults.of_page(page),
            "listed": self._faults.listed(),
            "faults": sum(not one["warning"] for one in everything),
            "hints": sum(bool(one["warning"]) for one in everything),
        }
        return news | {"state": digest(news)}

    def mark(self, page: str) -> str:
        """Another text when the page must be loaded again."""
        content = self.content(page)
        if content is None:
            return digest("", self.bundle.scripts, page in self._sources)
        names = sorted(set(_FILES.findall(content.decode("utf-8", "replace"))))
        times = [_time(self.out / folder / unquote(name)) for folder, name in names]
        return digest(content, times, self.bundle.scripts)

    def content(self, page: str) -> bytes | None:
        """A page as it was written; None when there is none."""
        try:
            return (self.out / page).read_bytes()
        except OSError:
            return None

    def stand_in(self, page: str) -> bytes:
        """In the place of a page that could not be built; its faults are put in by the script."""
        source = self._sources.get(page)
        why = (
            f"<p>Die Seite entsteht aus der Datei <code>{escape(source)}</code>. Darin ist ein Fehler. "
            "Sobald er behoben ist, erscheint sie hier.</p>"
            if source
            else "<p>Unter dieser Adresse gibt es keine Seite.</p>"
        )
        title = "Diese Seite lässt sich gerade nicht zeigen" if source else "Diese Seite gibt es nicht"
        return (
            f'<!DOCTYPE html>\n<html lang="de"><head><meta charset="utf-8"><title>{title}</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1"></head>'
            f'<body class="forum-preview-page"><main id="inhalt"><h1>{title}</h1>{why}'
            '<p><a href="/">Zur Startseite</a></p></main></body></html>'
        ).encode()


def handler(board: Board) -> type[SiteHandler]:
    """Answers for a preview."""

    class Handler(SiteHandler):
        """Adds news, the preview's script and style, and pages in the place of those that cannot be built."""

        def reply(self) -> Reply:
            url = urlsplit(self.path)
            if url.path == f"{OWN}news":
                asked = parse_qs(url.query)
                news = board.news(asked.get("page", [""])[0], asked.get("known", [""])[0])
                return Reply(type="application/json; charset=utf-8", body=json.dumps(news).encode())
            if url.path in {f"{OWN}page.js", f"{OWN}page.css"}:
                path = _HERE / url.path.removeprefix(OWN)
                return Reply(type=media_type(path), body=path.read_bytes())
            if url.path.startswith(STATIC):
                content = board.bundle.file(unquote(url.path.removeprefix(STATIC)))
                if content is not None:
                    return Reply(type=media_type(Path(url.path)), body=content)
            return super().reply()

        def missing(self) -> Reply:
            page = page_of(self.path)
            if not page.endswith(".html"):
                return super().missing()
            return Reply(status=HTTPStatus.NOT_FOUND, body=board.stand_in(page))

        def finish_reply(self, reply: Reply) -> Reply:
            if not reply.type.startswith("text/html") or reply.status is HTTPStatus.MOVED_PERMANENTLY:
                return reply
            page = page_of(self.path)
            style = f'<link rel="stylesheet" href="{OWN}page.css"></head>'
            script = (
                f'<script type="module" src="{OWN}page.js" data-page="{escape(page)}" '
                f'data-mark="{_mark(board, page, reply)}" data-style="{board.bundle.style}"></script></body>'
            )
            body = reply.body.replace(b"</head>", style.encode(), 1).replace(b"</body>", script.encode())
            headers = {name: value for name, value in reply.headers.items() if name != "ETag"}
            return replace(reply, body=body, headers=headers | {"Cache-Control": "no-store"})

        def _accepts_gzip(self) -> bool:
            return False

    return Handler


def _mark(board: Board, page: str, reply: Reply) -> str:
    """Of what is sent: when the page is written anew meanwhile, it is another one than that of the next news."""
    return board.mark(page) if reply.status is not HTTPStatus.OK or board.content(page) == reply.body else ""


def page_of(path: str) -> str:
    """The page that an address means, from the start of the site."""
    name = unquote(urlsplit(path).path).lstrip("/")
    return f"{name}index.html" if not name or name.endswith("/") else name


def _time(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
