# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long from a save to the reloaded page in Chromium: `forum preview` beside `sphinx-autobuild`, in turns.

Both show a copy of their own of the same forum, with the same `conf.py` and the same builder: today's forum and one of
200 courses. sphinx-autobuild bundles styles by `--pre-build`, and only where one is changed; it is installed into a
folder of its own, for nothing else needs it. Its reload is an inline script, which the policy of our pages forbids, so
its page is loaded again as soon as it is served anew: it is measured a little too well.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

from large import copy_forum, repeat_courses
from measuring import LESSONS, Series, print_machine, print_rows, visitor
from playwright.sync_api import BrowserContext, Error, Page, sync_playwright

from transferforum.assets import build_web

GOAL = 0.5
LARGE = 200
AUTOBUILD = "sphinx-autobuild==2025.8.25"
PATIENCE = 900
"""Seconds for a first build or a change."""
PAUSE = 4
"""Seconds before each change: what a tool does after it has shown the last one is not to meet the next."""
COURSE = "courses/baeume-und-hitze"
LESSON = f"{COURSE}/baumliste.md"
PAGE = f"{LESSONS}/baumliste.html"
EXERCISE = "exercises/baumliste-lesen"
STYLE = "src/transferforum/web/css/base.css"


@dataclass(frozen=True)
class Case:
    """A change that an author saves, and what the page shows another of then (an expression in the page)."""

    name: str
    save: Callable[[Path, int], None]
    shown: str


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    changed = re.sub(old, new, text, count=1, flags=re.MULTILINE)
    if changed == text:
        raise ValueError(f"{path} has nothing like {old}")
    path.write_text(changed, encoding="utf-8")


def save_text(root: Path, number: int) -> None:
    replace(root / LESSON, r"^## ", f"Das ist der neue Satz {number}.\n\n## ")


def save_code(root: Path, number: int) -> None:
    replace(root / LESSON, r"^(```\{code-cell\}.*\n)", rf"\1print({number})\n")


def save_exercise(root: Path, number: int) -> None:
    replace(root / EXERCISE / "exercise.md", r"^(  title: \"?)", rf"\g<1>Neu{number} ")


def save_data(root: Path, number: int) -> None:
    path = min((root / EXERCISE / "data").glob("*.csv"))
    path.write_bytes(path.read_bytes() + b"\n")


def save_course(root: Path, number: int) -> None:
    replace(root / COURSE / "course.toml", r'^title = "', f'title = "Neu{number} ')


def save_style(root: Path, number: int) -> None:
    path = root / STYLE
    path.write_text(f"{path.read_text(encoding='utf-8')}\n:root {{ tab-size: {10 + number}; }}\n", encoding="utf-8")


CASES = (
    Case("lesson, text", save_text, "document.querySelector('.forum-text').textContent.match(/neue Satz \\d+/)?.[0]"),
    Case(
        "lesson, code",
        save_code,
        "document.querySelector('forum-cell .forum-cell__output').textContent.match(/^\\s*\\d+/)?.[0]",
    ),
    Case("exercise", save_exercise, "document.querySelector('.forum-exercise__title').textContent"),
    Case("data of an exercise", save_data, "document.querySelector('forum-exercise').dataset.config"),
    Case("course.toml", save_course, "document.querySelector('.forum-course').textContent"),
)
STYLED = Case("style", save_style, "getComputedStyle(document.documentElement).tabSize")


def install_autobuild(folder: Path) -> Path:
    """sphinx-autobuild and what it needs beyond Sphinx."""
    names = (AUTOBUILD, "colorama", "starlette", "uvicorn", "websockets", "click", "h11")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder), *names]
    subprocess.run(command, check=True)
    return folder


@contextmanager
def running(command: list[str], root: Path, port: int, *more: Path) -> Iterator[str]:
    """The address of a server that this command starts in this folder, once the page is there."""
    paths = os.pathsep.join(map(str, (root / "src", *more)))
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONUNBUFFERED": "1"}
    address = f"http://127.0.0.1:{port}"
    with root.with_name(f"{port}.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=root, env=environment, stdout=log, stderr=log)
        try:
            wait_until(lambda: answers(f"{address}/{PAGE}"))
            yield address
        finally:
            process.terminate()
            process.wait()


def answers(address: str) -> bool:
    try:
        with build_opener(ProxyHandler({})).open(address, timeout=10) as answer:
            return b"forum-text" in answer.read()
    except (URLError, OSError):
        return False


def wait_until(true: Callable[[], bool], pause: float = 0.5) -> None:
    end = time.perf_counter() + PATIENCE
    while not true():
        if time.perf_counter() > end:
            raise TimeoutError("it never came")
        time.sleep(pause)


def preview(root: Path, port: int) -> list[str]:
    return [sys.executable, "-m", "transferforum.cli", "--root", str(root), "preview", "--port", str(port)]


def autobuild(root: Path, port: int, *, styles: bool) -> list[str]:
    bundle = f"import pathlib, transferforum.assets as a; a.build_web(pathlib.Path('{root}'))"
    before = ["--pre-build", f'{sys.executable} -c "{bundle}"'] if styles else []
    ignored = [part for name in ("build", ".cache", "node_modules") for part in ("--ignore", f"{root}/{name}/*")]
    out = ["-b", "forum", "-d", "build/.autobuild", "-D", "forum_web=build/web", ".", "build/autobuild"]
    return [sys.executable, "-m", "sphinx_autobuild", "--port", str(port), *ignored, *before, *out]


def time_of(page: Page, case: Case, root: Path, number: int, *, reloads: bool) -> float:
    """Milliseconds from the save to the page that shows it; a page that does not reload is helped."""
    before, served = page.evaluate(case.shown), content_of(page.url)
    began = time.perf_counter()
    case.save(root, number)

    def is_shown() -> bool:
        try:
            if not reloads and content_of(page.url) != served:
                page.reload(wait_until="domcontentloaded")
            now = page.evaluate(case.shown)
        except (Error, HTTPException, OSError):  # the page is just being loaded again, or written
            return False
        return bool(now) and now != before

    wait_until(is_shown, pause=0.005)
    return (time.perf_counter() - began) * 1000


def content_of(address: str) -> bytes:
    with build_opener(ProxyHandler({})).open(address, timeout=60) as answer:
        found: bytes = answer.read()
    return found


def open_at(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(f"{address}/{PAGE}")
    return page


def measure(name: str, courses: int, count: int, tool: Path, context: BrowserContext, series: Series) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, ExitStack() as both:
        ours, theirs = Path(folder, "ours"), Path(folder, "theirs")
        for root in (ours, theirs):
            copy_forum(root)
            repeat_courses(root, courses)
        build_web(theirs)
        mine = open_at(context, both.enter_context(running(preview(ours, 8902), ours, 8902)))
        for cases, styles in ((CASES, False), ((STYLED,), True)):
            with running(autobuild(theirs, 8901, styles=styles), theirs, 8901, tool) as address:
                other = open_at(context, address)
                for case in cases:
                    for number in range(1, count + 1):
                        for tool_name, page, root in (("autobuild", other, theirs), ("preview", mine, ours)):
                            time.sleep(PAUSE)
                            series.add(
                                f"{name}, {case.name}, {tool_name}",
                                time_of(page, case, root, number, reloads=page is mine),
                            )
                other.close()
        mine.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--courses", type=int, default=LARGE)
    options = parser.parse_args()
    series = Series({})
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        visitor(playwright) as context,
    ):
        tool = install_autobuild(Path(folder))
        print_machine(context)
        sizes = {"today": 0, f"{options.courses} courses": options.courses} if options.courses else {"today": 0}
        for name, courses in sizes.items():
            measure(name, courses, options.runs, tool, context, series)
        names = [f"{name}, {case.name}" for name in sizes for case in (STYLED, *CASES)]
    print_rows(series, [(f"{name}, preview", f"{name}, autobuild") for name in names])
    print(f"goal of the ratios: at most {GOAL}")


if __name__ == "__main__":
    main()
