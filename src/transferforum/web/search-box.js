// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The field in the header: it leads to the page of the search, with the words behind the `#`, which no request carries. */

/** @param {Document} page */
export function offerSearch(page) {
  const form = page.querySelector(".forum-find");
  if (!(form instanceof HTMLFormElement)) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const q = form.querySelector("input")?.value.trim() ?? "";
    location.assign(q ? `${form.action}#${new URLSearchParams({ q })}` : form.action);
  });
}
