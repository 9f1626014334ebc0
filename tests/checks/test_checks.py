# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What checks let pass, what is a hint only, and how long something is not yet due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from transferforum import checks
from transferforum.checks import readability
from transferforum.content import load
from transferforum.problems import Problem

Edit = Callable[[str, str, str], Path]


def found(root: Path) -> tuple[Problem, ...]:
    forum, faults = load(root)
    assert faults == ()
    return checks.run(forum)


def test_a_review_date_is_due_when_it_is_past(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for day, due in (("2027-11-22", False), ("2027-11-23", True)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", f"{datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp():.0f}")
        problems = found(small)
        assert [(problem.code, problem.warning) for problem in problems] == ([("pruefdatum", True)] if due else [])


def test_an_excuse_is_for_its_file_only(small: Path, edit: Edit) -> None:
    edit("courses/probe/erste.md", "Führen Sie", "Die Gebühr ist 3 €. Führen Sie")
    edit("courses/probe/zweite.md", "\n# ", "\nDie Gebühr ist 3 €.\n\n# ")
    excuse = '  excuses: [{check: fakten, text: "3 *", reason: "erfunden"}]'
    edit("courses/probe/erste.md", "  minutes: 5", f"  minutes: 5\n{excuse}")
    assert [(problem.path, problem.found) for problem in found(small)] == [("courses/probe/zweite.md", "3 €")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Das gilt z. B. heute. Und morgen.", 2),
        ("Am 3. Mai ist Zeit.", 1),
        ("Nach Abs. 2 geht es. Wirklich? Ja!", 3),
        ("Drei Dinge: Papier, Stift, Zeit.", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(readability.sentences(text)) == count


def test_a_short_text_is_not_measured() -> None:
    assert readability.score(["Verwaltungsverfahrensbeschleunigungsgesetz."] * 9).years == 0
