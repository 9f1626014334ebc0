# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Grades an answer: run it afresh, let the exercise's check look at it, and do both again on other data."""

from __future__ import annotations

import importlib.util
import json
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import ModuleType

from .findings import Finding, Findings, NotYet, Verdict
from .run import Run
from .runner import RunResult, Session, fresh_folder

HARD_CODED = NotYet(
    "Mit diesen Daten stimmt Ihr Ergebnis. Mit anderen Daten stimmt es nicht mehr.",
    next="Steht ein abgelesener Wert fest in Ihrem Code? Lassen Sie Python ihn aus den Daten berechnen.",
)
CHECK_BROKE = NotYet(
    "Die Prüfung kommt mit Ihrem Ergebnis nicht zurecht.",
    next="Lassen Sie sich das Ergebnis in der letzten Zeile anzeigen und vergleichen Sie es mit der Aufgabe.",
)


@dataclass(frozen=True, kw_only=True)
class Task:
    """What grading needs of an exercise: code that runs first, its check, its data and their generator."""

    id: str
    setup: str
    seed: int
    files: Mapping[str, bytes] = field(default_factory=dict)
    check: Callable[[Run], Findings]
    generate: Callable[[int], Mapping[str, bytes]] | None = None

    @cached_property
    def other_files(self) -> Mapping[str, bytes]:
        """The same data of another seed."""
        return self.files_of(self.seed + 1)

    def files_of(self, seed: int) -> Mapping[str, bytes]:
        """The data of a seed, by path from the exercise's folder."""
        if self.generate is None:
            return self.files
        return {f"data/{name}": content for name, content in self.generate(seed).items()}


def load_task(folder: Path) -> Task:
    """The task in a folder: `exercise.json` (id, setup, seed), `check.py`, and `data/` with its `generate.py`."""
    about = json.loads((folder / "exercise.json").read_text(encoding="utf-8"))
    data = folder / "data"
    generator = data / "generate.py"
    files = {f"data/{path.name}": path.read_bytes() for path in sorted(data.glob("*")) if path.is_file()}
    files.pop("data/generate.py", None)
    return Task(
        id=about["id"],
        setup=about["setup"],
        seed=about["seed"],
        files=files,
        check=load_module(folder / "check.py").check,
        generate=load_module(generator).generate if generator.is_file() else None,
    )


def load_module(path: Path) -> ModuleType:
    """The module in a file, under a name of its own, so that two `check.py` never meet."""
    name = "forum_" + "".join(sign if sign.isalnum() else "_" for sign in str(path.with_suffix("")))
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"not a Python file: {path}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = before
    return module


def run(task: Task, code: str, own_files: Mapping[str, bytes] | None = None) -> RunResult:
    """Run the setup and the learner's code in a new namespace, as Ausführen does.

    `own_files` of the learner stand in for files of the task; grading never sees them.
    """
    with fresh_folder({**task.files, **(own_files or {})}) as folder:
        return _run_in(folder, task, code)[0]


def grade(task: Task, code: str) -> Verdict:
    """The verdict on an answer, as Prüfen gives it."""
    verdict = _grade_on(task, code, task.files)
    if not verdict.passed or task.generate is None:
        return verdict
    if _grade_on(task, code, task.other_files, visible=False).passed:
        return verdict
    return Verdict(findings=(*verdict.findings, HARD_CODED), outputs=verdict.outputs)


def _grade_on(task: Task, code: str, files: Mapping[str, bytes], *, visible: bool = True) -> Verdict:
    with fresh_folder(files) as folder:
        result, namespace = _run_in(folder, task, code, draw=visible)
        if result.error:
            return Verdict(error=result.error, outputs=result.outputs)
        seen = Run(namespace=namespace, outputs=result.outputs, result=result.result, source=code, folder=folder)
        findings, fault = _collect(task.check, seen)
    return Verdict(findings=findings, outputs=result.outputs, fault=fault)


def _run_in(folder: Path, task: Task, code: str, *, draw: bool = True) -> tuple[RunResult, dict[str, object]]:
    session = Session(folder, name="vorbereitung", guarded=True, draw=draw)
    prepared = session.run(task.setup)
    if prepared.error:
        return prepared, session.namespace
    session.name = "ihr code"
    return session.run(code), session.namespace


def _collect(check: Callable[[Run], Findings], seen: Run) -> tuple[tuple[Finding, ...], str]:
    findings: list[Finding] = []
    try:
        for finding in check(seen):
            findings.append(finding)  # noqa: PERF402 - what was found before a raise counts
    except NotYet as finding:
        findings.append(finding)
    except Exception:  # noqa: BLE001 - a learner never sees a traceback of ours; tests do
        findings.append(CHECK_BROKE)
        return tuple(findings), traceback.format_exc()
    return tuple(findings), ""
