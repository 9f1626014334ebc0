# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the measurements share: the site, a browser with an empty or a filled cache, medians, a table."""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from statistics import median
from typing import Any
from urllib.request import Request, urlopen

from playwright.sync_api import BrowserContext, Playwright

from transferforum.workshop import build_site

ROOT = Path(__file__).parent.parent
SITE = ROOT / "build" / "site"
LESSONS = "kurse/baeume-und-hitze"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge", "chrome")


def runs(description: str) -> int:
    """How often to measure, from the command line."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--runs", type=int, default=5)
    count: int = parser.parse_args().runs
    return count


def built_site() -> Path:
    """The site as it is published."""
    problems = build_site(ROOT, SITE, jobs=os.cpu_count() or 1, quiet=True)
    if problems:
        sys.exit("\n".join(map(str, problems)))
    return SITE


@contextmanager
def visitor(playwright: Playwright, **settings: Any) -> Iterator[BrowserContext]:
    """A browser that has never been anywhere; what it loads stays in its cache until the block ends."""
    path = os.environ.get("FORUM_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        sys.exit("Chromium is missing. FORUM_CHROMIUM may name one.")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        context = playwright.chromium.launch_persistent_context(profile, executable_path=path, args=FLAGS, **settings)
        context.set_default_timeout(180_000)
        try:
            yield context
        finally:
            context.close()


def let_compress(address: str, folder: Path) -> None:
    """Ask the server for every file once: it compresses on the first request, which would count as ours."""
    for path in folder.rglob("*"):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            with urlopen(Request(f"{address}/{name}", headers={"Accept-Encoding": "gzip"})) as response:
                response.read()


def cells_of(page: Path) -> tuple[dict[str, Any], ...]:
    """What the cells of a page are configured with, in order."""
    configs = re.findall(r"<forum-cell[^>]*data-config=(?:'([^']*)'|\"([^\"]*)\")", page.read_text(encoding="utf-8"))
    return tuple(json.loads(unescape(single or double)) for single, double in configs)


@dataclass(slots=True)
class Series:
    """Milliseconds or bytes, by what was measured."""

    values: dict[str, list[float]]

    def add(self, name: str, value: float) -> None:
        """Keep a figure, and say it at once: a measurement may be stopped."""
        self.values.setdefault(name, []).append(value)
        print(f"  {name}: {value:.0f}", file=sys.stderr, flush=True)

    def median(self, name: str) -> float:
        return median(self.values[name])

    def row(self, name: str, unit: str = "ms") -> str:
        """`name   median (least to most)`"""
        found = self.values[name]
        return f"{name:<44}{median(found):>9.0f} {unit:<3} ({min(found):.0f} to {max(found):.0f}, {len(found)} runs)"


def print_machine(context: BrowserContext | None = None) -> None:
    """On what it was measured."""
    browser = context.browser if context else None
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    about = (
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}{load}"
    )
    print(about + (f", Chromium {browser.version}" if browser else ""), flush=True)


def print_rows(
    series: Series, ratios: Sequence[tuple[str, str]] = (), goals: Mapping[str, float] | None = None
) -> None:
    """The medians, then each ratio `(name, compared with)`."""
    for name in series.values:
        goal = (goals or {}).get(name)
        print(series.row(name) + (f"  goal: below {goal:.0f}" if goal else ""))
    for name, other in ratios:
        print(f"{name} / {other}: {series.median(name) / series.median(other):.2f}")
