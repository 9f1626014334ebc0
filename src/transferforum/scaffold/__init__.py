# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""`forum new`: asks what it must know, shows what it will write, writes a working example, says what comes next.

Nothing is ever overwritten. What is here must import quickly; the rest is imported when it is needed.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass

TYPES = ("single", "multiple", "number", "text", "order", "pairs", "gaps")
"""Kinds of questions; each has a template."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What the command line says of a kind; `options` are those that only some kinds have."""

    name: str
    what: str
    title: str
    example: str
    options: tuple[str, ...]


_OPTIONS = {
    "course": ("KURS", "Kennung des Kurses"),
    "courses": ("KURSE", "Kennungen der Kurse, mit Komma getrennt"),
    "lesson": ("LEKTION", "Lektion, in die es kommt"),
    "area": ("BEREICHE", "Kennungen der Kompetenzbereiche, mit Komma getrennt"),
    "role": ("ROLLEN", "für wen, mit Komma getrennt (sonst: Fachamt)"),
    "level": ("STUFE", "Einstieg, Aufbau oder Vertiefung (sonst: Einstieg)"),
    "objective": ("LERNZIEL", "Kennung des Lernziels (sonst: eines, das schon da ist)"),
    "kind": ("ART", "Überblick, Anleitung, Erfahrung oder Vorlage (sonst: Anleitung)"),
    "type": ("ART", f"Art der Frage: {', '.join(TYPES)} (sonst: {TYPES[0]})"),
    "minutes": ("MINUTEN", "Dauer mit Pausen (sonst: 90)"),
    "place": ("ORT", "im Raum, mobil oder online (sonst: im Raum)"),
}
KINDS = (
    Kind(
        name="course",
        what="einen Kurs mit einer Lektion, einer Frage und einer Entscheidung",
        title="Titel des Kurses",
        example='--title "Gebühren für Müll & Straße" --area daten',
        options=("area", "role", "level"),
    ),
    Kind(
        name="lesson",
        what="eine Lektion am Ende eines Kurses",
        title="Titel der Lektion",
        example='--course abfall --title "Tonnen vergleichen"',
        options=("course", "objective"),
    ),
    Kind(
        name="exercise",
        what="eine Übung mit Daten, Prüfung und falschen Antworten",
        title="Titel der Übung, am besten eine Frage aus dem Amt",
        example='--course abfall --lesson einstieg --title "Wie viel Platz haben die Tonnen?"',
        options=("course", "lesson", "objective"),
    ),
    Kind(
        name="quiz",
        what="eine Frage in einer Lektion",
        title="die Frage",
        example='--course abfall --lesson einstieg --title "Was kommt in die braune Tonne?" --type multiple',
        options=("course", "lesson", "type"),
    ),
    Kind(
        name="know-how",
        what="eine Wissensseite",
        title="Titel der Seite",
        example='--title "Warum bleibt Müll liegen?" --area prozesse --courses abfall',
        options=("area", "courses", "kind"),
    ),
    Kind(
        name="workshop",
        what="die Seite eines Workshops mit Ablauf",
        title="Titel des Workshops",
        example='--title "Abfall zum Anfassen" --courses abfall --minutes 60 --place mobil',
        options=("courses", "minutes", "place"),
    ),
)


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `new` with its kinds to the command line."""
    parser = commands.add_parser(
        "new",
        help="legt etwas Neues an: Kurs, Lektion, Übung, Frage, Wissensseite, Workshop",
        description="Legt ein Beispiel an, das funktioniert. Fragt nach, was fehlt, und überschreibt nie etwas.",
        epilog="Beispiele:\n  forum new course\n  forum new exercise --course abfall\n\n"
        "Hilfe zu einer Art: forum new course --help",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    kinds = parser.add_subparsers(title="Arten", metavar="ART", required=True, dest="what")
    for kind in KINDS:
        _add_kind(kinds, kind)


def _add_kind(kinds: argparse._SubParsersAction[argparse.ArgumentParser], kind: Kind) -> None:
    call = f"forum new {kind.name}"
    parser = kinds.add_parser(
        kind.name,
        help=f"legt {kind.what} an",
        description=f"Legt {kind.what} an.\nWas Sie nicht angeben, wird gefragt. Ohne Terminal wird nie gefragt.",
        epilog=f"Beispiele:\n  {call}\n  {call} {kind.example}\n  {call} --dry-run",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--title", metavar="TEXT", help=kind.title)
    parser.add_argument("--id", metavar="KENNUNG", help="Kennung (sonst: aus dem Titel gebildet)")
    for name in kind.options:
        metavar, text = _OPTIONS[name]
        parser.add_argument(f"--{name}", metavar=metavar, help=text)
    parser.add_argument("--yes", action="store_true", help="nicht noch einmal fragen, ob geschrieben werden soll")
    parser.add_argument("--dry-run", action="store_true", help="nur zeigen, was geschrieben würde")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Run `forum new`; gives the exit status."""
    from .command import new

    return new(options)
