// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The line below the buttons: progress, what happens, what happened, or why nothing does. One of them at a time. */

import { alertBox, button, element, rich } from "./dom.js";
import { BUTTONS, FAILURE, OUTPUT, STATUS } from "./strings.js";

/** @import { Failure, Progress } from "./protocol.js" */

/**
 * The words for a progress, and the share that is done (null while that is unknown).
 * @param {Progress | null} progress
 * @param {boolean} loading Python itself is not there yet
 * @returns {{ words: string, share: number | null }}
 */
export function describe(progress, loading) {
  if (!progress) return { words: loading ? STATUS.starting : STATUS.waiting, share: null };
  const core = progress.what === "python";
  const share = progress.total > 0 ? progress.loaded / progress.total : 0;
  if (share >= 1) return { words: core ? STATUS.starting : STATUS.preparing, share: null };
  return { words: STATUS.percent(core ? STATUS.loading : STATUS.loadingPackages, share), share };
}

export class StatusLine {
  element = element("div", { class: "forum-status" });
  /** What it shows now; a `doing` goes away with what is being done. @type {"" | "doing" | "text" | "failure"} */
  shows = "";

  clear() {
    this.#show("");
  }

  /** Takes away what was only true while something was going on. */
  settle() {
    if (this.shows === "doing") this.clear();
  }

  /** @param {string} text what is being done */
  doing(text) {
    this.#show("doing", paragraph(text));
  }

  /**
   * @param {string} text
   * @param {Node[]} actions
   */
  say(text, ...actions) {
    this.#show("text", paragraph(text), ...actions);
  }

  /**
   * Shows a progress; the elements stay the same while it grows, so that nothing flickers.
   * @param {Progress | null} progress
   * @param {boolean} loading
   */
  progress(progress, loading) {
    const { words, share } = describe(progress, loading);
    let bar = this.element.querySelector("progress");
    if (!bar) {
      bar = element("progress", { class: "forum-status__bar", max: "1" });
      this.#show("doing", paragraph(words), bar);
    }
    const text = this.element.querySelector(".forum-status__text");
    if (text) text.textContent = words;
    bar.setAttribute("aria-label", words);
    if (share === null) bar.removeAttribute("value");
    else bar.value = share;
  }

  /**
   * @param {Failure} failure
   * @param {() => void} onRetry
   */
  failure(failure, onRetry) {
    const [cause, next] = FAILURE.words(failure);
    const box = alertBox(
      "danger",
      element("p", {}, FAILURE.title),
      element("p", {}, ...rich(cause)),
      element("p", {}, ...rich(next)),
      button(BUTTONS.retry, "secondary", onRetry),
    );
    if (failure.detail && failure.cause !== "mime" && failure.cause !== "missing") {
      box.lastElementChild?.append(original(failure.detail));
    }
    this.#show("failure", box);
  }

  /**
   * @param {StatusLine["shows"]} what
   * @param {Node[]} content
   */
  #show(what, ...content) {
    this.shows = what;
    this.element.replaceChildren(...content);
  }
}

/** @param {string} text */
function paragraph(text) {
  return element("p", { class: "forum-status__text" }, ...rich(text));
}

/** @param {string} text */
function original(text) {
  const words = element("p", { lang: "en" }, text);
  return element("details", { class: "forum-error__original" }, element("summary", {}, OUTPUT.original), words);
}
