# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a check sees of one run of the learner's code."""

from __future__ import annotations

import csv
import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .findings import NotYet
from .outputs import Output, Picture, Text
from .values import as_list, is_number, plain

_KINDS = {
    int: "eine ganze Zahl",
    float: "eine Zahl",
    str: "ein Text",
    bool: "`True` oder `False`",
    list: "eine Liste",
    dict: "ein Wörterbuch (`dict`)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run: the names the code left behind, what it put out, and the folder (with `data/`) it ran in."""

    namespace: Mapping[str, Any]
    outputs: tuple[Output, ...]
    result: Any
    source: str
    folder: Path

    @property
    def stdout(self) -> str:
        """All printed text."""
        texts = (output for output in self.outputs if isinstance(output, Text))
        return "".join(output.text for output in texts if output.stream == "stdout")

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures drawn."""
        return tuple(output for output in self.outputs if isinstance(output, Picture))

    def rows(self, name: str, *, delimiter: str = ";", encoding: str = "cp1252") -> list[dict[str, str]]:
        """The rows of `data/<name>` as dicts of text, read without any change of values."""
        with (self.folder / "data" / name).open(encoding=encoding, newline="") as file:
            return list(csv.DictReader(file, delimiter=delimiter))

    def variable(self, name: str, kind: type | None = None) -> Any:
        """The learner's variable, as plain Python value where `kind` is given.

        `kind` is int, float (whole numbers pass), str, bool, list (also tuple, set, Series, array), dict or None.
        Raises NotYet when the variable is missing, still empty or of another kind.
        """
        value = self._filled(name)
        if kind is None:
            return value
        fitting = _fit(value, kind)
        if fitting is None:
            raise NotYet(
                f"`{name}` ist noch nicht das, was gebraucht wird: {_KINDS.get(kind, kind.__name__)}.",
                next=f"Im Moment ist `{name}` {_kind_of(value)}. Lassen Sie `{name}` in der letzten Zeile anzeigen.",
            )
        return fitting

    def table(self, name: str) -> Any:
        """The learner's variable, which must be a pandas table (DataFrame). Raises NotYet otherwise."""
        value = self._filled(name)
        if type(value).__name__ != "DataFrame":
            raise NotYet(
                f"`{name}` ist noch keine Tabelle.",
                next=f"Im Moment ist `{name}` {_kind_of(value)}. Gebraucht wird eine Tabelle mit Zeilen und Spalten.",
            )
        return value

    def function(self, name: str) -> Callable[..., Any]:
        """The learner's function. Raises NotYet when it is missing or not a function."""
        value = self._filled(name)
        if not callable(value):
            raise NotYet(f"`{name}` ist noch keine Funktion.", next=f"Beginnen Sie mit `def {name}(…):`.")
        function: Callable[..., Any] = value
        return function

    def _filled(self, name: str) -> Any:
        if name not in self.namespace:
            raise NotYet(f"Die Variable `{name}` gibt es noch nicht.", next=self._suggest(name))
        value = self.namespace[name]
        if value is None or value is ...:
            raise NotYet(
                f"`{name}` ist noch leer.",
                next=f"Ersetzen Sie rechts vom Gleichheitszeichen die Lücke: `{name} = …`",
            )
        return value

    def _suggest(self, name: str) -> str:
        own = {key.lower(): key for key in self.namespace if not key.startswith("_")}
        near = difflib.get_close_matches(name.lower(), own, n=1, cutoff=0.75)
        if near:
            return f"Sie haben `{own[near[0]]}` geschrieben. Gebraucht wird genau der Name `{name}`."
        return f"Speichern Sie Ihr Ergebnis unter diesem Namen: `{name} = …`"


def _fit(value: Any, kind: type) -> Any:
    """The value as `kind`, or None when it does not fit."""
    if kind is list:
        return as_list(value)
    if kind is float:
        return float(plain(value)) if is_number(value) else None
    if kind is int:
        return int(plain(value)) if is_number(value) and float(plain(value)).is_integer() else None
    value = plain(value)
    return value if isinstance(value, kind) else None


def _kind_of(value: Any) -> str:
    value = plain(value)
    names = {"DataFrame": "eine Tabelle", "Series": "eine Spalte", "ndarray": "ein Feld von Zahlen"}
    if type(value).__name__ in names:
        return names[type(value).__name__]
    if isinstance(value, set | tuple):
        return "eine Liste"
    for kind in (bool, int, float, str, list, dict):
        if isinstance(value, kind):
            return _KINDS[kind]
    if callable(value):
        return "eine Funktion (fehlen die Klammern am Ende?)"
    return f"ein Wert der Art `{type(value).__name__}`"
