// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** Filters of "Kurse und Übungen finden": what passes, what each option would leave, how it stands in the address. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import fc from "fast-check";

import {
  KEYS,
  counts,
  matching,
  readConfig,
  readState,
  hashOf,
  sorted,
  ways,
  without,
  withoutAll,
} from "../../src/transferforum/web/finder-filter.js";
import { FINDER } from "../../src/transferforum/web/strings-finder.js";

/** @import { Item, Options } from "../../src/transferforum/web/finder-filter.js" */

/** @param {string} title @param {Partial<Item>} facts @returns {Item} */
const item = (title, facts) => ({
  title,
  art: ["kurs"],
  rolle: ["bauhof"],
  code: [],
  thema: ["daten"],
  stufe: ["einstieg"],
  kompetenz: ["1.3"],
  kommune: [],
  minuten: 30,
  stand: "2026-11-22",
  ...facts,
});

const ITEMS = [
  item("Erste Zellen", { rolle: ["bauhof", "buergerbuero"], code: ["ohne-programmieren"] }),
  item("Ämter und Bäume", { rolle: ["bauhof", "leitung"], minuten: 120, stand: "2026-01-01" }),
  item("Online", { rolle: ["it"], thema: ["online-dienste"], minuten: 100, stufe: ["aufbau"], stand: "2026-12-01" }),
  item("Gießen", { art: ["uebung"], minuten: 10 }),
];

/** @type {Options} */
const OPTIONS = {
  rolle: ["bauhof", "buergerbuero", "it", "leitung"],
  code: ["ohne-programmieren"],
  art: ["kurs", "uebung"],
  thema: ["daten", "online-dienste"],
  stufe: ["einstieg", "aufbau"],
  kompetenz: ["1.3"],
  kommune: [],
  bis: ["15", "30", "60"],
};

/** @param {string} hash */
const state = (hash) => readState(new URLSearchParams(hash.replace(/^#/, "")), OPTIONS);

/** @param {string} search */
const found = (search) => matching(ITEMS, state(search).chosen).map(({ title }) => title);

test("nothing chosen shows everything", () => {
  assert.equal(found("").length, ITEMS.length);
});

test("options of one filter are alternatives, filters are combined", () => {
  assert.deepEqual(found("rolle=it&rolle=leitung"), ["Ämter und Bäume", "Online"]);
  assert.deepEqual(found("rolle=it&rolle=leitung&thema=daten"), ["Ämter und Bäume"]);
  assert.deepEqual(found("art=uebung&stufe=aufbau"), []);
});

test("up to 30 minutes means 30 too, and a course of two hours is not among them", () => {
  assert.deepEqual(found("rolle=bauhof&bis=30"), ["Erste Zellen", "Gießen"]);
  assert.deepEqual(found("bis=15"), ["Gießen"]);
});

test("each option counts what it leaves under the other filters", () => {
  const numbers = counts(ITEMS, state("rolle=bauhof&bis=30").chosen, OPTIONS);
  assert.deepEqual([...numbers.rolle], [["", 2], ["bauhof", 2], ["buergerbuero", 1], ["it", 0], ["leitung", 0]]);
  assert.deepEqual([...numbers.bis], [["", 3], ["15", 1], ["30", 2], ["60", 2]]);
  assert.deepEqual([...numbers.art], [["", 2], ["kurs", 1], ["uebung", 1]]);
});

test("the address says what is chosen, and gives it back", () => {
  const chosen = fc.record(
    Object.fromEntries(KEYS.map((key) => [key, fc.subarray(OPTIONS[key], key === "bis" ? { maxLength: 1 } : {})])),
    { noNullPrototype: true },
  );
  const states = fc.record({
    chosen,
    sortierung: fc.constantFrom("", "titel", "minuten", "stand"),
    ansicht: fc.constantFrom("", "liste"),
  }, { noNullPrototype: true });
  fc.assert(fc.property(states, (one) => assert.deepEqual(state(hashOf(/** @type {any} */ (one))), one)));
  assert.equal(hashOf(state("bis=30&rolle=bauhof&rolle=it")), "#rolle=bauhof&rolle=it&bis=30");
  assert.equal(hashOf(state("")), "");
});

test("what an address asks for and does not exist is passed over", () => {
  const odd = "#rolle=gibt-es-nicht&rolle=it&bis=45&bis=30&sortierung=toString&ansicht=3d&fremd=1&kommune=x";
  assert.equal(hashOf(state(odd)), "#rolle=it&bis=30");
  assert.equal(hashOf(state("#bis=15&bis=60")), "#bis=15");
});

test("the order is by title as in a dictionary, by minutes or by date, else as recommended", () => {
  const titles = (/** @type {string} */ order) => sorted(ITEMS, order).map(({ title }) => title);
  assert.deepEqual(titles("titel"), ["Ämter und Bäume", "Erste Zellen", "Gießen", "Online"]);
  assert.deepEqual(titles("minuten"), ["Gießen", "Erste Zellen", "Online", "Ämter und Bäume"]);
  assert.deepEqual(titles("stand"), ["Online", "Erste Zellen", "Gießen", "Ämter und Bäume"]);
  assert.deepEqual(titles(""), ITEMS.map(({ title }) => title));
});

test("where nothing is left, the filters are named without which there is something", () => {
  assert.deepEqual(ways(ITEMS, state("rolle=it&bis=30").chosen), [
    { key: "rolle", count: 2 },
    { key: "bis", count: 1 },
  ]);
  assert.deepEqual(ways(ITEMS, state("rolle=it&code=ohne-programmieren&art=uebung").chosen), []);
});

test("a filter or one of its options is dropped, the others stay", () => {
  const before = state("rolle=bauhof&rolle=it&bis=30&sortierung=titel&ansicht=liste");
  assert.equal(hashOf(without(before, "rolle", "it")), "#rolle=bauhof&bis=30&sortierung=titel&ansicht=liste");
  assert.equal(hashOf(without(before, "rolle")), "#bis=30&sortierung=titel&ansicht=liste");
  assert.equal(hashOf(withoutAll(before)), "#sortierung=titel&ansicht=liste");
});

test("an exercise has from its course what it does not say itself", () => {
  const contract = JSON.parse(readFileSync(new URL("../contract/finder.json", import.meta.url), "utf8"));
  const { kurse, uebungen } = readConfig(contract);
  const all = [...kurse, ...uebungen].map((facts) => ({ ...facts, title: "" }));
  const exercise = { ...OPTIONS, rolle: ["fachamt"], art: ["uebung"], kommune: ["stadt"], thema: ["probe"], bis: ["15"] };
  assert.deepEqual(matching(all, exercise).map(({ minuten }) => minuten), [5]);
  assert.equal(matching(all, { ...exercise, art: [] }).length, 2);
});

test("the result is told in grammatical German", () => {
  const words = (/** @type {[number, number][]} */ ...pairs) => pairs.map(([a, b]) => FINDER.found(a, b).replaceAll("\u00a0", " "));
  assert.deepEqual(words([0, 0], [1, 0], [0, 2], [2, 1]), [
    "0 Ergebnisse",
    "1 Ergebnis: 1 Kurs",
    "2 Ergebnisse: 2 Übungen",
    "3 Ergebnisse: 2 Kurse und 1 Übung",
  ]);
  assert.equal(FINDER.chip("Programmieren", "Ohne Programmieren"), "Ohne Programmieren");
  assert.equal(FINDER.chip("Dauer", "bis 30 Minuten"), "Dauer: bis 30 Minuten");
});
