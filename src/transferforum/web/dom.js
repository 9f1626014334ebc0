// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** Small helpers to build elements; texts go in as text, never as HTML. */

/**
 * An element with attributes (`true` sets an empty one, `false` none) and children.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | boolean>} [attributes]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/**
 * A button as KERN draws it.
 * @param {string} label
 * @param {"primary" | "secondary" | "tertiary"} rank
 * @param {() => void} action
 * @param {string} [icon]
 */
export function button(label, rank, action, icon) {
  const made = element("button", { type: "button", class: `kern-btn kern-btn--${rank}` });
  if (icon) made.append(element("span", { class: `kern-icon kern-icon--${icon}`, "aria-hidden": "true" }));
  made.append(element("span", { class: "kern-label" }, label));
  made.addEventListener("click", () => {
    if (made.getAttribute("aria-disabled") !== "true") action();
  });
  return made;
}

/**
 * Makes a button inactive without taking the focus from it.
 * @param {HTMLElement} made
 * @param {boolean} disabled
 */
export function disable(made, disabled) {
  if (disabled) made.setAttribute("aria-disabled", "true");
  else made.removeAttribute("aria-disabled");
}

/**
 * A text with `code` between backticks as paragraphs' content.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function rich(text) {
  return text.split("`").map((part, index) => (index % 2 ? element("code", {}, part) : part));
}

/**
 * A box that says something with a colour, an icon and a title.
 * @param {"success" | "warning" | "danger" | "info"} kind
 * @param {HTMLElement} title
 * @param {(Node | string)[]} body
 */
export function alertBox(kind, title, ...body) {
  title.classList.add("kern-title");
  const icon = element("span", { class: `kern-icon kern-icon--${kind}`, "aria-hidden": "true" });
  return element(
    "div",
    { class: `kern-alert kern-alert--${kind}` },
    element("div", { class: "kern-alert__header" }, icon, title),
    element("div", { class: "kern-alert__body" }, ...body),
  );
}
