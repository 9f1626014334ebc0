# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads `excuses`: places that a check may not complain about, each with its reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..model import Excuse
from .faults import Faults


def read_excuses(about: dict[str, Any], path: Path, faults: Faults) -> tuple[Excuse, ...]:
    """The excuses in a head or a TOML file that its schema has accepted."""
    return tuple(
        Excuse(**entry, line=faults.line_of_key(path, "reason", number) or faults.line_of_key(path, "excuses"))
        for number, entry in enumerate(about.get("excuses", ()))
    )
