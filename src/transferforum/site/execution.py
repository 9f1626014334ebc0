# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Runs the code cells of pages at build time, once per content: results are kept under a digest of all they depend on.

The cells run in a process of their own through the same runner as in the browser, so the stored output of a page
is what a reader gets when running it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ..content.digests import run_digest
from ..model import CodeCell, DataSet, Exercise, Lesson
from ..problems import Problem

TIME_LIMIT = 120
"""Seconds that the cells of one page may take together."""

RAISES, MAY_RAISE = "raises", "may-raise"
"""Tags: a cell that shows an error; a cell in which an error is no fault (the start of an exercise)."""

Result = dict[str, Any]
"""A RunResult as JSON: outputs and error."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """Cells that run one after the other in `folder`; `path` is the file they are from."""

    path: Path
    folder: Path
    cells: tuple[CodeCell, ...]
    data: DataSet | None

    @cached_property
    def digest(self) -> str:
        """The key under which the results are kept."""
        return run_digest((cell.source for cell in self.cells), self.data)


def lesson_job(lesson: Lesson, data: DataSet | None) -> Job:
    """The cells of a lesson."""
    return Job(path=lesson.path, folder=lesson.path.parent, cells=lesson.cells, data=data)


def exercise_job(exercise: Exercise) -> Job:
    """Setup and start code of an exercise: the result that a page shows where nothing can run."""
    setup = CodeCell(source=exercise.setup, line=1)
    start = CodeCell(source=exercise.start.source, line=exercise.start.line, tags=(MAY_RAISE,))
    return Job(path=exercise.path, folder=exercise.folder, cells=(setup, start), data=exercise.data)


class Store:
    """The results of runs in a folder, a file for each digest."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stand_ins: dict[str, list[Result]] = {}
        self._running: set[str] = set()
        self._errors: dict[str, list[Any]] = {}

    def has(self, digest: str) -> bool:
        """True when the results are there."""
        return self._path(digest).is_file()

    def results(self, digest: str) -> list[Result]:
        """The results of the cells, in order. Raises FileNotFoundError for cells that were never run."""
        if digest in self._stand_ins:
            return self._stand_ins[digest]
        results: list[Result] = json.loads(self._path(digest).read_text(encoding="utf-8"))
        return results

    def errors(self, digest: str) -> list[Any]:
        """The error of each cell, None for those without. Raises FileNotFoundError as `results` does."""
        if digest in self._stand_ins:
            return [result["error"] for result in self._stand_ins[digest]]
        if digest not in self._errors:
            self._errors[digest] = [result["error"] for result in self.results(digest)]
        return self._errors[digest]

    def is_running(self, digest: str) -> bool:
        """True as long as what `results` gives only says that the cells are being run."""
        return digest in self._running

    def run_later(self, digest: str, job: Job) -> None:
        """Results that say: these cells are being run."""
        note = {"kind": "text", "text": "Der Code wird gerade ausgeführt …", "stream": "stdout"}
        self._stand_ins[digest] = [{"outputs": [note], "error": None} for _ in job.cells]
        self._running.add(digest)

    def forget_stand_ins(self) -> None:
        """Begin the next build."""
        self._stand_ins.clear()
        self._running.clear()

    def stand_in(self, digest: str, results: list[Result]) -> None:
        """Results for this build only: the cells are run again in the next."""
        self._stand_ins[digest] = results
        self._running.discard(digest)

    def keep(self, digest: str, results: list[Result]) -> None:
        """Keep results; a reader sees all of them or none."""
        self._folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=self._folder)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(results, file)
        Path(name).replace(self._path(digest))
        self._stand_ins.pop(digest, None)
        self._running.discard(digest)

    def _path(self, digest: str) -> Path:
        return self._folder / f"{digest}.json"


def missing(jobs: Iterable[Job], store: Store) -> dict[str, Job]:
    """What has no results yet, by digest."""
    return {job.digest: job for job in jobs if job.cells and not store.has(job.digest)}


def run_missing(jobs: Iterable[Job], store: Store, progress: Callable[[str], None]) -> None:
    """Run what has no results yet, several at a time; says what it does as it goes.

    What had to be broken off gets a stand-in, so that a slow machine does not leave its mark.
    """
    open_jobs = missing(jobs, store)
    if not open_jobs:
        return
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        results = pool.map(run_job, open_jobs.values())
        for number, ((digest, job), result) in enumerate(zip(open_jobs.items(), results, strict=True), 1):
            take(store, digest, job, result)
            progress(f"Code ausgeführt: {number} von {len(open_jobs)} ({job.path.parent.name}/{job.path.stem})")


def take(store: Store, digest: str, job: Job, result: list[Result] | None) -> None:
    """Keep what a run gave; None stands for one that was broken off."""
    if result is None:
        store.stand_in(digest, _broken_off(job))
    else:
        store.keep(digest, result)


def problems(job: Job, store: Store, root: Path) -> Iterable[Problem]:
    """Cells that failed without being marked `raises`, and marked ones that did not fail."""
    for cell, error in zip(job.cells, store.errors(job.digest), strict=True):
        line = cell.line + ((error["line"] or 1) - 1 if error else 0)
        if error and not {RAISES, MAY_RAISE} & set(cell.tags):
            message = f"Der Code dieser Zelle bricht ab: {error['message']} ({error['name']})"
            cure = f"{error['next']} Soll die Zelle einen Fehler zeigen, geben Sie ihr das Merkmal `raises`."
        elif not error and RAISES in cell.tags and not store.is_running(job.digest):
            message = "Die Zelle soll einen Fehler zeigen, läuft aber durch."
            cure = "Nehmen Sie das Merkmal `raises` heraus, oder ändern Sie den Code."
        else:
            continue
        path = job.path.relative_to(root).as_posix()
        yield Problem(path=path, line=line, code="zelle-fehler", message=message, cure=cure)


def run_job(job: Job) -> list[Result] | None:
    """The results of the cells; None when Python crashed or took too long."""
    request = json.dumps([cell.source for cell in job.cells])
    command = [sys.executable, "-m", "transferforum.grading.runner"]
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(
            command,
            input=request,
            cwd=job.folder,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=TIME_LIMIT,
            check=True,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None
    results: list[Result] = json.loads(done.stdout)
    return results


def _broken_off(job: Job) -> list[Result]:
    """Every cell gets the same error: which one it was is not known."""
    error = {
        "name": "Abbruch",
        "message": f"Die Zellen dieser Seite brauchen länger als {TIME_LIMIT} Sekunden, oder Python ist abgestürzt.",
        "next": "Prüfen Sie, ob eine Schleife nicht endet.",
        "line": None,
        "original": "",
    }
    return [{"outputs": [], "error": error} for _ in job.cells]
