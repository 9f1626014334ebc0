// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * The worker's downloads: counts bytes for the progress, knows why one failed, and keeps every request at home.
 *
 * Pyodide only logs some failures and then waits for ever (a wrong MIME type of its .wasm, for one), so the failure
 * is caught where it happens: in `fetch`, which this module wraps before Pyodide is loaded.
 */

/** @import { Cause, Failure, Progress } from "./protocol.js" */

/** A start that failed for a reason that can be told. */
export class StartFailure extends Error {
  /**
   * @param {Cause} cause
   * @param {string} file
   * @param {string} detail
   */
  constructor(cause, file, detail) {
    super(`${cause}: ${file} ${detail}`);
    /** @type {Failure} */
    this.failure = { cause, file, detail };
  }
}

/**
 * @param {unknown} fault
 * @returns {Failure}
 */
export function failureOf(fault) {
  if (fault instanceof StartFailure) return fault.failure;
  return { cause: "unknown", file: "", detail: String(fault) };
}

/** What code in the worker could use to reach other hosts or to store something; Python needs none of it. */
const TAKEN_AWAY = ["XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "indexedDB", "caches", "BroadcastChannel"];

/** @param {object} scope the worker's global object */
export function takeAwayNetwork(scope) {
  for (const name of TAKEN_AWAY) Object.defineProperty(scope, name, { value: undefined, writable: false, configurable: false });
}

/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 100;

export class Downloads {
  /** @type {Progress["what"]} */
  what = "python";
  #loaded = 0;
  #total = 0;
  #reported = 0;
  #sizes;
  #report;
  #fetch;
  #origin;
  /** @type {Map<string, Promise<Response>>} */
  #ahead = new Map();
  /** @type {(failure: StartFailure) => void} */
  #reject = () => {};
  /** @type {Promise<never>} */
  #never = new Promise(() => {});

  /**
   * @param {{ origin: string, sizes: Record<string, number>, report: (progress: Progress) => void,
   *   fetch?: typeof globalThis.fetch }} options
   */
  constructor({ origin, sizes, report, fetch = globalThis.fetch }) {
    this.#origin = origin;
    this.#sizes = sizes;
    this.#report = report;
    this.#fetch = fetch.bind(globalThis);
    /** Rejects when a download fails; never resolves. @type {Promise<never>} */
    this.failed = new Promise((_, reject) => {
      this.#reject = reject;
    });
    this.failed.catch(() => {});
  }

  /**
   * Begin to count anew: for Python itself, or for packages.
   * @param {Progress["what"]} what
   */
  begin(what) {
    this.what = what;
    this.#loaded = 0;
    this.#total = 0;
  }

  /**
   * `fetch` for Pyodide. It is left waiting when a download fails: it could only log what the page is told anyway, and
   * this worker is about to be ended.
   * @type {typeof globalThis.fetch}
   */
  fetchOrWait = async (resource, options) => {
    try {
      const ahead = this.#ahead.get(String(resource));
      this.#ahead.delete(String(resource)); // a response is read once
      return await (ahead ?? this.fetch(resource, options));
    } catch (fault) {
      if (fault instanceof StartFailure) return this.#never;
      throw fault;
    }
  };

  /**
   * `fetch` that knows why it failed.
   * @type {typeof globalThis.fetch}
   */
  fetch = async (resource, options) => {
    const address = new URL(resource instanceof Request ? resource.url : String(resource), this.#origin);
    if (address.origin !== this.#origin) throw new TypeError(`${address.origin} is another host`);
    try {
      const response = await this.#checked(address, options);
      this.#count(address, response);
      return response;
    } catch (fault) {
      if (fault instanceof StartFailure) this.#reject(fault);
      throw fault;
    }
  };

  /**
   * Fetches what Pyodide will ask for; it is then given the same response.
   * @param {string} address
   */
  ahead(address) {
    const response = this.fetch(address);
    this.#ahead.set(address, response);
    return response;
  }

  /**
   * @param {string} address
   * @returns {Promise<ArrayBuffer>}
   */
  async bytes(address) {
    const response = await this.fetch(address);
    return response.arrayBuffer();
  }

  /**
   * What the browser's cache has of an address, without asking the network; null when that is nothing.
   * @param {string} address
   * @returns {Promise<Response | null>}
   */
  async cached(address) {
    const response = await this.#fetch(address, { cache: "only-if-cached", mode: "same-origin" }).catch(() => null);
    return response?.ok ? response : null;
  }

  /**
   * Lets the browser's cache take in a file for a later start, when nothing else is to be fetched. Nobody waits for it.
   * @param {string} address
   */
  async keep(address) {
    const response = await this.#fetch(address, { priority: "low" }).catch(() => null);
    await response?.arrayBuffer().catch(() => {});
  }

  /**
   * @param {URL} address
   * @param {RequestInit} [options]
   */
  async #checked(address, options) {
    const file = fileName(address);
    const response = await this.#fetch(address, options).catch((fault) => {
      throw new StartFailure("network", file, String(fault));
    });
    if (!response.ok) throw new StartFailure("missing", file, String(response.status));
    const type = response.headers.get("content-type") ?? "";
    if (file.endsWith(".wasm") && !type.startsWith("application/wasm")) throw new StartFailure("mime", file, type);
    return response;
  }

  /**
   * Counts on a copy, so that the browser compiles the original while it arrives and may keep the result.
   * @param {URL} address
   * @param {Response} response
   */
  async #count(address, response) {
    const encoded = response.headers.has("content-encoding");
    const declared = encoded ? 0 : Number(response.headers.get("content-length"));
    this.#total += this.#sizes[fileName(address)] ?? declared;
    const reader = response.clone().body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      this.#loaded += part.value.byteLength;
      this.#tell();
    }
  }

  #tell() {
    const now = Date.now();
    if (now - this.#reported < REPORT_EVERY && this.#loaded < this.#total) return;
    this.#reported = now;
    this.#report({ what: this.what, loaded: this.#loaded, total: Math.max(this.#total, this.#loaded) });
  }
}

/** @param {URL} address */
function fileName(address) {
  return address.pathname.slice(address.pathname.lastIndexOf("/") + 1);
}
