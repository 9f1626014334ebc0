# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asks an index what the sets of queries ask, with the modules that pages use, under Node."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from conftest import ROOT

from transferforum.assets.node import run_node
from transferforum.site.search_index import Document, Section, files

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What somebody types, and the address of the page that must be among the first three."""

    kind: str
    query: str
    page: str


def queries(name: str) -> tuple[Query, ...]:
    """A set of queries."""
    return tuple(Query(**one) for one in _toml(FOLDER / f"{name}.toml")["queries"])


def corpus() -> tuple[Document, ...]:
    """The made-up forum."""
    pages = (page for path in sorted((FOLDER / "pages").glob("*.toml")) for page in _toml(path)["pages"])
    return tuple(
        Document(url=page["url"], kind=page["kind"], title=page["title"], sections=tuple(_sections(page["text"])))
        for page in pages
    )


def _sections(text: str) -> list[Section]:
    first, *others = re.split(r"^## ", text, flags=re.MULTILINE)
    parts = (part.partition("\n") for part in others)
    return [
        Section(text=first.strip()),
        *(Section(heading=head, text=body.strip(), anchor=f"a{n}") for n, (head, _, body) in enumerate(parts)),
    ]


def concepts() -> list[list[str]]:
    """The glossary of the made-up forum."""
    return [[term["term"], *term["variants"]] for term in _toml(FOLDER / "glossary.toml")["terms"]]


def write(folder: Path, documents: Sequence[Document], names: Sequence[Sequence[str]]) -> Path:
    """The files of an index."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files(documents, names).items():
        (folder / name).write_bytes(content)
    return folder


def answers(folder: Path, asked: Sequence[str]) -> list[dict[str, Any]]:
    """For each query: `urls` of the first ten pages, `bytes` fetched for it alone, `milliseconds` when all is there.

    The milliseconds are the best of three.
    """
    found: list[dict[str, Any]] = json.loads(run_node(FOLDER / "ask.mjs", folder, json.dumps(list(asked)), cwd=ROOT))
    return found


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
