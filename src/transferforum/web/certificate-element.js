// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** What both elements share: they get the catalogue or say that it cannot be had, and have a form with one field. */

import { announce } from "./announce.js";
import { fetchCatalogue } from "./certificate-catalogue.js";
import { alertBox, button, element } from "./dom.js";
import { COMMON } from "./strings-certificate.js";

/** @import { Catalogue } from "./certificate-catalogue.js" */

/** @abstract */
export class CatalogueElement extends HTMLElement {
  #started = false;

  connectedCallback() {
    if (this.#started) return;
    this.#started = true;
    this.load();
  }

  /** @abstract @param {Catalogue} catalogue */
  build(catalogue) {
    throw new Error(`abstract: ${catalogue.forum}`);
  }

  /** @param {string} name of a data attribute */
  about(name) {
    return this.dataset[name] ?? "";
  }

  /** An address that the catalogue gives from the start of the site. @param {string} path */
  address(path) {
    return new URL(path, new URL("../../", new URL(this.about("catalogue"), document.baseURI))).href;
  }

  async load() {
    this.replaceChildren(element("p", {}, COMMON.loading));
    try {
      this.build(await fetchCatalogue(this.about("catalogue")));
    } catch (fault) {
      this.#complain();
      throw fault;
    }
  }

  #complain() {
    const again = button(COMMON.retry, "secondary", () => this.#retry());
    this.replaceChildren(
      alertBox("danger", element("p", {}, COMMON.notLoaded), element("p", {}, COMMON.notLoadedNext), again),
    );
    announce(`${COMMON.notLoaded}. ${COMMON.notLoadedNext}`);
  }

  /** The button goes away: the focus stays with the element. */
  async #retry() {
    this.tabIndex = -1;
    this.focus();
    await this.load();
  }
}

/**
 * A form with one field and its button; what is wrong with the input stands at the field.
 * @param {{ field: HTMLInputElement | HTMLTextAreaElement, id: string, label: string, hint: string, action: string,
 *   submit: () => string }} options `submit` gives what is wrong, or nothing
 */
export function fieldForm({ field, id, label, hint, action, submit }) {
  field.id = id;
  field.classList.add("kern-form-input__input");
  const send = button(action, "primary", () => {});
  send.type = "submit";
  const words = element("span", {});
  const icon = element("span", { class: "kern-icon kern-icon--danger", "aria-hidden": "true" });
  const fault = element("p", { class: "kern-error", id: `${id}-fault` }, icon, words);
  const box = element(
    "div",
    { class: "kern-form-input" },
    element("label", { class: "kern-label", for: id }, label),
    element("div", { class: "kern-hint", id: `${id}-hint` }, hint),
    field,
    fault,
  );
  const tell = (/** @type {string} */ wrong) => {
    words.textContent = wrong;
    fault.hidden = wrong === "";
    box.classList.toggle("kern-form-input--error", wrong !== "");
    field.classList.toggle("kern-form-input__input--error", wrong !== "");
    field.setAttribute("aria-invalid", String(wrong !== ""));
    field.setAttribute("aria-describedby", wrong ? `${id}-hint ${id}-fault` : `${id}-hint`);
  };
  tell("");
  const form = element("form", { class: "forum-certificate__form", novalidate: true }, box, send);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wrong = submit();
    tell(wrong);
    if (wrong) {
      field.focus();
      announce(wrong);
    }
  });
  return form;
}
