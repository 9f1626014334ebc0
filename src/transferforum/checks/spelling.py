# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words are spelled as the dictionary has them: hunspell's German one, and the project's `woerter.txt`.

Why: a page with misspelled words is trusted less. Names of partners, of facts and of the glossary are known; any other
right word that the dictionary lacks goes into the list, so that there are no excuses for spelling.

Apart from the other checks: it needs a program that not every machine has, and a process to start.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model import Choice, Course, Decision, Exercise, Forum, Gaps, Lesson, Number, Order, Page, Pairs, Quiz, ShortText
from ..problems import Problem
from .prose import blocks, prose_of
from .word_list import FILE, read

CODE = "rechtschreibung"
PROGRAM, DICTIONARY = "hunspell", "de_DE"
NOTE = (
    "Die Rechtschreibung ist nicht geprüft. Dazu braucht es das Programm `hunspell` mit dem deutschen Wörterbuch "
    f"`{DICTIONARY}`."
)
_LIMIT, _PATIENCE = 60, 10
"""Seconds for the dictionary, and for what might be meant."""
_HELPED = 20
"""Words for which the program is asked what might be meant; it takes a tenth of a second for each."""
_CODE = re.compile(r"`[^`]*`|https?://\S+|\S*\w[./@_]\w\S*|\{\w+\}|#\w+|\w+\(")
"""What is no word: code, addresses, names of files."""
_WORD = re.compile(r"(?<![\w\\])[^\W\d_]+(?:['’][^\W\d_]+)?(?!\w)-?")
_SHORT_FORM = re.compile(r"\w?|\w+[A-ZÄÖÜ]\w*")
"""Short forms and names of programs have capitals inside; hunspell has few of them."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words of authors, in a file, from a line on."""

    path: Path
    line: int
    text: str


def available() -> bool:
    """Whether the program and its dictionary are there."""
    return shutil.which(PROGRAM) is not None and _ask([], "-l") is not None


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at all prose, titles, feedback, questions and definitions; a word once in each file.

    Says nothing when the program is missing.
    """
    known = _known(forum)
    places: dict[str, list[Text]] = {}
    for text in _texts(forum):
        for word in dict.fromkeys(words(text.text)):
            if not _is_known(word, known):
                places.setdefault(word, []).append(text)
    wrong = _wrong(sorted(places))
    meant = _suggestions(wrong[:_HELPED])
    for word in wrong:
        first: dict[Path, int] = {}
        for text in places[word]:
            first[text.path] = min(first.get(text.path, sys.maxsize), _line(text, word))
        for path, line in first.items():
            perhaps = f"Gemeint sein könnte: {', '.join(meant[word])}. " if meant.get(word) else ""
            yield Problem(
                path=forum.relative(path),
                line=line,
                code=CODE,
                message=f"Das Wort „{word}“ steht nicht im Wörterbuch.",
                cure=f"{perhaps}Ist es richtig geschrieben, ergänzen Sie es in `{FILE}`.",
                warning=True,
            )


def words(text: str) -> list[str]:
    """The words of a text; parts of words with a hyphen each by itself, short forms left out.

    A first part keeps its hyphen, for many are words only with it.
    """
    found = _WORD.findall(_CODE.sub(" ", text))
    return [word for word in found if not _SHORT_FORM.fullmatch(word.removesuffix("-"))]


def _known(forum: Forum) -> set[str]:
    names = [name for one in forum.municipalities for name in (one.name, one.short, *one.names)]
    names += [name for term in forum.glossary for name in (term.term, *term.variants)]
    facts = [fact.text for fact in forum.facts] + [source.title for source in forum.sources]
    proper = (word for text in facts for word in words(text) if word[0].isupper())
    return {*read(forum.root), *proper, *(word for name in names for word in words(name))}


def _is_known(word: str, known: set[str]) -> bool:
    """As listed, with a capital at a sentence's start, or as a genitive."""
    word = word.removesuffix("-")
    forms = {word, word[0].lower() + word[1:]}
    return not known.isdisjoint(forms | {form.removesuffix("s") for form in forms})


def _wrong(given: list[str]) -> list[str]:
    """Those that the dictionary has neither as they are nor without a hyphen at the end."""
    unknown = set(_ask(sorted({form for word in given for form in (word, word.removesuffix("-"))}), "-l") or ())
    return [word for word in given if {word, word.removesuffix("-")} <= unknown]


def _ask(given: list[str], *how: str, limit: int = _LIMIT) -> list[str] | None:
    """The lines that the program answers; None when it, or its dictionary, is not there."""
    command = [PROGRAM, "-d", DICTIONARY, "-i", "utf-8", *how]
    try:
        done = subprocess.run(
            command, input="\n".join(given), capture_output=True, encoding="utf-8", timeout=limit, check=False
        )
    except (OSError, subprocess.TimeoutExpired, UnicodeError):
        return None
    return done.stdout.splitlines() if done.returncode == 0 else None


def _suggestions(wrong: list[str]) -> dict[str, list[str]]:
    """Up to three words that may be meant by each."""
    if not wrong:
        return {}
    lines = _ask([f"^{word}" for word in wrong], "-a", limit=_PATIENCE) or ()
    found = (re.fullmatch(r"& (\S+) \d+ \d+: (.+)", line) for line in lines)
    return {one[1]: one[2].split(", ")[:3] for one in found if one}


def _line(text: Text, word: str) -> int:
    """The line of the word, at or after the text's first one."""
    lines = text.path.read_text(encoding="utf-8-sig", errors="replace").split("\n")
    pattern = re.compile(rf"(?<!\w){re.escape(word.removesuffix('-'))}(?!\w)")
    found = (number for number, line in enumerate(lines, 1) if number >= text.line and pattern.search(line))
    return next(found, text.line)


def _texts(forum: Forum) -> Iterator[Text]:
    readable: tuple[Lesson | Exercise | Page, ...] = (*forum.lessons(), *forum.exercises, *forum.pages)
    for one in readable:
        for part in prose_of(one):
            yield from (Text(one.path, block.line, block.text) for block in blocks(part))
    for course in forum.courses:
        yield from _of_course(course)
    for exercise in forum.exercises:
        yield from _of_exercise(exercise)
    yield from _of_tables(forum)
    for know_how in forum.know_how:
        yield Text(know_how.page.path, 1, know_how.summary)


def _of_course(course: Course) -> Iterator[Text]:
    path = course.folder / "course.toml"
    texts = (course.title, course.summary, *course.roles, *(one.text for one in course.objectives))
    yield from (Text(path, 1, text) for text in texts)
    for lesson in course.lessons:
        yield Text(lesson.path, 1, lesson.title)
        yield from _of_quizzes(lesson)


def _of_quizzes(lesson: Lesson) -> Iterator[Text]:
    for quiz in lesson.quizzes:
        yield from (Text(lesson.path, quiz.line, text) for text in _answers(quiz))


def _answers(quiz: Quiz) -> Iterable[str]:
    """The texts of a question's body; not the answers that are accepted, which may be code."""
    match quiz.body:
        case Choice(options=options) | Decision(options=options):
            return [text for option in options for text in (option.text, option.feedback)]
        case Number(slips=slips) | ShortText(slips=slips):
            return [slip.feedback for slip in slips]
        case Order(steps=steps):
            return steps
        case Pairs(pairs=pairs):
            return [text for pair in pairs for text in pair]
        case Gaps(parts=parts):
            return [part for part in parts if isinstance(part, str)]


def _of_exercise(exercise: Exercise) -> Iterator[Text]:
    for text in (exercise.title, exercise.start_feedback, exercise.solution_feedback):
        yield Text(exercise.path, 1, text)
    for mistake in exercise.mistakes:
        yield from (Text(mistake.path, 1, text) for text in (mistake.why, mistake.feedback))


def _of_tables(forum: Forum) -> Iterator[Text]:
    texts = {
        "glossary.toml": [one.definition for one in forum.glossary],
        "competences.toml": [text for one in forum.areas for text in (one.title, one.summary)],
        "municipalities.toml": [each.text for one in forum.municipalities for each in one.contributions],
        "paths.toml": [text for one in forum.paths for text in (one.title, one.role, one.summary)],
        "self-check.toml": [
            text for one in forum.self_check for text in (one.text, *(answer.text for answer in one.answers))
        ],
        "forum.toml": [forum.settings.title, forum.settings.summary],
    }
    yield from (Text(forum.root / name, 1, text) for name, found in texts.items() for text in found)
    yield from (Text(statement.path, statement.line, statement.text) for statement in forum.statements)
