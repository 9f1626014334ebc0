// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** Which pages answer a query, the best first. */

import { things } from "./search-query.js";
import { knownPart, matches, split } from "./search-terms.js";

/** @import { Index } from "./search-index.js" */
/** @import { Name, Thing } from "./search-query.js" */
/** @import { Match } from "./search-terms.js" */

/**
 * `terms`: how well the words of the index fit that were looked for. `guesses`: what was typed, and what was looked for
 * instead.
 * @typedef {{ ranked: { page: number, score: number }[], terms: Map<number, number>, guesses: [string, string][] }} Ranking
 */

/** What a word adds to a page that has a better one for the same thing. */
const MORE = 0.15;
/** So many parts of the index may be fetched for a query; the best words come first. */
const PARTS_A_QUERY = 20;
/** How much it counts that a page has all that was asked for. */
const TOGETHER = 1.5;
/** How sure it is that the parts of an unknown compound mean what was asked for. */
const PARTS = 0.7;
const PART = 0.4;
/** Who looks for a topic is served best by a course. */
const COURSE = 1.2;

/**
 * @param {Index} index
 * @param {string} text
 * @returns {Promise<Ranking>}
 */
export async function rank(index, text) {
  const asked = things(text, index.concepts).map((thing) => withParts(index, thing));
  /** @type {Ranking} */
  const ranking = { ranked: [], terms: new Map(), guesses: [] };
  const count = new Set(asked.flatMap(({ names }) => names.flatMap((name) => name.words))).size;
  const share = Math.max(2, Math.floor(PARTS_A_QUERY / count));
  const found = await Promise.all(asked.map(({ names }) => scoresOf(index, names, share, ranking)));
  const known = found.filter(({ scores }) => scores.size > 0);
  const worth = known.map(({ scores, sure }) => sure * Math.log(1 + index.size / scores.size));
  const all = worth.reduce((sum, one) => sum + one, 0);
  /** @type {Map<number, { score: number, worth: number }>} */
  const pages = new Map();
  known.forEach(({ scores }, place) => {
    const own = worth[place] ?? 0;
    for (const [page, score] of scores) {
      const sum = pages.get(page) ?? { score: 0, worth: 0 };
      pages.set(page, { score: sum.score + own * score, worth: sum.worth + own });
    }
  });
  ranking.ranked = [...pages]
    .map(([page, { score, worth: part }]) => {
      return { page, score: score * (part / all) ** TOGETHER * (index.courses.has(page) ? COURSE : 1) };
    })
    .sort((a, b) => b.score - a.score || a.page - b.page);
  return ranking;
}

/** @param {Index} index @param {Thing} thing @returns {Thing} */
function withParts(index, { names }) {
  const [typed, ...others] = names[0]?.words ?? [];
  if (!typed || others.length) return { names };
  const parts = split(index, typed);
  if (parts) return { names: [...names, { words: parts, weight: PARTS, typed: false }] };
  const part = matches(index, typed).length ? null : knownPart(index, typed);
  return { names: part ? [...names, { words: [part], weight: PART, typed: false }] : names };
}

/**
 * How well each page fits to one thing, and how sure it is that this is what was meant.
 * @param {Index} index
 * @param {Name[]} names
 * @param {number} share  how many parts may be fetched for a word
 * @param {Ranking} ranking is told what was looked for
 */
async function scoresOf(index, names, share, ranking) {
  /** @type {Map<number, number>} */
  const scores = new Map();
  const all = await Promise.all(names.map((name) => nameScores(index, name, share, ranking)));
  for (const one of all) for (const [page, score] of one.scores) scores.set(page, Math.max(scores.get(page) ?? 0, score));
  return { scores, sure: Math.max(0, ...all.map(({ sure }) => sure)) };
}

/**
 * @param {Index} index
 * @param {Name} name
 * @param {number} share
 * @param {Ranking} ranking
 */
async function nameScores(index, { words, weight, typed }, share, ranking) {
  const each = await Promise.all(words.map((word) => wordScores(index, word, typed, share, ranking)));
  const [first, ...others] = each;
  /** @type {Map<number, number>} */
  const scores = new Map();
  for (const [page, score] of first?.scores ?? []) {
    const rest = others.map((one) => one.scores.get(page));
    if (rest.some((one) => one === undefined)) continue;
    const sum = rest.reduce((/** @type {number} */ total, one) => total + (one ?? 0), score);
    scores.set(page, (weight * sum) / words.length);
  }
  return { scores, sure: scores.size ? weight * Math.min(...each.map(({ sure }) => sure)) : 0 };
}

/**
 * @param {Index} index
 * @param {string} word
 * @param {boolean} typed  by the person who asks, so that it may have a slip in it
 * @param {number} share
 * @param {Ranking} ranking
 */
async function wordScores(index, word, typed, share, ranking) {
  const all = matches(index, word).filter(({ guess }) => typed || !guess);
  const parts = new Set(all.map(({ term, end }) => index.partOf(term, end)));
  const fetched = new Set([...parts].slice(0, share));
  const found = all.filter(({ term, end }) => fetched.has(index.partOf(term, end)));
  const guess = found.find((match) => match.guess);
  if (guess && found[0] === guess) ranking.guesses.push([word, index.terms[guess.term] ?? ""]);
  for (const { term, weight } of found) ranking.terms.set(term, Math.max(weight, ranking.terms.get(term) ?? 0));
  const hits = await Promise.all(found.map(({ term, end }) => index.hits(term, index.partOf(term, end))));
  /** @type {Map<number, number>} */
  const scores = new Map();
  found.forEach((match, place) => {
    for (const { page, weight } of hits[place] ?? []) {
      const score = (match.weight * (weight + 1)) / 16;
      const known = scores.get(page) ?? 0;
      scores.set(page, Math.max(known, score) + MORE * Math.min(known, score));
    }
  });
  return { scores, sure: found[0]?.weight ?? 0 };
}
