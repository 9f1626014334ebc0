# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every built page keeps the rules of plain language, also what is generated."""

from __future__ import annotations

from pathlib import Path

from whole.reader import read

from transferforum.checks import readability


def test_every_page_is_easy_to_read(site: Path) -> None:
    faults = []
    for path, page in read(site).items():
        found = readability.score(page.prose)
        if found.years > readability.HARD or found.lix > readability.HARD_LIX:
            faults.append(f"{path}: {found}")
        long = [one for text in page.prose for one in readability.sentences(text)]
        faults += [f"{path}: {one}" for one in long if readability.words(one) > readability.TOO_LONG_SENTENCE]
    assert faults == []
