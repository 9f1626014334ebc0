# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files -> (Forum, problems): the only place that knows file formats.

Nothing here runs an author's code or imports Sphinx. A part that cannot be read is left out and reported;
reading goes on, so that all faults are found at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from ..model import Course, Exercise, Forum, Lesson, Page, Quiz
from ..problems import Problem
from .courses import read_course
from .directory import AREAS, MUNICIPALITIES, note_unknown_names, read_areas, read_municipalities
from .evidence import read_statements
from .exercises import read_exercise
from .facts import FILE as FACTS
from .facts import note_unknown_facts, read_facts
from .faults import Faults
from .glossary import FILE as GLOSSARY
from .glossary import note_unknown_terms, read_glossary
from .memory import Memory, files_below, just
from .pages import read_pages
from .paths import read_paths
from .retired import note_retired
from .self_check import read_self_check
from .settings import FILE as SETTINGS
from .settings import read_settings

__all__ = ["Memory", "load"]


def load(root: Path, memory: Memory | None = None) -> tuple[Forum, tuple[Problem, ...]]:
    """Read the whole forum below `root`. Never raises for content: what is wrong is in the problems, sorted.

    Whoever loads often passes the same `memory` each time: only what has changed is read again then.
    """
    root = root.resolve()
    faults = Faults(root)
    memory = memory or Memory()
    recall = partial(memory.recall, faults)
    settings = recall(read_settings, root, files=just(SETTINGS))
    found = [recall(read_course, folder, files=files_below) for folder in _folders(root / "courses")]
    exercises = [recall(read_exercise, folder, files=files_below) for folder in _folders(root / "exercises")]
    pages, know_how, workshops = read_pages(root, faults, memory)
    courses, pages = _unique_quizzes([course for course in found if course], pages, faults)
    facts, sources = recall(read_facts, root, files=just(FACTS))
    forum = Forum(
        root=root,
        settings=settings,
        courses=courses,
        exercises=_unique(tuple(exercise for exercise in exercises if exercise), faults),
        glossary=recall(read_glossary, root, files=just(GLOSSARY)),
        statements=read_statements(root, faults),
        pages=pages,
        know_how=know_how,
        workshops=workshops,
        areas=recall(read_areas, root, files=just(AREAS)),
        municipalities=recall(read_municipalities, root, files=just(MUNICIPALITIES)),
        facts=facts,
        sources=sources,
    )
    forum = _with_guides(forum, faults)
    memory.forget_unused()
    _note_unknown(forum, faults)
    _note_aliases(forum, faults)
    note_unknown_terms(forum, faults)
    note_unknown_names(forum, faults)
    note_unknown_facts(forum, faults)
    note_retired(forum, faults)
    return forum, faults.sorted()


def _with_guides(forum: Forum, faults: Faults) -> Forum:
    """The forum with what leads through its courses; courses that cannot be read are not unknown."""
    courses = {folder.name for folder in _folders(forum.root / "courses")}
    lessons = {path.relative_to(forum.root / "courses").with_suffix("") for path in forum.root.glob("courses/*/*.md")}
    pages = courses | {path.as_posix() for path in lessons if path.name != "index"}
    return replace(
        forum,
        paths=read_paths(forum.root, courses, faults),
        self_check=read_self_check(forum.root, pages, faults),
    )


def _folders(parent: Path) -> list[Path]:
    if not parent.is_dir():
        return []
    return sorted(path for path in parent.iterdir() if path.is_dir() and not path.name.startswith((".", "_")))


def _unique(exercises: tuple[Exercise, ...], faults: Faults) -> tuple[Exercise, ...]:
    first: dict[str, Exercise] = {}
    for exercise in exercises:
        known = first.setdefault(exercise.id, exercise)
        if known is not exercise:
            faults.add(
                exercise.path,
                "id-doppelt",
                f"Die Kennung `{exercise.id}` gibt es schon in {faults.relative(known.path)}.",
                "Geben Sie einer der beiden Übungen eine andere Kennung.",
                line=faults.line_of_key(exercise.path, "id"),
            )
    return tuple(first.values())


def _unique_quizzes(
    courses: Iterable[Course], pages: Iterable[Page], faults: Faults
) -> tuple[tuple[Course, ...], tuple[Page, ...]]:
    """Courses and pages without questions whose id another one has already."""
    first: dict[str, tuple[Lesson | Page, Quiz]] = {}

    def sound(lesson: Lesson | Page) -> Iterator[Quiz]:
        for quiz in lesson.quizzes:
            place, known = first.setdefault(quiz.id, (lesson, quiz))
            if known is quiz:
                yield quiz
                continue
            faults.add(
                lesson.path,
                "frage-doppelt",
                f"Die Kennung `{quiz.id}` hat schon die Frage in {faults.relative(place.path)}, Zeile {known.line}.",
                "Geben Sie einer der beiden Fragen eine andere Kennung.",
                line=quiz.line,
            )

    def with_sound(course: Course) -> Course:
        """What is sound stays the same object: what was computed of it counts on."""
        found = [(lesson, tuple(sound(lesson))) for lesson in course.lessons]
        if all(len(quizzes) == len(lesson.quizzes) for lesson, quizzes in found):
            return course
        return replace(course, lessons=tuple(replace(lesson, quizzes=quizzes) for lesson, quizzes in found))

    def with_sound_examples(page: Page) -> Page:
        found = tuple(sound(page))
        return page if len(found) == len(page.quizzes) else replace(page, quizzes=found)

    return tuple(map(with_sound, courses)), tuple(map(with_sound_examples, pages))


def _note_aliases(forum: Forum, faults: Faults) -> None:
    """Former ids that belong to something else: learners' progress would count twice."""
    courses = [(course.folder / "course.toml", 0, course.id, course.aliases) for course in forum.courses]
    exercises = [(exercise.path, 0, exercise.id, exercise.aliases) for exercise in forum.exercises]
    quizzes = [(lesson.path, quiz.line, quiz.id, quiz.aliases) for lesson in forum.lessons() for quiz in lesson.quizzes]
    lessons = [[(lesson.path, 0, lesson.id, lesson.aliases) for lesson in course.lessons] for course in forum.courses]
    for kind in (courses, exercises, quizzes, *lessons):
        taken = {id for _, _, id, _ in kind}
        for path, line, _, aliases in kind:
            for alias in aliases:
                if alias in taken:
                    faults.add(
                        path,
                        "id-vergeben",
                        f"Die frühere Kennung `{alias}` gehört schon etwas anderem.",
                        "Löschen Sie sie aus `aliases`, oder ändern Sie die andere Kennung.",
                        line=line or faults.line_of_key(path, "aliases"),
                    )
                taken.add(alias)


def _note_unknown(forum: Forum, faults: Faults) -> None:
    """References from lessons and exercises that lead nowhere."""
    broken = {path.parent.name for path in faults.paths if path.parent.parent.name == "exercises"}
    for lesson in forum.lessons():
        for place in lesson.placements:
            if forum.exercise(place.exercise) is None and place.exercise not in broken:
                faults.add(
                    lesson.path,
                    "uebung-unbekannt",
                    f"Eine Übung `{place.exercise}` gibt es nicht.",
                    f"Prüfen Sie die Schreibweise. Vorhanden sind: {_listed(e.id for e in forum.exercises)}.",
                    line=place.line,
                )
    known = {folder.name for folder in _folders(forum.root / "courses")}
    for exercise in forum.exercises:
        if exercise.course not in known:
            faults.add(
                exercise.path,
                "kurs-unbekannt",
                f"Einen Kurs `{exercise.course}` gibt es nicht.",
                f"Vorhanden sind: {_listed(sorted(known))}.",
                line=faults.line_of_key(exercise.path, "course"),
            )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "keine"
