# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What Python answers has the shape of the fixture that the page's tests read (tests/web/protocol.test.js)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

from transferforum.grading import NotYet, Right, Verdict
from transferforum.grading.outputs import Picture, Table, Text, Value
from transferforum.grading.runner import Session

EXAMPLES = json.loads((ROOT / "tests/contract/grading.json").read_text(encoding="utf-8"))
VERDICT = Verdict(findings=(Right("Gut."), NotYet("Offen.", next="Weiter.")), outputs=(Value("3"),))
FAILED = Session(Path.cwd()).run("print(1)\n1 / 0")
MADE: dict[str, list[Any]] = {
    "output": [
        Text("a").as_json(),
        Value("3").as_json(),
        Table("<table></table>").as_json(),
        Picture(png=b"x", alt="Bild", title="", x_label="", y_label="").as_json(),
    ],
    "error": [FAILED.as_json()["error"]],
    "finding": VERDICT.as_json()["findings"],
    "run": [FAILED.as_json(), Session(Path.cwd()).run("1").as_json()],
    "verdict": [VERDICT.as_json()],
}


def shape(value: Any) -> Any:
    """Names and kinds of values; null stands for what may be missing."""
    if isinstance(value, dict):
        return {name: shape(part) for name, part in value.items() if part is not None}
    return type(value).__name__ if not isinstance(value, list) else "list"


@pytest.mark.parametrize("kind", sorted(MADE))
def test_shapes_agree(kind: str) -> None:
    expected = [shape(one["example"]) for one in EXAMPLES if one["is"] == kind]
    for made in MADE[kind]:
        assert shape(json.loads(json.dumps(made))) in expected


def test_every_kind_of_the_fixture_is_made() -> None:
    assert {one["is"] for one in EXAMPLES} <= {*MADE, "error"}
    kinds = {one["example"]["kind"] for one in EXAMPLES if one["is"] == "output"}
    assert kinds == {made["kind"] for made in MADE["output"]}
