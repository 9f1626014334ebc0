# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The commands `forum edit` and `forum import`."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_parsers(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Make both commands known."""
    _add_edit(commands)
    _add_import(commands)


def _add_edit(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "edit",
        help="öffnet eine Übung in JupyterLab",
        description="Öffnet eine Übung in JupyterLab. "
        "Danach unterscheidet sich die Datei nur dort,\nwo Sie etwas geändert haben.",
        epilog="Beispiele:\n  forum edit exercise giesswasser\n  forum edit exercise giesswasser --print\n"
        "  forum edit exercise giesswasser --tidy",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("kind", choices=("exercise",), metavar="exercise", help="was: eine Übung")
    parser.add_argument("id", metavar="KENNUNG", help="die Kennung der Übung, gleich dem Namen ihres Ordners")
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--print", action="store_true", help="den Befehl nur zeigen, nichts öffnen")
    either.add_argument("--tidy", action="store_true", help="nur aufräumen, was Jupyter nebenbei geändert hat")
    parser.set_defaults(run=_edit)


def _add_import(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "import",
        help="macht aus einem Notebook eine Übung",
        description="Macht aus einem Notebook (.ipynb) eine Übung und sagt, was nicht übernommen werden konnte.\n"
        "Kennt die Zeichen von nbgrader und Otter. Führt keinen Code aus und überschreibt nichts.",
        epilog="Beispiele:\n  forum import notebook.ipynb --course baeume-und-hitze\n"
        '  forum import notebook.ipynb --id volle-tage --title "Wie viele Tage waren voll?"\n'
        "  forum import blatt.ipynb --question q2",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("notebook", type=Path, metavar="NOTEBOOK", help="die Datei mit der Endung .ipynb")
    parser.add_argument("--id", metavar="KENNUNG", help="die Kennung der Übung (sonst: aus dem Titel gebildet)")
    parser.add_argument("--title", metavar="TITEL", help="der Titel (sonst: die erste Überschrift)")
    parser.add_argument("--course", metavar="KURS", help="die Kennung des Kurses")
    parser.add_argument(
        "--objective", action="append", default=[], metavar="LERNZIEL", help="ein Lernziel des Kurses; mehrfach möglich"
    )
    parser.add_argument("--skill", choices=tuple("ABCDE"), help="die Stufe von A bis E (sonst: geschätzt)")
    parser.add_argument("--minutes", type=_minutes, default=10, metavar="ZAHL", help="die Dauer (sonst: 10)")
    parser.add_argument(
        "--question",
        action="append",
        default=[],
        metavar="NAME",
        help="nur diese Aufgabe des Notebooks; mehrfach möglich",
    )
    parser.set_defaults(run=_import)


def _minutes(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if not 1 <= number <= 60:
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine Zahl von 1 bis 60")
    return number


def _edit(options: argparse.Namespace) -> int:
    from .edit import run

    return run(options)


def _import(options: argparse.Namespace) -> int:
    from .importing import run

    return run(options)
