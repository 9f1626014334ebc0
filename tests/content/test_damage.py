# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Damaged content ends in a located problem or is still sound; never in a traceback, never in a hang."""

from __future__ import annotations

import io
import json
import random
import re
import shutil
import signal
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
import tomlkit
import yaml
from conftest import CORPUS

from transferforum import checks, cli
from transferforum.checks import ids, spelling
from transferforum.content import Memory, load
from transferforum.content.notebook import HEAD
from transferforum.problems import Problem
from transferforum.reports import FORMATS, Report, render
from transferforum.scaffold import TYPES

ROUNDS = 3
"""Readings for each kind of damage and each file; the seed is the file's name and the kind."""
TOGETHER = 3
"""Files that are damaged for each reading: the one, and others by chance; reading is what takes the time."""
PARTS = 8
"""Tests that share the files of a kind of damage, so that they can run side by side."""
TOO_LONG = 20
"""Seconds of processor time after which a reading counts as one that never ends; most take a hundredth of one."""

Damage = Callable[[bytes, random.Random], bytes]


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
    lines = content.decode(errors="replace").splitlines(keepends=True)
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


def _key_lost(content: bytes, chance: random.Random) -> bytes:
    """A key, with what follows it on its line."""
    lines = content.splitlines(keepends=True)
    keys = [number for number, line in enumerate(lines) if b"=" in line or b": " in line or line.startswith(b"[")]
    if keys:
        del lines[chance.choice(keys)]
    return b"".join(lines)


def _odd_signs(content: bytes, chance: random.Random) -> bytes:
    """Signs that nobody sees, that turn the direction, that end lines elsewhere, that are half of one."""
    odd = (
        "\u200b",
        "\u202e",
        "\ufeff",
        "\u2028",
        "\x85",
        "\x0c",
        "\x1b",
        "\0",
        "e\u0301" * 9,
        "\U0001f333",
        '"\\ud800"',
        "ẞ",
    )
    for _ in range(3):
        place = chance.randrange(len(content) + 1)
        content = content[:place] + chance.choice(odd).encode() + content[place:]
    return content


def _windows(content: bytes, chance: random.Random) -> bytes:
    """As Windows saves it, sometimes in its own encoding, sometimes mixed."""
    text = content.decode(errors="replace")
    ends = chance.choice(["\r\n", "\r", "\n\r"])
    mark, encoding = chance.choice([("\ufeff", "utf-8"), ("", "cp1252"), ("", "utf-16")])
    limit = chance.choice([-1, 3])
    return (mark + text.replace("\n", ends, limit)).encode(encoding, errors="replace")


def _deep(content: bytes, chance: random.Random) -> bytes:
    """A value, or a part of the text, in many brackets or quotations."""
    depth = chance.choice([50, 500, 1900])
    opened, closed = chance.choice(
        [("[", "]"), ("{a: ", "}"), ("> ", ""), ("- ", ""), ("((", "))"), ("*_", "_*"), ("`", "")]
    )
    lines = content.splitlines(keepends=True)
    place = chance.randrange(len(lines))
    start, sign, _ = lines[place].partition(chance.choice([b" = ", b": ", b""]) or b"\n")
    lines[place] = start + sign + (opened * depth + "x" + closed * depth).encode() + b"\n"
    return b"".join(lines)


def _odd_part(content: bytes, chance: random.Random) -> bytes:
    """A key or a value anywhere in the tree of a head or a table is lost, doubled, or of another type."""
    text = content.decode(errors="replace")
    head = HEAD.match(text)
    try:
        tree: Any = yaml.safe_load(head[1]) if head else tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return _with_marks(content, chance)
    for _ in range(chance.choice([1, 2])):
        holder, key = chance.choice(list(_places(tree)))
        what = chance.randrange(6)
        if what == 0:
            del holder[key]
        elif what == 1 and isinstance(holder, list):
            holder.append(holder[key])
        elif what == 1:
            holder[chance.choice(["id", "title", "x", ""])] = chance.choice(_ODD)
        else:
            holder[key] = chance.choice(_ODD)
        if not tree:
            break
    if head:
        return f"---\n{yaml.safe_dump(tree, allow_unicode=True)}---{text[head.end() :]}".encode()
    return tomlkit.dumps(tree).encode()


_ODD: tuple[Any, ...] = (True, -1, 10**30, 0.5, float("nan"), "", "x", "*", "a\nb", "\u202e", "2026-02-30", [], {})
_ODD += (date(2026, 11, 22), [[]], [{}], ["x", "x"], {"a": {"b": []}})


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """(what holds it, its key or number) of everything in a tree."""
    for key, value in list(tree.items() if isinstance(tree, dict) else enumerate(tree)):
        yield tree, key
        if isinstance(value, dict | list):
            yield from _places(value)


_MARKS = (
    *("```", "````\n", "~~~", ":::", "---\n", "+++\n", '+++ {"tags": ["hint"]}\n', "```{quiz} x\n:type: "),
    *("```{exercise} ", "```{code-cell} python\n", "{term}`", "{fact}`", "[^1]", "[^1]: ", "> ", "- [x] ", "{{"),
    *("}}", "::", "= ", "± ", "|", "%", "$$", "<!--", "<table>", "<img ", "![", "](", "(x)=\n", "\t", "[[terms]]\n"),
    *('"""', "excuses:\n", "# Rückmeldung: ", "Erklärung:\n", "def check(", "SEED = ", "1e999", "\u0661", "&", "#"),
    *("*", "_", "`", "\\"),
)


def _with_marks(content: bytes, chance: random.Random) -> bytes:
    """Signs that mean something to a reader of Markdown, YAML, TOML or Python, where they do not belong."""
    text = content.decode(errors="replace")
    for _ in range(chance.choice([1, 2, 4])):
        place = chance.randrange(len(text) + 1)
        place = chance.choice([place, text.rfind("\n", 0, place) + 1])
        text = text[:place] + chance.choice(_MARKS) + text[place:]
    return text.encode()


def _huge(content: bytes, chance: random.Random) -> bytes:
    """Far more of the same: a line, everything, or words without an end."""
    lines = content.splitlines(keepends=True)
    place = chance.randrange(len(lines))
    return chance.choice(
        [
            b"".join([*lines[:place], *[lines[place]] * 300, *lines[place:]]),
            content * 20,
            content + b"a " * 10_000,
            content + b"x" * 2_000_001,
        ]
    )


DAMAGES: tuple[Damage, ...] = (
    _cut,
    _swapped,
    _line_lost,
    _line_twice,
    _odd_value,
    _odd_part,
    _key_lost,
    _odd_signs,
    _with_marks,
    _windows,
    _deep,
    _huge,
)


class _Hang(BaseException):
    """Raised where something takes too long; no `except Exception` holds it up."""


@contextmanager
def _no_hang(what: str) -> Iterator[None]:
    """What takes too long, or raises anything, fails the test and says what was damaged."""

    def stop(_: int, __: FrameType | None) -> None:
        raise _Hang(what)

    timed = hasattr(signal, "setitimer")
    before = signal.signal(signal.SIGPROF, stop) if timed else None
    if timed:
        signal.setitimer(signal.ITIMER_PROF, TOO_LONG)
    try:
        yield
    except Exception as error:
        error.add_note(what)
        raise
    finally:
        if timed:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, before)


@dataclass(frozen=True, slots=True)
class Field:
    """A sound forum that has of everything, and the memory of a preview that reads it again and again."""

    root: Path
    files: Sequence[Path]
    memory: Memory

    @contextmanager
    def hurt(self, first: Path, damage: Damage, chance: random.Random) -> Iterator[str]:
        """Damage a file and others by chance while the block runs; gives what was done."""
        hurt = {first: damage}
        for other in chance.sample(self.files, TOGETHER - 1):
            hurt.setdefault(other, chance.choice(DAMAGES))
        sound = {path: path.read_bytes() for path in hurt}
        try:
            for path, how in hurt.items():
                path.write_bytes(how(sound[path], chance))
            yield ", ".join(f"{path.relative_to(self.root)}: {how.__name__.strip('_')}" for path, how in hurt.items())
        finally:
            for path, content in sound.items():
                path.write_bytes(content)


@pytest.fixture(scope="module")
def field(tmp_path_factory: pytest.TempPathFactory) -> Field:
    root = Path(shutil.copytree(CORPUS / "good", tmp_path_factory.mktemp("field") / "forum"))
    course = ("--course", "gebuehren")
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(io.StringIO()):
        patch.setattr("transferforum.scaffold.command.at_terminal", lambda: False)
        for call in (
            ("course", "--title", "Gebühren", "--area", "probe"),
            ("exercise", "--title", "Wie viele?", *course),
            *(("quiz", "--title", f"Was gilt {type}?", "--type", type, *course) for type in TYPES),
            ("know-how", "--title", "Warum?", "--area", "probe", "--courses", "probe"),
            ("workshop", "--title", "Treffen", "--courses", "probe"),
        ):
            assert cli.main(["--root", str(root), "new", *call]) == 0
    for case in ("bad/beweis-form", "bad/wortliste", "sound/ausnahme-seite", "sound/tabelle-kopf"):
        shutil.copytree(CORPUS / case, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    ids.record(load(root)[0])
    return Field(root, sorted(path for path in root.rglob("*") if path.is_file()), Memory())


def _expect_located(root: Path, memory: Memory | None = None) -> list[Problem]:
    forum, faults = load(root, memory)
    problems = [*faults, *checks.run(forum)]
    for problem in problems:
        assert problem.path
        assert problem.message
        assert problem.cure
        first, second = str(problem).split("\n")
        assert (first + second).isprintable()
        assert 0 <= problem.line <= _lines(root / problem.path), problem
    for form in FORMATS:
        render(form, Report(problems=tuple(problems)))
    return problems


def _lines(path: Path) -> int:
    """How many lines a file has, an empty one at its end included."""
    return len(re.split("\r\n|\r|\n", path.read_bytes().decode(errors="replace"))) if path.is_file() else 0


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("damage", DAMAGES, ids=lambda one: one.__name__.strip("_"))
def test_damaged_files(part: int, damage: Damage, field: Field) -> None:
    for path in field.files[part::PARTS]:
        chance = random.Random(f"{path.relative_to(field.root).as_posix()} {damage.__name__}")
        for _ in range(ROUNDS):
            with field.hurt(path, damage, chance) as what, _no_hang(what):
                _expect_located(field.root, field.memory)


def test_thousands_of_damages_are_tried(field: Field) -> None:
    assert len(DAMAGES) * len(field.files) * ROUNDS * TOGETHER > 4000


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda one: one.__name__.strip("_"))
def test_damaged_files_are_mended_for_the_better(
    damage: Damage, field: Field, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--fix` makes no new fault, and does everything at once."""
    monkeypatch.setattr(spelling, "available", lambda: False)  # it mends nothing, and takes longest
    chance = random.Random(damage.__name__)
    for number in range(3):
        copy = tmp_path / str(number)
        with field.hurt(chance.choice(field.files), damage, chance) as what, _no_hang(what):
            shutil.copytree(field.root, copy)
            call = ["--root", str(copy), "check"]
            assert cli.main([*call, "--format", "json"]) in {0, 1}
            before = {(one["path"], one["code"]) for one in json.loads(capsys.readouterr().out)}
            assert cli.main([*call, "--fix"]) in {0, 1}
            assert {(one.path, one.code) for one in _expect_located(copy)} <= before
            capsys.readouterr()
            with redirect_stderr(io.StringIO()) as said:
                cli.main([*call, "--fix"])
            assert "Behoben" not in said.getvalue()


def test_deep_nesting_is_a_problem_not_a_crash(small: Path) -> None:
    deep = "[" * 1_900
    (small / "courses/probe/course.toml").write_text(f"id = {deep}")
    (small / "courses/probe/erste.md").write_text(f"---\nlesson: {deep}\n---\n")
    (small / "exercises/summe/check.py").write_text("x = " + "(" * 1_900)
    _, faults = load(small)
    assert {fault.code for fault in faults} >= {"toml-form", "python-form"}
