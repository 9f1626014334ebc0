# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The format in which an exercise's code reads its data file; a learner's own file is written the same way."""

from __future__ import annotations

import ast
import contextlib
import csv
import re
from collections.abc import Iterator
from typing import Any

from ..model import Exercise

_SEPARATORS = ";,\t|"
_COMMA = re.compile(r"[+-]?\d+,\d+")
_POINT = re.compile(r"[+-]?\d+\.\d+")


def own_data(exercise: Exercise) -> dict[str, Any] | None:
    """What the page must know of the file that learners may replace; None when there is none."""
    if not exercise.own_data:
        return None
    name = f"data/{exercise.own_data}"
    content = (exercise.folder / name).read_bytes()
    encoding = _encoding(content, _said_encoding(exercise, name))
    rows = content.decode(encoding, errors="replace").splitlines() or [""]
    separator = max(_SEPARATORS, key=rows[0].count)
    cells = list(csv.reader(rows, delimiter=separator))
    return {
        "name": name,
        "separator": separator,
        "decimal": _decimal(cells[1:], separator),
        "encoding": encoding,
        "columns": cells[0],
    }


def _encoding(content: bytes, said: str) -> str:
    """The encoding that fits the bytes; what the code says decides where there are no signs to tell by."""
    if content.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if content.isascii():
        return said if said in {"cp1252", "utf-8-sig"} else "utf-8"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _said_encoding(exercise: Exercise, name: str) -> str:
    """The `encoding=…` of the call that reads this file in the setup or the solution; empty: none."""
    for call in _calls(f"{exercise.setup}\n{exercise.solution.source}"):
        first = call.args[0] if call.args else None
        if isinstance(first, ast.Constant) and first.value == name:
            for keyword in call.keywords:
                if keyword.arg == "encoding" and isinstance(keyword.value, ast.Constant):
                    return str(keyword.value.value)
    return ""


def _calls(code: str) -> Iterator[ast.Call]:
    with contextlib.suppress(SyntaxError):
        yield from (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call))


def _decimal(rows: list[list[str]], separator: str) -> str:
    """The decimal sign of most numbers; without any, the one usual with the separator."""
    cells = [cell for row in rows for cell in row]
    comma, point = (sum(map(bool, map(sign.fullmatch, cells))) for sign in (_COMMA, _POINT))
    if comma == point:
        return "." if separator == "," else ","
    return "," if comma > point else "."
