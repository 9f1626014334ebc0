# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writes what was found of a question as the text of `exercise.md` and `check.py`."""

from __future__ import annotations

import ast
import json
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from .asserts import Condition, Tests, lines_of
from .code import tree

UNWRITTEN = "Diese Prüfung ist noch nicht geschrieben."
WIDTH = 120
_HELPER_RAISES = '''

def raises(call: Callable[[], object], error: type[Exception]) -> bool:
    """Ob ein Aufruf mit diesem Fehler abbricht."""
    try:
        call()
    except Exception as found:  # noqa: BLE001 - fremde Werte können alles auslösen
        return isinstance(found, error)
    return False
'''


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The head of an exercise."""

    id: str
    title: str
    minutes: int
    skill: str
    course: str
    objectives: tuple[str, ...]
    packages: tuple[str, ...]
    start_feedback: str
    solution_feedback: str


def exercise_text(
    about: About, prose: Sequence[str], setup: str, start: str, hints: Sequence[str], solution: str
) -> str:
    """The notebook of an exercise."""
    parts = ["\n\n".join(prose) or "Hier fehlt noch die Aufgabe."]
    parts += [_cell("setup", setup)] if setup else []
    parts += [_cell("start", start)]
    parts += [f'+++ {{"tags": ["hint"]}}\n\n{hint}' for hint in hints]
    parts += [_cell("solution", solution)]
    return f"---\n{_head(about)}---\n\n" + "\n\n".join(parts) + "\n"


def _head(about: About) -> str:
    return (
        "jupytext:\n  text_representation:\n    extension: .md\n    format_name: myst\n"
        "kernelspec:\n  display_name: Python 3\n  language: python\n  name: python3\n"
        f"exercise:\n  id: {about.id}\n  title: {_scalar(about.title)}\n  minutes: {about.minutes}\n"
        f"  skill: {about.skill}\n  course: {about.course}\n  objectives: [{', '.join(about.objectives)}]\n"
        f"  packages: [{', '.join(about.packages)}]\n  feedback:\n"
        f"    start: {_scalar(about.start_feedback)}\n    solution: {_scalar(about.solution_feedback)}\n"
    )


def _scalar(text: str) -> str:
    """A text for YAML: bare where that is safe, else in quotes."""
    bare = re.fullmatch(r"[^\W\d_][^:#\"'`{}\[\]\\]*[^:#\"'`{}\[\]\\\s]", text) and yaml.safe_load(f"a: {text}") == {
        "a": text
    }
    return text if bare else json.dumps(text, ensure_ascii=False)


def _cell(tag: str, code: str) -> str:
    ticks = "`" * max([3, *(len(found) + 1 for found in re.findall(r"^`{3,}", code, re.M))])
    return f"{ticks}{{code-cell}} python\n:tags: [{tag}]\n{code}\n{ticks}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A `check.py` and the two pieces of feedback that its exercise states."""

    text: str
    start_feedback: str
    solution_feedback: str


def check(tests: Tests, start: str, functions: frozenset[str], own: Sequence[str]) -> Check:
    """The check of an exercise; `own` are the names that the learner's code binds, `functions` those of functions."""
    body: list[str] = []
    read: list[str] = []
    first = ""
    said = ""
    needs_holds = False
    for one in tests.conditions:
        if isinstance(one, str):
            said = one
            body += [f"yield Right({_quoted(one, 11)})"]
            continue
        said = ""
        for name in one.names:
            if name not in read:
                read.append(name)
                body.append(_reader(name, tests, functions, own))
        kind = tests.kinds.get(one.names[0], "") if one.names else ""
        kept = bool(kind) and not _broken(kind, one.names[0], tests)
        plain = one.opposite.startswith("not raises(") or (bool(one.opposite) and kept)
        needs_holds |= not plain
        message = one.message or _message(one, functions)
        first = first or message
        body += [
            f"if {one.opposite}:" if plain else f"if not holds(lambda: {one.expression}):",
            *_not_yet(message, one, functions),
        ]
    for name in tests.kinds:
        if name not in read:
            read.append(name)
            body.append(_reader(name, tests, functions, own).partition(" = ")[2])
    results = [name for name in read if name in own] or list(read)
    if not read:
        body += _unwritten(own, functions)
        read = [next((name for name in reversed(own) if name not in functions), "")]
        solution = first = UNWRITTEN
    else:
        solution = said or f"{_listed(results)} {'stimmt' if len(results) == 1 else 'stimmen'}."
        body += [] if said else [f"yield Right({_quoted(solution, 11)})"]
    rest = "".join(f"{line}\n" for line in lines_of(tests.rest))
    return Check(
        text=_module(body, tests, needs_holds=needs_holds, rest=rest),
        start_feedback=_start_feedback(start, read, functions, own, first or solution),
        solution_feedback=solution,
    )


def _broken(kind: str, name: str, tests: Tests) -> bool:
    """Whether a variable is better read as it is: the tests use more of it than a plain list or number has."""
    found = (one.expression for one in tests.conditions if isinstance(one, Condition))
    return kind in {"list", "dict"} and any(re.search(rf"\b{re.escape(name)}\.", text) for text in found)


def _reader(name: str, tests: Tests, functions: frozenset[str], own: Sequence[str]) -> str:
    kind = tests.kinds.get(name, "")
    if name not in own:
        return f'{name} = run.namespace["{name}"]'
    if name in functions:
        return f'{name} = run.function("{name}")'
    if kind == "table":
        return f'{name} = run.table("{name}")'
    usable = kind and not _broken(kind, name, tests)
    return f'{name} = run.variable("{name}", {kind})' if usable else f'{name} = run.variable("{name}")'


def _message(one: Condition, functions: frozenset[str]) -> str:
    if found := re.fullmatch(r"raises\(lambda: (.+), (\w+)\)", one.expression):
        return f"`{found[1]}` bricht noch nicht mit `{found[2]}` ab."
    if set(one.names) & functions:
        call, is_equal, result = one.expression.partition(" == ")
        plain = is_equal and " == " not in result and call.endswith(")")
        return f"`{call}` gibt noch nicht `{result}`." if plain else f"Das stimmt noch nicht: `{one.expression}`"
    return f"{_listed(one.names)} {'stimmt' if len(one.names) == 1 else 'stimmen'} noch nicht."


def _not_yet(message: str, one: Condition, functions: frozenset[str]) -> Iterator[str]:
    called = [name for name in one.names if name in functions]
    step = f"Lassen Sie sich {_listed(one.names)} in der letzten Zeile anzeigen, und vergleichen Sie mit der Aufgabe."
    if called:
        step = f"Rufen Sie {_listed(called)} selbst auf, und vergleichen Sie das Ergebnis mit der Aufgabe."
    yield from _raised(message, step)


def _raised(message: str, step: str) -> Iterator[str]:
    yield "    raise NotYet("
    yield f"        {_quoted(message, 12)},"
    yield f"        next={_quoted(step, 17)},"
    yield "    )"


def _unwritten(own: Sequence[str], functions: frozenset[str]) -> Iterator[str]:
    """A check that nothing passes, so that nobody takes it for one."""
    names = [name for name in own if name not in functions]
    if names:
        yield f'{names[-1]} = run.variable("{names[-1]}")'
        yield f"if {names[-1]} is not None:"
    else:
        yield "if run.source:"
    yield from _raised(UNWRITTEN, "Schreiben Sie in `check.py`, woran man eine richtige Antwort erkennt.")
    yield 'yield Right("Hier fehlt noch, was stimmt.")'


def _start_feedback(start: str, read: Sequence[str], functions: frozenset[str], own: Sequence[str], first: str) -> str:
    """What the unchanged start is told first: the first name that is read decides."""
    empty = set()
    bound = set()
    module = tree(start)
    for node in module.body if module else ():
        for target in node.targets if isinstance(node, ast.Assign) else ():
            if isinstance(target, ast.Name) and isinstance(node, ast.Assign):
                bound.add(target.id)
                if isinstance(node.value, ast.Constant) and node.value.value in (..., None):
                    empty.add(target.id)
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            bound.add(node.name)
    for name in read:
        if name in own and name in empty:
            return f"`{name}` ist noch leer."
        if name in own and name not in bound:
            return f"Die Variable `{name}` gibt es noch nicht."
        if name in functions:
            break
    return first


def _module(body: Sequence[str], tests: Tests, *, needs_holds: bool, rest: str) -> str:
    code = "\n".join(body)
    names = ["Findings", "NotYet", "Right", "Run"] + (["close"] if re.search(r"\bclose\(", code) else [])
    used = [line for line in tests.imports if re.search(rf"\b{line.split()[-1].split('.')[0]}\b", code)]
    raises = "raises(" in code
    imports = sorted([*(["from collections.abc import Callable"] if needs_holds or raises else []), *used])
    holds = (
        "\n\ndef holds(condition: Callable[[], object]) -> bool:\n"
        '    """Ob eine Bedingung gilt. Stört ein Wert der Lernenden die Frage, gilt sie nicht."""\n'
        "    try:\n        return bool(condition())\n"
        "    except Exception:  # noqa: BLE001 - fremde Werte können alles auslösen\n        return False\n"
    )
    # REUSE-IgnoreStart
    head = (
        "# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors\n# SPDX-License-Identifier: EUPL-1.2\n"
        '"""Prüft, was der Code der Lernenden hinterlassen hat."""\n\n'
    )
    # REUSE-IgnoreEnd
    return (
        head
        + "".join(f"{line}\n" for line in imports)
        + ("\n" if imports else "")
        + f"from transferforum.grading import {', '.join(names)}\n\n\n"
        + 'def check(run: Run) -> Findings:\n    """Die Prüfung, aus den Tests des Notebooks."""\n'
        + textwrap.indent(code, "    ")
        + "\n"
        + (holds if needs_holds else "")
        + (_HELPER_RAISES if raises else "")
        + (f"\n\n{rest}" if rest else "")
    )


def _listed(names: Sequence[str]) -> str:
    quoted = [f"`{name}`" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} und {quoted[-1]}"


def _quoted(text: str, indent: int) -> str:
    """A text as Python; a long one as several that Python joins."""
    whole = json.dumps(text, ensure_ascii=False)
    if len(whole) + indent + 6 <= WIDTH:
        return whole
    parts = textwrap.wrap(text, WIDTH - 30, break_long_words=False, drop_whitespace=False)
    return "(\n" + "".join(f"            {json.dumps(part, ensure_ascii=False)}\n" for part in parts) + "        )"
