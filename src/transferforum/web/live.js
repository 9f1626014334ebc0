// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * What cells and exercises share: the code, the buttons, the line below them, and one action at a time.
 *
 * The static HTML stays as it is; this adds what makes it live. While an action runs its buttons are inactive but keep
 * the focus; what disappears hands the focus on, so that it never falls back to the top of the page.
 */

import { announce } from "./announce.js";
import { CodeArea } from "./code.js";
import { button, disable, element } from "./dom.js";
import { StatusLine } from "./status.js";
import { BUTTONS, FAILURE, STATUS } from "./strings.js";

/** @import { Page } from "./page.js" */
/** @import { Failure, Place, Task } from "./protocol.js" */
/** @import { Python } from "./python.js" */

/** Milliseconds after which an action shows that it is under way, and at which it looks whether to say so. */
const SHOWN_AFTER = 200;
const SPOKEN_EVERY = 2000;

/** What the elements of a page work with; `ask`: a download is asked for first. */
/** @typedef {{ page: Page, python: Python, ask: boolean }} Surroundings */

/** @type {Surroundings | null} */
let surroundings = null;

/** @param {Surroundings} given */
export function surround(given) {
  surroundings = given;
}

/** How far before an element comes into view it gets ready: one screen. */
const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting || !(target instanceof LiveCode)) continue;
      observer.unobserve(target);
      target.comeNear();
    }
  },
  { rootMargin: "100% 0px" },
);

/** @abstract */
export class LiveCode extends HTMLElement {
  status = new StatusLine();
  runButton = button(BUTTONS.run, "primary", () => this.act(this.runButton, () => this.run()), "play");
  resetButton = button(BUTTONS.reset, "tertiary", () => this.reset(), "reset");
  stopButton = button(BUTTONS.stop, "secondary", () => this.stop(), "stop");
  loadButton = button("", "primary", () => this.load(), "download");
  toolbar = element("div", { class: "forum-toolbar", role: "group" });

  /** @type {HTMLElement | null} */
  #acting = null;
  #slow = false;
  #said = "";
  #near = false;
  #built = false;
  /** @type {CodeArea | null} */
  #area = null;
  /** @type {Node[]} */
  #stored = [];

  get around() {
    if (!surroundings) throw new Error("surround() comes first");
    return surroundings;
  }

  get area() {
    if (!this.#area) throw new Error("no code");
    return this.#area;
  }

  get output() {
    return this.#part("output");
  }

  /**
   * A part of the static HTML; the code of the setup, further inside, is not meant.
   * @param {"code" | "output"} name
   * @returns {HTMLElement}
   */
  #part(name) {
    const part = this.querySelector(`:scope > .forum-cell__${name}`);
    if (!(part instanceof HTMLElement)) throw new Error(`no .forum-cell__${name}`);
    return part;
  }

  /** @abstract @returns {Place} */
  get place() {
    throw new Error("abstract");
  }

  /** The code that the page came with. @abstract @returns {string} */
  get startCode() {
    throw new Error("abstract");
  }

  /** Runs the code, once the reader asks for it. @abstract @returns {Promise<void>} */
  async run() {}

  /** Adds what is special to the kind of element. @abstract */
  build() {}

  connectedCallback() {
    if (this.#built) return;
    this.#built = true;
    this.build();
    this.#stored = [...this.output.childNodes];
    this.stopButton.hidden = true;
    this.toolbar.prepend(this.loadButton);
    this.toolbar.append(this.stopButton);
    this.around.python.watch(() => this.refresh());
    this.refresh();
    observer.observe(this);
  }

  /** @param {string} label of the editor */
  makeLive(label) {
    const box = this.#part("code");
    this.#area = new CodeArea(box, this.around.page.address(this.around.page.config.editor), {
      code: this.startCode,
      label,
      onRun: () => this.runByKey(),
      onEdit: () => this.edited(),
    });
    box.after(this.toolbar, this.status.element);
    return box;
  }

  /** The code has changed. */
  edited() {
    this.area.mark(null);
    this.dispatchEvent(new CustomEvent("forum-edited", { bubbles: true }));
  }

  /** The reader comes near: get ready quietly, unless a download must be asked for. */
  comeNear() {
    this.#near = true;
    if (!this.#mustLoad) this.around.python.want(this.place);
    this.refresh();
  }

  runByKey() {
    if (!this.#mustLoad) return void this.act(this.runButton, () => this.run());
    announce(STATUS.loadFirst);
    this.loadButton.focus();
  }

  get #mustLoad() {
    const { core, packages } = this.around.python.missing(this.place);
    return this.around.ask && (core || packages.length > 0);
  }

  /** Loads Python because the reader said so. */
  load() {
    this.around.python.want(this.place);
    this.refresh();
    this.runButton.focus();
    announce(`${STATUS.loading}.`);
  }

  /**
   * Does one thing at a time and shows it while it lasts.
   * @param {HTMLElement} opener the button that stands for it
   * @param {() => Promise<void>} work
   */
  async act(opener, work) {
    if (this.#acting) return;
    this.#acting = opener;
    this.status.clear();
    const showing = setTimeout(() => this.#showSlow(), SHOWN_AFTER);
    const saying = setInterval(() => this.#saySlow(), SPOKEN_EVERY);
    this.refresh();
    try {
      await work();
    } catch (fault) {
      this.tell(STATUS.fault);
      throw fault;
    } finally {
      clearTimeout(showing);
      clearInterval(saying);
      this.#calmDown(opener);
    }
  }

  #showSlow() {
    this.#slow = true;
    this.refresh();
  }

  /** Says what takes so long, and says it once. */
  #saySlow() {
    const words = this.around.python.activity(this) === "running" ? STATUS.stillRunning : STATUS.waiting;
    if (words !== this.#said) announce(words);
    this.#said = words;
  }

  /** @param {HTMLElement} opener */
  #calmDown(opener) {
    this.status.settle();
    this.#acting = null;
    this.#slow = false;
    this.#said = "";
    if (document.activeElement === this.stopButton) opener.focus();
    this.refresh();
  }

  /**
   * Has Python do a task; null when it was stopped or could not be done (the reader has been told).
   * @param {Place} place
   * @param {Task} task
   */
  async ask(place, task) {
    const end = await this.around.python.run(place, task, this);
    if (end.type === "done") return end.text;
    if (end.type === "crashed") this.tell(STATUS.crashed);
    if (end.type === "failed") this.#tellFailure(end.failure);
    return null;
  }

  /** @param {Failure} failure */
  #tellFailure(failure) {
    this.status.failure(failure, () => this.retry());
    announce([`${FAILURE.title}.`, ...FAILURE.words(failure)].join(" "));
  }

  /** Shows a text and tells it. @param {string} text @param {Node[]} actions */
  tell(text, ...actions) {
    this.status.say(text, ...actions);
    announce(text);
  }

  async stop() {
    const again = this.around.python.stop(this);
    this.#slow = false;
    this.tell(STATUS.stopped(again));
    if (again.length === 0) return;
    await this.around.python.restored;
    if (this.around.python.failure) return;
    if (this.#acting) announce(STATUS.restored(again));
    else this.tell(STATUS.restored(again));
  }

  reset() {
    this.output.replaceChildren(...this.#stored);
    this.replaceCode(this.startCode, STATUS.reset);
  }

  /**
   * Puts other code into the editor and offers the way back.
   * @param {string} code
   * @param {string} message
   */
  replaceCode(code, message) {
    const before = this.area.code;
    this.area.code = code;
    this.edited();
    const undo = button(BUTTONS.undo, "secondary", () => {
      this.resetButton.focus();
      this.replaceCode(before, STATUS.undone);
    });
    this.tell(message, ...(before === code ? [] : [undo]));
  }

  /** Brings buttons and status in line with what Python does. */
  refresh() {
    const acting = this.#acting !== null;
    const mustLoad = this.#mustLoad;
    if (mustLoad) this.#labelLoadButton();
    this.loadButton.hidden = !mustLoad;
    for (const each of this.actions) {
      each.hidden = mustLoad;
      disable(each, acting);
    }
    disable(this.resetButton, acting);
    this.stopButton.hidden = !(acting && this.#slow);
    this.#refreshStatus();
  }

  #labelLoadButton() {
    const { python, page } = this.around;
    const missing = python.missing(this.place);
    const label = BUTTONS.load({ ...missing, bytes: page.size(missing) });
    if (this.loadButton.textContent !== label) this.loadButton.lastElementChild?.replaceChildren(label);
  }

  /** The buttons that need Python. @returns {HTMLElement[]} */
  get actions() {
    return [this.runButton];
  }

  /** True for elements that say by themselves that Python has failed, without a click. */
  get complains() {
    return false;
  }

  #refreshStatus() {
    const { failure } = this.around.python;
    if (this.#acting) {
      if (this.#slow) this.#showActivity();
    } else if (!failure) {
      if (this.status.shows === "failure") this.status.clear();
    } else if (this.#near && this.complains && this.status.shows !== "failure") {
      this.status.failure(failure, () => this.retry());
    }
  }

  #showActivity() {
    const { python } = this.around;
    if (python.activity(this) === "running") this.status.doing(STATUS.running);
    else if (python.activity(this) === "waiting") this.status.progress(python.progress, python.state === "loading");
  }

  retry() {
    this.status.clear();
    this.around.python.retry();
    this.runButton.focus();
    announce(`${STATUS.loading}.`);
  }
}
