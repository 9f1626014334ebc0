# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Directives: they place what the model holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from ..model import Exercise, Prose
from .execution import exercise_job
from .html import anchor
from .nodes import ExerciseBox, ExerciseTools, Hint, Listing


class ExerciseDirective(SphinxDirective):
    """Shows an exercise: ```` ```{exercise} kennung ``` ````."""

    required_arguments = 1
    has_content = False

    def run(self) -> list[nodes.Node]:
        """The exercise; nothing when the id is unknown, which the loader has reported."""
        domain: Any = self.env.get_domain("forum")
        exercise = domain.forum.exercise(self.arguments[0])
        if exercise is None:
            return []
        self._depend_on(exercise)
        domain.note_place(exercise.id, anchor(exercise.id))
        tools = ExerciseTools(exercise=exercise.id, run=exercise_job(exercise).digest)
        tools += self._hints(exercise)
        box = ExerciseBox(exercise=exercise.id)
        box += self._parsed(exercise, exercise.task)
        box += tools
        return [box]

    def _depend_on(self, exercise: Exercise) -> None:
        files = [exercise.path, exercise.check]
        if exercise.data:
            files += [exercise.data.generator, *exercise.data.files]
        for path in files:
            self.env.note_dependency(str(path))

    def _hints(self, exercise: Exercise) -> list[nodes.Node]:
        hints: list[nodes.Node] = []
        for number, part in enumerate(exercise.hints, 1):
            hint = Hint(number=number, total=len(exercise.hints))
            hint += self._parsed(exercise, (part,))
            hints.append(hint)
        return hints

    def _parsed(self, exercise: Exercise, parts: Iterable[Prose]) -> list[nodes.Node]:
        container = nodes.container()
        for part in parts:
            lines = part.text.split("\n")
            items = [(str(exercise.path), part.line + offset) for offset in range(len(lines))]
            self.state.nested_parse(StringList(lines, items=items), 0, container)
        return container.children


class CourseList(SphinxDirective):
    """The courses as cards, for the start page."""

    template: ClassVar[str] = "course_cards.html"

    def run(self) -> list[nodes.Node]:
        """A placeholder that is filled when the page is written."""
        domain: Any = self.env.get_domain("forum")
        domain.note_listing()
        return [Listing(template=self.template)]


class CourseOverview(CourseList):
    """For whom, what one can do afterwards, minutes and lessons of the course on whose page this stands."""

    template = "course_overview.html"


DIRECTIVES: dict[str, Any] = {
    "exercise": ExerciseDirective,
    "course-list": CourseList,
    "course-overview": CourseOverview,
}
