# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""`forum new`: what it writes is sound at once, it asks kindly, and it never overwrites or loses anything."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import set_today, stand_in_web

from transferforum import checks, cli
from transferforum.content import load
from transferforum.content.tasks import task_of
from transferforum.grading.grade import grade
from transferforum.model import Decision, Exercise, Forum
from transferforum.scaffold import KINDS, TYPES, Kind, ids, kinds
from transferforum.scaffold.writing import Change, Occupied, Plan, write
from transferforum.site import building

New = Callable[..., int]
Edit = Callable[[str, str, str], Path]
TITLE = "Gebühren für Müll & Straße"
ID = "gebuehren-fuer-muell-strasse"
AWKWARD = '- a: "b" # {{c}} `d` $e {fact}`x` [y] &amp; <f> *g* C#'
CALLS = {
    "course": ("--area", "probe"),
    "lesson": ("--course", "probe"),
    "exercise": ("--course", "probe"),
    "quiz": ("--course", "probe", "--lesson", "erste"),
    "know-how": ("--area", "probe"),
    "workshop": ("--courses", "probe"),
}
"""What each kind needs beside a title."""
PROMPTS = {"course": 5, "lesson": 3, "exercise": 4, "quiz": 4, "know-how": 4, "workshop": 5}
"""How many questions are asked in the small forum, the last one included."""


@pytest.fixture
def new(small: Path, monkeypatch: pytest.MonkeyPatch) -> New:
    """Calls `forum new` in the small forum, where nobody can be asked."""
    monkeypatch.setattr("transferforum.scaffold.command.at_terminal", lambda: False)
    return lambda *arguments: cli.main(["--root", str(small), "new", *arguments])


@pytest.fixture
def typed(new: New, monkeypatch: pytest.MonkeyPatch) -> New:
    """Calls `forum new` with somebody who types the answers in `typed.answers`; an exception is raised instead."""
    monkeypatch.setattr("transferforum.scaffold.command.at_terminal", lambda: True)

    def call(kind: str, *answers: str | type[BaseException]) -> int:
        lines = iter(answers)

        def type_line(prompt: str) -> str:
            print(prompt)
            line = next(lines)
            if isinstance(line, str):
                return line
            raise line

        monkeypatch.setattr("builtins.input", type_line)
        return new(*kind.split())

    return call


def tree(root: Path) -> dict[str, bytes]:
    """All files, hidden ones and empty folders too."""
    return {path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else b"" for path in root.rglob("*")}


def sound(root: Path) -> Forum:
    """The forum, which must be without any problem."""
    forum, faults = load(root)
    assert [str(one) for one in (*faults, *checks.run(forum))] == []
    return forum


@pytest.mark.parametrize("kind", CALLS)
@pytest.mark.parametrize("title", [TITLE, AWKWARD], ids=["plain", "awkward"])
def test_what_is_written_is_sound_at_once(new: New, small: Path, kind: str, title: str) -> None:
    if kind == "quiz" and title == AWKWARD:
        title = 'Was ist "a": $b, `c` & <d>?'
    before = tree(small)
    assert new(kind, "--title", title, *CALLS[kind]) == 0
    forum = sound(small)
    after = tree(small)
    assert before.keys() < after.keys() or kind == "quiz"
    changed = {name for name in before if before[name] != after[name]}
    assert len(changed) == (kind in {"lesson", "exercise", "quiz"})
    titles = {
        "course": [one.title for one in forum.courses],
        "lesson": [one.title for one in forum.lessons()],
        "exercise": [one.title for one in forum.exercises],
        "quiz": [quiz.question.text for lesson in forum.lessons() for quiz in lesson.quizzes],
        "know-how": [one.title for one in forum.know_how],
        "workshop": [one.title for one in forum.workshops],
    }
    assert title in titles[kind]
    assert (forum.page(f"courses/{ids.from_title(title)}/index") is not None) == (kind == "course")
    assert not [name for name in after if name.endswith(".new")]


@pytest.mark.parametrize("type", TYPES)
@pytest.mark.parametrize("lesson", ["erste", "zweite"])
def test_every_type_of_question(new: New, small: Path, type: str, lesson: str) -> None:
    """It stands after the questions that are there, and before the decision."""
    assert new("quiz", "--course", "probe", "--lesson", lesson, "--type", type, "--title", "Was gilt hier?") == 0
    forum = sound(small)
    shown = [quiz for one in forum.lessons() if one.id == lesson for quiz in one.quizzes]
    questions = [quiz.id for quiz in shown if not isinstance(quiz.body, Decision)]
    assert questions[-1] == "was-gilt-hier"
    assert [quiz.id for quiz in shown if isinstance(quiz.body, Decision)] == [
        quiz.id for quiz in shown[len(questions) :]
    ]


def test_a_question_joins_the_series_before_it(new: New, small: Path, edit: Edit) -> None:
    edit("courses/probe/zweite.md", ":type: gaps\n", ":type: gaps\n:series: am-ende\n")
    assert new("quiz", "--course", "probe", "--lesson", "zweite", "--title", "Was gilt hier?") == 0
    quizzes = {quiz.id: quiz for lesson in sound(small).lessons() for quiz in lesson.quizzes}
    assert quizzes["was-gilt-hier"].series == "am-ende"


def test_what_is_added_stands_before_the_decision_and_its_heading(new: New, small: Path) -> None:
    path = small / "courses" / ID / "einstieg.md"
    new("course", "--title", TITLE, "--area", "probe")
    quiz = path.read_text(encoding="utf-8").index("```{quiz}")
    text = path.read_text(encoding="utf-8")
    start, end = text.index("## Kurz geprüft"), text.index("## Was schlagen Sie vor?")
    assert start < quiz < end
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    assert new("quiz", "--course", ID, "--title", "Was gilt hier?") == 0
    assert new("exercise", "--course", ID, "--title", "Wie viele?") == 0
    sound(small)
    headings = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("## ")]
    assert headings == ["## Eine Zelle ausführen", "## Üben: Wie viele?", "## Kurz geprüft", "## Was schlagen Sie vor?"]


@pytest.fixture
def exercise(new: New, small: Path) -> Exercise:
    """A new exercise."""
    assert new("exercise", "--course", "probe", "--title", TITLE) == 0
    found = sound(small).exercise(ID)
    assert found
    return found


def test_a_new_exercise_proves_itself(exercise: Exercise) -> None:
    """By the rules that all exercises are held to, and in the words that its files state."""
    from exercises import test_exercises, test_mutants  # late: they load the real forum

    task = task_of(exercise)
    assert len(exercise.mistakes) >= 4
    stated = {exercise.start.source: exercise.start_feedback, **{one.code: one.feedback for one in exercise.mistakes}}
    assert {code: grade(task, code).message for code in stated} == stated
    solved = grade(task, exercise.solution.source)
    assert (solved.passed, solved.message) == (True, exercise.solution_feedback)
    test_exercises.test_feedback_helps(exercise)
    test_exercises.test_solution_holds_on_other_data(exercise)
    test_mutants.test_mutants_are_rejected(exercise)


def test_a_new_exercise_stands_odd_answers(exercise: Exercise) -> None:
    from exercises import test_exercises

    for odd in ("None", "''", "-1.5", "[None]", "float('nan')", "print"):
        test_exercises.test_check_stands_odd_answers(exercise, odd)


def test_a_site_with_all_of_it(new: New, small: Path, tmp_path: Path) -> None:
    """Every kind is on its page, and what leads to it too."""
    new("course", "--title", TITLE, "--area", "probe")
    new("lesson", "--course", ID, "--title", "Tonnen vergleichen")
    new("exercise", "--course", ID, "--lesson", "einstieg", "--title", "Wie viel Platz?")
    new("quiz", "--course", ID, "--lesson", "einstieg", "--title", "Was ist braun?")
    new("know-how", "--title", "Warum liegt Müll?", "--area", "probe", "--courses", ID)
    new("workshop", "--title", "Abfall zum Anfassen", "--courses", f"probe,{ID}", "--place", "mobil")
    out = tmp_path / "site"
    _, problems = building.build(small, out, web=stand_in_web(tmp_path / "web"), python=None, jobs=1, status=None)
    assert [str(problem) for problem in problems] == []

    def page(name: str) -> str:
        return (out / f"{name}.html").read_text(encoding="utf-8")

    lesson = page(f"kurse/{ID}/einstieg")
    assert "Liter zusammen: 540" in lesson
    assert (
        lesson.index("Üben: Wie viel Platz?") < lesson.index("Was ist braun?") < lesson.index("Was schlagen Sie vor?")
    )
    assert "größten Tonne: 240" in page(f"kurse/{ID}/tonnen-vergleichen")
    course = page(f"kurse/{ID}/index")
    assert "Gebühren für Müll &amp; Straße" in course
    assert 'href="../../workshops/abfall-zum-anfassen.html">Abfall zum Anfassen</a>' in course
    assert "Warum liegt Müll?" in page("wissen/warum-liegt-muell")
    workshop = page("workshops/abfall-zum-anfassen")
    for words in (
        "1&nbsp;Stunde 30&nbsp;Minuten · mobil",
        "Mitbringen: Geräte mit vollem Akku",
        f"kurse/{ID}/index.html",
    ):
        assert words in workshop
    assert "Zu prüfen bis:" in workshop


@pytest.mark.parametrize(
    ("title", "id"),
    [
        (TITLE, ID),
        ("Größe & Maß – Übung Nr. 2", "groesse-mass-uebung-nr-2"),
        ("Café, Crème, Łódź", "cafe-creme-odz"),
        ("  ", ""),
        ("Привет", ""),
        ("Index", "index-1"),
        ("Con", "con-1"),
        ("Verwaltungsverfahrensbeschleunigung und noch viel mehr", "verwaltungsverfahrensbeschleunigung-und-noch"),
    ],
)
def test_ids_come_from_titles(title: str, id: str) -> None:
    assert ids.from_title(title) == id
    assert ids.has_form(id) or not id


@pytest.mark.parametrize(
    ("id", "place"),
    [
        ("probe", "courses/probe"),
        ("summe", "exercises/summe"),
        ("erste", "courses/probe/erste.md"),
        ("was-tun", "courses/probe/zweite.md, Zeile "),
        ("summe-wovon", "courses/probe/zweite.md, Zeile "),
        ("frueher", "courses/probe"),
        ("unlesbar", "courses/unlesbar"),
    ],
)
def test_an_id_in_use_is_refused(
    new: New, small: Path, edit: Edit, capsys: pytest.CaptureFixture[str], id: str, place: str
) -> None:
    edit("courses/probe/course.toml", 'id = "probe"\n', 'id = "probe"\naliases = ["frueher"]\n')
    (small / "courses/unlesbar").mkdir()
    before = tree(small)
    assert new("exercise", "--course", "probe", "--title", TITLE, "--id", id) == 2
    assert tree(small) == before
    errors = capsys.readouterr().err
    assert f"Die Kennung {id} gibt es schon: {place}" in errors
    assert f"Frei ist: {id}-2" in errors


def test_a_proposed_id_is_free(new: New, small: Path) -> None:
    for _ in range(2):
        assert new("know-how", "--title", "Probe", "--area", "probe") == 0
    assert {one.id for one in sound(small).know_how} == {"probe", "probe-2", "probe-3"}
    assert new("course", "--title", "Probe", "--area", "probe") == 0
    assert sound(small).course("probe-4")


@pytest.mark.parametrize("id", ["Müll", "a b", "-a", "a--b", "../a", "a/b", "nul", "index", "A", "."])
def test_a_bad_id_is_refused(new: New, small: Path, capsys: pytest.CaptureFixture[str], id: str) -> None:
    before = tree(small)
    assert new("course", "--title", TITLE, "--area", "probe", f"--id={id}") == 2
    assert f"--id: „{id}“ geht nicht." in capsys.readouterr().err
    assert tree(small) == before


def test_without_terminal_all_that_is_missing_is_named(
    new: New, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(small)
    assert new("course") == 2
    assert new("exercise", "--course", "fehlt") == 2
    assert tree(small) == before
    shown = capsys.readouterr()
    assert shown.out == ""
    for words in (
        "--title  Titel des Kurses",
        "--area  Kompetenzbereich (möglich: probe, leere)",
        "--title  Titel der",
    ):
        assert words in shown.err
    assert "--course: „fehlt“ steht nicht zur Wahl. Möglich sind: probe." in shown.err
    assert "--role" not in shown.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("course", "--title", "…", "--area", "probe"), "mindestens einen Buchstaben"),
        (("course", "--title", "a" * 121, "--area", "probe"), "121 Zeichen"),
        (("course", "--title", "Привет", "--area", "probe"), "--id"),
        (("course", "--title", "Neu", "--area", "probe", "--role", "Chef"), "„Chef“ steht nicht zur Wahl"),
        (("workshop", "--title", "Neu", "--courses", "probe", "--minutes", "5"), "von 30 bis 480"),
        (("quiz", "--course", "probe", "--title", "- [x] Was?"), "Beginnen Sie die Frage mit einem Wort"),
        (("quiz", "--course", "probe", "--title", "Was ist {term}`Zelle`?"), "geschweifte Klammern"),
        (("quiz", "--course", "probe", "--title", "Was " * 21), "21 Wörter"),
        (("lesson", "--course", "probe", "--title", "Neu", "--objective", "nichts"), "Möglich sind: rechnen"),
    ],
)
def test_an_option_that_does_not_fit(
    new: New, small: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], words: str
) -> None:
    before = tree(small)
    assert new(*arguments) == 2
    assert words in capsys.readouterr().err
    assert tree(small) == before


@pytest.mark.parametrize("kind", CALLS)
def test_a_dry_run_only_shows(new: New, small: Path, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    before = tree(small)
    assert new(kind, "--title", TITLE, *CALLS[kind], "--dry-run") == 0
    assert tree(small) == before
    out = capsys.readouterr().out
    assert "Das würde geschrieben:" in out
    assert "Geschrieben" not in out
    assert ("ergänzt   courses/probe/" in out) == (kind in {"lesson", "exercise", "quiz"})
    assert ("  neu       " in out) == (kind != "quiz")


def _interruptions() -> Iterator[tuple[str, int, type[BaseException]]]:
    yield from ((kind, count, KeyboardInterrupt) for kind, prompts in PROMPTS.items() for count in range(prompts))
    yield "course", 0, EOFError
    yield "course", 4, EOFError


@pytest.mark.parametrize(("kind", "count", "stop"), list(_interruptions()))
def test_interrupted_at_any_question_nothing_is_written(
    typed: New, small: Path, kind: str, count: int, stop: type[BaseException]
) -> None:
    before = tree(small)
    answers = {"course": [TITLE, "", "1", ""], "lesson": [TITLE, ""], "exercise": ["", TITLE, ""]}
    answers |= {"quiz": ["", "Was gilt hier?", ""], "know-how": [TITLE, "", "1"], "workshop": [TITLE, "", "", ""]}
    assert typed(kind, *answers[kind][:count], stop) == 130
    assert tree(small) == before
    assert len(answers[kind]) == PROMPTS[kind] - 1


@pytest.mark.parametrize("kind", CALLS)
def test_asked_for_everything(typed: New, small: Path, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    answers = {"course": [TITLE, "", "1, leere", "it,Leitung"], "lesson": [TITLE, ""], "exercise": ["", TITLE, ""]}
    answers |= {"quiz": ["Erste Lektion", "Was?", ""], "know-how": [TITLE, "", "2"], "workshop": [TITLE, "", "", "2"]}
    assert typed(kind, *answers[kind], "") == 0
    forum = sound(small)
    out = capsys.readouterr().out
    assert "So geht es weiter:" in out
    assert "forum --root" in out
    course = forum.course(ID)
    assert course is None or (course.areas, course.roles) == (("probe", "leere"), ("IT", "Leitung"))


def test_a_wrong_answer_is_asked_again_with_the_reason(
    typed: New, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = ("", "!!", TITLE, "Ä b", "probe", "gebuehren", "7", "1", "Chef", "", "vielleicht", "n")
    before = tree(small)
    assert typed("course", *answers) == 0
    assert tree(small) == before
    out = capsys.readouterr().out
    for words in (
        "Hier fehlt noch eine Angabe.",
        "mindestens einen Buchstaben",
        "Möglich ist: ae-b",
        "Die Kennung probe gibt es schon: courses/probe. Frei ist: probe-2",
        "Die Nummer 7 gibt es nicht. Möglich sind 1 bis 2.",
        "„Chef“ steht nicht zur Wahl.",
        "Bitte antworten Sie mit j oder n.",
        "Es wurde nichts geschrieben.",
    ):
        assert words in out
    assert out.count(f"[{ID}]: ") == 3


def test_an_option_that_does_not_fit_is_asked_for(typed: New, small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed("lesson --course fehlt --id Ä --yes", "", TITLE, "gut") == 0
    assert sound(small).lesson("courses/probe/gut")
    out = capsys.readouterr().out
    assert "--course: „fehlt“ steht nicht zur Wahl." in out
    assert "--id: „Ä“ geht nicht." in out


def test_yes_asks_no_more(typed: New, small: Path) -> None:
    assert typed("lesson --yes", TITLE, "") == 0
    assert sound(small).lesson(f"courses/probe/{ID}")


@pytest.mark.parametrize("kind", ["lesson", "exercise", "quiz"])
def test_windows_line_ends_and_comments_stay(new: New, small: Path, kind: str) -> None:
    """A changed file has all of its old lines, in their order, and only its own kind of line end."""
    toml, lesson = small / "courses/probe/course.toml", small / "courses/probe/erste.md"
    listed = 'lessons = [\n  "erste", # zuerst\n  # "mittlere",\n  "zweite", # danach\n]'
    text = toml.read_text(encoding="utf-8").replace('lessons = ["erste", "zweite"]', listed)
    for path, content in ((toml, f"# Vorn\n{text}"), (lesson, lesson.read_text(encoding="utf-8").rstrip("\n"))):
        path.write_bytes(b"\xef\xbb\xbf" + content.replace("\n", "\r\n").encode())
    before = {path: path.read_bytes() for path in (toml, lesson)}
    lessons = () if kind == "lesson" else ("--lesson", "erste")
    assert new(kind, "--course", "probe", "--title", "Was gilt hier?", *lessons) == 0
    forum = sound(small)
    assert [one.id for one in forum.courses[0].lessons][:2] == ["erste", "zweite"]
    (changed,) = (path for path in before if path.read_bytes() != before[path])
    after = changed.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf")
    assert after.count(b"\n") == after.count(b"\r\n")
    rest = iter(after.split(b"\r\n"))
    assert all(any(old in line for line in rest) for old in before[changed].split(b"\r\n"))


@pytest.mark.parametrize("kind", [kind for kind in CALLS if kind != "course"])
def test_a_broken_course_gives_the_loaders_problem(
    new: New, small: Path, edit: Edit, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    edit("courses/probe/course.toml", 'title = "Probe"', 'title = "Probe')
    before = tree(small)
    assert new(kind, "--title", "Was gilt hier?", *CALLS[kind]) == 1
    assert tree(small) == before
    errors = capsys.readouterr().err
    assert "courses/probe/course.toml:2: Die Datei ist kein gültiges TOML." in errors
    assert "So beheben Sie es:" in errors


@pytest.mark.parametrize("kind", ["exercise", "quiz"])
def test_a_broken_lesson_gives_the_loaders_problem(
    new: New, small: Path, edit: Edit, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    edit("courses/probe/zweite.md", ":type: gaps", ":type: lücken")
    call = (kind, "--course", "probe", "--title", "Was gilt hier?")
    before = tree(small)
    assert new(*call, "--lesson", "zweite") == 1
    assert tree(small) == before
    assert "courses/probe/zweite.md:" in capsys.readouterr().err
    assert new(*call, "--lesson", "erste") == 0


def test_a_forum_without_courses_or_areas(new: New, small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(small / "courses/probe")
    (small / "competences.toml").unlink()
    assert new("lesson", "--title", TITLE) == 1
    assert new("course", "--title", TITLE) == 1
    errors = capsys.readouterr().err
    assert "Legen Sie zuerst einen an: forum new course" in errors
    assert "noch keinen Kompetenzbereich" in errors


def test_nothing_is_overwritten(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even what comes to be between the look and the writing; then all else is undone too."""
    path = small / "courses/probe/erste.md"
    change = Change(name="courses/probe/erste.md", before=path.read_bytes(), after=b"neu")
    plan = Plan(new={"a/b/eins.md": b"1", "a/zwei.md": b"2"}, change=change)
    before = tree(small)
    with pytest.raises(Occupied, match=r"index\.md gibt es schon"):
        write(small, Plan(new={"a/eins.md": b"1", "index.md": b"2"}))
    assert tree(small) == before

    def meanwhile(source: Path, target: Path) -> None:
        if target.name == "zwei.md":
            target.write_bytes(b"von jemand anderem")
        link(source, target)

    link = os.link
    monkeypatch.setattr("transferforum.scaffold.writing.os.link", meanwhile)
    with pytest.raises(Occupied, match=r"a/zwei\.md gibt es schon"):
        write(small, plan)
    assert tree(small) == {**before, "a": b"", "a/zwei.md": b"von jemand anderem"}


def test_a_file_changed_meanwhile_is_left_alone(small: Path) -> None:
    before = tree(small)
    change = Change(name="courses/probe/erste.md", before=b"anderes", after=b"neu")
    with pytest.raises(Occupied, match="inzwischen geändert"):
        write(small, Plan(new={"a/eins.md": b"1"}, change=change))
    assert tree(small) == before


@pytest.mark.parametrize("error", [OSError(28, "Kein Platz", "x"), KeyboardInterrupt()], ids=["full", "interrupted"])
@pytest.mark.parametrize("count", range(1, 5))
def test_what_cannot_be_finished_is_undone(
    new: New, small: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, count: int
) -> None:
    before = tree(small)
    done: list[Path] = []
    write_bytes = Path.write_bytes

    def full(self: Path, content: bytes) -> int:
        done.append(self)
        if len(done) == count:
            raise error
        return write_bytes(self, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert new("exercise", "--course", "probe", "--title", TITLE) in {1, 130}
    monkeypatch.undo()
    assert tree(small) == before


def test_a_drive_without_links(new: New, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("transferforum.scaffold.writing.os.link", refuse)
    assert new("exercise", "--course", "probe", "--title", TITLE) == 0
    assert sound(small).exercise(ID)


@pytest.mark.parametrize(("day", "review"), [("2026-11-24", "2027-11-24"), ("2028-02-29", "2029-02-28")])
def test_dates_are_those_of_today(
    new: New, small: Path, monkeypatch: pytest.MonkeyPatch, day: str, review: str
) -> None:
    set_today(monkeypatch, day)
    new("course", "--title", TITLE, "--area", "probe")
    new("know-how", "--title", "Wissen", "--area", "probe", "--courses", ID)
    forum = load(small)[0]
    course, page = forum.course(ID), forum.know_how_on("docs/wissen/wissen")
    assert course
    assert page
    assert {(str(one.stand), str(one.review)) for one in (course, page)} == {(day, review)}


@pytest.mark.parametrize("minutes", ["30", "38", "47", "90", "480"])
def test_an_agenda_fills_its_time(new: New, small: Path, minutes: str) -> None:
    new("workshop", "--title", TITLE, "--courses", "probe", "--minutes", minutes)
    (workshop,) = sound(small).workshops
    rows = [line.split("|")[1].strip() for line in workshop.page.text.text.splitlines() if line.startswith("| ")]
    parts = [int(cell) for cell in rows if cell.isdecimal()]
    assert sum(parts) == workshop.minutes == int(minutes)
    assert min(parts) > 0


@pytest.mark.parametrize("kind", [None, *(kind.name for kind in KINDS)])
def test_help_is_german_and_has_examples(new: New, capsys: pytest.CaptureFixture[str], kind: str | None) -> None:
    with pytest.raises(SystemExit) as stopped:
        new(*([kind] if kind else []), "--help")
    assert stopped.value.code == 0
    out = capsys.readouterr().out
    assert f"Beispiele:\n  forum new {kind or 'course'}\n" in out
    assert not {"usage:", "options:", "positional", "show this"} & set(out.lower().split())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_has_its_options(small: Path, kind: Kind) -> None:
    """An option that no question takes would be ignored in silence."""
    asked = {question.option for question in kinds.KINDS[kind.name](*load(small)).questions()}
    assert asked == {"title", "id", *kind.options}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows hat kein Pseudo-Terminal.")
def test_at_a_real_terminal(small: Path) -> None:
    """Prompts come one after the other; a child of this process sees the terminal's other end as its own."""
    import pty

    answers = [TITLE, "", "1", "", "j"]
    process, terminal = pty.fork()
    if process == 0:  # pragma: no cover - the child
        os.chdir(small)
        command = [sys.executable, "-m", "transferforum.cli", "new", "course"]
        os.execve(sys.executable, command, {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(sys.path)})
    shown = b""
    for answer in answers:
        while not shown.endswith(b": "):
            shown += os.read(terminal, 1024)
        os.write(terminal, f"{answer}\n".encode())
        shown += b"\n"
    shown += b"".join(_rest(terminal))
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
    text = shown.decode()
    assert f"[{ID}]: " in text
    assert f"forum check courses/{ID}" in text
    assert sound(small).course(ID)


def _rest(terminal: int) -> Iterator[bytes]:
    """What comes until the other end is closed, which Linux tells by an error."""
    try:
        while more := os.read(terminal, 1024):
            yield more
    except OSError:
        return
