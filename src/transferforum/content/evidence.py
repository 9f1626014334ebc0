# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads `docs/anleitung/evidence.toml`: sentences about the forum, and the tests that prove them.

What the tests gave is not content; `transferforum.evidence` reads it from the reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from ..model import Statement
from .entries import read_entries, unique
from .faults import Faults

_FILE = "docs/anleitung/evidence.toml"


def read_statements(root: Path, faults: Faults) -> tuple[Statement, ...]:
    """The statements in their order; none when the forum has no such file, or one that cannot be read."""
    path = root / _FILE
    statements = tuple(
        Statement(
            id=entry["id"],
            path=path,
            line=faults.line_of_key(path, "id", number),
            text=entry["text"],
            tests=tuple(entry["tests"]),
            group=entry.get("group", ""),
        )
        for number, entry in enumerate(read_entries(path, "statements", faults))
    )
    _note_unknown_tests(statements, root, faults)
    return unique(path, statements, faults)


def _note_unknown_tests(statements: Iterable[Statement], root: Path, faults: Faults) -> None:
    for statement in statements:
        for test in statement.tests:
            file, _, name = test.partition("::")
            source = _source(root / file)
            if source is None:
                cure = f"Prüfen Sie die Schreibweise. Eine Datei `{file}` gibt es nicht."
            elif not _holds(source, name):
                cure = f"Prüfen Sie die Schreibweise. In `{file}` gibt es keinen Test mit diesem Namen."
            else:
                continue
            faults.add(
                statement.path,
                "beweis-unbekannt",
                f"Einen Test `{test}` gibt es nicht.",
                cure,
                line=_line_of(statement, test),
            )


def _source(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _holds(source: str, name: str) -> bool:
    """Whether the source defines a test of this name: a function of Python, or the title of a `test(...)`."""
    function = rf"^(?:async )?def {re.escape(name)}\("
    title = rf"""^\s*test\(\s*(["'`]){re.escape(name)}\1"""
    return re.search(f"{function}|{title}", source, re.MULTILINE) is not None


def _line_of(statement: Statement, test: str) -> int:
    """The line that names the test, from the statement on."""
    lines = statement.path.read_text(encoding="utf-8", errors="replace").split("\n")
    found = (number for number, line in enumerate(lines, 1) if number >= statement.line and test in line)
    return next(found, statement.line)
