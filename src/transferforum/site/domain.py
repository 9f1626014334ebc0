# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The forum's Sphinx domain: where things are placed, and the model for whoever needs it while building."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive
from sphinx.domains import Domain

from ..model import Forum
from .directives import DIRECTIVES
from .execution import Store


class ForumDomain(Domain):
    """Holds the model of this build (never pickled) and, in `data`, plain strings only.

    `data["places"]`: exercise id -> (docname, anchor); `data["read"]` and `data["frames"]`: docname -> digest of what
    the page was read from beside its source, and of what stands around its text; `data["listings"]`: docname -> "".
    """

    name = "forum"
    label = "Forum"
    data_version = 1
    initial_data: ClassVar[dict[str, dict[str, Any]]] = {"places": {}, "read": {}, "frames": {}, "listings": {}}
    directives: ClassVar[dict[str, type[Directive]]] = DIRECTIVES

    forum: Forum
    store: Store

    @property
    def places(self) -> dict[str, tuple[str, str]]:
        """Where each exercise is shown: (docname, anchor)."""
        found: dict[str, tuple[str, str]] = self.data["places"]
        return found

    def note_place(self, exercise: str, anchor: str) -> None:
        """Remember where an exercise is shown; the first place counts."""
        self.places.setdefault(exercise, (self.env.current_document.docname, anchor))

    def note_read(self, digest: str) -> None:
        """Remember from which results the current page was read."""
        self.data["read"][self.env.current_document.docname] = digest

    def note_listing(self) -> None:
        """Remember that the current page shows a list made of the model."""
        self.data["listings"][self.env.current_document.docname] = ""

    def clear_doc(self, docname: str) -> None:
        """Forget a page."""
        for exercise, (place, _) in list(self.places.items()):
            if place == docname:
                del self.places[exercise]
        for kind in ("read", "frames", "listings"):
            self.data[kind].pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process noted about these pages."""
        for exercise, (docname, anchor) in otherdata["places"].items():
            if docname in docnames:
                self.places.setdefault(exercise, (docname, anchor))
        for kind in ("read", "frames", "listings"):
            self.data[kind].update({name: otherdata[kind][name] for name in docnames if name in otherdata[kind]})

    def resolve_any_xref(self, *_: Any) -> list[tuple[str, nodes.reference]]:
        """Links in Markdown never mean an exercise by its bare id."""
        return []

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """What others may refer to: the exercises."""
        for exercise, (docname, anchor) in sorted(self.places.items()):
            known = self.forum.exercise(exercise)
            yield exercise, known.title if known else exercise, "exercise", docname, anchor, 1
