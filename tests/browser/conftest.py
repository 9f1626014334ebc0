# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The built site in Chromium. Every page of every test is held to the promises: no other host, no cookie, nothing
stored (but what a learner asked for), no violation of the Content Security Policy, no error in the console."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from transferforum.serve import SiteHandler, SiteServer, serving

expect.set_options(timeout=60_000)
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge", "chrome")
MISSING = (
    "Chromium fehlt. Unter Debian oder Ubuntu: sudo apt-get install chromium. "
    "Sonst nennt FORUM_CHROMIUM den Pfad eines Chromium, Chrome oder Edge."
)
REMEMBERED = "forum:2:transferforum:"
"""How the keys begin under which a browser keeps progress, for learners who asked for it."""
PATIENCE = 60_000
"""Milliseconds that a step may take on a slow machine before the test says that it never happens."""


def chromium() -> str | None:
    """The path of a browser, or None."""
    return os.environ.get("FORUM_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[SiteServer]:
    with serving(site) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    host = "--host-resolver-rules=MAP forum.beispielstadt.test 127.0.0.1"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=[*FLAGS, host])
        yield running
        running.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """In CI, on machines that may be short of everything, a journey that failed is taken once more; the run says so."""
    if os.environ.get("CI"):
        for item in items:
            if item.path.is_relative_to(Path(__file__).parent):
                item.add_marker(pytest.mark.flaky(reruns=1))


Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, server: SiteServer) -> Iterator[Open]:
    """Opens an address of the site in a context of its own; checks the promises when the test is over."""
    watched: list[_Watch] = []

    def open_(
        path: str,
        *,
        base: str = "",
        expected_faults: tuple[str, ...] = (),
        remembers: bool = False,
        **settings: Any,
    ) -> Page:
        context = browser.new_context(**{"locale": "de-DE", "viewport": {"width": 1280, "height": 900}} | settings)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        watched.append(_Watch(context, page, base or server.address, expected_faults, remembers))
        page.goto(f"{base or server.address}/{path}")
        return page

    yield open_
    faults = [fault for watch in watched for fault in watch.end()]
    assert faults == []


def stored_in(page: Page) -> list[Any]:
    """Everything that the browser keeps of the page: the keys of its local storage, then counts of the rest."""
    stored: list[Any] = page.evaluate(
        "async () => [Object.keys(localStorage), sessionStorage.length, "
        "(await (indexedDB.databases?.() ?? [])).length, document.cookie.length, "
        "globalThis.caches ? (await caches.keys()).length : 0]"
    )
    return stored


class _Watch:
    """Notes what a page must not do."""

    def __init__(
        self, context: BrowserContext, page: Page, base: str, expected: tuple[str, ...], remembers: bool
    ) -> None:
        self._context = context
        self._page = page
        self._host = urlsplit(base).netloc
        self._expected = expected
        self._remembers = remembers
        self.faults: list[str] = []
        context.on("request", lambda request: self._note_host(request.url))
        context.on("console", self._note_console)
        page.on("pageerror", lambda error: self._note(f"error: {error}"))

    def _note_host(self, url: str) -> None:
        if urlsplit(url).netloc != self._host:
            self._note(f"request to another host: {url}")

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self._note(f"console: {message.text} {message.location}")

    def _note(self, text: str) -> None:
        if not any(part in text for part in self._expected):
            self.faults.append(text)

    def end(self) -> list[str]:
        keys, *stored = stored_in(self._page)
        if self._remembers:
            keys = [key for key in keys if not key.startswith(REMEMBERED)]
        if keys or any(stored) or self._context.cookies():
            self.faults.append(f"stored something: {keys} {stored} {self._context.cookies()}")
        self._context.close()
        return self.faults


@pytest.fixture
def serve_with(site: Path) -> Iterator[Callable[[type[SiteHandler]], str]]:
    """Serves the site with a handler that is at fault in some way; gives the address."""
    import contextlib

    with contextlib.ExitStack() as stack:
        yield lambda handler: stack.enter_context(serving(site, handler=handler)).address
