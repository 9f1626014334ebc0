# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ways from a page back to those who make it: mend its source, or write a mail. Both only where settings allow."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from ..content.owed import is_mail
from ..model import Course, Settings


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
