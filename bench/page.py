# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""How many bytes a page takes without Python, sent with gzip: fonts count, pictures do not."""

from __future__ import annotations

from pathlib import Path

from measuring import built_site, print_machine, visitor
from playwright.sync_api import BrowserContext, sync_playwright

from transferforum.serve import serving

GOAL = 120_000
PICTURES = (".png", ".jpg", ".svg", ".webp")
PYTHON = ("/_static/python/", "/grading.", "/worker.")
SIZES = """
() => performance.getEntries()
  .filter((entry) => ["navigation", "resource"].includes(entry.entryType))
  .map((entry) => [entry.name, entry.encodedBodySize])
"""


def loaded(context: BrowserContext, address: str) -> dict[str, int]:
    """Bytes as sent, by address, of what the page loads by itself."""
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    sizes: dict[str, int] = dict(page.evaluate(SIZES))
    page.close()
    return {name: size for name, size in sizes.items() if not any(part in name for part in PYTHON)}


def kind(name: str) -> str:
    """The column a file counts in."""
    ending = Path(name).suffix
    if ending in PICTURES:
        return "pictures"
    return {".woff2": "fonts", ".css": "style", ".js": "scripts"}.get(ending, "page")


def main() -> None:
    site = built_site()
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    columns = ("page", "style", "scripts", "fonts", "pictures")
    with sync_playwright() as playwright, serving(site) as server, visitor(playwright) as first:
        print_machine(first)
        print(f"{'bytes':<44}" + "".join(f"{column:>10}" for column in (*columns, "sum")))
        for path in pages:
            with visitor(playwright) as context:
                found = loaded(context, f"{server.address}/{path}")
            sums = {column: sum(size for name, size in found.items() if kind(name) == column) for column in columns}
            total = sum(sums.values()) - sums["pictures"]
            mark = "" if total <= GOAL else "  more than the goal"
            print(
                f"{path:<44}" + "".join(f"{sums[column]:>10}" for column in columns) + f"{total:>10}{mark}", flush=True
            )
    print(f"goal of the sum, without pictures: at most {GOAL}")


if __name__ == "__main__":
    main()
