# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every exercise proves itself in Jupyter's kernel, through pytest-notebook on notebooks made from the sources.

What a notebook must print comes from what the source states, never from a run.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT
from pytest_notebook.execution import execute_notebook
from pytest_notebook.nb_regression import NBRegressionFixture

from transferforum.content import load
from transferforum.content.tasks import task_of
from transferforum.exports.notebook import learner_zip, proof
from transferforum.grading.grade import grade, load_module
from transferforum.grading.jupyter import as_text
from transferforum.model import Exercise

EXERCISES = load(ROOT)[0].exercises
each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)


def _decisive(printed: str) -> str:
    """The sentence that decides: the first open point or error, else the last right one; marks for code removed."""
    lines = printed.splitlines()
    open_points = [line for line in lines if line.startswith("Noch nicht") and ": " in line]
    right = [line for line in lines if line.startswith("Stimmt: ")]
    return (open_points[:1] or right[-1:])[0].partition(": ")[2]


def _unpacked(exercise: Exercise, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(learner_zip(exercise))) as archive:
        archive.extractall(folder)
    return folder / exercise.id


@each_exercise
def test_exercise_proves_itself(exercise: Exercise, tmp_path: Path) -> None:
    """Start, solution and every mistake get the feedback that the source states, one after the other in one kernel."""
    stated = {
        "start": (exercise.start.source, exercise.start_feedback, False),
        "solution": (exercise.solution.source, exercise.solution_feedback, True),
        **{one.id: (one.code, one.feedback, False) for one in exercise.mistakes},
    }
    notebook = proof(exercise, [(code, f"{text}\n{passed}\n") for code, text, passed in stated.values()])
    for cell in notebook.cells:
        if cell.source == "%pruefen":
            cell.source = _REPORT
    notebook.metadata["nbreg"] = {"diff_ignore": [f"/cells/{n}/outputs" for n in range(1, len(notebook.cells), 2)]}
    path = _unpacked(exercise, tmp_path) / "proof.ipynb"
    nbformat.write(notebook, path)
    fixture = NBRegressionFixture(
        exec_timeout=120,
        diff_ignore=("/metadata", "/cells/*/execution_count", "/cells/*/metadata"),
        diff_color_words=False,
    )
    fixture.check(str(path), raise_errors=True)


_REPORT = """from transferforum.grading.grade import grade
exercise = get_ipython().magics_manager.magics["line"]["pruefen"].__self__
verdict = grade(exercise._task, exercise._answer)
print(verdict.message, verdict.passed, sep="\\n")"""


@each_exercise
def test_learner_notebook_gives_the_same_feedback(exercise: Exercise, tmp_path: Path) -> None:
    """What a learner downloads runs from top to bottom, without solution, with the helpers that came along."""
    folder = _unpacked(exercise, tmp_path)
    notebook = nbformat.read(folder / f"{exercise.id}.ipynb", as_version=4)
    text = json.dumps(notebook, ensure_ascii=False)
    assert not any("solution" in cell.metadata.get("tags", ()) for cell in notebook.cells)
    assert exercise.solution.source not in text
    for cell in notebook.cells:
        if "start" in cell.metadata.get("tags", ()):
            cell.metadata["tags"] = ["raises-exception"]
    where = nbformat.v4.new_code_cell("import transferforum\nprint(transferforum.__file__)", id="wo")
    notebook.cells.append(where)
    done = execute_notebook(notebook, cwd=str(folder), timeout=120).notebook
    printed = next(cell.outputs[0].text for cell in done.cells if cell.source == "%pruefen")
    assert printed == as_text(grade(task_of(exercise), exercise.start.source)) + "\n"
    assert Path(done.cells[-1].outputs[0].text.strip()).is_relative_to(folder.resolve())


@each_exercise
def test_feedback_helps(exercise: Exercise) -> None:
    """Every message differs, and every open point names a next step."""
    task = task_of(exercise)
    codes = [exercise.start.source, *(mistake.code for mistake in exercise.mistakes)]
    verdicts = [grade(task, code) for code in codes]
    assert [verdict.fault for verdict in verdicts] == [""] * len(codes)
    assert len({verdict.message for verdict in verdicts}) == len(codes)
    for verdict in verdicts:
        steps = (
            [verdict.error.next] if verdict.error else [one.next for one in verdict.findings if hasattr(one, "next")]
        )
        assert steps
        assert all(re.search(r"[.?!`]$", step) for step in steps)


@each_exercise
def test_solution_holds_on_other_data(exercise: Exercise) -> None:
    """The solution passes whatever the seed; the data differ."""
    task = task_of(exercise)
    if task.generate is None:
        pytest.skip("Diese Übung hat keine Daten.")
    for seed in range(2000, 2012):
        changed = type(task)(
            id=task.id, setup=task.setup, seed=seed, files=task.files_of(seed), check=task.check, generate=task.generate
        )
        verdict = grade(changed, exercise.solution.source)
        assert verdict.passed, (seed, verdict.message, verdict.fault)
    assert task.other_files != task.files


@each_exercise
@pytest.mark.parametrize(
    "odd",
    [
        "None",
        "...",
        "''",
        "'abc'",
        "0",
        "-1.5",
        "[]",
        "{}",
        "[None]",
        "{'a': [1]}",
        "print",
        "float('nan')",
        "True",
        "object()",
    ],
)
def test_check_stands_odd_answers(exercise: Exercise, odd: str) -> None:
    """Whatever a learner stores under the names asked for: a finding, never a broken check, never a pass."""
    names = re.findall(r"`([a-z_]+)`", " ".join(part.text for part in exercise.task))
    code = "\n".join(f"{name} = {odd}" for name in dict.fromkeys(names))
    verdict = grade(task_of(exercise), code)
    assert not verdict.passed
    assert verdict.fault == ""


def test_committed_data_is_what_the_generators_make() -> None:
    forum = load(ROOT)[0]
    found = [*(course.data for course in forum.courses), *(exercise.data for exercise in forum.exercises)]
    for data in (one for one in found if one):
        made = load_module(data.generator).generate(data.seed)
        assert {path.name: path.read_bytes() for path in data.files} == made, data.generator
        assert "synthetisch" in data.generator.read_text(encoding="utf-8").lower()
