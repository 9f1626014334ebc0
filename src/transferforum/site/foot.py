# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands below a page: how old it is and who answers for it, and the ways back to those who make it."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import quote, urlsplit

from ..content.owed import is_mail
from ..model import Course, Forum, KnowHow, Settings, Workshop

_LICENCES = {
    "CC-BY-4.0": ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.de"),
    "CC0-1.0": ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/deed.de"),
}


def origin(forum: Forum, one: KnowHow | Workshop | Course | None, day: date) -> dict[str, Any] | None:
    """How old the content is, until when it must be looked at, whether that `day` is over, and who answers for it.

    Nobody looks at a retired course any more, and its pages say so themselves.
    """
    if one is None:
        return None
    licence = _LICENCES.get(one.licence) if isinstance(one, KnowHow) else None
    return {
        "stand": one.stand,
        "review": one.review,
        "due": one.review < day and not (isinstance(one, Course) and one.retired),
        "responsible": one.responsible or forum.settings.operator.name or "die Mitwirkenden des Forums",
        "licence": {"title": licence[0], "url": licence[1]} if licence else None,
    }


def edit_url(repository: str, path: str) -> str:
    """Where the source of a page can be changed in a browser: GitHub's form on github.com, else GitLab's; or empty."""
    base = repository.strip().rstrip("/").removesuffix(".git")
    parts = urlsplit(base)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return ""
    way = "edit" if parts.hostname == "github.com" else "-/edit"
    return f"{base}/{way}/main/{quote(path)}"


def feedback_url(settings: Settings, course: Course | None, title: str) -> str:
    """A mail to the operator that says which page, and which version of its course, is meant; or empty."""
    contact = settings.operator.contact.strip()
    if not is_mail(contact):
        return ""
    about = f"{course.title} {course.version}" if course else settings.title
    return f"mailto:{quote(contact, safe='@+')}?subject={quote(f'Rückmeldung: {about}, {title}', safe='')}"
