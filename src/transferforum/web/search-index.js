// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * The index of the site, in parts that are fetched when a query needs them: the list of all words, lists of pages for
 * neighbouring words, and the text of one page. site/search_index.py writes it and says how.
 */

import { fold, stem, verbStem } from "./search-words.js";

/** @typedef {{ page: number, weight: number }} Hit  a page with a word; weight from 0 to 15 */

/**
 * A page as results show it. Sections are [anchor, heading, text].
 * @typedef {{ url: string, kind: string, title: string, inside: string, sections: [string, string, string][] }} Page
 */

/**
 * @typedef {object} Words  what words.bin holds
 * @property {number} pages
 * @property {string[]} terms  the commonest form of each word, in the order of their stems; each but the first begins with
 *   a letter that says how much it shares with the one before
 * @property {number[]} first  the number of the first word of each part in the order of stems
 * @property {string[]} last  the first stem, read backwards, of each part in the order of stems read backwards
 * @property {string[][]} concepts  names of the same thing
 * @property {number[]} courses  the pages that are courses
 */

/** How a part is fetched: its name to its content. @typedef {(name: string) => Promise<ArrayBuffer>} Fetch */

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

export class Index {
  /** @type {Map<string, Promise<Map<number, Hit[]>>>} */
  #parts = new Map();
  /** @type {Map<number, Promise<Page>>} */
  #pages = new Map();
  #fetch;
  #text;
  #starts;
  #first;
  #last;

  /** @param {Words} about @param {Fetch} fetch */
  constructor(about, fetch) {
    this.#fetch = fetch;
    this.#first = about.first;
    this.#last = about.last;
    this.size = about.pages;
    this.concepts = about.concepts;
    this.courses = new Set(about.courses);
    /** The words as people write them. */
    this.terms = unpack(about.terms);
    this.folded = this.terms.map(fold);
    this.stems = this.folded.map(stem);
    this.letters = Uint32Array.from(this.folded, lettersOf);
    /** @type {Map<string, number>} */
    this.numbers = new Map(this.stems.map((word, number) => [word, number]));
    this.known = new Set([...this.folded, ...this.stems]);
    /** Participles and nouns by the stem of their verb. @type {Map<string, number[]>} */
    this.verbs = new Map();
    this.folded.forEach((word, number) => {
      const verb = verbStem(word);
      if (verb !== this.stems[number]) this.verbs.set(verb, [...(this.verbs.get(verb) ?? []), number]);
    });
    this.#text = `\n${this.folded.join("\n")}\n`;
    let start = 1;
    this.#starts = Uint32Array.from(this.folded, (word) => (start += word.length + 1) - word.length - 1);
  }

  /**
   * The words with this part inside, and where in the word it is first.
   * @param {string} part
   * @returns {{ term: number, place: number }[]}
   */
  containing(part) {
    const found = [];
    for (let at = this.#text.indexOf(part); at >= 0; ) {
      const term = lastBelow(this.#starts, (start) => start <= at);
      found.push({ term, place: at - (this.#starts[term] ?? 0) });
      at = this.#text.indexOf(part, (this.#starts[term + 1] ?? this.#text.length) - 1);
    }
    return found;
  }

  /** @param {Fetch} fetch */
  static async open(fetch) {
    return new Index(JSON.parse(new TextDecoder().decode(await fetch("words.bin"))), fetch);
  }

  /** The words that begin like this. @param {string} beginning */
  beginning(beginning) {
    const found = [];
    const wanted = `\n${beginning}`;
    for (let at = this.#text.indexOf(wanted); at >= 0; at = this.#text.indexOf(wanted, at + 1)) {
      found.push(lastBelow(this.#starts, (start) => start <= at + 1));
    }
    return found;
  }

  /**
   * The part that holds the pages of a word. Words that end alike lie together in one part, words that begin alike in
   * another: `end` says by which of them the word was found, so that many words are found in few parts.
   * @param {number} term
   * @param {boolean} end
   */
  partOf(term, end) {
    return end ? `z${this.#partByEnd(term)}.bin` : `a${this.#partByBeginning(term)}.bin`;
  }

  /**
   * The pages with a word.
   * @param {number} term
   * @param {string} name of the part that holds them
   */
  async hits(term, name) {
    let part = this.#parts.get(name);
    if (!part) this.#parts.set(name, (part = this.#fetch(name).then(readHits)));
    try {
      return (await part).get(term) ?? [];
    } catch (fault) {
      this.#parts.delete(name);
      throw fault;
    }
  }

  /** @param {number} number */
  async page(number) {
    let page = this.#pages.get(number);
    if (!page) this.#pages.set(number, (page = this.#fetch(`p${number}.bin`).then(readPage)));
    try {
      return await page;
    } catch (fault) {
      this.#pages.delete(number);
      throw fault;
    }
  }

  /** @param {number} term */
  #partByBeginning(term) {
    return lastBelow(this.#first, (first) => first <= term);
  }

  /** @param {number} term */
  #partByEnd(term) {
    const backwards = [...(this.stems[term] ?? "")].reverse().join("");
    return lastBelow(this.#last, (first) => first <= backwards);
  }
}

/** The place of the last one that is not beyond. @template T @param {ArrayLike<T>} sorted @param {(one: T) => boolean} within */
function lastBelow(sorted, within) {
  let [low, high] = [0, sorted.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (within(/** @type {T} */ (sorted[middle]))) low = middle;
    else high = middle;
  }
  return low;
}

/** @param {string[]} packed */
function unpack(packed) {
  let before = "";
  return packed.map((entry) => (before = before.slice(0, DIGITS.indexOf(entry[0] ?? "0")) + entry.slice(1)));
}

/** One bit for each letter of a word. @param {string} word */
export function lettersOf(word) {
  let bits = 0;
  for (const letter of word) bits |= 1 << (letter.charCodeAt(0) % 31);
  return bits;
}

/** @param {ArrayBuffer} content */
function readHits(content) {
  const bytes = new Uint8Array(content);
  let place = 0;
  const next = () => {
    let [value, factor, byte] = [0, 1, 0];
    do {
      byte = bytes[place++] ?? 0;
      value += (byte & 127) * factor;
      factor *= 128;
    } while (byte > 127);
    return value;
  };
  /** @type {Map<number, Hit[]>} */
  const found = new Map();
  while (place < bytes.length) {
    const term = next();
    const hits = [];
    let page = 0;
    for (let left = next(); left > 0; left -= 1) {
      const value = next();
      page += value >> 4;
      hits.push({ page, weight: value & 15 });
    }
    found.set(term, hits);
  }
  return found;
}

/** @param {ArrayBuffer} content @returns {Page} */
function readPage(content) {
  return JSON.parse(new TextDecoder().decode(content));
}

/**
 * Gives the parts of the index that a file beside it names. They are packed with gzip, whatever the server does.
 * @param {string} address of search.json
 * @param {typeof globalThis.fetch} [get]
 * @returns {Promise<Fetch>}
 */
export async function fetcher(address, get = (input) => fetch(input)) {
  const { folder } = await (await answered(get, address)).json();
  const base = new URL(`${folder}/`, address);
  return async (name) => unzipped(await (await answered(get, new URL(name, base).href)).arrayBuffer());
}

/** @param {typeof globalThis.fetch} get @param {string} address */
async function answered(get, address) {
  const answer = await get(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

/** A server may have unpacked it on the way. @param {ArrayBuffer} content */
export async function unzipped(content) {
  const [first, second] = new Uint8Array(content, 0, Math.min(2, content.byteLength));
  if (first !== 0x1f || second !== 0x8b) return content;
  return new Response(new Blob([content]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}
