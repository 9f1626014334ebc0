# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The files beside the pages: scripts, styles, fonts, Python for the browser, data and checks of exercises.

All lie under names with a digest of their content, so that a browser may keep them for ever.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.errors import ExtensionError

from ..content.digests import digest, exercise_files
from ..model import Course, Exercise
from . import catalogue, html, search
from .reading import domain_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

STATIC = "_static/forum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Addresses from the start of the site; `python` is what the worker is told."""

    main: str
    css: str
    editor: str
    sheet: str
    worker: str
    certificate: str
    finder: str
    search: str
    fonts: tuple[str, ...]
    icon: str
    python: Mapping[str, Any]


def published(app: Sphinx | Builder) -> Published:
    """Where the files of this build lie. Raises ExtensionError when they were not made before."""
    manifest = _manifest(_web(app))
    static = {name: f"{STATIC}/{file}" for name, file in manifest.items()}
    return Published(
        main=static["main"],
        css=static["forum.css"],
        editor=static["editor"],
        sheet=static["sheet"],
        worker=static["worker"],
        certificate=static["certificate"],
        finder=static["finder"],
        search=static["search"],
        fonts=tuple(sorted(path for name, path in static.items() if name.endswith(".woff2"))),
        icon=static["favicon.svg"],
        python=_python(app),
    )


def _web(app: Sphinx | Builder) -> Path:
    return Path(app.srcdir, app.config.forum_web)


def _manifest(folder: Path) -> dict[str, str]:
    try:
        manifest: dict[str, str] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ExtensionError("Skripte und Stile fehlen. `forum build` erzeugt sie.") from None
    return manifest


def _python(app: Sphinx | Builder) -> dict[str, Any]:
    """What the worker must know of Python; without prepared files the page says that they are missing."""
    about: dict[str, Any] = {"base": "", "grading": "", "snapshot": "", "coreBytes": 0, "packages": {}, "sizes": {}}
    if app.config.forum_python:
        about |= app.config.forum_python["about"]
        about["base"] = f"_static/python/{Path(app.config.forum_python['path']).name}/"
        about["grading"] = f"{STATIC}/grading.{digest(_grading(app))}.zip"
        about["snapshot"] = f"{STATIC}/snapshot.{_snapshot(app).name}"
    return about


def _grading(app: Sphinx | Builder) -> bytes:
    return Path(app.config.forum_python["grading"]).read_bytes()


def _snapshot(app: Sphinx | Builder) -> Path:
    return Path(app.config.forum_python["snapshot"])


def publish(app: Sphinx, error: Exception | None) -> None:
    """Bring the files to the site; what is there already stays, what nothing needs any more goes."""
    if error or app.builder.name != "forum":
        return
    out = Path(app.outdir)
    site = published(app)
    needed = {out / STATIC / path.relative_to(_web(app)) for path in _link_folder(_web(app), out / STATIC)}
    if app.config.forum_python:
        source = Path(app.config.forum_python["path"])
        target = out / site.python["base"]
        needed |= {target / path.relative_to(source) for path in _link_folder(source, target)}
        needed.add(_write(out / site.python["grading"], _grading(app)))
        needed.add(_link(_snapshot(app), out / site.python["snapshot"]))
    forum = domain_of(app.env).forum
    needed.add(_write(out / catalogue.address_of(forum), catalogue.content(forum)))
    needed.update(search.publish(app))
    for course in forum.courses:
        needed.update(_publish_course(out, course))
    for exercise in forum.exercises:
        needed.update(_publish_exercise(out, exercise))
    _sweep(out / "_static", needed)


def publish_parts(app: Sphinx, names: Iterable[str]) -> None:
    """Bring what these pages need beyond themselves: data of their courses, files of their exercises."""
    domain, out = domain_of(app.env), Path(app.outdir)
    wanted = set(names)
    for course in filter(None, {domain.forum.course_of(name) for name in wanted}):
        list(_publish_course(out, course))
    for id, (docname, _) in domain.places.items():
        exercise = domain.forum.exercise(id)
        if docname in wanted and exercise:
            list(_publish_exercise(out, exercise))


def _sweep(folder: Path, needed: set[Path]) -> None:
    """Remove what earlier builds left, empty folders too."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in needed:
            path.unlink()


def _publish_course(out: Path, course: Course) -> Iterator[Path]:
    from .pages import data_files

    if course.data:
        addresses = data_files(course.id, course.data)
        for path in course.data.files:
            yield _write(out / addresses[f"data/{path.name}"], path.read_bytes())


def _publish_exercise(out: Path, exercise: Exercise) -> Iterator[Path]:
    folder = out / html.exercise_folder(exercise)
    for name, content in exercise_files(exercise).items():
        yield _write(folder / name, content)
    solution = {"code": exercise.solution.source}
    yield _write(folder / "loesung.json", json.dumps(solution, ensure_ascii=False).encode())
    yield out / html.notebook_path(exercise)


def _write(target: Path, content: bytes) -> Path:
    """Names carry a digest: what is there has the right content."""
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary = target.with_name(f".{target.name}.new")
        temporary.write_bytes(content)
        temporary.replace(target)
    return target


def _link_folder(source: Path, target: Path) -> list[Path]:
    """Hard links where the file system has them, else copies; gives the files of the source."""
    files = [path for path in sorted(source.rglob("*")) if path.is_file()]
    for path in files:
        _link(path, target / path.relative_to(source))
    return files


def _link(path: Path, goal: Path) -> Path:
    """Names carry a digest: what is there has the right content."""
    if not goal.exists():
        goal.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(path, goal)
        except OSError:
            shutil.copyfile(path, goal)
    return goal
