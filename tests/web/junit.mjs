// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * A reporter for `node --test`: writes build/reports/web.xml in JUnit's form, as pytest writes its own report. Node's
 * reporter of that name leaves out the file of a test (before version 22) and the commit; both are needed as evidence.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const report = join(root, "build/reports/web.xml");

/** @typedef {{ name: string, file?: string, skip?: string | boolean, todo?: string | boolean, details?: { type?: string } }} Result */

/** @param {AsyncIterable<{ type: string, data: Result }>} events */
export default async function* junit(events) {
  const start = new Date();
  /** @type {string[]} */
  const cases = [];
  for await (const { type, data } of events) {
    const ended = type === "test:pass" || type === "test:fail";
    if (ended && data.file && data.details?.type !== "suite") cases.push(caseOf(data, type === "test:fail"));
  }
  mkdirSync(dirname(report), { recursive: true });
  writeFileSync(report, suite(start, cases));
  yield "";
}

/**
 * @param {Result} result
 * @param {boolean} failed
 */
function caseOf({ name, file, skip, todo }, failed) {
  const path = relative(root, file ?? "").replaceAll("\\", "/");
  const inside = failed ? "<failure/>" : isSaid(skip) || isSaid(todo) ? "<skipped/>" : "";
  return `<testcase name="${escaped(name)}" file="${escaped(path)}">${inside}</testcase>`;
}

/**
 * A reason for leaving a test out may be an empty text.
 * @param {string | boolean | undefined} reason
 */
function isSaid(reason) {
  return reason !== undefined && reason !== false;
}

/**
 * @param {Date} start
 * @param {string[]} cases
 */
function suite(start, cases) {
  const property = `<properties><property name="commit" value="${escaped(commit())}"/></properties>`;
  const inside = [property, ...cases].join("\n");
  return `<?xml version="1.0" encoding="utf-8"?>\n<testsuite name="web" timestamp="${start.toISOString()}">\n${inside}\n</testsuite>\n`;
}

/** The commit that is tested, with a mark when files were changed since; empty outside of a repository. */
function commit() {
  try {
    const words = ["describe", "--always", "--dirty", "--abbrev=7", "--exclude=*"];
    return execFileSync("git", words, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "";
  }
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
