# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kinds of things that can be made: what each must know, and what is written for it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from importlib import resources
from typing import Any, Protocol

from ..checks.readability import LONG_SENTENCE, words
from ..clock import today
from ..model import Forum, Lesson
from ..problems import Problem
from . import TYPES, ids, places, templates
from .questions import Answers, Question, Unfit
from .writing import Change, Plan

LONGEST_TITLE = 120
_MINUTES = range(30, 481)
_AGENDA = {"arrive": 12, "show": 22, "practise": 40, "discuss": 20}
"""Parts of a workshop in per cent, down to whole five minutes; what is left closes it."""
_MATERIALS = {
    "im Raum": ("ein Gerät je Person", "Beamer", "Karten und Stifte", "ausgedruckte Kurse"),
    "mobil": ("Geräte mit vollem Akku", "Karten und Stifte", "ausgedruckte Kurse"),
    "online": ("Einladung mit der Adresse der Seite", "zweites Gerät zum Mitlesen"),
}


class Broken(Exception):
    """Content that is needed has faults; the message lists them."""


class Kind(Protocol):
    """Something that can be made."""

    def questions(self) -> Sequence[Question]:
        """What must be known."""

    def plan(self, answers: Answers) -> Plan:
        """What is written."""


class _Kind:
    """What all kinds share: the forum, its faults, the ids in use."""

    def __init__(self, forum: Forum, problems: Sequence[Problem]) -> None:
        self.forum = forum
        self.problems = problems
        self.taken = ids.taken(forum)

    def title(self, text: str) -> Question:
        return Question(option="title", text=text, check=_title)

    def id(self) -> Question:
        usual = lambda answers: ids.free(ids.from_title(answers["title"][0]), self.taken)  # noqa: E731
        return Question(option="id", text="Kennung, bleibt für immer", check=self._id, usual=usual, needs=("title",))

    def _id(self, id: str, _: Answers) -> str:
        if not ids.has_form(id):
            better = ids.from_title(id)
            raise Unfit(
                f"„{id}“ geht nicht. Eine Kennung besteht aus kleinen Buchstaben ohne Umlaute, Ziffern und "
                "Bindestrichen." + (f" Möglich ist: {better}" if better else "")
            )
        if id in self.taken:
            raise Unfit(f"Die Kennung {id} gibt es schon: {self.taken[id]}. Frei ist: {ids.free(id, self.taken)}")
        return id

    def area(self) -> Question:
        known = {area.id: area.title for area in self.forum.areas}
        if not known:
            self._raise_faults("competences.toml")
            raise Broken("Es gibt noch keinen Kompetenzbereich. Tragen Sie einen in `competences.toml` ein.")
        return Question(option="area", text="Kompetenzbereich", choices=lambda _: known, several=True)

    def course(self, option: str = "course", text: str = "Kurs", *, several: bool = False) -> Question:
        known = {course.id: course.title for course in self.forum.offered}
        if not known:
            self._raise_faults("courses/")
            raise Broken("Es gibt noch keinen Kurs. Legen Sie zuerst einen an: forum new course")
        return Question(option=option, text=text, choices=lambda _: known, check=self._readable_course, several=several)

    def _readable_course(self, id: str, _: Answers) -> str:
        if self.forum.course(id) is None:
            self._raise_faults(f"courses/{id}/")
        return id

    def lesson(self) -> Question:
        return Question(
            option="lesson",
            text="Lektion",
            choices=lambda answers: {one.id: one.title for one in self._lessons(answers)},
            check=self._readable_lesson,
            usual=lambda answers: self._lessons(answers)[-1].id if self._lessons(answers) else "",
            needs=("course",),
        )

    def _lessons(self, answers: Answers) -> tuple[Lesson, ...]:
        course = self.forum.course(answers["course"][0])
        if course is None or not course.lessons:
            self._raise_faults(f"courses/{answers['course'][0]}/")
        return course.lessons if course else ()

    def _readable_lesson(self, id: str, answers: Answers) -> str:
        self._raise_faults(f"courses/{answers['course'][0]}/{id}.md")
        return id

    def the_lesson(self, answers: Answers) -> Lesson:
        """The lesson that was chosen; Broken when it has faults, for then nobody knows where something belongs."""
        lesson = next(one for one in self._lessons(answers) if one.id == answers["lesson"][0])
        self._raise_faults(self.forum.relative(lesson.path))
        return lesson

    def objective(self, usual: Callable[[Answers], str]) -> Question:
        return Question(
            option="objective", text="Lernziel", choices=self._objectives, usual=usual, asked=False, needs=("course",)
        )

    def _objectives(self, answers: Answers) -> Mapping[str, str]:
        course = self.forum.course(answers["course"][0])
        return {one.id: one.text for one in course.objectives} if course else {}

    def free(self, id: str, *others: str) -> str:
        """An id that is made of another."""
        return ids.free(id, {*self.taken, *others})

    def _raise_faults(self, place: str) -> None:
        found = [problem for problem in self.problems if problem.path.startswith(place)]
        if found:
            listed = "\n".join(map(str, found))
            raise Broken(f"{listed}\n\nBeheben Sie das zuerst. Es wurde nichts geschrieben.")


class _Course(_Kind):
    def questions(self) -> Sequence[Question]:
        schema = _schema("course")["properties"]
        return (
            self.title("Titel des Kurses"),
            self.id(),
            self.area(),
            Question(
                option="role",
                text="Für wen",
                choices=_choices(schema["roles"]["items"]["enum"]),
                usual=lambda _: "Fachamt",
                several=True,
            ),
            Question(
                option="level",
                text="Stufe",
                choices=_choices(schema["level"]["enum"]),
                usual=lambda _: "Einstieg",
                asked=False,
            ),
        )

    def plan(self, answers: Answers) -> Plan:
        id, title = answers["id"][0], answers["title"][0]
        folder = f"courses/{id}"
        quiz = self.free(f"{id}-frage")
        about = {
            "id": templates.toml(id),
            "title": templates.toml(title),
            "level": templates.toml(answers["level"][0]),
            "roles": templates.toml(answers["role"]),
            "areas": templates.toml(answers["area"]),
            **_dates(),
        }
        return Plan(
            new={
                f"{folder}/course.toml": templates.filled("course/course.toml", **about),
                f"{folder}/index.md": templates.filled("course/index.md", heading=templates.heading(title)),
                f"{folder}/einstieg.md": templates.filled(
                    "course/einstieg.md", quiz=quiz, decision=self.free(f"{id}-entscheidung", quiz)
                ),
            },
            next=(f"check ./{folder}", "preview", f"new exercise --course {id}"),
            hints=("Ersetzen Sie das Beispiel Satz für Satz durch Ihr Thema. Beginnen Sie mit `summary`.",),
        )


class _Lesson(_Kind):
    def questions(self) -> Sequence[Question]:
        last = lambda answers: list(self._objectives(answers))[-1]  # noqa: E731
        return (self.course(), self.title("Titel der Lektion"), self.id(), self.objective(last))

    def plan(self, answers: Answers) -> Plan:
        course, id, title = answers["course"][0], answers["id"][0], answers["title"][0]
        folder = next(one.folder for one in self.forum.courses if one.id == course)
        path = folder / "course.toml"
        content = templates.filled(
            "lesson/lesson.md",
            title=templates.in_yaml(title),
            heading=templates.heading(title),
            objective=answers["objective"][0],
            quiz=self.free(f"{id}-frage", id),
        )
        return Plan(
            new={self.forum.relative(folder / f"{id}.md"): content},
            change=Change(name=self.forum.relative(path), before=path.read_bytes(), after=places.with_lesson(path, id)),
            next=(f"check ./{self.forum.relative(folder)}", "preview", f"new exercise --course {course} --lesson {id}"),
            hints=("Ersetzen Sie das Beispiel Satz für Satz durch Ihr Thema.",),
        )


class _Exercise(_Kind):
    def questions(self) -> Sequence[Question]:
        usual = lambda answers: self.the_lesson(answers).objectives[0]  # noqa: E731
        objective = self.objective(usual)
        return (self.course(), self.lesson(), self.title("Titel der Übung"), self.id(), objective)

    def plan(self, answers: Answers) -> Plan:
        id, title, lesson = answers["id"][0], answers["title"][0], self.the_lesson(answers)
        folder = f"exercises/{id}"
        generator = templates.text_of("exercise/data/generate.py")
        exercise = templates.filled(
            "exercise/exercise.md",
            id=id,
            title=templates.in_yaml(title),
            course=lesson.course,
            objective=answers["objective"][0],
        )
        new = {
            "exercise.md": exercise,
            "check.py": templates.text_of("exercise/check.py").encode(),
            "data/generate.py": generator.encode(),
            **{f"data/{name}": content for name, content in templates.generated(generator).items()},
            **{f"mistakes/{name}": content for name, content in sorted(templates.mistakes().items())},
        }
        placed = f"## Üben: {templates.heading(title)}\n\n```{{exercise}} {id}\n```"
        return Plan(
            new={f"{folder}/{name}": content for name, content in new.items()},
            change=_changed(self.forum, lesson, places.with_exercise(lesson, placed)),
            next=("check", "preview", f"data ./{folder}"),
            hints=("`forum data` brauchen Sie erst, wenn Sie den Generator geändert haben.",),
        )


class _Quiz(_Kind):
    def questions(self) -> Sequence[Question]:
        types = Question(
            option="type", text="Art der Frage", choices=_choices(TYPES), usual=lambda _: TYPES[0], asked=False
        )
        question = Question(option="title", text="Ihre Frage, in einem Satz", check=_question)
        return (self.course(), self.lesson(), question, self.id(), types)

    def plan(self, answers: Answers) -> Plan:
        lesson = self.the_lesson(answers)
        series = places.series_before_end(lesson)
        text = templates.filled(
            f"quiz/{answers['type'][0]}.md",
            id=answers["id"][0],
            options=f":series: {series}\n" if series else "",
            question=answers["title"][0],
        )
        path = self.forum.relative(lesson.path)
        return Plan(
            new={},
            change=_changed(self.forum, lesson, places.with_quiz(lesson, text.decode())),
            next=(f"check ./{path}", "preview"),
            hints=("Die Antworten sind Beispiele. Schreiben Sie Ihre eigenen, mit einer Rückmeldung zu jeder.",),
        )


class _KnowHow(_Kind):
    def questions(self) -> Sequence[Question]:
        kinds = _schema("know-how")["properties"]["kind"]["enum"]
        return (
            self.title("Titel der Seite"),
            self.id(),
            self.area(),
            self.course("courses", "Kurse zum Weiterlernen", several=True),
            Question(
                option="kind", text="Art der Seite", choices=_choices(kinds), usual=lambda _: "Anleitung", asked=False
            ),
        )

    def plan(self, answers: Answers) -> Plan:
        name = f"docs/wissen/{answers['id'][0]}.md"
        content = templates.filled(
            "know-how/page.md",
            heading=templates.heading(answers["title"][0]),
            kind=answers["kind"][0],
            areas=templates.in_yaml(answers["area"]),
            courses=templates.in_yaml(answers["courses"]),
            **_dates(),
        )
        return Plan(
            new={name: content},
            next=(f"check ./{name}", "preview"),
            hints=("Was Sie über echte Stellen sagen, braucht einen Beleg aus `facts.toml`.",),
        )


class _Workshop(_Kind):
    def questions(self) -> Sequence[Question]:
        return (
            self.title("Titel des Workshops"),
            self.id(),
            self.course("courses", "Kurse im Workshop", several=True),
            Question(option="minutes", text="Dauer in Minuten, mit Pausen", check=_minutes, usual=lambda _: "90"),
            Question(
                option="place",
                text="Art des Ortes",
                choices=_choices(_schema("workshop")["properties"]["place"]["enum"]),
                usual=lambda _: "im Raum",
            ),
        )

    def plan(self, answers: Answers) -> Plan:
        name, minutes, place = f"docs/workshops/{answers['id'][0]}.md", int(answers["minutes"][0]), answers["place"][0]
        parts = {part: max(5, minutes * share // 500 * 5) for part, share in _AGENDA.items()}
        agenda = parts | {"close": minutes - sum(parts.values())}
        content = templates.filled(
            "workshop/page.md",
            heading=templates.heading(answers["title"][0]),
            minutes=str(minutes),
            place=place,
            courses=templates.in_yaml(answers["courses"]),
            materials=templates.in_yaml(_MATERIALS[place]),
            **{part: str(each) for part, each in agenda.items()},
            **_dates(),
        )
        return Plan(
            new={name: content},
            next=(f"check ./{name}", "preview"),
            hints=("Die Seite des Kurses führt jetzt auch zum Workshop.",),
        )


KINDS: Mapping[str, Callable[[Forum, Sequence[Problem]], Kind]] = {
    "course": _Course,
    "lesson": _Lesson,
    "exercise": _Exercise,
    "quiz": _Quiz,
    "know-how": _KnowHow,
    "workshop": _Workshop,
}


def _title(text: str, _: Answers) -> str:
    title = " ".join(text.split())
    if not any(sign.isalnum() for sign in title) or not title.isprintable():
        raise Unfit("Ein Titel enthält mindestens einen Buchstaben und keine Steuerzeichen.")
    if len(title) > LONGEST_TITLE:
        raise Unfit(f"Der Titel hat {len(title)} Zeichen. Nehmen Sie höchstens {LONGEST_TITLE}.")
    return title


def _question(text: str, answers: Answers) -> str:
    question = _title(text, answers)
    if not question[0].isalpha() and question[0] not in "„`":
        raise Unfit("Beginnen Sie die Frage mit einem Wort.")
    if question.startswith("Erklärung:") or "{" in question or "```" in question:
        raise Unfit("Schreiben Sie die Frage ohne geschweifte Klammern und ohne „Erklärung:“.")
    if words(question) > LONG_SENTENCE:
        raise Unfit(f"Die Frage hat {words(question)} Wörter. Nehmen Sie höchstens {LONG_SENTENCE}.")
    return question


def _minutes(text: str, _: Answers) -> str:
    if not text.isdecimal() or int(text) not in _MINUTES:
        raise Unfit(f"„{text}“ geht nicht. Nehmen Sie eine ganze Zahl von {_MINUTES[0]} bis {_MINUTES[-1]}.")
    return str(int(text))


def _choices(values: Iterable[str]) -> Callable[[Answers], Mapping[str, str]]:
    return partial(_same, {value: value for value in values})


def _same(values: Mapping[str, str], _: Answers) -> Mapping[str, str]:
    return values


def _schema(name: str) -> Any:
    text = resources.files("transferforum.content").joinpath("schemas", f"{name}.json").read_text(encoding="utf-8")
    return json.loads(text)


def _dates() -> dict[str, str]:
    day = today()
    return {"stand": day.isoformat(), "review": _a_year_after(day).isoformat()}


def _a_year_after(day: date) -> date:
    return date(day.year + 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


def _changed(forum: Forum, lesson: Lesson, after: bytes) -> Change:
    return Change(name=forum.relative(lesson.path), before=lesson.path.read_bytes(), after=after)
