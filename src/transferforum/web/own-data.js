// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * „Mit eigener Datei probieren“: the learner's table in place of an exercise's file.
 *
 * The file is read in the browser, shown, and handed on in the format of the exercise's own. Nothing is sent or kept.
 * A file that cannot be used changes nothing: what was used before stays.
 */

import { announce } from "./announce.js";
import { alertBox, button, element, rich } from "./dom.js";
import { FAULTS, OWN_DATA } from "./strings-own-data.js";
import { TableFault, kindOf, missingColumns, readTable, tableOfSheet, writeTable } from "./table-file.js";

/** @import { FaultCode, Format, Table } from "./table-file.js" */

/**
 * @typedef {object} OwnDataOptions
 * @property {Format} format of the exercise's own file
 * @property {HTMLElement} heading  empty, of the level that belongs here
 * @property {string} reader  address of the bundle that reads Excel files
 * @property {(content: ArrayBuffer | null) => void} onUse  null: the exercise's own file again
 * @property {() => void} onBack  takes the focus when the notice goes
 */

/** Rows that the preview shows. */
const SHOWN = 5;

/** Makes the names of fields on a page different. */
let fields = 0;

export class OwnData {
  /** Says that the learner's file is used; empty otherwise. */
  notice = element("div", { class: "forum-own__notice", hidden: true });
  #result = element("div", { class: "forum-own__result" });
  #input;
  #options;
  /** Grows with each choice, so that a slow file does not replace a later one. */
  #turn = 0;

  /** @param {OwnDataOptions} options */
  constructor(options) {
    this.#options = options;
    fields += 1;
    const id = `forum-own-${fields}`;
    const accept = ".csv,.txt,.xlsx";
    this.#input = element("input", { type: "file", id, accept, "aria-describedby": `${id}-hint`, class: "forum-own__file" });
    this.#input.addEventListener("click", () => (this.#input.value = ""));
    this.#input.addEventListener("change", () => this.#choose());
    this.element = element(
      "details",
      { class: "forum-fold forum-own" },
      element("summary", {}, OWN_DATA.summary),
      element("p", { class: "forum-own__privacy" }, element("strong", {}, OWN_DATA.privacy)),
      element("p", {}, OWN_DATA.check),
      element("label", { for: id, class: "forum-own__label" }, OWN_DATA.label),
      element("p", { id: `${id}-hint`, class: "forum-own__hint" }, OWN_DATA.hint),
      this.#input,
      this.#result,
    );
    this.element.addEventListener("toggle", () => this.#prepare());
  }

  /** Loads the reader of Excel files before a file is chosen: from then on the page asks for nothing. */
  #prepare() {
    if (this.element.open) import(this.#options.reader).catch(() => {}); // told when it is needed
  }

  async #choose() {
    const file = this.#input.files?.[0];
    if (!file) return;
    this.#turn += 1;
    const turn = this.#turn;
    this.#result.replaceChildren(element("p", {}, OWN_DATA.reading(file.name)));
    try {
      const table = await readFile(file, this.#options.reader);
      if (turn === this.#turn) this.#use(file.name, table);
    } catch (fault) {
      if (turn === this.#turn) this.#refuse(fault instanceof TableFault ? fault : new TableFault("unreadable"));
      if (!(fault instanceof TableFault)) throw fault;
    }
  }

  /** @param {string} name @param {Table} table */
  #use(name, table) {
    const { format, heading, onUse } = this.#options;
    const { bytes, replaced } = writeTable(table, format);
    onUse(bytes.buffer);
    heading.textContent = OWN_DATA.recognised;
    heading.className = "forum-own__title";
    const missing = missingColumns(table, format);
    this.#result.replaceChildren(heading, facts(table), ...columnWords(missing), ...notes(table, replaced, format), ...preview(table));
    this.#result.append(element("p", {}, ...rich(OWN_DATA.written(format.name))));
    this.#showNotice(name);
    const columns = missing.length ? OWN_DATA.missing(missing) : OWN_DATA.allColumns;
    announce(`${OWN_DATA.spoken(name, table.rows.length, table.columns.length)} ${columns} ${OWN_DATA.check}`);
  }

  /** @param {string} name */
  #showNotice(name) {
    this.notice.replaceChildren(
      element("p", { class: "forum-own__using" }, element("strong", {}, OWN_DATA.using(name)), ` ${OWN_DATA.check}`),
      button(OWN_DATA.back, "secondary", () => this.#goBack()),
    );
    this.notice.hidden = false;
  }

  #goBack() {
    const { onUse, onBack } = this.#options;
    this.#turn += 1;
    onUse(null);
    onBack();
    this.notice.hidden = true;
    this.notice.replaceChildren();
    this.#result.replaceChildren();
    this.#input.value = "";
    announce(OWN_DATA.backDone);
  }

  /** @param {TableFault} fault */
  #refuse({ code, line }) {
    const words = FAULTS[code](line);
    this.#result.replaceChildren(alertBox("warning", element("p", {}, OWN_DATA.refused), element("p", {}, ...rich(words))));
    announce(`${OWN_DATA.refused}. ${words}`);
  }
}

/**
 * @param {File} file
 * @param {string} reader
 * @returns {Promise<Table>} rejects with a TableFault
 */
async function readFile(file, reader) {
  const kind = kindOf(file.name, file.size);
  const content = await file.arrayBuffer().catch(as("unreadable"));
  if (kind === "text") return readTable(new Uint8Array(content));
  const { readFirstSheet } = await import(reader).catch(as("reader"));
  return tableOfSheet(await readFirstSheet(content).catch(as("excel")));
}

/**
 * @param {FaultCode} code
 * @returns {(fault: unknown) => never}
 */
function as(code) {
  return () => {
    throw new TableFault(code);
  };
}

/** @param {Table} table */
function facts({ encoding, separator, decimal, rows, columns }) {
  const all = [
    [OWN_DATA.encoding, OWN_DATA.encodingName(encoding)],
    [OWN_DATA.separator, OWN_DATA.separatorName(separator, encoding)],
    [OWN_DATA.decimal, OWN_DATA.decimalName(decimal)],
    [OWN_DATA.rows, OWN_DATA.count(rows.length)],
    [OWN_DATA.columns, OWN_DATA.count(columns.length)],
  ];
  const pairs = all.map(([name = "", value = ""]) =>
    element("div", {}, element("dt", {}, name), element("dd", {}, ...rich(value))),
  );
  return element("dl", { class: "forum-own__facts" }, ...pairs);
}

/** @param {readonly string[]} missing */
function columnWords(missing) {
  if (missing.length === 0) return [element("p", {}, OWN_DATA.allColumns)];
  const title = element("p", {}, OWN_DATA.missingTitle(missing.length));
  return [alertBox("warning", title, element("p", {}, OWN_DATA.missing(missing)))];
}

/**
 * What the learner should know of the file, one paragraph each.
 * @param {Table} table
 * @param {readonly string[]} replaced
 * @param {Format} format
 */
function notes({ short, thousands, decimal }, replaced, format) {
  const words = [
    ...(replaced.length ? [OWN_DATA.replaced(replaced)] : []),
    ...(short ? [OWN_DATA.short(short)] : []),
    ...(thousands && decimal === format.decimal ? [OWN_DATA.thousands(thousands)] : []),
  ];
  return words.map((text) => element("p", {}, ...rich(text)));
}

/** The first rows, in a box that scrolls. @param {Table} table */
function preview({ columns, rows }) {
  const shown = rows.slice(0, SHOWN);
  const label = OWN_DATA.preview(shown.length);
  const head = columns.map((name) => element("th", { scope: "col", class: "kern-table__header" }, name || OWN_DATA.noName));
  const body = shown.map((cells) => element("tr", {}, ...cells.map((cell) => element("td", {}, cell))));
  const table = element(
    "table",
    { class: "kern-table kern-table--small" },
    element("caption", {}, label),
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...body),
  );
  return [element("div", { class: "forum-output--table forum-own__preview", tabindex: "0", role: "group", "aria-label": label }, table)];
}
