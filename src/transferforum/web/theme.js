// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Light or dark, for this view of the page only: nothing is stored. Without a choice the system's setting counts.
 *
 * Serves the button #forum-theme of the page's header, which is hidden where there is no script.
 */

/** @returns {"dark" | "light"} */
function current() {
  const chosen = document.documentElement.dataset["kernTheme"];
  if (chosen === "dark" || chosen === "light") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function offerThemes() {
  const toggle = document.getElementById("forum-theme");
  if (!toggle) return;
  const show = () => toggle.setAttribute("aria-pressed", String(current() === "dark"));
  toggle.addEventListener("click", () => {
    document.documentElement.dataset["kernTheme"] = current() === "dark" ? "light" : "dark";
    show();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  show();
  toggle.hidden = false;
}
