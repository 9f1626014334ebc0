// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Words as the index has them: folded, then cut to their stem. site/search_words.py does the same when the index is
 * built; tests/contract/search.json holds that both agree.
 */

const WORD = /[\p{L}\p{N}]+(?:[-\u2010\u2011_][\p{L}\p{N}]+)*/gu;
const LONGEST = 40;

/** Words that ask or connect and say nothing about what is looked for. */
const EMPTY = new Set(
  foldAll(
    "aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bitte da damit dann darf das dass dein " +
      "dem den denn der des dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer " +
      "eines er es etwa etwas euch für gegen gehen geht gibt hab habe haben hat hatte hier ich ihm ihn ihnen ihr ihre ihrem " +
      "ihren ihrer im in ins ist ja jede jedem jeden jeder jedes kann kein keine keinem keinen keiner können könnte machen " +
      "macht man mein meine meinem meinen meiner mich mir mit muss müssen nach nicht nichts noch nur ob oder ohne sehr sein " +
      "seine sich sie sind so soll sollen sollte sowie um und uns unser unsere unter vom von vor wann warum was welche " +
      "welchem welchen welcher welches wenn wer werde werden wie will wir wird wo wofür woher wohin worden wozu würde zu " +
      "zum zur über tun bekomme bekommen viel viele meisten",
  ),
);

/** @param {string} words */
function foldAll(words) {
  return words.split(" ").map(fold);
}

/**
 * How a word is compared: small letters, no marks, ß as ss, ae, oe and ue as the umlaut they may stand for, ph as f.
 * @param {string} word
 */
export function fold(word) {
  return word
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[-\u2010\u2011_]/g, "")
    .replace(/([ao])e/g, "$1")
    .replace(/(?<!q)ue/g, "u")
    .replaceAll("ph", "f");
}

/**
 * A folded word without its endings, by the rules of the German stemmer CISTEM that do not need capitals.
 * @param {string} folded
 */
export function stem(folded) {
  let word = folded;
  while (word.length > 3) {
    const shorter = word.length > 5 ? word.replace(/(?:e[mr]|nd)$/, "") : word;
    const next = shorter === word ? word.replace(/[tesn]$/, "") : shorter;
    if (next === word) break;
    word = next;
  }
  return word;
}

const PREFIX = "ab|an|auf|aus|bei|durch|ein|fest|frei|hin|hoch|los|mit|nach|um|unter|vor|weg|weiter|zu|zuruck|zusammen";
const PARTICIPLE = new RegExp(`^((?:${PREFIX})?)ge(.{3,}(?:t|en)(?:e[mnrs]?)?)$`);

/**
 * What a folded participle or noun shares with its verb: "geloscht" and "Loschung" with "loschen". Any other word: its stem.
 * @param {string} folded
 */
export function verbStem(folded) {
  return stem(folded.replace(PARTICIPLE, "$1$2").replace(/(.{4})ung(?:en|s)?$/, "$1"));
}

/**
 * The words of a text with their places. A word with hyphens is one word, and its parts are words too.
 * @param {string} text
 * @returns {{ word: string, start: number, end: number }[]}
 */
export function words(text) {
  const found = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (word.length > LONGEST) continue;
    found.push({ word, start: index, end: index + word.length });
    if (!/[-\u2010\u2011_]/.test(word)) continue;
    let start = index;
    for (const part of word.split(/[-\u2010\u2011_]/)) {
      if (part.length > 1) found.push({ word: part, start, end: start + part.length });
      start += part.length + 1;
    }
  }
  return found;
}

/** @param {string} folded */
export function isEmptyWord(folded) {
  return EMPTY.has(folded);
}

/** Rows of `distance` are used again: it is asked for each of many thousand words. */
const cells = () => new Array(2 * LONGEST + 2).fill(0);
const ROWS = { before: cells(), last: cells(), now: cells() };

/**
 * The fewest letters to change, add, drop or swap until a word begins with the other; `rest` letters of the word follow.
 * Only what is near the diagonal is looked at: beyond, there are too many faults.
 * @param {string} wanted
 * @param {string} word
 * @param {number} most more than this is not of interest
 * @returns {{ faults: number, rest: number } | null}
 */
export function distance(wanted, word, most) {
  const width = Math.min(word.length, wanted.length + most, 2 * LONGEST);
  if (width < wanted.length - most) return null;
  let { before, last, now } = ROWS;
  const far = most + 1;
  for (let column = 0; column <= width; column += 1) last[column] = Math.min(column, far);
  for (let row = 1; row <= wanted.length; row += 1) {
    const [start, end] = [Math.max(1, row - most), Math.min(width, row + most)];
    let least = (now[start - 1] = start === 1 ? Math.min(row, far) : far);
    for (let column = start; column <= end; column += 1) {
      const same = wanted[row - 1] === word[column - 1];
      let faults = Math.min(last[column - 1] + (same ? 0 : 1), last[column] + 1, now[column - 1] + 1);
      const swapped = row > 1 && column > 1 && wanted[row - 1] === word[column - 2] && wanted[row - 2] === word[column - 1];
      if (swapped) faults = Math.min(faults, before[column - 2] + 1);
      now[column] = faults;
      least = Math.min(least, faults);
    }
    if (least > most) return null;
    now[end + 1] = far;
    [before, last, now] = [last, now, before];
  }
  let best = width;
  for (let column = width; column >= wanted.length - most && column >= 0; column -= 1) {
    if (last[column] < last[best]) best = column;
  }
  return last[best] <= most ? { faults: last[best], rest: word.length - best } : null;
}
