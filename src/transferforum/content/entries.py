# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the optional files that hold entries of one kind: paths, glossary, self-check, statements."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from ..model import Area, Fact, LearningPath, Municipality, SelfCheckQuestion, Source, Statement, Term
from .faults import Faults
from .schema import fits

Entry = TypeVar("Entry", LearningPath, Term, SelfCheckQuestion, Statement, Area, Municipality, Fact, Source)


def read_entries(path: Path, table: str, faults: Faults) -> list[dict[str, Any]]:
    """The entries `[[table]]` of a file, checked against the schema of its name."""
    entries: list[dict[str, Any]] = read_table(path, faults).get(table, [])
    return entries


def read_table(path: Path, faults: Faults) -> dict[str, Any]:
    """A whole file, checked against the schema of its name.

    Empty when there is no such file, or, with faults, when it cannot be used.
    """
    data = faults.toml(path) if path.exists() else None
    return data if data is not None and fits(path.stem, data, path, faults) else {}


def unique(path: Path, entries: tuple[Entry, ...], faults: Faults, *, table: str = "") -> tuple[Entry, ...]:
    """The first entry of each id; every other is a fault. `table` where a file has several kinds of entries."""
    first: dict[str, Entry] = {}
    for number, entry in enumerate(entries):
        if first.setdefault(entry.id, entry) is not entry:
            start = faults.line_of_key(path, table, number) if table else 0
            faults.add(
                path,
                "id-doppelt",
                f"Die Kennung `{entry.id}` gibt es in dieser Datei schon.",
                "Geben Sie einem der beiden Einträge eine andere Kennung.",
                line=faults.line_of_key(path, "id", 0 if table else number, after=start),
            )
    return tuple(first.values())
