# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The examples of the guide on paths, self-check and glossary load without a fault."""

from __future__ import annotations

import re
from pathlib import Path

from conftest import ROOT

from transferforum.content import load

GUIDE = (ROOT / "docs/anleitung/lernhilfen.md").read_text(encoding="utf-8")


def test_the_examples_load(small: Path) -> None:
    examples = re.findall(r"^## [^`\n]*`([\w.-]+)`.*?^```toml\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
    assert [name for name, _ in examples] == ["paths.toml", "self-check.toml", "glossary.toml"]
    for name, text in examples:
        (small / name).write_text(
            text.replace("baeume-und-hitze", "probe").replace("baumliste", "erste"), encoding="utf-8"
        )
    forum, faults = load(small)
    assert faults == ()
    assert (len(forum.paths), len(forum.self_check), len(forum.glossary)) == (1, 1, 1)
