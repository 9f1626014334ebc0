# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeps one run from disturbing the next: what a run changed outside its own names is put back.

Covered: attributes of modules (`pd.read_csv = None`, `math.pi = 3`), methods of the classes that courses use,
working folder, environment, search path, random numbers, locale, display options of pandas and matplotlib.
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import locale
import os
import random
import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

_CLASSES = (
    ("pandas", ("DataFrame", "Series", "Index")),
    ("pathlib", ("Path",)),
    ("csv", ("DictReader", "DictWriter")),
    ("datetime", ("date", "datetime", "timedelta")),
)
_KEPT = (int, float, str, ModuleType)

_roots = {"builtins"}
"""The packages that code has imported so far: only these can have been changed."""
_modules: dict[str, ModuleType] = {}
_attributes: dict[str, dict[str, Any]] = {}
"""The attributes of each of their modules as they were when first seen."""


@contextlib.contextmanager
def undisturbed(code: str) -> Iterator[None]:
    """Run the body, which runs this code, then put the interpreter back to where it was.

    What the code imports is imported first: only what was seen untouched can be put back.
    """
    for name in sorted(set(imported_names(code))):
        _roots.add(name.partition(".")[0])
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    _remember_modules()
    undo = [step() for step in (_paths, _random, _locale, _matplotlib)]
    try:
        yield
    finally:
        for step in reversed(undo):
            step()
        _restore_modules()
        _reset_pandas()


def imported_names(code: str) -> Iterator[str]:
    """The modules that a code imports, as written (`matplotlib.pyplot`); none when it is not Python."""
    with contextlib.suppress(SyntaxError, ValueError, RecursionError, MemoryError):
        for node in ast.walk(ast.parse(code)):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module


def _remember_modules() -> None:
    for name, module in list(sys.modules.items()):
        if name in _modules or name.partition(".")[0] not in _roots or not isinstance(module, ModuleType):
            continue
        _modules[name] = module
        _attributes[name] = dict(vars(module))
        for holder in _classes(name, module):
            _attributes[f"{name}:{holder.__name__}"] = dict(vars(holder))


def _classes(name: str, module: ModuleType) -> Iterator[type]:
    for known, names in _CLASSES:
        if known == name:
            yield from (getattr(module, class_name) for class_name in names)


def _restore_modules() -> None:
    sys.modules.update(_modules)
    for key, before in _attributes.items():
        name, _, class_name = key.partition(":")
        owner: Any = _attributes[name].get(class_name, _modules[name])
        if not _same(vars(owner), before):
            _restore(owner, before)


def _same(now: Any, before: dict[str, Any]) -> bool:
    """Compares at C speed; values that do not compare (arrays) count as changed and are looked at one by one."""
    try:
        return bool(dict(now) == before)
    except Exception:  # noqa: BLE001 - comparing foreign values may raise anything
        return False


def _restore(owner: Any, before: dict[str, Any]) -> None:
    now = vars(owner)
    for name in set(now) - set(before) if isinstance(owner, type) else ():
        delattr(owner, name)
    for name, value in before.items():
        if now.get(name, before) is not value and (isinstance(owner, type) or _belongs_to_all(name, value)):
            with contextlib.suppress(AttributeError, TypeError):
                setattr(owner, name, value)


def _belongs_to_all(name: str, value: Any) -> bool:
    """Whether a module's attribute is put back: its private state (caches, counters) it keeps for itself."""
    return not name.startswith("_") and (callable(value) or isinstance(value, _KEPT))


def _paths() -> Callable[[], None]:
    folder, environment, search = os.getcwd(), dict(os.environ), list(sys.path)

    def undo() -> None:
        os.chdir(folder)
        sys.path[:] = search
        if dict(os.environ) != environment:
            os.environ.clear()
            os.environ.update(environment)

    return undo


def _random() -> Callable[[], None]:
    state = random.getstate()
    numpy = sys.modules.get("numpy.random")
    numpy_state = numpy.get_state() if numpy else None

    def undo() -> None:
        random.setstate(state)
        if numpy:
            numpy.set_state(numpy_state)

    return undo


def _locale() -> Callable[[], None]:
    before = locale.setlocale(locale.LC_ALL)

    def undo() -> None:
        if locale.setlocale(locale.LC_ALL) != before:
            locale.setlocale(locale.LC_ALL, before)

    return undo


def _matplotlib() -> Callable[[], None]:
    matplotlib = sys.modules.get("matplotlib")
    before = dict(matplotlib.rcParams) if matplotlib else {}

    def undo() -> None:
        if matplotlib and dict(matplotlib.rcParams) != before:
            matplotlib.rcParams.update(before)

    return undo


def _reset_pandas() -> None:
    pandas = sys.modules.get("pandas")
    if pandas:
        pandas.reset_option("^display")
