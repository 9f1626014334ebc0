# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Exercises as notebooks: for learners who work in Jupyter, and for the tests that prove an exercise.

A learner's ZIP holds the notebook without solution, the data, the check and the grading package: nothing but Jupyter
and the packages of the exercise has to be there.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbconvert.preprocessors import TagRemovePreprocessor
from nbformat import v4

from ..content.digests import exercise_files, grading_files
from ..content.glossary import without_roles
from ..model import Exercise, Forum

LOAD = "%load_ext transferforum.grading.jupyter"
"""The line that makes `%%loesung` and `%pruefen` known."""
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def export(forum: Forum, out: Path, folder_of: Any) -> None:
    """Write each exercise's ZIP to `out / folder_of(exercise)`; what is there already stays (names carry a digest)."""
    for exercise in forum.exercises:
        target = out / folder_of(exercise) / f"{exercise.id}.zip"
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            temporary = target.with_suffix(".new")
            temporary.write_bytes(learner_zip(exercise))
            temporary.replace(target)


def learner_zip(exercise: Exercise) -> bytes:
    """The ZIP for a learner: notebook, data, check, grading package."""
    files = {**exercise_files(exercise), **grading_files()}
    files[f"{exercise.id}.ipynb"] = learner_notebook(exercise).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{exercise.id}/{name}", (2026, 1, 1, 0, 0, 0))
            archive.writestr(entry, files[name], zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def learner_notebook(exercise: Exercise) -> str:
    """The notebook without solution, as JSON."""
    exporter = NotebookExporter()
    exporter.register_preprocessor(TagRemovePreprocessor(remove_cell_tags={"solution"}, enabled=True), enabled=True)
    body, _ = exporter.from_notebook_node(notebook(exercise))
    return str(body)


def notebook(exercise: Exercise) -> nbformat.NotebookNode:
    """The whole exercise, solution included, with its answer cell and its check."""
    cells = [
        _prose(f"# Übung: {exercise.title}\n\n{_INTRODUCTION}"),
        _code(f"{LOAD}\n{exercise.setup}".strip(), "setup"),
        *(_prose(part.text) for part in exercise.task),
        _code(answer(exercise.start.source), "start"),
        _code("%pruefen", "check"),
        *(_prose(_folded(f"Tipp {number}", part.text), "hint") for number, part in enumerate(exercise.hints, 1)),
        _code(answer(exercise.solution.source), "solution"),
    ]
    return _numbered(cells)


def proof(exercise: Exercise, cases: Iterable[tuple[str, str]]) -> nbformat.NotebookNode:
    """A notebook that grades answers one after the other: (code, the output that the check must print)."""
    cells = [_code(f"{LOAD}\n{exercise.setup}".strip(), "setup")]
    for code, expected in cases:
        cells.append(_code(answer(code), "raises-exception"))
        check = _code("%pruefen", "check")
        check.outputs = [v4.new_output("stream", name="stdout", text=expected)]
        cells.append(check)
    return _numbered(cells)


_INTRODUCTION = (
    "Führen Sie die Zellen von oben nach unten aus (Umschalt+Eingabe). Ihre Lösung schreiben Sie in die Zelle, die mit "
    "`%%loesung` beginnt. Lassen Sie diese erste Zeile stehen. `%pruefen` sagt Ihnen, was schon stimmt.\n\n"
    "Die Daten sind synthetisch."
)


def answer(code: str) -> str:
    """Code as an answer cell."""
    return f"%%loesung\n{code}"


def _prose(text: str, *tags: str) -> Any:
    return v4.new_markdown_cell(without_roles(text), metadata={"tags": list(tags)})


def _code(source: str, *tags: str) -> Any:
    return v4.new_code_cell(source, metadata={"tags": list(tags)})


def _folded(title: str, text: str) -> str:
    return f"<details><summary>{title}</summary>\n\n{text}\n\n</details>"


def _numbered(cells: list[Any]) -> nbformat.NotebookNode:
    """Cells with ids that do not change from one export to the next."""
    for number, cell in enumerate(cells, 1):
        cell["id"] = f"zelle-{number}"
    return v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL, "language_info": {"name": "python"}})
