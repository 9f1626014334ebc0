# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cut Fira Sans to the characters that German pages need.

In: the font folder of the KERN package. Out: one woff2 file per weight, and ``fonts.css`` with their ``@font-face``
rules; ``web/css.mjs`` bundles them from ``build/fonts`` and adds digests to the names. The fonts are OFL-1.1: copyright
and licence stay in the name table, and since releases of Fira Sans reserve that name for unchanged files, a cut font is
called Forum Sans.
"""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

# German and its Latin-1 neighbours, the letters of common European names in municipal data, and typographic signs.
LATIN = "".join(chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100)))
NAMES = "ĂăĄąĆćČčĎďĐđĘęĚěĞğİıŁłŃńŇňŐőŒœŘřŚśŞşŠšŤťŮůŰűŹźŻżŽžȘșȚț"
SIGNS = "ẞ‚‘’„“”‹›–—•…‰€№←↑→↓−≈≠≤≥"
CHARACTERS = LATIN + NAMES + SIGNS

FAMILY = "Forum Sans"
FACE = """@font-face {{
  font-family: "{family}";
  font-weight: {weight};
  font-display: swap;
  src: url("./{name}") format("woff2");
  unicode-range: {ranges};
}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """A weight of the family: its file in the source folder, its CSS weight."""

    source: str
    css: int


WEIGHTS = (Weight(source="FiraSans-Regular.woff2", css=400), Weight(source="FiraSans-SemiBold.woff2", css=600))


def cut_fonts(source_dir: Path, out_dir: Path) -> tuple[Path, ...]:
    """Write the cut fonts and ``fonts.css`` into ``out_dir``; give the font files, the regular weight first."""
    out_dir.mkdir(parents=True, exist_ok=True)
    cut = tuple((weight, _cut(source_dir / weight.source)) for weight in WEIGHTS)
    files = tuple(_write(out_dir, weight, content) for weight, content in cut)
    faces = (
        FACE.format(family=FAMILY, weight=weight.css, name=file.name, ranges=_ranges(content))
        for (weight, content), file in zip(cut, files, strict=True)
    )
    (out_dir / "fonts.css").write_text("".join(faces), encoding="utf-8")
    return files


def _cut(source: Path) -> bytes:
    """Give a font with our characters only. Hinting stays: many office screens have a low resolution."""
    font = TTFont(source, recalcTimestamp=False)
    font["OS/2"].version = 4  # says 3 but uses flags of 4
    _rename(font)
    subsetter = Subsetter(Options(layout_features=["kern", "tnum", "locl"], name_IDs=[0, 1, 2, 4, 6, 13, 14]))
    subsetter.populate(text=CHARACTERS)
    subsetter.subset(font)
    font.flavor = "woff2"
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def _rename(font: TTFont) -> None:
    for name_id, name in ((1, FAMILY), (4, FAMILY), (6, FAMILY.replace(" ", ""))):
        font["name"].removeNames(nameID=name_id)
        font["name"].setName(name, name_id, 3, 1, 0x409)


def _write(out_dir: Path, weight: Weight, content: bytes) -> Path:
    file = out_dir / f"forum-sans-{weight.css}.woff2"
    file.write_bytes(content)
    return file


def _ranges(content: bytes) -> str:
    """Give the characters that the cut font really has as a CSS unicode-range: ``U+20-7E, U+A0``."""
    runs: list[list[int]] = []
    for code in sorted(TTFont(io.BytesIO(content)).getBestCmap()):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ", ".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in runs)


if __name__ == "__main__":
    for path in cut_fonts(Path(sys.argv[1]), Path(sys.argv[2])):
        print(path.name, path.stat().st_size)
