# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The guide from nothing to a first module is followed word by word, in a fresh copy of the forum.

What the guide tells to type is typed, what it tells to replace is replaced, and the screen must show what it shows.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, stand_in_web

from transferforum.content import load
from transferforum.preview import session
from transferforum.preview.session import Preview, serving

GUIDE = (ROOT / "docs/anleitung/autorinnen/erstes-modul.md").read_text(encoding="utf-8")
COURSE, EXERCISE = "welche-tonne-passt", "wie-viel-platz-haben-die-tonnen"
QUIZ = "warum-rechnet-die-uebung-groesse-mal-anzahl"
NOT_CONTENT = ("build", "node_modules", "bench", "src")
VARYING = ((r"\d+,\d s ", "0,0 s "), (r"Kurse: \d+, Übungen: \d+", "Kurse: 0, Übungen: 0"))
"""What differs from one machine or forum to the next; the guide says so."""
PART = re.compile(
    r"^```shell\n(?P<commands>.*?)^```$"
    r"|^Suchen Sie in `(?P<file>[^`]+)` diese Zeilen?:\n\n```\w+\n(?P<old>.*?)^```$"
    r"\n\nSchreiben Sie stattdessen:\n\n```\w+\n(?P<new>.*?)^```$"
    r"|^\d\. [^\n]*?(?:Tippen Sie `(?P<typed>[^`]+)`|(?P<enter>Drücken Sie die Eingabetaste\.))$"
    r"|^```text\n(?P<screen>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)


@dataclass(kw_only=True)
class Step:
    """A command of the guide with the answers it takes and what the screen shows, or a place to edit in a file."""

    command: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    screen: str = ""
    edit: tuple[str, str, str] = ("", "", "")


def steps() -> Iterator[Step]:
    """The guide, step by step."""
    step = Step()
    for part in PART.finditer(GUIDE):
        if part["file"]:
            yield step
            step = Step(edit=(part["file"], part["old"], part["new"]))
        elif part["screen"]:
            assert not step.screen, part["screen"]
            step.screen = part["screen"]
        elif part["commands"]:
            for line in part["commands"].splitlines():
                yield step
                step = Step(command=shlex.split(line))
        elif step.command[:2] == ["forum", "new"]:
            step.answers.append(part["typed"] or "")
    yield step


STEPS = [step for step in steps() if step.command or step.edit[0]]


class Desk:
    """A fresh copy of the forum, and somebody who does what the guide says."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.env = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(sys.path), "COLUMNS": "200"}

    def follow(self, step: Step) -> str:
        """Do a step; gives what the screen shows."""
        name, old, new = step.edit
        if name:
            path = self.root / name
            text = path.read_text(encoding="utf-8")
            assert text.count(old) == 1, f"{name} has this once:\n{old}"
            path.write_text(text.replace(old, new), encoding="utf-8")
            return ""
        if step.answers:
            return self.type(step.command, step.answers)
        command = step.command
        if command[0] == "forum":
            command = [sys.executable, "-m", "transferforum", *command[1:]]
        done = subprocess.run(
            command,
            cwd=self.root,
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return done.stdout

    def type(self, command: list[str], answers: list[str]) -> str:
        """At a real terminal: each answer is typed when a question waits for it."""
        import pty

        process, terminal = pty.fork()
        if process == 0:  # pragma: no cover - the child
            os.chdir(self.root)
            os.execve(sys.executable, [sys.executable, "-m", "transferforum", *command[1:]], self.env)
        shown = b""
        for answer in answers:
            while not shown.endswith(b": "):
                shown += os.read(terminal, 1024)
            os.write(terminal, f"{answer}\n".encode())
            while not shown.endswith(b"\n"):
                shown += os.read(terminal, 1)
        shown += b"".join(_rest(terminal))
        os.close(terminal)
        assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
        return shown.decode().replace("\r\n", "\n")


def _rest(terminal: int) -> Iterator[bytes]:
    """What comes until the other end is closed, which Linux tells by an error."""
    try:
        while more := os.read(terminal, 1024):
            yield more
    except OSError:
        return


def as_shown(screen: str) -> list[str]:
    """The lines of a screen, without spaces at their ends, and without what differs from run to run."""
    for pattern, instead in VARYING:
        screen = re.sub(pattern, instead, screen)
    lines = (line.rstrip() for line in screen.strip("\n").splitlines())
    return [line for line in lines if not line.startswith("Anmerkung: ")]  # no hunspell here


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Somebody who has downloaded the forum."""
    root = tmp_path_factory.mktemp("autorin") / "forum"
    hidden = lambda folder, names: [name for name in names if name.startswith(".")]  # noqa: E731
    shutil.copytree(ROOT, root, ignore=lambda folder, names: [*hidden(folder, names), *_no_content(folder)])
    if (ROOT / ".cache/executed").is_dir():  # results of the courses that are there already
        shutil.copytree(ROOT / ".cache/executed", root / ".cache/executed")
    return Desk(root)


def _no_content(folder: str) -> tuple[str, ...]:
    return NOT_CONTENT if Path(folder) == ROOT else ()


@pytest.fixture(scope="module")
def screens(desk: Desk) -> list[tuple[Step, str]]:
    """All that the guide says is done, up to handing in; the preview and what needs the network have tests below."""
    if sys.platform == "win32":
        pytest.skip("Windows has no pseudo terminal.")
    done = [step for step in STEPS if step.command[:1] not in (["git"], ["python"])]
    return [(step, desk.follow(step)) for step in done if step.command != ["forum", "preview"]]


def test_the_guide_is_read_as_a_whole() -> None:
    """Nothing that it tells to do is overlooked."""
    told = [line for block in re.findall(r"```shell\n(.*?)```", GUIDE, re.DOTALL) for line in block.splitlines()]
    assert [step.command for step in STEPS if step.command] == [shlex.split(line) for line in told]
    answers = re.findall(r"^\d\. .*(?:Tippen|Drücken) Sie", GUIDE, re.MULTILINE)
    edits = [step for step in STEPS if step.edit[0]]
    assert sum(len(step.answers) for step in STEPS) == len(answers)
    assert len(edits) == GUIDE.count("\nSchreiben Sie stattdessen:\n")
    shown = len([step for step in STEPS if step.screen])
    assert shown + 2 * len(edits) == len(re.findall(r"^```(?:text|toml|python)$", GUIDE, re.MULTILINE))


def test_the_screen_shows_what_the_guide_shows(screens: list[tuple[Step, str]]) -> None:
    for step, screen in screens:
        if step.screen:
            assert as_shown(screen) == as_shown(step.screen)
    assert len([step for step, _ in screens if step.screen]) == 6


def test_the_module_is_sound(screens: list[tuple[Step, str]], desk: Desk) -> None:
    forum, faults = load(desk.root)
    assert [str(fault) for fault in faults] == []
    course = forum.course(COURSE)
    assert course
    assert course.exercises == (EXERCISE,)
    assert [quiz.id for quiz in course.lessons[0].quizzes] == [f"{COURSE}-frage", QUIZ, f"{COURSE}-entscheidung"]
    assert "Amselweg" in (desk.root / f"exercises/{EXERCISE}/data/tonnen.csv").read_text(encoding="cp1252")


def test_the_preview_shows_the_module(screens: list[tuple[Step, str]], desk: Desk, tmp_path: Path) -> None:
    """The pages are built without a fault, and the address is told as the guide shows it."""
    (step,) = (one for one in STEPS if one.command == ["forum", "preview"])
    (desk.root / "build").mkdir(exist_ok=True)
    preview = Preview(desk.root, make_web=lambda: stand_in_web(tmp_path / "web"), python=None)
    try:
        preview.take()
        preview.finish()
        assert [str(problem) for problem in preview.problems] == []
        with serving(preview, port=0) as server:
            greeting = "\n".join(session._greeting(server, lan=False))
            assert re.sub(r"1:\d+", "1:8000", greeting) == step.screen.strip()
        lesson = (preview.board.out / f"kurse/{COURSE}/einstieg.html").read_text(encoding="utf-8")
    finally:
        preview.close()
    for words in (
        "In der Besprechung fragt die Leitung",
        f'id="uebung-{EXERCISE}"',
        f'id="frage-{QUIZ}"',
        "In einer Zeile stehen oft mehrere Tonnen.",
        "Liter zusammen: 540",
    ):
        assert words in lesson
    course = (preview.board.out / f"kurse/{COURSE}/index.html").read_text(encoding="utf-8")
    assert "Ein Haushalt möchte eine kleinere Tonne" in course
    assert "Welche Tonne passt?" in (preview.board.out / "index.html").read_text(encoding="utf-8")


def test_the_module_is_handed_in_with_git(
    screens: list[tuple[Step, str]], desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is handed in are the two folders that the guide names, and the lines of the guide suffice for it."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setitem(desk.env, f"GIT_{role}_NAME", "Autorin")
        monkeypatch.setitem(desk.env, f"GIT_{role}_EMAIL", "autorin@beispielstadt.example")
    monkeypatch.setitem(desk.env, "GIT_CONFIG_GLOBAL", os.devnull)
    module = [f"courses/{COURSE}", f"exercises/{EXERCISE}"]

    def git(*arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=desk.root, env=desk.env, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    git("init", "-q", "-b", "main")
    git("init", "-q", "--bare", str(tmp_path / "projekt.git"))
    git("remote", "add", "origin", str(tmp_path / "projekt.git"))
    git("add", "--all", "--", ".", *(f":!{folder}" for folder in (*module, "build", ".cache")))
    git("commit", "-q", "-m", "Das Forum")
    for step in (step for step in STEPS if step.command[:1] == ["git"]):
        git(*step.command[1:])
    changed = git("diff", "--name-status", "main", f"origin/{COURSE}").splitlines()
    assert {line.split("\t")[0] for line in changed} == {"A"}
    names = [line.split("\t")[1] for line in changed]
    assert {name for name in names if not name.startswith(tuple(module))} == set()
    assert git("status", "--porcelain", "--", "courses", "exercises", "*.toml") == ""
    assert all(f"- `{folder}`" in GUIDE for folder in module)


def test_the_guide_counts_honestly() -> None:
    commands = [step.command for step in STEPS if step.command and step.command[0] != "git"]
    answers = [answer for step in STEPS for answer in step.answers]
    typed = [answer for answer in answers if answer]
    assert (
        f"waren es {len(commands)} Befehle und {len(answers)} Antworten. {len(typed)} Antworten haben Sie getippt"
    ) in GUIDE
    with_git = len([step for step in STEPS if step.command[:1] == ["git"]])
    assert f"Mit Git kommen {with_git} Befehle dazu." in GUIDE


def test_setting_up_is_what_the_readme_says() -> None:
    """And what it installs has Node in the version that the project's tasks use."""
    (command,) = (step.command for step in STEPS if step.command[:1] == ["python"])
    assert command == ["python", "-m", "pip", "install", "-e", ".[author]"]
    assert f'`{shlex.join(command[:-1])} ".[author]"`' in (ROOT / "README.md").read_text(encoding="utf-8")
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    (node,) = set(extras["author"]) - set(extras["newest"])
    assert f'NODE = "{node}"' in (ROOT / "noxfile.py").read_text(encoding="utf-8")
    assert set(extras["newest"]) < set(extras["author"])
