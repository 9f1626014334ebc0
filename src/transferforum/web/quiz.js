// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** <forum-quiz>: a question, or a decision with its consequences, that can be answered on the page. */

import { announce } from "./announce.js";
import { alertBox, button, element, rich } from "./dom.js";
import { spokenWords, wordsFor } from "./quiz-feedback.js";
import { makeField } from "./quiz-fields.js";
import { grade } from "./quiz-grading.js";
import { QUIZ } from "./strings-quiz.js";

/** @import { Answer, Grade, QuizConfig } from "./quiz-grading.js" */

export class ForumQuiz extends HTMLElement {
  /** @type {QuizConfig} */
  config = JSON.parse(this.dataset["config"] ?? "{}");
  checkButton = button(this.#decides ? QUIZ.consequence : QUIZ.check, "primary", () => {}, "check");
  againButton = button(QUIZ.again, "secondary", () => this.again(), "reset");
  answerButton = button(QUIZ.showAnswer, "tertiary", () => this.showAnswer(), "solution");
  feedback = element("div", { class: "forum-quiz__feedback" });
  /** Whether the first answer was right; null before it. @type {boolean | null} */
  firstTry = null;
  /** Whether any answer was right. */
  solved = false;
  /** The options whose consequences were read. @type {Set<Answer>} */
  #seen = new Set();
  /** @type {HTMLElement | null} */
  #verdict = null;
  #built = false;
  #field = makeField(this.config, { id: `${this.id}-antwort`, prompt: `${this.id}-text`, onEdit: () => this.#markOld() });

  get #decides() {
    return this.config.kind === "decision";
  }

  get heading() {
    return /** @type {HTMLElement} */ (this.querySelector(".forum-quiz__title"));
  }

  get prompt() {
    return /** @type {HTMLElement} */ (this.querySelector(".forum-quiz__prompt"));
  }

  connectedCallback() {
    if (this.#built) return;
    this.#built = true;
    this.prompt.id = `${this.id}-text`;
    const stored = /** @type {HTMLElement} */ (this.querySelector(".forum-quiz__static"));
    stored.hidden = true;
    stored.before(this.#form(), this.feedback);
  }

  #form() {
    this.checkButton.type = "submit";
    const toolbar = element("div", { class: "forum-toolbar" }, this.checkButton, this.againButton, this.answerButton);
    const form = element("form", { class: "forum-quiz__form", novalidate: true }, this.#field.element, toolbar);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.check();
    });
    this.#offer({ again: false, answer: false });
    return form;
  }

  /** Shows only the buttons that are of use now. @param {{ again: boolean, answer: boolean }} what */
  #offer({ again, answer }) {
    this.againButton.hidden = !again;
    this.answerButton.hidden = !answer;
  }

  check() {
    const { answer } = this.#field;
    const result = grade(this.config, answer);
    if (result.hint) return this.#showHint(result.hint);
    this.firstTry ??= result.passed;
    this.#field.mark(result.parts);
    this.#offer({ again: !this.#decides, answer: !result.passed });
    this.#showVerdict(answer, result);
    if (result.passed) this.#tellSolved();
  }

  /** @param {string} hint */
  #showHint(hint) {
    this.#field.mark([]);
    this.#verdict = null;
    this.feedback.replaceChildren(alertBox("info", this.#subheading(QUIZ.hint), element("p", {}, hint)));
    announce(`${QUIZ.hint}: ${hint}`);
  }

  /** @param {Answer} answer @param {Grade} result */
  #showVerdict(answer, result) {
    const words = wordsFor(this.config, answer, result);
    if (this.#decides) words.lines.push(this.#countSeen(answer));
    const explanation = result.passed ? this.#explanation() : [];
    const title = this.#subheading(words.title);
    const kind = this.#decides ? "info" : result.passed ? "success" : "warning";
    const lines = words.lines.map((line) => element("p", {}, ...rich(line)));
    const box = alertBox(kind, title, ...lines, ...explanation);
    if (lines.length + explanation.length === 0) box.lastElementChild?.remove();
    this.feedback.replaceChildren(box);
    this.#verdict = title;
    announce(spokenWords(words, explanation.length > 0));
  }

  /** @param {Answer} answer */
  #countSeen(answer) {
    this.#seen.add(answer);
    const all = this.config.kind === "decision" ? this.config.options.length : 0;
    return QUIZ.seen(this.#seen.size, all);
  }

  #tellSolved() {
    this.solved = true;
    const detail = { kind: "quiz", id: this.config.id };
    this.dispatchEvent(new CustomEvent("forum-solved", { bubbles: true, detail }));
  }

  /** The author's explanation, as a copy: what is printed stays whole. */
  #explanation() {
    const stored = this.querySelector(".forum-quiz__static .forum-quiz__explanation");
    if (!stored) return [];
    return [element("p", {}, element("strong", {}, `${QUIZ.explanation}:`)), copyOf(stored)];
  }

  /** A heading one level below the question's. @param {string} text */
  #subheading(text) {
    const level = Number(this.heading.localName.slice(1)) + 1;
    return element(/** @type {"h4"} */ (`h${Math.min(level, 6)}`), {}, text);
  }

  /** What was said about the answer before may still be of use, so it stays. */
  #markOld() {
    if (!this.#verdict) return;
    this.#verdict.textContent = this.#decides ? QUIZ.oldConsequence : QUIZ.oldFeedback;
  }

  again() {
    this.clear();
    this.#field.focus();
    announce(QUIZ.restarted);
  }

  /** As if the question had never been answered. */
  restart() {
    this.firstTry = null;
    this.solved = false;
    this.#seen.clear();
    this.clear();
  }

  clear() {
    this.#field.clear();
    this.#verdict = null;
    this.feedback.replaceChildren();
    this.#offer({ again: false, answer: false });
  }

  /** The stored answer, below what was said; the focus goes there, since the button disappears. */
  showAnswer() {
    const title = this.#subheading(QUIZ.answer);
    title.tabIndex = -1;
    const stored = this.querySelectorAll(".forum-quiz__answer > :not(summary)");
    this.feedback.append(element("div", { class: "forum-quiz__solution" }, title, ...[...stored].map(copyOf)));
    this.answerButton.hidden = true;
    title.focus();
  }
}

/** A copy that can stand beside the original: ids are unique in a page. @param {Element} original */
function copyOf(original) {
  const copy = /** @type {Element} */ (original.cloneNode(true));
  for (const each of [copy, ...copy.querySelectorAll("[id]")]) each.removeAttribute("id");
  return copy;
}
