# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long a build takes: cold (nothing but what is fetched is there), again, and after one lesson was edited.

A copy of the forum is built, in processes of its own, so that nothing here is touched and nothing is warm.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measuring import ROOT, Series, print_machine, print_rows, runs

from transferforum import assets

CONTENT = ("*.md", "*.toml", "conf.py", "package*.json", "courses", "docs", "exercises")
LESSON = "courses/baeume-und-hitze/erste-zelle.md"


def copy_forum(target: Path) -> None:
    """What a build reads; npm packages are shared."""
    for path in (path for pattern in CONTENT for path in ROOT.glob(pattern)):
        copy = shutil.copytree if path.is_dir() else shutil.copyfile
        copy(path, target / path.name)
    (target / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)


def build(root: Path) -> float:
    """Milliseconds that `forum build` takes."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "transferforum.cli", "--root", str(root), "build", "--quiet"]
    subprocess.run(command, check=True, cwd=root)
    return (time.perf_counter() - began) * 1000


def measure(series: Series) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        copy_forum(root)
        series.add("cold build", build(root))
        series.add("second build", build(root))
        lesson = root / LESSON
        lesson.write_text(lesson.read_text(encoding="utf-8") + "\nNoch ein Satz.\n", encoding="utf-8")
        series.add("one lesson edited", build(root))


def main() -> None:
    count = runs(__doc__ or "")
    assets.prepare(ROOT)
    print_machine()
    series = Series({})
    for _ in range(count):
        measure(series)
    print_rows(series)


if __name__ == "__main__":
    main()
