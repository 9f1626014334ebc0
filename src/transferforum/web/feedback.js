// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** A verdict as an element of the page and as words for a screen reader. */

import { alertBox, element, rich } from "./dom.js";
import { errorElement } from "./output.js";
import { EXERCISE, OUTPUT } from "./strings.js";

/** @import { Finding, Verdict } from "./protocol.js" */

/**
 * @param {Verdict} verdict
 * @param {HTMLHeadingElement} title empty, of the right level
 * @param {(line: number) => void} showLine
 */
export function feedbackElement(verdict, title, showLine) {
  const kind = verdict.passed ? "success" : verdict.error ? "danger" : "warning";
  title.textContent = `${EXERCISE.feedback}: ${headline(verdict)}`;
  const body = verdict.error ? errorElement(verdict.error, showLine) : findingList(verdict.findings);
  return alertBox(kind, title, body);
}

/** @param {Verdict} verdict */
function headline({ passed, error }) {
  if (passed) return EXERCISE.solved;
  return error ? EXERCISE.broken : EXERCISE.notYet;
}

/** @param {readonly Finding[]} findings */
function findingList(findings) {
  return element("ul", { class: "forum-findings" }, ...findings.map(findingElement));
}

/** @param {Finding} finding */
function findingElement({ kind, text, next }) {
  const right = kind === "right";
  const mark = element(
    "span",
    { class: "forum-finding__mark" },
    element("span", { class: `kern-icon kern-icon--${right ? "success" : "warning"}`, "aria-hidden": "true" }),
    element("strong", {}, `${right ? EXERCISE.right : EXERCISE.open}:`),
  );
  const made = element("li", { class: `forum-finding forum-finding--${right ? "right" : "not-yet"}` }, mark);
  made.append(element("p", { class: "forum-finding__text" }, ...rich(text)));
  if (next) made.append(element("p", { class: "forum-finding__next" }, element("strong", {}, OUTPUT.next), " ", ...rich(next)));
  return made;
}

/**
 * What a screen reader is told: the result, then everything that is not right yet.
 * @param {Verdict} verdict
 */
export function spokenVerdict(verdict) {
  const parts = [`${EXERCISE.feedback}: ${headline(verdict)}.`];
  const { error, findings } = verdict;
  if (error) return [...parts, OUTPUT.error(error.line), error.message, OUTPUT.next, error.next].join(" ");
  const right = findings.filter((finding) => finding.kind === "right").length;
  if (findings.length > 1) parts.push(EXERCISE.count(right, findings.length));
  for (const { kind, text, next } of findings) {
    if (verdict.passed || kind === "not_yet") parts.push(text, ...(next ? [OUTPUT.next, next] : []));
  }
  return parts.join(" ");
}
