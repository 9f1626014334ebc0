// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Lets the Escape key close the definition of a term. Showing it is the work of the style sheet: it appears on hover and
 * focus and stays while the pointer or the focus is there.
 */

const CLOSED = "forum-term--closed";

/** @param {Document} page */
export function offerTermDismissal(page) {
  page.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    for (const term of page.querySelectorAll(".forum-term:is(:hover, :focus-within)")) term.classList.add(CLOSED);
  });
  for (const left of /** @type {const} */ (["mouseout", "focusout"])) {
    page.addEventListener(left, ({ target, relatedTarget }) => {
      const term = target instanceof Element ? target.closest(`.${CLOSED}`) : null;
      if (term && !(relatedTarget instanceof Node && term.contains(relatedTarget))) term.classList.remove(CLOSED);
    });
  }
}
