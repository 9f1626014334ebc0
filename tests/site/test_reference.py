# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The reference of directives and roles: it tells what the code accepts, shows all of it, and disturbs nothing."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from conftest import CORPUS, ROOT, stand_in_web
from docutils.utils import new_document
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from transferforum.checks.prose import prose_of, readable
from transferforum.content import load
from transferforum.content.notebook import fences
from transferforum.content.quiz_bodies import BODIES
from transferforum.model import Choice, Decision, Forum, Gaps, Number, Order, Pairs, ShortText
from transferforum.problems import Problem
from transferforum.site import building, search
from transferforum.site.reference import DIRECTIVES, PAGE, ROLES, USES, Signature, signature
from transferforum.site.search_index import Document
from transferforum.site.warm import WarmSite

Edit = Callable[[str, str, str], Path]
GUIDE = (ROOT / f"{PAGE}.md").read_text(encoding="utf-8")
NAME = re.compile(r"\{([a-z-]+)\}")
SMALL = """# Bausteine

## Üben

```{reference} quiz
```

`````{example}
```{quiz} beispiel
:type: single

Was ist *kein* Text?

- [x] `7`
- [ ] `"7"`
  > Das ist ein Text.
```
`````

```{reference} exercise
```

`````{example}
```{exercise} summe
```
`````

```{reference} course-overview
```

```{reference} learning-record
```
"""


@pytest.fixture(scope="module")
def signatures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Signature]:
    """What Sphinx has registered for everything that is told."""
    folder = tmp_path_factory.mktemp("signatures")
    root = Path(shutil.copytree(CORPUS / "good", folder / "forum"))
    settings = {"forum_web": str(stand_in_web(folder / "web"))}
    with patch_docutils(), docutils_namespace():
        Sphinx(root, root, folder / "site", folder / "doctrees", "forum", settings, status=None, warning=None)
        return {name: signature(name, new_document("probe")) for name in USES}


def built(root: Path, out: Path, jobs: int = 1) -> tuple[Problem, ...]:
    web = stand_in_web(out.parent / "web")
    return building.build(root, out, web=web, python=None, jobs=jobs, status=None)[1]


def add(root: Path, text: str = SMALL) -> Path:
    path = root / f"{PAGE}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def page_of(out: Path) -> str:
    return (out / "anleitung/autorinnen/bausteine.html").read_text(encoding="utf-8")


def words(html: str) -> str:
    """What a reader sees."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def section(page: str, name: str) -> str:
    found = re.search(rf'<section id="baustein-{name}">(.*?)</section>', page, re.DOTALL)
    assert found, name
    return found[1]


def test_everything_of_our_own_is_told() -> None:
    assert [name for name in (*DIRECTIVES, *ROLES) if name not in USES] == []
    titles = [use.title for use in USES.values()]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("name", USES)
def test_what_is_told_is_what_the_code_accepts(name: str, signatures: dict[str, Signature]) -> None:
    use, accepted = USES[name], signatures[name]
    assert bool(use.argument) == accepted.argument
    assert bool(use.content) == accepted.content
    assert sorted((*use.options, *use.idle)) == sorted(accepted.options)


def test_the_page_shows_everything_once() -> None:
    shown = re.findall(r"^```\{reference\} (.+)$", GUIDE, re.MULTILINE)
    assert sorted(shown) == sorted(USES)


def test_everything_has_an_example_or_a_place() -> None:
    examples = re.findall(r"^`{5}\{example\}\n(.*?)^`{5}$", GUIDE, re.DOTALL | re.MULTILINE)
    shown = {name for example in examples for name in NAME.findall(example)}
    assert shown == {name for name, use in USES.items() if use.place is None}


def test_every_kind_of_question_has_an_example(forum: Forum) -> None:
    page = forum.page(PAGE)
    assert page
    assert len(page.quizzes) == len(BODIES)
    kinds = {type(quiz.body) for quiz in page.quizzes}
    assert kinds == {Choice, Number, ShortText, Order, Pairs, Gaps, Decision}
    for kind in set(BODIES) - {"decision"}:
        assert f":type: {kind}\n" in GUIDE


def test_authors_use_nothing_that_is_not_told(forum: Forum) -> None:
    """What the real pages are made of; lists of pages are for the pages that nobody writes in."""
    used = {
        fence.name
        for one in readable(forum)
        for part in prose_of(one)
        for fence in fences((part,))
        if fence.name and not fence.colon
    }
    assert len(used) > 10
    assert used - USES.keys() - {"toctree"} == set()


def test_a_section_tells_arguments_and_options(small: Path, tmp_path: Path) -> None:
    add(small)
    assert built(small, tmp_path / "site") == ()
    quiz = section(page_of(tmp_path / "site"), "quiz")
    assert words(quiz).startswith("Frage: {quiz} Stellt eine Frage, die Lernende auf der Seite beantworten.")
    first = re.findall(r"<tr.*?<td>(.*?)</td>", quiz, re.DOTALL)
    assert [words(cell) for cell in first] == [
        *("hinter dem Namen", ":type:", ":objectives:", ":aliases:", ":series:", ":unit:", "im Block")
    ]


def test_a_new_option_is_shown_even_before_it_is_told(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(small)
    monkeypatch.setattr(DIRECTIVES["learning-record"], "option_spec", {"neu": str})
    assert built(small, tmp_path / "site") == ()
    assert ":neu:" in words(section(page_of(tmp_path / "site"), "learning-record"))


def test_what_stands_on_one_page_leads_there(small: Path, tmp_path: Path) -> None:
    add(small)
    built(small, tmp_path / "site")
    page = page_of(tmp_path / "site")
    assert 'href="../../kurse/probe/index.html"' in section(page, "course-overview")
    assert "die es in diesem Forum nicht gibt" in section(page, "learning-record")
    record = small / "docs/lernen/lernstand.md"
    record.parent.mkdir(parents=True)
    record.write_text("# Mein Lernstand\n", encoding="utf-8")
    add(small, SMALL + "\n")
    built(small, tmp_path / "site")
    assert 'href="../../lernen/lernstand.html"' in section(page_of(tmp_path / "site"), "learning-record")


def test_an_example_is_shown_as_typed_and_live(small: Path, tmp_path: Path) -> None:
    add(small)
    assert built(small, tmp_path / "site") == ()
    page = page_of(tmp_path / "site")
    quiz, exercise = re.findall(r'<div class="forum-example">(.*?)<div class="forum-example__result">', page, re.DOTALL)
    assert words(quiz).startswith("So schreiben Sie es ```{quiz} beispiel :type: single Was ist *kein* Text?")
    assert words(exercise) == "So schreiben Sie es ```{exercise} summe ``` So sieht es aus"
    assert 'id="frage-beispiel"' in page
    assert "<p>Was ist <em>kein</em> Text?</p>" in page
    assert 'id="uebung-summe"' in page
    assert 'id="forum-page"' in page, "the exercise can be run"


def test_examples_disturb_neither_courses_nor_the_search(small: Path, tmp_path: Path) -> None:
    built(small, tmp_path / "without")
    before = load(small)[0]
    add(small)
    for number in range(6):  # Sphinx reads in parallel from six pages on
        (small / f"docs/seite-{number}.md").write_text(f"# Seite {number}\n", encoding="utf-8")
    built(small, tmp_path / "with", jobs=2)
    after = load(small)[0]
    assert (before.courses, before.places, before.exercises) == (after.courses, after.places, after.exercises)
    lessons = sorted((tmp_path / "without/kurse").rglob("*.html"))
    assert lessons
    for path in lessons:
        name = path.relative_to(tmp_path / "without")
        assert path.read_bytes() == (tmp_path / "with" / name).read_bytes(), name
    catalogue = [sorted((tmp_path / out / "_static").rglob("catalogue*.json")) for out in ("without", "with")]
    assert [path.name for path in catalogue[0]] == [path.name for path in catalogue[1]]


def test_an_edited_exercise_is_read_again_where_it_is_an_example(small: Path, tmp_path: Path, edit: Edit) -> None:
    add(small)
    built(small, tmp_path / "site")
    edit("exercises/summe/exercise.md", "Zählen Sie die", "Addieren Sie die")
    built(small, tmp_path / "site")
    assert "Addieren Sie die" in page_of(tmp_path / "site")


def test_a_second_build_reads_nothing(small: Path, tmp_path: Path) -> None:
    add(small)
    built(small, tmp_path / "site")
    notes = tmp_path / "site.log"
    notes.unlink()
    assert built(small, tmp_path / "site") == ()
    assert not notes.exists()


def test_serial_and_parallel_builds_are_the_same(small: Path, tmp_path: Path) -> None:
    add(small)
    for number in range(6):
        (small / f"docs/seite-{number}.md").write_text(f"# Seite {number}\n", encoding="utf-8")
    built(small, tmp_path / "serial")
    built(small, tmp_path / "parallel", jobs=2)
    assert page_of(tmp_path / "serial") == page_of(tmp_path / "parallel")


def test_a_preview_knows_the_lines_of_what_an_example_shows(small: Path, tmp_path: Path) -> None:
    add(small)
    site = WarmSite(small, tmp_path / "site", web=stand_in_web(tmp_path / "web"), python=None)
    site.refresh()
    site.close()
    page, lines = page_of(tmp_path / "site"), SMALL.splitlines()
    noted = {tag: int(line) for tag, line in re.findall(rf'<([\w-]+)[^>]* data-forum-line="{PAGE}.md:(\d+)"', page)}
    assert lines[noted["forum-quiz"] - 1] == "```{quiz} beispiel"
    assert lines[noted["p"] - 1] == "Was ist *kein* Text?"
    assert lines[noted["section"] - 1] == "```{reference} learning-record"


def test_an_unknown_name_is_located(small: Path, tmp_path: Path) -> None:
    add(small, "# Bausteine\n\n```{reference} notiz\n```\n")
    (problem,) = built(small, tmp_path / "site")
    assert (problem.path, problem.line, problem.code) == (f"{PAGE}.md", 3, "baustein-unbekannt")
    assert "`notiz`" in problem.message
    assert "`note`" in problem.cure


def test_faults_in_questions_of_examples_are_located(small: Path) -> None:
    path = add(small, SMALL.replace(":type: single", ":type: einfach"))
    _, (fault,) = load(small)
    assert (fault.path, fault.code) == (f"{PAGE}.md", "frage-art")
    assert path.read_text(encoding="utf-8").splitlines()[fault.line - 1] == ":type: einfach"


def test_an_example_takes_no_id_of_a_lesson(small: Path) -> None:
    add(small, SMALL.replace("{quiz} beispiel", "{quiz} was-zaehlt"))
    forum, (fault,) = load(small)
    assert (fault.path, fault.code) == (f"{PAGE}.md", "frage-doppelt")
    page = forum.page(PAGE)
    assert page
    assert page.quizzes == ()
    assert "was-zaehlt" in {quiz.id for lesson in forum.lessons() for quiz in lesson.quizzes}


def test_nobody_finds_an_example(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(small)
    page = small / "docs/lernen/suche.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Suche\n\n```{search}\n```\n", encoding="utf-8")
    found: list[Document] = []

    def note(documents: list[Document], concepts: list[list[str]]) -> dict[str, bytes]:
        found.extend(documents)
        return {"words.bin": b""}

    monkeypatch.setattr(search, "files", note)
    built(small, tmp_path / "site")
    (ours,) = (one for one in found if "bausteine" in one.url)
    texts = " ".join(part.text for part in ours.sections)
    assert "Stellt eine Frage, die Lernende auf der Seite beantworten." in texts
    assert "Was ist" not in texts
    assert "summe" not in texts
