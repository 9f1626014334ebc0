# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every kind of bad content gives a located problem with a cure; sound content gives none."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import CORPUS, ROOT, overlay

from transferforum import checks
from transferforum.content import load

RELEASE_CODES = {
    "id-nicht-vermerkt",
    "pflichtseite-fehlt",
    "platzhalter-leer",
    "platzhalter-beispiel",
    "platzhalter-mail",
    "erklaerung-alt",
    "erklaerung-zukunft",
}
"""What only a release is refused for; tests/content/test_release.py has a case for each."""
BAD = sorted((CORPUS / "bad").iterdir())
SPELLING = "rechtschreibung"
"""Needs a program that not every machine has: tests/checks/test_spelling.py looks at this case."""


@pytest.mark.parametrize("case", [case for case in BAD if case.name != SPELLING], ids=lambda case: case.name)
def test_bad_content_is_located(case: Path, tmp_path: Path) -> None:
    overlay(case, tmp_path)
    forum, faults = load(tmp_path)
    found = sorted({*faults, *checks.run(forum)})
    expected = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert [f"{one.path}:{one.line} {one.code}" for one in found] == expected
    assert all(one.message.endswith((".", ")")) and one.cure.endswith(".") for one in found)


def test_every_rule_has_bad_content() -> None:
    sources = [*(ROOT / "src/transferforum/content").glob("*.py"), *(ROOT / "src/transferforum/checks").glob("*.py")]
    text = "".join(path.read_text(encoding="utf-8") for path in sources)
    shown = {line.split()[1] for case in BAD for line in (case / "expected.txt").read_text().splitlines()}
    assert {code for code in shown if f'"{code}"' not in text and not code.startswith("zelle-")} == set()
    assert shown >= _codes(text) | set(checks.codes())


def _codes(text: str) -> set[str]:
    """The codes that the sources name, except those that tests make on the spot (too large, unreadable)."""
    import re

    named = set(
        re.findall(
            r'"((?:datei|toml|kopf|notebook|id|lektion|uebung|kurs|zelle|pruefung|python|fehler|daten|tipp|rueckmeldung|pakete|lernziel|frage|begriff|vorschlag|punkte|beweis|ausnahme|satz|bereich|kommune|quelle|fakt|titel|pflichtseite|platzhalter|erklaerung)-[a-z-]+)"',
            text,
        )
    )
    release = {"beweis-offen", *RELEASE_CODES}
    return named - {"datei-gross", "datei-unlesbar", "datei-wort", "fester-wert"} - release


def test_sound_content_has_no_problems(small: Path) -> None:
    forum, faults = load(small)
    assert [*faults, *checks.run(forum)] == []
    assert [lesson.title for lesson in forum.lessons()] == ["Erste Lektion", "Zweite Lektion"]
    assert forum.minutes(forum.courses[0]) == 15


def test_the_real_forum_has_no_problems() -> None:
    forum, faults = load(ROOT)
    assert [str(problem) for problem in (*faults, *checks.run(forum))] == []


def test_a_huge_file_and_a_folder_in_place_of_a_file(small: Path) -> None:
    (small / "courses/probe/erste.md").write_text("x" * 2_000_001)
    (small / "courses/probe/zweite.md").unlink()
    (small / "courses/probe/zweite.md").mkdir()
    _, faults = load(small)
    assert {fault.code for fault in faults} == {"datei-gross", "datei-unlesbar"}


def test_a_word_without_end(small: Path) -> None:
    """A picture that was pasted as text, for example."""
    path = small / "courses/probe/erste.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nx" + "Ab0+" * 400_000, encoding="utf-8")
    forum, faults = load(small)
    assert [(fault.path, fault.line, fault.code) for fault in faults] == [("courses/probe/erste.md", 24, "datei-wort")]
    assert checks.run(forum) == ()


def test_windows_files_read_the_same(small: Path) -> None:
    before = load(small)[0]
    for path in (small / "courses/probe/erste.md", small / "exercises/summe/exercise.md"):
        text = path.read_text(encoding="utf-8")
        path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    after, faults = load(small)
    assert faults == ()
    assert after == before


def test_an_empty_folder_gives_one_problem(tmp_path: Path) -> None:
    forum, faults = load(tmp_path)
    assert [fault.path for fault in faults] == ["forum.toml"]
    assert forum.courses == ()
