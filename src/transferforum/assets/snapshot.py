# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Makes the memory of a Python that has started: a browser that has it need not start Python step by step.

Pyodide calls it a memory snapshot, and experimental. It is used only where the browser has it in its cache already, and
a start that fails with it is done again without (`web/worker.js`). It fits one Pyodide and one grading package.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from .building import HERE, Prepared, write_for_node
from .fetching import core
from .node import run_node
from .progress import Progress
from .store import cache_folder, write_whole

BOOT = HERE.parent / "web" / "boot.js"
SCRIPT = HERE / "snapshot.mjs"


def make_snapshot(prepared: Prepared, grading: Path, progress: Progress) -> Path:
    """The memory with this grading package, compressed with gzip; made or taken from the cache. Raises NodeError.

    Its name is the digest of what it is made of: two machines make memories that differ in addresses, and both fit.
    """
    kept = cache_folder() / "snapshots" / f"{_input_digest(prepared, grading)}.bin"
    if not kept.is_file():
        progress.say("Merke den gestarteten Zustand von Python (einmalig) …")
        kept.parent.mkdir(parents=True, exist_ok=True)
        write_whole(kept, gzip.compress(_make(prepared, grading), compresslevel=9, mtime=0))
    return kept


def _input_digest(prepared: Prepared, grading: Path) -> str:
    digest = hashlib.sha256(prepared.digest.encode())
    for path in (grading, BOOT, SCRIPT, Path(__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _make(prepared: Prepared, grading: Path) -> bytes:
    with tempfile.TemporaryDirectory(prefix="forum-") as folder:
        work = Path(folder)
        write_for_node(work / "core", _core_files(prepared))
        # Node takes it for a module by its name only.
        boot = work / "boot.mjs"
        boot.write_bytes(BOOT.read_bytes())
        # Node has its language from the environment, and with it how it calls a time zone.
        run_node(SCRIPT, work / "core", grading, boot, work / "memory", env={**os.environ, "LC_ALL": "de_DE.UTF-8"})
        return (work / "memory").read_bytes()


def _core_files(prepared: Prepared) -> Mapping[str, bytes]:
    return {wanted.name: (prepared.path / wanted.name).read_bytes() for wanted in core()}
