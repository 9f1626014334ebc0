# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Data are invented, and say so: a generator marked as synthetic beside them, and no data anywhere else.

Why: a real list of people or addresses must never get into an exercise. What a generator makes from a seed is invented
for certain; `forum check --run` shows that the files are what it makes. Title and seed are read with the data, their
licence stands in `forum.toml` for all of them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from ..model import DataSet, Forum
from ..problems import Problem

CODES = ("daten-synthetisch", "daten-herkunft")
MARK = "synthetisch"
_DATA = {".csv", ".tsv", ".txt", ".xls", ".xlsx", ".ods", ".json", ".geojson", ".jsonl", ".xml", ".bpmn", ".parquet"}
_DATA |= {".db", ".sqlite", ".gpkg", ".kml", ".gml", ".zip"}


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at the folders of courses and exercises."""
    for data in forum.data_sets:
        yield from _mark(forum, data)
    for kind in ("courses", "exercises"):
        for path in sorted(forum.root.glob(f"{kind}/*/**/*")):
            if path.suffix.lower() in _DATA and path.is_file() and not _generated(forum, path):
                yield Problem(
                    path=forum.relative(path),
                    line=0,
                    code="daten-herkunft",
                    message="Diese Daten liegen nicht in einem Ordner `data` mit Generator.",
                    cure="Legen Sie sie in `data/`. Schreiben Sie dort einen Generator `generate.py`, der sie macht.",
                    found=path.name,
                )


def _generated(forum: Forum, path: Path) -> bool:
    """Whether a generator stands beside the file, in the folder `data` of its course or exercise."""
    folder = path.parent
    return folder.name == "data" and folder.parent.parent.parent == forum.root and (folder / "generate.py").is_file()


def _mark(forum: Forum, data: DataSet) -> Iterator[Problem]:
    words = ast.get_docstring(ast.parse(data.generator.read_text(encoding="utf-8-sig"))) or ""
    if MARK not in words.casefold():
        yield Problem(
            path=forum.relative(data.generator),
            line=1,
            code="daten-synthetisch",
            message="Der Generator sagt nicht, dass die Daten erfunden sind.",
            cure=f"Ergänzen Sie im Text am Anfang das Wort „{MARK}“, in dreifachen Anführungszeichen.",
            found=data.title,
        )
