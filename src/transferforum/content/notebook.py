# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads MyST notebooks (lessons, exercises): head, prose and code cells with their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jupytext.myst import myst_to_notebook
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from ..model import CodeCell, Placement, Prose
from .faults import Faults

_HEAD = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notebook:
    """A MyST notebook: its head and its parts in order."""

    head: dict[str, Any]
    parts: tuple[Prose | CodeCell, ...]


def read_notebook(path: Path, faults: Faults) -> Notebook | None:
    """The notebook in a file; None, and a fault, when it cannot be read."""
    text = faults.text(path)
    head = _read_head(text, path, faults) if text is not None else None
    if text is None or head is None:
        return None
    try:
        notebook = myst_to_notebook(text, add_source_map=True)
    except Exception as error:  # noqa: BLE001 - jupytext and what it uses raise many kinds for bad text
        line = re.search(r"at line (\d+)", str(error))
        faults.add(
            path,
            "notebook-form",
            "Die Datei ist kein gültiges Notebook.",
            'Prüfen Sie die Zeile: Merkmale einer Zelle stehen als `:tags: [start]` oder `+++ {"tags": ["hint"]}`.',
            line=int(line[1]) if line else 0,
        )
        return None
    if not _opens_in_jupyter(head):
        faults.add(
            path,
            "kopf-jupytext",
            "Der Kopf sagt nicht, dass die Datei ein Notebook ist.",
            "Ergänzen Sie `jupytext: {text_representation: {extension: .md, format_name: myst}}`.",
            line=1,
        )
        return None
    return Notebook(head=head, parts=tuple(_parts(notebook, text.split("\n"))))


def _opens_in_jupyter(head: dict[str, Any]) -> bool:
    """Jupyter and MyST-NB both recognise a notebook by this entry."""
    about: Any = head.get("jupytext")
    about = about.get("text_representation") if isinstance(about, dict) else None
    return isinstance(about, dict) and about.get("format_name") == "myst"


def _read_head(text: str, path: Path, faults: Faults) -> dict[str, Any] | None:
    found = _HEAD.match(text)
    if not found:
        faults.add(
            path,
            "kopf-fehlt",
            "Der Kopf der Datei fehlt oder hat kein Ende.",
            "Die Datei beginnt mit einer Zeile `---`, dann folgen die Angaben, dann wieder eine Zeile `---`.",
            line=1,
        )
        return None
    try:
        head = yaml.safe_load(found[1])
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        faults.add(
            path,
            "kopf-form",
            "Der Kopf der Datei ist kein gültiges YAML.",
            "Prüfen Sie Einrückung und Klammern. Ein Text mit Doppelpunkt steht in Anführungszeichen.",
            line=mark.line + 2 if mark else 1,
        )
        return None
    if not isinstance(head, dict):
        faults.add(
            path,
            "kopf-form",
            "Der Kopf der Datei enthält keine Angaben.",
            "Eine Angabe sieht so aus: `name: Wert`.",
            line=1,
        )
        return None
    return head


def _parts(notebook: Any, lines: list[str]) -> Iterator[Prose | CodeCell]:
    for cell, hint in zip(notebook.cells, notebook.metadata["source_map"], strict=True):
        first = cell.source.split("\n", 1)[0]
        line = _find(first, lines, hint)
        tags = cell.metadata.get("tags", ())
        names = tuple(str(tag) for tag in tags) if isinstance(tags, list | tuple) else (str(tags),)
        kind = CodeCell if cell.cell_type == "code" else Prose
        if kind is CodeCell:
            yield CodeCell(source=cell.source, line=line, tags=names)
        else:
            yield Prose(text=cell.source, line=line, tags=names)


def _find(first: str, lines: list[str], start: int) -> int:
    """The line (from 1) of a part's first line, at or after `start` (from 0), where jupytext saw it begin."""
    for index in range(start, len(lines)):
        if lines[index] == first:
            return index + 1
    return start + 1


def placements(parts: tuple[Prose | CodeCell, ...]) -> Iterator[Placement]:
    """The exercises that prose places with the directive `exercise`."""
    parser = create_md_parser(MdParserConfig(), RendererHTML)
    for part in parts:
        if isinstance(part, CodeCell) or "{exercise}" not in part.text:
            continue
        for token in parser.parse(part.text):
            if token.type == "fence" and token.info.startswith("{exercise}") and token.map:
                name = token.info.removeprefix("{exercise}").strip()
                yield Placement(exercise=name, line=part.line + token.map[0])
