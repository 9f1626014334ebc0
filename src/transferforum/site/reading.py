# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happens before pages are read: load the model, report its faults, run code that has no results yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.util import logging

from ..content import Memory, load
from ..evidence import read_reports
from ..model import Forum
from ..problems import Problem
from .execution import Job, Store, exercise_job, lesson_job, problems, run_missing

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from .domain import ForumDomain

logger = logging.getLogger(__name__)


def prepare(app: Sphinx) -> None:
    """Give the domain its model and its results; each fault becomes a warning `forum.<code>`."""
    domain = domain_of(app.env)
    domain.store = Store(Path(app.srcdir) / app.config.forum_cache)
    if app.config.forum_preview:
        return  # `warm` reads at every change
    faults = load_forum(app)
    jobs = tuple(jobs_of(domain.forum))
    run_missing(jobs, domain.store, logger.info)
    _warn(app, faults)
    for job in jobs:
        if job.cells:
            _warn(app, problems(job, domain.store, domain.forum.root))


def load_forum(app: Sphinx, memory: Memory | None = None) -> tuple[Problem, ...]:
    """Give the domain what the files say now; gives the faults of reading them."""
    domain = domain_of(app.env)
    domain.forum, faults = load(Path(app.srcdir), memory)
    domain.reports = read_reports(domain.forum.root)
    domain.quality = None
    return faults


def domain_of(env: BuildEnvironment) -> ForumDomain:
    """The forum's domain of an environment."""
    domain: Any = env.get_domain("forum")
    forum_domain: ForumDomain = domain
    return forum_domain


def stale_documents(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> Iterable[str]:
    """Lessons whose results are others than those they were read with: data, helpers or versions changed.

    Also those that show other questions than the model has: an id that was taken elsewhere is free again.
    """
    domain = domain_of(env)
    shown: dict[str, set[str]] = {}
    for id, (docname, _) in domain.data["quizzes"].items():
        shown.setdefault(docname, set()).add(id)
    for lesson in domain.forum.lessons():
        read = domain.data["read"].get(lesson.docname)
        course = domain.forum.course(lesson.course)
        if read and course and read != lesson_job(lesson, course.data).digest:
            yield lesson.docname
        if {quiz.id for quiz in lesson.quizzes} != shown.get(lesson.docname, set()):
            yield lesson.docname
        for place in lesson.placements:
            if place.exercise not in domain.places and domain.forum.exercise(place.exercise):
                yield lesson.docname  # it could not be read when the page was
    for exercise, (docname, _) in domain.places.items():
        known = domain.forum.exercise(exercise)
        if known is None or not domain.store.has(exercise_job(known).digest):
            yield docname


def jobs_of(forum: Forum) -> Iterator[Job]:
    """The code of all lessons and exercises."""
    for course in forum.courses:
        for lesson in course.lessons:
            yield lesson_job(lesson, course.data)
    for exercise in forum.exercises:
        yield exercise_job(exercise)


def _warn(app: Sphinx, found: Iterable[Problem]) -> None:
    for problem in found:
        path = Path(app.srcdir) / problem.path
        place = (str(path), problem.line) if problem.line else str(path)
        logger.warning(
            "%s %s",
            problem.message,
            problem.cure,
            type="forum",
            subtype=problem.code,
            location=place,
            extra={"problem": problem},
        )
