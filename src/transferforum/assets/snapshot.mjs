// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Starts the forum's Python under Node and writes its memory, as the browser's Pyodide can read it.
 *
 *     node snapshot.mjs <folder with pyodide.mjs> <grading.zip> <boot.js> <file to write>
 *
 * Hashes of strings are fixed, and nothing of this machine is inside. Python keeps the name of the time zone it was
 * started in, and this one cannot tell it again later: it is that of the learners. Times themselves come from the browser.
 */

import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [core = "", archive = "", boot = "", out = ""] = process.argv.slice(2);
process.env.TZ = "Europe/Berlin";
/** @param {string} path */
const address = (path) => pathToFileURL(resolve(path)).href;
const { loadPyodide } = await import(address(`${core}/pyodide.mjs`));
const { ENVIRONMENT, install } = await import(address(boot));
const python = await loadPyodide({
  indexURL: resolve(core),
  env: { ...ENVIRONMENT, PYTHONHASHSEED: "0" },
  stdout: () => {},
  stderr: () => {},
  _makeSnapshot: true,
  // Else Python keeps the path of this script; browsers say the same.
  _sysExecutable: "./this.program",
});
install(python, await readFile(archive)).destroy();
python.runPython("from transferforum.grading import explain, grade, isolation");
await writeFile(out, python.makeMemorySnapshot());
