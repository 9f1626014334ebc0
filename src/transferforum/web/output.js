// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** Outputs and explained errors as elements of the page; the stored outputs of a page have the same form. */

import { button, element, rich } from "./dom.js";
import { sanitise } from "./sanitise.js";
import { BUTTONS, OUTPUT } from "./strings.js";

/** @import { ExplainedError, Output, PictureOutput, RunResult } from "./protocol.js" */

/**
 * @param {Output} output
 * @returns {Promise<HTMLElement>}
 */
export async function outputElement(output) {
  switch (output.kind) {
    case "text":
      return textElement(`text${output.stream === "stderr" ? " forum-output--stderr" : ""}`, output.text);
    case "value":
      return textElement("value", output.text);
    case "table":
      return tableElement(output.html);
    case "picture":
      return pictureElement(output);
  }
}

/**
 * @param {string} kind
 * @param {string} text
 */
function textElement(kind, text) {
  return element("pre", { class: `forum-output forum-output--${kind}` }, text);
}

/** @param {string} html */
function tableElement(html) {
  const box = element("div", {
    class: "forum-output forum-output--table",
    tabindex: "0",
    role: "group",
    "aria-label": OUTPUT.table,
  });
  box.append(sanitise(html));
  return box;
}

/**
 * A picture on a canvas: the site's policy allows neither data: nor blob: addresses.
 * @param {PictureOutput} picture
 */
async function pictureElement({ png, alt }) {
  const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = element("canvas", { role: "img", "aria-label": alt });
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return element("figure", { class: "forum-output forum-output--picture" }, canvas);
}

/**
 * @param {ExplainedError} error
 * @param {((line: number) => void) | null} showLine moves the reader to a line of the editor
 */
export function errorElement(error, showLine) {
  const { line } = error;
  const made = element(
    "div",
    { class: "forum-output forum-output--error" },
    element("p", { class: "forum-error__title" }, element("strong", {}, OUTPUT.error(line))),
    element("p", { class: "forum-error__message" }, ...rich(error.message)),
    element("p", { class: "forum-error__next" }, element("strong", {}, OUTPUT.next), " ", ...rich(error.next)),
  );
  if (line !== null && showLine) made.append(button(BUTTONS.showLine(line), "tertiary", () => showLine(line)));
  made.append(originalElement(error.original));
  return made;
}

/** @param {string} text */
function originalElement(text) {
  return element(
    "details",
    { class: "forum-error__original" },
    element("summary", {}, OUTPUT.original),
    element("pre", { lang: "en", tabindex: "0" }, text),
  );
}

/**
 * Replaces what a container shows by these outputs. Boxes that scroll become reachable by keyboard.
 * @param {HTMLElement} container
 * @param {readonly Output[]} outputs
 * @param {HTMLElement | null} error
 */
export async function showOutputs(container, outputs, error) {
  const made = await Promise.all(outputs.map(outputElement));
  container.replaceChildren(...made, ...(error ? [error] : []));
  for (const box of made.filter((each) => each.localName === "pre")) {
    if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight) makeReachable(box);
  }
}

/** @param {HTMLElement} box with text that scrolls */
function makeReachable(box) {
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", OUTPUT.text);
}

/**
 * How a run ended, in one sentence: seen also where the output stays the same or there is none.
 * @param {RunResult} result
 */
export function summary({ outputs, error }) {
  if (error) return OUTPUT.error(error.line);
  return outputs.length === 0 ? OUTPUT.none : OUTPUT.done;
}

/** Characters of an output that are read out; the rest is in the page. */
const SPOKEN = 200;

/**
 * What a screen reader is told about a run.
 * @param {RunResult} result
 */
export function spokenResult({ outputs, error }) {
  const parts = [summary({ outputs, error }), ...outputs.map(spokenOutput)];
  if (error) parts.push(error.message, OUTPUT.next, error.next);
  return parts.join(" ");
}

/** @param {Output} output */
function spokenOutput(output) {
  if (output.kind === "picture") return output.alt;
  if (output.kind === "table") return OUTPUT.tableOf(sanitise(output.html).querySelectorAll("tbody tr").length);
  return output.text.length > SPOKEN ? `${output.text.slice(0, SPOKEN)} …` : output.text;
}
