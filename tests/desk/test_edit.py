# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""`forum edit`: nobody's work is lost in Jupyter, and a diff shows what the author changed and nothing else."""

from __future__ import annotations

import difflib
import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jupytext
import pytest
from conftest import ROOT
from nbformat import v4

from transferforum import cli
from transferforum.notebooks import edit
from transferforum.notebooks.tidy import NotTidyError, tidy

NOTEBOOKS = sorted(
    path
    for path in [*ROOT.glob("exercises/*/exercise.md"), *ROOT.glob("courses/*/*.md")]
    if "format_name: myst" in path.read_text(encoding="utf-8")
)
EXERCISE = "exercises/summe/exercise.md"


def read(text: str) -> Any:
    return jupytext.reads(text, fmt="md:myst")


def saved(notebook: Any) -> bytes:
    """What Jupyter writes: another kernel's name, its own notes, every cell in its own form."""
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
    notebook.metadata["language_info"] = {"name": "python", "pygments_lexer": "ipython3", "version": "3.11.7"}
    for cell in notebook.cells:
        cell.metadata.update({"editable": True, "slideshow": {"slide_type": ""}, "collapsed": False})
        if cell.cell_type == "code":
            cell.outputs = [v4.new_output("stream", name="stdout", text="3\n")]
            cell.execution_count = 1
    text: str = jupytext.writes(notebook, fmt="md:myst")
    return text.encode()


def changed(before: str, after: bytes) -> list[str]:
    """The lines that differ."""
    lines = difflib.ndiff(before.splitlines(), after.decode().splitlines())
    return [line for line in lines if line.startswith(("+ ", "- "))]


def test_there_are_notebooks() -> None:
    assert len(NOTEBOOKS) > 30


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_round_trip_without_change_leaves_no_diff(path: Path) -> None:
    original = path.read_bytes()
    assert tidy(original, saved(read(original.decode()))) == original


@pytest.mark.parametrize(
    "disguise",
    [
        lambda content: content.replace(b"\n", b"\r\n"),
        lambda content: b"\xef\xbb\xbf" + content,
        lambda content: content.rstrip(b"\n"),
        lambda content: content.replace(b"exercise:\n", b"exercise: # meine Notiz\n"),
        lambda content: content.replace(b"```\n\n", b"```\n"),
    ],
    ids=["crlf", "bom", "no-last-line-end", "comment", "no-blank-lines"],
)
def test_files_of_other_editors_stay_as_they_are(small: Path, disguise: Callable[[bytes], bytes]) -> None:
    original = disguise((small / EXERCISE).read_bytes())
    text = original.decode("utf-8-sig").replace("\r\n", "\n")
    assert tidy(original, saved(read(text))) == original


def test_a_changed_cell_is_the_only_change() -> None:
    path = ROOT / "exercises/giesswasser/exercise.md"
    text = path.read_text(encoding="utf-8")
    for number in range(len(read(text).cells)):
        notebook = read(text)
        notebook.cells[number].source += "\nNEU = 1"
        assert changed(text, tidy(text.encode(), saved(notebook))) == ["+ NEU = 1"]


def test_a_change_in_a_file_of_windows_keeps_its_line_ends(small: Path) -> None:
    text = (small / EXERCISE).read_text(encoding="utf-8")
    notebook = read(text)
    notebook.cells[0].source = "Kurz."
    tidied = tidy(text.replace("\n", "\r\n").encode(), saved(notebook))
    assert tidied.count(b"\n") == tidied.count(b"\r\n")
    assert b"\r\nKurz.\r\n" in tidied


def test_new_moved_and_deleted_cells(small: Path) -> None:
    text = (small / EXERCISE).read_text(encoding="utf-8")
    notebook = read(text)
    hint = v4.new_markdown_cell("Noch ein Tipp.", metadata={"tags": ["hint"]})
    notebook.cells.insert(4, hint)
    assert changed(text, tidy(text.encode(), saved(notebook))) == [
        '+ +++ {"tags": ["hint"]}',
        "+ ",
        "+ Noch ein Tipp.",
        "+ ",
    ]
    del notebook.cells[1]
    notebook.cells.insert(1, v4.new_markdown_cell("Zweiter Absatz."))
    notebook.cells.insert(2, v4.new_code_cell("eins = 1", metadata={"tags": ["setup"]}))
    result = tidy(text.encode(), saved(notebook)).decode()
    assert "\n\n+++\n\nZweiter Absatz.\n\n```{code-cell} python\n:tags: [setup]\neins = 1\n```\n\n" in result
    assert [cell.source for cell in read(result).cells] == [cell.source for cell in notebook.cells]


def test_only_the_changed_section_of_a_head_is_new(small: Path) -> None:
    text = (small / EXERCISE).read_text(encoding="utf-8")
    notebook = read(text)
    notebook.metadata["exercise"]["minutes"] = 7
    notebook.metadata["jupytext"]["notebook_metadata_filter"] = "exercise"
    result = tidy(text.encode(), saved(notebook)).decode()
    assert "  minutes: 7\n" in result
    assert result[: result.index("exercise:")] == text[: text.index("exercise:")]


def test_what_is_no_notebook_is_left_alone(small: Path) -> None:
    original = (small / EXERCISE).read_bytes()
    for broken in (b"", b"ohne Kopf", b"---\na: [\n---\n", b"\xff\xfe", b"---\n- a\n---\n\nText\n"):
        with pytest.raises(NotTidyError):
            tidy(original, broken)


def test_a_session_ends_with_a_tidy_file(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = small / EXERCISE
    text = path.read_text(encoding="utf-8")

    def author(command: list[str]) -> int:
        assert "--ServerApp.ip=127.0.0.1" in command
        notebook = read(path.read_text(encoding="utf-8"))
        notebook.cells[0].source += "\nNur das ist neu."
        path.write_bytes(saved(notebook))
        return 0

    assert edit.edit(small, path.parent, start=author) == 0
    assert changed(text, path.read_bytes()) == ["+ Nur das ist neu."]
    assert sorted(one.name for one in path.parent.iterdir()) == ["check.py", "data", "exercise.md", "mistakes"]
    assert "wo Sie etwas geändert haben" in capsys.readouterr().out
    assert edit.edit(small, path.parent, start=lambda _: 0) == 0
    assert "Nichts geändert." in capsys.readouterr().out


def test_an_aborted_session_can_be_tidied_later(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = small / EXERCISE
    text = path.read_text(encoding="utf-8")

    def aborted(command: list[str]) -> int:
        path.write_bytes(saved(read(path.read_text(encoding="utf-8"))))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        edit.edit(small, path.parent, start=aborted)
    assert path.read_text(encoding="utf-8") != text
    assert cli.main(["--root", str(small), "edit", "exercise", "summe", "--tidy"]) == 0
    assert path.read_text(encoding="utf-8") == text


def test_without_an_earlier_state_there_is_nothing_to_compare(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(small.parent))
    before = (small / EXERCISE).read_bytes()
    assert cli.main(["--root", str(small), "edit", "exercise", "summe", "--tidy"]) == 1
    assert "ist nicht bekannt" in capsys.readouterr().err
    assert (small / EXERCISE).read_bytes() == before


def test_a_file_that_cannot_be_tidied_stays_and_is_named(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = small / EXERCISE

    def author(command: list[str]) -> int:
        path.write_text("kaputt", encoding="utf-8")
        return 0

    assert edit.edit(small, path.parent, start=author) == 1
    assert path.read_text(encoding="utf-8") == "kaputt"
    assert "So beheben Sie es:" in capsys.readouterr().err


def test_the_command_is_shown(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--root", str(small), "edit", "exercise", "summe", "--print"]) == 0
    words = shlex.split(capsys.readouterr().out)
    assert words[1:3] == ["-m", "jupyterlab"]
    assert f"--ServerApp.root_dir={small / 'exercises/summe'}" in words
    assert not (small / "build").exists()


def test_the_editor_starts_with_notebooks_and_asks_nobody_for_news(small: Path) -> None:
    edit.edit(small, small / "exercises/summe", start=lambda _: 0)
    settings = small / edit.WORK / "settings/@jupyterlab"
    viewers = json.loads((settings / "docmanager-extension/plugin.jupyterlab-settings").read_text(encoding="utf-8"))
    assert viewers["defaultViewers"]["markdown"] == "Jupytext Notebook"
    news = json.loads((settings / "apputils-extension/notification.jupyterlab-settings").read_text(encoding="utf-8"))
    assert news == {"fetchNews": "false", "checkForUpdates": False}


def test_without_jupyterlab_there_is_a_way(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(edit, "find_spec", lambda name: None if name == "jupyterlab" else name)
    assert cli.main(["--root", str(small), "edit", "exercise", "summe"]) == 1
    errors = capsys.readouterr().err
    assert "pip install jupyterlab\n" in errors
    assert f"`{EXERCISE}`" in errors


def test_an_unknown_exercise(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--root", str(small), "edit", "exercise", "sume"]) == 2
    assert capsys.readouterr().err == "Eine Übung `sume` gibt es nicht. Meinen Sie: `summe`?\n"
    assert cli.main(["--root", str(small), "edit", "exercise", "../exercises/summe"]) == 2


@pytest.mark.parametrize("command", ["edit", "import"])
def test_help_is_german_and_has_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main([command, "--help"])
    out = capsys.readouterr().out
    assert "Beispiele:" in out
    assert not {"usage:", "options:", "positional", "show this"} & set(out.lower().split())
