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

from large import copy_forum
from measuring import ROOT, Series, print_machine, print_rows, runs

from transferforum import assets

LESSON = "courses/baeume-und-hitze/erste-zelle.md"


def build(root: Path) -> float:
    """Milliseconds that `forum build` takes."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "transferforum.cli", "--root", str(root), "build", "--quiet"]
    subprocess.run(command, check=True, cwd=root)
    return (time.perf_counter() - began) * 1000


def measure(series: Series) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "forum")
        copy_forum(root)
        shutil.rmtree(root / ".cache", ignore_errors=True)
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
