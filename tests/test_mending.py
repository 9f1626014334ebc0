# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""`forum check --fix` mends what is safe, tells what it did, and a second run finds nothing to do."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from transferforum import cli
from transferforum.content import load

Edit = Callable[[str, str, str], Path]


@pytest.fixture
def fix(small: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Runs the command on the small forum; gives its status and what it said."""

    def run(*arguments: str) -> tuple[int, str]:
        capsys.readouterr()
        status = cli.main(["--root", str(small), "check", "--fix", *arguments])
        return status, capsys.readouterr().err

    return run


def contents(root: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_sound_content_stays_as_it_is(small: Path, fix: Callable[..., tuple[int, str]]) -> None:
    before = contents(small)
    assert "Behoben" not in fix()[1]
    assert contents(small) == before


@pytest.mark.parametrize("name", ["courses/probe/erste.md", "courses/probe/course.toml", "exercises/summe/check.py"])
def test_what_nobody_sees_is_mended(small: Path, fix: Callable[..., tuple[int, str]], name: str) -> None:
    before = load(small)[0]
    path = small / name
    sound = path.read_bytes()
    first, rest = sound.split(b"\n", 1)
    path.write_bytes(b"\xef\xbb\xbf" + first + b"\n" + rest.rstrip(b"\n").replace(b"\n\n", b"\r\n \t\r\n", 1))
    status, said = fix()
    assert status == 0
    for words in ("BOM", "Zeilenenden von Windows", "Leerzeichen an Zeilenenden", "Zeilenumbruch am Ende"):
        assert f"Behoben: {name}: " in said
        assert words in said
    assert path.read_bytes() == sound
    assert load(small)[0] == before
    assert "Behoben" not in fix()[1]


def test_spaces_that_mean_something_stay(small: Path, fix: Callable[..., tuple[int, str]], edit: Edit) -> None:
    path = edit("courses/probe/erste.md", "Führen Sie die Zelle aus.", "Erste Zeile  \nzweite Zeile. \nDritte.")
    edit("courses/probe/erste.md", "1 / 0", "1 / 0   ")
    script = small / "exercises/summe/mistakes/gezaehlt.py"
    script.write_text(script.read_text(encoding="utf-8") + 'text = """a   \nb"""\n', encoding="utf-8")
    before = script.read_bytes()
    fix()
    text = path.read_text(encoding="utf-8")
    assert "Erste Zeile  \nzweite Zeile.\nDritte." in text
    assert "1 / 0   \n" in text
    assert script.read_bytes() == before


def test_the_list_of_words_is_sorted(small: Path, fix: Callable[..., tuple[int, str]]) -> None:
    path = small / "woerter.txt"
    path.write_text("Zelle\nÄpfel\n\nBanane\nApfel\nZelle\nbanane\n", encoding="utf-8")
    assert fix()[0] == 0
    assert path.read_text(encoding="utf-8") == "Apfel\nÄpfel\nBanane\nbanane\nZelle\n"
    assert "Behoben" not in fix()[1]


@pytest.mark.parametrize(("line", "expected"), [("packages: []", "[pandas]"), ("packages: [numpy]", "[numpy, pandas]")])
def test_packages_are_set(fix: Callable[..., tuple[int, str]], edit: Edit, line: str, expected: str) -> None:
    edit("exercises/summe/exercise.md", "packages: []", line)
    path = edit("exercises/summe/exercise.md", "zeilen = ", "import pandas\nzeilen = ")
    assert fix()[0] == 0
    assert f"\n  packages: {expected}\n" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("excuses", "left"),
    [
        ('  excuses: [{check: fakten, text: "9 €", reason: erfunden}]\n', ""),
        ("  excuses:\n    - {check: fakten, text: 9 €, reason: erfunden}\n", ""),
        (
            "  excuses:\n    - check: fakten\n      text: 9 €\n      reason: erfunden\n"
            "    - check: fakten\n      text: 3 €\n      reason: auch erfunden\n",
            "  excuses:\n    - check: fakten\n      text: 3 €\n      reason: auch erfunden\n",
        ),
    ],
)
def test_an_excuse_that_excuses_nothing_goes(
    fix: Callable[..., tuple[int, str]], edit: Edit, excuses: str, left: str
) -> None:
    edit("courses/probe/erste.md", "Führen Sie", "Die Gebühr ist 3 €. Führen Sie" if left else "Führen Sie")
    path = edit("courses/probe/erste.md", "  minutes: 5\n", f"  minutes: 5\n{excuses}")
    sound = path.read_text(encoding="utf-8").replace(excuses, left)
    status, said = fix()
    assert status == 0
    assert "eine Ausnahme gelöscht" in said
    text = path.read_text(encoding="utf-8")
    assert text.replace("  excuses:\n  objectives", "  objectives") == sound


def test_an_excuse_in_a_course_goes(small: Path, fix: Callable[..., tuple[int, str]]) -> None:
    path = small / "courses/probe/course.toml"
    before = path.read_text(encoding="utf-8")
    path.write_text(before + '\n[[excuses]]\ncheck = "fakten"\ntext = "9 €"\nreason = "erfunden"\n', encoding="utf-8")
    assert fix()[0] == 0
    assert path.read_text(encoding="utf-8").strip() == before.strip()


def test_excuses_stay_while_something_cannot_be_read(
    small: Path, fix: Callable[..., tuple[int, str]], edit: Edit
) -> None:
    """The broken file may hold the name that makes the excuse needed."""
    path = edit(
        "courses/probe/erste.md",
        "  minutes: 5\n",
        '  minutes: 5\n  excuses: [{check: fakten, text: "9 €", reason: x}]\n',
    )
    before = path.read_bytes()
    (small / "municipalities.toml").write_text("[[", encoding="utf-8")
    assert fix()[0] == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"---\nlesson: [ \r\n---\r\n\xfc", b"---\nlesson: [ \r\n---\r\nText  "])
def test_a_file_that_cannot_be_read_is_not_touched(
    small: Path, fix: Callable[..., tuple[int, str]], content: bytes
) -> None:
    path = small / "courses/probe/erste.md"
    path.write_bytes(content)
    assert fix()[0] == 1
    assert path.read_bytes() == content


def test_only_what_is_asked_for_is_mended(small: Path, fix: Callable[..., tuple[int, str]]) -> None:
    for name in ("courses/probe/erste.md", "courses/probe/zweite.md"):
        (small / name).write_bytes((small / name).read_bytes() + b" ")
    before = (small / "courses/probe/zweite.md").read_bytes()
    fix(str(small / "courses/probe/erste.md"))
    assert (small / "courses/probe/zweite.md").read_bytes() == before
    assert not (small / "courses/probe/erste.md").read_bytes().endswith(b" ")


def git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Probe", "-c", "user.email=probe@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)


@pytest.fixture
def branch(small: Path) -> Path:
    """The small forum in git, on a branch that left `main`."""
    git(small, "init", "-q", "-b", "main")
    git(small, "add", ".")
    git(small, "commit", "-qm", "Anfang")
    git(small, "switch", "-qc", "zweig")
    return small


def check(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    capsys.readouterr()
    status = cli.main(["--root", str(root), "check", *arguments])
    return status, capsys.readouterr().err


def test_changed_looks_at_the_branch_only(branch: Path, capsys: pytest.CaptureFixture[str], edit: Edit) -> None:
    edit("courses/probe/zweite.md", "  minutes: 5", "  minutes: fünf")
    git(branch, "commit", "-qam", "Fehler auf main")
    git(branch, "switch", "-q", "main")
    git(branch, "merge", "-q", "zweig")
    git(branch, "switch", "-q", "zweig")
    assert check(branch, capsys)[0] == 1
    assert check(branch, capsys, "--changed")[0] == 0
    edit("courses/probe/erste.md", "  minutes: 5", "  minutes: fünf")
    status, said = check(branch, capsys, "--changed")
    assert status == 1, "what is not committed counts"
    assert "erste.md" in said
    assert "zweite.md" not in said
    git(branch, "commit", "-qam", "Fehler auf dem Zweig")
    assert check(branch, capsys, "--changed")[0] == 1
    assert check(branch, capsys, "--changed=HEAD")[0] == 0
    assert check(branch, capsys, "--changed", str(branch / "exercises"))[0] == 0


def test_changed_sees_new_and_removed_files(branch: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (branch / "courses/probe/dritte-ä.md").write_text("Neu.\n", encoding="utf-8")
    assert "lektion-verwaist" in check(branch, capsys, "--changed")[1]
    (branch / "courses/probe/dritte-ä.md").unlink()
    for path in sorted((branch / "exercises/summe").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (branch / "exercises/summe").rmdir()
    status, said = check(branch, capsys, "--changed")
    assert status == 1
    assert "courses/probe/zweite.md" in said
    assert "uebung-unbekannt" in said


def test_changed_without_git_says_what_helps(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(small.parent))
    for reason in ("liegt nicht in Git", "Das Programm Git fehlt"):
        with pytest.raises(SystemExit) as ended:
            check(small, capsys, "--changed")
        assert ended.value.code == 2
        assert reason in capsys.readouterr().err
        monkeypatch.setenv("PATH", "")


def test_an_unknown_branch_is_a_wrong_call(branch: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        check(branch, capsys, "--changed=gibt-es-nicht")
    assert ended.value.code == 2
    assert "„gibt-es-nicht“" in capsys.readouterr().err


def test_a_list_of_words_in_another_encoding_is_not_written(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = "Zebra\nÄpfel\n".encode("cp1252")
    (small / "woerter.txt").write_bytes(content)
    assert cli.main(["--root", str(small), "check", "--fix"]) == 1
    assert "woerter.txt:2: Die Datei ist nicht als UTF-8 gespeichert." in capsys.readouterr().err
    assert (small / "woerter.txt").read_bytes() == content
