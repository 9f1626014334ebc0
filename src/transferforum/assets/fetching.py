# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Brings every file of Python for the browser into the store: from the first source that has it, hash compared.

`wanted` is computed from `sources.toml` and Pyodide's own lock; a file that nobody has, or that is not the expected
one, ends in an `AssetsError` whose text tells the operator what to do.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import sources
from .progress import Progress
from .recipe import NOT_NEEDED
from .sources import SilentError, Source
from .store import Store, cache_folder, sha256

LOCK = "pyodide-lock.json"


class AssetsError(Exception):
    """Files for the browser cannot be had; the text is for the person who builds."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file and the hash that proves it."""

    name: str
    sha256: str


@dataclass(slots=True)
class Fetcher:
    """Asks the sources in turn and remembers which of them do not answer."""

    sources: tuple[Source, ...]
    store: Store
    progress: Progress
    silent: dict[str, str] = field(default_factory=dict)
    announced: bool = False

    def get(self, wanted: Wanted) -> bytes:
        """The content of a file, from the store or else from a source. Raises AssetsError."""
        kept = self.store.get(wanted.sha256)
        return kept if kept is not None else self._from_sources(wanted)

    def _from_sources(self, wanted: Wanted) -> bytes:
        if not self.announced:
            self.announced = True
            self.progress.say("Hole die Dateien für Python im Browser …")
        for source in self.sources:
            content = self._ask(source, wanted.name)
            if content is None:
                continue
            if sha256(content) != wanted.sha256:
                raise AssetsError(wrong_content(wanted.name, source.name))
            self.store.put(content)
            return content
        raise AssetsError(self._missing(wanted.name))

    def _ask(self, source: Source, name: str) -> bytes | None:
        if source.name in self.silent:
            return None
        try:
            return source.get(name, self.progress)
        except SilentError as error:
            self.silent[source.name] = str(error)
            self.progress.say(f"{source.name} antwortet nicht ({error}). Weiter mit der nächsten Quelle.")
            return None

    def _missing(self, name: str) -> str:
        asked = "\n".join(f"  - {one.name}: {self.silent.get(one.name, 'hat die Datei nicht')}" for one in self.sources)
        return (
            f"Die Datei {name} für Python im Browser fehlt. Gefragt wurden:\n{asked}\n"
            "So beheben Sie es:\n"
            "  - Prüfen Sie die Verbindung zum Netz und rufen Sie den Befehl noch einmal auf. Was schon da ist,\n"
            "    wird nicht noch einmal geholt.\n"
            "  - Oder rufen Sie auf einem Rechner mit Netz `forum assets pack` auf und entpacken Sie das Archiv.\n"
            "    Nennen Sie den Ordner oder seine Adresse dann als eigene Quelle: in forum.toml unter [assets]\n"
            '    mit mirror = "..." oder in der Umgebungsvariable FORUM_ASSETS_MIRROR.'
        )


def wrong_content(name: str, source: str) -> str:
    """The message for a file that is not the expected one."""
    return (
        f"Die Datei {name} aus dieser Quelle wird nicht verwendet: {source}.\n"
        "Ihre Prüfsumme stimmt nicht. Der Inhalt ist also ein anderer als der, den das Forum erwartet.\n"
        "So beheben Sie es: Prüfen Sie, ob die Datei beim Kopieren abgeschnitten wurde, ob sie zu Pyodide "
        f"{sources.settings()['pyodide']['version']} gehört\nund ob ein Proxy an ihrer Stelle eine Fehlerseite liefert."
    )


def core() -> tuple[Wanted, ...]:
    """The files of Pyodide itself."""
    return tuple(Wanted(name, hash_) for name, hash_ in sources.settings()["pyodide"]["core"].items())


def needed(lock: Mapping[str, Any]) -> tuple[str, ...]:
    """The packages that are shipped: those named in `sources.toml` with all that they depend on, sorted."""
    found: set[str] = set()
    queue = list(sources.settings()["pyodide"]["packages"])
    while queue:
        name = queue.pop()
        if name not in found and name not in NOT_NEEDED:
            found.add(name)
            queue += lock["packages"][name]["depends"]
    return tuple(sorted(found))


def packages(lock: Mapping[str, Any]) -> dict[str, Wanted]:
    """The files of the packages that are shipped, by package."""
    entries = {name: lock["packages"][name] for name in needed(lock)}
    return {name: Wanted(entry["file_name"], entry["sha256"]) for name, entry in entries.items()}


def packages_of(lock: bytes) -> tuple[Wanted, ...]:
    """The files of the packages that are shipped, by the text of Pyodide's lock."""
    return tuple(packages(json.loads(lock)).values())


def everything(root: Path, progress: Progress) -> dict[str, bytes]:
    """All files as Pyodide's project publishes them, by name. Raises AssetsError."""
    with _fetcher(root, progress) as fetcher:
        files = {wanted.name: fetcher.get(wanted) for wanted in core()}
        return files | {wanted.name: fetcher.get(wanted) for wanted in packages_of(files[LOCK])}


def core_files(root: Path, progress: Progress) -> dict[str, bytes]:
    """The files of Pyodide itself, by name. Raises AssetsError."""
    with _fetcher(root, progress) as fetcher:
        return {wanted.name: fetcher.get(wanted) for wanted in core()}


@contextmanager
def _fetcher(root: Path, progress: Progress) -> Iterator[Fetcher]:
    with sources.opened(root) as found:
        yield Fetcher(found, Store(cache_folder() / "files"), progress)
