// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** The client of Python as a state machine, driven with a fake worker and a fake clock. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Python } from "../../src/transferforum/web/python.js";

/** @import { FromWorker, Place, RunMessage, StartMessage, ToWorker } from "../../src/transferforum/web/protocol.js" */
/** @import { WorkerLike } from "../../src/transferforum/web/python.js" */

/** @implements {WorkerLike} */
class FakeWorker {
  /** @type {ToWorker[]} */
  sent = [];
  ended = false;
  /** @type {WorkerLike["onmessage"]} */
  onmessage = null;
  /** @type {WorkerLike["onerror"]} */
  onerror = null;

  /** @param {ToWorker} message */
  postMessage(message) {
    this.sent.push(message);
  }

  terminate() {
    this.ended = true;
  }

  /** @param {FromWorker} message */
  say(message) {
    this.onmessage?.({ data: message });
  }

  /** The run messages so far. */
  get runs() {
    return this.sent.filter((message) => message.type === "run");
  }

  /** Runs what was asked for last. */
  answer(text = "{}") {
    const { id } = /** @type {RunMessage} */ (this.runs.at(-1));
    this.say({ type: "running", id });
    this.say({ type: "result", id, text });
  }
}

class FakeClock {
  /** @type {Map<number, () => void>} */
  timers = new Map();
  #last = 0;

  /** @param {() => void} action */
  set = (action) => {
    this.#last += 1;
    this.timers.set(this.#last, action);
    return this.#last;
  };

  /** @param {number} timer */
  clear = (timer) => {
    this.timers.delete(timer);
  };

  /** Lets the time of every timer run out. */
  runOut() {
    const actions = [...this.timers.values()];
    this.timers.clear();
    for (const action of actions) action();
  }
}

/** @type {StartMessage} */
const START = {
  type: "start",
  base: "http://x/py/",
  grading: "http://x/g.zip",
  snapshot: "http://x/s.bin",
  packages: ["pandas"],
  sizes: {},
};
/** @type {Place} */
const LESSON = { id: "kurse/x/y", kind: "lesson", setup: "", files: {}, packages: ["pandas"] };
/** @type {Place} */
const EXERCISE = { id: "summe", kind: "exercise", setup: "", files: {}, packages: [] };
const ME = {};
const OTHER = {};

/** @type {FakeWorker[]} */
let workers;
/** @type {FakeClock} */
let clock;
/** @type {Python} */
let python;

beforeEach(() => {
  workers = [];
  clock = new FakeClock();
  python = new Python({ spawn, start: START, clock });
});

function spawn() {
  const worker = new FakeWorker();
  workers.push(worker);
  return worker;
}

/** The worker that is there now. */
function worker() {
  const last = workers.at(-1);
  assert.ok(last, "no worker");
  return last;
}

/** @param {number} number @param {object} [owner] */
function runCell(number, owner = ME) {
  return python.run(LESSON, { kind: "cell", cell: number, code: `zelle ${number}` }, owner);
}

function cellsAsked() {
  return worker().runs.map((message) => (message.task.kind === "cell" ? message.task.cell : 0));
}

test("nothing starts before somebody wants it", () => {
  assert.equal(python.state, "idle");
  assert.deepEqual(workers, []);
  assert.deepEqual(python.missing(LESSON), { core: true, packages: ["pandas"] });
});

test("a wish starts one worker, later wishes use it", () => {
  python.want(EXERCISE);
  python.want(LESSON);
  python.want(LESSON);
  assert.equal(workers.length, 1);
  assert.deepEqual(worker().sent, [START, { type: "open", place: EXERCISE }, { type: "open", place: LESSON }]);
  assert.deepEqual(python.missing(LESSON), { core: false, packages: [] });
});

test("packages are missing until a place with them is wanted", () => {
  python.want(EXERCISE);
  assert.deepEqual(python.missing(LESSON), { core: false, packages: ["pandas"] });
});

test("a task waits until Python is ready, and is answered", async () => {
  const end = runCell(1);
  assert.equal(python.activity(ME), "waiting");
  assert.deepEqual(worker().runs, []);
  worker().say({ type: "ready" });
  assert.equal(python.state, "running");
  worker().answer("42");
  assert.deepEqual(await end, { type: "done", text: "42" });
  assert.equal(python.state, "ready");
  assert.equal(python.activity(ME), null);
});

test("tasks run one after the other", () => {
  runCell(1);
  runCell(2);
  worker().say({ type: "ready" });
  assert.deepEqual(cellsAsked(), [1]);
  worker().answer();
  assert.deepEqual(cellsAsked(), [1, 2]);
});

test("a task is running only when the worker says so: before, packages load", () => {
  runCell(1);
  worker().say({ type: "ready" });
  assert.equal(python.activity(ME), "waiting");
  worker().say({ type: "running", id: 1 });
  assert.equal(python.activity(ME), "running");
});

test("a cell counts as run as soon as it is asked for", () => {
  runCell(1);
  assert.equal(python.hasRun(1), true);
  assert.equal(python.hasRun(2), false);
});

test("progress is passed on, and gone when Python is ready", () => {
  python.want(EXERCISE);
  worker().say({ type: "progress", progress: { what: "python", loaded: 1, total: 4 } });
  assert.deepEqual(python.progress, { what: "python", loaded: 1, total: 4 });
  worker().say({ type: "ready" });
  assert.equal(python.progress, null);
});

test("watchers hear of changes", () => {
  let calls = 0;
  python.watch(() => (calls += 1));
  python.want(EXERCISE);
  const before = calls;
  worker().say({ type: "ready" });
  assert.ok(before > 0 && calls > before);
});

test("stop ends the worker, and a new one runs the cells again that were run before", async () => {
  for (const number of [2, 1]) {
    runCell(number);
    worker().say({ type: "ready" });
    worker().answer();
  }
  const [first] = workers;
  const end = runCell(3);
  worker().say({ type: "running", id: 3 });
  assert.deepEqual(python.stop(ME), [1, 2]);
  assert.deepEqual(await end, { type: "stopped" });
  assert.equal(first?.ended, true);
  assert.equal(workers.length, 2);
  assert.deepEqual(worker().sent, [START, { type: "open", place: LESSON }]);
  worker().say({ type: "ready" });
  worker().answer();
  worker().answer();
  await python.restored;
  assert.deepEqual(cellsAsked(), [1, 2]);
  assert.equal(python.state, "ready");
});

test("cells run again come before what is asked for meanwhile", () => {
  runCell(1);
  worker().say({ type: "ready" });
  worker().answer();
  runCell(2);
  python.stop(ME);
  runCell(3);
  worker().say({ type: "ready" });
  worker().answer();
  assert.deepEqual(cellsAsked(), [1, 3]);
});

test("stop touches only one's own tasks", async () => {
  const mine = runCell(1);
  const others = runCell(2, OTHER);
  worker().say({ type: "ready" });
  assert.deepEqual(python.stop(OTHER), []);
  assert.deepEqual(await others, { type: "stopped" });
  assert.equal(workers.length, 1);
  worker().answer();
  assert.equal((await mine).type, "done");
});

test("a rerun cell that hangs can be stopped and is not run a third time", async () => {
  runCell(1);
  worker().say({ type: "ready" });
  worker().answer();
  runCell(2);
  python.stop(ME);
  worker().say({ type: "ready" });
  const end = runCell(3);
  assert.deepEqual(python.stop(ME), []);
  assert.deepEqual(await end, { type: "stopped" });
  worker().say({ type: "ready" });
  assert.deepEqual(cellsAsked(), []);
});

test("answers of an ended worker are not heard", () => {
  runCell(1);
  worker().say({ type: "ready" });
  const [first] = workers;
  python.stop(ME);
  first?.say({ type: "ready" });
  assert.equal(python.state, "loading");
});

test("a crash starts anew and says so", async () => {
  const end = runCell(1);
  worker().say({ type: "ready" });
  worker().say({ type: "crashed", id: 1, detail: "out of memory" });
  assert.deepEqual(await end, { type: "crashed", detail: "out of memory" });
  assert.equal(workers.length, 2);
  assert.equal(python.state, "loading");
});

test("a failure settles everything that waits, with its cause", async () => {
  /** @type {import("../../src/transferforum/web/protocol.js").Failure} */
  const failure = { cause: "mime", file: "pyodide.asm.wasm", detail: "text/plain" };
  const ends = [runCell(1), runCell(2, OTHER)];
  worker().say({ type: "failed", failure });
  assert.equal(python.state, "failed");
  for (const end of await Promise.all(ends)) assert.deepEqual(end, { type: "failed", failure });
  assert.deepEqual(await runCell(3), { type: "failed", failure });
  assert.equal(worker().ended, true);
});

test("after a failure one can try again", async () => {
  python.want(EXERCISE);
  worker().onerror?.({ message: "404" });
  assert.equal(python.failure?.cause, "worker");
  python.retry();
  assert.equal(workers.length, 2);
  assert.deepEqual(workers[0]?.sent[0], START);
  assert.deepEqual(workers[1]?.sent[0], { ...START, snapshot: "" }, "the second try takes no kept memory");
  assert.equal(python.failure, null);
  const end = runCell(1);
  worker().say({ type: "ready" });
  worker().answer("ja");
  assert.deepEqual(await end, { type: "done", text: "ja" });
});

test("a start without a sign of life fails", () => {
  python.want(EXERCISE);
  clock.runOut();
  assert.equal(python.state, "failed");
  assert.equal(python.failure?.cause, "timeout");
});

test("packages that never come fail too", () => {
  runCell(1);
  worker().say({ type: "ready" });
  clock.runOut();
  assert.equal(python.failure?.cause, "timeout");
});

test("running code may take as long as it likes, and so may an idle worker", () => {
  runCell(1);
  worker().say({ type: "ready" });
  worker().say({ type: "running", id: 1 });
  clock.runOut();
  assert.equal(python.state, "running");
  worker().say({ type: "result", id: 1, text: "" });
  clock.runOut();
  assert.equal(python.state, "ready");
});

test("progress while Python is ready and nobody waits starts no clock", () => {
  python.want(LESSON);
  worker().say({ type: "ready" });
  worker().say({ type: "progress", progress: { what: "packages", loaded: 1, total: 2 } });
  assert.equal(clock.timers.size, 0);
});

test("a learner's own file reaches every worker, until it is taken back", () => {
  const content = new ArrayBuffer(3);
  const message = { type: "file", place: "summe", path: "data/zahlen.csv", content };
  python.replaceFile("summe", "data/zahlen.csv", content);
  python.want(EXERCISE);
  assert.deepEqual(worker().sent.slice(-1), [message]);
  worker().say({ type: "ready" });
  python.run(EXERCISE, { kind: "exercise", code: "" }, ME);
  python.stop(ME);
  assert.equal(workers.length, 2);
  assert.deepEqual(worker().sent.slice(-1), [message]);
  python.replaceFile("summe", "data/zahlen.csv", null);
  assert.deepEqual(worker().sent.slice(-1), [{ ...message, content: null }]);
  python.run(EXERCISE, { kind: "exercise", code: "" }, ME);
  worker().say({ type: "ready" });
  python.stop(ME);
  assert.equal(workers.length, 3);
  assert.ok(worker().sent.every(({ type }) => type !== "file"));
});
