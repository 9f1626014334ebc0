# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command `forum`: build, check, preview, data, assets, new.

Exit status: 0 without faults, 1 with faults, 2 for a wrong call.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from . import check_command, german_argparse, scaffold
from .assets import AssetsError, NodeError
from .notebooks import commands as notebooks
from .reports import faults

OK, FAULTS, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; gives the exit status."""
    german_argparse.install()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a sign that a terminal of Windows lacks is no reason to end
    parser = _parser()
    options = parser.parse_args(arguments)
    options.root = _root(options.root, parser)
    try:
        status: int = options.run(options)
    except (AssetsError, NodeError) as error:
        print(error, file=sys.stderr)
        return FAULTS
    except KeyboardInterrupt:
        print("\nAbgebrochen.", file=sys.stderr)
        return 130
    return status


def _root(given: Path | None, parser: argparse.ArgumentParser) -> Path:
    """The folder with forum.toml: the given one, else the current one or one above."""
    start = (given or Path.cwd()).resolve()
    for folder in (start,) if given else (start, *start.parents):
        if (folder / "forum.toml").is_file() or (given and folder.is_dir()):
            return folder
    return parser.error(
        f"In {start} liegt kein Forum (es fehlt `forum.toml`). "
        "Wechseln Sie in den Ordner des Forums, oder nennen Sie ihn mit --root."
    )


def _parser() -> argparse.ArgumentParser:
    parser = _command(
        argparse.ArgumentParser,
        prog="forum",
        description="Baut und prüft das Forum.",
        epilog="Beispiele:\n  forum check\n  forum build\n  forum preview\n\nHilfe zu einem Befehl: forum build --help",
    )
    parser.add_argument(
        "--root", type=Path, metavar="ORDNER", help="Ordner des Forums (sonst: der aktuelle oder einer darüber)"
    )
    commands = parser.add_subparsers(title="Befehle", metavar="BEFEHL", required=True)
    _add_build(commands)
    check_command.add_parser(commands)
    _add_preview(commands)
    _add_data(commands)
    _add_assets(commands)
    scaffold.add_parser(commands)
    notebooks.add_parsers(commands)
    return parser


def _command(make: object, **settings: object) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = make(formatter_class=argparse.RawDescriptionHelpFormatter, **settings)  # type: ignore[operator]
    return parser


def _add_build(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(
        commands.add_parser,
        name="build",
        help="baut die Seiten",
        description="Baut die Seiten. Code der Lektionen läuft nur, wenn sich etwas geändert hat.",
        epilog="Beispiele:\n  forum build\n  forum build --out public\n  forum build --jobs 1\n"
        "  forum build --release --out public",
    )
    parser.add_argument(
        "--out", type=Path, default=Path("build/site"), metavar="ORDNER", help="wohin (sonst: build/site)"
    )
    parser.add_argument(
        "--jobs", type=_positive, default=os.cpu_count() or 1, metavar="ANZAHL", help="wie viele Prozesse"
    )
    parser.add_argument("--quiet", action="store_true", help="nur Fehler melden")
    parser.add_argument(
        "--release",
        action="store_true",
        help="für eine Veröffentlichung: Lücken in forum.toml, eine alte Erklärung zur Barrierefreiheit und Aussagen "
        "ohne bestandenen Test gelten als Fehler",
    )
    parser.set_defaults(run=_build)


def _add_preview(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(
        commands.add_parser,
        name="preview",
        help="zeigt die Seiten und lädt sie bei Änderungen neu",
        description="Baut die Seiten, zeigt sie auf diesem Rechner und lädt sie bei jeder Änderung neu.",
        epilog="Beispiele:\n  forum preview\n  forum preview --port 8080\n  forum preview --lan --open",
    )
    parser.add_argument("--lan", action="store_true", help="auch für andere Geräte im selben Netz, etwa ein Telefon")
    parser.add_argument("--open", action="store_true", help="öffnet die Startseite im Browser")
    parser.add_argument(
        "--port", type=_port, default=8000, metavar="NUMMER", help="Anschluss (sonst: 8000 oder der nächste freie)"
    )
    parser.set_defaults(run=_preview)


def _add_data(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(
        commands.add_parser,
        name="data",
        help="erzeugt die synthetischen Daten neu",
        description="Führt die Generatoren in `data/generate.py` aus und schreibt die Dateien daneben.",
        epilog="Beispiele:\n  forum data\n  forum data exercises/baeume-wasser",
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="ORDNER", help="nur diese Kurse oder Übungen")
    parser.set_defaults(run=_data)


def _add_assets(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(
        commands.add_parser,
        name="assets",
        help="holt, packt und prüft die Dateien für Python im Browser",
        description="Holt, packt und prüft die Dateien, mit denen Python im Browser läuft.",
        epilog="Beispiele:\n  forum assets fetch\n  forum assets pack --out python.zip\n  forum assets verify",
    )
    parser.add_argument(
        "action", choices=("fetch", "pack", "verify"), help="holen, für einen eigenen Spiegel packen, oder prüfen"
    )
    parser.add_argument("--out", type=Path, default=Path("build/assets.zip"), metavar="DATEI", help="Ziel von pack")
    parser.set_defaults(run=_assets)


def _positive(text: str) -> int:
    number = int(text) if text.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine Anzahl ab 1")
    return number


def _port(text: str) -> int:
    number = int(text) if text.isdigit() else -1
    if not 0 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"„{text}“ ist keine Nummer von 0 bis 65535")
    return number


def _build(options: argparse.Namespace) -> int:
    from .workshop import build_site

    problems = build_site(
        options.root, options.root / options.out, jobs=options.jobs, quiet=options.quiet, release=options.release
    )
    check_command.print_problems(problems)
    if not faults(problems) and not options.quiet:
        print(f"Fertig. Die Seiten liegen in {options.out}.")
    return FAULTS if faults(problems) else OK


def _existing(paths: Sequence[Path]) -> list[Path]:
    missing = [path for path in paths if not path.exists()]
    if missing:
        _usage(f"Das gibt es nicht: {', '.join(map(str, missing))}.")
    return [path.resolve() for path in paths]


def _usage(message: str) -> NoReturn:
    print(message, file=sys.stderr)
    raise SystemExit(USAGE)


def _preview(options: argparse.Namespace) -> int:
    from .preview import session

    return session.run(options.root, port=options.port, lan=options.lan, open_browser=options.open)


def _data(options: argparse.Namespace) -> int:
    from .workshop import write_data

    return FAULTS if write_data(options.root, _existing(options.paths)) else OK


def _assets(options: argparse.Namespace) -> int:
    from .assets import commands

    if options.action == "pack":
        return commands.pack(options.out, options.root)
    return commands.fetch(options.root) if options.action == "fetch" else commands.verify(options.root)


if __name__ == "__main__":
    raise SystemExit(main())
