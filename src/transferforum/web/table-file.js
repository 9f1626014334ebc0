// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * A learner's own table: what a file is (characters, separator, decimal sign), its cells, and the same cells in the
 * format that an exercise reads.
 *
 * Pure: bytes in, bytes out; faults are `TableFault`s with a code that strings-own-data.js has words for.
 */

/** @typedef {"utf-8" | "utf-8-sig" | "utf-16" | "cp1252" | "excel"} Encoding */
/** @typedef {{ name: string, separator: string, decimal: string, encoding: string, columns: string[] }} Format */

/**
 * `decimal` is empty where no number has one, `thousands` the first number with a sign between its thousands,
 * `short` the number of rows that had fewer cells than the head.
 * @typedef {object} Table
 * @property {string[]} columns
 * @property {string[][]} rows
 * @property {Encoding} encoding
 * @property {string} separator  empty where there is only one column
 * @property {"," | "." | ""} decimal
 * @property {string} thousands
 * @property {number} short
 */

/**
 * @typedef {"size" | "rows" | "columns" | "empty" | "header" | "binary" | "quote" | "long" | "kind" | "old-excel"
 *   | "title" | "excel" | "reader" | "unreadable"} FaultCode
 */

export const LARGEST = 5_000_000;
export const MOST_ROWS = 200_000;
export const MOST_COLUMNS = 200;

const SEPARATORS = [";", "\t", ",", "|"];
/** Records that are looked at to find the separator. */
const SAMPLE = 50;

export class TableFault extends Error {
  /** @param {FaultCode} code @param {number} [line] of the file, from 1 */
  constructor(code, line = 0) {
    super(code);
    this.code = code;
    this.line = line;
  }
}

/**
 * What kind of file a name promises.
 * @param {string} name
 * @param {number} size in bytes
 * @returns {"text" | "excel"}
 */
export function kindOf(name, size) {
  const ending = /\.([^.]*)$/.exec(name.toLowerCase())?.[1] ?? "";
  if (ending === "xls") throw new TableFault("old-excel");
  if (!["csv", "txt", "xlsx"].includes(ending)) throw new TableFault("kind");
  if (size > LARGEST) throw new TableFault("size");
  if (size === 0) throw new TableFault("empty");
  return ending === "xlsx" ? "excel" : "text";
}

/**
 * @param {Uint8Array} bytes of a text file
 * @returns {Table}
 */
export function readTable(bytes) {
  const { text, encoding } = decode(bytes);
  if (/[\0-\x08\x0e-\x1f]/.test(text)) throw new TableFault("binary");
  const said = /^"?sep=([;,\t|])"?\r?\n/i.exec(text);
  const rest = said ? text.slice(said[0].length) : text;
  const separator = said?.[1] ?? findSeparator(rest);
  if (separator === "" && [";", "\t"].some((sign) => standsBelowTitle(rest, sign))) throw new TableFault("title");
  return tableOf(split(rest, separator || ";"), { encoding, separator, firstLine: said ? 2 : 1 });
}

/**
 * The table in the cells of a sheet.
 * @param {readonly (readonly unknown[])[]} sheet
 * @returns {Table}
 */
export function tableOfSheet(sheet) {
  const records = sheet.map((cells, index) => ({ cells: cells.map(cellText), line: index + 1 }));
  const filled = records.filter(({ cells }) => cells.some((cell) => cell !== ""));
  return { ...tableOf(filled, { encoding: "excel", separator: "", firstLine: 1 }), decimal: ",", thousands: "" };
}

/**
 * The text of a cell of a sheet, with a comma in numbers and dates as 2026-11-23.
 * @param {unknown} value
 */
export function cellText(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(Number(value.toPrecision(15))).replace(".", ",");
  if (typeof value === "boolean") return value ? "True" : "False";
  return value instanceof Date ? dateText(value) : String(value);
}

/** @param {Date} date in UTC, as sheets have no zones; a mere time of day lies in 1899 */
function dateText(date) {
  const near = new Date(Math.round(date.getTime() / 1000) * 1000);
  if (Number.isNaN(near.getTime())) return "";
  const [day = "", clock = ""] = near.toISOString().slice(0, 19).split("T");
  const time = clock.replace(/:00$/, "");
  if (near.getUTCFullYear() < 1900) return time;
  return clock === "00:00:00" ? day : `${day} ${time}`;
}

/**
 * @param {Uint8Array} bytes
 * @returns {{ text: string, encoding: Encoding }}
 */
export function decode(bytes) {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "utf-16" };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes), encoding: "utf-16" };
  const marked = first === 0xef && second === 0xbb && third === 0xbf;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, encoding: marked ? "utf-8-sig" : "utf-8" };
  } catch {
    return { text: decodeCp1252(bytes), encoding: "cp1252" };
  }
}

/** The signs of cp1252 from 0x80 to 0x9f; five places are empty. */
const HIGH = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ";
/** @type {Map<string, number>} */
const CODES = new Map([...HIGH].map((sign, index) => [sign, 0x80 + index]));
CODES.delete("\ufffd");

/** @param {Uint8Array} bytes */
export function decodeCp1252(bytes) {
  const signs = Array.from({ length: 256 }, (_, code) => HIGH[code - 0x80] ?? String.fromCharCode(code));
  const parts = [];
  for (let from = 0; from < bytes.length; from += 4096) {
    parts.push(Array.from(bytes.subarray(from, from + 4096), (code) => signs[code]).join(""));
  }
  return parts.join("");
}

/**
 * @param {string} text
 * @returns {{ bytes: Uint8Array<ArrayBuffer>, replaced: string[] }} the signs that cp1252 does not have became "?"
 */
export function encodeCp1252(text) {
  const bytes = new Uint8Array(text.length);
  /** @type {Set<string>} */
  const replaced = new Set();
  let length = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : CODES.get(sign);
    if (byte === undefined) replaced.add(sign);
    bytes[length] = byte ?? 0x3f;
    length += 1;
  }
  return { bytes: bytes.slice(0, length), replaced: [...replaced] };
}

/** @typedef {{ cells: string[], line: number }} Line */

/**
 * The records of a text, without empty lines. A quoted cell may hold separators, line breaks and doubled quotes.
 * @param {string} text
 * @param {string} separator
 * @param {number} [most] records
 * @returns {Line[]}
 */
export function split(text, separator, most = Infinity) {
  /** @type {Line[]} */
  const records = [];
  /** @type {string[]} */
  let cells = [];
  let line = 1;
  let begun = 1;
  let quotedCells = 0;
  let at = 0;
  const endRecord = () => {
    if (cells.length > 1 || cells[0] !== "" || quotedCells > 0) records.push({ cells, line: begun });
    cells = [];
    quotedCells = 0;
    begun = line;
  };
  while (at < text.length && records.length < most) {
    const quoted = text[at] === '"';
    const { value, end } = quoted ? quotedCell(text, at, line) : { value: "", end: at };
    const stop = nextEnd(text, end, separator);
    cells.push(value + text.slice(end, stop));
    if (quoted) quotedCells += 1;
    line += lineBreaks(value);
    at = stop + 1;
    if (text[stop] === separator) {
      if (at === text.length) cells.push("");
      if (at < text.length) continue;
    }
    if (text[stop] === "\r" && text[at] === "\n") at += 1;
    line += 1;
    endRecord();
  }
  return records;
}

/**
 * @param {string} text
 * @param {number} from where the opening quote stands
 * @param {number} line
 */
function quotedCell(text, from, line) {
  for (let at = from + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) throw new TableFault("quote", line);
    if (text[at + 1] !== '"') return { value: text.slice(from + 1, at).replaceAll('""', '"'), end: at + 1 };
  }
}

/**
 * @param {string} text
 * @param {number} from
 * @param {string} separator
 */
function nextEnd(text, from, separator) {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== "\n" && text[at] !== "\r") at += 1;
  return at;
}

/** @param {string} text */
function lineBreaks(text) {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/**
 * The sign that cuts most of the first records into as many cells as the head has; empty when none does.
 * @param {string} text
 */
function findSeparator(text) {
  let best = { separator: "", share: 0, columns: 1 };
  for (const separator of SEPARATORS) {
    const lengths = sampleLengths(text, separator);
    const columns = lengths[0] ?? 1;
    const share = lengths.filter((length) => length === columns).length / lengths.length;
    const better = share > best.share || (share === best.share && columns > best.columns);
    if (columns > 1 && better) best = { separator, share, columns };
  }
  return best.separator;
}

/**
 * Does the separator cut all first records alike but the first, which it does not cut? Then that is no row of names.
 * @param {string} text
 * @param {string} separator
 */
function standsBelowTitle(text, separator) {
  const [head = 0, first = 0, ...others] = sampleLengths(text, separator);
  return head === 1 && first > 1 && others.length > 0 && others.every((length) => length === first);
}

/**
 * @param {string} text
 * @param {string} separator
 */
function sampleLengths(text, separator) {
  try {
    return split(text, separator, SAMPLE).map(({ cells }) => cells.length);
  } catch {
    return [];
  }
}

/**
 * @param {Line[]} records
 * @param {{ encoding: Encoding, separator: string, firstLine: number }} about
 * @returns {Table}
 */
function tableOf([head, ...body], { encoding, separator, firstLine }) {
  if (!head) throw new TableFault("empty");
  const columns = withoutEmptyEnd(head.cells);
  if (columns.length === 0) throw new TableFault("empty");
  if (columns.length > MOST_COLUMNS) throw new TableFault("columns");
  if (body.length === 0) throw new TableFault("header");
  if (body.length > MOST_ROWS) throw new TableFault("rows");
  const wide = body.filter(({ cells }) => withoutEmptyEnd(cells).length > 1).length;
  if (columns.length === 1 && wide > body.length / 2) throw new TableFault("title");
  let short = 0;
  const rows = body.map(({ cells, line }) => {
    if (withoutEmptyEnd(cells).length > columns.length) throw new TableFault("long", line + firstLine - 1);
    if (cells.length < columns.length && encoding !== "excel") short += 1;
    return columns.map((_, index) => cells[index] ?? "");
  });
  return { columns, rows, encoding, separator, ...numbersOf(rows), short };
}

/** @param {readonly string[]} cells */
function withoutEmptyEnd(cells) {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === "") length -= 1;
  return cells.slice(0, length);
}

/** Numbers that leave no doubt about their decimal sign, those with thousands, and those that may be either. */
const SURE_COMMA = /^[+-]?(\d{1,3}(\.\d{3})+,\d+|0,\d+|\d{4,},\d+|\d+,(\d{1,2}|\d{4,}))$/;
const SURE_POINT = /^[+-]?(\d{1,3}(,\d{3})+\.\d+|0\.\d+|\d{4,}\.\d+|\d+\.(\d{1,2}|\d{4,}))$/;
const MAYBE = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;
const THOUSANDS_POINT = /^[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/;
const THOUSANDS_COMMA = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;

/**
 * The decimal sign. Where only numbers like 1.234 or 1,234 stand, the German reading holds.
 * @param {readonly (readonly string[])[]} rows
 * @returns {{ decimal: "," | "." | "", thousands: string }}
 */
function numbersOf(rows) {
  const cells = rows.flat().map((cell) => cell.trim());
  const commas = cells.filter((cell) => SURE_COMMA.test(cell)).length;
  const points = cells.filter((cell) => SURE_POINT.test(cell)).length;
  const unsure = commas + points === 0 && cells.some((cell) => MAYBE.test(cell));
  const decimal = points > commas ? "." : commas > 0 || unsure ? "," : "";
  const grouped = decimal === "." ? THOUSANDS_COMMA : THOUSANDS_POINT;
  return { decimal, thousands: decimal === "" ? "" : (cells.find((cell) => grouped.test(cell)) ?? "") };
}

/**
 * The table as the exercise reads it. Only a different decimal sign changes numbers.
 * @param {Table} table
 * @param {Format} format
 * @returns {{ bytes: Uint8Array<ArrayBuffer>, replaced: string[] }}
 */
export function writeTable({ columns, rows, decimal }, format) {
  const convert = decimal !== "" && decimal !== format.decimal ? decimalChanger(decimal) : (/** @type {string} */ cell) => cell;
  const lines = [columns, ...rows.map((cells) => cells.map(convert))];
  const text = lines.map((cells) => `${cells.map((cell) => quote(cell, format.separator, columns.length)).join(format.separator)}\r\n`);
  const whole = text.join("").normalize("NFC");
  if (format.encoding === "cp1252") return encodeCp1252(whole);
  return { bytes: new TextEncoder().encode((format.encoding === "utf-8-sig" ? "\ufeff" : "") + whole), replaced: [] };
}

/**
 * Turns the decimal sign of a number into the other one; thousands lose their sign, which would be taken for it.
 * @param {string} from
 * @returns {(cell: string) => string}
 */
function decimalChanger(from) {
  const [number, grouped] = from === "," ? [/^[+-]?\d+,\d+$/, THOUSANDS_POINT] : [/^[+-]?\d+\.\d+$/, THOUSANDS_COMMA];
  const [group, to] = from === "," ? [".", "."] : [",", ","];
  return (cell) => {
    const plain = cell.trim();
    if (grouped.test(plain)) return plain.replaceAll(group, "").replace(from, to);
    return number.test(plain) ? plain.replace(from, to) : cell;
  };
}

/**
 * @param {string} cell
 * @param {string} separator
 * @param {number} columns a row with one empty cell would be an empty line
 */
function quote(cell, separator, columns) {
  const plain = cell === "" ? columns > 1 : !(cell.includes(separator) || /["\r\n]/.test(cell));
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}

/**
 * The columns that the exercise's code reads and the table does not have.
 * @param {Table} table
 * @param {Format} format
 */
export function missingColumns({ columns }, format) {
  return format.columns.filter((name) => !columns.includes(name));
}
