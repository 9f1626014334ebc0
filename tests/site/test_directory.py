# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who brings what, know-how and citations on the small forum: every statement shows its source."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest
from conftest import stand_in_web

from transferforum.problems import Problem
from transferforum.site import building

Edit = Callable[[str, str, str], Path]
Build = Callable[..., Path]
KNOW_HOW = "docs/wissen/probe.md"
PAGE = "wissen/probe.html"


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """The small forum was last changed in 2026; its pages must be looked at by November 2027."""

    def set_year(year: int) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(year, 12, 1, tzinfo=UTC).timestamp())))

    set_year(2026)
    return set_year


@pytest.fixture
def problems(small: Path, tmp_path: Path) -> Callable[..., tuple[Problem, ...]]:
    """Builds the small forum into `site`, and gives what was found wrong."""
    web = stand_in_web(tmp_path / "web")

    def run(out: str = "site", jobs: int = 1) -> tuple[Problem, ...]:
        (tmp_path / f"{out}.log").unlink(missing_ok=True)
        return building.build(small, tmp_path / out, web=web, python=None, jobs=jobs, status=None)[1]

    return run


@pytest.fixture
def build(problems: Callable[..., tuple[Problem, ...]], tmp_path: Path) -> Build:
    """Builds the small forum, and fails on any problem."""

    def run(out: str = "site", jobs: int = 1) -> Path:
        assert [str(one) for one in problems(out, jobs)] == []
        return tmp_path / out

    return run


def noted(tmp_path: Path, what: str) -> set[str]:
    """The pages that the last build read or wrote: the small forum's conf.py writes them down."""
    notes = tmp_path / "site.log"
    lines = notes.read_text(encoding="utf-8").splitlines() if notes.exists() else []
    return {page for kind, page in (line.split(" ") for line in lines) if kind == what}


def read(site: Path, page: str) -> str:
    return (site / page).read_text(encoding="utf-8")


def words(html: str) -> str:
    """What a reader sees: text without tags, one blank between words."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def part(page: str, heading: str) -> str:
    """What stands below a heading of level 2 with this anchor."""
    found = re.search(rf'<h2 id="{heading}">.*?(?=<h2|</article>|</section>)', page, re.DOTALL)
    assert found, heading
    return found[0]


def citations(html: str) -> list[tuple[str, str, str]]:
    """(number in its address, name, what is shown) of each citation."""
    return re.findall(r'<a class="forum-citation" href="#quelle-(\d+)" aria-label="([^"]+)">([^<]+)</a>', html)


@pytest.mark.parametrize("page", ["kompetenzen/probe", "kommunen/probestadt", "kommunen/probestiftung"])
def test_every_statement_shows_its_sources(build: Build, page: str) -> None:
    shown = read(build(), f"{page}.html")
    lists = re.findall(r'<ul class="forum-contributions">(.*?)</ul>', shown, re.DOTALL)
    statements = [one for each in lists for one in re.findall(r"<li>.*?</li>", each, re.DOTALL)]
    assert statements
    listed = {number: words(text) for number, text in re.findall(r'<li id="quelle-(\d+)">(.*?)</li>', shown)}
    for statement in statements:
        cited = citations(statement)
        assert cited, statement
        for number, name, mark in cited:
            title = listed[number].rpartition(",")[0]
            assert (name, mark) == (f"Quelle {number}: {title}", f"[{number}]")


def test_a_partner_shows_roles_and_contributions_with_areas_and_know_how(build: Build) -> None:
    page = read(build(), "kommunen/probestadt.html")
    assert words(part(page, "rolle")) == (
        "Rolle in gemeinsamen Vorhaben Leitet das Vorhaben Probe seit 2022. [1][2] Kompetenzen: Probe"
    )
    assert words(part(page, "beitrag")).startswith("Eigene Beiträge Zählt im Vorhaben Probe die Zahlen. [1]")
    assert 'href="../kompetenzen/probe.html"' in part(page, "beitrag")
    assert 'href="../wissen/probe.html"' in part(page, "wissen")
    assert 'href="../kurse/probe/index.html"' in part(page, "kurse")
    sources = part(page, "quellen")
    assert words(sources) == "Quellen Meldung der Probestadt, 20. März 2025 Aushang im Rathaus, 2022"
    assert '<a href="https://probestadt.example/meldung">Meldung der Probestadt</a>' in sources


def test_who_has_no_entry_yet_is_told_how_to_get_one(build: Build, small: Path) -> None:
    guide = small / "docs/anleitung/wissen.md"
    guide.parent.mkdir(parents=True)
    guide.write_text("# Wissen aufschreiben\n", encoding="utf-8")
    site = build()
    for name in ("kommunen/probedorf.html", "kompetenzen/leere.html"):
        page = read(site, name)
        assert "<p>Noch keine Beiträge.</p>" in page
        assert "Nennen Sie zu jeder Aussage eine öffentliche Quelle." in page
        assert '<a href="../anleitung/wissen.html">' in page
        assert "Quellen</h2>" not in page


def test_an_area_gathers_who_what_and_where_to_learn(build: Build) -> None:
    page = read(build(), "kompetenzen/probe.html")
    assert words(part(page, "wer")).startswith("Wer bringt was mit? Probestadt Leitet das Vorhaben")
    assert "Probestiftung" not in words(part(page, "wer")), "funders stand apart"
    assert words(part(page, "foerderung")) == "Wer fördert? Probestiftung Fördert das Vorhaben Probe. [1]"
    assert "Was das Vorhaben Probe ist." in part(page, "wissen")
    assert "Ein Kurs zum Prüfen." in part(page, "kurse")
    assert 'href="../kurse/probe/zweite.html#uebung-summe">Zahlen zusammenzählen</a>' in part(page, "uebungen")


def test_the_table_says_something_for_each_area_and_partner(build: Build) -> None:
    site = build()
    page = read(site, "kompetenzen/index.html")
    table = re.search(r"<table.*?</table>", page, re.DOTALL)
    assert table
    assert words(re.findall(r"<caption>(.*?)</caption>", table[0])[0])
    head, *rows = re.findall(r"<tr>(.*?)</tr>", table[0], re.DOTALL)
    columns = [words(one) for one in re.findall(r'<th scope="col">(.*?)</th>', head)]
    assert columns == ["Kompetenzbereich", "Probestadt", "Probedorf"], "no funders"
    cells = {
        words(re.findall(r'<th scope="row">(.*?)</th>', row)[0]): [
            words(cell) for cell in re.findall(r"<td>(.*?)</td>", row)
        ]
        for row in rows
    }
    assert cells == {
        "Probe": ["2 Beiträge aus Probestadt: Probe", "keiner"],
        "Leere": ["keiner", "keiner"],
    }
    target = re.search(r'<a href="(probe\.html)#(kommune-probestadt)">2', table[0])
    assert target
    assert f'id="{target[2]}"' in read(site, f"kompetenzen/{target[1]}")
    assert words(part(page, "bereiche")).endswith(
        "Ein Bereich zum Ausprobieren. Beiträge: Probestadt "
        "Leere Ein Bereich, zu dem niemand etwas beiträgt. Noch keine Beiträge"
    ), "the same as a list"


def test_partners_are_listed_and_funders_apart(build: Build) -> None:
    page = read(build(), "kommunen/index.html")
    partners, _, funders = page.partition('<h2 id="foerderung">')
    assert "2 Beiträge zu: Probe" in words(partners)
    assert 'href="probedorf.html">Gemeinde Probedorf</a>' in partners
    assert "Probestiftung" not in words(partners)
    assert "Probestiftung 1 Beitrag zu: Probe" in words(funders)


def test_a_partner_joins_and_leaves_by_an_entry(build: Build, small: Path, tmp_path: Path) -> None:
    build()
    entries = small / "municipalities.toml"
    before = entries.read_text(encoding="utf-8")
    entries.write_text(
        before + '\n[[municipalities]]\nid = "neu"\nname = "Stadt Neu"\nshort = "Neu"\nkind = "Stadt"\n', "utf-8"
    )
    site = build()
    assert noted(tmp_path, "read") == set()
    assert noted(tmp_path, "written") == {"kommunen/neu", "kommunen/index", "kompetenzen/index"}
    assert "<h1>Stadt Neu</h1>" in read(site, "kommunen/neu.html")
    assert ">Neu</a></th>" in read(site, "kompetenzen/index.html")
    entries.write_text(before, encoding="utf-8")
    assert not (build() / "kommunen/neu.html").exists()


@pytest.mark.parametrize(
    ("file", "old", "new", "pages"),
    [
        (
            "facts.toml",
            "Aushang im Rathaus",
            "Aushang am Rathaus",
            {"docs/wissen/probe", "kompetenzen/probe", "kommunen/probestadt"},
        ),
        ("facts.toml", "läuft seit 2022", "läuft seit langem", set()),
        ("municipalities.toml", "Zählt im", "Rechnet im", {"kompetenzen/probe", "kommunen/probestadt"}),
        ("competences.toml", "zu dem niemand etwas", "zu dem keiner etwas", {"kompetenzen/index", "kompetenzen/leere"}),
    ],
)
def test_only_pages_that_show_it_are_written(
    build: Build, edit: Edit, tmp_path: Path, file: str, old: str, new: str, pages: set[str]
) -> None:
    build()
    edit(file, old, new)
    build()
    assert noted(tmp_path, "read") == set()
    assert noted(tmp_path, "written") == pages
    build()
    assert noted(tmp_path, "written") == set()


def test_a_generated_page_that_is_missing_is_written_again(build: Build, tmp_path: Path) -> None:
    page = build() / "kommunen/probedorf.html"
    page.unlink()
    build()
    assert noted(tmp_path, "written") == {"kommunen/probedorf"}
    assert page.is_file()


def test_a_partner_page_does_not_grow_with_the_forum(build: Build, small: Path) -> None:
    names = ("kommunen/probestadt.html", PAGE, "kurse/probe/erste.html")
    site = build()
    alone = {name: len(read(site, name)) for name in names}
    with (small / "municipalities.toml").open("a", encoding="utf-8") as file:
        for number in range(9):
            file.write(f'\n[[municipalities]]\nid = "m{number}"\nname = "M"\nshort = "M"\nkind = "Stadt"\n')
    site = build()
    assert {name: len(read(site, name)) for name in names} == alone


def test_a_source_has_one_number_on_a_page(build: Build) -> None:
    page = read(build(), PAGE)
    text = page.partition("</article>")[0]
    assert citations(text) == [
        ("1", "Quelle 1: Aushang im Rathaus", "[1]"),
        ("2", "Quelle 2: Meldung der Probestadt", "[2]"),
        ("2", "Quelle 2: Meldung der Probestadt", "[2]"),
    ]
    assert words(part(page, "quellen")) == "Quellen Aushang im Rathaus, 2022 Meldung der Probestadt, 20. März 2025"


def test_sources_of_the_head_follow_the_cited_ones(build: Build, edit: Edit) -> None:
    edit(KNOW_HOW, "  courses: [probe]", "  courses: [probe]\n  sources: [aushang, meldung]")
    edit(KNOW_HOW, "Das Vorhaben läuft seit 2022. {fact}`probe-seit`\n", "")
    page = read(build(), PAGE)
    assert words(part(page, "quellen")) == "Quellen Meldung der Probestadt, 20. März 2025 Aushang im Rathaus, 2022"


def test_a_know_how_page_without_a_citation_ends_in_its_sources_too(build: Build, edit: Edit) -> None:
    edit(
        KNOW_HOW,
        "Das Vorhaben läuft seit 2022. {fact}`probe-seit`\nDie Probestadt leitet es. {fact}`probe-leitung`\n",
        "",
    )
    edit(KNOW_HOW, "Sie leitet es noch. {fact}`probe-leitung`", "Es läuft.")
    page = read(build(), PAGE)
    assert words(part(page, "quellen")) == "Quellen Auf dieser Seite steht nichts, was einen Beleg braucht."
    assert "Quellen" not in read(build(), "kurse/probe/erste.html")


def test_a_know_how_page_says_where_it_belongs_and_where_it_comes_from(build: Build, small: Path, edit: Edit) -> None:
    (small / "docs/wissen/index.md").write_text("# Wissen\n\n```{know-how-list}\n```\n", encoding="utf-8")
    page = read(build(), PAGE)
    assert "Überblick · Kompetenzen: Probe · Kommunen: Probestadt" in words(page)
    assert '<a href="../kompetenzen/probe.html">Probe</a> · Kommunen: <a href="../kommunen/probestadt.html">' in page
    assert words(part(page, "weiterlernen")) == "Weiterlernen Probe Ein Kurs zum Prüfen. Einstieg · 15 Minuten"
    assert (
        "Stand: 24. November 2026. Zu prüfen bis: 24. November 2027. "
        "Für den Inhalt steht ein: die Mitwirkenden des Forums. Lizenz des Textes: CC BY 4.0."
    ) in words(page)
    assert re.findall(r'<nav class="forum-crumbs".*?</nav>', page, re.DOTALL)[0].count("<li>") == 2
    assert '<a href="index.html" aria-current="true">Wissen</a>' in page
    settings = small / "forum.toml"
    settings.write_text(f'{settings.read_text()}[operator]\nname = "Amt für Proben"\n', encoding="utf-8")
    assert "steht ein: Amt für Proben." in words(read(build(), PAGE))
    edit(KNOW_HOW, "licence:", "responsible: Stelle für Wissen\n  licence:")
    site = build()
    assert "steht ein: Stelle für Wissen." in words(read(site, PAGE))
    assert "steht ein: Amt für Proben." in words(read(site, "kurse/probe/erste.html"))


def test_a_page_past_its_review_says_so(build: Build, tmp_path: Path, the_day: Callable[[int], None]) -> None:
    note = "Vielleicht nicht mehr aktuell"
    course = ("kurse/probe/index.html", "kurse/probe/erste.html", "kurse/probe/drucken.html")
    site = build()
    assert all(note not in read(site, page) for page in (PAGE, *course))
    the_day(2027)
    build()
    assert noted(tmp_path, "read") == set()
    assert noted(tmp_path, "written") == {
        "docs/wissen/probe",
        *(f"courses/probe/{name}" for name in ("index", "erste", "zweite", "drucken")),
    }
    for page in (PAGE, *course):
        assert note in read(site, page)
    assert "bis zum 24. November 2027 geprüft werden" in words(read(site, PAGE))
    build()
    assert noted(tmp_path, "written") == set()


def test_lessons_exercises_and_the_print_page_cite(build: Build, edit: Edit) -> None:
    edit("courses/probe/erste.md", "Führen Sie die Zelle aus.", "Seit 2022 läuft es. {fact}`probe-seit`")
    edit("exercises/summe/exercise.md", "Zählen Sie", "Es ist gefördert. {fact}`probe-geld`\nZählen Sie")
    edit("courses/probe/zweite.md", "## Fragen", "Es läuft noch. {fact}`probe-seit`\n\n## Fragen")
    site = build()
    lesson = read(site, "kurse/probe/zweite.html")
    assert [number for number, *_ in citations(lesson)] == ["1", "2"]
    assert "Meldung der Probestadt" in part(lesson, "quellen")
    assert words(part(read(site, "kurse/probe/erste.html"), "quellen")) == "Quellen Aushang im Rathaus, 2022"
    paper = read(site, "kurse/probe/drucken.html")
    assert [number for number, *_ in citations(paper)] == ["1", "2", "1"]
    assert words(part(paper, "quellen")) == "Quellen Aushang im Rathaus, 2022 Meldung der Probestadt, 20. März 2025"


def test_an_unknown_fact_is_reported_and_not_shown(
    problems: Callable[..., tuple[Problem, ...]], edit: Edit, tmp_path: Path
) -> None:
    edit(KNOW_HOW, "{fact}`probe-seit`", "{fact}`fehlt`")
    assert [(one.path, one.line, one.code) for one in problems()] == [(KNOW_HOW, 15, "fakt-unbekannt")]
    assert [number for number, *_ in citations(read(tmp_path / "site", PAGE))] == ["1", "1"]
    with (tmp_path / "forum/facts.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[facts]]\nid = "fehlt"\ntext = "Jetzt ist er da."\nsource = "aushang"\n')
    assert problems() == ()
    assert [number for number, *_ in citations(read(tmp_path / "site", PAGE))] == ["1", "2", "2"]


def test_lists_for_authored_pages(build: Build, small: Path, edit: Edit, tmp_path: Path) -> None:
    (small / "docs/wissen/index.md").write_text("# Wissen\n\n```{know-how-list}\n```\n", encoding="utf-8")
    start = small / "index.md"
    start.write_text(start.read_text(encoding="utf-8") + "\n```{area-list}\n```\n", encoding="utf-8")
    site = build()
    listed = read(site, "wissen/index.html")
    assert "Überblick: Worum es geht</h2>" in listed
    assert "Das Vorhaben Probe Was das Vorhaben Probe ist. Kompetenzen: Probe" in words(listed)
    assert "Erfahrungen" not in listed, "no heading without pages"
    page = read(site, "index.html")
    for url in ("kompetenzen/probe.html", "kompetenzen/index.html", "kommunen/index.html", "wissen/index.html"):
        assert f'<a href="{url}">' in page
    edit(KNOW_HOW, "Was das Vorhaben", "Worum es im Vorhaben")
    build()
    assert "docs/wissen/index" in noted(tmp_path, "written")


def test_markdown_links_to_generated_pages(
    problems: Callable[..., tuple[Problem, ...]], edit: Edit, tmp_path: Path
) -> None:
    edit(
        KNOW_HOW,
        "Sie leitet es noch.",
        "[Bereich](/kompetenzen/probe.html#wer), [Stadt](../kommunen/probestadt.html), [weg](/kommunen/fehlt.html)",
    )
    found = problems()
    assert [(one.path, one.line) for one in found] == [(KNOW_HOW, 15)], "the paragraph's first line"
    assert "`/kommunen/fehlt.html` führt nirgendwohin" in found[0].message
    page = read(tmp_path / "site", PAGE)
    assert '<a class="reference internal" href="../kompetenzen/probe.html#wer">' in page
    assert '<a class="reference internal" href="../kommunen/probestadt.html">' in page


def test_the_way_to_generated_pages(build: Build) -> None:
    site = build()
    area = read(site, "kompetenzen/probe.html")
    assert (
        words(re.findall(r'<nav class="forum-crumbs".*?</nav>', area, re.DOTALL)[0]) == "Startseite Kompetenzen Probe"
    )
    assert '<a href="index.html" aria-current="true">Kompetenzen</a>' in area
    assert 'aria-current="page">Kompetenzen</a>' in read(site, "kompetenzen/index.html")
    town = read(site, "kommunen/probestadt.html")
    assert "<title>Probestadt – Probe-Forum</title>" in town
    assert 'aria-current="true"' not in town
    assert ">Kommunen</a>" in read(site, "index.html").partition("forum-footer")[2]


def test_a_forum_without_directory_has_no_such_pages(build: Build, small: Path, edit: Edit) -> None:
    for name in ("municipalities.toml", "facts.toml", KNOW_HOW):
        (small / name).unlink()
    site = build()
    assert not (site / "kommunen").exists()
    assert "Tabelle" not in read(site, "kompetenzen/index.html")
    assert "kommunen/" not in read(site, "kompetenzen/probe.html")
