# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The examples in `templates/`: their text with answers put in, each in the spelling of the place where it goes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory

import yaml

from ..grading.grade import load_module

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_FOLDER = resources.files(__package__).joinpath("templates")


def filled(name: str, **values: str) -> bytes:
    """A template with values for its names."""
    return Template(text_of(name)).substitute(values).encode()


def text_of(name: str) -> str:
    """A template as it is."""
    return _FOLDER.joinpath(*name.split("/")).read_text(encoding="utf-8")


def mistakes() -> dict[str, bytes]:
    """The wrong answers of the exercise, by file name."""
    folder = _FOLDER.joinpath("exercise", "mistakes")
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name.endswith(".py")}


def generated(generator: str) -> dict[str, bytes]:
    """What a generator makes of its seed, by file name."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "generate.py")
        path.write_text(generator, encoding="utf-8")
        module = load_module(path)
    files: dict[str, bytes] = module.generate(module.SEED)
    return files


def heading(title: str) -> str:
    """A title as Markdown that shows it sign by sign."""
    return _MARKDOWN.sub(r"\\\1", title)


def toml(value: str | Iterable[str]) -> str:
    """A text, or a list of texts, in TOML."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return f"[{', '.join(map(toml, value))}]"


def in_yaml(value: str | Iterable[str]) -> str:
    """A text, or a list of texts, in YAML; in quotes only where it needs them."""
    if not isinstance(value, str):
        return f"[{', '.join(map(in_yaml, value))}]"
    try:
        plain = yaml.safe_load(f"a: {value}\nb: [{value}]") == {"a": value, "b": [value]}
    except yaml.YAMLError:
        plain = False
    return value if plain else json.dumps(value, ensure_ascii=False)
