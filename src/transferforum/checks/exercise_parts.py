# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""An exercise has what it needs to teach: hints, at least three recorded mistakes, feedback that tells them apart.

Why: a learner who is stuck needs a next step, and feedback is only known to help when a wrong answer proves it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..grading.isolation import imported_names
from ..model import BROWSER_PACKAGES, Exercise, Forum
from ..problems import Problem

CODES = ("tipp-fehlt", "tipp-verraet", "fehler-zu-wenige", "fehler-fester-wert", "rueckmeldung-gleich", "pakete")
MISTAKES = 3
HARD_CODED = "fester-wert"
TELLING = 16
"""Signs from which on a line of the solution gives it away; `summe = 0` does not."""


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at each exercise."""
    for exercise in forum.exercises:
        path = forum.relative(exercise.path)
        yield from _hints(exercise, path)
        yield from _mistakes(exercise, path)
        yield from _feedback(forum, exercise)
        yield from _packages(exercise, path)


def _problem(path: str, code: str, message: str, cure: str, found: str, line: int = 0) -> Problem:
    return Problem(path=path, line=line, code=code, message=message, cure=cure, found=found)


def _hints(exercise: Exercise, path: str) -> Iterator[Problem]:
    if not exercise.hints:
        yield _problem(
            path,
            "tipp-fehlt",
            "Die Übung hat keinen Tipp.",
            'Schreiben Sie vor einen Absatz `+++ {"tags": ["hint"]}`.',
            exercise.id,
        )
    solution = [line.strip() for line in exercise.solution.source.splitlines()]
    telling = {line for line in solution if len(line) > TELLING and line not in exercise.start.source}
    for hint in exercise.hints:
        told = next((line for line in sorted(telling) if line in hint.text), "")
        if told:
            yield _problem(
                path,
                "tipp-verraet",
                "Der Tipp enthält eine Zeile der Lösung.",
                "Beschreiben Sie den Schritt, oder zeigen Sie ihn an einem anderen Beispiel.",
                told,
                hint.line,
            )


def _mistakes(exercise: Exercise, path: str) -> Iterator[Problem]:
    if len(exercise.mistakes) < MISTAKES:
        yield _problem(
            path,
            "fehler-zu-wenige",
            f"Es gibt {len(exercise.mistakes)} falsche Antworten in `mistakes/`, gebraucht werden {MISTAKES}.",
            "Legen Sie für jede erwartete Fehlvorstellung eine Datei an.",
            exercise.id,
        )
    if exercise.data and HARD_CODED not in {mistake.id for mistake in exercise.mistakes}:
        yield _problem(
            path,
            "fehler-fester-wert",
            "Es fehlt die falsche Antwort mit abgelesenem Ergebnis.",
            f"Legen Sie `mistakes/{HARD_CODED}.py` an. Der Wert steht dort fest im Code.",
            exercise.id,
        )


def _feedback(forum: Forum, exercise: Exercise) -> Iterator[Problem]:
    seen = {exercise.start_feedback: "der Anfangscode"}
    for mistake in exercise.mistakes:
        other = seen.setdefault(mistake.feedback, f"`{mistake.id}`")
        if other != f"`{mistake.id}`":
            yield _problem(
                forum.relative(mistake.path),
                "rueckmeldung-gleich",
                f"Diese falsche Antwort bekommt dieselbe Rückmeldung wie {other}.",
                "Unterscheiden Sie die beiden Fälle in `check.py`.",
                mistake.id,
                1,
            )


def right_packages(exercise: Exercise) -> list[str]:
    """The packages that setup and solution import; numpy may be listed where pandas is used."""
    code = f"{exercise.setup}\n{exercise.solution.source}"
    used = {name.partition(".")[0] for name in imported_names(code)} & set(BROWSER_PACKAGES)
    allowed = {"numpy"} & set(exercise.packages) if "pandas" in used else set()
    return sorted(used | allowed)


def _packages(exercise: Exercise, path: str) -> Iterator[Problem]:
    right = right_packages(exercise)
    if set(exercise.packages) != set(right):
        listed = ", ".join(right) or "leer: `[]`"
        yield _problem(
            path,
            "pakete",
            "Die Angabe `packages` passt nicht zu den Zeilen mit `import`.",
            f"Gebraucht wird: {listed}.",
            exercise.id,
        )
