# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The search of the site: what its pages say is noted while they are read, and becomes an index at the end of a build.

The index lies in a folder named by the digest of all that it is made of; `search.json` beside it says which one. So the
page of the search never changes with the content, and an index is made only when there is none of its kind.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.domains import Domain

from ..content.digests import digest, files_digest
from ..model import Forum, Municipality, address, area_page, municipality_page
from . import directory, finder, html
from .directives import CourseList
from .generated_page import Url
from .guides import GLOSSARY_PAGE, term_anchor
from .metadata import NOT_FOUND
from .nodes import Example, ExerciseBox, Hint, LessonCell, QuizAnswer
from .reading import domain_of
from .search_index import COURSE, Document, Section, files
from .use import Use, on

if TYPE_CHECKING:
    from collections.abc import Set

    from sphinx.application import Sphinx

PAGE = "docs/lernen/suche"
"""Where `{search}` stands; a forum may leave it out."""
STATIC = "_static/forum"
POINTER = f"{STATIC}/search.json"
_CODE = Path(__file__).parent
_MADE_BY = (_CODE / "search_index.py", _CODE / "search_words.py")
_NO_RESULTS = frozenset({"index", PAGE, NOT_FOUND})
"""Nobody looks for them."""
_UNSEEN = (QuizAnswer, Hint, Example, nodes.Invisible, nodes.raw)
"""Answers and hints would give away what they answer; examples say nothing, they show."""


class SearchPlace(CourseList):
    """The search: ```` ```{search} ``` ````."""

    template = "search.html"


DIRECTIVES: dict[str, Any] = {"search": SearchPlace}
USES = {"search": Use(title="Suche", purpose="Zeigt das Suchfeld und die Treffer.", place=on(PAGE))}


def _ways(forum: Forum, docname: str, url: Url) -> dict[str, Any]:
    """What the template shows: other ways through the site, for those who find nothing or have no script."""
    pages = (
        ("Alle Kurse und Übungen", finder.PAGE),
        ("Alles Wissen aus den Kommunen", directory.KNOW_HOW),
        ("Glossar", GLOSSARY_PAGE),
        ("Lernwege", "docs/lernen/lernwege"),
    )
    there = [(title, name) for title, name in pages if (forum.root / f"{name}.md").is_file()]
    root = "../" * address(docname).count("/")
    return {"ways": [{"title": title, "url": url(name)} for title, name in there], "index": f"{root}{POINTER}"}


LISTS = {SearchPlace.template: _ways}


class SearchTexts(Domain):
    """What each page says: `data["pages"]` is docname -> JSON of its sections and of the exercises on it."""

    name = "forum-search"
    label = "Suche"
    data_version = 1
    initial_data: ClassVar[dict[str, dict[str, Any]]] = {"pages": {}}

    def clear_doc(self, docname: str) -> None:
        """Forget a page."""
        self.data["pages"].pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process noted about these pages."""
        self.data["pages"].update({name: otherdata["pages"][name] for name in docnames if name in otherdata["pages"]})

    def resolve_any_xref(self, *_: Any) -> list[tuple[str, nodes.reference]]:
        """Nothing to refer to."""
        return []


def note_text(app: Sphinx, doctree: nodes.document) -> None:
    """Keep what the page says that was just read."""
    sections: dict[tuple[str, str], list[str]] = {("", ""): []}
    exercises: dict[str, list[str]] = {}
    for block, text in _blocks(doctree):
        box = _ancestor(block, ExerciseBox)
        if box is not None:
            exercises.setdefault(box["exercise"], []).append(text)
        elif not isinstance(block, nodes.title):
            sections.setdefault(_place(block), []).append(text)
        else:
            sections.setdefault(_place(block), [])
    page = {
        "sections": [[anchor, heading, " ".join(texts)] for (anchor, heading), texts in sections.items()],
        "exercises": {id: " ".join(texts) for id, texts in exercises.items()},
    }
    app.env.get_domain(SearchTexts.name).data["pages"][app.env.current_document.docname] = json.dumps(
        page, ensure_ascii=False
    )


def _blocks(doctree: nodes.document) -> Iterator[tuple[nodes.Element, str]]:
    """The smallest blocks of text, in the order of the page."""
    for node in doctree.findall(nodes.Element):
        inside_text = isinstance(node.parent, nodes.TextElement)
        if isinstance(node, LessonCell):
            yield node, " ".join(node["code"].split())
        elif isinstance(node, nodes.TextElement) and not inside_text and _ancestor(node, *_UNSEEN) is None:
            text = " ".join(node.astext().split())
            if text:
                yield node, text


def _ancestor(node: nodes.Element, *kinds: type[Any]) -> nodes.Element | None:
    """The node itself, or the nearest one around it, of one of these kinds."""
    found: nodes.Element | None = node
    while found is not None and not isinstance(found, kinds):
        found = found.parent
    return found


def _place(block: nodes.Element) -> tuple[str, str]:
    """(anchor, heading) of the section around a block; empty below the title of the page."""
    section = _ancestor(block, nodes.section)
    if section is None or isinstance(section.parent, nodes.document) or not isinstance(section[0], nodes.title):
        return "", ""
    return str(section["ids"][0]), section[0].astext()


def documents(forum: Forum, pages: dict[str, str], titles: dict[str, str]) -> Iterator[Document]:
    """All that can be found, by address. `pages` and `titles` are what was noted of them, by docname."""
    found = [*_authored(forum, pages, titles), *_terms(forum, pages), *_directory(forum)]
    yield from sorted(found, key=lambda document: document.url)


def _authored(forum: Forum, pages: dict[str, str], titles: dict[str, str]) -> Iterator[Document]:
    for docname in sorted(pages.keys() - _NO_RESULTS):
        course = forum.course_of(docname)
        if course and course.retired:
            continue
        page = json.loads(pages[docname])
        sections = tuple(
            Section(anchor=anchor, heading=heading, text=text) for anchor, heading, text in page["sections"]
        )
        whole = Document(url=_url(docname), kind="Hilfe", title=titles[docname], sections=sections)
        yield _described(forum, docname, whole)
        for id, text in page["exercises"].items():
            exercise = forum.exercise(id)
            if exercise:
                yield Document(
                    url=f"{_url(docname)}#{html.anchor(id)}",
                    kind="Übung",
                    title=exercise.title,
                    inside=course.title if course else "",
                    sections=(Section(text=text),),
                )


def _described(forum: Forum, docname: str, page: Document) -> Document:
    """With its kind, and with what the page shows of the model beside its own text."""
    course = forum.course_of(docname)
    know_how = forum.know_how_on(docname)
    if course and course.docname == docname:
        aims = " ".join(objective.text for objective in course.objectives)
        about = f"{course.summary} {course.level} {' '.join(course.roles)} {aims}"
        return replace(page, kind=COURSE, sections=(Section(text=about), *page.sections))
    if course:
        return replace(page, kind="Lektion", inside=course.title)
    if know_how:
        return replace(page, kind="Wissen", sections=(Section(text=know_how.summary), *page.sections))
    if forum.workshop_on(docname):
        return replace(page, kind="Workshop")
    kind = "Wissen" if docname == directory.KNOW_HOW else "Rechtliches" if "/rechtliches/" in docname else "Hilfe"
    return replace(page, kind=kind)


def _terms(forum: Forum, pages: dict[str, str]) -> Iterator[Document]:
    if GLOSSARY_PAGE not in pages:
        return
    for term in forum.glossary:
        also = f" Auch: {', '.join(term.variants)}." if term.variants else ""
        yield Document(
            url=f"{_url(GLOSSARY_PAGE)}#{term_anchor(term.id)}",
            kind="Glossar",
            title=term.term,
            sections=(Section(text=term.definition.replace("`", "") + also),),
        )


def _directory(forum: Forum) -> Iterator[Document]:
    for area in forum.areas:
        name = area_page(area.id)
        yield Document(
            url=f"{name}.html", kind="Kompetenzbereich", title=area.title, sections=(Section(text=area.summary),)
        )
    for partner in forum.municipalities:
        name = municipality_page(partner.id)
        kind = "Fördergeber" if partner.is_funder else "Kommune"
        yield Document(url=f"{name}.html", kind=kind, title=partner.name, sections=(_brought(partner),))


def _brought(partner: Municipality) -> Section:
    return Section(text=" ".join(one.text for one in partner.contributions))


def _url(docname: str) -> str:
    return f"{address(docname)}.html"


def publish(app: Sphinx) -> Iterator[Path]:
    """The files of the index; made when there are none of this content. Nothing where no page has the search."""
    if PAGE not in app.env.found_docs:
        return
    forum = domain_of(app.env).forum
    pages = app.env.get_domain(SearchTexts.name).data["pages"]
    titles = {name: title.astext() for name, title in app.env.titles.items()}
    found = list(documents(forum, pages, titles))
    concepts = [names for term in forum.glossary if len(names := [term.term, *term.variants, *term.avoid]) > 1]
    name = f"search.{digest([asdict(document) for document in found], concepts, files_digest(_MADE_BY))}"
    folder = Path(app.outdir) / STATIC / name
    if not (folder / "words.bin").exists():
        _write(folder, files(found, concepts))
    yield from folder.iterdir()
    yield _point(Path(app.outdir) / POINTER, name)


def _write(folder: Path, content: dict[str, bytes]) -> None:
    """`words.bin` comes last: where it is, all of them are."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in sorted(content, key="words.bin".__eq__):
        (folder / name).write_bytes(content[name])


def _point(pointer: Path, name: str) -> Path:
    text = json.dumps({"folder": name})
    if not pointer.exists() or pointer.read_text(encoding="utf-8") != text:
        pointer.write_text(text, encoding="utf-8")
    return pointer
