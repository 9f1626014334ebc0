# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Takes back what an editor of notebooks changes on its own, so that a diff shows only what the author changed.

Jupytext writes a whole file anew: it drops our part of the head, adds its versions, and sets every cell in its own way.
Here a MyST notebook is cut into chunks of text, one for the head and one for each cell; a cell that says what it said
before keeps its chunk, letter for letter.
"""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

import yaml
from jupytext.myst import myst_to_notebook

from ..content.notebook import HEAD

_OURS = ("exercise", "lesson")
"""Sections of a head that authors write; the others are Jupyter's and stay as they were."""
_SECTION = re.compile(r"^(?=[^\s#-])", re.MULTILINE)
_TICKS = re.compile(r"^`{3,}", re.MULTILINE)


class NotTidyError(Exception):
    """The text is no notebook, or tidying it would lose something of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    """A cell and the text it stands in, blank lines after it included."""

    kind: str
    source: str
    metadata: str
    chunk: str


def tidy(original: bytes, edited: bytes) -> bytes:
    """`edited` as the author of `original` would have written it. Raises NotTidyError when that cannot be said."""
    before, after = _text(original), _text(edited)
    head, cells = _split(before)
    known = {key for cell in cells for key in json.loads(cell.metadata)}
    new_head, new_cells = _split(after, keep=known)
    text = _joined(_merged_head(head, new_head), cells, new_cells)
    if text == before:
        return original
    if [_said(cell) for cell in _split(text, keep=known)[1]] != [_said(cell) for cell in new_cells]:
        raise NotTidyError
    mark = b"\xef\xbb\xbf" if original.startswith(b"\xef\xbb\xbf") else b""
    return mark + (text.replace("\n", "\r\n") if b"\r\n" in original else text).encode()


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise NotTidyError from error


def _split(text: str, keep: set[str] | None = None) -> tuple[str, list[_Cell]]:
    """The head and the cells of a notebook; of the cells' metadata only tags and what `keep` names (None: all)."""
    found = HEAD.match(text)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on the name of the language, which is not compared
            notebook = myst_to_notebook(text, add_source_map=True)
    except Exception as error:
        raise NotTidyError from error
    lines = text.splitlines(keepends=True)
    places = list(zip(notebook.cells, notebook.metadata["source_map"], strict=True))
    starts = [_start(lines, cell.cell_type, place) for cell, place in places] + [len(lines)]
    if not found or any(one > other for one, other in pairwise(starts)):
        raise NotTidyError
    head = "".join(lines[: starts[0]])
    cells = [
        _Cell(
            kind=cell.cell_type,
            source=cell.source,
            metadata=json.dumps(_meant(cell.metadata, keep), ensure_ascii=False, sort_keys=True),
            chunk="".join(lines[start:end]),
        )
        for (cell, _), (start, end) in zip(places, pairwise(starts), strict=True)
    ]
    return head, cells


def _start(lines: Sequence[str], kind: str, place: int) -> int:
    """The line (from 0) where a cell's chunk begins: the fence of code, the mark `+++` of prose where there is one."""
    if kind != "markdown":
        return place - 1
    if place and lines[place - 1].startswith("+++"):
        return place - 1
    return next(number for number in range(place, len(lines)) if lines[number].strip())


def _meant(metadata: Mapping[str, Any], keep: set[str] | None) -> dict[str, Any]:
    """Metadata without what editors note for themselves (folded, scrolled, editable …) and without empty tags."""
    wanted = {key: value for key, value in metadata.items() if keep is None or key == "tags" or key in keep}
    return {key: value for key, value in wanted.items() if key != "tags" or value}


def _said(cell: _Cell) -> tuple[str, str, str]:
    return cell.kind, cell.source, cell.metadata


def _merged_head(old: str, new: str) -> str:
    """The old head; of the new one only sections of ours whose values are others now."""
    if _values(old) == _values(new):
        return old
    closing = old.index("\n---", 3) + 1
    sections, changed = _sections(old[4:closing]), _sections(new[4 : new.index("\n---", 3) + 1])
    before, after = _values(old), _values(new)
    for name in _OURS:
        if name in after and after[name] != before.get(name):
            sections[name] = changed[name]
    return "---\n" + "".join(sections.values()) + old[closing:]


def _values(head: str) -> dict[str, Any]:
    found = HEAD.match(head)
    try:
        values = yaml.safe_load(found[1]) if found else None
    except yaml.YAMLError as error:
        raise NotTidyError from error
    if not isinstance(values, dict):
        raise NotTidyError
    return values


def _sections(head: str) -> dict[str, str]:
    """The text of each top-level entry, with the comments that follow it; what stands before the first is under ""."""
    parts = _SECTION.split(head)
    return {part.partition(":")[0].strip("\"' ") if number else "": part for number, part in enumerate(parts)}


def _joined(head: str, old: Sequence[_Cell], new: Sequence[_Cell]) -> str:
    """The text of the new cells, with the chunks of the old ones where they say the same."""
    text, last, place = head, "", -1
    for cell, chunk, index in _chunks(old, new):
        if index != place + 1:
            text = text.rstrip("\n") + "\n\n"
        if last == "markdown" and cell.kind == "markdown" and not chunk.startswith("+++"):
            text += "+++\n\n"  # prose after prose needs a mark between them
        text += chunk
        last, place = cell.kind, index
    return text if place == len(old) - 1 else text.rstrip("\n") + "\n"


def _chunks(old: Sequence[_Cell], new: Sequence[_Cell]) -> Iterator[tuple[_Cell, str, int]]:
    """Each new cell, its text, and the place of the old cell that it is or was made of; -2 for none."""
    matcher = SequenceMatcher(None, [_said(cell) for cell in old], [_said(cell) for cell in new], autojunk=False)
    for action, start, end, new_start, new_end in matcher.get_opcodes():
        if action == "equal":
            yield from ((old[index], old[index].chunk, index) for index in range(start, end))
            continue
        unused = list(range(start, end))
        for cell in new[new_start:new_end]:
            like = (index for index in unused if (old[index].kind, old[index].metadata) == (cell.kind, cell.metadata))
            index = next(like, -2)
            if index >= 0:
                unused = [one for one in unused if one > index]
            yield cell, _written(cell, old[index] if index >= 0 else None), index


def _written(cell: _Cell, model: _Cell | None) -> str:
    """A changed or new cell as its author writes it: like the cell it was made of, else in the forum's own form."""
    fits = cell.kind == "markdown" or not _TICKS.search(cell.source)
    if fits and model and model.source and model.source in model.chunk:
        before, _, after = model.chunk.partition(model.source)
        return before + cell.source + after
    metadata = json.loads(cell.metadata)
    if cell.kind == "markdown":
        return (f"+++ {json.dumps(metadata, ensure_ascii=False)}\n\n" if metadata else "") + cell.source + "\n"
    ticks = "`" * max([3, *(len(found) + 1 for found in _TICKS.findall(cell.source))])
    name = "{code-cell} python" if cell.kind == "code" else "{raw-cell}"
    simple = all(isinstance(value, list | str | bool | int) for value in metadata.values())
    options = "".join(f":{key}: {_flow(value)}\n" for key, value in metadata.items()) if simple else _block(metadata)
    gap = "\n" if cell.source.startswith((":", "---")) else ""
    return f"{ticks}{name}\n{options}{gap}{cell.source}\n{ticks}\n"


def _flow(value: Any) -> str:
    return (
        yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=10_000).removesuffix("...\n").strip()
    )


def _block(metadata: dict[str, Any]) -> str:
    return f"---\n{yaml.safe_dump(metadata, allow_unicode=True, sort_keys=False)}---\n"
