// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** Own code in exercises: kept a moment after typing and when the page goes, back at the next visit. */

import { ForumExercise } from "./exercise.js";
import { namesOf } from "./progress-page.js";
import { CODE_LIMIT } from "./progress-items.js";
import { MEMORY } from "./strings-progress.js";

/** @import { Here } from "./progress-page.js" */

/** Milliseconds without typing after which code is kept. */
const CALM = 800;

export class CodeKeeper {
  #here;
  /** Exercises with changes that are not kept yet. @type {Set<ForumExercise>} */
  #changed = new Set();
  #timer = 0;

  /** @param {Here} here */
  constructor(here) {
    this.#here = here;
    document.addEventListener("forum-edited", ({ target }) => {
      if (target instanceof ForumExercise) this.#note(target);
    });
    addEventListener("pagehide", () => this.keepAll());
    document.addEventListener("visibilitychange", () => document.hidden && this.keepAll());
  }

  restoreAll() {
    for (const exercise of document.querySelectorAll("forum-exercise")) {
      if (exercise instanceof ForumExercise) this.#restore(exercise);
    }
  }

  /** Keeps what has changed, if the learner wants that; else it waits for that wish. */
  keepAll() {
    const { memory } = this.#here;
    if (!memory.on) return;
    const changed = [...this.#changed];
    this.#changed.clear();
    for (const exercise of changed) this.#keep(exercise);
  }

  /** @param {ForumExercise} exercise */
  #note(exercise) {
    this.#changed.add(exercise);
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.keepAll(), CALM);
  }

  /** @param {ForumExercise} exercise */
  #keep(exercise) {
    const { memory } = this.#here;
    const { id, title } = exercise.config;
    const { code } = exercise.area;
    const kept = memory.code(this.#names(exercise));
    if (sameCode(code, exercise.startCode)) memory.dropCode(this.#names(exercise));
    else if (code.length > CODE_LIMIT) exercise.status.say(MEMORY.codeTooLong);
    else if (kept?.["code"] !== code) memory.keepCode(id, code, title);
  }

  /** @param {ForumExercise} exercise */
  #restore(exercise) {
    const kept = this.#here.memory.code(this.#names(exercise));
    if (!kept || sameCode(kept["code"] ?? "", exercise.startCode)) return;
    exercise.area.code = kept["code"] ?? "";
    exercise.status.say(MEMORY.codeBack(kept["date"] ?? ""));
  }

  /** @param {ForumExercise} exercise */
  #names(exercise) {
    const { id } = exercise.config;
    const known = this.#here.about.course?.exercises.find((one) => one.id === id);
    return known ? namesOf(known) : [id];
  }
}

/** @param {string} one @param {string} other */
function sameCode(one, other) {
  return one.trimEnd() === other.trimEnd();
}
