// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** Grading of questions: the examples that Python and the browser share, then whatever a generator comes up with. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import fc from "fast-check";

import { fold, grade, readNumber } from "../../src/transferforum/web/quiz-grading.js";
import { QUIZ } from "../../src/transferforum/web/strings-quiz.js";

/** @import { Answer, QuizConfig } from "../../src/transferforum/web/quiz-grading.js" */

/**
 * @typedef {{ answer: Answer, passed: boolean, empty?: boolean, right?: boolean[], feedback?: string[] }} Graded
 * @type {{ numbers: [string, number | null][], folded: [string, string][], examples: { config: QuizConfig, answers: Graded[] }[] }}
 */
const contract = JSON.parse(await readFile(new URL("../contract/quiz.json", import.meta.url), "utf8"));

for (const { config, answers } of contract.examples) {
  for (const { answer, passed, empty = false, right, feedback = [] } of answers) {
    test(`${config.kind} ${config.id}: ${JSON.stringify(answer)} ${passed ? "passes" : "does not pass"}`, () => {
      const result = grade(config, answer);
      assert.equal(result.passed, passed);
      assert.equal(result.empty, empty);
      if (right) assert.deepEqual(result.parts.map((part) => part.right), right);
      const given = result.parts.map((part) => part.feedback).filter((text) => text !== "");
      for (const text of feedback) assert.ok(given.includes(text), text);
    });
  }
}

test("the examples show every kind, passed and not", () => {
  const kinds = ["single", "multiple", "number", "text", "order", "pairs", "gaps", "decision"];
  for (const kind of kinds) {
    const outcomes = contract.examples.filter(({ config }) => config.kind === kind).flatMap(({ answers }) => answers);
    assert.deepEqual([...new Set(outcomes.map(({ passed }) => passed))].sort(), [false, true], kind);
  }
});

for (const [text, number] of contract.numbers) {
  test(`„${text}“ is read as ${number}`, () => assert.equal(readNumber(text), number));
}

for (const [text, folded] of contract.folded) {
  test(`„${text}“ is folded to „${folded}“`, () => assert.equal(fold(text), folded));
}

test("a unit behind the number may be spelled in any way, another one may not stand there", () => {
  assert.equal(readNumber("12,5 m²", "m²"), 12.5);
  assert.equal(readNumber("12,5 QUADRATMETER ", "Quadratmeter"), 12.5);
  assert.equal(readNumber("30 Baeume", "Bäume"), 30);
  assert.equal(readNumber("40%", "%"), 40);
  assert.equal(readNumber("40 kg", "%"), null);
  assert.equal(readNumber("%", "%"), null);
});

test("what cannot be graded gets a hint in place of a verdict", () => {
  const number = example("number");
  assert.equal(grade(number, "zwölf").hint, QUIZ.notANumber);
  assert.equal(grade(number, "12").hint, "");
  assert.equal(grade(number, " ").hint, QUIZ.empty.number);
});

test("nothing is a number like every other: 0 is right where 0 is asked for", () => {
  const config = { ...example("number"), value: 0, tolerance: 0, slips: [] };
  for (const zero of ["0", "0,0", "-0", "+0"]) assert.equal(grade(config, zero).passed, true, zero);
  assert.equal(grade(config, "0,000001").passed, false);
});

test("missing right options are counted, whatever else was chosen", () => {
  const multiple = example("multiple");
  assert.equal(grade(multiple, [0]).missing, 1);
  assert.equal(grade(multiple, [1, 3]).missing, 2);
  assert.equal(grade(multiple, [0, 1, 2]).missing, 0);
});

test("a part that was left open is told from a wrong one", () => {
  assert.deepEqual(grade(example("pairs"), [0, 2, null]).parts.map((part) => part.empty), [false, false, true]);
  assert.deepEqual(grade(example("gaps"), [" ", "x"]).parts.map((part) => part.empty), [true, false]);
});

/** The first example of a kind. @template {QuizConfig["kind"]} K @param {K} kind */
function example(kind) {
  const found = contract.examples.find(({ config }) => config.kind === kind);
  assert.ok(found);
  return /** @type {QuizConfig & { kind: K }} */ (found.config);
}

/* Any question, any answer. What is right is known here by how an answer was made, never by grading it. */

const ABOUT = { id: "x", series: "" };
const feedback = fc.string({ maxLength: 6 });

/** Distinct words. @param {number} least @param {number} most */
const words = (least, most) =>
  fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: least, maxLength: most });

/** The numbers below `count` in any order. @param {number} count */
const shuffled = (count) => {
  const all = Array.from({ length: count }, (_, index) => index);
  return fc.shuffledSubarray(all, { minLength: count, maxLength: count });
};

/** The list with another item at one place. @template T @param {T[]} list @param {number} at @param {T} item */
const put = (list, at, item) => list.map((each, index) => (index === at ? item : each));

/** @param {QuizConfig} config @param {Answer} answer @param {boolean} right */
function holds(config, answer, right) {
  const result = grade(config, answer);
  assert.equal(result.passed, right);
  assert.equal(result.empty, false);
  assert.ok(result.parts.length > 0);
}

/** @param {QuizConfig} config @param {Answer} answer */
function isEmpty(config, answer) {
  const { passed, empty, hint } = grade(config, answer);
  assert.deepEqual([passed, empty, hint], [false, true, QUIZ.empty[config.kind]]);
}

test("single: the right option passes, every other one does not", () => {
  const cases = fc.array(feedback, { minLength: 2, maxLength: 6 }).chain((texts) =>
    fc.tuple(fc.constant(texts), fc.nat(texts.length - 1), fc.integer({ min: -2, max: 9 })),
  );
  fc.assert(
    fc.property(cases, ([texts, right, other]) => {
      const options = texts.map((text, index) => ({ text, right: index === right, feedback: text }));
      /** @type {QuizConfig} */
      const config = { ...ABOUT, kind: "single", options };
      holds(config, right, true);
      if (other in options) holds(config, other, other === right);
      else isEmpty(config, other);
      isEmpty(config, null);
    }),
  );
});

test("multiple: exactly the right options pass, in any order; no other set does", () => {
  const cases = fc.array(fc.boolean(), { minLength: 2, maxLength: 7 }).chain((rights) =>
    fc.tuple(fc.constant(rights), shuffled(rights.length), fc.array(fc.boolean(), { minLength: 7, maxLength: 7 })),
  );
  fc.assert(
    fc.property(cases, ([rights, order, ticks]) => {
      fc.pre(rights.includes(true));
      const options = rights.map((right, index) => ({ text: `${index}`, right, feedback: `f${index}` }));
      /** @type {QuizConfig} */
      const config = { ...ABOUT, kind: "multiple", options };
      holds(config, order.filter((index) => rights[index]), true);
      const ticked = order.filter((index) => ticks[index]);
      if (ticked.length === 0) return isEmpty(config, ticked);
      return holds(config, ticked, rights.every((right, index) => right === ticks[index]));
    }),
  );
});

/** Digits of a whole number in groups of three. @param {string} digits @param {string} sign */
const inGroups = (digits, sign) => digits.replace(/(?<=\d)(?=(?:\d{3})+$)/g, sign);

/**
 * A number of so many thousandths, in one of the ways in which people write it.
 * @param {number} thousandths
 * @param {{ group: string, minus: string, pad: string, zeros: boolean, unit: string }} way
 */
function written(thousandths, { group, minus, pad, zeros, unit }) {
  const digits = String(Math.abs(thousandths)).padStart(4, "0");
  const decimals = zeros ? digits.slice(-3) : digits.slice(-3).replace(/0+$/, "");
  const whole = group === "point" ? digits.slice(0, -3) : inGroups(digits.slice(0, -3), group);
  const comma = group === "point" && decimals.length < 3 ? "." : ",";
  return `${pad}${thousandths < 0 ? minus : ""}${whole}${decimals ? comma : ""}${decimals}${unit}${pad}`;
}

const way = fc.record({
  group: fc.constantFrom("", ".", " ", "\u00a0", "\u202f", "point"),
  minus: fc.constantFrom("-", "\u2212", "– "),
  pad: fc.constantFrom("", " ", "\t  "),
  zeros: fc.boolean(),
  unit: fc.constantFrom("", " Bäume", " baeume", "BÄUME "),
});
const thousandths = fc.oneof(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: -3000, max: 3000 }));

test("number: what lies within the tolerance passes, however it is written; nothing else does", () => {
  const distance = fc.oneof(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: -9_999_999, max: 9_999_999 }));
  fc.assert(
    fc.property(thousandths, fc.nat(2000), distance, way, (value, tolerance, off, style) => {
      /** @type {QuizConfig} */
      const config = { ...ABOUT, kind: "number", value: value / 1000, tolerance: tolerance / 1000, unit: "Bäume", slips: [] };
      for (const edge of [value, value - tolerance, value + tolerance]) holds(config, written(edge, style), true);
      for (const beyond of [value - tolerance - 1, value + tolerance + 1]) holds(config, written(beyond, style), false);
      holds(config, written(value + off, style), Math.abs(off) <= tolerance);
      isEmpty(config, style.pad);
    }),
  );
});

test("number: what is no number never passes, and an expected mistake gets its words", () => {
  fc.assert(
    fc.property(thousandths, fc.integer({ min: 1, max: 5000 }), way, fc.stringMatching(/^[a-z,. ]{1,8}$/), (value, off, style, text) => {
      const slips = [{ value: (value + off) / 1000, feedback: "expected" }];
      /** @type {QuizConfig} */
      const config = { ...ABOUT, kind: "number", value: value / 1000, tolerance: 0, unit: "Bäume", slips };
      assert.equal(grade(config, text).passed, false);
      assert.equal(grade(config, `${text}${written(value, style)}x`).passed, false);
      assert.deepEqual(grade(config, written(value + off, style)).parts, [{ right: false, feedback: "expected" }]);
    }),
  );
});

/** A short text in its plainest form: small letters, one space between words. */
const plain = fc.stringMatching(/^[abeoqsuü]{1,5}( [aeosu]{1,4})?$/).map((text) => text.replaceAll("ü", "ue"));
const spelling = fc.record({
  sharp: fc.boolean(),
  umlauts: fc.boolean(),
  decomposed: fc.boolean(),
  capitals: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
  space: fc.constantFrom(" ", "  ", "\u00a0", "\t"),
  pad: fc.constantFrom("", " ", "\n  "),
});

/**
 * One of the spellings of a plain text that count as the same.
 * @param {string} text
 * @param {{ sharp: boolean, umlauts: boolean, decomposed: boolean, capitals: boolean[], space: string, pad: string }} how
 */
function spelled(text, { sharp, umlauts, decomposed, capitals, space, pad }) {
  let made = text;
  if (sharp) made = made.replaceAll("ss", "ß");
  if (umlauts) made = made.replaceAll("ae", "ä").replaceAll("oe", "ö").replaceAll("ue", "ü");
  const letters = [...made].map((letter, index) => (capitals[index % capitals.length] ? letter.toUpperCase() : letter));
  made = `${pad}${letters.join("").replaceAll(" ", space)}${pad}`;
  return decomposed ? made.normalize("NFD") : made;
}

test("text: every spelling of an accepted text passes, no other text does", () => {
  const accepted = fc.uniqueArray(plain, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(accepted, plain, spelling, spelling, (texts, other, here, there) => {
      /** @type {QuizConfig} */
      const config = { ...ABOUT, kind: "text", accepted: texts.map((text) => spelled(text, here)), slips: [] };
      for (const text of texts) holds(config, spelled(text, there), true);
      holds(config, spelled(other, there), texts.includes(other));
      isEmpty(config, there.pad);
    }),
    { numRuns: 500 },
  );
});

test("text: an expected mistake gets its words, in every spelling", () => {
  fc.assert(
    fc.property(fc.uniqueArray(plain, { minLength: 2, maxLength: 2 }), spelling, spelling, ([right = "", slip = ""], here, there) => {
      const slips = [{ text: spelled(slip, here), feedback: "expected" }];
      /** @type {QuizConfig} */
      const config = { ...ABOUT, kind: "text", accepted: [right], slips };
      assert.deepEqual(grade(config, spelled(slip, there)).parts, [{ right: false, feedback: "expected" }]);
    }),
  );
});

test("order: only the right order passes, and each place is told right or wrong", () => {
  const cases = words(2, 6).chain((steps) => fc.tuple(fc.constant(steps), shuffled(steps.length)));
  fc.assert(
    fc.property(cases, ([steps, given]) => {
      /** @type {QuizConfig} */
      const config = { ...ABOUT, kind: "order", steps, shown: given };
      holds(config, steps.map((_, index) => index), true);
      const inPlace = given.map((step, place) => step === place);
      holds(config, given, !inPlace.includes(false));
      assert.deepEqual(grade(config, given).parts.map((part) => part.right), inPlace);
      holds(config, given.slice(1), false);
      holds(config, [...given, 0], false);
      isEmpty(config, []);
      isEmpty(config, null);
    }),
  );
});

test("pairs: only the right partner of each passes; what was left open is not right", () => {
  const cases = words(2, 6).chain((rights) => {
    const one = fc.option(fc.nat(rights.length - 1));
    return fc.tuple(fc.constant(rights), fc.array(one, { minLength: rights.length, maxLength: rights.length }));
  });
  fc.assert(
    fc.property(cases, ([rights, given]) => {
      /** @type {QuizConfig} */
      const config = { ...ABOUT, kind: "pairs", lefts: rights.map((_, index) => `${index}`), rights, shown: [] };
      const own = rights.map((_, index) => index);
      holds(config, own, true);
      isEmpty(config, rights.map(() => null));
      for (const index of own) holds(config, put(own, index, (index + 1) % own.length), false);
      if (given.every((right) => right === null)) return isEmpty(config, given);
      return holds(config, given, given.every((right, left) => right === left));
    }),
  );
});

test("gaps: each gap takes any spelling of its variants; one wrong or open gap is enough not to pass", () => {
  const gap = fc.record({ variants: fc.uniqueArray(plain, { minLength: 1, maxLength: 3 }), take: fc.nat(2), typed: plain });
  fc.assert(
    fc.property(fc.array(gap, { minLength: 1, maxLength: 4 }), spelling, spelling, (gaps, here, there) => {
      const parts = gaps.flatMap(({ variants }) => ["Text ", variants.map((text) => spelled(text, here))]);
      /** @type {QuizConfig} */
      const config = { ...ABOUT, kind: "gaps", parts };
      const right = gaps.map(({ variants, take }) => spelled(variants[take % variants.length] ?? "", there));
      holds(config, right, true);
      holds(config, gaps.map(({ typed }) => spelled(typed, there)), gaps.every(({ variants, typed }) => variants.includes(typed)));
      for (const index of gaps.keys()) {
        const typed = gaps[index]?.typed ?? "";
        const known = gaps[index]?.variants.includes(typed) ?? false;
        holds(config, put(right, index, spelled(typed, there)), known);
        if (gaps.length > 1) holds(config, put(right, index, there.pad), false);
      }
      isEmpty(config, gaps.map(() => there.pad));
    }),
  );
});

test("decision: every option passes and tells its own consequence; none is no decision", () => {
  fc.assert(
    fc.property(fc.array(feedback, { minLength: 2, maxLength: 5 }), fc.nat(8), (texts, chosen) => {
      /** @type {QuizConfig} */
      const config = { ...ABOUT, kind: "decision", options: texts.map((text) => ({ text, feedback: text })) };
      isEmpty(config, null);
      if (!(chosen in texts)) return isEmpty(config, chosen);
      holds(config, chosen, true);
      return assert.deepEqual(grade(config, chosen).parts, [{ right: true, feedback: texts[chosen] }]);
    }),
  );
});
