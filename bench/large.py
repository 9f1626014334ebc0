# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A forum as large as one likes: a copy of this one, whose courses are repeated under other ids."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from measuring import ROOT

FILES = ("*.md", "*.toml", "conf.py", "package*.json")
FOLDERS = ("courses", "docs", "exercises", ".cache", "src", "tests")
_NAMED = re.compile(r"^(```+\{(?:exercise|quiz|decision)\} +)([\w-]+)", re.MULTILINE)
_ID = re.compile(r'^( *id *[:=] *"?)([\w-]+)', re.MULTILINE)
_COURSE = re.compile(r"^( +course: *)([\w-]+)", re.MULTILINE)
_ALIASES = re.compile(r"^ *aliases *[:=].*\n", re.MULTILINE)


def repeat_courses(root: Path, count: int) -> None:
    """Add copies of the courses below `root`, each with its exercises, until there are so many."""
    sources = sorted(path.parent for path in root.glob("courses/*/course.toml"))
    exercises = {path: _course_of(path / "exercise.md") for path in sorted(root.glob("exercises/*"))}
    for number in range(count - len(sources)):
        source = sources[number % len(sources)]
        ending = f"-{number // len(sources) + 2}"
        _copy(source, ending)
        for folder, course in exercises.items():
            if course == source.name:
                _copy(folder, ending)


def _course_of(exercise: Path) -> str:
    found = _COURSE.search(exercise.read_text(encoding="utf-8"))
    return found[2] if found else ""


def _copy(source: Path, ending: str) -> None:
    target = source.with_name(source.name + ending)
    shutil.copytree(source, target)
    for path in target.glob("*.*"):
        if path.suffix not in {".md", ".toml"}:
            continue
        text = _NAMED.sub(rf"\1\2{ending}", path.read_text(encoding="utf-8"))
        if path.name in {"course.toml", "exercise.md"}:
            text = _ID.sub(rf"\1\2{ending}", text, count=1)
            text = _COURSE.sub(rf"\1\2{ending}", text, count=1)
        path.write_text(_ALIASES.sub("", text), encoding="utf-8")


def copy_forum(target: Path) -> None:
    """What a build reads, with results of code that has run already; npm packages are shared."""
    target.mkdir(parents=True)
    for pattern in (*FILES, *FOLDERS):
        for path in ROOT.glob(pattern):
            copy = shutil.copytree if path.is_dir() else shutil.copyfile
            copy(path, target / path.name)
    (target / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
