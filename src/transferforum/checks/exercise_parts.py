# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""An exercise has what it needs to teach: hints, at least three recorded mistakes, feedback that tells them apart.

Why: a learner who is stuck needs a next step, and feedback is only known to help when a wrong answer proves it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Exercise, Forum, Prose
from ..problems import Problem

CODES = ("tipp-fehlt", "tipp-verraet", "fehler-zu-wenige", "fehler-fester-wert", "rueckmeldung-gleich")
MISTAKES = 3
HARD_CODED = "fester-wert"
TELLING, HARDLY = 16, 4
"""Signs from which on a line of the solution gives it away (`summe = 0` does not), and from which on its only one."""


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at each exercise."""
    for exercise in forum.exercises:
        path = forum.relative(exercise.path)
        yield from _hints(exercise, path)
        yield from _mistakes(exercise, path)
        yield from _feedback(forum, exercise)


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
    for hint in exercise.hints:
        told = _told(exercise, hint)
        if told:
            yield _problem(
                path,
                "tipp-verraet",
                "Der Tipp enthält eine Zeile der Lösung.",
                "Beschreiben Sie den Schritt, oder zeigen Sie ihn an einem anderen Beispiel.",
                told,
                hint.line,
            )


def _told(exercise: Exercise, hint: Prose) -> str:
    """The line of the solution that a hint gives away, however it is spaced; the only new line may be short."""
    start, text = _bare(exercise.start.source), _bare(hint.text)
    lines = [line.strip() for line in exercise.solution.source.splitlines()]
    new = [line for line in lines if line and not line.startswith("#") and _bare(line) not in start]
    telling = [line for line in new if len(line) > TELLING or (len(new) == 1 and len(line) > HARDLY)]
    return next((line for line in sorted(telling) if _bare(line) in text), "")


def _bare(text: str) -> str:
    """Without spaces, and with one kind of quotes."""
    return "".join(text.split()).replace("'", '"')


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
    seen = {exercise.start_feedback: "der Anfangscode", exercise.solution_feedback: "die Lösung"}
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
