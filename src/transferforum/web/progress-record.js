// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** <forum-record>: everything that is remembered, in plain words; to keep as a file, to take over, to delete. */

import { announce } from "./announce.js";
import { alertBox, button, element, rich } from "./dom.js";
import { offer, problemOf } from "./progress-box.js";
import { FILE_LIMIT } from "./progress-file.js";
import { KINDS } from "./progress-items.js";
import { storedTitles, titlesOf } from "./progress-titles.js";
import { IMPORT, MEMORY, RECORD } from "./strings-progress.js";

/** @import { Item, Kind } from "./progress-items.js" */
/** @import { Here } from "./progress-page.js" */
/** @import { TitleOf, Titled } from "./progress-titles.js" */

export class ForumRecord extends HTMLElement {
  /** What the element works with; set before it is defined. @type {Here} */
  static here;
  #list = element("div", { class: "forum-record__list" });
  #message = element("div", { class: "forum-record__message" });
  #buttons = element("div", { class: "forum-toolbar", role: "group", "aria-label": RECORD.buttons });
  #help = element("p", { class: "forum-record__help" }, RECORD.takeHelp);
  #question = element("div", { class: "forum-record__question" });
  #saveButton = button(RECORD.save, "secondary", () => this.#save(), "download");
  #takeButton = button(RECORD.take, "secondary", () => this.#input.click());
  #forgetButton = button(RECORD.forget, "tertiary", () => this.#ask());
  #input = element("input", { type: "file", accept: ".json,application/json", hidden: true });
  /** @type {TitleOf} */
  #titleOf = storedTitles;
  #shown = "";

  connectedCallback() {
    const { about, memory } = ForumRecord.here;
    this.hidden = false;
    this.#buttons.append(this.#saveButton, this.#takeButton, this.#forgetButton, this.#input);
    this.#input.addEventListener("change", () => this.#take());
    this.append(this.#message, this.#list, this.#buttons, this.#help, this.#question);
    memory.watch(() => this.#show());
    this.#show();
    titlesOf(about).then((titleOf) => {
      this.#titleOf = titleOf;
      this.#shown = "";
      this.#show();
    });
  }

  /** Shows what is remembered now; what has not changed stays, so that open parts stay open. */
  #show() {
    const { memory } = ForumRecord.here;
    const state = `${memory.since} ${memory.problem} ${JSON.stringify(memory.all())}`;
    if (state === this.#shown) return;
    this.#shown = state;
    this.#list.replaceChildren(...this.#parts());
    const empty = !memory.on && KINDS.every((kind) => Object.keys(memory.all()[kind]).length === 0);
    this.#saveButton.hidden = this.#forgetButton.hidden = empty;
    this.#takeButton.hidden = memory.problem === "forbidden";
    this.#help.hidden = memory.on || memory.problem === "forbidden";
    if (empty) this.#question.replaceChildren();
  }

  /** @returns {Node[]} */
  #parts() {
    const { memory } = ForumRecord.here;
    const items = memory.all();
    const groups = KINDS.filter((kind) => Object.keys(items[kind]).length > 0);
    const problem = problemOf(memory);
    const parts = problem ? [problem] : [];
    if (memory.since) parts.push(element("p", { tabindex: "-1" }, RECORD.since(memory.since)));
    else if (memory.problem !== "forbidden") parts.push(element("p", {}, RECORD.off), offer(memory, () => this.#thank()));
    if (memory.on && groups.length === 0) parts.push(element("p", {}, RECORD.none));
    return [...parts, ...groups.flatMap((kind) => this.#group(kind, items[kind]))];
  }

  /** @param {Kind} kind @param {Record<string, Item>} items @returns {Node[]} */
  #group(kind, items) {
    const known = Object.entries(items).map(([id, item]) => {
      const named = this.#titleOf(kind, kind === "place" ? item["lesson"] ?? "" : id, item);
      return { item, named, date: item["date"] ?? "" };
    });
    known.sort((one, other) => other.date.localeCompare(one.date) || one.named.place - other.named.place || 0);
    const entries = known.map(({ item, named }) => this.#entry(kind, item, named));
    return [element("h3", {}, RECORD.headings[kind]), element("ul", { class: "forum-record__items" }, ...entries)];
  }

  /** @param {Kind} kind @param {Item} item @param {Titled} named */
  #entry(kind, item, { title, url }) {
    const href = new URL(url, new URL(ForumRecord.here.about.root, document.baseURI)).href;
    const words = rich(title);
    const name = url ? element("a", { href }, ...words) : element("strong", {}, ...words);
    const date = element("span", { class: "forum-record__date" }, RECORD.dates[kind](item["date"] ?? ""));
    const entry = element("li", {}, name, " ", date);
    if (kind === "code") entry.append(codeOf(title, item["code"] ?? ""));
    return entry;
  }

  /** The button that started is gone: the focus goes to what it brought. */
  #thank() {
    announce(MEMORY.on);
    this.#list.querySelector("p")?.focus();
  }

  #save() {
    const { memory } = ForumRecord.here;
    const name = `lernstand-${memory.today}.json`;
    const address = URL.createObjectURL(new Blob([memory.export()], { type: "application/json" }));
    const link = element("a", { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    announce(RECORD.saved(name));
  }

  async #take() {
    const [file] = this.#input.files ?? [];
    this.#input.value = "";
    if (!file) return;
    const { ok, reason, taken } = await this.#import(file);
    if (ok) this.#tell("success", RECORD.taken, RECORD.takenOver(taken));
    else this.#tell("warning", RECORD.refused, reason);
  }

  /** @param {File} file */
  async #import(file) {
    const none = { ok: false, taken: { lesson: 0, exercise: 0, quiz: 0, code: 0, place: 0 } };
    if (file.size > FILE_LIMIT) return { ...none, reason: IMPORT.tooBig };
    try {
      return ForumRecord.here.memory.import(await file.text());
    } catch {
      return { ...none, reason: IMPORT.unreadable };
    }
  }

  #ask() {
    const words = element("p", { id: "forum-record-question", tabindex: "-1" }, RECORD.ask);
    const yes = button(RECORD.yes, "primary", () => this.#forget());
    const no = button(RECORD.no, "secondary", () => {
      this.#question.replaceChildren();
      this.#forgetButton.focus();
    });
    const choice = element("div", { class: "forum-toolbar" }, yes, no);
    const group = element("div", { role: "group", "aria-labelledby": "forum-record-question" }, words, choice);
    this.#question.replaceChildren(group);
    words.focus();
  }

  #forget() {
    const kept = ForumRecord.here.memory.forget();
    this.#question.replaceChildren();
    const undo = button(RECORD.undo, "secondary", () => {
      const whole = ForumRecord.here.memory.restore(kept);
      if (whole) this.#tell("success", RECORD.undone);
      else announce(MEMORY.problem(ForumRecord.here.memory.problem));
    });
    this.#tell("info", RECORD.forgotten, RECORD.undoHelp, undo);
  }

  /**
   * Says what happened, above everything, and puts the focus there.
   * @param {"success" | "warning" | "info"} kind
   * @param {string} title
   * @param {string} [text]
   * @param {Node[]} actions
   */
  #tell(kind, title, text = "", ...actions) {
    const head = element("p", { tabindex: "-1" }, title);
    const words = text ? [element("p", {}, text)] : [];
    this.#message.replaceChildren(alertBox(kind, head, ...words, ...actions));
    announce(`${title.replace(/\.$/, "")}. ${text}`.trim());
    head.focus();
  }
}

/** Own code, folded away. @param {string} title @param {string} code */
function codeOf(title, code) {
  const label = { class: "forum-record__code", tabindex: "0", role: "group", "aria-label": RECORD.codeOf(title) };
  return element("details", {}, element("summary", {}, RECORD.showCode), element("pre", label, code));
}
