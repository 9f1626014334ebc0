# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the page for staff councils promises: one journey over all pages, seen by the browser and by the server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from browser.conftest import PATIENCE
from browser.learner import COURSE, exercise
from conftest import ROOT
from playwright.sync_api import Browser, BrowserContext, Page, expect

from transferforum.content import load
from transferforum.serve import SiteHandler, serving

MARK = "geheimes_wort_4711"
"""A name in the code that is typed; it must never reach the server."""
KNOWN = load(ROOT)[0].exercise("giesswasser")
LESSON = f"{COURSE}/erste-zelle.html"
STORED = (
    "async () => [localStorage.length, sessionStorage.length, (await (indexedDB.databases?.() ?? [])).length, "
    "document.cookie.length, globalThis.caches ? (await caches.keys()).length : 0, "
    "(await (navigator.serviceWorker?.getRegistrations() ?? [])).length]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A request as it came to the server."""

    method: str
    path: str
    headers: dict[str, str]


@dataclass(slots=True, kw_only=True)
class Journey:
    """What was seen on the way: by the browser, by the server, on each page."""

    host: str = ""
    pages: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    received: list[Received] = field(default_factory=list)
    after_start: list[str] = field(default_factory=list)
    cookies: list[Any] = field(default_factory=list)
    stored: dict[str, list[int]] = field(default_factory=dict)
    sign_in: dict[str, int] = field(default_factory=dict)
    code_after_reloading: str = ""
    before_asking: int = 0
    """How many requests came before „Fortschritt merken“."""


@pytest.fixture(scope="module")
def journey(browser: Browser, site: Path) -> Iterator[Journey]:
    """Reads every page; in one lesson writes code, is wrong, solves, and loads the page anew."""
    seen = Journey()

    class Noting(SiteHandler):
        """Keeps what arrives before it is answered, whatever its method."""

        def parse_request(self) -> bool:
            understood = super().parse_request()
            if understood:
                seen.received.append(Received(method=self.command, path=self.path, headers=dict(self.headers)))
            return understood

    with serving(site, handler=Noting) as server:
        seen.host = urlsplit(server.address).netloc
        context = browser.new_context(locale="de-DE", viewport={"width": 1280, "height": 900})
        context.set_default_timeout(PATIENCE)
        context.on("request", lambda request: seen.asked.append(request.url))
        page = context.new_page()
        seen.pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
        for path in seen.pages:
            page.goto(f"{server.address}/{path}")
            look_around(page, path, seen)
        practise(page, context, f"{server.address}/{LESSON}", seen)
        look_up(page, server.address)
        go_round_with_progress(page, server.address, seen)
        seen.cookies = list(context.cookies())
        context.close()
        yield seen


def look_around(page: Page, path: str, seen: Journey) -> None:
    seen.stored[path] = page.evaluate(STORED)
    fields = page.locator("input[type=password], [autocomplete~=username], [autocomplete~=current-password]")
    words = page.get_by_role("button", name="anmelden").or_(page.get_by_role("link", name="anmelden"))
    seen.sign_in[path] = fields.count() + words.count()


def practise(page: Page, context: BrowserContext, url: str, seen: Journey) -> None:
    assert KNOWN
    page.goto(url)
    tried = exercise(page, KNOWN.id)
    tried.write(f"{MARK} = 1")
    tried.press("Ausführen")
    page.wait_for_load_state("networkidle")
    note = lambda request: seen.after_start.append(request.url)  # noqa: E731
    context.on("request", note)
    for code in (f"{MARK} = 2\nprint({MARK})", f"liter_muehlweg = 1  # {MARK}", f"{KNOWN.solution.source}\n{MARK} = 3"):
        tried.write(code)
        tried.press("Ausführen")
        tried.press("Prüfen")
    assert tried.solved
    context.remove_listener("request", note)
    look_around(page, "after practice", seen)
    page.reload()
    again = exercise(page, KNOWN.id)
    again.editor.wait_for()
    expect(again.editor).to_contain_text("liter_muehlweg")
    seen.code_after_reloading = again.code


def look_up(page: Page, base: str) -> None:
    """Searches and filters, and loads both pages anew."""
    page.goto(f"{base}/index.html")
    page.get_by_role("searchbox", name="Suchbegriff").fill(f"{MARK} Daten")
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox", name="Wonach suchen Sie?")).to_have_value(f"{MARK} Daten")
    page.reload()
    expect(page.get_by_role("searchbox", name="Wonach suchen Sie?")).to_have_value(f"{MARK} Daten")
    page.goto(f"{base}/katalog.html")
    page.get_by_label("bis 30 Minuten").check()
    page.reload()
    expect(page.get_by_label("bis 30 Minuten")).to_be_checked()


def go_round_with_progress(page: Page, base: str, seen: Journey) -> None:
    """Has progress remembered, with code, and opens every page that shows it."""
    page.goto(f"{base}/{LESSON}")
    tried = exercise(page, "giesswasser")
    tried.write(f"{MARK} = 4")
    seen.before_asking = len(seen.received)
    page.get_by_role("button", name="Fortschritt merken").click()
    page.goto(f"{base}/lernen/lernstand.html")
    page.get_by_text("Code zeigen").click()
    expect(page.locator("forum-record")).to_contain_text(MARK)
    page.get_by_role("button", name="Als Datei speichern").click()
    page.goto(f"{base}/index.html")
    page.get_by_role("link", name="Zellen ausführen und ändern").click()
    expect(page.locator("#uebung-giesswasser")).to_contain_text("ist wieder da")
    page.goto(f"{base}/{COURSE}/index.html")
    page.get_by_role("link", name="Zur Bescheinigung").click()
    expect(page.locator("forum-certificate")).to_contain_text("1 von 5 Lektionen gelesen")


def test_no_request_to_another_host(journey: Journey) -> None:
    assert {urlsplit(url).netloc for url in journey.asked} == {journey.host}
    assert any("pyodide.asm.wasm" in url for url in journey.asked), "what the worker asks for is seen too"


def test_no_cookie(journey: Journey) -> None:
    assert journey.cookies == []
    assert [one.path for one in journey.received if "cookie" in {name.lower() for name in one.headers}] == []


def test_nothing_is_stored_in_the_browser(journey: Journey) -> None:
    """On all pages, also when solved: no cookie, nothing in the browser's stores, no cache or worker of our own."""
    assert set(journey.stored) == {*journey.pages, "after practice"}
    assert {path: counts for path, counts in journey.stored.items() if any(counts)} == {}


def test_typed_code_is_gone_after_reloading(journey: Journey) -> None:
    assert KNOWN
    assert journey.code_after_reloading.split() == KNOWN.start.source.split()


def test_code_is_not_sent(journey: Journey) -> None:
    """The server gets no body at all, and nowhere the word that stood in the code and in the search."""
    assert len(journey.received) > len(journey.pages)
    assert [one for one in journey.received if MARK in unquote(f"{one.path} {one.headers}")] == []
    bodies = {"content-length", "transfer-encoding", "content-type"}
    assert [one for one in journey.received if bodies & {name.lower() for name in one.headers}] == []


def test_only_files_of_the_site_are_asked_for(journey: Journey, site: Path) -> None:
    """Nothing but GET of a file that is there for everyone, without anything added to its address."""
    assert {one.method for one in journey.received} == {"GET"}
    assert [one.path for one in journey.received if not (site / unquote(one.path.lstrip("/"))).is_file()] == []


def test_progress_is_not_sent(journey: Journey, site: Path) -> None:
    """With progress the same files are asked for in the same words: nothing in a request tells what is remembered."""
    before, after = journey.received[: journey.before_asking], journey.received[journey.before_asking :]
    assert len(after) >= 5
    assert {name for one in after for name in one.headers} <= {name for one in before for name in one.headers}
    assert [one.path for one in after if not (site / unquote(one.path.lstrip("/"))).is_file()] == []
    assert [one for one in after if MARK in unquote(f"{one.path} {one.headers}")] == []


def test_trying_and_solving_asks_nothing(journey: Journey) -> None:
    """Once Python runs, neither running nor checking reaches the server: it cannot know who is right how often."""
    assert journey.after_start == []


def test_there_is_no_account(journey: Journey) -> None:
    """No page asks who one is, and without that the exercise was solved."""
    assert set(journey.sign_in) == {*journey.pages, "after practice"}
    assert {path: count for path, count in journey.sign_in.items() if count} == {}
