# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads a `data/` folder: title and seed from its generator, without running it."""

from __future__ import annotations

import ast
from pathlib import Path

from ..model import DataSet
from .faults import Faults


def read_data(folder: Path, faults: Faults) -> DataSet | None:
    """The data set in `folder`; None when there is none or, with a fault, when it says too little of itself."""
    if not folder.is_dir():
        return None
    path = folder / "generate.py"
    tree = python(path, faults)
    if tree is None:
        return None
    constants = _constants(tree)
    title, seed = constants.get("TITLE"), constants.get("SEED")
    if not isinstance(title, str) or not isinstance(seed, int) or "generate" not in functions(tree):
        faults.add(
            path,
            "daten-generator",
            "Der Generator nennt Titel oder Startwert nicht, oder es fehlt die Funktion `generate(seed)`.",
            'Ergänzen Sie `TITLE = "…"`, `SEED = 4711` und `def generate(seed: int) -> dict[str, bytes]:`.',
            line=1,
        )
        return None
    files = sorted(item for item in folder.iterdir() if item.is_file() and item.suffix not in {".py", ".pyc"})
    return DataSet(title=title, seed=seed, generator=path, files=tuple(files))


def python(path: Path, faults: Faults) -> ast.Module | None:
    """The syntax tree of an author's Python file; None, and a fault, when it has none."""
    text = faults.text(path)
    if text is None:
        return None
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        faults.add(
            path,
            "python-form",
            "Die Datei ist kein gültiges Python.",
            "Prüfen Sie die Zeile und die davor: Klammern, Doppelpunkt, Einrückung.",
            line=getattr(error, "lineno", 0) or 0,
        )
        return None


def functions(tree: ast.Module) -> set[str]:
    """The names of the functions on the top level."""
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def _constants(tree: ast.Module) -> dict[str, object]:
    return {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
