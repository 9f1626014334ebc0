# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Executing exercises: every way to fail is a located problem, in a process of its own that may be stopped."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import CORPUS, overlay

from transferforum import cli, trial
from transferforum.checks import running
from transferforum.clock import today
from transferforum.content import load
from transferforum.grading.runner import fresh_folder
from transferforum.problems import Problem
from transferforum.quality import TIMES, read_times

CASES = sorted((CORPUS / "run").iterdir())
Edit = Callable[[str, str, str], Path]


def judged(root: Path) -> list[Problem]:
    """What executing everything finds, without the price of a process for each."""
    forum, faults = load(root)
    assert faults == ()
    problems: list[Problem] = []
    for one in running.trials(forum):
        with fresh_folder(running.files_of(one)) as folder:
            request = running.request_of(one)
            problems += running.judge(forum, one, trial.examine(folder, **request))
    return sorted(problems)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_bad_exercises_are_located(case: Path, tmp_path: Path) -> None:
    overlay(case, tmp_path)
    found = judged(tmp_path)
    expected = (case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert [f"{one.path}:{one.line} {one.code}" for one in found] == expected
    assert all(one.message.endswith(".") and one.cure.endswith(".") for one in found)


def test_every_rule_has_a_bad_exercise() -> None:
    source = Path(running.__file__).read_text(encoding="utf-8")
    shown = {line.split()[1] for case in CASES for line in (case / "expected.txt").read_text().splitlines()}
    assert set(re.findall(r'"(lauf-[a-z]+)"', source)) - shown == {"lauf-zeit", "lauf-langsam"}


def test_a_sound_exercise_passes_and_its_time_is_kept(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--root", str(small), "check", "--run"]) == 0
    printed = capsys.readouterr().out
    assert re.search(r"^ +\d+,\d s  summe$", printed, re.MULTILINE)
    times = read_times(small)
    assert set(times) == {"courses/probe/course.toml", "exercises/summe/exercise.md"}
    assert all(time.seconds > 0 and time.day == today() for time in times.values())


@pytest.mark.parametrize("text", ["", "[", "[]", '{"exercises/summe/exercise.md": 1.5}'])
def test_a_report_of_times_that_cannot_be_read_is_written_anew(small: Path, text: str) -> None:
    report = small / TIMES
    report.parent.mkdir(parents=True)
    report.write_text(text, encoding="utf-8")
    assert read_times(small) == {}
    assert cli.main(["--root", str(small), "check", "--run", str(small / "exercises/summe")]) == 0
    assert set(read_times(small)) == {"exercises/summe/exercise.md"}


def test_what_never_ends_is_stopped(small: Path, edit: Edit) -> None:
    edit("exercises/summe/exercise.md", "summe = sum(zahlen)\n", "while True: pass\n")
    forum = load(small)[0]
    found = running.run(forum, forum.exercises[0], limit=2).problems
    assert [(one.code, one.path) for one in found] == [("lauf-zeit", "exercises/summe/exercise.md")]
    assert "2 Sekunden" in found[0].message


def test_a_process_that_dies_is_reported(small: Path, edit: Edit) -> None:
    edit("exercises/summe/check.py", "    total =", "    import os; os._exit(3)\n    total =")
    forum = load(small)[0]
    found = running.run(forum, forum.exercises[0]).problems
    assert [(one.code, one.message) for one in found] == [("lauf-zeit", "Die Ausführung endet ohne Ergebnis.")]


def test_a_slow_solution_is_a_hint(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "SLOW", 0.0)
    assert [(one.code, one.warning) for one in judged(small)] == [("lauf-langsam", True)]


def test_only_what_is_asked_for_is_executed(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--root", str(small), "check", "--run", str(small / "courses")]) == 0
    printed = capsys.readouterr().out
    assert "probe" in printed
    assert "summe" not in printed


@pytest.mark.parametrize("name", ["lauf-anfang", "lauf-loesung-rueckmeldung", "lauf-fehler"])
def test_feedback_written_down_as_told_is_accepted(name: str, tmp_path: Path) -> None:
    """The cure, carried out word by word, makes the problem go."""
    overlay(CORPUS / "run" / name, tmp_path)
    told = [one for one in judged(tmp_path) if "schreiben Sie die Rückmeldung so auf" in one.cure]
    assert told
    for problem in told:
        path = tmp_path / problem.path
        lines = path.read_text(encoding="utf-8").split("\n")
        message = problem.cure.split("„", 1)[1].removesuffix("“.")
        quoted = message if path.suffix == ".py" else f'"{message}"'
        lines[problem.line - 1] = f"{lines[problem.line - 1].partition(': ')[0]}: {quoted}"
        path.write_text("\n".join(lines), encoding="utf-8")
    assert not {(one.path, one.line) for one in judged(tmp_path)} & {(one.path, one.line) for one in told}


def test_data_made_anew_as_told_are_accepted(tmp_path: Path) -> None:
    overlay(CORPUS / "run" / "lauf-daten", tmp_path)
    assert cli.main(["--root", str(tmp_path), "data"]) == 0
    (tmp_path / "exercises/summe/data/fremd.csv").unlink()
    assert judged(tmp_path) == []
