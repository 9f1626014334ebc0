// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The one catalogue of German interface strings. `backticks` mark code, as in the texts of Python. */

/** @import { Cause, Failure } from "./protocol.js" */

const NUMBER = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 0 });

/** @param {number} bytes */
const megabytes = (bytes) => NUMBER.format(Math.max(1, Math.ceil(bytes / 1_000_000)));

/** @param {readonly (string | number)[]} parts */
const and = (parts) => new Intl.ListFormat("de-DE", { type: "conjunction" }).format(parts.map(String));

/** @param {readonly number[]} numbers */
const cells = (numbers) => (numbers.length === 1 ? `Zelle ${numbers[0]}` : `Zellen ${and(numbers)}`);

/** @param {readonly number[]} numbers */
const were = (numbers) => (numbers.length === 1 ? "wurde" : "wurden");

export const BUTTONS = {
  run: "Ausführen",
  check: "Prüfen",
  hint: "Tipp",
  reset: "Zurücksetzen",
  stop: "Anhalten",
  edit: "Bearbeiten",
  undo: "Rückgängig",
  retry: "Noch einmal versuchen",
  solution: "Lösung ansehen",
  takeSolution: "In den Editor übernehmen",
  closeSolution: "Lösung schließen",
  /** @param {number} line */
  showLine: (line) => `Zeile ${line} zeigen`,
  /**
   * @param {{ core: boolean, packages: readonly string[], bytes: number }} what
   */
  load: ({ core, packages, bytes }) => {
    const names = core ? ["Python", ...packages] : packages;
    return `${and(names)} laden (etwa ${megabytes(bytes)} MB)`;
  },
};

export const EDITOR = {
  /** @param {string} title */
  label: (title) => `Code-Editor: ${title}`,
  /** @param {number} cell */
  cell: (cell) => `Zelle ${cell}`,
  help: "Strg + Eingabetaste führt den Code aus. Mit der Tabulatortaste verlassen Sie den Editor.",
  errorLine: "Fehler in dieser Zeile",
  /** What CodeMirror says by itself. */
  phrases: {
    "Control character": "Steuerzeichen",
    "Selection deleted": "Auswahl gelöscht",
  },
};

export const STATUS = {
  loading: "Python wird geladen",
  loadingPackages: "Zusätze für Python werden geladen",
  starting: "Python wird gestartet …",
  preparing: "Zusätze für Python werden vorbereitet …",
  /** @param {string} what @param {number} share */
  percent: (what, share) => `${what}: ${NUMBER.format(Math.floor(share * 100))} Prozent`,
  waiting: "Ihr Code wartet, bis Python bereit ist.",
  running: "Der Code läuft …",
  stillRunning: "Der Code läuft noch. Mit „Anhalten“ brechen Sie ihn ab.",
  loaded: "Python ist bereit.",
  loadFirst: "Laden Sie zuerst Python. Der Knopf dafür steht unter dem Code.",
  reset: "Der Code steht wieder am Anfang.",
  taken: "Die Lösung steht jetzt im Editor.",
  undone: "Ihr Code ist wieder da.",
  fault: "Hier ist ein Fehler in dieser Lernseite passiert. Kopieren Sie Ihren Code in ein Textdokument und laden Sie die Seite neu.",
  crashed: "Python ist abgestürzt und startet gerade neu. Ihr Code ist noch da.",
  /** @param {readonly number[]} again */
  stopped: (again) =>
    again.length === 0
      ? "Der Code wurde angehalten. Python startet neu. Ihr Code ist noch da."
      : `Der Code wurde angehalten. Python startet neu. Die ${cells(again)} ${
          again.length === 1 ? "wird" : "werden"
        } von selbst noch einmal ausgeführt.`,
  /** @param {readonly number[]} again */
  restored: (again) =>
    again.length === 0
      ? "Der Code wurde angehalten. Sie können weiterarbeiten."
      : `Der Code wurde angehalten. Die ${cells(again)} ${were(again)} noch einmal ausgeführt. Sie können weiterarbeiten.`,
  /** @param {readonly number[]} before */
  ranBefore: (before) => `Zuerst ${were(before)} die ${cells(before)} ausgeführt.`,
  /** @param {number} failed @param {number} cell */
  brokeBefore: (failed, cell) =>
    `In Zelle ${failed} gibt es einen Fehler. Zelle ${cell} wurde deshalb nicht ausgeführt.`,
};

export const OUTPUT = {
  label: "Ausgabe",
  /** @param {number} cell */
  cell: (cell) => `Ausgabe von Zelle ${cell}`,
  table: "Tabelle",
  text: "Text der Ausgabe",
  original: "Originalmeldung",
  next: "Nächster Schritt:",
  /** @param {number | null} line */
  error: (line) => (line === null ? "Python meldet einen Fehler." : `Python meldet einen Fehler in Zeile ${line}.`),
  none: "Der Code wurde ausgeführt. Er gibt nichts aus.",
  done: "Der Code wurde ausgeführt.",
  /** @param {number} rows */
  tableOf: (rows) => `Tabelle mit ${rows} ${rows === 1 ? "Zeile" : "Zeilen"}.`,
};

export const EXERCISE = {
  toolbar: "Code ausführen und prüfen",
  cellToolbar: "Code ausführen",
  feedback: "Rückmeldung",
  oldFeedback: "Rückmeldung zu Ihrem vorigen Code",
  solved: "Gelöst",
  notYet: "Noch nicht gelöst",
  broken: "Der Code bricht mit einem Fehler ab",
  right: "Stimmt",
  open: "Noch nicht",
  /** @param {number} right @param {number} all */
  count: (right, all) => `${right} von ${all} Punkten ${right === 1 ? "stimmt" : "stimmen"}.`,
  /** @param {number} hint @param {number} all */
  hint: (hint, all) => `Tipp ${hint} von ${all} steht unter den Knöpfen.`,
  /** @param {number} all */
  noMoreHints: (all) => (all === 1 ? "Der Tipp ist schon offen." : `Alle ${all} Tipps sind schon offen.`),
  solution: "Eine mögliche Lösung",
  solutionShown: "Die Lösung steht unter den Knöpfen.",
  solutionMissing: "Die Lösung konnte nicht geladen werden. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
};

/** What happened, and what to do about it. @type {Record<Cause, (failure: Failure) => [string, string]>} */
const CAUSES = {
  wasm: () => [
    "Dieser Browser führt kein WebAssembly aus. Das braucht Python auf dieser Seite. Oft ist es durch eine Vorgabe Ihrer IT gesperrt.",
    "Fragen Sie Ihre IT, ob sie WebAssembly für diese Seite erlaubt. Sie können weiterlesen: Die gespeicherten Ergebnisse bleiben auf der Seite stehen.",
  ],
  mime: ({ file, detail }) => [
    `Der Server liefert die Datei \`${file}\` mit dem falschen MIME-Typ \`${detail || "ohne Angabe"}\`.`,
    `Geben Sie diese Meldung an die Stelle weiter, die diese Seite betreibt. Richtig ist \`${
      file.endsWith(".wasm") ? "application/wasm" : "text/javascript"
    }\`.`,
  ],
  missing: ({ file, detail }) => [
    `Die Datei \`${file}\` fehlt auf dem Server (Antwort ${detail}).`,
    "Laden Sie die Seite neu. Hilft das nicht, geben Sie diese Meldung an die Stelle weiter, die diese Seite betreibt.",
  ],
  network: ({ file }) => [
    `Keine Verbindung: Die Datei \`${file}\` konnte nicht geladen werden.`,
    "Prüfen Sie Ihre Verbindung zum Netz und versuchen Sie es noch einmal.",
  ],
  timeout: () => [
    "Python antwortet nicht. Seit anderthalb Minuten kam nichts mehr an.",
    "Vielleicht ist Ihre Verbindung gerade sehr langsam. Versuchen Sie es noch einmal.",
  ],
  worker: () => [
    "Der Browser konnte Python nicht im Hintergrund starten.",
    "Laden Sie die Seite neu. Hilft das nicht, versuchen Sie es mit einem neueren Browser.",
  ],
  unknown: () => [
    "Python konnte nicht gestartet werden.",
    "Versuchen Sie es noch einmal. Hilft das nicht, laden Sie die Seite neu.",
  ],
};

export const FAILURE = {
  title: "Python ist nicht gestartet",
  /** @param {Failure} failure */
  words: (failure) => CAUSES[failure.cause](failure),
};
