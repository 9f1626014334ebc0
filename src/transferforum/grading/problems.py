# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of an explained Python error; `explain` makes it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedError:
    """A Python error in German: what happened, what to do next, the learner's line (from 1), the original text."""

    name: str
    message: str
    next: str
    line: int | None
    original: str

    def as_json(self) -> dict[str, Any]:
        """The error as plain values."""
        return asdict(self)
