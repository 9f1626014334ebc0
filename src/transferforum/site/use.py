# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What authors are told of a directive or a role. It stands beside the code; `{reference}` shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ..model import Forum

Place = Callable[[Forum], str]
"""From a forum to the page on which something stands; empty when it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """How something is used: German texts with `code` in backticks.

    `argument` is what follows the name, `content` what stands inside, `options` the meaning of each option; `idle` are
    options that the code knows and the theme has no look for. What makes sense on one kind of page only has its
    `place`, and the `source` to type there when that is more than the name.
    """

    title: str
    purpose: str
    argument: str = ""
    content: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    idle: tuple[str, ...] = ()
    place: Place | None = None
    source: str = ""


def on(docname: str) -> Place:
    """On the page of this name, where the forum has it."""
    return lambda forum: docname if (forum.root / f"{docname}.md").is_file() else ""


def on_a_course(forum: Forum) -> str:
    """On the page of a course."""
    return forum.courses[0].docname if forum.courses else ""


def in_a_lesson_with_code(forum: Forum) -> str:
    """In a lesson with code cells."""
    return next((lesson.docname for lesson in forum.lessons() if lesson.cells), "")
