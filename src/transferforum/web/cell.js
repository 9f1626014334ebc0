// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * <forum-cell>: a code cell of a lesson. The cells of a page share their names, so a cell first has the earlier ones
 * run that have not been run yet.
 */

import { button } from "./dom.js";
import { announce } from "./announce.js";
import { LiveCode } from "./live.js";
import { errorElement, showOutputs, spokenResult, summary } from "./output.js";
import { readRunResult } from "./protocol.js";
import { BUTTONS, EDITOR, EXERCISE, OUTPUT, STATUS } from "./strings.js";

/** @import { RunResult } from "./protocol.js" */
/** @typedef {{ code: string, raises: boolean }} CellConfig */

export class ForumCell extends LiveCode {
  editButton = button(BUTTONS.edit, "secondary", () => this.edit());
  number = Number(this.dataset["cell"]);
  /** @type {CellConfig} */
  config = JSON.parse(this.dataset["config"] ?? "{}");

  get place() {
    return this.around.page.lesson();
  }

  get startCode() {
    return this.config.code;
  }

  build() {
    this.toolbar.setAttribute("aria-label", `${EXERCISE.cellToolbar}: ${EDITOR.cell(this.number)}`);
    this.toolbar.append(this.runButton, this.editButton, this.resetButton);
    this.output.setAttribute("role", "group");
    this.output.setAttribute("aria-label", OUTPUT.cell(this.number));
    const box = this.makeLive(EDITOR.label(EDITOR.cell(this.number)));
    box.addEventListener("click", () => {
      if (document.getSelection()?.isCollapsed) this.edit();
    });
  }

  async edit() {
    await this.area.focus();
    this.editButton.hidden = true;
  }

  async run() {
    const before = this.#notYetRun();
    for (const cell of before) {
      const result = await cell.execute(this);
      if (!result) return;
      if (result.error && !cell.config.raises) return this.tell(STATUS.brokeBefore(cell.number, this.number));
    }
    const result = await this.execute(this);
    if (!result) return;
    const word = before.length ? STATUS.ranBefore(before.map((cell) => cell.number)) : "";
    this.status.say(`${word} ${summary(result)}`.trim());
    announce(`${word} ${spokenResult(result)}`.trim());
  }

  #notYetRun() {
    const all = [.../** @type {NodeListOf<ForumCell>} */ (document.querySelectorAll("forum-cell"))];
    return all.filter((cell) => cell.number < this.number && !this.around.python.hasRun(cell.number));
  }

  /**
   * Runs this cell for the cell whose button was pressed, and shows its result; null when there is none.
   * @param {ForumCell} opener
   * @returns {Promise<RunResult | null>}
   */
  async execute(opener) {
    const text = await opener.ask(this.place, { kind: "cell", cell: this.number, code: this.area.code });
    if (text === null) return null;
    const result = readRunResult(text);
    const error = result.error && errorElement(result.error, (line) => this.area.focus(line));
    await showOutputs(this.output, result.outputs, error);
    await this.area.mark(result.error?.line ?? null);
    this.editButton.hidden = this.area.isOpen;
    return result;
  }
}
