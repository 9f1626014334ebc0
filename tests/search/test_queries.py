# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people type leads to the page they mean, in few bytes, on a made-up forum and on one of 1,400 pages."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from search.asking import answers, concepts, corpus, queries, write

from transferforum.grading.grade import load_module
from transferforum.site.search_index import Document, Section, files
from transferforum.site.search_words import fold, stem, words

CONTRACT = json.loads((ROOT / "tests/contract/search.json").read_text(encoding="utf-8"))
FIRST = 3
HELD_OUT = 38
"""Of 41: they were measured once (40) and are not tuned on, so a few may go where others come."""
SETS = ("queries", "heldout", "site", "fresh", "later")
MOST_BYTES = 300_000
LARGE = 1400


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("index"), corpus(), concepts())


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pages = load_module(ROOT / "bench/large_forum.py").documents(LARGE)
    return write(tmp_path_factory.mktemp("large"), pages, concepts())


def missed(name: str, index: Path) -> list[str]:
    """The queries whose page is not among the first three."""
    asked = queries(name)
    found = answers(index, [one.query for one in asked])
    pairs = zip(asked, found, strict=True)
    return [f"{one.query} -> {one.page}" for one, answer in pairs if one.page not in answer["urls"][:FIRST]]


def test_every_query_finds_its_page_among_the_first_three(index: Path) -> None:
    assert len(queries("queries")) >= 60
    assert missed("queries", index) == []


def test_queries_that_were_kept_apart_find_theirs(index: Path) -> None:
    kept = queries("heldout")
    assert len(kept) >= 30
    assert len(kept) - len(missed("heldout", index)) >= HELD_OUT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bäume", "Baeume"),
        ("Gießen", "Giessen"),
        ("Künstliche Intelligenz", "Kuenstliche Intelligenz"),
        ("E-Akte", "eAkte"),
    ],
)
def test_another_spelling_finds_the_same(one: str, other: str, index: Path) -> None:
    first, second = answers(index, [one, other])
    assert first["urls"][:FIRST] == second["urls"][:FIRST] != []


def test_every_query_with_umlauts_finds_the_same_without(index: Path) -> None:
    typed = [one.query for one in queries("queries") if set(one.query.lower()) & set("äöüß")]
    without = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
    assert len(typed) > 10
    found = answers(index, [*typed, *(text.translate(without) for text in typed)])
    assert [one["urls"] for one in found[: len(typed)]] == [one["urls"] for one in found[len(typed) :]]


def test_nothing_is_found_for_what_is_on_no_page(index: Path) -> None:
    assert [one["urls"] for one in answers(index, ["qqqxxyzz", "?!", "  "])] == [[], [], []]


def test_a_page_of_that_name_comes_before_one_that_repeats_the_word(tmp_path: Path) -> None:
    named = Document(url="named.html", kind="Hilfe", title="Fristen", sections=(Section(text="Was zu beachten ist."),))
    often = Document(url="often.html", kind="Hilfe", title="Akten", sections=(Section(text="Frist " * 50),))
    folder = write(tmp_path, [often, named], [])
    assert answers(folder, ["Frist"])[0]["urls"] == ["named.html", "often.html"]


def test_the_kind_and_the_course_are_found_too(tmp_path: Path) -> None:
    texts = [("a.html", "Lektion", "Kasse"), ("b.html", "Übung", "Kasse"), ("c.html", "Übung", "")]
    pages = [
        Document(url=url, kind=kind, title="Summen", inside=inside, sections=(Section(text="Zahlen"),))
        for url, kind, inside in texts
    ]
    folder = write(tmp_path, pages, [])
    assert [one["urls"][0] for one in answers(folder, ["Übung Kasse", "Lektion Summen"])] == ["b.html", "a.html"]


@pytest.mark.parametrize(
    ("query", "text"),
    [("gelöscht", "Daten löschen"), ("aussondern", "ausgesonderte Akten"), ("einführen", "Einführung")],
)
def test_one_form_of_a_verb_finds_the_others(query: str, text: str, tmp_path: Path) -> None:
    pages = [Document(url="a.html", kind="Hilfe", title="Erste", sections=(Section(text=text),))]
    [found] = answers(write(tmp_path, pages, []), [query])
    assert (found["urls"], found["guesses"]) == (["a.html"], [])


def test_a_short_second_part_of_a_compound_counts(tmp_path: Path) -> None:
    texts = {"a.html": "Open Data Hub für Daten", "b.html": "Daten und wieder Daten"}
    pages = [
        Document(url=url, kind="Hilfe", title="Seite", sections=(Section(text=text),)) for url, text in texts.items()
    ]
    assert answers(write(tmp_path, pages, []), ["Datenhub"])[0]["urls"][0] == "a.html"


def test_a_slip_is_told(index: Path) -> None:
    [found] = answers(index, ["Datenshutz"])
    assert found["guesses"] == [["Datenshutz", "Datenschutz"]]


def test_first_query_transfers_little_at_1400_pages(large: Path) -> None:
    scripts = sum(len(gzip.compress(path.read_bytes())) for path in (ROOT / "src/transferforum/web").glob("search*.js"))
    asked = [one.query for name in SETS for one in queries(name)]
    found = answers(large, asked)
    most = max(found, key=lambda one: one["bytes"])
    assert most["bytes"] + scripts <= MOST_BYTES
    assert [
        f"{one['milliseconds']:.0f} ms: {query}"
        for query, one in zip(asked, found, strict=True)
        if one["milliseconds"] > 50
    ] == []


def test_same_pages_give_the_same_files_and_one_more_page_little_more() -> None:
    documents = load_module(ROOT / "bench/large_forum.py").documents
    assert files(documents(50), concepts()) == files(documents(50), concepts())
    small, double = (sum(map(len, files(documents(count), []).values())) for count in (100, 200))
    assert double < 2.2 * small


def test_packed_words_are_read_back(tmp_path: Path) -> None:
    page = Document(url="a.html", kind="Kurs", title="Fußgängerzone", sections=(Section(text="Fuß Fußweg zone"),))
    folder = write(tmp_path, [page], [])
    about: Any = json.loads(gzip.decompress((folder / "words.bin").read_bytes()))
    assert about["pages"] == 1
    assert {one["urls"][0] for one in answers(folder, ["Fussweg", "Gängerzone", "Zonen"])} == {"a.html"}


@pytest.mark.parametrize("case", CONTRACT["words"], ids=lambda case: case["word"])
def test_words_are_folded_and_cut_as_in_the_page(case: dict[str, str]) -> None:
    assert (fold(case["word"]), stem(fold(case["word"]))) == (case["folded"], case["stem"])


@pytest.mark.parametrize("case", CONTRACT["texts"], ids=lambda case: case["text"])
def test_texts_have_the_same_words_as_in_the_page(case: dict[str, Any]) -> None:
    assert list(words(case["text"])) == case["words"]
