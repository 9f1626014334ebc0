# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The journey of a learner in Firefox ESR, which many offices have: tests/firefox/journey.mjs travels, this judges."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import Any
from urllib.parse import urlsplit

import pytest
from browser.learner import COURSE
from conftest import ROOT

from transferforum.assets.node import find_node
from transferforum.model import Forum
from transferforum.serve import SiteServer

NAMES = ("firefox-esr", "firefox")
MISSING = (
    "Firefox fehlt. Unter Debian: sudo apt-get install firefox-esr. Sonst nennt FORUM_FIREFOX den Pfad eines Firefox."
)
PATIENCE = 120_000
"""Milliseconds that a step may take: Firefox starts slowly on a busy machine."""


@pytest.fixture(scope="session")
def firefox() -> str:
    """The path of a Firefox."""
    path = os.environ.get("FORUM_FIREFOX") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    return path


def test_journey_in_firefox(firefox: str, server: SiteServer, forum: Forum) -> None:
    """Run, be wrong, get help, solve: with the feedback of the page, no other host, no cookie, nothing stored."""
    known = forum.exercise("giesswasser")
    assert known
    told = travel(
        firefox=firefox,
        url=f"{server.address}/{COURSE}/erste-zelle.html",
        exercise=known.id,
        wrong="liter_muehlweg = 1\nprint(liter_muehlweg)",
        right=known.solution.source,
        patience=PATIENCE,
    )
    assert told["browser"].startswith("firefox/")
    assert told["output"] == "1\n"
    assert "Nächster Schritt: Rechnen Sie" in told["wrong"]
    assert known.solution_feedback in told["right"]
    assert known.solution_feedback in " ".join(told["announced"])
    assert any("pyodide.asm.wasm" in url for url in told["requests"]), "the requests of the worker are seen too"
    assert others(told["requests"], server.address) == []
    assert told["errors"] == []
    assert (told["cookies"], told["stored"]) == (0, 0)
    assert told["parts"] == ["quiz", "progress", "code", "exercise", "lesson", "memory", "place", "quiz"]


def travel(**task: object) -> Any:
    """What the journey tells; fails with its own words."""
    command = [find_node(), "tests/firefox/journey.mjs"]
    done = subprocess.run(
        command,
        cwd=ROOT,
        input=json.dumps(task),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=6 * PATIENCE / 1000,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def others(requests: list[str], address: str) -> list[str]:
    """Requests that leave for another host; `data:` asks nobody, Firefox tries its fonts with one."""
    host = urlsplit(address).netloc
    return [url for url in requests if urlsplit(url).netloc != host and not url.startswith("data:")]
