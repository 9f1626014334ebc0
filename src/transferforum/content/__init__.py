# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files -> (Forum, problems): the only place that knows file formats.

Nothing here runs an author's code or imports Sphinx. A part that cannot be read is left out and reported;
reading goes on, so that all faults are found at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..model import Exercise, Forum
from ..problems import Problem
from .courses import read_course
from .exercises import read_exercise
from .faults import Faults
from .settings import read_settings

__all__ = ["load"]


def load(root: Path) -> tuple[Forum, tuple[Problem, ...]]:
    """Read the whole forum below `root`. Never raises for content: what is wrong is in the problems, sorted."""
    root = root.resolve()
    faults = Faults(root)
    settings = read_settings(root, faults)
    courses = (read_course(folder, faults) for folder in _folders(root / "courses"))
    exercises = (read_exercise(folder, faults) for folder in _folders(root / "exercises"))
    forum = Forum(
        root=root,
        settings=settings,
        courses=tuple(course for course in courses if course),
        exercises=_unique(tuple(exercise for exercise in exercises if exercise), faults),
    )
    _note_unknown(forum, faults)
    return forum, faults.sorted()


def _folders(parent: Path) -> list[Path]:
    if not parent.is_dir():
        return []
    return sorted(path for path in parent.iterdir() if path.is_dir() and not path.name.startswith((".", "_")))


def _unique(exercises: tuple[Exercise, ...], faults: Faults) -> tuple[Exercise, ...]:
    first: dict[str, Exercise] = {}
    for exercise in exercises:
        known = first.setdefault(exercise.id, exercise)
        if known is not exercise:
            faults.add(
                exercise.path,
                "id-doppelt",
                f"Die Kennung `{exercise.id}` gibt es schon in {faults.relative(known.path)}.",
                "Geben Sie einer der beiden Übungen eine andere Kennung.",
                line=faults.line_of_key(exercise.path, "id"),
            )
    return tuple(first.values())


def _note_unknown(forum: Forum, faults: Faults) -> None:
    """References from lessons and exercises that lead nowhere."""
    broken = {path.parent.name for path in faults.paths if path.parent.parent.name == "exercises"}
    for lesson in forum.lessons():
        for place in lesson.placements:
            if forum.exercise(place.exercise) is None and place.exercise not in broken:
                faults.add(
                    lesson.path,
                    "uebung-unbekannt",
                    f"Eine Übung `{place.exercise}` gibt es nicht.",
                    f"Prüfen Sie die Schreibweise. Vorhanden sind: {_listed(e.id for e in forum.exercises)}.",
                    line=place.line,
                )
    known = {folder.name for folder in _folders(forum.root / "courses")}
    for exercise in forum.exercises:
        if exercise.course not in known:
            faults.add(
                exercise.path,
                "kurs-unbekannt",
                f"Einen Kurs `{exercise.course}` gibt es nicht.",
                f"Vorhanden sind: {_listed(sorted(known))}.",
                line=faults.line_of_key(exercise.path, "course"),
            )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "keine"
