// SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
// SPDX-License-Identifier: EUPL-1.2
/** What a page knows of itself: addresses, sizes, and when a download must be asked for. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Page, mustAsk } from "../../src/transferforum/web/page.js";

const page = new Page(
  {
    id: "kurse/x/y",
    root: "../../",
    python: {
      base: "_static/python/abc/",
      grading: "_static/forum/grading.zip",
      snapshot: "_static/forum/snapshot.1.bin",
      coreBytes: 5_000_000,
      packages: {
        pandas: { bytes: 6_000_000, depends: ["numpy", "pytz"] },
        matplotlib: { bytes: 7_000_000, depends: ["numpy"] },
        numpy: { bytes: 3_000_000 },
        pytz: { bytes: 500_000 },
      },
    },
    editor: "_static/forum/editor.js",
    sheet: "_static/forum/sheet.js",
    worker: "_static/forum/worker.js",
    files: { "data/baeume.csv": "_static/data/baeume.csv" },
    packages: ["pandas"],
  },
  "http://10.0.0.5:8000/forum/kurse/x/y.html#uebung-1",
);

test("addresses count from the root of the site, wherever it lies", () => {
  assert.equal(page.address("_static/forum/editor.js"), "http://10.0.0.5:8000/forum/_static/forum/editor.js");
});

test("the lesson is a place with its data and packages", () => {
  assert.deepEqual(page.lesson(), {
    id: "kurse/x/y",
    kind: "lesson",
    setup: "",
    files: { "data/baeume.csv": "http://10.0.0.5:8000/forum/_static/data/baeume.csv" },
    packages: ["pandas"],
  });
});

test("a size contains what packages need, once", () => {
  assert.equal(page.size({ core: true, packages: [] }), 5_000_000);
  assert.equal(page.size({ core: false, packages: ["pandas"] }), 9_500_000);
  assert.equal(page.size({ core: true, packages: ["pandas", "matplotlib"] }), 21_500_000);
  assert.equal(page.size({ core: false, packages: ["unknown"] }), 0);
});

test("asked is on a phone and when data are saved, not on a tablet or a small window", () => {
  const desk = { saveData: false, coarsePointer: false, smallScreen: false };
  assert.equal(mustAsk(desk), false);
  assert.equal(mustAsk({ ...desk, smallScreen: true }), false);
  assert.equal(mustAsk({ ...desk, coarsePointer: true }), false);
  assert.equal(mustAsk({ ...desk, coarsePointer: true, smallScreen: true }), true);
  assert.equal(mustAsk({ ...desk, saveData: true }), true);
});
