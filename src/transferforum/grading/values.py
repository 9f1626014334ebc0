# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small helpers for checks: values as learners hand them in, compared and written the German way."""

from __future__ import annotations

from numbers import Real
from typing import Any


def plain(value: Any) -> Any:
    """A NumPy or pandas scalar as the plain Python value; anything else as it is."""
    item = getattr(value, "item", None)
    if item is None or isinstance(value, int | float | str | bytes) or getattr(value, "ndim", 0) != 0:
        return value
    try:
        return item()
    except (TypeError, ValueError):
        return value


def is_number(value: Any) -> bool:
    """True for whole and decimal numbers (also NumPy's), not for True and False, text or nan."""
    number = plain(value)
    return isinstance(number, Real) and not isinstance(number, bool) and number == number  # noqa: PLR0124


def as_list(value: Any) -> list[Any] | None:
    """The parts of a list, tuple, set, Series, Index or array as plain Python values; None for anything else."""
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    if isinstance(value, set | frozenset) or type(value).__name__ in {"dict_keys", "dict_values"}:
        return sorted((plain(part) for part in value), key=str)
    if getattr(value, "ndim", 0) == 1 and hasattr(value, "tolist"):
        return [plain(part) for part in value.tolist()]
    return None


def close(a: Any, b: Any, tolerance: float = 0.005) -> bool:
    """True when both are numbers and differ by at most `tolerance`."""
    return is_number(a) and is_number(b) and abs(float(plain(a)) - float(plain(b))) <= tolerance + 1e-12


def german(number: float, digits: int = 1) -> str:
    """A number with decimal comma and a point for thousands: 1234.5 becomes 1.234,5. `digits` after the comma."""
    return f"{number:,.{digits}f}".translate(str.maketrans(",.", ".,"))
