# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Directives: they place what the model holds."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from ..model import Exercise, Forum, Prose
from ..problems import Problem
from . import quizzes
from .execution import exercise_job
from .html import anchor
from .nodes import CertificatePlace, Evidence, ExerciseBox, ExerciseTools, Hint, Listing, QuizAnswer, QuizBox, Record
from .use import Use, on, on_a_course

logger = logging.getLogger(__name__)


def report(directive: SphinxDirective, code: str, message: str, cure: str) -> None:
    """Warn of a fault in a directive on a page, with its line."""
    path, line = directive.get_source_info()
    name = Path(path).relative_to(directive.env.srcdir).as_posix()
    problem = Problem(path=name, line=line, code=code, message=message, cure=cure)
    logger.warning("%s", message, type="forum", subtype=code, location=(path, line), extra={"problem": problem})


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
        box.source, box.line = str(exercise.path), 1
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
            parsed = nodes.container()
            self.state.nested_parse(StringList(lines, items=items), 0, parsed)
            _place(parsed, exercise.path, part.line - self.lineno - 1)
            container += parsed.children
        return container.children


def _place(parsed: nodes.Element, path: Path, shift: int) -> None:
    """Say of what was parsed as part of a page where it really is from: MyST counts lines from the directive's."""
    for node in parsed.findall(nodes.Element):
        node.source = str(path)
        if node.line is not None:
            node.line += shift


class QuizDirective(SphinxDirective):
    """Shows a question: ```` ```{quiz} kennung ``` ````; the loader has read it, its Markdown is rendered here."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        """The question; nothing when it cannot be read or is there already, which the loader has reported."""
        domain: Any = self.env.get_domain("forum")
        docname = self.env.current_document.docname
        quiz = quizzes.on_page(domain.forum, docname, self.arguments[0] if self.arguments else "")
        if quiz is None or domain.shows_quiz(quiz.id, docname):
            return []
        domain.note_quiz(quiz.id, quizzes.anchor(quiz.id))
        box = QuizBox(quiz=quiz.id)
        box.source, box.line = self.get_source_info()
        box += self._parsed(quiz.question)
        answer = QuizAnswer(quiz=quiz.id)
        if quiz.explanation:
            answer += self._parsed(quiz.explanation)
        box += answer
        return [box]

    def _parsed(self, prose: Prose) -> list[nodes.Node]:
        container = nodes.container()
        lines = StringList(prose.text.split("\n"), source=self.get_source_info()[0])
        self.state.nested_parse(lines, prose.line - self.lineno - 1, container)
        return container.children


class CourseList(SphinxDirective):
    """The courses as cards, for the start page."""

    template: ClassVar[str] = "course_cards.html"

    def run(self) -> list[nodes.Node]:
        """A placeholder that is filled when the page is written."""
        domain: Any = self.env.get_domain("forum")
        domain.note_listing(self.template)
        return [Listing(template=self.template)]


class CourseOverview(CourseList):
    """For whom, what one can do afterwards, minutes and lessons of the course on whose page this stands."""

    template = "course_overview.html"


class CertificateDirective(SphinxDirective):
    """Where a learner makes a certificate of participation."""

    check: ClassVar[bool] = False

    def run(self) -> list[nodes.Node]:
        """A placeholder that is filled when the page is written."""
        domain: Any = self.env.get_domain("forum")
        domain.note_listing("certificate")
        return [CertificatePlace(check=self.check)]


class CertificateCheckDirective(CertificateDirective):
    """Where anybody checks a certificate by its code."""

    check = True


class LearningRecord(SphinxDirective):
    """Where learners see, save and delete what their browser remembers."""

    def run(self) -> list[nodes.Node]:
        """A place for `web/progress-record.js`."""
        return [Record()]


class EvidenceDirective(SphinxDirective):
    """Shows statements and the tests that prove them: ```` ```{evidence} kennung kennung ``` ```` or `:group: name`."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = False
    option_spec: ClassVar[Any] = {"group": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """The statements in the order asked for; what nothing is known of is reported."""
        domain: Any = self.env.get_domain("forum")
        forum: Forum = domain.forum
        wanted = (self.arguments[0] if self.arguments else "").split()
        group = self.options.get("group", "")
        ids = [*wanted, *(one.id for one in forum.statements if group and one.group == group)]
        for id in wanted:
            if forum.statement(id) is None:
                self._warn(f"Eine Aussage `{id}` gibt es nicht.")
        if not ids:
            self._warn(f"Eine Gruppe `{group}` von Aussagen gibt es nicht.")
        for path in {one.path for one in forum.statements}:
            self.env.note_dependency(str(path))
        domain.note_evidence(ids)
        return [Evidence(statements=ids)]

    def _warn(self, message: str) -> None:
        cure = "Prüfen Sie die Schreibweise; die Aussagen stehen in `docs/anleitung/evidence.toml`."
        report(self, "aussage-unbekannt", message, cure)


DIRECTIVES: dict[str, Any] = {
    "exercise": ExerciseDirective,
    "quiz": QuizDirective,
    "decision": QuizDirective,
    "course-list": CourseList,
    "course-overview": CourseOverview,
    "certificate": CertificateDirective,
    "certificate-check": CertificateCheckDirective,
    "learning-record": LearningRecord,
    "evidence": EvidenceDirective,
}

_QUESTION = {
    "objectives": "die Kennungen der Lernziele, die damit geübt werden: `[eine, andere]`",
    "aliases": "frühere Kennungen der Frage; Lernstände bleiben dadurch erhalten",
    "series": "ein gemeinsamer Name für Fragen, die aufeinander folgen; am Ende steht ein Ergebnis",
}
USES: dict[str, Use] = {
    "exercise": Use(
        title="Übung",
        purpose="Zeigt eine Übung mit Aufgabe, Code, Tipps und Prüfung.",
        argument="die Kennung der Übung; so heißt ihr Ordner unter `exercises`",
    ),
    "quiz": Use(
        title="Frage",
        purpose="Stellt eine Frage, die Lernende auf der Seite beantworten.",
        argument="die Kennung der Frage; es gibt sie im ganzen Forum nur einmal",
        content="die Frage in Markdown, die Antworten, und nach der Zeile `Erklärung:` die Erklärung",
        options={
            "type": "die Art: `single`, `multiple`, `number`, `text`, `order`, `pairs` oder `gaps`",
            **_QUESTION,
            "unit": "nur bei Zahlen: die Einheit, zum Beispiel `Liter`",
        },
    ),
    "decision": Use(
        title="Entscheidung",
        purpose="Beschreibt einen Fall mit mehreren guten Wegen und zeigt die Folgen.",
        argument="die Kennung der Entscheidung",
        content="der Fall in Markdown, die Möglichkeiten mit ihren Folgen, und wenn Sie wollen eine Erklärung",
        options=_QUESTION,
    ),
    "course-list": Use(title="Kursliste", purpose="Zeigt alle Kurse als Karten.", place=on("index")),
    "course-overview": Use(
        title="Überblick über den Kurs",
        purpose="Zeigt Dauer, Lernziele, Lektionen und Stand des Kurses.",
        place=on_a_course,
    ),
    "certificate": Use(
        title="Bescheinigung",
        purpose="Hier stellen sich Lernende eine Bescheinigung aus.",
        place=on("docs/lernen/bescheinigung"),
    ),
    "certificate-check": Use(
        title="Bescheinigung prüfen",
        purpose="Hier prüft man den Code einer Bescheinigung.",
        place=on("docs/lernen/bescheinigung-pruefen"),
    ),
    "learning-record": Use(
        title="Lernstand",
        purpose="Hier sehen, sichern und löschen Lernende ihren Lernstand.",
        place=on("docs/lernen/lernstand"),
    ),
    "evidence": Use(
        title="Belegte Aussage",
        purpose="Zeigt Aussagen über das Forum und die Tests, die sie belegen.",
        argument="die Kennungen der Aussagen aus `docs/anleitung/evidence.toml`, mit Leerzeichen dazwischen",
        options={"group": "statt einzelner Kennungen: alle Aussagen einer Gruppe"},
    ),
}
"""What authors are told of each."""
