# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Imprint, privacy notice, accessibility statement, and the pages about the forum and its licences are there.

Why: the footer of every page leads to them; one that is deleted or renamed would be missed by nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..content.owed import PAGES
from ..model import Forum
from ..problems import Problem


def check(forum: Forum) -> Iterator[Problem]:
    """Looks for each page."""
    known = {page.docname for page in forum.pages}
    for title, docname in PAGES:
        if docname not in known:
            yield Problem(
                path=f"{docname}.md",
                line=0,
                code="pflichtseite-fehlt",
                message=f"Die Seite „{title}“ fehlt.",
                cure="Holen Sie die Datei aus der Vorlage des Forums zurück.",
            )
