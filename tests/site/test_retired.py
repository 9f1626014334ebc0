# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A retired course: its pages stay and say so, no list leads to it, what learners have of it stays valid."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from conftest import CORPUS, ROOT, set_today, stand_in_web

from transferforum import checks
from transferforum.content import load
from transferforum.model import Retirement
from transferforum.site import building, catalogue, feeds

Edit = Callable[[str, str, str], Path]
NOTE = "Diesen Kurs bieten wir nicht mehr an"
LISTS = ("index", "katalog", "kompetenzen/probe", "kommunen/probestadt")
PAGES = {"lernen/katalog": "course-finder", "lernen/suche": "search"}


@pytest.fixture
def retired(small: Path, edit: Edit) -> Path:
    """The small forum with a second course that is retired in favour of the first, and with all pages with lists."""
    shutil.copytree(CORPUS / "bad/kurs-beendet/courses/alt", small / "courses/alt")
    (small / "forum.toml").write_text('id = "probe"\ntitle = "Probe"\n[site]\nurl = "https://x.example/"\n')
    edit("conf.py", '"courses/**/*.md"]', '"courses/**/*.md", "docs/**/*.md"]')
    for name, directive in PAGES.items():
        page = small / f"docs/{name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"# Seite\n\n```{{{directive}}}\n```\n", encoding="utf-8")
    return small


@pytest.fixture
def build(retired: Path, tmp_path: Path) -> Callable[[], Path]:
    web = stand_in_web(tmp_path / "web")

    def run() -> Path:
        out = tmp_path / "site"
        _, problems = building.build(retired, out, web=web, python=None, jobs=1, status=None)
        assert [str(one) for one in problems] == []
        return out

    return run


def test_its_pages_stay_and_say_so(build: Callable[[], Path]) -> None:
    site = build()
    for name in ("index", "frueher", "drucken"):
        text = " ".join(re.sub(r"<[^>]+>", "", _read(site / f"kurse/alt/{name}.html")).replace("&nbsp;", " ").split())
        assert text.count(NOTE) == 1
        assert "Ende des Angebots: 24. November 2026. Das Rechnen lernen Sie jetzt woanders." in text
        assert "Nehmen Sie stattdessen den Kurs Probe." in text
        assert '<a href="../probe/index.html">Probe</a>' in _read(site / f"kurse/alt/{name}.html")
    assert NOTE not in _read(site / "kurse/probe/index.html")


def test_no_list_leads_to_it(build: Callable[[], Path], edit: Edit) -> None:
    """The same lists name it as long as it is offered: that it is missing is no accident."""
    table = '\n[retired]\nsince = 2026-11-24\nreason = "Das Rechnen lernen Sie jetzt woanders."\nsuccessor = "probe"\n'
    edit("courses/alt/course.toml", table, "")
    edit("docs/wissen/probe.md", "courses: [probe]", "courses: [probe, alt]")
    assert _leading(build()) == {
        "index",
        "katalog",
        "kompetenzen/probe",
        "kommunen/probestadt",
        "feed",
        "map",
        "search",
    }
    edit("courses/alt/course.toml", 'text = "Sie rechnen mit Python."\n', f'text = "Sie rechnen mit Python."\n{table}')
    edit("docs/wissen/probe.md", "courses: [probe, alt]", "courses: [probe]")
    assert _leading(build()) == set()


def _leading(site: Path) -> set[str]:
    """All lists that name the course."""
    named = {name for name in LISTS if "kurse/alt/" in _read(site / f"{name}.html")}
    found = {"feed": _read(site / "kurse.atom"), "map": _read(site / feeds.SITEMAP), "search": _searchable(site)}
    return named | {name for name, text in found.items() if "kurse/alt/" in text}


def _searchable(site: Path) -> str:
    return "".join(gzip.decompress(path.read_bytes()).decode(errors="replace") for path in site.rglob("p*.bin"))


def test_what_learners_have_stays(retired: Path) -> None:
    """The file by which progress is shown and certificates are checked is the same as before, to the byte."""
    content = catalogue.content(load(retired)[0])
    assert [one["id"] for one in json.loads(content)["courses"]] == ["alt", "probe"]
    path = retired / "courses/alt/course.toml"
    path.write_text(_read(path).partition("[retired]")[0], encoding="utf-8")
    forum = load(retired)[0]
    assert len(forum.offered) == len(forum.courses) == 2
    assert catalogue.content(forum) == content


def test_nobody_needs_to_look_at_it_again(retired: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_today(monkeypatch, "2028-01-01")
    due = {one.path for one in checks.run(load(retired)[0]) if one.code == "pruefdatum"}
    assert due == {"courses/probe/course.toml", "docs/wissen/probe.md"}


def test_an_exercise_is_shown_where_it_is_offered(retired: Path) -> None:
    lesson = retired / "courses/alt/frueher.md"
    lesson.write_text(_read(lesson) + "\n```{exercise} summe\n```\n", encoding="utf-8")
    assert load(retired)[0].places["summe"].course == "probe"


def test_a_successor_exists(retired: Path, edit: Edit) -> None:
    edit("courses/alt/course.toml", 'successor = "probe"', 'successor = "fehlt"')
    assert [str(one).splitlines()[0] for one in load(retired)[1]] == [
        "courses/alt/course.toml:20: Einen Kurs `fehlt` gibt es nicht. [kurs-unbekannt]"
    ]
    edit("courses/alt/course.toml", 'successor = "fehlt"\n', "")
    assert load(retired)[1] == ()


def test_the_guide_tells_how(retired: Path) -> None:
    """Its example can be copied, and its table names what the schema knows."""
    guide = _read(ROOT / "docs/anleitung/autorinnen/versionen.md")
    (example,) = re.findall(r"^```toml\n(\[retired\]\n.*?)^```$", guide, re.DOTALL | re.MULTILINE)
    path = retired / "courses/alt/course.toml"
    path.write_text(_read(path).partition("[retired]")[0] + example.replace("tonne-waehlen", "probe"), encoding="utf-8")
    forum, faults = load(retired)
    assert (*faults, *checks.run(forum)) == ()
    course = forum.course("alt")
    assert course
    assert course.retired == Retirement(
        since=date(2026, 12, 1), reason="Die Satzung ist neu. Die alten Regeln gelten nicht mehr.", successor="probe"
    )
    schema = json.loads(_read(ROOT / "src/transferforum/content/schemas/course.json"))["properties"]["retired"]
    rows = dict(re.findall(r"^\| `(since|reason|successor)` \| (.*) \|$", guide, re.MULTILINE))
    assert list(rows) == list(schema["properties"])
    assert [key for key in rows if not rows[key].startswith("freiwillig")] == schema["required"]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
