# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The forms of a report hold what their readers require, whatever the problems contain."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from conftest import CORPUS, overlay

from transferforum import cli
from transferforum.problems import Problem, Trial
from transferforum.reports import FORMATS, Report, render
from transferforum.reports.sarif import ROOT


def problem(
    path: str = "courses/a b/ü.md", line: int = 3, *, warning: bool = False, message: str = "Falsch."
) -> Problem:
    return Problem(path=path, line=line, code="probe", message=message, cure="Ändern.", warning=warning)


FOUND = Report(
    problems=(
        problem(),
        problem(line=9),
        problem("forum.toml", 0, warning=True, message="Zeichen <\x00>, \ud800 & \U0001f333 „“."),
        problem("exercises/summe/exercise.md", 1, message="Läuft nicht."),
    ),
    trials=(
        Trial(name="summe", path="exercises/summe/exercise.md", seconds=1.5, problems=(
            problem("exercises/summe/exercise.md", 1, message="Läuft nicht."),
        )),
        Trial(name="gut", path="exercises/gut/exercise.md", seconds=0.25),
    ),
    courses=1,
    exercises=2,
)  # fmt: skip
CLEAN = Report(problems=(), courses=1, exercises=2)


def test_text_has_places_cures_times_and_a_sum() -> None:
    text = FORMATS["text"](FOUND)
    assert "courses/a b/ü.md:3: Falsch. [probe]\n    So beheben Sie es: Ändern." in text
    assert "  1,5 s  summe" in text
    assert text.endswith("3 Fehler und ein Hinweis gefunden.\n")
    assert FORMATS["text"](CLEAN) == "Keine Fehler. Kurse: 1, Übungen: 2.\n"


def test_json_has_every_field() -> None:
    entries = json.loads(FORMATS["json"](FOUND))
    assert entries[0] == {
        "path": "courses/a b/ü.md",
        "line": 3,
        "code": "probe",
        "message": "Falsch.",
        "cure": "Ändern.",
        "warning": False,
        "found": "",
    }
    assert json.loads(FORMATS["json"](CLEAN)) == []


def test_sarif_has_what_version_2_1_0_requires() -> None:
    log = json.loads(render("sarif", FOUND))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "forum check"
    assert [rule["id"] for rule in driver["rules"]] == ["probe"]
    assert all(rule["help"]["text"] for rule in driver["rules"])
    assert [result["level"] for result in run["results"]] == ["error", "error", "warning", "error"]
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        (place,) = result["locations"]
        about = place["physicalLocation"]
        assert about["artifactLocation"]["uriBaseId"] == ROOT in run["originalUriBaseIds"]
        assert not set(about["artifactLocation"]["uri"]) & set(" ü\\")
        assert about.get("region", {"startLine": 1})["startLine"] >= 1
    assert "region" not in run["results"][2]["locations"][0]["physicalLocation"]
    assert len({json.dumps(result["partialFingerprints"]) for result in run["results"]}) == 4
    assert json.loads(FORMATS["sarif"](CLEAN))["runs"][0]["results"] == []


def test_gitlab_has_what_code_quality_requires() -> None:
    entries = json.loads(render("gitlab", FOUND))
    severities = {"info", "minor", "major", "critical", "blocker"}
    for entry in entries:
        assert entry["description"]
        assert entry["check_name"] == "probe"
        assert entry["severity"] in severities
        assert not entry["location"]["path"].startswith(("/", "./"))
        assert entry["location"]["lines"]["begin"] >= 1
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    assert json.loads(FORMATS["gitlab"](CLEAN)) == []


def test_a_fingerprint_stays_when_lines_move() -> None:
    def marks(line: int) -> list[Any]:
        report = Report(problems=(problem(line=line),))
        return [entry["fingerprint"] for entry in json.loads(FORMATS["gitlab"](report))]

    assert marks(3) == marks(30)


def test_junit_counts_and_names_what_failed() -> None:
    executed, content = ElementTree.fromstring(render("junit", FOUND))
    assert (executed.get("tests"), executed.get("failures"), executed.get("time")) == ("2", "1", "1.750")
    assert [case.get("name") for case in executed] == ["summe", "gut"]
    assert (content.get("tests"), content.get("failures")) == ("2", "1")
    failures = list(content.iter("failure"))
    assert [failure.get("type") for failure in failures] == ["probe"]
    assert (failures[0].text or "").count("So beheben Sie es:") == 2
    hints = [one.text or "" for one in content.iter("system-out")]
    assert len(hints) == 1
    assert "\U0001f333" in hints[0]
    assert "Läuft nicht" not in ElementTree.tostring(content, encoding="unicode")
    (clean,) = ElementTree.fromstring(FORMATS["junit"](CLEAN))
    assert (clean.get("tests"), clean.get("failures")) == ("1", "0")


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_form_can_go_to_a_file(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    overlay(CORPUS / "bad" / "kopf-form", tmp_path / "forum")
    out = tmp_path / "neu" / "bericht"
    assert cli.main(["--root", str(tmp_path / "forum"), "check", "--format", form, "--out", str(out)]) == 1
    assert "kopf-form" in out.read_text(encoding="utf-8")
    assert [path.name for path in out.parent.iterdir()] == ["bericht"]
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "[kopf-form]" in printed.err, "people read the log, machines the file"
    assert "Ein Fehler gefunden.\n" in printed.err


def test_a_file_that_cannot_be_written_is_a_wrong_call(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--root", str(small), "check", "--out", str(small)])
    assert ended.value.code == 2
    assert "lässt sich nicht schreiben" in capsys.readouterr().err


def test_a_problem_is_two_lines_whatever_its_file_holds() -> None:
    """What steers a terminal, turns the direction or ends a line has no effect."""
    first, second = str(problem(message="Ein\x1b[2J \u202e Wort\nund\u2028mehr.")).split("\n")
    assert first.isprintable()
    assert first.endswith("Ein\ufffd[2J \ufffd Wort und mehr. [probe]")
    assert second == "    So beheben Sie es: Ändern."


def test_hints_count_only_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    overlay(CORPUS / "bad" / "pruefdatum", tmp_path)
    check = ["--root", str(tmp_path), "check"]
    assert cli.main(check) == 0
    assert "Ein Hinweis gefunden." in capsys.readouterr().err
    assert cli.main([*check, "--strict"]) == 1


def test_a_terminal_sees_progress_and_others_do_not(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["--root", str(small), "check"]) == 0
    assert "Dateien lesen" not in capsys.readouterr().err
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert cli.main(["--root", str(small), "check"]) == 0
    assert "lesen" in capsys.readouterr().err
