// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** German words for what the browser remembers. */

/** @import { Kind, MarkKind } from "./progress-items.js" */
/** @import { Counts, Problem } from "./progress-store.js" */

/** @param {string} date as 2026-11-23 */
export const germanDate = (date) => date.split("-").reverse().map((part) => part.replace(/^0/, "")).join(".");

/** @param {number} count @param {string} one @param {string} many */
const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** @param {readonly string[]} parts */
const and = (parts) => new Intl.ListFormat("de-DE", { type: "conjunction" }).format(parts);

/** Names of the groups of things. @type {Record<Kind, [string, string]>} */
const THINGS = {
  lesson: ["Lektion", "Lektionen"],
  exercise: ["Übung", "Übungen"],
  quiz: ["Frage", "Fragen"],
  code: ["eigener Code", "eigene Codes"],
  place: ["Stelle", "Stellen"],
};

/** @type {Record<Problem, string>} */
const PROBLEMS = {
  "": "",
  full: "Der Speicher Ihres Browsers für diese Seiten ist voll. Deshalb merkt er sich gerade nichts Neues. Lesen und üben können Sie trotzdem.",
  forbidden: "Ihr Browser erlaubt diesen Seiten nicht, etwas zu merken. Lesen und üben können Sie trotzdem.",
};

export const MEMORY = {
  label: "Fortschritt",
  start: "Fortschritt merken",
  offer:
    "Auf Wunsch merkt sich Ihr Browser auf diesem Gerät, was Sie gelesen und gelöst haben, wo Sie zuletzt waren und Ihren Code in den Übungen; das Forum erfährt davon nichts.",
  on: "Ihr Fortschritt wird auf diesem Gerät gemerkt.",
  record: "Mein Lernstand",
  /** @param {Problem} problem */
  problem: (problem) => PROBLEMS[problem],
  read: "gelesen",
  solved: "gelöst",
  /**
   * How much of a course is done: [done, all] of each kind; what it does not have is not mentioned.
   * @param {Record<MarkKind, readonly [number, number]>} amounts
   */
  course: ({ lesson, exercise, quiz }) => {
    const parts = [`${MEMORY.lessons(...lesson)} gelesen`];
    if (exercise[1]) parts.push(`${exercise[0]} von ${counted(exercise[1], "Übung", "Übungen")} gelöst`);
    if (quiz[1]) parts.push(`${quiz[0]} von ${counted(quiz[1], "Frage", "Fragen")} gelöst`);
    return parts.join(", ");
  },
  /** @param {number} read @param {number} lessons */
  lessons: (read, lessons) => `${read} von ${counted(lessons, "Lektion", "Lektionen")}`,
  goOn: "Weiter, wo Sie waren: ",
  next: "Als Nächstes: ",
  /** @param {string} date */
  codeBack: (date) => `Ihr Code vom ${germanDate(date)} ist wieder da.`,
  codeTooLong: "Ihr Code ist sehr lang. Deshalb merkt sich Ihr Browser die neue Fassung nicht.",
  /** @param {string} lesson */
  quizIn: (lesson) => `Frage in „${lesson}“`,
};

export const RECORD = {
  off: "Ihr Browser merkt sich gerade nichts von diesen Seiten.",
  /** @param {string} date */
  since: (date) => `Ihr Browser merkt sich seit dem ${germanDate(date)}, was Sie hier lernen.`,
  none: "Noch ist nichts gemerkt. Lesen Sie eine Lektion oder lösen Sie eine Übung.",
  headings: {
    lesson: "Gelesene Lektionen",
    exercise: "Gelöste Übungen",
    quiz: "Gelöste Fragen",
    code: "Ihr Code",
    place: "Zuletzt geöffnet",
  },
  /** @type {Record<Kind, (date: string) => string>} */
  dates: {
    lesson: (date) => `gelesen am ${germanDate(date)}`,
    exercise: (date) => `gelöst am ${germanDate(date)}`,
    quiz: (date) => `gelöst am ${germanDate(date)}`,
    code: (date) => `geändert am ${germanDate(date)}`,
    place: (date) => `am ${germanDate(date)}`,
  },
  showCode: "Code zeigen",
  /** @param {string} title */
  codeOf: (title) => `Ihr Code: ${title}`,
  buttons: "Lernstand sichern, übernehmen oder löschen",
  save: "Als Datei speichern",
  take: "Aus Datei übernehmen",
  takeHelp: "Übernehmen Sie eine Datei, merkt sich Ihr Browser den Fortschritt auch auf diesem Gerät.",
  /** @param {string} name */
  saved: (name) => `Die Datei „${name}“ wird gespeichert.`,
  taken: "Übernommen",
  /** @param {Counts} counts */
  takenOver: (counts) => {
    const listed = Object.entries(counts).filter(([kind, count]) => count > 0 && kind !== "place");
    const words = listed.map(([kind, count]) => counted(count, ...THINGS[/** @type {Kind} */ (kind)]));
    return words.length ? `Neu aus der Datei: ${and(words)}.` : "In der Datei stand nichts Neues.";
  },
  refused: "Nichts übernommen",
  forget: "Alles löschen",
  ask: "Wirklich alles löschen? Ihr Browser vergisst dann Lernstand und Code auf diesem Gerät.",
  yes: "Ja, alles löschen",
  no: "Nicht löschen",
  forgotten: "Alles ist gelöscht.",
  undoHelp: "Solange diese Seite offen ist, können Sie das rückgängig machen.",
  undo: "Rückgängig",
  undone: "Ihr Lernstand ist wieder da.",
};

/** Why a file is not taken over. */
export const IMPORT = {
  unreadable: "Die Datei lässt sich nicht lesen.",
  tooBig: "Die Datei ist zu groß. Ein Lernstand hat höchstens 20 MB.",
  noRecord: "Das ist keine Datei mit einem Lernstand.",
  newer: "Die Datei kommt aus einer neueren Fassung dieser Seiten. Laden Sie die Seite neu und versuchen Sie es noch einmal.",
  older: "Die Datei kommt aus einer alten Fassung dieser Seiten. Sie lässt sich nicht mehr übernehmen.",
  /** @param {string} origin */
  otherForum: (origin) => `Die Datei gehört zu einem anderen Angebot („${origin}“).`,
  badDate: "Das Datum der Datei stimmt nicht. Vielleicht ist die Datei beschädigt.",
  /** @param {string} name */
  unknown: (name) => `Die Datei enthält etwas Unbekanntes („${shortened(name)}“).`,
  /** @param {Kind} kind */
  badGroup: (kind) => `In der Datei fehlt eine Liste oder ist beschädigt („${kind}“).`,
  /** @param {string} id */
  badId: (id) => `In der Datei steht eine ungültige Kennung („${shortened(id)}“).`,
  /** @param {string} field @param {string} id */
  badField: (field, id) => `In der Datei ist der Eintrag „${shortened(id)}“ beschädigt (${FIELDS[field] ?? "Angaben"}).`,
  /** @param {Problem} problem */
  notStored: (problem) => PROBLEMS[problem] || PROBLEMS.forbidden,
};

/** @type {Record<string, string>} */
const FIELDS = { date: "Datum", title: "Titel", code: "Code", lesson: "Lektion" };

/** @param {string} text */
const shortened = (text) => (text.length > 40 ? `${text.slice(0, 40)} …` : text);
