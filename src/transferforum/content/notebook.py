# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads MyST notebooks (lessons, exercises): head, prose and code cells with their lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jupytext.myst import myst_to_notebook
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from ..model import CodeCell, Placement, Prose
from .faults import Faults

HEAD = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
DIRECTIVE = re.compile(r"\s*\{([\w:.-]+)\}")
_MAY_HOLD_DIRECTIVE = re.compile(r"(?:[`~:]{3})[ \t]*\{")
_COLONS = re.compile(r":{3,}[ \t]*(\{.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notebook:
    """A MyST notebook: its head and its parts in order."""

    head: dict[str, Any]
    parts: tuple[Prose | CodeCell, ...]


def read_notebook(path: Path, faults: Faults) -> Notebook | None:
    """The notebook in a file; None, and a fault, when it cannot be read."""
    text = faults.text(path)
    head = read_head(text, path, faults) if text is not None else None
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


def read_head(text: str, path: Path, faults: Faults) -> dict[str, Any] | None:
    """The YAML between the first two lines `---`; None, and a fault, when there is none or it cannot be read."""
    found = HEAD.match(text)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Fence:
    """A fenced block in prose: what follows its opening marks, its text, the line of those marks in the file.

    `nested`: it stands in a list or a quotation. `closed`: the closing marks are there. `colon`: it is a fence of
    colons, whose text is not read.
    """

    info: str
    text: str
    line: int
    nested: bool = False
    closed: bool = True
    colon: bool = False

    @property
    def name(self) -> str:
        """The directive's name; empty for code."""
        found = DIRECTIVE.match(self.info)
        return found[1] if found else ""

    @property
    def argument(self) -> str:
        """What follows the directive's name."""
        return DIRECTIVE.sub("", self.info, count=1).strip()


def fences(parts: tuple[Prose | CodeCell, ...]) -> Iterator[Fence]:
    """The directives that prose contains; those inside another fence are part of its text."""
    for part in parts:
        if isinstance(part, CodeCell) or not _MAY_HOLD_DIRECTIVE.search(part.text):
            continue
        for token in parser().parse(part.text):
            if token.type == "fence" and token.map and DIRECTIVE.match(token.info):
                last = part.text.split("\n")[token.map[1] - 1].strip()
                yield Fence(
                    info=token.info.strip(),
                    text=token.content,
                    line=part.line + token.map[0],
                    nested=token.level > 0,
                    closed=token.map[1] - token.map[0] > 1 and last == token.markup[0] * max(len(last), 3),
                )
            elif token.type == "inline" and token.map:
                for offset, line in enumerate(token.content.split("\n")):
                    if found := _COLONS.match(line):
                        yield Fence(info=found[1], text="", line=part.line + token.map[0] + offset, colon=True)


@cache
def parser() -> MarkdownIt:
    """MyST's own parser, which needs no Sphinx."""
    return create_md_parser(MdParserConfig(), RendererHTML)


def placements(found: Iterable[Fence]) -> Iterator[Placement]:
    """The exercises that prose places with the directive `exercise`."""
    for fence in found:
        if fence.name == "exercise" and not fence.colon:
            yield Placement(exercise=fence.argument, line=fence.line)
