# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Collects the faults found while reading, and reads text files without ever raising."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from ..problems import Problem

LARGEST = 2_000_000
"""Bytes beyond which a text file is not content but an accident."""


_ENDLESS = re.compile(r"\S{2000}")
"""No word and no address is so long; patterns that look through one take longer than anybody waits."""


class Faults:
    """The faults of one reading, and the files they are in."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.paths: set[Path] = set()
        self._problems: set[Problem] = set()
        self._lines: dict[tuple[Path, str], list[int]] = {}

    def add(self, path: Path, code: str, message: str, cure: str, *, line: int = 0) -> None:
        """Note a fault in a file; `line` counts from 1, 0 is the whole file."""
        self.paths.add(path)
        self._problems.add(Problem(path=self.relative(path), line=line, code=code, message=message, cure=cure))

    def merge(self, other: Faults) -> None:
        """Take over what was noted elsewhere."""
        self.paths |= other.paths
        self._problems |= other._problems

    def sorted(self) -> tuple[Problem, ...]:
        """All faults by file and line."""
        return tuple(sorted(self._problems))

    def relative(self, path: Path) -> str:
        """The path from the root, with `/`; other paths as they are."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()

    def text(self, path: Path) -> str | None:
        """The text of a UTF-8 file with line ends as `\\n`; None, and a fault, when it cannot be had."""
        content = self._bytes(path)
        if content is None:
            return None
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self.add(
                path,
                "datei-kodierung",
                "Die Datei ist nicht als UTF-8 gespeichert.",
                "Speichern Sie sie mit der Kodierung UTF-8, im Editor unter „Speichern unter“.",
                line=content[: error.start].count(b"\n") + 1,
            )
            return None
        if not text.strip() or "\0" in text:
            self.add(path, "datei-leer", "Die Datei ist leer oder enthält keinen Text.", "Füllen oder löschen Sie sie.")
            return None
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if endless := _ENDLESS.search(text):
            self.add(
                path,
                "datei-wort",
                "In dieser Zeile stehen mehr als 2000 Zeichen ohne Leerzeichen.",
                "Löschen Sie, was dort versehentlich steht. Bilder und Daten gehören in eigene Dateien.",
                line=text.count("\n", 0, endless.start()) + 1,
            )
            return None
        return text

    def _bytes(self, path: Path) -> bytes | None:
        try:
            if path.stat().st_size > LARGEST:
                self.add(path, "datei-gross", "Die Datei ist größer als 2 MB.", "Kürzen Sie die Datei.")
                return None
            return path.read_bytes()
        except FileNotFoundError:
            self.add(path, "datei-fehlt", f"Die Datei `{path.name}` fehlt.", f"Legen Sie `{self.relative(path)}` an.")
        except OSError as error:
            self.add(
                path,
                "datei-unlesbar",
                f"Die Datei lässt sich nicht lesen ({error.strerror}).",
                "Prüfen Sie, ob es eine Datei ist und ob Sie sie öffnen dürfen.",
            )
        return None

    def toml(self, path: Path) -> dict[str, Any] | None:
        """The table in a TOML file; None, and a fault, when it cannot be had."""
        text = self.text(path)
        if text is None:
            return None
        try:
            return tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            found = re.search(r"at line (\d+)", str(error))
            self.add(
                path,
                "toml-form",
                "Die Datei ist kein gültiges TOML.",
                'Prüfen Sie die Zeile und die davor: Texte stehen in `"…"`, Listen in `[…]`, jeder Name nur einmal.',
                line=int(found[1]) if found else 0,
            )
            return None

    def line_of_key(self, path: Path, key: str, nth: int = 0, *, after: int = 0) -> int:
        """The line beyond `after` where `key` stands for the nth time (from 0) in TOML or a YAML head; 0 if nowhere."""
        found = [line for line in self.lines_of_key(path, key) if line > after]
        return found[min(nth, len(found) - 1)] if found else 0

    def lines_of_key(self, path: Path, key: str) -> list[int]:
        """All lines where `key` stands in TOML or a YAML head, as a name or as the last part of a table's name."""
        if (path, key) not in self._lines:
            self._lines[path, key] = _lines_of_key(path, key)
        return self._lines[path, key]


def unreadable(path: Path, root: Path) -> tuple[Problem, ...]:
    """Why a file that may be missing or empty cannot be read; nothing when it can."""
    faults = Faults(root)
    if path.is_file() and path.stat().st_size:
        faults.text(path)
    return faults.sorted()


def _lines_of_key(path: Path, key: str) -> list[int]:
    pattern = re.compile(rf"\s*(?:\[+\s*(?:[\w-]+\.)*|-\s*)?[\"']?{re.escape(key)}[\"']?\s*(?:\]+|[=:])")
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return []
    return [number for number, line in enumerate(lines, 1) if pattern.match(line)]
