# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""VS Code completes keys and shows faults: every schema is wired, and every wire ends at a file that is there."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import CORPUS, ROOT, overlay

from transferforum import checks
from transferforum.content import load
from transferforum.content.faults import Faults
from transferforum.content.schema import fits

EDITOR = ROOT / ".vscode"
SCHEMAS = ROOT / "src/transferforum/content/schemas"
HEADS = {"lesson": "lesson", "exercise": "exercise", "know-how": "wissen"}
"""Schemas of the heads of Markdown files, by the key that holds what they describe."""
RARE = {"page", "workshop"}
"""What only holds excuses, and what `forum new` starts for people."""


def settings(name: str) -> Any:
    return json.loads((EDITOR / name).read_text(encoding="utf-8"))


WIRED: dict[str, str] = settings("settings.json")["evenBetterToml.schema.associations"]
SNIPPETS: dict[str, Any] = settings("forum.code-snippets")


def test_every_schema_is_wired() -> None:
    of_files = {Path(target).stem for target in WIRED.values()}
    assert of_files | set(SNIPPETS) == {path.stem for path in SCHEMAS.glob("*.json")} - RARE
    assert set(SNIPPETS) == set(HEADS)


@pytest.mark.parametrize(("pattern", "target"), WIRED.items())
def test_every_wire_has_both_ends(pattern: str, target: str) -> None:
    assert target.startswith("./")
    assert (ROOT / target).is_file()
    places = [*ROOT.glob("*.toml"), *ROOT.glob("courses/*/*.toml"), *ROOT.glob("docs/*/*.toml")]
    found = [path for path in places if re.search(pattern, path.as_uri())]
    assert found
    for path in found:
        assert path.stem == Path(target).stem


def test_every_key_is_described() -> None:
    """An editor shows the description beside the key."""
    for path in SCHEMAS.glob("*.json"):
        schema = json.loads(path.read_text(encoding="utf-8"))
        bare = [key for key, about in schema["properties"].items() if not about.get("description")]
        assert bare == [], path.name


def filled(body: list[str]) -> str:
    """A snippet as it stands when nothing is typed: first choices and examples."""
    text = "\n".join(body).replace("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2026-11-24")
    text = re.sub(r"\$\{\d+\|([^,|]+)[^|]*\|\}", r"\1", text)
    return re.sub(r"\$\{\d+:([^}]*)\}|\$0", lambda found: found[1] or "", text)


@pytest.mark.parametrize("name", HEADS)
def test_a_head_from_a_snippet_is_accepted(name: str, tmp_path: Path) -> None:
    head = yaml.safe_load(filled(SNIPPETS[name]["body"]).split("---\n")[1])
    faults = Faults(tmp_path)
    assert fits(name, head[HEADS[name]], tmp_path / "probe.md", faults), faults.sorted()
    assert SNIPPETS[name]["scope"] == "markdown"


def test_choices_of_snippets_are_those_of_the_schemas() -> None:
    for name, snippet in SNIPPETS.items():
        schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
        for key, choices in re.findall(r"(\w+): \$\{\d+\|([^|]+)\|\}", "\n".join(snippet["body"])):
            assert choices.split(",") == schema["properties"][key]["enum"]


def test_the_editor_understands_what_the_check_prints(tmp_path: Path) -> None:
    """Each problem is matched once, with its file and line."""
    (task,) = settings("tasks.json")["tasks"]
    assert task["command"] == "forum check"
    seen = 0
    for name in ("angabe-alle-auf-einmal", "pruefdatum", "datei-fehlt-lektion", "frage-auszeichnung", "satz-lang"):
        overlay(CORPUS / "bad" / name, tmp_path / name)
        forum, faults = load(tmp_path / name)
        for problem in (*faults, *checks.run(forum)):
            line = str(problem).splitlines()[0]
            found = [
                (one["severity"], match[one["pattern"]["file"]], match[one["pattern"]["code"]])
                for one in task["problemMatcher"]
                if (match := re.search(one["pattern"]["regexp"], line))
            ]
            assert found == [("warning" if problem.warning else "error", problem.path, problem.code)]
            seen += 1
    assert seen > 8
