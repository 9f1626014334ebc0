# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a check found, in the forms that people, editors and platforms read.

A new form is one new file with a function `render(report) -> str` and one line here.
"""

from __future__ import annotations

from collections.abc import Callable

from . import gitlab, json, junit, sarif, text
from .report import Report, faults

__all__ = ["FORMATS", "Report", "faults", "render"]

FORMATS: dict[str, Callable[[Report], str]] = {
    "text": text.render,
    "json": json.render,
    "sarif": sarif.render,
    "gitlab": gitlab.render,
    "junit": junit.render,
}


def render(name: str, report: Report) -> str:
    """A report in the form of this name; what no file can hold (half a sign from a head's `\\ud800`) is replaced."""
    return FORMATS[name](report).encode("utf-8", "replace").decode("utf-8")
