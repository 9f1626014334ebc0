# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""`forum import`: what becomes of notebooks, with the marks of nbgrader or Otter, without any, or broken."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from nbformat import v4

from transferforum import checks, cli
from transferforum.content import load
from transferforum.content.tasks import task_of
from transferforum.grading.grade import grade
from transferforum.model import Exercise
from transferforum.notebooks import reading
from transferforum.notebooks.code import take_apart

ODD: tuple[object, ...] = (None, "", [], {}, True, -1, 10**9, float("nan"), len)
"""Values that a learner may hand in and that no check may accept or stumble over."""


def text(source: str, **metadata: Any) -> Any:
    return v4.new_markdown_cell(source, metadata=metadata)


def code(source: str, result: str = "", **metadata: Any) -> Any:
    outputs = [v4.new_output("execute_result", data={"text/plain": result}, execution_count=1)] if result else []
    return v4.new_code_cell(source, metadata=metadata, outputs=outputs)


def raw(source: str) -> Any:
    return v4.new_raw_cell(source)


def grader(**about: Any) -> dict[str, Any]:
    return {"nbgrader": {"schema_version": 3, "locked": False, "grade": False, "solution": False, **about}}


NBGRADER = [
    text("# Gebühren für den Müll\n\nDie Abfallberatung der Beispielstadt rechnet nach. Das Ergebnis heißt `summe`."),
    code("%matplotlib inline\n!pip install seaborn\ngebuehren = [12, 30, 18]"),
    code(
        "### BEGIN SOLUTION\nsumme = sum(gebuehren)\nmittel = summe / len(gebuehren)\n### END SOLUTION",
        **grader(solution=True, grade_id="summe"),
    ),
    code(
        'assert summe == 60, "Zählen Sie alle drei Gebühren zusammen."\n'
        "### BEGIN HIDDEN TESTS\nassert isinstance(mittel, float)\n"
        "assert abs(mittel - 20) < 0.01\n### END HIDDEN TESTS",
        **grader(grade=True, locked=True, points=2, grade_id="test_summe"),
    ),
]
OTTER = [
    raw("# ASSIGNMENT CONFIG\ninit_cell: true"),
    code("import otter\ngrader = otter.Notebook()"),
    code("tonnen = [80, 120, 240]"),
    raw("# BEGIN QUESTION\nname: groesste\npoints: 1"),
    text("## Die größte Tonne\n\nWelche Tonne ist die größte? Der Name ist `groesste`."),
    raw("# BEGIN SOLUTION"),
    code("groesste = max(tonnen) # SOLUTION"),
    raw("# END SOLUTION"),
    raw("# BEGIN TESTS"),
    code(
        '""" # BEGIN TEST CONFIG\nfailure_message: Gesucht ist die größte Zahl.\n""" # END TEST CONFIG\n'
        "groesste == 240",
        "True",
    ),
    code("# HIDDEN\ngroesste % 10", "0"),
    raw("# END TESTS"),
    raw("# END QUESTION"),
    raw("# BEGIN QUESTION\nname: doppelt"),
    text("## Doppelt so groß\n\nSchreiben Sie eine Funktion `doppelt`. Rechnen Sie mit `groesste`."),
    raw("# BEGIN SOLUTION"),
    code(
        "def doppelt(liter):\n    # BEGIN SOLUTION\n    zwei = 2\n    return liter * zwei\n    # END SOLUTION\n\n"
        "liter = doppelt(groesste) # SOLUTION"
    ),
    raw("# END SOLUTION"),
    raw("# BEGIN TESTS"),
    code(
        "def test_doppelt(doppelt, liter):\n    assert doppelt(3) == 6\n    assert liter == 480\n\n"
        "test_doppelt(doppelt, liter)  # IGNORE"
    ),
    raw("# END TESTS"),
    raw("# END QUESTION"),
]
PLAIN = [
    text("## Müll zählen\n\n![Tonne](attachment:tonne.png)\nZählen Sie die Tonnen."),
    code("import csv\n\nwith open('tonnen.csv') as datei:\n    zeilen = list(csv.reader(datei))", "[]"),
    text("Tipp: Die Kopfzeile zählt nicht."),
    code("anzahl = len(zeilen) - 1\nprint(anzahl)"),
]


def write(folder: Path, cells: list[Any], name: str = "blatt.ipynb", **metadata: Any) -> Path:
    notebook = v4.new_notebook(cells=cells, metadata=metadata)
    path = folder / name
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path


def forum_import(root: Path, path: Path, *more: str) -> int:
    return cli.main(["--root", str(root), "import", str(path), *more])


def exercise(root: Path, id: str) -> Exercise:
    """The imported exercise; nothing is wrong with its form."""
    forum, faults = load(root)
    assert [fault for fault in faults if fault.code != "kurs-unbekannt"] == []
    found = forum.exercise(id)
    assert found
    return found


def proves_itself(one: Exercise, *, passes: bool = True) -> None:
    """The start gets the stated feedback, the solution too, and odd values neither pass nor break the check."""
    task = task_of(one)
    started, solved = grade(task, one.start.source), grade(task, one.solution.source)
    assert (started.passed, started.message, started.fault) == (False, one.start_feedback, "")
    assert (solved.passed, solved.message) == (passes, one.solution_feedback)
    names = [line.split(" = ")[0] for line in one.start.source.split("\n") if line.endswith("= ...")]
    for odd in ODD:
        value = "len" if odd is len else f"float('{odd}')" if isinstance(odd, float) else repr(odd)
        verdict = grade(task, "\n".join(f"{name} = {value}" for name in names))
        assert (verdict.passed, verdict.fault) == (False, "")


def test_nbgrader(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert forum_import(small, write(tmp_path, NBGRADER), "--course", "probe") == 0
    report = capsys.readouterr().out
    one = exercise(small, "gebuehren-fuer-den-muell")
    assert (one.title, one.course, one.objectives, one.packages) == ("Gebühren für den Müll", "probe", ("rechnen",), ())
    assert one.setup == "gebuehren = [12, 30, 18]"
    assert one.start.source == "summe = ...\nmittel = ..."
    assert one.solution.source == "summe = sum(gebuehren)\nmittel = summe / len(gebuehren)"
    assert one.task[0].text.startswith("Die Abfallberatung")
    proves_itself(one)
    assert grade(task_of(one), "summe = 3\nmittel = 20.0").message == "Zählen Sie alle drei Gebühren zusammen."
    assert not grade(task_of(one), "summe = 60\nmittel = 21.0").passed
    assert "- Zelle 2: `!pip install seaborn` versteht nur Jupyter." in report
    assert "- Zelle 4: Versteckte Tests gibt es hier nicht." in report
    assert "- Zelle 4: Punkte gibt es im Forum nicht." in report


def test_each_part_of_an_nbgrader_sheet_keeps_what_belongs_to_it(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cells = [
        text("# Arbeitsblatt"),
        text("## Teil A\n\nSchreiben Sie `netto`."),
        code(
            "def netto(x):\n    ### BEGIN SOLUTION\n    return x\n    ### END SOLUTION",
            **grader(solution=True, grade_id="a"),
        ),
        text("Aus 4 wird 4."),
        code("netto(4)", "4"),
        code("assert netto(3) == 3", **grader(grade=True)),
        text("---"),
        text("## Teil B\n\nSchreiben Sie `brutto`."),
        code("### BEGIN SOLUTION\nbrutto = netto(5) * 2\n### END SOLUTION", **grader(solution=True, grade_id="b")),
        code("assert brutto == 10", **grader(grade=True)),
        text("Was haben Sie gelernt?", **grader(grade=True, solution=True, grade_id="c")),
    ]
    assert forum_import(small, write(tmp_path, cells), "--course", "probe") == 0
    report = capsys.readouterr().out
    first, second = exercise(small, "blatt-a"), exercise(small, "blatt-b")
    assert (first.title, second.title) == ("Teil A", "Teil B")
    assert [part.text for part in second.task] == ["Schreiben Sie `brutto`."]
    assert [part.text for part in first.task] == ["**Arbeitsblatt**\n\nSchreiben Sie `netto`.\n\nAus 4 wird 4."]
    assert (first.setup, second.setup) == ("", "def netto(x):\n    return x")
    proves_itself(second)
    assert "- Zelle 5: Der Code probiert eine Lösung nur aus." in report
    assert "- Zelle 11: Eine Antwort in Worten, die ein Mensch bewertet, gibt es hier nicht." in report


def test_forum_check_names_only_what_an_author_must_write(small: Path, tmp_path: Path) -> None:
    forum_import(small, write(tmp_path, NBGRADER), "--course", "probe")
    forum, faults = load(small)
    assert {problem.code for problem in (*faults, *checks.run(forum))} == {
        "fehler-zu-wenige",
        "minuten",
        "tipp-fehlt",
        "uebung-lernziel",
    }


def test_what_is_open_is_asked_for(small: Path, tmp_path: Path) -> None:
    forum_import(small, write(tmp_path, NBGRADER))
    problems = load(small)[1]
    assert [problem.code for problem in problems] == ["kurs-unbekannt"]
    assert "`probe`" in problems[0].cure


def test_otter_gives_an_exercise_for_each_question(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert forum_import(small, write(tmp_path, OTTER), "--course", "probe") == 0
    report = capsys.readouterr().out
    largest, double = exercise(small, "blatt-groesste"), exercise(small, "blatt-doppelt")
    assert (largest.title, double.title) == ("Die größte Tonne", "Doppelt so groß")
    assert (largest.setup, largest.start.source) == ("tonnen = [80, 120, 240]", "groesste = ...")
    assert double.setup == "tonnen = [80, 120, 240]\n\ngroesste = max(tonnen)"
    assert double.start.source == "def doppelt(liter):\n    ...\n\nliter = ..."
    assert "# BEGIN" not in double.solution.source
    assert "# SOLUTION" not in double.solution.source
    proves_itself(largest)
    task = task_of(double)
    assert grade(task, double.solution.source).passed
    assert grade(task, double.start.source).message == double.start_feedback
    assert grade(task_of(largest), "groesste = 80").message == "Gesucht ist die größte Zahl."
    assert "- Zelle 7: Eine spätere Aufgabe braucht diese Lösung." in report
    assert "- Zelle 1: Die Einstellungen von Otter gelten hier nicht." in report


def test_one_question_of_several(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, OTTER)
    assert forum_import(small, path, "--question", "dopelt") == 2
    assert "`groesste`, `doppelt`" in capsys.readouterr().err
    assert forum_import(small, path, "--question", "groesste", "--id", "tonne") == 0
    assert [one.name for one in sorted((small / "exercises").iterdir())] == ["summe", "tonne"]


def test_a_notebook_without_marks(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, PLAIN)
    assert (
        forum_import(small, path, "--id", "tonnen", "--title", "Wie viele Tonnen?", "--skill", "C", "--minutes", "5")
        == 0
    )
    report = capsys.readouterr().out
    one = exercise(small, "tonnen")
    assert (one.title, one.skill, one.minutes) == ("Wie viele Tonnen?", "C", 5)
    assert (one.start.source, [hint.text for hint in one.hints]) == ("anzahl = ...", ["Die Kopfzeile zählt nicht."])
    assert "attachment" not in one.path.read_text(encoding="utf-8")
    assert not grade(task_of(one), "anzahl = 3").passed, "a check that nobody has written yet lets nothing pass"
    for line in (
        "- Zelle 4: Ohne Zeichen von nbgrader oder Otter gilt diese Zelle als Lösung.",
        "- Zelle 2: Der Code vor der Lösung läuft als Vorbereitung",
        "- Zelle 1: Ein Bild aus der Zelle fehlt („Tonne“).",
        "- Zelle 2: Gespeicherte Ausgaben entfallen.",
        "Lesen Sie im Code `data/tonnen.csv` statt `tonnen.csv`.",
        "Schreiben Sie die Prüfung in `check.py`.",
        "persönliche Daten?",
    ):
        assert line in report


def test_a_notebook_for_learners_has_no_solution(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gap = "def halb(zahl):\n    # YOUR CODE HERE\n    raise NotImplementedError()"
    path = write(tmp_path, [text("# Halb"), code(gap, **grader(solution=True)), code("assert halb(4) == 2")])
    assert forum_import(small, path) == 0
    one = exercise(small, "halb")
    assert one.start.source == "def halb(zahl):\n    ..."
    assert grade(task_of(one), one.start.source).message == one.start_feedback
    assert grade(task_of(one), "def halb(zahl):\n    return zahl / 2").passed
    assert "Das Notebook enthält keine Lösung." in capsys.readouterr().out


def test_what_the_browser_does_not_have_is_named(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cells = [
        text("# Task\n\nWrite the function that is used for the plot and return the value."),
        code("import seaborn\nimport ipywidgets\nimport pandas as pd\nt = pd.read_csv('https://example.org/t.csv')"),
        code("%%bash\nls"),
        code("x = t.shape[0]"),
        code("import numpy as np\nfor i in range(3):\n    assert x > i"),
    ]
    assert forum_import(small, write(tmp_path, cells), "--id", "plot") == 0
    report = capsys.readouterr().out
    assert exercise(small, "plot").packages == ("pandas",)
    for words in (
        "`seaborn`",
        "`ipywidgets`",
        "aus dem Netz",
        "`%%bash`",
        "englisch",
        "Zelle 5: Der Test ließ sich nicht",
    ):
        assert words in report
    assert "#     for i in range(3):" in (small / "exercises/plot/check.py").read_text(encoding="utf-8")


def test_nothing_is_overwritten(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in small.rglob("*") if path.is_file()}
    assert forum_import(small, write(tmp_path, NBGRADER), "--id", "summe") == 2
    assert "Die Kennung `summe` gibt es schon." in capsys.readouterr().err
    assert {path: path.read_bytes() for path in small.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("content", "status", "words"),
    [
        (b"", 1, "ist leer"),
        (b"%PDF-1.7", 1, "kein gültiges JSON"),
        ("{}".encode("utf-16"), 1, "nicht als UTF-8"),
        (b"[" * 100_000, 1, "kein gültiges JSON"),
        (b"[]", 1, "ist kein Notebook"),
        (b'{"nbformat": 3, "worksheets": [{"cells": []}]}', 1, "nbformat 3"),
        (b'{"nbformat": 4, "cells": []}', 1, "ist leer"),
        (b'{"nbformat": 4, "cells": [7]}', 1, "Zelle 1 hat keine bekannte Art"),
        (b'{"nbformat": 4, "cells": [{"cell_type": "markdown", "source": "nur Text"}]}', 1, "keine Aufgabe mit Code"),
        (
            b'{"nbformat": 4, "metadata": {"kernelspec": {"language": "R"}}, "cells": []}',
            1,
            "für „R“ geschrieben",
        ),
        (None, 2, "Das gibt es nicht"),
    ],
)
def test_what_cannot_be_imported(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, status: int, words: str
) -> None:
    path = tmp_path / "blatt.ipynb"
    if content is not None:
        path.write_bytes(content)
    assert forum_import(small, path) == status
    out, errors = capsys.readouterr()
    assert words in errors
    assert (out, errors.count("\n")) == ("", 1)
    assert [one.name for one in (small / "exercises").iterdir()] == ["summe"]


def test_a_huge_file_is_not_read(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(reading, "LARGEST", 100)
    assert forum_import(small, write(tmp_path, PLAIN)) == 1
    assert "größer als 50 MB" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--course", "prob"], "Meinen Sie: `probe`?"),
        (["--course", "probe", "--objective", "lesen"], "Vorhanden sind: `rechnen`"),
        (["--id", "Müll"], "ist keine Kennung"),
    ],
)
def test_a_wrong_call(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], words: str
) -> None:
    assert forum_import(small, write(tmp_path, NBGRADER), *more) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    ("marked", "start", "solution"),
    [
        ("x = 1 # SOLUTION", "x = ...", "x = 1"),
        ("a, b = 1, 2  # SOLUTION", "a = ...\nb = ...", "a, b = 1, 2"),
        ("t['a'] = 1 # SOLUTION\nprint(t) # SOLUTION NO PROMPT", "t['a'] = ...", "t['a'] = 1\nprint(t)"),
        (
            "import random\nrandom.seed(4) # SEED\nz = random.random() # SOLUTION",
            "import random\nrandom.seed(4)\nz = ...",
            None,
        ),
        ("if x == 1: # SOLUTION\n    y = 2 # SOLUTION", "y = ...", "if x == 1:\n    y = 2"),
        (
            "def f(x):\n    # BEGIN SOLUTION NO PROMPT\n    return x\n    # END SOLUTION\n"
            '    """ # BEGIN PROMPT\n    pass\n    """; # END PROMPT',
            "def f(x):\n    pass",
            "def f(x):\n    return x",
        ),
        (
            "### BEGIN SOLUTION\nimport csv\n\ndef g(x):\n    '''Tut es.'''\n    return x\n### END SOLUTION",
            'import csv\ndef g(x):\n    """Tut es."""\n    ...',
            None,
        ),
    ],
)
def test_marked_code_is_taken_apart(marked: str, start: str, solution: str | None) -> None:
    answer = take_apart(marked)
    assert answer.start == start
    assert solution is None or answer.solution.rstrip() == solution
    assert "SOLUTION" not in answer.solution


@pytest.mark.parametrize(
    ("test", "line"),
    [
        ("assert x == 2.5", "if not close(x, 2.5, tolerance=1e-09):"),
        ("assert x == [1, 2]", "if x != [1, 2]:"),
        ("assert x == 'a', 'Noch nicht.'", "if x != 'a':"),
        ("import numpy as np\nassert np.isclose(x, 3, atol=0.1)", "if not close(x, 3, tolerance=0.1):"),
        ("from nose.tools import assert_equal\nassert_equal(x, 7)", "if x != 7:"),
        ("assert len(x) == 3 and max(x) > 1", "if not holds(lambda: max(x) > 1):"),
        ("import math\nassert x == math.floor(3.5)", "if not holds(lambda: x == math.floor(3.5)):"),
        ("import pandas as pd\nassert isinstance(x, pd.DataFrame)", 'run.table("x")'),
        (
            "try:\n    x(0)\nexcept ValueError:\n    pass\nelse:\n    raise AssertionError('Null fehlt.')",
            "if not raises(lambda: x(0), ValueError):",
        ),
        (
            "from nose.tools import assert_raises\nassert_raises(TypeError, x, 1)",
            "if not raises(lambda: x(1), TypeError):",
        ),
        ("assert x == unbekannt", "#     assert x == unbekannt"),
    ],
)
def test_simple_tests_become_findings(small: Path, tmp_path: Path, test: str, line: str) -> None:
    forum_import(small, write(tmp_path, [code("x = 1"), code(test)]), "--id", "frage", "--course", "probe")
    written = (small / "exercises/frage/check.py").read_text(encoding="utf-8")
    assert line in written
    compile(written, "check.py", "exec")
