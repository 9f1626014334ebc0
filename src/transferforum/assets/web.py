# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bundles the site's scripts, styles and fonts into `build/web`, when something they are made of has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from .node import NodeError, ensure_node_modules, run_node
from .progress import Progress, reporting

PACKAGE = Path(__file__).parent.parent
FONTS = Path("node_modules/@kern-ux/native/dist/fonts/fira-sans")
# Class names in templates and in the extension decide which rules of KERN are kept.
SOURCES = ("web", "site")


def build_web(root: Path, progress: Progress | None = None) -> Path:
    """The folder with the bundles and their `manifest.json`. Raises NodeError."""
    if not (root / "package-lock.json").is_file():
        raise NodeError(
            f"In {root} fehlt `package-lock.json`. Skripte und Stile entstehen aus den Paketen, die darin stehen."
        )
    out = root / "build" / "web"
    stamp = out.with_name("web.digest")
    digest = _input_digest(root)
    if not (_text(stamp) == digest and (out / "manifest.json").is_file()):
        with reporting(progress) as report:
            _bundle(root, out, report)
        stamp.write_text(digest, encoding="utf-8")
    return out


def _bundle(root: Path, out: Path, progress: Progress) -> None:
    from ..site.fonts import cut_fonts

    ensure_node_modules(root, progress)
    cut_fonts(root / FONTS, root / "build" / "fonts")
    run_node(PACKAGE / "web" / "build.mjs", out, cwd=root)


def _input_digest(root: Path) -> str:
    digest = hashlib.sha256()
    for path in _inputs(root):
        digest.update(f"{path.name}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def _inputs(root: Path) -> Iterator[Path]:
    yield root / "package-lock.json"
    for folder in SOURCES:
        yield from sorted(
            path for path in (PACKAGE / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts
        )


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
