# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scripts and styles in memory, under names that stay: a change of them writes no page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from ..assets import NodeError
from ..content.digests import digest
from ..problems import Problem

STYLE = "forum.css"


class Bundle:
    """What `make` last put into its folder without a fault; pages name it as `folder / manifest.json` says."""

    def __init__(self, folder: Path, make: Callable[[], Path]) -> None:
        self.folder = folder
        self._make = make
        self._files: dict[str, bytes] = {}
        self._names: dict[str, str] = {}
        self._take(make())
        folder.mkdir(parents=True, exist_ok=True)
        pinned = {key: _stable(key, name) for key, name in self._names.items()}
        (folder / "manifest.json").write_text(json.dumps(pinned), encoding="utf-8")

    @property
    def style(self) -> str:
        """Another text when the style is another."""
        return self._names.get(STYLE, "")

    @property
    def scripts(self) -> str:
        """Another text when anything but the style is another."""
        return digest({key: name for key, name in self._names.items() if key != STYLE})

    def rebuild(self) -> tuple[Problem, ...]:
        """Make it anew; with a fault in a script or a style, what was there before stays."""
        try:
            self._take(self._make())
        except (NodeError, OSError, ValueError) as error:
            words = " ".join(str(error).split())[:300]
            message = f"Skripte und Stile lassen sich nicht bündeln. Gemeldet wird: {words}"
            cure = "Beheben Sie den genannten Fehler. Bis dahin gilt der letzte Stand."
            return (Problem(path="src/transferforum/web", line=0, code="skripte", message=message, cure=cure),)
        return ()

    def file(self, name: str) -> bytes | None:
        """The content under the name by which a page or another file of the bundle asks for it."""
        key = next((key for key, real in self._names.items() if _stable(key, real) == name), "")
        return self._files.get(self._names.get(key, name))

    def _take(self, folder: Path) -> None:
        names: dict[str, str] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        files = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        self._names, self._files = names, files


def _stable(key: str, name: str) -> str:
    """The name without its digest; fonts keep theirs, the style names them."""
    return name if name.endswith(".woff2") else key if "." in key else f"{key}{Path(name).suffix}"
