# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""GitLab's report on code quality: shown in a merge request beside the lines that it changes."""

from __future__ import annotations

import json

from .fingerprints import fingerprints
from .report import Report


def render(report: Report) -> str:
    """One object for each problem; a problem of a whole file stands at its first line."""
    entries = [
        {
            "description": f"{problem.message} So beheben Sie es: {problem.cure}",
            "check_name": problem.code,
            "fingerprint": mark,
            "severity": "minor" if problem.warning else "major",
            "location": {"path": problem.path, "lines": {"begin": max(problem.line, 1)}},
        }
        for problem, mark in zip(report.problems, fingerprints(report.problems), strict=True)
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
