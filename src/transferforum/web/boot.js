// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * What makes a Pyodide into the Python of the forum. The worker does it at each start; `assets/snapshot.mjs` does it
 * once, and keeps the memory that results, which a later start reads instead of doing all that again.
 *
 * Knows neither browser nor Node.
 */

/** @import { PyodideInterface } from "pyodide" */

/**
 * What is called in Python (transferforum.grading.browser).
 * @typedef {object} Grading
 * @property {(session: string, folder: string) => void} open_lesson
 * @property {(session: string, code: string) => string} run_cell
 * @property {(exercise: string, folder: string) => void} open_exercise
 * @property {(exercise: string, path: string, content: unknown) => void} replace_file
 * @property {(exercise: string, code: string) => string} run_exercise
 * @property {(exercise: string, code: string) => string} check_exercise
 */

/** The environment that Python finds; a kept memory has it inside. */
export const ENVIRONMENT = { MPLBACKEND: "Agg", HOME: "/home/pyodide" };

const ARCHIVE = "/forum/grading.zip";

/**
 * Puts the grading package where Python imports it from.
 * @param {PyodideInterface} pyodide
 * @param {Uint8Array} archive
 * @returns {Grading}
 */
export function install(pyodide, archive) {
  pyodide.FS.mkdirTree("/forum");
  pyodide.FS.writeFile(ARCHIVE, archive);
  pyodide.runPython(`import sys; "${ARCHIVE}" in sys.path or sys.path.insert(0, "${ARCHIVE}")`);
  return pyodide.pyimport("transferforum.grading.browser");
}

/**
 * What a kept memory must not bring along from the machine that made it: everybody would draw the same numbers.
 * @param {PyodideInterface} pyodide
 */
export function wake(pyodide) {
  pyodide.runPython("import random; random.seed()");
}
