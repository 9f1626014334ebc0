# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker in the page calls: strings in, JSON out."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from .grade import Task, grade, load_task, run
from .runner import Session

_lessons: dict[str, Session] = {}
_folders: dict[str, Path] = {}


def open_lesson(session: str, folder: str) -> None:
    """Begin a lesson: a new namespace; its code runs in `folder`, which holds `data/`."""
    _lessons[session] = Session(Path(folder))


def run_cell(session: str, code: str) -> str:
    """Run a cell of a lesson; its names stay for the next cell. Gives a RunResult."""
    return json.dumps(_lessons[session].run(code).as_json())


def open_exercise(exercise: str, folder: str) -> None:
    """Name the folder that holds the exercise's files."""
    _folders[exercise] = Path(folder)
    _task.cache_clear()


def run_exercise(exercise: str, code: str) -> str:
    """Run setup and code in a new namespace. Gives a RunResult."""
    return json.dumps(run(_task(exercise), code).as_json())


def check_exercise(exercise: str, code: str) -> str:
    """Grade the code. Gives a Verdict."""
    return json.dumps(grade(_task(exercise), code).as_json())


@cache
def _task(exercise: str) -> Task:
    return load_task(_folders[exercise])
