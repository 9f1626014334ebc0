# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""`forum new` from the call to its last line."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from pathlib import Path

from ..content import load
from .kinds import KINDS, Broken
from .questions import WrongCall, collect, confirmed
from .writing import Occupied, Plan, shown, write

OK, FAULTS, USAGE, STOPPED = 0, 1, 2, 130


def new(options: argparse.Namespace) -> int:
    """Ask, show, write, say what comes next; gives the exit status."""
    try:
        return _new(options)
    except Broken as reason:
        print(reason, file=sys.stderr)
        return FAULTS
    except WrongCall as reason:
        print(reason, file=sys.stderr)
        return USAGE
    except Occupied as reason:
        print(reason, file=sys.stderr)
        return FAULTS
    except OSError as error:
        print(f"Das Schreiben ging nicht: {error.strerror} ({error.filename}).", file=sys.stderr)
        return FAULTS
    except (KeyboardInterrupt, EOFError):
        print("\nAbgebrochen. Es wurde nichts geschrieben.", file=sys.stderr)
        return STOPPED


def _new(options: argparse.Namespace) -> int:
    root: Path = options.root
    terminal = at_terminal()
    kind = KINDS[options.what](*load(root))
    answers = collect(kind.questions(), vars(options), terminal=terminal)
    plan = kind.plan(answers)
    print("\nDas würde geschrieben:" if options.dry_run else "\nDas wird geschrieben:")
    print(*shown(plan), sep="\n")
    if options.dry_run:
        return OK
    if terminal and not options.yes:
        print()
        if not confirmed("So schreiben?"):
            print("Es wurde nichts geschrieben.")
            return OK
    write(root, plan)
    print("\nGeschrieben.", *plan.hints)
    _say_next(root, plan)
    return OK


def at_terminal() -> bool:
    """Whether somebody is there to ask."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _say_next(root: Path, plan: Plan) -> None:
    """The commands as they work where they were called."""
    here = Path.cwd().resolve()
    inside = here.is_relative_to(root)
    call = "forum" if inside else f"forum --root {shlex.quote(str(root))}"
    print("\nSo geht es weiter:")
    for command in plan.next:
        print(f"  {call} {' '.join(_word(word, root, here) for word in command.split(' '))}")


def _word(word: str, root: Path, here: Path) -> str:
    """A word of a command; what begins with `./` is a path from the forum's root."""
    if not word.startswith("./"):
        return word
    path = root / word
    return shlex.quote((Path(os.path.relpath(path, here)) if here.is_relative_to(root) else path).as_posix())
