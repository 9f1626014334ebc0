# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a competence area to practice, by keyboard."""

from __future__ import annotations

from browser.conftest import Open
from browser.learner import exercise
from browser.test_journeys import tab_to
from conftest import ROOT
from playwright.sync_api import expect

from transferforum.content import load


def test_from_an_area_to_an_exercise_that_is_solved(open_page: Open) -> None:
    known = load(ROOT)[0].exercise("oeffnungszeiten")
    assert known
    page = open_page("index.html")
    tab_to(page, "Kompetenzen")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kompetenzen")
    tab_to(page, "Daten und Open Data")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Daten und Open Data")
    tab_to(page, known.title)
    page.keyboard.press("Enter")
    tried = exercise(page, known.id)
    tried.write(known.solution.source)
    tried.press("Prüfen")
    assert tried.solved
