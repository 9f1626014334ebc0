# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is committed works on every machine."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_no_link_is_committed() -> None:
    """A link leads to a place of the machine that made it; on another, npm once ran in circles behind one."""
    if not (ROOT / ".git").exists():
        pytest.skip("no Git checkout: nothing says what is committed")
    listed = subprocess.run(["git", "ls-files", "-s", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    entries = [entry for entry in listed.stdout.split("\0") if entry]
    assert len(entries) > 100
    assert [entry.split("\t")[1] for entry in entries if entry.startswith("120000")] == []
