# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Says what a long step is doing: moving bars on a terminal, plain lines in a log, nothing in tests."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, TaskID, TextColumn
from rich.progress import Progress as Bars


class Progress(Protocol):
    """What long steps report to."""

    def say(self, text: str) -> None:
        """One sentence for the reader."""

    def advance(self, what: str, done: int, total: int) -> None:
        """`done` of `total` bytes of `what`; a total of 0 is unknown."""


class Quiet:
    """Reports nothing."""

    def say(self, text: str) -> None: ...

    def advance(self, what: str, done: int, total: int) -> None: ...


class Lines:
    """One line for each sentence and each finished file."""

    def say(self, text: str) -> None:
        print(text, file=sys.stderr, flush=True)

    def advance(self, what: str, done: int, total: int) -> None:
        if total and done >= total:
            self.say(f"  {what} ({megabytes(total)})")


@dataclass(slots=True)
class Moving:
    """One bar for each file, on a terminal."""

    bars: Bars
    tasks: dict[str, TaskID] = field(default_factory=dict)

    def say(self, text: str) -> None:
        self.bars.console.print(text, markup=False, highlight=False)

    def advance(self, what: str, done: int, total: int) -> None:
        if what not in self.tasks:
            self.tasks[what] = self.bars.add_task(what, total=total or None)
        self.bars.update(self.tasks[what], completed=done, total=total or None)


@contextmanager
def shown() -> Iterator[Progress]:
    """Progress for a person who waits."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield Lines()
        return
    with Bars(TextColumn("{task.description}"), BarColumn(), DownloadColumn(), console=console) as bars:
        yield Moving(bars)


@contextmanager
def reporting(progress: Progress | None) -> Iterator[Progress]:
    """This progress, or one for a person who waits."""
    if progress:
        yield progress
    else:
        with shown() as moving:
            yield moving


def megabytes(size: int) -> str:
    """A size as Germans write it: `4,8 MB`."""
    return f"{size / 1e6:.1f} MB".replace(".", ",")
