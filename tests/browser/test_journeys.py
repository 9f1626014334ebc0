# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Journeys of a learner: by keyboard alone, with mistakes, with endless code, on a phone, in a closed network."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from http import HTTPStatus

import pytest
from browser.conftest import Open
from browser.learner import COURSE, announced, cell, exercise, tap
from conftest import ROOT
from playwright.sync_api import Page, Route, expect

from transferforum.content import load
from transferforum.model import Lesson, address
from transferforum.serve import Reply, SiteHandler, SiteServer

FORUM = load(ROOT)[0]
FIRST = f"{COURSE}/erste-zelle.html"
Serve = Callable[[type[SiteHandler]], str]


def without_help(shown: str) -> str:
    """An output without what only a live error has: the way to its line, and Python's own words."""
    return re.sub(r"(Zeile \d+ zeigen )?Originalmeldung.*", "", shown)


def focused(page: Page) -> str:
    """Name or text of what has the focus, through shadow roots."""
    text: str = page.evaluate(
        "() => { let at = document.activeElement;"
        " while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;"
        " if (!at || at === document.body) return '';"
        " return at.getAttribute('aria-label') || at.labels?.[0]?.textContent.trim() || at.textContent.trim(); }"
    )
    return " ".join(text.split())


def tab_to(page: Page, name: str, key: str = "Tab", *, at_most: int = 300) -> None:
    """Press Tab until something of this name has the focus."""
    for _ in range(at_most):
        page.keyboard.press(key)
        if name in focused(page):
            return
    raise AssertionError(f"the keyboard does not reach {name!r}, last: {focused(page)!r}")


def test_a_learner_solves_an_exercise_by_keyboard_alone(open_page: Open) -> None:
    page = open_page("index.html")
    tab_to(page, "Zum Inhalt springen")
    tab_to(page, "Stadtbäume und Hitze")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Stadtbäume und Hitze")
    tab_to(page, "Kurs beginnen")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(FIRST)))
    known = FORUM.exercise("giesswasser")
    assert known
    tab_to(page, "Vorbereitung (läuft von selbst)")
    exercise(page, known.id).editor.wait_for()
    tab_to(page, f"Code-Editor: {known.title}", at_most=1)
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("summe = 1")
    page.keyboard.press("Control+Enter")
    announced(page, "Der Code wurde ausgeführt.")
    tab_to(page, "Prüfen")
    page.keyboard.press("Enter")
    announced(page, "Noch nicht gelöst")
    tab_to(page, "Tipp")
    page.keyboard.press("Space")
    expect(exercise(page, known.id).element.locator("details.forum-hint[open]")).to_have_count(1)
    tab_to(page, "Code-Editor", key="Shift+Tab")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(known.solution.source)
    tab_to(page, "Prüfen")
    page.keyboard.press("Enter")
    announced(page, "Gelöst")
    assert exercise(page, known.id).solved
    tab_to(page, "Weiter: ")


def test_the_keyboard_leaves_the_editor_in_both_directions(open_page: Open) -> None:
    page = open_page(FIRST)
    tried = exercise(page, "giesswasser")
    tried.editor.click()
    page.keyboard.press("Tab")
    assert "Ausführen" in focused(page)
    page.keyboard.press("Shift+Tab")
    assert "Code-Editor" in focused(page)


def test_an_endless_loop_is_stopped_and_cells_run_again(open_page: Open) -> None:
    page = open_page(FIRST)
    first, second = cell(page, 1), cell(page, 2)
    first.write("anzahl = 41")
    first.press("Ausführen")
    second.write("while True:\n    pass")
    second.button("Ausführen").click()
    announced(page, "läuft noch")
    second.button("Anhalten").click()
    expect(second.element).to_contain_text("Zelle 1 wurde noch einmal ausgeführt")
    second.write("anzahl + 1")
    second.press("Ausführen")
    expect(second.output).to_contain_text("42")
    tried = exercise(page, "giesswasser")
    tried.press("Prüfen")
    assert not tried.solved


def test_an_endless_loop_in_an_exercise_loses_no_code(open_page: Open) -> None:
    page = open_page(FIRST)
    tried = exercise(page, "giesswasser")
    tried.write("while True:\n    pass")
    for button in ("Ausführen", "Prüfen"):
        tried.button(button).click()
        announced(page, "läuft noch")
        tried.press("Anhalten")
        expect(tried.element).to_contain_text("angehalten")
    assert tried.code == "while True:\n    pass"
    tried.write("print('weiter')")
    tried.press("Ausführen")
    expect(tried.output).to_contain_text("weiter")


def test_running_a_cell_runs_those_before(open_page: Open) -> None:
    page = open_page(f"{COURSE}/baumliste.html")
    third = cell(page, 3)
    third.press("Ausführen")
    expect(third.element).to_contain_text("Zuerst wurden die Zellen 1 und 2 ausgeführt.")


@pytest.mark.parametrize("lesson", list(FORUM.lessons()), ids=lambda lesson: lesson.id)
def test_live_results_are_the_stored_ones(lesson: Lesson, open_page: Open) -> None:
    """What a reader sees before running is what running gives: text, tables, pictures with their words."""
    page = open_page(f"{address(lesson.docname)}.html")
    shown = "element => [...element.querySelectorAll('.forum-output')].map(one => (one.querySelector('img')?.alt ?? "
    shown += "one.querySelector('canvas')?.getAttribute('aria-label') ?? one.innerText).replace(/\\s+/g, ' ').trim())"
    for number, _ in enumerate(lesson.cells, 1):
        tried = cell(page, number)
        stored = tried.output.evaluate(shown)
        tried.press("Ausführen")
        live = tried.output.evaluate(shown)
        assert [without_help(text) for text in live] == [without_help(text) for text in stored]


def test_errors_are_explained_with_the_line(open_page: Open) -> None:
    page = open_page(FIRST)
    tried = exercise(page, "giesswasser")
    tried.write("x = 1\nif x = 2:\n    pass")
    tried.press("Ausführen")
    expect(tried.output).to_contain_text("Hier steht ein einfaches Gleichheitszeichen in einem Vergleich.")
    expect(tried.element.locator(".cm-line").nth(1)).to_have_class(re.compile("error", re.I))
    original = tried.output.get_by_text("SyntaxError")
    assert not original.first.is_visible()
    tried.output.get_by_text("Originalmeldung").click()
    assert original.first.is_visible()
    announced(page, "in Zeile 2")


def test_hints_come_one_by_one_and_the_solution_only_when_asked(open_page: Open, server: SiteServer) -> None:
    known = FORUM.exercise("giesswasser")
    assert known
    page = open_page(FIRST)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    tried = exercise(page, known.id)
    line = known.solution.source.splitlines()[0]
    assert line not in page.content()
    expect(tried.button("Lösung ansehen")).to_be_hidden()
    for count in range(1, len(known.hints) + 1):
        tried.button("Tipp").click()
        expect(tried.element.locator("details.forum-hint[open]")).to_have_count(count)
    tried.press("Prüfen")
    assert not any("loesung" in url for url in asked)
    tried.button("Lösung ansehen").click()
    expect(tried.element).to_contain_text("Eine mögliche Lösung")
    assert any("loesung" in url for url in asked)
    tried.button("In den Editor übernehmen").click()
    assert tried.code == known.solution.source
    tried.press("Prüfen")
    assert tried.solved


def test_reset_can_be_undone(open_page: Open) -> None:
    known = FORUM.exercise("giesswasser")
    assert known
    page = open_page(FIRST)
    tried = exercise(page, known.id)
    tried.write("meins = 1")
    tried.press("Zurücksetzen")
    assert tried.code.split() == known.start.source.split()
    tried.press("Rückgängig")
    assert tried.code == "meins = 1"


def test_feedback_says_when_it_is_about_earlier_code(open_page: Open) -> None:
    page = open_page(FIRST)
    tried = exercise(page, "giesswasser")
    tried.press("Prüfen")
    heading = tried.feedback.get_by_role("heading")
    tried.press("Ausführen")
    expect(heading).to_have_text("Rückmeldung: Noch nicht gelöst")
    tried.write("x = 1")
    tried.press("Ausführen")
    expect(heading).to_have_text("Rückmeldung zu Ihrem vorigen Code: Noch nicht gelöst")
    tried.press("Prüfen")
    expect(heading).to_have_text("Rückmeldung: Noch nicht gelöst")


def test_pictures_have_words(open_page: Open) -> None:
    page = open_page(f"{COURSE}/heisse-tage.html")
    tried = exercise(page, "hitze-zaehlen")
    tried.write(
        "import matplotlib.pyplot as plt\nplt.bar(['Mo', 'Di'], [3, 4])\nplt.title('Gießtage')\nplt.ylabel('Liter')"
    )
    tried.press("Ausführen")
    expect(tried.output.get_by_role("img")).to_have_accessible_name("Diagramm „Gießtage“, senkrecht: Liter, 2 Balken.")


def test_html_of_a_table_cannot_act(open_page: Open) -> None:
    """Names of columns and values are text, whatever they look like; what reaches the page passed the sanitiser."""
    page = open_page(f"{COURSE}/bodenfeuchte.html")
    tried = exercise(page, "baeume-wasser")
    tried.write(
        "import pandas\nclass DataFrame(pandas.DataFrame):\n    def to_html(self, **_):\n"
        "        return '<table onclick=alert(1)><tr><td style=color:red>x<img src=y onerror=alert(1)>"
        "<script>alert(1)</script><a href=javascript:alert(1)>z</a></td></tr></table>'\n"
        "DataFrame.__module__ = 'pandas'\nDataFrame({'a': [1]})"
    )
    tried.press("Ausführen")
    inner = tried.output.locator("table").evaluate("table => table.outerHTML")
    assert "x" in inner
    for part in ("onclick", "style", "<img", "<script", "<a "):
        assert part not in inner


def test_another_machine_over_plain_http(open_page: Open, server: SiteServer) -> None:
    """Under another host name plain HTTP is no secure context; everything works all the same."""
    known = FORUM.exercise("baeume-wasser")
    assert known
    base = f"http://forum.beispielstadt.test:{server.server_address[1]}"
    page = open_page(f"{COURSE}/bodenfeuchte.html", base=base)
    assert page.evaluate("[isSecureContext, crossOriginIsolated]") == [False, False]
    tried = exercise(page, known.id)
    tried.write(known.solution.source)
    tried.press("Prüfen")
    assert tried.solved


def test_a_phone_is_asked_before_python_is_loaded(open_page: Open) -> None:
    phone = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
    page = open_page(FIRST, **phone)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    element = page.locator("#uebung-giesswasser")
    element.scroll_into_view_if_needed()
    load_button = element.get_by_role("button", name="Python laden")
    expect(load_button).to_have_text(re.compile(r"etwa \d+ MB"))
    assert not any("python" in url for url in asked)
    tried = exercise(page, "giesswasser")
    tap(load_button, tried.button("Prüfen"))
    tried.press("Prüfen")
    assert not tried.solved
    assert any("pyodide" in url for url in asked)
    assert not any("pandas" in url for url in asked), "an exercise without pandas does not load it"
    assert not any("snapshot" in url for url in asked), "nothing is fetched for later"


def test_saved_data_is_asked_for_as_well(open_page: Open) -> None:
    page = open_page("index.html")
    page.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    page.goto(page.url.replace("index.html", f"{COURSE}/bodenfeuchte.html"))
    element = page.locator("#uebung-baeume-wasser")
    element.scroll_into_view_if_needed()
    expect(element.get_by_role("button", name="laden")).to_have_text(re.compile(r"Python und pandas .*etwa \d+ MB"))


class WithoutWebAssembly(SiteHandler):
    """A policy that forbids WebAssembly, as some offices have it."""

    def finish_reply(self, reply: Reply) -> Reply:
        reply.headers["Content-Security-Policy"] = "default-src 'self'"
        return reply


class WrongType(SiteHandler):
    """A web server that does not know .wasm."""

    def finish_reply(self, reply: Reply) -> Reply:
        if ".wasm" in self.path:
            reply.headers["Content-Type"] = "application/octet-stream"
        return reply


class MissingFile(SiteHandler):
    """A copy of the site that is not complete."""

    def finish_reply(self, reply: Reply) -> Reply:
        if "python_stdlib" in self.path:
            return Reply(status=HTTPStatus.NOT_FOUND)
        return reply


@pytest.mark.parametrize(
    ("handler", "words"),
    [
        (WithoutWebAssembly, "WebAssembly"),
        (WrongType, "MIME-Typ application/octet-stream"),
        (MissingFile, "python_stdlib.zip fehlt auf dem Server"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_start_that_fails_says_why(
    handler: type[SiteHandler], words: str, open_page: Open, serve_with: Serve
) -> None:
    page = open_page(FIRST, base=serve_with(handler), expected_faults=("console: ",))
    stored = cell(page, 1).output.inner_text()
    tried = exercise(page, "giesswasser")
    tried.button("Ausführen").click()
    expect(tried.element).to_contain_text("Python ist nicht gestartet")
    expect(tried.element).to_contain_text(words)
    expect(tried.button("Noch einmal versuchen")).to_be_visible()
    assert cell(page, 1).output.inner_text() == stored, "the stored result stays"


def test_a_lost_connection_is_named_and_a_second_try_works(open_page: Open) -> None:
    page = open_page("index.html", expected_faults=("Failed to load resource", "wasm instantiation failed"))
    lost = True

    def answer(route: Route) -> None:
        if lost:
            route.abort("internetdisconnected")
        else:
            route.continue_()

    page.context.route("**/pyodide.asm.wasm", answer)
    page.goto(page.url.replace("index.html", FIRST))
    tried = exercise(page, "giesswasser")
    tried.button("Ausführen").click()
    expect(tried.element).to_contain_text("Keine Verbindung")
    lost = False
    tried.button("Noch einmal versuchen").click()
    tried.wait()
    tried.press("Prüfen")
    assert not tried.solved
    assert tried.decisive


def test_python_starts_before_anyone_clicks(open_page: Open, server: SiteServer) -> None:
    """Near an exercise Python starts quietly: a later click finds it warm."""
    page = open_page("index.html")
    with page.expect_response("**/pyodide.asm.wasm"):  # listens before the page is there: its first cell may be near
        page.goto(f"{server.address}/{FIRST}")
        page.locator("#uebung-giesswasser").scroll_into_view_if_needed()


# What a start from a kept memory could bring along: its fixed hashes tell it from a start step by step.
TELL_TALE = """import os, random, time, datetime
print(os.environ.get("PYTHONHASHSEED"), time.tzname[0], datetime.datetime(2026, 7, 1, 12).timestamp())
print(random.random())"""


def test_the_next_page_starts_python_from_a_kept_memory(open_page: Open, server: SiteServer) -> None:
    """The first page has the browser take it in; the next one behaves as if Python had started step by step."""
    page = open_page(FIRST, timezone_id="Europe/Berlin")
    with page.expect_response("**/snapshot.*.bin") as kept:
        told, chance = _tell_tale(page)
    kept.value.finished()
    assert told == "None MEZ 1782900000.0"
    page.goto(f"{server.address}/{COURSE}/baumliste.html")
    told, another = _tell_tale(page)
    assert told == "0 MEZ 1782900000.0"
    page.goto(f"{server.address}/{FIRST}")
    assert len({chance, another, _tell_tale(page)[1]}) == 3, "random numbers differ from start to start"
    pandas = exercise(page, "giesswasser")
    pandas.write("import pandas\npandas.Series([1, 2]).sum()")
    pandas.press("Ausführen")
    expect(pandas.output).to_have_text("3")


def _tell_tale(page: Page) -> tuple[str, str]:
    """What the first cell of a page finds of the Python it runs in, and a random number."""
    tried = cell(page, 1)
    tried.write(TELL_TALE)
    tried.press("Ausführen")
    told, chance = tried.output.inner_text().splitlines()
    return told, chance


def test_a_kept_memory_that_is_damaged_stops_nobody(open_page: Open) -> None:
    page = open_page(FIRST)
    page.route("**/snapshot.*.bin", lambda route: route.fulfill(status=200, body=b"not what it was"))
    tried = exercise(page, "giesswasser")
    tried.press("Prüfen")
    assert tried.decisive


def test_a_page_without_code_loads_no_python(open_page: Open) -> None:
    page = open_page("index.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.mouse.wheel(0, 5000)
    page.wait_for_load_state("networkidle")
    assert not any("python" in url or "editor" in url for url in asked)


def test_the_page_contract(open_page: Open) -> None:
    """The page's data hold what the scripts rely on (tests/contract/page.json names the keys)."""
    contract = json.loads((ROOT / "tests/contract/page.json").read_text(encoding="utf-8"))
    page = open_page(FIRST)
    data = json.loads(page.locator("#forum-page").text_content() or "")
    assert set(data) == set(contract["page"])
    assert set(data["python"]) == set(contract["python"])
    config = json.loads(page.locator("forum-exercise").first.get_attribute("data-config") or "")
    assert set(config) == set(contract["exercise"])
    assert config["ownData"] is None
    config = json.loads(page.locator("forum-cell").first.get_attribute("data-config") or "")
    assert set(config) == set(contract["cell"])
