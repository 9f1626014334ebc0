// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The one polite live region of a page: what happened, told to screen readers. */

import { element } from "./dom.js";

/** @type {HTMLElement | null} */
let region = null;

/** Puts the region into the page; screen readers must know it before its text changes. */
export function prepareAnnouncements() {
  region ??= document.querySelector("#forum-announcements"); // another bundle of the page may have made it
  if (region) return;
  region = element("div", { class: "kern-sr-only", role: "status", "aria-live": "polite", id: "forum-announcements" });
  document.body.append(region);
}

/**
 * Tell this text. The same text twice in a row is told twice: a no-break space makes it another one.
 * @param {string} text without `backticks`
 */
export function announce(text) {
  prepareAnnouncements();
  const plain = text.replaceAll("`", "");
  if (region) region.textContent = region.textContent === plain ? `${plain}\u00a0` : plain;
}
