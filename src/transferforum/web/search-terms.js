// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** From a word that was typed to the words of the index that may be meant. */

import { lettersOf } from "./search-index.js";
import { distance, fold, stem, verbStem } from "./search-words.js";

/** @import { Index } from "./search-index.js" */

/**
 * `end`: found by its end. `guess`: found by changing letters.
 * @typedef {{ term: number, weight: number, end: boolean, guess: boolean }} Match
 */

const SHORTEST_PART = 3;
const SURE_PART = 4;
/** So many words for one that was typed; the best ones. */
const MOST = 60;
const MOST_GUESSES = 6;
/** Letters that join the parts of a compound. */
const JOINT = /(?:s|es|n|en)$/;

/**
 * The best first. A word that the index does not have and that no word contains is looked for with letters changed.
 * @param {Index} index
 * @param {string} typed
 * @returns {Match[]}
 */
export function matches(index, typed) {
  const wanted = fold(typed);
  const own = stem(wanted);
  const light = withoutEnding(wanted);
  /** @type {Map<number, Match>} */
  const found = new Map();
  const note = (/** @type {Match} */ match) => {
    if ((found.get(match.term)?.weight ?? 0) < match.weight) found.set(match.term, match);
  };
  const exact = index.numbers.get(own);
  if (exact !== undefined) note({ term: exact, weight: 1, end: false, guess: false });
  for (const part of new Set([wanted, light])) {
    const share = part === wanted ? 1 : 0.9;
    for (const { term, place } of part.length < SHORTEST_PART ? [] : index.containing(part)) {
      const weight = containedWeight(index, index.folded[term] ?? "", part, place);
      if (weight && term !== exact) note({ term, weight: weight * share, end: place > 0, guess: false });
    }
  }
  for (const term of sameVerb(index, wanted)) {
    if (term !== exact) note({ term, weight: exact === undefined ? 0.7 : 0.5, end: false, guess: false });
  }
  if (exact === undefined) for (const match of relatives(index, wanted)) note(match);
  if (exact === undefined && !best(found, 0.5)) for (const match of guesses(index, wanted)) note(match);
  return [...found.values()].sort((a, b) => b.weight - a.weight || a.term - b.term).slice(0, MOST);
}

/**
 * Words of one verb: "löschen", "gelöscht" and "Löschung" are meant by each other.
 * @param {Index} index
 * @param {string} wanted
 */
function sameVerb(index, wanted) {
  const verb = verbStem(wanted);
  return verb.length < SURE_PART ? [] : [index.numbers.get(verb) ?? [], index.verbs.get(verb) ?? []].flat();
}

/** @param {Map<number, Match>} found @param {number} least */
function best(found, least) {
  return [...found.values()].some(({ weight }) => weight >= least);
}

/**
 * The plural of a word contains no compound: "Verträge" is meant by "Rahmenvertrag" too.
 * @param {string} wanted
 */
function withoutEnding(wanted) {
  const shorter = wanted.replace(/(?:ern|em|en|er|es|e|n|s)$/, "");
  return shorter.length >= SURE_PART ? shorter : wanted;
}

/**
 * How well a word with this part inside fits: a compound is named by its end, and what stands before and after the
 * part should be words too.
 * @param {Index} index
 * @param {string} word
 * @param {string} part
 * @param {number} place
 */
function containedWeight(index, word, part, place) {
  const before = word.slice(0, place);
  const after = word.slice(place + part.length);
  const ending = isEnding(after);
  const sound = isPart(index, before) && (ending || isPart(index, after));
  if (part.length < SURE_PART && !sound) return 0;
  if (before && ending) return sound ? 0.75 : before.length > 2 ? 0.55 : 0.1;
  if (!before) return ending ? 0.9 : sound ? 0.6 : 0.5;
  return sound ? 0.45 : part.length > 4 && before.length > 2 ? 0.3 : 0.05;
}

/** @param {string} text */
function isEnding(text) {
  return /^(?:|e|en|er|ern|es|em|n|s|t|te|ten|st)$/.test(text);
}

/** A word, also with the letters that join it to the next. @param {Index} index @param {string} text */
function isPart(index, text) {
  if (text === "") return true;
  if (text.length < SHORTEST_PART) return false;
  return index.known.has(text) || index.known.has(text.replace(/^s/, "")) || index.known.has(text.replace(JOINT, ""));
}

/**
 * A compound that the index does not have, as two words that it has: "Dachbegrünung" is "Dach" and "Begrünung".
 * @param {Index} index
 * @param {string} typed
 * @returns {[string, string] | null}
 */
export function split(index, typed) {
  const wanted = fold(typed);
  if (index.numbers.has(stem(wanted))) return null;
  for (let place = SHORTEST_PART; place <= wanted.length - SHORTEST_PART; place += 1) {
    const [before, after] = [wanted.slice(0, place), wanted.slice(place)];
    const sure = after.length >= SURE_PART && index.numbers.has(stem(after));
    if (isPart(index, before) && (index.known.has(after) || sure)) {
      return [index.known.has(before) ? before : before.replace(JOINT, ""), after];
    }
  }
  return null;
}

/**
 * The longest word of the index that begins or ends a compound of which nothing else is known.
 * @param {Index} index
 * @param {string} typed
 * @returns {string | null}
 */
export function knownPart(index, typed) {
  const wanted = fold(typed);
  for (let length = wanted.length - 1; length >= SURE_PART; length -= 1) {
    const part = [wanted.slice(0, length), wanted.slice(-length)].find((one) => index.known.has(one));
    if (part) return part;
  }
  return null;
}

/**
 * Words of the same family that begin alike: "Anonymität", "anonym", "Anonymisierung".
 * @param {Index} index
 * @param {string} wanted
 * @returns {Match[]}
 */
function relatives(index, wanted) {
  const least = Math.max(5, Math.ceil(wanted.length * 0.6));
  if (wanted.length < least) return [];
  const alike = index.beginning(wanted.slice(0, least));
  return alike.map((term) => ({ term, weight: 0.35, end: false, guess: false }));
}

/**
 * Words that differ in one letter, long ones in two; a compound may begin like that.
 * @param {Index} index
 * @param {string} wanted
 * @returns {Match[]}
 */
function guesses(index, wanted) {
  if (wanted.length < 4) return [];
  const most = wanted.length < 7 ? 1 : 2;
  const letters = lettersOf(wanted);
  /** @type {(Match & { faults: number })[]} */
  const found = [];
  index.folded.forEach((word, term) => {
    if (word.length < wanted.length - most || bits(letters & ~(index.letters[term] ?? 0)) > most) return;
    const near = distance(wanted, word, most);
    if (!near) return;
    const whole = near.rest <= 2;
    const weight = (whole ? 0.8 : 0.5) * (1 - (1.5 * near.faults) / wanted.length);
    found.push({ term, weight, end: false, guess: true, faults: near.faults });
  });
  const fewest = Math.min(...found.map(({ faults }) => faults));
  return found
    .filter(({ faults }) => faults === fewest)
    .sort((a, b) => b.weight - a.weight || a.term - b.term)
    .slice(0, MOST_GUESSES);
}

/** How many bits are set. @param {number} value */
function bits(value) {
  let [rest, count] = [value, 0];
  for (; rest; count += 1) rest &= rest - 1;
  return count;
}
