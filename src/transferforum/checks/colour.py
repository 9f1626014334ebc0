# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing is said by colour alone.

Why: about one man in twelve confuses red and green, and a print is grey. A place, a shape or a word helps everybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Forum
from ..problems import Problem
from .readability import sentences
from .texts import line_of, texts

CODE = "farbe"
_COLOUR = r"(?:hell|dunkel)?(?:rot|grün|gelb|blau|orange|grau|violett|lila|türkis|rosa)"
_PARTS = (
    "Feld|Knopf|Knöpfe|Schaltfläche|Taste|Linie|Balken|Punkt|Kreis|Kasten|Kästen|Kästchen|Bereich|Fläche|Text|Zeile|"
    "Spalte|Zelle|Wort|Wörter|Kurve|Säule|Markierung|Pfeil|Kreuz|Haken|Schrift|Rahmen|Symbol|Link|Zahl|Wert"
)
_FOUND = re.compile(
    rf"\b(?:{_COLOUR}\s(?:markiert|hinterlegt|unterlegt|umrandet|eingefärbt|gefärbt|hervorgehoben|dargestellt)\w*"
    rf"|{_COLOUR}e[nrsm]?\s(?:{_PARTS})(?:e|en|n|er|ern|s)?|in\s{_COLOUR}(?:er\s(?:Farbe|Schrift))?)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"„|\b(?:oben|unten|links|rechts|obere\w*|untere\w*|linke\w*|rechte\w*|erste\w*|letzte\w*|mittlere\w*|"
    r"gestrichelt\w*|gepunktet\w*|dick\w*|dünn\w*|fett\w*|beschriftet\w*|Aufschrift|heißt|heißen|Zeichen|Wort)\b",
    re.IGNORECASE,
)
"""Something else that tells the place: where it is, its shape, its words."""


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at sentences that name something by its colour; a rule of thumb, so a warning."""
    for text in texts(forum):
        if not _FOUND.search(text.text):
            continue
        for sentence in sentences(text.text):
            found = _FOUND.search(sentence)
            if found and not _OTHER.search(sentence):
                yield Problem(
                    path=forum.relative(text.path),
                    line=line_of(text, found[0]),
                    code=CODE,
                    message=f"„{found[0]}“ erkennt man hier nur an der Farbe.",
                    cure="Nennen Sie dazu Ort, Form oder Beschriftung, zum Beispiel „die rote Linie rechts“.",
                    warning=True,
                    found=found[0],
                )
