// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * The only way for HTML into the page: tables, rebuilt from an allow-list.
 *
 * What is not on the list keeps its text and loses its tag; scripts and styles lose both. No attribute survives but
 * those that say how cells belong together, so there is no way to style, link, load or run anything.
 */

const TAGS = new Set([
  "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
  "b", "strong", "i", "em", "code", "sub", "sup", "br",
]);
const DROPPED = new Set(["script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "title"]);
const SPANS = new Set(["colspan", "rowspan"]);
const SCOPES = new Set(["row", "col", "rowgroup", "colgroup"]);
const CELLS = new Set(["td", "th"]);

/**
 * What becomes of a tag.
 * @param {string} tag in lower case
 * @returns {"kept" | "unwrapped" | "dropped"}
 */
export function fate(tag) {
  if (TAGS.has(tag)) return "kept";
  return DROPPED.has(tag) ? "dropped" : "unwrapped";
}

/**
 * True for an attribute that may stay.
 * @param {string} tag
 * @param {string} name
 * @param {string} value
 */
export function mayStay(tag, name, value) {
  if (!CELLS.has(tag)) return false;
  if (SPANS.has(name)) return /^[1-9]\d{0,2}$/.test(value);
  return tag === "th" && name === "scope" && SCOPES.has(value);
}

/**
 * True for a text that is a number as pandas or an office writes it, so that it is set to the right.
 * @param {string} text
 */
export function isNumeric(text) {
  return /^[-+−]?\d[\d.,]*(e[-+]?\d+)?( ?%)?$/i.test(text.trim());
}

/**
 * @param {string} html
 * @returns {DocumentFragment}
 */
export function sanitise(html) {
  const parsed = new DOMParser().parseFromString(withoutInline(html), "text/html");
  const clean = document.createDocumentFragment();
  copyChildren(parsed.body, clean);
  return clean;
}

/**
 * HTML without styles and handlers in its tags. The copy below drops them anyway; but a Content Security Policy
 * reports them as soon as they are parsed.
 * @param {string} html
 */
export function withoutInline(html) {
  return html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\s(style|on\w+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ""));
}

/**
 * @param {Node} from
 * @param {Node} to
 */
function copyChildren(from, to) {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) to.appendChild(document.createTextNode(child.nodeValue ?? ""));
    else if (child.nodeType === Node.ELEMENT_NODE) copyElement(/** @type {Element} */ (child), to);
  }
}

/**
 * @param {Element} from
 * @param {Node} to
 */
function copyElement(from, to) {
  const tag = from.localName;
  const what = fate(tag);
  if (what === "dropped") return;
  if (what === "unwrapped") return copyChildren(from, to);
  const made = document.createElement(tag);
  for (const { name, value } of from.attributes) if (mayStay(tag, name, value)) made.setAttribute(name, value);
  copyChildren(from, made);
  complete(made, from);
  to.appendChild(made);
}

/**
 * KERN's classes, and a scope for header cells that have none.
 * @param {HTMLElement} made
 * @param {Element} from
 */
function complete(made, from) {
  const tag = made.localName;
  if (tag === "table") made.className = "kern-table kern-table--small";
  if (tag === "td" && isNumeric(made.textContent ?? "")) made.className = "kern-table__cell--numeric";
  if (tag === "th" && !made.hasAttribute("scope")) made.setAttribute("scope", from.closest("thead") ? "col" : "row");
}
