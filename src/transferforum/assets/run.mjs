// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Runs Python files one after the other in the Pyodide of a folder, with another folder of this machine as /tree.
 *
 *     node run.mjs <folder with pyodide.mjs> <folder for /tree> <file.py> ...
 *
 * Each file may await. Hashes of strings are fixed, so that the same input gives the same bytes.
 */

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [core = "", tree = "", ...scripts] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(resolve(core, "pyodide.mjs")).href);
const python = await loadPyodide({
  indexURL: resolve(core),
  env: { HOME: "/home/pyodide", MPLBACKEND: "Agg", PYTHONDONTWRITEBYTECODE: "1", PYTHONHASHSEED: "0" },
});
python.mountNodeFS("/tree", resolve(tree));
try {
  for (const script of scripts) {
    await python.runPythonAsync(await readFile(script, "utf8"), { filename: script });
  }
} catch (fault) {
  // The message is Python's traceback; the stack below it is that of WebAssembly.
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}
