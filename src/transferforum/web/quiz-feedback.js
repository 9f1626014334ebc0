// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** What a graded answer is told, in words. */

import { QUIZ } from "./strings-quiz.js";

/** @import { Answer, Grade, QuizConfig } from "./quiz-grading.js" */

/**
 * `lines` are shown and told; `open`, what is not right yet, is only told: the eye sees a mark beside each part.
 * @typedef {{ title: string, lines: string[], open: string[] }} Words
 */

/**
 * @param {QuizConfig} config
 * @param {Answer} answer
 * @param {Grade} grade not an empty one
 * @returns {Words}
 */
export function wordsFor(config, answer, grade) {
  if (config.kind === "decision") return { title: QUIZ.consequenceTitle, lines: feedbacks(grade), open: [] };
  const title = `${QUIZ.feedback}: ${grade.passed ? QUIZ.passed : QUIZ.notYet}`;
  return { title, lines: linesFor(config, answer, grade), open: grade.passed ? [] : openParts(config, answer, grade) };
}

/** @param {Grade} grade */
function feedbacks({ parts }) {
  return parts.map((part) => part.feedback).filter((text) => text !== "");
}

/** @param {QuizConfig} config @param {Answer} answer @param {Grade} grade @returns {string[]} */
function linesFor(config, answer, grade) {
  const right = grade.parts.filter((part) => part.right).length;
  switch (config.kind) {
    case "multiple":
      return multipleLines(config, answer, grade);
    case "number":
      return orElse(grade, QUIZ.wrongNumber);
    case "text":
      return orElse(grade, QUIZ.wrongText);
    case "order":
      return grade.passed ? [] : [QUIZ.inPlace(right, grade.parts.length)];
    case "pairs":
      return grade.passed ? [] : [QUIZ.pairsRight(right, grade.parts.length)];
    case "gaps":
      return grade.passed ? [] : [QUIZ.gapsRight(right, grade.parts.length)];
    default:
      return feedbacks(grade);
  }
}

/** @param {Grade} grade @param {string} otherwise what a wrong answer is told that nobody expected */
function orElse(grade, otherwise) {
  const known = feedbacks(grade);
  return grade.passed || known.length > 0 ? known : [otherwise];
}

/**
 * Each chosen option with its feedback, named, so that it is clear what is meant; then how many are missing.
 * @param {QuizConfig & { kind: "multiple" | "single" }} config
 * @param {Answer} answer
 * @param {Grade} grade
 */
function multipleLines({ options }, answer, { parts, missing }) {
  const chosen = options.filter((_, index) => Array.isArray(answer) && answer.includes(index));
  const told = chosen.flatMap(({ text }, index) => {
    const { feedback = "" } = parts[index] ?? {};
    return feedback ? [`„${text}“: ${feedback}`] : [];
  });
  return missing > 0 ? [...told, QUIZ.missing(missing)] : told;
}

/** The parts that are not right, by name. @param {QuizConfig} config @param {Answer} answer @param {Grade} grade */
function openParts(config, answer, { parts }) {
  return parts.flatMap((part, index) => (part.right ? [] : partName(config, answer, index, parts.length)));
}

/** @param {QuizConfig} config @param {Answer} answer @param {number} index @param {number} all @returns {string[]} */
function partName(config, answer, index, all) {
  if (config.kind === "gaps") return [QUIZ.gap(index + 1, all)];
  if (config.kind === "pairs") return [`„${config.lefts[index]}“`];
  if (config.kind !== "order" || !Array.isArray(answer)) return [];
  return [`„${config.steps[answer[index]]}“`];
}

/** What a screen reader is told. @param {Words} words @param {boolean} explained an explanation is shown below */
export function spokenWords({ title, lines, open }, explained) {
  const left = open.length > 0 ? [`${QUIZ.wrong}: ${open.join(", ")}.`] : [];
  return [`${title}.`, ...lines, ...left, ...(explained ? [QUIZ.explained] : [])].join(" ");
}
