// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The German strings of the self-check and the learning paths. */

/** @param {readonly (string | number)[]} parts */
const and = (parts) => new Intl.ListFormat("de-DE", { type: "conjunction" }).format(parts.map(String));

/** @param {number} count @param {string} one @param {string} many */
const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** @type {Record<"none" | "sure" | "some" | "start", string>} */
const WORDS = {
  none: "Sie haben noch keine Frage beantwortet. Wählen Sie bei einer Frage aus, was am ehesten passt.",
  sure: "Das sitzt. Sie können überall einsteigen. Nehmen Sie den Kurs, der Sie neugierig macht.",
  some: "Vieles können Sie schon. Diese Lektionen füllen die Lücken:",
  start: "Gut, dass Sie fragen. So geht es vielen. Mit diesen Lektionen kommen Sie am schnellsten weiter:",
};

export const SELF_CHECK = {
  evaluate: "Auswerten",
  form: "Ihre Antworten",
  result: "Ihr Ergebnis",
  /** @param {number} number @param {string} text */
  question: (number, text) => `${number}. ${text}`,
  stillOpen: "Noch offen",
  /** @param {number} count */
  openTitle: (count) => (count === 1 ? "Eine Frage ist noch offen" : `${count} Fragen sind noch offen`),
  openBody: "Sie zählt nicht mit. Sie können sie noch beantworten, alles andere bleibt stehen.",
  openBodyMany: "Sie zählen nicht mit. Sie können sie noch beantworten, alles andere bleibt stehen.",
  /** @param {number} number */
  toQuestion: (number) => `Zu Frage ${number}`,
  /** @param {keyof typeof WORDS} level */
  words: (level) => WORDS[level],
  /** @param {{ lesson: string, course: string, minutes: number }} suggestion */
  about: ({ lesson, course, minutes }) =>
    lesson
      ? `Lektion im Kurs „${course}“, ${counted(minutes, "Minute", "Minuten")}`
      : `Kurs, ${counted(minutes, "Minute", "Minuten")}`,
  /** @param {readonly number[]} numbers */
  because: (numbers) => `Passt zu ${numbers.length === 1 ? "Frage" : "den Fragen"} ${and(numbers)}.`,
};
