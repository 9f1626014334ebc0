# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a release refuses in forum.toml and among the owed pages, each with its line; and nothing when all is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT, set_today

from transferforum import checks
from transferforum.content import load
from transferforum.content.owed import ENTRIES, PAGES

SETTINGS = (ROOT / "tests/corpus/release/forum.toml").read_text(encoding="utf-8")
CASES = [
    ("site", "url = .*", 'url = ""', "forum.toml:5 platzhalter-leer"),
    ("no-site", r"\[site\]\nurl = .*", "", "forum.toml:0 platzhalter-leer"),
    ("name", "name = .*", 'name = ""', "forum.toml:8 platzhalter-leer"),
    ("address", "address = .*", "address = []", "forum.toml:9 platzhalter-leer"),
    ("no-key", 'email = "post.*\n', "", "forum.toml:7 platzhalter-leer"),
    ("log", "server_log = .*", 'server_log = ""', "forum.toml:20 platzhalter-leer"),
    ("stand", "stand = .*", 'stand = ""', "forum.toml:21 platzhalter-leer"),
    ("no-dates", r"created.*\nreviewed.*", "", "forum.toml:23 platzhalter-leer"),
    ("example", "post@nirgendau.test", "post@example.org", "forum.toml:11 platzhalter-beispiel"),
    ("town", "Gemeinde Nirgendau", "Stadt Beispielstadt", "forum.toml:8 platzhalter-beispiel"),
    ("street", "Am Anger 1", "Musterstraße 1", "forum.toml:9 platzhalter-beispiel"),
    ("to-do", "Amtsweg 2", "TODO", "forum.toml:25 platzhalter-beispiel"),
    ("mail", "lernen@nirgendau.test", "Zimmer 12", "forum.toml:14 platzhalter-mail"),
    ("old", "reviewed = .*", "reviewed = 2025-11-23", "forum.toml:28 erklaerung-alt"),
    ("never-reviewed", "reviewed = .*", "", "forum.toml:27 erklaerung-alt"),
    ("early", "reviewed = .*", "reviewed = 2026-11-25", "forum.toml:28 erklaerung-zukunft"),
]


def found(root: Path) -> list[str]:
    """What the release is refused for."""
    forum, faults = load(root)
    assert faults == ()
    return [f"{one.path}:{one.line} {one.code}" for one in checks.release.run(forum)]


def test_a_forum_that_says_all_is_released(ready: Path) -> None:
    assert found(ready) == []


@pytest.mark.parametrize(("old", "new", "problem"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_is_not_said_is_named_with_its_line(old: str, new: str, problem: str, ready: Path) -> None:
    text, count = re.subn(old, new, SETTINGS)
    assert count
    (ready / "forum.toml").write_text(text, encoding="utf-8")
    assert found(ready) == [problem]


def test_a_year_is_enough_and_a_day_more_is_too_much(ready: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_today(monkeypatch, "2027-11-01")
    assert found(ready) == []
    set_today(monkeypatch, "2027-11-02")
    assert found(ready) == ["forum.toml:28 erklaerung-alt"]


def test_an_imprint_elsewhere_needs_no_parts_here(ready: Path) -> None:
    text = re.sub("(address|represented_by|email) = .*\n", "", SETTINGS)
    (ready / "forum.toml").write_text(text, encoding="utf-8")
    assert len(found(ready)) == 3
    elsewhere = text.replace('imprint_url = ""', 'imprint_url = "https://www.nirgendau.test/impressum"')
    (ready / "forum.toml").write_text(elsewhere, encoding="utf-8")
    assert found(ready) == []


@pytest.mark.parametrize("docname", [docname for _, docname in PAGES])
def test_an_owed_page_that_is_gone_is_missed(docname: str, ready: Path) -> None:
    (ready / f"{docname}.md").unlink()
    assert found(ready) == [f"{docname}.md:0 pflichtseite-fehlt"]


def test_the_settings_as_they_come_are_refused_with_a_line_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    forum = load(ROOT)[0]
    problems = [one for one in checks.release.run(forum) if one.code not in {"beweis-offen", "id-nicht-vermerkt"}]
    needed = [key for key, entry in ENTRIES.items() if entry.required and not key.startswith("licences")]
    assert sorted(re.findall("`([a-z._]+)` ist noch leer", " ".join(one.message for one in problems))) == sorted(needed)
    lines = (ROOT / "forum.toml").read_text(encoding="utf-8").splitlines()
    for problem in problems:
        key = re.findall(r"`\w+\.(\w+)`", problem.message)[0]
        assert lines[problem.line - 1].startswith(f"{key} = "), problem


def test_every_code_has_a_case() -> None:
    folder = ROOT / "src/transferforum/checks"
    text = "".join(
        (folder / f"{name}.py").read_text("utf-8") for name in ("owed_pages", "placeholders", "statement_age")
    )
    codes = set(re.findall(r'"((?:pflichtseite|platzhalter|erklaerung)-[a-z]+)"', text))
    assert codes == {case[3].split()[1] for case in CASES} | {"pflichtseite-fehlt"}
