# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Makes the folder that the browser loads Python from.

In: the files as Pyodide's project publishes them (`fetching`) and the recipe. Out: `build/assets/python/<digest>/`
with Pyodide, the standard library and the packages, the modules that learners usually need as bytecode, a lock with
the new hashes, and `manifest.json` with the sizes. The folder's name is the digest of its content; the same input
gives the same bytes. Finished folders are kept in the cache by their input, so each is made once on a machine.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import recipe
from .fetching import LOCK, core, packages
from .node import run_node
from .progress import Progress
from .store import cache_folder, sha256

HERE = Path(__file__).parent
STDLIB = "python_stdlib"
MANIFEST = "manifest.json"
INPUTS = ("building.py", "compiled.py", "recipe.py", "run.mjs", "usual.py")
DATE = (2026, 1, 1, 0, 0, 0)
ABOUT = """Dieser Ordner enthaelt Python fuer den Browser: Pyodide {version} (MPL-2.0), die Standardbibliothek von
Python (PSF-2.0) und Pakete unter ihren eigenen Lizenzen. Die Lizenztexte liegen in den Archiven (*.dist-info).
Fuer kurze Ladezeiten sind haeufig benutzte Module uebersetzt, Tests und Beispiele sind weggelassen.
Die unveraenderten Quellen: https://github.com/pyodide/pyodide, Version {version}.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A finished folder. Sizes are bytes: in `sizes` of each file, in `transfers` as sent with gzip."""

    path: Path
    digest: str
    sizes: Mapping[str, int]
    transfers: Mapping[str, int]
    depends: Mapping[str, tuple[str, ...]]
    files: Mapping[str, str]

    @property
    def core_bytes(self) -> int:
        """What has to be loaded before the first line of Python runs."""
        return sum(self.transfers[wanted.name] for wanted in core())

    @property
    def packages(self) -> dict[str, int]:
        """What loading each package takes, with all that it needs."""
        return {name: self.bytes_for([name]) for name in self.depends}

    def bytes_for(self, names: Iterable[str]) -> int:
        """What loading these packages together takes."""
        wanted = {name for each in names for name in self.depends[each]}
        return sum(self.transfers[self.files[name]] for name in wanted)


def prepare(root: Path, files: Mapping[str, bytes], progress: Progress) -> Prepared:
    """The folder in `build/assets/python` of this checkout, made or taken from the cache."""
    kept = cache_folder() / "prepared" / _input_digest(files)
    if not _is_whole(kept):
        shutil.rmtree(kept, ignore_errors=True)
        progress.say("Übersetze Python für den Browser (einmalig, dauert etwa eine Minute) …")
        _make(kept, files)
    digest = json.loads((kept / MANIFEST).read_text(encoding="utf-8"))["digest"]
    target = root / "build" / "assets" / "python" / digest
    if not _is_whole(target):
        # With it go the folders of earlier recipes.
        shutil.rmtree(target.parent, ignore_errors=True)
        _place(kept, target)
    return read(target)


def read(folder: Path) -> Prepared:
    """A finished folder by its manifest."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    return Prepared(
        path=folder,
        digest=manifest["digest"],
        sizes={name: entry["bytes"] for name, entry in manifest["files"].items()},
        transfers={name: entry["gzip"] for name, entry in manifest["files"].items()},
        depends={name: tuple(names) for name, names in manifest["depends"].items()},
        files=manifest["archives"],
    )


def faults(folder: Path) -> tuple[str, ...]:
    """The files of a finished folder that are missing or not as they were made."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    return tuple(name for name, entry in manifest["files"].items() if not _has(folder / name, entry["sha256"]))


def _has(path: Path, hash_: str) -> bool:
    return path.is_file() and sha256(path.read_bytes()) == hash_


def _is_whole(folder: Path) -> bool:
    return (folder / MANIFEST).is_file() and not faults(folder)


def _input_digest(files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in INPUTS:
        digest.update((HERE / name).read_bytes())
    for name in sorted(files):
        digest.update(f"{name} {sha256(files[name])}\n".encode())
    return digest.hexdigest()[:16]


def _make(target: Path, files: Mapping[str, bytes]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".new-") as folder:
        work = Path(folder)
        tree = work / "tree"
        lock = json.loads(files[LOCK])
        _unpack(tree, files, lock)
        write_for_node(work / "core", files)
        run_node(HERE / "run.mjs", work / "core", tree, HERE / "usual.py", HERE / "compiled.py")
        _write_result(work / "result", tree, files, lock)
        _settle(work / "result", target)


def _unpack(tree: Path, files: Mapping[str, bytes], lock: Mapping[str, Any]) -> None:
    """The standard library and the packages, each in a folder of its name, without what is left out."""
    _extract(files[f"{STDLIB}.zip"], tree / STDLIB)
    for name, wanted in packages(lock).items():
        _extract(files[wanted.name], tree / name)


def _extract(archive: bytes, folder: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        for path in filter(recipe.stays, source.namelist()):
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(recipe.changed(path, source.read(path)))


def write_for_node(folder: Path, files: Mapping[str, bytes]) -> None:
    """Pyodide for Node: it wants the package ws, which nothing here uses, and its script is no module."""
    socket = folder / "node_modules" / "ws"
    socket.mkdir(parents=True)
    (socket / "package.json").write_text('{"type": "module", "main": "index.js"}', encoding="utf-8")
    (socket / "index.js").write_text("export default {};\n", encoding="utf-8")
    (folder / "package.json").write_text('{"type": "commonjs"}', encoding="utf-8")
    for wanted in core():
        (folder / wanted.name).write_bytes(files[wanted.name])


def _write_result(folder: Path, tree: Path, files: Mapping[str, bytes], lock: Mapping[str, Any]) -> None:
    folder.mkdir()
    archives = {name: wanted.name for name, wanted in packages(lock).items()}
    made = {file: archive(tree / name) for name, file in archives.items()}
    result = {wanted.name: files[wanted.name] for wanted in core()} | made
    result[f"{STDLIB}.zip"] = archive(tree / STDLIB)
    result[LOCK] = _new_lock(lock, result)
    result["LIESMICH.txt"] = ABOUT.format(version=lock["info"]["version"]).encode()
    for name, content in result.items():
        (folder / name).write_bytes(content)
        _write_compressed(folder / f"{name}.gz", content)
    manifest = _manifest(result, archives, json.loads(result[LOCK]))
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=2), encoding="utf-8")


def _write_compressed(path: Path, content: bytes) -> None:
    """What web servers send in place of the file, where they look for it; none where it gains little."""
    packed = gzip.compress(content, compresslevel=9, mtime=0)
    if len(packed) < len(content) * 0.95:
        path.write_bytes(packed)


def archive(folder: Path) -> bytes:
    """A ZIP of a folder, always the same for the same files.

    Deflated: unpacking takes the browser no measurable time, and few servers compress archives on their way.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), DATE)
                archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, compresslevel=9)
    return buffer.getvalue()


def _new_lock(lock: Mapping[str, Any], result: Mapping[str, bytes]) -> bytes:
    """Pyodide's lock with only the packages that are shipped, and their new hashes."""
    shipped = packages(lock)
    entries = {
        name: lock["packages"][name]
        | {
            "sha256": sha256(result[wanted.name]),
            "depends": [needed for needed in lock["packages"][name]["depends"] if needed in shipped],
        }
        for name, wanted in shipped.items()
    }
    return json.dumps({"info": lock["info"], "packages": entries}, indent=1, sort_keys=True).encode()


def _manifest(result: Mapping[str, bytes], archives: Mapping[str, str], lock: Mapping[str, Any]) -> dict[str, Any]:
    entries = {
        name: {"sha256": sha256(content), "bytes": len(content), "gzip": _gzip_size(content)}
        for name, content in sorted(result.items())
    }
    hashes = "".join(f"{name} {entry['sha256']}\n" for name, entry in entries.items())
    return {
        "digest": sha256(hashes.encode())[:16],
        "files": entries,
        "archives": archives,
        "depends": {name: _closure(name, lock["packages"]) for name in archives},
    }


def _closure(name: str, entries: Mapping[str, Any]) -> list[str]:
    found = {name}
    queue = [name]
    while queue:
        new = set(entries[queue.pop()]["depends"]) - found
        found |= new
        queue += new
    return sorted(found)


def _gzip_size(content: bytes) -> int:
    """What servers send: they compress what gains from it, which archives do not."""
    packed = len(zlib.compress(content, level=6))
    return packed if packed < len(content) * 0.9 else len(content)


def _place(source: Path, target: Path) -> None:
    """Hard links where the file system has them, else copies; the folder appears as a whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".new-") as folder:
        new = Path(folder) / "new"
        shutil.copytree(source, new, copy_function=_link)
        _settle(new, target)


def _settle(new: Path, target: Path) -> None:
    """Give a finished folder its name; where another process was quicker, its folder, made of the same, stays."""
    try:
        new.replace(target)
    except OSError:
        if not _is_whole(target):
            raise


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
