# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the optional files that hold entries of one kind: paths, glossary, self-check, statements."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from ..model import LearningPath, SelfCheckQuestion, Statement, Term
from .faults import Faults
from .schema import fits

Entry = TypeVar("Entry", LearningPath, Term, SelfCheckQuestion, Statement)


def read_entries(path: Path, table: str, faults: Faults) -> list[dict[str, Any]]:
    """The entries `[[table]]` of a file, checked against the schema of its name.

    Empty when there is no such file, or, with faults, when it cannot be used.
    """
    if not path.exists():
        return []
    data = faults.toml(path)
    if data is None or not fits(path.stem, data, path, faults):
        return []
    entries: list[dict[str, Any]] = data[table]
    return entries


def unique(path: Path, entries: tuple[Entry, ...], faults: Faults) -> tuple[Entry, ...]:
    """The first entry of each id; every other is a fault."""
    first: dict[str, Entry] = {}
    for number, entry in enumerate(entries):
        if first.setdefault(entry.id, entry) is not entry:
            faults.add(
                path,
                "id-doppelt",
                f"Die Kennung `{entry.id}` gibt es in dieser Datei schon.",
                "Geben Sie einem der beiden Einträge eine andere Kennung.",
                line=faults.line_of_key(path, "id", number),
            )
    return tuple(first.values())
