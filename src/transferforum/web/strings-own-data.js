// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** German strings of a learner's own data and of the keys beside the editor. `backticks` mark code. */

/** @import { Encoding, FaultCode } from "./table-file.js" */

const NUMBER = new Intl.NumberFormat("de-DE");

/** @param {readonly string[]} parts */
const and = (parts) => new Intl.ListFormat("de-DE", { type: "conjunction" }).format(parts);

/** @type {Record<Encoding, string>} */
const ENCODINGS = {
  "utf-8": "UTF-8",
  "utf-8-sig": "UTF-8 mit Kennung am Anfang (BOM)",
  "utf-16": "UTF-16",
  cp1252: "Windows-1252 (in Python: `cp1252`)",
  excel: "steht bei Excel-Dateien fest",
};

/** @type {Record<string, string>} */
const SEPARATORS = { ";": "Strichpunkt", ",": "Komma", "\t": "Tabulator", "|": "senkrechter Strich" };

/** @type {Record<string, string>} */
const DECIMALS = { ",": "Komma", ".": "Punkt", "": "keines gefunden" };

export const OWN_DATA = {
  summary: "Mit eigener Datei probieren",
  privacy:
    "Die Datei bleibt auf Ihrem Gerät. Sie wird nicht gesendet und nicht gespeichert. Schließen Sie die Seite, ist sie weg.",
  label: "Ihre Tabelle",
  hint: "Erlaubt sind CSV, TXT und Excel (XLSX) bis 5 MB und 200.000 Zeilen. Bei Excel zählt das erste Blatt.",
  check: "Prüfen benutzt weiter die Übungsdaten.",
  refused: "Diese Datei lässt sich nicht benutzen",
  /** @param {string} name */
  reading: (name) => `Die Datei „${name}“ wird gelesen …`,
  /** @param {string} name */
  using: (name) => `Ausführen benutzt jetzt Ihre Datei „${name}“.`,
  back: "Zurück zu den Übungsdaten",
  backDone: "Ausführen benutzt wieder die Übungsdaten.",
  recognised: "Das wurde erkannt",
  encoding: "Zeichensatz",
  separator: "Trennzeichen",
  decimal: "Dezimalzeichen",
  rows: "Zeilen ohne Kopfzeile",
  columns: "Spalten",
  /** @param {Encoding} encoding */
  encodingName: (encoding) => ENCODINGS[encoding],
  /** @param {string} separator @param {Encoding} encoding */
  separatorName: (separator, encoding) =>
    encoding === "excel" ? "keines, Excel hat Zellen" : (SEPARATORS[separator] ?? "keines, nur eine Spalte"),
  /** @param {string} decimal */
  decimalName: (decimal) => DECIMALS[decimal] ?? decimal,
  /** @param {number} count */
  count: (count) => NUMBER.format(count),
  /** @param {number} rows */
  preview: (rows) => (rows === 1 ? "Vorschau: die erste Zeile" : `Vorschau: die ersten ${rows} Zeilen`),
  noName: "(ohne Namen)",
  /** @param {string} path */
  written: (path) => `Ihr Code liest die Tabelle unter dem gewohnten Namen \`${path}\`, im Format der Übungsdatei.`,
  allColumns: "Alle Spalten, die der Code der Übung kennt, sind da.",
  /** @param {number} count */
  missingTitle: (count) => (count === 1 ? "Eine Spalte der Übungsdatei fehlt" : "Spalten der Übungsdatei fehlen"),
  /** @param {readonly string[]} names */
  missing: (names) =>
    names.length === 1
      ? `In Ihrer Datei fehlt ${and(names)}. Passen Sie den Code an oder benennen Sie in Ihrer Datei eine Spalte um.`
      : `In Ihrer Datei fehlen ${and(names)}. Passen Sie den Code an oder benennen Sie in Ihrer Datei Spalten um.`,
  /** @param {readonly string[]} signs */
  replaced: (signs) =>
    `Diese Zeichen gibt es in \`cp1252\` nicht: ${signs.slice(0, 8).join(" ")}${
      signs.length > 8 ? " und andere" : ""
    }. An ihrer Stelle steht ein Fragezeichen.`,
  /** @param {number} rows */
  short: (rows) =>
    rows === 1
      ? "Eine Zeile hat weniger Felder als die Kopfzeile. Die fehlenden Felder bleiben leer."
      : `${NUMBER.format(rows)} Zeilen haben weniger Felder als die Kopfzeile. Die fehlenden Felder bleiben leer.`,
  /** @param {string} example */
  thousands: (example) =>
    `Einige Zahlen haben ein Zeichen zwischen den Tausendern, zum Beispiel ${example}. Python liest sie als Text, wenn der Code nichts dazu sagt.`,
  /** @param {string} name @param {number} rows @param {number} columns */
  spoken: (name, rows, columns) =>
    `Ausführen benutzt jetzt Ihre Datei „${name}“ mit ${NUMBER.format(rows)} ${rows === 1 ? "Zeile" : "Zeilen"} und ${columns} ${
      columns === 1 ? "Spalte" : "Spalten"
    }.`,
};

/** Why a file is refused, and what to do; with the line, where there is one. @type {Record<FaultCode, (line: number) => string>} */
export const FAULTS = {
  size: () => "Die Datei ist größer als 5 MB. Kürzen Sie die Tabelle und versuchen Sie es noch einmal.",
  rows: () => "Die Tabelle hat mehr als 200.000 Zeilen. Kürzen Sie die Tabelle und versuchen Sie es noch einmal.",
  columns: () => "Die Tabelle hat mehr als 200 Spalten. Löschen Sie Spalten, die Sie nicht brauchen.",
  empty: () => "In der Datei steht nichts, oder die Kopfzeile ist leer. Die erste Zeile muss die Namen der Spalten enthalten.",
  header: () => "Die Datei hat nur eine Kopfzeile. Es fehlen die Zeilen mit den Werten.",
  binary: () => "Das ist keine Textdatei. Öffnen Sie die Tabelle in Ihrem Programm und speichern Sie sie als CSV oder XLSX.",
  quote: (line) =>
    `In Zeile ${line} beginnt ein Anführungszeichen, das nirgends endet. Ergänzen oder löschen Sie es.`,
  long: (line) =>
    `Zeile ${line} hat mehr Felder als die Kopfzeile. Oft steht dort das Trennzeichen in einem Text. Setzen Sie den Text in Anführungszeichen.`,
  title: () =>
    "Die erste Zeile enthält nur einen Text, darunter stehen mehrere Spalten. Das ist wohl eine Überschrift. Löschen Sie alles, was über den Namen der Spalten steht.",
  kind: () => "Diese Art Datei geht hier nicht. Speichern Sie die Tabelle als CSV oder XLSX.",
  "old-excel": () => "Das ist eine Datei einer alten Fassung von Excel. Speichern Sie sie in Excel als XLSX oder als CSV.",
  excel: () =>
    "Die Excel-Datei lässt sich nicht lesen. Vielleicht ist sie beschädigt oder mit einem Kennwort geschützt. Speichern Sie sie neu oder als CSV.",
  reader: () =>
    "Das Programm zum Lesen von Excel-Dateien konnte nicht geladen werden. Speichern Sie die Tabelle als CSV, oder laden Sie die Seite neu.",
  unreadable: () => "Der Browser darf die Datei nicht lesen. Schließen Sie sie in anderen Programmen und wählen Sie sie noch einmal aus.",
};

export const KEYS = {
  toolbar: "Zeichen einfügen",
  left: "Cursor nach links",
  right: "Cursor nach rechts",
  /** @param {string} name */
  inserted: (name) => `${name} eingefügt`,
};
