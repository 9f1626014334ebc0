# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every internal link and every anchor of the built pages leads somewhere; every page can be reached."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

import pytest
from whole.reader import BuiltPage, read

WAYS = {"a href", "form action"}
UNLINKED = {"404.html"}
"""Pages that a web server shows by itself."""


def broken(site: Path, pages: Mapping[str, BuiltPage]) -> list[str]:
    """Links that lead to no file or no anchor, and anchors that are there twice."""
    faults = []
    for page in pages.values():
        faults += [f"{page.path}: #{one} twice" for one in sorted(set(page.anchors)) if page.anchors.count(one) > 1]
        for kind, target in internal(page):
            name, anchor = place(page.path, target)
            if not (site / name).is_file():
                faults.append(f"{page.path}: {kind} {target} is no file")
            elif anchor and name in pages and anchor not in pages[name].anchors:
                faults.append(f"{page.path}: {kind} {target} has no such anchor")
    return faults


def internal(page: BuiltPage) -> list[tuple[str, str]]:
    return [
        (kind, target) for kind, target in page.links if not urlsplit(target).scheme and not target.startswith("//")
    ]


def place(path: str, target: str) -> tuple[str, str]:
    """(file from the site's start, anchor) to which an address on a page leads; `#kurs=probe` is read by a script."""
    parts = urlsplit(target)
    if parts.path.startswith("/"):
        name = parts.path.lstrip("/") or "index.html"
    else:
        name = normpath(str(PurePosixPath(path).parent / unquote(parts.path))) if parts.path else path
    return name, "" if "=" in parts.fragment else unquote(parts.fragment)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BuiltPage]:
    return read(site)


def test_every_link_and_anchor_leads_somewhere(site: Path, pages: dict[str, BuiltPage]) -> None:
    assert broken(site, pages) == []
    assert sum(len(internal(page)) for page in pages.values()) > 20 * len(pages) / 2


def test_every_page_can_be_reached(pages: dict[str, BuiltPage]) -> None:
    reached, queue = {"index.html"}, ["index.html"]
    while queue:
        page = pages[queue.pop()]
        names = {place(page.path, target)[0] for kind, target in internal(page) if kind in WAYS}
        queue += sorted(names & pages.keys() - reached)
        reached |= names
    assert pages.keys() - reached - UNLINKED == set()


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ('<a href="b.html">', "a.html: a href b.html is no file"),
        ('<a href="#weg">', "a.html: a href #weg has no such anchor"),
        ('<img src="../bild.png">', "a.html: img src ../bild.png is no file"),
        ('<p id="da">', "a.html: #da twice"),
    ],
)
def test_a_broken_link_is_found(link: str, fault: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f'<main id="da"><a href="#da">gut</a>{link}</main>', encoding="utf-8")
    assert broken(tmp_path, read(tmp_path)) == [fault]


def test_every_know_how_page_ends_in_courses_and_sources(pages: dict[str, BuiltPage]) -> None:
    know_how = [page for path, page in pages.items() if path.startswith("wissen/") and path != "wissen/index.html"]
    assert len(know_how) >= 12
    lacking = [page.path for page in know_how if not {"weiterlernen", "quellen"} <= set(page.anchors)]
    unproven = [page.path for page in know_how if not any(one.startswith("quelle-") for one in page.anchors)]
    assert (lacking, unproven) == ([], [])
