// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * What the browser remembers for a learner who asked for it: one key per thing, `forum:2:<forum>:<kind>:<id>`, so that
 * two tabs never overwrite each other. Nothing is written before `start()`. What cannot be read is passed over.
 *
 * Format 1 kept everything under one key, `forum:1:<forum>`. It is read as it is, and `start()` brings it over.
 */

import { FORMAT, readFile, writeFile } from "./progress-file.js";
import { CODE_LIMIT, KINDS, MARKS, TITLE_LIMIT, isDate, isId, isRecord, merged, noItems, parsed, readItem } from "./progress-items.js";
import { IMPORT } from "./strings-progress.js";

/** @import { Item, Items, Kind, MarkKind } from "./progress-items.js" */

/** `full`: there is no room left; `forbidden`: the browser lets this page store nothing. */
/** @typedef {"" | "full" | "forbidden"} Problem */
/** @typedef {Record<Kind, number>} Counts */

/** How format 1 named its lists. @type {Record<MarkKind, string>} */
const DRAFT_LISTS = { lesson: "lessons", exercise: "exercises", quiz: "quizzes" };

export class Memory {
  /** Why the last attempt to store failed. @type {Problem} */
  problem = "";
  #storage;
  #forum;
  #prefix;
  #draftKey;
  #now;
  /** @type {Set<() => void>} */
  #watchers = new Set();

  /**
   * @param {object} given
   * @param {Storage | null} given.storage null where the browser refuses it (see `storageOf`)
   * @param {string} given.forum
   * @param {() => Date} [given.now]
   */
  constructor({ storage, forum, now = () => new Date() }) {
    this.#storage = storage;
    this.#forum = forum;
    this.#prefix = `forum:${FORMAT}:${forum}:`;
    this.#draftKey = `forum:1:${forum}`;
    this.#now = now;
    this.#get(this.#draftKey);
  }

  /** Did the learner ask for it? */
  get on() {
    return this.#stored("memory", "on") !== null;
  }

  /** Since when, as 2026-11-23; null when nothing is remembered. */
  get since() {
    return this.#stored("memory", "on")?.["date"] ?? null;
  }

  /** Is there something in format 1 that `start()` would bring over? Whoever had that had asked for it. */
  get hasDraft() {
    return isRecord(parsed(this.#get(this.#draftKey)));
  }

  /** Today in the learner's time zone, as 2026-11-23. */
  get today() {
    const day = this.#now();
    const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
    return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  }

  /** From now on things are remembered; false when the browser does not let us. */
  start() {
    const started = this.on || this.#put("memory", "on", { date: this.today });
    if (started) this.#bringOver();
    this.#tell();
    return started;
  }

  /**
   * When a thing was done first; null when it was not.
   * @param {MarkKind} kind
   * @param {readonly string[]} ids today's, then former ones
   */
  done(kind, ids) {
    const dates = ids.map((id) => this.#item(kind, id)?.["date"]).filter((date) => date !== undefined);
    return dates.sort()[0] ?? null;
  }

  /**
   * Remembers that a thing is done; what is done already stays as it is.
   * @param {MarkKind} kind
   * @param {string} id
   * @param {string} [title] for the time when the course no longer has it
   */
  mark(kind, id, title = "") {
    if (this.done(kind, [id])) return true;
    return this.#keep(kind, id, { date: this.today, title: title.slice(0, TITLE_LIMIT) });
  }

  /**
   * Own code of an exercise, with its date; null when there is none.
   * @param {readonly string[]} ids today's, then former ones
   */
  code(ids) {
    return ids.map((id) => this.#item("code", id)).find((item) => item !== null) ?? null;
  }

  /** @param {string} id @param {string} code @param {string} [title] */
  keepCode(id, code, title = "") {
    if (code.length > CODE_LIMIT) return false;
    return this.#keep("code", id, { date: this.today, title: title.slice(0, TITLE_LIMIT), code });
  }

  /** @param {readonly string[]} ids */
  dropCode(ids) {
    const known = ids.filter((id) => this.#item("code", id));
    for (const id of known) this.#remove(this.#key("code", id));
    if (known.length) this.#tell();
  }

  /** The lesson that was open last; null when there was none. */
  get place() {
    return this.#item("place", "last");
  }

  /** @param {string} lesson @param {string} title */
  visit(lesson, title) {
    return this.#keep("place", "last", { date: this.today, title: title.slice(0, TITLE_LIMIT), lesson });
  }

  /** Everything that is remembered, by kind and id. @returns {Items} */
  all() {
    const items = this.#draft();
    for (const key of this.#keys()) {
      const [name = "", id = ""] = key.slice(this.#prefix.length).split(":");
      const kind = KINDS.find((each) => each === name);
      const item = kind ? this.#item(kind, id) : null;
      if (kind && item) items[kind][id] = item;
    }
    return items;
  }

  /** Everything as the text of a file. */
  export() {
    return writeFile(this.#forum, this.today, this.all());
  }

  /**
   * Adds what a file holds: of marks the first date stays, of code and place the last one. Whoever hands over a file asks
   * for it to be remembered. All or nothing: when something is wrong, everything stays as it was.
   * @param {unknown} text
   * @returns {{ ok: boolean, reason: string, taken: Counts }}
   */
  import(text) {
    const none = { lesson: 0, exercise: 0, quiz: 0, code: 0, place: 0 };
    const { items, reason } = readFile(text, this.#forum);
    if (!items) return { ok: false, reason, taken: none };
    const news = this.#newIn(items);
    const entries = news.map(({ kind, id, item }) => /** @type {const} */ ([this.#key(kind, id), JSON.stringify(item)]));
    const consent = /** @type {const} */ ([this.#key("memory", "on"), JSON.stringify({ date: this.today })]);
    if (!this.#putAll(this.on ? entries : [consent, ...entries])) {
      this.#tell();
      return { ok: false, reason: IMPORT.notStored(this.problem), taken: none };
    }
    for (const { kind } of news) none[kind] += 1;
    this.start();
    return { ok: true, reason: "", taken: none };
  }

  /** Removes everything, also the learner's wish; what is given brings it back (see `restore`). */
  forget() {
    /** @type {[string, string][]} */
    const kept = [];
    for (const key of [...this.#keys(), this.#draftKey]) {
      const text = this.#get(key);
      if (text === null) continue;
      kept.push([key, text]);
      this.#remove(key);
    }
    if (this.problem === "full") this.problem = "";
    this.#tell();
    return kept;
  }

  /** @param {readonly (readonly [string, string])[]} kept what `forget` gave */
  restore(kept) {
    const whole = this.#putAll(kept.filter(([key]) => this.#get(key) === null));
    this.#tell();
    return whole;
  }

  /** Calls back whenever something may have changed. @param {() => void} watcher @returns {() => void} ends it */
  watch(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Another tab has changed this key (null: all of them). @param {string | null} key */
  changedElsewhere(key) {
    if (key === null || key.startsWith(this.#prefix) || key === this.#draftKey) this.#tell();
  }

  #tell() {
    for (const watcher of this.#watchers) watcher();
  }

  /** @param {Kind | "memory"} kind @param {string} id */
  #key(kind, id) {
    return `${this.#prefix}${kind}:${id}`;
  }

  /** @param {Kind | "memory"} kind @param {string} id @returns {Item | null} */
  #stored(kind, id) {
    return isId(kind, id) ? readItem(kind, parsed(this.#get(this.#key(kind, id)))) : null;
  }

  /** @param {Kind} kind @param {string} id @returns {Item | null} */
  #item(kind, id) {
    const item = this.#stored(kind, id);
    const list = this.#draft()[kind];
    const old = Object.hasOwn(list, id) ? list[id] : undefined;
    return old ? merged(kind, item, old) : item;
  }

  /** Stores one thing, if the learner wants that. @param {Kind} kind @param {string} id @param {Item} item */
  #keep(kind, id, item) {
    if (!this.on || !isId(kind, id)) return false;
    const kept = this.#put(kind, id, item);
    this.#tell();
    return kept;
  }

  /** @param {Kind | "memory"} kind @param {string} id @param {Item} item */
  #put(kind, id, item) {
    return this.#set(this.#key(kind, id), JSON.stringify(item));
  }

  /** Items that add something to what is here. @param {Items} items */
  #newIn(items) {
    const listed = KINDS.flatMap((kind) => Object.entries(items[kind]).map(([id, item]) => ({ kind, id, item })));
    return listed.flatMap(({ kind, id, item }) => {
      const here = this.#stored(kind, id);
      const best = merged(kind, here, item);
      return best === here ? [] : [{ kind, id, item: best }];
    });
  }

  /** What format 1 holds, as far as it can be read. */
  #draft() {
    const items = noItems();
    const draft = parsed(this.#get(this.#draftKey));
    if (!isRecord(draft)) return items;
    for (const kind of MARKS) {
      const list = draft[DRAFT_LISTS[kind]];
      for (const [id, time] of isRecord(list) ? Object.entries(list) : []) {
        const date = String(time).slice(0, 10);
        if (isId(kind, id) && isDate(date)) items[kind][id] = { date, title: "" };
      }
    }
    return items;
  }

  /** Brings format 1 over; its key goes once everything else is written. */
  #bringOver() {
    if (!this.hasDraft) return;
    const news = this.#newIn(this.#draft());
    if (news.every(({ kind, id, item }) => this.#put(kind, id, item))) this.#remove(this.#draftKey);
  }

  #keys() {
    const storage = this.#storage;
    const keys = this.#try(() => Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? ""));
    return (keys ?? []).filter((key) => key.startsWith(this.#prefix));
  }

  /** @param {string} key */
  #get(key) {
    return this.#try((storage) => storage.getItem(key)) ?? null;
  }

  /** @param {string} key @param {string} text */
  #set(key, text) {
    const done = this.#try((storage) => {
      storage.setItem(key, text);
      return true;
    });
    if (done) this.problem = "";
    return done === true;
  }

  /** @param {string} key */
  #remove(key) {
    this.#try((storage) => storage.removeItem(key));
  }

  /** Writes all of them, or none. @param {readonly (readonly [string, string])[]} entries */
  #putAll(entries) {
    const before = entries.map(([key]) => /** @type {const} */ ([key, this.#get(key)]));
    if (entries.every(([key, text]) => this.#set(key, text))) return true;
    const { problem } = this;
    for (const [key] of before) this.#remove(key);
    for (const [key, text] of before) if (text !== null) this.#set(key, text);
    this.problem = problem;
    return false;
  }

  /**
   * Does something with the storage; undefined, and `problem` says why, when the browser does not let us.
   * @template T
   * @param {(storage: Storage) => T} work
   * @returns {T | undefined}
   */
  #try(work) {
    try {
      if (this.#storage) return work(this.#storage);
      this.problem = "forbidden";
    } catch (fault) {
      this.problem = isFull(fault) ? "full" : "forbidden";
    }
    return undefined;
  }
}

/** @param {unknown} fault */
function isFull(fault) {
  const name = isRecord(fault) ? fault["name"] : "";
  return name === "QuotaExceededError" || name === "NS_ERROR_DOM_QUOTA_REACHED";
}

/**
 * The storage of a window; null where even asking for it is forbidden.
 * @param {{ localStorage: Storage | null }} view
 */
export function storageOf(view) {
  try {
    return view.localStorage;
  } catch {
    return null;
  }
}
