# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Builds the site with Sphinx in this process, and gives back every fault as a problem."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TextIO

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx.util.logging import WarningLogRecordTranslator, WarningSuppressor

from ..model import Forum
from ..problems import Problem
from ..quality import Quality
from .reading import domain_of

SPHINX = "seite"
"""The code of what Sphinx says of a page."""
_GERMAN: tuple[tuple[str, str, str], ...] = (
    (
        r"Unknown directive type: '(.+?)'",
        "Eine Anweisung `{0}` gibt es nicht.",
        "Prüfen Sie die Schreibweise in den geschweiften Klammern.",
    ),
    (
        r"Unknown interpreted text role \"(.+?)\"",
        "Eine Rolle `{0}` gibt es nicht.",
        "Prüfen Sie die Schreibweise in den geschweiften Klammern.",
    ),
    (
        r"(?:cross-reference target not found|'myst' reference target not found|undefined label): '(.+?)'",
        "Der Verweis auf `{0}` führt nirgendwohin.",
        "Prüfen Sie die Schreibweise des Ziels.",
    ),
    (
        r"image file not readable: (\S+)",
        "Das Bild `{0}` lässt sich nicht lesen.",
        "Prüfen Sie Namen und Ordner des Bildes.",
    ),
    (r"unknown document: '(.+?)'", "Die Seite `{0}` gibt es nicht.", "Prüfen Sie Namen und Ordner der Seite."),
    (r"Non-consecutive header level", "Eine Überschrift überspringt eine Ebene.", "Nach `#` folgt `##`, danach `###`."),
)


class _Faults(logging.Handler):
    """Collects warnings; those that carry a problem of ours come as they are."""

    def __init__(self, app: Sphinx) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []
        self._root = Path(app.srcdir)
        self.addFilter(WarningSuppressor(app))
        self.addFilter(WarningLogRecordTranslator(app))

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record as a problem."""
        problem = getattr(record, "problem", None)
        self.problems.append(problem or self._translated(record))

    def _translated(self, record: logging.LogRecord) -> Problem:
        path, line = self._place(getattr(record, "location", None))
        message, cure = _in_german(record.getMessage())
        return Problem(path=path, line=line, code=SPHINX, message=message, cure=cure)

    def _place(self, location: Any) -> tuple[str, int]:
        path, _, rest = str(location or "").partition(":")
        found = Path(path)
        name = found.relative_to(self._root).as_posix() if found.is_relative_to(self._root) else path
        number = rest.partition(":")[0]
        return name or "conf.py", int(number) if number.isdigit() else 0


def _in_german(text: str) -> tuple[str, str]:
    for pattern, message, cure in _GERMAN:
        if found := re.search(pattern, text):
            return message.format(*found.groups()), cure
    return f"Beim Bauen der Seite meldet Sphinx: {text}", "Prüfen Sie die genannte Zeile."


def build(
    root: Path,
    out: Path,
    *,
    web: Path,
    python: Mapping[str, Any] | None,
    jobs: int,
    status: TextIO | None,
    judge: Callable[[Forum], Quality] | None = None,
) -> tuple[Forum | None, tuple[Problem, ...]]:
    """Build the site below `root` into `out`.

    `web` is the folder of bundles; `python` names the `path` of the prepared files and, in `about`, their sizes.
    `judge` says what is known of the content beside itself: its report is written, its problems are added.

    Gives the forum (None when Sphinx could not even start) and all problems, sorted.
    """
    overrides = {"forum_web": os.fspath(web), "forum_python": dict(python or {})}
    handler: _Faults | None = None
    with patch_docutils(os.fspath(root)), docutils_namespace(), Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        try:
            app = Sphinx(
                root,
                root,
                out,
                out.parent / f".{out.name}-doctrees",
                "forum",
                confoverrides=overrides,
                status=status,
                warning=nowhere,
                parallel=jobs,
            )
            handler = faults_of(app)
            domain = domain_of(app.env)
            domain.quality = judge(domain.forum) if judge else None
            app.build()
        except SphinxError as error:
            problem = Problem(
                path="conf.py",
                line=0,
                code="bau",
                message=f"Die Seiten lassen sich nicht bauen: {error}",
                cure="Beheben Sie zuerst diesen Fehler.",
            )
            return None, (problem,)
        finally:
            logging.getLogger("sphinx").removeHandler(handler) if handler else None
    judged = domain.quality.problems if domain.quality else ()
    return domain.forum, tuple(sorted({*handler.problems, *judged}))


def faults_of(app: Sphinx) -> _Faults:
    """The collector that `collect` put in place."""
    handlers = logging.getLogger("sphinx").handlers
    return next(handler for handler in handlers if isinstance(handler, _Faults))


def collect(app: Sphinx) -> None:
    """Start collecting the warnings of this build; Sphinx has just set up its own handlers."""
    logger = logging.getLogger("sphinx")
    for handler in [one for one in logger.handlers if isinstance(one, _Faults)]:
        logger.removeHandler(handler)
    logger.addHandler(_Faults(app))
