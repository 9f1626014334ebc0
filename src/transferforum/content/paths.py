# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads `paths.toml`: the learning paths."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

from ..model import LearningPath
from .entries import read_entries, unique
from .faults import Faults

FILE = "paths.toml"


def read_paths(root: Path, courses: Set[str], faults: Faults) -> tuple[LearningPath, ...]:
    """The learning paths in their order; `courses` are the ids that exist, what else a path names is a fault."""
    path = root / FILE
    entries = read_entries(path, "paths", faults)
    paths = tuple(LearningPath(**entry | {"courses": tuple(entry["courses"])}) for entry in entries)
    for number, one in enumerate(paths):
        for unknown in (id for id in one.courses if id not in courses):
            faults.add(
                path,
                "kurs-unbekannt",
                f"Einen Kurs `{unknown}` gibt es nicht.",
                f"Vorhanden sind: {', '.join(f'`{id}`' for id in sorted(courses))}.",
                line=faults.line_of_key(path, "courses", number),
            )
    return unique(path, paths, faults)
