// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** What a query asks for: things, each with the ways to name it. */

import { fold, isEmptyWord, stem, words } from "./search-words.js";

/**
 * A way to name a thing: words that must all be on the page. `weight` says how sure it is that this is meant; words
 * that were `typed` may have slips in them.
 * @typedef {{ words: string[], weight: number, typed: boolean }} Name
 */

/** @typedef {{ names: Name[] }} Thing */

const SYNONYM = 0.8;
const ONE_WORD_OF_A_NAME = 0.3;
const LONGEST_NAME = 4;

/**
 * @param {string} text
 * @param {string[][]} concepts  names of the same thing
 * @returns {Thing[]}
 */
export function things(text, concepts) {
  const typed = typedWords(text);
  const asked = typed.filter((word) => !isEmptyWord(fold(word)));
  const known = conceptsByKey(concepts);
  const all = asked.length ? asked : typed;
  const found = [];
  for (let place = 0; place < all.length; ) {
    const { count, names } = longestName(all, place, known) ?? { count: 1, names: [] };
    found.push(thing(all.slice(place, place + count), names));
    place += count;
  }
  return found;
}

/** The words as typed; one with hyphens counts once. @param {string} text */
function typedWords(text) {
  let end = 0;
  return words(text).filter((one) => one.start >= end && (end = one.end)).map(({ word }) => word);
}

/** @param {string[]} typed @param {string[]} names of the same thing */
function thing(typed, names) {
  const own = keyOf(typed);
  /** @type {Name[]} */
  const ways = [{ words: typed, weight: 1, typed: true }];
  for (const name of names) {
    const others = typedWords(name);
    if (keyOf(others) !== own) ways.push({ words: others, weight: SYNONYM, typed: false });
  }
  const parts = typed.flatMap((word) => words(word).slice(1)).map(({ word }) => word);
  if (parts.length) ways.push({ words: parts, weight: SYNONYM, typed: true });
  if (typed.length > 1) ways.push(...typed.map((word) => ({ words: [word], weight: ONE_WORD_OF_A_NAME, typed: true })));
  return { names: ways };
}

/** @param {string[]} typed @param {number} place @param {Map<string, string[]>} known */
function longestName(typed, place, known) {
  for (let count = Math.min(LONGEST_NAME, typed.length - place); count > 0; count -= 1) {
    const names = known.get(keyOf(typed.slice(place, place + count)));
    if (names) return { count, names };
  }
  return null;
}

/** E-Akte, eAkte and "e Akte" are written differently and are the same. @param {string[]} typed */
function keyOf(typed) {
  return typed.map((word) => stem(fold(word))).join("");
}

/** @param {string[][]} concepts */
function conceptsByKey(concepts) {
  return new Map(concepts.flatMap((names) => names.map((name) => [keyOf(typedWords(name)), names])));
}
