# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The forum's Sphinx domain: where things are placed, and the model for whoever needs it while building."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive
from sphinx.domains import Domain

from ..evidence import Reports
from ..model import Forum
from . import finder, guides, owed, terms
from .directives import DIRECTIVES
from .execution import Store


class ForumDomain(Domain):
    """Holds the model of this build (never pickled) and, in `data`, plain strings only.

    `data["places"]` and `data["quizzes"]`: id of an exercise or a question -> (docname, anchor); `data["read"]` and
    `data["frames"]`: docname -> digest of what the page was read from beside its source, and of what stands around its
    text; `data["listings"]` and `data["evidence"]`: docname -> the lists (`pages.LISTS`) and the statements it shows.
    """

    name = "forum"
    label = "Forum"
    data_version = 3
    initial_data: ClassVar[dict[str, dict[str, Any]]] = {
        "places": {},
        "quizzes": {},
        "read": {},
        "frames": {},
        "listings": {},
        "evidence": {},
    }
    directives: ClassVar[dict[str, type[Directive]]] = {
        **DIRECTIVES,
        **guides.DIRECTIVES,
        **finder.DIRECTIVES,
        **owed.DIRECTIVES,
    }
    roles: ClassVar[dict[str, Any]] = terms.ROLES

    forum: Forum
    store: Store
    reports: Reports

    @property
    def places(self) -> dict[str, tuple[str, str]]:
        """Where each exercise is shown: (docname, anchor)."""
        found: dict[str, tuple[str, str]] = self.data["places"]
        return found

    def note_place(self, exercise: str, anchor: str) -> None:
        """Remember where an exercise is shown; the first place counts."""
        self.places.setdefault(exercise, (self.env.current_document.docname, anchor))

    def note_quiz(self, quiz: str, anchor: str) -> None:
        """Remember where a question is shown."""
        self.data["quizzes"].setdefault(quiz, (self.env.current_document.docname, anchor))

    def shows_quiz(self, quiz: str, docname: str) -> bool:
        """True when a question is on this page."""
        place: tuple[str, str] | None = self.data["quizzes"].get(quiz)
        return place is not None and place[0] == docname

    def note_read(self, digest: str) -> None:
        """Remember from which results the current page was read."""
        self.data["read"][self.env.current_document.docname] = digest

    def note_listing(self, name: str) -> None:
        """Remember that the current page shows this list made of the model (see `pages.LISTS`)."""
        self._note("listings", [name])

    def note_evidence(self, statements: Iterable[str]) -> None:
        """Remember that the current page shows these statements."""
        self._note("evidence", statements)

    def _note(self, kind: str, ids: Iterable[str]) -> None:
        docname = self.env.current_document.docname
        self.data[kind][docname] = " ".join([*self.noted(kind, docname), *ids])

    def noted(self, kind: str, docname: str) -> list[str]:
        """The ids of `listings` or `evidence` that a page shows."""
        found: str = self.data[kind].get(docname, "")
        return found.split()

    def clear_doc(self, docname: str) -> None:
        """Forget a page."""
        for places in (self.places, self.data["quizzes"]):
            for id, (place, _) in list(places.items()):
                if place == docname:
                    del places[id]
        for kind in ("read", "frames", "listings", "evidence"):
            self.data[kind].pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process noted about these pages."""
        for kind in ("places", "quizzes"):
            for id, (docname, anchor) in otherdata[kind].items():
                if docname in docnames:
                    self.data[kind].setdefault(id, (docname, anchor))
        for kind in ("read", "frames", "listings", "evidence"):
            self.data[kind].update({name: otherdata[kind][name] for name in docnames if name in otherdata[kind]})

    def resolve_any_xref(self, *_: Any) -> list[tuple[str, nodes.reference]]:
        """Links in Markdown never mean an exercise by its bare id."""
        return []

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """What others may refer to: the exercises."""
        for exercise, (docname, anchor) in sorted(self.places.items()):
            known = self.forum.exercise(exercise)
            yield exercise, known.title if known else exercise, "exercise", docname, anchor, 1
