// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The certificate as a sheet: what it states, a line to sign, the code as text and as a picture. */

import encodeQR from "qr";

import { element } from "./dom.js";
import { COMMON, PAPER } from "./strings-certificate.js";

/** @import { Course } from "./certificate-catalogue.js" */
/** @import { Statement } from "./certificate-code.js" */

/** White modules around a QR code, as its standard wants them. */
const BORDER = 4;
const SVG = "http://www.w3.org/2000/svg";

/**
 * `check` is the address of the page that checks codes, from this page.
 * @param {{ statement: Statement, course: Course, digcomp: string, code: string, forum: string, operator: string,
 *   contact: string, check: string }} about
 */
export function paper({ statement, course, digcomp, code, forum, operator, contact, check }) {
  const title = element("h2", { class: "forum-paper__title", id: "forum-paper-title", tabindex: "-1" }, PAPER.title);
  const sheet = element(
    "article",
    { class: "forum-paper", "aria-labelledby": title.id },
    element("p", { class: "forum-paper__forum" }, forum),
    title,
    element("p", { class: "forum-paper__name" }, statement.name),
    element("p", {}, PAPER.tookPart),
    element("p", { class: "forum-paper__course" }, COMMON.course(course.title, statement.version)),
    statementList(statement, course, digcomp, [
      [COMMON.fields.operator, PAPER.operator(operator)],
      [COMMON.fields.contact, contact],
    ]),
    element("p", { class: "forum-paper__about" }, PAPER.about),
    element("p", { class: "forum-paper__signature" }, PAPER.signature),
    codeBox(code, check),
  );
  return { sheet, title };
}

/**
 * What a certificate states, name and course aside.
 * @param {Statement} statement
 * @param {Course} course
 * @param {string} digcomp
 * @param {[string, string][]} more  those without a text are left out
 */
export function statementList({ date, hours, done }, course, digcomp, more = []) {
  const { fields } = COMMON;
  const competences = course.competences.map(({ code, text }) => element("li", {}, `${code} ${text}`));
  /** @type {[string, string | HTMLElement][]} */
  const rows = [
    [fields.date, COMMON.date(date)],
    [fields.hours, COMMON.hours(hours)],
    [fields.done, COMMON.done(done)],
    [fields.competences(digcomp), competences.length ? element("ul", {}, ...competences) : ""],
    ...more,
  ];
  return factList(rows);
}

/** @param {[string, string | HTMLElement][]} rows those without content are left out */
export function factList(rows) {
  const shown = rows.filter(([, content]) => content !== "");
  const items = shown.map(([name, content]) => element("div", {}, element("dt", {}, name), element("dd", {}, content)));
  return element("dl", { class: "forum-statement" }, ...items);
}

/** @param {string} code @param {string} check */
function codeBox(code, check) {
  const where = element("a", { href: check }, new URL(check, document.baseURI).href.replace(/[?#].*$/, ""));
  return element(
    "div",
    { class: "forum-paper__code" },
    qrPicture(code),
    element(
      "div",
      {},
      element("h3", {}, PAPER.code),
      element("p", {}, element("code", {}, inGroups(code))),
      element("p", {}, `${PAPER.check} `, where),
    ),
  );
}

/** Groups are easier to type and to compare; the check does not mind spaces. @param {string} code */
function inGroups(code) {
  return code.match(/.{1,8}/gu)?.join(" ") ?? code;
}

/** @param {string} text */
function qrPicture(text) {
  const rows = encodeQR(text, "raw", { ecc: "medium", border: BORDER });
  const size = rows.length;
  const dark = rows.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  const picture = svgElement("svg", { class: "forum-paper__qr", viewBox: `0 0 ${size} ${size}`, role: "img" });
  picture.setAttribute("aria-label", PAPER.qr);
  picture.setAttribute("shape-rendering", "crispEdges");
  picture.append(
    svgElement("rect", { width: `${size}`, height: `${size}`, fill: "#fff" }),
    svgElement("path", { d: dark.join(""), fill: "#000" }),
  );
  return picture;
}

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 */
function svgElement(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
