// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Light or dark, for this view of the page only: nothing is stored. Without a choice the system's setting counts.
 *
 * Serves every `<button data-forum-theme>` of the page; the theme renders it hidden, since it needs this script.
 */

import { THEME } from "./strings.js";

/** @returns {"dark" | "light"} */
function current() {
  const chosen = document.documentElement.dataset["kernTheme"];
  if (chosen === "dark" || chosen === "light") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function offerThemes() {
  for (const toggle of document.querySelectorAll("button[data-forum-theme]")) offer(/** @type {HTMLElement} */ (toggle));
}

/** @param {HTMLElement} toggle */
function offer(toggle) {
  const label = toggle.querySelector(".kern-label") ?? toggle;
  const rename = () => {
    label.textContent = current() === "dark" ? THEME.light : THEME.dark;
  };
  toggle.addEventListener("click", () => {
    document.documentElement.dataset["kernTheme"] = current() === "dark" ? "light" : "dark";
    rename();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", rename);
  rename();
  toggle.hidden = false;
}
