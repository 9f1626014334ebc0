# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Facts, citations and the heads of know-how pages, as the loader reads them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from transferforum.clock import today
from transferforum.content import load
from transferforum.content.glossary import without_roles
from transferforum.exports.notebook import learner_notebook

Edit = Callable[[str, str, str], Path]


def test_know_how_is_read_from_head_and_text(small: Path) -> None:
    forum, faults = load(small)
    assert faults == ()
    (one,) = forum.know_how
    assert (one.id, one.docname, one.title) == ("probe", "docs/wissen/probe", "Das Vorhaben Probe")
    assert [citation.fact for citation in one.page.citations] == ["probe-seit", "probe-leitung", "probe-leitung"]
    assert [citation.line for citation in one.page.citations] == [15, 16, 17]
    assert forum.know_how_on("docs/wissen/probe") is one
    assert forum.municipalities_of == {"probe": ("probestadt",)}


def test_a_title_is_its_words(small: Path, edit: Edit) -> None:
    edit("docs/wissen/probe.md", "# Das Vorhaben Probe", "# Das *Vorhaben* `Probe` und [mehr](x.md)")
    assert load(small)[0].know_how[0].title == "Das Vorhaben Probe und mehr"


def test_citations_in_notes_and_lists_count_and_code_does_not(small: Path, edit: Edit) -> None:
    edit(
        "docs/wissen/probe.md",
        "Sie leitet es noch. {fact}`probe-leitung`",
        "```{note}\n:class: x\nSo ist es. {fact}`probe-geld`\n```\n\n- eins\n- zwei {fact}`probe-seit`\n\n"
        "```{code-block} text\n{fact}`fehlt`\n```\n\n```text\n{fact}`fehlt`\n```",
    )
    forum, faults = load(small)
    assert faults == ()
    found = [(one.fact, one.line) for one in forum.know_how[0].page.citations]
    assert found[2:] == [("probe-geld", 19), ("probe-seit", 23)]


def test_dates_may_stand_in_quotes_or_not(small: Path, edit: Edit) -> None:
    edit("docs/wissen/probe.md", "stand: 2026-11-24", 'stand: "2026-11-24"')
    edit("courses/probe/course.toml", "stand = 2026-11-22", 'stand = "2026-11-22"')
    edit("facts.toml", 'date = "2025-03-20"', "date = 2025-03-20")
    forum, faults = load(small)
    assert faults == ()
    assert forum.know_how[0].stand == date(2026, 11, 24)
    assert forum.courses[0].stand == date(2026, 11, 22)
    assert [source.date for source in forum.sources] == ["2025-03-20", "2022"]


@pytest.mark.parametrize("name", ["facts.toml", "municipalities.toml", "competences.toml"])
def test_a_file_that_cannot_be_read_is_one_fault(small: Path, name: str) -> None:
    (small / name).write_text("x = [", encoding="utf-8")
    assert [(fault.path, fault.code) for fault in load(small)[1]] == [(name, "toml-form")]


def test_readers_without_roles_see_no_citation(small: Path, edit: Edit) -> None:
    assert without_roles("Es läuft. {fact}`a-b`\nEs läuft{fact}`c` noch {fact}`d`.") == "Es läuft.\nEs läuft noch."
    edit("exercises/summe/exercise.md", "Zählen Sie", "Es läuft. {fact}`probe-seit` Zählen Sie")
    forum, faults = load(small)
    assert faults == ()
    notebook = learner_notebook(forum.exercises[0])
    assert "Es läuft. Zählen Sie" in notebook
    assert "fact" not in notebook


def test_today_can_be_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2031, 2, 3, 12, tzinfo=UTC).timestamp())))
    assert today() == date(2031, 2, 3)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert abs((today() - datetime.now(UTC).date()).days) <= 1
