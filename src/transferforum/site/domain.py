# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The forum's Sphinx domain: where things are placed, and the model for whoever needs it while building."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive
from sphinx.domains import Domain

from ..evidence import Reports
from ..model import Forum
from ..quality import Quality
from . import facts, reference
from .execution import Store

if TYPE_CHECKING:
    from sphinx import addnodes
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


_KEPT_BY_PAGE = ("read", "frames", "listings", "evidence", "facts", "examples")


class ForumDomain(Domain):
    """Holds the model of this build (never pickled) and, in `data`, plain strings only.

    `data["places"]` and `data["quizzes"]`: id of an exercise or a question -> (docname, anchor); `data["read"]` and
    `data["frames"]`: docname -> digest of what the page was read from beside its source, and of what stands around its
    text; `data["listings"]`, `data["evidence"]`, `data["facts"]`, `data["examples"]`: docname -> the lists
    (`pages.LISTS`) and the statements it shows, the facts it cites, the exercises it shows outside a course.
    """

    name = "forum"
    label = "Forum"
    data_version = 5
    initial_data: ClassVar[dict[str, dict[str, Any]]] = {
        "places": {},
        "quizzes": {},
        "read": {},
        "frames": {},
        "listings": {},
        "evidence": {},
        "facts": {},
        "examples": {},
    }
    directives: ClassVar[dict[str, type[Directive]]] = reference.DIRECTIVES
    roles: ClassVar[dict[str, Any]] = reference.ROLES

    forum: Forum
    store: Store
    reports: Reports
    quality: Quality | None
    """What the checks said of the forum as it is now; None: nobody has asked them."""

    @property
    def places(self) -> dict[str, tuple[str, str]]:
        """Where each exercise is shown: (docname, anchor)."""
        found: dict[str, tuple[str, str]] = self.data["places"]
        return found

    def note_place(self, exercise: str, anchor: str) -> None:
        """Remember where an exercise is shown; the first lesson counts, on any other page it is an example."""
        docname = self.env.current_document.docname
        if self.forum.lesson(docname):
            self.places.setdefault(exercise, (docname, anchor))
        else:
            self._note("examples", [exercise])

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

    def note_fact(self, fact: str) -> None:
        """Remember that the current page cites this fact."""
        self._note("facts", [fact])

    def sources(self, docname: str) -> facts.Sources:
        """The sources of an authored page: those that it cites, then those that its head names."""
        about = self.forum.know_how_on(docname)
        return facts.Sources(self.forum, self.noted("facts", docname), about.sources if about else ())

    def _note(self, kind: str, ids: Iterable[str]) -> None:
        docname = self.env.current_document.docname
        self.data[kind][docname] = " ".join([*self.noted(kind, docname), *ids])

    def noted(self, kind: str, docname: str) -> list[str]:
        """The ids of `listings`, `evidence`, `facts` or `examples` that a page shows, in order."""
        found: str = self.data[kind].get(docname, "")
        return found.split()

    def clear_doc(self, docname: str) -> None:
        """Forget a page."""
        for places in (self.places, self.data["quizzes"]):
            for id, (place, _) in list(places.items()):
                if place == docname:
                    del places[id]
        for kind in _KEPT_BY_PAGE:
            self.data[kind].pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process noted about these pages."""
        for kind in ("places", "quizzes"):
            for id, (docname, anchor) in otherdata[kind].items():
                if docname in docnames:
                    self.data[kind].setdefault(id, (docname, anchor))
        for kind in _KEPT_BY_PAGE:
            self.data[kind].update({name: otherdata[kind][name] for name in docnames if name in otherdata[kind]})

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: addnodes.pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Links in Markdown lead to generated pages by their address; never to an exercise by its bare id."""
        from .generated import named

        found = named(self.forum, target, fromdocname)
        if found is None:
            return []
        name, anchor = found
        url = builder.get_relative_uri(fromdocname, name) + (f"#{anchor}" if anchor else "")
        return [("forum:page", nodes.reference("", "", contnode, internal=True, refuri=url))]

    def get_objects(self) -> Iterable[tuple[str, str, str, str, str, int]]:
        """What others may refer to: the exercises."""
        for exercise, (docname, anchor) in sorted(self.places.items()):
            known = self.forum.exercise(exercise)
            yield exercise, known.title if known else exercise, "exercise", docname, anchor, 1
