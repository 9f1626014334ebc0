# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Questions on pages: what the script gets of each kind, and what is there without it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from conftest import CORPUS, ROOT, overlay, stand_in_web

from transferforum.content import load
from transferforum.content.answers import folded, read_number
from transferforum.model import Forum, Quiz
from transferforum.problems import Problem
from transferforum.site import building
from transferforum.site.quizzes import german, quiz_config, shuffled

CONTRACT = json.loads((ROOT / "tests/contract/quiz.json").read_text(encoding="utf-8"))
EXAMPLES = CONTRACT["examples"]


def read(small: Path, lines: list[str]) -> Quiz:
    """The one question that the lines are, in a lesson."""
    lesson = small / "courses/probe/erste.md"
    lesson.write_text(lesson.read_text(encoding="utf-8") + "\n" + "\n".join(lines) + "\n", encoding="utf-8")
    forum, faults = load(small)
    assert [str(fault) for fault in faults] == []
    (quiz,) = forum.courses[0].lessons[0].quizzes
    return quiz


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["config"]["id"])
def test_the_script_gets_what_the_contract_says(example: dict[str, Any], small: Path) -> None:
    assert json.loads(json.dumps(quiz_config(read(small, example["source"])))) == example["config"]


def test_the_contract_has_all_kinds_with_right_and_wrong_answers() -> None:
    kinds = {example["config"]["kind"] for example in EXAMPLES}
    assert kinds == {"single", "multiple", "number", "text", "order", "pairs", "gaps", "decision"}
    for example in EXAMPLES:
        assert {answer["passed"] for answer in example["answers"]} == {True, False}


@pytest.mark.parametrize(("text", "value"), CONTRACT["numbers"])
def test_numbers_are_read_as_in_the_page(text: str, value: float | None) -> None:
    assert read_number(text) == value


@pytest.mark.parametrize(("text", "plain"), CONTRACT["folded"])
def test_words_are_compared_as_in_the_page(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_a_number_too_large_to_be_one() -> None:
    assert read_number("9" * 400) is None


@pytest.mark.parametrize("count", range(2, 9))
def test_nothing_is_shown_in_its_right_order(count: int) -> None:
    orders = [shuffled(f"frage-{number}", count) for number in range(40)]
    assert all(sorted(order) == list(range(count)) != order for order in orders)
    assert count == 2 or len({tuple(order) for order in orders}) > 1
    assert orders == [shuffled(f"frage-{number}", count) for number in range(40)]


@pytest.mark.parametrize(
    ("value", "text"), [(62.5, "62,5"), (1234567.25, "1.234.567,25"), (-3, "-3"), (0.1, "0,1"), (1000, "1.000")]
)
def test_numbers_are_shown_in_german(value: float, text: str) -> None:
    assert german(value) == text
    assert read_number(german(value)) == value


def build_in(root: Path, out: Path, jobs: int = 1) -> tuple[Forum | None, tuple[Problem, ...]]:
    """Build a forum; the pages only name the bundles."""
    web = stand_in_web(out.parent / "web")
    return building.build(root, out, web=web, python=None, jobs=jobs, status=None)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The small forum's page with questions of all kinds."""
    folder = tmp_path_factory.mktemp("quizzes")
    root = Path(shutil.copytree(CORPUS / "good", folder / "forum"))
    _, problems = build_in(root, folder / "site")
    assert [str(problem) for problem in problems] == []
    return (folder / "site/kurse/probe/zweite.html").read_text(encoding="utf-8")


def shown(page: str, id: str) -> str:
    """The HTML of one question."""
    found = re.search(rf'<forum-quiz id="frage-{id}".*?</forum-quiz>', page, re.DOTALL)
    assert found
    return found[0]


def text(html: str) -> str:
    """What a reader sees when all is open."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_each_question_of_the_model_is_on_the_page_once(page: str) -> None:
    (lesson,) = (lesson for lesson in load(CORPUS / "good")[0].lessons() if lesson.quizzes)
    assert re.findall(r'<forum-quiz id="frage-([\w-]+)" data-quiz="\1"', page) == [quiz.id for quiz in lesson.quizzes]
    for quiz in lesson.quizzes:
        config = re.search(r'data-config="([^"]*)"', shown(page, quiz.id))
        assert config
        assert json.loads(unescape(config[1])) == quiz_config(quiz)


def test_headings_fit_the_section_they_stand_in(page: str) -> None:
    assert '<h3 class="forum-quiz__title">Frage</h3>' in shown(page, "summe-von")
    assert '<h3 class="forum-quiz__title">Entscheidung</h3>' in shown(page, "was-tun")


def test_question_and_explanation_are_markdown(page: str) -> None:
    html = shown(page, "summe-von")
    prompt = re.search(r'<div class="forum-quiz__prompt">(.*?)</div>', html, re.DOTALL)
    explanation = re.search(r'<div class="forum-quiz__explanation">(.*?)</div>\s*</details>', html, re.DOTALL)
    assert prompt
    assert explanation
    assert text(prompt[1]) == "Was rechnet sum() zusammen?"
    assert "<p>Eine Liste kann <strong>viele</strong> Zahlen enthalten.</p>" in explanation[1]
    assert "forum-quiz__explanation" not in shown(page, "was-zaehlt")


@pytest.mark.parametrize(
    ("id", "before", "answer"),
    [
        (
            "summe-von",
            "eine Liste einen Text",
            "Richtig: eine Liste – Genau. Falsch: einen Text – Ein Text hat keine Summe.",
        ),
        ("was-zaehlt", '7 7.5 "7"', 'Richtig: 7 Richtig: 7.5 Falsch: "7" – Das ist ein Text.'),
        (
            "wie-viel-wasser",
            "____ Liter",
            "Richtig ist 62,5 Liter (erlaubte Abweichung: 0,5). Falsch: 625 – Das Komma fehlt.",
        ),
        (
            "wie-heisst-es",
            "____",
            "Richtig ist: Strichpunkt oder Semikolon Falsch: Komma – Das Komma sieht anders aus.",
        ),
        ("was-zuerst", "prüfen lesen rechnen", "lesen rechnen prüfen"),
        (
            "was-gehoert",
            "sum() len() max() Dazu gehört jeweils eines davon: das Größte Anzahl Summe",
            "sum() – Summe len() – Anzahl max() – das Größte",
        ),
        (
            "was-fehlt",
            "Die Angabe ____ nennt das Zeichen. Der Befehl heißt pd. ____ .",
            "Die Angabe sep / Trennzeichen nennt das Zeichen. Der Befehl heißt pd. read_csv .",
        ),
        (
            "was-tun",
            "abwarten neu zählen",
            "abwarten : Die Zahlen werden nicht besser. neu zählen : Das dauert zwei Wochen.",
        ),
    ],
)
def test_without_script_there_is_all_to_read(page: str, id: str, before: str, answer: str) -> None:
    static = shown(page, id).partition('<div class="forum-quiz__static">')[2]
    asked, _, closed = static.partition("<details")
    assert text(asked) == before
    assert text(f"<details{closed}").removeprefix("Antwort zeigen ").removeprefix("Folgen zeigen ").startswith(answer)


def test_faults_in_markdown_have_their_line(small: Path, tmp_path: Path, edit: Callable[[str, str, str], Path]) -> None:
    path = edit("courses/probe/zweite.md", "Was rechnet `sum()`", "Siehe [oben](fehlt.md).\nWas rechnet `sum()`")
    edit("courses/probe/zweite.md", "Beides hat einen Preis.", "Beides\n\nhat {preis}`x`.")
    lines = path.read_text(encoding="utf-8").split("\n")
    _, problems = build_in(small, tmp_path / "site")
    assert {lines[problem.line - 1] for problem in problems} == {"Siehe [oben](fehlt.md).", "hat {preis}`x`."}


def test_an_id_that_is_free_again_is_shown_at_once(small: Path, tmp_path: Path) -> None:
    question = (small / "courses/probe/zweite.md").read_text(encoding="utf-8").partition("## Fragen")[2]
    first = small / "courses/probe/erste.md"
    before = first.read_text(encoding="utf-8")
    first.write_text(f"{before}\n## Fragen{question}", encoding="utf-8")
    _, problems = build_in(small, tmp_path / "site")
    assert {problem.code for problem in problems} == {"frage-doppelt"}
    second = tmp_path / "site/kurse/probe/zweite.html"
    assert "<forum-quiz" not in second.read_text(encoding="utf-8")
    first.write_text(before, encoding="utf-8")
    assert build_in(small, tmp_path / "site")[1] == ()
    assert second.read_text(encoding="utf-8").count("<forum-quiz ") == 8


def test_places_survive_reading_in_parallel(small: Path, tmp_path: Path) -> None:
    for number in range(6):  # Sphinx reads in parallel from six pages on
        page = (small / "courses/probe/erste.md").read_text(encoding="utf-8")
        question = f"```{{quiz}} frage-{number}\n:type: text\nWie heißt es?\n= Baum\n```\n"
        (small / f"courses/probe/extra-{number}.md").write_text(f"{page}\n{question}", encoding="utf-8")
    names = ", ".join(f'"extra-{number}"' for number in range(6))
    course = small / "courses/probe/course.toml"
    course.write_text(course.read_text().replace('"zweite"', f'"zweite", {names}'))
    assert build_in(small, tmp_path / "site", jobs=2)[1] == ()
    notes = tmp_path / "site.log"
    assert notes.read_text(encoding="utf-8").count("written courses/probe/extra-") == 6
    notes.unlink()
    assert build_in(small, tmp_path / "site", jobs=2)[1] == ()
    assert not notes.exists(), "the questions of all pages are known, so no page is read again"


@pytest.mark.parametrize("case", ["alles-auf-einmal", "doppelt", "ende", "kennung", "verschachtelt"])
def test_a_bad_question_is_left_out_and_reported_once(case: str, tmp_path: Path) -> None:
    overlay(CORPUS / f"bad/frage-{case}", tmp_path / "forum")
    forum, problems = build_in(tmp_path / "forum", tmp_path / "site")
    assert forum
    page = (tmp_path / "site/kurse/probe/erste.html").read_text(encoding="utf-8")
    ids = [quiz.id for quiz in forum.courses[0].lessons[0].quizzes]
    assert re.findall(r'<forum-quiz id="frage-([\w-]+)"', page) == ids
    expected = (CORPUS / f"bad/frage-{case}" / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert [f"{one.path}:{one.line} {one.code}" for one in problems] == expected
