# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every check has its bad case, its section in the guide and a way to excuse a place; sound text passes them all."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import CORPUS, ROOT, overlay

from transferforum import checks
from transferforum.checks import wording
from transferforum.content import load
from transferforum.model import Excuse, Forum
from transferforum.problems import Problem

GUIDE = (ROOT / "docs/anleitung/pruefungen.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### [^\n]*: `([\w-]+)`\n(.*?)(?=^##|\Z)", GUIDE, re.MULTILINE | re.DOTALL))
CASES = {path.parent: path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("bad/*/expected.txt"))}
PAGE = "docs/lernen/seite.md"
Edit = Callable[[str, str, str], Path]


def read(root: Path) -> tuple[Forum, tuple[Problem, ...]]:
    forum, faults = load(root)
    assert faults == ()
    return forum, checks.run(forum)


def found(root: Path, text: str) -> list[tuple[str, str]]:
    """(code, what was found) on a page with this text."""
    page = root / PAGE
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(f"# Seite\n\n{text}\n", encoding="utf-8")
    return [(problem.code, problem.found) for problem in read(root)[1]]


def bad(code: str) -> Path:
    """A case that shows a code, the one of its name if there is one."""
    shown = [case for case, text in CASES.items() if re.search(rf" {code}$", text, re.MULTILINE)]
    return min(shown, key=lambda case: case.name != code)


def test_the_guide_has_a_section_for_every_check() -> None:
    assert list(SECTIONS) == list(dict.fromkeys(SECTIONS))
    assert sorted(SECTIONS) == sorted(checks.codes())


@pytest.mark.parametrize("code", checks.codes())
def test_the_guide_tells_how_grave_it_is_why_and_what_to_do(code: str, tmp_path: Path) -> None:
    section = SECTIONS[code]
    assert all(f"- **{part}:** " in section for part in ("Warum", "Abhilfe", "Ausnahme"))
    overlay(bad(code), tmp_path)
    seen = [problem for problem in checks.run(load(tmp_path)[0]) if problem.code == code]
    assert seen
    kinds = {"Hinweis" if problem.warning else "Fehler" for problem in seen}
    (stated,) = re.findall(r"- \*\*Stufe:\*\* (.*)", section)
    assert kinds <= set(stated.split(" oder "))
    assert all(problem.found for problem in seen) or code == checks.excuses.CODE, "what is found can be excused"


def test_sound_text_has_no_problems(small: Path) -> None:
    for case in sorted((CORPUS / "sound").iterdir()):
        shutil.copytree(case, small, dirs_exist_ok=True)
    forum, problems = read(small)
    assert [str(problem) for problem in problems] == []
    assert len(forum.pages) > 10


def test_a_page_may_excuse_a_place_and_must_need_it(small: Path) -> None:
    head = "---\nseite:\n  excuses:\n    - {check: wortwahl, text: Deadline, reason: So heißt das Programm.}\n---\n\n"
    page = small / PAGE
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(f"{head}# Programm\n\nDeadline zählt die Tage.\n", encoding="utf-8")
    forum, problems = read(small)
    assert problems == ()
    known = forum.page("docs/lernen/seite")
    assert known
    assert known.excuses == (Excuse(check="wortwahl", text="Deadline", reason="So heißt das Programm.", line=3),)
    page.write_text(f"{head}# Programm\n\nEs zählt die Tage.\n", encoding="utf-8")
    assert [(problem.code, problem.line) for problem in read(small)[1]] == [("ausnahme-unnoetig", 3)]


def test_a_wrong_answer_is_excused_in_its_exercise(small: Path, edit: Edit) -> None:
    edit("exercises/summe/mistakes/gezaehlt.py", "Rückmeldung: ", "Rückmeldung: Feedback. ")
    (problem,) = read(small)[1]
    assert (problem.path, problem.found) == ("exercises/summe/mistakes/gezaehlt.py", "Feedback")
    excuse = "  excuses: [{check: wortwahl, text: Feedback, reason: Ein Beispiel.}]\n"
    edit("exercises/summe/exercise.md", "  packages: []\n", f"  packages: []\n{excuse}")
    assert read(small)[1] == ()


@pytest.mark.parametrize(
    ("style", "wrong"),
    [
        (None, ["Bürger*innen", "Leser:innen", "Nutzer_innen", "KundInnen", "jede*r", "Helfer/-innen"]),
        ("stern", ["Leser:innen", "Nutzer_innen", "KundInnen", "Helfer/-innen"]),
        ("doppelpunkt", ["Bürger*innen", "Nutzer_innen", "KundInnen", "jede*r", "Helfer/-innen"]),
        (
            "neutral",
            [
                "Bürger*innen",
                "Leser:innen",
                "Leserinnen und Leser",
                "Kunden und Kundinnen",
                "Nutzer_innen",
                "KundInnen",
                "jede*r",
            ],
        ),
    ],
)
def test_the_setting_says_how_people_are_named(small: Path, style: str | None, wrong: list[str]) -> None:
    if style:
        with (small / "forum.toml").open("a", encoding="utf-8") as file:
            file.write(f'\n[wording]\ngender = "{style}"\n')
    text = "Bürger*innen und Leser:innen, auch Nutzer_innen und KundInnen. Das kann jede*r.\n\nHelfer/-innen.\n\n"
    text += "Leserinnen und Leser. **Alle** *lesen* `in_innen`. Drinnen ist es warm. LinkedIn und Beginn."
    text += " Kunden und Kundinnen. Drinnen und draußen, Termin oder Karte."
    seen = found(small, text)
    assert {code for code, _ in seen} == {"gendern"}
    assert {name for _, name in seen} >= set(wrong)
    assert {name for _, name in seen} - set(wrong) <= {"Helfer/-innen"}


@pytest.mark.parametrize(
    "text",
    [
        "Das Amt für Beispiele und Chancen (ABC) hilft.",
        "ABC (Amt für Beispiele und Chancen) hilft.",
        "Das Amt heißt kurz ABC. Es hilft.",
        "**ABC:** Amt für Beispiele und Chancen",
        "ABC steht für drei Buchstaben.",
    ],
)
def test_an_abbreviation_that_is_explained_may_be_used(small: Path, text: str) -> None:
    assert found(small, f"{text}\n\nDas ABC öffnet.") == []
    assert found(small, f"Das ABC öffnet.\n\n{text}") == [("abkuerzung", "ABC")]


def test_abbreviations_that_need_no_explanation(small: Path) -> None:
    assert (
        found(small, "Sie brauchen einen PC und eine PDF-Datei. Klicken Sie auf „ABC“. Der Befehl heißt `ABC`.") == []
    )


def test_a_term_of_the_glossary_explains_an_abbreviation(small: Path, edit: Edit) -> None:
    edit("glossary.toml", 'variants = ["Feld"]', 'variants = ["ABC"]')
    assert found(small, "Eine {term}`ABC-Datei <zelle>` liegt bei.\n\nDie ABC-Datei ist klein.") == []


def test_an_abbreviation_is_reported_once_on_its_line(small: Path) -> None:
    assert found(small, "Zuerst ein Satz.\nDann das ABC.\n\nUnd das ABC.") == [("abkuerzung", "ABC")]
    assert [(one.line, one.warning) for one in read(small)[1]] == [(4, True)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Klicken Sie auf die rote Schaltfläche.", ["rote Schaltfläche"]),
        ("Klicken Sie auf die rote Schaltfläche unten.", []),
        ("Der blaue Balken heißt „Nord“.", []),
        ("Pflichtfelder sind rot markiert.", ["rot markiert"]),
        ("Rote Buchen brauchen Wasser.", []),
    ],
)
def test_a_colour_is_not_the_only_sign(small: Path, text: str, names: list[str]) -> None:
    assert found(small, text) == [("farbe", name) for name in names]


def test_links_are_looked_at_in_boxes_too(small: Path) -> None:
    text = (
        "```{tip}\nMehr steht [hier](https://example.org).\n```\n\n[Satzung](https://example.org) und `https://x.org`."
    )
    assert found(small, text) == [("link-text", "hier")]


def test_words_of_the_list_in_answers_and_feedback_count(small: Path, edit: Edit) -> None:
    path = edit("courses/probe/zweite.md", "> Genau.", "> Genau, das Tool zählt.")
    line = path.read_text(encoding="utf-8").splitlines().index("  > Genau, das Tool zählt.") + 1
    assert [(one.code, one.line, one.found) for one in read(small)[1]] == [("wortwahl", line, "Tool")]


def test_each_word_of_the_list_has_a_reason_and_stands_there_once() -> None:
    words = [word.casefold() for entry in wording.entries() for word in entry.words]
    assert sorted(set(words)) == sorted(words)
    assert all(entry.reason.endswith(".") for entry in wording.entries())


def test_a_word_to_avoid_may_be_no_name_of_a_term(small: Path, edit: Edit) -> None:
    edit("glossary.toml", 'variants = ["Feld"]', 'variants = ["Feld"]\navoid = ["Ärger"]')
    assert [fault.code for fault in load(small)[1]] == ["begriff-doppelt"]
