# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks are sharp: small changes of a solution are wrong answers, and the checks say so.

Mutants that behave like the solution are listed in `equivalent.toml` with the reason; an entry that is no longer
needed fails the test.
"""

from __future__ import annotations

import ast
import copy
import signal
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import ROOT

from transferforum.content import load
from transferforum.content.tasks import task_of
from transferforum.grading.grade import grade
from transferforum.model import Exercise

EXERCISES = load(ROOT)[0].exercises
REJECTED = 0.9
LISTED = tomllib.loads((Path(__file__).parent / "equivalent.toml").read_text(encoding="utf-8"))

_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
}
_OPERATORS: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Add, ast.Div),
    ast.Div: (ast.Mult, ast.FloorDiv),
    ast.FloorDiv: (ast.Div, ast.Mult),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
}
_NAMES = {
    "sum": "max",
    "ceil": "floor",
    "floor": "ceil",
    "max": "min",
    "min": "max",
    "mean": "median",
    "count": "size",
    "nunique": "count",
    "head": "tail",
}


def mutants(source: str, columns: frozenset[str]) -> Iterator[str]:
    """The source with one comparison, constant, column, operator or aggregation changed."""
    tree = ast.parse(source)
    for index, node in enumerate(ast.walk(tree)):
        for change in _changes(node, columns):
            changed = copy.deepcopy(tree)
            target = next(one for number, one in enumerate(ast.walk(changed)) if number == index)
            for name, value in change.items():
                setattr(target, name, value)
            yield ast.unparse(changed)


def _changes(node: ast.AST, columns: frozenset[str]) -> Iterator[dict[str, object]]:
    match node:
        case ast.Compare(ops=[op]):
            yield from ({"ops": [other()]} for other in _COMPARISONS.get(type(op), ()))
        case ast.BinOp(op=op):
            yield from ({"op": other()} for other in _OPERATORS.get(type(op), ()))
        case ast.Constant(value=bool() as value):
            yield {"value": not value}
        case ast.Constant(value=int() | float() as value):
            yield {"value": value + 1}
        case ast.Constant(value=str() as value) if value in columns:
            yield from ({"value": other} for other in sorted(columns - {value})[:2])
        case ast.Attribute(attr=name) if name in _NAMES:
            yield {"attr": _NAMES[name]}


@contextmanager
def _at_most(seconds: int) -> Iterator[None]:
    """Ends code that does not end by itself; where signals are missing (Windows), there is no limit."""

    def stop(*_: object) -> None:
        raise TimeoutError

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_mutants_are_rejected(exercise: Exercise) -> None:
    task = task_of(exercise)
    rows = (content.decode("cp1252").splitlines()[0] for content in task.files.values() if content)
    columns = frozenset(name for row in rows for name in row.split(";"))
    found = sorted(set(mutants(exercise.solution.source, columns)) - {ast.unparse(ast.parse(exercise.solution.source))})
    survivors = []
    for code in found:
        with _at_most(20):
            if grade(task, code).passed:
                survivors.append(_difference(exercise.solution.source, code))
    excused = LISTED.get(exercise.id, {})
    open_survivors = [line for line in survivors if line not in excused]
    rate = 1 - len(open_survivors) / len(found)
    print(f"{exercise.id}: {len(found)} mutants, {len(survivors)} survive, {len(excused)} of them are equivalent")
    assert len(found) >= 5
    assert rate >= REJECTED, open_survivors
    assert set(excused) <= set(survivors), "equivalent.toml lists mutants that are rejected"
    assert all(reason.strip() for reason in excused.values())


def _difference(solution: str, mutant: str) -> str:
    """The line of the mutant that differs."""
    before = ast.unparse(ast.parse(solution)).splitlines()
    return next(line.strip() for line, old in zip(mutant.splitlines(), before, strict=True) if line != old)
