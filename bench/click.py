# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long from a click on Ausführen to the result, once the page has been open for ten seconds."""

from __future__ import annotations

from measuring import LESSONS, Series, built_site, cells_of, print_machine, print_rows, runs, visitor
from playwright.sync_api import BrowserContext, sync_playwright

from transferforum.serve import serving

GOAL = 100
OPEN_FOR = 10_000
# The first click after the wait; the clock starts at the click and ends when the new output is painted.
CLICK = """
async (number) => {
  const cell = document.querySelector(`forum-cell[data-cell="${number}"]`);
  const button = [...cell.querySelectorAll("button")].find((each) => each.textContent.trim() === "Ausführen");
  const began = performance.now();
  const done = new Promise((resolve) => {
    let running = false;
    new MutationObserver(() => {
      const disabled = button.getAttribute("aria-disabled") === "true";
      if (running && !disabled) requestAnimationFrame(() => resolve(performance.now() - began));
      running ||= disabled;
    }).observe(cell, { subtree: true, childList: true, attributes: true });
  });
  button.click();
  return done;
}
"""


def click(context: BrowserContext, address: str, cell: int) -> tuple[float, float]:
    """Milliseconds of the first click and of a second one."""
    page = context.new_page()
    page.goto(address)
    page.locator(f'forum-cell[data-cell="{cell}"]').scroll_into_view_if_needed()
    page.wait_for_timeout(OPEN_FOR)
    times = (page.evaluate(CLICK, cell), page.evaluate(CLICK, cell))
    page.close()
    return times


def main() -> None:
    count = runs(__doc__ or "")
    site = built_site()
    cells = cells_of(site / f"{LESSONS}/baumliste.html")
    pandas = next(number for number, cell in enumerate(cells, start=1) if "pandas" in cell["code"])
    cases = {"plain cell": ("erste-zelle", 1), "cells up to the first with pandas": ("baumliste", pandas)}
    series = Series({})
    with sync_playwright() as playwright, serving(site) as server:
        for name, (lesson, cell) in cases.items():
            for _ in range(count):
                with visitor(playwright) as context:
                    first, second = click(context, f"{server.address}/{LESSONS}/{lesson}.html", cell)
                series.add(f"{name}, first click", first)
                series.add(f"{name}, second click", second)
        with visitor(playwright) as context:
            print_machine(context)
    print_rows(series, goals=dict.fromkeys(series.values, GOAL))


if __name__ == "__main__":
    main()
