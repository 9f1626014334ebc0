# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The reference for authors in the page: its examples work, and nobody's progress counts them."""

from __future__ import annotations

from browser.conftest import Open, stored_in
from browser.learner import COURSE
from browser.test_pages import violations
from browser.test_progress import ask_to_remember, go, solve
from playwright.sync_api import expect

PAGE = "anleitung/autorinnen/bausteine.html"


def test_examples_can_be_tried_and_are_accessible_then(open_page: Open) -> None:
    page = open_page(PAGE, viewport={"width": 320, "height": 800})
    solve(page)
    quiz = page.locator("#frage-beispiel-wort")
    quiz.get_by_label("Ihre Antwort").fill("Semikolon")
    quiz.get_by_role("button", name="Antwort prüfen").click()
    expect(quiz.locator(".forum-quiz__feedback")).to_contain_text("Richtig")
    page.get_by_text("Mac", exact=True).click()
    expect(page.get_by_text("Drücken Sie Cmd und C.", exact=True)).to_be_visible()
    assert violations(page) == []


def test_what_is_tried_here_is_not_remembered(open_page: Open) -> None:
    page = open_page(f"{COURSE}/index.html", remembers=True)
    ask_to_remember(page)
    before = stored_in(page)
    go(page, PAGE)
    solve(page)
    quiz = page.locator("#frage-beispiel-wort")
    quiz.get_by_label("Ihre Antwort").fill("Semikolon")
    quiz.get_by_role("button", name="Antwort prüfen").click()
    expect(quiz.locator(".forum-quiz__feedback")).to_contain_text("Richtig")
    go(page, f"{COURSE}/index.html")
    assert stored_in(page) == before
    expect(page.locator(".forum-plan .forum-mark")).to_have_count(0)
