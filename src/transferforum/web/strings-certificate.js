// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The German words of certificates and of their check. */

/** @import { Statement } from "./certificate-code.js" */
/** @import { Condition, Kind } from "./certificate-state.js" */

const HOURS = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 1 });
const DAY = new Intl.DateTimeFormat("de-DE", { dateStyle: "long", timeZone: "UTC" });

/** Singular, plural and what one does with it. @type {Record<Kind, readonly [string, string, string]>} */
const WORDS = {
  lessons: ["Lektion", "Lektionen", "gelesen"],
  exercises: ["Übung", "Übungen", "gelöst"],
  quizzes: ["Frage", "Fragen", "gelöst"],
};

/** @param {Kind} kind @param {number} count */
const counted = (kind, count) => `${count} ${WORDS[kind][count === 1 ? 0 : 1]} ${WORDS[kind][2]}`;

/** @param {number} needed */
const needs = (needed) => {
  if (needed === 0) return "gebraucht wird keine";
  return needed === 1 ? "gebraucht wird 1" : `gebraucht werden ${needed}`;
};

/** What both pages say. */
export const COMMON = {
  loading: "Die Angaben zu den Kursen werden geladen …",
  notLoaded: "Die Angaben zu den Kursen lassen sich nicht laden",
  notLoadedNext: "Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
  retry: "Noch einmal versuchen",
  /** @param {number} hours */
  hours: (hours) => `etwa ${HOURS.format(hours)} ${hours === 1 ? "Stunde" : "Stunden"}`,
  /** @param {string} date as 2026-11-22 */
  date: (date) => DAY.format(new Date(`${date}T00:00:00Z`)),
  /** @param {Statement["done"]} done */
  done: (done) => {
    const kinds = /** @type {Kind[]} */ (["lessons", "exercises", "quizzes"]);
    return kinds.filter((kind) => done[kind] > 0).map((kind) => counted(kind, done[kind])).join(", ") || "nichts gezählt";
  },
  /** @param {string} title @param {string} version */
  course: (title, version) => `${title}, Version ${version}`,
  fields: {
    name: "Name",
    course: "Kurs",
    date: "Ausgestellt am",
    hours: "Vorgesehene Lernzeit",
    done: "Erledigt",
    /** @param {string} version of DigComp */
    competences: (version) => `Kompetenzen nach DigComp ${version}`,
    operator: "Angebot",
    contact: "Kontakt",
  },
};

export const CERTIFICATE = {
  none: "Zurzeit gibt es zu keinem Kurs eine Bescheinigung.",
  unknown: "Diesen Kurs gibt es hier nicht. Wählen Sie einen anderen.",
  /** @param {string} title */
  without: (title) => `Zum Kurs „${title}“ gibt es keine Bescheinigung. Wählen Sie einen anderen.`,
  choose: "Kurs wählen",
  chooseOther: "Anderen Kurs wählen",
  /** @param {string} title */
  course: (title) => `Kurs: ${title}`,
  enough: "Sie haben alles erledigt, was die Bescheinigung verlangt.",
  notEnough: "Für die Bescheinigung fehlt noch etwas.",
  met: "Erfüllt:",
  open: "Noch offen:",
  /** @param {Condition} condition */
  condition: ({ kind, done, all, needed }) =>
    `${done} von ${all} ${WORDS[kind][all === 1 ? 0 : 1]} ${WORDS[kind][2]}, ${needs(needed)}.`,
  /** @param {Kind} kind */
  missing: (kind) => `Noch nicht ${WORDS[kind][2]}:`,
  noMemory: "In diesem Browser ist kein Lernstand gespeichert. Wählen Sie im Kurs „Fortschritt merken“.",
  forbidden:
    "Ihr Browser erlaubt diesen Seiten nicht, einen Lernstand zu merken. Deshalb gibt es in diesem Browser keine Bescheinigung. Nehmen Sie einen anderen Browser, oder fragen Sie Ihre IT.",
  toCourse: "Zum Kurs",
  name: "Ihr Name",
  nameHint: "So steht er auf der Bescheinigung. Das Forum speichert und sendet ihn nicht.",
  nameMissing: "Tragen Sie Ihren Namen ein.",
  /** @param {number} longest */
  nameWrong: (longest) => `Verwenden Sie höchstens ${longest} Zeichen, ohne Steuerzeichen.`,
  make: "Bescheinigung erstellen",
  made: "Die Bescheinigung ist erstellt. Sie steht unter dem Formular.",
  print: "Drucken oder als PDF speichern",
};

/** What stands on the sheet. */
export const PAPER = {
  title: "Teilnahmebescheinigung",
  tookPart: "hat an diesem Selbstlernkurs teilgenommen:",
  /** @param {string} name of who runs the forum, or nothing */
  operator: (name) => (name ? `Betrieben von ${name}` : "Kein amtliches Angebot"),
  about: [
    "Diese Bescheinigung ist in einem Selbstlernkurs entstanden, aus dem Lernstand im Browser der genannten Person.",
    "Niemand hat das Lernen beaufsichtigt.",
    "Sie ist kein Zeugnis, keine Prüfung und nicht amtlich anerkannt.",
  ].join(" "),
  signature: "Unterschrift der Teilnehmerin oder des Teilnehmers",
  code: "Prüfcode",
  check: "Prüfen lässt sich der Code auf dieser Seite:",
  qr: "QR-Code. Er enthält den Prüfcode, der auch als Text dasteht.",
};

export const CHECK = {
  code: "Code der Bescheinigung",
  codeHint: "Er beginnt mit DTF1. Leerzeichen und Zeilenumbrüche dürfen darin stehen.",
  codeMissing: "Fügen Sie den Code ein oder tippen Sie ihn ab.",
  check: "Code prüfen",
  /** @param {string} verdict */
  result: (verdict) => `Ergebnis: ${verdict}`,
  valid: "gültig",
  validText: "Der Code ist unverändert. Er enthält diese Angaben:",
  altered: "verändert",
  alteredText: [
    "Der Code passt nicht zu diesem Kurs. Jemand hat ihn verändert oder falsch abgetippt.",
    "Vielleicht haben sich auch Angaben zum Kurs geändert, ohne dass er eine neue Version bekam.",
  ],
  unreadable: "unlesbar",
  unreadableText: [
    "Dies ist kein vollständiger Code einer Bescheinigung. Vielleicht fehlt ein Teil, oder ein Zeichen ist falsch.",
    "Kopieren Sie den ganzen Code, von DTF1 bis zum letzten Zeichen.",
  ],
  forum: "anderes Forum",
  /** @param {string} forum */
  forumText: (forum) => [
    `Die Bescheinigung nennt das Forum „${forum}“. Dieses hier ist ein anderes.`,
    "Prüfen Sie den Code dort, wo er entstanden ist. Vielleicht ist auch ein Zeichen falsch.",
  ],
  course: "unbekannter Kurs",
  /** @param {string} course */
  courseText: (course) => [
    `Die Bescheinigung nennt den Kurs „${course}“. Diesen Kurs gibt es hier nicht.`,
    "Vielleicht gibt es ihn nicht mehr. Vielleicht ist auch ein Zeichen falsch.",
  ],
  version: "andere Version",
  /** @param {Statement} statement @param {{ id: string, title: string, version: string }} course */
  versionText: (statement, course) => [
    `Die Bescheinigung nennt den Kurs „${statement.course}“ in Version ${statement.version}.`,
    `Jetzt steht hier der Kurs „${course.id}“ in Version ${course.version}, mit dem Titel „${course.title}“.`,
    "Er wurde also geändert. Deshalb lässt sich der Code nicht mehr vergleichen.",
  ],
};
