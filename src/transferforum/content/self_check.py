# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads `self-check.toml`: the questions of „Wo stehe ich?“."""

from __future__ import annotations

from collections.abc import Mapping, Set
from pathlib import Path
from typing import Any

from ..model import SelfCheckAnswer, SelfCheckQuestion
from .entries import read_entries, unique
from .faults import Faults

FILE = "self-check.toml"


def read_self_check(root: Path, pages: Set[str], faults: Faults) -> tuple[SelfCheckQuestion, ...]:
    """The questions in their order; `pages` are the courses and lessons that exist, as `course` and `course/lesson`."""
    path = root / FILE
    entries = read_entries(path, "questions", faults)
    for number, entry in enumerate(entries):
        for unknown in (one for one in entry["suggestions"] if one not in pages):
            faults.add(
                path,
                "vorschlag-unbekannt",
                f"Einen Kurs oder eine Lektion `{unknown}` gibt es nicht.",
                "Schreiben Sie `kurs` oder `kurs/lektion`, mit den Namen von Ordner und Datei.",
                line=faults.line_of_key(path, "suggestions", number),
            )
        if len({answer["points"] for answer in entry["answers"]}) == 1:
            faults.add(
                path,
                "punkte-gleich",
                "Alle Antworten haben gleich viele Punkte. So sagt die Frage nichts.",
                "Geben Sie der sichersten Antwort `points = 2` und der unsichersten `points = 0`.",
                line=faults.line_of_key(path, "id", number),
            )
    return unique(path, tuple(_question(entry) for entry in entries), faults)


def _question(entry: Mapping[str, Any]) -> SelfCheckQuestion:
    return SelfCheckQuestion(
        id=entry["id"],
        text=entry["text"],
        answers=tuple(SelfCheckAnswer(**answer) for answer in entry["answers"]),
        suggestions=tuple(entry["suggestions"]),
    )
