// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * <forum-search>: finds while somebody types, shows pages with the passage that fits, and keeps the query in the address,
 * behind the `#`: no request carries it, also when the page is loaded anew. The index is fetched when this page is opened;
 * nothing is stored and nothing of what is typed is sent.
 */

import { announce } from "./announce.js";
import { alertBox, button, element } from "./dom.js";
import { Index, fetcher } from "./search-index.js";
import { marked, passage } from "./search-passage.js";
import { rank } from "./search-rank.js";
import { fold, stem } from "./search-words.js";
import { SEARCH } from "./strings-search.js";

/** @import { Page } from "./search-index.js" */
/** @import { Piece } from "./search-passage.js" */
/** @import { Ranking } from "./search-rank.js" */

const STEP = 10;
const SHORTEST = 2;
/** Quotation marks that people put around a query; they ask for nothing. */
const QUOTES = /^["'„“”‚‘’»«›‹\s]+|["'„“”‚‘’»«›‹\s]+$/g;
/** Milliseconds without a letter after which the count is told and the address changes. */
const PAUSE = 900;

export class ForumSearch extends HTMLElement {
  /** @type {Promise<Index> | null} */
  #index = null;
  #answer = element("div", { class: "forum-search__answer" });
  #pause = 0;
  #asked = 0;

  connectedCallback() {
    if (this.#index) return;
    this.append(this.#answer);
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask({ settled: true });
    });
    this.#field.addEventListener("input", () => this.#ask({ settled: false }));
    this.#field.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.#field.value) return;
      event.preventDefault();
      this.#field.value = "";
      this.#ask({ settled: true });
    });
    addEventListener("popstate", () => this.#fromAddress());
    this.#fromAddress();
    if (!this.#field.value) this.#open().catch(() => {}); // the first query says what is wrong
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  get #field() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }

  get #address() {
    return new URL(this.dataset["index"] ?? "", document.baseURI).href;
  }

  #fromAddress() {
    const query = new URLSearchParams(location.hash.slice(1)).get("q");
    if (query === null && location.hash) return; // a link to a place in the page is no other query
    this.#field.value = (query ?? "").slice(0, this.#field.maxLength);
    if (this.#field.value) this.#ask({ settled: true });
    else this.#answer.replaceChildren();
  }

  #open() {
    this.#index ??= fetcher(this.#address).then(Index.open);
    this.#index.catch(() => (this.#index = null));
    return this.#index;
  }

  /** @param {{ settled: boolean }} how whether the query is complete, as far as one knows */
  async #ask({ settled }) {
    const query = this.#field.value.trim();
    const number = (this.#asked += 1);
    clearTimeout(this.#pause);
    if (settled) this.#keep(query);
    if (query.length < SHORTEST) return this.#wait(settled && query !== "");
    if (!this.#index) this.#answer.replaceChildren(element("p", {}, SEARCH.loading));
    try {
      const index = await this.#open();
      const ranking = await rank(index, query);
      const found = await Promise.all(ranking.ranked.slice(0, STEP).map(({ page }) => index.page(page)));
      if (number !== this.#asked) return;
      const shown = query.replace(QUOTES, "") || query;
      this.#show(shown, index, ranking, found);
      const told = this.#told(shown, ranking);
      if (settled) announce(told);
      else this.#pause = window.setTimeout(() => this.#settle(query, told), PAUSE);
    } catch (fault) {
      if (number === this.#asked) this.#complain();
      throw fault;
    }
  }

  /** Nothing is looked for yet. @param {boolean} asked whether somebody expects an answer */
  #wait(asked) {
    this.#answer.replaceChildren(...(asked ? [element("p", {}, SEARCH.short)] : []));
    if (asked) announce(SEARCH.short);
  }

  /** The reader looks at the results now. @param {string} query @param {string} told */
  #settle(query, told) {
    this.#keep(query);
    announce(told);
  }

  /** The address leads here again, and can be passed on. @param {string} query */
  #keep(query) {
    const address = new URL(location.href);
    address.hash = query && new URLSearchParams({ q: query }).toString();
    if (address.href !== location.href) history.replaceState(null, "", address);
  }

  /** @param {string} query @param {Ranking} ranking */
  #told(query, { ranked, guesses }) {
    if (!ranked.length) return `${SEARCH.nothing(query)}. ${SEARCH.nothingNext.join(" ")}`;
    return [`${SEARCH.found(ranked.length, query)}.`, ...guesses.map(([typed, meant]) => SEARCH.guess(typed, meant))].join(" ");
  }

  /** @param {string} query @param {Index} index @param {Ranking} ranking @param {Page[]} found */
  #show(query, index, ranking, found) {
    const count = ranking.ranked.length;
    if (!count) {
      const tips = SEARCH.nothingNext.map((tip) => element("li", {}, tip));
      this.#answer.replaceChildren(element("p", { class: "forum-search__count" }, SEARCH.nothing(query)), element("ul", {}, ...tips));
      return;
    }
    const weightOf = weights(index, ranking.terms);
    const items = found.map((page) => this.#item(page, weightOf));
    const list = element("ol", { class: "forum-search__list", "aria-label": SEARCH.results }, ...items);
    const shown = element("span", {}, SEARCH.shown(found.length, count));
    const guesses = ranking.guesses.map(([typed, meant]) => element("p", {}, SEARCH.guess(typed, meant)));
    const said = element("p", { class: "forum-search__count" }, SEARCH.found(count, query), shown);
    this.#answer.replaceChildren(said, ...guesses, list);
    if (found.length < count) this.#answer.append(this.#moreButton(index, ranking, list, shown, weightOf));
  }

  /**
   * @param {Index} index
   * @param {Ranking} ranking
   * @param {HTMLElement} list
   * @param {HTMLElement} shown says how many there are
   * @param {(word: string) => number} weightOf
   */
  #moreButton(index, { ranked }, list, shown, weightOf) {
    const more = button(SEARCH.more, "secondary", async () => {
      const start = list.children.length;
      const next = await Promise.all(ranked.slice(start, start + STEP).map(({ page }) => index.page(page)));
      const items = next.map((page) => this.#item(page, weightOf));
      list.append(...items);
      shown.textContent = SEARCH.shown(list.children.length, ranked.length);
      if (list.children.length >= ranked.length) more.remove();
      items[0]?.querySelector("a")?.focus();
    });
    return more;
  }

  /** @param {Page} page @param {(word: string) => number} weightOf */
  #item(page, weightOf) {
    const { anchor, heading, pieces } = passage(page, weightOf);
    const address = this.#page(page.url);
    const kind = element("span", { class: "forum-search__kind" }, page.kind);
    const colon = element("span", { class: "kern-sr-only" }, ": ");
    const link = element("a", { href: address }, ...nodes(marked(page.title, weightOf)));
    const item = element("li", {}, element("h2", { class: "forum-search__title" }, kind, colon, link));
    if (page.inside) item.append(element("p", { class: "forum-search__place" }, SEARCH.inside(page.inside)));
    item.append(element("p", { class: "forum-search__passage" }, ...nodes(pieces)));
    if (heading && anchor) {
      const section = element("a", { href: `${address.split("#")[0]}#${anchor}` }, heading);
      item.append(element("p", { class: "forum-search__place" }, SEARCH.section, section));
    }
    return item;
  }

  /** @param {string} url from the start of the site */
  #page(url) {
    return new URL(`../../${url}`, this.#address).href;
  }

  #complain() {
    const again = button(SEARCH.retry, "secondary", () => {
      this.#field.focus();
      this.#ask({ settled: true });
    });
    const box = alertBox("danger", element("p", {}, SEARCH.notLoaded), element("p", {}, SEARCH.notLoadedNext), again);
    this.#answer.replaceChildren(box);
    announce(`${SEARCH.notLoaded}. ${SEARCH.notLoadedNext}`);
  }
}

/** @param {Index} index @param {Map<number, number>} terms */
function weights(index, terms) {
  return (/** @type {string} */ word) => terms.get(index.numbers.get(stem(fold(word))) ?? -1) ?? 0;
}

/** @param {Piece[]} pieces */
function nodes(pieces) {
  return pieces.map(({ text, found }) => (found ? element("mark", {}, text) : text));
}
