# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opens an exercise in JupyterLab and tidies its file afterwards."""

from __future__ import annotations

import argparse
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path

from ..problems import Problem
from .files import replace

NEEDED = ("jupyterlab", "jupytext", "ipykernel")
WORK = Path("build/jupyter")
"""Below the forum: each exercise as it was when it was opened, Jupyter's own copies and its settings."""
SETTINGS: dict[str, dict[str, object]] = {
    # JupyterLab opens Markdown as text unless told otherwise; the address cannot say it.
    "docmanager-extension/plugin": {"defaultViewers": {"markdown": "Jupytext Notebook", "myst": "Jupytext Notebook"}},
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "translation-extension/plugin": {"locale": "de_DE"},
}
"""What JupyterLab starts with the first time; German appears where its language pack is installed."""


def run(options: argparse.Namespace) -> int:
    """Open, tidy or print; gives the exit status."""
    folder = options.root / "exercises" / options.id
    if folder.name != options.id or not (folder / "exercise.md").is_file():
        print(_unknown(options.root, options.id), file=sys.stderr)
        return 2
    if options.print:
        print(shlex.join(command(options.root, folder)))
        return 0
    if options.tidy:
        return tidied(options.root, folder)
    return edit(options.root, folder)


def _unknown(root: Path, id: str) -> str:
    known = sorted(path.parent.name for path in root.glob("exercises/[!._]*/exercise.md"))
    near = get_close_matches(id.lower(), known, n=3, cutoff=0.5)
    wanted = near or known
    rest = f"{'Meinen Sie' if near else 'Vorhanden sind'}: {', '.join(f'`{one}`' for one in wanted)}"
    return f"Eine Übung `{id}` gibt es nicht. {rest}{'?' if near else '.'}" if wanted else "Es gibt noch keine Übung."


def command(root: Path, folder: Path) -> list[str]:
    """How JupyterLab is started: on this machine only, in the exercise's folder, with its file as a notebook."""
    copies = root / WORK / "checkpoints" / folder.name
    options = {
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.root_dir": folder,
        "ServerApp.answer_yes": True,
        "ServerApp.jpserver_extensions": "jupyterlab_jupytext=True",
        "LabApp.default_url": "/lab/tree/exercise.md?reset",
        "LabApp.user_settings_dir": root / WORK / "settings",
        "FileCheckpoints.checkpoint_dir": copies,
        "AsyncJupytextContentsManager.notebook_metadata_filter": "exercise",
        "SyncJupytextContentsManager.notebook_metadata_filter": "exercise",
        "AsyncJupytextContentsManager.cell_metadata_filter": "tags,-all",
        "SyncJupytextContentsManager.cell_metadata_filter": "tags,-all",
    }
    return [sys.executable, "-m", "jupyterlab", *(f"--{name}={value}" for name, value in options.items())]


def edit(root: Path, folder: Path, *, start: Callable[[list[str]], int] | None = None) -> int:
    """Open the exercise, wait for the end, tidy; `start` runs the editor."""
    missing = [name for name in NEEDED if find_spec(name) is None] if start is None else []
    if missing:
        print(_advice(missing, (folder / "exercise.md").relative_to(root)), file=sys.stderr)
        return 1
    _keep(root, folder)
    _prepare(root, folder)
    print(f"JupyterLab öffnet `{folder.name}` in Ihrem Browser. Speichern Sie dort mit Strg+S.")
    print("Erscheint nur Text? Dann doppelklicken Sie links auf `exercise.md`.")
    print("„Alle Zellen ausführen“ führt auch die Lösung aus. Mit Strg+C in diesem Fenster beenden Sie JupyterLab.")
    failed = (start or _run)(command(root, folder)) != 0
    if failed:
        print("JupyterLab wurde mit einem Fehler beendet. Der Grund steht in den Meldungen darüber.", file=sys.stderr)
    return max(tidied(root, folder), int(failed))


def _prepare(root: Path, folder: Path) -> None:
    (root / WORK / "checkpoints" / folder.name).mkdir(parents=True, exist_ok=True)
    for name, values in SETTINGS.items():
        path = root / WORK / "settings/@jupyterlab" / f"{name}.jupyterlab-settings"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(values, indent=2), encoding="utf-8")


def _advice(missing: list[str], path: Path) -> str:
    return (
        f"JupyterLab ist nicht vollständig installiert. Es fehlt: {', '.join(missing)}.\n"
        f"So holen Sie es: {shlex.join([sys.executable, '-m', 'pip', 'install', *missing])}\n"
        "Oder ohne JupyterLab: Die Übung ist eine Textdatei. "
        f"Öffnen Sie `{path.as_posix()}` in einem Editor Ihrer Wahl, und sehen Sie das Ergebnis mit `forum preview` an."
    )


def _run(words: list[str]) -> int:
    """Run JupyterLab until it ends, gives its status; a Ctrl+C is for it, not for us."""
    package = Path(__file__).parents[2]
    known = os.environ.get("PYTHONPATH")
    search = os.pathsep.join([str(package), known] if known else [str(package)])
    with subprocess.Popen(words, env=os.environ | {"PYTHONPATH": search}) as process:
        while process.poll() is None:
            try:
                process.wait()
            except KeyboardInterrupt:
                continue
        return process.returncode


def _keep(root: Path, folder: Path) -> None:
    """Remember the file as it is now; what an earlier session left untidied is measured against its own start."""
    kept = root / WORK / f"{folder.name}.md"
    kept.parent.mkdir(parents=True, exist_ok=True)
    if kept.is_file():
        tidied(root, folder, quiet=True)
    replace(kept, (folder / "exercise.md").read_bytes())


def tidied(root: Path, folder: Path, *, quiet: bool = False) -> int:
    """Take back what Jupyter changed on its own in an exercise; says what is left and gives the exit status."""
    from .tidy import NotTidyError, tidy

    path, kept = folder / "exercise.md", root / WORK / f"{folder.name}.md"
    edited = path.read_bytes()
    original = kept.read_bytes() if kept.is_file() else _committed(path)
    if original is None:
        print("Der frühere Stand der Datei ist nicht bekannt. Sie bleibt, wie sie ist.", file=sys.stderr)
        return 1
    try:
        text = tidy(original, edited)
    except NotTidyError:
        problem = Problem(
            path=path.relative_to(root).as_posix(),
            line=0,
            code="notebook-form",
            message="Die Datei ließ sich nicht aufräumen. Sie bleibt so, wie sie gespeichert wurde.",
            cure="Beheben Sie, was `forum check` meldet. Wiederholen Sie dann den Befehl mit `--tidy`.",
        )
        print(problem, file=sys.stderr)
        return 1
    if text != edited:
        replace(path, text)
    kept.unlink(missing_ok=True)
    if not quiet:
        different = "Aufgeräumt. Die Datei unterscheidet sich nur dort, wo Sie etwas geändert haben."
        print("Nichts geändert." if text == original else different)
    return 0


def _committed(path: Path) -> bytes | None:
    """The file as Git last recorded it; None without Git or when it is new."""
    try:
        done = subprocess.run(["git", "show", f"HEAD:./{path.name}"], cwd=path.parent, capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
