// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** What the answers of the self-check suggest. Knows no page; nothing is kept. */

/**
 * A lesson, or a whole course when `lesson` is empty.
 * @typedef {{ lesson: string, course: string, minutes: number, url: string }} Suggestion
 */

/** @typedef {{ id: string, text: string, answers: { text: string, points: number }[], suggestions: Suggestion[] }} Question */

/**
 * `open` are the indices of questions without an answer. `suggestions` come in order of need, each with the numbers
 * (from 1) of the questions that ask for it. `level`: nothing answered, all sure, mostly sure, or a good start.
 * @typedef {object} Result
 * @property {number[]} open
 * @property {(Suggestion & { because: number[] })[]} suggestions
 * @property {"none" | "sure" | "some" | "start"} level
 */

/** Share of the points from which on most is known already. */
const MOSTLY = 0.6;

/**
 * @param {readonly Question[]} questions
 * @param {readonly (number | null)[]} answers index of the answer to each question, or null
 * @returns {Result}
 */
export function score(questions, answers) {
  /** @type {Map<string, { suggestion: Suggestion, need: number, because: number[] }>} */
  const needs = new Map();
  const open = [];
  let points = 0;
  let most = 0;
  for (const [index, { answers: possible, suggestions }] of questions.entries()) {
    const chosen = possible[answers[index] ?? -1];
    if (!chosen) {
      open.push(index);
      continue;
    }
    const best = Math.max(...possible.map((answer) => answer.points));
    points += chosen.points;
    most += best;
    if (chosen.points < best) addNeed(needs, suggestions, best - chosen.points, index + 1);
  }
  const ordered = [...needs.values()].sort((one, other) => other.need - one.need);
  return {
    open,
    suggestions: ordered.map(({ suggestion, because }) => ({ ...suggestion, because })),
    level: most === 0 ? "none" : points === most ? "sure" : points >= most * MOSTLY ? "some" : "start",
  };
}

/**
 * @param {Map<string, { suggestion: Suggestion, need: number, because: number[] }>} needs
 * @param {readonly Suggestion[]} suggestions
 * @param {number} need
 * @param {number} number
 */
function addNeed(needs, suggestions, need, number) {
  for (const suggestion of suggestions) {
    const known = needs.get(suggestion.url) ?? { suggestion, need: 0, because: [] };
    needs.set(suggestion.url, { ...known, need: known.need + need, because: [...known.because, number] });
  }
}
