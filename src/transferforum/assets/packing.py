# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""An archive of all fetched files for an operator's own mirror, and the search for faults in what is there."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from . import building, fetching
from .store import Store, cache_folder, write_whole

FOLDER = "pyodide"


def pack(files: Mapping[str, bytes], out: Path) -> None:
    """Write the files into `out`: a ZIP, or a tar when the name ends so. Unpacked, its folder is a mirror."""
    out.parent.mkdir(parents=True, exist_ok=True)
    write_whole(out, _tar(files, out.suffix) if ".tar" in out.suffixes or out.suffix == ".tgz" else _zip(files))


def _zip(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(f"{FOLDER}/{name}", building.DATE), files[name], zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _tar(files: Mapping[str, bytes], suffix: str) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w" if suffix == ".tar" else "w:gz") as archive:
        for name in sorted(files):
            entry = tarfile.TarInfo(f"{FOLDER}/{name}")
            entry.size = len(files[name])
            archive.addfile(entry, io.BytesIO(files[name]))
    return buffer.getvalue()


def verify(root: Path) -> tuple[str, ...]:
    """What is missing or changed, in the cache and in the folders of this checkout, as German sentences."""
    store = Store(cache_folder() / "files")
    prepared = root / "build" / "assets" / "python"
    folders = sorted(path.parent for path in prepared.glob(f"*/{building.MANIFEST}"))
    return (*_in_store(store), *(fault for folder in folders for fault in _in_folder(folder, root)))


def _in_store(store: Store) -> tuple[str, ...]:
    present = {wanted.name: store.get(wanted.sha256) for wanted in fetching.core()}
    lock = present[fetching.LOCK]
    if lock:
        present |= {wanted.name: store.get(wanted.sha256) for wanted in fetching.packages_of(lock)}
    return tuple(f"{name} fehlt oder war beschädigt." for name, content in present.items() if content is None)


def _in_folder(folder: Path, root: Path) -> tuple[str, ...]:
    shown = folder.relative_to(root).as_posix()
    return tuple(f"{shown}/{name} fehlt oder ist beschädigt." for name in building.faults(folder))
