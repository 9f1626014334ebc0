# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nodes of the forum's own, and how each becomes HTML.

A node holds plain values only; what it shows is looked up in the model when the page is written.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from . import html

if TYPE_CHECKING:
    from sphinx.writers.html5 import HTML5Translator

    from .domain import ForumDomain


class LessonCell(nodes.General, nodes.Element):
    """A code cell of a lesson: `number` from 1, `code`, `raises`, and `run`, the digest of the page's results."""


class ExerciseBox(nodes.General, nodes.Element):
    """An exercise: children are its task and an `ExerciseTools` with the hints."""


class ExerciseTools(nodes.General, nodes.Element):
    """Editor, output, hints and downloads of an exercise; children are `Hint`s."""


class Hint(nodes.General, nodes.Element):
    """One hint: `number` and `total`."""


class Listing(nodes.General, nodes.Element):
    """A list made of the model when the page is written; `template` names how."""


def _domain(writer: HTML5Translator) -> ForumDomain:
    domain: Any = writer.builder.env.get_domain("forum")
    forum_domain: ForumDomain = domain
    return forum_domain


def _highlight(writer: HTML5Translator, code: str) -> str:
    return str(writer.highlighter.highlight_block(code, "python", linenos=False)).strip()


def _root(writer: HTML5Translator) -> str:
    """The way from the page to the start of the site."""
    return "../" * writer.builder.get_target_uri(writer.builder.current_docname).count("/")


def _pictures(writer: HTML5Translator) -> html.Pictures:
    folder = f"{_root(writer)}{writer.builder.imagedir}/"
    return html.Pictures(Path(writer.builder.outdir) / writer.builder.imagedir, folder)


def visit_lesson_cell(writer: HTML5Translator, node: LessonCell) -> None:
    domain = _domain(writer)
    result = domain.store.results(node["run"])[node["number"] - 1]
    writer.body.append(
        html.lesson_cell(
            node["number"], node["code"], node["raises"], _highlight(writer, node["code"]), result, _pictures(writer)
        )
    )
    raise nodes.SkipNode


def visit_exercise_box(writer: HTML5Translator, node: ExerciseBox) -> None:
    domain = _domain(writer)
    exercise = domain.forum.exercise(node["exercise"])
    if exercise is None:
        raise nodes.SkipNode
    writer.body.append(html.exercise_start(exercise, writer.section_level + 1))


def depart_exercise_box(writer: HTML5Translator, node: ExerciseBox) -> None:
    writer.body.append("</forum-exercise>\n")


def visit_exercise_tools(writer: HTML5Translator, node: ExerciseTools) -> None:
    domain = _domain(writer)
    exercise = domain.forum.exercise(node["exercise"])
    assert exercise is not None
    result = domain.store.results(node["run"])[-1]
    setup, start = (_highlight(writer, code) for code in (exercise.setup, exercise.start.source))
    writer.body.append("</div>\n" + html.exercise_tools(exercise, setup, start, result, _pictures(writer)))


def depart_exercise_tools(writer: HTML5Translator, node: ExerciseTools) -> None:
    exercise = _domain(writer).forum.exercise(node["exercise"])
    assert exercise is not None
    writer.body.append("</div>\n" + html.exercise_end(exercise, _root(writer)))


def visit_hint(writer: HTML5Translator, node: Hint) -> None:
    writer.body.append(html.hint_start(node["number"], node["total"]))


def depart_hint(writer: HTML5Translator, node: Hint) -> None:
    writer.body.append("</details>\n")


def visit_listing(writer: HTML5Translator, node: Listing) -> None:
    from . import pages

    writer.body.append(pages.listing(_domain(writer).forum, writer.builder, node["template"]))
    raise nodes.SkipNode


def skip(writer: Any, node: nodes.Element) -> None:
    """Other formats than HTML get these nodes through exports of their own."""
    raise nodes.SkipNode


VISITORS: tuple[tuple[type[nodes.Element], Any, Any], ...] = (
    (LessonCell, visit_lesson_cell, None),
    (ExerciseBox, visit_exercise_box, depart_exercise_box),
    (ExerciseTools, visit_exercise_tools, depart_exercise_tools),
    (Hint, visit_hint, depart_hint),
    (Listing, visit_listing, None),
)
