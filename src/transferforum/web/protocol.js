// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * What page, worker and Python say to each other, and the readers that check what Python said.
 *
 * Pure: no DOM, no worker. `tests/contract/grading.json` holds examples that Python and these readers both accept.
 */

/** @typedef {{ kind: "text", stream: "stdout" | "stderr", text: string }} TextOutput */
/** @typedef {{ kind: "value", text: string }} ValueOutput */
/** @typedef {{ kind: "table", html: string }} TableOutput */
/** @typedef {{ kind: "picture", png: string, alt: string }} PictureOutput */
/** @typedef {TextOutput | ValueOutput | TableOutput | PictureOutput} Output */

/**
 * A Python error in German; `line` counts from 1 in the learner's code.
 * @typedef {{ name: string, message: string, next: string, line: number | null, original: string }} ExplainedError
 */

/** @typedef {{ kind: "right" | "not_yet", text: string, next: string }} Finding */
/** @typedef {{ outputs: Output[], error: ExplainedError | null }} RunResult */
/** @typedef {{ passed: boolean, findings: Finding[], outputs: Output[], error: ExplainedError | null }} Verdict */

/**
 * Where code runs: the lesson of the page, or one exercise. `files` maps paths in its folder to absolute addresses.
 * @typedef {object} Place
 * @property {string} id
 * @property {"lesson" | "exercise"} kind
 * @property {string} setup  code that runs before the learner's
 * @property {Record<string, string>} files
 * @property {string[]} packages
 */

/**
 * What is to be done: run a cell (its number on the page is `cell`), run an exercise, or check it.
 * @typedef {{ kind: "cell", code: string, cell: number } | { kind: "exercise" | "check", code: string }} Task
 */

/**
 * @typedef {object} StartMessage
 * @property {"start"} type
 * @property {string} base  address of the prepared Pyodide folder, with a slash at its end
 * @property {string} grading  address of grading.zip
 * @property {string} snapshot  address of the memory of a Python that has started; empty: start without
 * @property {string[]} packages  names of all packages that the site has
 * @property {Record<string, number>} sizes  bytes by file name, for the progress; may be empty
 */
/** @typedef {{ type: "open", place: Place }} OpenMessage */
/** @typedef {{ type: "run", id: number, place: string, task: Task }} RunMessage */
/**
 * The learner's own content for a file of a place; null: the place's own again. Running sees it, checking never does.
 * @typedef {{ type: "file", place: string, path: string, content: ArrayBuffer | null }} FileMessage
 */
/** @typedef {StartMessage | OpenMessage | RunMessage | FileMessage} ToWorker */

/** @typedef {"wasm" | "mime" | "missing" | "network" | "timeout" | "worker" | "unknown"} Cause */
/**
 * Why Python did not start. `file` is the file it is about, `detail` what the browser or server said.
 * @typedef {{ cause: Cause, file: string, detail: string }} Failure
 */
/** @typedef {{ what: "python" | "packages", loaded: number, total: number }} Progress */

/** @typedef {{ type: "progress", progress: Progress }} ProgressMessage */
/** @typedef {{ type: "ready" }} ReadyMessage */
/** @typedef {{ type: "running", id: number }} RunningMessage */
/** @typedef {{ type: "result", id: number, text: string }} ResultMessage */
/** @typedef {{ type: "crashed", id: number, detail: string }} CrashedMessage */
/** @typedef {{ type: "failed", failure: Failure }} FailedMessage */
/**
 * @typedef {ProgressMessage | ReadyMessage | RunningMessage | ResultMessage | CrashedMessage | FailedMessage} FromWorker
 */

/** What Python answered does not have the agreed form: a fault of ours. */
export class ProtocolError extends Error {}

/**
 * @param {string} text JSON of a RunResult
 * @returns {RunResult}
 */
export function readRunResult(text) {
  const data = parse(text);
  return { outputs: list(data, "outputs", output), error: optional(data, "error", explainedError) };
}

/**
 * @param {string} text JSON of a Verdict
 * @returns {Verdict}
 */
export function readVerdict(text) {
  const data = parse(text);
  return {
    passed: truth(data, "passed"),
    findings: list(data, "findings", finding),
    outputs: list(data, "outputs", output),
    error: optional(data, "error", explainedError),
  };
}

/** @typedef {Record<string, unknown>} Data */

/**
 * @param {unknown} value
 * @returns {Output}
 */
export function output(value) {
  const data = record(value);
  switch (data["kind"]) {
    case "text":
      return { kind: "text", stream: oneOf(data, "stream", ["stdout", "stderr"]), text: words(data, "text") };
    case "value":
      return { kind: "value", text: words(data, "text") };
    case "table":
      return { kind: "table", html: words(data, "html") };
    case "picture":
      return { kind: "picture", png: words(data, "png"), alt: words(data, "alt") };
    default:
      throw new ProtocolError(`unknown kind of output: ${String(data["kind"])}`);
  }
}

/**
 * @param {unknown} value
 * @returns {Finding}
 */
export function finding(value) {
  const data = record(value);
  return {
    kind: oneOf(data, "kind", ["right", "not_yet"]),
    text: words(data, "text"),
    next: words(data, "next"),
  };
}

/**
 * @param {unknown} value
 * @returns {ExplainedError}
 */
export function explainedError(value) {
  const data = record(value);
  return {
    name: words(data, "name"),
    message: words(data, "message"),
    next: words(data, "next"),
    line: lineNumber(data, "line"),
    original: words(data, "original"),
  };
}

/**
 * @param {string} text
 * @returns {Data}
 */
function parse(text) {
  try {
    return record(JSON.parse(text));
  } catch (fault) {
    throw fault instanceof ProtocolError ? fault : new ProtocolError(`not JSON: ${text.slice(0, 80)}`);
  }
}

/**
 * @param {unknown} value
 * @returns {Data}
 */
function record(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ProtocolError(`not an object: ${JSON.stringify(value)}`);
  }
  return /** @type {Data} */ (value);
}

/**
 * @param {Data} data
 * @param {string} name
 * @returns {string}
 */
function words(data, name) {
  const value = data[name];
  if (typeof value !== "string") throw new ProtocolError(`${name} is not a text`);
  return value;
}

/**
 * @param {Data} data
 * @param {string} name
 * @returns {boolean}
 */
function truth(data, name) {
  const value = data[name];
  if (typeof value !== "boolean") throw new ProtocolError(`${name} is neither true nor false`);
  return value;
}

/**
 * @param {Data} data
 * @param {string} name
 * @returns {number | null}
 */
function lineNumber(data, name) {
  const value = data[name];
  if (value === null) return null;
  if (!Number.isInteger(value) || Number(value) < 1) throw new ProtocolError(`${name} is not a line number`);
  return Number(value);
}

/**
 * @template {string} T
 * @param {Data} data
 * @param {string} name
 * @param {readonly T[]} choices
 * @returns {T}
 */
function oneOf(data, name, choices) {
  const found = choices.find((choice) => choice === data[name]);
  if (found === undefined) throw new ProtocolError(`${name} is none of ${choices.join(", ")}`);
  return found;
}

/**
 * @template T
 * @param {Data} data
 * @param {string} name
 * @param {(value: unknown) => T} read
 * @returns {T[]}
 */
function list(data, name, read) {
  const value = data[name];
  if (!Array.isArray(value)) throw new ProtocolError(`${name} is not a list`);
  return value.map(read);
}

/**
 * @template T
 * @param {Data} data
 * @param {string} name
 * @param {(value: unknown) => T} read
 * @returns {T | null}
 */
function optional(data, name, read) {
  return data[name] === null ? null : read(data[name]);
}
