// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The German strings of the page "Kurse und Übungen finden" that depend on what is chosen. */

/** @param {number} count @param {string} one @param {string} many */
const counted = (count, one, many) => `${count}\u00a0${count === 1 ? one : many}`;

/** @param {number} count */
const results = (count) => counted(count, "Ergebnis", "Ergebnisse");

export const FINDER = {
  /** @param {number} courses @param {number} exercises */
  found: (courses, exercises) => {
    const parts = [
      ...(courses ? [counted(courses, "Kurs", "Kurse")] : []),
      ...(exercises ? [counted(exercises, "Übung", "Übungen")] : []),
    ];
    return `${results(courses + exercises)}${parts.length ? `: ${parts.join(" und ")}` : ""}`;
  },
  /** @param {number} count */
  count: (count) => `(${count})`,
  /** @param {number} count of the options chosen in a filter */
  chosen: (count) => (count ? ` (${count} gewählt)` : ""),
  noFilter: "Noch kein Filter gewählt.",
  clear: "Alle Filter löschen",
  remove: "Filter löschen:",
  /** An option may name its filter itself. @param {string} filter @param {string} option */
  chip: (filter, option) => (option.includes(filter) ? option : `${filter}: ${option}`),
  nothing: "Dazu gibt es noch nichts.",
  nothingNext: "Lassen Sie einen Filter weg. Dann finden Sie etwas:",
  nothingAtAll: "Lassen Sie mehrere Filter weg oder löschen Sie alle.",
  /** @param {string} filter @param {number} count */
  way: (filter, count) => `Ohne „${filter}“: ${results(count)}`,
};
