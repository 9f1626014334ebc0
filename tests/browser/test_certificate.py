# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A learner makes a certificate, prints it and has it checked; the name stays on the sheet."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser.conftest import Open
from browser.learner import announced
from browser.test_pages import LOOKS, overflow, violations
from conftest import ROOT
from PIL import Image
from playwright.sync_api import Page, expect

from transferforum.assets.node import run_node
from transferforum.content import load
from transferforum.serve import Reply, SiteHandler

COURSE = next(course for course in load(ROOT)[0].courses if course.id == "baeume-und-hitze")
LESSONS = [f"{COURSE.id}/{lesson.id}" for lesson in COURSE.lessons]
MAKE, CHECK = f"lernen/bescheinigung.html#kurs={COURSE.id}", "lernen/bescheinigung-pruefen.html"
NAME = "Zoë Groß-Müller"
DECODE = """
import decodeQR from "qr/decode.js";
import { readFileSync } from "node:fs";
const [file, width, height] = process.argv.slice(1);
const image = { width: Number(width), height: Number(height), data: readFileSync(file) };
process.stdout.write(decodeQR(image));
"""

Learned = Callable[..., Page]


@pytest.fixture
def learned(open_page: Open) -> Iterator[Learned]:
    """Opens the page of certificates for somebody who has done this; what the test stored goes at its end."""
    pages: list[Page] = []

    def open_(
        lessons: list[str], exercises: list[str], *, path: str = MAKE, memory: bool = True, **look: object
    ) -> Page:
        page = open_page(path, **look)
        quizzes = [quiz.id for lesson in COURSE.lessons for quiz in lesson.quizzes]
        store(
            page,
            [("memory", ["on"] if memory else []), ("lesson", lessons), ("exercise", exercises), ("quiz", quizzes)],
        )
        page.reload()
        pages.append(page)
        return page

    yield open_
    for page in pages:
        page.evaluate("localStorage.clear()")


def store(page: Page, done: list[tuple[str, list[str]]]) -> None:
    """What the forum's own memory would hold."""
    item = {"date": "2026-11-22", "title": ""}
    entries = [
        (f"forum:2:transferforum:{kind}:{id}", json.dumps(item if kind != "memory" else {"date": "2026-11-22"}))
        for kind, ids in done
        for id in ids
    ]
    page.evaluate("entries => entries.forEach(([key, value]) => localStorage.setItem(key, value))", entries)


def make(page: Page, name: str = NAME) -> str:
    """Type the name, press Enter; gives the code of the certificate."""
    page.get_by_label("Ihr Name").fill(name)
    page.keyboard.press("Enter")
    expect(page.locator(".forum-paper__name")).to_have_text(name)
    return page.locator(".forum-paper__code code").inner_text()


def check(page: Page, code: str) -> str:
    """Have a code checked; gives the result."""
    page.get_by_label("Code der Bescheinigung").fill(code)
    page.get_by_role("button", name="Code prüfen").click()
    title = page.get_by_role("heading", name="Ergebnis")
    announced(page, title.inner_text())
    return title.inner_text().removeprefix("Ergebnis: ")


def test_a_certificate_is_made_and_found_valid(learned: Learned) -> None:
    page = learned(LESSONS, list(COURSE.exercises)[:4])
    code = make(page)
    sheet = page.get_by_role("article", name="Teilnahmebescheinigung")
    text = sheet.inner_text()
    for part in (
        NAME,
        COURSE.title,
        COURSE.version,
        "etwa 2 Stunden",
        "1.3 Informationen und Daten ordnen und auswerten",
        "5 Lektionen gelesen, 4 Übungen gelöst",
        "Unterschrift der Teilnehmerin oder des Teilnehmers",
        "Kein amtliches Angebot",
    ):
        assert part in text
    assert re.search(r"\d{1,2}\. \w+ 20\d\d", text)
    assert "Niemand hat das Lernen beaufsichtigt" in text
    expect(page.get_by_role("heading", name="Teilnahmebescheinigung")).to_be_focused()
    announced(page, "Die Bescheinigung ist erstellt")
    sheet.get_by_role("link").click()
    assert check(page, code) == "gültig"
    facts = page.locator(".forum-statement").inner_text()
    for part in (NAME, COURSE.title, "5 Lektionen gelesen, 4 Übungen gelöst"):
        assert part in facts


def test_a_certificate_names_who_runs_the_forum(learned: Learned) -> None:
    page = learned(LESSONS, list(COURSE.exercises))
    element = page.locator("forum-certificate")
    element.evaluate("e => Object.assign(e.dataset, {operator: 'Stadt Beispielstadt', contact: 'Zimmer 1'})")
    make(page)
    text = page.get_by_role("article", name="Teilnahmebescheinigung").inner_text()
    assert "Betrieben von Stadt Beispielstadt" in text
    assert "Zimmer 1" in text
    assert "Kein amtliches Angebot" not in text


def test_a_changed_code_is_refused(learned: Learned) -> None:
    page = learned(LESSONS, list(COURSE.exercises))
    code = make(page)
    page.goto(page.url.replace(MAKE, CHECK))
    other = "A" if code[-1] != "A" else "B"
    assert check(page, code[:-1] + other) == "verändert"
    expect(page.locator(".forum-statement")).to_have_count(0)
    assert check(page, code[:-1]) == "unlesbar"
    assert check(page, "\n".join(code)) == "gültig"
    page.get_by_label("Code der Bescheinigung").fill(" ")
    page.get_by_role("button", name="Code prüfen").click()
    field = page.get_by_label("Code der Bescheinigung")
    expect(field).to_have_accessible_description(re.compile("Fügen Sie den Code ein"))
    expect(field).to_be_focused()
    expect(page.get_by_role("heading", name="Ergebnis")).to_have_count(0)


def test_a_code_is_checked_without_a_connection(learned: Learned) -> None:
    page = learned(LESSONS, list(COURSE.exercises))
    code = make(page)
    page.goto(page.url.replace(MAKE, CHECK))
    page.get_by_label("Code der Bescheinigung").wait_for()
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.context.set_offline(True)
    assert check(page, code) == "gültig"
    assert check(page, code[:-1]) == "unlesbar"
    assert asked == []
    page.context.set_offline(False)


def test_the_picture_holds_the_code_and_nothing_else(learned: Learned, tmp_path: Path) -> None:
    page = learned(LESSONS, list(COURSE.exercises), color_scheme="dark", device_scale_factor=2)
    code = make(page)
    picture = page.get_by_role("img", name="QR-Code. Er enthält den Prüfcode")
    image = Image.open(io.BytesIO(picture.screenshot())).convert("RGBA")
    pixels = tmp_path / "pixels"
    pixels.write_bytes(image.tobytes())
    found = run_node("--input-type=module", "--eval", DECODE, pixels, *map(str, image.size), cwd=ROOT)
    assert found == code.replace(" ", "")


def test_the_name_is_nowhere_but_on_the_sheet(learned: Learned) -> None:
    page = learned(LESSONS, list(COURSE.exercises))
    sent: list[str] = []
    page.context.on("request", lambda request: sent.append(f"{request.url} {request.post_data or ''}"))
    before = page.evaluate("JSON.stringify(Object.entries(localStorage).sort())")
    address = page.url
    payload = make(page, "Unverwechselbar").replace(" ", "").split(".")[1]
    assert page.url == address
    assert page.evaluate("JSON.stringify(Object.entries(localStorage).sort())") == before
    assert page.evaluate("sessionStorage.length + document.cookie.length + (history.state ? 1 : 0)") == 0
    page.reload()
    expect(page.get_by_label("Ihr Name")).to_have_value("")
    assert sent
    assert not any(secret in one for one in sent for secret in ("Unverwechselbar", payload[-40:]))


def test_what_is_missing_is_said_with_the_way_there(learned: Learned) -> None:
    page = learned(LESSONS[:3], list(COURSE.exercises)[:4], path=MAKE)
    expect(page.get_by_text("3 von 5 Lektionen gelesen, gebraucht werden 5.")).to_be_visible()
    expect(page.get_by_text("4 von 5 Übungen gelöst, gebraucht werden 4.")).to_be_visible()
    expect(page.get_by_label("Ihr Name")).to_be_hidden()
    missing = page.locator("forum-certificate").get_by_role("link", name=COURSE.lessons[3].title)
    missing.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(COURSE.lessons[3].title)


def test_another_tab_may_finish_what_is_missing(learned: Learned) -> None:
    page = learned(LESSONS[:4], list(COURSE.exercises))
    expect(page.get_by_text("4 von 5 Lektionen gelesen")).to_be_visible()
    other = page.context.new_page()
    other.goto(page.url)
    store(other, [("lesson", LESSONS)])
    expect(page.get_by_label("Ihr Name")).to_be_visible()


def test_nothing_stored_and_unknown_courses(open_page: Open) -> None:
    page = open_page(MAKE)
    expect(page.get_by_text("In diesem Browser ist kein Lernstand gespeichert.")).to_be_visible()
    expect(page.get_by_text("0 von 5 Lektionen gelesen")).to_be_visible()
    page.goto(page.url.replace(COURSE.id, "gibt-es-nicht"))
    expect(page.get_by_text("Diesen Kurs gibt es hier nicht.")).to_be_visible()
    page.locator("forum-certificate").get_by_role("link", name=COURSE.title).click()
    expect(page.get_by_role("heading", name=f"Kurs: {COURSE.title}")).to_be_visible()


def test_the_way_back_leads_to_the_choice(open_page: Open) -> None:
    page = open_page(MAKE.partition("#")[0])
    page.locator("forum-certificate").get_by_role("link", name=COURSE.title).click()
    expect(page.get_by_role("heading", name=f"Kurs: {COURSE.title}")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Kurs wählen")).to_be_visible()
    page.go_forward()
    expect(page.get_by_role("heading", name=f"Kurs: {COURSE.title}")).to_be_visible()


def test_names_that_are_none_are_refused(learned: Learned) -> None:
    page = learned(LESSONS, list(COURSE.exercises))
    field = page.get_by_label("Ihr Name")
    for name, words in (("", "Tragen Sie Ihren Namen ein."), ("x" * 200, "höchstens 100 Zeichen")):
        field.fill(name)
        page.get_by_role("button", name="Bescheinigung erstellen").click()
        expect(field).to_be_focused()
        expect(field).to_have_accessible_description(re.compile(words))
        announced(page, words)
    expect(page.locator(".forum-paper")).to_have_count(0)
    make(page)
    expect(field).to_have_attribute("aria-invalid", "false")
    field.fill("")
    page.keyboard.press("Enter")
    expect(page.locator(".forum-paper")).to_have_count(0)


@pytest.mark.parametrize("name", [NAME, "𝔸" * 100], ids=["usual", "longest"])
def test_the_certificate_alone_is_printed_on_one_page(learned: Learned, name: str) -> None:
    page = learned(LESSONS, list(COURSE.exercises))
    make(page, name)
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert re.findall(rb"/Count (\d+)", pdf) == [b"1"]
    page.emulate_media(media="print")
    shown = page.evaluate("document.body.innerText")
    assert name in shown
    assert "Prüfcode" in shown
    for others in ("Bescheinigung erstellen", "Drucken", "Was ist die Bescheinigung wert", "Startseite"):
        assert others not in shown
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.forum-paper')).backgroundColor")
        == "rgb(255, 255, 255)"
    )


def test_the_button_prints(learned: Learned) -> None:
    page = learned(LESSONS, list(COURSE.exercises))
    page.evaluate("window.print = () => document.body.append('gedruckt')")
    make(page)
    page.get_by_role("button", name="Drucken oder als PDF speichern").click()
    expect(page.get_by_text("gedruckt")).to_be_visible()


@pytest.mark.parametrize(("scheme", "width"), LOOKS, ids=str)
def test_every_state_is_accessible(learned: Learned, scheme: str, width: int) -> None:
    page = learned(LESSONS[:1], [], color_scheme=scheme, viewport={"width": width, "height": 800})
    expect(page.get_by_text("1 von 5 Lektionen gelesen")).to_be_visible()
    fine(page, "missing")
    store(page, [("lesson", LESSONS), ("exercise", list(COURSE.exercises))])
    page.reload()
    page.get_by_role("button", name="Bescheinigung erstellen").click()
    fine(page, "wrong name")
    code = make(page, "Donaudampfschifffahrtsgesellschaft" * 2)
    fine(page, "made")
    page.goto(page.url.replace(MAKE, CHECK))
    for text in (code, code[:-1], code[:-1] + "!"):
        check(page, text)
        fine(page, text)


def fine(page: Page, state: str) -> None:
    assert violations(page) == [], state
    assert overflow(page) <= 0, state


class Late(SiteHandler):
    """Has the catalogue only when it is asked for the second time."""

    asked = 0

    def reply(self) -> Reply:
        if "/catalogue." in self.path:
            Late.asked += 1
            if Late.asked == 1:
                self.path = "/gibt-es-nicht"
        return super().reply()


def test_when_the_catalogue_fails_the_page_says_so_and_tries_again(
    open_page: Open, serve_with: Callable[[type[SiteHandler]], str]
) -> None:
    page = open_page(CHECK, base=serve_with(Late), expected_faults=("404", "catalogue."))
    element = page.locator("forum-certificate-check")
    expect(element.get_by_text("Die Angaben zu den Kursen lassen sich nicht laden")).to_be_visible()
    announced(page, "lassen sich nicht laden")
    page.get_by_role("button", name="Noch einmal versuchen").click()
    expect(page.get_by_label("Code der Bescheinigung")).to_be_visible()
    expect(element).to_be_focused()


def test_without_javascript_the_pages_say_what_is_missing(open_page: Open) -> None:
    for path in (MAKE, CHECK):
        page = open_page(path, java_script_enabled=False)
        expect(page.get_by_text("Dafür muss dort JavaScript eingeschaltet sein.")).to_be_visible()
        expect(page.get_by_role("textbox")).to_have_count(0)
