# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""`forum assets fetch | pack | verify`: each prints what it did and gives the exit status."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from . import AssetsError, NodeError, packing, prepare
from . import fetch as fetch_files
from .progress import megabytes
from .store import cache_folder

OK = 0
FAULTS = 1


def fetch(root: Path | None = None) -> int:
    """Fetch everything and prepare it for the site."""
    return _reported(lambda: _fetch(root or Path.cwd()))


def pack(out: Path, root: Path | None = None) -> int:
    """Fetch everything and pack it for a mirror."""
    return _reported(lambda: _pack(root or Path.cwd(), out))


def verify(root: Path | None = None) -> int:
    """Name what is missing or damaged."""
    faults = packing.verify(root or Path.cwd())
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        print("So beheben Sie es: Rufen Sie `forum assets fetch` auf.", file=sys.stderr)
        return FAULTS
    print(f"Alle Dateien für Python im Browser sind da und unverändert ({cache_folder()}).")
    return OK


def _fetch(root: Path) -> str:
    prepared = prepare(root)
    return (
        f"Python für den Browser liegt in {prepared.path.relative_to(root)}. Eine Seite lädt davon "
        f"{megabytes(prepared.core_bytes)}, mit pandas {megabytes(prepared.core_bytes + prepared.packages['pandas'])}."
    )


def _pack(root: Path, out: Path) -> str:
    packing.pack(fetch_files(root), out)
    return (
        f"Gepackt: {out} ({megabytes(out.stat().st_size)}). Entpacken Sie das Archiv auf Ihrem Spiegel und nennen Sie "
        f'den Ordner {packing.FOLDER} in forum.toml: [assets] mirror = "..."'
    )


def _reported(action: Callable[[], str]) -> int:
    try:
        print(action())
    except (AssetsError, NodeError) as error:
        print(error, file=sys.stderr)
        return FAULTS
    return OK
