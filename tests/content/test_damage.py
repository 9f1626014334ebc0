# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Damaged content ends in a located problem or is still sound; never in a traceback."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from conftest import CORPUS

from transferforum import checks
from transferforum.content import load

FILES = sorted(path.relative_to(CORPUS / "good") for path in (CORPUS / "good").rglob("*") if path.is_file())
ROUNDS = 12
"""Damages of each kind and file; the seed is the file's name and the kind."""


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _swapped(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(3):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _line_lost(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def _line_twice(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    place = chance.randrange(len(lines))
    return b"".join([*lines[:place], lines[place], *lines[place:]])


def _odd_value(content: bytes, chance: random.Random) -> bytes:
    """Another type after a colon or an equals sign."""
    lines = content.decode().splitlines(keepends=True)
    places = [number for number, line in enumerate(lines) if "=" in line or ": " in line]
    if not places:
        return content + b"\xff"
    place = chance.choice(places)
    sign = " = " if " = " in lines[place] else ": "
    odd = chance.choice(
        ["[]", "{}", "7", "-1", "true", "null", '"\U0001f333\u202e"', "[[[[", "2026-13-45", "!!python/object"]
    )
    lines[place] = f"{lines[place].partition(sign)[0]}{sign}{odd}\n"
    return "".join(lines).encode()


DAMAGES = (_cut, _swapped, _line_lost, _line_twice, _odd_value)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda one: one.__name__.strip("_"))
@pytest.mark.parametrize("name", FILES, ids=lambda path: path.as_posix())
def test_damaged_files(name: Path, damage: object, small: Path) -> None:
    chance = random.Random(f"{name.as_posix()} {damage}".split(" at ")[0])
    content = (small / name).read_bytes()
    for _ in range(ROUNDS):
        (small / name).write_bytes(damage(content, chance))  # type: ignore[operator]
        forum, faults = load(small)
        for problem in (*faults, *checks.run(forum)):
            assert problem.path
            assert problem.message
            assert problem.cure
            if (small / problem.path).is_file():
                lines = (small / problem.path).read_bytes().count(b"\n") + 2
                assert 0 <= problem.line <= lines, problem


def test_deep_nesting_is_a_problem_not_a_crash(small: Path) -> None:
    deep = "[" * 20_000
    (small / "courses/probe/course.toml").write_text(f"id = {deep}")
    (small / "courses/probe/erste.md").write_text(f"---\nlesson: {deep}\n---\n")
    (small / "exercises/summe/check.py").write_text("x = " + "(" * 20_000)
    _, faults = load(small)
    assert {fault.code for fault in faults} >= {"toml-form", "python-form"}
