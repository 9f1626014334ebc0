# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The promises of the Sphinx extension, on the small forum: nothing is read, run or written without need."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, overlay, stand_in_web

from transferforum import checks
from transferforum.model import Forum
from transferforum.serve import CONTENT_SECURITY_POLICY
from transferforum.site import building
from transferforum.site.html import table
from transferforum.workshop import without_echoes

Edit = Callable[[str, str, str], Path]


@pytest.fixture
def web(tmp_path: Path) -> Path:
    """Stand-ins for the bundles: the pages only name them."""
    return stand_in_web(tmp_path / "web")


@pytest.fixture
def build(small: Path, web: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Path]:
    """Builds the small forum and fails on any problem; what Sphinx printed is in `build.log`."""

    def run(out: str = "site", *, jobs: int = 1) -> Path:
        (tmp_path / f"{out}.log").unlink(missing_ok=True)
        log = tmp_path / "build.log"
        with log.open("w", encoding="utf-8") as status:
            _, problems = building.build(small, tmp_path / out, web=web, python=None, jobs=jobs, status=status)
        assert [str(problem) for problem in problems] == []
        return tmp_path / out

    return run


def log(tmp_path: Path) -> str:
    """What the last build said."""
    return (tmp_path / "build.log").read_text(encoding="utf-8")


def written(tmp_path: Path) -> set[str]:
    """The pages that the last build wrote."""
    return _noted(tmp_path, "written")


def read(tmp_path: Path) -> set[str]:
    """The pages that the last build read."""
    return _noted(tmp_path, "read")


def _noted(tmp_path: Path, what: str) -> set[str]:
    """What the small forum's conf.py wrote down."""
    notes = tmp_path / "site.log"
    lines = notes.read_text(encoding="utf-8").splitlines() if notes.exists() else []
    return {page for kind, page in (line.split(" ") for line in lines) if kind == what}


def pages(site: Path) -> dict[str, str]:
    """Every HTML page with a digest of its content."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*.html"))
    }


def test_addresses_are_german_and_free_of_source_folders(build: Callable[..., Path]) -> None:
    site = build()
    assert set(pages(site)) == {
        "index.html",
        "kurse/probe/drucken.html",
        "kurse/probe/index.html",
        "kurse/probe/erste.html",
        "kurse/probe/zweite.html",
        "wissen/probe.html",
        "kompetenzen/index.html",
        "kompetenzen/leere.html",
        "kompetenzen/probe.html",
        "kommunen/index.html",
        "kommunen/probedorf.html",
        "kommunen/probestadt.html",
        "kommunen/probestiftung.html",
    }
    start = (site / "index.html").read_text(encoding="utf-8")
    assert 'href="kurse/probe/index.html"' in start


def test_serial_and_parallel_builds_are_the_same(build: Callable[..., Path], small: Path) -> None:
    for number in range(6):  # Sphinx reads in parallel from six pages on
        (small / f"courses/probe/extra-{number}.md").write_text(
            (small / "courses/probe/erste.md").read_text().replace("Erste", f"{number}.")
        )
    names = ", ".join(f'"extra-{number}"' for number in range(6))
    course = small / "courses/probe/course.toml"
    course.write_text(course.read_text().replace('"zweite"', f'"zweite", {names}'))
    assert pages(build("serial")) == pages(build("parallel", jobs=2))


def test_a_second_build_does_nothing(build: Callable[..., Path], tmp_path: Path) -> None:
    site = build()
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*.html")}
    build()
    assert (read(tmp_path), written(tmp_path)) == (set(), set())
    assert "Code ausgeführt" not in log(tmp_path)
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*.html")} == before


@pytest.mark.parametrize(
    ("name", "old", "new", "page"),
    [
        ("exercises/summe/exercise.md", "Zählen Sie die", "Addieren Sie die", "courses/probe/zweite"),
        ("exercises/summe/check.py", "Die Summe stimmt.", "Genau, die Summe stimmt.", "courses/probe/zweite"),
        ("exercises/summe/data/zahlen.csv", "43", "44", "courses/probe/zweite"),
        ("courses/probe/erste.md", "Führen Sie", "Starten Sie", "courses/probe/erste"),
        ("courses/probe/data/zahlen.csv", "41", "77", "courses/probe/erste"),
        ("courses/probe/zweite.md", "Was kommt zuerst?", "Womit beginnen Sie?", "courses/probe/zweite"),
    ],
)
def test_one_edit_reads_one_page(
    build: Callable[..., Path], edit: Edit, tmp_path: Path, name: str, old: str, new: str, page: str
) -> None:
    build()
    edit(name, old, new)
    site = build()
    assert read(tmp_path) == {page}
    assert page in written(tmp_path)
    if name.endswith("check.py"):
        return
    shown = (site / page.replace("courses", "kurse")).with_suffix(".html").read_text(encoding="utf-8")
    assert new in shown or name.endswith("exercises/summe/data/zahlen.csv")


def test_a_changed_data_file_gives_new_output(build: Callable[..., Path], edit: Edit) -> None:
    lesson = Path("kurse/probe/erste.html")
    assert '<pre class="forum-output forum-output--text">41\n</pre>' in (build() / lesson).read_text()
    edit("courses/probe/data/zahlen.csv", "41", "9900")
    assert '<pre class="forum-output forum-output--text">9900\n</pre>' in (build() / lesson).read_text()


def test_an_unchanged_lesson_is_not_executed_again(
    build: Callable[..., Path], edit: Edit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    edit("courses/probe/erste.md", "Führen Sie", "Starten Sie")
    build()
    assert "Code ausgeführt" not in log(tmp_path)
    edit("courses/probe/erste.md", "zeilen[1]", "zeilen[2]")
    build()
    assert log(tmp_path).count("Code ausgeführt") == 1
    monkeypatch.setattr("transferforum.content.digests._versions", lambda: ("another pandas",))
    build()
    assert "Code ausgeführt: 2 von 2" in log(tmp_path)


def test_a_new_title_reaches_the_pages_around(build: Callable[..., Path], edit: Edit, tmp_path: Path) -> None:
    build()
    edit("courses/probe/zweite.md", "title: Zweite Lektion", "title: Der Schluss")
    site = build()
    assert read(tmp_path) == {"courses/probe/zweite"}
    for page in ("kurse/probe/index.html", "kurse/probe/erste.html"):
        assert "Der Schluss" in (site / page).read_text(encoding="utf-8")


def test_an_exercise_keeps_its_place_in_the_environment(build: Callable[..., Path]) -> None:
    page = (build() / "kurse/probe/zweite.html").read_text(encoding="utf-8")
    assert page.count('id="uebung-summe"') == 1
    assert "sum(zahlen)" not in page, "the solution is not in the page"


def test_a_page_does_not_grow_with_the_forum(
    build: Callable[..., Path], small: Path, tmp_path: Path, web: Path
) -> None:
    alone = {path: len((build() / path).read_bytes()) for path in ("kurse/probe/erste.html", "kurse/probe/index.html")}
    for number in range(8):
        folder = small / f"courses/weiterer-{number}"
        overlay_course(small / "courses/probe", folder, f"weiterer-{number}")
    site = build("many")
    assert {path: len((site / path).read_bytes()) for path in alone} == alone


def test_a_course_writes_no_page_of_another_course(
    build: Callable[..., Path], small: Path, tmp_path: Path, edit: Edit
) -> None:
    overlay_course(small / "courses/probe", small / "courses/zweiter", "zweiter")
    build()
    edit("courses/zweiter/course.toml", 'version = "1.0.0"', 'version = "1.1.0"')
    build()
    pages = written(tmp_path)
    assert "courses/zweiter/index" in pages
    assert [page for page in pages if page.startswith("courses/probe/")] == []


def overlay_course(source: Path, target: Path, id: str) -> None:
    """A copy of a course under another id, without exercises."""
    import shutil

    shutil.copytree(source, target)
    course = target / "course.toml"
    course.write_text(course.read_text().replace('id = "probe"', f'id = "{id}"').replace(', "zweite"', ""))
    (target / "zweite.md").unlink()


def test_faults_come_all_at_once_with_place_and_cure(small: Path, web: Path, tmp_path: Path, edit: Edit) -> None:
    edit(
        "courses/probe/erste.md",
        "Führen Sie die Zelle aus.",
        "{unbekannt}`x`\n\n```{gibtesnicht}\n```\n\n[weg](fehlt.md)\n\n![Plan](fehlt.png)",
    )
    edit("courses/probe/erste.md", "zeilen[1]", "zeilen[99]")
    _, problems = building.build(small, tmp_path / "site", web=web, python=None, jobs=1, status=None)
    found = {(problem.path, problem.code): problem for problem in problems}
    assert {path for path, _ in found} == {"courses/probe/erste.md"}
    text = " ".join(problem.message for problem in problems)
    for part in (
        "So viele Einträge gibt es hier nicht",
        "Anweisung `gibtesnicht`",
        "Rolle `unbekannt`",
        "`fehlt.md`",
        "fehlt.png",
    ):
        assert part in text
    assert all(problem.line and problem.cure for problem in problems)


@pytest.mark.parametrize("case", ["link-unbekannt", "bild-fehlt"])
def test_what_a_check_has_told_is_not_told_again_by_sphinx(case: str, web: Path, tmp_path: Path) -> None:
    overlay(ROOT / "tests/corpus/bad" / case, tmp_path / "forum")
    forum, built = building.build(tmp_path / "forum", tmp_path / "site", web=web, python=None, jobs=1, status=None)
    assert forum
    assert {problem.code for problem in built} == {building.SPHINX}
    checked = checks.run(forum)
    assert without_echoes({*built, *checked}) == set(checked)
    assert without_echoes(built) == set(built)


@pytest.mark.parametrize("case", ["uebung-unbekannt", "datei-fehlt-lektion", "pruefung-fehlt", "toml-form"])
def test_bad_content_never_ends_in_a_traceback(case: str, web: Path, tmp_path: Path) -> None:
    overlay(ROOT / "tests/corpus/bad" / case, tmp_path / "forum")
    _, problems = building.build(tmp_path / "forum", tmp_path / "site", web=web, python=None, jobs=1, status=None)
    assert problems
    assert all(problem.message and problem.cure for problem in problems)
    assert (tmp_path / "site/index.html").is_file()


ENGLISH = re.compile(
    r"\b(the|and|next|previous|search|index|link to|permalink|note|warning|tip|contents|table of|show|hide|page)\b",
    re.I,
)


def test_a_folder_named_unlike_its_course_is_a_fault_and_its_pages_are_built(
    small: Path, web: Path, tmp_path: Path
) -> None:
    (small / "courses/probe").rename(small / "courses/anders")
    _, problems = building.build(small, tmp_path / "site", web=web, python=None, jobs=1, status=None)
    assert ("courses/anders/course.toml", "id-ordner") in {(one.path, one.code) for one in problems}
    assert "Führen Sie die Zelle aus." in (tmp_path / "site/kurse/anders/erste.html").read_text(encoding="utf-8")


def test_no_english_remnant(build: Callable[..., Path]) -> None:
    """What a reader sees or a screen reader speaks: text, labels, alternative texts, titles."""
    site = build()
    for path in site.rglob("*.html"):
        html = re.sub(
            r"<script.*?</script>|<pre.*?</pre>|<svg.*?</svg>", " ", path.read_text(encoding="utf-8"), flags=re.S
        )
        spoken = re.findall(r'(?:aria-label|alt|title|placeholder)="([^"]*)"', html)
        text = re.sub(r"<[^>]+>", " ", html)
        assert not ENGLISH.search(" ".join([text, *spoken])), path
        assert '<html lang="de"' in html


def test_a_cell_marked_raises_must_raise(edit: Edit, small: Path, web: Path, tmp_path: Path) -> None:
    edit("courses/probe/erste.md", "1 / 0", "1 / 1")
    _, problems = building.build(small, tmp_path / "site", web=web, python=None, jobs=1, status=None)
    assert [(one.line, one.code) for one in problems] == [(21, "zelle-fehler")]
    assert "läuft aber durch" in problems[0].message


def test_a_broken_setup_is_found(edit: Edit, small: Path, web: Path, tmp_path: Path) -> None:
    edit("exercises/summe/exercise.md", "data/zahlen.csv", "data/zahl.csv")
    _, problems = building.build(small, tmp_path / "site", web=web, python=None, jobs=1, status=None)
    assert [one.path for one in problems] == ["exercises/summe/exercise.md"]


def test_code_that_never_ends_is_broken_off_and_tried_again(
    edit: Edit, small: Path, web: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("transferforum.site.execution.TIME_LIMIT", 2)
    edit("courses/probe/erste.md", "print(zeilen[1].strip())", "while True: pass")
    _, problems = building.build(small, tmp_path / "site", web=web, python=None, jobs=1, status=None)
    assert "Schleife nicht endet" in problems[0].cure
    edit("courses/probe/erste.md", "while True: pass", "print(zeilen[1].strip())")
    assert building.build(small, tmp_path / "site", web=web, python=None, jobs=1, status=None)[1] == ()


def test_a_build_leaves_nothing_of_earlier_ones(build: Callable[..., Path], edit: Edit) -> None:
    site = build()
    before = {path.name for path in (site / "_static/exercises/summe").iterdir()}
    edit("exercises/summe/exercise.md", "summe = ...", "summe = None")
    after = {path.name for path in (build() / "_static/exercises/summe").iterdir()}
    assert len(after) == 1
    assert after.isdisjoint(before)


def test_every_page_ships_the_policy_and_keeps_to_it(build: Callable[..., Path]) -> None:
    for path in build().rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        policy = html.index(f'<meta http-equiv="Content-Security-Policy" content="{CONTENT_SECURITY_POLICY}">')
        assert "<script" not in html[:policy]
        assert "<style" not in html
        assert not re.search(r"<[^>]+\s(style|on\w+)=", html)
        for script in re.findall(r"<script[^>]*>", html):
            assert " src=" in script or re.search(r'type="application/(ld\+)?json"', script)


def test_pages_say_that_nobody_official_runs_them(build: Callable[..., Path], small: Path) -> None:
    words = "Kein amtliches Angebot"
    assert all(words in path.read_text(encoding="utf-8") for path in build().rglob("*.html"))
    settings = small / "forum.toml"
    settings.write_text(settings.read_text() + '[operator]\nname = "Stadt Beispielstadt"\n')
    for path in build().rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert words not in html
        assert "Stadt Beispielstadt" in html


def test_stored_tables_are_tables_and_nothing_else() -> None:
    row = "<tr style='color:red'><td colspan='2'>1<script>a()</script><img src=x></td></tr>"
    clean = table(f"<table class='x' onclick='a()'>{row}</table><iframe></iframe>")
    assert clean == (
        '<table class="kern-table kern-table--small"><tbody><tr><td colspan="2">1</td></tr></tbody></table>'
    )


@pytest.fixture
def stating(small: Path) -> Path:
    """The small forum with a page of statements about itself."""
    folder = small / "docs/anleitung"
    folder.mkdir(parents=True)
    (folder / "evidence.toml").write_text(
        '[[statements]]\nid = "eins"\ngroup = "a"\ntext = "Es gibt `kein` <Konto>."\n'
        'tests = ["tests/probe.py::test_good", "tests/probe.py::test_bad"]\n'
        '[[statements]]\nid = "zwei"\ntext = "Es gibt keine Noten."\ntests = ["tests/probe.py::test_good"]\n'
    )
    (folder / "belege.md").write_text("# Belege\n\n```{evidence}\n:group: a\n```\n\n```{evidence} zwei\n```\n")
    (small / "tests").mkdir()
    (small / "tests/probe.py").write_text("def test_good() -> None: ...\ndef test_bad() -> None: ...\n")
    conf = small / "conf.py"
    conf.write_text(conf.read_text().replace('"courses/**/*.md"', '"courses/**/*.md", "docs/**/*.md"'))
    return small


def report(root: Path, *, commit: str = "abc1234", bad: str = "") -> None:
    """What pytest would write; `bad` is what became of the second test."""
    path = root / "build/reports/pytest.xml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        '<testsuites><testsuite timestamp="2026-11-23T04:30:00+00:00"><properties>'
        f'<property name="commit" value="{commit}"/></properties>'
        '<testcase classname="tests.probe" name="test_good"/>'
        f'<testcase classname="tests.probe" name="test_bad">{bad}</testcase></testsuite></testsuites>'
    )


def shown(site: Path) -> str:
    """The words of the page of statements."""
    html = (site / "anleitung/belege.html").read_text(encoding="utf-8")
    main = html[html.index("<main") : html.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", "", main).replace("&nbsp;", " ").split())


def test_a_statement_is_shown_with_its_proof(build: Callable[..., Path], stating: Path) -> None:
    words = shown(build())
    assert "Es gibt kein &lt;Konto&gt;. Nicht geprüft. Es gibt keinen Bericht über die Tests." in words
    assert "Geprüft durch: 2 Tests" in words
    report(stating)
    words = shown(build())
    assert words.count("Geprüft, bestanden am 23.11.2026, Stand abc1234.") == 2
    assert "tests/probe.py::test_bad, bestanden am 23.11.2026, Stand abc1234" in words
    assert "Nicht geprüft" not in words


def test_a_new_report_writes_the_page_of_statements_again(
    build: Callable[..., Path], stating: Path, tmp_path: Path
) -> None:
    page = {"docs/anleitung/belege"}
    report(stating)
    build()
    build()
    assert (read(tmp_path), written(tmp_path)) == (set(), set())
    report(stating, bad="<failure/>")
    words = shown(build())
    assert (read(tmp_path), written(tmp_path)) == (set(), page)
    assert "Nicht geprüft. Der Test ist fehlgeschlagen." in words
    assert "Es gibt keine Noten. Geprüft, bestanden" in words
    report(stating, bad="<skipped/>", commit="abc1234-dirty")
    words = shown(build())
    assert written(tmp_path) == page
    assert "Der Test wurde ausgelassen." in words
    assert "Stand abc1234 mit späteren Änderungen." in words


def test_a_new_text_of_a_statement_reads_its_page(build: Callable[..., Path], stating: Path, edit: Edit) -> None:
    build()
    edit("docs/anleitung/evidence.toml", "keine Noten", "kein Zeugnis")
    assert "Es gibt kein Zeugnis." in shown(build())


def test_statements_are_the_same_in_parallel(build: Callable[..., Path], stating: Path, edit: Edit) -> None:
    for number in range(8):
        shutil.copy(stating / "docs/anleitung/belege.md", stating / f"docs/anleitung/belege-{number}.md")
    serial, parallel = build("serial"), build("parallel", jobs=2)
    assert pages(serial) == pages(parallel)
    report(stating)
    assert "Stand abc1234" in shown(build("parallel", jobs=2))


def test_an_unknown_statement_is_a_fault(stating: Path, web: Path, tmp_path: Path, edit: Edit) -> None:
    edit("docs/anleitung/belege.md", "{evidence} zwei", "{evidence} drei")
    edit("docs/anleitung/belege.md", ":group: a", ":group: b")
    _, problems = building.build(stating, tmp_path / "site", web=web, python=None, jobs=1, status=None)
    assert [(one.path, one.line, one.code) for one in problems] == [
        ("docs/anleitung/belege.md", 3, "aussage-unbekannt"),
        ("docs/anleitung/belege.md", 7, "aussage-unbekannt"),
    ]


def pages_with_scripts(site: Path) -> list[Path]:
    """All but the pages to print."""
    return [path for path in site.rglob("*.html") if path.name != "drucken.html"]


def about(page: Path) -> Any:
    """What a page says of itself to the scripts."""
    found = re.search(r'<script type="application/json" id="forum-about">(.*?)</script>', page.read_text("utf-8"))
    assert found
    return json.loads(found[1])


def test_every_page_says_what_it_is(build: Callable[..., Path]) -> None:
    site = build()
    for path in pages_with_scripts(site):
        said = about(path)
        assert (path.parent / said["root"]).resolve() == site.resolve()
        assert (site / said["url"]).resolve() == path.resolve()
        assert (said["forum"], said["title"]) == ("probe", re.findall(r"<h1>(.*?)</h1>", path.read_text("utf-8"))[0])
    lesson = about(site / "kurse/probe/zweite.html")
    assert (lesson["lesson"]["id"], lesson["lesson"]["number"]) == ("probe/zweite", 2)
    assert [one["id"] for one in lesson["course"]["exercises"]] == ["summe"]
    assert about(site / "index.html")["course"] is None


def test_a_new_contact_is_written_to_all_pages_and_read_into_none(
    build: Callable[..., Path], small: Path, tmp_path: Path
) -> None:
    build()
    settings = small / "forum.toml"
    settings.write_text(settings.read_text() + '[operator]\ncontact = "lernen@beispielstadt.example"\n')
    site = build()
    assert read(tmp_path) == set()
    assert {about(path)["contact"] for path in pages_with_scripts(site)} == {"lernen@beispielstadt.example"}


def test_a_lesson_keeps_all_its_former_names(forum: Forum) -> None:
    course = replace(forum.courses[0], id="neu", aliases=("alt",))
    lesson = replace(course.lessons[0], id="heute", aliases=("gestern",))
    assert course.lesson_names(lesson) == ["neu/heute", "neu/gestern", "alt/heute", "alt/gestern"]
