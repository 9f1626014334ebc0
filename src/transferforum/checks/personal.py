# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing in a text looks like somebody's data: account, e-mail, phone number, date of birth.

Why: examples are copied and sent on. What looks real may be real, and then it belongs to somebody. In invented data
and in code only an account number whose check digits are right is worth a look: chance hardly makes one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..content.faults import unreadable
from ..model import Forum
from ..problems import Problem

CODE = "personenbezug"
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@((?:[\w-]+\.)+[A-Za-z]{2,})")
_FREE_DOMAIN = re.compile(r"(?:^|\.)(?:example(?:\.\w+)?|beispielstadt\.\w+|test|invalid|localhost)$")
"""Domains that belong to nobody, and that of our invented town."""
_PHONE = re.compile(
    r"(?<![\w.,/:%-])(?:(?:\+|00)49[ /-]?(?:\(0\)[ /-]?)?|\(?0)[1-9]\d{1,4}\)?(?:[ /-]{1,3}\d{2,}){1,4}(?!\w)"
)
_MOBILE = re.compile(r"(?<![\w.,/:%+-])(?:(?:\+|00)49|0)1[5-7]\d{8,9}(?!\w)")
_FREE_PHONES = ("3023125", "6990009", "4066969", "2214710", "8999998")
"""Numbers without their first 0 that the Bundesnetzagentur keeps free for films and texts."""
_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_DAY = rf"(?:\d{{1,2}}\.\s?(?:\d{{1,2}}\.\s?|(?:{_MONTHS})\s)\d{{2,4}}|\d{{4}}-\d\d-\d\d)"
_BIRTH = re.compile(rf"(?:\bgeb\.|\bgeboren|\bGeburts(?:datum|tag)|\*)(?:\s+am)?:?\s{{0,2}}{_DAY}")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")

_CURES = {
    "Die IBAN": "Erfunden ist sie mit `DE00` am Anfang.",
    "Die E-Mail-Adresse": "Erfunden ist sie mit `@beispielstadt.example` am Ende.",
    "Die Telefonnummer": "Erfunden ist sie mit `069 90009` am Anfang.",
    "Das Geburtsdatum": "Meist reicht das Jahr oder das Alter.",
}


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at all texts of authors; the settings of the instance name its operator and are free."""
    for path in _texts(forum):
        if unreadable(path, forum.root):  # which is told already
            continue
        for number, line, code in _lines(path):
            for what, found in _ibans(line) if code else _patterns(line):
                yield _problem(forum, path, number, what, found, warning=code)
    for data in forum.data_sets:
        for path in data.files:
            for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n"), 1):
                for what, found in _ibans(line):
                    yield _problem(forum, path, number, what, found, warning=True)


def _problem(forum: Forum, path: Path, line: int, what: str, found: str, *, warning: bool) -> Problem:
    return Problem(
        path=forum.relative(path),
        line=line,
        code=CODE,
        message=f"{what} „{found}“ sieht echt aus.",
        cure=f"Löschen oder ersetzen Sie die Angabe. {_CURES[what]}",
        warning=warning,
        found=found,
    )


def _texts(forum: Forum) -> Iterator[Path]:
    folders = [course.folder for course in forum.courses] + [exercise.folder for exercise in forum.exercises]
    for folder in folders:
        yield from sorted(path for path in folder.glob("*") if path.suffix in {".md", ".toml", ".py"})
        yield from sorted(folder.glob("mistakes/*.py"))
    yield from (page.path for page in forum.pages if not any(page.path.is_relative_to(one) for one in folders))
    yield from sorted(path for path in forum.root.glob("*.toml") if path.name not in {"forum.toml", "pyproject.toml"})


def _lines(path: Path) -> Iterator[tuple[int, str, bool]]:
    """Number, text, and whether it is code; a directive of prose (a note, a question) is read like prose."""
    marks, code = "", path.suffix == ".py"
    for number, line in enumerate(path.read_text(encoding="utf-8-sig", errors="replace").split("\n"), 1):
        found = _FENCE.match(line) if path.suffix == ".md" else None
        if found and not marks:
            marks, code = found[1], "code-cell" in line or "{" not in line
        elif found and line.strip() == found[1] and found[1].startswith(marks):
            marks, code = "", False
        yield number, line, code


def _patterns(line: str) -> Iterator[tuple[str, str]]:
    yield from _ibans(line)
    for found in _MAIL.finditer(line):
        if not _FREE_DOMAIN.search(found[1].casefold()):
            yield "Die E-Mail-Adresse", found[0].rstrip(".")
    rest = _IBAN.sub(" ", line)
    for pattern in (_PHONE, _MOBILE):
        for found in pattern.finditer(rest):
            digits = re.sub(r"\D", "", re.sub(r"^(?:\+|00)49|\(0\)", "", found[0])).lstrip("0")
            if len(digits) >= 6 and not digits.startswith(_FREE_PHONES):
                yield "Die Telefonnummer", found[0]
        rest = pattern.sub(" ", rest)
    yield from (("Das Geburtsdatum", found[0]) for found in _BIRTH.finditer(line))


def _ibans(line: str) -> Iterator[tuple[str, str]]:
    for found in _IBAN.finditer(line):
        if is_iban(found[0]):
            yield "Die IBAN", found[0]


def is_iban(text: str) -> bool:
    """Whether the check digits are right (ISO 7064, modulo 97); a German number has 22 signs."""
    signs = text.replace(" ", "")
    if signs.startswith("DE") and len(signs) != 22:
        return False
    return int("".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])) % 97 == 1
