# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Executes one exercise in a process of its own, so that nothing it does, or never ends doing, reaches a check.

Started by `checks.running` with a folder as its only argument; reads `request.json` there, writes `answer.json`.
Imports little: this is started once for each exercise.
"""

from __future__ import annotations

import json
import sys
import time
import traceback
from dataclasses import replace
from pathlib import Path
from typing import Any

from .grading.grade import Task, grade, load_module, load_task

REQUEST, ANSWER = "request.json", "answer.json"


def examine(folder: Path, codes: dict[str, str], other_seeds: list[int], seed: int) -> dict[str, Any]:
    """What happened: a verdict for each of `codes` (`solution` is one), wrong data files, seeds that fail.

    `broken` says where the author's own code raised, as (file below `folder`, line, error).
    """
    answer: dict[str, Any] = {"verdicts": {}, "data": [], "seeds": [], "seconds": 0.0}
    try:
        if (folder / "data/generate.py").is_file():
            answer["data"] = _differing(folder / "data", seed)
        if not codes:
            return answer
        task = load_task(folder)
        for name, code in codes.items():
            start = time.perf_counter()
            verdict = grade(task, code)
            if name == "solution":
                answer["seconds"] = time.perf_counter() - start
            answer["verdicts"][name] = {"passed": verdict.passed, "message": verdict.message, "fault": verdict.fault}
        if task.generate:
            solution = codes["solution"]
            answer["seeds"] = [seed for seed in other_seeds if not grade(_of_seed(task, seed), solution).passed]
    except Exception as error:  # noqa: BLE001 - whatever the author's modules raise is reported, never raised
        answer["broken"] = _place(folder, error)
    return answer


def _differing(data: Path, seed: int) -> list[str]:
    """The files that are not what the generator makes, twice the same."""
    there = {
        path.name: path.read_bytes() for path in data.iterdir() if path.is_file() and path.suffix not in {".py", ".pyc"}
    }
    generate = load_module(data / "generate.py").generate
    made: dict[str, bytes] = generate(seed)
    again: dict[str, bytes] = generate(seed)
    names = there.keys() | made.keys()
    return sorted(name for name in names if not there.get(name) == made.get(name) == again.get(name))


def _of_seed(task: Task, seed: int) -> Task:
    return replace(task, seed=seed, files=task.files_of(seed))


def _place(folder: Path, error: Exception) -> tuple[str, int, str]:
    """The last line below `folder` that the error came through."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(folder)]
    text = f"{type(error).__name__}: {error}"
    if not ours:
        return "check.py", 1, text
    return Path(ours[-1].filename).relative_to(folder).as_posix(), ours[-1].lineno or 1, text


def main() -> None:
    """Do what the request says."""
    folder = Path(sys.argv[1])
    request = json.loads((folder / REQUEST).read_text(encoding="utf-8"))
    answer = examine(folder, **request)
    (folder / ANSWER).write_text(json.dumps(answer), encoding="utf-8")


if __name__ == "__main__":
    main()
