# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the tests gave, as the pages state it and as a release insists on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT

from transferforum import checks
from transferforum.assets.node import find_node
from transferforum.content import load
from transferforum.evidence import REPORTS, Outcome, read_reports
from transferforum.model import Statement

PAGES = [page.text.text for page in load(ROOT)[0].pages]
PROBE = """
import pytest

@pytest.fixture
def broken_end():
    yield
    raise ValueError

def test_good(): pass
def test_bad(): assert False
def test_bad_end(broken_end): pass
def test_left_out(): pytest.skip("no")
@pytest.mark.parametrize("value", ["a[b", "c"])
def test_all_good(value): pass
@pytest.mark.parametrize("value", [1, 2])
def test_one_bad(value): assert value == 1
@pytest.mark.parametrize("value", [1, 2])
def test_one_left_out(value): value == 1 or pytest.skip("no")
"""
WEB_PROBE = """
import { test } from "node:test";
test('all is "well" & <good>', () => {});
test("is broken", () => { throw new Error("no"); });
test("is left out", { skip: "no" }, () => {});
"""
STATEMENTS = """
[[statements]]
id = "erste"
text = "Die erste Aussage mit `code`."
tests = ["tests/probe.py::test_good"]

[[statements]]
id = "zweite"
text = "Die zweite Aussage."
tests = ["tests/probe.py::test_good", "tests/probe.py::test_bad"]
"""


def report(root: Path, *, commit: str = "abc1234", day: str = "2026-11-20", **outcomes: str) -> None:
    """Writes a report as pytest does: each test with the kind of its fault, or nothing."""
    cases = "".join(
        f'<testcase classname="tests.probe" name="{name}">{f"<{kind}/>" if kind else ""}</testcase>'
        for name, kind in outcomes.items()
    )
    path = root / REPORTS[0]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f'<testsuites><testsuite timestamp="{day}T23:30:00.5+01:00"><properties><property name="commit" '
        f'value="{commit}"/></properties>{cases}</testsuite></testsuites>',
        encoding="utf-8",
    )


@pytest.fixture
def stating(ready: Path) -> Path:
    """The small forum, ready but for two statements."""
    (ready / "docs/anleitung").mkdir(parents=True)
    (ready / "docs/anleitung/evidence.toml").write_text(STATEMENTS, encoding="utf-8")
    (ready / "tests").mkdir()
    (ready / "tests/probe.py").write_text("def test_good() -> None: ...\ndef test_bad() -> None: ...\n")
    assert load(ready)[1] == ()
    return ready


def outcome(root: Path, test: str) -> Outcome:
    statement = Statement(id="x", path=root, line=1, text="", tests=(test,))
    return read_reports(root).proof(statement).decisive.outcome


@pytest.mark.parametrize("side_by_side", [(), ("-n", "2")], ids=["one", "side-by-side"])
def test_a_real_report_of_pytest_is_understood(side_by_side: tuple[str, ...], tmp_path: Path) -> None:
    """Written by pytest itself, with the settings and the conftest of this repository."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests/probe.py").write_text(PROBE, encoding="utf-8")
    shutil.copy(ROOT / "tests/conftest.py", tmp_path / "tests/conftest.py")
    shutil.copy(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    commit_all(tmp_path)
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", f"--junitxml={REPORTS[0]}", "tests/probe.py"]
    subprocess.run([*command, *side_by_side], cwd=tmp_path, env=os.environ, capture_output=True, check=False)
    expected = {
        "good": Outcome.PASSED,
        "bad": Outcome.FAILED,
        "bad_end": Outcome.FAILED,
        "left_out": Outcome.SKIPPED,
        "all_good": Outcome.PASSED,
        "one_bad": Outcome.FAILED,
        "one_left_out": Outcome.SKIPPED,
        "never_written": Outcome.ABSENT,
    }
    assert {name: outcome(tmp_path, f"tests/probe.py::test_{name}") for name in expected} == expected
    found = read_reports(tmp_path).python
    assert found
    assert found.day == date.today()
    assert found.commit == head(tmp_path)


def test_a_real_report_of_node_is_understood(tmp_path: Path) -> None:
    """Written by the reporter that `npm test` uses."""
    (tmp_path / "tests/web").mkdir(parents=True)
    (tmp_path / "tests/web/probe.test.js").write_text(WEB_PROBE, encoding="utf-8")
    shutil.copy(ROOT / "tests/web/junit.mjs", tmp_path / "tests/web/junit.mjs")
    (tmp_path / "package.json").write_text('{"type": "module"}')
    commit_all(tmp_path)
    (tmp_path / "package.json").write_text('{"type": "module", "private": true}')
    command = [find_node(), "--test", "--test-reporter=./tests/web/junit.mjs", "tests/web/probe.test.js"]
    environment = {name: value for name, value in os.environ.items() if name != "NODE_TEST_CONTEXT"}
    subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    file = "tests/web/probe.test.js"
    assert outcome(tmp_path, f'{file}::all is "well" & <good>') is Outcome.PASSED
    assert outcome(tmp_path, f"{file}::is broken") is Outcome.FAILED
    assert outcome(tmp_path, f"{file}::is left out") is Outcome.SKIPPED
    assert outcome(tmp_path, f"{file}::is nowhere") is Outcome.ABSENT
    found = read_reports(tmp_path).web
    assert found
    assert found.day
    assert found.commit == f"{head(tmp_path)}-dirty", "files were changed after the commit"


def test_the_tasks_of_the_project_write_both_reports() -> None:
    assert f'"--junitxml={REPORTS[0]}"' in (ROOT / "noxfile.py").read_text(encoding="utf-8")
    assert "--test-reporter=./tests/web/junit.mjs" in (ROOT / "package.json").read_text(encoding="utf-8")
    assert REPORTS[1] in (ROOT / "tests/web/junit.mjs").read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [None, "", "<testsuites>", "<testsuites/>"])
def test_without_a_report_nothing_is_proven(content: str | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / REPORTS[0]).parent.mkdir(parents=True)
        (tmp_path / REPORTS[0]).write_text(content)
    assert outcome(tmp_path, "tests/probe.py::test_good") is Outcome.NO_REPORT


def test_a_release_names_every_statement_without_proof(stating: Path) -> None:
    forum = load(stating)[0]
    path = "docs/anleitung/evidence.toml"
    found = checks.release.run(forum)
    assert [(one.path, one.line, one.code) for one in found] == [(path, 3, "beweis-offen"), (path, 8, "beweis-offen")]
    report(stating, test_good="", test_bad="failure")
    (left,) = checks.release.run(forum)
    assert left.line == 8
    assert "`zweite`" in left.message
    assert "Der Test ist fehlgeschlagen. (`tests/probe.py::test_bad`)" in left.message
    report(stating, test_good="", test_bad="")
    assert checks.release.run(forum) == ()


def test_only_a_release_insists(stating: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`forum build` says nothing of open proofs, `forum build --release` ends with status 1."""
    from transferforum import cli

    def build(root: Path, *_: object, **__: object) -> tuple[object, tuple[()]]:
        return load(root)[0], ()

    monkeypatch.setattr("transferforum.workshop.assets.build_web", lambda _: stating)
    monkeypatch.setattr("transferforum.workshop._python", lambda *_: {})
    monkeypatch.setattr("transferforum.workshop.assets.prepare", lambda _: None)
    monkeypatch.setattr("transferforum.workshop.assets.compile_grading", lambda *_: None)
    monkeypatch.setattr("transferforum.workshop.assets.make_snapshot", lambda *_: None)
    monkeypatch.setattr("transferforum.workshop.building.build", build)
    command = ["--root", str(stating), "build", "--quiet"]
    assert cli.main(command) == 0
    assert cli.main([*command, "--release"]) == 1
    report(stating, test_good="", test_bad="")
    assert cli.main([*command, "--release"]) == 0


def test_every_statement_of_the_forum_is_on_a_page() -> None:
    """What is promised in evidence.toml is shown, by its group or its name."""
    blocks = [block for page in PAGES for block in page.split("```{evidence}")[1:]]
    shown = {word for block in blocks for word in block.partition("```")[0].split()}
    statements = load(ROOT)[0].statements
    assert len(statements) > 10
    assert [one.id for one in statements if not {one.id, one.group} & shown] == []


def commit_all(root: Path) -> None:
    author = ["-c", "user.name=Probe", "-c", "user.email=probe@example.org", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q"], ["add", "."], [*author, "commit", "-q", "-m", "Probe"]):
        subprocess.run(["git", *words], cwd=root, check=True)


def head(root: Path) -> str:
    command = ["git", "rev-parse", "--short=7", "HEAD"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.strip()
