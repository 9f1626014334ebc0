# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Makes exercises of a notebook and reports what it could and could not take over. Runs no code, overwrites nothing."""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from ..content import load
from ..content.exercises import read_exercise
from ..content.faults import Faults
from ..model import Course, Forum
from ..problems import Problem
from .making import Given, exercise_files, listed, note_whole
from .marks import Question, questions
from .notes import Kind, Notes
from .prose import heading, without_heading
from .reading import UnusableError, read

OPEN = "noch-offen"
"""Stands where only an author knows the answer; `forum check` asks for it."""
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """An exercise made of a question: its id, title and files."""

    id: str
    title: str
    files: dict[str, str]


def run(options: argparse.Namespace) -> int:
    """Read, make, write, report; gives the exit status."""
    notes = Notes()
    try:
        made = _made(options, notes)
        _write(options.root, made)
    except UnusableError as error:
        print(error, file=sys.stderr)
        return error.status
    except RecursionError:
        print("Der Code im Notebook ist zu tief verschachtelt. Nichts wurde geschrieben.", file=sys.stderr)
        return 1
    for one in made:
        print(f"Neu: exercises/{one.id}/ („{one.title}“)")
    print()
    print("\n".join(notes.lines()).rstrip())
    folders = " ".join(f"exercises/{one.id}" for one in made)
    print(f"\nSo geht es weiter: Beheben Sie, was dieser Befehl meldet: forum check {folders}")
    return 0


def _made(options: argparse.Namespace, notes: Notes) -> tuple[Made, ...]:
    cells = read(options.notebook)
    forum, _ = load(options.root)
    course, objectives = _course(forum, options.course, tuple(options.objective), notes)
    found = questions(cells, notes)
    if not found:
        raise UnusableError(
            f"In {options.notebook.name} steht keine Aufgabe mit Code. Für Fragen ohne Code brauchen Sie keine Übung."
        )
    chosen = _chosen(found, options.question)
    note_whole(cells, notes)
    several = len(chosen) > 1
    taken = _taken(forum, options.root)
    made: list[Made] = []
    for question in chosen:
        title, prose = _title(question, options, several=several)
        id = _id(options, title, question, several=several)
        while id in {one.id for one in made}:
            id = f"{id}-{len(made) + 1}"
        _refuse_taken(id, taken, options)
        taken.add(id)
        earlier = found[: found.index(question)]
        given = Given(
            id=id,
            title=title,
            minutes=options.minutes,
            skill=options.skill,
            course=course,
            objectives=objectives,
        )
        files = exercise_files(question, earlier, prose, given, notes)
        made.append(Made(id=id, title=title, files=files))
    if several:
        notes.add(Kind.ASSUMED, "Das Notebook enthält mehrere Aufgaben. Jede ist eine eigene Übung.")
    return tuple(made)


def _course(forum: Forum, id: str | None, wanted: tuple[str, ...], notes: Notes) -> tuple[str, tuple[str, ...]]:
    """The course and its objectives, as given or left open."""
    known = [course.id for course in forum.courses]
    if id is not None and id not in known:
        near = get_close_matches(id, known, n=3, cutoff=0.5)
        rest = f"Meinen Sie: {listed(near)}?" if near else f"Vorhanden sind: {listed(known) or 'keine'}."
        raise UnusableError(f"Einen Kurs `{id}` gibt es nicht. {rest}", status=2)
    course = forum.course(id) if id else None
    if course is None:
        notes.add(Kind.OPEN, f"Nennen Sie im Kopf den Kurs und die Lernziele. Dort steht noch `{OPEN}`.")
        return OPEN, wanted if wanted and all(map(_ID.fullmatch, wanted)) else (OPEN,)
    return course.id, _objectives(course, wanted, notes)


def _objectives(course: Course, wanted: tuple[str, ...], notes: Notes) -> tuple[str, ...]:
    known = [objective.id for objective in course.objectives]
    if unknown := [name for name in wanted if name not in known]:
        raise UnusableError(
            f"Ein Lernziel `{unknown[0]}` gibt es im Kurs `{course.id}` nicht. Vorhanden sind: {listed(known)}.",
            status=2,
        )
    if wanted or len(known) == 1:
        return wanted or tuple(known)
    notes.add(Kind.OPEN, f"Nennen Sie im Kopf die Lernziele. Dort steht noch `{OPEN}`.")
    return (OPEN,)


def _chosen(found: Sequence[Question], names: Sequence[str]) -> Sequence[Question]:
    known = [question.name for question in found]
    if unknown := [name for name in names if name not in known]:
        raise UnusableError(
            f"Eine Aufgabe `{unknown[0]}` gibt es in diesem Notebook nicht. Vorhanden sind: "
            f"{listed(name or 'ohne Namen' for name in known)}.",
            status=2,
        )
    return [question for question in found if not names or question.name in names]


def _title(question: Question, options: argparse.Namespace, *, several: bool) -> tuple[str, list[tuple[int, str]]]:
    """The title, and the prose without the heading that became it; of several questions each has its nearest one."""
    prose = list(question.task)
    headings = [index for index, (_, text) in enumerate(prose) if heading(text)]
    place = headings[-1 if several else 0] if headings else None
    found = ""
    if place is not None:
        number, text = prose[place]
        found = heading(text)
        prose[place] = (number, without_heading(text))
    name = _readable(question.name)
    own = options.title if options.title and not several else ""
    if options.title and several:
        own = f"{options.title}: {name}"
    return " ".join((own or found or name or options.notebook.stem).split()), prose


def _readable(name: str) -> str:
    """A question's name, unless a program made it up."""
    return "" if re.fullmatch(r"cell-[0-9a-f]+", name) else name


def _id(options: argparse.Namespace, title: str, question: Question, *, several: bool) -> str:
    if options.id is not None and not _ID.fullmatch(options.id):
        raise UnusableError(
            f"`{options.id}` ist keine Kennung. "
            "Sie besteht aus kleinen Buchstaben ohne Umlaute, Ziffern und Bindestrichen.",
            status=2,
        )
    if several:
        base = options.id or slug(options.notebook.stem)
        return f"{base}-{slug(_readable(question.name) or title)}".strip("-")
    return options.id or slug(title) or slug(options.notebook.stem) or "neue-uebung"


def slug(text: str) -> str:
    """A text as an id: small letters, digits, hyphens."""
    for sign, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        text = text.lower().replace(sign, letters)
    return re.sub(r"[^a-z0-9]+", "-", text)[:50].strip("-")


def _taken(forum: Forum, root: Path) -> set[str]:
    ids = {exercise.id for exercise in forum.exercises}
    ids |= {alias for exercise in forum.exercises for alias in exercise.aliases}
    return ids | {path.name for path in (root / "exercises").glob("*")}


def _refuse_taken(id: str, taken: set[str], options: argparse.Namespace) -> None:
    if id in taken:
        raise UnusableError(
            f"Die Kennung `{id}` gibt es schon. Nichts wurde geschrieben. Wählen Sie eine andere: "
            f"forum import {options.notebook.name} --id {id}-2",
            status=2,
        )


def _write(root: Path, made: Sequence[Made]) -> None:
    """Write all exercises aside, see that they can be read, then give the folders their names."""
    target = root / "exercises"
    try:
        target.mkdir(exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".import-", dir=target))
    except OSError as error:
        raise UnusableError(f"Der Ordner `exercises` lässt sich nicht beschreiben ({error.strerror}).") from None
    try:
        for one in made:
            folder = aside / one.id
            folder.mkdir()
            for name, text in one.files.items():
                (folder / name).write_text(text, encoding="utf-8", newline="\n")
            faults = Faults(aside)
            read_exercise(folder, faults)
            if problems := faults.sorted():
                raise UnusableError(_not_readable(problems))
        for one in made:
            (aside / one.id).rename(target / one.id)
    except OSError as error:
        raise UnusableError(f"Der Ordner `exercises` lässt sich nicht beschreiben ({error.strerror}).") from None
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _not_readable(problems: Sequence[Problem]) -> str:
    return "Aus dem Notebook wird keine lesbare Übung. Nichts wurde geschrieben.\n" + "\n".join(map(str, problems))
