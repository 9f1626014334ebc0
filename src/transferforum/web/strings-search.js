// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The German words of the search. */

/** @param {number} count */
const counted = (count) => (count === 1 ? "1 Treffer" : `${count} Treffer`);

export const SEARCH = {
  loading: "Die Suche wird geladen …",
  short: "Geben Sie mindestens zwei Zeichen ein.",
  notLoaded: "Die Suche lässt sich nicht laden",
  notLoadedNext: "Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
  retry: "Noch einmal versuchen",
  results: "Ergebnisse der Suche",
  more: "Weitere Treffer anzeigen",
  /** @param {string} course */
  inside: (course) => `im Kurs „${course}“`,
  section: "Abschnitt: ",
  /** @param {number} count @param {string} query */
  found: (count, query) => `${counted(count)} für „${query}“`,
  /** @param {number} shown @param {number} count */
  shown: (shown, count) => (shown < count ? ` – gezeigt: 1 bis ${shown}` : ""),
  /** @param {string} typed @param {string} meant */
  guess: (typed, meant) => `„${typed}“ steht auf keiner Seite. Gesucht wurde auch nach „${meant}“.`,
  /** @param {string} query */
  nothing: (query) => `Keine Treffer für „${query}“`,
  nothingNext: [
    "Prüfen Sie die Schreibweise.",
    "Nehmen Sie ein anderes Wort mit derselben Bedeutung.",
    "Nehmen Sie weniger Wörter.",
  ],
};
