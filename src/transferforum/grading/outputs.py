# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a cell puts out: text, the value of its last line, tables, pictures."""

from __future__ import annotations

import base64
import io
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any, TypeAlias

TEXT_LIMIT = 20_000
"""Characters of text kept of one run; an endless print must not fill the page."""
TABLE_ROWS = 20
"""Rows of a table that are shown; the rest is counted."""


@dataclass(slots=True)
class Text:
    """Printed text; `stream` is stdout or stderr."""

    text: str
    stream: str = "stdout"
    kind: str = field(default="text", init=False)

    def as_json(self) -> dict[str, Any]:
        """The output as plain values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Value:
    """The value of the last line, as Python writes it."""

    text: str
    kind: str = field(default="value", init=False)

    def as_json(self) -> dict[str, Any]:
        """The output as plain values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Table:
    """A table as HTML; whoever shows it sends it through the sanitiser."""

    html: str
    kind: str = field(default="table", init=False)

    def as_json(self) -> dict[str, Any]:
        """The output as plain values."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawn picture: PNG, its alternative text, and what a check may ask about it."""

    png: bytes
    alt: str
    title: str
    x_label: str
    y_label: str
    kind: str = field(default="picture", init=False)

    def as_json(self) -> dict[str, Any]:
        """The output as plain values, the PNG in base64."""
        return {"kind": self.kind, "png": base64.b64encode(self.png).decode("ascii"), "alt": self.alt}


Output: TypeAlias = Text | Value | Table | Picture


class Recorder:
    """Collects outputs in the order in which they appear and cuts text at `TEXT_LIMIT`."""

    def __init__(self) -> None:
        self.outputs: list[Output] = []
        self._room = TEXT_LIMIT

    def write(self, text: str, stream: str) -> None:
        """Add printed text; the first text beyond the limit becomes a note."""
        if self._room <= 0 or not text:
            return
        kept = text[: self._room]
        self._room -= len(text)
        if self._room <= 0:
            kept += f"\n… Hier ist Schluss: Es wurden mehr als {TEXT_LIMIT} Zeichen ausgegeben.\n"
        last = self.outputs[-1] if self.outputs else None
        if isinstance(last, Text) and last.stream == stream:
            last.text += kept
        else:
            self.outputs.append(Text(kept, stream))

    def show(self, value: object) -> None:
        """Add a value the way a notebook shows it."""
        if value is not None and not _is_drawing(value):
            self.outputs.append(_as_output(value))

    def stream(self, name: str) -> io.TextIOBase:
        """A file to which sys.stdout or sys.stderr can be redirected."""
        return _Stream(self, name)


class _Stream(io.TextIOBase):
    def __init__(self, recorder: Recorder, name: str) -> None:
        super().__init__()
        self._recorder = recorder
        self._name = name

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self._recorder.write(text, self._name)
        return len(text)


def _is_drawing(value: object) -> bool:
    """True for what plotting calls return (axes, lines, lists of bars): the picture itself is shown."""
    if type(value).__module__.partition(".")[0] == "matplotlib":
        return True
    if isinstance(value, list | tuple) and value:
        return all(_is_drawing(part) for part in value)
    return type(value).__name__ == "ndarray" and str(getattr(value, "dtype", "")) == "object" and _holds_axes(value)


def _holds_axes(array: Any) -> bool:
    return bool(array.size) and all(_is_drawing(part) for part in array.flat)


def _as_output(value: Any) -> Output:
    if _is_pandas(value, "DataFrame"):
        return Table(_table_html(value))
    if _is_pandas(value, "Series"):
        return Table(_table_html(value.to_frame(value.name if value.name is not None else "Wert")))
    return Value(_plain_repr(value))


def _is_pandas(value: object, name: str) -> bool:
    kind = type(value)
    return kind.__name__ == name and kind.__module__.partition(".")[0] == "pandas"


def _plain_repr(value: object) -> str:
    """repr, but a NumPy number reads 3.5 and not np.float64(3.5); cut at the limit."""
    numpy = sys.modules.get("numpy")
    if numpy is None:
        return repr(value)[:TEXT_LIMIT]
    with numpy.printoptions(legacy="1.25"):
        return repr(value)[:TEXT_LIMIT]


def _table_html(frame: Any) -> str:
    html: str = frame.to_html(max_rows=TABLE_ROWS, max_cols=12, border=0, show_dimensions=False, justify="left")
    html = re.sub(r"<th[^>]*></th>", "<td></td>", html)
    rows, columns = frame.shape
    size = f"{_count(rows, 'Zeile', 'Zeilen')}, {_count(columns, 'Spalte', 'Spalten')}"
    return html.replace("</table>", f"<tfoot><tr><td colspan='{columns + 1}'>{size}</td></tr></tfoot></table>")


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def take_pictures(*, draw: bool = True) -> Iterator[Picture]:
    """The open figures of matplotlib, if it was loaded, as pictures; closes them. Without `draw`, no PNG is made."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot is None:
        return
    try:
        for number in pyplot.get_fignums():
            yield _picture(pyplot.figure(number), draw)
    finally:
        pyplot.close("all")


def _picture(figure: Any, draw: bool) -> Picture:
    buffer = io.BytesIO()
    if draw:
        figure.savefig(buffer, format="png", dpi=100, bbox_inches="tight")
    axes = figure.axes[0] if figure.axes else None
    title = _heading(figure, axes)
    x_label, y_label = (axes.get_xlabel(), axes.get_ylabel()) if axes else ("", "")
    return Picture(png=buffer.getvalue(), alt=picture_alt(figure), title=title, x_label=x_label, y_label=y_label)


def _heading(figure: Any, axes: Any) -> str:
    above = figure.get_suptitle() if hasattr(figure, "get_suptitle") else ""
    return str(above or (axes.get_title() if axes else ""))


def picture_alt(figure: Any) -> str:
    """An alternative text from the figure's title, its axes and what is drawn."""
    axes = figure.axes[0] if figure.axes else None
    title = _heading(figure, axes)
    parts = [f"Diagramm „{title}“" if title else "Diagramm ohne Titel"]
    if axes is not None:
        parts += _axis_words(axes)
        parts += [words for words in (_drawn(axes),) if words]
    if len(figure.axes) > 1:
        parts.append(f"insgesamt {len(figure.axes)} Teilbilder")
    return ", ".join(parts) + "."


def _axis_words(axes: Any) -> list[str]:
    labels = (("waagerecht", axes.get_xlabel()), ("senkrecht", axes.get_ylabel()))
    return [f"{direction}: {label}" for direction, label in labels if label]


def _drawn(axes: Any) -> str:
    counts = (
        (sum(len(bars) for bars in axes.containers if hasattr(bars, "patches")), "Balken", "Balken"),
        (len(axes.lines), "Linie", "Linien"),
        (len(axes.collections), "Punktwolke", "Punktwolken"),
    )
    return " und ".join(_count(number, one, many) for number, one, many in counts if number)
