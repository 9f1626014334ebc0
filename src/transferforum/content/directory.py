# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads `competences.toml` and `municipalities.toml`: the competence areas, and who brings what to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model import Area, Contribution, Forum, Municipality
from .entries import read_entries, unique
from .facts import FILE as FACTS
from .faults import Faults

AREAS = "competences.toml"
MUNICIPALITIES = "municipalities.toml"


def read_areas(root: Path, faults: Faults) -> tuple[Area, ...]:
    """The competence areas in their order."""
    path = root / AREAS
    return unique(path, tuple(Area(**entry) for entry in read_entries(path, "areas", faults)), faults)


def read_municipalities(root: Path, faults: Faults) -> tuple[Municipality, ...]:
    """The partners in their order."""
    path = root / MUNICIPALITIES
    partners = tuple(_municipality(entry) for entry in read_entries(path, "municipalities", faults))
    return unique(path, partners, faults)


def _municipality(entry: dict[str, Any]) -> Municipality:
    contributions = tuple(
        Contribution(kind=one["kind"], text=one["text"], areas=tuple(one["areas"]), facts=tuple(one["facts"]))
        for one in entry.get("contributions", ())
    )
    names = tuple(dict.fromkeys((entry["name"], entry["short"], *entry.get("names", ()))))
    return Municipality(**entry | {"names": names, "contributions": contributions})


_WORDS = {
    "areas": ("Einen Kompetenzbereich", "bereich-unbekannt"),
    "municipalities": ("Eine Kommune", "kommune-unbekannt"),
    "courses": ("Einen Kurs", "kurs-unbekannt"),
    "sources": ("Eine Quelle", "quelle-unbekannt"),
    "facts": ("Einen Fakt", "fakt-unbekannt"),
}
"""By the key that names them: what is missing, and the code of the fault."""


def note_unknown_names(forum: Forum, faults: Faults) -> None:
    """A fault for each area, partner, course, source or fact that a head or an entry names and that does not exist."""
    known = _known(forum, faults)
    for one in _named(forum):
        if one.key in known and one.id not in known[one.key]:
            what, code = _WORDS[one.key]
            faults.add(
                one.path,
                code,
                f"{what} `{one.id}` gibt es nicht.",
                f"Vorhanden sind: {', '.join(f'`{id}`' for id in sorted(known[one.key])) or 'keine'}.",
                line=_line(faults, one),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """An id named under a key, which stands in its file for the `nth` time (from 0)."""

    path: Path
    key: str
    id: str
    nth: int = 0


def _known(forum: Forum, faults: Faults) -> dict[str, set[str]]:
    """The ids that exist; what cannot be told, because its file cannot be used, is left out."""
    ids = {
        (AREAS, "areas"): {one.id for one in forum.areas},
        (MUNICIPALITIES, "municipalities"): {one.id for one in forum.municipalities},
        (FACTS, "sources"): {one.id for one in forum.sources},
        (FACTS, "facts"): {one.id for one in forum.facts},
    }
    known = {key: found for (file, key), found in ids.items() if found or forum.root / file not in faults.paths}
    return known | {"courses": {path.name for path in forum.root.glob("courses/*") if path.is_dir()}}


def _named(forum: Forum) -> Iterator[_Name]:
    for course in forum.courses:
        yield from (_Name(path=course.folder / "course.toml", key="areas", id=id) for id in course.areas)
    for one in forum.know_how:
        for key in ("areas", "municipalities", "courses", "sources"):
            yield from (_Name(path=one.page.path, key=key, id=id) for id in getattr(one, key))
    for workshop in forum.workshops:
        yield from (_Name(path=workshop.page.path, key="courses", id=id) for id in workshop.courses)
    contributions = (one for partner in forum.municipalities for one in partner.contributions)
    for nth, contribution in enumerate(contributions):
        for key in ("areas", "facts"):
            ids: tuple[str, ...] = getattr(contribution, key)
            yield from (_Name(path=forum.root / MUNICIPALITIES, key=key, id=id, nth=nth) for id in ids)


def _line(faults: Faults, name: _Name) -> int:
    """The line that names the id, at or after its key; that of the key where a list hides it."""
    start = faults.line_of_key(name.path, name.key, name.nth)
    word = re.compile(rf"(?<![\w-]){re.escape(name.id)}(?![\w-])")
    lines = name.path.read_text(encoding="utf-8", errors="replace").split("\n")
    found = (number for number, line in enumerate(lines, 1) if number >= start and word.search(line))
    return next(found, start)
