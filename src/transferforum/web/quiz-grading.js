// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** Is an answer right? For every kind of question: what it holds, what an answer to it is, and its grade. */

import { QUIZ } from "./strings-quiz.js";

/**
 * What a question's element says about itself in `data-config`.
 * @typedef {{ id: string, series: string }} About
 * @typedef {{ text: string, right: boolean, feedback: string }} Option
 * @typedef {About & { kind: "single" | "multiple", options: Option[] }} ChoiceConfig
 * @typedef {About & { kind: "number", value: number, tolerance: number, unit: string, slips: { value: number, feedback: string }[] }} NumberConfig
 * @typedef {About & { kind: "text", accepted: string[], slips: { text: string, feedback: string }[] }} TextConfig
 * @typedef {About & { kind: "order", steps: string[], shown: number[] }} OrderConfig
 * @typedef {About & { kind: "pairs", lefts: string[], rights: string[], shown: number[] }} PairsConfig
 * @typedef {About & { kind: "gaps", parts: (string | string[])[] }} GapsConfig
 * @typedef {About & { kind: "decision", options: { text: string, feedback: string }[] }} DecisionConfig
 * @typedef {ChoiceConfig | NumberConfig | TextConfig | OrderConfig | PairsConfig | GapsConfig | DecisionConfig} QuizConfig
 */

/**
 * An answer: an option (single, decision), options (multiple), what was typed (number, text), the steps in the order
 * given (order), for each left its right or null (pairs), what was typed into each gap (gaps); null is none at all.
 * @typedef {number | string | readonly (number | null)[] | readonly string[] | null} Answer
 */

/**
 * One part of an answer: the option chosen, the number, the place in the order, the gap.
 * @typedef {{ right: boolean, feedback: string, empty?: boolean }} Part
 */

/**
 * `empty`: there is nothing to grade yet; `hint`: what to do before this can be graded; `missing`: how many right
 * options were not chosen.
 * @typedef {{ passed: boolean, empty: boolean, parts: Part[], hint: string, missing: number }} Grade
 */

/** Decimal fractions are not exact in binary: 62.6 - 62.5 is a little more than 0.1. */
const ROUNDING = 1e-12;

/**
 * @param {QuizConfig} config
 * @param {Answer} answer
 * @returns {Grade}
 */
export function grade(config, answer) {
  switch (config.kind) {
    case "single":
      return gradeSingle(config, answer);
    case "multiple":
      return gradeMultiple(config, listOf(answer));
    case "number":
      return gradeNumber(config, String(answer ?? ""));
    case "text":
      return gradeText(config, String(answer ?? ""));
    case "order":
      return gradeOrder(config, listOf(answer));
    case "pairs":
      return gradePairs(config, listOf(answer));
    case "gaps":
      return gradeGaps(config, listOf(answer));
    case "decision":
      return gradeDecision(config, answer);
  }
}

/** @param {Answer} answer @returns {readonly unknown[]} */
function listOf(answer) {
  return Array.isArray(answer) ? answer : [];
}

/** @param {Part[]} parts @param {boolean} [passed] @returns {Grade} */
function graded(parts, passed = parts.every((part) => part.right)) {
  return { passed, empty: false, parts, hint: "", missing: 0 };
}

/** @param {QuizConfig} config @returns {Grade} */
function nothing({ kind }) {
  return { passed: false, empty: true, parts: [], hint: QUIZ.empty[kind], missing: 0 };
}

/** @param {ChoiceConfig} config @param {Answer} answer */
function gradeSingle(config, answer) {
  const option = config.options[Number(answer ?? NaN)];
  return option ? graded([{ right: option.right, feedback: option.feedback }]) : nothing(config);
}

/** @param {DecisionConfig} config @param {Answer} answer */
function gradeDecision(config, answer) {
  const option = config.options[Number(answer ?? NaN)];
  return option ? graded([{ right: true, feedback: option.feedback }]) : nothing(config);
}

/** Its parts are the chosen options, in the order of the options. @param {ChoiceConfig} config @param {readonly unknown[]} answer */
function gradeMultiple(config, answer) {
  const chosen = config.options.filter((_, index) => answer.includes(index));
  if (chosen.length === 0) return nothing(config);
  const rights = (/** @type {Option[]} */ options) => options.filter((option) => option.right).length;
  const missing = rights(config.options) - rights(chosen);
  const parts = chosen.map(({ right, feedback }) => ({ right, feedback }));
  return { ...graded(parts, missing === 0 && parts.every((part) => part.right)), missing };
}

/** @param {NumberConfig} config @param {string} answer */
function gradeNumber(config, answer) {
  if (answer.trim() === "") return nothing(config);
  const given = readNumber(answer, config.unit);
  if (given === null) return { ...graded([{ right: false, feedback: "" }]), hint: QUIZ.notANumber };
  if (isNear(given, config.value, config.tolerance)) return graded([{ right: true, feedback: "" }]);
  const slip = config.slips.find(({ value }) => isNear(given, value, 0));
  return graded([{ right: false, feedback: slip?.feedback ?? "" }]);
}

/** @param {number} given @param {number} value @param {number} tolerance */
function isNear(given, value, tolerance) {
  const largest = Math.max(Math.abs(given), Math.abs(value), tolerance);
  return Math.abs(given - value) <= tolerance + largest * ROUNDING;
}

/** @param {TextConfig} config @param {string} answer */
function gradeText(config, answer) {
  if (answer.trim() === "") return nothing(config);
  if (isOneOf(config.accepted, answer)) return graded([{ right: true, feedback: "" }]);
  const slip = config.slips.find(({ text }) => fold(text) === fold(answer));
  return graded([{ right: false, feedback: slip?.feedback ?? "" }]);
}

/** Its parts are the places. @param {OrderConfig} config @param {readonly unknown[]} answer */
function gradeOrder({ steps, ...config }, answer) {
  if (answer.length === 0) return nothing({ steps, ...config });
  const parts = steps.map((step, place) => ({ right: steps[Number(answer[place])] === step, feedback: "" }));
  return graded(parts, answer.length === steps.length && parts.every((part) => part.right));
}

/** @param {PairsConfig} config @param {readonly unknown[]} answer */
function gradePairs(config, answer) {
  const { rights } = config;
  const given = rights.map((_, left) => answer[left] ?? null);
  if (given.every((right) => right === null)) return nothing(config);
  const parts = given.map((right, left) => ({ right: right === left, feedback: "", empty: right === null }));
  return graded(parts);
}

/** @param {GapsConfig} config @param {readonly unknown[]} answer */
function gradeGaps(config, answer) {
  const gaps = config.parts.filter((part) => Array.isArray(part));
  const given = gaps.map((_, gap) => String(answer[gap] ?? ""));
  if (given.every((text) => text.trim() === "")) return nothing(config);
  const parts = gaps.map((variants, gap) => {
    const text = given[gap] ?? "";
    return { right: isOneOf(variants, text), feedback: "", empty: text.trim() === "" };
  });
  return graded(parts);
}

/** @param {readonly string[]} variants @param {string} text */
function isOneOf(variants, text) {
  return variants.some((variant) => fold(variant) === fold(text));
}

/** @type {Record<string, string>} */
const SPELLED = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/**
 * A short text without what does not matter: case, the two spellings of ß and umlauts, spaces around and in a row.
 * @param {string} text
 */
export function fold(text) {
  const plain = text.normalize("NFC").toLowerCase().replace(/[äöüß]/g, (letter) => SPELLED[letter] ?? letter);
  return plain.trim().replace(/\s+/g, " ");
}

/** A sign, digits with or without groups of three, a comma and decimals. */
const WITH_COMMA = /^[+-]?(\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+)(?:,(\d+))?$/;
const WITH_POINT = /^[+-]?\d+\.\d+$/;

/**
 * A number as people in Germany write it, or null. One point before exactly three digits groups thousands, as in
 * 1.234; before any other number of digits, or where no group could begin, it stands before decimals, as in 62.5.
 * @param {string} text
 * @param {string} [unit] may stand behind the number
 */
export function readNumber(text, unit = "") {
  const plain = withoutUnit(text.trim(), unit).replace(/^[\u2212\u2013]/, "-").replace(/^([+-])\s+/, "$1");
  const spaced = plain.replace(/\s/g, " ");
  const [, whole, decimals = "0"] = WITH_COMMA.exec(spaced) ?? [];
  const sign = spaced.startsWith("-") ? -1 : 1;
  if (whole) return finite(sign * Number(`${whole.replace(/[. ]/g, "")}.${decimals}`));
  return WITH_POINT.test(spaced) ? finite(Number(spaced)) : null;
}

/** @param {number} number */
function finite(number) {
  return Number.isFinite(number) ? number : null;
}

/** Cuts the unit off the end, however it is spelled. @param {string} text @param {string} unit */
function withoutUnit(text, unit) {
  if (unit === "") return text;
  for (let start = text.length - 1; start > 0; start -= 1) {
    if (fold(text.slice(start)) === fold(unit)) return text.slice(0, start).trimEnd();
  }
  return text;
}
