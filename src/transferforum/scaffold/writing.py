# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What will be written, shown and then done: all of it or nothing, and never over a file that is there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path


class Occupied(Exception):
    """Something is where a file should go, or a file is no longer what it was; the message names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A file that gets something added."""

    name: str
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """New files by name below the forum's root, a change, and the commands that come next."""

    new: Mapping[str, bytes]
    change: Change | None = None
    next: tuple[str, ...] = ()
    hints: tuple[str, ...] = field(default=())


def shown(plan: Plan) -> Iterator[str]:
    """What will be written, line by line."""
    for name in plan.new:
        yield f"  neu       {name}"
    if plan.change:
        yield f"  ergänzt   {plan.change.name}"
        yield ""
        old, new = (text.decode().splitlines() for text in (plan.change.before, plan.change.after))
        lines = unified_diff(old, new, plan.change.name, plan.change.name, n=2, lineterm="")
        yield from (f"    {line}".rstrip() for line in lines)


def write(root: Path, plan: Plan) -> None:
    """Write everything. When something is in the way or goes wrong, nothing has been written."""
    targets = {root / name: content for name, content in plan.new.items()}
    for target in targets:
        _must_be_free(target, root)
    changed = (root / plan.change.name).resolve() if plan.change else None
    if plan.change and changed and changed.read_bytes() != plan.change.before:
        raise Occupied(f"{plan.change.name} hat sich inzwischen geändert. Rufen Sie den Befehl noch einmal auf.")
    with _undone_on_failure() as made:
        for target, content in targets.items():
            _make_folder(target.parent, made)
            _write_beside(target, content, made)
        if plan.change and changed:
            _write_beside(changed, plan.change.after, made)
            shutil.copymode(changed, _beside(changed))
        for target in targets:
            _place(target, root, made)
        if changed:
            _beside(changed).replace(changed)


@contextmanager
def _undone_on_failure() -> Iterator[list[Path]]:
    """Collects what was made, and removes it, the last first, when anything goes wrong (Ctrl+C too)."""
    made: list[Path] = []
    try:
        yield made
    except BaseException:
        for path in reversed(made):
            with suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        raise


def _must_be_free(target: Path, root: Path) -> None:
    if os.path.lexists(target):
        raise Occupied(f"{target.relative_to(root).as_posix()} gibt es schon. Es wurde nichts geschrieben.")


def _make_folder(folder: Path, made: list[Path]) -> None:
    if not folder.exists():
        _make_folder(folder.parent, made)
        folder.mkdir()
        made.append(folder)


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.new")


def _write_beside(target: Path, content: bytes, made: list[Path]) -> None:
    path = _beside(target)
    made.append(path)
    path.write_bytes(content)


def _place(target: Path, root: Path, made: list[Path]) -> None:
    """Give a written file its name; unlike renaming, a link fails where something has come to be meanwhile."""
    path = _beside(target)
    try:
        os.link(path, target)
    except FileExistsError:
        _must_be_free(target, root)
        raise
    except OSError:  # a drive without links
        _must_be_free(target, root)
        path.rename(target)
        made.append(target)
        return
    made.append(target)
    path.unlink()
