# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The search on 1,400 pages in Chromium: bytes of the first query and of five, time of a keystroke and of the build.

Beside Pagefind in the same run, where it is installed (`pip install "pagefind[bin]"`): both get the same pages. Bytes
are those that the server sends with gzip; Pagefind's are without its own user interface.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from html import escape
from pathlib import Path
from typing import ClassVar

from large_forum import documents
from measuring import ROOT, Series, print_machine, runs, visitor
from playwright.sync_api import BrowserContext, sync_playwright

from transferforum.serve import Reply, SiteHandler, serving
from transferforum.site.search_index import Document, files

PAGES = 1400
QUERIES = ("Genehmigung", "Antragsprüfung", "Datenshutz", "Friedhof Gebühr", "Wie lange gilt die Frist?")
TYPED = "Verkehrsgenehmigung"
OWN = """
import { Index, fetcher } from "./search-index.js";
import { rank } from "./search-rank.js";
let index;
globalThis.ask = async (text) => {
  index ??= await Index.open(await fetcher(new URL("index/search.json", location.href).href));
  const { ranked } = await rank(index, text);
  await Promise.all(ranked.slice(0, 10).map(({ page }) => index.page(page)));
  return ranked.length;
};
globalThis.ready = true;
"""
PAGEFIND = """
import * as pagefind from "./pagefind/pagefind.js";
globalThis.ask = async (text) => {
  const { results } = await pagefind.search(text);
  await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return results.length;
};
globalThis.ready = true;
"""
KEYSTROKES = """async (word) => {
  const times = [];
  for (let length = 2; length <= word.length; length += 1) {
    const start = performance.now();
    await ask(word.slice(0, length));
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1];
}"""


def write_own(folder: Path, pages: list[Document]) -> None:
    """The modules of the search and its index."""
    for path in (ROOT / "src/transferforum/web").glob("search-*.js"):
        shutil.copyfile(path, folder / path.name)
    index = folder / "index" / "search.1"
    index.mkdir(parents=True)
    for name, content in files(pages, []).items():
        (index / name).write_bytes(content)
    (index.parent / "search.json").write_text('{"folder": "search.1"}', encoding="utf-8")


def write_pagefind(folder: Path, pages: list[Document]) -> None:
    """The pages as HTML, and what Pagefind makes of them; without the time that writing them takes."""
    command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--quiet"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def write_html(folder: Path, pages: list[Document]) -> None:
    for page in pages:
        path = folder / page.url
        path.parent.mkdir(parents=True, exist_ok=True)
        parts = "".join(f"<h2>{escape(one.heading)}</h2><p>{escape(one.text)}</p>" for one in page.sections)
        html = f'<!doctype html><html lang="de"><title>{page.title}</title><main><h1>{page.title}</h1>{parts}</main>'
        path.write_text(html, encoding="utf-8")


def measure(context: BrowserContext, folder: Path, script: str, name: str, series: Series) -> None:
    """Bytes of the first query and of five, then how long a keystroke takes at most (95 of 100)."""
    (folder / "index.html").write_text('<!doctype html><script type="module" src="ask.js"></script>', encoding="utf-8")
    (folder / "ask.js").write_text(script, encoding="utf-8")
    CountingHandler.sent.clear()
    with serving(folder, handler=CountingHandler) as server:
        page = context.new_page()
        page.goto(f"{server.address}/index.html", wait_until="networkidle")
        for number, query in enumerate(QUERIES, 1):
            page.evaluate("(text) => ask(text)", query)
            page.wait_for_load_state("networkidle")
            if number in {1, len(QUERIES)}:
                series.add(f"{name}: kB after {number} queries", sum(CountingHandler.sent) / 1000)
        page.evaluate(KEYSTROKES, TYPED)
        series.add(f"{name}: ms a keystroke, p95, parts there", page.evaluate(KEYSTROKES, TYPED))
        page.close()


class CountingHandler(SiteHandler):
    """Counts what is sent: Pagefind asks from a worker, which the page's own records leave out."""

    sent: ClassVar[list[int]] = []

    def finish_reply(self, reply: Reply) -> Reply:
        self.sent.append(len(reply.body))
        return reply


def main() -> None:
    count = runs(__doc__ or "")
    pages = documents(PAGES)
    series = Series({})
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name:
        own, other = Path(name) / "own", Path(name) / "pagefind"
        own.mkdir()
        other.mkdir()
        with visitor(playwright) as context:
            print_machine(context)
        began = time.perf_counter()
        write_own(own, pages)
        series.add("own: ms to build", (time.perf_counter() - began) * 1000)
        beside = subprocess.run([sys.executable, "-m", "pagefind", "--version"], capture_output=True, check=False)
        if beside.returncode == 0:
            write_html(other, pages)
            began = time.perf_counter()
            write_pagefind(other, pages)
            series.add("Pagefind: ms to build", (time.perf_counter() - began) * 1000)
        for _ in range(count):
            with visitor(playwright) as context:
                measure(context, own, OWN, "own", series)
            if beside.returncode == 0:
                with visitor(playwright) as context:
                    measure(context, other, PAGEFIND, "Pagefind", series)
    for row in series.values:
        print(series.row(row, "kB" if "kB" in row else "ms"))
    what = ("ms to build", "kB after 1 queries", f"kB after {len(QUERIES)} queries", "ms a keystroke, p95, parts there")
    if beside.returncode == 0:
        for one in what:
            print(f"{one}, own / Pagefind: {series.median(f'own: {one}') / series.median(f'Pagefind: {one}'):.2f}")


if __name__ == "__main__":
    main()
