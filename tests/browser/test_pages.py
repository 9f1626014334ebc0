# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accessible and private on every kind of page: light and dark, wide and narrow, before and after running."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import Open
from browser.learner import COURSE, cell, exercise
from conftest import ROOT
from playwright.sync_api import Page

from transferforum.content import load

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
LOOKS = [("light", 1280), ("dark", 320)]
"""Colours and widths are independent: two looks show both of each."""
SHARDS = 6
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """What axe finds, with the places."""
    page.evaluate(AXE)
    found: Any = page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(TAGS)}, resultTypes: ['violations']}})")
    return [
        f"{one['id']}: {node['target']} {node['html'][:120]}" for one in found["violations"] for node in one["nodes"]
    ]


def overflow(page: Page) -> int:
    """Pixels by which the page is wider than the window."""
    wide: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wide


@pytest.mark.parametrize("shard", range(SHARDS))
@pytest.mark.parametrize(("scheme", "width"), LOOKS, ids=str)
def test_every_page_as_it_comes(scheme: str, width: int, shard: int, site: Path, open_page: Open) -> None:
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))[shard::SHARDS]
    page = open_page(paths[0], color_scheme=scheme, viewport={"width": width, "height": 800})
    start = page.url.removesuffix(paths[0])
    faults = []
    for path in paths:
        page.goto(start + path)
        found = [*violations(page), *(["wider than the window"] if overflow(page) > 0 else [])]
        found += [] if page.evaluate("document.documentElement.lang") == "de" else ["not in German"]
        faults += [f"{path}: {fault}" for fault in found]
    assert faults == []


@pytest.mark.parametrize(("scheme", "width"), LOOKS, ids=str)
def test_exercise_run_failed_and_solved(scheme: str, width: int, open_page: Open) -> None:
    known = load(ROOT)[0].exercise("hitze-zaehlen")
    assert known
    page = open_page(f"{COURSE}/heisse-tage.html", color_scheme=scheme, viewport={"width": width, "height": 800})
    tried = exercise(page, known.id)
    states = {"run": ("Ausführen", known.start.source), "failed": ("Prüfen", "1 / 0"), "wrong": ("Prüfen", "x = 1")}
    states["solved"] = ("Prüfen", known.solution.source)
    for state, (button, code) in states.items():
        tried.write(code)
        tried.press(button)
        tried.button("Tipp").click()
        assert violations(page) == [], state
        assert overflow(page) <= 0, state
    assert tried.solved
    tried.button("Lösung ansehen").click()
    page.get_by_text("Eine mögliche Lösung").wait_for()
    first = cell(page, 1)
    first.press("Ausführen")
    assert violations(page) == []


def test_reading_without_javascript(open_page: Open) -> None:
    page = open_page(f"{COURSE}/heisse-tage.html", java_script_enabled=False)
    assert page.locator("noscript .forum-noscript").is_visible()
    assert page.locator("forum-cell .forum-output").count() >= 3
    assert page.locator("forum-cell img").first.get_attribute("alt")
    hint = page.locator("details.forum-hint").first
    assert not hint.locator("p").first.is_visible()
    hint.locator("summary").click()
    assert hint.locator("p").first.is_visible()
    assert page.get_by_role("main").get_by_role("button").count() == 0


def test_print_shows_text_and_results_only(open_page: Open) -> None:
    page = open_page(f"{COURSE}/erste-zelle.html")
    page.emulate_media(media="print")
    assert page.locator("h1").is_visible()
    assert page.locator("forum-cell .forum-output").first.is_visible()
    for hidden in (".forum-menu", ".forum-course", ".forum-steps", ".forum-toolbar"):
        assert not page.locator(hidden).first.is_visible(), hidden


def test_theme_button_switches_for_this_page_only(open_page: Open) -> None:
    page = open_page("index.html", color_scheme="light")
    button = page.locator("#forum-theme")
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == before
