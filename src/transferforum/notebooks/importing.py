# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Makes exercises of a notebook and reports what it could and could not take over. Runs no code, overwrites nothing."""

from __future__ import annotations

import argparse
import ast
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from ..content import load
from ..content.exercises import read_exercise
from ..content.faults import Faults
from ..grading.isolation import imported_names
from ..model import BROWSER_PACKAGES, Course, Forum
from ..problems import Problem
from . import asserts, writing
from .code import assigned, defined, derived, tree, used
from .marks import Question, questions
from .notes import Kind, Notes
from .prose import fitted, heading, without_heading
from .reading import Cell, UnusableError, read

OPEN = "noch-offen"
"""Stands where only an author knows the answer; `forum check` asks for it."""
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NOT_IN_BROWSER = frozenset(
    {"tkinter", "turtle", "subprocess", "multiprocessing", "socket", "sqlite3", "ssl", "curses"}
)
_GRADERS = frozenset({"otter", "nbgrader", "nose", "IPython"})
_FILE = re.compile(r"\.(?:csv|tsv|txt|json|geojson|xml|xlsx?|ods|parquet|zip|gml)$", re.I)
_NET = re.compile(r"https?://|\burlopen\b|\brequests\.")


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
    _note_whole(cells, notes)
    several = len(found) > 1
    taken = _taken(forum, options.root)
    made: list[Made] = []
    for question in chosen:
        title, prose = _title(question, options, several=several)
        id = _id(options, title, question, several=several)
        _refuse_taken(id, taken, options)
        taken.add(id)
        earlier = found[: found.index(question)]
        head = (id, title, course, objectives)
        made.append(_exercise(question, earlier, prose, head, options, notes))
    if several:
        notes.add(Kind.ASSUMED, "Das Notebook enthält mehrere Aufgaben. Jede ist eine eigene Übung.")
    return tuple(made)


# --- what the call asks for --------------------------------------------------------------------------------------------


def _course(forum: Forum, id: str | None, wanted: tuple[str, ...], notes: Notes) -> tuple[str, tuple[str, ...]]:
    """The course and its objectives, as given or left open."""
    known = [course.id for course in forum.courses]
    if id is not None and id not in known:
        near = get_close_matches(id, known, n=3, cutoff=0.5)
        rest = f"Meinen Sie: {_listed(near)}?" if near else f"Vorhanden sind: {_listed(known) or 'keine'}."
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
            f"Ein Lernziel `{unknown[0]}` gibt es im Kurs `{course.id}` nicht. Vorhanden sind: {_listed(known)}.",
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
            f"{_listed(name or 'ohne Namen' for name in known)}.",
            status=2,
        )
    return [question for question in found if not names or question.name in names]


def _listed(names: Sequence[str] | Iterator[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _title(question: Question, options: argparse.Namespace, *, several: bool) -> tuple[str, list[tuple[int, str]]]:
    """The title, and the prose without the heading that became it."""
    prose = list(question.task)
    place = next((index for index, (_, text) in enumerate(prose) if heading(text)), None)
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
            f"`{options.id}` ist keine Kennung. Sie besteht aus kleinen Buchstaben ohne Umlaute, Ziffern und Bindestrichen.",
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


# --- the exercise ------------------------------------------------------------------------------------------------------


def _exercise(
    question: Question,
    earlier: Sequence[Question],
    prose: Sequence[tuple[int, str]],
    head: tuple[str, str, str, tuple[str, ...]],
    options: argparse.Namespace,
    notes: Notes,
) -> Made:
    id, title, course, objectives = head
    solution = "\n\n".join(code for _, code in question.solution if code)
    setup = "\n\n".join(code for _, code in _preparation(question, earlier, solution, notes) if code)
    own = assigned(solution) or assigned("\n".join(question.start))
    tests = asserts.convert(question.tests, frozenset({*own, *assigned(setup)}), notes)
    start = _start(question, solution, frozenset(tests.names))
    if not solution:
        solution = f"# Hier fehlt noch die Lösung.\n{start}"
        notes.add(Kind.OPEN, f"`{id}`: Das Notebook enthält keine Lösung. Schreiben Sie sie in `exercise.md`.")
    check = writing.check(tests, start, defined(solution), own)
    if not tests.names:
        notes.add(Kind.OPEN, f"`{id}`: Schreiben Sie die Prüfung in `check.py`. Bis dahin besteht keine Antwort.")
    else:
        notes.add(Kind.ASSUMED, "Die Rückmeldungen im Kopf sind aus den Tests gebildet. Ein Lauf der Tests prüft sie.")
    _note_code(f"{setup}\n{solution}", notes)
    about = writing.About(
        id=id,
        title=title,
        minutes=options.minutes,
        skill=options.skill or _skill(f"{setup}\n{solution}", solution, notes),
        course=course,
        objectives=objectives,
        packages=_packages(f"{setup}\n{solution}"),
        start_feedback=check.start_feedback,
        solution_feedback=check.solution_feedback,
    )
    texts = [fitted(text, number, notes) for number, text in prose]
    hints = [fitted(text, number, notes) for number, text in question.hints]
    _note_owed(question, texts, notes)
    text = writing.exercise_text(about, [one for one in texts if one], setup, start, hints, solution)
    return Made(id=id, title=title, files={"exercise.md": text, "check.py": check.text})


def _preparation(
    question: Question, earlier: Sequence[Question], solution: str, notes: Notes
) -> Iterator[tuple[int, str]]:
    """The cells that run first: the setup, and solutions of earlier questions that this one builds on."""
    code = "\n".join([solution, *(text for _, text in question.tests), *(text for _, text in question.setup)])
    found = list(question.setup)
    for other in reversed(earlier):
        part = "\n".join(text for _, text in other.solution)
        if set(assigned(part)) & used(code):
            found += other.solution
            code += f"\n{part}"
            notes.add(
                Kind.ASSUMED,
                "Eine spätere Aufgabe braucht diese Lösung. Dort läuft sie als Vorbereitung.",
                *(number for number, _ in other.solution),
            )
    yield from sorted(found)


def _start(question: Question, solution: str, wanted: frozenset[str]) -> str:
    start = "\n\n".join(code for code in question.start if code)
    if start and start != solution:
        return take_apart_gap(start, solution, wanted)
    return derived(solution, wanted)


def take_apart_gap(start: str, solution: str, wanted: frozenset[str]) -> str:
    """The start; a bare gap in it names the results that the solution binds and the start does not."""
    missing = [name for name in assigned(solution) if name in wanted and name not in assigned(start)]
    lines = start.split("\n")
    if missing and "..." in lines:
        place = lines.index("...")
        lines[place : place + 1] = [f"{name} = ..." for name in missing]
    return "\n".join(lines)


def _skill(code: str, solution: str, notes: Notes) -> str:
    if defined(solution):
        skill = "E"
    elif re.search(r"\.(?:groupby|merge|pivot\w*|resample)\(|to_datetime", code):
        skill = "D"
    elif re.search(r"\bopen\(|read_\w+\(", code):
        skill = "C"
    else:
        skill = "B"
    notes.add(Kind.ASSUMED, f"Die Stufe {skill} ist aus dem Code geschätzt.")
    return skill


def _packages(code: str) -> tuple[str, ...]:
    found = {name.partition(".")[0] for name in imported_names(code)}
    return tuple(name for name in BROWSER_PACKAGES if name in found)


# --- what else there is to say -----------------------------------------------------------------------------------------


def _note_whole(cells: Sequence[Cell], notes: Notes) -> None:
    if with_outputs := [cell.number for cell in cells if cell.outputs]:
        notes.add(Kind.LEFT, "Gespeicherte Ausgaben entfallen. Lernende sehen ihre eigenen.", *with_outputs)
    if with_attachments := [cell.number for cell in cells if cell.attachments]:
        notes.add(Kind.LEFT, "Angehängte Dateien entfallen.", *with_attachments)
    notes.add(
        Kind.OPEN,
        "Prüfen Sie selbst: Stehen im Text, im Code oder in Namen persönliche Daten? Das prüft niemand sonst.",
    )
    notes.add(
        Kind.OPEN, "Dürfen Sie das Notebook weitergeben? Texte stehen hier unter CC BY 4.0, Code unter der EUPL 1.2."
    )


def _note_code(code: str, notes: Notes) -> None:
    modules = {name.partition(".")[0] for name in imported_names(code)}
    foreign = modules - sys.stdlib_module_names - set(BROWSER_PACKAGES) - {"transferforum"} - _GRADERS
    if "ipywidgets" in foreign:
        notes.add(
            Kind.OPEN, "Regler und Knöpfe (`ipywidgets`) gibt es in Übungen nicht. Ersetzen Sie sie durch Variablen."
        )
    for name in sorted(foreign - {"ipywidgets"}):
        notes.add(Kind.OPEN, f"Das Paket `{name}` gibt es im Browser nicht. Möglich sind: {_listed(BROWSER_PACKAGES)}.")
    for name in sorted(modules & _NOT_IN_BROWSER):
        notes.add(Kind.OPEN, f"Das Modul `{name}` läuft im Browser nicht. Ersetzen Sie es.")
    if _NET.search(code):
        notes.add(
            Kind.OPEN,
            "Der Code liest aus dem Netz. Übungen rufen keine anderen Seiten auf. Erzeugen Sie Daten in `data/`.",
        )
    if "input" in used(code):
        notes.add(Kind.OPEN, "`input` gibt es in Übungen nicht. Nehmen Sie eine Variable.")
    for name in _data_files(code):
        goal = f"data/{Path(name).name}"
        change = "" if name == goal else f" Lesen Sie im Code `{goal}` statt `{name}`."
        notes.add(
            Kind.OPEN,
            f"Die Datei `{name}` wurde nicht kopiert, denn Daten einer Übung sind erfunden. "
            f"Schreiben Sie einen Generator `data/generate.py`.{change}",
        )


def _data_files(code: str) -> Iterator[str]:
    module = tree(code)
    texts = (node.value for node in ast.walk(module) if isinstance(node, ast.Constant)) if module else iter(())
    yield from dict.fromkeys(
        text for text in texts if isinstance(text, str) and _FILE.search(text) and "://" not in text
    )


def _note_owed(question: Question, texts: Sequence[str], notes: Notes) -> None:
    if not any(texts):
        notes.add(Kind.OPEN, "Die Aufgabe hat keinen Text. Schreiben Sie: Wer fragt, und wozu?")
    if not question.hints:
        notes.add(Kind.OPEN, "Schreiben Sie mindestens einen Tipp.")
    notes.add(Kind.OPEN, "Schreiben Sie drei falsche Antworten in `mistakes/`, jede mit ihrer Rückmeldung.")
    notes.add(Kind.OPEN, "Setzen Sie die Übung mit `{exercise}` in eine Lektion.")


# --- writing -----------------------------------------------------------------------------------------------------------


def _write(root: Path, made: Sequence[Made]) -> None:
    """Write all exercises aside, see that they can be read, then give the folders their names."""
    target = root / "exercises"
    target.mkdir(exist_ok=True)
    aside = Path(tempfile.mkdtemp(prefix=".import-", dir=target))
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
