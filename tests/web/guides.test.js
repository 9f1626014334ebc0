// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The self-check suggests what is needed most first; the learning paths count only marks of their own forum. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { score } from "../../src/transferforum/web/self-check-scoring.js";
import { SELF_CHECK } from "../../src/transferforum/web/strings-guides.js";

/** @import { Question } from "../../src/transferforum/web/self-check-scoring.js" */

/** @param {string} name */
const page = (name) => ({ lesson: name, course: "Probe", minutes: 10, url: `${name}.html` });

/** @param {string} id @param {...string} pages @returns {Question} */
const question = (id, ...pages) => ({
  id,
  text: `Frage ${id}?`,
  answers: [0, 1, 2].map((points) => ({ text: `${points}`, points })),
  suggestions: pages.map(page),
});

const questions = [question("a", "liste"), question("b", "filter", "liste"), question("c", "datum")];

/** @param {(number | null)[]} answers */
const suggested = (answers) => score(questions, answers).suggestions.map(({ lesson, because }) => [lesson, because]);

test("what several unsure answers ask for comes first, with the questions it helps with", () => {
  assert.deepEqual(suggested([1, 0, 1]), [["liste", [1, 2]], ["filter", [2]], ["datum", [3]]]);
});

test("equal need keeps the order of the questions", () => {
  assert.deepEqual(suggested([0, 2, 0]), [["liste", [1]], ["datum", [3]]]);
});

test("who is sure gets no suggestion", () => {
  assert.deepEqual(score(questions, [2, 2, 2]), { open: [], suggestions: [], level: "sure" });
});

test("an open question is pointed out and does not count", () => {
  const { open, suggestions, level } = score(questions, [2, null, 2]);
  assert.deepEqual([open, suggestions, level], [[1], [], "sure"]);
  assert.deepEqual(score(questions, [null, null, null]).level, "none");
  assert.deepEqual(score(questions, [7, 2, 2]).open, [0]);
});

test("the words follow how much is known", () => {
  assert.equal(score(questions, [2, 1, 1]).level, "some");
  assert.equal(score(questions, [1, 1, 1]).level, "start");
});

test("a question whose best answer has one point can be answered surely", () => {
  const easy = { ...question("d", "liste"), answers: [{ text: "ja", points: 1 }, { text: "nein", points: 0 }] };
  assert.equal(score([easy], [0]).level, "sure");
  assert.equal(score([easy], [1]).suggestions.length, 1);
});

test("numbers and cases are grammatical", () => {
  assert.equal(SELF_CHECK.because([3]), "Passt zu Frage 3.");
  assert.equal(SELF_CHECK.because([1, 2, 5]), "Passt zu den Fragen 1, 2 und 5.");
  assert.equal(SELF_CHECK.openTitle(1), "Eine Frage ist noch offen");
  assert.equal(SELF_CHECK.about({ lesson: "", course: "Probe", minutes: 1 }), "Kurs, 1 Minute");
});
