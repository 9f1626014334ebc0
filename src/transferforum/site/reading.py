# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happens before pages are read: load the model, report its faults, run code that has no results yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.util import logging

from ..content import load
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
    domain.forum, faults = load(Path(app.srcdir))
    domain.reports = read_reports(domain.forum.root)
    domain.store = Store(Path(app.srcdir) / app.config.forum_cache)
    jobs = tuple(_jobs(domain.forum))
    run_missing(jobs, domain.store, logger.info)
    _warn(app, faults)
    for job in jobs:
        if job.cells:
            _warn(app, problems(job, domain.store, domain.forum.root))


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
    for lesson in domain.forum.lessons():
        read = domain.data["read"].get(lesson.docname)
        course = domain.forum.course(lesson.course)
        if read and course and read != lesson_job(lesson, course.data).digest:
            yield lesson.docname
        if {quiz.id for quiz in lesson.quizzes} != {
            id for id, (docname, _) in domain.data["quizzes"].items() if docname == lesson.docname
        }:
            yield lesson.docname
    for exercise, (docname, _) in domain.places.items():
        known = domain.forum.exercise(exercise)
        if known is None or not domain.store.has(exercise_job(known).digest):
            yield docname


def _jobs(forum: Forum) -> Iterator[Job]:
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
