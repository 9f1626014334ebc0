# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody looks for something to learn: by keyboard, on a phone, from a shared address, without a script."""

from __future__ import annotations

import re

import pytest
from browser.conftest import Open
from browser.learner import announced
from browser.test_journeys import tab_to
from browser.test_pages import LOOKS, overflow, violations
from conftest import ROOT
from playwright.sync_api import Locator, Page, expect

from transferforum.content import load

FORUM = load(ROOT)[0]
PAGE = "katalog.html"
ROLE = "Bauhof und Grünflächen"
NOTHING = "rolle=leitung&art=kurs&bis=15"
"""No course takes so little time."""


def fitting(role: str, most: int) -> set[str]:
    """The titles that somebody of this role finds who has this many minutes."""
    courses = [course for course in FORUM.courses if role in course.roles]
    exercises = [FORUM.exercise(id) for course in courses for id in course.exercises]
    return {course.title for course in courses if FORUM.minutes(course) <= most} | {
        one.title for one in exercises if one and one.minutes <= most
    }


def shown(page: Page) -> Locator:
    """The links of what is found."""
    return page.locator(".forum-finder__list h3 > a:visible")


def status(page: Page) -> Locator:
    return page.locator("#ergebnisse")


def chips(page: Page) -> Locator:
    return page.get_by_role("group", name="Gewählte Filter").get_by_role("button")


def test_something_short_for_the_bauhof_by_keyboard(open_page: Open) -> None:
    short = fitting(ROLE, 30)
    assert short
    page = open_page("index.html")
    tab_to(page, "Kurse und Übungen finden")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kurse und Übungen finden")
    everything = shown(page).count()
    tab_to(page, ROLE)
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"#rolle=bauhof-und-gruenflaechen$"))
    tab_to(page, "beliebig lang")
    for _ in (15, 30):
        page.keyboard.press("ArrowDown")
    expect(page.get_by_label("bis 30 Minuten")).to_be_focused()
    expect(page).to_have_url(re.compile(r"#rolle=bauhof-und-gruenflaechen&bis=30$"))
    assert set(shown(page).all_inner_texts()) == short
    assert everything > len(short)
    announced(page, f"{len(short)}\u00a0Ergebnis")
    page.keyboard.press("Enter")
    expect(status(page)).to_be_focused()
    first = shown(page).first.inner_text()
    tab_to(page, first)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/kurse/"))
    page.go_back()
    expect(page.get_by_label(ROLE)).to_be_checked()
    expect(page.get_by_label("bis 30 Minuten")).to_be_checked()
    assert set(shown(page).all_inner_texts()) == short
    page.go_back()
    expect(page.get_by_label("beliebig lang")).to_be_checked()
    announced(page, f"{len(fitting(ROLE, 10_000))}\u00a0Ergebnisse")
    page.go_back()
    expect(page.get_by_label(ROLE)).not_to_be_checked()
    expect(shown(page)).to_have_count(everything)


def test_a_shared_address_and_the_way_out_of_nothing(open_page: Open) -> None:
    page = open_page(f"{PAGE}#{NOTHING}&rolle=gibt-es-nicht&ansicht=liste&fremd=1")
    expect(page.get_by_role("checkbox", name="Leitung")).to_be_checked()
    expect(page.get_by_role("checkbox", name=re.compile(r"^Kurs\b"))).to_be_checked()
    expect(page.get_by_role("radio", name="bis 15 Minuten")).to_be_checked()
    expect(page.get_by_label("Kompakte Liste")).to_be_checked()
    expect(shown(page)).to_have_count(0)
    expect(page.get_by_text("Dazu gibt es noch nichts.")).to_be_visible()
    way = page.get_by_role("button", name=re.compile("^Ohne „Art: Kurs“"))
    promised = re.findall(r"\d+", way.inner_text())[-1]
    way.press("Enter")
    expect(status(page)).to_be_focused()
    expect(status(page)).to_contain_text(f"{promised}\u00a0Ergebnis")
    expect(shown(page)).to_have_count(int(promised))
    expect(page.get_by_text("Dazu gibt es noch nichts.")).to_be_hidden()
    expect(chips(page)).to_have_text([re.compile("Rolle: Leitung"), re.compile("Dauer: bis 15"), "Alle Filter löschen"])
    chips(page).first.press("Enter")
    expect(chips(page).first).to_be_focused()
    expect(chips(page).first).to_contain_text("Dauer: bis 15 Minuten")
    page.emulate_media(media="print")
    expect(shown(page).first).to_be_visible()
    expect(page.get_by_label("bis 15 Minuten")).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Alle Filter löschen").press("Enter")
    expect(status(page)).to_be_focused()
    expect(page).to_have_url(re.compile(rf"{PAGE}#ansicht=liste$"))
    heard = page.evaluate_handle(
        "() => { const heard = []; const region = document.querySelector('#forum-announcements');"
        " new MutationObserver(() => heard.push(region.textContent)).observe(region, {childList: true});"
        " return heard; }"
    )
    page.evaluate("document.querySelectorAll('input[name=rolle]').forEach(field => field.click())")
    announced(page, status(page).inner_text())
    assert heard.evaluate("heard => heard.length") <= 2, "one for the drop, one for all roles together"
    page.get_by_label("Sortieren").select_option("nach Titel")
    expect(page).to_have_url(re.compile(r"sortierung=titel"))
    titles = page.locator("[data-list=uebungen] h3 > a").all_inner_texts()
    assert titles[0] == min(titles, key=lambda title: title.casefold())


def test_on_a_phone_the_filters_are_folded(open_page: Open) -> None:
    page = open_page(PAGE, viewport={"width": 360, "height": 740}, expected_faults=("finder.", "ERR_FAILED"))
    role = page.get_by_label(ROLE)
    expect(role).to_be_hidden()
    place = top_of_list(page)
    page.locator(".forum-finder__fold > summary").press("Enter")
    role.check()
    expect(page.locator(".forum-finder__fold > summary")).to_contain_text("Filter (1 gewählt)")
    assert overflow(page) <= 0
    page.get_by_role("button", name="Ergebnisse ansehen").press("Enter")
    expect(role).to_be_hidden()
    expect(status(page)).to_be_focused()
    expect(status(page)).to_be_in_viewport()
    # Before its script runs, and if it never does, everything stands in the same place.
    page.route("**/finder.*.js", lambda route: route.abort())
    page.goto(page.url.partition("#")[0])
    expect(shown(page).first).to_be_visible()
    assert top_of_list(page) == place
    page.set_viewport_size({"width": 1280, "height": 900})
    place = top_of_list(page)
    page.unroute("**/finder.*.js")
    page.reload()
    expect(role).to_be_visible()
    assert top_of_list(page) == place


def top_of_list(page: Page) -> float:
    top: float = page.evaluate("document.querySelector('.forum-finder__list').getBoundingClientRect().top + scrollY")
    return top


@pytest.mark.parametrize(("scheme", "width"), LOOKS, ids=str)
def test_filtered_and_empty_it_is_accessible(scheme: str, width: int, open_page: Open) -> None:
    page = open_page(f"{PAGE}#rolle=fachamt&bis=30", color_scheme=scheme, viewport={"width": width, "height": 800})
    for group in page.locator(".forum-finder__fold, .forum-finder__group").all():
        group.evaluate("details => { details.open = true; }")
    expect(chips(page)).to_have_count(3)
    assert violations(page) == []
    page.goto(f"{page.url.partition('#')[0]}#{NOTHING}&ansicht=liste")
    expect(page.get_by_text("Dazu gibt es noch nichts.")).to_be_visible()
    assert violations(page) == []
    assert overflow(page) <= 0


def test_without_a_script_it_is_a_list_to_read(open_page: Open) -> None:
    page = open_page(PAGE, java_script_enabled=False)
    expect(shown(page)).to_have_count(len(FORUM.courses) + len(FORUM.places))
    for control in ("button", "checkbox", "radio", "combobox"):
        expect(page.locator("forum-finder").get_by_role(control)).to_have_count(0)
