# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report of quality on the small forum: what it shows is what files, checks and measurements say."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from conftest import ROOT, set_today, stand_in_web

from transferforum import checks
from transferforum.content import load
from transferforum.problems import Problem
from transferforum.quality import TIMES
from transferforum.site import building, generated

Edit = Callable[[str, str, str], Path]
LIST, REPORT = "anleitung/qualitaet.html", "anleitung/qualitaet/probe.html"
SECTIONS = ("lernziele", "lesbarkeit", "laufzeit", "ausnahmen", "hinweise")
LONG = "Die Leitung fragt, " + "wie viele Tage voll waren und " * 3 + "wer an diesen Tagen am Schalter saß."
SHORT = "Wir zählen Tage. Das geht schnell. " * 20


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The course was last changed in November 2026 and must be looked at a year later."""
    set_today(monkeypatch, "2026-11-25")


class Site:
    """The small forum and its site, built again and again."""

    def __init__(self, root: Path, out: Path) -> None:
        self.root, self.out = root, out
        self._web = stand_in_web(out.parent / "web")

    def build(self, jobs: int = 1) -> tuple[Problem, ...]:
        (self.out.parent / f"{self.out.name}.log").unlink(missing_ok=True)
        _, problems = building.build(
            self.root, self.out, web=self._web, python=None, jobs=jobs, status=None, judge=checks.quality
        )
        return problems

    def written(self) -> set[str]:
        """The pages that the last build wrote: the small forum's conf.py writes them down."""
        notes = self.out.parent / f"{self.out.name}.log"
        lines = notes.read_text(encoding="utf-8").splitlines() if notes.exists() else []
        return {page for kind, page in (line.split(" ") for line in lines) if kind == "written"}

    def page(self, name: str = REPORT) -> str:
        return (self.out / name).read_text(encoding="utf-8")

    def part(self, heading: str) -> str:
        """What a reader sees below a heading of the report."""
        found = re.search(rf'<h2 id="{heading}">.*?</h2>(.*?)(?=<h2|</article>)', self.page(), re.DOTALL)
        assert found, heading
        return words(found[1])

    def add(self, text: str, name: str = "courses/probe/erste.md") -> None:
        path = self.root / name
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")


@pytest.fixture
def site(small: Path, tmp_path: Path) -> Site:
    return Site(small, tmp_path / "site")


def words(html: str) -> str:
    """What a reader sees: text without tags, blocks apart."""
    apart = re.sub(r"</?(?:a|code|strong|time)\b[^>]*>", "", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", apart)).split())


def test_the_list_leads_to_a_report_for_each_course(site: Site) -> None:
    assert site.build() == ()
    entry = words(site.page(LIST).partition('<ul class="forum-entries">')[2].partition("</ul>")[0])
    assert entry == (
        "Probe Version 1.0.0 · Stand: 22. November 2026 · Zu prüfen bis: 22. November 2027 0 Hinweise · 0 Ausnahmen"
    )
    assert 'href="qualitaet/probe.html"' in site.page(LIST)
    assert re.findall(r'<h2 id="(\w+)">', site.page()) == list(SECTIONS)


def test_a_retired_course_is_not_due(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    set_today(monkeypatch, "2027-11-23")
    site.add('[retired]\nsince = 2027-01-15\nreason = "Das Fachverfahren ist abgelöst."', "courses/probe/course.toml")
    site.build()
    assert "Beendet seit 15. Januar 2027" in words(site.page(LIST))
    assert "Der Kurs ist beendet seit 15. Januar 2027." in words(site.page())
    assert "Prüfdatum" not in words(site.page()) + words(site.page(LIST))


def test_pages_without_a_source_are_those_that_the_model_names(small: Path) -> None:
    for root in (ROOT, small):
        forum = load(root)[0]
        assert sorted(page.name for page in generated.pages_of(forum)) == sorted(forum.made_pages)


def test_a_course_past_its_review_date_says_so_in_words(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    set_today(monkeypatch, "2027-11-22")
    assert site.build() == ()
    assert "vorbei" not in words(site.page())
    set_today(monkeypatch, "2027-11-23")
    site.build()
    assert {"anleitung/qualitaet", "anleitung/qualitaet/probe"} <= site.written()
    assert "Das Prüfdatum ist vorbei: 22. November 2027." in words(site.page())
    assert "Prüfdatum vorbei seit 22. November 2027" in words(site.page(LIST))
    assert "Hinweis: Das Prüfdatum 22.11.2027 ist vorbei." in site.part("hinweise")


def test_an_objective_leads_to_where_it_is_practised(site: Site, edit: Edit) -> None:
    edit(
        "courses/probe/course.toml",
        '[[objectives]]\nid = "rechnen"',
        '[[objectives]]\nid = "x"\ntext = "Nichts."\n\n[[objectives]]\nid = "rechnen"',
    )
    site.build()
    forum = load(site.root)[0]
    exercise, quiz = forum.exercises[0], forum.courses[0].lessons[1].quizzes[0]
    part = site.page().partition('<h2 id="lernziele">')[2].partition("<h2")[0]
    assert f'<a href="../../kurse/probe/zweite.html#uebung-{exercise.id}">Übung „{exercise.title}“</a>' in part
    assert f'<a href="../../kurse/probe/zweite.html#frage-{quiz.id}">Frage „{quiz.id}“</a>' in part
    assert site.part("lernziele").startswith("Nichts. Noch nirgends geübt Sie rechnen mit Python. Geübt in: Übung")


def test_readability_is_what_the_check_measured(site: Site) -> None:
    site.add(SHORT)
    site.build()
    score = checks.quality(load(site.root)[0]).scores["courses/probe/erste.md"]
    years, lix = (f"{value:.1f}".replace(".", ",") for value in (score.years, score.lix))
    assert score.words > 100
    assert f"Erste Lektion {score.words} {years} {lix} Zweite Lektion" in site.part("lesbarkeit")
    assert site.part("lesbarkeit").endswith("zu kurz zum Messen")


def test_a_hard_lesson_is_called_hard(site: Site) -> None:
    site.add("Verwaltungsverfahrensbeschleunigungsgesetzgebungskompetenzen. " * 110)
    problems = site.build()
    assert "lesbarkeit" in {problem.code for problem in problems}
    assert "Erste Lektion (schwer)" in site.part("lesbarkeit")


def test_the_run_time_is_shown_with_its_day_and_missed_in_words(site: Site) -> None:
    assert site.build() == ()
    assert site.part("laufzeit").endswith("nicht gemessen")
    report = site.root / TIMES
    report.parent.mkdir(parents=True)
    measured = {"exercises/summe/exercise.md": {"seconds": 1.25, "day": "2026-11-20"}}
    report.write_text(json.dumps(measured), encoding="utf-8")
    site.build()
    assert site.part("laufzeit").endswith("1,2 s 20. November 2026")
    assert site.written() == {"anleitung/qualitaet/probe"}
    report.write_text("{", encoding="utf-8")
    site.build()
    assert site.part("laufzeit").endswith("nicht gemessen")


def test_hints_are_counted_and_an_excuse_shows_its_reason(site: Site, edit: Edit) -> None:
    site.add(LONG)
    (hint,) = site.build()
    assert "1 Hinweis · 0 Ausnahmen" in words(site.page(LIST))
    assert f"Hinweis: {hint.message}" in site.part("hinweise")
    assert f"courses/probe/erste.md, Zeile {hint.line}" in site.part("hinweise")
    assert site.part("ausnahmen") == "Keine."
    excuse = (
        '  excuses:\n    - {check: satz-lang, text: "Die Leitung*", reason: So sprach <die> Leitung.}\n---\n\n# Erste'
    )
    edit("courses/probe/erste.md", "---\n\n# Erste", excuse)
    assert site.build() == ()
    assert "0 Hinweise · 1 Ausnahme" in words(site.page(LIST))
    assert site.part("hinweise").startswith("Nichts.")
    assert site.part("ausnahmen").startswith("So sprach <die> Leitung. Prüfung satz-lang, Stelle: „Die Leitung*“")


def test_a_course_says_nothing_of_another_one(site: Site) -> None:
    text = (site.root / "courses/probe/course.toml").read_text(encoding="utf-8")
    other = site.root / "courses/andere"
    other.mkdir()
    for name in ("index.md", "erste.md"):
        (other / name).write_bytes((site.root / "courses/probe" / name).read_bytes())
    (other / "erste.md").write_text((other / "erste.md").read_text().partition("```")[0], encoding="utf-8")
    changed = text.replace('id = "probe"', 'id = "andere"').replace('"erste", "zweite"', '"erste"')
    (other / "course.toml").write_text(changed.replace('title = "Probe"', 'title = "Andere"'), encoding="utf-8")
    site.build()
    site.add(LONG)
    site.build()
    written = site.written()
    assert {"anleitung/qualitaet", "anleitung/qualitaet/probe"} <= written
    assert "anleitung/qualitaet/andere" not in written


def test_a_course_that_is_gone_leaves_no_report(site: Site, edit: Edit) -> None:
    site.build()
    gone = site.out / "anleitung/qualitaet/alt.html"
    gone.write_bytes((site.out / REPORT).read_bytes())
    site.build()
    assert not gone.exists()
    assert (site.out / REPORT).exists()


def test_a_second_build_writes_nothing_and_a_parallel_one_the_same(site: Site, tmp_path: Path) -> None:
    site.build()
    before = {path: path.stat().st_mtime_ns for path in site.out.rglob("*.html")}
    site.build()
    assert {path: path.stat().st_mtime_ns for path in site.out.rglob("*.html")} == before
    other = Site(site.root, tmp_path / "parallel")
    other.build(jobs=2)
    assert (other.page(LIST), other.page()) == (site.page(LIST), site.page())


def test_no_page_for_learners_leads_to_the_report(site: Site) -> None:
    site.build()
    pages = [path for path in site.out.rglob("*.html") if "anleitung" not in path.relative_to(site.out).parts]
    assert len(pages) > 5
    assert [path for path in pages if "qualitaet" in path.read_text(encoding="utf-8")] == []
