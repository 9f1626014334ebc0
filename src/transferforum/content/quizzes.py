# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the questions in a lesson: fences `{quiz}` and `{decision}`, line by line, so that each fault has its line.

A fence is: options, the question as Markdown, answers, and after a line `Erklärung:` the explanation as Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..model import Prose, Quiz, QuizBody
from .faults import Faults
from .notebook import Fence
from .quiz_bodies import BODIES, START, Line, Note

OPTIONS = {
    "quiz": ("type", "objectives", "aliases", "series", "unit"),
    "decision": ("objectives", "aliases", "series"),
}
"""The options of each directive."""
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_OPTION = re.compile(r":([\w-]+):(.*)")
_EXPLANATION = re.compile(r"Erklärung:(.*)")
_CODE_MARK = re.compile(r"\s*(`{3,}|~{3,})")
_INSIDE = re.compile(r"\s*(?:`{3,}|~{3,}|:{3,})[ \t]*\{(?:quiz|decision)\}")
_CODE = {"code", "code-block", "code-cell", "literalinclude", "parsed-literal"}
_KINDS = tuple(kind for kind in BODIES if kind != "decision")


def read_quizzes(fences: Iterable[Fence], path: Path, faults: Faults) -> Iterator[Quiz]:
    """The questions among a lesson's fences; what is wrong with them is noted."""
    for fence in fences:
        note = Note(path, faults, fence.line)
        if fence.name not in OPTIONS:
            _note_hidden(fence, note)
        elif fence.nested or fence.colon:
            _note_place(fence.line, note)
        else:
            quiz = _read(fence, note)
            if quiz:
                yield quiz


def _note_hidden(fence: Fence, note: Note) -> None:
    """Questions inside another directive; code shows them as examples."""
    for number, line in enumerate(fence.text.split("\n"), fence.line + 1):
        if fence.name not in _CODE and _INSIDE.match(line):
            _note_place(number, note)


def _note_place(line: int, note: Note) -> None:
    note(
        "frage-verschachtelt",
        "Diese Frage steht in einem anderen Block oder beginnt mit Doppelpunkten.",
        "Schreiben Sie die Frage ohne Einrückung und beginnen Sie sie mit drei Zeichen `.",
        line,
    )


def _read(fence: Fence, note: Note) -> Quiz | None:
    _note_hidden(fence, note)
    _check_head(fence, note)
    lines = list(enumerate(fence.text.removesuffix("\n").split("\n"), fence.line + 1))
    options, lines = _options(fence, lines, note)
    kind = "decision" if fence.name == "decision" else options.get("type", "")
    if kind not in BODIES or (fence.name == "quiz" and kind == "decision"):
        _note_kind(kind, note)
        return None
    lines, explanation = _split(lines, _EXPLANATION)
    question, answers = _split_answers(lines, kind)
    if not _prose(question):
        note(
            "frage-text",
            "Die Frage hat keinen Text.",
            "Schreiben Sie über die Antworten, was Sie fragen. Vor einem Lückentext steht eine Leerzeile.",
        )
    if "unit" in options and kind != "number":
        note(
            "frage-angabe",
            "Die Angabe `unit` gibt es nur bei Zahlen.",
            "Löschen Sie die Zeile, oder ändern Sie `:type:` in `number`.",
            note.lines["unit"],
        )
    body = BODIES[kind](answers, options.get("unit", ""), note)
    return _quiz(fence, question, body, explanation, options) if note.sound else None


def _quiz(
    fence: Fence, question: list[Line], body: QuizBody | None, explanation: list[Line], options: dict[str, str]
) -> Quiz | None:
    asked = _prose(question)
    if asked is None or body is None:
        return None
    return Quiz(
        id=fence.argument,
        line=fence.line,
        question=asked,
        body=body,
        explanation=_prose(explanation),
        objectives=_listed(options.get("objectives", "")),
        aliases=_listed(options.get("aliases", "")),
        series=options.get("series", ""),
    )


def _check_head(fence: Fence, note: Note) -> None:
    if not fence.argument:
        note(
            "frage-kennung",
            "Die Frage hat keine Kennung.",
            f"Schreiben Sie hinter `{{{fence.name}}}` eine Kennung wie `trennzeichen`.",
        )
    elif not _ID.fullmatch(fence.argument):
        note(
            "frage-kennung",
            f"Die Kennung `{fence.argument}` hat nicht die richtige Form.",
            "Sie besteht aus kleinen Buchstaben ohne Umlaute, Ziffern und Bindestrichen.",
        )
    if not fence.closed:
        note(
            "frage-ende",
            "Die Frage hat kein Ende.",
            "Schreiben Sie unter die Frage eine Zeile mit so vielen Zeichen ` wie am Anfang.",
        )


def _note_kind(kind: str, note: Note) -> None:
    known = ", ".join(f"`{name}`" for name in _KINDS)
    message = f"Eine Art von Frage `{kind}` gibt es nicht." if kind else "Die Art der Frage fehlt."
    note("frage-art", message, f"Ergänzen Sie `:type:` mit einem dieser Werte: {known}.", note.lines.get("type", 0))


def _options(fence: Fence, lines: list[Line], note: Note) -> tuple[dict[str, str], list[Line]]:
    """The options at the beginning, and the lines after them."""
    options: dict[str, str] = {}
    for place, (number, line) in enumerate(lines):
        found = _OPTION.fullmatch(line.strip())
        if not found:
            return options, lines[place:]
        key, value = found[1], found[2].strip()
        if key in options:
            note("frage-angabe", f"Die Angabe `{key}` steht doppelt.", "Löschen Sie eine der beiden Zeilen.", number)
        elif key not in OPTIONS[fence.name]:
            known = ", ".join(f"`{name}`" for name in OPTIONS[fence.name])
            cure = f"Löschen oder verbessern Sie die Zeile. Bekannt sind: {known}."
            note("frage-angabe", f"Die Angabe `{key}` gibt es hier nicht.", cure, number)
        else:
            options[key] = value
            note.lines[key] = number
            _check_option(key, value, number, note)
    return options, []


def _check_option(key: str, value: str, line: int, note: Note) -> None:
    if key in {"objectives", "aliases"}:
        ids = _listed(value)
        sound = bool(ids) and all(_ID.fullmatch(id) for id in ids) and len(set(ids)) == len(ids)
        cure = f"Schreiben Sie verschiedene Kennungen in eckigen Klammern: `:{key}: [eine, andere]`."
    elif key == "series":
        sound = bool(_ID.fullmatch(value))
        cure = "Eine Kennung besteht aus kleinen Buchstaben ohne Umlaute, Ziffern und Bindestrichen."
    else:
        sound = bool(value) or key == "type"
        cure = "Ergänzen Sie den Wert, oder löschen Sie die Zeile."
    if not sound:
        note("frage-angabe", f"Die Angabe `{key}` hat nicht die richtige Form.", cure, line)


def _listed(value: str) -> tuple[str, ...]:
    inner = value.strip("[] ")
    return tuple(part.strip().strip("\"'") for part in inner.split(",")) if inner else ()


def _split(lines: list[Line], mark: re.Pattern[str]) -> tuple[list[Line], list[Line]]:
    """The lines before the first that fits, and those from it on, without the mark itself."""
    for place, (number, line) in _outside_code(lines):
        if found := mark.match(line):
            return lines[:place], [(number, found[1].strip()), *lines[place + 1 :]]
    return lines, []


def _split_answers(lines: list[Line], kind: str) -> tuple[list[Line], list[Line]]:
    """The question, and the answers: they begin with the first line that looks like one."""
    for place, (_, line) in _outside_code(lines):
        if START[kind].match(line):
            start = _paragraph(lines, place) if kind == "gaps" else place
            return lines[:start], lines[start:]
    return lines, []


def _paragraph(lines: list[Line], place: int) -> int:
    """Where the paragraph begins in which a line stands."""
    while place > 0 and lines[place - 1][1].strip():
        place -= 1
    return place


def _outside_code(lines: list[Line]) -> Iterator[tuple[int, Line]]:
    """The lines that do not stand in a code block, with their places."""
    fence = ""
    for place, (number, line) in enumerate(lines):
        mark = _CODE_MARK.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence):
            fence = ""
        elif not fence:
            yield place, (number, line)


def _prose(lines: list[Line]) -> Prose | None:
    """The lines as Markdown, without empty ones around; None when nothing is left."""
    filled = [place for place, (_, line) in enumerate(lines) if line.strip()]
    if not filled:
        return None
    kept = lines[filled[0] : filled[-1] + 1]
    return Prose(text="\n".join(line for _, line in kept), line=kept[0][0])
