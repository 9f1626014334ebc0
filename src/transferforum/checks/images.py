# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every image has an alternative text that says what is to be seen.

Why: who does not see the image reads this text instead; a file's name or "Bild" tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from ..model import Forum
from ..problems import Problem
from .markup import Image
from .prose import marks, prose_of, readable

CODE = "bild-alt"
_FILE = re.compile(r"\S+\.(?:svg|png|jpe?g|gif|webp|avif|bmp|tiff?|pdf)", re.IGNORECASE)
_EMPTY = re.compile(
    r"(?:(?:ein|eine|das|die|der)\s)?(?:bild|grafik|foto|photo|abbildung|abb\.?|diagramm|screenshot|bildschirmfoto|"
    r"illustration|icon|symbol|logo|image|picture|img|dsc|alt|alternativtext)[\s_-]*\d*",
    re.IGNORECASE,
)


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at images in Markdown, in `{figure}` and `{image}`, and in HTML."""
    for one in readable(forum):
        for mark in (mark for part in prose_of(one) for mark in marks(part)):
            if isinstance(mark, Image) and (fault := _fault(mark)):
                yield Problem(
                    path=forum.relative(one.path),
                    line=mark.line,
                    code=CODE,
                    message=f"Der Alternativtext von `{mark.source}` {fault}.",
                    cure="Schreiben Sie in einem Satz, was zu sehen ist: `:alt: Plan mit drei Haltestellen`.",
                    found=mark.alt or mark.source,
                )


def _fault(image: Image) -> str:
    alt = image.alt.strip()
    if not alt:
        return "fehlt"
    name = PurePosixPath(image.source)
    if _FILE.fullmatch(alt) or alt.casefold() in {name.name.casefold(), name.stem.casefold()}:
        return f"ist nur ein Dateiname: „{alt}“"
    return f"sagt nicht, was zu sehen ist: „{alt}“" if _EMPTY.fullmatch(alt) else ""
