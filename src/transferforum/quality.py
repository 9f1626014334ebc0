# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is known of content beside itself: what the checks say of it, how hard it reads, how long its exercises run.

The checks fill it in, the site shows it as a report; neither knows the other. All keys are paths from the forum's root.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from .clock import today
from .problems import Problem, Trial

TIMES = Path("build/reports/exercise-times.json")
"""Where the run time of each exercise is kept: `{path: {"seconds": 1.5, "day": "2026-11-25"}}`."""
HARD = 11.0
"""School years by the first Wiener Sachtextformel, up to which a text is easy enough."""
HARD_LIX = 50.0
"""The same by LIX."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How hard a text is: words, school years by the first Wiener Sachtextformel, LIX.

    Both figures are 0 for a text that is too short to be measured.
    """

    words: int
    years: float
    lix: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RunTime:
    """How long an exercise, or the data of a course, ran when it was last executed, and on which day."""

    seconds: float
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """The problems of all checks that nobody has excused, the scores of all texts, the times of what was executed."""

    problems: tuple[Problem, ...]
    scores: Mapping[str, Score] = field(default_factory=dict)
    times: Mapping[str, RunTime] = field(default_factory=dict)


def read_times(root: Path) -> dict[str, RunTime]:
    """The run times below `root`; what is missing or cannot be read was not measured."""
    return {path: time for path, entry in _entries(root).items() if (time := _time(entry))}


def keep_times(root: Path, trials: Iterable[Trial]) -> None:
    """Note the times of these trials; those of others stay."""
    day = today().isoformat()
    measured = {one.path: {"seconds": round(one.seconds, 1), "day": day} for one in trials}
    path = root / TIMES
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.new")
    temporary.write_text(json.dumps(_entries(root) | measured, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    temporary.replace(path)


def _entries(root: Path) -> dict[str, Any]:
    try:
        found = json.loads((root / TIMES).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _time(entry: Any) -> RunTime | None:
    try:
        return RunTime(seconds=float(entry["seconds"]), day=date.fromisoformat(entry["day"]))
    except (KeyError, TypeError, ValueError):
        return None
