# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ids and addresses are permanent: what a release had is there still, or is named as a former id.

Why: learners' progress, certificates and links in other systems hang on them. `ids.txt` at the root lists what the
releases had, one a line; `forum check --record-ids` adds what is new, before each release.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..content.faults import unreadable
from ..model import Forum, address, area_page, municipality_page
from ..problems import Problem

CODES = ("id-entfallen", "id-adresse")
FILE = "ids.txt"
RECORD = "forum check --record-ids"
GLOSSARY = "lernen/glossar.html"
_HEAD = """# Kennungen und Adressen, die mit einer Veröffentlichung vergeben wurden. Sie bleiben für immer.
# Jede Zeile: Art, Kennung und, wo sie eine eigene Seite hat, Adresse; mit Tabulator getrennt.
# Neue kommen mit diesem Befehl dazu: forum check --record-ids
"""
_ALIASES = {"Kurs", "Lektion", "Übung", "Frage"}
_FILES = {"Begriff": "glossary.toml", "Bereich": "competences.toml", "Kommune": "municipalities.toml"}
_FOLDERS = {"Kurs": "courses/{}", "Lektion": "courses/{}.md", "Übung": "exercises/{}", "Wissen": "docs/wissen/{}.md"}


@dataclass(frozen=True, slots=True, order=True)
class Permanent:
    """An id of a kind, and the address of its page; empty when it has none of its own."""

    kind: str
    id: str
    address: str = ""


def check(forum: Forum) -> Iterator[Problem]:
    """Compares with the list; says nothing where there is none yet."""
    if broken := unreadable(forum.root / FILE, forum.root):
        yield from broken
        return
    today = {(one.kind, one.id): one for one in permanent(forum)}
    former = _former(forum)
    for line, one in _released(forum.root):
        now = today.get((one.kind, one.id))
        if now is None and (one.kind, one.id) not in former and not _stands(forum.root, one):
            yield Problem(
                path=FILE,
                line=line,
                code="id-entfallen",
                message=f"{one.kind} `{one.id}` gibt es nicht mehr. An der Kennung hängen Adressen und Lernstände.",
                cure=_cure(one.kind),
                found=one.id,
            )
        elif now and one.address and now.address != one.address:
            yield Problem(
                path=FILE,
                line=line,
                code="id-adresse",
                message=f"{one.kind} `{one.id}` hat eine andere Adresse als in der letzten Veröffentlichung.",
                cure=f"Die Seite muss unter `{one.address}` bleiben. Legen Sie ihre Datei wieder an die alte Stelle.",
                found=one.id,
            )


def check_recorded(forum: Forum) -> Iterator[Problem]:
    """For a release: everything that gets public is in the list."""
    known = {(one.kind, one.id) for _, one in _released(forum.root)}
    missing = [one for one in permanent(forum) if (one.kind, one.id) not in known]
    if missing:
        some = ", ".join(f"`{one.id}`" for one in missing[:3])
        yield Problem(
            path=FILE,
            line=0,
            code="id-nicht-vermerkt",
            message=f"Neue Kennungen sind noch nicht vermerkt: {len(missing)}, darunter {some}.",
            cure=f"Rufen Sie `{RECORD}` auf, und nehmen Sie `{FILE}` in Git auf.",
        )


def permanent(forum: Forum) -> tuple[Permanent, ...]:
    """All permanent ids of today."""
    return tuple(sorted({*_of_courses(forum), *_of_the_rest(forum)}))


def record(forum: Forum) -> int:
    """Add what is new to the list; gives how many. What was released stays in it for ever."""
    path = forum.root / FILE
    released = {(one.kind, one.id): one for _, one in _released(forum.root)}
    new = [one for one in permanent(forum) if (one.kind, one.id) not in released]
    entries = sorted({*released.values(), *new})
    lines = ("\t".join(filter(None, (one.kind, one.id, one.address))) for one in entries)
    temporary = path.with_name(f".{FILE}.new")
    temporary.write_text(_HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    temporary.replace(path)
    return len(new)


def _of_courses(forum: Forum) -> Iterator[Permanent]:
    for course in forum.courses:
        yield Permanent("Kurs", course.id, _page(course.docname))
        for lesson in course.lessons:
            yield Permanent("Lektion", f"{course.id}/{lesson.id}", _page(lesson.docname))
            yield from (Permanent("Frage", quiz.id) for quiz in lesson.quizzes)
    yield from (Permanent("Übung", exercise.id) for exercise in forum.exercises)


def _of_the_rest(forum: Forum) -> Iterator[Permanent]:
    yield from (Permanent("Begriff", term.id, f"{GLOSSARY}#begriff-{term.id}") for term in forum.glossary)
    yield from (Permanent("Wissen", one.id, _page(one.docname)) for one in forum.know_how)
    yield from (Permanent("Bereich", area.id, f"{area_page(area.id)}.html") for area in forum.areas)
    yield from (Permanent("Kommune", one.id, f"{municipality_page(one.id)}.html") for one in forum.municipalities)


def _page(docname: str) -> str:
    return f"{address(docname)}.html"


def _former(forum: Forum) -> set[tuple[str, str]]:
    """Former ids, each with its kind."""
    lessons = {
        ("Lektion", name)
        for course in forum.courses
        for lesson in course.lessons
        for name in course.lesson_names(lesson)
    }
    courses = {("Kurs", alias) for course in forum.courses for alias in course.aliases}
    exercises = {("Übung", alias) for exercise in forum.exercises for alias in exercise.aliases}
    quizzes = {("Frage", alias) for one in forum.lessons() for quiz in one.quizzes for alias in quiz.aliases}
    return lessons | courses | exercises | quizzes


def _released(root: Path) -> list[tuple[int, Permanent]]:
    path = root / FILE
    if not path.is_file():
        return []
    lines = enumerate(path.read_text(encoding="utf-8-sig", errors="replace").split("\n"), 1)
    parts = ((number, line.split("\t")) for number, line in lines if line.strip() and not line.startswith("#"))
    return [(number, Permanent(*part[:3])) for number, part in parts if len(part) > 1]


def _stands(root: Path, one: Permanent) -> bool:
    """Whether its file still names it: then it could not be read, and that is told elsewhere."""
    if one.kind in _FOLDERS:
        return (root / _FOLDERS[one.kind].format(one.id)).exists()
    paths = [root / _FILES[one.kind]] if one.kind in _FILES else sorted(root.glob("courses/*/*.md"))
    word = re.compile(rf"(?<![\w-]){re.escape(one.id)}(?![\w-])")
    return any(word.search(path.read_text(encoding="utf-8", errors="replace")) for path in paths if path.is_file())


def _cure(kind: str) -> str:
    back = (
        "Nennen Sie die Kennung unter `aliases` bei dem, was an ihre Stelle tritt."
        if kind in _ALIASES
        else "Stellen Sie den Eintrag oder die Seite wieder her."
    )
    return f"{back} Soll sie für immer entfallen, löschen Sie diese Zeile in `{FILE}`."
