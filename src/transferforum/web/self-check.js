// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The self-check as a form: answers give suggestions, here in the page. Nothing is stored and nothing is sent. */

import { announce, prepareAnnouncements } from "./announce.js";
import { alertBox, button, element } from "./dom.js";
import { score } from "./self-check-scoring.js";
import { SELF_CHECK } from "./strings-guides.js";

/** @import { Question, Result } from "./self-check-scoring.js" */

export class ForumSelfCheck extends HTMLElement {
  /** @type {Question[]} */
  #questions = [];
  #form = element("form", { class: "forum-self-check__form", autocomplete: "off", "aria-label": SELF_CHECK.form });
  #heading = element("h2", { class: "forum-self-check__title", tabindex: "-1" }, SELF_CHECK.result);
  #result = element("section", { class: "forum-self-check__result", hidden: true });

  connectedCallback() {
    if (this.#form.isConnected) return;
    prepareAnnouncements();
    this.#questions = JSON.parse(this.dataset["config"] ?? "{}").questions;
    for (const child of this.children) if (child instanceof HTMLElement) child.hidden = true;
    const evaluate = button(SELF_CHECK.evaluate, "primary", () => this.#evaluate());
    this.#form.append(
      ...this.#questions.map((question, index) => fieldset(question, index + 1)),
      element("div", { class: "forum-toolbar" }, evaluate),
    );
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#evaluate();
    });
    this.#form.addEventListener("change", () => {
      if (!this.#result.hidden) this.#show();
    });
    this.append(this.#form, this.#result);
  }

  #evaluate() {
    const { level } = this.#show();
    this.#heading.focus();
    announce(SELF_CHECK.words(level));
  }

  /** @returns {Result} */
  #show() {
    const result = score(this.#questions, this.#answers());
    const { open, suggestions, level } = result;
    this.#markOpen(open);
    this.#result.replaceChildren(
      this.#heading,
      element("p", {}, SELF_CHECK.words(level)),
      ...(suggestions.length ? [element("ol", { class: "forum-self-check__suggestions" }, ...suggestions.map(entry))] : []),
      ...(open.length && level !== "none" ? [this.#openBox(open)] : []),
    );
    this.#result.hidden = false;
    return result;
  }

  #answers() {
    const given = new FormData(this.#form);
    return this.#questions.map(({ id }) => (given.has(id) ? Number(given.get(id)) : null));
  }

  /** @param {readonly number[]} open */
  #markOpen(open) {
    for (const [index, mark] of this.#form.querySelectorAll(".forum-self-check__open").entries()) {
      if (mark instanceof HTMLElement) mark.hidden = !open.includes(index);
    }
  }

  /** Says which questions are open, with a way to each. @param {readonly number[]} open */
  #openBox(open) {
    const links = open.map((index) => {
      const link = element("a", { href: `#${anchor(this.#questions[index]?.id ?? "")}` }, SELF_CHECK.toQuestion(index + 1));
      link.addEventListener("click", (event) => {
        event.preventDefault();
        this.#form.querySelectorAll("fieldset")[index]?.querySelector("input")?.focus();
      });
      return element("li", {}, link);
    });
    const words = open.length === 1 ? SELF_CHECK.openBody : SELF_CHECK.openBodyMany;
    const list = element("ul", { class: "forum-self-check__ways" }, ...links);
    return alertBox("info", element("h3", {}, SELF_CHECK.openTitle(open.length)), element("p", {}, words), list);
  }
}

/** @param {string} id */
const anchor = (id) => `selbst-${id}`;

/** @param {Question} question @param {number} number */
function fieldset({ id, text, answers }, number) {
  const mark = element("span", { class: "forum-self-check__open", hidden: true }, SELF_CHECK.stillOpen);
  const legend = element("legend", { class: "kern-label" }, SELF_CHECK.question(number, text), " ", mark);
  const choices = answers.map((answer, index) => {
    const field = `${anchor(id)}-${index}`;
    return element(
      "div",
      { class: "kern-form-check" },
      element("input", { class: "kern-form-check__radio", type: "radio", name: id, value: String(index), id: field }),
      element("label", { class: "kern-label", for: field }, answer.text),
    );
  });
  const body = element("div", { class: "kern-fieldset__body" }, ...choices);
  return element("fieldset", { class: "kern-fieldset forum-self-check__set", id: anchor(id) }, legend, body);
}

/** @param {Result["suggestions"][number]} suggestion */
function entry(suggestion) {
  const { lesson, course, url, because } = suggestion;
  return element(
    "li",
    {},
    element("a", { class: "forum-self-check__link", href: url }, lesson || course),
    element("span", { class: "forum-self-check__about" }, SELF_CHECK.about(suggestion)),
    element("span", { class: "forum-self-check__about" }, SELF_CHECK.because(because)),
  );
}
