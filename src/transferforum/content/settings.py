# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads `forum.toml`. What is left empty there (`""`, `[]`) counts as not said."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from ..model import BOTH_FORMS, Accessibility, Licences, Operator, Privacy, Settings, Site
from .faults import Faults
from .schema import fits

FILE = "forum.toml"
_FALLBACK = Settings(id="forum", title="Forum")
_DATES = {"stand", "created", "reviewed"}
_LINE = re.compile(r"\s*(?:\[\s*([\w-]+)\s*\]|([\w-]+)\s*=)")


def read_settings(root: Path, faults: Faults) -> Settings:
    """The settings; a stand-in, and faults, when they cannot be read."""
    path = root / FILE
    data = faults.toml(path)
    if data is None:
        return _FALLBACK
    said: dict[str, Any] = {key: _said(value) if isinstance(value, dict) else value for key, value in data.items()}
    if not fits("forum", said, path, faults):
        return _FALLBACK
    return Settings(
        id=said["id"],
        title=said["title"],
        summary=said.get("summary", ""),
        repository=said.get("repository", ""),
        site=Site(url=_folder(said.get("site", {}).get("url", ""))),
        operator=Operator(**_frozen(said, "operator")),
        privacy=Privacy(**_frozen(said, "privacy")),
        accessibility=Accessibility(**_frozen(said, "accessibility")),
        licences=Licences(**_frozen(said, "licences")),
        gender=said.get("wording", {}).get("gender", BOTH_FORMS),
        lines=tuple(_lines(path.read_text(encoding="utf-8-sig")).items()),
    )


def _said(section: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in section.items() if value not in ("", [])}


def _folder(url: str) -> str:
    return f"{url.rstrip('/')}/" if url else ""


def _frozen(data: dict[str, Any], section: str) -> dict[str, Any]:
    return {key: _value(key, value) for key, value in data.get(section, {}).items()}


def _value(key: str, value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return date.fromisoformat(value) if key in _DATES and isinstance(value, str) else value


def _lines(text: str) -> dict[str, int]:
    """Where sections and the keys in them stand, as `operator` and `operator.name`."""
    section, found = "", dict[str, int]()
    for number, line in enumerate(text.split("\n"), 1):
        match = _LINE.match(line)
        if match is None:
            continue
        section = match[1] or section
        name = match[1] or (f"{section}.{match[2]}" if section else match[2])
        found.setdefault(name, number)
    return found
