// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * The code of a certificate: `DTF1.` + what it states + `.` + a digest of that and of the course as it was.
 *
 * The digest finds every change that is not made on purpose, and most others. It is no signature: all that goes into
 * it is public, so anybody who wants to can make a code that passes. The page that checks says so.
 */

import { sha256 } from "@noble/hashes/sha2.js";

import { courseOf } from "./certificate-catalogue.js";

/** @import { Catalogue, Course } from "./certificate-catalogue.js" */

/**
 * What a certificate states. `date` is written as 2026-11-22.
 * @typedef {object} Statement
 * @property {string} forum
 * @property {string} course
 * @property {string} version
 * @property {string} date
 * @property {string} name
 * @property {number} hours
 * @property {{ lessons: number, exercises: number, quizzes: number }} done
 */

/**
 * @typedef {{ verdict: "unreadable" }
 *   | { verdict: "forum" | "course", statement: Statement }
 *   | { verdict: "version" | "altered" | "valid", statement: Statement, course: Course }} Verdict
 */

export const LONGEST_NAME = 100;

const START = "DTF1";
const FORMAT = 1;
const DIGEST_LENGTH = 16;
/** White space, and signs without width that copying from a PDF brings along. */
const INVISIBLE = /[\s\u00ad\u200b-\u200d\u2060\ufeff]/gu;
/** Control signs, and signs that turn the direction of writing: a name has none. */
const NOT_IN_NAMES = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;

/**
 * A name as it is printed; null when there is none or when it cannot be one.
 * @param {string} text
 */
export function cleanName(text) {
  const name = text.normalize("NFC").replaceAll(/\s+/gu, " ").trim();
  return name === "" || [...name].length > LONGEST_NAME || NOT_IN_NAMES.test(name) ? null : name;
}

/**
 * @param {Statement} statement
 * @param {string} courseDigest
 */
export function makeCode(statement, courseDigest) {
  if (cleanName(statement.name) !== statement.name) throw new RangeError("not a name");
  const { forum, course, version, date, name, hours, done } = statement;
  const fields = [FORMAT, forum, course, version, date, name, hours, done.lessons, done.exercises, done.quizzes];
  const payload = toBase64(new TextEncoder().encode(JSON.stringify(fields)));
  return `${START}.${payload}.${digestOf(payload, courseDigest)}`;
}

/**
 * @param {string} payload
 * @param {string} courseDigest
 */
function digestOf(payload, courseDigest) {
  const bytes = new TextEncoder().encode(`${START}.${payload}.${courseDigest}`);
  return toBase64(sha256(bytes)).slice(0, DIGEST_LENGTH);
}

/**
 * What a code states, whether true or not; null when it states nothing. Spaces and line breaks do not count.
 * @param {string} text
 * @returns {{ statement: Statement, payload: string, digest: string } | null}
 */
export function readCode(text) {
  const [start, payload = "", digest = "", ...rest] = text.replaceAll(INVISIBLE, "").split(".");
  if (start !== START || rest.length > 0 || !/^[\w-]{16}$/.test(digest)) return null;
  const statement = readStatement(payload);
  return statement && { statement, payload, digest };
}

/** @param {string} payload @returns {Statement | null} */
function readStatement(payload) {
  try {
    return statementOf(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(fromBase64(payload))));
  } catch {
    return null;
  }
}

/** @param {unknown} fields @returns {Statement | null} */
function statementOf(fields) {
  if (!Array.isArray(fields) || fields.length !== 10 || fields[0] !== FORMAT) return null;
  const [, forum, course, version, date, name, hours, lessons, exercises, quizzes] = fields;
  if (![forum, course, version, date, name].every((text) => typeof text === "string" && text)) return null;
  if (![lessons, exercises, quizzes].every((count) => Number.isSafeInteger(count) && count >= 0)) return null;
  if (!Number.isFinite(hours) || hours <= 0 || !isDate(date) || cleanName(name) !== name) return null;
  return { forum, course, version, date, name, hours, done: { lessons, exercises, quizzes } };
}

/** @param {string} text */
function isDate(text) {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * What this forum can say of a code.
 * @param {string} text
 * @param {Catalogue} catalogue
 * @returns {Verdict}
 */
export function verifyCode(text, catalogue) {
  const read = readCode(text);
  if (!read) return { verdict: "unreadable" };
  const { statement, payload, digest } = read;
  if (statement.forum !== catalogue.forum) return { verdict: "forum", statement };
  const course = courseOf(catalogue, statement.course);
  if (!course) return { verdict: "course", statement };
  if (statement.version !== course.version || statement.course !== course.id) {
    return { verdict: "version", statement, course };
  }
  const fits = digest === digestOf(payload, course.digest) && statement.hours === course.hours;
  return { verdict: fits ? "valid" : "altered", statement, course };
}

/** @param {Uint8Array} bytes */
function toBase64(bytes) {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** @param {string} text */
function fromBase64(text) {
  const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}
