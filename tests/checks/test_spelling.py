# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Spelling: what the dictionary lacks is found where it stands, what the project knows is not."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import CORPUS, overlay

from transferforum import cli
from transferforum.checks import spelling
from transferforum.content import load
from transferforum.model import Forum

CASE = CORPUS / "bad" / "rechtschreibung"
Edit = Callable[[str, str, str], Path]
needs_hunspell = pytest.mark.skipif(not spelling.available(), reason="hunspell or its German dictionary is missing")


@needs_hunspell
def test_misspelled_words_are_located_with_what_may_be_meant(tmp_path: Path) -> None:
    overlay(CASE, tmp_path)
    found = sorted(spelling.check(load(tmp_path)[0]))
    expected = (CASE / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert [f"{one.path}:{one.line} {one.code}" for one in found] == expected
    assert all(one.warning for one in found)
    assert "„Füren“" in found[0].message
    assert "Führen" in found[0].cure


@needs_hunspell
def test_the_real_forum_is_spelled_right_and_quickly(forum: Forum) -> None:
    start = time.process_time()
    assert [str(problem) for problem in spelling.check(forum)] == []
    assert time.process_time() - start < 2


@needs_hunspell
def test_names_of_partners_and_of_the_glossary_are_known(small: Path, edit: Edit) -> None:
    (small / "woerter.txt").write_text("zusammenzuzählen\n", encoding="utf-8")
    edit("courses/probe/erste.md", "Führen Sie die Zelle aus.", "Die Blafumheimer kommen. Pluxis Regeln gelten.")
    edit("municipalities.toml", '"Probedorfer"', '"Probedorfer", "Blafumheimer"')
    edit("glossary.toml", 'term = "Ärger"', 'term = "Pluxi"')
    assert list(spelling.check(load(small)[0])) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Schul-Computer läuft.", ["Der", "Schul-", "Computer", "läuft"]),
        ("Sehen Sie `pd.read_csv` und forum.toml.", ["Sehen", "Sie", "und"]),
        ("Unter https://example.org/pfad steht es: OZG, GitLab, A4.", ["Unter", "steht", "es"]),
        ("Ein {term}`Wort` und summe() und 3D.", ["Ein", "und", "und"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert spelling.words(text) == expected


def test_without_the_program_a_note_says_so(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(spelling, "PROGRAM", "gibt-es-nicht")
    assert cli.main(["--root", str(small), "check", "--strict"]) == 0
    assert capsys.readouterr().err == f"Anmerkung: {spelling.NOTE}\n"
