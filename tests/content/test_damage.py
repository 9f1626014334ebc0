# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Damaged content ends in a located problem or is still sound; never in a traceback, never in a hang."""

from __future__ import annotations

import random
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import pytest
from conftest import CORPUS

from transferforum import checks
from transferforum.content import load
from transferforum.reports import FORMATS, Report, render

FILES = sorted(path.relative_to(CORPUS / "good") for path in (CORPUS / "good").rglob("*") if path.is_file())
ROUNDS = 4
"""Readings for each kind of damage and each file; the seed is the file's name and the kind."""
TOGETHER = 3
"""Files that are damaged for each reading: the one, and others by chance; reading is what takes the time."""
TOO_LONG = 60
"""Seconds after which a reading counts as one that never ends; most take a hundredth of one."""

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
    depth = chance.choice([50, 500, 5000])
    opened, closed = chance.choice(
        [("[", "]"), ("{a: ", "}"), ("> ", ""), ("- ", ""), ("((", "))"), ("*_", "_*"), ("`", "")]
    )
    lines = content.splitlines(keepends=True)
    place = chance.randrange(len(lines))
    start, sign, _ = lines[place].partition(chance.choice([b" = ", b": ", b""]) or b"\n")
    lines[place] = start + sign + (opened * depth + "x" + closed * depth).encode() + b"\n"
    return b"".join(lines)


DAMAGES: tuple[Damage, ...] = (
    _cut,
    _swapped,
    _line_lost,
    _line_twice,
    _odd_value,
    _key_lost,
    _odd_signs,
    _windows,
    _deep,
)


class _Hang(BaseException):
    """Raised where something takes too long; no `except Exception` holds it up."""


@pytest.fixture
def no_hang() -> Iterator[Callable[[], None]]:
    """Starts the clock anew at each call; a reading that takes too long fails the test instead of holding it up."""
    if not hasattr(signal, "setitimer"):
        yield lambda: None
        return

    def stop(_: int, __: FrameType | None) -> None:
        raise _Hang

    before = signal.signal(signal.SIGALRM, stop)
    yield lambda: signal.setitimer(signal.ITIMER_REAL, TOO_LONG) and None
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


def _expect_located(root: Path) -> int:
    forum, faults = load(root)
    problems = (*faults, *checks.run(forum))
    for problem in problems:
        assert problem.path
        assert problem.message
        assert problem.cure
        if (root / problem.path).is_file():
            content = (root / problem.path).read_bytes()
            lines = len(content.decode(errors="replace").splitlines()) + content.count(b"\n") + 2
            assert 0 <= problem.line <= lines, problem
    for form in FORMATS:
        render(form, Report(problems=problems))
    return len(problems)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda one: one.__name__.strip("_"))
@pytest.mark.parametrize("name", FILES, ids=lambda path: path.as_posix())
def test_damaged_files(name: Path, damage: Damage, small: Path, no_hang: Callable[[], None]) -> None:
    chance = random.Random(f"{name.as_posix()} {damage.__name__}")
    for _ in range(ROUNDS):
        hurt = {name: damage}
        for other in chance.sample(FILES, TOGETHER - 1):
            hurt.setdefault(other, chance.choice(DAMAGES))
        sound = {path: (small / path).read_bytes() for path in hurt}
        for path, how in hurt.items():
            (small / path).write_bytes(how(sound[path], chance))
        no_hang()
        _expect_located(small)
        for path, content in sound.items():
            (small / path).write_bytes(content)


@pytest.mark.parametrize("name", FILES, ids=lambda path: path.as_posix())
def test_a_file_with_a_thousand_times_the_same_line(name: Path, small: Path, no_hang: Callable[[], None]) -> None:
    chance = random.Random(name.as_posix())
    lines = (small / name).read_bytes().splitlines(keepends=True)
    for place in (0, chance.randrange(len(lines))):
        (small / name).write_bytes(b"".join([*lines[:place], *[lines[place]] * 1000, *lines[place:]]))
        no_hang()
        _expect_located(small)


def test_deep_nesting_is_a_problem_not_a_crash(small: Path) -> None:
    deep = "[" * 20_000
    (small / "courses/probe/course.toml").write_text(f"id = {deep}")
    (small / "courses/probe/erste.md").write_text(f"---\nlesson: {deep}\n---\n")
    (small / "exercises/summe/check.py").write_text("x = " + "(" * 20_000)
    _, faults = load(small)
    assert {fault.code for fault in faults} >= {"toml-form", "python-form"}
