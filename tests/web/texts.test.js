// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The German words that depend on what happened: numbers, causes, verdicts. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { spokenVerdict } from "../../src/transferforum/web/feedback.js";
import { spokenResult } from "../../src/transferforum/web/output.js";
import { describe } from "../../src/transferforum/web/status.js";
import { BUTTONS, FAILURE, STATUS } from "../../src/transferforum/web/strings.js";

/** @import { Cause } from "../../src/transferforum/web/protocol.js" */

test("the button names what is loaded and its size in MB", () => {
  const core = { core: true, packages: [], bytes: 4_800_000 };
  assert.equal(BUTTONS.load(core), "Python laden (etwa 5 MB)");
  const both = { core: true, packages: ["pandas", "matplotlib"], bytes: 23_100_000 };
  assert.equal(BUTTONS.load(both), "Python, pandas und matplotlib laden (etwa 24 MB)");
  assert.equal(BUTTONS.load({ core: false, packages: ["pandas"], bytes: 1 }), "pandas laden (etwa 1 MB)");
});

test("cells are counted in grammatical German", () => {
  assert.equal(STATUS.ranBefore([1]), "Zuerst wurde die Zelle 1 ausgeführt.");
  assert.equal(STATUS.ranBefore([1, 2, 3]), "Zuerst wurden die Zellen 1, 2 und 3 ausgeführt.");
  assert.match(STATUS.stopped([2]), /Die Zelle 2 wird von selbst noch einmal ausgeführt\.$/);
  assert.match(STATUS.stopped([1, 2]), /Die Zellen 1 und 2 werden von selbst noch einmal ausgeführt\.$/);
  assert.match(STATUS.restored([1, 2]), /Die Zellen 1 und 2 wurden noch einmal ausgeführt\./);
  assert.doesNotMatch(STATUS.stopped([]) + STATUS.restored([]), /Zelle/);
});

test("every cause of a failure has words and a way on", () => {
  /** @type {Cause[]} */
  const causes = ["wasm", "mime", "missing", "network", "timeout", "worker", "unknown"];
  const words = causes.map((cause) => FAILURE.words({ cause, file: "a.wasm", detail: "x" }));
  for (const [what, next] of words) assert.ok(what.endsWith(".") && next.endsWith("."));
  assert.equal(new Set(words.map(([what]) => what)).size, causes.length);
});

test("a wrong type names the file, its type and the right one", () => {
  const [what, next] = FAILURE.words({ cause: "mime", file: "a.wasm", detail: "text/plain" });
  assert.match(what, /`a\.wasm`.*`text\/plain`/);
  assert.match(next, /application\/wasm/);
});

test("progress is told in per cent, then as a start", () => {
  const half = { what: /** @type {const} */ ("python"), loaded: 49.9, total: 100 };
  assert.deepEqual(describe(half, true), { words: "Python wird geladen: 49 Prozent", share: 0.499 });
  assert.equal(describe({ ...half, loaded: 100 }, true).words, "Python wird gestartet …");
  assert.equal(describe({ ...half, loaded: 100, what: "packages" }, false).words, STATUS.preparing);
  assert.deepEqual(describe(null, true), { words: "Python wird gestartet …", share: null });
  assert.deepEqual(describe({ ...half, total: 0 }, true).share, 0);
});

test("a run is read out: what it gave, cut when long, or its error", () => {
  assert.equal(spokenResult({ outputs: [], error: null }), "Der Code wurde ausgeführt. Er gibt nichts aus.");
  const value = { kind: /** @type {const} */ ("value"), text: "40" };
  assert.equal(spokenResult({ outputs: [value], error: null }), "Der Code wurde ausgeführt. 40");
  assert.ok(spokenResult({ outputs: [{ ...value, text: "x".repeat(5000) }], error: null }).length < 300);
  const error = { name: "NameError", message: "Was los ist.", next: "Was hilft.", line: 2, original: "Traceback" };
  assert.equal(
    spokenResult({ outputs: [], error }),
    "Python meldet einen Fehler in Zeile 2. Was los ist. Nächster Schritt: Was hilft.",
  );
});

test("a verdict is read out: the result, the count, what is not right yet and the next step", () => {
  const right = { kind: /** @type {const} */ ("right"), text: "Die Datei stimmt.", next: "" };
  const open = { kind: /** @type {const} */ ("not_yet"), text: "Die Zahl fehlt.", next: "Zählen Sie." };
  const failed = { passed: false, findings: [right, open], outputs: [], error: null };
  assert.equal(
    spokenVerdict(failed),
    "Rückmeldung: Noch nicht gelöst. 1 von 2 Punkten stimmt. Die Zahl fehlt. Nächster Schritt: Zählen Sie.",
  );
  const passed = { passed: true, findings: [right], outputs: [], error: null };
  assert.equal(spokenVerdict(passed), "Rückmeldung: Gelöst. Die Datei stimmt.");
});
