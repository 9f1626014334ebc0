# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What all tests share: the corpus of small forums, and the real one."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from filelock import FileLock

from transferforum.content import load
from transferforum.model import Forum
from transferforum.workshop import build_site

ROOT = Path(__file__).parent.parent
CORPUS = Path(__file__).parent / "corpus"


def pytest_sessionstart(session: pytest.Session) -> None:
    """The report of a run says which commit was tested, and whether files were changed since.

    Not by pytest's fixture for that: where tests run side by side it speaks to a process that writes no report.
    """
    command = ["git", "describe", "--always", "--dirty", "--abbrev=7", "--exclude=*"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return
    for plugin in session.config.pluginmanager.get_plugins():
        if hasattr(plugin, "add_global_property"):
            plugin.add_global_property("commit", done.stdout.strip())


def overlay(case: Path, target: Path) -> None:
    """Make a copy of the good forum and put a bad case's files over it."""
    shutil.copytree(CORPUS / "good", target, dirs_exist_ok=True)
    for path in case.rglob("*"):
        if path.is_file() and path.name not in {"expected.txt", "delete.txt"}:
            goal = target / path.relative_to(case)
            goal.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, goal)
    deletions = case / "delete.txt"
    for name in deletions.read_text(encoding="utf-8").split() if deletions.exists() else ():
        (target / name).unlink()


def stand_in_web(folder: Path) -> Path:
    """Empty files in the place of scripts and styles, for builds whose pages only name them."""
    folder.mkdir(exist_ok=True)
    scripts = {
        name: f"{name}.1.js" for name in ("main", "editor", "worker", "sheet", "certificate", "finder", "search")
    }
    names = scripts | {"forum.css": "forum.1.css", "favicon.svg": "favicon.1.svg"}
    for name in names.values():
        (folder / name).touch()
    (folder / "manifest.json").write_text(json.dumps(names), encoding="utf-8")
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the smallest sound forum, to change at will."""
    return Path(shutil.copytree(CORPUS / "good", tmp_path / "forum"))


@pytest.fixture
def ready(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small forum as an operator would publish it: all settings, all owed pages, on a day in November 2026."""
    set_today(monkeypatch, "2026-11-24")
    shutil.copy(CORPUS / "release/forum.toml", small / "forum.toml")
    shutil.copytree(ROOT / "docs/rechtliches", small / "docs/rechtliches")
    return small


def set_today(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    """Say which day it is."""
    moment = datetime.fromisoformat(f"{day}T12:00:00+00:00")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))


@pytest.fixture
def edit(small: Path) -> Callable[[str, str, str], Path]:
    """Replaces text in a file of the small forum; fails when the text is not there."""

    def replace(name: str, old: str, new: str) -> Path:
        path = small / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        return path

    return replace


@pytest.fixture(scope="session")
def forum() -> Forum:
    """The real forum of this repository."""
    return load(ROOT)[0]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The real site, built as `forum build` does; once, for all processes that share a run of tests."""
    out = ROOT / "build" / "site"
    own = tmp_path_factory.getbasetemp()
    built = (own if worker_id == "master" else own.parent) / "site-is-built"
    with FileLock(f"{built}.lock"):
        if not built.exists():
            problems = build_site(ROOT, out, jobs=os.cpu_count() or 1, quiet=True)
            assert [str(problem) for problem in problems] == []
            built.touch()
    return out
