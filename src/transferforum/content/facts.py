# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads `facts.toml`: what may be said about real partners, projects, laws and sums, and by which source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..model import Citation, CodeCell, Fact, Forum, Prose, Source
from .entries import read_table, unique
from .faults import Faults
from .roles import roles

FILE = "facts.toml"
ROLE = "fact"
UNKNOWN = "fakt-unbekannt"


def read_facts(root: Path, faults: Faults) -> tuple[tuple[Fact, ...], tuple[Source, ...]]:
    """The facts and their sources; a source that does not exist is a fault."""
    path = root / FILE
    data = read_table(path, faults)
    listed = (Source(**entry | {"date": str(entry["date"])}) for entry in data.get("sources", ()))  # a date in TOML
    sources = unique(path, tuple(listed), faults, table="sources")
    facts = unique(path, tuple(Fact(**entry) for entry in data.get("facts", ())), faults, table="facts")
    known = {source.id for source in sources}
    for number, fact in enumerate(facts):
        if fact.source not in known:
            faults.add(
                path,
                "quelle-unbekannt",
                f"Eine Quelle `{fact.source}` gibt es nicht.",
                f"Vorhanden sind: {', '.join(f'`{id}`' for id in sorted(known)) or 'keine'}.",
                line=faults.line_of_key(path, "source", number),
            )
    return facts, sources


def citations(parts: Iterable[Prose | CodeCell]) -> tuple[Citation, ...]:
    """The facts that prose cites, in order."""
    return tuple(Citation(fact=role.content.strip(), line=role.line) for part in parts for role in roles(part, ROLE))


def note_unknown_facts(forum: Forum, faults: Faults) -> None:
    """A fault for each citation that names no fact; none when the facts themselves cannot be read."""
    if not forum.facts and forum.root / FILE in faults.paths:
        return
    for path, found in _cited(forum):
        for citation in found:
            if forum.fact(citation.fact) is None:
                faults.add(path, UNKNOWN, *unknown_fact(citation.fact), line=citation.line)


def unknown_fact(id: str) -> tuple[str, str]:
    """What is wrong with a citation that names no fact, and the cure."""
    return f"Einen Fakt `{id}` gibt es nicht.", f"Prüfen Sie die Schreibweise, oder ergänzen Sie ihn in `{FILE}`."


def _cited(forum: Forum) -> Iterator[tuple[Path, tuple[Citation, ...]]]:
    yield from ((page.path, page.citations) for page in forum.pages)
    yield from ((lesson.path, citations(lesson.parts)) for lesson in forum.lessons())
    yield from ((exercise.path, citations((*exercise.task, *exercise.hints))) for exercise in forum.exercises)
