# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Turns modules of our own into an archive of bytecode that the browser's Python reads without compiling.

Compiling the grading package in the browser takes a quarter of a second, every time a page starts Python.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Mapping
from pathlib import Path

from .building import HERE, archive, write_for_node
from .fetching import core, core_files
from .node import run_node
from .progress import Progress
from .store import cache_folder, sha256, write_whole

FOLDER = "grading"
INPUTS = ("bytecode.py", "compiled.py", "run.mjs")


def compile_grading(root: Path, sources: Mapping[str, bytes], progress: Progress) -> Path:
    """The archive of these modules, by their path in it, made or taken from the cache.

    The same input gives the same bytes. Raises AssetsError or NodeError.
    """
    kept = cache_folder() / "bytecode" / f"{_input_digest(sources)}.zip"
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        write_whole(kept, _compile(sources, core_files(root, progress)))
    return kept


def _input_digest(sources: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in INPUTS:
        digest.update((HERE / name).read_bytes())
    for name, content in sorted(sources.items()):
        digest.update(f"{name} {sha256(content)}\n".encode())
    for wanted in core():
        digest.update(f"{wanted.name} {wanted.sha256}\n".encode())
    return digest.hexdigest()[:16]


def _compile(sources: Mapping[str, bytes], files: Mapping[str, bytes]) -> bytes:
    with tempfile.TemporaryDirectory(prefix="forum-") as folder:
        tree = Path(folder) / "tree"
        for name, content in sources.items():
            target = tree / FOLDER / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        (tree / "usual.txt").write_text("".join(f"{FOLDER}/{name}\n" for name in sorted(sources)), encoding="utf-8")
        write_for_node(Path(folder) / "core", files)
        run_node(HERE / "run.mjs", Path(folder) / "core", tree, HERE / "compiled.py")
        return archive(tree / FOLDER)
