// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The German words of the questions. `backticks` mark code. */

/** @import { QuizConfig } from "./quiz-grading.js" */

/** What a group of fields asks for. @type {Record<QuizConfig["kind"], string>} */
const LEGENDS = {
  single: "Wählen Sie eine Antwort.",
  multiple: "Wählen Sie alle richtigen Antworten.",
  number: "Ihre Antwort",
  text: "Ihre Antwort",
  order: "Bringen Sie die Schritte in die richtige Reihenfolge.",
  pairs: "Wählen Sie zu jedem Eintrag, was dazugehört.",
  gaps: "Füllen Sie die Lücken.",
  decision: "Wie entscheiden Sie?",
};

/** What is said when nothing was answered. @type {Record<QuizConfig["kind"], string>} */
const EMPTY = {
  single: "Wählen Sie zuerst eine Antwort aus.",
  multiple: "Wählen Sie zuerst mindestens eine Antwort aus.",
  number: "Schreiben Sie zuerst eine Zahl in das Feld.",
  text: "Schreiben Sie zuerst Ihre Antwort in das Feld.",
  order: "Verschieben Sie zuerst die Schritte. Die Knöpfe dafür stehen bei jedem Schritt.",
  pairs: "Wählen Sie zuerst aus, was zusammengehört.",
  gaps: "Füllen Sie zuerst die Lücken.",
  decision: "Wählen Sie zuerst eine Möglichkeit aus.",
};

/**
 * „1 von 3 Lücken stimmt.“
 * @param {string} things
 * @returns {(right: number, all: number) => string}
 */
const countOf = (things) => (right, all) => `${right} von ${all} ${things} ${right === 1 ? "stimmt" : "stimmen"}.`;

export const QUIZ = {
  legends: LEGENDS,
  empty: EMPTY,
  check: "Antwort prüfen",
  consequence: "Folge ansehen",
  again: "Noch einmal",
  showAnswer: "Antwort zeigen",
  answer: "Antwort",
  restarted: "Sie können die Frage noch einmal beantworten.",
  hint: "Hinweis",
  feedback: "Rückmeldung",
  oldFeedback: "Rückmeldung zu Ihrer vorigen Antwort",
  passed: "Richtig",
  notYet: "Noch nicht richtig",
  right: "Stimmt",
  wrong: "Noch nicht",
  open: "Noch offen",
  explanation: "Erklärung",
  explained: "Die Erklärung steht darunter.",
  notANumber:
    "Diese Eingabe ist als Zahl nicht zu lesen. Schreiben Sie nur die Zahl mit Ziffern, zum Beispiel 62,5 oder 1.234.",
  wrongNumber: "Die Zahl stimmt noch nicht.",
  wrongText: "Diese Antwort ist hier nicht richtig.",
  /** @param {string} unit */
  numberIn: (unit) => (unit ? `Ihre Antwort in ${unit}` : LEGENDS.number),
  /** @param {number} missing */
  missing: (missing) =>
    missing === 1 ? "Eine richtige Antwort fehlt noch." : `${missing} richtige Antworten fehlen noch.`,
  /** @param {number} right @param {number} all */
  inPlace: (right, all) =>
    `${right} von ${all} Schritten ${right === 1 ? "steht" : "stehen"} an der richtigen Stelle.`,
  pairsRight: countOf("Zuordnungen"),
  gapsRight: countOf("Lücken"),
  choose: "Bitte wählen",
  /** @param {number} number @param {number} all */
  gap: (number, all) => `Lücke ${number} von ${all}`,
  up: "Nach oben",
  down: "Nach unten",
  /** @param {string} step @param {number} place @param {number} all */
  moved: (step, place, all) => `„${step}“ steht jetzt an Stelle ${place} von ${all}.`,
  /** @param {string} step @param {boolean} up */
  atEnd: (step, up) => `„${step}“ steht schon ganz ${up ? "oben" : "unten"}.`,
  consequenceTitle: "Die Folge",
  oldConsequence: "Die Folge Ihrer vorigen Entscheidung",
  /** @param {number} seen @param {number} all */
  seen: (seen, all) =>
    seen === all
      ? `Sie haben alle ${all} Folgen angesehen.`
      : `Sie haben ${seen} von ${all} Folgen angesehen. Sie können auch die anderen Möglichkeiten ausprobieren.`,
};

export const SERIES = {
  label: "Fragen nacheinander",
  /** @param {number} number @param {number} all */
  count: (number, all) => `Frage ${number} von ${all}`,
  back: "Zurück",
  on: "Weiter",
  toResult: "Ergebnis ansehen",
  result: "Ergebnis",
  again: "Alle noch einmal",
  /** @param {number} right @param {number} all */
  words: (right, all) => {
    if (all === 1) return right === 1 ? "Die Frage auf Anhieb richtig" : "Die Frage nicht auf Anhieb richtig";
    if (right === all) return `Alle ${all} Fragen auf Anhieb richtig`;
    return `${right} von ${all} Fragen auf Anhieb richtig`;
  },
  look: "Diese Fragen können Sie sich noch einmal ansehen:",
  unanswered: "noch nicht beantwortet",
  later: "erst beim zweiten oder einem späteren Versuch richtig",
  open: "noch nicht richtig",
};
