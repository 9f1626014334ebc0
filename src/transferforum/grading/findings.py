# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a check says: findings, and the verdict they add up to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from .outputs import Output
from .problems import ExplainedError


@dataclass(frozen=True, slots=True)
class Right:
    """Something the learner got right."""

    text: str


class NotYet(Exception):
    """Something that is not right yet: raise it to stop the check, yield it to go on.

    `text` says what is not right, `next` is the step that leads on. Both are German and may hold `code`.
    """

    def __init__(self, text: str, *, next: str) -> None:
        super().__init__(text)
        self.text = text
        self.next = next


Finding: TypeAlias = Right | NotYet
Findings: TypeAlias = Iterator[Finding]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer to a click on Prüfen.

    `fault` is the traceback of a check that broke on the learner's values; it is for tests and never shown.
    """

    findings: tuple[Finding, ...] = ()
    outputs: tuple[Output, ...] = ()
    error: ExplainedError | None = None
    fault: str = ""

    @property
    def passed(self) -> bool:
        """True when nothing is open and at least one thing was found right."""
        return self.error is None and bool(self.findings) and not self._open

    @property
    def message(self) -> str:
        """The one sentence that decides: the error, else the first open point, else the last right one."""
        if self.error:
            return self.error.message
        decisive = self._open[:1] or self.findings[-1:]
        return decisive[0].text if decisive else ""

    @property
    def _open(self) -> tuple[NotYet, ...]:
        return tuple(finding for finding in self.findings if isinstance(finding, NotYet))

    def as_json(self) -> dict[str, Any]:
        """The verdict in the form that the page reads (see tests/contract/grading.json)."""
        return {
            "passed": self.passed,
            "findings": [_finding_json(finding) for finding in self.findings],
            "outputs": [output.as_json() for output in self.outputs],
            "error": self.error.as_json() if self.error else None,
        }


def _finding_json(finding: Finding) -> dict[str, str]:
    if isinstance(finding, Right):
        return {"kind": "right", "text": finding.text, "next": ""}
    return {"kind": "not_yet", "text": finding.text, "next": finding.next}
