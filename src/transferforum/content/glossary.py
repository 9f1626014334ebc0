# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads `glossary.toml`, and finds roles `{term}` that name no entry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from ..model import CodeCell, Forum, Prose, Term
from .entries import read_entries, unique
from .facts import ROLE as CITATION
from .faults import Faults
from .roles import roles

FILE = "glossary.toml"
ROLE = "term"
UNKNOWN = "begriff-unbekannt"
_ROLE = re.compile(rf"\{{{ROLE}\}}`([^`]+)`")
_CITATION = re.compile(rf"[ \t]*\{{{CITATION}\}}`[^`]*`")


def read_glossary(root: Path, faults: Faults) -> tuple[Term, ...]:
    """The terms; a name that two of them share is a fault."""
    path = root / FILE
    entries = read_entries(path, "terms", faults)
    terms = tuple(
        Term(**entry | {key: tuple(entry.get(key, ())) for key in ("variants", "avoid")}) for entry in entries
    )
    _note_shared_names(path, terms, faults)
    return unique(path, terms, faults)


def _note_shared_names(path: Path, terms: tuple[Term, ...], faults: Faults) -> None:
    first: dict[str, Term] = {}
    for number, term in enumerate(terms):
        for name in (term.term, *term.variants, *term.avoid):
            if first.setdefault(name.casefold(), term) is not term:
                faults.add(
                    path,
                    "begriff-doppelt",
                    f"„{name}“ steht schon beim Begriff „{first[name.casefold()].term}“.",
                    "Behalten Sie das Wort nur bei einem Begriff.",
                    line=faults.line_of_key(path, "id", number),
                )


def note_unknown_terms(forum: Forum, faults: Faults) -> None:
    """A fault for each role in a lesson or an exercise that names no term."""
    for lesson in forum.lessons():
        _note_unknown(forum, lesson.path, lesson.parts, faults)
    for exercise in forum.exercises:
        _note_unknown(forum, exercise.path, (*exercise.task, *exercise.hints), faults)
    for page in forum.pages:
        _note_unknown(forum, page.path, (page.text,), faults)


def _note_unknown(forum: Forum, path: Path, parts: Iterable[Prose | CodeCell], faults: Faults) -> None:
    for part in parts:
        for role in roles(part, ROLE):
            if forum.term(named(role.content)[1]) is None:
                faults.add(path, UNKNOWN, *unknown_term(role.content), line=role.line)


def unknown_term(content: str) -> tuple[str, str]:
    """What is wrong with a role that names no term, and the cure."""
    message = f"Einen Begriff „{named(content)[1]}“ gibt es im Glossar nicht."
    return message, f"Prüfen Sie die Schreibweise, oder ergänzen Sie ihn in `{FILE}`."


def named(content: str) -> tuple[str, str]:
    """From a role's content (`CSV`, `Tabellen <csv>`) the text that is shown, and the id or name that is meant."""
    text, bracket, target = content.strip().removesuffix(">").rpartition("<")
    if bracket and content.strip().endswith(">") and text.strip():
        return text.strip(), target.strip()
    return content.strip(), content.strip()


def without_roles(text: str) -> str:
    """Markdown for readers that know no roles: each `{term}` becomes the word it shows, each `{fact}` nothing."""
    return _ROLE.sub(lambda role: named(role[1])[0], _CITATION.sub("", text))
