// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** Questions of a series: one after the other, with a result in words at the end. */

import { prepareAnnouncements } from "./announce.js";
import { alertBox, button, element } from "./dom.js";
import { ForumQuiz } from "./quiz.js";
import { shortened } from "./quiz-text.js";
import { SERIES } from "./strings-quiz.js";

/** Makes the questions of a page live, alone or as series. @param {Document} page */
export function startQuizzes(page) {
  const quizzes = /** @type {ForumQuiz[]} */ ([...page.querySelectorAll("forum-quiz")]);
  if (quizzes.length === 0) return;
  prepareAnnouncements();
  customElements.define("forum-quiz", ForumQuiz);
  for (const group of neighbours(quizzes)) if (group.length > 1) new Series(group);
}

/** Runs of neighbours in the same series. @param {readonly ForumQuiz[]} quizzes */
function neighbours(quizzes) {
  /** @type {ForumQuiz[][]} */
  const groups = [];
  for (const quiz of quizzes) {
    const before = groups.at(-1)?.at(-1);
    const joined = quiz.config.series !== "" && before?.config.series === quiz.config.series;
    if (joined && before.nextElementSibling === quiz) groups.at(-1)?.push(quiz);
    else groups.push([quiz]);
  }
  return groups;
}

class Series {
  #place = 0;
  backButton = button(SERIES.back, "secondary", () => this.show(this.#place - 1), "arrow-back");
  onButton = button(SERIES.on, "secondary", () => this.show(this.#place + 1), "arrow-forward");
  result = element("div", { class: "forum-series__result" });

  /** @param {readonly ForumQuiz[]} quizzes */
  constructor(quizzes) {
    this.quizzes = quizzes;
    const box = element("div", { class: "forum-series", role: "group", "aria-label": SERIES.label });
    quizzes[0]?.before(box);
    const toolbar = element("div", { class: "forum-toolbar forum-series__steps" }, this.backButton, this.onButton);
    box.append(...quizzes, this.result, toolbar);
    for (const [index, { heading }] of quizzes.entries()) {
      heading.textContent = SERIES.count(index + 1, quizzes.length);
      heading.tabIndex = -1;
    }
    this.#turnTo(0);
    this.#follow();
    addEventListener("hashchange", () => this.#follow());
  }

  /** A link may lead to a question that is not shown. */
  #follow() {
    const linked = this.quizzes.findIndex((quiz) => `#${quiz.id}` === decodeURIComponent(location.hash));
    if (linked < 0) return;
    this.#turnTo(linked);
    this.quizzes[linked]?.scrollIntoView();
  }

  /** Shows a question, or the result behind the last; the focus goes to its heading. @param {number} place */
  show(place) {
    this.#turnTo(place);
    const title = this.quizzes[place]?.heading ?? this.#showResult();
    title.focus();
  }

  /** @param {number} place */
  #turnTo(place) {
    this.#place = place;
    const last = this.quizzes.length - 1;
    for (const [index, quiz] of this.quizzes.entries()) quiz.hidden = index !== place;
    this.result.hidden = place <= last;
    this.backButton.hidden = place === 0;
    this.onButton.hidden = place > last;
    this.onButton.lastElementChild?.replaceChildren(place === last ? SERIES.toResult : SERIES.on);
  }

  #showResult() {
    // A decision is neither right nor wrong.
    const asked = this.quizzes.filter((quiz) => quiz.config.kind !== "decision");
    const right = asked.filter((quiz) => quiz.firstTry).length;
    const level = this.quizzes[0]?.heading.localName ?? "h3";
    const words = asked.length > 0 ? `${SERIES.result}: ${SERIES.words(right, asked.length)}` : SERIES.result;
    const title = element(/** @type {"h3"} */ (level), { tabindex: "-1" }, words);
    const open = this.quizzes.filter((quiz) => !quiz.firstTry);
    const look = open.length > 0 ? [element("p", {}, SERIES.look), this.#list(open)] : [];
    const again = button(SERIES.again, "primary", () => this.restart(), "reset");
    this.result.replaceChildren(alertBox(open.length > 0 ? "info" : "success", title, ...look, again));
    return title;
  }

  /** @param {readonly ForumQuiz[]} quizzes */
  #list(quizzes) {
    const entries = quizzes.map((quiz) => {
      const place = this.quizzes.indexOf(quiz);
      const label = `${SERIES.count(place + 1, this.quizzes.length)}: ${shortened(quiz.prompt.textContent ?? "")}`;
      return element("li", {}, button(label, "tertiary", () => this.show(place)), element("span", {}, `(${stateOf(quiz)})`));
    });
    return element("ul", { class: "forum-series__list" }, ...entries);
  }

  restart() {
    for (const quiz of this.quizzes) quiz.restart();
    this.show(0);
  }
}

/** @param {ForumQuiz} quiz */
function stateOf({ firstTry, solved }) {
  if (firstTry === null) return SERIES.unanswered;
  return solved ? SERIES.later : SERIES.open;
}
