// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * The signs of code that a keyboard on a screen hides, as a row of buttons above the editor.
 *
 * Touching one leaves the focus in the editor, so that the keyboard stays open. By keyboard the row is one stop: arrow
 * keys go from sign to sign, and what was inserted is told.
 */

import { announce } from "./announce.js";
import { element } from "./dom.js";
import { KEYS } from "./strings-own-data.js";

/** @import { Editor } from "./code.js" */

/** Pixels at the top of the window that the row covers while the editor scrolls below it. */
export const COVERED = 64;

/** The sign, what a screen reader calls it, and what it inserts where that is another text. */
const SIGNS = /** @type {const} */ ([
  ["(", "Runde Klammer auf"],
  [")", "Runde Klammer zu"],
  ["[", "Eckige Klammer auf"],
  ["]", "Eckige Klammer zu"],
  ['"', "Anführungszeichen"],
  ["=", "Gleichheitszeichen"],
  [":", "Doppelpunkt"],
  ["'", "Einfaches Anführungszeichen"],
  ["Tab", "Tab: vier Leerzeichen", "    "],
]);

/** True where fingers are the usual way to point. */
export function isTouched() {
  return matchMedia("(pointer: coarse)").matches;
}

/**
 * The editor's element with the row above it.
 * @param {HTMLElement} host
 * @param {Editor} editor
 */
export function withHelperKeys(host, editor) {
  const row = element("div", { class: "forum-keys", role: "toolbar", "aria-label": KEYS.toolbar });
  /** @type {(name: string, sign: string, action: () => void) => void} */
  const add = (name, sign, action) => {
    const key = element("button", { type: "button", class: "forum-keys__key", "aria-label": name, tabindex: "-1" }, sign);
    key.addEventListener("click", () => {
      action();
      if (document.activeElement !== key) editor.focus(null);
    });
    row.append(key);
  };
  for (const [sign, name, text = sign] of SIGNS) {
    add(name, sign, () => {
      editor.insert(text);
      announce(KEYS.inserted(name));
    });
  }
  add(KEYS.left, "←", () => editor.move(-1));
  add(KEYS.right, "→", () => editor.move(1));
  row.firstElementChild?.setAttribute("tabindex", "0");
  for (const type of ["pointerdown", "mousedown"]) row.addEventListener(type, (event) => event.preventDefault());
  row.addEventListener("keydown", (event) => goTo(row, event));
  return element("div", { class: "forum-code" }, row, host);
}

/**
 * Moves the focus with arrow keys, Home and End.
 * @param {HTMLElement} row
 * @param {KeyboardEvent} event
 */
function goTo(row, event) {
  const keys = /** @type {HTMLElement[]} */ ([...row.children]);
  const now = keys.findIndex((key) => key === document.activeElement);
  const places = new Map([["ArrowRight", now + 1], ["ArrowLeft", now - 1], ["Home", 0], ["End", -1]]);
  const place = places.get(event.key);
  if (place === undefined) return;
  event.preventDefault();
  const next = keys.at(place % keys.length);
  for (const key of keys) key.tabIndex = key === next ? 0 : -1;
  next?.focus();
}
