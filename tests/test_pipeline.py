# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pipeline calls exists, and what it publishes is what the commands write."""

from __future__ import annotations

import ast
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import CORPUS, ROOT, overlay

from transferforum import cli

PIPELINE: dict[str, Any] = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
_GLOBAL = {"image", "stages", "workflow", "variables", "default"}
JOBS = {name: job for name, job in PIPELINE.items() if name not in _GLOBAL and not name.startswith(".")}
NOX = ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8"))
SESSIONS = {
    node.name
    for node in NOX.body
    if isinstance(node, ast.FunctionDef) and any(ast.unparse(one) == "nox.session" for one in node.decorator_list)
}
CONSTANTS: dict[str, Any] = {
    node.targets[0].id: ast.literal_eval(node.value)
    for node in NOX.body
    if isinstance(node, ast.Assign)
    and isinstance(node.targets[0], ast.Name)
    and node.targets[0].id in {"CHECK", "SITE"}
}


def commands(job: dict[str, Any]) -> list[str]:
    script: list[str] = job.get("script") or PIPELINE[job["extends"]]["script"]
    return script


def test_jobs_stand_in_stages_and_need_jobs() -> None:
    assert {"lint", "types", "docs", "check", "newest", "tests", "preview", "pages"} == set(JOBS)
    for job in JOBS.values():
        assert (job.get("stage") or PIPELINE[job["extends"]]["stage"]) in PIPELINE["stages"]
        assert set(job.get("needs", ())) <= set(JOBS)


@pytest.mark.parametrize("name", JOBS)
def test_every_job_runs_a_session_that_there_is(name: str) -> None:
    script = "\n".join(commands(JOBS[name])).replace('"$CI_JOB_NAME"', name)
    called = [
        word
        for line in script.splitlines()
        for call in (".ci/run ", "nox -s ")
        if call in line
        for word in line.split(call)[1].split()[:1]
    ]
    assert called
    assert set(called) <= SESSIONS
    subprocess.run(["bash", "-n"], input=script, text=True, check=True)


def test_a_call_without_sessions_runs_all_that_must_hold() -> None:
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    (line,) = [line for line in script.splitlines() if "SESSIONS=(lint" in line]
    checked = {name for name, job in JOBS.items() if job.get("extends") == ".check"}
    assert set(line.split("(")[1].rstrip(")").split()) == checked
    subprocess.run(["bash", "-n", ".ci/run"], cwd=ROOT, check=True)


def test_the_code_quality_report_is_written_also_when_there_are_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    overlay(CORPUS / "bad/wortwahl", tmp_path)
    monkeypatch.chdir(tmp_path)
    assert cli.main(["check", *CONSTANTS["CHECK"]]) == 1
    assert "[wortwahl]" in capsys.readouterr().err
    artifacts = JOBS["check"]["artifacts"]
    assert artifacts["when"] == "always"
    (times,) = [path for path in artifacts["paths"] if not path.endswith(".log")]
    assert "exercises/summe/exercise.md" in json.loads((tmp_path / times).read_text(encoding="utf-8"))
    entries = json.loads((tmp_path / artifacts["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert {entry["check_name"] for entry in entries} == {"wortwahl"}
    assert all((tmp_path / entry["location"]["path"]).is_file() for entry in entries)


def test_reports_of_tests_are_those_that_the_tests_write() -> None:
    written = (ROOT / "noxfile.py").read_text(encoding="utf-8") + (ROOT / "tests/web/junit.mjs").read_text()
    artifacts = JOBS["tests"]["artifacts"]
    assert artifacts["when"] == "always"
    assert len(artifacts["reports"]["junit"]) == 2
    for path in artifacts["reports"]["junit"]:
        assert path in written


def test_the_preview_shows_what_a_build_writes_even_with_faults() -> None:
    job = JOBS["preview"]
    (rule,) = job["rules"]
    assert "merge_request_event" in rule["if"]
    assert rule["when"] == job["artifacts"]["when"] == "always"
    assert job["artifacts"]["paths"] == [f"{CONSTANTS['SITE']}/"]
    assert job["artifacts"]["expose_as"]
    assert f"/artifacts/{CONSTANTS['SITE']}/index.html" in "".join(job["script"])
    assert job["environment"]["url"] == "$PREVIEW_URL"
    assert "PREVIEW_URL=" in "".join(job["script"])
