# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Terms, glossary, paths, self-check, the print page and the foot of a page, on the small forum."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from conftest import stand_in_web

from transferforum.problems import Problem
from transferforum.site import building
from transferforum.site.foot import edit_url
from transferforum.site.guides import sorting

Edit = Callable[[str, str, str], Path]
Build = Callable[..., Path]
GUIDES = {
    "glossar": "# Glossar\n\n```{glossary}\n```\n",
    "lernwege": "# Lernwege\n\n```{learning-paths}\n```\n",
    "wo-stehe-ich": "# Wo stehe ich?\n\n```{self-check}\n```\n",
}
PRINT = "kurse/probe/drucken.html"


@pytest.fixture
def guided(small: Path, edit: Edit) -> Path:
    """The small forum with the three pages, and a term in its first lesson."""
    for name, text in GUIDES.items():
        (small / "docs/lernen").mkdir(parents=True, exist_ok=True)
        (small / f"docs/lernen/{name}.md").write_text(text, encoding="utf-8")
    edit("conf.py", '"courses/**/*.md"]', '"courses/**/*.md", "docs/**/*.md"]')
    edit(
        "courses/probe/erste.md",
        "Führen Sie die Zelle aus.",
        "Führen Sie die **{term}`Zelle`** oder die {term}`Felder <feld>` aus.\n\n## Kurz gesagt\n\n[weiter](zweite.md)",
    )
    edit("courses/probe/zweite.md", "# Zweite Lektion\n", "# Zweite Lektion\n\n## Kurz gesagt\n\n[Ende](#ende)\n")
    edit("courses/probe/zweite.md", "[Ende](#ende)", "[zurück](erste.md)")
    return small


@pytest.fixture
def problems(guided: Path, tmp_path: Path) -> Callable[..., tuple[Problem, ...]]:
    """Builds the guided forum into `site`, and gives what was found wrong."""
    web = stand_in_web(tmp_path / "web")

    def run(out: str = "site", jobs: int = 1) -> tuple[Problem, ...]:
        return building.build(guided, tmp_path / out, web=web, python=None, jobs=jobs, status=None)[1]

    return run


@pytest.fixture
def build(problems: Callable[..., tuple[Problem, ...]], tmp_path: Path) -> Build:
    """Builds the guided forum, and fails on any problem."""

    def run(out: str = "site", jobs: int = 1) -> Path:
        assert [str(one) for one in problems(out, jobs)] == []
        return tmp_path / out

    return run


def read(site: Path, page: str) -> str:
    return (site / page).read_text(encoding="utf-8")


def test_a_term_leads_to_its_entry_and_carries_its_definition(build: Build) -> None:
    site = build()
    page = read(site, "kurse/probe/erste.html")
    links = re.findall(r'<a class="forum-term__word" href="([^"]+)" aria-describedby="([^"]+)">([^<]+)</a>', page)
    assert [(url, word) for url, _, word in links] == [
        ("../../lernen/glossar.html#begriff-zelle", "Zelle"),
        ("../../lernen/glossar.html#begriff-zelle", "Felder"),
    ]
    notes = [note for _, note, _ in links]
    assert len(set(notes)) == 2
    for note in notes:
        assert f'role="tooltip" id="{note}">Ein Feld mit <code>Code</code>.</span>' in page
    assert 'id="begriff-zelle"' in read(site, "lernen/glossar.html")


def test_a_new_definition_reaches_the_lesson(build: Build, edit: Edit) -> None:
    build()
    edit("glossary.toml", "Ein Feld mit", "Ein Kasten mit")
    site = build()
    for page in ("kurse/probe/erste.html", "lernen/glossar.html"):
        assert "Ein Kasten mit <code>Code</code>" in read(site, page)


def test_an_unknown_term_is_located_on_any_page(problems: Callable[..., tuple[Problem, ...]], guided: Path) -> None:
    page = guided / "docs/lernen/glossar.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nEin {term}`Kasten`.\n", encoding="utf-8")
    lesson = guided / "courses/probe/zweite.md"
    lesson.write_text(lesson.read_text(encoding="utf-8") + "\nEin {term}`Kasten`.\n", encoding="utf-8")
    last = len(lesson.read_text(encoding="utf-8").splitlines())
    found = [(one.path, one.line, one.code) for one in problems()]
    assert found == [
        ("courses/probe/zweite.md", last, "begriff-unbekannt"),
        ("docs/lernen/glossar.md", 6, "begriff-unbekannt"),
    ]


def test_the_glossary_is_in_alphabetical_order(build: Build) -> None:
    page = read(build(), "lernen/glossar.html")
    assert re.findall(r"<dt>([^<]+)</dt>", page) == ["Ärger", "Zelle"]
    assert "Auch: Feld" in page
    assert sorted(["Zelle", "ähnlich", "Azur", "Straße", "Strasse", "Ufer", "über"], key=sorting) == [
        "ähnlich",
        "Azur",
        "Straße",
        "Strasse",
        "über",
        "Ufer",
        "Zelle",
    ]


def test_a_path_lists_its_courses_with_places_for_progress(build: Build, edit: Edit) -> None:
    page = read(build(), "lernen/lernwege.html")
    item = re.search(r'<li [^>]*data-course="probe">(.*?)</li>', page, re.S)
    assert item
    assert 'href="../kurse/probe/index.html"' in item[1]
    assert "15&nbsp;Minuten" in item[1]
    names = re.search(r'forum-path__progress" data-names="([^"]+)" hidden></span>', item[1])
    assert names
    assert json.loads(unescape(names[1])) == {"lessons": [["probe/erste"], ["probe/zweite"]]}
    edit("courses/probe/zweite.md", "minutes: 5", "minutes: 25")
    assert "35&nbsp;Minuten" in read(build(), "lernen/lernwege.html")


def test_the_self_check_can_be_read_without_script(build: Build) -> None:
    page = read(build(), "lernen/wo-stehe-ich.html")
    shown = page.partition("<forum-self-check")[2].partition("</forum-self-check>")[0]
    assert "Rechnen Sie mit Python?" in shown
    assert 'Kurs <a href="../kurse/probe/index.html">Probe</a> (15&nbsp;Minuten),' in shown
    assert 'Lektion <a href="../kurse/probe/erste.html">Erste Lektion</a> (5&nbsp;Minuten).' in shown
    config = re.search(r'data-config="([^"]+)"', shown)
    assert config
    question = json.loads(unescape(config[1]))["questions"][0]
    assert [answer["points"] for answer in question["answers"]] == [0, 2]
    assert [one["url"] for one in question["suggestions"]] == ["../kurse/probe/index.html", "../kurse/probe/erste.html"]


def test_a_course_prints_on_one_page(build: Build) -> None:
    site = build()
    page = read(site, PRINT)
    assert 'href="drucken.html">Kurs drucken oder als PDF speichern</a>' in read(site, "kurse/probe/index.html")
    headings = re.findall(r"<h([1-6])[^>]*>([^<]+)</h", page)
    assert [one for one in headings if one[1] not in {"Frage", "Entscheidung"}] == [
        ("1", "Probe"),
        ("2", "Erste Lektion"),
        ("3", "Kurz gesagt"),
        ("2", "Zweite Lektion"),
        ("3", "Kurz gesagt"),
        ("4", "Übung: Zahlen zusammenzählen"),
        ("3", "Fragen"),
    ]
    assert {level for level, title in headings if title == "Frage"} == {"4"}
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    links = [link for link in re.findall(r'href="#([^"]+)"', page) if link != "inhalt"]
    assert {"lektion-erste", "lektion-zweite"} == set(links) <= set(ids)
    assert '<pre class="forum-output forum-output--text">41' in page, "stored results"
    assert "<title>Probe (ganzer Kurs) – Probe-Forum</title>" in page
    assert "<script" not in page
    assert "<input" not in page
    assert "forum-term" not in page
    assert "Zelle</strong> oder die Felder aus" in page


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("courses/probe/zweite.md", "zurück", "rückwärts"),
        ("courses/probe/course.toml", 'version = "1.0.0"', 'version = "1.1.0"'),
        ("courses/probe/data/zahlen.csv", "41", "9900"),
    ],
)
def test_the_print_page_follows_every_edit(build: Build, edit: Edit, name: str, old: str, new: str) -> None:
    shown = new.removeprefix('version = "').removesuffix('"')
    assert shown not in read(build(), PRINT)
    edit(name, old, new)
    assert shown in read(build(), PRINT)


def test_the_print_page_is_written_only_when_needed(build: Build, guided: Path) -> None:
    page = build() / PRINT
    before = page.stat().st_mtime_ns
    build()
    assert page.stat().st_mtime_ns == before
    (guided / "docs/lernen/lernwege.md").write_text("# Wege\n\n```{learning-paths}\n```\n", encoding="utf-8")
    build()
    assert page.stat().st_mtime_ns == before
    page.unlink()
    build()
    assert page.is_file()


def test_a_parallel_build_prints_the_same(build: Build, guided: Path) -> None:
    for number in range(8):
        (guided / f"docs/lernen/seite-{number}.md").write_text(f"# Seite {number}\n", encoding="utf-8")
    for page in (PRINT, "kurse/probe/erste.html"):
        assert read(build("serial"), page) == read(build("parallel", jobs=2), page)


def test_the_foot_is_empty_without_settings(build: Build) -> None:
    for path in build().rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert "forum-ways" not in page
        assert "mailto:" not in page


def test_the_foot_names_source_course_version_and_page(build: Build, guided: Path) -> None:
    build()
    settings = guided / "forum.toml"
    address = "https://github.com/beispielstadt/forum.git"
    contact = '[operator]\ncontact = "lernen@beispielstadt.example"\n'
    settings.write_text(f'{settings.read_text()}repository = "{address}"\n{contact}')
    course = guided / "courses/probe/course.toml"
    course.write_text(course.read_text().replace('title = "Probe"', 'title = "Müll & Straße"'))
    site = build()
    page = unescape(read(site, "kurse/probe/erste.html"))
    assert 'href="https://github.com/beispielstadt/forum/edit/main/courses/probe/erste.md">Seite verbessern<' in page
    mail = re.search(r'href="mailto:lernen@beispielstadt\.example\?subject=([^"]+)"', page)
    assert mail
    assert re.fullmatch(r"[A-Za-z0-9%._~-]+", mail[1])
    assert unquote(mail[1]) == "Rückmeldung: Müll & Straße 1.0.0, Erste Lektion"
    start = unescape(read(site, "lernen/glossar.html"))
    assert "docs/lernen/glossar.md" in start
    assert "R%C3%BCckmeldung%3A%20Probe-Forum%2C%20Glossar" in start
    assert "forum-ways" not in read(site, PRINT), "nobody writes this page"


def test_the_way_to_the_source_depends_on_the_host() -> None:
    gitlab = edit_url("https://gitlab.opencode.de/beispielstadt/forum/", "docs/über uns.md")
    assert gitlab == "https://gitlab.opencode.de/beispielstadt/forum/-/edit/main/docs/%C3%BCber%20uns.md"
    assert edit_url("https://github.com/a/b", "index.md") == "https://github.com/a/b/edit/main/index.md"
    for nothing in ("", "javascript:alert(1)", "git@github.com:a/b.git", "forum"):
        assert edit_url(nothing, "index.md") == ""


@pytest.mark.parametrize("contact", ["", "Zimmer 12", "a@b", 'x"@y.example z'])
def test_only_a_mail_address_becomes_a_mail(build: Build, guided: Path, contact: str) -> None:
    settings = guided / "forum.toml"
    settings.write_text(f"{settings.read_text()}[operator]\ncontact = {json.dumps(contact)}\n")
    assert "mailto:" not in read(build(), "kurse/probe/erste.html")
