# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Python's errors in words that help a beginner, with the right line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transferforum.grading.problems import ExplainedError
from transferforum.grading.runner import Session


def explained(code: str, *before: str) -> ExplainedError:
    session = Session(Path.cwd())
    for earlier in before:
        assert session.run(earlier).error is None
    error = session.run(code).error
    assert error is not None
    return error


TABLE = "import pandas\ntabelle = pandas.DataFrame({'Baum': [1, 2], 'Art': ['Linde', 'Ahorn']})"


@pytest.mark.parametrize(
    ("code", "message", "step"),
    [
        ("zahl = anzahl + 1", "`anzahl` kennt Python nicht", "weiter oben"),
        ("anzahl = 1\nprint(Anzahl)", "`Anzahl` kennt Python nicht", "Meinten Sie `anzahl`?"),
        ("if 1 == 1\n    x = 1", "fehlt ein Doppelpunkt", "`:`"),
        ("if x = 1:\n    pass", "einfaches Gleichheitszeichen", "`==`"),
        ("print('a'", "nicht geschlossen", "Klammer"),
        ("x = 'abc", "Text hat kein Ende", "Anführungszeichen"),
        ("x = „abc“", "typografische Anführungszeichen", "gerade"),
        ("plz = 03", "nicht mit 0 beginnen", "als Text"),
        ("if True:\nx = 1", "fehlt eine eingerückte Zeile", "vier Leerzeichen"),
        ("x = 1\n  y = 2", "anders eingerückt", "genau unter"),
        ("float('3,5')", "Dezimalkomma", 'decimal=","'),
        ("int('zwölf')", "keine Zahl machen", "Wort"),
        ("'Anzahl: ' + 3", "Text und Zahl", "str("),
        ("stunden = 4,5\n8 + stunden", "Komma", "mit Punkt"),
        ("4,5 + 8\nstunden = 4,5\nstunden + 8", "Komma", "auch in den Zeilen davor"),
        ("x = [1, 2]\nx[5]", "So viele Einträge", "zählt ab 0"),
        ("1 / 0", "Durch 0", "Schrägstrich"),
        ("open('data/bäume.csv')", "`data/bäume.csv` gibt es nicht", "Ordner `data`"),
        ("import panda", "`panda` gibt es hier nicht", "pandas"),
        ("input('Name?')", "Eingabe", "direkt in den Code"),
        ("def f():\n    return f()\nf()", "ohne Ende selbst", "aufhört"),
        ("x = 5\nx()", "kein Befehl", "eckigen Klammern"),
        ("x = ...\nx + 1", "noch eine Lücke", "Ersetzen"),
        ("quit()", "beendet sich", "quit()"),
        ("b'\\xfc'.decode('utf-8')", "anders gespeichert", "cp1252"),
        ("x = None\nx.upper()", "leeren Wert", "Zeile"),
    ],
)
def test_words(code: str, message: str, step: str) -> None:
    error = explained(code)
    assert message in error.message
    assert step in error.next
    assert error.name in error.original


@pytest.mark.parametrize(
    ("code", "message", "step"),
    [
        ("tabelle['art']", "Spalte `art` gibt es nicht", "Meinten Sie `Art`?"),
        ("tabelle[['Art', 'Hohe']]", "Mindestens eine", "`Baum`, `Art`"),
        ("tabelle.hed()", "weder eine Spalte noch einen Befehl `hed`", "`head`"),
        ("tabelle[tabelle['Baum'] > 1 and tabelle['Art'] == 'Linde']", "viele Antworten", "`&`"),
        ("tabelle['Art'] > 3", "Text und Zahl", 'decimal=","'),
        ("tabelle['Baum'].quantile(90)", "zwischen 0 und 1", "0.9"),
        ("pandas.to_datetime('31.12.2026', format='%Y-%m-%d')", "Datum hat eine andere Form", "dayfirst"),
    ],
)
def test_words_about_tables(code: str, message: str, step: str) -> None:
    error = explained(code, TABLE)
    assert message in error.message
    assert step in error.next


def test_the_line_is_the_learners_own() -> None:
    error = explained("import json\ndaten = '{'\njson.loads(daten)")
    assert error.line == 3
    assert "json/decoder" not in error.original
    assert "json.loads(daten)" in error.original


def test_an_error_inside_a_function_names_the_line_in_it() -> None:
    assert explained("def f():\n    return fehlt\n\nf()").line == 2


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(alphabet="abc =:()[]{}'\"\n\t.,+-*/%<>0123äß„“\\#@!?…", max_size=40))
def test_any_text_runs_or_is_explained_in_german(code: str) -> None:
    result = Session(Path.cwd()).run(code)
    if result.error:
        assert result.error.message.endswith((".", ")", "`"))
        assert result.error.next
        assert result.error.line is None or 1 <= result.error.line <= code.count("\n") + 2
