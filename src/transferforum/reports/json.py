# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The problems as a JSON list, for scripts."""

from __future__ import annotations

import json

from .report import Report


def render(report: Report) -> str:
    """One object for each problem, with the names of its fields."""
    return json.dumps([problem.as_json() for problem in report.problems], ensure_ascii=False, indent=2) + "\n"
