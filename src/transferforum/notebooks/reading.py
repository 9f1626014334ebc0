# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads a notebook file (.ipynb) that may be anything, and says in one German sentence why it cannot be used."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LARGEST = 50_000_000
"""Bytes; notebooks with pictures in their outputs are large."""
KINDS = ("markdown", "code", "raw")


class UnusableError(Exception):
    """Why a notebook, or the call, cannot be used; the text is German. `status` is that of the command."""

    def __init__(self, text: str, status: int = 1) -> None:
        super().__init__(text)
        self.status = status


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a notebook; `number` counts from 1, as a reader would."""

    number: int
    kind: str
    source: str
    metadata: Mapping[str, Any] = field(default_factory=dict)
    outputs: tuple[Mapping[str, Any], ...] = ()
    attachments: tuple[str, ...] = ()

    @property
    def tags(self) -> frozenset[str]:
        """Its tags; none where the file has something else in their place."""
        tags = self.metadata.get("tags")
        return frozenset(str(tag) for tag in tags) if isinstance(tags, list) else frozenset()

    @property
    def grader(self) -> Mapping[str, Any]:
        """What nbgrader notes about it."""
        return _dict(self.metadata.get("nbgrader"))

    @property
    def result(self) -> str:
        """The stored value of its last line as text; empty when there is none."""
        for output in self.outputs:
            data = output.get("data")
            if output.get("output_type") == "execute_result" and isinstance(data, dict):
                return _text(data.get("text/plain", "")).strip()
        return ""


def read(path: Path) -> tuple[Cell, ...]:
    """The cells of a notebook for Python. Raises UnusableError for everything else."""
    about = _json(path)
    if not isinstance(about, dict) or not ("cells" in about or "worksheets" in about):
        raise UnusableError(f"{path.name} ist kein Notebook. Gebraucht wird eine Datei, die Jupyter gespeichert hat.")
    if about.get("nbformat") != 4 or not isinstance(about.get("cells"), list):
        raise UnusableError(
            f"{path.name} hat ein Format, das hier nicht gelesen wird (nbformat {about.get('nbformat', 'unbekannt')}). "
            "Öffnen Sie das Notebook in JupyterLab, und speichern Sie es dort neu. Dann hat es das Format 4."
        )
    _refuse_other_languages(path, about.get("metadata"))
    cells = tuple(_cell(path, number, cell) for number, cell in enumerate(about["cells"], 1))
    if not any(cell.source.strip() for cell in cells):
        raise UnusableError(f"{path.name} ist leer. Alle Zellen sind ohne Inhalt.")
    return cells


def _json(path: Path) -> Any:
    try:
        if path.stat().st_size > LARGEST:
            raise UnusableError(
                f"{path.name} ist größer als 50 MB. Löschen Sie in Jupyter alle Ausgaben, und speichern Sie neu."
            )
        content = path.read_bytes()
    except FileNotFoundError:
        raise UnusableError(f"Das gibt es nicht: {path}.", status=2) from None
    except OSError as error:
        raise UnusableError(f"{path} lässt sich nicht lesen ({error.strerror}).") from None
    if not content.strip():
        raise UnusableError(f"{path.name} ist leer.")
    try:
        return json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnusableError(
            f"{path.name} ist nicht als UTF-8 gespeichert. "
            "Öffnen Sie das Notebook in Jupyter, und speichern Sie es neu."
        ) from None
    except (ValueError, RecursionError):
        raise UnusableError(
            f"{path.name} ist kein Notebook oder beschädigt: Der Inhalt ist kein gültiges JSON. "
            "Speichern Sie das Notebook in Jupyter neu."
        ) from None


def _refuse_other_languages(path: Path, metadata: Any) -> None:
    about = _dict(metadata)
    kernel, language = _dict(about.get("kernelspec")), _dict(about.get("language_info"))
    named = language.get("name") or kernel.get("language") or kernel.get("name") or "python"
    if not str(named).lower().startswith(("python", "ipython", "pyodide", "conda", "xpython")):
        raise UnusableError(f"{path.name} ist für „{named}“ geschrieben. Übungen gibt es hier nur in Python.")


def _cell(path: Path, number: int, cell: Any) -> Cell:
    if not isinstance(cell, dict) or cell.get("cell_type") not in KINDS:
        raise UnusableError(f"{path.name} ist beschädigt: Zelle {number} hat keine bekannte Art.")
    metadata, outputs, attachments = cell.get("metadata"), cell.get("outputs"), cell.get("attachments")
    return Cell(
        number=number,
        kind=cell["cell_type"],
        source=_text(cell.get("source", "")).replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""),
        metadata=_dict(metadata),
        outputs=tuple(one for one in outputs if isinstance(one, dict)) if isinstance(outputs, list) else (),
        attachments=tuple(map(str, _dict(attachments))),
    )


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    """A text as notebooks store it: whole or as a list of lines."""
    return "".join(str(part) for part in value) if isinstance(value, list) else str(value)
