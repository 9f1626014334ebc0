# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The codes that `course.toml` may name are those of the table of competences."""

from __future__ import annotations

import json
import re
from itertools import product

from conftest import ROOT

from transferforum.content.digcomp import COMPETENCES


def test_a_course_may_name_the_competences_of_the_table_and_no_others() -> None:
    schema = json.loads((ROOT / "src/transferforum/content/schemas/course.json").read_text(encoding="utf-8"))
    pattern = re.compile(schema["properties"]["competences"]["items"]["pattern"])
    codes = (f"{area}.{number}" for area, number in product(range(10), range(10)))
    assert [code for code in codes if pattern.search(code)] == list(COMPETENCES)
    assert len(COMPETENCES) == len(set(COMPETENCES.values())) == 21
