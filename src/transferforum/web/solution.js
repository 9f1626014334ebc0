// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The solution of an exercise: fetched when the reader asks for it, never before. */

import { button, element } from "./dom.js";
import { BUTTONS, EXERCISE } from "./strings.js";

/** @typedef {{ address: string, heading: HTMLHeadingElement, onTake: (code: string) => void, onClose: () => void }} SolutionOptions */

export class SolutionBox {
  element = element("div", { class: "forum-solution" });
  #options;

  /** @param {SolutionOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /**
   * Fills the box, once.
   * @returns {Promise<boolean>} false when the solution could not be fetched
   */
  async show() {
    if (this.element.childElementCount === 0) {
      const code = await fetchCode(this.#options.address);
      if (code === null) return false;
      this.#fill(code);
    }
    this.element.hidden = false;
    return true;
  }

  /** @param {string} code */
  #fill(code) {
    const { heading, onTake, onClose } = this.#options;
    heading.className = "forum-solution__title";
    heading.textContent = EXERCISE.solution;
    const close = button(BUTTONS.closeSolution, "tertiary", () => {
      this.element.hidden = true;
      onClose();
    });
    const buttons = element("div", { class: "forum-toolbar" });
    buttons.append(button(BUTTONS.takeSolution, "secondary", () => onTake(code)), close);
    this.element.append(
      heading,
      element("pre", { class: "forum-solution__code", tabindex: "0" }, code),
      buttons,
    );
  }
}

/**
 * @param {string} address
 * @returns {Promise<string | null>}
 */
async function fetchCode(address) {
  try {
    const response = await fetch(address);
    return response.ok ? (await response.json()).code : null;
  } catch {
    return null;
  }
}
