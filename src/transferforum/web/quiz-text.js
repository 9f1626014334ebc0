// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The texts of questions, cut to what the page needs. */

/** How much of a question's text names it in the result. */
const LONGEST = 80;

/** A text in which `code` cannot be marked, as in a select or a name. @param {string} text */
export function withoutCode(text) {
  return text.replaceAll("`", "");
}

/** The beginning of a text, cut between words. @param {string} text */
export function shortened(text) {
  const plain = text.trim().replace(/\s+/g, " ");
  return plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST).replace(/\s\S*$/, "")} …`;
}

/**
 * A text with gaps as paragraphs of texts and gaps. Code may go on behind a gap: each text marks its own.
 * @param {readonly (string | string[])[]} parts
 * @returns {(string | string[])[][]}
 */
export function paragraphsOf(parts) {
  /** @type {(string | string[])[][]} */
  const paragraphs = [[]];
  let inCode = false;
  for (const part of parts) {
    if (Array.isArray(part)) {
      paragraphs.at(-1)?.push(part);
      continue;
    }
    for (const [index, text] of part.split(/\n\s*\n/).entries()) {
      if (index > 0) paragraphs.push([]);
      const opens = inCode ? "`" : "";
      if (text.split("`").length % 2 === 0) inCode = !inCode;
      if (text) paragraphs.at(-1)?.push(`${opens}${text}${inCode ? "`" : ""}`);
    }
  }
  return paragraphs;
}
