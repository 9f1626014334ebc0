# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a check found, in the forms that people, editors and platforms read.

A new form is one new file with a function `render(report) -> str` and one line here.
"""

from __future__ import annotations

from collections.abc import Callable

from . import gitlab, json, junit, sarif, text
from .report import Report, faults

__all__ = ["FORMATS", "Report", "faults"]

FORMATS: dict[str, Callable[[Report], str]] = {
    "text": text.render,
    "json": json.render,
    "sarif": sarif.render,
    "gitlab": gitlab.render,
    "junit": junit.render,
}
