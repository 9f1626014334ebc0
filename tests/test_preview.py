# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The preview: shows what was saved, says what is wrong where it is wrong, and is ended by nothing but Ctrl+C."""

from __future__ import annotations

import json
import re
import shutil
import socket
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any
from urllib.parse import quote

import pytest
from conftest import stand_in_web

from transferforum import checks
from transferforum.assets import NodeError
from transferforum.model import Forum
from transferforum.preview import session
from transferforum.preview.network import lan_address
from transferforum.preview.session import Preview, follow, serving, watching
from transferforum.problems import Problem
from transferforum.site import building

LESSON = "kurse/probe/erste.html"
PATIENCE = 60.0


class Running:
    """A preview of the small forum with its watcher and its server, as `forum preview` runs it."""

    def __init__(self, preview: Preview, address: str) -> None:
        self.preview, self.address = preview, address
        self.root = preview.root

    def get(self, path: str) -> str:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(f"{self.address}/{path}", timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            return str(error.read().decode())

    def news(self, page: str = LESSON, known: str = "") -> dict[str, Any]:
        news: dict[str, Any] = json.loads(self.get(f"__forum/news?page={quote(page)}&known={known}"))
        return news

    def await_news(self, right: Callable[[dict[str, Any]], bool], page: str = LESSON) -> dict[str, Any]:
        """The first news of a page that are right; a file that is just being written may show before."""
        while True:
            version = self.preview.board.version
            news = self.news(page)
            if right(news):
                return news
            assert self.preview.board.wait_for(version + 1, PATIENCE), f"never came: {news}"

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")


@pytest.fixture
def make(small: Path, tmp_path: Path) -> Iterator[Preview]:
    """A preview that builds when it is told to."""
    (small / "build").mkdir(exist_ok=True)
    preview = Preview(small, make_web=lambda: stand_in_web(tmp_path / "web"), python=None)
    preview.take()
    preview.finish()
    yield preview
    preview.close()


@pytest.fixture
def running(make: Preview) -> Iterator[Running]:
    with watching(make.root) as changes, serving(make, port=0) as server:
        thread = Thread(target=follow, args=(make, changes, lambda preview: None))
        thread.start()
        yield Running(make, server.address)
        assert thread.is_alive()
        changes.put(set())
        thread.join(PATIENCE)
        assert not thread.is_alive()


def codes(news: dict[str, Any]) -> set[str]:
    return {fault["code"] for fault in news["here"]}


def text_of(site: Path, page: str) -> str:
    """A page as a build has it: without the lines that only a preview notes."""
    return re.sub(r' data-forum-line="[^"]*"', "", (site / page).read_text(encoding="utf-8"))


def test_a_saved_lesson_is_shown_and_nothing_else_is_loaded_again(running: Running) -> None:
    other = running.news("kurse/probe/zweite.html")["page"]
    before = running.news()["page"]
    running.write("courses/probe/erste.md", running.read("courses/probe/erste.md") + "\nEin neuer Satz.\n")
    running.await_news(lambda news: "Ein neuer Satz." in running.get(LESSON))
    assert running.news()["page"] != before
    assert running.news("kurse/probe/zweite.html")["page"] == other


def test_a_preview_ends_up_where_a_build_does(make: Preview, tmp_path: Path) -> None:
    """After edits of all kinds, page by page; only the addresses of scripts and styles keep their names here."""
    root = make.root
    edits = (
        ("courses/probe/erste.md", "Führen Sie", "Nun führen Sie"),
        ("courses/probe/course.toml", 'title = "', 'title = "Neuer '),
        ("exercises/summe/exercise.md", "title: ", "title: Andere "),
        ("exercises/summe/data/zahlen.csv", "\n", "\n7\n"),
        ("competences.toml", 'title = "', 'title = "Neuer '),
        ("forum.toml", 'title = "', 'title = "Neues '),
        ("docs/wissen/probe.md", "# ", "# Mehr "),
    )
    for name, old, new in edits:
        path = root / name
        text = path.read_text(encoding="utf-8")
        assert old in text, name
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        make.take({path})
        make.finish()
    known = make.problems
    make.close()
    _, problems = building.build(
        root,
        tmp_path / "cold",
        web=root / "build" / ".preview-web",
        python=None,
        jobs=1,
        status=None,
        judge=checks.quality,
    )
    warm = root / "build" / "preview"
    pages = {path.relative_to(tmp_path / "cold").as_posix() for path in (tmp_path / "cold").rglob("*.html")}
    assert "anleitung/qualitaet/probe.html" in pages
    assert pages == {path.relative_to(warm).as_posix() for path in warm.rglob("*.html")}
    assert {page for page in pages if text_of(warm, page) != text_of(tmp_path / "cold", page)} == set()
    assert problems == known


def test_a_fault_is_shown_on_its_page_and_vanishes_when_mended(running: Running) -> None:
    sound = running.read("courses/probe/erste.md")
    running.write("courses/probe/erste.md", f"{sound}\n{{term}}`gibt-es-nicht`\n")
    news = running.await_news(lambda news: "begriff-unbekannt" in codes(news))
    fault = next(one for one in news["here"] if one["code"] == "begriff-unbekannt")
    line = sound.count("\n") + 2
    assert fault["place"] == f"courses/probe/erste.md:{line}"
    assert fault["spots"][0] == ["courses/probe/erste.md", line]
    assert "Prüfen Sie die Schreibweise" in fault["cure"]
    assert f'data-forum-line="courses/probe/erste.md:{line}"' in running.get(LESSON)
    running.write("courses/probe/erste.md", sound)
    running.await_news(lambda news: "begriff-unbekannt" not in codes(news))


def test_a_broken_exercise_is_reported_where_it_stood_and_comes_back(running: Running) -> None:
    sound = running.read("exercises/summe/exercise.md")
    page = next(page for page in (LESSON, "kurse/probe/zweite.html") if 'id="uebung-summe"' in running.get(page))
    running.write("exercises/summe/exercise.md", sound.replace("---\n", "", 1))
    news = running.await_news(lambda news: "kopf-fehlt" in codes(news), page)
    spots = next(one for one in news["here"] if one["code"] == "kopf-fehlt")["spots"]
    assert [file for file, _ in spots][1].startswith("courses/probe/")
    running.write("exercises/summe/exercise.md", sound)
    running.await_news(lambda news: not news["here"], page)
    running.await_news(lambda news: 'id="uebung-summe"' in running.get(page), page)


def test_no_broken_file_ends_it(running: Running) -> None:
    """Ten accidents of a day, one after the other; after each, the next change is shown."""
    root = running.root
    lesson = running.read("courses/probe/erste.md")
    kept = {path: path.read_bytes() for path in root.rglob("*") if path.is_file() and "build" not in path.parts}

    def rename() -> None:
        (root / "courses/probe").rename(root / "courses/anders")

    def swap_files() -> None:
        for name in (".erste.md.swp", "erste.md~", "4913", ".#erste.md"):
            (root / "courses/probe" / name).write_bytes(b"b0VIM \x00\xff")

    accidents: tuple[tuple[str, Callable[[], object]], ...] = (
        ("conf.py with a syntax error", lambda: running.write("conf.py", "extensions = [")),
        ("forum.toml cut in half", lambda: running.write("forum.toml", 'title = "Fo')),
        ("course.toml cut in half", lambda: running.write("courses/probe/course.toml", 'id = "probe"\ntitle = ')),
        ("a head that is no YAML", lambda: running.write("courses/probe/erste.md", "---\na: [1\n---\n# Text\n")),
        ("Python with a syntax error", lambda: running.write("exercises/summe/check.py", "def check(:\n")),
        ("a lesson deleted", (root / "courses/probe/erste.md").unlink),
        ("a folder renamed", rename),
        ("a huge file", lambda: running.write("courses/probe/erste.md", "# Groß\n\n" + "Wort " * 600_000)),
        ("a file saved half, not as UTF-8", lambda: (root / "courses/probe/erste.md").write_bytes(b"---\n\xff\xfe\0")),
        ("files of an editor", swap_files),
        ("the start page deleted", (root / "index.md").unlink),
        ("a directive that raises", lambda: running.write("courses/probe/erste.md", lesson + "\n```{boom}\n```\n")),
    )
    conf = running.read("conf.py")
    boom = (
        conf + "\n\nfrom docutils.parsers.rst import Directive\n\n\nclass Boom(Directive):\n"
        "    def run(self):\n        raise RuntimeError('Knall')\n"
    )
    boom = boom.replace("def setup(app):\n", 'def setup(app):\n    app.add_directive("boom", Boom)\n')
    kept[root / "conf.py"] = boom.encode()
    for number, (what, accident) in enumerate(accidents):
        version = running.preview.board.version
        accident()
        if what != "files of an editor":  # which nobody has to notice
            assert running.preview.board.wait_for(version + 1, PATIENCE), what
        assert "/__forum/page.js" in running.get(LESSON), what
        shutil.rmtree(root / "courses/anders", ignore_errors=True)
        for path, content in kept.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.is_file() or path.read_bytes() != content:
                path.write_bytes(content)
        sign = f"Danach {number} geht es weiter."
        running.write("courses/probe/erste.md", f"{lesson}\n{sign}\n")
        running.await_news(lambda news, sign=sign: sign in running.get(LESSON))  # type: ignore[misc]
    running.write("courses/probe/erste.md", lesson)
    running.await_news(lambda news: not news["faults"])


@pytest.mark.parametrize(
    ("error", "told"), [(FileNotFoundError("courses/probe/erste.md"), []), (ValueError("Knall"), ["bau"])]
)
def test_a_check_that_cannot_work_does_not_end_it(
    make: Preview, monkeypatch: pytest.MonkeyPatch, error: Exception, told: list[str]
) -> None:
    """A file can go while it is being checked: that is no fault. Anything else is one, and the other checks go on."""

    def fail(forum: Forum) -> Iterator[Problem]:
        raise error

    other = Problem(path="index.md", line=1, code="probe", message="Etwas ist falsch.", cure="Ändern Sie es.")
    monkeypatch.setattr(checks, "CHECKS", (fail, lambda forum: iter([other])))
    make.take({make.root / "index.md"})
    make.finish()
    assert sorted(problem.code for problem in make.problems) == sorted([*told, "probe"])


def test_a_new_page_that_could_never_be_read_leaves_no_fault_when_it_goes(make: Preview) -> None:
    make.finish()
    page = make.root / "docs/wissen/neu.md"
    page.write_text("# Neu\n\n" + "Wort " * 600_000, encoding="utf-8")
    make.take({page})
    make.finish()
    assert page.name in {Path(problem.path).name for problem in make.problems}
    page.unlink()
    make.take({page})
    make.finish()
    assert make.problems == ()


def test_a_page_is_there_whole_or_as_it_was(make: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for a page while it is being written must not get an empty one: nothing in it would ask again."""
    path = make.root / "courses/probe/erste.md"
    page = make.board.out / LESSON
    before = page.read_bytes()
    seen: list[bytes] = []

    def write_slowly(path: Path, text: str, **kind: Any) -> int:
        length = write(path, text[: len(text) // 2], **kind)
        seen.append(page.read_bytes())
        return length + write(path, text, **kind)

    write = Path.write_text
    path.write_text(path.read_text(encoding="utf-8") + "\nEin neuer Satz.\n", encoding="utf-8")
    with monkeypatch.context() as slow:
        slow.setattr(Path, "write_text", write_slowly)
        make.take({path})
    assert seen
    assert set(seen) <= {before, page.read_bytes()}
    assert "Ein neuer Satz." in page.read_text(encoding="utf-8")


def test_a_page_that_cannot_be_built_says_so_in_its_place(running: Running) -> None:
    (running.root / "courses/probe/erste.md").write_bytes(b"---\n\xff\xfe\n")
    running.await_news(lambda news: "datei-kodierung" in codes(news))
    page = running.get(LESSON)
    assert "Diese Seite lässt sich gerade nicht zeigen" in page
    assert "courses/probe/erste.md" in page
    assert "/__forum/page.js" in page


def test_a_style_changes_without_a_page_being_written(make: Preview, tmp_path: Path) -> None:
    pages = {path: path.stat().st_mtime_ns for path in (make.root / "build/preview").rglob("*.html")}
    before = make.board.news(LESSON, "")
    web = tmp_path / "web"
    (web / "forum.2.css").write_text("p { color: red }", encoding="utf-8")
    names = json.loads((web / "manifest.json").read_text(encoding="utf-8"))
    make._bundle._make = lambda: web
    (web / "manifest.json").write_text(json.dumps(names | {"forum.css": "forum.2.css"}), encoding="utf-8")
    make.take({session.WEB[0] / "text.css"})
    make.finish()
    after = make.board.news(LESSON, "")
    assert after["style"] != before["style"]
    assert after["page"] == before["page"]
    assert make.board.bundle.file("forum.css") == b"p { color: red }"
    assert {path: path.stat().st_mtime_ns for path in pages} == pages


def test_a_broken_script_is_a_fault_and_the_last_one_goes_on(make: Preview) -> None:
    def fail() -> Path:
        raise NodeError("Unexpected end of file")

    make._bundle._make = fail
    make.take({session.WEB[0] / "main.js"})
    assert [problem.code for problem in make.problems] == ["skripte"]
    assert make.board.bundle.file("main.js") is not None


def test_only_a_preview_has_the_script_and_the_lines(make: Preview, tmp_path: Path) -> None:
    out = tmp_path / "built"
    building.build(make.root, out, web=make.root / "build" / ".preview-web", python=None, jobs=1, status=None)
    for page in out.rglob("*.html"):
        assert "__forum" not in page.read_text(encoding="utf-8")
        assert "data-forum-line" not in page.read_text(encoding="utf-8")


def test_faults_of_sphinx_are_told_again_in_the_next_session(make: Preview, tmp_path: Path) -> None:
    path = make.root / "courses/probe/erste.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n```{gibtesnicht}\n```\n", encoding="utf-8")
    make.take({path})
    make.finish()
    said = make.problems
    assert "seite" in {problem.code for problem in said}
    make.close()
    second = Preview(make.root, make_web=lambda: stand_in_web(tmp_path / "web"), python=None)
    second.take()
    second.finish()
    assert second.problems == said
    second.close()


def test_it_listens_to_this_machine_only_unless_asked(make: Preview) -> None:
    with serving(make, port=0) as server:
        assert server.server_address[0] == "127.0.0.1"
        assert len(list(session._greeting(server, lan=False))) == 1
    with serving(make, port=0, lan=True) as server:
        assert server.server_address[0] == "0.0.0.0"
        told = "\n".join(session._greeting(server, lan=True))
        assert "Alle in diesem Netz können die Vorschau jetzt sehen." in told
        address = lan_address()
        assert address is None or f"http://{address}:{server.server_address[1]}" in told


def test_a_taken_port_is_no_reason_to_stop(make: Preview) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with serving(make, port=port) as server:
            assert server.server_address[1] != port


def test_ctrl_c_ends_it_cleanly(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    def interrupt(preview: Preview, changes: Queue[set[Path]], say: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(session, "prepared_python", lambda root: None)
    monkeypatch.setattr(session, "build_web", lambda root: stand_in_web(tmp_path / "web"))
    monkeypatch.setattr(session, "follow", interrupt)
    assert session.run(small, port=0) == 0
    said = capsys.readouterr().out
    assert "Die Vorschau läuft unter http://127.0.0.1:" in said
    assert said.endswith("Beendet.\n")
