# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every instance owes its readers: pages, and what `forum.toml` must say for them.

The pages show a note where something is missing, a release refuses it; both ask here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from operator import attrgetter
from typing import Any

from ..model import Settings

PAGES = (
    ("Impressum", "docs/rechtliches/impressum"),
    ("Datenschutz", "docs/rechtliches/datenschutz"),
    ("Barrierefreiheit", "docs/rechtliches/barrierefreiheit"),
    ("Über das Forum", "docs/rechtliches/ueber"),
    ("Lizenz", "docs/rechtliches/lizenz"),
)
"""Title in the footer and name of each page that every instance owes."""
LICENCES = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}
"""Where the text of each licence stands that `forum.toml` may name."""
LONGEST = 365
"""Days for which an accessibility statement counts without being reviewed."""
_IMPRINT = {"operator.address", "operator.represented_by", "operator.email"}
"""What may be left out when the imprint stands elsewhere."""
_MAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")
# `.test` is reserved as well, and left to tests.
_EXAMPLE = re.compile(
    r"\.example\b|\bexample\.(?:org|com|net|de)\b|beispiel(?:stadt|dorf|kreis)|muster(?:stadt|mann|frau|str)|"
    r"\bTODO\b|\bXXX|platzhalter|\.\.\.|…|<[^>]*>",
    re.IGNORECASE,
)


class Kind(Enum):
    """How a value is shown."""

    TEXT = "text"
    LINES = "lines"
    LIST = "list"
    MAIL = "mail"
    URL = "url"
    DATE = "date"
    LICENCE = "licence"


@dataclass(frozen=True, slots=True)
class Entry:
    """A setting that pages show: its key in `forum.toml`, its label there, and whether a page is wrong without it."""

    key: str
    label: str
    kind: Kind = Kind.TEXT
    required: bool = True

    def value(self, settings: Settings) -> Any:
        """What `forum.toml` says, empty or None when it says nothing."""
        return attrgetter(self.key)(settings)


ENTRIES = {
    entry.key: entry
    for entry in (
        Entry("site.url", "Adresse der Startseite", Kind.URL),
        Entry("operator.name", "Name der Stelle"),
        Entry("operator.address", "Anschrift", Kind.LINES),
        Entry("operator.represented_by", "Vertreten durch"),
        Entry("operator.email", "E-Mail", Kind.MAIL),
        Entry("operator.phone", "Telefon", required=False),
        Entry("operator.imprint_url", "Impressum der Stelle", Kind.URL, required=False),
        Entry("operator.contact", "Rückmeldungen", Kind.MAIL),
        Entry("privacy.officer", "Datenschutzbeauftragte oder Datenschutzbeauftragter", Kind.LINES),
        Entry("privacy.authority", "Aufsichtsbehörde für den Datenschutz", Kind.LINES),
        Entry("privacy.hosting", "Ort und Betreuung des Servers"),
        Entry("privacy.server_log", "Protokoll des Servers"),
        Entry("privacy.stand", "Von der Stelle geprüft am", Kind.DATE),
        Entry("accessibility.feedback", "Barrieren melden", Kind.MAIL, required=False),
        Entry("accessibility.enforcement", "Durchsetzungsstelle", Kind.LINES),
        Entry("accessibility.limits", "Weitere bekannte Barrieren", Kind.LIST, required=False),
        Entry("accessibility.created", "Datum der Erklärung", Kind.DATE),
        Entry("accessibility.reviewed", "Zuletzt überprüft am", Kind.DATE, required=False),
        Entry("licences.text", "Texte und Kurse", Kind.LICENCE),
        Entry("licences.data", "Daten", Kind.LICENCE),
        Entry("licences.attribution", "Beim Weitergeben zu nennen"),
    )
}
"""All settings that pages show, by key, in the order of `forum.toml`."""


def is_needed(entry: Entry, settings: Settings) -> bool:
    """Whether a page is wrong without this setting."""
    return entry.required and not (settings.operator.imprint_url and entry.key in _IMPRINT)


def missing(settings: Settings) -> tuple[Entry, ...]:
    """What is needed and not said."""
    return tuple(one for one in ENTRIES.values() if is_needed(one, settings) and not one.value(settings))


def examples(settings: Settings) -> tuple[Entry, ...]:
    """What is said, but with a value out of an example."""
    return tuple(one for one in ENTRIES.values() if _EXAMPLE.search(_words(one.value(settings))))


def no_addresses(settings: Settings) -> tuple[Entry, ...]:
    """What should be a mail address and is none."""
    mails = (one for one in ENTRIES.values() if one.kind is Kind.MAIL)
    return tuple(one for one in mails if one.value(settings) and not is_mail(one.value(settings)))


def is_mail(text: str) -> bool:
    """Whether a text has the form of a mail address."""
    return _MAIL.fullmatch(text.strip()) is not None


def is_outdated(settings: Settings, today: date) -> bool:
    """Whether nobody has stood by the accessibility statement for more than a year."""
    confirmed = settings.accessibility.confirmed
    return confirmed is not None and (today - confirmed).days > LONGEST


def is_early(settings: Settings, today: date) -> bool:
    """Whether the accessibility statement bears a date that has not come yet."""
    confirmed = settings.accessibility.confirmed
    return confirmed is not None and confirmed > today


def _words(value: Any) -> str:
    return "\n".join(value) if isinstance(value, tuple) else str(value or "")
