# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""JUnit's XML: one case for each file with problems and each execution, as platforms show test results."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from ..problems import Problem
from .report import Report, faults

_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that XML cannot hold."""


def render(report: Report) -> str:
    """Executions with their times, then the content by file; one passed case when there is nothing to tell."""
    suites = ElementTree.Element("testsuites", name="forum check")
    executed = {problem for one in report.trials for problem in one.problems}
    runs = [(one.name, one.path, one.problems, one.seconds) for one in report.trials]
    if runs:
        _add_suite(suites, "Ausführung", runs)
    static = [problem for problem in report.problems if problem not in executed]
    paths = sorted({problem.path for problem in static})
    cases = [(path, path, [one for one in static if one.path == path], 0.0) for path in paths]
    _add_suite(suites, "Inhalte", cases or [("Inhalte", "", [], 0.0)])
    ElementTree.indent(suites)
    return ElementTree.tostring(suites, encoding="unicode", xml_declaration=True) + "\n"


def _add_suite(
    suites: ElementTree.Element, name: str, cases: Sequence[tuple[str, str, Sequence[Problem], float]]
) -> None:
    failed = sum(bool(faults(problems)) for _, _, problems, _ in cases)
    seconds = sum(each for *_, each in cases)
    counts = {"tests": str(len(cases)), "failures": str(failed), "errors": "0", "skipped": "0"}
    suite = ElementTree.SubElement(suites, "testsuite", {"name": name, "time": f"{seconds:.3f}", **counts})
    for title, path, problems, each in cases:
        about = {"file": path} if path else {}
        case = ElementTree.SubElement(
            suite, "testcase", {"name": _plain(title), "classname": name, "time": f"{each:.3f}", **about}
        )
        wrong = [problem for problem in problems if not problem.warning]
        hints = [problem for problem in problems if problem.warning]
        if wrong:
            failure = ElementTree.SubElement(case, "failure", message=_plain(wrong[0].message), type=wrong[0].code)
            failure.text = _plain("\n".join(map(str, wrong)))
        if hints:
            ElementTree.SubElement(case, "system-out").text = _plain("\n".join(map(str, hints)))


def _plain(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
