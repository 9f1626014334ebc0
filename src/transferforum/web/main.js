// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The entry of every page: light and dark, and, where the page has code, the elements that make it live. */

import { prepareAnnouncements } from "./announce.js";
import { ForumCell } from "./cell.js";
import { ForumExercise } from "./exercise.js";
import { surround } from "./live.js";
import { mustAsk, readPage, readerOf } from "./page.js";
import { offerProgress } from "./progress.js";
import { Python } from "./python.js";
import { startQuizzes } from "./quiz-series.js";
import { offerSearch } from "./search-box.js";
import { ForumSelfCheck } from "./self-check.js";
import { offerTermDismissal } from "./terms.js";
import { offerThemes } from "./theme.js";

/** @import { Page } from "./page.js" */
/** @import { WorkerLike } from "./python.js" */

/**
 * @param {Page} page
 * @param {boolean} sparing  downloads are asked for: fetch nothing for later
 */
function pythonOf(page, sparing) {
  const { base, grading, snapshot, packages, sizes } = page.config.python;
  const worker = page.address(page.config.worker);
  return new Python({
    spawn: () => /** @type {WorkerLike} */ (new Worker(worker, { type: "module" })),
    start: {
      type: "start",
      base: page.address(base),
      grading: page.address(grading),
      snapshot: snapshot && !sparing ? page.address(snapshot) : "",
      packages: Object.keys(packages),
      sizes: sizes ?? {},
    },
  });
}

offerThemes();
offerSearch(document);
startQuizzes(document);
offerTermDismissal(document);
customElements.define("forum-self-check", ForumSelfCheck);
const page = readPage(document);
if (page) {
  prepareAnnouncements();
  const ask = mustAsk(readerOf());
  surround({ page, python: pythonOf(page, ask), ask });
  customElements.define("forum-cell", ForumCell);
  customElements.define("forum-exercise", ForumExercise);
}
offerProgress();
