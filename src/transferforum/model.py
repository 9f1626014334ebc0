# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The forum as data: what was read from the files, look-ups, and totals that are computed and never stored.

Everything is frozen; `content.load` makes it, site, checks and exports are functions of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

BOTH_FORMS, NEUTRAL, STAR, COLON = "beide-formen", "neutral", "stern", "doppelpunkt"
"""Ways to name people, as `wording.gender` in `forum.toml` says."""
BROWSER_PACKAGES = ("matplotlib", "numpy", "pandas")
"""Packages beyond the standard library that the browser has."""
_ADDRESSES = (
    ("courses/", "kurse/"),
    ("docs/lernen/katalog", "katalog"),
    ("docs/lernen/suche", "suche"),
    ("docs/anleitung/", "anleitung/"),
    ("docs/lernen/", "lernen/"),
    ("docs/rechtliches/", "rechtliches/"),
    ("docs/wissen/", "wissen/"),
    ("docs/workshops/", "workshops/"),
)


def address(docname: str) -> str:
    """The permanent address of a page: German, and free of where its source lies."""
    for folder, public in _ADDRESSES:
        if docname.startswith(folder):
            return public + docname.removeprefix(folder)
    return docname


AREAS_PAGE = "kompetenzen/index"
MUNICIPALITIES_PAGE = "kommunen/index"
REPORTS_PAGE = "anleitung/qualitaet"


def area_page(id: str) -> str:
    """The name of an area's page, which has no source."""
    return f"kompetenzen/{id}"


def municipality_page(id: str) -> str:
    """The name of a partner's page, which has no source."""
    return f"kommunen/{id}"


def report_page(course: str) -> str:
    """The name of a course's report of quality, which has no source."""
    return f"{REPORTS_PAGE}/{course}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where this instance is published: the address of its start page, with `/` at the end; empty: not known."""

    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """Who runs this instance; an empty name means: nobody yet.

    With `imprint_url` the imprint stands elsewhere, and the parts of an imprint may be left empty.
    """

    name: str = ""
    address: tuple[str, ...] = ()
    represented_by: str = ""
    email: str = ""
    phone: str = ""
    imprint_url: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Privacy:
    """What only the operator knows about personal data: people to turn to, and what the server does."""

    officer: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    hosting: str = ""
    server_log: str = ""
    stand: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accessibility:
    """What the accessibility statement takes from the operator; without `feedback` the operator's contact counts."""

    feedback: str = ""
    enforcement: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    created: date | None = None
    reviewed: date | None = None

    @property
    def confirmed(self) -> date | None:
        """The last day on which the operator stood by the statement."""
        return max((day for day in (self.created, self.reviewed) if day), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Licences:
    """Under which licences (SPDX) content is given on, and who is to be named."""

    text: str = "CC-BY-4.0"
    data: str = "CC0-1.0"
    attribution: str = "Mitwirkende am Digital Transfer Forum"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What `forum.toml` says. `repository` is the address of the sources, or empty.

    `gender` is one of the ways to name people.
    `lines` says where a key (`operator.name`) or a section (`operator`) stands in the file.
    """

    id: str
    title: str
    summary: str = ""
    repository: str = ""
    site: Site = field(default_factory=Site)
    operator: Operator = field(default_factory=Operator)
    privacy: Privacy = field(default_factory=Privacy)
    accessibility: Accessibility = field(default_factory=Accessibility)
    licences: Licences = field(default_factory=Licences)
    gender: str = BOTH_FORMS
    lines: tuple[tuple[str, int], ...] = ()

    def line_of(self, key: str) -> int:
        """The line of a key, else of its section, else of the whole file (0)."""
        known = dict(self.lines)
        return known.get(key) or known.get(key.partition(".")[0], 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Excuse:
    """A place that a check may not complain about: what it found there (`text`), and why that is right.

    In `text` a `*` stands for anything; `line` is where the excuse itself stands.
    """

    check: str
    text: str
    reason: str
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A fact that prose cites with `` {fact}`id` ``, and the line where."""

    fact: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """One thing a learner can do after a course."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeCell:
    """A code cell: its source, the line of its first code line in the file (from 1), its tags."""

    source: str
    line: int
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Markdown between code cells; `line` is its first line in the file (from 1)."""

    text: str
    line: int
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """The files in a `data/` folder with the generator that makes them from `seed`."""

    title: str
    seed: int
    generator: Path
    files: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A possible answer to a choice, and what it is told; for a decision `feedback` is its consequence."""

    text: str
    right: bool
    feedback: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A wrong answer that is expected, and the feedback it gets."""

    answer: str
    feedback: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One right option (`single`), or any number of them."""

    options: tuple[Option, ...]
    single: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number that may be off by `tolerance`; both in `unit`."""

    value: float
    tolerance: float
    unit: str
    slips: tuple[Slip, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortText:
    """A word or two; `accepted` are its variants, compared folded."""

    accepted: tuple[str, ...]
    slips: tuple[Slip, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Steps in their right order."""

    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """What belongs together: (left, right)."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """A text with gaps: texts and, for each gap, its accepted variants."""

    parts: tuple[str | tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Options with their consequences; none is right or wrong."""

    options: tuple[Option, ...]


QuizBody = Choice | Number | ShortText | Order | Pairs | Gaps | Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """A question in a lesson, or the decision at a course's end; `line` is where it stands in the lesson's file.

    `question` and `explanation` are Markdown. Neighbours with the same `series` are shown one after the other.
    """

    id: str
    line: int
    question: Prose
    body: QuizBody
    explanation: Prose | None = None
    objectives: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    series: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """An exercise shown in a lesson, and the line where."""

    exercise: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One page of a course."""

    id: str
    course: str
    path: Path
    title: str
    minutes: int
    objectives: tuple[str, ...]
    parts: tuple[Prose | CodeCell, ...]
    placements: tuple[Placement, ...]
    packages: tuple[str, ...]
    quizzes: tuple[Quiz, ...] = ()
    aliases: tuple[str, ...] = ()
    excuses: tuple[Excuse, ...] = ()

    @property
    def docname(self) -> str:
        """The page's name in Sphinx."""
        return f"courses/{self.course}/{self.id}"

    @property
    def cells(self) -> tuple[CodeCell, ...]:
        """The code cells, in order."""
        return tuple(part for part in self.parts if isinstance(part, CodeCell))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A wrong answer that was seen or expected, and the feedback it must get."""

    id: str
    path: Path
    why: str
    feedback: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A notebook exercise: task, code in its roles, hints, recorded mistakes, data."""

    id: str
    folder: Path
    title: str
    minutes: int
    skill: str
    course: str
    objectives: tuple[str, ...]
    packages: tuple[str, ...]
    start_feedback: str
    solution_feedback: str
    task: tuple[Prose, ...]
    setup: str
    start: CodeCell
    solution: CodeCell
    hints: tuple[Prose, ...]
    mistakes: tuple[Mistake, ...]
    data: DataSet | None = None
    aliases: tuple[str, ...] = ()
    excuses: tuple[Excuse, ...] = ()
    own_data: str = ""
    """The data file that learners may replace by one of their own, as `baeume.csv`; empty: none."""

    @property
    def path(self) -> Path:
        """The notebook."""
        return self.folder / "exercise.md"

    @property
    def check(self) -> Path:
        """The code that gives the verdict."""
        return self.folder / "check.py"


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What a learner must have done for a certificate of participation: shares from 0 to 1."""

    lessons: float
    exercises: float
    quizzes: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Retirement:
    """Since when, and why, a course is no longer offered; `successor` is the course to take instead, empty: none."""

    since: date
    reason: str
    successor: str = ""


@dataclass(frozen=True, kw_only=True)
class Course:
    """A course with its lessons in order.

    `areas` are ids of competence areas; `responsible` says who answers for the content, empty: the operator.
    `whole` is False when a lesson could not be read: what it teaches and practises is not known then.
    A `retired` course keeps its pages, but no list leads to them.
    """

    id: str
    folder: Path
    title: str
    summary: str
    version: str
    stand: date
    review: date
    level: str
    roles: tuple[str, ...]
    competences: tuple[str, ...]
    objectives: tuple[Objective, ...]
    lessons: tuple[Lesson, ...]
    areas: tuple[str, ...] = ()
    responsible: str = ""
    data: DataSet | None = None
    aliases: tuple[str, ...] = ()
    certificate: Certificate | None = None
    retired: Retirement | None = None
    excuses: tuple[Excuse, ...] = ()
    whole: bool = True

    @property
    def docname(self) -> str:
        """The course page's name in Sphinx."""
        return f"courses/{self.id}/index"

    @cached_property
    def exercises(self) -> tuple[str, ...]:
        """The ids of the exercises, in the order in which they are met."""
        return tuple(place.exercise for lesson in self.lessons for place in lesson.placements)

    def lesson_names(self, lesson: Lesson) -> list[str]:
        """Under which names a lesson may have been remembered, today's first: `course/lesson`, all former ones too."""
        courses, lessons = (self.id, *self.aliases), (lesson.id, *lesson.aliases)
        return [f"{one}/{other}" for one in courses for other in lessons]


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningPath:
    """Courses in a sensible order for a role."""

    id: str
    title: str
    role: str
    summary: str
    courses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An entry of the glossary; `definition` is plain text with `code` in backticks.

    `variants` are other words for it, `avoid` words that are not to be used for it.
    """

    id: str
    term: str
    definition: str
    variants: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfCheckAnswer:
    """An answer of the self-check: how many `points` it counts, 0 to 2."""

    text: str
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfCheckQuestion:
    """A question of the self-check, and the pages that help those who score low on it.

    `suggestions` are docnames of courses or lessons below `courses/`, as `baeume-und-hitze/baumliste`.
    """

    id: str
    text: str
    answers: tuple[SelfCheckAnswer, ...]
    suggestions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence about the forum with the tests that prove it, as `tests/test_serve.py::test_name`.

    `line` is where it stands in the file of `path`; statements of a `group` may be shown together.
    """

    id: str
    path: Path
    line: int
    text: str
    tests: tuple[str, ...]
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact comes from. `date` is as exact as it is known: `2022` or `2025-03-20`; `url` may be empty."""

    id: str
    title: str
    date: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A statement about a real partner, project, law or sum, in one sentence; `source` is the id of its source."""

    id: str
    text: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A competence area: what it is about."""

    id: str
    title: str
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What a partner did (`Rolle` in a joint project) or has to offer (`Beitrag`), in which areas, by which facts."""

    kind: str
    text: str
    areas: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """A partner: a town, a district, or a funder.

    `name` stands alone ("Stadt Gießen"), `short` in tables ("Gießen"); `names` are all words by which text means it.
    """

    id: str
    name: str
    short: str
    kind: str
    names: tuple[str, ...]
    contributions: tuple[Contribution, ...] = ()

    @property
    def is_funder(self) -> bool:
        """Funders give money and stand apart from those who bring knowledge."""
        return self.kind == "Fördergeber"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An authored page that is no lesson: its Markdown as one part, without its head, its title and first sentences.

    `excuses` are those of its head; know-how and courses hold theirs themselves. `quizzes` are examples for authors:
    nobody's progress counts them.
    """

    docname: str
    path: Path
    title: str
    text: Prose
    lead: str = ""
    citations: tuple[Citation, ...] = ()
    excuses: tuple[Excuse, ...] = ()
    quizzes: tuple[Quiz, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowHow:
    """What is known about a know-how page (`docs/wissen/<id>.md`) beside its text.

    `areas`, `municipalities`, `courses`, `sources` are ids; `licence` is one of SPDX.
    """

    id: str
    page: Page
    kind: str
    summary: str
    areas: tuple[str, ...]
    municipalities: tuple[str, ...]
    courses: tuple[str, ...]
    sources: tuple[str, ...]
    stand: date
    review: date
    licence: str
    responsible: str = ""
    excuses: tuple[Excuse, ...] = ()

    @property
    def docname(self) -> str:
        """The page's name in Sphinx."""
        return self.page.docname

    @property
    def title(self) -> str:
        """The page's heading."""
        return self.page.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """What a trainer must know of a workshop (`docs/workshops/<id>.md`) beside its agenda, which is the page's text.

    `place` is the kind of place, never a real one; `courses` are ids, `materials` what one brings.
    """

    id: str
    page: Page
    minutes: int
    place: str
    courses: tuple[str, ...]
    materials: tuple[str, ...]
    stand: date
    review: date
    responsible: str = ""
    excuses: tuple[Excuse, ...] = ()

    @property
    def docname(self) -> str:
        """The page's name in Sphinx."""
        return self.page.docname

    @property
    def title(self) -> str:
        """The page's heading."""
        return self.page.title


@dataclass(frozen=True, kw_only=True)
class Forum:
    """All content of an instance. Paths of content are absolute; `relative` gives them for people."""

    root: Path
    settings: Settings
    courses: tuple[Course, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    paths: tuple[LearningPath, ...] = ()
    glossary: tuple[Term, ...] = ()
    self_check: tuple[SelfCheckQuestion, ...] = ()
    statements: tuple[Statement, ...] = ()
    pages: tuple[Page, ...] = ()
    know_how: tuple[KnowHow, ...] = ()
    workshops: tuple[Workshop, ...] = ()
    areas: tuple[Area, ...] = ()
    municipalities: tuple[Municipality, ...] = ()
    facts: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()

    @cached_property
    def _courses(self) -> dict[str, Course]:
        return {course.id: course for course in self.courses}

    @cached_property
    def _exercises(self) -> dict[str, Exercise]:
        return {exercise.id: exercise for exercise in self.exercises}

    @cached_property
    def _lessons(self) -> dict[str, Lesson]:
        return {lesson.docname: lesson for course in self.courses for lesson in course.lessons}

    @cached_property
    def offered(self) -> tuple[Course, ...]:
        """The courses that learners are led to: all but the retired ones."""
        return tuple(course for course in self.courses if not course.retired)

    @property
    def made_pages(self) -> Iterator[str]:
        """The names of all pages without a source: they are made of the model."""
        if self.areas:
            yield AREAS_PAGE
        yield from (area_page(area.id) for area in self.areas)
        if self.municipalities:
            yield MUNICIPALITIES_PAGE
        yield from (municipality_page(one.id) for one in self.municipalities)
        if self.courses:
            yield REPORTS_PAGE
        yield from (report_page(course.id) for course in self.courses)

    @cached_property
    def places(self) -> dict[str, Lesson]:
        """The lesson in which each exercise is shown first; a retired course counts only where no other shows it."""
        found: dict[str, Lesson] = {}
        for course in sorted(self.courses, key=lambda one: one.retired is not None):
            for lesson in course.lessons:
                for place in lesson.placements:
                    found.setdefault(place.exercise, lesson)
        return found

    def course(self, id: str) -> Course | None:
        """The course with this id."""
        return self._courses.get(id)

    def statement(self, id: str) -> Statement | None:
        """The statement with this id."""
        return next((statement for statement in self.statements if statement.id == id), None)

    def exercise(self, id: str) -> Exercise | None:
        """The exercise with this id."""
        return self._exercises.get(id)

    def lesson(self, docname: str) -> Lesson | None:
        """The lesson on this page."""
        return self._lessons.get(docname)

    @property
    def data_sets(self) -> tuple[DataSet, ...]:
        """All data sets of courses and exercises."""
        found = (*(course.data for course in self.courses), *(exercise.data for exercise in self.exercises))
        return tuple(data for data in found if data)

    def lessons(self) -> Iterator[Lesson]:
        """All lessons, course by course."""
        yield from self._lessons.values()

    @cached_property
    def _terms(self) -> dict[str, Term]:
        names = ((name, term) for term in self.glossary for name in (term.id, term.term, *term.variants))
        found: dict[str, Term] = {}
        for name, term in names:
            found.setdefault(name.casefold(), term)
        return found

    def term(self, name: str) -> Term | None:
        """The term with this id, name or variant."""
        return self._terms.get(name.casefold())

    @cached_property
    def _facts(self) -> dict[str, Fact]:
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    @cached_property
    def _areas(self) -> dict[str, Area]:
        return {area.id: area for area in self.areas}

    @cached_property
    def _municipalities(self) -> dict[str, Municipality]:
        return {one.id: one for one in self.municipalities}

    @cached_property
    def _pages(self) -> dict[str, Page]:
        return {page.docname: page for page in self.pages}

    @cached_property
    def _know_how(self) -> dict[str, KnowHow]:
        return {one.docname: one for one in self.know_how}

    def page(self, docname: str) -> Page | None:
        """The authored page of this name that is no lesson."""
        return self._pages.get(docname)

    def fact(self, id: str) -> Fact | None:
        """The fact with this id."""
        return self._facts.get(id)

    def source(self, id: str) -> Source | None:
        """The source with this id."""
        return self._sources.get(id)

    def area(self, id: str) -> Area | None:
        """The competence area with this id."""
        return self._areas.get(id)

    def municipality(self, id: str) -> Municipality | None:
        """The partner with this id."""
        return self._municipalities.get(id)

    def know_how_on(self, docname: str) -> KnowHow | None:
        """What is known of the know-how page with this name."""
        return self._know_how.get(docname)

    @property
    def kept_pages(self) -> tuple[KnowHow | Workshop, ...]:
        """The pages that say in their head how old they are and until when somebody must look at them."""
        return (*self.know_how, *self.workshops)

    def workshop_on(self, docname: str) -> Workshop | None:
        """What is known of the workshop's page with this name."""
        return next((one for one in self.workshops if one.docname == docname), None)

    @cached_property
    def municipalities_of(self) -> dict[str, tuple[str, ...]]:
        """From a course to the partners whose know-how leads to it; what a course owes to whom is said there."""
        found: dict[str, list[str]] = {course.id: [] for course in self.courses}
        for one in self.know_how:
            for course in one.courses:
                found.setdefault(course, []).extend(one.municipalities)
        return {course: tuple(dict.fromkeys(ids)) for course, ids in found.items()}

    def practice(self, course: Course, objective: str) -> Iterator[tuple[Lesson, Exercise | Quiz]]:
        """The exercises and questions of a course that practise an objective, each with the lesson that shows it.

        Exercises name objectives of their own course; shown in another one they practise nothing of it.
        """
        for lesson in course.lessons:
            placed = (self._exercises.get(place.exercise) for place in lesson.placements)
            exercises = [one for one in placed if one and one.course == course.id]
            both: list[Exercise | Quiz] = [*exercises, *lesson.quizzes]
            yield from ((lesson, one) for one in both if objective in one.objectives)

    def needs_no_code(self, course: Course) -> bool:
        """True when nobody has to write code for it: numbers are changed at most, or exercises are not asked for."""
        skills = {self._exercises[id].skill for id in course.exercises if id in self._exercises}
        asked = course.certificate is None or course.certificate.exercises > 0
        return skills <= {"A"} or not asked

    def course_of(self, docname: str) -> Course | None:
        """The course to which a page belongs, also for the course page itself."""
        parts = docname.split("/")
        return self.course(parts[1]) if parts[0] == "courses" and len(parts) == 3 else None

    def minutes(self, course: Course) -> int:
        """Lessons and exercises of a course together."""
        reading = sum(lesson.minutes for lesson in course.lessons)
        return reading + sum(self._exercises[id].minutes for id in course.exercises if id in self._exercises)

    def relative(self, path: Path) -> str:
        """The path from the forum's root, with `/`."""
        return path.relative_to(self.root).as_posix()
