# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the tests gave: reads the reports in `build/reports` and says which statements they prove.

The reports have JUnit's form: `pytest.xml` from pytest, `web.xml` from the tests in Node. A report that is missing or
cannot be read proves nothing; that is a result, not a fault.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from xml.etree import ElementTree as Xml

from .model import Statement

REPORTS = ("build/reports/pytest.xml", "build/reports/web.xml")


class Outcome(Enum):
    """How a test ended; the value is the reason why it proves something or not, as a German sentence."""

    PASSED = "Der Test ist bestanden."
    NO_REPORT = "Es gibt keinen Bericht über die Tests."
    ABSENT = "Der Test fehlt im letzten Bericht."
    SKIPPED = "Der Test wurde ausgelassen."
    FAILED = "Der Test ist fehlgeschlagen."


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What the last run gave for one test: `test` names it, `day` and `commit` say when and on what it ran."""

    test: str
    outcome: Outcome
    day: date | None = None
    commit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The results of all tests of a statement; it is proven when each of them passed."""

    results: tuple[Result, ...]

    @property
    def decisive(self) -> Result:
        """The result that says why the statement is not proven; else the oldest of those that prove it."""
        open_ = [result for result in self.results if result.outcome is not Outcome.PASSED]
        return open_[0] if open_ else min(self.results, key=lambda result: result.day or date.min)

    @property
    def proven(self) -> bool:
        """Whether every test passed."""
        return self.decisive.outcome is Outcome.PASSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One run of tests: the outcomes of each test's cases, by `file::name`."""

    day: date | None
    commit: str
    cases: dict[str, tuple[Outcome, ...]] = field(default_factory=dict)

    def result(self, test: str) -> Result:
        """A test passed when it ran and all its cases passed."""
        return Result(test=test, outcome=_together(self.cases.get(test, ())), day=self.day, commit=self.commit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """The last reports: of pytest for tests in Python, of Node for those in JavaScript; None where there is none."""

    python: Report | None
    web: Report | None

    def proof(self, statement: Statement) -> Proof:
        """What the reports say about a statement."""
        return Proof(results=tuple(self._result(test) for test in statement.tests))

    def _result(self, test: str) -> Result:
        report = self.python if test.partition("::")[0].endswith(".py") else self.web
        return report.result(test) if report else Result(test=test, outcome=Outcome.NO_REPORT)


def read_reports(root: Path) -> Reports:
    """The reports of the last run of all tests below `root`."""
    python, web = (_read(root / name) for name in REPORTS)
    return Reports(python=python, web=web)


def _read(path: Path) -> Report | None:
    try:
        tree = Xml.parse(path).getroot()
    except (OSError, Xml.ParseError):
        return None
    suite = next(tree.iter("testsuite"), None)
    if suite is None:
        return None
    cases: dict[str, tuple[Outcome, ...]] = {}
    for case in suite.iter("testcase"):
        name = _name(case)
        cases[name] = (*cases.get(name, ()), _outcome(case))
    properties = {one.get("name"): one.get("value", "") for one in suite.iter("property")}
    return Report(day=_day(suite.get("timestamp", "")), commit=properties.get("commit", ""), cases=cases)


def _name(case: Xml.Element) -> str:
    """`file::name`; pytest writes the module with dots, and the values of a case in brackets."""
    file, name = case.get("file"), case.get("name", "")
    if file is not None:
        return f"{file}::{name}"
    module = case.get("classname", "").replace(".", "/")
    return f"{module}.py::{name.partition('[')[0]}"


def _outcome(case: Xml.Element) -> Outcome:
    kinds = {child.tag for child in case}
    if kinds & {"failure", "error"}:
        return Outcome.FAILED
    return Outcome.SKIPPED if "skipped" in kinds else Outcome.PASSED


def _together(cases: Iterable[Outcome]) -> Outcome:
    found = set(cases)
    for outcome in (Outcome.FAILED, Outcome.SKIPPED, Outcome.PASSED):
        if outcome in found:
            return outcome
    return Outcome.ABSENT


def _day(timestamp: str) -> date | None:
    try:
        return datetime.fromisoformat(timestamp).date()
    except ValueError:
        return None
