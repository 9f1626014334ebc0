# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks metadata against the JSON Schemas beside this file, and says in German what is wrong.

The schemas are the one place for the keys of each kind of file.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache
from importlib import resources
from math import isfinite
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker, ValidationError, validators

from .faults import LARGEST, Faults

_KINDS = {
    "string": "ein Text",
    "integer": "eine ganze Zahl",
    "number": "eine Zahl wie `0.5`",
    "array": "eine Liste in eckigen Klammern",
    "object": "ein Abschnitt mit eigenen Angaben",
}
_PATTERNS = {
    r"\S": "darf nicht leer sein",
    "^[a-z0-9]+(-[a-z0-9]+)*$": "besteht aus kleinen Buchstaben ohne Umlaute, Ziffern und Bindestrichen",
    r"^[0-9]+\.[0-9]+\.[0-9]+$": "hat die Form `1.0.0`",
    r"^(1\.[1-3]|2\.[1-6]|[3-5]\.[1-4])$": "ist eine Nummer aus DigComp wie `1.3`",
    "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$": "ist ein Datum wie `2025-03-20` oder ein Jahr",
    r"^https?://[^\s/]+(/\S*)?$": "ist eine Adresse wie `https://lernen.example.de/`",
    r"^tests/[^:]+\.(py|js)::.+$": "nennt Datei und Test, zum Beispiel `tests/test_serve.py::test_name`",
}


def fits(schema: str, data: object, path: Path, faults: Faults) -> bool:
    """True when `data` follows the schema (the name of a file in `schemas`); else its faults are noted."""
    errors = sorted(_validator(schema).iter_errors(_plain(data)), key=lambda error: list(map(str, error.path)))
    for error in errors:
        for key, message, cure in _in_german(error):
            faults.add(path, "angabe", message, cure, line=_line(faults, path, error, key))
    return not errors


def day(value: Any) -> date:
    """A date that its schema has accepted: TOML and YAML give a date, or a text when it stands in quotes."""
    return value if isinstance(value, date) else date.fromisoformat(str(value))


@cache
def _validator(name: str) -> Draft202012Validator:
    text = resources.files(__package__).joinpath("schemas", f"{name}.json").read_text(encoding="utf-8")
    kind: Any = validators.extend(Draft202012Validator, {"type": _type})  # type: ignore[no-untyped-call]
    validator: Draft202012Validator = kind(json.loads(text), format_checker=FormatChecker(["date"]))
    return validator


class _NoText(str):
    """A date, or a number that is none, as text: JSON has no other way. Only where a date goes it counts as one."""


def _type(validator: Any, kind: str, instance: object, schema: dict[str, Any]) -> Iterator[ValidationError]:
    takes_dates = schema.get("format") == "date" or str(schema.get("pattern", "")).startswith("^[0-9]{4}")
    if kind == "string" and isinstance(instance, _NoText) and not takes_dates:
        yield ValidationError(f"{instance!r} is no text")
    else:
        yield from Draft202012Validator.VALIDATORS["type"](validator, kind, instance, schema)


def _plain(data: Any) -> Any:
    if isinstance(data, dict):
        return {str(key): _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(value) for value in data]
    if isinstance(data, float) and not isfinite(data):
        return _NoText(data)  # TOML has nan, which no range excludes
    return _NoText(data.isoformat()) if isinstance(data, date | datetime) else data


def _line(faults: Faults, path: Path, error: ValidationError, key: str) -> int:
    """The line of what the error is about, found on the way from the file's start; 1 when nothing of it is found."""
    way = [*error.path, key] if key else list(error.path)
    start, end = 0, LARGEST
    for place, part in enumerate(way):
        if not isinstance(part, str):
            continue
        lines = faults.lines_of_key(path, part)
        first, last = bisect_right(lines, start), bisect_left(lines, end)
        nth, *rest = [*way[place + 1 :], None]
        of_tables = isinstance(nth, int) and (len(rest) > 1 or isinstance(error.instance, dict))
        if isinstance(nth, int) and of_tables and last - first > nth:
            following = first + nth + 1
            start, end = lines[first + nth], lines[following] if following < last else end
        elif first < last:
            start = lines[first]
    return start or 1


def _in_german(error: ValidationError) -> Iterable[tuple[str, str, str]]:
    """(the key the fault is about or "", what is wrong, the cure) for each fault in one error."""
    name = _name(error)
    value: Any = error.validator_value
    instance: Any = error.instance
    schema = error.schema if isinstance(error.schema, dict) else {}
    match error.validator:
        case "required":
            missing = [key for key in value if key not in instance]
            yield from (("", f"Die Angabe `{key}` fehlt.", _add(schema, key)) for key in missing)
        case "additionalProperties":
            known = schema.get("properties", {})
            unknown = [key for key in instance if key not in known]
            cure = f"Löschen oder verbessern Sie die Zeile. Bekannt sind: {_listed(known)}."
            yield from ((key, f"Die Angabe `{key}` gibt es nicht.", cure) for key in unknown)
        case "type":
            kind = _KINDS.get(str(value), str(value))
            bare = value == "string" and isinstance(instance, str | int | float) and not isinstance(instance, bool)
            quotes = f' Setzen Sie den Wert in Anführungszeichen: `"{instance}"`.' if bare else ""
            yield "", f"{name} hat die falsche Art.", f"Gebraucht wird {kind}.{quotes}"
        case "enum":
            yield "", f"{name} kennt den Wert `{error.instance}` nicht.", f"Erlaubt sind: {_listed(value)}."
        case "pattern":
            rule = _PATTERNS.get(str(value), "hat eine bestimmte Form")
            yield "", f"{name} hat nicht die richtige Form: `{error.instance}`.", f"Die Angabe {rule}."
        case "format":
            yield "", f"{name} ist kein Datum: `{error.instance}`.", "Schreiben Sie das Datum so: `2026-11-22`."
        case "minItems":
            yield "", f"{name} ist leer.", "Tragen Sie mindestens einen Wert ein."
        case "uniqueItems":
            yield "", f"{name} enthält einen Wert doppelt.", "Löschen Sie die Wiederholung."
        case _:
            low, high = schema.get("minimum", "?"), schema.get("maximum", "?")
            yield "", f"{name} liegt außerhalb des Erlaubten: `{error.instance}`.", f"Erlaubt ist {low} bis {high}."


def _name(error: ValidationError) -> str:
    names = [str(part) for part in error.path if isinstance(part, str)]
    return f"Die Angabe `{'.'.join(names)}`" if names else "Der Kopf der Datei"


def _add(schema: dict[str, Any], key: str) -> str:
    about = schema.get("properties", {}).get(key, {})
    described, allowed = about.get("description", ""), about.get("enum", ())
    what = f"Ergänzen Sie `{key}`" + (f": {described}." if described else ".")
    return f"{what} Erlaubt sind: {_listed(allowed)}." if allowed else what


def _listed(names: Iterable[object]) -> str:
    return ", ".join(f"`{name}`" for name in names)
