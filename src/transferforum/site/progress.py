# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What Sphinx says while it works, in few German words."""

from __future__ import annotations

import io
import re
from typing import TextIO

_STEPS = {"reading sources": "Seiten lesen", "writing output": "Seiten schreiben", "copying images": "Bilder kopieren"}
_STEP = re.compile(rf"({'|'.join(_STEPS)})\.\.\. \[ *(\d+)%\]")
_OURS = re.compile(r"Code ausgeführt: .*")
_COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


class GermanProgress(io.TextIOBase):
    """A stream for Sphinx's messages: shows the steps and our own lines on `target`, drops everything else."""

    def __init__(self, target: TextIO) -> None:
        super().__init__()
        self._target = target
        self._last = ""

    def writable(self) -> bool:
        """It is there to be written to."""
        return True

    def write(self, text: str) -> int:
        """Show what is worth showing; the same line only once."""
        plain = _COLOURS.sub("", text)
        found = [_OURS.search(plain), _STEP.search(plain)]
        lines = [found[0][0]] if found[0] else []
        if found[1]:
            lines.append(f"{_STEPS[found[1][1]]}: {found[1][2]} %")
        for line in lines:
            if line != self._last:
                print(line, file=self._target, flush=True)
                self._last = line
        return len(text)
