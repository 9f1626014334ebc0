# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What authors may use of docutils, Sphinx, MyST-NB and sphinx-design: the theme has a look for these and no others."""

from __future__ import annotations

from .use import Use, in_a_lesson_with_code

_BOX = ("class", "collapsible", "name")
_TEXT = "Text in Markdown"
_PICTURE = {"alt": "was das Bild zeigt, für alle, die es nicht sehen; immer nötig"}
_SIZES = ("align", "class", "height", "loading", "name", "scale", "target", "width")
_CARD = {
    "header": "eine Zeile über dem Text",
    "footer": "eine Zeile unter dem Text",
    "link": "die Seite, zu der die ganze Karte führt",
    "link-alt": "wohin der Link führt, zum Vorlesen",
    "link-type": "`doc` für eine Seite des Forums, sonst `url`",
}
_CARD_IDLE = (
    *("class-body", "class-card", "class-footer", "class-header", "class-img-bottom", "class-img-top", "class-title"),
    *("img-alt", "img-background", "img-bottom", "img-top", "link-new-tab", "margin", "shadow", "text-align", "width"),
)

USES: dict[str, Use] = {
    "note": Use(title="Hinweis", purpose="Hebt etwas hervor, das man wissen sollte.", content=_TEXT, idle=_BOX),
    "tip": Use(title="Tipp", purpose="Nennt einen Weg, der die Arbeit leichter macht.", content=_TEXT, idle=_BOX),
    "important": Use(title="Wichtig", purpose="Nennt etwas, das niemand übersehen darf.", content=_TEXT, idle=_BOX),
    "warning": Use(title="Warnung", purpose="Warnt vor einem Schaden, bevor er entsteht.", content=_TEXT, idle=_BOX),
    "admonition": Use(
        title="Kasten mit eigener Überschrift",
        purpose="Hebt einen Absatz unter einer eigenen Überschrift hervor.",
        argument="die Überschrift",
        content=_TEXT,
        options={"class": "`tip`, `important` oder `warning`: das Aussehen dieses Kastens"},
        idle=("collapsible", "name"),
    ),
    "dropdown": Use(
        title="Aufklappen",
        purpose="Zeigt zuerst nur eine Zeile. Ein Klick öffnet den Text darunter.",
        argument="die Zeile, die immer zu sehen ist",
        content=_TEXT,
        options={"open": "ist von Anfang an offen; ohne Wert dahinter"},
        idle=(
            *("animate", "chevron", "class-body", "class-container", "class-title"),
            *("color", "icon", "margin", "name"),
        ),
    ),
    "image": Use(
        title="Bild", purpose="Zeigt ein Bild.", argument="die Datei des Bildes", options=_PICTURE, idle=_SIZES
    ),
    "figure": Use(
        title="Bild mit Unterschrift",
        purpose="Zeigt ein Bild mit einem Satz darunter.",
        argument="die Datei des Bildes",
        content="die Unterschrift",
        options=_PICTURE,
        idle=(*_SIZES, "figclass", "figname", "figwidth"),
    ),
    "table": Use(
        title="Tabelle mit Überschrift",
        purpose="Gibt einer Tabelle in Markdown eine Überschrift.",
        argument="die Überschrift",
        content="die Tabelle in Markdown, mit Kopfzeile",
        idle=("align", "class", "name", "width", "widths"),
    ),
    "list-table": Use(
        title="Tabelle als Liste",
        purpose="Schreibt eine Tabelle Zeile für Zeile auf. Das hilft, wenn in den Zellen viel Text steht.",
        argument="die Überschrift der Tabelle",
        content="je Zeile ein Punkt der Liste, je Zelle ein Punkt darin",
        options={
            "header-rows": "wie viele Zeilen den Kopf bilden, meist `1`; immer nötig",
            "stub-columns": "wie viele Spalten links ihre Zeile beschriften, zum Beispiel `1`",
        },
        idle=("align", "class", "name", "width", "widths"),
    ),
    "card": Use(
        title="Karte",
        purpose="Rahmt etwas ein, das zusammengehört.",
        argument="die Überschrift",
        content=_TEXT,
        options=_CARD,
        idle=_CARD_IDLE,
    ),
    "grid": Use(
        title="Karten nebeneinander",
        purpose="Stellt Karten nebeneinander, auf dem Handy untereinander.",
        argument="wie viele nebeneinander Platz haben sollen; die Seite richtet sich nach der Breite",
        content="mehrere `{grid-item-card}`",
        idle=("class-container", "class-row", "gutter", "margin", "outline", "padding", "reverse"),
    ),
    "grid-item-card": Use(
        title="Karte in einer Reihe",
        purpose="Ist eine Karte in `{grid}`.",
        argument="die Überschrift",
        content=_TEXT,
        options=_CARD,
        idle=(*_CARD_IDLE, "class-item", "columns", "padding"),
    ),
    "tab-set": Use(
        title="Reiter",
        purpose="Zeigt von mehreren Texten immer einen. Lernende wählen ihn aus.",
        content="mehrere `{tab-item}`",
        idle=("class", "orientation", "sync-group"),
    ),
    "tab-item": Use(
        title="Ein Reiter",
        purpose="Ist einer der Texte in `{tab-set}`.",
        argument="die Beschriftung des Reiters",
        content=_TEXT,
        options={"selected": "ist am Anfang ausgewählt; ohne Wert dahinter"},
        idle=("class-container", "class-content", "class-label", "name", "sync"),
    ),
    "code-cell": Use(
        title="Code-Zelle",
        purpose="Zeigt Code, den Lernende auf der Seite ausführen und ändern.",
        argument="die Sprache, immer `python`",
        content="der Code; steht darüber `:tags: [raises]`, soll er mit einem Fehler enden",
        place=in_a_lesson_with_code,
        source="```{code-cell} python\nprint(2 + 3)\n```",
    ),
}
"""What authors are told of each."""
