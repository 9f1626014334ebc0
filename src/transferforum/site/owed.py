# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Settings on pages: `{settings}` places what `forum.toml` says, and a note where it says nothing.

So an operator fills in one file, and the texts of imprint, privacy notice and statement stay as they come.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import quote

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from ..clock import today
from ..content.owed import ENTRIES, LICENCES, LONGEST, Entry, Kind, is_mail, is_needed, is_outdated, missing
from ..model import Forum, Settings
from .directives import report
from .use import Use

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.writers.html5 import HTML5Translator

TEMPLATE = "settings.html"
_FEEDBACK = "accessibility.feedback"
"""Where barriers are reported: to the operator's contact when nothing else is said, and never to nobody."""


class SettingsPlace(nodes.General, nodes.Element):
    """What `forum.toml` says under `keys`; `plain`: without labels."""


class SettingsDirective(SphinxDirective):
    """Shows settings: ```` ```{settings} operator.name operator.address ``` ````; with `:plain:` without labels."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = False
    option_spec: ClassVar[Any] = {"plain": directives.flag}

    def run(self) -> list[nodes.Node]:
        """A placeholder that is filled when the page is written; a key that does not exist is reported."""
        domain: Any = self.env.get_domain("forum")
        domain.note_listing(TEMPLATE)
        keys = self.arguments[0].split()
        for key in keys:
            if key not in ENTRIES:
                known = ", ".join(f"`{one}`" for one in ENTRIES)
                report(
                    self,
                    "einstellung-unbekannt",
                    f"Eine Angabe `{key}` zeigt diese Anweisung nicht.",
                    f"Möglich sind: {known}.",
                )
        return [SettingsPlace(keys=[key for key in keys if key in ENTRIES], plain="plain" in self.options)]


def _all(forum: Forum, docname: str, url: Any) -> dict[str, Any]:
    """What any place may show: when it changes, the pages with places are written again."""
    return {"shown": list(_shown(forum.settings, list(ENTRIES)))}


LISTS = {TEMPLATE: _all}
DIRECTIVES: dict[str, Any] = {"settings": SettingsDirective}
USES = {
    "settings": Use(
        title="Angabe des Betreibers",
        purpose="Zeigt Angaben aus `forum.toml`, oder einen Hinweis, wo eine fehlt.",
        argument="die Namen der Angaben mit ihrem Abschnitt, mit Leerzeichen dazwischen",
        options={"plain": "zeigt die Werte ohne Beschriftung; ohne Wert dahinter"},
    )
}


def frame(settings: Settings) -> dict[str, Any]:
    """What the frame of every page says: whom to write to, and that something is missing."""
    contact = settings.operator.contact.strip()
    return {
        "contact": contact,
        "contact_url": _mail_url(contact),
        "incomplete": bool(missing(settings)),
        "outdated": is_outdated(settings, today()),
    }


def _shown(settings: Settings, keys: Sequence[str]) -> Iterator[dict[str, Any]]:
    for entry in (ENTRIES[key] for key in keys):
        value = _value(entry, settings)
        if value or is_needed(entry, settings) or entry.key == _FEEDBACK:
            yield {
                "label": entry.label,
                "section": entry.key.partition(".")[0],
                "name": entry.key.partition(".")[2],
                "kind": entry.kind.value,
                "value": value,
                "url": _url(entry, value),
                "outdated": _is_outdated(entry, settings),
            }


def _value(entry: Entry, settings: Settings) -> Any:
    value = entry.value(settings)
    if entry.key == _FEEDBACK:
        return value or settings.operator.contact
    return value


def _is_outdated(entry: Entry, settings: Settings) -> bool:
    """The note stands with the later of the two dates."""
    dates = settings.accessibility
    key = "accessibility.reviewed" if dates.reviewed == dates.confirmed else "accessibility.created"
    return entry.key == key and is_outdated(settings, today())


def _url(entry: Entry, value: Any) -> str:
    match entry.kind:
        case Kind.MAIL:
            return _mail_url(value)
        case Kind.URL:
            return str(value)
        case Kind.LICENCE:
            return LICENCES[value]
    return ""


def _mail_url(address: str) -> str:
    return f"mailto:{quote(address.strip(), safe='@+')}" if is_mail(address) else ""


def visit_settings(writer: HTML5Translator, node: SettingsPlace) -> None:
    """The values, looked up when the page is written."""
    domain: Any = writer.builder.env.get_domain("forum")
    builder: StandaloneHTMLBuilder = writer.builder
    shown = list(_shown(domain.forum.settings, node["keys"]))
    context = {"shown": shown, "plain": node["plain"], "days": LONGEST}
    writer.body.append(str(builder.templates.render(TEMPLATE, context)))
    raise nodes.SkipNode


def _skip(writer: Any, node: nodes.Element) -> None:
    raise nodes.SkipNode


def register(app: Sphinx) -> None:
    """Tell Sphinx how settings are written."""
    app.add_node(SettingsPlace, html=(visit_settings, None), text=(_skip, None), latex=(_skip, None))
