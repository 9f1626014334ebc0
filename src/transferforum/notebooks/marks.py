# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sorts the cells of a notebook into questions: by the marks of nbgrader or Otter, by our tags, else by their order."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from .code import MARKED, binds, filled_stub, take_apart, tree, unfinished, without_magics
from .notes import Kind, Notes
from .reading import Cell

_EDGE = re.compile(r"\A\s*#\s*(BEGIN|END) (QUESTION|SOLUTION|TESTS?|PROMPT)\s*$", re.M)
_CONFIG = re.compile(r"\A\s*#\s*ASSIGNMENT CONFIG")
_OLD_OTTER = re.compile(r"\A\s*```\s*\n\s*BEGIN (?:QUESTION|ASSIGNMENT)")
_IGNORE = re.compile(r"\A\s*#+\s*ignore\s*#*\s*$", re.I | re.M)
_GRADER = re.compile(
    r"^\s*(?:import otter\b|from otter\b|grader\s*=\s*otter\.|grader\.(?:check|check_all|export)).*\n?", re.M
)
_HINT = re.compile(
    r"\A\s*(?:#+\s*|\*\*)?(?:Tipp|Hinweis|Hint)\b[ \t]*\d*[ \t]*(?:[:.]|(?=\*\*|\n))(?:\*\*)?:?\s*", re.I
)
_LATE = "Der Text stand nach der Lösung. Jetzt gehört er zur Aufgabe. Verrät er etwas? Dann löschen Sie ihn."
_OURS = frozenset({"setup", "start", "solution", "hint"})
_TEST = re.compile(
    r"^\s*(?:assert\b|assert_\w+\(|np\.testing\.|self\.assert|raise AssertionError\b|with pytest\.raises\b)", re.M
)


@dataclass(kw_only=True)
class Question:
    """What is found of one question, in the roles that an exercise knows; lists of (cell number, text)."""

    name: str = ""
    task: list[tuple[int, str]] = field(default_factory=list)
    setup: list[tuple[int, str]] = field(default_factory=list)
    hints: list[tuple[int, str]] = field(default_factory=list)
    start: list[str] = field(default_factory=list)
    solution: list[tuple[int, str]] = field(default_factory=list)
    tests: list[tuple[Cell, str]] = field(default_factory=list)
    manual: bool = False


def questions(cells: Sequence[Cell], notes: Notes) -> tuple[Question, ...]:
    """The questions with code to write; each knows the cells that prepare it."""
    kept = [cell for cell in cells if cell.source.strip()]
    _note_old_otter(kept, notes)
    if any(_edge(cell) or _CONFIG.match(cell.source) for cell in kept if cell.kind != "code" or _only_comments(cell)):
        found = _otter(kept, notes)
    elif any(cell.grader for cell in kept) or sum(_has_marks(cell) for cell in kept) > 0:
        found = _nbgrader(kept, notes)
    elif any(cell.tags & _OURS for cell in kept):
        found = [_tagged(kept, notes)]
    else:
        found = [_plain(kept, notes)]
    for question in found:
        if not (question.solution or question.start):
            cells_of = [number for number, _ in question.task]
            notes.add(Kind.LEFT, "Diese Aufgabe verlangt keinen Code. Machen Sie daraus eine Frage im Text.", *cells_of)
    return tuple(question for question in found if question.solution or question.start)


def _note_old_otter(cells: Sequence[Cell], notes: Notes) -> None:
    for cell in cells:
        if cell.kind == "markdown" and _OLD_OTTER.match(cell.source):
            notes.add(Kind.LEFT, "Das ältere Otter-Format mit Angaben im Text wird nicht gelesen.", cell.number)


def _edge(cell: Cell) -> re.Match[str] | None:
    return _EDGE.match(cell.source)


def _only_comments(cell: Cell) -> bool:
    return all(not line.strip() or line.lstrip().startswith("#") for line in cell.source.split("\n"))


def _has_marks(cell: Cell) -> bool:
    return cell.kind == "code" and bool(MARKED.search(cell.source) or "BEGIN HIDDEN TESTS" in cell.source)


def _code(cell: Cell, notes: Notes) -> str:
    """The code of a cell without what only Jupyter or a grader understands."""
    code, magics = without_magics(_GRADER.sub("", cell.source))
    for magic in magics:
        notes.add(Kind.LEFT, f"`{magic}` versteht nur Jupyter. Die Zeile fehlt.", cell.number)
    if _GRADER.search(cell.source):
        notes.add(Kind.LEFT, "Aufrufe von Otter entfallen. Das Forum prüft mit `check.py`.", cell.number)
    if code.strip() and tree(code) is None:
        notes.add(Kind.OPEN, "Der Code ist kein gültiges Python. Bessern Sie ihn in `exercise.md` aus.", cell.number)
    return code.strip("\n")


def _add_prose(question: Question, cell: Cell, notes: Notes) -> None:
    if cell.kind == "raw":
        notes.add(Kind.LEFT, "Rohtext-Zellen werden nicht übernommen.", cell.number)
    elif _HINT.match(cell.source):
        question.hints.append((cell.number, _HINT.sub("", cell.source, count=1).strip() or cell.source.strip()))
        notes.add(Kind.TAKEN, "Der Text beginnt wie ein Tipp und steht jetzt als Tipp in der Übung.", cell.number)
    else:
        question.task.append((cell.number, cell.source.strip()))


def _add_answer(question: Question, cell: Cell, notes: Notes) -> None:
    answer = take_apart(_code(cell, notes))
    if question.solution or answer.start != answer.solution:
        question.start.append(answer.start)
    question.solution.append((cell.number, answer.solution))
    if answer.hidden:
        question.tests.append((cell, answer.hidden))


def _add_tests(question: Question, cell: Cell, code: str, notes: Notes) -> None:
    hidden = take_apart(code).hidden
    open_part = re.sub(r"^\s*#+\s*(?:BEGIN|END) HIDDEN TESTS.*$", "", code, flags=re.M) if hidden else code
    question.tests.append((cell, open_part.strip("\n")))
    if hidden or re.match(r"\s*#\s*HIDDEN\s*$", code.split("\n", 1)[0]):
        notes.add(
            Kind.ASSUMED, "Versteckte Tests gibt es hier nicht. Sie stehen nun lesbar in `check.py`.", cell.number
        )


def _nbgrader(cells: Sequence[Cell], notes: Notes) -> list[Question]:
    found: list[Question] = []
    waiting = Question()
    setup: list[tuple[int, str]] = []
    for cell in cells:
        about = cell.grader
        answers = bool(about.get("solution")) or bool(about.get("task")) or bool(MARKED.search(cell.source))
        if cell.kind != "code" and answers:
            notes.add(Kind.LEFT, "Eine Antwort in Worten, die ein Mensch bewertet, gibt es hier nicht.", cell.number)
        elif cell.kind != "code":
            _add_prose(waiting, cell, notes)
        elif answers:
            waiting.name = str(about.get("grade_id") or f"aufgabe-{len(found) + 1}")
            waiting.setup = list(setup)
            _add_nbgrader_answer(waiting, cell, about, notes)
            found.append(waiting)
            waiting = Question()
        elif about.get("grade") or "BEGIN HIDDEN TESTS" in cell.source or (found and _is_test(cell)):
            _note_points(cell, about.get("points"), notes)
            if found:  # what stands between an answer and its tests is about that answer
                found[-1].task += waiting.task
                found[-1].hints += waiting.hints
                waiting = Question()
                _add_tests(found[-1], cell, _code(cell, notes), notes)
            else:
                notes.add(Kind.LEFT, "Der Test steht vor der ersten Aufgabe und gehört zu keiner.", cell.number)
        elif found and not binds(cell.source):
            notes.add(Kind.LEFT, "Der Code probiert eine Lösung nur aus. Er fehlt in der Übung.", cell.number)
        else:
            setup.append((cell.number, _code(cell, notes)))
    if waiting.task or waiting.hints:
        _append_rest(found, waiting, notes)
    return found


def _add_nbgrader_answer(question: Question, cell: Cell, about: Mapping[str, Any], notes: Notes) -> None:
    notes.add(Kind.TAKEN, "Aufgabe mit Zeichen von nbgrader.", cell.number)
    if about.get("grade"):
        _note_points(cell, about.get("points"), notes)
        notes.add(Kind.OPEN, "Diese Antwort bewertet ein Mensch. Schreiben Sie eine Prüfung dafür.", cell.number)
    if unfinished(cell.source):
        question.start.append(filled_stub(_code(cell, notes)))
    else:
        _add_answer(question, cell, notes)


def _note_points(cell: Cell, points: object, notes: Notes) -> None:
    if points:
        notes.add(Kind.LEFT, "Punkte gibt es im Forum nicht. Eine Übung ist gelöst oder noch nicht.", cell.number)


def _is_test(cell: Cell) -> bool:
    return bool(_TEST.search(cell.source)) and not MARKED.search(cell.source)


def _append_rest(found: list[Question], rest: Question, notes: Notes) -> None:
    if not found:
        return
    found[-1].task += rest.task
    found[-1].hints += rest.hints
    numbers = [number for number, _ in rest.task]
    if numbers:
        notes.add(
            Kind.ASSUMED,
            _LATE,
            *numbers,
        )


def _otter(cells: Sequence[Cell], notes: Notes) -> list[Question]:
    found: list[Question] = []
    outside, current, block = Question(), None, ""
    setup: list[tuple[int, str]] = []
    for cell in cells:
        edge = _edge(cell) if cell.kind != "code" or _only_comments(cell) else None
        if edge:
            sign, what = edge[1], edge[2].rstrip("S")
            if what == "QUESTION":
                if sign == "BEGIN":
                    current = _otter_question(cell, len(found) + 1, notes)
                    current.task, current.hints, outside = outside.task, outside.hints, Question()
                    current.setup = list(setup)
                    found.append(current)
                else:
                    current = None
                block = ""
            else:
                block = what if sign == "BEGIN" else ""
        elif _CONFIG.match(cell.source):
            notes.add(Kind.LEFT, "Die Einstellungen von Otter gelten hier nicht.", cell.number)
        elif _IGNORE.match(cell.source):
            notes.add(Kind.LEFT, "Die Zelle ist mit `Ignore` gekennzeichnet und fehlt.", cell.number)
        elif cell.kind != "code":
            _otter_prose(current, outside, block, cell, notes)
        elif current is None or (not block and not _has_marks(cell)):
            code = _code(cell, notes)
            if code:
                (setup if current is None else current.setup).append((cell.number, code))
        elif block == "TEST":
            _add_tests(current, cell, _code(cell, notes), notes)
        elif block == "PROMPT":
            current.start.append(filled_stub(_code(cell, notes)))
        else:
            _add_otter_answer(current, cell, notes)
    if outside.task:
        _append_rest(found, outside, notes)
    return found


def _otter_question(cell: Cell, number: int, notes: Notes) -> Question:
    about: Any = None
    try:
        about = yaml.safe_load(cell.source)
    except (yaml.YAMLError, ValueError, RecursionError):
        notes.add(Kind.LEFT, "Die Angaben zur Aufgabe sind kein gültiges YAML.", cell.number)
    about = about if isinstance(about, dict) else {}
    notes.add(Kind.TAKEN, "Aufgabe mit Zeichen von Otter.", cell.number)
    _note_points(cell, about.get("points"), notes)
    if about.get("manual"):
        notes.add(Kind.OPEN, "Diese Antwort bewertet ein Mensch. Schreiben Sie eine Prüfung dafür.", cell.number)
    return Question(name=str(about.get("name") or f"aufgabe-{number}"), manual=bool(about.get("manual")))


def _otter_prose(current: Question | None, outside: Question, block: str, cell: Cell, notes: Notes) -> None:
    if block == "SOLUTION":
        notes.add(Kind.LEFT, "Eine Antwort in Worten, die ein Mensch bewertet, gibt es hier nicht.", cell.number)
    elif block:
        notes.add(Kind.LEFT, "Text zwischen Tests oder Vorgaben entfällt.", cell.number)
    else:
        _add_prose(current or outside, cell, notes)


def _add_otter_answer(question: Question, cell: Cell, notes: Notes) -> None:
    had_prompt = bool(question.start) and not question.solution
    prompt = list(question.start)
    _add_answer(question, cell, notes)
    if had_prompt:
        question.start = prompt


def _tagged(cells: Sequence[Cell], notes: Notes) -> Question:
    question = Question()
    for cell in cells:
        roles = sorted(cell.tags & _OURS)
        role = roles[0] if roles else ""
        if cell.kind != "code":
            if role == "hint":
                question.hints.append((cell.number, cell.source.strip()))
            else:
                _add_prose(question, cell, notes)
        elif role == "solution":
            question.solution.append((cell.number, _code(cell, notes)))
        elif role == "start":
            question.start.append(_code(cell, notes))
        elif role == "setup":
            question.setup.append((cell.number, _code(cell, notes)))
        elif _is_test(cell):
            _add_tests(question, cell, _code(cell, notes), notes)
        else:
            notes.add(Kind.LEFT, "Code ohne Merkmal. Er fehlt in der Übung.", cell.number)
    notes.add(Kind.TAKEN, "Die Merkmale der Zellen (`setup`, `start`, `solution`, `hint`) gelten weiter.")
    return question


def _plain(cells: Sequence[Cell], notes: Notes) -> Question:
    question = Question()
    code = [cell for cell in cells if cell.kind == "code"]
    tests = [cell for cell in code if _is_test(cell)]
    answers = [cell for cell in code if cell not in tests]
    gap = next((cell for cell in answers if unfinished(cell.source)), None)
    after = [cell for cell in answers if gap and cell.number > gap.number]
    last = after[0] if after else (answers[-1] if answers and gap is None else None)
    for cell in cells:
        if cell.kind != "code":
            late = last is not None and cell.number > last.number
            _add_prose(question, cell, notes)
            if late:
                notes.add(
                    Kind.ASSUMED,
                    _LATE,
                    cell.number,
                )
        elif cell in tests:
            _add_tests(question, cell, _code(cell, notes), notes)
        elif cell is gap:
            question.start.append(filled_stub(_code(cell, notes)))
            notes.add(Kind.ASSUMED, "Die Zelle hat eine Lücke. Sie ist der Anfangscode.", cell.number)
        elif cell is last:
            question.solution.append((cell.number, _code(cell, notes)))
            notes.add(Kind.ASSUMED, "Ohne Zeichen von nbgrader oder Otter gilt diese Zelle als Lösung.", cell.number)
        elif last is None or cell.number < last.number:
            question.setup.append((cell.number, _code(cell, notes)))
            notes.add(Kind.ASSUMED, "Der Code vor der Lösung läuft als Vorbereitung, von selbst.", cell.number)
        else:
            notes.add(Kind.LEFT, "Code nach der Lösung. Er fehlt in der Übung.", cell.number)
    return question
