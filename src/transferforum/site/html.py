# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The HTML of cells and exercises: readable as it is, and the contract with `web/` that makes it live.

`tests/contract/page.json` holds what both sides rely on.
"""

from __future__ import annotations

import base64
import json
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import nh3

from ..content.digests import digest, exercise_digest, exercise_files
from ..model import Exercise, Settings
from .own_data import own_data

PHONE_LINE = 26
"""Signs that a line of output has on the narrowest screen, inside the box of an exercise."""
RECORD = (
    "<forum-record hidden></forum-record>\n"
    '<noscript><p class="forum-noscript">In Ihrem Browser ist JavaScript ausgeschaltet. '
    "Deshalb merkt er sich hier nichts, und es gibt nichts zu zeigen.</p></noscript>\n"
)
"""The place of `web/progress-record.js`, and what stands there without JavaScript."""
_TABLE_TAGS = {"table", "thead", "tbody", "tfoot", "tr", "th", "td"}
_TABLE_ATTRIBUTES = {"th": {"colspan", "rowspan", "scope"}, "td": {"colspan", "rowspan"}}


@dataclass(frozen=True, slots=True)
class Pictures:
    """Where pictures of a page go, and how the page refers to that folder (`prefix`, ends with `/` or is empty)."""

    folder: Path
    prefix: str

    def save(self, png: bytes) -> str:
        """Write a picture under its digest; gives its address from the page."""
        name = f"{digest(png)}.png"
        target = self.folder / name
        if not target.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            target.write_bytes(png)
        return f"{self.prefix}{name}"


def outputs(result: Mapping[str, Any], pictures: Pictures) -> str:
    """The stored outputs of a run, as the page shows them before anything runs."""
    shown = "".join(_output(output, pictures) for output in result["outputs"])
    return shown + (_error(result["error"]) if result["error"] else "")


def _output(output: Mapping[str, Any], pictures: Pictures) -> str:
    match output["kind"]:
        case "text":
            stream = " forum-output--stderr" if output["stream"] == "stderr" else ""
            return _text(f"text{stream}", output["text"])
        case "value":
            return _text("value", output["text"])
        case "table":
            return (
                '<div class="forum-output forum-output--table" tabindex="0" role="group" aria-label="Tabelle">'
                f"{table(output['html'])}</div>"
            )
        case "picture":
            png = base64.b64decode(output["png"])
            width, height = struct.unpack(">II", png[16:24])
            source, alt = escape(pictures.save(png)), escape(output["alt"])
            return (
                '<figure class="forum-output forum-output--picture">'
                f'<img src="{source}" alt="{alt}" width="{width}" height="{height}">'
                "</figure>"
            )
        case kind:
            raise ValueError(f"unknown output: {kind}")


def _text(kind: str, text: str) -> str:
    """Text as it is; long lines scroll in their box, which the keyboard then reaches."""
    wide = any(len(line) > PHONE_LINE for line in text.splitlines())
    reach = ' tabindex="0" role="group" aria-label="Text der Ausgabe"' if wide else ""
    return f'<pre class="forum-output forum-output--{kind}"{reach}>{escape(text)}</pre>'


def table(html: str) -> str:
    """A table reduced to what a table needs."""
    clean = nh3.clean(html, tags=_TABLE_TAGS, attributes=_TABLE_ATTRIBUTES, link_rel=None)
    return clean.replace("<table>", '<table class="kern-table kern-table--small">', 1)


def _error(error: Mapping[str, Any]) -> str:
    where = f" in Zeile {error['line']}" if error["line"] else ""
    return (
        '<div class="forum-output forum-output--error">'
        f'<p class="forum-error__title"><strong>Python meldet einen Fehler{where}.</strong></p>'
        f'<p class="forum-error__message">{inline(error["message"])}</p>'
        f'<p class="forum-error__next"><strong>Nächster Schritt:</strong> {inline(error["next"])}</p>'
        '<details class="forum-error__original"><summary>Originalmeldung</summary>'
        f'<pre lang="en" tabindex="0">{escape(error["original"])}</pre></details></div>'
    )


def inline(text: str) -> str:
    """Text with `code` in backticks."""
    parts = escape(text).split("`")
    return "".join(f"<code>{part}</code>" if index % 2 else part for index, part in enumerate(parts))


def lesson_cell(
    number: int, code: str, raises: bool, highlighted: str, result: Mapping[str, Any], pictures: Pictures
) -> str:
    """A code cell of a lesson with its stored outputs."""
    config = {"code": code, "raises": raises}
    return (
        f'<forum-cell data-cell="{number}" data-config="{_attribute(config)}">\n'
        f"{_code(highlighted, f'Code-Zelle {number}')}"
        f'<div class="forum-cell__output">{outputs(result, pictures)}</div>\n</forum-cell>\n'
    )


def exercise_start(exercise: Exercise, level: int) -> str:
    """The beginning of an exercise, up to its task; `level` is that of its heading."""
    return (
        f'<forum-exercise id="{anchor(exercise.id)}" data-exercise="{exercise.id}" '
        f'data-config="{_attribute(exercise_config(exercise))}">\n'
        f'<h{level} class="forum-exercise__title">Übung: {escape(exercise.title)}</h{level}>\n'
        f'<p class="forum-exercise__meta">Etwa {exercise.minutes} Minuten</p>\n'
        '<div class="forum-exercise__task">\n'
    )


def exercise_tools(exercise: Exercise, setup: str, start: str, result: Mapping[str, Any], pictures: Pictures) -> str:
    """Setup, start code and its stored result; `setup` and `start` are highlighted code."""
    prepared = (
        '<details class="forum-exercise__setup"><summary>Vorbereitung (läuft von selbst)</summary>'
        f"{_code(setup, 'Code der Vorbereitung')}</details>\n"
        if exercise.setup.strip()
        else ""
    )
    return (
        f"{prepared}{_code(start, 'Anfangscode')}"
        f'<div class="forum-cell__output">{outputs(result, pictures)}</div>\n<div class="forum-exercise__hints">\n'
    )


def hint_start(number: int, total: int) -> str:
    """The beginning of a hint, closed until the reader asks."""
    return f'<details class="forum-hint"><summary>Tipp {number} von {total}</summary>\n'


def exercise_end(exercise: Exercise, root: str) -> str:
    """What follows the hints; `root` leads from the page to the start of the site."""
    data = exercise.data
    origin = (
        f'<p class="forum-exercise__data">Daten: {escape(data.title.removesuffix(" (synthetisch)"))}. '
        f"Synthetisch, erzeugt mit Startwert {data.seed}.</p>\n"
        if data
        else ""
    )
    return (
        f'{origin}<p class="forum-exercise__downloads"><a href="{root}{notebook_path(exercise)}" download>'
        "Als Notebook herunterladen (ZIP)</a></p>\n"
    )


def exercise_config(exercise: Exercise) -> dict[str, Any]:
    """What the page's script knows of an exercise; addresses are from the start of the site."""
    folder = exercise_folder(exercise)
    return {
        "id": exercise.id,
        "title": exercise.title,
        "setup": exercise.setup,
        "start": exercise.start.source,
        "packages": list(exercise.packages),
        "hints": len(exercise.hints),
        "files": {name: f"{folder}/{name}" for name in exercise_files(exercise)},
        "solution": f"{folder}/loesung.json",
        "notebook": notebook_path(exercise),
        "ownData": own_data(exercise),
    }


def certificate(settings: Settings, *, root: str, script: str, catalogue: str, check_page: str) -> str:
    """Where a certificate is made or, without a `check_page`, checked; `script` and `catalogue` lie below `root`."""
    name = "forum-certificate" if check_page else "forum-certificate-check"
    about = {
        "catalogue": root + catalogue,
        "forum": settings.id,
        "title": settings.title,
        "operator": settings.operator.name,
        "contact": settings.operator.contact,
        "check": check_page,
    }
    attributes = "".join(f' data-{key}="{escape(value)}"' for key, value in about.items() if value)
    return (
        f"<{name}{attributes}>\n"
        '<p class="forum-certificate__static">Diese Seite arbeitet ganz in Ihrem Browser. '
        "Dafür muss dort JavaScript eingeschaltet sein.</p>\n"
        f'</{name}>\n<script type="module" src="{root}{script}"></script>\n'
    )


def anchor(exercise: str) -> str:
    """The anchor of an exercise on its page; permanent."""
    return f"uebung-{exercise}"


def exercise_folder(exercise: Exercise) -> str:
    """Where an exercise's files lie on the site."""
    return f"_static/exercises/{exercise.id}/{exercise_digest(exercise)}"


def notebook_path(exercise: Exercise) -> str:
    """Where the learner's notebook lies on the site."""
    return f"{exercise_folder(exercise)}/{exercise.id}.zip"


def page_json(data: Mapping[str, Any]) -> str:
    """JSON for a script element: it cannot end the element."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")


def _attribute(config: Mapping[str, Any]) -> str:
    return escape(json.dumps(config, ensure_ascii=False, sort_keys=True))


def _code(highlighted: str, label: str) -> str:
    """Code that scrolls inside its box, which the keyboard reaches."""
    body = highlighted.replace("<pre>", f'<pre tabindex="0" role="group" aria-label="{label}">', 1)
    return f'<div class="forum-cell__code">{body}</div>\n'


def listed(items: Iterable[str]) -> str:
    """Words in a row: a, b und c."""
    words = list(items)
    return " und ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
