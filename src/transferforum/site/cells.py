# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Turns the code cells that MyST-NB parsed into the forum's own cells with their stored results."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

from .execution import lesson_job
from .nodes import LessonCell


class LessonCells(SphinxTransform):
    """Replaces MyST-NB's containers; runs while reading, before anything looks at literal blocks."""

    default_priority = 20

    def apply(self, **kwargs: Any) -> None:
        """Replace the cells of a lesson; of none whose folder is named unlike its course, which is a fault."""
        domain: Any = self.env.get_domain("forum")
        lesson = domain.forum.lesson(self.env.docname)
        course = domain.forum.course(lesson.course) if lesson else None
        if lesson is None or course is None or not lesson.cells:
            return
        job = lesson_job(lesson, course.data)
        domain.note_read(job.digest)
        found = [node for node in self.document.findall(nodes.container) if node.get("nb_element") == "cell_code"]
        if len(found) != len(lesson.cells):
            return  # cells inside other directives: MyST-NB has warned about each
        for number, (node, cell) in enumerate(zip(found, lesson.cells, strict=True), 1):
            shown = LessonCell(number=number, code=cell.source, raises="raises" in cell.tags, run=job.digest)
            shown.source, shown.line = str(lesson.path), cell.line
            node.replace_self(shown)
        for path in course.data.files if course.data else ():
            self.env.note_dependency(str(path))
