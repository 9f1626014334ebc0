# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whole jobs made of parts that know nothing of each other: the site with its assets and its exports; the data."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from . import assets, checks
from .checks import references
from .content import load
from .content.digests import grading_files
from .exports import notebook
from .grading.grade import load_module
from .model import DataSet
from .problems import Problem
from .site import building, html
from .site.progress import GermanProgress


def build_site(root: Path, out: Path, *, jobs: int, quiet: bool, release: bool = False) -> tuple[Problem, ...]:
    """Build everything that is published into `out`; gives the problems found.

    With `release` also those that only count when the pages are handed to the public.
    Raises AssetsError or NodeError when what the browser needs cannot be had.
    """
    web = assets.build_web(root)
    python = prepared_python(root)
    status: Any = None if quiet else GermanProgress(sys.stdout)
    forum, problems = building.build(root, out, web=web, python=python, jobs=jobs, status=status, judge=checks.quality)
    if forum is None:
        return problems
    notebook.export(forum, out, html.exercise_folder)
    unready = checks.release.run(forum) if release else ()
    return tuple(sorted(without_echoes({*problems, *unready})))


def without_echoes(problems: Iterable[Problem]) -> set[Problem]:
    """All but what Sphinx says of a link or an image of which a check has said more."""
    known = set(problems)
    told = [(one.path, PurePosixPath(one.found).name) for one in known if one.code in references.CODES]
    return {
        one
        for one in known
        if one.code != building.SPHINX or not any(path == one.path and name in one.message for path, name in told)
    }


def prepared_python(root: Path) -> dict[str, Any]:
    """Python for the browser as `building.build` wants it. Raises AssetsError or NodeError."""
    prepared = assets.prepare(root)
    grading = assets.compile_grading(root, grading_files())
    return _python(prepared, grading, assets.make_snapshot(prepared, grading))


def _python(prepared: assets.Prepared, grading: Path, snapshot: Path) -> dict[str, Any]:
    """What pages tell about Python: sizes as sent, and of each file as it is (for the progress)."""
    packages = {
        name: {"bytes": prepared.transfers[prepared.files[name]], "depends": list(depends)}
        for name, depends in prepared.depends.items()
    }
    about = {"coreBytes": prepared.core_bytes, "packages": packages, "sizes": dict(prepared.sizes)}
    return {"path": str(prepared.path), "grading": str(grading), "snapshot": str(snapshot), "about": about}


def write_data(root: Path, wanted: Sequence[Path]) -> tuple[Problem, ...]:
    """Run the generators below `wanted` (all when empty) and write their files; gives faults of reading."""
    forum, problems = load(root)
    for data in forum.data_sets:
        if not wanted or any(data.generator.is_relative_to(path) for path in wanted):
            _write(data)
            print(f"Erzeugt: {forum.relative(data.generator.parent)}")
    faults = tuple(problem for problem in problems if problem.code.startswith("daten"))
    for problem in faults:
        print(problem, file=sys.stderr)
    return faults


def generated(data: DataSet) -> dict[str, bytes]:
    """What the generator makes of the seed of record, by file name."""
    files: dict[str, bytes] = load_module(data.generator).generate(data.seed)
    return files


def _write(data: DataSet) -> None:
    for name, content in generated(data).items():
        target = data.generator.parent / name
        temporary = target.with_name(f".{name}.new")
        temporary.write_bytes(content)
        temporary.replace(target)
