// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** A learner's own table: recognised, refused with a reason, and written as the exercise reads it. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { zipSync } from "fflate";
import fc from "fast-check";

import { readFirstSheet } from "../../src/transferforum/web/sheet.js";
import { FAULTS } from "../../src/transferforum/web/strings-own-data.js";
import {
  LARGEST,
  MOST_COLUMNS,
  MOST_ROWS,
  TableFault,
  cellText,
  decode,
  decodeCp1252,
  encodeCp1252,
  kindOf,
  missingColumns,
  readTable,
  split,
  tableOfSheet,
  writeTable,
} from "../../src/transferforum/web/table-file.js";

/** @import { FaultCode, Format } from "../../src/transferforum/web/table-file.js" */

/** @type {Format} */
const OFFICE = { name: "data/baeume.csv", separator: ";", decimal: ",", encoding: "cp1252", columns: ["Straße", "Liter"] };
/** @type {Format} */
const ENGLISH = { ...OFFICE, separator: ",", decimal: ".", encoding: "utf-8" };

test("a format has what the page's contract says", async () => {
  const contract = JSON.parse(await readFile(new URL("../contract/page.json", import.meta.url), "utf8"));
  assert.deepEqual(Object.keys(OFFICE), contract.ownData);
});

/** @param {string} text */
const utf8 = (text) => new TextEncoder().encode(text);
/** @param {string} text */
const cp1252 = (text) => encodeCp1252(text).bytes;
/** @param {Uint8Array} bytes */
const plain = (bytes) => decode(bytes).text;

/** @param {FaultCode} code @param {() => unknown} action @param {number} [line] */
function refused(code, action, line = 0) {
  assert.throws(action, (fault) => fault instanceof TableFault && fault.code === code && fault.line === line);
}

test("the characters of office files are recognised", () => {
  const text = "Straße;Liter\r\nBäckergasse;62,5\r\n";
  const utf16 = Uint8Array.from([0xff, 0xfe, ...new Uint8Array(Uint16Array.from([...text], (sign) => sign.charCodeAt(0)).buffer)]);
  const swapped = Uint8Array.from(utf16, (_, index) => utf16[index ^ 1] ?? 0);
  const files = /** @type {const} */ ([
    [cp1252(text), "cp1252"],
    [utf8(text), "utf-8"],
    [utf8(`\ufeff${text}`), "utf-8-sig"],
    [utf16, "utf-16"],
    [swapped, "utf-16"],
  ]);
  for (const [bytes, encoding] of files) {
    const table = readTable(bytes);
    assert.equal(table.encoding, encoding);
    assert.deepEqual(table.columns, ["Straße", "Liter"]);
    assert.deepEqual(table.rows, [["Bäckergasse", "62,5"]]);
  }
});

test("the signs that only Windows has are kept", () => {
  assert.equal(plain(cp1252("10 € – „Öko“ …\xe9")), "10 € – „Öko“ …\xe9");
  assert.deepEqual([...cp1252("€Ÿ")], [0x80, 0x9f]);
});

test("the separator is the sign that cuts all rows alike", () => {
  const separators = /** @type {const} */ ([
    ["a;b\n1,5;2\n2,5;3\n", ";"],
    ["a,b\n1.5,2\n", ","],
    ["a\tb;c\n1\t2\n", "\t"],
    ["a|b\n1|2\n", "|"],
    ["Straße, Nummer;Liter\nLinde, 1;5\nLinde, 2;6\n", ";"],
    ["Grad\n16,5\n17,2\n", ""],
    ["sep=,\r\na,b;c\r\n1,2;3\r\n", ","],
  ]);
  for (const [text, separator] of separators) assert.equal(readTable(utf8(text)).separator, separator, text);
  assert.deepEqual(readTable(utf8("sep=,\r\na,b\r\n1,2\r\n")).columns, ["a", "b"]);
  assert.deepEqual(readTable(utf8("Grad\n16,5\n")).rows, [["16,5"]]);
});

test("quoted cells hold separators, quotes and line breaks", () => {
  const table = readTable(utf8('a;b\n"x;y";"sagt ""hallo"""\n"erste\r\nzweite";""\n\n'));
  assert.deepEqual(table.rows, [
    ["x;y", 'sagt "hallo"'],
    ["erste\r\nzweite", ""],
  ]);
});

test("the decimal comma is told from the point between thousands", () => {
  const numbers = /** @type {const} */ ([
    [["62,5"], ",", ""],
    [["62.5"], ".", ""],
    [["1.234,5"], ",", "1.234,5"],
    [["1,234.5"], ".", "1,234.5"],
    [["1.234", "62,5"], ",", "1.234"],
    [["1.234", "62.5"], ".", ""],
    [["0.123"], ".", ""],
    [["0,123"], ",", ""],
    [["1.234"], ",", "1.234"],
    [["12", "Text", "24.07.2026", "0001"], "", ""],
  ]);
  for (const [cells, decimal, thousands] of numbers) {
    const table = readTable(utf8(`x;y\n${cells.map((cell) => `${cell};a\n`).join("")}`));
    assert.deepEqual([table.decimal, table.thousands], [decimal, thousands], cells.join(" "));
  }
});

test("a file is written as the exercise reads it", () => {
  const english = readTable(utf8("Straße,Liter,Datum\nBäckergasse,62.5,24.07.2026\nMühlweg,\"1,234.5\",x\n"));
  assert.equal(
    plain(writeTable(english, OFFICE).bytes),
    "Straße;Liter;Datum\r\nBäckergasse;62,5;24.07.2026\r\nMühlweg;1234,5;x\r\n",
  );
  assert.equal(decode(writeTable(english, OFFICE).bytes).encoding, "cp1252");
  const german = readTable(cp1252("Straße;Liter\nA, B;1.234,5\nC;62,5\n"));
  assert.equal(plain(writeTable(german, ENGLISH).bytes), 'Straße,Liter\r\n"A, B",1234.5\r\nC,62.5\r\n');
  const marked = writeTable(german, { ...ENGLISH, encoding: "utf-8-sig" });
  assert.deepEqual([...marked.bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
});

test("numbers stay as they are where the decimal sign is that of the exercise", () => {
  const table = readTable(cp1252("Straße;Liter\nA;1.234,5\nB;1.234\n"));
  assert.equal(plain(writeTable(table, OFFICE).bytes), "Straße;Liter\r\nA;1.234,5\r\nB;1.234\r\n");
});

test("signs that the exercise's encoding lacks are replaced and named", () => {
  const written = writeTable(readTable(utf8("Straße;Liter\n→ 😀 Šafářík;1\n")), OFFICE);
  assert.deepEqual(written.replaced, ["→", "😀", "ř"]);
  assert.match(plain(written.bytes), /\? \? Šafá\?ík/);
  assert.equal(plain(writeTable(readTable(utf8("a;b\nBa\u0308ume;1\n")), OFFICE).bytes), "a;b\r\nBäume;1\r\n");
});

test("columns that are missing are named exactly", () => {
  assert.deepEqual(missingColumns(readTable(utf8("straße;Liter\nA;1\n")), OFFICE), ["Straße"]);
  assert.deepEqual(missingColumns(readTable(utf8("Liter;x;Straße\nA;1;2\n")), OFFICE), []);
});

test("what is no table is refused with its reason", () => {
  refused("empty", () => kindOf("a.csv", 0));
  refused("size", () => kindOf("a.csv", LARGEST + 1));
  refused("kind", () => kindOf("a.pdf", 9));
  refused("kind", () => kindOf("csv", 9));
  refused("old-excel", () => kindOf("a.XLS", 9));
  refused("empty", () => readTable(utf8("\r\n\r\n")));
  refused("empty", () => readTable(utf8(";;\n1;2;3\n")));
  refused("header", () => readTable(utf8("a;b\n")));
  refused("binary", () => readTable(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 200, 1])));
  refused("quote", () => readTable(utf8('a;b\n1;2\n"offen;3\n4;5\n')), 3);
  refused("long", () => readTable(utf8('a;b\n"1\n1";2\n1;2;3\n')), 4);
  refused("long", () => readTable(utf8("sep=;\na;b\n1;2;3\n")), 3);
  refused("columns", () => readTable(utf8(`${"a;".repeat(MOST_COLUMNS)}b\n1\n`)));
  refused("rows", () => readTable(utf8(`a;b\n${"1;2\n".repeat(MOST_ROWS + 1)}`)));
  assert.equal(kindOf("Bäume 2026.CSV", LARGEST), "text");
  assert.equal(kindOf("liste.xlsx", 9), "excel");
});

test("a heading above the names of the columns is named as what it is", () => {
  for (const text of ["Auswertung;;\n;;\nOrt;Zahl;Jahr\nA;1;2026\n", "Auswertung\n\nOrt;Zahl\nA;1\n", "Auswertung\nOrt\tZahl\nA\t1\n"]) {
    refused("title", () => readTable(utf8(text)));
  }
  for (const text of ["Grad\n16,5\n17,2\n", "Ort\nA\n"]) assert.equal(readTable(utf8(text)).columns.length, 1);
  refused("long", () => readTable(utf8("Notiz\nheute; morgen\nnie\n")), 2);
});

test("short rows are filled up and counted, empty ends do not count", () => {
  const table = readTable(utf8("a;b;c\n1\n1;2;3;;\n1;2;3\n"));
  assert.deepEqual(table.rows[0], ["1", "", ""]);
  assert.deepEqual(table.rows[1], ["1", "2", "3"]);
  assert.equal(table.short, 1);
});

test("every refusal has words with a way on", async () => {
  const source = new URL("../../src/transferforum/web/table-file.js", import.meta.url);
  const typed = /@typedef \{("size"[^}]*)\} FaultCode/.exec(await readFile(source, "utf8"))?.[1] ?? "";
  const codes = [...typed.matchAll(/"([a-z-]+)"/g)].map(([, code]) => code);
  assert.deepEqual(codes.sort(), Object.keys(FAULTS).sort());
  for (const words of Object.values(FAULTS)) assert.match(words(7), /\. .*\.$/);
});

test("cells of sheets become text as German offices write it", () => {
  const day = new Date(Date.UTC(2026, 10, 23));
  const cells = /** @type {[unknown, string][]} */ ([
    [null, ""],
    [0.1 + 0.2, "0,3"],
    [62.5, "62,5"],
    [-3, "-3"],
    [true, "True"],
    [day, "2026-11-23"],
    [new Date(day.getTime() + 14.5 * 3_600_000), "2026-11-23 14:30"],
    [new Date(day.getTime() + 59_999), "2026-11-23 00:01"],
    [new Date(Date.UTC(1899, 11, 31, 8, 15)), "08:15"],
    ["0001", "0001"],
  ]);
  for (const [value, text] of cells) assert.equal(cellText(value), text);
});

test("a sheet is a table; empty rows do not count", () => {
  const table = tableOfSheet([["Straße", "Liter", null], [null, null], ["Linde", 62.5]]);
  assert.deepEqual(table.columns, ["Straße", "Liter"]);
  assert.deepEqual(table.rows, [["Linde", "62,5"]]);
  assert.equal(table.encoding, "excel");
  assert.equal(plain(writeTable(table, ENGLISH).bytes), "Straße,Liter\r\nLinde,62.5\r\n");
  refused("header", () => tableOfSheet([["a"]]));
  refused("empty", () => tableOfSheet([]));
  refused("long", () => tableOfSheet([["a", "b"], [null], [1, 2, 3]]), 3);
  refused("title", () => tableOfSheet([["Auswertung 2026"], [null], ["Ort", "Zahl"], ["A", 1]]));
});

/** An Excel file with one sheet. @param {string} rows of the sheet as XML */
function excel(rows) {
  const parts = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "xl/workbook.xml":
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, utf8(text)]));
  return zipSync(files).slice().buffer;
}

test("the first sheet of an Excel file is read", async () => {
  const cell = '<c r="A#" t="inlineStr"><is><t>Lindenstraße #</t></is></c><c r="B#"><v>62.5</v></c>';
  const rows = Array.from({ length: 20_000 }, (_, index) => `<row r="${index + 1}">${cell.replaceAll("#", String(index + 1))}</row>`);
  const sheet = await readFirstSheet(excel(rows.join("")));
  assert.equal(sheet.length, 20_000);
  assert.deepEqual(sheet[1], ["Lindenstraße 2", 62.5]);
});

test("what is no Excel file is refused, also one that grows too large", async () => {
  await assert.rejects(readFirstSheet(utf8("a;b\n1;2\n").slice().buffer));
  await assert.rejects(readFirstSheet(zipSync({ "a.txt": utf8("x") }).slice().buffer));
  await assert.rejects(readFirstSheet(zipSync({ "a.xml": new Uint8Array(100_000_001) }).slice().buffer), /too large/);
});

const cellOfOffice = fc.string({
  unit: fc.constantFrom(..."aÄß€„“;,\t|\"\r\n 05.-", "\r\n", '""'),
  maxLength: 12,
});

test("what is written is read again, cell by cell", () => {
  const tables = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cellOfOffice, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 8 }));
  const separators = fc.constantFrom(";", ",", "\t", "|");
  const encodings = fc.constantFrom("cp1252", "utf-8", "utf-8-sig");
  fc.assert(
    fc.property(tables, separators, encodings, ([columns = [], ...rows], separator, encoding) => {
      const table = { columns, rows, encoding: /** @type {const} */ ("utf-8"), separator, decimal: /** @type {const} */ (""), thousands: "", short: 0 };
      const { bytes, replaced } = writeTable(table, { ...OFFICE, separator, encoding });
      assert.deepEqual(replaced, []);
      const text = encoding === "cp1252" ? decodeCp1252(bytes) : plain(bytes);
      assert.deepEqual(split(text, separator).map(({ cells }) => cells), [columns, ...rows]);
    }),
  );
});

test("any bytes are a table or refused with a reason", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        const table = readTable(bytes);
        for (const row of table.rows) assert.equal(row.length, table.columns.length);
      } catch (fault) {
        assert.ok(fault instanceof TableFault, String(fault));
      }
    }),
  );
});
