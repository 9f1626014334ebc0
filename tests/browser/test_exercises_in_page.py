# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every exercise proves itself in the page: start, solution and each recorded mistake get the feedback stated."""

from __future__ import annotations

import pytest
from browser.conftest import Open
from browser.learner import exercise
from conftest import ROOT
from playwright.sync_api import expect

from transferforum.content import load
from transferforum.model import Exercise, address

FORUM = load(ROOT)[0]


def spoken(text: str) -> str:
    """A stated feedback as the page shows it: `code` without its marks."""
    return text.replace("`", "")


@pytest.mark.parametrize("known", FORUM.exercises, ids=lambda one: one.id)
def test_exercise_in_the_page(known: Exercise, open_page: Open) -> None:
    page = open_page(f"{address(FORUM.places[known.id].docname)}.html#uebung-{known.id}")
    tried = exercise(page, known.id)
    tried.press("Prüfen")
    assert (tried.decisive, tried.solved) == (spoken(known.start_feedback), False)
    wrong: dict[str, str] = {}
    for mistake in known.mistakes:
        tried.write(mistake.code)
        tried.press("Prüfen")
        assert not tried.solved
        wrong[mistake.id] = tried.decisive
    assert wrong == {mistake.id: spoken(mistake.feedback) for mistake in known.mistakes}
    tried.write(known.solution.source)
    tried.press("Prüfen")
    assert (tried.decisive, tried.solved) == (spoken(known.solution_feedback), True)
    expect(page.locator("#forum-announcements")).to_contain_text("Gelöst")


def test_one_answer_does_not_disturb_the_next(open_page: Open) -> None:
    """Same names, changed files and patched modules of one run are gone in the next."""
    known = FORUM.exercise("baeume-wasser")
    assert known
    page = open_page(f"{address(FORUM.places[known.id].docname)}.html")
    tried = exercise(page, known.id)
    tried.write(
        "import builtins, os, pandas\npandas.read_csv = pandas.DataFrame.merge = None\nbuiltins.len = None\n"
        "for name in os.listdir('data'):\n    os.remove('data/' + name)\nos.chdir('/')\ndurstig = liter = 1"
    )
    tried.press("Ausführen")
    tried.press("Prüfen")
    assert not tried.solved
    tried.write(known.solution.source)
    tried.press("Prüfen")
    assert tried.solved
