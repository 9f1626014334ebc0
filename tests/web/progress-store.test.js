// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** What the browser remembers: only when asked, never less than before, and nothing from a file that is not sound. */

import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { FILE_LIMIT, FORMAT } from "../../src/transferforum/web/progress-file.js";
import { CODE_LIMIT, isDate } from "../../src/transferforum/web/progress-items.js";
import { Memory, storageOf } from "../../src/transferforum/web/progress-store.js";
import { IMPORT, MEMORY, RECORD, germanDate } from "../../src/transferforum/web/strings-progress.js";
import { titlesFrom } from "../../src/transferforum/web/progress-titles.js";

/** A browser's storage; `room` is how many signs fit into it. @implements {Storage} */
class Shelf {
  /** @type {Map<string, string>} */
  kept = new Map();
  room = Infinity;
  /** @type {string[]} */
  log = [];

  /** @param {Record<string, string>} [kept] */
  constructor(kept = {}) {
    for (const [key, text] of Object.entries(kept)) this.kept.set(key, text);
  }

  get length() {
    return this.kept.size;
  }

  /** @param {number} index */
  key(index) {
    return [...this.kept.keys()][index] ?? null;
  }

  /** @param {string} key */
  getItem(key) {
    return this.kept.get(key) ?? null;
  }

  /** @param {string} key @param {string} text */
  setItem(key, text) {
    const others = [...this.kept].filter(([other]) => other !== key).reduce((sum, pair) => sum + pair.join("").length, 0);
    if (others + key.length + text.length > this.room) throw new DOMException("full", "QuotaExceededError");
    this.kept.set(key, text);
    this.log.push(`set ${key}`);
  }

  /** @param {string} key */
  removeItem(key) {
    this.kept.delete(key);
    this.log.push(`remove ${key}`);
  }

  clear() {
    this.kept.clear();
  }

  get content() {
    return Object.fromEntries(this.kept);
  }
}

const KEY = "forum:2:probe:";

/** @param {Storage | null} storage @param {string} [date] */
function memoryIn(storage, date = "2026-11-23") {
  return new Memory({ storage, forum: "probe", now: () => new Date(`${date}T12:00:00`) });
}

/** A memory that is on. @param {Shelf} [shelf] @param {string} [date] */
function started(shelf = new Shelf(), date) {
  const memory = memoryIn(shelf, date);
  assert.equal(memory.start(), true);
  return memory;
}

/** A memory with one thing of each kind. */
function filled() {
  const memory = started();
  memory.mark("lesson", "kurs/erste", "Die erste");
  memory.mark("exercise", "summe", "Summe");
  memory.mark("quiz", "zeichen");
  memory.keepCode("summe", "x = 1\nprint('ä')", "Summe");
  memory.visit("kurs/erste", "Die erste");
  return memory;
}

test("nothing is written before start", () => {
  const shelf = new Shelf();
  const memory = memoryIn(shelf);
  assert.equal(memory.on, false);
  assert.equal(memory.mark("lesson", "kurs/erste"), false);
  assert.equal(memory.keepCode("summe", "x"), false);
  assert.equal(memory.visit("kurs/erste", ""), false);
  memory.dropCode(["summe"]);
  memory.export();
  memory.forget();
  assert.deepEqual(shelf.log, []);
  assert.equal(memory.done("lesson", ["kurs/erste"]), null);
});

test("each thing has a key of its own, with the day", () => {
  const shelf = new Shelf();
  const memory = started(shelf);
  memory.mark("lesson", "kurs/erste", "Die erste");
  assert.deepEqual(shelf.content, {
    [`${KEY}memory:on`]: '{"date":"2026-11-23"}',
    [`${KEY}lesson:kurs/erste`]: '{"date":"2026-11-23","title":"Die erste"}',
  });
  assert.equal(memoryIn(shelf).done("lesson", ["kurs/erste"]), "2026-11-23");
});

test("a mark keeps its first day", () => {
  const shelf = new Shelf();
  started(shelf).mark("exercise", "summe", "Summe");
  const later = memoryIn(shelf, "2027-01-02");
  assert.equal(later.mark("exercise", "summe", "Neuer Titel"), true);
  later.start();
  assert.equal(later.done("exercise", ["summe"]), "2026-11-23");
  assert.equal(later.since, "2026-11-23");
});

test("what was done under a former name is done, since the earliest day", () => {
  const shelf = new Shelf();
  started(shelf, "2026-10-01").mark("exercise", "alt");
  started(shelf, "2026-11-01").mark("exercise", "neu");
  const memory = memoryIn(shelf);
  assert.equal(memory.done("exercise", ["neu", "alt"]), "2026-10-01");
  assert.equal(memory.done("exercise", ["neuer", "anders"]), null);
  assert.equal(memory.done("quiz", ["neu", "alt"]), null);
});

test("own code is found under former names and dropped under all of them", () => {
  const shelf = new Shelf();
  const memory = started(shelf);
  memory.keepCode("alt", "x = 1", "Summe");
  assert.deepEqual(memory.code(["neu", "alt"]), { date: "2026-11-23", title: "Summe", code: "x = 1" });
  memory.keepCode("neu", "x = 2");
  assert.equal(memory.code(["neu", "alt"])?.["code"], "x = 2");
  memory.dropCode(["neu", "alt"]);
  assert.equal(memory.code(["neu", "alt"]), null);
  assert.equal(memory.keepCode("neu", "x".repeat(CODE_LIMIT + 1)), false);
});

test("ids that no content can have are not stored", () => {
  const shelf = new Shelf();
  const memory = started(shelf);
  for (const id of ["", "__proto__", "Summe", "a:b", "a/b/c", "../x", "a".repeat(201)]) {
    assert.equal(memory.mark("exercise", id), false, id);
    assert.equal(memory.mark("lesson", id), false, id);
  }
  assert.equal(shelf.length, 1);
  assert.equal(memory.done("exercise", ["constructor", "to-string"]), null);
});

test("unreadable values are passed over", () => {
  const broken = {
    [`${KEY}memory:on`]: '{"date":"2026-11-01"}',
    [`${KEY}lesson:kurs/a`]: "{",
    [`${KEY}lesson:kurs/b`]: "null",
    [`${KEY}lesson:kurs/c`]: '{"date":"gestern","title":""}',
    [`${KEY}lesson:kurs/d`]: '{"date":"2026-02-30","title":""}',
    [`${KEY}lesson:kurs`]: '{"date":"2026-11-01","title":""}',
    [`${KEY}exercise:a`]: '["2026-11-01"]',
    [`${KEY}exercise:b`]: '{"date":"2026-11-01"}',
    [`${KEY}code:b`]: '{"date":"2026-11-01","title":"","code":7}',
    [`${KEY}place:last`]: '{"date":"2026-11-01","title":"","lesson":"javascript:alert(1)"}',
    [`${KEY}unsinn:b`]: '{"date":"2026-11-01","title":""}',
    [`${KEY}quiz:gut`]: '{"date":"2026-11-01","title":"","later":"added"}',
    "forum:2:other:quiz:c": '{"date":"2026-11-01","title":""}',
    "forum:1:probe": "kaputt",
  };
  const memory = memoryIn(new Shelf(broken));
  assert.equal(memory.on, true);
  assert.deepEqual(memory.all(), {
    lesson: {}, exercise: {}, quiz: { gut: { date: "2026-11-01", title: "" } }, code: {}, place: {},
  });
  assert.equal(memory.mark("lesson", "kurs/a"), true);
  assert.equal(memory.done("lesson", ["kurs/a"]), "2026-11-23");
  assert.equal(memory.place, null);
});

const DRAFT = {
  lessons: { "kurs/erste": "2026-08-01", "alter-kurs/zweite": "2026-08-02", "kurs/weg": "2026-08-03" },
  exercises: { summe: "2026-08-04T10:00:00.000Z", frueher: "2026-08-05" },
  quizzes: { zeichen: "2026-08-06" },
};

test("format 1 of a course that lost, renamed and gained something loses nothing", () => {
  const shelf = new Shelf({ "forum:1:probe": JSON.stringify(DRAFT) });
  const memory = memoryIn(shelf);
  assert.equal(memory.hasDraft, true);
  assert.equal(memory.done("exercise", ["summe"]), "2026-08-04", "readable before it is brought over");
  assert.deepEqual(shelf.log, [], "reading writes nothing");
  memory.start();
  assert.equal(memory.hasDraft, false);
  assert.equal(shelf.getItem("forum:1:probe"), null);
  assert.equal(memory.done("lesson", ["kurs/erste"]), "2026-08-01");
  assert.equal(memory.done("lesson", ["kurs/neuer-name", "kurs/zweite", "alter-kurs/zweite"]), "2026-08-02");
  assert.equal(memory.done("exercise", ["heute", "frueher"]), "2026-08-05");
  assert.equal(memory.done("exercise", ["dazugekommen"]), null);
  assert.equal(memory.done("quiz", ["zeichen"]), "2026-08-06");
  assert.ok("kurs/weg" in memory.all().lesson, "what the course no longer has stays");
});

test("the key of format 1 goes last, and only when everything is written", () => {
  const text = JSON.stringify(DRAFT);
  const shelf = new Shelf({ "forum:1:probe": text });
  memoryIn(shelf).start();
  assert.equal(shelf.log.at(-1), "remove forum:1:probe");
  assert.equal(shelf.log.filter((entry) => entry.startsWith("remove")).length, 1);

  const small = new Shelf({ "forum:1:probe": text });
  small.room = text.length + 250;
  const memory = memoryIn(small);
  memory.start();
  assert.equal(memory.problem, "full");
  assert.equal(small.getItem("forum:1:probe"), text);
  assert.equal(memory.done("quiz", ["zeichen"]), "2026-08-06", "still read from the old key");
  small.room = Infinity;
  memory.start();
  assert.equal(small.getItem("forum:1:probe"), null);
  assert.deepEqual(memory.all(), memoryIn(shelf).all());
  assert.equal(memory.problem, "");
});

test("damage inside format 1 costs only what is damaged", () => {
  const draft = { lessons: "viele", exercises: { summe: "2026-08-04", "A B": "2026-08-04", x: true }, quizzes: [1] };
  const memory = started(new Shelf({ "forum:1:probe": JSON.stringify(draft) }));
  assert.deepEqual(Object.keys(memory.all().exercise), ["summe"]);
});

test("format 1 and later marks: the earlier day stays", () => {
  const shelf = new Shelf();
  started(shelf).mark("exercise", "summe", "Summe");
  shelf.setItem("forum:1:probe", JSON.stringify(DRAFT));
  const memory = started(shelf);
  assert.deepEqual(memory.all().exercise["summe"], { date: "2026-08-04", title: "Summe" });
});

test("two tabs that write in turn lose nothing", () => {
  const deed = fc.tuple(fc.boolean(), fc.constantFrom("lesson", "exercise", "quiz"), fc.nat(20));
  fc.assert(
    fc.property(fc.array(deed), (deeds) => {
      const shelf = new Shelf();
      const tabs = [started(shelf, "2026-11-23"), started(shelf, "2026-11-24")];
      /** @type {Map<string, string>} */
      const expected = new Map();
      for (const [second, kind, number] of deeds) {
        const id = kind === "lesson" ? `kurs/l${number}` : `x${number}`;
        const tab = tabs[Number(second)];
        tab?.mark(/** @type {"lesson"} */ (kind), id);
        if (!expected.has(`${kind} ${id}`)) expected.set(`${kind} ${id}`, second ? "2026-11-24" : "2026-11-23");
      }
      const all = Object.entries(memoryIn(shelf).all());
      const found = all.flatMap(([kind, items]) => Object.entries(items).map(([id, { date }]) => [`${kind} ${id}`, date]));
      assert.deepEqual(new Map(/** @type {[string, string][]} */ (found)), expected);
    }),
  );
});

test("watchers hear of changes here and in other tabs, not of other forums", () => {
  const memory = memoryIn(new Shelf());
  let heard = 0;
  const end = memory.watch(() => (heard += 1));
  memory.start();
  memory.mark("quiz", "a");
  memory.changedElsewhere(`${KEY}quiz:b`);
  memory.changedElsewhere(null);
  assert.equal(heard, 4);
  memory.changedElsewhere("forum:2:other:quiz:b");
  memory.changedElsewhere("something");
  end();
  memory.mark("quiz", "c");
  assert.equal(heard, 4);
});

test("full storage is named; what is there stays, and there is a way on", () => {
  const shelf = new Shelf();
  const memory = started(shelf);
  memory.mark("quiz", "a");
  shelf.room = 150;
  const before = shelf.content;
  assert.equal(memory.keepCode("summe", "x".repeat(500)), false);
  assert.equal(memory.problem, "full");
  assert.deepEqual(shelf.content, before);
  assert.equal(memory.done("quiz", ["a"]), "2026-11-23");
  assert.match(MEMORY.problem("full"), /voll/);
  memory.forget();
  assert.equal(memory.problem, "");
  assert.equal(new Memory({ storage: Object.assign(new Shelf(), { room: 0 }), forum: "probe" }).start(), false);
});

test("forbidden storage is named and nothing breaks", () => {
  const refuse = () => {
    throw new DOMException("no", "SecurityError");
  };
  const view = /** @type {{ localStorage: Storage }} */ (Object.defineProperty({}, "localStorage", { get: refuse }));
  assert.equal(storageOf(view), null);
  assert.equal(storageOf({ localStorage: null }), null);
  const shut = /** @type {Storage} */ (/** @type {unknown} */ ({ getItem: refuse, setItem: refuse, key: refuse, removeItem: refuse, length: 3 }));
  for (const storage of [null, shut]) {
    const memory = memoryIn(storage);
    assert.equal(memory.problem, "forbidden");
    assert.equal(memory.start(), false);
    assert.equal(memory.on, false);
    assert.equal(memory.mark("quiz", "a"), false);
    assert.equal(memory.code(["a"]), null);
    assert.equal(memory.place, null);
    assert.deepEqual(memory.forget(), []);
    assert.equal(memory.import(filled().export()).reason, MEMORY.problem("forbidden"));
    assert.deepEqual(memory.all(), { lesson: {}, exercise: {}, quiz: {}, code: {}, place: {} });
  }
});

test("a file brings everything into an empty browser, and people can read it", () => {
  const memory = filled();
  const text = memory.export();
  const shelf = new Shelf();
  const other = memoryIn(shelf, "2026-12-01");
  const { ok, reason, taken } = other.import(text);
  assert.deepEqual({ ok, reason }, { ok: true, reason: "" });
  assert.deepEqual(taken, { lesson: 1, exercise: 1, quiz: 1, code: 1, place: 1 });
  assert.equal(RECORD.takenOver(taken), "Neu aus der Datei: 1 Lektion, 1 Übung, 1 Frage und 1 eigener Code.");
  assert.equal(other.on, true);
  assert.deepEqual(other.all(), memory.all());
  assert.match(text, /"forum": "probe",\n {2}"date": "2026-11-23"/);
  assert.equal(RECORD.takenOver(other.import(text).taken), "In der Datei stand nichts Neues.");
});

test("the file of a storage that is full can be taken over", () => {
  const shelf = Object.assign(new Shelf(), { room: 5_242_880 });
  const memory = started(shelf);
  let number = 0;
  while (memory.keepCode(`x${number}`, "print('größer')\n".repeat(3000))) number += 1;
  assert.ok(number > 50);
  const other = memoryIn(new Shelf());
  assert.deepEqual(other.import(memory.export()), { ok: true, reason: "", taken: { lesson: 0, exercise: 0, quiz: 0, code: number, place: 0 } });
});

test("a file adds: the earlier day of marks, the later code", () => {
  const away = started(new Shelf(), "2026-10-01");
  away.mark("exercise", "summe");
  away.mark("exercise", "nur-dort");
  away.keepCode("summe", "alt");
  const here = filled();
  here.mark("lesson", "kurs/nur-hier");
  here.import(away.export());
  assert.equal(here.done("exercise", ["summe"]), "2026-10-01");
  assert.equal(here.done("exercise", ["nur-dort"]), "2026-10-01");
  assert.equal(here.done("lesson", ["kurs/nur-hier"]), "2026-11-23");
  assert.equal(here.code(["summe"])?.["code"], "x = 1\nprint('ä')");
  away.import(here.export());
  assert.equal(away.code(["summe"])?.["code"], "x = 1\nprint('ä')");
  assert.equal(away.all().exercise["summe"]?.["title"], "", "its own title stays");
});

test("an import that does not fit changes nothing", () => {
  const big = started();
  for (let number = 0; number < 9; number += 1) big.mark("quiz", `q${number}`);
  const shelf = new Shelf();
  const memory = started(shelf, "2026-12-01");
  memory.mark("quiz", "q1");
  shelf.room = 400;
  const before = shelf.content;
  const { ok, reason } = memory.import(big.export());
  assert.deepEqual({ ok, reason }, { ok: false, reason: MEMORY.problem("full") });
  assert.deepEqual(shelf.content, before);
});

/** A sound file with something changed. @param {(file: any) => unknown} change */
function damaged(change) {
  const file = JSON.parse(filled().export());
  const changed = change(file);
  return typeof changed === "string" ? changed : JSON.stringify(changed ?? file);
}

/** @type {Record<string, [unknown, RegExp]>} */
const DAMAGES = {
  "no text": [null, /keine Datei mit einem Lernstand/],
  "nothing": ["", /keine Datei mit einem Lernstand/],
  "cut off": [filled().export().slice(0, -20), /keine Datei mit einem Lernstand/],
  "a picture": ["\x89PNG\r\n\x1a\n\0\0", /keine Datei mit einem Lernstand/],
  "a page": ["<!DOCTYPE html><title>Anmeldung</title>", /keine Datei mit einem Lernstand/],
  "a list": ["[]", /keine Datei mit einem Lernstand/],
  "a number": ["2", /keine Datei mit einem Lernstand/],
  "null": ["null", /keine Datei mit einem Lernstand/],
  "another JSON file": ['{"name": "paket", "version": "1.0.0"}', /keine Datei mit einem Lernstand/],
  "too big": [`${" ".repeat(FILE_LIMIT)}{}`, /zu groß/],
  "format is missing": [damaged((file) => void delete file.format), /keine Datei mit einem Lernstand/],
  "format is a text": [damaged((file) => void (file.format = "2")), /keine Datei mit einem Lernstand/],
  "format is a fraction": [damaged((file) => void (file.format = 1.5)), /keine Datei mit einem Lernstand/],
  "a newer format": [damaged((file) => void (file.format = FORMAT + 1)), /neueren Fassung/],
  "an older format": [damaged((file) => void (file.format = 1)), /alten Fassung/],
  "another forum": [damaged((file) => void (file.forum = "anderes")), /anderen Angebot \(„anderes“\)/],
  "forum is missing": [damaged((file) => void delete file.forum), /keine Datei mit einem Lernstand/],
  "forum is HTML": [damaged((file) => void (file.forum = "<b>")), /keine Datei mit einem Lernstand/],
  "no date of the file": [damaged((file) => void delete file.date), /Datum der Datei/],
  "a date that does not exist": [damaged((file) => void (file.date = "2026-13-01")), /Datum der Datei/],
  "a list is missing": [damaged((file) => void delete file.quiz), /fehlt eine Liste .*„quiz“/],
  "a list is an array": [damaged((file) => void (file.lesson = ["kurs/erste"])), /Liste .*„lesson“/],
  "a list is null": [damaged((file) => void (file.code = null)), /Liste .*„code“/],
  "something unknown": [damaged((file) => void (file.points = 100)), /Unbekanntes \(„points“\)/],
  "consent smuggled in": [damaged((file) => void (file.memory = { on: {} })), /Unbekanntes \(„memory“\)/],
  "an id with a blank": [damaged((file) => void (file.exercise["a b"] = file.exercise.summe)), /Kennung \(„a b“\)/],
  "an id with a colon": [damaged((file) => void (file.quiz["a:b"] = file.quiz.zeichen)), /Kennung \(„a:b“\)/],
  "a lesson without course": [damaged((file) => void (file.lesson.erste = file.lesson["kurs/erste"])), /Kennung \(„erste“\)/],
  "a way out of the folder": [damaged((file) => void (file.lesson["../x"] = file.lesson["kurs/erste"])), /Kennung/],
  "an id of the language": [
    damaged((file) => JSON.stringify(file).replace('"zeichen"', '"__proto__"')),
    /Kennung \(„__proto__“\)/,
  ],
  "an endless id": [damaged((file) => void (file.quiz["a".repeat(300)] = file.quiz.zeichen)), /Kennung \(„a{40} …“\)/],
  "two places": [damaged((file) => void (file.place.first = file.place.last)), /Kennung \(„first“\)/],
  "an entry is a text": [damaged((file) => void (file.exercise.summe = "2026-11-23")), /„summe“ beschädigt/],
  "an entry without a date": [damaged((file) => void delete file.exercise.summe.date), /„summe“ beschädigt \(Datum\)/],
  "a German date": [damaged((file) => void (file.exercise.summe.date = "23.11.2026")), /\(Datum\)/],
  "a day too many": [damaged((file) => void (file.exercise.summe.date = "2026-02-29")), /\(Datum\)/],
  "a date with a time": [damaged((file) => void (file.quiz.zeichen.date = "2026-11-23T10:00")), /\(Datum\)/],
  "a date that is a number": [damaged((file) => void (file.quiz.zeichen.date = 20261123)), /\(Datum\)/],
  "an endless title": [damaged((file) => void (file.quiz.zeichen.title = "x".repeat(301))), /\(Titel\)/],
  "a title that is none": [damaged((file) => void (file.quiz.zeichen.title = {})), /\(Titel\)/],
  "code is missing": [damaged((file) => void delete file.code.summe.code), /\(Code\)/],
  "code is a list": [damaged((file) => void (file.code.summe.code = ["x"])), /\(Code\)/],
  "code is too long": [damaged((file) => void (file.code.summe.code = "x".repeat(CODE_LIMIT + 1))), /\(Code\)/],
  "a place that is an address": [damaged((file) => void (file.place.last.lesson = "https://x.example/")), /\(Lektion\)/],
  "a field too many": [damaged((file) => void (file.quiz.zeichen.points = 3)), /„zeichen“ beschädigt/],
};

for (const [name, [text, reason]] of Object.entries(DAMAGES)) {
  test(`a damaged file is refused with a reason and changes nothing: ${name}`, () => {
    for (const memory of [memoryIn(new Shelf()), filled()]) {
      const before = [memory.on, memory.all()];
      const answer = memory.import(text);
      assert.equal(answer.ok, false);
      assert.match(answer.reason, reason);
      assert.match(answer.reason, /^[A-ZÄÖÜ].*\.$/);
      assert.deepEqual([memory.on, memory.all()], before);
      assert.equal(memory.problem, "");
    }
  });
}

test("no text whatever breaks the reader, and none that is not ours is taken", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const { ok, reason } = memoryIn(new Shelf()).import(text);
      assert.deepEqual([ok, reason], [false, IMPORT.noRecord]);
    }),
  );
});

test("what was deleted comes back whole", () => {
  const shelf = new Shelf({ "forum:1:probe": JSON.stringify(DRAFT), "forum:2:other:quiz:a": "{}", theirs: "1" });
  const memory = memoryIn(shelf);
  shelf.setItem(`${KEY}memory:on`, '{"date":"2026-11-01"}');
  memory.mark("quiz", "neu");
  const before = shelf.content;
  const kept = memory.forget();
  assert.equal(memory.on, false);
  assert.deepEqual(shelf.content, { "forum:2:other:quiz:a": "{}", theirs: "1" }, "only ours is deleted");
  assert.equal(memory.restore(kept), true);
  assert.deepEqual(shelf.content, before);
});

test("bringing back never replaces what came since", () => {
  const shelf = new Shelf();
  const memory = started(shelf, "2026-11-01");
  memory.mark("quiz", "a", "alt");
  const kept = memory.forget();
  started(shelf, "2026-12-01").mark("quiz", "a", "neu");
  memory.restore(kept);
  assert.equal(memory.all().quiz["a"]?.["title"], "neu");
});

test("days are those of the calendar, and read like German days", () => {
  assert.deepEqual(["2026-11-23", "2028-02-29"].map(isDate), [true, true]);
  assert.deepEqual(["2026-02-29", "2026-00-10", "2026-1-1", "23.11.2026", "2026-11-23 "].map(isDate), Array(5).fill(false));
  assert.equal(germanDate("2026-03-07"), "7.3.2026");
  assert.equal(memoryIn(null, "2026-03-07").today, "2026-03-07");
});

test("counts are grammatical German", () => {
  assert.equal(
    MEMORY.course({ lesson: [3, 5], exercise: [2, 5], quiz: [1, 14] }),
    "3 von 5 Lektionen gelesen, 2 von 5 Übungen gelöst, 1 von 14 Fragen gelöst",
  );
  assert.equal(MEMORY.course({ lesson: [0, 1], exercise: [0, 0], quiz: [0, 0] }), "0 von 1 Lektion gelesen");
});

test("titles are those of today, then those remembered, then the id", () => {
  const titleOf = titlesFrom([
    {
      id: "kurs", aliases: ["alter-kurs"], title: "Kurs",
      lessons: [{ id: "erste", aliases: ["frueher"], title: "Die erste", url: "kurse/kurs/erste.html" }],
      exercises: [{ id: "summe", title: "Summe" }],
    },
  ]);
  const item = { date: "2026-11-23", title: "Wie sie hieß" };
  assert.equal(titleOf("lesson", "alter-kurs/frueher", item).title, "Die erste");
  assert.equal(titleOf("place", "kurs/erste", item).title, "Die erste");
  assert.equal(titleOf("code", "summe", item).title, "Summe");
  assert.equal(titleOf("exercise", "weg", item).title, "Wie sie hieß");
  assert.deepEqual([titleOf("lesson", "kurs/erste", item).url, titleOf("exercise", "weg", item).url], ["kurse/kurs/erste.html", ""]);
  assert.ok(titleOf("lesson", "kurs/erste", item).place < titleOf("exercise", "summe", item).place);
  assert.equal(titleOf("quiz", "summe", { date: "2026-11-23", title: "" }).title, "summe");
});
