# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The search as people use it: by keyboard, by ear, with a slip, without a script; and on the real pages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from browser.conftest import Open
from browser.learner import announced
from browser.test_pages import overflow, violations
from playwright.sync_api import Page, Route, expect
from search.asking import answers, queries

LISTEN = """() => {
  const region = document.querySelector("#forum-announcements");
  globalThis.told = [];
  const note = () => told.push(region.textContent);
  new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
}"""
"""Keeps what screen readers are told."""
FRESH = 93
"""Of 102 that somebody wrote who knew neither the other sets nor the engine; 96 when they were last measured."""
LATER = 36
"""Of 45 that nobody tuned on; 38 when they were measured. Pages change, so a few may go where others come."""


def index_of(site: Path) -> Path:
    """The folder of the index that the page uses."""
    pointer = site / "_static/forum/search.json"
    return pointer.parent / str(json.loads(pointer.read_text(encoding="utf-8"))["folder"])


def missed(name: str, site: Path) -> list[str]:
    """The queries of a set whose page is not among the first three."""
    asked = queries(name)
    pairs = zip(asked, answers(index_of(site), [one.query for one in asked]), strict=True)
    return [f"{one.query} -> {one.page}" for one, answer in pairs if one.page not in answer["urls"][:3]]


def test_queries_find_their_page_on_this_site(site: Path) -> None:
    assert missed("site", site) == []


@pytest.mark.parametrize(("name", "least"), [("fresh", FRESH), ("later", LATER)])
def test_queries_of_others_mostly_find_theirs(name: str, least: int, site: Path) -> None:
    assert len(queries(name)) - len(lost := missed(name, site)) >= least, lost


def test_who_types_a_word_to_avoid_is_led_to_the_right_one(site: Path) -> None:
    found = answers(index_of(site), ["Betriebsrat", "Zertifikat", "Semikolon"])
    wanted = ("anleitung/personalrat.html", "lernen/bescheinigung.html", "lernen/glossar.html#begriff-strichpunkt")
    assert [page for page, one in zip(wanted, found, strict=True) if page not in one["urls"][:3]] == []


def test_the_glossary_is_found_and_the_page_for_wrong_addresses_is_not(site: Path) -> None:
    glossary, wrong = answers(index_of(site), ["Glosar", "Diese Seite gibt es nicht"])
    assert "lernen/glossar.html" in glossary["urls"][:3]
    assert "404.html" not in wrong["urls"]


def test_every_result_leads_to_a_place_on_the_site(site: Path) -> None:
    asked = answers(index_of(site), [one.query for one in queries("site")])
    for url in {url for one in asked for url in one["urls"]}:
        path, _, anchor = url.partition("#")
        page = (site / path).read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in page, url


def test_from_the_header_by_keyboard_with_a_slip_to_the_page(open_page: Open) -> None:
    page = open_page("index.html")
    page.keyboard.press("Tab")  # to the content
    page.keyboard.press("Tab")  # the name of the forum
    page.keyboard.press("Tab")
    expect(page.get_by_role("searchbox", name="Suchbegriff")).to_be_focused()
    page.keyboard.type("Metdaten")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"suche\.html#q=Metdaten$"))
    announced(page, "Treffer für „Metdaten“")
    announced(page, "Gesucht wurde auch nach „Metadaten“")
    result = page.get_by_role("listitem").filter(has_text="Vorlage für Metadaten").first
    expect(result.get_by_role("heading", level=2)).to_have_text("Wissen: Vorlage für Metadaten")
    expect(result.locator("mark").first).to_have_text(re.compile("Metadaten"))
    expect(result.locator(".forum-search__passage")).to_have_text(re.compile(r"\w+ \w+"))
    page.get_by_role("searchbox", name="Wonach suchen Sie?").focus()
    link = result.get_by_role("link").first
    for _ in range(12):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Vorlage für Metadaten")
    page.go_back()
    expect(page.get_by_role("listitem").filter(has_text="Vorlage für Metadaten").first).to_be_visible()


def test_typing_finds_at_once_tells_once_and_escape_clears(open_page: Open) -> None:
    page = open_page("suche.html")
    field = page.get_by_role("searchbox", name="Wonach suchen Sie?")
    page.evaluate(LISTEN)
    field.press_sequentially("elektronische Akte", delay=20)
    expect(page.get_by_role("heading", level=2).first).to_have_text("Kompetenzbereich: E-Akte")
    announced(page, "Treffer für „elektronische Akte“")
    assert len(page.evaluate("told")) == 1
    expect(page).to_have_url(re.compile(r"#q=elektronische\+Akte$"))
    field.press("Escape")
    expect(field).to_have_value("")
    expect(page.locator(".forum-search__count")).to_have_count(0)
    field.fill("qqqxxyzz")
    expect(page.get_by_text("Keine Treffer für „qqqxxyzz“")).to_be_visible()
    announced(page, "Prüfen Sie die Schreibweise")


def test_odd_queries_are_answered_in_words(open_page: Open) -> None:
    page = open_page(f"suche.html#q={'x' * 3000}", viewport={"width": 320, "height": 800})
    field = page.get_by_role("searchbox", name="Wonach suchen Sie?")
    expect(field).to_have_value("x" * 200)
    expect(page.locator(".forum-search__count")).to_contain_text("Keine Treffer für")
    assert overflow(page) <= 0
    field.fill("„Wartezeit“")
    field.press("Enter")
    announced(page, "Treffer für „Wartezeit“")
    field.fill("E")
    field.press("Enter")
    expect(page.get_by_text("Geben Sie mindestens zwei Zeichen ein.", exact=True).first).to_be_visible()
    announced(page, "Geben Sie mindestens zwei Zeichen ein.")
    field.fill("\U0001f333")
    field.press("Enter")
    announced(page, "Keine Treffer")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_results_are_accessible_and_more_of_them_come_on_demand(scheme: str, width: int, open_page: Open) -> None:
    page = open_page("suche.html#q=Daten", color_scheme=scheme, viewport={"width": width, "height": 800})
    more = page.get_by_role("button", name="Weitere Treffer anzeigen")
    expect(more).to_be_visible()
    assert violations(page) == []
    assert overflow(page) <= 0
    more.press("Enter")
    results = page.get_by_role("list", name="Ergebnisse der Suche").locator("> li")
    expect(results).to_have_count(20)
    expect(results.nth(10).get_by_role("link").first).to_be_focused()


def test_no_connection_is_said_and_tried_again(open_page: Open) -> None:
    page = open_page("suche.html", expected_faults=("Failed to load resource", "Failed to fetch"))
    broken = True

    def answer(route: Route) -> None:
        route.abort() if broken else route.continue_()

    page.route("**/search.*/*.bin", answer)
    page.get_by_role("searchbox", name="Wonach suchen Sie?").fill("Bürgerbüro")
    expect(page.get_by_text("Die Suche lässt sich nicht laden", exact=True)).to_be_visible()
    broken = False
    page.get_by_role("button", name="Noch einmal versuchen").click()
    expect(page.get_by_role("list", name="Ergebnisse der Suche")).to_be_visible()


def test_without_script_the_page_shows_other_ways(open_page: Open) -> None:
    page = open_page("suche.html", java_script_enabled=False)
    assert "Deshalb kann diese Seite nicht suchen" in page.content()
    expect(page.locator("main").get_by_role("searchbox")).to_have_count(0)
    expect(page.get_by_role("link", name="Alle Kurse und Übungen")).to_be_visible()


def test_only_the_page_of_the_search_loads_the_index(open_page: Open) -> None:
    asked: list[str] = []

    def note(page: Page) -> None:
        page.on("request", lambda request: asked.append(request.url))

    page = open_page("index.html")
    note(page)
    page.reload(wait_until="networkidle")
    assert [url for url in asked if "search." in url] == []
    page.goto(page.url.replace("index.html", "suche.html"), wait_until="networkidle")
    assert any("words.bin" in url for url in asked)
