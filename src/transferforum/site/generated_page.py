# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A page that no author writes: it is made of the model alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..model import Forum
from .facts import Sources

Url = Callable[[str], str]
"""From a docname to its address from the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratedPage:
    """`name` is its permanent address without `.html`; `parents` are (title, docname) on the way to it.
    `description` is what search engines show.

    `content` gives plain values for `template`, which finds them in `shown`; what it cites of the sources is listed at
    the foot of the page. Without it the page has its name already, and is written once there is something to show.
    """

    name: str
    title: str
    template: str
    content: Callable[[Forum, Url, Sources], dict[str, Any]] | None
    description: str = ""
    parents: tuple[tuple[str, str], ...] = ()
