// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** What is remembered as a file, for another browser or as a copy to keep. Nothing is believed unchecked. */

import { KINDS, faultyField, hasOtherFields, isDate, isId, isRecord, noItems, parsed, readItem } from "./progress-items.js";
import { IMPORT } from "./strings-progress.js";

/** @import { Items, Kind } from "./progress-items.js" */

export const FORMAT = 2;
/** Bytes, or signs, that a file has at most: more than any browser's storage can hold, so what was saved can come back. */
export const FILE_LIMIT = 20_000_000;

const HEAD = ["format", "forum", "date"];

/** Why a file is not taken; the message is for the learner. */
class Refused extends Error {}

/**
 * @param {string} forum
 * @param {string} date today
 * @param {Items} items
 */
export function writeFile(forum, date, items) {
  return `${JSON.stringify({ format: FORMAT, forum, date, ...items }, null, 2)}\n`;
}

/**
 * @param {unknown} text
 * @param {string} forum whose learner hands the file over
 * @returns {{ items: Items | null, reason: string }}
 */
export function readFile(text, forum) {
  try {
    return { items: itemsOf(fileOf(text, forum)), reason: "" };
  } catch (fault) {
    if (fault instanceof Refused) return { items: null, reason: fault.message };
    throw fault;
  }
}

/** @param {boolean} right @param {string} reason @returns {asserts right} */
function hold(right, reason) {
  if (!right) throw new Refused(reason);
}

/** @param {unknown} text @param {string} forum */
function fileOf(text, forum) {
  hold(typeof text === "string", IMPORT.noRecord);
  hold(text.length <= FILE_LIMIT, IMPORT.tooBig);
  const file = parsed(text.replace(/^\uFEFF/, ""));
  hold(isRecord(file), IMPORT.noRecord);
  const { format, forum: origin, date } = file;
  hold(typeof format === "number" && Number.isInteger(format) && format > 0, IMPORT.noRecord);
  hold(format <= FORMAT, IMPORT.newer);
  hold(format === FORMAT, IMPORT.older);
  hold(typeof origin === "string" && isId("exercise", origin), IMPORT.noRecord);
  hold(origin === forum, IMPORT.otherForum(origin));
  hold(typeof date === "string" && isDate(date), IMPORT.badDate);
  return file;
}

/** @param {Record<string, unknown>} file */
function itemsOf(file) {
  const known = /** @type {string[]} */ ([...HEAD, ...KINDS]);
  const unknown = Object.keys(file).find((name) => !known.includes(name));
  hold(unknown === undefined, IMPORT.unknown(unknown ?? ""));
  const items = noItems();
  for (const kind of KINDS) {
    const group = file[kind];
    hold(isRecord(group), IMPORT.badGroup(kind));
    for (const [id, value] of Object.entries(group)) items[kind][id] = itemOf(kind, id, value);
  }
  return items;
}

/** @param {Kind} kind @param {string} id @param {unknown} value */
function itemOf(kind, id, value) {
  hold(isId(kind, id), IMPORT.badId(id));
  const field = faultyField(kind, value);
  hold(field === "", IMPORT.badField(field, id));
  const item = readItem(kind, value);
  hold(item !== null && isRecord(value) && !hasOtherFields(kind, value), IMPORT.badField("type", id));
  return item;
}
