// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The code of certificates, what a learner has done, and the German words for both. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import encodeQR from "qr";
import fc from "fast-check";

import { courseOf } from "../../src/transferforum/web/certificate-catalogue.js";
import { cleanName, makeCode, readCode, verifyCode } from "../../src/transferforum/web/certificate-code.js";
import { amounts, conditions, enough, readDone } from "../../src/transferforum/web/certificate-state.js";
import { Memory } from "../../src/transferforum/web/progress-store.js";
import { CERTIFICATE, CHECK, COMMON } from "../../src/transferforum/web/strings-certificate.js";

/** @import { Catalogue, Course } from "../../src/transferforum/web/certificate-catalogue.js" */
/** @import { Statement } from "../../src/transferforum/web/certificate-code.js" */

/** @type {Catalogue} */
const CATALOGUE = JSON.parse(readFileSync(new URL("../contract/catalogue.json", import.meta.url), "utf8"));
const COURSE = /** @type {Course} */ (CATALOGUE.courses[0]);

/** @type {Statement} */
const STATEMENT = {
  forum: CATALOGUE.forum,
  course: COURSE.id,
  version: COURSE.version,
  date: "2026-11-22",
  name: "Jürgen Groß-Müller",
  hours: COURSE.hours,
  done: { lessons: 2, exercises: 1, quizzes: 1 },
};
const CODE = makeCode(STATEMENT, COURSE.digest);
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";

/** @param {Partial<Course>} changes @returns {Catalogue} */
const catalogueWith = (changes) => ({ ...CATALOGUE, courses: [{ ...COURSE, ...changes }] });

const names = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
  .map((text) => cleanName(text))
  .filter((name) => name !== null);

test("a code that was just made is valid and gives back what it states", () => {
  assert.match(CODE, /^DTF1\.[\w-]+\.[\w-]{16}$/);
  const found = verifyCode(CODE, CATALOGUE);
  assert.deepEqual(found, { verdict: "valid", statement: STATEMENT, course: COURSE });
});

test("any name, date and amount survive the way through the code", () => {
  const counts = fc.nat({ max: 500 });
  const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(names, day, counts, counts, counts, (name, when, lessons, exercises, quizzes) => {
      const date = when.toISOString().slice(0, 10);
      const statement = { ...STATEMENT, name, date, done: { lessons, exercises, quizzes } };
      const found = verifyCode(makeCode(statement, COURSE.digest), CATALOGUE);
      assert.deepEqual(found, { verdict: "valid", statement, course: COURSE });
    }),
  );
});

test("every other letter at every place is noticed", () => {
  for (let place = 0; place < CODE.length; place += 1) {
    for (const letter of LETTERS) {
      if (letter === CODE[place]) continue;
      const changed = CODE.slice(0, place) + letter + CODE.slice(place + 1);
      assert.notEqual(verifyCode(changed, CATALOGUE).verdict, "valid", changed);
    }
  }
});

test("a letter too many or too few, and two that are swapped, are noticed", () => {
  fc.assert(
    fc.property(fc.nat({ max: CODE.length - 2 }), fc.constantFrom(...LETTERS), (place, letter) => {
      const more = CODE.slice(0, place) + letter + CODE.slice(place);
      const less = CODE.slice(0, place) + CODE.slice(place + 1);
      const swapped = `${CODE.slice(0, place)}${CODE[place + 1]}${CODE[place]}${CODE.slice(place + 2)}`;
      for (const changed of [more, less, swapped]) {
        assert.equal(verifyCode(changed, CATALOGUE).verdict === "valid", changed === CODE, changed);
      }
    }),
  );
});

test("spaces, line breaks and signs without width do not count, wherever they stand", () => {
  const gaps = fc.array(fc.tuple(fc.nat({ max: CODE.length }), fc.constantFrom(" ", "\n", "\r\n", "\t", "\u00a0", "\u200b", "\u00ad")));
  fc.assert(
    fc.property(gaps, (found) => {
      const text = found.reduce((code, [place, gap]) => code.slice(0, place) + gap + code.slice(place), CODE);
      assert.equal(verifyCode(text, CATALOGUE).verdict, "valid");
    }),
  );
});

test("what is no code is unreadable, whatever it is", () => {
  const { payload } = /** @type {NonNullable<ReturnType<typeof readCode>>} */ (readCode(CODE));
  const texts = ["", "DTF1", "DTF1..", `DTF1.${payload}.`, CODE.toLowerCase(), `${CODE}.${CODE}`, CODE.replace("DTF1", "DTF2")];
  for (const text of texts) assert.equal(verifyCode(text, CATALOGUE).verdict, "unreadable", text);
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => readCode(text) === null));
});

test("a payload that states nonsense is unreadable, also with a digest", () => {
  const fields = [1, "probe", "probe", "1.0.0", "2026-11-22", "Eva", 0.5, 2, 1, 1];
  const payloadOf = (/** @type {unknown} */ value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const wrong = [[0, 2], [1, ""], [2, 5], [4, "2026-02-30"], [4, "gestern"], [5, " Eva"], [5, "x".repeat(101)], [6, 0], [6, "1"], [7, -1], [9, 1.5]];
  assert.ok(readCode(`DTF1.${payloadOf(fields)}.${"A".repeat(16)}`));
  for (const [place, value] of wrong) {
    const changed = fields.map((field, index) => (index === place ? value : field));
    assert.equal(readCode(`DTF1.${payloadOf(changed)}.${"A".repeat(16)}`), null, JSON.stringify(changed));
  }
  for (const value of [{}, null, 7, [], [...fields, 1]]) {
    assert.equal(readCode(`DTF1.${payloadOf(value)}.${"A".repeat(16)}`), null);
  }
});

test("another forum, an unknown course and another version are told apart", () => {
  assert.equal(verifyCode(CODE, { ...CATALOGUE, forum: "anderes" }).verdict, "forum");
  assert.equal(verifyCode(CODE, { ...CATALOGUE, courses: [] }).verdict, "course");
  assert.equal(verifyCode(CODE, catalogueWith({ version: "2.0.0" })).verdict, "version");
  assert.equal(verifyCode(CODE, catalogueWith({ digest: "0" })).verdict, "altered");
});

test("a course that was renamed is found by its former id, but can no longer be compared", () => {
  const renamed = catalogueWith({ id: "neu", aliases: [COURSE.id] });
  assert.equal(courseOf(renamed, COURSE.id)?.id, "neu");
  assert.equal(verifyCode(CODE, renamed).verdict, "version");
});

test("hours that the course does not have are not believed, even with the right digest", () => {
  const boasting = makeCode({ ...STATEMENT, hours: 400 }, COURSE.digest);
  assert.equal(verifyCode(boasting, CATALOGUE).verdict, "altered");
});

test("names are cleaned, and refused when they are none", () => {
  assert.equal(cleanName("  Zoë \n van  der Ähre "), "Zoë van der Ähre");
  assert.equal(cleanName("Ju\u0308rgen"), "Jürgen");
  assert.equal(cleanName("x".repeat(100)), "x".repeat(100));
  for (const none of ["", " \n ", "x".repeat(200), "ä".repeat(101), "Eva\u202e", "Eva\u0007", "Eva\ud800"]) {
    assert.equal(cleanName(none), null, JSON.stringify(none));
  }
  assert.throws(() => makeCode({ ...STATEMENT, name: "x".repeat(200) }, COURSE.digest), RangeError);
});

test("the longest name still fits into a QR code", () => {
  const code = makeCode({ ...STATEMENT, name: "𝔸".repeat(100) }, COURSE.digest);
  assert.ok(encodeQR(code, "raw", { ecc: "medium" }).length > 0);
});

test("what the memory of this forum holds counts", () => {
  const day = JSON.stringify({ date: "2026-11-22", title: "" });
  const entries = {
    "forum:2:probe:memory:on": '{"date":"2026-11-20"}',
    "forum:2:probe:lesson:probe/erste": day,
    "forum:2:probe:exercise:summe": day,
    "forum:2:probe:quiz:frage-0": "broken{",
    "forum:2:probe-zwei:exercise:fremd": day,
  };
  const done = readDone(new Memory({ storage: storageWith(entries), forum: "probe" }));
  assert.equal(done.memory, true);
  assert.deepEqual([[...done.lesson], [...done.exercise], [...done.quiz]], [["probe/erste"], ["summe"], []]);
  assert.equal(readDone(new Memory({ storage: storageWith({}), forum: "probe" })).memory, false);
  assert.equal(readDone(new Memory({ storage: null, forum: "probe" })).lesson.size, 0);
});

/** A Storage with these keys that is only read. @param {Record<string, string>} entries */
function storageWith(entries) {
  const keys = Object.keys(entries);
  const storage = {
    length: keys.length,
    key: (/** @type {number} */ place) => keys[place] ?? null,
    getItem: (/** @type {string} */ key) => entries[key] ?? null,
  };
  return /** @type {Storage} */ (/** @type {unknown} */ (storage));
}

/** @param {{ lesson?: string[], exercise?: string[], quiz?: string[] }} ids */
function doneOf({ lesson = [], exercise = [], quiz = [] }) {
  return { memory: true, lesson: new Set(lesson), exercise: new Set(exercise), quiz: new Set(quiz) };
}

test("conditions count what is done, also under former ids, and name what is missing", () => {
  const found = conditions(COURSE, doneOf({ lesson: ["versuch/anfang", "fremd/zweite"], quiz: ["alt-0"] }));
  const short = found.map(({ kind, done, all, needed, missing }) => [kind, done, all, needed, missing.map(({ id }) => id)]);
  assert.deepEqual(short, [
    ["lessons", 1, 2, 2, ["zweite"]],
    ["exercises", 0, 1, 1, ["summe"]],
    ["quizzes", 1, 1, 1, []],
  ]);
  assert.equal(enough(found), false);
  const all = conditions(COURSE, doneOf({ lesson: ["probe/erste", "probe/zweite"], exercise: ["summe"], quiz: ["frage-0"] }));
  assert.equal(enough(all), true);
  assert.deepEqual(amounts(all), { lessons: 2, exercises: 1, quizzes: 1 });
});

test("what a course does not have is no condition", () => {
  const found = conditions({ ...COURSE, exercises: [], quizzes: [] }, doneOf({ lesson: ["probe/erste", "probe/zweite"] }));
  assert.deepEqual(found.map(({ kind }) => kind), ["lessons"]);
  assert.equal(enough(found), true);
  assert.deepEqual(amounts(found), { lessons: 2, exercises: 0, quizzes: 0 });
});

test("conditions and amounts are said in grammatical German", () => {
  const one = { kind: /** @type {const} */ ("exercises"), done: 4, all: 5, needed: 4, missing: [] };
  assert.equal(CERTIFICATE.condition(one), "4 von 5 Übungen gelöst, gebraucht werden 4.");
  assert.equal(CERTIFICATE.condition({ ...one, kind: "quizzes", done: 0, all: 1, needed: 1 }), "0 von 1 Frage gelöst, gebraucht wird 1.");
  assert.equal(CERTIFICATE.condition({ ...one, needed: 0 }), "4 von 5 Übungen gelöst, gebraucht wird keine.");
  assert.equal(COMMON.done({ lessons: 5, exercises: 1, quizzes: 0 }), "5 Lektionen gelesen, 1 Übung gelöst");
  assert.equal(COMMON.date("2026-03-01"), "1. März 2026");
  assert.equal(COMMON.hours(2.5), "etwa 2,5 Stunden");
  assert.equal(COMMON.hours(1), "etwa 1 Stunde");
  assert.match(CHECK.versionText(STATEMENT, { ...COURSE, version: "2.0.0" }).join(" "), /Version 1\.0\.0.*Version 2\.0\.0.*nicht mehr vergleichen/);
});
