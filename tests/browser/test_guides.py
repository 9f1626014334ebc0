# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Terms, self-check, learning paths and the print page as a learner meets them; axe on the pages themselves is in
test_pages.py, here on what opens."""

from __future__ import annotations

import re

import pytest
from browser.conftest import Open
from browser.learner import COURSE, announced
from browser.test_pages import LOOKS, overflow, violations
from browser.test_progress import remember, seen
from playwright.sync_api import Page, expect

LESSON = f"{COURSE}/baumliste.html"
CHECK = "lernen/wo-stehe-ich.html"
PRINT = f"{COURSE}/drucken.html"


def reach(page: Page, name: str) -> None:
    """Press the tab key until the focus is on the link of this name."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == name:
            return
    pytest.fail(f"The keyboard does not reach {name}.")


def test_a_definition_shows_on_focus_and_closes_with_escape(open_page: Open) -> None:
    page = open_page(LESSON)
    word = page.get_by_role("link", name="CSV", exact=True)
    note = page.get_by_role("tooltip").filter(has_text="Eine Tabelle als reiner Text")
    expect(note).to_have_count(0)
    reach(page, "CSV")
    expect(note).to_be_visible()
    expect(word).to_have_accessible_description(note.inner_text())
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(word).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(note).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/lernen/glossar.html#begriff-csv")
    expect(page.locator("#begriff-csv")).to_be_in_viewport()


def test_a_definition_stays_under_the_pointer_and_closes_with_escape(open_page: Open) -> None:
    page = open_page(LESSON)
    word = page.get_by_role("link", name="Zeichensatz", exact=True)
    note = word.locator("xpath=following-sibling::*")
    expect(note).not_to_be_visible()
    word.hover()
    expect(note).to_be_visible()
    start, goal = word.bounding_box(), note.bounding_box()
    assert start
    assert goal
    assert goal["y"] + goal["height"] > start["y"] + start["height"]
    x = start["x"] + start["width"] / 2
    page.mouse.move(x, start["y"] + start["height"] / 2)
    page.mouse.move(x, goal["y"] + goal["height"] - 4, steps=20)
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).not_to_be_visible()
    page.mouse.move(5, 5)
    word.hover()
    expect(note).to_be_visible()


def test_a_definition_shows_without_script(open_page: Open) -> None:
    page = open_page(LESSON, java_script_enabled=False)
    word = page.get_by_role("link", name="Zeichensatz", exact=True)
    word.focus()
    expect(word.locator("xpath=following-sibling::*")).to_be_visible()


@pytest.mark.parametrize(("scheme", "width"), LOOKS, ids=str)
def test_open_definitions_fit_and_are_accessible(scheme: str, width: int, open_page: Open) -> None:
    page = open_page(LESSON, color_scheme=scheme, viewport={"width": width, "height": 800})
    words = page.locator(".forum-term__word")
    assert words.count() > 5
    for word in words.all():
        word.focus()
        note = word.locator("xpath=following-sibling::*")
        expect(note).to_be_visible()
        box = note.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
    assert violations(page) == []
    assert overflow(page) <= 0


def test_the_self_check_by_keyboard(open_page: Open) -> None:
    page = open_page(CHECK)
    sets = page.get_by_role("group").filter(has=page.get_by_role("radio"))
    questions = sets.count()
    assert 8 <= questions <= 12, "about ten: more than that nobody answers between two appointments"
    expect(page.locator(".forum-self-check__static")).not_to_be_visible()
    sets.first.get_by_role("radio").first.focus()
    for number in range(questions):
        if number == 2:
            page.keyboard.press("Tab")
            continue
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Auswerten")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Ihr Ergebnis")).to_be_focused()
    announced(page, "Lektionen")
    expect(page.get_by_role("heading", name="Eine Frage ist noch offen")).to_be_visible()
    expect(sets.nth(2)).to_contain_text("Noch offen")
    result = page.locator(".forum-self-check__result")
    assert result.get_by_role("listitem").filter(has_text="Passt zu").count() > 1
    result.get_by_role("link", name="Zu Frage 3").focus()
    page.keyboard.press("Enter")
    expect(sets.nth(2).get_by_role("radio").first).to_be_focused()
    assert page.get_by_role("radio", checked=True).count() == questions - 1
    page.keyboard.press("Space")
    expect(sets.nth(2).get_by_text("Noch offen")).not_to_be_visible()
    expect(result).not_to_contain_text("noch offen")


def test_who_is_sure_is_told_so(open_page: Open) -> None:
    page = open_page(CHECK)
    page.get_by_role("button", name="Auswerten").click()
    result = page.locator(".forum-self-check__result")
    expect(result).to_contain_text("Sie haben noch keine Frage beantwortet")
    for one in page.locator("fieldset").all():
        one.get_by_role("radio").last.check()
    page.get_by_role("button", name="Auswerten").click()
    announced(page, "Das sitzt.")
    assert result.get_by_role("listitem").count() == 0


def test_suggestions_lead_to_lessons(open_page: Open) -> None:
    page = open_page(CHECK)
    for one in page.locator("fieldset").all():
        one.get_by_role("radio").first.check()
    page.get_by_role("button", name="Auswerten").click()
    first = page.locator(".forum-self-check__suggestions a").first
    title = first.inner_text()
    first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


@pytest.mark.parametrize(("scheme", "width"), LOOKS, ids=str)
def test_the_evaluated_self_check_is_accessible(scheme: str, width: int, open_page: Open) -> None:
    page = open_page(CHECK, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.locator("fieldset").first.get_by_role("radio").first.check()
    page.get_by_role("button", name="Auswerten").click()
    expect(page.get_by_role("heading", name="Ihr Ergebnis")).to_be_focused()
    assert violations(page) == []
    assert overflow(page) <= 0


def test_the_self_check_without_script(open_page: Open) -> None:
    page = open_page(CHECK, java_script_enabled=False)
    expect(page.get_by_text("Wer hier unsicher ist:").first).to_be_visible()
    assert page.get_by_role("radio").count() == 0


def test_paths_show_what_is_read(open_page: Open) -> None:
    page = open_page("lernen/lernwege.html", remembers=True)
    progress = page.locator(".forum-path__progress:not([hidden])")
    expect(progress.first).to_be_hidden()
    remember(page, lesson={"baeume-und-hitze/erste-zelle": seen()})
    page.reload()
    expect(progress.first).to_have_text(re.compile(r"^1 von \d+ Lektionen gelesen$"))


@pytest.mark.parametrize(("scheme", "width"), LOOKS, ids=str)
def test_the_print_page_is_for_reading(scheme: str, width: int, open_page: Open) -> None:
    page = open_page(PRINT, color_scheme=scheme, viewport={"width": width, "height": 800})
    assert page.get_by_role("main").get_by_role("button").count() == 0
    assert page.get_by_role("main").get_by_role("textbox").count() == 0
    pictures = page.locator("forum-cell img")
    assert pictures.count() >= 2
    for picture in pictures.all():
        assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    assert violations(page) == []
    assert overflow(page) <= 0
