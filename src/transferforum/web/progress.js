// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Remembers progress for learners who ask for it, and shows it: what is read, solved and written on this page.
 *
 * Until then what happens on the page is only known to the page. When the learner asks, it counts.
 */

import { prepareAnnouncements } from "./announce.js";
import { ForumMemory } from "./progress-box.js";
import { CodeKeeper } from "./progress-code.js";
import { showMarks } from "./progress-marks.js";
import { namesOf, rememberHere } from "./progress-page.js";
import { ForumRecord } from "./progress-record.js";
import { MEMORY } from "./strings-progress.js";

/** @import { MarkKind } from "./progress-items.js" */
/** @import { Here } from "./progress-page.js" */

/** @typedef {{ kind: MarkKind, ids: string[], title: string }} Deed */

/** What was done on this page, whether it is remembered or not. */
class Deeds {
  /** @type {Map<string, Deed>} */
  #done = new Map();
  #here;

  /** @param {Here} here */
  constructor(here) {
    this.#here = here;
  }

  /** @param {Deed} deed */
  note(deed) {
    this.#done.set(`${deed.kind} ${deed.ids[0]}`, deed);
    if (this.#here.memory.on) this.#remember(deed);
  }

  /** The learner has asked: what was done so far counts. */
  rememberAll() {
    this.#done.forEach((deed) => this.#remember(deed));
  }

  /** @param {Deed} deed */
  #remember({ kind, ids, title }) {
    const { memory } = this.#here;
    const [id] = ids;
    if (id && !memory.done(kind, ids)) memory.mark(kind, id, title);
  }
}

/**
 * @param {Here} here
 * @param {"exercise" | "quiz"} kind
 * @param {string} id
 * @returns {Deed}
 */
function deedOf({ about }, kind, id) {
  const exercise = about.course?.exercises.find((one) => one.id === id);
  if (kind === "exercise") return { kind, ids: exercise ? namesOf(exercise) : [id], title: exercise?.title ?? "" };
  const quiz = about.course?.quizzes.find((one) => one.id === id);
  return { kind, ids: quiz ? namesOf(quiz) : [id], title: MEMORY.quizIn(about.lesson?.title ?? about.title) };
}

/**
 * Notes the lesson as read once its end comes into view.
 * @param {Here} here
 * @param {Deeds} deeds
 */
function watchEnd({ about: { lesson } }, deeds) {
  const ends = document.querySelectorAll("forum-memory, .forum-steps");
  if (!lesson) return;
  const note = () => {
    observer.disconnect();
    deeds.note({ kind: "lesson", ids: namesOf(lesson), title: lesson.title });
  };
  const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && note());
  ends.forEach((end) => {
    observer.observe(end);
    // Who comes with the keyboard may be gone before the browser has told what is in view.
    end.addEventListener("focusin", note, { once: true });
  });
}

/** @param {Here} here @param {Deeds} deeds */
function watchSolved(here, deeds) {
  document.addEventListener("forum-solved", (event) => {
    const { kind, id } = /** @type {CustomEvent<{ kind: "exercise" | "quiz", id: string }>} */ (event).detail;
    deeds.note(deedOf(here, kind, id));
  });
}

/** @param {Here} here */
function notePlace({ about: { lesson }, memory }) {
  if (lesson && memory.on) memory.visit(lesson.id, lesson.title);
}

export function offerProgress() {
  const here = rememberHere(window);
  if (!here) return;
  const { memory } = here;
  prepareAnnouncements();
  if (memory.hasDraft) memory.start();
  const deeds = new Deeds(here);
  // Outside a course, questions and exercises are examples for authors: nobody's progress counts them.
  const learning = here.about.course !== null;
  const keeper = learning ? new CodeKeeper(here) : null;
  ForumMemory.here = ForumRecord.here = here;
  customElements.define("forum-memory", ForumMemory);
  customElements.define("forum-record", ForumRecord);
  if (learning) watchSolved(here, deeds);
  watchEnd(here, deeds);
  keeper?.restoreAll();
  notePlace(here);
  let wasOn = memory.on;
  const refresh = () => {
    const started = memory.on && !wasOn;
    wasOn = memory.on;
    if (started) {
      notePlace(here);
      deeds.rememberAll();
      keeper?.keepAll();
    }
    showMarks(here);
  };
  memory.watch(refresh);
  showMarks(here);
}
