# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Loading with a memory gives what loading without gives, whatever happened to the files between."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from transferforum.content import Memory, load

STEPS = 25


def _change(root: Path, chance: random.Random) -> None:
    """One thing that happens to files: edited, cut, emptied, deleted, renamed, put back, damaged, copied."""
    files = sorted(
        path for path in root.rglob("*") if path.is_file() and path.suffix in {".md", ".toml", ".py", ".csv"}
    )
    path = chance.choice(files)
    text = path.read_bytes()
    match chance.randrange(8):
        case 0:
            words = text.split(b" ")
            words.insert(chance.randrange(len(words)), b"{term}`nichts` ")
            path.write_bytes(b" ".join(words))
        case 1:
            path.write_bytes(text[: chance.randrange(len(text) + 1)])
        case 2:
            path.unlink()
        case 3:
            path.rename(path.with_name(f"{path.stem}-neu{path.suffix}"))
        case 4:
            place = chance.randrange(len(text)) if text else 0
            path.write_bytes(text[:place] + b"x" + text[place + 1 :])  # as long as before
        case 5:
            other = chance.choice(files)
            path.write_bytes(other.read_bytes())
        case 6:
            folder = path.parent
            if folder != root:
                shutil.copytree(folder, folder.with_name(f"{folder.name}-zwei"), dirs_exist_ok=True)
        case _:
            stat = path.stat()
            path.write_bytes(text.replace(b"a", b"b", 1))
            os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))  # as some editors and tools do


@pytest.mark.parametrize("seed", range(6))
def test_a_memory_never_shows(small: Path, seed: int) -> None:
    chance = random.Random(seed)
    good = {path: path.read_bytes() for path in small.rglob("*") if path.is_file()}
    memory = Memory()
    load(small, memory)
    for step in range(STEPS):
        _change(small, chance)
        if step % 5 == 4:
            path = chance.choice(sorted(good))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(good[path])
        assert load(small, memory) == load(small)


def test_what_has_not_changed_is_the_same_object(small: Path) -> None:
    """So that what was computed of it counts on."""
    memory = Memory()
    first, _ = load(small, memory)
    second, _ = load(small, memory)
    assert all(one is other for one, other in zip(first.courses, second.courses, strict=True))
    assert all(one is other for one, other in zip(first.exercises, second.exercises, strict=True))
    assert all(one is other for one, other in zip(first.pages, second.pages, strict=True))


def test_trusted_files_are_not_looked_at(small: Path) -> None:
    """A preview knows what was saved; the full reading after it finds the rest."""
    memory = Memory()
    load(small, memory)
    lesson, check = small / "courses/probe/erste.md", small / "exercises/summe/check.py"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("minutes: ", "minutes: 1"), encoding="utf-8")
    check.unlink()
    with memory.trusting([lesson]):
        quick, _ = load(small, memory)
    whole, _ = load(small, memory)
    assert quick.courses == whole.courses
    assert quick.exercises
    assert not whole.exercises
