# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every check has bad content; ids are recorded and kept; what only looks like personal data is let pass."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import CORPUS

from transferforum import checks, cli
from transferforum.checks import ids, personal, release
from transferforum.content import load

SHOWN = {
    line.split()[1]
    for kind in ("bad", "run")
    for expected in (CORPUS / kind).glob("*/expected.txt")
    for line in expected.read_text(encoding="utf-8").splitlines()
}
Edit = Callable[[str, str, str], Path]
MODULES = sorted(Path(checks.__file__).parent.glob("*.py"))


def codes_of(path: Path) -> set[str]:
    """The codes that a check gives: constants passed as `code`, or named so, or third in a list of texts."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    named = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    found = [
        one.value for node in ast.walk(tree) if isinstance(node, ast.Call) for one in node.keywords if one.arg == "code"
    ]
    direct = [
        node.args[1]
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "_problem"
        and len(node.args) > 3
    ]
    values = [one for one in (*found, *direct) if isinstance(one, ast.Name | ast.Constant)]
    return {str(named.get(one.id) if isinstance(one, ast.Name) else one.value) for one in values} - {"None"}


@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.__module__.rpartition(".")[2])
def test_every_check_has_bad_content(check: checks.Check) -> None:
    module = sys.modules[check.__module__]
    path = Path(checks.__file__).parent / f"{check.__module__.rpartition('.')[2]}.py"
    codes = set(getattr(module, "CODES", ())) or codes_of(path)
    assert codes, f"{path.name}: no code found"
    assert codes <= SHOWN


def test_ids_are_recorded_once_and_then_kept(small: Path, edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    record = ["--root", str(small), "check", "--record-ids"]
    forum = load(small)[0]
    assert [one.code for one in ids.check_recorded(forum)] == ["id-nicht-vermerkt"]
    assert cli.main(record) == 0
    assert capsys.readouterr().out == "Neu vermerkt in ids.txt: 20 Kennungen.\n"
    assert list(ids.check_recorded(forum)) == []
    assert list(ids.check(forum)) == []
    before = (small / ids.FILE).read_text(encoding="utf-8")
    assert "Lektion\tprobe/erste\tkurse/probe/erste.html\n" in before
    assert cli.main(record) == 0
    assert (small / ids.FILE).read_text(encoding="utf-8") == before
    edit("glossary.toml", 'id = "aerger"', 'id = "wut"')
    assert cli.main(record) == 1
    assert "`aerger` gibt es nicht mehr" in capsys.readouterr().err
    assert (small / ids.FILE).read_text(encoding="utf-8") == before


def test_a_former_id_is_kept(small: Path, edit: Edit) -> None:
    ids.record(load(small)[0])
    edit("courses/probe/zweite.md", ":aliases: [summe-wovon]", ":aliases: [summe-wovon, summe-von]")
    edit("courses/probe/zweite.md", "{quiz} summe-von", "{quiz} summe-woraus")
    assert list(ids.check(load(small)[0])) == []


def test_what_cannot_be_read_is_not_gone(small: Path) -> None:
    ids.record(load(small)[0])
    for name in ("courses/probe/course.toml", "exercises/summe/exercise.md", "glossary.toml", "docs/wissen/probe.md"):
        path = small / name
        path.write_text("[[[ kaputt\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert list(ids.check(load(small)[0])) == []


def test_a_release_wants_all_ids_recorded(ready: Path) -> None:
    assert "id-nicht-vermerkt" not in {one.code for one in release.run(load(ready)[0])}
    (ready / ids.FILE).unlink()
    assert "id-nicht-vermerkt" in {one.code for one in release.run(load(ready)[0])}


@pytest.mark.parametrize(
    ("number", "right"),
    [("DE89370400440532013000", True), ("DE88370400440532013000", False), ("DE8937040044053201300", False)],
)
def test_check_digits(number: str, right: bool) -> None:
    assert personal.is_iban(number) is right


@pytest.mark.parametrize(
    "line",
    [
        "Am 3.10.2026 um 12:30 Uhr, Zimmer 0815.",
        "Der Wert 0,25 und die Spanne 10-20 und 2021/2022.",
        "Rufen Sie 115 oder 116 117 an.",
        "Schreiben Sie an post@beispielstadt.example.",
        "Die Postleitzahl 01067 gehört zu Dresden.",
        "Die Version 3.8.4 mit 00000000 und der Kurs 1.2.",
        "Wer 1980 geboren ist, zählt mit.",
    ],
)
def test_what_is_no_personal_data(small: Path, edit: Edit, line: str) -> None:
    edit("courses/probe/erste.md", "Führen Sie die Zelle aus.", line)
    assert list(personal.check(load(small)[0])) == []
