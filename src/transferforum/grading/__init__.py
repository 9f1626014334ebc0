# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verdicts, feedback and German error help for notebook exercises.

Standard library only: the same files run in CPython, in Jupyter and in the browser. Learner's code flows through
`runner` (outputs, errors) to `grade` (verdict); what an author of a `check.py` needs is named here, and loaded when it
is asked for: the first cell of a page does not wait for what only checks need.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .findings import Findings, NotYet, Right, Verdict
    from .run import Run
    from .values import as_list, close, german, is_number

__all__ = ["Findings", "NotYet", "Right", "Run", "Verdict", "as_list", "close", "german", "is_number"]

_MODULES = {"findings": ("Findings", "NotYet", "Right", "Verdict"), "run": ("Run",)}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = next((module for module, names in _MODULES.items() if name in names), "values")
    return getattr(import_module(f"{__name__}.{module}"), name)
