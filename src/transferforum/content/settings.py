# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads `forum.toml`."""

from __future__ import annotations

from pathlib import Path

from ..model import Operator, Settings
from .faults import Faults
from .schema import fits

_FALLBACK = Settings(id="forum", title="Forum")


def read_settings(root: Path, faults: Faults) -> Settings:
    """The settings; a stand-in, and faults, when they cannot be read."""
    path = root / "forum.toml"
    data = faults.toml(path)
    if data is None or not fits("forum", data, path, faults):
        return _FALLBACK
    return Settings(
        id=data["id"],
        title=data["title"],
        summary=data.get("summary", ""),
        repository=data.get("repository", ""),
        operator=Operator(**data.get("operator", {})),
    )
