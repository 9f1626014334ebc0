// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * The code of a cell or an exercise: static text at first, an editor once it is opened.
 *
 * Whoever uses it need not know which of the two (or the plain text field, where no editor could be loaded) is there.
 */

import { element } from "./dom.js";
import { isTouched, withHelperKeys } from "./helper-keys.js";
import { EDITOR } from "./strings.js";

/**
 * @typedef {object} Editor
 * @property {string} code
 * @property {(line: number | null) => void} mark  marks the line with the error
 * @property {(line: number | null) => void} focus  puts the cursor into the editor, at the start of this line
 * @property {(text: string) => void} insert  in place of the selection, the cursor goes behind it
 * @property {(steps: number) => void} move  the cursor, by so many characters
 */

/**
 * @typedef {object} EditorOptions
 * @property {string} code
 * @property {string} label
 * @property {() => void} onRun
 * @property {() => void} onEdit
 */

/** @typedef {(host: HTMLElement, options: EditorOptions) => Editor} CreateEditor */

export class CodeArea {
  /** @type {Editor | null} */
  #editor = null;
  /** @type {Promise<Editor> | null} */
  #opening = null;
  #box;
  #options;
  #address;
  #code;

  /**
   * @param {HTMLElement} box holds the static code
   * @param {string} address of the editor's bundle
   * @param {EditorOptions} options
   */
  constructor(box, address, options) {
    this.#box = box;
    this.#address = address;
    this.#options = options;
    this.#code = options.code;
  }

  get code() {
    return this.#editor?.code ?? this.#code;
  }

  set code(text) {
    this.#code = text;
    if (this.#editor) this.#editor.code = text;
  }

  get isOpen() {
    return this.#editor !== null;
  }

  /** Replaces the static code by an editor, once. */
  open() {
    this.#opening ??= this.#load();
    return this.#opening;
  }

  async #load() {
    const create = await loadEditor(this.#address);
    const host = element("div", { class: "forum-editor" });
    this.#editor = create(host, { ...this.#options, code: this.#code });
    this.#box.replaceWith(isTouched() ? withHelperKeys(host, this.#editor) : host);
    return this.#editor;
  }

  /**
   * Marks the line with the error (null: none); opens the editor for it.
   * @param {number | null} line
   */
  async mark(line) {
    if (line !== null) (await this.open()).mark(line);
    else this.#editor?.mark(null);
  }

  /** @param {number | null} [line] */
  async focus(line = null) {
    (await this.open()).focus(line);
  }
}

/**
 * @param {string} address
 * @returns {Promise<CreateEditor>}
 */
async function loadEditor(address) {
  try {
    const bundle = await import(address);
    return bundle.createEditor;
  } catch {
    return createTextField;
  }
}

/**
 * What stands in for the editor when it could not be loaded.
 * @type {CreateEditor}
 */
export function createTextField(host, { code, label, onRun, onEdit }) {
  const rows = Math.max(4, code.split("\n").length + 1);
  const field = element("textarea", {
    class: "forum-editor__text",
    "aria-label": label,
    rows: String(rows),
    spellcheck: "false",
    autocapitalize: "off",
  });
  field.value = code;
  field.addEventListener("input", onEdit);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onRun();
    }
  });
  host.append(field, element("p", { class: "forum-editor__help" }, EDITOR.help));
  return textEditor(field);
}

/**
 * @param {HTMLTextAreaElement} field
 * @returns {Editor}
 */
function textEditor(field) {
  return {
    get code() {
      return field.value;
    },
    set code(text) {
      field.value = text;
    },
    mark: () => {},
    focus: (line) => {
      const before = field.value.split("\n").slice(0, (line ?? 1) - 1);
      const from = before.join("\n").length + (before.length ? 1 : 0);
      field.focus();
      if (line !== null) field.setSelectionRange(from, from);
    },
    insert: (text) => {
      field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input"));
    },
    move: (steps) => {
      const to = Math.max(0, (steps < 0 ? field.selectionStart : field.selectionEnd) + steps);
      field.setSelectionRange(to, to);
    },
  };
}
