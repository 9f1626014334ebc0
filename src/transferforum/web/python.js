// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * The one client of Python in a page: a queue of tasks in front of one worker, as a small state machine.
 *
 *     idle -> loading -> ready <-> running        stop: terminate, load again, rerun the cells run before
 *                 \---------------/-> failed -> (retry) loading
 *
 * Knows no DOM: the worker and the clock are handed in, so that tests drive it with fakes.
 */

/** @import { FileMessage, FromWorker, Failure, Place, Progress, StartMessage, Task, ToWorker } from "./protocol.js" */

/** @typedef {"idle" | "loading" | "ready" | "running" | "failed"} State */

/**
 * How a task ended; `text` is what Python answered.
 * @typedef {{ type: "done", text: string } | { type: "stopped" } | { type: "crashed", detail: string }
 *   | { type: "failed", failure: Failure }} End
 */

/**
 * What this module needs of a worker.
 * @typedef {object} WorkerLike
 * @property {(message: ToWorker) => void} postMessage
 * @property {() => void} terminate
 * @property {((event: { data: FromWorker }) => void) | null} onmessage
 * @property {((event: { message?: string }) => void) | null} onerror
 */

/** @typedef {{ set: (action: () => void, milliseconds: number) => unknown, clear: (timer: any) => void }} Clock */

/**
 * @typedef {object} Ticket
 * @property {number} id
 * @property {string} place
 * @property {Task} task
 * @property {object} owner  whoever asked; only their own tasks are stopped by them
 * @property {boolean} begun  the worker runs it (before, it waits for packages)
 * @property {(end: End) => void} settle
 */

/** Milliseconds without a sign of life after which a start counts as hung. Proxies that scan downloads are slow. */
export const PATIENCE = 90_000;

/** @type {Clock} */
const CLOCK = { set: (action, milliseconds) => setTimeout(action, milliseconds), clear: (timer) => clearTimeout(timer) };

export class Python {
  /** @type {State} */
  state = "idle";
  /** @type {Progress | null} */
  progress = null;
  /** @type {Failure | null} */
  failure = null;

  /** @type {WorkerLike | null} */
  #worker = null;
  /** @type {Map<string, Place>} */
  #places = new Map();
  /** @type {Map<number, { place: string, task: Task }>} */
  #cells = new Map();
  /** What learners put in place of files, by place and path. @type {Map<string, FileMessage>} */
  #files = new Map();
  /** @type {Ticket[]} */
  #queue = [];
  /** @type {Ticket | null} */
  #current = null;
  /** @type {Set<() => void>} */
  #watchers = new Set();
  /** @type {Promise<unknown>} */
  #replay = Promise.resolve();
  /** @type {unknown} */
  #timer = undefined;
  #lastId = 0;
  #spawn;
  #start;
  #patience;
  #clock;

  /** @param {{ spawn: () => WorkerLike, start: StartMessage, patience?: number, clock?: Clock }} options */
  constructor({ spawn, start, patience = PATIENCE, clock = CLOCK }) {
    this.#spawn = spawn;
    this.#start = start;
    this.#patience = patience;
    this.#clock = clock;
  }

  /**
   * Call `watcher` after every change.
   * @param {() => void} watcher
   */
  watch(watcher) {
    this.#watchers.add(watcher);
  }

  /**
   * Get ready for this place, quietly: start Python if need be, fetch its files and packages.
   * @param {Place} place
   */
  want(place) {
    if (!this.#places.has(place.id)) {
      this.#places.set(place.id, place);
      this.#worker?.postMessage({ type: "open", place });
    }
    if (this.state === "idle") this.#launch();
  }

  /**
   * From now on run a place with this content of one of its files, also after a restart; null: with its own again.
   * @param {string} place
   * @param {string} path
   * @param {ArrayBuffer | null} content
   */
  replaceFile(place, path, content) {
    /** @type {FileMessage} */
    const message = { type: "file", place, path, content };
    if (content) this.#files.set(`${place}/${path}`, message);
    else this.#files.delete(`${place}/${path}`);
    this.#worker?.postMessage(message);
  }

  /**
   * What has to be fetched before this place can run code.
   * @param {Place} place
   */
  missing(place) {
    const wanted = new Set([...this.#places.values()].flatMap((known) => known.packages));
    return { core: this.state === "idle", packages: place.packages.filter((name) => !wanted.has(name)) };
  }

  /**
   * Run a task in a place, after those asked for earlier.
   * @param {Place} place
   * @param {Task} task
   * @param {object} owner
   * @returns {Promise<End>}
   */
  run(place, task, owner) {
    if (this.failure) return Promise.resolve({ type: "failed", failure: this.failure });
    this.want(place);
    const ticket = this.#ticket(place.id, task, owner);
    this.#queue.push(ticket.ticket);
    this.#pump();
    return ticket.end;
  }

  /**
   * True when this cell has been run, or will be before anything asked for from now on.
   * @param {number} cell
   */
  hasRun(cell) {
    const asked = [this.#current, ...this.#queue].map((ticket) => ticket?.task);
    return this.#cells.has(cell) || asked.some((task) => task?.kind === "cell" && task.cell === cell);
  }

  /**
   * What the tasks of this owner are doing.
   * @param {object} owner
   * @returns {"running" | "waiting" | null}
   */
  activity(owner) {
    if (this.#current?.owner === owner && this.#current.begun) return "running";
    return [this.#current, ...this.#queue].some((ticket) => ticket?.owner === owner) ? "waiting" : null;
  }

  /**
   * Stop the tasks of this owner. When one of them runs, the worker is ended and a new one takes over.
   * @param {object} owner
   * @returns {number[]} the cells that are run again
   */
  stop(owner) {
    const mine = this.#queue.filter((ticket) => ticket.owner === owner);
    this.#queue = this.#queue.filter((ticket) => ticket.owner !== owner);
    const current = this.#current;
    const blocked = mine.length > 0 && current?.owner === this;
    const restart = current !== null && (current.owner === owner || blocked);
    if (restart) this.#replace(current);
    for (const ticket of mine) ticket.settle({ type: "stopped" });
    if (restart) current.settle({ type: "stopped" });
    this.#changed();
    return restart ? this.#runCells() : [];
  }

  /** Resolves when the cells that a restart runs again have been run (or Python has failed). */
  get restored() {
    return this.#replay;
  }

  /** Start again after a failure. */
  retry() {
    if (this.state !== "failed") return;
    // Pyodide calls starting from a kept memory experimental: whatever went wrong, this start does without.
    this.#start = { ...this.#start, snapshot: "" };
    this.#launch();
  }

  #launch() {
    this.failure = null;
    this.progress = null;
    this.state = "loading";
    const worker = this.#spawn();
    this.#worker = worker;
    worker.onmessage = (event) => this.#worker === worker && this.#receive(event.data);
    worker.onerror = (event) => this.#worker === worker && this.#fail("worker", event.message ?? "");
    worker.postMessage(this.#start);
    for (const place of this.#places.values()) worker.postMessage({ type: "open", place });
    for (const message of this.#files.values()) worker.postMessage(message);
    this.#expectLife();
    this.#queueReplay();
    this.#changed();
  }

  /**
   * A new worker instead of the one that this task blocks. A rerun cell that blocks is not run a third time.
   * @param {Ticket | null} culprit
   */
  #replace(culprit) {
    if (culprit?.owner === this && culprit.task.kind === "cell") this.#cells.delete(culprit.task.cell);
    this.#end();
    this.#launch();
  }

  #end() {
    this.#worker?.terminate();
    this.#worker = null;
    this.#current = null;
    this.#clock.clear(this.#timer);
  }

  #runCells() {
    return [...this.#cells.keys()].sort((one, other) => one - other);
  }

  /** Puts the cells run before at the head of the queue: each once, in the order of the page. */
  #queueReplay() {
    const cells = this.#runCells().map((number) => this.#cells.get(number));
    const tickets = cells.filter((cell) => cell !== undefined).map(({ place, task }) => this.#ticket(place, task, this));
    const others = this.#queue.filter((ticket) => ticket.owner !== this);
    this.#queue = [...tickets.map(({ ticket }) => ticket), ...others];
    this.#replay = Promise.all(tickets.map(({ end }) => end));
  }

  /**
   * @param {string} place
   * @param {Task} task
   * @param {object} owner
   */
  #ticket(place, task, owner) {
    /** @type {(end: End) => void} */
    let settle = () => {};
    /** @type {Promise<End>} */
    const end = new Promise((resolve) => {
      settle = resolve;
    });
    this.#lastId += 1;
    /** @type {Ticket} */
    const ticket = { id: this.#lastId, place, task, owner, begun: false, settle };
    return { ticket, end };
  }

  #pump() {
    if (this.state !== "ready" || this.#current) return;
    const next = this.#queue.shift();
    if (!next) return;
    this.#current = next;
    this.state = "running";
    this.#worker?.postMessage({ type: "run", id: next.id, place: next.place, task: next.task });
    this.#expectLife();
    this.#changed();
  }

  /** @param {FromWorker} message */
  #receive(message) {
    switch (message.type) {
      case "progress":
        this.progress = message.progress;
        if (this.#isWaiting()) this.#expectLife();
        break;
      case "ready":
        this.#becomeReady();
        break;
      case "running":
        this.#clock.clear(this.#timer);
        if (this.#current) this.#current.begun = true;
        break;
      case "result":
        this.#finish(message.id, message.text);
        break;
      case "crashed":
        this.#crash(message.detail);
        break;
      case "failed":
        this.#fail(message.failure.cause, message.failure.detail, message.failure.file);
    }
    this.#changed();
  }

  #isWaiting() {
    return this.state === "loading" || (this.#current !== null && !this.#current.begun);
  }

  #becomeReady() {
    this.#clock.clear(this.#timer);
    if (this.progress?.what === "python") this.progress = null;
    this.state = "ready";
    this.#pump();
  }

  /**
   * @param {number} id
   * @param {string} text
   */
  #finish(id, text) {
    const ticket = this.#current;
    if (ticket?.id !== id) return;
    if (ticket.task.kind === "cell") {
      this.#cells.set(ticket.task.cell, { place: ticket.place, task: ticket.task });
    }
    this.#current = null;
    this.#becomeReady();
    ticket.settle({ type: "done", text });
  }

  /** @param {string} detail */
  #crash(detail) {
    const ticket = this.#current;
    this.#replace(ticket);
    ticket?.settle({ type: "crashed", detail });
  }

  /**
   * @param {Failure["cause"]} cause
   * @param {string} detail
   * @param {string} [file]
   */
  #fail(cause, detail, file = "") {
    const failure = { cause, file, detail };
    const tickets = [this.#current, ...this.#queue];
    this.#end();
    this.#queue = [];
    this.state = "failed";
    this.failure = failure;
    for (const ticket of tickets) ticket?.settle({ type: "failed", failure });
    this.#changed();
  }

  #expectLife() {
    this.#clock.clear(this.#timer);
    this.#timer = this.#clock.set(() => this.#fail("timeout", ""), this.#patience);
  }

  #changed() {
    for (const watcher of this.#watchers) watcher();
  }
}
