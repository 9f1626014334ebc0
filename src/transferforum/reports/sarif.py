# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""SARIF 2.1.0: what editors and code hosts show beside the lines."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from ..problems import Problem
from .fingerprints import fingerprints
from .report import Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
GUIDE = "docs/anleitung/pruefungen.md"
ROOT = "FORUM"
"""The name of the folder that all paths start from."""


def render(report: Report) -> str:
    """One run with one rule for each code that was found."""
    codes = sorted({problem.code for problem in report.problems})
    driver = {
        "name": "forum check",
        "rules": [{"id": code, "help": {"text": f"Erklärt in {GUIDE}, Abschnitt `{code}`."}} for code in codes],
    }
    pairs = zip(report.problems, fingerprints(report.problems), strict=True)
    results = [_result(problem, codes.index(problem.code), mark) for problem, mark in pairs]
    run = {
        "tool": {"driver": driver},
        "language": "de-DE",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "Ordner des Forums"}}},
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _result(problem: Problem, rule: int, mark: str) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(problem.path), "uriBaseId": ROOT}}
    if problem.line:
        place["region"] = {"startLine": problem.line}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": "warning" if problem.warning else "error",
        "message": {"text": f"{problem.message} So beheben Sie es: {problem.cure}"},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"forum/v1": mark},
    }


def _uri(path: str) -> str:
    return quote(path, errors="replace")
