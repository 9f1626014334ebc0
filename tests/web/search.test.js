// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The search: words as the index has them, what a query asks for, and the passage that is shown. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import fc from "fast-check";

import { fetcher, unzipped } from "../../src/transferforum/web/search-index.js";
import { marked, passage } from "../../src/transferforum/web/search-passage.js";
import { things } from "../../src/transferforum/web/search-query.js";
import { distance, fold, stem, verbStem, words } from "../../src/transferforum/web/search-words.js";

const CONTRACT = JSON.parse(readFileSync(new URL("../contract/search.json", import.meta.url), "utf8"));

test("words are folded, cut and found as where the index is made", () => {
  for (const { word, folded, stem: cut } of CONTRACT.words) {
    assert.equal(fold(word), folded, word);
    assert.equal(stem(folded), cut, word);
  }
  for (const { text, words: expected } of CONTRACT.texts) {
    assert.deepEqual(words(text).map(({ word }) => word), expected);
  }
});

test("a verb, its participle and its noun are one family, other words are not cut", () => {
  const family = (/** @type {string} */ word) => verbStem(fold(word));
  for (const [verb, ...others] of [
    ["löschen", "gelöscht", "gelöschte", "Löschung"],
    ["sperren", "gesperrte", "Sperrung"],
    ["aussondern", "ausgesondert", "Aussonderungen"],
    ["veröffentlichen", "Veröffentlichung"],
    ["einführen", "Einführung"],
  ]) {
    for (const one of others) assert.equal(family(one), family(verb ?? ""), one);
  }
  for (const word of ["Gesetz", "Gebühr", "Gerät", "Dung"]) assert.equal(family(word), stem(fold(word)), word);
});

test("umlauts and what is typed in their place are the same", () => {
  const signs = fc.string({ unit: fc.constantFrom(..."aäoöuübdgklmnrstzß") });
  const typed = (/** @type {string} */ word) =>
    word.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue").replaceAll("ß", "ss");
  fc.assert(fc.property(signs, (word) => fold(typed(word)) === fold(word)));
});

test("a slip costs one, whichever it is", () => {
  for (const slip of ["datenshutz", "datensschutz", "datensvhutz", "dateschutz", "datenscuhtz"]) {
    assert.deepEqual(distance(slip, "datenschutz", 2), { faults: 1, rest: 0 }, slip);
  }
  assert.deepEqual(distance("daten", "datenschutz", 1), { faults: 0, rest: 6 });
  assert.equal(distance("haus", "datenschutz", 2), null);
});

/** All cells, as the book has it. @param {string} wanted @param {string} word */
function faultsOf(wanted, word) {
  const cell = (/** @type {number} */ row, /** @type {number} */ column) => /** @type {number} */ (table[row]?.[column]);
  /** @type {number[][]} */
  const table = [[...`${word} `].map((_, column) => column)];
  for (let row = 1; row <= wanted.length; row += 1) {
    table.push([row]);
    for (let column = 1; column <= word.length; column += 1) {
      const same = wanted[row - 1] === word[column - 1];
      const swapped = row > 1 && column > 1 && wanted[row - 1] === word[column - 2] && wanted[row - 2] === word[column - 1];
      const ways = [cell(row - 1, column - 1) + (same ? 0 : 1), cell(row - 1, column) + 1, cell(row, column - 1) + 1];
      table[row]?.push(Math.min(...ways, swapped ? cell(row - 2, column - 2) + 1 : Infinity));
    }
  }
  const last = table[wanted.length] ?? [];
  const faults = Math.min(...last);
  return { faults, rest: word.length - last.lastIndexOf(faults) };
}

test("looking near the diagonal only finds the same", () => {
  const letters = (/** @type {number} */ maxLength) => fc.string({ unit: fc.constantFrom(..."abc"), minLength: 1, maxLength });
  fc.assert(
    fc.property(letters(9), letters(14), fc.constantFrom(1, 2), (wanted, word, most) => {
      const all = faultsOf(wanted, word);
      assert.deepEqual(distance(wanted, word, most), all.faults <= most ? all : null);
    }),
    { numRuns: 2000 },
  );
});

test("names of the same thing are asked for together, whatever way they are written", () => {
  const concepts = [["E-Akte", "elektronische Akte"]];
  const asked = (/** @type {string} */ text) => things(text, concepts).map(({ names }) => names.map((name) => name.words));
  assert.deepEqual(asked("eAkte"), [[["eAkte"], ["elektronische", "Akte"]]]);
  assert.deepEqual(asked("Wie führe ich elektronische Akten?").slice(1), [
    [["elektronische", "Akten"], ["E-Akte"], ["elektronische"], ["Akten"]],
  ]);
  assert.deepEqual(asked("was ist das"), [[["was"]], [["ist"]], [["das"]]], "only empty words: they count");
  assert.deepEqual(asked("?!"), []);
});

const isWord = (/** @type {string} */ word) => (fold(word) === "frist" ? 1 : 0);

test("the passage is where the words are, cut at words, with its section", () => {
  const long = "Ein Satz ohne das Wort. ".repeat(30);
  const page = {
    url: "a.html",
    kind: "Lektion",
    title: "Akten",
    inside: "",
    sections: /** @type {[string, string, string][]} */ ([["", "", long], ["ende", "Das Ende", `${long}Die Frist ist um. ${long}`]]),
  };
  const found = passage(page, isWord);
  assert.deepEqual([found.anchor, found.heading], ["ende", "Das Ende"]);
  assert.deepEqual(found.pieces.filter((piece) => piece.found).map(({ text }) => text), ["Frist"]);
  const text = found.pieces.map((piece) => piece.text).join("");
  assert.match(text, /^… .*Die Frist ist um\..* …$/);
  assert.ok(text.length < 300);
  assert.match(passage(page, () => 0).pieces[0]?.text ?? "", /^Ein Satz/, "without a word: how the page begins");
});

test("marking changes no text", () => {
  fc.assert(fc.property(fc.string(), (text) => marked(text, (word) => word.length % 2).map((piece) => piece.text).join("") === text));
});

test("a part of the index is unpacked, unless the server did; a missing one is an error that names it", async () => {
  const packed = new Uint8Array(await new Response(new Blob(["frist"]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer());
  const text = (/** @type {ArrayBuffer} */ content) => new TextDecoder().decode(content);
  assert.equal(text(await unzipped(packed.buffer)), "frist");
  assert.equal(text(await unzipped(new TextEncoder().encode("frist").buffer)), "frist");
  /** @type {string[]} */
  const asked = [];
  const get = async (/** @type {RequestInfo | URL} */ address) => {
    asked.push(String(address));
    return String(address).endsWith(".json") ? Response.json({ folder: "search.1" }) : new Response("", { status: 404 });
  };
  const part = await fetcher("http://forum.test/_static/forum/search.json", get);
  await assert.rejects(part("words.bin"), /search\.1\/words\.bin: 404/);
  assert.deepEqual(asked, ["http://forum.test/_static/forum/search.json", "http://forum.test/_static/forum/search.1/words.bin"]);
});
