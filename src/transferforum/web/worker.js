// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * The worker: loads Pyodide and the grading module, opens places (files, packages) and runs tasks one at a time.
 *
 * In: `ToWorker` messages; out: `FromWorker` messages. What takes long and is not asked for yet (imports of packages)
 * is done between tasks, so that a click finds Python warm.
 */

import { ENVIRONMENT, install, wake } from "./boot.js";
import { Downloads, StartFailure, failureOf, takeAwayNetwork } from "./download.js";

/** @import { Grading } from "./boot.js" */
/** @import { FileMessage, FromWorker, Place, RunMessage, StartMessage, ToWorker } from "./protocol.js" */
/** @import { PyodideInterface } from "pyodide" */

/** @typedef {{ pyodide: PyodideInterface, grading: Grading, foreign: (code: string) => string[] }} Runtime */
/** @typedef {{ place: Place, mounted: Promise<void>, packages: Promise<void>, touched: boolean }} Opened */

/** The smallest WebAssembly module: if this is refused, so is Python. */
const TINY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** What to run, step by step, to have a package warm, where importing it is not all: a first picture loads fonts. */
const WARM = new Map([
  [
    "matplotlib",
    [
      "import matplotlib.pyplot",
      "import io, matplotlib.pyplot as p; p.bar(['a'], [1]); p.savefig(io.BytesIO(), dpi=20); p.close()",
    ],
  ],
]);

/** The top-level names that a code imports and the standard library does not have. */
const FOREIGN = `
import sys
from pyodide.code import find_imports
def foreign(code):
    from pyodide.ffi import to_js
    return to_js([name for name in find_imports(code) if name not in sys.stdlib_module_names])
foreign
`;

/** @typedef {{ promise: Promise<Runtime>, message: StartMessage, downloads: Downloads }} Start */

/** @type {Start | null} */
let start = null;
/** @type {Map<string, Opened>} */
const opened = new Map();
/** Ends with the task that runs now. @type {Promise<void>} */
let running = Promise.resolve();
/** Ends when Python has the files that the learner put in. @type {Promise<void>} */
let replacing = Promise.resolve();

/** @type {(message: FromWorker) => void} */
const post = (message) => globalThis.postMessage(message);

globalThis.addEventListener("message", (event) => receive(/** @type {ToWorker} */ (event.data)));

/** @param {ToWorker} message */
function receive(message) {
  if (message.type === "start") begin(message);
  else if (!start) throw new Error("start comes first");
  else if (message.type === "open") open(start, message.place);
  else if (message.type === "file") {
    replacing = replaceFile(start, message, replacing);
    replacing.catch(() => {}); // told by the start, or by the next run
  } else running = run(start, message, replacing).catch(fail);
}

/** @param {unknown} fault */
function fail(fault) {
  post({ type: "failed", failure: failureOf(fault) });
}

/** @param {StartMessage} message */
function begin(message) {
  const downloads = new Downloads({
    origin: new URL(message.base).origin,
    sizes: message.sizes,
    report: (progress) => post({ type: "progress", progress }),
  });
  globalThis.fetch = downloads.fetchOrWait;
  takeAwayNetwork(globalThis);
  start = { promise: boot(message, downloads), message, downloads };
  start.promise.then(() => post({ type: "ready" }), fail);
  if (message.snapshot) start.promise.then(() => keepSnapshot(message.snapshot, downloads)).catch(() => {});
}

/**
 * @param {StartMessage} message
 * @param {Downloads} downloads
 * @returns {Promise<Runtime>}
 */
async function boot(message, downloads) {
  const importing = importPyodide(message.base, downloads);
  const archive = downloads.bytes(message.grading);
  const remembered = message.snapshot ? downloads.cached(message.snapshot) : null;
  for (const each of [importing, archive]) each.catch(() => {}); // told below, or by downloads.failed
  await tryWebAssembly();
  compileAhead(`${message.base}pyodide.asm.wasm`, downloads);
  const { loadPyodide } = await importing;
  /** @param {Promise<Uint8Array>} [memory] */
  const load = (memory) =>
    loadPyodide({
      indexURL: message.base,
      lockFileURL: `${message.base}pyodide-lock.json`,
      env: ENVIRONMENT,
      stdout: () => {},
      stderr: () => {},
      ...(memory && { _loadSnapshot: memory }),
    });
  const snapshot = await remembered;
  const loading = snapshot ? load(unpacked(snapshot)).catch(() => load()) : load();
  const pyodide = await Promise.race([loading, downloads.failed]);
  const grading = install(pyodide, new Uint8Array(await archive));
  if (snapshot) wake(pyodide);
  return { pyodide, grading, foreign: pyodide.runPython(FOREIGN) };
}

/**
 * @param {Response} response  compressed with gzip
 * @returns {Promise<Uint8Array>}
 */
function unpacked(response) {
  const stream = response.body?.pipeThrough(new DecompressionStream("gzip"));
  const memory = new Response(stream).arrayBuffer().then((bytes) => new Uint8Array(bytes));
  memory.catch(() => {}); // told to Pyodide, which asks for it later
  return memory;
}

/**
 * Has the browser take in the memory of a Python that has started: the next page then starts from it. It comes last,
 * behind the packages of the places that the page has opened.
 * @param {string} address
 * @param {Downloads} downloads
 */
async function keepSnapshot(address, downloads) {
  const there = await downloads.cached(address);
  if (there) return void there.body?.cancel();
  await Promise.allSettled([...opened.values()].map(({ packages }) => packages));
  await downloads.keep(address);
}

async function tryWebAssembly() {
  try {
    await WebAssembly.instantiate(TINY_MODULE);
  } catch (fault) {
    throw new StartFailure("wasm", "", String(fault));
  }
}

/**
 * Compiles Python while its script is still being read. Pyodide fetches it as early, but compiles it only afterwards.
 * @param {string} address
 * @param {Downloads} downloads
 */
function compileAhead(address, downloads) {
  const { instantiateStreaming } = WebAssembly;
  // Left waiting when the download fails: Pyodide could only log what the page is told anyway.
  const compiled = WebAssembly.compileStreaming(downloads.ahead(address)).catch((fault) => {
    if (fault instanceof StartFailure) return new Promise(() => {});
    throw fault;
  });
  compiled.catch(() => {}); // told to whoever instantiates
  WebAssembly.instantiateStreaming = async (_, imports) => {
    WebAssembly.instantiateStreaming = instantiateStreaming;
    const module = /** @type {WebAssembly.Module} */ (await compiled);
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
}

/**
 * @param {string} base
 * @param {Downloads} downloads
 * @returns {Promise<typeof import("pyodide")>}
 */
async function importPyodide(base, downloads) {
  const address = `${base}pyodide.mjs`;
  try {
    return await import(address);
  } catch (fault) {
    throw (await reasonAgainst(address, downloads)) ?? fault;
  }
}

/**
 * Why a module could not be imported; the browser itself does not tell.
 * @param {string} address
 * @param {Downloads} downloads
 */
async function reasonAgainst(address, downloads) {
  try {
    const type = (await downloads.fetch(address)).headers.get("content-type") ?? "";
    return type.includes("javascript") ? null : new StartFailure("mime", "pyodide.mjs", type);
  } catch (fault) {
    return fault;
  }
}

/**
 * @param {Start} from
 * @param {Place} place
 */
function open(from, place) {
  const mounted = mount(from, place);
  const packages = mounted.then(() => load(from, place.packages));
  opened.set(place.id, { place, mounted, packages, touched: false });
  packages.catch(fail);
  packages.then(() => warmUp(from, place)).catch(() => {}); // what is wrong will show when it is asked for
}

/**
 * Puts the files of a place where its code finds them.
 * @param {Start} from
 * @param {Place} place
 */
async function mount(from, place) {
  const folder = `/forum/${place.kind === "lesson" ? "lesson" : place.id}`;
  const paths = Object.entries(place.files);
  const contents = await Promise.all(paths.map(([, address]) => from.downloads.bytes(address)));
  const { pyodide, grading } = await from.promise;
  pyodide.FS.mkdirTree(`${folder}/data`);
  paths.forEach(([path], index) => {
    pyodide.FS.writeFile(`${folder}/${path}`, new Uint8Array(contents[index] ?? new ArrayBuffer(0)));
  });
  if (place.kind === "lesson") grading.open_lesson(place.id, folder);
  else grading.open_exercise(place.id, folder);
}

/**
 * @param {Start} from
 * @param {string[]} names
 */
async function load({ promise, downloads }, names) {
  const { pyodide } = await promise;
  const missing = names.filter((name) => !(name in pyodide.loadedPackages));
  if (missing.length === 0) return;
  downloads.begin("packages");
  await Promise.race([pyodide.loadPackage(missing, { messageCallback: () => {} }), downloads.failed]);
}

/**
 * Warms up the packages of a place and runs the setup of an exercise once, each step only while nothing is asked for.
 * @param {Start} from
 * @param {Place} place
 */
async function warmUp({ promise }, place) {
  const { pyodide, grading } = await promise;
  const codes = place.packages.flatMap((name) => WARM.get(name) ?? [`import ${name}`]);
  const steps = codes.map((code) => () => void pyodide.runPython(code, { globals: pyodide.toPy({}) }));
  if (place.kind === "exercise") steps.push(() => void grading.run_exercise(place.id, ""));
  for (const step of steps) {
    await new Promise((resolve) => setTimeout(resolve));
    await running;
    step();
  }
}

/**
 * @param {Start} from
 * @param {FileMessage} message
 * @param {Promise<void>} earlier
 */
async function replaceFile(from, { place, path, content }, earlier) {
  await earlier;
  const { pyodide, grading } = await from.promise;
  grading.replace_file(place, path, content ? pyodide.toPy(new Uint8Array(content)) : undefined);
}

/**
 * @param {Start} from
 * @param {RunMessage} message
 * @param {Promise<void>} replaced
 */
async function run(from, { id, place, task }, replaced) {
  const { grading, foreign } = await from.promise;
  await replaced;
  const at = opened.get(place);
  if (!at) throw new Error(`not opened: ${place}`);
  await at.mounted;
  await loadFor(from, at, [...foreign(at.place.setup), ...foreign(task.code)]);
  post({ type: "running", id });
  try {
    post({ type: "result", id, text: call(grading, place, task) });
  } catch (fault) {
    post({ type: "crashed", id, detail: String(fault) });
  }
}

/**
 * Waits for the packages that a code may need. Code that imports nothing foreign runs at once, as long as nothing
 * before it in the same place has.
 * @param {Start} from
 * @param {Opened} at
 * @param {string[]} imported
 */
async function loadFor(from, at, imported) {
  at.touched ||= imported.length > 0;
  if (!at.touched) return;
  await at.packages;
  await load(from, imported.filter((name) => from.message.packages.includes(name)));
}

/**
 * @param {Grading} grading
 * @param {string} place
 * @param {RunMessage["task"]} task
 */
function call(grading, place, task) {
  if (task.kind === "cell") return grading.run_cell(place, task.code);
  if (task.kind === "exercise") return grading.run_exercise(place, task.code);
  return grading.check_exercise(place, task.code);
}
