// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The sanitiser's rules. That they are applied to a real page is held by the browser tests. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { fate, isNumeric, mayStay, withoutInline } from "../../src/transferforum/web/sanitise.js";

test("tables stay", () => {
  for (const tag of ["table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "code"]) {
    assert.equal(fate(tag), "kept");
  }
});

test("what runs or loads something goes with its content, the rest loses its tag", () => {
  for (const tag of ["script", "style", "svg", "iframe", "object", "template"]) assert.equal(fate(tag), "dropped");
  for (const tag of ["a", "img", "div", "form", "input", "forum-cell", "link", "meta"]) assert.equal(fate(tag), "unwrapped");
});

test("only spans and scopes of cells stay, with sensible values", () => {
  assert.ok(mayStay("td", "colspan", "3"));
  assert.ok(mayStay("th", "rowspan", "12"));
  assert.ok(mayStay("th", "scope", "row"));
  for (const value of ["0", "-1", "1000", "3;", "x"]) assert.ok(!mayStay("td", "colspan", value), value);
  assert.ok(!mayStay("th", "scope", "javascript:"));
  assert.ok(!mayStay("td", "scope", "row"));
  assert.ok(!mayStay("tr", "colspan", "3"));
  for (const name of ["style", "class", "id", "onclick", "href", "src", "tabindex", "is"]) {
    assert.ok(!mayStay("td", name, "1"), name);
  }
});

test("numbers as pandas or an office writes them are set to the right", () => {
  for (const text of ["1", "-3.5", "1.234,5", "1,234.5", " 7 ", "12 %", "1e-05", "−2"]) assert.ok(isNumeric(text), text);
  for (const text of ["", "Linde", "3 Bäume", "NaN", "A1", "1-2"]) assert.ok(!isNumeric(text), text);
});

test("styles and handlers go from tags before they are parsed, not from texts", () => {
  assert.equal(withoutInline('<tr style="text-align: left;" class="x">'), '<tr class="x">');
  assert.equal(withoutInline("<td onclick='a()' onload=b()>"), "<td>");
  assert.equal(withoutInline('<td>das style="x" im Text</td>'), '<td>das style="x" im Text</td>');
});
