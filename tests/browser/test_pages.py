# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accessible and private on every kind of page: light and dark, wide and narrow, before and after running."""

from __future__ import annotations

import json
from typing import Any

import pytest
from browser.conftest import Open
from browser.learner import COURSE, cell, exercise
from conftest import ROOT
from playwright.sync_api import Page

from transferforum.content import load
from transferforum.model import address
from transferforum.site.generated import pages_of

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
LESSONS = [f"{address(lesson.docname)}.html" for lesson in load(ROOT)[0].lessons()]
OTHERS = sorted(
    f"{address(path.relative_to(ROOT).with_suffix('').as_posix())}.html" for path in (ROOT / "docs").glob("[!e]*/*.md")
)
GENERATED = {page.template: f"{page.name}.html" for page in pages_of(load(ROOT)[0])}
"""One page of each kind that no author writes."""
PAGES = ["index.html", f"{COURSE}/index.html", *LESSONS, *OTHERS, *GENERATED.values()]
LOOKS = [("light", 1280), ("dark", 1280), ("light", 320), ("dark", 320)]
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


@pytest.mark.parametrize(("scheme", "width"), LOOKS, ids=str)
@pytest.mark.parametrize("path", PAGES)
def test_page_as_it_comes(path: str, scheme: str, width: int, open_page: Open) -> None:
    page = open_page(path, color_scheme=scheme, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.lang") == "de"
    assert violations(page) == []
    assert overflow(page) <= 0


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
    assert page.get_by_role("button").count() == 0


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


def test_every_link_leads_somewhere(open_page: Open) -> None:
    page = open_page("index.html")
    seen: set[str] = set()
    queue = [page.url]
    while queue:
        url = queue.pop().partition("#")[0]
        if url in seen:
            continue
        seen.add(url)
        answer = page.request.get(url)
        assert answer.ok, url
        if "html" in answer.headers["content-type"]:
            page.goto(url)
            queue += page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
            anchors = page.eval_on_selector_all(
                "a[href^='#']",
                "links => links.map(l => l.hash.slice(1)).filter(id => id && !document.getElementById(id))",
            )
            assert anchors == [], url
            queue = [
                one for one in queue if one.startswith(page.url.split("/", 3)[0] + "//" + page.url.split("/", 3)[2])
            ]
    assert len(seen) > 8
