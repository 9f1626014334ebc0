# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Terms are found by id, name and variant; notebooks show the word of a role."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from transferforum.content import load
from transferforum.content.glossary import named, without_roles
from transferforum.exports.notebook import learner_notebook


@pytest.mark.parametrize("name", ["zelle", "Zelle", "Feld", "feld"])
def test_a_term_has_many_names(small: Path, name: str) -> None:
    term = load(small)[0].term(name)
    assert term
    assert term.id == "zelle"


def test_a_role_shows_one_word_and_means_another() -> None:
    assert named("CSV") == ("CSV", "CSV")
    assert named("Tabellen <csv>") == ("Tabellen", "csv")
    assert named("a < b") == ("a < b", "a < b")
    assert named("<csv>") == ("<csv>", "<csv>")


def test_readers_without_roles_get_the_word() -> None:
    text = "Eine **{term}`Zelle`** und {term}`Felder <feld>`, `{code}`, {doc}`x`."
    assert without_roles(text) == "Eine **Zelle** und Felder, `{code}`, {doc}`x`."


def test_a_notebook_shows_the_word(small: Path, edit: Callable[[str, str, str], Path]) -> None:
    edit("exercises/summe/exercise.md", "Zählen Sie", "Nehmen Sie die {term}`Kästen <zelle>`. Zählen Sie")
    forum, faults = load(small)
    assert faults == ()
    notebook = learner_notebook(forum.exercises[0])
    assert "Nehmen Sie die Kästen. Z" in notebook
    assert "{term}" not in notebook
