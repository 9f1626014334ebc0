# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions of all kinds in the page: by keyboard alone, wrong, right and empty, in every look, alone and as series."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import Open
from browser.learner import announced
from browser.test_pages import LOOKS, overflow, violations
from conftest import ROOT
from playwright.sync_api import Locator, Page, expect

from transferforum.serve import Reply, SiteHandler

EXAMPLES = json.loads((ROOT / "tests/contract/quiz.json").read_text(encoding="utf-8"))["examples"]
ONE_OF_EACH = list({example["config"]["kind"]: example for example in reversed(EXAMPLES)}.values())
FRAME = "anleitung/lernen.html"
PAGE = "anleitung/fragen.html"
ARTICLE = re.compile(r'(<article class="forum-text">).*(</article>)', re.DOTALL)
SERIES = ("nur-zwei", "wasser-am-tag", "angaben-einsetzen", "was-empfehlen")
"""The last four questions of the page: neighbours in one series, with ids of their own."""


def question_html(example: dict[str, Any], **changed: str) -> str:
    """A question as the site writes it, in short: the browser tests care for what becomes of it."""
    config = example["config"] | {"series": ""} | changed
    prompt = next(line for line in example["source"] if line and line[0] not in "`:-=1{")
    title = "Entscheidung" if config["kind"] == "decision" else "Frage"
    explained = "Erklärung:" in example["source"]
    return (
        f'<forum-quiz id="frage-{config["id"]}" data-quiz="{config["id"]}" data-config="{escape(json.dumps(config))}">'
        f'<h2 class="forum-quiz__title">{title}</h2><div class="forum-quiz__prompt"><p>{escape(prompt)}</p></div>'
        '<div class="forum-quiz__static"><ul><li>Zur Auswahl</li></ul>'
        '<details class="forum-quiz__answer"><summary>Antwort zeigen</summary><p>Das ist richtig.</p>'
        + ('<div class="forum-quiz__explanation"><p>Darum ist das so.</p></div>' if explained else "")
        + "</details></div></forum-quiz>"
    )


def questions_html() -> str:
    known = {example["config"]["id"]: example for example in EXAMPLES}
    alone = [question_html(example) for example in EXAMPLES]
    series = [question_html(known[id], id=f"reihe-{id}", series="reihe") for id in SERIES]
    return "".join(["<h1>Fragen</h1>", *alone, "<p>Es folgt eine Reihe.</p>", *series])


class QuizHandler(SiteHandler):
    """Serves the site and, in the frame of a page without code, all questions."""

    def reply(self) -> Reply:
        if self.path.partition("?")[0] != f"/{PAGE}":
            return super().reply()
        frame = (Path(self.directory) / FRAME).read_text(encoding="utf-8")
        page, found = ARTICLE.subn(lambda match: f"{match[1]}{questions_html()}{match[2]}", frame)
        assert found == 1
        return Reply(body=page.encode())


@pytest.fixture
def open_questions(open_page: Open, serve_with: Callable[[type[SiteHandler]], str]) -> Open:
    def open_(**settings: Any) -> Page:
        page = open_page(PAGE, base=serve_with(QuizHandler), **settings)
        if settings.get("java_script_enabled", True):
            page.evaluate("window.solved = []")
            page.evaluate("addEventListener('forum-solved', event => window.solved.push(event.detail))")
        return page

    return open_


def solved(page: Page) -> list[dict[str, str]]:
    """What the page said to have been solved."""
    told: list[dict[str, str]] = page.evaluate("window.solved")
    return told


class Question:
    """A question in the page, answered with the keyboard."""

    def __init__(self, page: Page, config: dict[str, Any], id: str = "") -> None:
        self.page = page
        self.config = config
        self.element = page.locator(f"#frage-{id or config['id']}")
        self.feedback = self.element.locator(".forum-quiz__feedback")
        self.heading = self.feedback.locator(".kern-title")
        self.check = self.button("Folge ansehen" if config["kind"] == "decision" else "Antwort prüfen")
        self.fields = self.element.locator(".forum-quiz__form :is(input, select)")

    def button(self, name: str) -> Locator:
        return self.element.get_by_role("button", name=name, exact=True)

    def answer(self, answer: Any) -> None:
        """Fill the fields and check, from the title on with the Tab key."""
        self.begin()
        getattr(self, f"_fill_{self.config['kind']}")(answer)
        self.submit()

    def begin(self) -> None:
        """Go to the title, from where the next Tab leads into the question."""
        self.element.locator(".forum-quiz__title").evaluate("title => { title.tabIndex = -1; title.focus(); }")

    def submit(self) -> None:
        for _ in range(30):
            self.press("Tab")
            if self.check.evaluate("element => element === document.activeElement"):
                self.press("Enter")
                expect(self.check).to_be_focused()
                return
        pytest.fail("The Tab key does not lead to the button.")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def _fill_single(self, index: int) -> None:
        self.press("Tab", "Space", *["ArrowDown"] * index)

    _fill_decision = _fill_single

    def _fill_multiple(self, indexes: Iterable[int]) -> None:
        for index in range(len(self.config["options"])):
            self.press("Tab", *(["Space"] if index in indexes else []))

    def _fill_number(self, text: str) -> None:
        self.press("Tab")
        self.page.keyboard.insert_text(text)

    _fill_text = _fill_number

    def _fill_gaps(self, texts: Iterable[str]) -> None:
        for text in texts:
            self._fill_number(text)

    def _fill_pairs(self, rights: Iterable[int | None]) -> None:
        for right in rights:
            down = 0 if right is None else self.config["shown"].index(right) + 1
            self.press("Tab", *["ArrowDown"] * down)

    def _fill_order(self, steps: list[int]) -> None:
        """Each step in turn goes up to its place; the focus stays with it all the way."""
        now = list(self.config["shown"])
        for place, step in enumerate(steps):
            way = now.index(step) - place
            self.entry(step).get_by_role("button", name="Nach oben").focus()
            self.press(*["Enter"] * way)
            now.insert(place, now.pop(now.index(step)))
        if now == self.config["shown"]:
            self.press("Enter")
        assert self.order == [self.config["steps"][step].replace("`", "") for step in steps]
        self.begin()

    def entry(self, step: int) -> Locator:
        words = self.config["steps"][step].replace("`", "")
        return self.element.locator(".forum-quiz__order > li").filter(has_text=words)

    @property
    def order(self) -> list[str]:
        return self.element.locator(".forum-quiz__step").all_inner_texts()

    @property
    def state(self) -> Any:
        """All that the fields hold."""
        return self.fields.evaluate_all("fields => fields.map(field => field.type + field.checked + field.value)")


def first(example: dict[str, Any], *, passed: bool) -> dict[str, Any]:
    found = (one for one in example["answers"] if one["passed"] is passed and not one.get("empty"))
    # The order shown is no answer yet.
    return next(one for one in found if one["answer"] != example["config"].get("shown"))


def named(*kinds: str) -> list[Any]:
    chosen = [example for example in EXAMPLES if not kinds or example["config"]["kind"] in kinds]
    return [pytest.param(one, id=one["config"]["id"]) for one in chosen]


GRADED = ("single", "multiple", "number", "text", "order", "pairs", "gaps")


@pytest.mark.parametrize("example", named(*GRADED))
def test_wrong_again_empty_and_right_by_keyboard(example: dict[str, Any], open_questions: Open) -> None:
    page = open_questions()
    question = Question(page, example["config"])
    untouched, shown = question.state, question.order
    wrong = first(example, passed=False)
    question.answer(wrong["answer"])
    if question.heading.inner_text() != "Hinweis":
        expect(question.heading).to_have_text("Rückmeldung: Noch nicht richtig")
        announced(page, "Rückmeldung: Noch nicht richtig.")
    for text in wrong.get("feedback", ()):
        expect(question.feedback).to_contain_text(text.replace("`", ""))
        announced(page, text.replace("`", ""))
    assert solved(page) == []
    assert not question.feedback.locator(".forum-quiz__explanation").count()

    question.button("Noch einmal").click()
    assert (question.state, question.order) == (untouched, shown)
    expect(question.feedback).to_be_empty()
    focused = "element => element.contains(document.activeElement) && document.activeElement !== document.body"
    assert question.element.locator("fieldset, .forum-quiz__typing").evaluate(focused)

    question.check.focus()
    question.press("Enter")
    expect(question.heading).to_have_text("Hinweis")
    announced(page, "Hinweis: ")
    assert solved(page) == []

    right = first(example, passed=True)
    question.answer(right["answer"])
    expect(question.heading).to_have_text("Rückmeldung: Richtig")
    announced(page, "Rückmeldung: Richtig.")
    for text in right.get("feedback", ()):
        expect(question.feedback).to_contain_text(text.replace("`", ""))
    assert solved(page) == [{"kind": "quiz", "id": example["config"]["id"]}]
    explained = "Erklärung:" in example["source"]
    assert question.feedback.locator(".forum-quiz__explanation").count() == explained
    expect(question.button("Antwort zeigen")).to_be_hidden()


@pytest.mark.parametrize("example", named("decision"))
def test_decision_shows_each_consequence(example: dict[str, Any], open_questions: Open) -> None:
    page = open_questions()
    question = Question(page, example["config"])
    question.check.click()
    expect(question.heading).to_have_text("Hinweis")
    assert solved(page) == []
    options = example["config"]["options"]
    question.answer(0)
    for number, option in enumerate(options, start=1):
        expect(question.heading).to_have_text("Die Folge")
        expect(question.feedback).to_contain_text(option["feedback"].replace("`", ""))
        announced(page, option["feedback"].replace("`", ""))
        seen = f"{number} von {len(options)} Folgen" if number < len(options) else f"alle {number} Folgen"
        expect(question.feedback).to_contain_text(seen)
        assert {"kind": "quiz", "id": example["config"]["id"]} in solved(page)
        if number < len(options):
            question.fields.nth(number).check()
            expect(question.heading).to_have_text("Die Folge Ihrer vorigen Entscheidung")
            question.check.click()


def test_multiple_marks_what_was_chosen_and_counts_what_is_missing(open_questions: Open) -> None:
    page = open_questions()
    example = next(one for one in EXAMPLES if one["config"]["id"] == "mittelwert-wovon")
    question = Question(page, example["config"])
    question.answer([0, 1])
    marks = question.element.locator(".kern-form-check")
    assert [text.partition("\n")[2].strip() for text in marks.all_inner_texts()] == ["Stimmt", "Noch nicht", "", ""]
    expect(question.feedback).to_contain_text("Eine richtige Antwort fehlt noch.")
    expect(question.feedback).not_to_contain_text("von der Höhe")
    question.fields.nth(1).uncheck()
    expect(question.heading).to_have_text("Rückmeldung zu Ihrer vorigen Antwort")
    expect(marks.nth(1)).not_to_contain_text("Noch nicht")
    question.button("Antwort zeigen").click()
    expect(question.feedback.get_by_text("Das ist richtig.")).to_be_visible()
    expect(question.feedback.get_by_role("heading", name="Antwort", exact=True)).to_be_focused()
    assert solved(page) == []


def test_open_parts_are_told_from_wrong_ones(open_questions: Open) -> None:
    page = open_questions()
    known = {example["config"]["id"]: example["config"] for example in EXAMPLES}
    gaps = Question(page, known["angaben-einsetzen"])
    gaps.answer(["decimal", ""])
    assert gaps.element.locator(".forum-quiz__slot").all_inner_texts() == ["Noch nicht", "Noch offen"]
    announced(page, "Noch nicht: Lücke 1 von 2, Lücke 2 von 2.")
    expect(gaps.element.get_by_label("Lücke 1 von 2")).to_have_attribute("aria-invalid", "true")
    pairs = Question(page, known["was-gehoert-zusammen"])
    pairs.answer([0, 2, None])
    assert pairs.element.locator(".forum-quiz__slot").all_inner_texts() == ["Stimmt", "Noch nicht", "Noch offen"]
    expect(pairs.feedback).to_contain_text("1 von 3 Zuordnungen stimmt.")


def test_a_moved_step_keeps_the_focus_and_says_where_it_is(open_questions: Open) -> None:
    page = open_questions()
    config = next(one["config"] for one in EXAMPLES if one["config"]["id"] == "reihenfolge-auswertung")
    question = Question(page, config)
    down = question.entry(3).get_by_role("button", name="Nach unten")
    down.focus()
    question.press("Enter")
    expect(down).to_be_focused()
    announced(page, "„Ergebnis prüfen“ steht jetzt an Stelle 3 von 4.")
    question.press("Space")
    expect(down).to_be_focused()
    announced(page, "„Ergebnis prüfen“ steht jetzt an Stelle 4 von 4.")
    expect(down).to_have_attribute("aria-disabled", "true")
    question.press("Enter")
    announced(page, "„Ergebnis prüfen“ steht schon ganz unten.")
    assert question.order[-1] == "Ergebnis prüfen"


def test_enter_in_a_field_checks(open_questions: Open) -> None:
    page = open_questions()
    for id, text in {"zeichen-nennen": "Semikolon", "alle-baeume": "1.234,5"}.items():
        question = Question(page, next(one["config"] for one in EXAMPLES if one["config"]["id"] == id))
        question.fields.fill(text)
        question.fields.press("Enter")
        expect(question.heading).to_have_text("Rückmeldung: Richtig")
        expect(question.fields).to_be_focused()


def test_series_to_its_result_and_again(open_questions: Open) -> None:
    page = open_questions()
    known = {example["config"]["id"]: example for example in EXAMPLES}
    series = page.locator(".forum-series")
    assert series.count() == 1
    for number, id in enumerate(SERIES, start=1):
        question = Question(page, known[id]["config"], f"reihe-{id}")
        title = series.get_by_role("heading", name=f"Frage {number} von 4")
        assert series.locator("forum-quiz:visible").count() == 1
        if number > 1:
            expect(title).to_be_focused()
        if id == "wasser-am-tag":
            question.answer("625")
        question.element.locator(".forum-quiz__form").evaluate("form => form.reset()")
        if id != "angaben-einsetzen":
            question.answer(first(known[id], passed=True)["answer"])
        series.get_by_role("button", name="Ergebnis ansehen" if number == 4 else "Weiter").click()
    expect(series.get_by_role("heading", name="Ergebnis: 1 von 3 Fragen auf Anhieb richtig")).to_be_focused()
    listed = series.locator(".forum-series__list li")
    assert [text.rpartition("(")[2] for text in listed.all_inner_texts()] == [
        "erst beim zweiten oder einem späteren Versuch richtig)",
        "noch nicht beantwortet)",
    ]
    assert violations(page) == []
    listed.first.get_by_role("button").click()
    expect(series.get_by_role("heading", name="Frage 2 von 4")).to_be_focused()
    series.get_by_role("button", name="Zurück").click()
    expect(series.get_by_role("heading", name="Frage 1 von 4")).to_be_focused()
    for _ in range(4):
        series.locator(".forum-series__steps button").last.click()
    series.get_by_role("button", name="Alle noch einmal").click()
    expect(series.get_by_role("heading", name="Frage 1 von 4")).to_be_focused()
    assert series.locator("input:checked").count() == 0


def test_a_link_opens_its_question_in_a_series(open_questions: Open) -> None:
    page = open_questions()
    page.evaluate("location.hash = '#frage-reihe-angaben-einsetzen'")
    expect(page.locator("#frage-reihe-angaben-einsetzen")).to_be_visible()
    expect(page.locator("#frage-reihe-nur-zwei")).to_be_hidden()


@pytest.mark.parametrize(("scheme", "width"), LOOKS, ids=str)
def test_all_looks_before_and_after(scheme: str, width: int, open_questions: Open) -> None:
    page = open_questions(color_scheme=scheme, viewport={"width": width, "height": 800})
    assert violations(page) == []
    assert overflow(page) <= 0
    for passed in (False, True):
        for example in ONE_OF_EACH:
            question = Question(page, example["config"])
            if question.button("Noch einmal").is_visible():
                question.button("Noch einmal").click()
            if passed or example["config"]["kind"] != "decision":
                question.answer(first(example, passed=passed)["answer"])
            if question.button("Antwort zeigen").is_visible():
                question.button("Antwort zeigen").click()
        assert violations(page) == [], passed
        assert overflow(page) <= 0, passed


def test_without_javascript_and_on_paper_stands_the_static_part(open_questions: Open) -> None:
    page = open_questions(java_script_enabled=False)
    assert page.locator(".forum-quiz__static:visible").count() == len(EXAMPLES) + len(SERIES)
    page = open_questions()
    assert page.locator(".forum-quiz__static:visible").count() == 0
    page.emulate_media(media="print")
    assert page.locator(".forum-quiz__static:visible").count() == len(EXAMPLES) + len(SERIES)
    assert page.locator(":is(.forum-quiz__form, .forum-quiz__feedback):visible").count() == 0
    assert page.get_by_text("Das ist richtig.").first.is_visible() is False
