# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The guide for authors of know-how cannot rot: its example loads, and its tables name what the schemas know."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

from transferforum import checks
from transferforum.content import load

GUIDE = (ROOT / "docs/anleitung/wissen.md").read_text(encoding="utf-8")
SCHEMAS = ROOT / "src/transferforum/content/schemas"
FILE = re.compile(r"^Datei `([^`]+)`:\n\n(`{3,})\w+\n(.*?)^\2$", re.DOTALL | re.MULTILINE)
PAGE = "docs/wissen/sammelbestellung.md"


@pytest.fixture
def example(small: Path) -> Path:
    """The small forum with all that the guide shows; entries are added to files that exist."""
    for name, _, content in FILE.findall(GUIDE):
        path = small / name
        path.parent.mkdir(parents=True, exist_ok=True)
        before = f"{path.read_text(encoding='utf-8')}\n" if path.exists() else ""
        path.write_text(before + content.replace("baeume-und-hitze", "probe"), encoding="utf-8")
    return small


def test_the_example_is_whole(example: Path) -> None:
    forum, faults = load(example)
    assert [*faults, *checks.run(forum)] == []
    page = forum.know_how_on("docs/wissen/sammelbestellung")
    assert page
    assert (page.kind, page.responsible) == ("Erfahrung", "Hauptamt der Beispielstadt")
    cited = [forum.fact(citation.fact) for citation in page.page.citations]
    assert {fact.source for fact in cited if fact} == {"niederschrift-2025-05-12"}
    assert None not in cited
    assert "beispielstadt" in forum.municipalities_of["probe"]
    partner = forum.municipality("beispielstadt")
    assert partner
    assert [one.text for one in partner.contributions] == ["Hat mit einem Nachbarort Tablets bestellt."]
    assert forum.area("vergabe")


def test_the_excuse_of_the_guide_can_be_copied(example: Path) -> None:
    (excuse,) = re.findall(r"^```yaml\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
    path = example / PAGE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  responsible:", f"{excuse}  responsible:"), encoding="utf-8")
    forum, faults = load(example)
    assert faults == ()
    page = forum.know_how_on("docs/wissen/sammelbestellung")
    assert page
    assert [(one.check, one.text) for one in page.excuses] == [("fakten", "*2025*")]


def test_the_tables_name_all_keys() -> None:
    head, excuse = _properties("know-how"), _properties("know-how", "excuses")
    source, fact = _properties("facts", "sources"), _properties("facts", "facts")
    partner, area = _properties("municipalities", "municipalities"), _properties("competences", "areas")
    contribution = partner["properties"]["contributions"]["items"]
    described = [head, fact, source, partner, contribution, area, excuse]
    tables = re.findall(r"^\| Angabe \|.*\n\|[-|]+\n((?:\|.*\n)+)", GUIDE, re.MULTILINE)
    rows = [dict(re.findall(r"^\| `([^`]+)` \| (.*) \|$", table, re.MULTILINE)) for table in tables]
    assert [list(table) for table in rows] == [list(one["properties"]) for one in described]
    optional = [[key for key, text in table.items() if text.startswith("freiwillig")] for table in rows]
    assert optional == [[key for key in one["properties"] if key not in one["required"]] for one in described]


def test_the_guide_names_all_kinds_and_licences() -> None:
    head = _properties("know-how")["properties"]
    partner = _properties("municipalities", "municipalities")["properties"]
    words = [*head["kind"]["enum"], *head["licence"]["enum"], *partner["kind"]["enum"]]
    assert [word for word in words if f"`{word}`" not in GUIDE] == []


def _properties(schema: str, *keys: str) -> Any:
    """The schema, or that of a list's items below a key."""
    found = json.loads((SCHEMAS / f"{schema}.json").read_text(encoding="utf-8"))
    for key in keys:
        found = found["properties"][key]["items"]
    return found
