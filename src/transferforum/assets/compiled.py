# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Runs inside Pyodide: replaces the modules listed in /tree/usual.txt by their bytecode, beside their old place.

Only the same minor version of Python makes bytecode that Pyodide can read, hence not the one that builds the site.
The bytecode carries the hash of its source but is never compared with it, for the source is not there.
"""

from __future__ import annotations

import marshal
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path

TREE = Path("/tree")
# Where the folders of the tree lie in the browser; those not named are packages.
PLACES = {"python_stdlib": "/lib/python312.zip", "grading": "/forum/grading.zip"}
PACKAGES = "/lib/python3.12/site-packages"
# The flags of PEP 552: known by the hash of its source, which nobody checks.
UNCHECKED = (0b01).to_bytes(4, "little")


def compile_module(path: Path) -> None:
    """Put `name.pyc` in the place of `name.py`: where zipimport and the importer of folders look without source."""
    source = path.read_bytes()
    code = compile(source, shown_name(path), "exec", dont_inherit=True)
    path.with_suffix(".pyc").write_bytes(MAGIC_NUMBER + UNCHECKED + source_hash(source) + marshal.dumps(code))
    path.unlink()


def shown_name(path: Path) -> str:
    """The module's place in the browser, which tracebacks name: nothing sets it later, for there is no source."""
    folder, *rest = path.relative_to(TREE).parts
    return "/".join((PLACES.get(folder, PACKAGES), *rest))


for line in (TREE / "usual.txt").read_text(encoding="utf-8").splitlines():
    compile_module(TREE / line)
