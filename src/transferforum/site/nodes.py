# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nodes of the forum's own, and how each becomes HTML.

A node holds plain values only; what it shows is looked up in the model when the page is written.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from ..model import Quiz
from . import html, quizzes

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


class QuizBox(nodes.General, nodes.Element):
    """A question, named in `quiz`: children are its text and a `QuizAnswer`."""


class QuizAnswer(nodes.General, nodes.Element):
    """What can be answered, and the answer; children are the explanation."""


class Listing(nodes.General, nodes.Element):
    """A list made of the model when the page is written; `template` names how."""


class Example(nodes.General, nodes.Element):
    """What authors type, and after it what becomes of that."""


class CertificatePlace(nodes.General, nodes.Element):
    """Where a certificate is made or, with `check`, checked."""


class Record(nodes.General, nodes.Element):
    """Where learners see what their browser remembers."""


class Evidence(nodes.General, nodes.Element):
    """Statements with what the tests say about them; `statements` are their ids."""


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


def visit_quiz_box(writer: HTML5Translator, node: QuizBox) -> None:
    quiz = _quiz(writer, node)
    if quiz is None:
        raise nodes.SkipNode
    writer.body.append(quizzes.start(quiz, writer.section_level + 1))


def depart_quiz_box(writer: HTML5Translator, node: QuizBox) -> None:
    writer.body.append("</forum-quiz>\n")


def visit_quiz_answer(writer: HTML5Translator, node: QuizAnswer) -> None:
    quiz = _quiz(writer, node)
    assert quiz is not None
    writer.body.append("</div>\n" + quizzes.answer_start(quiz))


def depart_quiz_answer(writer: HTML5Translator, node: QuizAnswer) -> None:
    quiz = _quiz(writer, node)
    assert quiz is not None
    writer.body.append(quizzes.answer_end(quiz))


def _quiz(writer: HTML5Translator, node: nodes.Element) -> Quiz | None:
    return quizzes.on_page(_domain(writer).forum, writer.builder.current_docname, node["quiz"])


def visit_listing(writer: HTML5Translator, node: Listing) -> None:
    from . import pages

    writer.body.append(pages.listing(_domain(writer).forum, writer.builder, node["template"]))
    raise nodes.SkipNode


def visit_certificate_place(writer: HTML5Translator, node: CertificatePlace) -> None:
    from . import pages

    writer.body.append(pages.certificate_element(_domain(writer).forum, writer.builder, check=node["check"]))
    raise nodes.SkipNode


def visit_record(writer: HTML5Translator, node: Record) -> None:
    writer.body.append(html.RECORD)
    raise nodes.SkipNode


def visit_evidence(writer: HTML5Translator, node: Evidence) -> None:
    from . import proofs

    writer.body.append(proofs.shown(_domain(writer), writer.builder, node["statements"]))
    raise nodes.SkipNode


def visit_example(writer: HTML5Translator, node: Example) -> None:
    """The first child is the source."""
    source, *result = node.children
    writer.body.append('<div class="forum-example">\n<p class="forum-example__label">So schreiben Sie es</p>\n')
    source.walkabout(writer)
    writer.body.append('<p class="forum-example__label">So sieht es aus</p>\n<div class="forum-example__result">\n')
    for child in result:
        child.walkabout(writer)
    writer.body.append("</div>\n</div>\n")
    raise nodes.SkipNode


def skip(writer: Any, node: nodes.Element) -> None:
    """Other formats than HTML get these nodes through exports of their own."""
    raise nodes.SkipNode


VISITORS: tuple[tuple[type[nodes.Element], Any, Any], ...] = (
    (LessonCell, visit_lesson_cell, None),
    (ExerciseBox, visit_exercise_box, depart_exercise_box),
    (ExerciseTools, visit_exercise_tools, depart_exercise_tools),
    (Hint, visit_hint, depart_hint),
    (QuizBox, visit_quiz_box, depart_quiz_box),
    (QuizAnswer, visit_quiz_answer, depart_quiz_answer),
    (Listing, visit_listing, None),
    (Example, visit_example, None),
    (CertificatePlace, visit_certificate_place, None),
    (Record, visit_record, None),
    (Evidence, visit_evidence, None),
)
