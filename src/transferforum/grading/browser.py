# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the worker in the page calls: strings in, JSON out.

Grading is loaded with the first exercise, which happens while nobody waits; a cell needs the runner only.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from .runner import Session

if TYPE_CHECKING:
    from .grade import Task

_lessons: dict[str, Session] = {}
_folders: dict[str, Path] = {}
_own_files: dict[str, dict[str, bytes]] = {}
"""What learners put in place of an exercise's files: for running, never for grading."""


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


def replace_file(exercise: str, path: str, content: bytes | None) -> None:
    """From now on run the exercise with this content of `data/…`; None: with its own again."""
    files = _own_files.setdefault(exercise, {})
    files.pop(path, None)
    if content is not None:
        files[path] = bytes(content)


def run_exercise(exercise: str, code: str) -> str:
    """Run setup and code in a new namespace, with the learner's own file where there is one. Gives a RunResult."""
    from .grade import run

    return json.dumps(run(_task(exercise), code, _own_files.get(exercise)).as_json())


def check_exercise(exercise: str, code: str) -> str:
    """Grade the code, on the exercise's own data. Gives a Verdict."""
    from .grade import grade

    return json.dumps(grade(_task(exercise), code).as_json())


@cache
def _task(exercise: str) -> Task:
    from .grade import load_task

    return load_task(_folders[exercise])
