# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Grading: fresh names and files, other data, and nothing left behind for the next exercise."""

from __future__ import annotations

import json
import math
import os
import random
import sys
from pathlib import Path

import pytest

from transferforum.grading import Findings, NotYet, Right, Run, as_list, browser, close, german, is_number
from transferforum.grading.grade import HARD_CODED, Task, grade, load_task, run
from transferforum.grading.outputs import TEXT_LIMIT, Picture, Table, Text
from transferforum.grading.runner import Session


def _check(seen: Run) -> Findings:
    total = sum(int(row["zahl"]) for row in seen.rows("zahlen.csv"))
    if seen.variable("summe", int) != total:
        raise NotYet("Die Summe stimmt noch nicht.", next="Rechnen Sie nach.")
    yield Right("Die Summe stimmt.")


def _generate(seed: int) -> dict[str, bytes]:
    return {"zahlen.csv": f"zahl\n{seed}\n{seed + 1}\n".encode()}


TASK = Task(
    id="probe",
    setup="zeilen = open('data/zahlen.csv').read().split()[1:]",
    seed=4,
    files={"data/zahlen.csv": _generate(4)["zahlen.csv"]},
    check=_check,
    generate=_generate,
)
RIGHT = "summe = sum(int(zeile) for zeile in zeilen)"


def test_a_right_answer_passes() -> None:
    verdict = grade(TASK, RIGHT)
    assert verdict.passed
    assert verdict.message == "Die Summe stimmt."


def test_a_number_typed_in_by_hand_is_told_why() -> None:
    verdict = grade(TASK, "summe = 9")
    assert not verdict.passed
    assert verdict.message == HARD_CODED.text
    assert "fest in Ihrem Code" in HARD_CODED.next


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("", "Die Variable `summe` gibt es noch nicht."),
        ("Summe = 3", "Die Variable `summe` gibt es noch nicht."),
        ("summe = None", "`summe` ist noch leer."),
        ("summe = '9'", "`summe` ist noch nicht das, was gebraucht wird: eine ganze Zahl."),
        ("summe = 10", "Die Summe stimmt noch nicht."),
    ],
)
def test_what_is_missing_is_named(code: str, message: str) -> None:
    assert grade(TASK, code).message == message


def test_a_check_that_breaks_is_no_traceback_for_the_learner() -> None:
    def broken(seen: Run) -> Findings:
        yield Right("Der Anfang stimmt.")
        raise ZeroDivisionError

    verdict = grade(Task(id="x", setup="", seed=1, check=broken), "x = 1")
    assert not verdict.passed
    assert "ZeroDivisionError" in verdict.fault
    assert "Traceback" not in str(verdict.as_json())


VANDAL = """
import builtins, csv, math, os, random, sys, warnings
from pathlib import Path
builtins.len = builtins.sum = None
math.pi = 3
csv.DictReader.fieldnames = None
csv.DictReader = None
Path.read_text = None
os.environ['HOME'] = 'weg'
os.chdir('/')
sys.path.clear()
random.seed(1)
summe = 9
"""


def test_a_run_leaves_nothing_behind() -> None:
    random.seed(7)
    expected = random.Random(7).random()
    before = (len, sum, Path.read_text, os.environ.copy(), Path.cwd(), list(sys.path))
    assert grade(TASK, VANDAL).message == HARD_CODED.text
    assert (len, sum, Path.read_text, os.environ.copy(), Path.cwd(), list(sys.path)) == before
    assert math.pi > 3.14
    assert random.random() == expected
    assert grade(TASK, RIGHT).passed


COUNTER = 0


def test_a_run_leaves_alone_what_is_not_its_own() -> None:
    global COUNTER
    grade(TASK, RIGHT)
    COUNTER = 5
    grade(TASK, "import sys\nsys.modules['json'] = None\nimport json")
    assert COUNTER == 5
    assert run(TASK, "import json\njson.loads('3')").result == 3


def test_patched_pandas_does_not_reach_the_next_exercise() -> None:
    pandas = pytest.importorskip("pandas")
    before = (pandas.read_csv, pandas.DataFrame.head, pandas.get_option("display.max_rows"))
    code = "import pandas\npandas.read_csv = pandas.DataFrame.head = None\npandas.set_option('display.max_rows', 1)"
    run(TASK, code)
    assert (pandas.read_csv, pandas.DataFrame.head, pandas.get_option("display.max_rows")) == before


def test_files_of_one_run_are_not_there_in_the_next() -> None:
    assert run(TASK, "open('data/zahlen.csv', 'w').write('zahl\\n1\\n')\nopen('neu.txt', 'w').close()").error is None
    assert grade(TASK, RIGHT).passed
    error = run(TASK, "open('neu.txt')").error
    assert error is not None
    assert error.name == "FileNotFoundError"


def test_an_own_file_is_run_and_never_graded(small: Path) -> None:
    folder = small / "exercises/summe"
    setup = "zahlen = [int(zeile) for zeile in open('data/zahlen.csv').read().split()[1:]]"
    (folder / "exercise.json").write_text(json.dumps({"id": "summe", "setup": setup, "seed": 41}))
    browser.open_exercise("summe", str(folder))
    show = "summe = sum(zahlen)\nsumme"

    def shown() -> str:
        text: str = json.loads(browser.run_exercise("summe", show))["outputs"][0]["text"]
        return text

    browser.replace_file("summe", "data/zahlen.csv", b"zahl\n1\n2\n")
    assert shown() == "3"
    assert json.loads(browser.check_exercise("summe", show))["passed"]
    assert not json.loads(browser.check_exercise("summe", "summe = 3"))["passed"]
    browser.open_exercise("summe", str(folder))
    assert shown() == "3", "opening the place again keeps the file"
    browser.replace_file("summe", "data/zahlen.csv", None)
    assert shown() == "126"


def test_a_task_is_read_from_its_folder(small: Path) -> None:
    folder = small / "exercises/summe"
    (folder / "exercise.json").write_text('{"id": "summe", "setup": "zahlen = [41, 42, 43]", "seed": 41}')
    task = load_task(folder)
    assert set(task.files) == {"data/zahlen.csv"}
    assert task.other_files["data/zahlen.csv"] != task.files["data/zahlen.csv"]
    assert grade(task, "summe = sum(zahlen)").message == HARD_CODED.text


def test_outputs_come_in_order_and_are_cut() -> None:
    session = Session(Path.cwd())
    result = session.run("print('a')\ndisplay(3)\nprint('b')\n4")
    assert [output.kind for output in result.outputs] == ["text", "value", "text", "value"]
    flood = session.run(f"print('x' * {TEXT_LIMIT * 3})").outputs[0]
    assert isinstance(flood, Text)
    assert len(flood.text) < TEXT_LIMIT + 200
    assert "Hier ist Schluss" in flood.text


def test_names_stay_from_cell_to_cell() -> None:
    session = Session(Path.cwd())
    session.run("x = 20")
    assert session.run("x + 1").result == 21
    assert session.run("x;").outputs == ()


def test_tables_and_pictures() -> None:
    pytest.importorskip("matplotlib")
    session = Session(Path.cwd())
    table = session.run("import pandas\npandas.DataFrame({'Art': ['Linde'] * 30})").outputs[0]
    assert isinstance(table, Table)
    assert "30 Zeilen, 1 Spalte" in table.html
    drawing = (
        "import matplotlib.pyplot as plt\nplt.bar(['Mo', 'Di'], [3, 4])\n"
        "plt.title('Heiße Tage')\nplt.xlabel('Tag')\nplt.ylabel('Grad')"
    )
    outputs = session.run(drawing).outputs
    assert len(outputs) == 1
    picture = outputs[0]
    assert isinstance(picture, Picture)
    assert picture.png.startswith(b"\x89PNG")
    assert picture.alt == "Diagramm „Heiße Tage“, waagerecht: Tag, senkrecht: Grad, 2 Balken."


def test_values_of_numpy_read_as_plain_numbers() -> None:
    pytest.importorskip("numpy")
    shown = Session(Path.cwd()).run("import numpy\nnumpy.float64(3.5)").outputs[0]
    assert shown.as_json()["text"] == "3.5"


def test_helpers_of_checks() -> None:
    numpy = pytest.importorskip("numpy")
    assert as_list(numpy.array([1, 2])) == [1, 2]
    assert as_list({"b", "a"}) == ["a", "b"]
    assert as_list("ab") is None
    assert is_number(numpy.int64(3))
    assert not is_number(True)
    assert not is_number(float("nan"))
    assert close(1, 1.004)
    assert not close(1, "1")
    assert german(1234.5) == "1.234,5"
