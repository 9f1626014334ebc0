// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * <forum-finder>: shows of the lists in the page what passes the filters. The choice stands in the address and nowhere
 * else, so that it can be shared and the way back works.
 */

import { announce } from "./announce.js";
import { element } from "./dom.js";
import { KEYS, counts, matching, readConfig, readState, hashOf, sorted, ways, without, withoutAll } from "./finder-filter.js";
import { FINDER } from "./strings-finder.js";

/** @import { Item, Key, Options, State } from "./finder-filter.js" */
/** @typedef {Item & { entry: HTMLElement }} Entry */

/** Milliseconds without another change before the result is told. */
const PAUSE = 500;
/** From here on the filters stand beside the list (css/catalogue.css). */
const WIDE = "(min-width: 64rem)";

export class ForumFinder extends HTMLElement {
  #started = false;
  /** @type {Entry[]} */
  #items = [];
  /** @type {Options} */
  #options = { rolle: [], code: [], art: [], thema: [], stufe: [], kompetenz: [], kommune: [], bis: [] };
  /** @type {State} */
  #state = { chosen: this.#options, sortierung: "", ansicht: "" };
  /** @type {string} */
  #ordered = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;

  connectedCallback() {
    if (this.#started) return;
    this.#started = true;
    this.#items = this.#readItems();
    for (const key of KEYS) this.#options[key] = this.#fields(key).map(({ value }) => value).filter(Boolean);
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#toResults();
    });
    this.addEventListener("change", ({ target }) => this.#changed(target));
    this.#state = this.#inAddress();
    addEventListener("popstate", () => this.#followAddress());
    const wide = matchMedia(WIDE);
    wide.addEventListener("change", () => this.#fold(wide.matches));
    this.#fold(wide.matches);
    this.#fillForm();
    this.#show();
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  /** @template {HTMLElement} T @param {string} name @returns {T} */
  #part(name) {
    return /** @type {T} */ (this.querySelector(`.forum-finder__${name}`));
  }

  /** @param {Key} key @returns {HTMLInputElement[]} */
  #fields(key) {
    return [...this.querySelectorAll("input")].filter(({ name }) => name === key);
  }

  /** @returns {Entry[]} */
  #readItems() {
    const told = this.querySelector('script[type="application/json"]')?.textContent ?? "";
    return Object.entries(readConfig(JSON.parse(told))).flatMap(([list, facts]) => {
      const entries = this.querySelectorAll(`[data-list="${list}"] > li`);
      return facts.map((one, index) => {
        const entry = /** @type {HTMLElement} */ (entries[index]);
        return { ...one, entry, title: entry.querySelector("a")?.textContent ?? "" };
      });
    });
  }

  /** Beside the list the filters are open, above it they are folded; what has the focus stays visible. @param {boolean} wide */
  #fold(wide) {
    const fold = /** @type {HTMLDetailsElement} */ (this.#part("fold"));
    fold.open = wide || fold.contains(document.activeElement);
  }

  #inAddress() {
    return readState(new URLSearchParams(location.hash.slice(1)), this.#options);
  }

  /** The reader goes back or forward; links to places in the page are no other choice. */
  #followAddress() {
    if (location.hash && !location.hash.includes("=")) return;
    const state = this.#inAddress();
    if (hashOf(state) === hashOf(this.#state)) return;
    this.#state = state;
    this.#fillForm();
    this.#show();
    this.#tell();
  }

  #fillForm() {
    const { chosen, sortierung, ansicht } = this.#state;
    for (const key of KEYS) {
      for (const field of this.#fields(key)) {
        field.checked = field.value ? chosen[key].includes(field.value) : chosen[key].length === 0;
        if (field.checked && field.value) field.closest("details")?.setAttribute("open", "");
      }
    }
    const fields = this.#form.elements;
    /** @type {HTMLSelectElement} */ (fields.namedItem("sortierung")).value = sortierung;
    /** @type {HTMLInputElement} */ (fields.namedItem("ansicht")).checked = ansicht !== "";
  }

  /** @param {EventTarget | null} target */
  #changed(target) {
    const given = new URLSearchParams([...new FormData(this.#form)].map(([key, value]) => [key, String(value)]));
    // The arrow keys pass through minutes that nobody wants to come back to; how the list looks is no step either.
    const step = target instanceof HTMLInputElement && target.type === "checkbox" && target.name !== "ansicht";
    const first = this.#state.chosen.bis.length === 0 && given.get("bis");
    this.#go(readState(given, this.#options), step || first ? "pushState" : "replaceState");
  }

  /** @param {State} state @param {"pushState" | "replaceState"} way */
  #go(state, way) {
    this.#state = state;
    history[way](null, "", `${location.pathname}${hashOf(state)}`);
    this.#show();
    this.#tell();
  }

  /** Without some filters: what was clicked goes away, so the focus must find a new place. @param {State} state */
  #drop(state) {
    const chips = this.#part("chips");
    const place = [...chips.querySelectorAll("button")].findIndex((one) => one === document.activeElement);
    this.#go(state, "pushState");
    this.#fillForm();
    const left = [...chips.querySelectorAll("button")];
    const next = place < 0 ? undefined : left[Math.min(place, left.length - 2)];
    if (next) next.focus();
    else this.#part("status").focus({ preventScroll: true });
  }

  #show() {
    const found = new Set(matching(this.#items, this.#state.chosen));
    this.#order();
    for (const item of this.#items) item.entry.hidden = !found.has(item);
    for (const list of this.querySelectorAll("[data-list]")) {
      const count = list.querySelectorAll(":scope > li:not([hidden])").length;
      const section = /** @type {HTMLElement} */ (list.closest("section"));
      section.hidden = count === 0;
      const number = section.querySelector("h2 small");
      if (number) number.textContent = FINDER.count(count);
      list.classList.toggle("forum-finder__list--compact", this.#state.ansicht !== "");
    }
    this.#part("status").textContent = this.#found();
    this.#showCounts();
    this.#showChips();
    this.#showEmpty(found.size === 0);
  }

  #order() {
    if (this.#ordered === this.#state.sortierung) return;
    this.#ordered = this.#state.sortierung;
    for (const { entry } of sorted(this.#items, this.#ordered)) entry.parentElement?.append(entry);
  }

  #found() {
    const found = matching(this.#items, this.#state.chosen);
    const courses = found.filter(({ art }) => art.includes("kurs")).length;
    return FINDER.found(courses, found.length - courses);
  }

  #showCounts() {
    const numbers = counts(this.#items, this.#state.chosen, this.#options);
    let all = 0;
    for (const key of KEYS) {
      for (const field of this.#fields(key)) {
        const count = numbers[key].get(field.value) ?? 0;
        const label = /** @type {HTMLElement} */ (field.closest("label"));
        label.classList.toggle("forum-finder__none", count === 0);
        const number = label.querySelector("small");
        if (number) number.textContent = FINDER.count(count);
      }
      const chosen = this.#state.chosen[key].length;
      all += chosen;
      const words = this.querySelector(`[data-group="${key}"] .forum-finder__chosen`);
      if (words) words.textContent = FINDER.chosen(chosen);
    }
    this.#part("chosen").textContent = FINDER.chosen(all);
  }

  #showChips() {
    const chips = KEYS.flatMap((key) =>
      this.#state.chosen[key].map((value) => {
        const words = this.#words(key, value);
        const chip = element(
          "button",
          { type: "button" },
          element("span", { class: "kern-sr-only" }, `${FINDER.remove} `),
          words,
          element("span", { "aria-hidden": "true" }, "\u00d7"),
        );
        chip.addEventListener("click", () => this.#drop(without(this.#state, key, value)));
        return chip;
      }),
    );
    const all = element("button", { type: "button", class: "forum-finder__clear" }, FINDER.clear);
    all.addEventListener("click", () => this.#drop(withoutAll(this.#state)));
    this.#part("chips").replaceChildren(...(chips.length ? [...chips, all] : [element("p", {}, FINDER.noFilter)]));
  }

  /** What an option is called outside of its filter. @param {Key} key @param {string} value */
  #words(key, value) {
    const field = this.#fields(key).find((one) => one.value === value);
    return FINDER.chip(this.#title(key), field?.nextElementSibling?.textContent ?? value);
  }

  /** @param {Key} key */
  #title(key) {
    return this.querySelector(`[data-group="${key}"] legend`)?.textContent ?? key;
  }

  /** @param {boolean} empty */
  #showEmpty(empty) {
    const place = this.#part("empty");
    place.hidden = !empty;
    if (!empty) return;
    const offers = ways(this.#items, this.#state.chosen).map(({ key, count }) => {
      const { length, 0: only } = this.#state.chosen[key];
      const words = length === 1 && only ? this.#words(key, only) : this.#title(key);
      const offer = element("button", { type: "button" }, FINDER.way(words, count));
      offer.addEventListener("click", () => this.#drop(without(this.#state, key)));
      return element("li", {}, offer);
    });
    place.replaceChildren(
      element("p", {}, element("strong", {}, FINDER.nothing)),
      element("p", {}, offers.length ? FINDER.nothingNext : FINDER.nothingAtAll),
      ...(offers.length ? [element("ul", {}, ...offers)] : []),
    );
  }

  /** Tells how much was found, once the reader pauses. */
  #tell() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => announce(this.#found()), PAUSE);
  }

  #toResults() {
    /** @type {HTMLDetailsElement} */ (this.#part("fold")).open = matchMedia(WIDE).matches;
    const status = this.#part("status");
    status.focus();
    status.scrollIntoView({ block: "start" });
  }
}
