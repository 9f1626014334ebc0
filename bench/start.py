# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long from opening a page to the first result of Python, beside a bare Pyodide worker that runs the same code.

The bare worker has the unmodified files of the same versions, from the same server. A page is opened, its cell is run
at once; cold is the first visit of a browser, warm the second. A visitor of either stays for some seconds after the
result, as a reader does: browsers keep compiled code by then, and the page the memory of Python. Page and bare worker
take turns.
"""

from __future__ import annotations

import json
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from measuring import (
    LESSONS,
    ROOT,
    Series,
    built_site,
    cells_of,
    let_compress,
    print_machine,
    print_rows,
    runs,
    visitor,
)
from playwright.sync_api import BrowserContext, Playwright, sync_playwright

from transferforum import assets
from transferforum.serve import serving

GOAL = 0.6
PATIENCE = 60_000
STAY = 6_000
BARE_PAGE = '<!doctype html><meta charset="utf-8"><title>bare</title><script type="module" src="page.js"></script>'
BARE_SCRIPT = """
const worker = new Worker("worker.js", { type: "module" });
worker.onmessage = (event) => { globalThis.finished = { fault: event.data, time: performance.now() }; };
worker.postMessage(await (await fetch("task.json")).json());
"""
BARE_WORKER = """
onmessage = ({ data }) => run(data).then(() => postMessage(null), (fault) => postMessage(String(fault)));
async function run({ packages, files, codes }) {
  const { loadPyodide } = await import("./pyodide.mjs");
  const base = new URL("./", location.href).href;
  const python = await loadPyodide({ indexURL: base, env: { HOME: "/home/pyodide", MPLBACKEND: "Agg" } });
  await python.loadPackage(packages, { messageCallback: () => {} });
  python.FS.mkdirTree("/home/pyodide/data");
  for (const name of files) {
    python.FS.writeFile(`/home/pyodide/${name}`, new Uint8Array(await (await fetch(name)).arrayBuffer()));
  }
  for (const [code, raises] of codes) {
    try {
      python.runPython(code);
    } catch (fault) {
      if (!raises) throw fault;
    }
  }
}
"""
# Not wait_for_function: it cannot work under the policy that the server sends.
WAIT_FOR_BARE = """
(patience) => new Promise((resolve, reject) => {
  const look = () => (globalThis.finished ? resolve(globalThis.finished) : setTimeout(look, 2));
  setTimeout(() => reject(new Error("the bare worker did not end")), patience);
  look();
})
"""
# Presses the button of a cell as soon as it is there; the time is that of the page since it was asked for.
RUN_CELL = """
async ([number, patience]) => {
  const cell = document.querySelector(`forum-cell[data-cell="${number}"]`);
  const buttons = () => [...cell.querySelectorAll("button")];
  const changed = (done) => new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("no result in: " + cell.textContent)), patience);
    const look = () => { if (done()) { watcher.disconnect(); resolve(performance.now()); } };
    const watcher = new MutationObserver(look);
    watcher.observe(cell, { subtree: true, childList: true, attributes: true });
    look();
  });
  cell.scrollIntoView();
  await changed(() => buttons().some((button) => button.textContent.trim() === "Ausführen"));
  await new Promise((resolve) => setTimeout(resolve));
  const button = buttons().find((each) => each.textContent.trim() === "Ausführen");
  button.click();
  if (button.getAttribute("aria-disabled") !== "true") throw new Error("the click did nothing");
  return changed(() => button.getAttribute("aria-disabled") !== "true");
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A cell of a lesson that needs these packages."""

    name: str
    lesson: str
    cell: int
    packages: tuple[str, ...]

    @property
    def path(self) -> str:
        return f"{LESSONS}/{self.lesson}.html"


def write_bare(folder: Path, site: Path, case: Case) -> None:
    """A page with nothing but a worker, and everything it loads."""
    for name, content in assets.fetch(ROOT).items():
        (folder / name).write_bytes(content)
    page = (site / case.path).read_text(encoding="utf-8")
    config = json.loads(re.search(r'id="forum-page">(.*?)</script>', page, re.DOTALL)[1])  # type: ignore[index]
    files = config["files"] if case.packages else {}
    (folder / "data").mkdir()
    for name, address in files.items():
        (folder / name).write_bytes((site / address).read_bytes())
    task: dict[str, Any] = {"packages": case.packages, "files": list(files)}
    task["codes"] = [(cell["code"], cell["raises"]) for cell in cells_of(site / case.path)[: case.cell]]
    texts = {"index.html": BARE_PAGE, "page.js": BARE_SCRIPT, "worker.js": BARE_WORKER, "task.json": json.dumps(task)}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")


def bare_visit(context: BrowserContext, address: str) -> float:
    """Milliseconds until the bare worker is done."""
    page = context.new_page()
    page.goto(f"{address}/index.html")
    finished = page.evaluate(WAIT_FOR_BARE, PATIENCE)
    page.wait_for_timeout(STAY)
    page.close()
    if finished["fault"]:
        raise RuntimeError(finished["fault"])
    time: float = finished["time"]
    return time


def site_visit(context: BrowserContext, address: str, case: Case) -> float:
    """Milliseconds until the cell shows its result."""
    page = context.new_page()
    page.goto(f"{address}/{case.path}", wait_until="domcontentloaded")
    time: float = page.evaluate(RUN_CELL, [case.cell, PATIENCE])
    page.wait_for_timeout(STAY)
    page.close()
    return time


def first_cell_with(site: Path, lesson: str, word: str) -> int:
    """The number of the first cell whose code has this word."""
    cells = cells_of(site / f"{LESSONS}/{lesson}.html")
    return next(number for number, cell in enumerate(cells, start=1) if word in cell["code"])


def measure(playwright: Playwright, site: Path, case: Case, count: int, series: Series) -> None:
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder)
        write_bare(bare, site, case)
        with serving(bare) as bare_server, serving(site) as site_server:
            let_compress(bare_server.address, bare)
            let_compress(f"{site_server.address}/_static", site / "_static")
            for _ in range(count):
                with visitor(playwright) as context:
                    for visit in ("cold", "warm"):
                        series.add(f"{case.name}, bare, {visit}", bare_visit(context, bare_server.address))
                with visitor(playwright) as context:
                    for visit in ("cold", "warm"):
                        series.add(f"{case.name}, page, {visit}", site_visit(context, site_server.address, case))


def main() -> None:
    count = runs(__doc__ or "")
    site = built_site()
    pandas = first_cell_with(site, "baumliste", "read_csv")
    cases = (
        Case(name="first result", lesson="erste-zelle", cell=1, packages=()),
        Case(name="first pandas result", lesson="baumliste", cell=pandas, packages=("pandas",)),
    )
    series = Series({})
    with sync_playwright() as playwright:
        with visitor(playwright) as context:
            print_machine(context)
        for case in cases:
            measure(playwright, site, case, count, series)
    visits = [(case.name, visit) for case in cases for visit in ("cold", "warm")]
    print_rows(series, [(f"{name}, page, {visit}", f"{name}, bare, {visit}") for name, visit in visits])
    print(f"goal of the ratios: at most {GOAL}")


if __name__ == "__main__":
    main()
