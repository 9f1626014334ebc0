// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The fields in which a question is answered, one class for each way to answer. */

import { announce } from "./announce.js";
import { button, disable, element, rich } from "./dom.js";
import { paragraphsOf, withoutCode } from "./quiz-text.js";
import { QUIZ } from "./strings-quiz.js";

/** @import { Answer, ChoiceConfig, DecisionConfig, GapsConfig, NumberConfig, OrderConfig, PairsConfig, Part, QuizConfig, TextConfig } from "./quiz-grading.js" */

/**
 * `id` begins the ids of the fields, `prompt` is the id of the question's text; `onEdit` hears every change.
 * @typedef {{ id: string, prompt: string, onEdit: () => void }} Around
 */

/**
 * @param {QuizConfig} config
 * @param {Around} around
 * @returns {Field}
 */
export function makeField(config, around) {
  switch (config.kind) {
    case "single":
    case "multiple":
    case "decision":
      return new ChoiceField(config, around);
    case "number":
    case "text":
      return new TextField(config, around);
    case "order":
      return new OrderField(config, around);
    case "pairs":
      return new PairsField(config, around);
    case "gaps":
      return new GapsField(config, around);
  }
}

/** The sign and the word that tell whether a part is right. @param {Part} part */
function markOf({ right, empty = false }) {
  const [kind, word] = right ? ["right", QUIZ.right] : empty ? ["open", QUIZ.open] : ["wrong", QUIZ.wrong];
  const icon = element("span", { class: `kern-icon kern-icon--${right ? "success" : "warning"}`, "aria-hidden": "true" });
  return element("span", { class: `forum-quiz__mark forum-quiz__mark--${kind}` }, icon, word);
}

/** A place beside a part for its mark, which also describes its fields. @param {string} id */
function slot(id) {
  return element("span", { class: "forum-quiz__slot", id });
}

/**
 * @param {HTMLElement} at
 * @param {Part | undefined} part
 * @param {Element} [field] that it describes
 */
function showMark(at, part, field) {
  at.replaceChildren(...(part ? [markOf(part)] : []));
  if (part && !part.right) field?.setAttribute("aria-invalid", "true");
  else field?.removeAttribute("aria-invalid");
}

/**
 * A group whose name is the question's text and what to do.
 * @param {QuizConfig["kind"]} kind
 * @param {Around} around
 * @param {Node[]} fields
 */
function fieldset(kind, { id, prompt }, ...fields) {
  const legend = element("legend", { class: "forum-quiz__legend", id: `${id}-legend` }, QUIZ.legends[kind]);
  const body = element("div", { class: "kern-fieldset__body" }, ...fields);
  return element("fieldset", { class: "kern-fieldset", "aria-labelledby": `${prompt} ${id}-legend` }, legend, body);
}

/** @abstract */
export class Field {
  /** What stands in the page. */
  element = /** @type {HTMLElement} */ (document.createElement("div"));

  /** @abstract @returns {Answer} */
  get answer() {
    return null;
  }

  /** Puts the focus where answering begins. @abstract */
  focus() {}

  /** Takes back the answer and the marks. @abstract */
  clear() {}

  /** Marks the parts as right or wrong. @param {readonly Part[]} _parts @abstract */
  mark(_parts) {}
}

/** One option or several. */
class ChoiceField extends Field {
  /** @param {ChoiceConfig | DecisionConfig} config @param {Around} around */
  constructor(config, around) {
    super();
    this.many = config.kind === "multiple";
    this.marked = config.kind !== "decision";
    const [type, look] = this.many ? ["checkbox", "kern-form-check__checkbox"] : ["radio", "kern-form-check__radio"];
    this.inputs = config.options.map((_, index) => {
      const id = `${around.id}-${index}`;
      const input = element("input", { type, name: around.id, id, class: look });
      input.setAttribute("aria-describedby", `${id}-mark`);
      return input;
    });
    this.slots = this.inputs.map(({ id }) => slot(`${id}-mark`));
    for (const [index, input] of this.inputs.entries()) {
      input.addEventListener("change", () => {
        this.#forget(index);
        around.onEdit();
      });
    }
    const options = config.options.map(({ text }, index) => this.#option(text, index));
    this.element = fieldset(config.kind, around, ...options);
  }

  /** @param {string} text @param {number} index */
  #option(text, index) {
    const label = element("label", { class: "kern-label", for: this.inputs[index]?.id ?? "" }, ...rich(text));
    return element("div", { class: "kern-form-check" }, ...this.inputs.slice(index, index + 1), label, ...this.slots.slice(index, index + 1));
  }

  /** @param {number} index of the option that was changed */
  #forget(index) {
    for (const [each, at] of this.slots.entries()) if (!this.many || each === index) showMark(at, undefined);
  }

  get chosen() {
    return this.inputs.flatMap((input, index) => (input.checked ? [index] : []));
  }

  get answer() {
    return this.many ? this.chosen : (this.chosen[0] ?? null);
  }

  focus() {
    this.inputs[0]?.focus();
  }

  clear() {
    for (const input of this.inputs) input.checked = false;
    this.mark([]);
  }

  /** @param {readonly Part[]} parts of the chosen options, in their order */
  mark(parts) {
    for (const at of this.slots) showMark(at, undefined);
    if (!this.marked) return;
    for (const [index, option] of this.chosen.entries()) {
      const at = this.slots[option];
      if (at) showMark(at, parts[index]);
    }
  }
}

/** A number or a short text. */
class TextField extends Field {
  /** @param {NumberConfig | TextConfig} config @param {Around} around */
  constructor(config, { id, prompt, onEdit }) {
    super();
    const name = config.kind === "number" ? QUIZ.numberIn(config.unit) : QUIZ.legends.text;
    this.input = typing({ id, "aria-describedby": `${prompt} ${id}-mark` }, config.kind === "number" ? modeOf(config) : "text");
    this.slot = slot(`${id}-mark`);
    this.input.addEventListener("input", () => {
      this.mark([]);
      onEdit();
    });
    const label = element("label", { class: "kern-label", for: id }, name);
    this.element = element("div", { class: "forum-quiz__typing" }, label, this.input, this.slot);
  }

  get answer() {
    return this.input.value;
  }

  focus() {
    this.input.focus();
  }

  clear() {
    this.input.value = "";
    this.mark([]);
  }

  /** @param {readonly Part[]} parts */
  mark(parts) {
    showMark(this.slot, parts[0], this.input);
  }
}

/** The keys of a phone: those for numbers often have no minus. @param {NumberConfig} config */
function modeOf({ value, slips }) {
  return [value, ...slips.map((slip) => slip.value)].some((number) => number < 0) ? "text" : "decimal";
}

/** @param {Record<string, string>} attributes @param {"text" | "decimal"} mode */
function typing(attributes, mode) {
  return element("input", {
    type: "text",
    class: "kern-form-input__input",
    inputmode: mode,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    ...attributes,
  });
}

/** Steps that are moved up and down. */
class OrderField extends Field {
  /** The step of each entry. @type {Map<Element, number>} */
  #steps = new Map();
  #moved = false;

  /** @param {OrderConfig} config @param {Around} around */
  constructor(config, around) {
    super();
    this.config = config;
    this.around = around;
    this.list = element("ol", { class: "forum-quiz__order" });
    this.clear();
    this.element = fieldset("order", around, this.list);
  }

  clear() {
    const entries = this.config.shown.map((step) => this.#entry(step));
    this.#steps = new Map(entries.map((entry, place) => [entry, this.config.shown[place] ?? 0]));
    this.#moved = false;
    this.list.replaceChildren(...entries);
    this.#refresh();
  }

  /** @param {number} step */
  #entry(step) {
    const text = this.config.steps[step] ?? "";
    const id = `${this.around.id}-${step}`;
    const words = element("span", { class: "forum-quiz__step" }, ...rich(text));
    const buttons = element("span", { class: "forum-quiz__movers" }, this.#mover(step, true), this.#mover(step, false));
    return element("li", {}, words, slot(`${id}-mark`), buttons);
  }

  /** @param {number} step @param {boolean} up */
  #mover(step, up) {
    const label = up ? QUIZ.up : QUIZ.down;
    // At the ends it stays, so that the focus does, and says why nothing happens: button() would keep silent.
    const made = button(label, "secondary", () => {}, "arrow-down");
    made.classList.add(up ? "forum-quiz__up" : "forum-quiz__down");
    made.setAttribute("aria-label", `${label}: ${withoutCode(this.config.steps[step] ?? "")}`);
    made.setAttribute("aria-describedby", `${this.around.id}-${step}-mark`);
    made.addEventListener("click", () => this.#move(step, up));
    return made;
  }

  /** @param {number} step @param {boolean} up */
  #move(step, up) {
    const entry = [...this.#steps].find(([, each]) => each === step)?.[0];
    const neighbour = up ? entry?.previousElementSibling : entry?.nextElementSibling;
    const text = withoutCode(this.config.steps[step] ?? "");
    if (!entry || !neighbour) return announce(QUIZ.atEnd(text, up));
    // It is the neighbour that moves, for what is moved loses the focus.
    if (up) entry.after(neighbour);
    else entry.before(neighbour);
    this.#moved = true;
    this.mark([]);
    this.#refresh();
    this.around.onEdit();
    entry.scrollIntoView({ block: "nearest" });
    const place = [...this.list.children].indexOf(entry) + 1;
    return announce(QUIZ.moved(text, place, this.#steps.size));
  }

  #refresh() {
    for (const entry of this.list.children) {
      for (const each of entry.querySelectorAll(".kern-btn")) {
        const up = each.classList.contains("forum-quiz__up");
        disable(/** @type {HTMLElement} */ (each), !(up ? entry.previousElementSibling : entry.nextElementSibling));
      }
    }
  }

  get answer() {
    return this.#moved ? [...this.list.children].map((entry) => this.#steps.get(entry) ?? 0) : null;
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.list.querySelector(".kern-btn:not([aria-disabled])"))?.focus();
  }

  /** @param {readonly Part[]} parts */
  mark(parts) {
    for (const [place, entry] of [...this.list.children].entries()) {
      const at = /** @type {HTMLElement | null} */ (entry.querySelector(".forum-quiz__slot"));
      if (at) showMark(at, parts[place]);
    }
  }
}

/** For each left a choice of the rights. */
class PairsField extends Field {
  /** @param {PairsConfig} config @param {Around} around */
  constructor(config, around) {
    super();
    const ids = config.lefts.map((_, left) => `${around.id}-${left}`);
    this.selects = ids.map((id) => {
      const options = config.shown.map((right) => element("option", { value: `${right}` }, withoutCode(config.rights[right] ?? "")));
      const first = element("option", { value: "" }, QUIZ.choose);
      return element("select", { class: "kern-form-input__select", id, "aria-describedby": `${id}-mark` }, first, ...options);
    });
    this.slots = ids.map((id) => slot(`${id}-mark`));
    const rows = config.lefts.map((text, left) => this.#row(text, left, around));
    this.element = fieldset("pairs", around, ...rows);
  }

  /** @param {string} text @param {number} left @param {Around} around */
  #row(text, left, { onEdit }) {
    const [select, at] = [this.selects[left], this.slots[left]];
    if (!select || !at) throw new Error("no select");
    select.addEventListener("change", () => {
      showMark(at, undefined, select);
      onEdit();
    });
    const label = element("label", { class: "kern-label", for: select.id }, ...rich(text));
    const box = element("div", { class: "kern-form-input__select-wrapper" }, select);
    return element("div", { class: "forum-quiz__pair" }, label, box, at);
  }

  get answer() {
    return this.selects.map(({ value }) => (value === "" ? null : Number(value)));
  }

  focus() {
    this.selects[0]?.focus();
  }

  clear() {
    for (const select of this.selects) select.value = "";
    this.mark([]);
  }

  /** @param {readonly Part[]} parts */
  mark(parts) {
    for (const [left, at] of this.slots.entries()) showMark(at, parts[left], this.selects[left]);
  }
}

/** A text with fields in it. */
class GapsField extends Field {
  /** @type {HTMLInputElement[]} */
  inputs = [];
  /** @type {HTMLElement[]} */
  slots = [];

  /** @param {GapsConfig} config @param {Around} around */
  constructor(config, around) {
    super();
    const all = config.parts.filter((part) => Array.isArray(part)).length;
    const paragraphs = paragraphsOf(config.parts).map((parts) =>
      element("p", {}, ...parts.flatMap((part) => (typeof part === "string" ? rich(part) : this.#gap(part, all, around)))),
    );
    this.element = fieldset("gaps", around, ...paragraphs);
    this.element.classList.add("forum-quiz__gaps");
  }

  /** @param {readonly string[]} variants @param {number} all @param {Around} around */
  #gap(variants, all, { id, onEdit }) {
    const number = this.inputs.length + 1;
    const input = typing({ id: `${id}-${number}`, "aria-label": QUIZ.gap(number, all), "aria-describedby": `${id}-${number}-mark` }, "text");
    input.size = Math.min(24, Math.max(8, ...variants.map((variant) => variant.length + 2)));
    const at = slot(`${id}-${number}-mark`);
    input.addEventListener("input", () => {
      showMark(at, undefined, input);
      onEdit();
    });
    this.inputs.push(input);
    this.slots.push(at);
    return element("span", { class: "forum-quiz__gap" }, input, at);
  }

  get answer() {
    return this.inputs.map(({ value }) => value);
  }

  focus() {
    this.inputs[0]?.focus();
  }

  clear() {
    for (const input of this.inputs) input.value = "";
    this.mark([]);
  }

  /** @param {readonly Part[]} parts */
  mark(parts) {
    for (const [gap, at] of this.slots.entries()) showMark(at, parts[gap], this.inputs[gap]);
  }
}
