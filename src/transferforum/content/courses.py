# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads a course: `course.toml`, its page and its lessons."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..grading.isolation import imported_names
from ..model import BROWSER_PACKAGES, Certificate, CodeCell, Course, Lesson, Objective, Prose, Retirement
from .data import read_data
from .excuses import read_excuses
from .faults import Faults
from .notebook import fences, placements, read_notebook
from .quizzes import read_quizzes
from .schema import day, fits


def read_course(folder: Path, faults: Faults) -> Course | None:
    """The course in a folder; None, and faults, when `course.toml` cannot be used."""
    path = folder / "course.toml"
    data = faults.toml(path)
    faults.text(folder / "index.md")
    if data is None or not fits("course", data, path, faults):
        return None
    _check_names(folder, data, faults)
    lessons = [_read_lesson(folder, name, faults) for name in data["lessons"]]
    return Course(
        id=data["id"],
        folder=folder,
        **{key: data[key] for key in ("title", "summary", "version", "level")},
        stand=day(data["stand"]),
        review=day(data["review"]),
        roles=tuple(data["roles"]),
        competences=tuple(data["competences"]),
        objectives=tuple(Objective(**objective) for objective in data["objectives"]),
        lessons=tuple(lesson for lesson in lessons if lesson),
        areas=tuple(data["areas"]),
        responsible=data.get("responsible", ""),
        data=read_data(folder / "data", faults),
        aliases=tuple(data.get("aliases", ())),
        certificate=Certificate(**data["certificate"]) if "certificate" in data else None,
        retired=_retirement(data["retired"]) if "retired" in data else None,
        excuses=read_excuses(data, path, faults),
        whole=None not in lessons,
    )


def _retirement(data: dict[str, Any]) -> Retirement:
    return Retirement(**data | {"since": day(data["since"])})


def _check_names(folder: Path, data: dict[str, Any], faults: Faults) -> None:
    path = folder / "course.toml"
    if data["id"] != folder.name:
        faults.add(
            path,
            "id-ordner",
            f"Die Kennung `{data['id']}` und der Ordner `{folder.name}` heißen verschieden.",
            "Benennen Sie den Ordner um. Die Kennung bleibt, denn Lernstände hängen daran.",
            line=faults.line_of_key(path, "id"),
        )
    listed = {*data["lessons"], "index"}
    for extra in sorted(folder.glob("*.md")):
        if extra.stem not in listed and not extra.name.startswith("."):
            faults.add(
                extra,
                "lektion-verwaist",
                "Diese Lektion steht nicht in `course.toml`.",
                f'Ergänzen Sie dort unter `lessons`: `"{extra.stem}"`, oder löschen Sie die Datei.',
            )


def _read_lesson(folder: Path, name: str, faults: Faults) -> Lesson | None:
    path = folder / f"{name}.md"
    notebook = read_notebook(path, faults)
    if notebook is None:
        return None
    about = notebook.head.get("lesson")
    if about is None:
        faults.add(
            path,
            "kopf-lektion",
            "Im Kopf fehlt der Abschnitt `lesson`.",
            "Ergänzen Sie `lesson:` mit `title`, `minutes` und `objectives`.",
            line=1,
        )
        return None
    if not fits("lesson", about, path, faults):
        return None
    found = tuple(fences(notebook.parts))
    return Lesson(
        id=name,
        course=folder.name,
        path=path,
        title=about["title"],
        minutes=about["minutes"],
        objectives=tuple(about["objectives"]),
        parts=notebook.parts,
        placements=tuple(placements(found)),
        packages=packages_in(notebook.parts),
        quizzes=tuple(read_quizzes(found, path, faults)),
        aliases=tuple(about.get("aliases", ())),
        excuses=read_excuses(about, path, faults),
    )


def packages_in(parts: tuple[Prose | CodeCell, ...]) -> tuple[str, ...]:
    """What the code imports beyond the standard library, of what the browser has."""
    names = {
        name.partition(".")[0] for part in parts if isinstance(part, CodeCell) for name in imported_names(part.source)
    }
    return tuple(sorted(names & set(BROWSER_PACKAGES)))
