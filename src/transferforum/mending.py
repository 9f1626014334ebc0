# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Mends what a machine can mend without knowing what is meant (`forum check --fix`).

Every change is compared with what the file said before: it must say the same, or exactly what the cure asks for.
Files that could not be read stay as they are.
"""

from __future__ import annotations

import ast
import re
import shutil
import tomllib
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from .checks import packages, word_list
from .content.notebook import HEAD
from .model import Forum
from .problems import Problem

_PLACES = (
    "*.toml",
    "*.md",
    "*.txt",
    "docs/**/*.md",
    *(f"{kind}/*/**/*{ending}" for kind, ending in product(("courses", "exercises"), (".md", ".toml", ".py"))),
)
_FOREIGN = {"pyproject.toml", "CHANGELOG.md"}
_FENCE = re.compile(r"^\s*(`{3,}|~{3,}|:{3,})")
_FAR = 12
"""Lines that an excuse may have."""


@dataclass(frozen=True, slots=True, order=True)
class Mended:
    """A file that was changed, and what was changed in it."""

    path: str
    what: str


def mend(
    forum: Forum, faults: Sequence[Problem], problems: Sequence[Problem], wanted: Callable[[Path], bool]
) -> list[Mended]:
    """Mend wanted files: `faults` are those of reading, `problems` those of the checks."""
    broken = {fault.path for fault in faults}
    done: list[Mended] = []
    for path in _files(forum.root):
        if wanted(path) and forum.relative(path) not in broken:
            done += [Mended(forum.relative(path), what) for what in _mend_form(path)]
    for problem in sorted(problems, reverse=True):
        path = forum.root / problem.path
        if not wanted(path) or problem.path in broken:
            continue
        # A file that cannot be read may be the one that makes an excuse needed.
        if problem.code == "ausnahme-unnoetig" and not faults and _drop_excuse(path, problem):
            done.append(Mended(problem.path, "eine Ausnahme gelöscht, die nicht gebraucht wird"))
        elif problem.code == "pakete" and _set_packages(forum, path):
            done.append(Mended(problem.path, "die Angabe `packages` an die Zeilen mit `import` angepasst"))
        elif problem.code == "wortliste":
            _write(path, "".join(f"{word}\n" for word in word_list.in_order(word_list.read(forum.root))))
            done.append(Mended(problem.path, "die Wörter sortiert"))
    return sorted(set(done))


def _files(root: Path) -> list[Path]:
    found = {path for pattern in _PLACES for path in root.glob(pattern)}
    return sorted(path for path in found if path.is_file() and path.name not in _FOREIGN)


def _mend_form(path: Path) -> Iterator[str]:
    """Mend what no one sees in an editor; gives what was done."""
    content = path.read_bytes()
    try:
        before = content.decode("utf-8")
    except UnicodeDecodeError:
        return
    text, done = before, []
    for what, change in _CHANGES:
        changed = change(text, path.suffix)
        if changed != text:
            text = changed
            done.append(what)
    if done and _says(text, path) == _says(before, path) is not None:
        _write(path, text)
        yield from done


def _without_mark(text: str, _: str) -> str:
    return text.removeprefix("\ufeff")


def _unix_lines(text: str, _: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _last_line_ends(text: str, _: str) -> str:
    return text if text.endswith("\n") or not text else f"{text}\n"


def _no_spaces_at_ends(text: str, suffix: str) -> str:
    if suffix != ".md":
        return "\n".join(line.rstrip(" \t") for line in text.split("\n"))
    lines, fence = [], ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence) and line.strip() == found[1]:
            fence = ""
        # Two spaces break a line in Markdown, and code keeps its own.
        kept = fence or (line.strip() and line.endswith("  "))
        lines.append(line if kept else line.rstrip(" \t"))
    return "\n".join(lines)


_CHANGES: tuple[tuple[str, Callable[[str, str], str]], ...] = (
    ("das unsichtbare Zeichen am Anfang (BOM) gelöscht", _without_mark),
    ("Zeilenenden von Windows ersetzt", _unix_lines),
    ("Leerzeichen an Zeilenenden gelöscht", _no_spaces_at_ends),
    ("den Zeilenumbruch am Ende ergänzt", _last_line_ends),
)


def _says(text: str, path: Path) -> object:
    """What a file says to a machine, to compare; None when it says nothing sound."""
    text = _unix_lines(text.removeprefix("\ufeff"), "")
    try:
        match path.suffix:
            case ".py":
                return ast.dump(ast.parse(text))
            case ".toml":
                return tomllib.loads(text)
            case ".md":
                return _head(text) or ""
    except (SyntaxError, ValueError, RecursionError, MemoryError, yaml.YAMLError):
        return None
    return ""


def _head(text: str) -> Any:
    found = HEAD.match(text)
    return yaml.safe_load(found[1]) if found else None


def _drop_excuse(path: Path, problem: Problem) -> bool:
    """Delete the fewest lines that make the file say the same without this one excuse."""
    text = path.read_text(encoding="utf-8")
    goals = [_normal(goal) for goal in _without_excuse(_says(text, path), problem)]
    lines = text.splitlines(keepends=True)
    starts = range(max(problem.line - _FAR, 0), min(problem.line, len(lines)))
    # Only from an entry's first line on: YAML takes a key that stands twice, so that a part could go unseen.
    starts_of_entries = [start for start in starts if lines[start].lstrip().startswith(("-", "[[", "{", "excuses"))]
    ranges = [(start, start + count) for count in range(1, _FAR) for start in reversed(starts_of_entries)]
    for start, end in ranges:
        changed = "".join(lines[:start] + lines[end:])
        said = _says(changed, path)
        if said is not None and _normal(said) in goals:
            _write(path, changed)
            return True
    return False


def _without_excuse(said: Any, problem: Problem) -> Iterator[Any]:
    """What the file may say afterwards: without one of the excuses that the problem names."""
    holders = [said, *(said.values() if isinstance(said, dict) else ())]
    for place, holder in enumerate(holders):
        excuses = holder.get("excuses") if isinstance(holder, dict) else None
        for number, excuse in enumerate(excuses if isinstance(excuses, list) else ()):
            if f"„{excuse['text']}“ (`{excuse['check']}`)" in problem.message:
                goal = deepcopy(said)
                del [goal, *goal.values()][place]["excuses"][number]
                yield goal


def _normal(said: Any) -> Any:
    """No excuses, an empty list of them, and a section that held nothing else are the same."""
    if not isinstance(said, dict):
        return said
    plain = {key: _normal(value) for key, value in said.items() if not (key == "excuses" and not value)}
    return {key: value for key, value in plain.items() if value is not None and value != {}}


def _set_packages(forum: Forum, path: Path) -> bool:
    exercise = next((one for one in forum.exercises if one.path == path), None)
    text = path.read_text(encoding="utf-8")
    head = _head(text)
    if exercise is None or head is None:
        return False
    goal = deepcopy(head)
    goal["exercise"]["packages"] = packages.right_packages(exercise)
    listed = ", ".join(goal["exercise"]["packages"])
    changed = re.sub(r"(?m)^(\s*packages:).*$", rf"\g<1> [{listed}]", text, count=1)
    if _head(changed) != goal:
        return False
    _write(path, changed)
    return True


def _write(path: Path, text: str) -> None:
    temporary = path.with_name(f".{path.name}.new")
    temporary.write_bytes(text.encode("utf-8"))
    shutil.copymode(path, temporary)
    temporary.replace(path)
