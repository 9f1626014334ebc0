# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions and former ids, from files to the model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from transferforum.content import load
from transferforum.model import Choice, Decision, Gaps, Number, Option, Slip

Edit = Callable[[str, str, str], Path]
LESSON = "courses/probe/zweite.md"


def test_a_question_in_the_model(small: Path) -> None:
    (quiz, *_) = load(small)[0].courses[0].lessons[1].quizzes
    lines = (small / LESSON).read_text(encoding="utf-8").split("\n")
    assert (quiz.id, quiz.series, quiz.objectives, quiz.aliases) == (
        "summe-von",
        "kurz-geprueft",
        ("rechnen",),
        ("summe-wovon",),
    )
    assert lines[quiz.line - 1] == "```{quiz} summe-von"
    for prose in (quiz.question, quiz.explanation):
        assert prose
        assert lines[prose.line - 1] == prose.text
    assert quiz.body == Choice(
        options=(
            Option(text="eine Liste", right=True, feedback="Genau."),
            Option(text="einen Text", right=False, feedback="Ein Text hat keine Summe."),
        ),
        single=True,
    )


def test_lines_count_in_a_file_with_code_between_its_text(small: Path) -> None:
    lesson = small / "courses/probe/erste.md"
    start = lesson.read_text(encoding="utf-8")
    lesson.write_text(f"{start}\n\n\n```{{quiz}} spaet\n:type: radio\n```\n", encoding="utf-8")
    (fault,) = load(small)[1]
    assert lesson.read_text(encoding="utf-8").split("\n")[fault.line - 1] == ":type: radio"


def _body(small: Path, fence: str) -> object:
    lesson = small / "courses/probe/erste.md"
    lesson.write_text(f"{lesson.read_text(encoding='utf-8')}\n{fence}\n", encoding="utf-8")
    forum, faults = load(small)
    assert [str(fault) for fault in faults] == []
    (quiz,) = forum.courses[0].lessons[0].quizzes
    return quiz.body


def test_code_in_a_question_holds_no_answers(small: Path) -> None:
    fence = "````{quiz} mit-code\n:type: number\n\nWas steht in `x`?\n\n```python\nx\n= 3\n- 4\n```\n\n= 7\n````"
    assert _body(small, fence) == Number(value=7, tolerance=0, unit="", slips=())


def test_explanation_may_begin_in_its_first_line_and_hold_lists(small: Path) -> None:
    answers = "= 7\n- 34\n  > Das sind Texte."
    fence = f"```{{quiz}} kurz\n:type: number\n* Was ist `3 + 4`?\n{answers}\nErklärung: Python rechnet.\n- so\n```"
    assert _body(small, fence) == Number(
        value=7, tolerance=0, unit="", slips=(Slip(answer="34", feedback="Das sind Texte."),)
    )
    (quiz,) = load(small)[0].courses[0].lessons[0].quizzes
    assert quiz.explanation
    assert (quiz.question.text, quiz.explanation.text) == ("* Was ist `3 + 4`?", "Python rechnet.\n- so")


def test_long_answers_go_on_in_the_next_line(small: Path) -> None:
    fence = "~~~{decision} lang\nWas tun?\n\n- ganz\n  lange\n  > Das\n  >\n  > geht.\n- kurz\n> Auch das.\n~~~"
    assert _body(small, fence) == Decision(
        options=(
            Option(text="ganz lange", right=False, feedback="Das geht."),
            Option(text="kurz", right=False, feedback="Auch das."),
        )
    )


def test_gaps_side_by_side(small: Path) -> None:
    fence = "```{quiz} luecken\n:type: gaps\nErgänzen Sie.\n\n{{a}}{{b | c}}\n\n\nund {{d}}\n```"
    assert _body(small, fence) == Gaps(parts=(("a",), ("b", "c"), "\n\nund ", ("d",)))


def test_former_ids_are_read(small: Path, edit: Edit) -> None:
    edit("courses/probe/course.toml", 'id = "probe"', 'id = "probe"\naliases = ["test", "versuch"]')
    edit("courses/probe/erste.md", "objectives: [rechnen]", "objectives: [rechnen]\n  aliases: [anfang]")
    edit("exercises/summe/exercise.md", "  id: summe", "  id: summe\n  aliases: [addieren]")
    forum, faults = load(small)
    assert faults == ()
    assert forum.courses[0].aliases == ("test", "versuch")
    assert [lesson.aliases for lesson in forum.lessons()] == [("anfang",), ()]
    assert forum.exercises[0].aliases == ("addieren",)


@pytest.mark.parametrize(
    ("name", "old", "aliases"),
    [
        ("courses/probe/course.toml", 'id = "probe"', 'aliases = ["probe"]'),
        ("courses/probe/erste.md", "  minutes: 5", "  aliases: [frueher, zweite]"),
        ("exercises/summe/exercise.md", "  id: summe", "  aliases: [summe]"),
    ],
)
def test_a_former_id_belongs_to_one_thing(small: Path, edit: Edit, name: str, old: str, aliases: str) -> None:
    path = edit(name, old, f"{old}\n{aliases}")
    (fault,) = load(small)[1]
    assert (fault.path, fault.code) == (name, "id-vergeben")
    assert path.read_text(encoding="utf-8").split("\n")[fault.line - 1] == aliases


CATCH_ALL = """Alle genannten | alle oben genannten | Keine der genannten Antworten ist richtig | keine davon | Beides |
Alle Antworten sind richtig | Alle sind richtig | Alle drei | Alle drei Antworten stimmen | keine von beiden |
Keine Antwort ist richtig | Nichts von alledem | A und B sind richtig | Antwort a und c | weder noch"""
OWN = "Alle Bäume | keine Zahl | Alle drei Straßen | Beide Listen haben das Aktenzeichen"


@pytest.mark.parametrize("answer", [one.strip() for one in CATCH_ALL.split("|")])
def test_an_answer_that_sums_up_the_others_is_refused(answer: str, small: Path, edit: Edit) -> None:
    edit(LESSON, "- [ ] einen Text", f"- [ ] {answer}")
    assert [one.code for one in load(small)[1]] == ["frage-alle-genannten"]


@pytest.mark.parametrize("answer", [one.strip() for one in OWN.split("|")])
def test_an_answer_of_its_own_may_say_all(answer: str, small: Path, edit: Edit) -> None:
    edit(LESSON, "- [ ] einen Text", f"- [ ] {answer}")
    assert load(small)[1] == ()


def test_windows_line_ends_change_nothing(small: Path) -> None:
    before = load(small)[0]
    path = small / LESSON
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    after, faults = load(small)
    assert (after, faults) == (before, ())
