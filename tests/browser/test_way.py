# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole way of a learner, from the first visit to a certificate that is found valid: by keyboard, on a phone."""

from __future__ import annotations

import json
from typing import Any

from browser.conftest import Open
from browser.learner import exercise, tap
from browser.test_journeys import tab_to
from browser.test_pages import overflow
from browser.test_quiz import Question
from conftest import ROOT
from playwright.sync_api import Page, expect

from transferforum.content import load
from transferforum.model import Choice, Decision, Exercise, Gaps, Lesson, Number, Order, Pairs, Quiz, ShortText

FORUM = load(ROOT)[0]
LESSONS = next(course for course in FORUM.courses if course.id == "baeume-und-hitze").lessons
NEEDED = 4
"""So many of the five exercises the certificate asks for."""
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def answer(quiz: Quiz) -> Any:
    """The right answer, in the form of the contract."""
    match quiz.body:
        case Choice(options=options, single=single):
            right = [index for index, option in enumerate(options) if option.right]
            return right[0] if single else right
        case Number(value=value):
            return f"{value:g}".replace(".", ",")
        case ShortText(accepted=accepted):
            return accepted[0]
        case Order(steps=steps):
            return list(range(len(steps)))
        case Pairs(pairs=pairs):
            return list(range(len(pairs)))
        case Gaps(parts=parts):
            return [part[0] for part in parts if isinstance(part, tuple)]
        case Decision():
            return 1


def question(page: Page, quiz: Quiz) -> Question:
    element = page.locator(f"#frage-{quiz.id}")
    return Question(page, json.loads(element.get_attribute("data-config") or ""))


def expect_passed(asked: Question) -> None:
    wanted = "Die Folge" if asked.config["kind"] == "decision" else "Rückmeldung: Richtig"
    expect(asked.heading).to_have_text(wanted)


def exercise_of(lesson: Lesson) -> Exercise:
    known = FORUM.exercise(lesson.placements[0].exercise)
    assert known
    return known


def expect_certificate_checked(page: Page, code: str) -> None:
    expect(page.get_by_role("heading", name="Ergebnis")).to_have_text("Ergebnis: gültig")
    assert code.startswith("DTF1.")


def test_from_the_first_visit_to_the_certificate_by_keyboard(open_page: Open) -> None:
    page = open_page("index.html", remembers=True)
    tab_to(page, "Fortschritt merken")
    page.keyboard.press("Enter")
    expect(page.locator("forum-memory")).to_contain_text("gemerkt")
    page.keyboard.press("Control+Home")
    tab_to(page, "Stadtbäume und Hitze", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Stadtbäume und Hitze")
    tab_to(page, "Kurs beginnen")
    page.keyboard.press("Enter")
    for number, lesson in enumerate(LESSONS, 1):
        expect(page.get_by_role("heading", level=1)).to_have_text(lesson.title)
        if number <= NEEDED:
            _solve_by_keyboard(page, exercise_of(lesson))
        for quiz in lesson.quizzes:
            asked = question(page, quiz)
            expect(asked.element).to_be_visible()
            asked.answer(answer(quiz))
            expect_passed(asked)
            if asked.config["series"] and quiz is not lesson.quizzes[-1]:
                tab_to(page, "Weiter", at_most=10)
                page.keyboard.press("Enter")
        tab_to(page, "Weiter: ")
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Bescheinigung erstellen")
    expect(page.get_by_label("Ihr Name")).to_be_visible()
    tab_to(page, "Ihr Name")
    page.keyboard.insert_text("Ada Beispiel")
    page.keyboard.press("Enter")
    code = page.locator(".forum-paper__code code").inner_text()
    tab_to(page, "Bescheinigung prüfen")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Code der Bescheinigung")).to_be_visible()
    tab_to(page, "Code der Bescheinigung")
    page.keyboard.insert_text(code)
    tab_to(page, "Code prüfen")
    page.keyboard.press("Enter")
    expect_certificate_checked(page, code)


def _solve_by_keyboard(page: Page, known: Exercise) -> None:
    tried = exercise(page, known.id)
    tried.editor.focus()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(known.solution.source)
    tab_to(page, "Prüfen", at_most=5)
    page.keyboard.press("Enter")
    tried.feedback.get_by_text("Rückmeldung: Gelöst").wait_for()


def test_from_the_first_visit_to_the_certificate_on_a_phone(open_page: Open) -> None:
    page = open_page("index.html", remembers=True, **PHONE)
    page.get_by_role("button", name="Fortschritt merken").tap()
    page.get_by_role("link", name="Stadtbäume und Hitze").tap()
    page.get_by_role("link", name="Kurs beginnen").tap()
    for number, lesson in enumerate(LESSONS, 1):
        expect(page.get_by_role("heading", level=1)).to_have_text(lesson.title)
        if number <= NEEDED:
            _solve_by_touch(page, exercise_of(lesson))
        for quiz in lesson.quizzes:
            _answer_by_touch(page, quiz)
            if question(page, quiz).config["series"] and quiz is not lesson.quizzes[-1]:
                page.locator(".forum-series").get_by_role("button", name="Weiter", exact=True).tap()
        assert overflow(page) <= 0
        page.locator(".forum-steps").scroll_into_view_if_needed()
        expect(page.locator(".forum-lessons__link[aria-current]").first).to_contain_text("gelesen")
        page.get_by_role("link", name="Weiter: ").tap()
    page.get_by_label("Ihr Name").fill("Ada Beispiel")
    page.get_by_role("button", name="Bescheinigung erstellen").tap()
    code = page.locator(".forum-paper__code code").inner_text()
    assert overflow(page) <= 0
    page.get_by_role("article", name="Teilnahmebescheinigung").get_by_role("link").tap()
    page.get_by_label("Code der Bescheinigung").fill(code)
    page.get_by_role("button", name="Code prüfen").tap()
    expect_certificate_checked(page, code)
    assert overflow(page) <= 0


def _solve_by_touch(page: Page, known: Exercise) -> None:
    tried = exercise(page, known.id)
    load_button = tried.element.get_by_role("button", name="laden (etwa")
    if load_button.is_visible():
        tap(load_button, tried.button("Prüfen"))
    tried.editor.tap()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(known.solution.source)
    tried.button("Prüfen").tap()
    tried.feedback.get_by_text("Rückmeldung: Gelöst").wait_for()


def _answer_by_touch(page: Page, quiz: Quiz) -> None:
    asked = question(page, quiz)
    right = answer(quiz)
    match asked.config["kind"]:
        case "single" | "decision":
            asked.fields.nth(right).tap()
        case "multiple":
            for index in right:
                asked.fields.nth(index).tap()
        case "number" | "text":
            asked.fields.fill(right)
        case "gaps":
            for index, text in enumerate(right):
                asked.fields.nth(index).fill(text)
        case "pairs":
            for left, choice in enumerate(right):
                asked.fields.nth(left).select_option(index=asked.config["shown"].index(choice) + 1)
        case "order":
            now = list(asked.config["shown"])
            for place, step in enumerate(right):
                for _ in range(now.index(step) - place):
                    asked.entry(step).get_by_role("button", name="Nach oben").tap()
                now.insert(place, now.pop(now.index(step)))
    asked.check.tap()
    expect_passed(asked)
