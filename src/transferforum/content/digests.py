# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Digests of content: what a result depends on, as one short text that changes when any of it does."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import metadata
from pathlib import Path

from ..model import BROWSER_PACKAGES, DataSet, Exercise
from .memory import Mark, mark

LENGTH = 12


def digest(*parts: object) -> str:
    """A digest of texts, bytes and plain values; short enough for an address."""
    total = hashlib.sha256()
    for part in parts:
        content = part if isinstance(part, bytes) else json.dumps(part, sort_keys=True, default=str).encode()
        total.update(str(len(content)).encode() + b":" + content)
    return total.hexdigest()[:LENGTH]


def files_digest(paths: Iterable[Path]) -> str:
    """A digest of files' names and contents."""
    ordered = sorted(paths)
    return _files_digest(tuple(ordered), mark(ordered))


@lru_cache(maxsize=8192)
def _files_digest(paths: tuple[Path, ...], _: Mark) -> str:
    return digest(*(part for path in paths for part in (path.name, path.read_bytes())))


def run_digest(cells: Iterable[str], data: DataSet | None) -> str:
    """The key of a run of cells: code, data files, our helpers, and the versions of Python and the packages."""
    return digest(list(cells), files_digest(data.files) if data else "", _helpers(), _versions())


def exercise_files(exercise: Exercise) -> Mapping[str, bytes]:
    """What grading in a browser or in Jupyter needs of an exercise, by name below its folder."""
    about = {"id": exercise.id, "setup": exercise.setup, "seed": exercise.data.seed if exercise.data else 0}
    files = {
        "exercise.json": json.dumps(about, ensure_ascii=False).encode(),
        "check.py": exercise.check.read_bytes(),
    }
    if exercise.data:
        files["data/generate.py"] = exercise.data.generator.read_bytes()
        files |= {f"data/{path.name}": path.read_bytes() for path in exercise.data.files}
    return files


def exercise_digest(exercise: Exercise) -> str:
    """A digest of everything a reader gets of an exercise, task, hints and solution included."""
    files = exercise_files(exercise)
    return digest(exercise.path.read_bytes(), *(part for name in sorted(files) for part in (name, files[name])))


def grading_files() -> Mapping[str, bytes]:
    """The grading package as it travels to the browser and into notebooks, by path."""
    package = Path(__file__).parent.parent
    sources = {f"transferforum/grading/{path.name}": path.read_bytes() for path in (package / "grading").glob("*.py")}
    return {"transferforum/__init__.py": (package / "__init__.py").read_bytes(), **sources}


@cache
def _helpers() -> str:
    files = grading_files()
    return digest(*(part for name in sorted(files) for part in (name, files[name])))


@cache
def _versions() -> tuple[str, ...]:
    return (sys.version.split()[0], *(f"{name} {_version(name)}" for name in BROWSER_PACKAGES))


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "-"
