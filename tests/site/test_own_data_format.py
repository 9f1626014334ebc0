# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page knows the format in which an exercise reads the file that learners may replace."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from conftest import ROOT

from transferforum.content import load
from transferforum.model import Exercise
from transferforum.site.own_data import own_data


def described(folder: Path, content: bytes, code: str = "") -> dict[str, object]:
    """What is said of an exercise whose file has this content; `code` is its solution."""
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data/x.csv").write_bytes(content)
    known = _known()
    solution = dataclasses.replace(known.solution, source=code)
    found = own_data(dataclasses.replace(known, folder=folder, own_data="x.csv", solution=solution, setup=""))
    assert found
    return found


def _known() -> Exercise:
    known = load(ROOT)[0].exercise("baumliste-lesen")
    assert known
    return known


def test_the_real_exercise() -> None:
    found = own_data(_known())
    assert found == {
        "name": "data/baeume.csv",
        "separator": ";",
        "decimal": ",",
        "encoding": "cp1252",
        "columns": ["Baum", "Baumart", "Straße", "Bezirk", "Gepflanzt", "Liter"],
    }
    contract = json.loads((ROOT / "tests/contract/page.json").read_text(encoding="utf-8"))
    assert list(found) == contract["ownData"]


def test_no_file_may_be_replaced_unless_the_author_says_so() -> None:
    assert own_data(dataclasses.replace(_known(), own_data="")) is None


@pytest.mark.parametrize(
    ("content", "separator", "decimal", "encoding"),
    [
        ("Straße;Liter\r\nA;62,5\r\n".encode("cp1252"), ";", ",", "cp1252"),
        ("Straße;Liter\nA;62,5\n".encode(), ";", ",", "utf-8"),
        ("Straße,Liter\nA,62.5\n".encode("utf-8-sig"), ",", ".", "utf-8-sig"),
        (b"Name\tLiter\nA\t62.5\n", "\t", ".", "utf-8"),
        (b"Name,Liter\nA,3\n", ",", ".", "utf-8"),
        (b"Name;Liter\nA;3\n", ";", ",", "utf-8"),
        (b'"Name|voll"|Liter\nA|3\n', "|", ",", "utf-8"),
        (b"", ";", ",", "utf-8"),
    ],
)
def test_formats(content: bytes, separator: str, decimal: str, encoding: str, tmp_path: Path) -> None:
    found = described(tmp_path, content)
    assert (found["separator"], found["decimal"], found["encoding"]) == (separator, decimal, encoding)


def test_where_no_sign_tells_the_code_says_the_encoding(tmp_path: Path) -> None:
    code = 'import pandas as pd\nx = pd.read_csv("data/x.csv", sep=";", encoding="cp1252")'
    assert described(tmp_path, b"Name;Liter\nA;3\n", code)["encoding"] == "cp1252"
    assert described(tmp_path, b"Name;Liter\nA;3\n", code.replace("x.csv", "y.csv"))["encoding"] == "utf-8"
    assert described(tmp_path, b"Name;Liter\nA;3\n", "kein Python (")["encoding"] == "utf-8"
