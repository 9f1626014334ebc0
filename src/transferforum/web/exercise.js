// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** <forum-exercise>: run, check, hints in steps, and the solution once the reader has tried. */

import { announce } from "./announce.js";
import { button, element } from "./dom.js";
import { feedbackElement, spokenVerdict } from "./feedback.js";
import { LiveCode } from "./live.js";
import { errorElement, showOutputs, spokenResult, summary } from "./output.js";
import { OwnData } from "./own-data.js";
import { readRunResult, readVerdict } from "./protocol.js";
import { SolutionBox } from "./solution.js";
import { BUTTONS, EDITOR, EXERCISE, OUTPUT, STATUS } from "./strings.js";

/** @import { Place } from "./protocol.js" */
/** @import { Format } from "./table-file.js" */

/**
 * Addresses are relative to the site's root.
 * @typedef {object} ExerciseConfig
 * @property {string} id
 * @property {string} title
 * @property {string} setup
 * @property {string} start
 * @property {string[]} packages
 * @property {Record<string, string>} files
 * @property {string} solution
 * @property {Format | null} ownData  the file that learners may replace
 */

export class ForumExercise extends LiveCode {
  /** @type {ExerciseConfig} */
  config = JSON.parse(this.dataset["config"] ?? "{}");
  checkButton = button(BUTTONS.check, "secondary", () => this.act(this.checkButton, () => this.check()), "check");
  hintButton = button(BUTTONS.hint, "secondary", () => this.showHint(), "hint");
  solutionButton = button(BUTTONS.solution, "tertiary", () => this.showSolution(), "solution");
  feedback = element("div", { class: "forum-feedback" });
  hints = /** @type {HTMLDetailsElement[]} */ ([...this.querySelectorAll(".forum-hint")]);
  /** @type {SolutionBox | null} */
  #solution = null;
  /** What the feedback shown is about. @type {{ code: string, title: HTMLElement } | null} */
  #checked = null;

  /** @returns {Place} */
  get place() {
    const { id, setup, files, packages } = this.config;
    return { id, kind: "exercise", setup, packages, files: this.around.page.addresses(files) };
  }

  get startCode() {
    return this.config.start;
  }

  get actions() {
    return [this.runButton, this.checkButton];
  }

  get complains() {
    return true;
  }

  build() {
    this.toolbar.setAttribute("aria-label", `${EXERCISE.toolbar}: ${this.config.title}`);
    this.toolbar.append(this.runButton, this.checkButton, this.hintButton, this.resetButton, this.solutionButton);
    this.output.setAttribute("role", "group");
    this.output.setAttribute("aria-label", `${OUTPUT.label}: ${this.config.title}`);
    this.hintButton.hidden = this.hints.length === 0;
    for (const hint of this.hints) hint.hidden = true;
    this.solutionButton.hidden = true;
    this.makeLive(EDITOR.label(this.config.title));
    const hintBox = this.querySelector(".forum-exercise__hints");
    this.status.element.after(...(hintBox ? [hintBox] : []), this.feedback);
    if (this.config.ownData) this.#offerOwnData(this.config.ownData);
  }

  /** @param {Format} format */
  #offerOwnData(format) {
    const { page, python } = this.around;
    const own = new OwnData({
      format,
      heading: this.#subheading(),
      reader: page.address(page.config.sheet),
      onUse: (content) => python.replaceFile(this.config.id, format.name, content),
      onBack: () => this.runButton.focus(),
    });
    this.toolbar.after(own.notice);
    this.output.after(own.element);
  }

  comeNear() {
    super.comeNear();
    this.area.open();
  }

  async run() {
    const { code } = this.area;
    const text = await this.ask(this.place, { kind: "exercise", code });
    if (text === null) return;
    if (this.#checked && this.#checked.code !== code) this.#markOld(this.#checked.title);
    const result = readRunResult(text);
    const error = result.error && errorElement(result.error, (line) => this.area.focus(line));
    await showOutputs(this.output, result.outputs, error);
    await this.area.mark(result.error?.line ?? null);
    this.status.say(summary(result));
    announce(spokenResult(result));
  }

  async check() {
    const { code } = this.area;
    const text = await this.ask(this.place, { kind: "check", code });
    if (text === null) return;
    const verdict = readVerdict(text);
    await showOutputs(this.output, verdict.outputs, null);
    const title = this.#subheading();
    this.feedback.replaceChildren(feedbackElement(verdict, title, (line) => this.area.focus(line)));
    this.#checked = { code, title };
    await this.area.mark(verdict.error?.line ?? null);
    this.solutionButton.hidden = false;
    announce(spokenVerdict(verdict));
    const { id } = this.config;
    if (verdict.passed) this.dispatchEvent(new CustomEvent("forum-solved", { bubbles: true, detail: { kind: "exercise", id } }));
  }

  /** A heading one level below the exercise's title. */
  #subheading() {
    const level = Number(this.querySelector(".forum-exercise__title")?.localName.slice(1) ?? 3) + 1;
    return element(/** @type {"h4"} */ (`h${Math.min(level, 6)}`));
  }

  /** The next step it names may still be of use, so it stays. @param {HTMLElement} title */
  #markOld(title) {
    title.textContent = (title.textContent ?? "").replace(`${EXERCISE.feedback}:`, `${EXERCISE.oldFeedback}:`);
  }

  reset() {
    this.feedback.replaceChildren();
    this.#checked = null;
    super.reset();
  }

  showHint() {
    const all = this.hints.length;
    const next = this.hints.findIndex((hint) => hint.hidden);
    const hint = this.hints[next];
    if (!hint) return this.tell(EXERCISE.noMoreHints(all));
    hint.hidden = false;
    hint.open = true;
    this.status.say(EXERCISE.hint(next + 1, all));
    announce(hint.innerText);
  }

  async showSolution() {
    this.#solution ??= new SolutionBox({
      heading: this.#subheading(),
      address: this.around.page.address(this.config.solution),
      onTake: (code) => {
        this.replaceCode(code, STATUS.taken);
        this.area.focus();
      },
      onClose: () => this.solutionButton.focus(),
    });
    const shown = await this.#solution.show();
    if (!shown) return this.tell(EXERCISE.solutionMissing);
    this.feedback.before(this.#solution.element);
    announce(EXERCISE.solutionShown);
  }
}
