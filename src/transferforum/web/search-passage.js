// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The passage of a page that a query is about, with the words that were found. */

import { words } from "./search-words.js";

/** @import { Page } from "./search-index.js" */

/** A piece of text, and whether it was looked for. @typedef {{ text: string, found: boolean }} Piece */

/** @typedef {{ anchor: string, heading: string, pieces: Piece[] }} Passage */

const LENGTH = 240;
const BEFORE = 70;

/**
 * The passage with the most and best words; without any, how the page begins.
 * @param {Page} page
 * @param {(word: string) => number} weightOf  how well a word fits to the query; 0 when not at all
 * @returns {Passage}
 */
export function passage({ sections }, weightOf) {
  let best = { worth: 0, section: sections.find(([, , text]) => text) ?? ["", "", ""], start: 0 };
  for (const section of sections) {
    const [, heading, text] = section;
    const inHeading = hits(heading, weightOf).reduce((sum, { weight }) => sum + weight, 0);
    const found = hits(text, weightOf);
    if (inHeading > best.worth && !found.length && text) best = { worth: inHeading, section, start: 0 };
    found.forEach(({ start }, place) => {
      const worth = worthOf(found.slice(place).filter((hit) => hit.end <= start + LENGTH - BEFORE)) + inHeading;
      if (worth > best.worth) best = { worth, section, start };
    });
  }
  const [anchor = "", heading = "", text = ""] = best.section;
  return { anchor, heading, pieces: cut(text, best.start, weightOf) };
}

/**
 * A text in pieces, found words apart.
 * @param {string} text
 * @param {(word: string) => number} weightOf
 * @returns {Piece[]}
 */
export function marked(text, weightOf) {
  const pieces = [];
  let end = 0;
  for (const hit of hits(text, weightOf)) {
    if (hit.start < end) continue;
    if (hit.start > end) pieces.push({ text: text.slice(end, hit.start), found: false });
    pieces.push({ text: text.slice(hit.start, hit.end), found: true });
    end = hit.end;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), found: false });
  return pieces;
}

/** @param {string} text @param {(word: string) => number} weightOf */
function hits(text, weightOf) {
  return words(text).map((one) => ({ ...one, weight: weightOf(one.word) })).filter(({ weight }) => weight > 0);
}

/** The same word again adds nothing. @param {{ word: string, weight: number }[]} found */
function worthOf(found) {
  const best = new Map(found.map(({ word, weight }) => [word.toLowerCase(), weight]));
  return [...best.values()].reduce((sum, weight) => sum + weight, 0);
}

/** From the start of a sentence where one is near, else of a word. @param {string} text @param {number} start @param {(word: string) => number} weightOf */
function cut(text, start, weightOf) {
  const earliest = Math.max(0, start - BEFORE);
  const sentence = Math.max(...[". ", "? ", "! ", ": "].map((end) => text.lastIndexOf(end, start - 2)));
  let from = 0;
  if (earliest > 0) from = sentence >= earliest ? sentence + 2 : text.indexOf(" ", earliest) + 1;
  let to = from + LENGTH;
  if (to < text.length) to = Math.max(text.lastIndexOf(" ", to), start + 1);
  const pieces = marked(text.slice(from, to), weightOf);
  if (from > 0) pieces.unshift({ text: "… ", found: false });
  if (to < text.length) pieces.push({ text: " …", found: false });
  return pieces;
}
