// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** <forum-memory>: asks once, quietly, whether progress shall be remembered; then says that it is. */

import { announce } from "./announce.js";
import { button, element } from "./dom.js";
import { MEMORY } from "./strings-progress.js";

/** @import { Here } from "./progress-page.js" */
/** @import { Memory } from "./progress-store.js" */

/**
 * The button with the one sentence that says what it does; `onStart` follows when the browser plays along.
 * @param {Memory} memory
 * @param {() => void} onStart
 */
export function offer(memory, onStart) {
  const start = button(MEMORY.start, "secondary", () => {
    if (memory.start()) onStart();
    else announce(MEMORY.problem(memory.problem));
  });
  return element("div", { class: "forum-memory__offer" }, element("p", {}, MEMORY.offer), start);
}

/** Says why nothing is remembered; null when all is well. @param {Memory} memory */
export function problemOf(memory) {
  return memory.problem ? element("p", { class: "forum-memory__problem" }, MEMORY.problem(memory.problem)) : null;
}

export class ForumMemory extends HTMLElement {
  /** What the element works with; set before it is defined. @type {Here} */
  static here;
  #shown = "";

  connectedCallback() {
    const { memory } = ForumMemory.here;
    this.setAttribute("role", "region");
    this.setAttribute("aria-label", MEMORY.label);
    this.hidden = false;
    memory.watch(() => this.#show());
    this.#show();
  }

  #show() {
    const { memory } = ForumMemory.here;
    const state = `${memory.on} ${memory.problem}`;
    if (state === this.#shown) return;
    this.#shown = state;
    // What stands below must not move under the finger: a second tap would hit a link there.
    this.style.minHeight = memory.on && this.childElementCount > 0 ? `${this.offsetHeight}px` : "";
    const problem = problemOf(memory);
    const words = memory.on ? this.#confirmation() : memory.problem === "forbidden" ? null : offer(memory, () => this.#thank());
    this.replaceChildren(...[problem, words].filter((part) => part !== null));
  }

  #confirmation() {
    const words = element("p", { class: "forum-memory__on", tabindex: "-1" });
    words.append(element("span", { class: "kern-icon kern-icon--success", "aria-hidden": "true" }));
    const text = element("span", {}, MEMORY.on);
    const { record } = this.dataset;
    if (record) text.append(" ", element("a", { href: record }, MEMORY.record));
    words.append(text);
    return words;
  }

  /** The button is gone: the focus goes to what stands there now. */
  #thank() {
    announce(MEMORY.on);
    this.querySelector("p")?.focus();
  }
}
