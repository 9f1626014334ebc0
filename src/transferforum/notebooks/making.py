# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Makes an exercise of a question, and says what its author still has to look at."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from ..grading.isolation import imported_names
from ..model import BROWSER_PACKAGES
from . import asserts, writing
from .code import assigned, defined, derived, tree, unknown, used
from .marks import Question
from .notes import Kind, Notes
from .prose import fitted
from .reading import Cell

_NOT_IN_BROWSER = frozenset(
    {"tkinter", "turtle", "subprocess", "multiprocessing", "socket", "sqlite3", "ssl", "curses"}
)
_GRADERS = frozenset({"otter", "nbgrader", "nose", "IPython"})
_FILE = re.compile(r"\.(?:csv|tsv|txt|json|geojson|xml|xlsx?|ods|parquet|zip|gml)$", re.I)
_NET = re.compile(r"https?://|\burlopen\b|\brequests\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the head of the exercise says; no `skill`: to be guessed from the code."""

    id: str
    title: str
    minutes: int
    skill: str | None
    course: str
    objectives: tuple[str, ...]


def exercise_files(
    question: Question, earlier: Sequence[Question], prose: Sequence[tuple[int, str]], given: Given, notes: Notes
) -> dict[str, str]:
    """The files of the exercise by name; `prose` is the task as it is to appear."""
    solution = "\n\n".join(code for _, code in question.solution if code)
    setup = "\n\n".join(code for _, code in _preparation(question, earlier, solution, notes) if code)
    own = assigned(solution) or assigned("\n".join(question.start))
    tests = asserts.convert(question.tests, frozenset({*own, *assigned(setup)}), notes)
    start = _start(question, solution, frozenset(tests.names))
    if not solution:
        solution = f"# Hier fehlt noch die Lösung.\n{start}"
        notes.add(Kind.OPEN, f"`{given.id}`: Das Notebook enthält keine Lösung. Schreiben Sie sie in `exercise.md`.")
    check = writing.check(tests, start, defined(solution), own)
    if not tests.names:
        notes.add(Kind.OPEN, f"`{given.id}`: Schreiben Sie die Prüfung in `check.py`. Bis dahin besteht keine Antwort.")
    else:
        notes.add(Kind.ASSUMED, "Die Rückmeldungen im Kopf sind aus den Tests gebildet. Ein Lauf der Tests prüft sie.")
    _note_code(f"{setup}\n{solution}", notes)
    for name in unknown(f"{setup}\n{solution}"):
        notes.add(Kind.OPEN, f"`{given.id}`: Der Code benutzt `{name}`, legt es aber nirgends an. Ergänzen Sie es.")
    about = writing.About(
        id=given.id,
        title=given.title,
        minutes=given.minutes,
        skill=given.skill or _skill(f"{setup}\n{solution}", solution, notes),
        course=given.course,
        objectives=given.objectives,
        packages=_packages(f"{setup}\n{solution}"),
        start_feedback=check.start_feedback,
        solution_feedback=check.solution_feedback,
    )
    texts = [fitted(text, number, notes) for number, text in prose]
    hints = [fitted(text, number, notes) for number, text in question.hints]
    _note_owed(question, texts, notes)
    text = writing.exercise_text(about, [one for one in texts if one], setup, start, hints, solution)
    return {"exercise.md": text, "check.py": check.text}


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
        return _named_gap(start, solution, wanted)
    return derived(solution, wanted)


def _named_gap(start: str, solution: str, wanted: frozenset[str]) -> str:
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


def note_whole(cells: Sequence[Cell], notes: Notes) -> None:
    """Say what holds for the notebook as a whole."""
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
        notes.add(Kind.OPEN, f"Das Paket `{name}` gibt es im Browser nicht. Möglich sind: {listed(BROWSER_PACKAGES)}.")
    for name in sorted(modules & _NOT_IN_BROWSER):
        notes.add(Kind.OPEN, f"Das Modul `{name}` läuft im Browser nicht. Ersetzen Sie es.")
    if _NET.search(code):
        notes.add(
            Kind.OPEN,
            "Der Code liest aus dem Netz. Übungen rufen keine anderen Seiten auf. Erzeugen Sie Daten in `data/`.",
        )
    if "input" in used(code):
        notes.add(Kind.OPEN, "`input` gibt es in Übungen nicht. Nehmen Sie eine Variable.")
    files = list(_data_files(code))
    if files:
        notes.add(
            Kind.OPEN,
            "Tests mit festen Zahlen passen nur zu einem Startwert. Lassen Sie `check.py` die Antwort ausrechnen.",
        )
    for name in files:
        goal = f"data/{PurePath(name).name}"
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


def listed(names: Iterable[str]) -> str:
    """Names in a sentence."""
    return ", ".join(f"`{name}`" for name in names)
