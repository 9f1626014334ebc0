# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an import reports: taken over, assumed, not taken over, still to be written; with the numbers of the cells."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum


class Kind(Enum):
    """The parts of the report, with their headings."""

    TAKEN = "Übernommen"
    ASSUMED = "Angenommen – bitte prüfen"
    LEFT = "Nicht übernommen"
    OPEN = "Noch zu tun"


class Notes:
    """Collects what there is to say; the same sentence about several cells is said once."""

    def __init__(self) -> None:
        self._found: dict[tuple[Kind, str], list[int]] = {}

    def add(self, kind: Kind, text: str, *cells: int) -> None:
        """Note something about some cells, or about the whole notebook."""
        known = self._found.setdefault((kind, text), [])
        known.extend(number for number in cells if number not in known)

    def lines(self) -> Iterator[str]:
        """The report, part by part."""
        for kind in Kind:
            found = [(text, cells) for (one, text), cells in self._found.items() if one is kind]
            if found:
                yield f"{kind.value}:"
                yield from (f"- {_place(cells)}{text}" for text, cells in found)
                yield ""


def _place(cells: list[int]) -> str:
    if not cells:
        return ""
    numbers = [str(number) for number in sorted(cells)]
    return f"Zelle {numbers[0]}: " if len(numbers) == 1 else f"Zellen {', '.join(numbers)}: "
