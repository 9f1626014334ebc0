# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an author sees in a preview: the fault where it is, and no fault once it is mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import stand_in_web
from playwright.sync_api import Page, expect

from transferforum.preview.session import Preview, serving

Open = Callable[..., Page]
LESSON = "courses/probe/erste.md"


@pytest.fixture
def preview(small: Path, tmp_path: Path) -> Iterator[Preview]:
    """Builds when the test says that something was saved."""
    running = Preview(small, make_web=lambda: stand_in_web(tmp_path / "web"), python=None)
    running.take()
    running.finish()
    yield running
    running.close()


def test_a_fault_appears_in_the_page_and_vanishes_when_mended(preview: Preview, open_page: Open) -> None:
    path = preview.root / LESSON
    sound = path.read_text(encoding="utf-8")
    filling = "".join(f"\n\nDas ist Zeile {number}." for number in range(100))
    path.write_text(f"{sound}{filling}\n\nEin guter Absatz.\n", encoding="utf-8")
    preview.take({path})
    preview.finish()

    assert preview.problems == ()

    def save(text: str) -> None:
        path.write_text(text, encoding="utf-8")
        preview.take({path})
        preview.finish()

    with serving(preview, port=0) as server:
        base = f"http://127.0.0.1:{server.server_address[1]}"
        page = open_page("kurse/probe/erste.html", base=base, expected_faults=("404",))
        bar = page.get_by_role("region", name="Vorschau")
        expect(bar.get_by_role("status")).to_have_text("Keine Fehler im Forum.")
        page.get_by_text("Zeile 90.").scroll_into_view_if_needed()
        depth = page.evaluate("scrollY")
        assert depth > 500

        save(f"{sound}{filling}\n\nHier steht {{term}}`Unfugwort`.\n\nDanach.\n")
        box = page.get_by_role("region", name="Fehler an dieser Stelle")
        expect(box).to_contain_text("Einen Begriff „Unfugwort“ gibt es im Glossar nicht.")
        expect(box).to_contain_text("So beheben Sie es: Prüfen Sie die Schreibweise")
        line = f"{sound}{filling}".count("\n") + 3
        expect(box).to_contain_text(f"{LESSON}:{line}")
        expect(box).to_contain_text("[begriff-unbekannt]")
        expect(box.get_by_role("heading")).to_have_text("Fehler")
        expect(bar.get_by_role("status")).to_have_text("Ein Fehler im Forum, 1 auf dieser Seite.")
        before = box.locator("xpath=preceding-sibling::*[1]")
        expect(before).to_contain_text("Hier steht Unfugwort.")
        assert page.evaluate("scrollY") == pytest.approx(depth, abs=200)
        bar.get_by_text("Alle zeigen").click()
        bar.get_by_role("link", name="Unfugwort").click()
        expect(box).to_be_in_viewport()

        save(f"{sound}{filling}\n\nHier steht nichts Falsches.\n")
        expect(page.get_by_text("Hier steht nichts Falsches.")).to_be_attached()
        expect(box).to_have_count(0)
        expect(bar.get_by_role("status")).to_have_text("Keine Fehler im Forum.")

        path.write_bytes(b"\xff\xfe")
        preview.take({path})
        preview.finish()
        expect(page.get_by_role("heading", level=1)).to_have_text("Diese Seite lässt sich gerade nicht zeigen")
        expect(box).to_contain_text("Die Datei ist nicht als UTF-8 gespeichert.")
        save(sound)
        expect(page.get_by_role("heading", level=1)).to_have_text("Erste Lektion")
