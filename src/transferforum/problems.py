# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A fault in the content: the only form it has, from the loader and the checks to every output."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Problem:
    """Where a fault is, what is wrong and how to mend it.

    `path` is relative to the forum's root, with `/`; `line` counts from 1, 0 stands for the whole file.
    `code` names the rule; `message` and `cure` are German sentences. A `warning` should be looked at and stops nothing.
    `found` is the place in the text that a check objects to, where an author may excuse it.
    """

    path: str
    line: int
    code: str
    message: str
    cure: str
    warning: bool = False
    found: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        kind = "Hinweis: " if self.warning else ""
        return _line(f"{place}: {kind}{self.message} [{self.code}]") + f"\n    So beheben Sie es: {_line(self.cure)}"

    def as_json(self) -> dict[str, Any]:
        """The problem as plain values."""
        return asdict(self)


def _line(text: str) -> str:
    """One line. Signs of a file that steer a terminal or turn the direction of writing are shown and have no effect."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in " ".join(text.split()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """An exercise, or the data of a course, that was executed: its main file, the seconds it took, its problems."""

    name: str
    path: str
    seconds: float
    problems: tuple[Problem, ...] = ()
