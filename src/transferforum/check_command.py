# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""`forum check`: looks at all content; executes exercises, mends, and reports in many forms when asked."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .model import Forum
from .problems import Problem, Trial
from .quality import keep_times
from .reports import FORMATS, Report, faults, render
from .reports.text import closing, counted, times

OK, FAULTS, USAGE = 0, 1, 2

Wanted = Callable[[Path], bool]
Step = Callable[[str], None]


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "check",
        help="prüft die Inhalte",
        description="Prüft die Inhalte, nennt alle Fehler mit Datei, Zeile und Abhilfe. Code läuft nur mit --run.",
        epilog="Beispiele:\n  forum check\n  forum check courses/baeume-und-hitze\n"
        "  forum check --run exercises/giesswasser\n  forum check --fix\n  forum check --changed\n"
        "  forum check --format gitlab --out build/quality.json\n\n"
        "Status am Ende: 0 ohne Fehler, 1 mit Fehlern, 2 bei falschem Aufruf. Hinweise zählen nur mit --strict.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="PFAD", help="nur diese Dateien oder Ordner")
    parser.add_argument(
        "--changed",
        nargs="?",
        const="",
        metavar="ZWEIG",
        help="nur, was Ihr Zweig gegenüber dem Hauptzweig (oder ZWEIG) ändert",
    )
    parser.add_argument("--run", dest="execute", action="store_true", help="führt die Übungen aus; das dauert länger")
    parser.add_argument("--fix", action="store_true", help="behebt, was eine Maschine sicher beheben kann")
    parser.add_argument("--strict", action="store_true", help="Hinweise zählen als Fehler")
    parser.add_argument("--format", choices=tuple(FORMATS), default="text", help="Form der Ausgabe (sonst: text)")
    parser.add_argument(
        "--out", type=Path, metavar="DATEI", help="schreibt sie in eine Datei; die Fehler stehen auch hier"
    )
    parser.add_argument(
        "--record-ids", action="store_true", help="vermerkt vor einer Veröffentlichung die neuen Kennungen"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Do what was asked; gives the exit status."""
    wanted = _wanted(options)
    if options.record_ids:
        return _record_ids(options.root)
    report = _look(options, wanted)
    _print(report, options)
    wrong = len(report.problems) if options.strict else faults(report.problems)
    return FAULTS if wrong else OK


def print_problems(problems: Sequence[Problem]) -> None:
    """All of them, and how many there are, as people read them."""
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(f"\n{counted(problems)}", file=sys.stderr)


def _look(options: argparse.Namespace, wanted: Wanted | None) -> Report:
    root: Path = options.root
    everything: Wanted = wanted or (lambda _: True)
    with _progress() as step:
        forum, broken, problems, notes = _read(root, step)
        if options.fix and _fix(forum, broken, problems, everything):
            forum, broken, problems, notes = _read(root, step)
        trials = _execute(forum, wanted, step) if options.execute else ()
    found = {*broken, *problems, *(problem for one in trials for problem in one.problems)}
    if wanted:
        found = {one for one in found if wanted(root / one.path) or (options.changed is not None and _far(one))}
    return Report(
        problems=tuple(sorted(found)),
        trials=trials,
        courses=len(forum.courses),
        exercises=len(forum.exercises),
        notes=notes,
    )


def _far(problem: Problem) -> bool:
    """Whether a change elsewhere is the likely cause: something was removed that this place names."""
    return problem.code.endswith("-unbekannt") or problem.code.startswith("id-")


def _read(root: Path, step: Step) -> tuple[Forum, tuple[Problem, ...], tuple[Problem, ...], tuple[str, ...]]:
    from . import checks
    from .checks import spelling
    from .content import load

    step("Dateien lesen")
    forum, broken = load(root)
    step("Inhalte prüfen")
    problems = checks.run(forum)
    if not spelling.available():
        return forum, broken, problems, (spelling.NOTE,)
    step("Rechtschreibung prüfen")
    return forum, broken, (*problems, *spelling.check(forum)), ()


def _fix(forum: Forum, broken: Sequence[Problem], problems: Sequence[Problem], wanted: Wanted) -> bool:
    from .mending import mend

    mended = mend(forum, broken, problems, wanted)
    for one in mended:
        print(f"Behoben: {one.path}: {one.what}.", file=sys.stderr)
    return bool(mended)


def _execute(forum: Forum, wanted: Wanted | None, step: Step) -> tuple[Trial, ...]:
    from .checks import running

    chosen = [one for one in running.trials(forum) if wanted is None or wanted(one.folder)]
    step(f"Übungen ausführen: {len(chosen)}")
    trials = running.run_all(forum, chosen, done=lambda one: step(f"Ausgeführt: {one.name}"))
    keep_times(forum.root, trials)
    return trials


def _record_ids(root: Path) -> int:
    from .checks import ids
    from .content import load

    forum, broken = load(root)
    problems = tuple(sorted({*broken, *ids.check(forum)}))
    if problems:
        print_problems(problems)
        return FAULTS
    print(f"Neu vermerkt in {ids.FILE}: {ids.record(forum)} Kennungen.")
    return OK


def _wanted(options: argparse.Namespace) -> Wanted | None:
    """What was asked for; None stands for everything. A folder is wanted, too, when something in it is."""
    paths, base = list(options.paths), options.changed
    if base:
        from .changes import is_base

        if not is_base(options.root, base) and Path(base).exists():
            paths, base = [Path(base), *paths], ""
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise _usage(f"Das gibt es nicht: {', '.join(map(str, missing))}.")
    given = [path.resolve() for path in paths]
    changed = None if base is None else _changed(options.root, base)
    if not given and changed is None:
        return None
    return lambda path: (not given or _within(path, given)) and (changed is None or _within(path, changed))


def _within(path: Path, places: Sequence[Path]) -> bool:
    return any(path.is_relative_to(place) or place.is_relative_to(path) for place in places)


def _changed(root: Path, base: str) -> list[Path]:
    """What changed: an exercise as a whole, for its files depend on each other; everything else file by file."""
    from .changes import ChangesError, changed_files

    try:
        files = changed_files(root, base)
    except ChangesError as error:
        raise _usage(str(error)) from error
    exercises = root / "exercises"
    whole = {exercises / path.relative_to(exercises).parts[0] for path in files if path.is_relative_to(exercises)}
    return sorted({path for path in files if not path.is_relative_to(exercises)} | whole)


def _usage(message: str) -> SystemExit:
    print(message, file=sys.stderr)
    return SystemExit(USAGE)


def _print(report: Report, options: argparse.Namespace) -> None:
    if options.out:
        target: Path = options.out
        print_problems(report.problems)
        if not report.problems:
            print("Keine Fehler.", file=sys.stderr)
        try:
            _write(target, render(options.format, report))
        except OSError as error:
            raise _usage(f"{options.out} lässt sich nicht schreiben: {error.strerror}.") from error
        print(f"Geschrieben: {options.out}", file=sys.stderr)
    elif options.format != "text":
        print(render(options.format, report), end="")
    else:
        for line in times(report):
            print(line)
        print_problems(report.problems)
        for note in report.notes:
            print(f"Anmerkung: {note}", file=sys.stderr)
        if not faults(report.problems):
            print(*list(closing(report))[-1:])


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.new")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)


@contextmanager
def _progress() -> Iterator[Step]:
    """A line that tells what is being done and how long it has taken; only where somebody looks."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns: tuple[Any, ...] = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def step(text: str) -> None:
            name, _, count = text.partition(": ")
            if count.isdigit():
                bar.reset(task, total=int(count))
            elif name == "Ausgeführt":
                bar.advance(task)
            bar.update(task, description=text, refresh=True)

        yield step
