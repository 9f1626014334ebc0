# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The guides cannot rot: the example of the authors' guide is executed, and what both guides name is really there."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

from transferforum import checks, cli, grading
from transferforum.content import load
from transferforum.content.quiz_bodies import BODIES
from transferforum.content.quizzes import OPTIONS
from transferforum.content.tasks import task_of
from transferforum.grading import Run
from transferforum.grading.grade import CHECK_BROKE, HARD_CODED, grade
from transferforum.grading.runner import Session
from transferforum.model import Choice, Decision, Forum, Gaps, Number, Order, Pairs, ShortText
from transferforum.workshop import write_data

WRITING = (ROOT / "docs/anleitung/uebungen.md").read_text(encoding="utf-8")
QUESTIONS = (ROOT / "docs/anleitung/fragen.md").read_text(encoding="utf-8")
LEARNING = (ROOT / "docs/anleitung/lernen.md").read_text(encoding="utf-8")
SOURCES = ROOT / "src/transferforum"
EXERCISE, COURSE = "volle-tage", "zahlen-im-buergerbuero"
FILE = re.compile(r"^Datei `([^`]+)`:\n\n(`{3,})\w+\n(.*?)^\2$", re.DOTALL | re.MULTILINE)
TYPES = {"Findings", "NotYet", "Right", "Run", "Verdict"}


@pytest.fixture
def example(small: Path) -> Forum:
    """The small forum with all files that the guide shows, and the data that its generator makes."""
    with (small / "competences.toml").open("a", encoding="utf-8") as areas:
        areas.write((ROOT / "competences.toml").read_text(encoding="utf-8"))
    for name, _, content in FILE.findall(WRITING):
        path = small / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    write_data(small, [small / "exercises" / EXERCISE])
    forum, faults = load(small)
    assert [*faults, *checks.run(forum)] == []
    return forum


def test_the_example_is_whole(example: Forum) -> None:
    shown = {name for name, _, _ in FILE.findall(WRITING)}
    assert len(shown) == 9
    course, exercise = example.course(COURSE), example.exercise(EXERCISE)
    assert course
    assert exercise
    assert course.exercises == (EXERCISE,)
    assert {mistake.id for mistake in exercise.mistakes} == {"grenze-fehlt", "besuche-statt-tage", "fester-wert"}
    assert exercise.data
    assert [path.name for path in exercise.data.files] == ["besuche.csv"]


def test_the_example_gives_the_feedback_it_states(example: Forum) -> None:
    exercise = example.exercise(EXERCISE)
    assert exercise
    task = task_of(exercise)
    solved = grade(task, exercise.solution.source)
    assert (solved.passed, solved.message) == (True, exercise.solution_feedback)
    stated = {
        exercise.start.source: exercise.start_feedback,
        **{mistake.code: mistake.feedback for mistake in exercise.mistakes},
    }
    verdicts = {code: grade(task, code) for code in stated}
    assert {code: verdict.message for code, verdict in verdicts.items()} == stated
    assert not any(verdict.passed for verdict in verdicts.values())


def test_the_lesson_of_the_example_runs_as_its_cells_say(example: Forum) -> None:
    lesson = next(one for one in example.lessons() if one.course == COURSE)
    session = Session(lesson.path.parent)
    failed = [session.run(cell.source).error is not None for cell in lesson.cells]
    assert failed == ["raises" in cell.tags for cell in lesson.cells]
    assert True in failed


@pytest.mark.parametrize(("schema", "number"), [("exercise", 0), ("lesson", 1), ("course", 2)])
def test_the_tables_name_all_keys(schema: str, number: int) -> None:
    described = json.loads((SOURCES / f"content/schemas/{schema}.json").read_text(encoding="utf-8"))
    nested = described["properties"].get("feedback", {}).get("properties", {})
    keys = [*described["properties"], *(f"feedback.{key}" for key in nested)]
    assert _first_column("Angabe")[number] == keys
    optional = set(described["properties"]) - set(described["required"])
    assert all(f"| `{key}` | freiwillig" in WRITING for key in optional), "the guide says which are not needed"


def test_the_table_of_run_names_all_that_it_can() -> None:
    named = [re.split(r"\W", name.removeprefix("run."))[0] for name in _first_column("Name")[0]]
    assert sorted(named) == sorted(name for name in dir(Run) if not name.startswith("_"))


def test_the_table_of_helpers_is_complete() -> None:
    named = [name.partition("(")[0] for name in _first_column("Name")[1]]
    assert sorted(named) == sorted(set(grading.__all__) - TYPES)


def test_the_commands_are_understood() -> None:
    lines = [line for block in re.findall(r"```shell\n(.*?)```", WRITING, re.DOTALL) for line in block.splitlines()]
    commands = [shlex.split(line)[1:] for line in lines if line.startswith("forum ")]
    assert [command[0] for command in commands] == ["data", "check", "preview"]
    for command in commands:
        assert cli._parser().parse_args(command).run


AUTHORS = sorted((ROOT / "docs/anleitung/autorinnen").glob("*.md"))


@pytest.mark.parametrize("page", AUTHORS, ids=lambda page: page.stem)
def test_commands_that_authors_are_told_exist(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With their switches; folders that are named to try something are there."""
    text = page.read_text(encoding="utf-8")
    named = {*re.findall(r"`forum ([^`]+)`", text), *re.findall(r"^forum (.+)$", text, re.MULTILINE)}
    for command in sorted(named):
        with pytest.raises(SystemExit) as stopped:
            cli._parser().parse_args([*shlex.split(command.removesuffix(" --help")), "--help"])
        assert stopped.value.code == 0, command
    if page.stem == "begutachten":
        assert named >= {"preview", "check --changed", "check --run exercises/giesswasser"}
        assert (ROOT / "exercises/giesswasser").is_dir()


def test_a_merge_request_shows_what_reviewers_are_told() -> None:
    told = (ROOT / "docs/anleitung/autorinnen/begutachten.md").read_text(encoding="utf-8")
    jobs = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    artifacts = jobs["preview"]["artifacts"]
    assert f"- **{artifacts['expose_as']}**: " in told
    assert "Der Grund steht in der Aufgabe `preview`." in told
    assert artifacts["when"] == "always"
    assert "- **Codequalität**: " in told
    assert jobs["check"]["artifacts"]["reports"]["codequality"]
    assert "Steht bei `tests` ein Kreuz" in told
    assert "tests" in jobs


def test_the_questions_of_the_guide_can_be_copied(small: Path) -> None:
    examples = re.findall(r"^````text\n(.*?)^````$", QUESTIONS, re.DOTALL | re.MULTILINE)
    lesson = small / "courses/probe/erste.md"
    lesson.write_text("\n".join([lesson.read_text(encoding="utf-8"), *examples]), encoding="utf-8")
    forum, faults = load(small)
    assert [str(fault) for fault in faults] == []
    quizzes = forum.courses[0].lessons[0].quizzes
    assert len(quizzes) == len(examples) == 9
    shown = [type(quiz.body) for quiz in quizzes]
    assert set(shown) == {Choice, Number, ShortText, Order, Pairs, Gaps, Decision}
    named = re.findall(r"^## .*`\{?(\w+)\}?`$", QUESTIONS, re.MULTILINE)
    assert sorted(named) == sorted(BODIES)


def test_the_guide_names_all_options_of_questions() -> None:
    assert re.findall(r"^\| `(\w+)` \|", QUESTIONS, re.MULTILINE) == list(OPTIONS["quiz"])


def test_quoted_feedback_is_what_grading_says() -> None:
    for finding in (HARD_CODED, CHECK_BROKE):
        assert finding.text in WRITING


def test_the_learners_guide_names_buttons_and_messages_that_exist() -> None:
    catalogues = sorted((SOURCES / "web").glob("strings*.js"))
    strings = "".join(path.read_text(encoding="utf-8") for path in catalogues)
    static = (SOURCES / "site/html.py").read_text(encoding="utf-8")
    labels = re.findall(r"\*\*(.+?)\*\*", LEARNING)
    messages = re.findall(r"^\| „(.+?)“", LEARNING, re.MULTILINE)
    assert len(labels) > 10
    assert len(messages) == 6
    assert [words for words in labels if f'"{words}"' not in strings and words not in static] == []
    assert [words for words in messages if words not in strings] == []


def _first_column(heading: str) -> list[list[str]]:
    """The code in the first column of each table of the authors' guide with this heading."""
    tables = re.findall(rf"^\| {heading} \|.*\n\|[-|]+\n((?:\|.*\n)+)", WRITING, re.MULTILINE)
    return [re.findall(r"^\| `([^`]+)`", table, re.MULTILINE) for table in tables]
