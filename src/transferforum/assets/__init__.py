# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the browser needs beside the pages: Python (fetched, verified, prepared) and the site's scripts and styles.

`sources.toml` says what and from where; `fetch` brings it into the cache, `prepare` makes the folder that is
published, `pack` makes an archive for an operator's own mirror, `verify` looks for faults. `build_web` bundles.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from . import building, bytecode, fetching, snapshot
from .building import Prepared
from .fetching import AssetsError
from .node import NodeError
from .packing import pack, verify
from .progress import Progress, reporting
from .web import build_web

__all__ = [
    "AssetsError",
    "NodeError",
    "Prepared",
    "build_web",
    "compile_grading",
    "fetch",
    "make_snapshot",
    "pack",
    "prepare",
    "verify",
]


def fetch(root: Path, progress: Progress | None = None) -> dict[str, bytes]:
    """All files of Python for the browser as their project publishes them. Raises AssetsError."""
    with reporting(progress) as report:
        return fetching.everything(root, report)


def prepare(root: Path, progress: Progress | None = None) -> Prepared:
    """The folder that the site publishes, in `build/assets/python`. Raises AssetsError or NodeError."""
    with reporting(progress) as report:
        return building.prepare(root, fetching.everything(root, report), report)


def compile_grading(root: Path, sources: Mapping[str, bytes], progress: Progress | None = None) -> Path:
    """An archive of these modules as bytecode for the browser. Raises AssetsError or NodeError."""
    with reporting(progress) as report:
        return bytecode.compile_grading(root, sources, report)


def make_snapshot(prepared: Prepared, grading: Path, progress: Progress | None = None) -> Path:
    """The memory of a Python that has started with this archive of grading. Raises NodeError."""
    with reporting(progress) as report:
        return snapshot.make_snapshot(prepared, grading, report)
