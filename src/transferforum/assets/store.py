# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cache of fetched files, outside of every checkout: each file lies under its SHA-256.

A file that is cut or changed does not have the name's hash any more: it is removed and fetched again.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path


def cache_folder() -> Path:
    """FORUM_CACHE, or the place that this system has for caches."""
    own = os.environ.get("FORUM_CACHE")
    return Path(own) if own else user_cache_path("transferforum")


def sha256(content: bytes) -> str:
    """The hash by which files are known."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class Store:
    """Files by their hash."""

    folder: Path

    def get(self, hash_: str) -> bytes | None:
        """The file with this hash, if it is there and whole."""
        path = self.folder / hash_
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return None
        if sha256(content) == hash_:
            return content
        path.unlink()
        return None

    def put(self, content: bytes) -> None:
        """Keep a file; a reader never sees half of it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        write_whole(self.folder / sha256(content), content)


def write_whole(path: Path, content: bytes) -> None:
    """Write under another name and rename: the file is there as a whole or not at all."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        file.write(content)
    new = Path(file.name)
    new.chmod(0o644)
    new.replace(path)
