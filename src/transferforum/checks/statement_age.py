# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The accessibility statement was created or reviewed within the last 365 days, and not in the future.

Why: it describes pages that change; a statement that nobody has looked at for a year describes other ones.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..clock import today
from ..content.owed import LONGEST, is_early, is_outdated
from ..content.settings import FILE
from ..model import Forum
from ..problems import Problem

_KEY = "accessibility.reviewed"


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at the dates of the statement."""
    settings = forum.settings
    confirmed = settings.accessibility.confirmed
    if confirmed is None:
        return  # placeholders.py reports that it has no date at all
    line = settings.line_of(_KEY if settings.accessibility.reviewed else "accessibility.created")
    if is_outdated(settings, today()):
        yield Problem(
            path=FILE,
            line=line,
            code="erklaerung-alt",
            message=f"Die Erklärung zur Barrierefreiheit ist älter als {LONGEST} Tage (vom {confirmed:%d.%m.%Y}).",
            cure="Prüfen Sie die Seiten und die Erklärung, und tragen Sie den Tag bei `reviewed` ein.",
        )
    if is_early(settings, today()):
        yield Problem(
            path=FILE,
            line=line,
            code="erklaerung-zukunft",
            message=f"Die Erklärung zur Barrierefreiheit trägt ein Datum in der Zukunft: {confirmed:%d.%m.%Y}.",
            cure="Tragen Sie den Tag ein, an dem Sie die Erklärung erstellt oder überprüft haben.",
        )
