// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The worker's downloads: progress, causes of failures, no other host. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Downloads, StartFailure, failureOf, takeAwayNetwork } from "../../src/transferforum/web/download.js";

/** @import { Progress } from "../../src/transferforum/web/protocol.js" */

const ORIGIN = "http://forum.test";
const WASM = `${ORIGIN}/py/pyodide.asm.wasm`;

/**
 * @param {() => Response | Promise<Response>} answer
 * @param {Record<string, number>} [sizes]
 */
function downloads(answer, sizes = {}) {
  /** @type {Progress[]} */
  const told = [];
  /** @type {string[]} */
  const asked = [];
  const made = new Downloads({
    origin: ORIGIN,
    sizes,
    report: (progress) => told.push(progress),
    fetch: async (resource) => {
      asked.push(String(resource));
      return answer();
    },
  });
  return { made, told, asked };
}

/** @param {string} body @param {Record<string, string>} headers @param {number} [status] */
const response = (body, headers, status = 200) => new Response(body, { headers, status });

test("bytes arrive, and are counted against the length that the server declares", async () => {
  const { made, told } = downloads(() => response("12345", { "content-length": "5" }));
  assert.equal((await made.bytes(`${ORIGIN}/a.zip`)).byteLength, 5);
  assert.deepEqual(told.at(-1), { what: "python", loaded: 5, total: 5 });
});

test("a known size wins over the declared one, which means compressed bytes", async () => {
  const headers = { "content-length": "2", "content-encoding": "br" };
  const { made, told } = downloads(() => response("12345", headers), { "a.zip": 10 });
  await made.bytes(`${ORIGIN}/a.zip`);
  assert.deepEqual(told.at(-1), { what: "python", loaded: 5, total: 10 });
});

test("without any size the progress never passes the end", async () => {
  const { made, told } = downloads(() => response("12345", {}));
  await made.bytes(`${ORIGIN}/a.zip`);
  assert.deepEqual(told.at(-1), { what: "python", loaded: 5, total: 5 });
});

test("packages are counted anew", async () => {
  const { made, told } = downloads(() => response("12345", { "content-length": "5" }));
  await made.bytes(`${ORIGIN}/a.zip`);
  made.begin("packages");
  await made.bytes(`${ORIGIN}/b.whl`);
  assert.deepEqual(told.at(-1), { what: "packages", loaded: 5, total: 5 });
});

const FAILURES = /** @type {const} */ ([
  ["mime", () => response("", { "content-type": "text/plain" }), "text/plain"],
  ["missing", () => response("", {}, 404), "404"],
  ["network", () => Promise.reject(new TypeError("Failed to fetch")), "TypeError: Failed to fetch"],
]);

for (const [cause, answer, detail] of FAILURES) {
  test(`${cause}: the request and the start fail with the cause and the file`, async () => {
    const { made } = downloads(answer);
    const failure = { cause, file: "pyodide.asm.wasm", detail };
    await assert.rejects(made.fetch(WASM), StartFailure);
    await assert.rejects(made.failed, (/** @type {unknown} */ fault) => {
      assert.deepEqual(failureOf(fault), failure);
      return true;
    });
  });
}

test("Pyodide is left waiting for what does not come, and gets what comes", async () => {
  const broken = downloads(() => response("", {}, 404)).made;
  let settled = false;
  broken.fetchOrWait(WASM).finally(() => (settled = true));
  await assert.rejects(broken.failed, StartFailure);
  assert.equal(settled, false);
  const whole = downloads(() => response("", { "content-type": "application/wasm" })).made;
  assert.equal((await whole.fetchOrWait(WASM)).status, 200);
});

test("the right type of .wasm passes", async () => {
  const { made } = downloads(() => response("", { "content-type": "application/wasm" }));
  assert.equal((await made.fetch(WASM)).status, 200);
});

test("another host is refused before anything is sent", async () => {
  const { made, asked } = downloads(() => response("", {}));
  for (const address of ["https://cdn.example/pyodide.js", "//cdn.example/x", "http://forum.test:81/x"]) {
    await assert.rejects(made.fetch(address), /is another host/);
  }
  await assert.rejects(made.fetch(new Request("https://cdn.example/")), /is another host/);
  assert.deepEqual(asked, []);
});

test("what is to be kept is looked for without asking the network, and brought without counting", async () => {
  /** @type {(RequestInit | undefined)[]} */
  const options = [];
  const answers = [Promise.reject(new TypeError("Failed to fetch")), response("", {}, 504), response("12345", {})];
  const made = new Downloads({
    origin: ORIGIN,
    sizes: {},
    report: () => assert.fail("nobody waits for this"),
    fetch: async (_, init) => {
      options.push(init);
      return await (answers.shift() ?? response("12345", {}));
    },
  });
  assert.equal(await made.cached(`${ORIGIN}/s.bin`), null);
  assert.equal(await made.cached(`${ORIGIN}/s.bin`), null);
  assert.equal(await (await made.cached(`${ORIGIN}/s.bin`))?.text(), "12345");
  assert.ok(options.every((init) => init?.cache === "only-if-cached"));
  await made.keep(`${ORIGIN}/s.bin`);
  assert.notEqual(options.at(-1)?.cache, "only-if-cached");
});

test("a file that is to be kept and does not come harms nothing", async () => {
  const { made } = downloads(() => Promise.reject(new TypeError("Failed to fetch")));
  await made.keep(`${ORIGIN}/s.bin`);
});

test("other ways out, and ways to store something, are taken away for good", () => {
  const scope = { WebSocket: 1, indexedDB: 2, other: 3 };
  takeAwayNetwork(scope);
  assert.equal(scope.WebSocket, undefined);
  assert.equal(scope.indexedDB, undefined);
  assert.equal(scope.other, 3);
  assert.throws(() => Object.defineProperty(scope, "WebSocket", { value: 1 }), TypeError);
});

test("a failure that nobody foresaw keeps its words", () => {
  assert.deepEqual(failureOf(new Error("boom")), { cause: "unknown", file: "", detail: "Error: boom" });
});
