# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Executes exercises: the start fails, the solution passes on all data, each recorded mistake gets its feedback.

Why: feedback is only known to help when a wrong answer has got it, and an exercise that nobody can solve drives
people away. Data must come from their generator again, or nobody can say that they are invented.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any

from .. import trial
from ..content.digests import exercise_files
from ..grading.runner import fresh_folder
from ..model import Course, DataSet, Exercise, Forum
from ..problems import Problem, Trial

CODES = (
    "lauf-anfang",
    "lauf-loesung",
    "lauf-startwert",
    "lauf-fehler",
    "lauf-abbruch",
    "lauf-daten",
    "lauf-zeit",
    "lauf-langsam",
)
LIMIT = 120.0
"""Seconds after which an exercise is stopped."""
SLOW = 10.0
"""Seconds from which on grading the solution is too slow for a page; a browser needs several times as long."""
OTHER_SEEDS = tuple(range(2000, 2005))
"""Seeds on whose data the solution must pass too."""


def trials(forum: Forum) -> list[Exercise | Course]:
    """What can be executed: the courses that have data, and all exercises."""
    return [*(course for course in forum.courses if course.data), *forum.exercises]


def run_all(
    forum: Forum, wanted: Sequence[Exercise | Course], *, done: Callable[[Trial], None], limit: float = LIMIT
) -> tuple[Trial, ...]:
    """Execute side by side; `done` hears of each as it ends. In the order of `wanted`."""
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
        futures = {pool.submit(run, forum, one, limit=limit): one for one in wanted}
        results: dict[str, Trial] = {}
        for future in as_completed(futures):
            result = future.result()
            results[result.path] = result
            done(result)
    return tuple(results[_main_file(forum, one)] for one in wanted)


def run(forum: Forum, one: Exercise | Course, *, limit: float = LIMIT) -> Trial:
    """Execute an exercise, or the generator of a course, in a process of its own."""
    start = time.monotonic()
    with fresh_folder(files_of(one)) as folder:
        (folder / trial.REQUEST).write_text(json.dumps(request_of(one)), encoding="utf-8")
        ended = _execute(folder, limit)
        answer = folder / trial.ANSWER
        found = json.loads(answer.read_text(encoding="utf-8")) if answer.is_file() else None
    problems = tuple(judge(forum, one, found)) if found else (_stopped(forum, one, ended, limit),)
    seconds = time.monotonic() - start
    return Trial(name=one.id, path=_main_file(forum, one), seconds=seconds, problems=problems)


def judge(forum: Forum, one: Exercise | Course, found: dict[str, Any]) -> Iterator[Problem]:
    """The problems in an answer of `trial.examine`."""
    if "broken" in found:
        name, line, error = found["broken"]
        yield Problem(
            path=forum.relative(one.folder / name),
            line=line,
            code="lauf-abbruch",
            message=f"Hier bricht das Programm ab: {_short(error)}.",
            cure="Verbessern Sie die genannte Zeile.",
        )
    if one.data and found["data"]:
        yield _data(forum, one.data, found["data"])
    if isinstance(one, Exercise):
        yield from _judge_exercise(forum, one, found)


def _judge_exercise(forum: Forum, exercise: Exercise, found: dict[str, Any]) -> Iterator[Problem]:
    path, verdicts = forum.relative(exercise.path), found["verdicts"]
    broken = {name for name, verdict in verdicts.items() if verdict["fault"]}
    if broken:
        yield _check_broke(forum, exercise, verdicts[min(broken)]["fault"])
    sound = {name: verdict for name, verdict in verdicts.items() if name not in broken}
    if "start" in sound:
        yield from _start(path, exercise, sound["start"])
    if "solution" in sound:
        yield from _solution(path, exercise, sound["solution"], found["seeds"])
    for mistake in exercise.mistakes:
        verdict = sound.get(f"mistakes/{mistake.id}")
        if verdict and (verdict["passed"] or verdict["message"] != mistake.feedback):
            yield Problem(
                path=forum.relative(mistake.path),
                line=_line(mistake.path, "# Rückmeldung:"),
                code="lauf-fehler",
                message="Diese falsche Antwort gilt als richtig."
                if verdict["passed"]
                else "Diese falsche Antwort bekommt eine andere Rückmeldung, als hier steht.",
                cure="Lassen Sie `check.py` den Fehler erkennen."
                if verdict["passed"]
                else _write_down(verdict["message"]),
            )
    if found["seconds"] > SLOW:
        yield Problem(
            path=path,
            line=exercise.solution.line,
            code="lauf-langsam",
            message=f"Die Lösung zu prüfen dauert {found['seconds']:.0f} Sekunden.",
            cure="Nehmen Sie weniger Daten. Im Browser dauert es noch länger.",
            warning=True,
        )


def _start(path: str, exercise: Exercise, verdict: dict[str, Any]) -> Iterator[Problem]:
    if verdict["passed"]:
        yield Problem(
            path=path,
            line=exercise.start.line,
            code="lauf-anfang",
            message="Der Anfangscode gilt schon als richtig.",
            cure="Nehmen Sie aus dem Anfangscode heraus, was Lernende selbst schreiben sollen.",
        )
    elif verdict["message"] != exercise.start_feedback:
        yield Problem(
            path=path,
            line=_line(exercise.path, "start:"),
            code="lauf-anfang",
            message="Der Anfangscode bekommt eine andere Rückmeldung, als hier steht.",
            cure=_write_down(verdict["message"]),
        )


def _solution(path: str, exercise: Exercise, verdict: dict[str, Any], seeds: list[int]) -> Iterator[Problem]:
    if not verdict["passed"]:
        yield Problem(
            path=path,
            line=exercise.solution.line,
            code="lauf-loesung",
            message=f"Die Lösung gilt als falsch: „{_short(verdict['message'])}“.",
            cure="Verbessern Sie die Lösung oder `check.py`.",
        )
    elif verdict["message"] != exercise.solution_feedback:
        yield Problem(
            path=path,
            line=_line(exercise.path, "solution:"),
            code="lauf-loesung",
            message="Die Lösung bekommt eine andere Rückmeldung, als hier steht.",
            cure=_write_down(verdict["message"]),
        )
    if seeds and verdict["passed"]:
        yield Problem(
            path=path,
            line=exercise.solution.line,
            code="lauf-startwert",
            message=f"Mit anderen Daten gilt die Lösung als falsch (Startwert {seeds[0]}).",
            cure="Rechnen Sie in Lösung und `check.py` mit den Daten. Feste Werte passen nur zu einem Startwert.",
        )


def _write_down(message: str) -> str:
    return f"Verbessern Sie `check.py`, oder schreiben Sie die Rückmeldung so auf, wie sie ist: „{message}“."


def _data(forum: Forum, data: DataSet, names: list[str]) -> Problem:
    folder = data.generator.parent
    return Problem(
        path=forum.relative(data.generator),
        line=1,
        code="lauf-daten",
        message=f"Der Generator macht etwas anderes, als im Ordner liegt: {', '.join(f'`{name}`' for name in names)}.",
        cure=f"Rufen Sie `forum data {forum.relative(folder.parent)}` auf. "
        "Löschen Sie Dateien, die der Generator nicht macht.",
    )


def _check_broke(forum: Forum, exercise: Exercise, fault: str) -> Problem:
    lines = re.findall(r'check\.py", line (\d+)', fault)
    return Problem(
        path=forum.relative(exercise.check),
        line=int(lines[-1]) if lines else 1,
        code="lauf-abbruch",
        message=f"Hier bricht das Programm ab: {_short(fault.strip().splitlines()[-1])}.",
        cure="Verbessern Sie die genannte Zeile.",
    )


def _stopped(forum: Forum, one: Exercise | Course, ended: bool, limit: float) -> Problem:
    what = "endet ohne Ergebnis" if ended else f"ist nach {limit:.0f} Sekunden nicht fertig"
    return Problem(
        path=_main_file(forum, one),
        line=0,
        code="lauf-zeit",
        message=f"Die Ausführung {what}.",
        cure="Suchen Sie in Lösung, `check.py` und Generator nach einer Schleife ohne Ende oder einem Abbruch.",
    )


def _execute(folder: Path, limit: float) -> bool:
    """False when it had to be stopped."""
    sources = str(Path(trial.__file__).parent.parent)
    paths = os.pathsep.join(filter(None, (sources, os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-m", trial.__name__, str(folder)]
    try:
        subprocess.run(
            command,
            env=os.environ | {"PYTHONPATH": paths},
            timeout=limit,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired:
        return False
    return True


def files_of(one: Exercise | Course) -> dict[str, bytes]:
    """What its folder holds while it is executed."""
    if isinstance(one, Exercise):
        return dict(exercise_files(one))
    paths = (one.data.generator, *one.data.files) if one.data else ()
    return {f"data/{path.name}": path.read_bytes() for path in paths}


def request_of(one: Exercise | Course) -> dict[str, Any]:
    """What `trial.examine` is asked: the code to grade by name, and the seeds."""
    codes: dict[str, str] = {}
    if isinstance(one, Exercise):
        wrong = {f"mistakes/{mistake.id}": mistake.code for mistake in one.mistakes}
        codes = {"start": one.start.source, "solution": one.solution.source, **wrong}
    return {"codes": codes, "other_seeds": list(OTHER_SEEDS), "seed": one.data.seed if one.data else 0}


def _main_file(forum: Forum, one: Exercise | Course) -> str:
    return forum.relative(one.path if isinstance(one, Exercise) else one.folder / "course.toml")


def _line(path: Path, start: str) -> int:
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    return next((number for number, line in enumerate(lines, 1) if line.strip().startswith(start)), 1)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return (line if len(line) <= 200 else f"{line[:199]}…").rstrip(".")
