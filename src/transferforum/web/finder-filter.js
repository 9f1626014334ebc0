// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Which courses and exercises pass the filters, how many each option would leave, and how all that stands in an address.
 * Options of one filter are alternatives, filters are combined.
 */

/** What can be filtered by its values; `bis` (minutes at most) comes on top. */
export const VALUED = /** @type {const} */ (["rolle", "code", "art", "thema", "stufe", "kompetenz", "kommune"]);

/** @typedef {(typeof VALUED)[number]} Valued */
/** @typedef {Valued | "bis"} Key */
/** @typedef {Record<Valued, string[]> & { minuten: number, stand: string }} Facts */
/** @typedef {Facts & { title: string }} Item */

/**
 * What site/finder.py tells, in the order of the lists on the page. The rest an exercise has from its course.
 * @typedef {{ kurse: Facts[], uebungen: (Pick<Facts, "minuten" | "art" | "code"> & { kurs: number })[] }} Config
 */

/**
 * @param {Config} config
 * @returns {Record<"kurse" | "uebungen", Facts[]>}
 */
export function readConfig({ kurse, uebungen }) {
  return { kurse, uebungen: uebungen.map(({ kurs, ...own }) => ({ .../** @type {Facts} */ (kurse[kurs]), ...own })) };
}

/**
 * The reader's choice. `sortierung` is empty for the order of recommendation.
 * @typedef {{ chosen: Record<Key, string[]>, sortierung: string, ansicht: string }} State
 */

/** The options that there are. @typedef {Record<Key, string[]>} Options */

/** @type {readonly Key[]} */
export const KEYS = [...VALUED, "bis"];

const COLLATOR = new Intl.Collator("de-DE", { numeric: true });

/** @type {Record<string, (a: Item, b: Item) => number>} */
const ORDER = {
  titel: (a, b) => COLLATOR.compare(a.title, b.title),
  minuten: (a, b) => a.minuten - b.minuten,
  stand: (a, b) => b.stand.localeCompare(a.stand),
};

/** @template T @param {(key: Key) => T} make @returns {Record<Key, T>} */
const byKey = (make) => /** @type {Record<Key, T>} */ (Object.fromEntries(KEYS.map((key) => [key, make(key)])));

/**
 * What an address asks for; what does not exist (any more) is passed over.
 * @param {URLSearchParams} asked
 * @param {Options} options
 * @returns {State}
 */
export function readState(asked, options) {
  const chosen = byKey((key) => {
    const known = options[key].filter((value) => asked.getAll(key).includes(value));
    return key === "bis" ? known.slice(0, 1) : known;
  });
  const order = asked.get("sortierung") ?? "";
  return {
    chosen,
    sortierung: Object.hasOwn(ORDER, order) ? order : "",
    ansicht: asked.get("ansicht") === "liste" ? "liste" : "",
  };
}

/**
 * The part of an address after its path, which no request carries: `#rolle=leitung&bis=30`, or nothing.
 * @param {State} state
 */
export function hashOf({ chosen, sortierung, ansicht }) {
  const pairs = KEYS.flatMap((key) => chosen[key].map((value) => [key, value]));
  const rest = Object.entries({ sortierung, ansicht }).filter(([, value]) => value);
  const query = new URLSearchParams([...pairs, ...rest]).toString();
  return query && `#${query}`;
}

/** @param {Item} item @param {Key} key @param {readonly string[]} values */
function passes(item, key, values) {
  if (values.length === 0) return true;
  return key === "bis" ? item.minuten <= Number(values[0]) : values.some((value) => item[key].includes(value));
}

/**
 * @param {readonly Item[]} items
 * @param {Record<Key, string[]>} chosen
 */
export function matching(items, chosen) {
  return items.filter((item) => KEYS.every((key) => passes(item, key, chosen[key])));
}

/**
 * How many items each option of a filter leaves, with what the other filters say now.
 * @param {readonly Item[]} items
 * @param {Record<Key, string[]>} chosen
 * @param {Options} options
 * @returns {Record<Key, Map<string, number>>} "" stands for none of the options
 */
export function counts(items, chosen, options) {
  return byKey((key) => {
    const left = matching(items, { ...chosen, [key]: [] });
    const numbers = options[key].map((value) => /** @type {const} */ ([value, leaves(left, key, value)]));
    return new Map([["", left.length], ...numbers]);
  });
}

/** @param {readonly Item[]} items @param {Key} key @param {string} value */
const leaves = (items, key, value) => items.filter((item) => passes(item, key, [value])).length;

/**
 * Equal ones stay in the order of recommendation.
 * @template {Item} T
 * @param {readonly T[]} items
 * @param {string} order
 */
export function sorted(items, order) {
  const compare = ORDER[order];
  return compare ? [...items].sort(compare) : [...items];
}

/**
 * When nothing is left: without which filter there would be how many, most first.
 * @param {readonly Item[]} items
 * @param {Record<Key, string[]>} chosen
 */
export function ways(items, chosen) {
  return KEYS.filter((key) => chosen[key].length > 0)
    .map((key) => ({ key, count: matching(items, { ...chosen, [key]: [] }).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** A choice without these values of a filter, or without the filter. @param {State} state @param {Key} key @param {string} [value] */
export function without(state, key, value) {
  const left = value === undefined ? [] : state.chosen[key].filter((one) => one !== value);
  return { ...state, chosen: { ...state.chosen, [key]: left } };
}

/** @param {State} state @returns {State} */
export function withoutAll(state) {
  return { ...state, chosen: byKey(() => []) };
}
