// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** What the page says about itself (`<script id="forum-page">`): addresses, sizes, the lesson's files. */

/** @import { Place } from "./protocol.js" */

/**
 * Addresses are relative to `root`, which is relative to the page.
 * @typedef {object} PageConfig
 * @property {string} id
 * @property {string} root
 * @property {PythonConfig} python
 * @property {string} editor
 * @property {string} sheet  the reader of Excel files
 * @property {string} worker
 * @property {Record<string, string>} files  the lesson's data
 * @property {string[]} packages  what the lesson's cells need
 */

/**
 * `bytes` of a package do not contain those of its `depends`; without `depends` they are the whole set.
 * @typedef {{ bytes: number, depends?: string[] }} PackageConfig
 */

/**
 * @typedef {object} PythonConfig
 * @property {string} base
 * @property {string} grading
 * @property {string} snapshot
 * @property {number} coreBytes
 * @property {Record<string, PackageConfig>} packages
 * @property {Record<string, number>} [sizes]  bytes by file name, not compressed: makes the progress exact
 */

export class Page {
  /** @param {PageConfig} config @param {string} base address of the page */
  constructor(config, base) {
    this.config = config;
    this.root = new URL(config.root, base).href;
  }

  /**
   * @param {string} path relative to the root of the site
   */
  address(path) {
    return new URL(path, this.root).href;
  }

  /** @param {Record<string, string>} files */
  addresses(files) {
    return Object.fromEntries(Object.entries(files).map(([name, path]) => [name, this.address(path)]));
  }

  /** The place in which the cells of the lesson run. @returns {Place} */
  lesson() {
    const { id, files, packages } = this.config;
    return { id, kind: "lesson", setup: "", files: this.addresses(files), packages };
  }

  /**
   * What is still to be fetched for a place, with its size.
   * @param {{ core: boolean, packages: readonly string[] }} missing
   */
  size({ core, packages }) {
    const known = this.config.python.packages;
    const all = new Set(packages);
    for (const name of all) for (const other of known[name]?.depends ?? []) all.add(other);
    const bytes = [...all].reduce((sum, name) => sum + (known[name]?.bytes ?? 0), 0);
    return bytes + (core ? this.config.python.coreBytes : 0);
  }
}

/**
 * @param {Document} from
 * @returns {Page | null} null on a page without code
 */
export function readPage(from) {
  const text = from.getElementById("forum-page")?.textContent;
  return text ? new Page(JSON.parse(text), from.baseURI) : null;
}

/**
 * True when a download must be asked for: data saving is on, or this is a phone.
 * @param {{ saveData: boolean, coarsePointer: boolean, smallScreen: boolean }} reader
 */
export function mustAsk({ saveData, coarsePointer, smallScreen }) {
  return saveData || (coarsePointer && smallScreen);
}

/** What the browser tells about the reader's device. */
export function readerOf() {
  const connection = /** @type {{ saveData?: boolean } | undefined} */ (Reflect.get(navigator, "connection"));
  return {
    saveData: connection?.saveData === true,
    coarsePointer: matchMedia("(pointer: coarse)").matches,
    smallScreen: matchMedia("(max-width: 50rem), (max-height: 30rem)").matches,
  };
}
