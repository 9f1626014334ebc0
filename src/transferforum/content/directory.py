# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads `competences.toml` and `municipalities.toml`: the competence areas, and who brings what to them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..model import Area, Contribution, Forum, Municipality
from .entries import read_entries, unique
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


def note_unknown_areas(forum: Forum, faults: Faults) -> None:
    """A fault for each area, partner, course, source or fact that is named and does not exist."""
    for path, key, id, known in _named(forum):
        if id not in known:
            word = _WORDS[key]
            faults.add(
                path,
                f"{word[1]}-unbekannt",
                f"{word[0]} `{id}` gibt es nicht.",
                f"Vorhanden sind: {', '.join(f'`{one}`' for one in sorted(known)) or 'keine'}.",
                line=_line(path, key, id),
            )


_WORDS = {
    "areas": ("Einen Kompetenzbereich", "bereich"),
    "municipalities": ("Eine Kommune", "kommune"),
    "courses": ("Einen Kurs", "kurs"),
    "sources": ("Eine Quelle", "quelle"),
    "facts": ("Einen Fakt", "fakt"),
}


def _named(forum: Forum) -> Iterator[tuple[Path, str, str, set[str]]]:
    """(file, key, id, the ids that exist) for each reference."""
    areas = {area.id for area in forum.areas}
    known = {
        "areas": areas,
        "municipalities": {one.id for one in forum.municipalities},
        "courses": {path.parent.name for path in forum.root.glob("courses/*/course.toml")},
        "sources": {source.id for source in forum.sources},
        "facts": {fact.id for fact in forum.facts},
    }
    for course in forum.courses:
        yield from ((course.folder / "course.toml", "areas", id, areas) for id in course.areas)
    for one in forum.know_how:
        for key in ("areas", "municipalities", "courses", "sources"):
            yield from ((one.page.path, key, id, known[key]) for id in getattr(one, key))
    for partner in forum.municipalities:
        for contribution in partner.contributions:
            for key in ("areas", "facts"):
                ids = getattr(contribution, key)
                yield from ((forum.root / MUNICIPALITIES, key, id, known[key]) for id in ids)


def _line(path: Path, key: str, id: str) -> int:
    """The first line that names the id under the key."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    inside = [number for number, line in enumerate(lines, 1) if id in line and key in line]
    return next(iter(inside), next((number for number, line in enumerate(lines, 1) if id in line), 1))
