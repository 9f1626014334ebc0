// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The readers accept what Python sends (tests/contract/grading.json) unchanged, and nothing else. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import {
  ProtocolError,
  explainedError,
  finding,
  output,
  readRunResult,
  readVerdict,
} from "../../src/transferforum/web/protocol.js";

const contract = new URL("../contract/grading.json", import.meta.url);
/** @type {{ is: string, example: Record<string, unknown> }[]} */
const examples = JSON.parse(await readFile(contract, "utf8"));

/** @type {Record<string, (value: unknown) => unknown>} */
const READERS = {
  output,
  error: explainedError,
  finding,
  run: (value) => readRunResult(JSON.stringify(value)),
  verdict: (value) => readVerdict(JSON.stringify(value)),
};

/** @param {string} kind */
function readerOf(kind) {
  const reader = READERS[kind];
  assert.ok(reader, `no reader for ${kind}`);
  return reader;
}

test("every kind has an example", () => {
  const kinds = new Set(examples.map((each) => each.is));
  assert.deepEqual([...kinds].sort(), Object.keys(READERS).sort());
});

for (const [number, { is, example }] of examples.entries()) {
  test(`example ${number} (${is}) is read as it is`, () => {
    assert.deepEqual(readerOf(is)(example), example);
  });

  for (const name of Object.keys(example)) {
    test(`example ${number} (${is}) without ${name} is refused`, () => {
      const { [name]: _, ...rest } = example;
      assert.throws(() => readerOf(is)(rest), ProtocolError);
    });
  }
}

test("unknown kinds are refused", () => {
  assert.throws(() => output({ kind: "video", text: "" }), /unknown kind of output: video/);
  assert.throws(() => finding({ kind: "perhaps", text: "", next: "" }), /kind is none of right, not_yet/);
});

test("a line is a whole number from 1, or null", () => {
  const error = { name: "", message: "", next: "", original: "" };
  assert.equal(explainedError({ ...error, line: null }).line, null);
  for (const line of [0, 1.5, "1", undefined]) {
    assert.throws(() => explainedError({ ...error, line }), /line is not a line number/);
  }
});

test("what is not JSON, or no object, is refused", () => {
  assert.throws(() => readRunResult("Traceback"), /not JSON/);
  assert.throws(() => readVerdict("[]"), /not an object/);
});
