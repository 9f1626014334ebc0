// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** node ask.mjs <folder of an index> <queries as JSON>: prints what each query finds, fetches and takes. */

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { Index, unzipped } from "../../src/transferforum/web/search-index.js";
import { rank } from "../../src/transferforum/web/search-rank.js";

const [folder = "", asked = "[]"] = process.argv.slice(2);
const SHOWN = 10;

/** @type {Set<string>} */
const fetched = new Set();
let bytes = 0;

/** Counts what a browser would transfer, where a file is transferred once. @param {string} name */
async function fetch(name) {
  const content = readFileSync(join(folder, name));
  if (!fetched.has(name)) bytes += content.length;
  fetched.add(name);
  return unzipped(new Uint8Array(content).buffer);
}

/** @param {Index} index @param {string} query */
async function ask(index, query) {
  const { ranked, guesses } = await rank(index, query);
  const pages = await Promise.all(ranked.slice(0, SHOWN).map(({ page }) => index.page(page)));
  return { urls: pages.map(({ url }) => url), count: ranked.length, guesses };
}

/** The time of a processor that a keystroke takes; what else the machine does is left out. @param {string} query */
async function timed(query) {
  const start = process.cpuUsage();
  await ask(warm, query);
  return process.cpuUsage(start).user / 1000;
}

const answers = [];
const warm = await Index.open(fetch);
for (const query of JSON.parse(asked)) {
  fetched.clear();
  bytes = 0;
  const answer = await ask(await Index.open(fetch), query);
  const alone = bytes;
  await ask(warm, query);
  answers.push({ ...answer, bytes: alone, milliseconds: Math.min(await timed(query), await timed(query), await timed(query)) });
}
process.stdout.write(JSON.stringify(answers));
