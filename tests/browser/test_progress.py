# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Progress: nothing before the click; then read, solved and own code come back, can be taken along and deleted."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import REMEMBERED, Open, stored_in
from browser.learner import COURSE, announced, exercise
from browser.test_journeys import focused, tab_to
from browser.test_pages import LOOKS, overflow, violations
from conftest import ROOT
from playwright.sync_api import Locator, Page, expect

from transferforum.content import load

FORUM = load(ROOT)[0]
FIRST = f"{COURSE}/erste-zelle.html"
RECORD = "lernen/lernstand.html"
NOTHING = [[], 0, 0, 0, 0]
ON = "Ihr Fortschritt wird auf diesem Gerät gemerkt."
FORBIDDEN = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


def box(page: Page) -> Locator:
    return page.locator("forum-memory")


def ask_to_remember(page: Page) -> None:
    page.get_by_role("button", name="Fortschritt merken").click()
    expect(box(page)).to_contain_text(ON)


def go(page: Page, path: str) -> None:
    """Another page of the same site."""
    page.goto(re.sub(r"^(\w+://[^/]+/).*", rf"\g<1>{path}", page.url))


def solve(page: Page, id: str = "giesswasser") -> None:
    known = FORUM.exercise(id)
    assert known
    tried = exercise(page, id)
    tried.write(known.solution.source)
    tried.press("Prüfen")
    assert tried.solved


def remember(page: Page, **things: Any) -> None:
    """What an earlier visit has left: `lesson={"kurs/a": {...}}` and so on."""
    groups = {"memory": {"on": {"date": "2026-11-01"}}, **things}
    entries = {
        f"{REMEMBERED}{kind}:{id}": json.dumps(item) for kind, items in groups.items() for id, item in items.items()
    }
    page.evaluate(
        "entries => { for (const [key, text] of Object.entries(entries)) localStorage[key] = text; }", entries
    )


def seen(date: str = "2026-11-02", title: str = "") -> dict[str, str]:
    return {"date": date, "title": title}


def test_nothing_is_stored_before_the_click(open_page: Open) -> None:
    page = open_page(FIRST)
    solve(page)
    box(page).scroll_into_view_if_needed()
    expect(box(page).get_by_role("button", name="Fortschritt merken")).to_be_visible()
    expect(box(page)).to_contain_text("das Forum erfährt davon nichts.")
    for path in (f"{COURSE}/index.html", "index.html", RECORD, FIRST):
        go(page, path)
        assert stored_in(page) == NOTHING
    expect(page.locator(".forum-mark")).to_have_count(0)


def test_what_was_done_on_the_page_counts_from_the_click_on(open_page: Open) -> None:
    page = open_page(FIRST, remembers=True)
    solve(page)
    ask_to_remember(page)
    announced(page, ON)
    assert focused(page).startswith(ON)
    current = page.locator(".forum-course .forum-lessons__link[aria-current]")
    expect(current).to_contain_text("gelesen")
    keys, *rest = stored_in(page)
    lesson, place = f"{REMEMBERED}lesson:baeume-und-hitze/erste-zelle", f"{REMEMBERED}place:last"
    exercises = [f"{REMEMBERED}{kind}:giesswasser" for kind in ("code", "exercise")]
    assert (sorted(keys), rest) == (sorted([*exercises, lesson, place, f"{REMEMBERED}memory:on"]), NOTHING[1:])


@pytest.mark.parametrize("width", [1280, 360])
def test_who_clicks_twice_stays_on_the_page(width: int, open_page: Open) -> None:
    page = open_page(FIRST, remembers=True, viewport={"width": width, "height": 740})
    page.get_by_role("button", name="Fortschritt merken").dblclick()
    expect(box(page)).to_contain_text(ON)
    expect(page.get_by_role("heading", level=1)).to_have_text("Zellen ausführen und ändern")


def test_only_deeds_and_their_day_are_stored(open_page: Open) -> None:
    """Being wrong leaves nothing but the code; what is stored has a day and a title, and no time, count or name."""
    page = open_page(FIRST, remembers=True)
    ask_to_remember(page)
    tried = exercise(page, "giesswasser")
    for code in ("1 / 0", "liter_muehlweg = 1"):
        tried.write(code)
        tried.press("Prüfen")
    question = page.locator("forum-quiz").filter(has=page.get_by_role("radio")).first
    quiz = question.get_attribute("data-quiz")
    options = json.loads(question.get_attribute("data-config") or "")["options"]
    for right in (False, True):
        choice = next(index for index, option in enumerate(options) if option["right"] is right)
        question.get_by_role("radio").nth(choice).check()
        question.get_by_role("button", name="Antwort prüfen").click()
        page.wait_for_function("key => Object.keys(localStorage).includes(key)", arg=f"{REMEMBERED}code:giesswasser")
        kinds = {key.removeprefix(REMEMBERED).partition(":")[0] for key in stored_in(page)[0]}
        assert kinds == {"memory", "lesson", "place", "code", *(["quiz"] if right else [])}
    solve(page)
    stored: dict[str, str] = page.evaluate("Object.fromEntries(Object.entries(localStorage))")
    fields = {key.removeprefix(REMEMBERED): json.loads(text) for key, text in stored.items()}
    marks = {"lesson:baeume-und-hitze/erste-zelle", "exercise:giesswasser", f"quiz:{quiz}"}
    assert {key: set(item) for key, item in fields.items()} == {
        "memory:on": {"date"},
        **{key: {"date", "title"} for key in marks},
        "code:giesswasser": {"date", "title", "code"},
        "place:last": {"date", "title", "lesson"},
    }
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", item["date"]) for item in fields.values())


def test_the_course_and_the_start_page_say_what_is_done(open_page: Open) -> None:
    page = open_page(FIRST, remembers=True)
    ask_to_remember(page)
    solve(page)
    go(page, f"{COURSE}/index.html")
    expect(page.locator(".forum-overview__card")).to_contain_text("1 von 5 Lektionen gelesen, 1 von 5 Übungen gelöst")
    plan = page.locator(".forum-plan__item")
    expect(plan.nth(0)).to_contain_text("gelesen")
    expect(plan.nth(0)).to_contain_text("gelöst")
    expect(plan.nth(1).locator(".forum-mark")).to_have_count(0)
    expect(page.locator(".forum-continue")).to_have_text("Weiter, wo Sie waren: Zellen ausführen und ändern")
    page.locator(".forum-continue").get_by_role("link").click()
    expect(page).to_have_url(re.compile(re.escape(FIRST)))
    go(page, "index.html")
    card = page.locator(".forum-cards > li").filter(has_text="Stadtbäume und Hitze")
    expect(card).to_contain_text("1 von 5 Lektionen gelesen")
    page.get_by_role("link", name="Zellen ausführen und ändern").click()
    expect(page).to_have_url(re.compile(re.escape(FIRST)))


def test_a_course_left_for_another_says_what_comes_next(open_page: Open) -> None:
    page = open_page(f"{COURSE}/index.html", remembers=True)
    way = page.locator(".forum-continue")
    elsewhere = {**seen(title="Woanders"), "lesson": "prozesse/bpmn-datei"}
    remember(page, place={"last": elsewhere})
    page.reload()
    expect(page.locator(".forum-overview__progress")).to_be_visible()
    expect(way).to_be_hidden()
    remember(page, lesson={"baeume-und-hitze/erste-zelle": seen()})
    page.reload()
    expect(way).to_have_text("Als Nächstes: Die Baumliste lesen")
    way.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Die Baumliste lesen")


def test_a_lesson_counts_as_read_when_its_end_is_seen(open_page: Open) -> None:
    page = open_page(f"{COURSE}/index.html", remembers=True)
    ask_to_remember(page)
    go(page, f"{COURSE}/baumliste.html")
    current = page.locator(".forum-course .forum-lessons__link[aria-current]")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    expect(current).to_be_visible()
    expect(current).not_to_contain_text("gelesen")
    page.locator(".forum-steps").scroll_into_view_if_needed()
    expect(current).to_contain_text("gelesen")
    page.reload()
    expect(current).to_contain_text("gelesen")


def test_names_that_lessons_and_exercises_once_had_count(open_page: Open) -> None:
    page = open_page(f"{COURSE}/index.html", remembers=True)
    remember(page, lesson={"alter-kurs/alt": seen()}, exercise={"alt": seen()})

    def renamed(text: str) -> str:
        about = json.loads(text)
        about["course"]["lessons"][2]["aliases"] = ["baeume-und-hitze/alt", "alter-kurs/alt"]
        about["course"]["exercises"][3]["aliases"] = ["alt"]
        return json.dumps(about)

    def answer(route: Any) -> None:
        reply = route.fetch()
        pattern = r'(id="forum-about">)(.*?)(</script>)'
        text = re.sub(pattern, lambda found: found[1] + renamed(found[2]) + found[3], reply.text())
        route.fulfill(response=reply, body=text)

    page.route("**/index.html", answer)
    page.reload()
    expect(page.locator(".forum-overview__card")).to_contain_text("1 von 5 Lektionen gelesen, 1 von 5 Übungen gelöst")
    expect(page.locator(".forum-plan__item").nth(2)).to_contain_text("gelesen")
    expect(page.locator(".forum-plan__item").nth(3)).to_contain_text("gelöst")


def test_own_code_comes_back_and_resetting_forgets_it(open_page: Open) -> None:
    known = FORUM.exercise("giesswasser")
    assert known
    page = open_page(FIRST, remembers=True)
    ask_to_remember(page)
    exercise(page, known.id).write("meins = 'später'")
    page.reload()
    tried = exercise(page, known.id)
    expect(tried.element).to_contain_text(re.compile(r"Ihr Code vom \d+\.\d+\.\d{4} ist wieder da\."))
    tried.editor.wait_for()
    assert tried.code == "meins = 'später'"
    tried.press("Zurücksetzen")
    page.reload()
    tried = exercise(page, known.id)
    tried.editor.wait_for()
    assert tried.code.split() == known.start.source.split()
    expect(tried.element).not_to_contain_text("ist wieder da")
    assert f"{REMEMBERED}code:giesswasser" not in stored_in(page)[0]


def test_code_that_is_only_looked_at_is_not_kept(open_page: Open) -> None:
    page = open_page(FIRST, remembers=True)
    ask_to_remember(page)
    tried = exercise(page, "giesswasser")
    tried.editor.wait_for()
    page.reload()
    assert f"{REMEMBERED}code:giesswasser" not in stored_in(page)[0]


def test_code_that_is_too_long_to_be_kept_is_named(open_page: Open) -> None:
    page = open_page(FIRST, remembers=True)
    ask_to_remember(page)
    tried = exercise(page, "giesswasser")
    tried.write("meins = 1")
    page.wait_for_function("key => localStorage.getItem(key)", arg=f"{REMEMBERED}code:giesswasser")
    tried.write(f"# {'x' * 50_001}")
    expect(tried.element).to_contain_text("merkt sich Ihr Browser die neue Fassung nicht")


def test_a_second_tab_shows_what_the_first_has_done(open_page: Open) -> None:
    page = open_page(FIRST, remembers=True)
    ask_to_remember(page)
    second = page.context.new_page()
    second.goto(page.url.replace("erste-zelle", "index"))
    card = second.locator(".forum-overview__card")
    expect(card).to_contain_text("1 von 5 Lektionen gelesen, 0 von 5 Übungen gelöst")
    solve(page)
    expect(card).to_contain_text("1 von 5 Lektionen gelesen, 1 von 5 Übungen gelöst")
    go(second, RECORD)
    second.get_by_role("button", name="Alles löschen").click()
    second.get_by_role("button", name="Ja, alles löschen").click()
    expect(box(page).get_by_role("button", name="Fortschritt merken")).to_be_visible()
    expect(page.locator(".forum-mark")).to_have_count(0)


def test_a_page_that_comes_back_shows_what_was_done_meanwhile(open_page: Open) -> None:
    page = open_page(f"{COURSE}/index.html", remembers=True)
    remember(page, lesson={"baeume-und-hitze/erste-zelle": seen()})
    expect(page.locator(".forum-mark")).to_have_count(0)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(page.locator(".forum-plan__item").nth(0)).to_contain_text("gelesen")


def test_the_first_draft_is_brought_over(open_page: Open) -> None:
    page = open_page(f"{COURSE}/index.html", remembers=True)
    draft = {
        "lessons": {"baeume-und-hitze/erste-zelle": "2026-08-01", "baeume-und-hitze/weg": "2026-08-02"},
        "exercises": {"giesswasser": "2026-08-03"},
        "quizzes": {},
    }
    page.evaluate("text => { localStorage['forum:1:transferforum'] = text; }", json.dumps(draft))
    page.reload()
    expect(page.locator(".forum-overview__card")).to_contain_text("1 von 5 Lektionen gelesen, 1 von 5 Übungen gelöst")
    assert all(key.startswith(REMEMBERED) for key in stored_in(page)[0])
    go(page, RECORD)
    expect(page.locator("forum-record")).to_contain_text("baeume-und-hitze/weg gelesen am 2.8.2026")


@pytest.mark.parametrize(("script", "words"), [(FORBIDDEN, "erlaubt diesen Seiten nicht"), (FULL, "ist voll")])
def test_storage_that_fails_is_named_and_the_rest_works(script: str, words: str, open_page: Open) -> None:
    page = open_page("index.html").context.new_page()
    page.add_init_script(script)
    first = page.context.pages[0]
    page.goto(first.url.replace("index.html", FIRST))
    solve(page)
    if script == FULL:
        box(page).get_by_role("button", name="Fortschritt merken").click()
        announced(page, words)
    expect(box(page)).to_contain_text(words)
    expect(box(page)).to_contain_text("Lesen und üben können Sie trotzdem.")
    page.goto(first.url.replace("index.html", RECORD))
    expect(page.get_by_role("heading", level=1)).to_have_text("Mein Lernstand")
    if script == FORBIDDEN:
        expect(page.locator("forum-record")).to_contain_text(words)
        expect(page.get_by_role("button", name="Fortschritt merken")).to_have_count(0)
        page.goto(first.url.replace("index.html", "lernen/bescheinigung.html#kurs=baeume-und-hitze"))
        expect(page.locator("forum-certificate")).to_contain_text("in diesem Browser keine Bescheinigung")
    assert violations(page) == []


def test_export_delete_and_import_bring_everything_back(open_page: Open, tmp_path: Path) -> None:
    page = open_page(FIRST, remembers=True)
    ask_to_remember(page)
    solve(page)
    go(page, RECORD)
    record = page.locator("forum-record")
    expect(record).to_contain_text("Zellen ausführen und ändern gelesen am")
    expect(record).to_contain_text("Wasser für zwei Straßen gelöst am")
    expect(record.get_by_role("link", name="Wasser für zwei Straßen").first).to_be_visible()
    before = record.locator(".forum-record__list").inner_text()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Als Datei speichern").click()
    assert re.fullmatch(r"lernstand-\d{4}-\d\d-\d\d\.json", saving.value.suggested_filename)
    file = tmp_path / saving.value.suggested_filename
    saving.value.save_as(file)
    assert json.loads(file.read_text(encoding="utf-8"))["forum"] == FORUM.settings.id

    page.get_by_role("button", name="Alles löschen").click()
    assert "Wirklich alles löschen?" in focused(page)
    page.get_by_role("button", name="Nicht löschen").click()
    assert focused(page) == "Alles löschen"
    page.get_by_role("button", name="Alles löschen").click()
    page.get_by_role("button", name="Ja, alles löschen").click()
    announced(page, "Alles ist gelöscht.")
    assert stored_in(page) == NOTHING
    expect(record).to_contain_text("Ihr Browser merkt sich gerade nichts von diesen Seiten.")
    page.get_by_role("button", name="Rückgängig").click()
    expect(record.locator(".forum-record__list")).to_have_text(before, use_inner_text=True)
    page.get_by_role("button", name="Alles löschen").click()
    page.get_by_role("button", name="Ja, alles löschen").click()
    page.reload()
    expect(page.get_by_role("button", name="Rückgängig")).to_have_count(0)

    hand_over(page, file)
    announced(page, "Neu aus der Datei: 1 Lektion, 1 Übung und 1 eigener Code.")
    assert focused(page) == "Übernommen"
    expect(record.locator(".forum-record__list")).to_have_text(before, use_inner_text=True)
    hand_over(page, file)
    expect(record).to_contain_text("In der Datei stand nichts Neues.")
    go(page, FIRST)
    expect(exercise(page, "giesswasser").element).to_contain_text("ist wieder da")


def hand_over(page: Page, file: Path) -> None:
    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Aus Datei übernehmen").click()
    choosing.value.set_files(file)


def without(file: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in file.items() if key != name}


DAMAGED: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "empty": (lambda file: "", "keine Datei mit einem Lernstand"),
    "another file": (lambda file: "Grundbuch", "keine Datei mit einem Lernstand"),
    "picture": (lambda file: "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "keine Datei mit einem Lernstand"),
    "page": (lambda file: "<!DOCTYPE html><title>Anmeldung</title>", "keine Datei mit einem Lernstand"),
    "cut off": (lambda file: json.dumps(file)[:-40], "keine Datei mit einem Lernstand"),
    "list": (lambda file: [file], "keine Datei mit einem Lernstand"),
    "no format": (lambda file: without(file, "format"), "keine Datei mit einem Lernstand"),
    "newer": (lambda file: {**file, "format": 3}, "aus einer neueren Fassung"),
    "older": (lambda file: {**file, "format": 1}, "aus einer alten Fassung"),
    "big": (lambda file: " " * LARGEST + json.dumps(file), "Die Datei ist zu groß."),
    "another forum": (lambda file: {**file, "forum": "kreis-b"}, "einem anderen Angebot („kreis-b“)"),
    "no day": (lambda file: {**file, "date": "gestern"}, "Das Datum der Datei stimmt nicht."),
    "list is missing": (lambda file: without(file, "quiz"), "fehlt eine Liste"),
    "group is a list": (lambda file: {**file, "lesson": ["baeume-und-hitze/baumliste"]}, "fehlt eine Liste"),
    "something unknown": (lambda file: {**file, "noten": {"giesswasser": 1}}, "etwas Unbekanntes („noten“)"),
    "id": (lambda file: {**file, "quiz": {"<b>": seen()}}, "eine ungültige Kennung („<b>“)"),
    "way out": (lambda file: {**file, "lesson": {"../x": seen()}}, "eine ungültige Kennung"),
    "entry is a text": (lambda file: {**file, "exercise": {"giesswasser": "gelöst"}}, "„giesswasser“ beschädigt"),
    "no such day": (lambda file: {**file, "quiz": {"a": seen("2026-02-29")}}, "„a“ beschädigt (Datum)"),
    "endless title": (lambda file: {**file, "quiz": {"a": seen(title="x" * 301)}}, "„a“ beschädigt (Titel)"),
    "code is missing": (lambda file: {**file, "code": {"giesswasser": seen()}}, "„giesswasser“ beschädigt (Code)"),
    "address": (
        lambda file: {**file, "place": {"last": {**seen(), "lesson": "https://x.example/"}}},
        "„last“ beschädigt (Lektion)",
    ),
}
"""Files as they may be handed over, each made of a sound one, and why they are refused."""
LARGEST = 20_000_000
SOUND: dict[str, Any] = {"format": 2, "forum": "transferforum", "date": "2026-11-20"}
NEW = {
    "lesson": {"baeume-und-hitze/heisse-tage": seen()},
    "exercise": {},
    "quiz": {"neu": seen()},
    "code": {},
    "place": {},
}


@pytest.mark.parametrize(
    "stored", [{}, {"lesson": {"baeume-und-hitze/erste-zelle": seen()}}], ids=["nothing", "something"]
)
def test_no_damaged_file_changes_anything(stored: dict[str, Any], open_page: Open, tmp_path: Path) -> None:
    page = open_page(RECORD, remembers=True)
    if stored:
        remember(page, **stored)
        page.reload()
    message = page.locator(".forum-record__message")
    before = page.evaluate("JSON.stringify(localStorage)")
    assert len(DAMAGED) >= 20
    for name, (damage, reason) in DAMAGED.items():
        content = damage({**SOUND, **NEW})
        file = tmp_path / "lernstand.json"
        file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        page.evaluate("document.querySelector('.forum-record__message').replaceChildren()")
        hand_over(page, file)
        expect(message, name).to_contain_text(reason)
        announced(page, reason)
        assert focused(page) == "Nichts übernommen", name
        assert page.evaluate("JSON.stringify(localStorage)") == before, name
    file.write_text(json.dumps({**SOUND, **NEW}), encoding="utf-8")
    hand_over(page, file)
    expect(message).to_contain_text("Neu aus der Datei: 1 Lektion und 1 Frage.")


def test_everything_by_keyboard(open_page: Open) -> None:
    page = open_page(f"{COURSE}/baumliste.html", remembers=True)
    tab_to(page, "Fortschritt merken")
    page.keyboard.press("Enter")
    announced(page, ON)
    tab_to(page, "Mein Lernstand", at_most=1)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mein Lernstand")
    tab_to(page, "Als Datei speichern")
    tab_to(page, "Aus Datei übernehmen", at_most=1)
    tab_to(page, "Alles löschen", at_most=1)
    page.keyboard.press("Space")
    tab_to(page, "Ja, alles löschen", at_most=1)
    page.keyboard.press("Enter")
    announced(page, "Alles ist gelöscht.")
    tab_to(page, "Rückgängig", at_most=1)
    page.keyboard.press("Enter")
    announced(page, "Ihr Lernstand ist wieder da.")
    expect(page.locator("forum-record")).to_contain_text("Die Baumliste lesen gelesen am")


THINGS: dict[str, Any] = {
    "lesson": {"baeume-und-hitze/erste-zelle": seen(title="Zellen ausführen und ändern"), "weg/weg": seen(title="Weg")},
    "exercise": {"giesswasser": seen(title="Wasser für zwei Straßen")},
    "quiz": {"trennzeichen": seen(title="Frage in „Die Baumliste lesen“")},
    "code": {"giesswasser": {**seen(title="Wasser für zwei Straßen"), "code": "x = '" + "lang " * 40 + "'\n" * 30}},
    "place": {"last": {**seen(title="Zellen ausführen und ändern"), "lesson": "baeume-und-hitze/erste-zelle"}},
}


@pytest.mark.parametrize(("scheme", "width"), LOOKS, ids=str)
def test_pages_with_progress_are_accessible(scheme: str, width: int, open_page: Open) -> None:
    size = {"width": width, "height": 800}
    page = open_page(RECORD, remembers=True, color_scheme=scheme, viewport=size)
    for path in (RECORD, "index.html", f"{COURSE}/index.html", FIRST):
        remember(page, **THINGS)
        go(page, path)
        expect(page.locator("forum-record, .forum-continue, .forum-mark").first).to_be_attached()
        assert violations(page) == [], path
        assert overflow(page) <= 0, path
    go(page, RECORD)
    page.get_by_text("Code zeigen").click()
    page.get_by_role("button", name="Alles löschen").click()
    assert (violations(page), overflow(page)) == ([], 0)
    page.get_by_role("button", name="Ja, alles löschen").click()
    expect(page.get_by_role("button", name="Rückgängig")).to_be_visible()
    assert (violations(page), overflow(page)) == ([], 0)


def test_without_javascript_the_page_says_so(open_page: Open) -> None:
    page = open_page(RECORD, java_script_enabled=False)
    expect(page.locator("noscript .forum-noscript")).to_be_visible()
    assert page.get_by_role("main").get_by_role("button").count() == 0
    go(page, FIRST)
    expect(box(page)).to_be_hidden()


def test_every_page_says_what_it_is(open_page: Open) -> None:
    contract = json.loads((ROOT / "tests/contract/page.json").read_text(encoding="utf-8"))
    page = open_page(FIRST)
    about = json.loads(page.locator("#forum-about").text_content() or "")
    assert set(about) == set(contract["about"])
    assert set(about["course"]) == set(contract["about.course"])
    assert set(about["lesson"]) == set(contract["about.lesson"])
    assert all(set(one) == set(contract["about.exercise"]) for one in about["course"]["exercises"])
    assert (about["lesson"]["id"], about["url"]) == ("baeume-und-hitze/erste-zelle", FIRST)
    for known in [*about["course"]["lessons"], *about["course"]["exercises"]]:
        path, _, anchor = known["url"].partition("#")
        go(page, path)
        if anchor:
            expect(page.locator(f"#{anchor}")).to_be_attached()
    go(page, RECORD)
    about = json.loads(page.locator("#forum-about").text_content() or "")
    assert (about["course"], about["lesson"], about["title"]) == (None, None, "Mein Lernstand")
