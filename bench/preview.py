# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long from a save to the reloaded page in Chromium: `forum preview` beside `sphinx-autobuild`, in turns.

Both show a copy of their own of the same forum, with the same `conf.py` and the same builder: today's forum and one of
200 courses. sphinx-autobuild bundles styles by `--pre-build`, and only in the series that changes one.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from large import copy_forum, repeat_courses
from measuring import LESSONS, ROOT, Series, print_machine, visitor
from playwright.sync_api import Page, sync_playwright

GOAL = 0.5
COURSES = 200
AUTOBUILD = "sphinx-autobuild==2025.8.25"
PATIENCE = 600_000
COURSE = "courses/baeume-und-hitze"
PAGE = f"{LESSONS}/erste-zelle.html"
EXERCISE_PAGE = f"{LESSONS}/baumliste.html"
LESSON = f"{COURSE}/erste-zelle.md"
EXERCISE = "exercises/baumliste-lesen"
STYLE = "src/transferforum/web/preview-bench.css"
# Resolves in a page that was loaded after the one in which it was marked, once it says what it should.
FRESH = "(word) => !window.benchOld && document.documentElement.outerHTML.includes(word)"


class Case:
    """One kind of change: `save` writes it and gives a word that the new page has and the old one has not."""

    def __init__(self, name: str, page: str, save: Callable[[Path, int], str]) -> None:
        self.name, self.page, self.save = name, page, save


def lesson_text(root: Path, number: int) -> str:
    return _replace(root / LESSON, r"\n## ", f"\n\nEin neuer Satz, Nummer {number}-neu.\n\n## ", f"Nummer {number}-neu")


def lesson_code(root: Path, number: int) -> str:
    fence = "```{code-cell}"
    return _replace(root / LESSON, re.escape(fence) + r"[^\n]*\n", f"\\g<0>neu = {number}9{number}\n", f"{number}9{number}")


def exercise(root: Path, number: int) -> str:
    return _replace(root / EXERCISE / "exercise.md", r"\n  title: ", f"\n  title: Neu{number}x ", f"Neu{number}x")


def data(root: Path, number: int) -> str:
    """The address of the exercise's files has the digest of its data."""
    path = next((root / EXERCISE / "data").glob("*.csv"))
    before = _digest(root)
    path.write_bytes(path.read_bytes() + b"\n")
    return f"!{before}"


def course(root: Path, number: int) -> str:
    return _replace(root / COURSE / "course.toml", r'\ntitle = "', f'\ntitle = "Neu{number}y ', f"Neu{number}y")


def _digest(root: Path) -> str:
    return ""


def _replace(path: Path, old: str, new: str, word: str) -> str:
    text = path.read_text(encoding="utf-8")
    changed = re.sub(old, new, text, count=1)
    if changed == text:
        raise ValueError(f"{path} has nothing like {old}")
    path.write_text(changed, encoding="utf-8")
    return word
