# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages that every instance owes: what forum.toml says stands on them, and a note where it says nothing."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from conftest import CORPUS, ROOT, set_today, stand_in_web

from transferforum import cli
from transferforum.content.owed import ENTRIES, PAGES
from transferforum.model import address
from transferforum.problems import Problem
from transferforum.serve import serving
from transferforum.site import building

MISSING = "Hier fehlt noch"
OUTDATED = "Diese Erklärung ist älter als 365 Tage."
STUBS = (
    *("lernen/lernstand", "lernen/glossar", "lernen/suche", "lernen/katalog"),
    *("anleitung/lernen", "anleitung/uebungen", "anleitung/personalrat"),
    "anleitung/pruefungen",
)
OWED = [f"{address(docname)}.html" for _, docname in PAGES]
GUIDE = (ROOT / "docs/anleitung/betreiben.md").read_text(encoding="utf-8")
SCHEMA = json.loads((ROOT / "src/transferforum/content/schemas/forum.json").read_text(encoding="utf-8"))


class Site:
    """The small forum with all owed pages, and a stand-in for each page they lead to."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root, self.out = root, folder / "site"
        self._web = stand_in_web(folder / "web")
        for name in STUBS:
            self.write(f"docs/{name}.md", f"# Seite {name}\n")
        shutil.copy(ROOT / "docs/anleitung/betreiben.md", root / "docs/anleitung")
        shutil.copy(ROOT / "404.md", root)
        self.write(
            "docs/anleitung/evidence.toml",
            '[[statements]]\nid = "axe"\ngroup = "barrierefreiheit"\ntext = "Kein Verstoß."\n'
            'tests = ["tests/probe.py::test_good"]\n',
        )
        self.write("tests/probe.py", "def test_good() -> None: ...\n")
        conf = (root / "conf.py").read_text(encoding="utf-8")
        self.write("conf.py", conf.replace('"index.md", ', '"index.md", "404.md", "docs/**/*.md", '))

    def write(self, name: str, text: str) -> None:
        """Put a file into the forum."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def change(self, old: str, new: str) -> None:
        """Change forum.toml."""
        text = (self.root / "forum.toml").read_text(encoding="utf-8")
        assert old in text
        self.write("forum.toml", text.replace(old, new))

    def problems(self, jobs: int = 1) -> tuple[Problem, ...]:
        """Build; gives what is wrong."""
        (self.out.parent / "site.log").unlink(missing_ok=True)
        return building.build(self.root, self.out, web=self._web, python=None, jobs=jobs, status=None)[1]

    def build(self) -> Path:
        """Build without a fault."""
        assert [str(problem) for problem in self.problems()] == []
        return self.out

    def noted(self, what: str) -> set[str]:
        """Which pages the last build has read or written."""
        notes = self.out.parent / "site.log"
        lines = notes.read_text(encoding="utf-8").splitlines() if notes.exists() else []
        return {line.split(" ")[1] for line in lines if line.startswith(what)}

    def words(self, page: str) -> str:
        """What a reader sees of a page."""
        html = (self.out / page).read_text(encoding="utf-8")
        text = re.sub(r"<(head|script).*?</\1>|<[^>]+>", " ", html, flags=re.DOTALL)
        return " ".join(text.replace("&nbsp;", " ").split())


@pytest.fixture
def complete(ready: Path, tmp_path: Path) -> Site:
    """All settings are said."""
    return Site(ready, tmp_path)


@pytest.fixture
def empty(complete: Site) -> Site:
    """No setting is said."""
    shutil.copy(CORPUS / "good/forum.toml", complete.root / "forum.toml")
    return complete


def main(words: str) -> str:
    """The words before the footer, which repeats what is missing."""
    return words.rpartition("Probe-Forum")[0]


def test_what_is_said_stands_on_its_page_and_nothing_is_missed(complete: Site) -> None:
    site = complete.build()
    assert [path for path in site.rglob("*.html") if MISSING in path.read_text("utf-8")] == []
    assert [path for path in site.rglob("*.html") if "Entwurf:" in path.read_text("utf-8")] == []
    imprint, privacy, statement = (complete.words(page) for page in OWED[:3])
    for words in ("Gemeinde Nirgendau", "Am Anger 1", "den Gemeindevorstand", "post@nirgendau.test"):
        assert words in imprint
    for words in ("Der Server steht im Rathaus.", "Der Server schreibt nichts mit.", "Aufsicht für den Datenschutz"):
        assert words in privacy
    for words in ("Amtsweg 2", "keine Untertitel", "lernen@nirgendau.test", "2. November 2025", "1. November 2026"):
        assert words in statement
    assert "CC-BY-SA-4.0" in complete.words(OWED[4])
    assert "Lernteam Nirgendau" in complete.words(OWED[4])


def test_what_is_not_said_is_missed_on_its_page_and_in_every_frame(empty: Site) -> None:
    site = empty.build()
    for path in site.rglob("*.html"):
        words = empty.words(path.relative_to(site).as_posix())
        assert "Entwurf: Auf den Pflichtseiten fehlen Angaben." in words
        assert "eine Adresse für Rückmeldungen" in words
    counts = {page: main(empty.words(page)).count(MISSING) for page in OWED}
    assert list(counts.values()) == [5, 8, 4, 0, 0]
    shown = "".join(empty.words(page) for page in OWED)
    for entry in ENTRIES.values():
        if entry.required and not entry.key.startswith(("licences", "site")):
            assert f"{MISSING}: „{entry.label}“." in shown
            assert f"[{entry.key.partition('.')[0]}] als {entry.key.partition('.')[2]} ." in shown


def test_an_imprint_elsewhere_is_led_to(complete: Site) -> None:
    text = (complete.root / "forum.toml").read_text(encoding="utf-8")
    complete.write("forum.toml", re.sub("(address|represented_by|email) = .*\n", "", text))
    complete.change('imprint_url = ""', 'imprint_url = "https://www.nirgendau.test/impressum"')
    site = complete.build()
    assert '<a href="https://www.nirgendau.test/impressum">' in (site / OWED[0]).read_text(encoding="utf-8")
    assert MISSING not in complete.words(OWED[0])


def test_every_page_leads_to_all_of_them_and_to_an_address(complete: Site) -> None:
    site = complete.build()
    for path in site.rglob("*.html"):
        footer = path.read_text(encoding="utf-8").partition("<footer")[2]
        links = dict(re.findall(r'<a href="([^"]*)">([^<]+)</a>', footer))
        assert links["mailto:lernen@nirgendau.test"] == "lernen@nirgendau.test"
        titles = {title: link for link, title in links.items()}
        here = path.relative_to(site).as_posix()
        for (title, _), page in zip(PAGES, OWED, strict=True):
            base = "https://lernen.nirgendau.test/forum/"
            assert urljoin(base + here, titles[title]) == base + page


def test_a_statement_of_more_than_a_year_says_so(complete: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    complete.build()
    assert OUTDATED not in complete.words(OWED[2])
    set_today(monkeypatch, "2027-11-02")
    complete.build()
    assert complete.noted("read") == set(), "pages are written again, not read again"
    assert complete.words(OWED[2]).count(OUTDATED) == 1
    assert "Die Erklärung zur Barrierefreiheit ist älter als ein Jahr." in complete.words("index.html")
    complete.build()
    assert complete.noted("written") == set(), "a second build on the same day does nothing"


def test_a_new_setting_is_written_and_nothing_is_read(complete: Site) -> None:
    complete.build()
    complete.change("im Rathaus", "im Kreishaus")
    complete.build()
    assert complete.noted("read") == set()
    assert complete.noted("written") == {docname for _, docname in PAGES if "ueber" not in docname}
    assert "Der Server steht im Kreishaus." in complete.words(OWED[1])


def test_the_statement_shows_the_state_of_the_last_test(complete: Site) -> None:
    complete.build()
    assert "Kein Verstoß. Nicht geprüft. Es gibt keinen Bericht" in complete.words(OWED[2])
    complete.write(
        "build/reports/pytest.xml",
        '<testsuites><testsuite timestamp="2026-11-23T04:30:00+00:00"><properties><property name="commit" '
        'value="abc1234"/></properties><testcase classname="tests.probe" name="test_good"/></testsuite></testsuites>',
    )
    complete.build()
    assert "Kein Verstoß. Geprüft , bestanden am 23.11.2026, Stand abc1234." in complete.words(OWED[2])


def test_the_statement_claims_no_more_than_machines_can_show() -> None:
    text = (ROOT / "docs/rechtliches/barrierefreiheit.md").read_text(encoding="utf-8")
    assert "teilweise vereinbar" in text
    assert not re.search("(vollständig|vollumfänglich) (vereinbar|barrierefrei)", text)
    assert all(name in text for name in ("HVBIT", "EN 301 549", "V3.2.1", "WCAG 2.1", "{evidence}"))


def test_the_privacy_notice_names_all_that_a_browser_keeps() -> None:
    text = (ROOT / "docs/rechtliches/datenschutz.md").read_text(encoding="utf-8")
    source = (ROOT / "src/transferforum/web/progress-items.js").read_text(encoding="utf-8")
    ids = re.search(r"const IDS = \{(.*?)\};", source)
    assert ids
    kinds = {entry.partition(":")[0].strip() for entry in ids[1].split(",")}
    assert set(re.findall(r"`forum:2:…:(\w+):", text)) == kinds
    assert len(kinds) == 6


def test_a_setting_that_does_not_exist_is_located(complete: Site) -> None:
    complete.write("docs/anleitung/seite.md", "# Seite\n\n```{settings} operator.name operator.fax\n```\n")
    (problem,) = complete.problems()
    assert (problem.path, problem.line, problem.code) == ("docs/anleitung/seite.md", 3, "einstellung-unbekannt")
    assert "operator.fax" in problem.message
    assert "operator.phone" in problem.cure


@pytest.mark.parametrize(("url", "start"), [("https://lernen.nirgendau.test/forum", "/forum/"), ("", "/")])
def test_the_page_for_wrong_addresses_leads_on_from_any_depth(complete: Site, url: str, start: str) -> None:
    complete.change('url = "https://lernen.nirgendau.test/forum"', f'url = "{url}"')
    html = (complete.build() / "404.html").read_text(encoding="utf-8")
    links = [link for link in re.findall(r'(?:href|src)="([^"]+)"', html) if not link.startswith(("#", "mailto:"))]
    assert len(links) > 12
    for link in links:
        assert link.startswith(start), link
        assert (complete.out / urlsplit(link).path.removeprefix(start)).is_file(), link
    about = json.loads(re.findall(r'id="forum-about">(.*?)</script>', html)[0])
    assert about["root"] == start


def test_a_wrong_address_is_answered_by_this_page(complete: Site) -> None:
    with serving(complete.build()) as server:
        connection = HTTPConnection(server.address.removeprefix("http://"), timeout=10)
        connection.request("GET", "/kurse/probe/nirgends/weg.html")
        answer = connection.getresponse()
        assert answer.status == 404
        assert b"Diese Seite gibt es nicht" in answer.read()
        connection.close()


def test_serial_and_parallel_builds_are_the_same(complete: Site) -> None:
    pages: Callable[[], dict[str, bytes]] = lambda: {  # noqa: E731
        path.relative_to(complete.out).as_posix(): path.read_bytes()
        for path in sorted(complete.out.rglob("*"))
        if path.suffix in {".html", ".xml", ".atom"}
    }
    complete.build()
    serial = pages()
    shutil.rmtree(complete.out)
    shutil.rmtree(complete.out.parent / ".site-doctrees")
    assert complete.problems(jobs=2) == ()
    assert pages() == serial


def test_the_guide_for_operators_names_all_settings() -> None:
    sections = re.findall(r"^### Abschnitt `\[(\w+)\]`\n(.*?)(?=^##)", GUIDE, re.MULTILINE | re.DOTALL)
    named = {name: re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE) for name, text in sections}
    described = {name: one["properties"] for name, one in SCHEMA["properties"].items() if "properties" in one}
    described.pop("assets")
    assert named == {name: list(keys) for name, keys in described.items()}
    shipped = (ROOT / "forum.toml").read_text(encoding="utf-8")
    keys = [key for keys in named.values() for key in keys]
    assert [key for key in keys if not re.search(rf"^{key} = ", shipped, re.MULTILINE)] == []


def test_the_commands_of_the_guide_for_operators_are_understood() -> None:
    lines = [line for block in re.findall(r"```shell\n(.*?)```", GUIDE, re.DOTALL) for line in block.splitlines()]
    commands = [shlex.split(line)[1:] for line in lines if line.startswith("forum ")]
    assert [command[:2] for command in commands] == [["build", "--release"]]
    assert all(cli._parser().parse_args(command).run for command in commands)
