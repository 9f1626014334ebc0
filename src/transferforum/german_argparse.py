# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""argparse in German: its texts pass through gettext, this is the catalogue."""

from __future__ import annotations

import argparse

_TEXTS = {
    "usage: ": "Aufruf: ",
    "positional arguments": "Angaben",
    "options": "Schalter",
    "show this help message and exit": "diese Hilfe zeigen",
    "%(prog)s: error: %(message)s\n": "%(prog)s: Der Aufruf stimmt nicht: %(message)s\n",
    "the following arguments are required: %s": "es fehlt: %s",
    "unrecognized arguments: %s": "unbekannt: %s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r ist nicht möglich, sondern: %(choices)s",
    "invalid %(type)s value: %(value)r": "der Wert %(value)r passt nicht",
    "expected one argument": "hier fehlt ein Wert",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s ist mehrdeutig: %(matches)s",
}


def install() -> None:
    """Let argparse speak German; texts without translation stay as they are."""
    translate = lambda text: _TEXTS.get(text, text)  # noqa: E731
    setattr(argparse, "_", translate)  # noqa: B010 - the name is not in the stubs
