# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every form is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..problems import Problem, Trial


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The problems in their order, what was executed, and how much there was to look at.

    `notes` say what could not be looked at, and why.
    """

    problems: tuple[Problem, ...]
    trials: tuple[Trial, ...] = ()
    courses: int = 0
    exercises: int = 0
    notes: tuple[str, ...] = ()


def faults(problems: Sequence[Problem]) -> int:
    """How many of them are more than a hint."""
    return sum(not problem.warning for problem in problems)
