# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A learner's own table in an exercise: it runs, it is never graded, it never leaves the page."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from browser.conftest import Open
from browser.learner import COURSE, Code, announced, exercise, tap
from browser.test_journeys import focused, tab_to
from browser.test_pages import LOOKS, overflow, violations
from conftest import ROOT
from playwright.sync_api import FilePayload, Locator, Page, expect

from transferforum.content import load

LESSON = f"{COURSE}/baumliste.html"
KNOWN = load(ROOT)[0].exercise("baumliste-lesen")
assert KNOWN
HEAD = "Baum;Baumart;Straße;Bezirk;Gepflanzt;Liter"
MINE = f"{HEAD}\r\n0001;Linde;Lindenstr.;01;2020;62,5\r\n0002;Eiche;Bäckergasse;01;2021;75,0\r\nSumme;;;;;137,5\r\n"
CSV = MINE.encode("cp1252")
SHOW = 'print(len(baeume), "Bäume,", liter, "Liter,", lindenstrasse, "Lindenstraße")'
SOLUTION = f"{KNOWN.solution.source}\n{SHOW}"
USING = "Ausführen benutzt jetzt Ihre Datei „{}“."

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def file(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": content}


def excel(rows: list[list[Any]]) -> bytes:
    """An Excel file with one sheet, as small as one can be."""
    cells = "".join(
        f'<row r="{number}">{"".join(_cell(chr(65 + column), number, value) for column, value in enumerate(row))}</row>'
        for number, row in enumerate(rows, 1)
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Bäume" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{cells}</sheetData></worksheet>',
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return packed.getvalue()


def _cell(column: str, row: int, value: Any) -> str:
    if isinstance(value, str):
        return f'<c r="{column}{row}" t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c r="{column}{row}"><v>{value}</v></c>'


def opened(page: Page) -> tuple[Code, Locator]:
    """The exercise with Python warm, and its fold for own files, open; from here on nothing need be fetched."""
    tried = exercise(page, "baumliste-lesen")
    tried.editor.wait_for()
    tried.write(SOLUTION)
    tried.press("Ausführen")
    expect(tried.output).to_contain_text("181 Bäume")
    with page.expect_response("**/sheet.*.js"):
        tried.element.get_by_text("Mit eigener Datei probieren").click()
    return tried, tried.element.get_by_label("Ihre Tabelle")


def test_an_own_file_is_run_but_not_graded_and_stays_in_the_page(open_page: Open) -> None:
    page = open_page(LESSON)
    tried, field = opened(page)
    expect(tried.element).to_contain_text("Die Datei bleibt auf Ihrem Gerät. Sie wird nicht gesendet und nicht")
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    field.set_input_files(file("meine.csv", CSV))
    announced(page, "„meine.csv“ mit 3 Zeilen und 6 Spalten. Alle Spalten")
    expect(tried.element).to_contain_text(USING.format("meine.csv"))
    tried.press("Ausführen")
    expect(tried.output).to_contain_text("2 Bäume, 137.5 Liter, 1 Lindenstraße")
    tried.press("Prüfen")
    assert tried.solved, "the training data are graded"
    expect(tried.element).to_contain_text("Prüfen benutzt weiter die Übungsdaten.")
    tried.press("Ausführen")
    expect(tried.output).to_contain_text("2 Bäume")
    assert asked == []
    page.reload()
    tried = exercise(page, "baumliste-lesen")
    tried.editor.wait_for()
    expect(tried.element.get_by_text("Ausführen benutzt jetzt")).to_have_count(0)
    tried.write(SOLUTION)
    tried.press("Ausführen")
    expect(tried.output).to_contain_text("181 Bäume")


def test_what_was_recognised_is_shown(open_page: Open) -> None:
    page = open_page(LESSON)
    tried, field = opened(page)
    text = "Baum,Strasse,Liter\n" + "".join(f'{number},"Łódź → Gasse, hinten",62.5\n' for number in range(7))
    field.set_input_files(file("andere.csv", text.encode()))
    shown = tried.element.locator(".forum-own__result")
    for name, value in {
        "Zeichensatz": "UTF-8",
        "Trennzeichen": "Komma",
        "Dezimalzeichen": "Punkt",
        "Zeilen ohne Kopfzeile": "7",
        "Spalten": "3",
    }.items():
        expect(shown.locator("div", has=page.get_by_text(name, exact=True)).locator("dd")).to_have_text(value)
    expect(shown.get_by_role("heading")).to_have_text("Das wurde erkannt")
    expect(shown.get_by_role("row")).to_have_count(6)
    expect(shown).to_contain_text("In Ihrer Datei fehlen Baumart, Straße, Bezirk und Gepflanzt.")
    expect(shown).to_contain_text("Diese Zeichen gibt es in cp1252 nicht: Ł ź →.")
    tried.write('import pandas as pd\nx = pd.read_csv("data/baeume.csv", sep=";", decimal=",", encoding="cp1252")')
    tried.page.keyboard.insert_text('\nprint(x["Liter"].sum(), x["Strasse"][0])')
    tried.press("Ausführen")
    expect(tried.output).to_contain_text("437.5 ?ód? ? Gasse, hinten")


def test_the_training_data_come_back(open_page: Open) -> None:
    page = open_page(LESSON)
    tried, field = opened(page)
    field.set_input_files(file("meine.csv", CSV))
    back = tried.button("Zurück zu den Übungsdaten")
    back.focus()
    page.keyboard.press("Enter")
    announced(page, "Ausführen benutzt wieder die Übungsdaten.")
    assert focused(page) == "Ausführen"
    expect(back).to_have_count(0)
    page.keyboard.press("Enter")
    tried.wait()
    expect(tried.output).to_contain_text("181 Bäume")


def test_a_stopped_run_does_not_lose_the_file(open_page: Open) -> None:
    page = open_page(LESSON)
    tried, field = opened(page)
    field.set_input_files(file("meine.csv", CSV))
    tried.write("while True:\n    pass")
    tried.button("Ausführen").click()
    announced(page, "läuft noch")
    tried.press("Anhalten")
    tried.write(SOLUTION)
    tried.press("Ausführen")
    expect(tried.output).to_contain_text("2 Bäume, 137.5 Liter")
    tried.press("Prüfen")
    assert tried.solved


def test_an_excel_file_is_read_without_any_request(open_page: Open) -> None:
    page = open_page(LESSON)
    tried, field = opened(page)
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    rows: list[list[Any]] = [["Baum", "Straße", "Liter"]]
    rows += [[str(number), f"Lindenstraße {number}", 62.5] for number in range(20_000)]
    field.set_input_files(file("Bäume.xlsx", excel(rows)))
    expect(tried.element).to_contain_text(USING.format("Bäume.xlsx"))
    tried.write(
        'import pandas as pd\nx = pd.read_csv("data/baeume.csv", sep=";", decimal=",", encoding="cp1252")\n'
        'print(len(x), x["Liter"].sum())'
    )
    tried.press("Ausführen")
    expect(tried.output).to_contain_text("20000 1250000.0")
    assert asked == []


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("gross.csv", b"a;b\n" + b"1;2\n" * 1_300_000, "größer als 5 MB"),
        ("lang.csv", b"a;b\n" + b"1;2\n" * 200_001, "mehr als 200.000 Zeilen"),
        ("leer.csv", b"", "steht nichts"),
        ("kopf.csv", HEAD.encode("cp1252"), "nur eine Kopfzeile"),
        ("bild.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "keine Textdatei"),
        ("kaputt.xlsx", b"PK\x03\x04 und dann nichts", "Excel-Datei lässt sich nicht lesen"),
        ("falsch.xlsx", CSV, "Excel-Datei lässt sich nicht lesen"),
        ("alt.xls", b"\xd0\xcf\x11\xe0", "alten Fassung von Excel"),
        ("akte.pdf", b"%PDF-1.7", "Diese Art Datei geht hier nicht"),
        ("titel.csv", b"Auswertung;;\n;;\nOrt;Zahl;Jahr\nA;1;2026\nB;2;2026\n", "wohl eine Überschrift"),
        ("ungleich.csv", b"a;b\n1;2\n1;2;3\n", "Zeile 3 hat mehr Felder"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)
def test_a_file_that_cannot_be_used_is_refused_in_words(name: str, content: bytes, words: str, open_page: Open) -> None:
    page = open_page(LESSON)
    element = page.locator("#uebung-baumliste-lesen")
    element.get_by_text("Mit eigener Datei probieren").click()
    field = element.get_by_label("Ihre Tabelle")
    field.set_input_files(file("meine.csv", CSV))
    expect(element).to_contain_text(USING.format("meine.csv"))
    field.set_input_files(file(name, content))
    expect(element).to_contain_text("Diese Datei lässt sich nicht benutzen")
    expect(element.locator(".forum-own__result")).to_contain_text(words)
    announced(page, words)
    expect(element).to_contain_text(USING.format("meine.csv"))


def test_other_exercises_offer_no_own_file(open_page: Open) -> None:
    page = open_page(f"{COURSE}/erste-zelle.html")
    tried = exercise(page, "giesswasser")
    tried.editor.wait_for()
    expect(tried.element.get_by_text("Mit eigener Datei probieren")).to_have_count(0)


@pytest.mark.parametrize(("scheme", "width"), LOOKS, ids=str)
def test_an_own_file_is_accessible(scheme: str, width: int, open_page: Open) -> None:
    page = open_page(LESSON, color_scheme=scheme, viewport={"width": width, "height": 800})
    element = page.locator("#uebung-baumliste-lesen")
    element.get_by_text("Mit eigener Datei probieren").click()
    field = element.get_by_label("Ihre Tabelle")
    names = ("meine.csv", f"{'sehr-langer-name-' * 8}.csv", "akte.pdf")
    for name in names:
        field.set_input_files(file(name, CSV.replace(b"Liter", b"Liter je Woche und Baum")))
        expect(element).to_contain_text("nicht benutzen" if name.endswith("pdf") else USING.format(name))
        assert violations(page) == [], name
        assert overflow(page) <= 0, name


def test_the_fold_is_reached_by_keyboard(open_page: Open) -> None:
    page = open_page(LESSON)
    tried = exercise(page, "baumliste-lesen")
    tried.button("Ausführen").focus()
    tab_to(page, "Mit eigener Datei probieren")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(tried.element.get_by_label("Ihre Tabelle")).to_be_focused()


PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}


def test_helper_keys_write_code_on_a_phone(open_page: Open) -> None:
    page = open_page(f"{COURSE}/erste-zelle.html", **PHONE)
    element = page.locator("#uebung-giesswasser")
    element.scroll_into_view_if_needed()
    tried = Code(page, element)
    tap(element.get_by_role("button", name="Python laden"), tried.button("Prüfen"))
    tried.write("")
    keys = element.get_by_role("toolbar", name="Zeichen einfügen")

    def press(*names: str) -> None:
        for name in names:
            keys.get_by_role("button", name=name, exact=True).tap()
            assert "Code-Editor" in focused(page), "the keyboard on the screen stays open"

    page.keyboard.insert_text("wert ")
    press("Gleichheitszeichen", "Eckige Klammer auf")
    page.keyboard.insert_text("7, 8")
    press("Eckige Klammer zu")
    page.keyboard.press("Enter")
    page.keyboard.insert_text("for x in wert")
    press("Doppelpunkt")
    page.keyboard.press("Enter")
    page.keyboard.press("Home")
    page.keyboard.press("Shift+End")
    press("Tab: vier Leerzeichen")
    page.keyboard.insert_text("print")
    press("Runde Klammer auf", "Runde Klammer zu", "Cursor nach links", "Anführungszeichen", "Anführungszeichen")
    press("Cursor nach links")
    page.keyboard.insert_text("Baum")
    press("Cursor nach rechts")
    page.keyboard.insert_text(", x")
    assert tried.code == 'wert =[7, 8]\nfor x in wert:\n    print("Baum", x)'
    tried.press("Ausführen")
    expect(tried.output).to_contain_text(re.compile(r"Baum 7\s+Baum 8"))
    tried.editor.click()
    page.keyboard.press("Control+a")
    press("Einfaches Anführungszeichen")
    assert tried.code == "'", "what is selected is replaced"
    assert overflow(page) <= 0
    assert violations(page) == []
    for key in keys.get_by_role("button").all():
        box = key.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44


def test_helper_keys_work_by_keyboard(open_page: Open) -> None:
    page = open_page(f"{COURSE}/erste-zelle.html", **PHONE)
    tried = exercise(page, "giesswasser")
    tried.write("")
    page.keyboard.press("Shift+Tab")
    assert focused(page) == "Runde Klammer auf"
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    announced(page, "Runde Klammer zu eingefügt")
    assert focused(page) == "Runde Klammer zu"
    page.keyboard.press("Home")
    page.keyboard.press("ArrowLeft")
    assert focused(page) == "Cursor nach rechts"
    page.keyboard.press("Tab")
    assert "Code-Editor" in focused(page)
    assert tried.code == "()"


def test_a_mouse_needs_no_helper_keys(open_page: Open) -> None:
    page = open_page(f"{COURSE}/erste-zelle.html")
    tried = exercise(page, "giesswasser")
    tried.editor.wait_for()
    expect(page.get_by_role("toolbar", name="Zeichen einfügen")).to_have_count(0)
