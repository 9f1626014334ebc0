// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** What can be remembered, and when a stored or handed-over item is to be believed. Knows neither DOM nor storage. */

/** @typedef {"lesson" | "exercise" | "quiz"} MarkKind */
/** @typedef {MarkKind | "code" | "place"} Kind */
/** @typedef {Record<string, string>} Item  each has a `date` and a `title`; `code` and `place` have one field more */
/** @typedef {Record<Kind, Record<string, Item>>} Items */

/** @type {readonly MarkKind[]} */
export const MARKS = ["lesson", "exercise", "quiz"];
/** @type {readonly Kind[]} */
export const KINDS = [...MARKS, "code", "place"];

/** Signs of own code and of a title that are kept at most. */
export const CODE_LIMIT = 50_000;
export const TITLE_LIMIT = 300;

const NAME = "[a-z0-9]+(?:-[a-z0-9]+)*";
const SIMPLE = new RegExp(`^${NAME}$`);
const LESSON = new RegExp(`^${NAME}/${NAME}$`);

const IDS = { lesson: LESSON, exercise: SIMPLE, quiz: SIMPLE, code: SIMPLE, place: /^last$/, memory: /^on$/ };
const ID_LIMIT = 200;

const FIELDS = {
  lesson: ["date", "title"],
  exercise: ["date", "title"],
  quiz: ["date", "title"],
  code: ["date", "title", "code"],
  place: ["date", "title", "lesson"],
  memory: ["date"],
};

/** @type {Record<string, (text: string) => boolean>} */
const SOUND = {
  date: isDate,
  title: (text) => text.length <= TITLE_LIMIT,
  code: (text) => text.length <= CODE_LIMIT,
  lesson: (text) => isId("lesson", text),
};

/** @param {string} text a day as 2026-11-23 that the calendar has */
export function isDate(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** @param {Kind | "memory"} kind @param {string} id */
export function isId(kind, id) {
  return id.length <= ID_LIMIT && IDS[kind].test(id);
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The name of the first field that is missing or cannot be true; "" when the item is sound.
 * @param {Kind | "memory"} kind
 * @param {unknown} value
 */
export function faultyField(kind, value) {
  if (!isRecord(value)) return "type";
  const sound = (/** @type {string} */ name) => {
    const text = Object.hasOwn(value, name) ? value[name] : null;
    return typeof text === "string" && SOUND[name]?.(text) === true;
  };
  return FIELDS[kind].find((name) => !sound(name)) ?? "";
}

/**
 * The item with the fields of its kind and no others; null when it is not sound.
 * @param {Kind | "memory"} kind
 * @param {unknown} value
 * @returns {Item | null}
 */
export function readItem(kind, value) {
  if (faultyField(kind, value) || !isRecord(value)) return null;
  return Object.fromEntries(FIELDS[kind].map((name) => [name, String(value[name])]));
}

/** @param {Kind} kind @param {Record<string, unknown>} value */
export function hasOtherFields(kind, value) {
  return Object.keys(value).some((name) => !FIELDS[kind].includes(name));
}

/** @param {string | null} text @returns {unknown} undefined when it is not JSON */
export function parsed(text) {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @returns {Items} */
export function noItems() {
  return { lesson: {}, exercise: {}, quiz: {}, code: {}, place: {} };
}

/**
 * Which of two items stays: of marks the first, of code and place the last.
 * @param {Kind} kind
 * @param {Item | null} here
 * @param {Item} other
 */
export function merged(kind, here, other) {
  if (!here) return other;
  const [mine, its] = [here["date"] ?? "", other["date"] ?? ""];
  if (kind === "code" || kind === "place") return its > mine ? other : here;
  return its < mine ? { ...here, date: its } : here;
}
