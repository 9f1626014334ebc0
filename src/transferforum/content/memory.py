# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Remembers what was read from files, with its faults, as long as the files stay as they are.

Loading with a memory gives the same as loading without; a test with random edits holds that.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Hashable, Iterable
from pathlib import Path
from typing import TypeVar

from .faults import LARGEST, Faults

T = TypeVar("T")
YOUNG = 2_000_000_000
"""Nanoseconds in which two changes of a file may bear the same time, on the coarsest of usual file systems."""
Mark = tuple[Hashable, ...]


class Memory:
    """What earlier readings gave. Not for several threads at once."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[Mark, object, Faults]] = {}
        self._used: set[Hashable] = set()

    def recall(self, faults: Faults, read: Callable[[Path, Faults], T], path: Path, *, files: Iterable[Path]) -> T:
        """What `read(path, faults)` gives: from memory when no file of `files`, all that it reads, has changed."""
        key = (read, path, faults.root)
        self._used.add(key)
        found = mark(files)
        if key in self._known and self._known[key][0] == found:
            _, value, noted = self._known[key]
        else:
            noted = Faults(faults.root)
            value = read(path, noted)
            self._known[key] = (found, value, noted)
        faults.merge(noted)
        return value  # type: ignore[return-value]  # what is kept under a key is what its reader gave

    def forget_unused(self) -> None:
        """Forget what nobody asked for since the last time: its files are gone."""
        for key in self._known.keys() - self._used:
            del self._known[key]
        self._used.clear()


def files_below(folder: Path) -> list[Path]:
    """Everything in a folder, in order; folders too, for one that cannot be read is a fault as well."""
    found: list[Path] = []
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        found += (Path(place, name) for name in (*folders, *files))
    return sorted(found)


def mark(paths: Iterable[Path]) -> Mark:
    """Something that is another when any of the files is: by times and sizes; by content where a file is young."""
    now = time.time_ns()
    return tuple(_mark_of(path, now) for path in paths)


def _mark_of(path: Path, now: int) -> Mark:
    try:
        stat = path.stat()
        name = str(path)
        if not path.is_file():
            return (name, stat.st_mode)
        if abs(now - max(stat.st_mtime_ns, stat.st_ctime_ns)) > YOUNG or stat.st_size > LARGEST:
            return (name, stat.st_mode, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)
        return (name, stat.st_mode, hashlib.sha256(path.read_bytes()).digest())
    except OSError as error:
        return (str(path), error.errno)
