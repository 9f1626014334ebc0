# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Remembers what was read from files, with its faults, as long as the files stay as they are.

Loading with a memory gives the same as loading without; a test with random edits holds that.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Hashable, Iterable, Iterator, Set
from contextlib import contextmanager
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
        self._changed: Set[Path] | None = None
        self._touched: Set[Path] = frozenset()

    @contextmanager
    def trusting(self, changed: Iterable[Path]) -> Iterator[None]:
        """In this block nothing but these files, or what lies in these folders, has changed: no other is looked at."""
        self._changed = set(changed)
        self._touched = {one for path in self._changed for one in (path, *path.parents)}
        try:
            yield
        finally:
            self._changed = None

    def recall(
        self, faults: Faults, read: Callable[[Path, Faults], T], path: Path, *, files: Callable[[Path], Iterable[Path]]
    ) -> T:
        """What `read(path, faults)` gives; from memory when none of `files(path)`, all that it reads, has changed."""
        key = (read, path, faults.root)
        self._used.add(key)
        if self._is_trusted(key, path):
            _, value, noted = self._known[key]
        else:
            found = mark(files(path))
            if key not in self._known or self._known[key][0] != found:
                noted = Faults(faults.root)
                self._known[key] = (found, read(path, noted), noted)
            _, value, noted = self._known[key]
        faults.merge(noted)
        return value  # type: ignore[return-value]  # what is kept under a key is what its reader gave

    def _is_trusted(self, key: Hashable, path: Path) -> bool:
        if self._changed is None or key not in self._known:
            return False
        return path not in self._touched and self._changed.isdisjoint(path.parents)

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


def just(name: str) -> Callable[[Path], list[Path]]:
    """One file in a folder."""
    return lambda folder: [folder / name]


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
