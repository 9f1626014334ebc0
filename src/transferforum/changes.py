# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which files a branch changed, as git tells: since it left the main line, and what is not committed yet."""

from __future__ import annotations

import subprocess
from pathlib import Path

MAIN = ("main", "origin/main", "master", "origin/master")


class ChangesError(Exception):
    """Git cannot tell; the message says in German why and what helps."""


def changed_files(root: Path, base: str = "") -> set[Path]:
    """The files below `root` that differ from where the branch left `base` (else the main line); deleted ones too."""
    _git(root, "rev-parse", "--git-dir")
    start = _git(root, "merge-base", "HEAD", _base(root, base)).strip()
    changed = _git(root, "diff", "--name-only", "--no-renames", "--relative", "-z", start)
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    return {root / name for name in (changed + new).split("\0") if name}


def is_base(root: Path, name: str) -> bool:
    """Whether git knows a commit by this name."""
    try:
        _git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    except ChangesError:
        return False
    return True


def _base(root: Path, wanted: str) -> str:
    found = next((name for name in ([wanted] if wanted else MAIN) if is_base(root, name)), None)
    if found is None:
        missing = f"„{wanted}“" if wanted else "„main“"
        raise ChangesError(
            f"Git kennt den Zweig {missing} nicht. Nennen Sie, womit verglichen wird: forum check --changed=ZWEIG"
        )
    return found


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="surrogateescape", check=False)
    except OSError as error:
        raise ChangesError(
            "Das Programm Git fehlt. Ohne Git lässt sich nicht sagen, was geändert ist. "
            "Rufen Sie `forum check` ohne `--changed` auf."
        ) from error
    if done.returncode and "--git-dir" in arguments:
        raise ChangesError(
            "Dieser Ordner liegt nicht in Git. Ohne Git lässt sich nicht sagen, was geändert ist. "
            "Rufen Sie `forum check` ohne `--changed` auf."
        )
    if done.returncode:
        raise ChangesError("Git kann nicht sagen, was geändert ist. Rufen Sie `forum check` ohne `--changed` auf.")
    return done.stdout
