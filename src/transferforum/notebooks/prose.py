# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Makes the prose of a notebook fit an exercise: its title, its pictures, marks that mean something else here."""

from __future__ import annotations

import re

from .notes import Kind, Notes

_HEADING = re.compile(r"\A\s*(#{1,6})[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|\Z)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)[^)]*\)")
_TAG = re.compile(r"<(img|video|audio|iframe|script|style|form)\b[^>]*>", re.I)
_BREAK = re.compile(r"^(\+\+\+)", re.M)
_FENCE = re.compile(r"^(\s*(?:`{3,}|~{3,}|:{3,}))\{(?:code-cell|raw-cell)\}", re.M)
_ENGLISH = frozenset(
    [
        "the",
        "and",
        "of",
        "is",
        "are",
        "this",
        "that",
        "with",
        "for",
        "you",
        "your",
        "write",
        "which",
        "from",
        "will",
        "should",
        "function",
        "value",
    ]
)
_GERMAN = frozenset(
    [
        "der",
        "die",
        "das",
        "und",
        "ist",
        "sind",
        "mit",
        "für",
        "sie",
        "ihr",
        "ihre",
        "wie",
        "nicht",
        "ein",
        "eine",
        "den",
        "dem",
        "auf",
        "von",
        "zu",
        "im",
        "werden",
    ]
)


def heading(text: str) -> str:
    """The heading that a text begins with, without its marks; empty when there is none."""
    found = _HEADING.match(text)
    return re.sub(r"[*_`]", "", found[2]).strip() if found else ""


def without_heading(text: str) -> str:
    """The text after its heading."""
    return _HEADING.sub("", text, count=1).strip()


def fitted(text: str, number: int, notes: Notes) -> str:
    """The text of a cell as it can stand in an exercise; a line across the page says nothing here."""
    if re.fullmatch(r"\s*([-*_])(?:\s*\1){2,}\s*", text):
        return ""
    for alt, target in _PICTURE.findall(text):
        where = (
            "aus der Zelle"
            if target.startswith("attachment:")
            else "aus dem Netz"
            if "://" in target
            else "aus einer Datei"
        )
        notes.add(
            Kind.LEFT, f"Ein Bild {where} fehlt{f' („{alt}“)' if alt else ''}. Beschreiben Sie es im Text.", number
        )
    if _TAG.search(text):
        notes.add(Kind.OPEN, "Der Text enthält HTML mit Bild, Film oder Programm. Ersetzen Sie es.", number)
    if is_english(text):
        notes.add(Kind.OPEN, "Der Text ist wohl englisch. Er blieb, wie er ist. Übersetzen Sie ihn.", number)
    text = _PICTURE.sub(lambda found: f"(Bild: {found[1]})" if found[1] else "", text)
    return _without_levels(_FENCE.sub(r"\1python", _BREAK.sub(r"\\\1", text))).strip()


def _without_levels(text: str) -> str:
    """Headings as bold lines: an exercise is a part of a page, whose levels it does not know."""
    lines = []
    fenced = False
    for line in text.split("\n"):
        fenced ^= line.lstrip().startswith(("```", "~~~"))
        found = None if fenced else _HEADING.match(line)
        lines.append(f"**{found[2].strip('*')}**\n" if found else line)
    return "\n".join(lines)


def is_english(text: str) -> bool:
    """Whether a text has more English than German little words."""
    words = re.findall(r"[a-zäöüß]+", text.lower())
    english, german = (sum(word in known for word in words) for known in (_ENGLISH, _GERMAN))
    return english > german + 1
