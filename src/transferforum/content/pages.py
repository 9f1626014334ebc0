# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the authored pages that are no lessons, and what pages of know-how and of workshops say of themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from markdown_it.token import Token

from ..model import Excuse, KnowHow, Page, Prose, Quiz, Workshop
from .excuses import read_excuses
from .facts import citations
from .faults import Faults
from .memory import Memory
from .notebook import HEAD, fences, parser, read_head
from .quizzes import read_quizzes
from .schema import day, fits

KNOW_HOW = "docs/wissen"
PAGE = "seite"
"""What the head of a page calls the part that is ours."""
WORKSHOPS = "docs/workshops"
_PAGES = ("index.md", "404.md", "courses/*/index.md", "docs/**/*.md")
_INTERNAL = "docs/entwicklung/"
"""Pages for developers, which are not published."""
_SHOWN = {"softbreak": " ", "hardbreak": " ", "myst_role": "", "image": ""}
"""What stands for parts of a paragraph that are no text."""


Kept = tuple[tuple[KnowHow, ...], tuple[Workshop, ...]]
"""What a page with a head of its own is, beside a page."""


def read_pages(
    root: Path, faults: Faults, memory: Memory
) -> tuple[tuple[Page, ...], tuple[KnowHow, ...], tuple[Workshop, ...]]:
    """All authored pages but lessons, by name, and what is known of those that hold know-how or a workshop."""
    found = [memory.recall(faults, _read_page, path, files=lambda path: [path]) for path in _paths(root)]
    pages = tuple(page for page, _ in found if page)
    know_how = tuple(one for _, (known, _) in found for one in known)
    return pages, know_how, tuple(one for _, (_, workshops) in found for one in workshops)


def _read_page(path: Path, faults: Faults) -> tuple[Page | None, Kept]:
    text = faults.text(path)
    if text is None:
        return None, ((), ())
    page = _page(faults.root, path, text, faults)
    know_how = tuple(_read_know_how(page, text, faults)) if _is_in(KNOW_HOW, page) else ()
    workshops = tuple(_read_workshop(page, text, faults)) if _is_in(WORKSHOPS, page) else ()
    return page, (know_how, workshops)


def _paths(root: Path) -> Iterator[Path]:
    found = {path for pattern in _PAGES for path in root.glob(pattern)}
    for path in sorted(found):
        if not path.name.startswith(".") and not path.relative_to(root).as_posix().startswith(_INTERNAL):
            yield path


def _page(root: Path, path: Path, text: str, faults: Faults) -> Page:
    head = HEAD.match(text)
    start = head.end() if head else 0
    prose = Prose(text=text[start:], line=text.count("\n", 0, start) + 1)
    tokens = parser().parse(prose.text)
    return Page(
        docname=path.relative_to(root).with_suffix("").as_posix(),
        path=path,
        title=_title(tokens),
        lead=_lead(tokens),
        text=prose,
        citations=citations((prose,)),
        excuses=_excuses(text, path, faults) if head and f"{PAGE}:" in head[1] else (),
        quizzes=tuple(_examples(prose, path, faults)),
    )


def _examples(prose: Prose, path: Path, faults: Faults) -> Iterator[Quiz]:
    """The questions that stand in `{example}`."""
    for fence in fences((prose,)) if "{example}" in prose.text else ():
        if fence.name == "example":
            yield from read_quizzes(fences((Prose(text=fence.text, line=fence.line + 1),)), path, faults)


def _excuses(text: str, path: Path, faults: Faults) -> tuple[Excuse, ...]:
    """What the head of a page excuses that is no know-how."""
    about = (read_head(text, path, faults) or {}).get(PAGE)
    return read_excuses(about, path, faults) if about is not None and fits("page", about, path, faults) else ()


def _title(tokens: Sequence[Token]) -> str:
    """The words of the first heading; empty when there is none."""
    heads = (tokens[number + 1] for number, token in enumerate(tokens) if token.type == "heading_open")
    parts = next((head.children or [] for head in heads), [])
    return "".join(part.content for part in parts if part.type in {"text", "code_inline"})


def _lead(tokens: Sequence[Token]) -> str:
    """The first paragraph as plain text; a line that only dates the page is none."""
    after = (tokens[number + 1] for number, token in enumerate(tokens) if token.type == "paragraph_open")
    texts = (
        " ".join("".join(_SHOWN.get(one.type, one.content) for one in token.children or ()).split()) for token in after
    )
    return next((text for text in texts if text and not text.startswith("Stand:")), "")


def _is_in(parent: str, page: Page) -> bool:
    folder, _, name = page.docname.rpartition("/")
    return folder == parent and name != "index"


def _read_know_how(page: Page, text: str, faults: Faults) -> Iterator[KnowHow]:
    """What the head says; nothing, and faults, when it cannot be used."""
    head = read_head(text, page.path, faults)
    about: Any = head.get("wissen") if head else None
    if head is None:
        return
    if about is None:
        faults.add(
            page.path,
            "kopf-wissen",
            "Im Kopf fehlt der Abschnitt `wissen`.",
            "Ergänzen Sie `wissen:` mit `kind`, `summary`, `areas` und den weiteren Angaben.",
            line=1,
        )
        return
    _note_title(page, faults)
    if not fits("know-how", about, page.path, faults):
        return
    yield KnowHow(
        id=page.docname.rpartition("/")[2],
        page=page,
        kind=about["kind"],
        summary=about["summary"],
        areas=tuple(about["areas"]),
        municipalities=tuple(about.get("municipalities", ())),
        courses=tuple(about["courses"]),
        sources=tuple(about.get("sources", ())),
        stand=day(about["stand"]),
        review=day(about["review"]),
        licence=about["licence"],
        responsible=about.get("responsible", ""),
        excuses=read_excuses(about, page.path, faults),
    )


def _read_workshop(page: Page, text: str, faults: Faults) -> Iterator[Workshop]:
    """What the head says; nothing, and faults, when it cannot be used."""
    head = read_head(text, page.path, faults)
    about: Any = head.get("workshop") if head else None
    if head is None:
        return
    if about is None:
        faults.add(
            page.path,
            "kopf-workshop",
            "Im Kopf fehlt der Abschnitt `workshop`.",
            "Ergänzen Sie `workshop:` mit `minutes`, `place`, `courses` und den weiteren Angaben.",
            line=1,
        )
        return
    _note_title(page, faults)
    if not fits("workshop", about, page.path, faults):
        return
    yield Workshop(
        id=page.docname.rpartition("/")[2],
        page=page,
        minutes=about["minutes"],
        place=about["place"],
        courses=tuple(about["courses"]),
        materials=tuple(about["materials"]),
        stand=day(about["stand"]),
        review=day(about["review"]),
        responsible=about.get("responsible", ""),
        excuses=read_excuses(about, page.path, faults),
    )


def _note_title(page: Page, faults: Faults) -> None:
    if not page.title:
        faults.add(
            page.path,
            "titel-fehlt",
            "Die Seite hat keine Überschrift.",
            "Beginnen Sie den Text mit einer Zeile wie `# Titel der Seite`.",
            line=page.text.line + len(page.text.text) - len(page.text.text.lstrip("\n")),
        )
