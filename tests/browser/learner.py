# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a learner does with an exercise or a cell, for the tests to read like that."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect
from playwright.sync_api import TimeoutError as TookTooLong

COURSE = "kurse/baeume-und-hitze"


class Code:
    """An exercise or a lesson's cell in the page."""

    def __init__(self, page: Page, element: Locator) -> None:
        self.page = page
        self.element = element
        self.output = element.locator(".forum-cell__output").first
        self.feedback = element.locator(".forum-feedback")
        element.scroll_into_view_if_needed()

    def button(self, name: str) -> Locator:
        return self.element.get_by_role("button", name=name, exact=True)

    @property
    def editor(self) -> Locator:
        return self.element.locator(".cm-content")

    def write(self, code: str) -> None:
        """Replace the whole code, as pasting does."""
        if self.button("Bearbeiten").is_visible():
            self.button("Bearbeiten").click()
        self.editor.click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Delete")
        if code:
            self.page.keyboard.insert_text(code)

    @property
    def code(self) -> str:
        return "\n".join(line.inner_text().rstrip("\n") for line in self.element.locator(".cm-line").all())

    def press(self, name: str) -> None:
        """Click a button and wait until what it started is done."""
        self.button(name).click()
        self.wait()

    def wait(self) -> None:
        """Until nothing runs."""
        expect(self.button("Ausführen")).not_to_have_attribute("aria-disabled", "true")

    @property
    def decisive(self) -> str:
        """The sentence that decides: the error's message, else the first open point, else the last right one."""
        error = self.feedback.locator(".forum-error__message")
        if error.count():
            return error.inner_text()
        open_points = self.feedback.locator(".forum-finding--not-yet .forum-finding__text")
        if open_points.count():
            return open_points.first.inner_text()
        return self.feedback.locator(".forum-finding--right .forum-finding__text").last.inner_text()

    @property
    def solved(self) -> bool:
        return self.feedback.get_by_text("Rückmeldung: Gelöst").count() == 1


def tap(target: Locator, shows: Locator) -> None:
    """A finger's tap. On a busy machine Chromium may take a slow one for a long press; a person would tap again."""
    for _ in range(3):
        target.tap()
        try:
            shows.wait_for(timeout=5_000)
        except TookTooLong:
            continue
        return
    raise AssertionError(f"nothing happened after three taps on {target}")


def exercise(page: Page, id: str) -> Code:
    return Code(page, page.locator(f"#uebung-{id}"))


def cell(page: Page, number: int) -> Code:
    return Code(page, page.locator(f'forum-cell[data-cell="{number}"]'))


def announced(page: Page, text: str) -> None:
    """A screen reader is told this."""
    expect(page.locator("#forum-announcements")).to_contain_text(text)
