# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""`forum.toml` says all that the owed pages need, and nothing in it is left over from an example.

Why: an imprint without an address or a statement without a feedback address is worse than no site; whoever publishes
must be told before readers are.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..content.owed import Entry, examples, missing, no_addresses
from ..content.settings import FILE
from ..model import Forum
from ..problems import Problem


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at the settings."""
    for entry in missing(forum.settings):
        section, _, name = entry.key.partition(".")
        yield _problem(
            forum,
            entry,
            "platzhalter-leer",
            f"Die Angabe `{entry.key}` ist noch leer ({entry.label}).",
            f"Tragen Sie im Abschnitt `[{section}]` die Angabe `{name}` ein.",
        )
    for entry in examples(forum.settings):
        yield _problem(
            forum,
            entry,
            "platzhalter-beispiel",
            f"Die Angabe `{entry.key}` stammt aus einem Beispiel ({entry.label}).",
            "Tragen Sie ein, was für Ihre Stelle gilt.",
        )
    for entry in no_addresses(forum.settings):
        yield _problem(
            forum,
            entry,
            "platzhalter-mail",
            f"Die Angabe `{entry.key}` ist keine Mailadresse ({entry.label}).",
            "Tragen Sie eine Adresse in der Form `name@stelle` mit der Endung Ihrer Stelle ein.",
        )


def _problem(forum: Forum, entry: Entry, code: str, message: str, cure: str) -> Problem:
    return Problem(path=FILE, line=forum.settings.line_of(entry.key), code=code, message=message, cure=cure)
