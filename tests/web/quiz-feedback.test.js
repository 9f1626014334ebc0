// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** What a graded answer is told, and how the texts of questions are cut. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { spokenWords, wordsFor } from "../../src/transferforum/web/quiz-feedback.js";
import { grade } from "../../src/transferforum/web/quiz-grading.js";
import { paragraphsOf, shortened } from "../../src/transferforum/web/quiz-text.js";
import { QUIZ, SERIES } from "../../src/transferforum/web/strings-quiz.js";

/** @import { Answer, QuizConfig } from "../../src/transferforum/web/quiz-grading.js" */

const ABOUT = { id: "x", series: "" };

/** All that a screen reader is told. @param {QuizConfig} config @param {Answer} answer */
const told = (config, answer) => spokenWords(wordsFor(config, answer, grade(config, answer)), false);

test("several answers: what was chosen is named, what is missing is only counted", () => {
  const options = ["a", "b", "c", "d"].map((text, index) => ({ text, right: index < 3, feedback: index === 1 ? "" : `Zu ${text}.` }));
  /** @type {QuizConfig} */
  const config = { ...ABOUT, kind: "multiple", options };
  assert.equal(
    told(config, [0, 1, 3]),
    "Rückmeldung: Noch nicht richtig. „a“: Zu a. „d“: Zu d. Eine richtige Antwort fehlt noch.",
  );
  assert.match(told(config, [3]), /3 richtige Antworten fehlen noch\.$/);
  assert.equal(told(config, [0, 1, 2]), "Rückmeldung: Richtig. „a“: Zu a. „c“: Zu c.");
});

test("a wrong answer that nobody expected is told that it is wrong", () => {
  /** @type {QuizConfig} */
  const number = { ...ABOUT, kind: "number", value: 2, tolerance: 0, unit: "", slips: [] };
  assert.equal(told(number, "3"), `Rückmeldung: Noch nicht richtig. ${QUIZ.wrongNumber}`);
  assert.equal(told(number, "2"), "Rückmeldung: Richtig.");
});

test("the parts that are not right are told by name", () => {
  /** @type {QuizConfig} */
  const order = { ...ABOUT, kind: "order", steps: ["eins", "zwei", "drei"], shown: [] };
  assert.equal(
    told(order, [1, 0, 2]),
    "Rückmeldung: Noch nicht richtig. 1 von 3 Schritten steht an der richtigen Stelle. Noch nicht: „zwei“, „eins“.",
  );
  /** @type {QuizConfig} */
  const pairs = { ...ABOUT, kind: "pairs", lefts: ["eins", "zwei", "drei"], rights: ["1", "2", "3"], shown: [] };
  assert.match(told(pairs, [0, 2, null]), /1 von 3 Zuordnungen stimmt\. Noch nicht: „zwei“, „drei“\.$/);
  /** @type {QuizConfig} */
  const gaps = { ...ABOUT, kind: "gaps", parts: [["a"], " und ", ["b"]] };
  assert.match(told(gaps, ["a", ""]), /1 von 2 Lücken stimmt\. Noch nicht: Lücke 2 von 2\.$/);
  assert.equal(told(gaps, ["a", "b"]), "Rückmeldung: Richtig.");
});

test("the result of a series is told in grammatical German", () => {
  assert.equal(SERIES.words(3, 4), "3 von 4 Fragen auf Anhieb richtig");
  assert.equal(SERIES.words(4, 4), "Alle 4 Fragen auf Anhieb richtig");
  assert.equal(SERIES.words(1, 1), "Die Frage auf Anhieb richtig");
  assert.equal(SERIES.words(0, 1), "Die Frage nicht auf Anhieb richtig");
});

test("code goes on behind a gap, and not into the next text", () => {
  assert.deepEqual(paragraphsOf(["Schreiben Sie `lies(", ["sep"], "=x)` und `y`.\n\nDann ", ["z"]]), [
    ["Schreiben Sie `lies(`", ["sep"], "`=x)` und `y`."],
    ["Dann ", ["z"]],
  ]);
  assert.deepEqual(paragraphsOf([["allein"]]), [[["allein"]]]);
});

test("a long question is cut between words", () => {
  assert.equal(shortened("  Kurz\n genug? "), "Kurz genug?");
  const cut = shortened("wort ".repeat(40));
  assert.ok(cut.length <= 82 && /^(wort )+…$/.test(cut), cut);
});
