# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands around the text of a page: where am I, what comes before and after, what the script must know.

Everything comes from the model and concerns one course at most, so a page does not grow with the forum.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ..clock import today
from ..content.digests import digest, files_digest
from ..content.owed import PAGES
from ..model import AREAS_PAGE, MUNICIPALITIES_PAGE, Course, DataSet, Forum, Lesson
from ..serve import CONTENT_SECURITY_POLICY
from . import about, catalogue, course_print, directory, finder, foot, guides, html, metadata, owed, proofs, search
from .assets import Published, published
from .generated_page import Url
from .reading import domain_of

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.environment import BuildEnvironment

    from .domain import ForumDomain


def add_context(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document) -> None:
    """Give the templates what they need (see `theme/layout.html`)."""
    forum = domain_of(app.env).forum
    site = published(app)
    builder: Any = app.builder
    root = builder.way_to_root(pagename)
    url: Url = lambda docname: builder.get_relative_uri(pagename, docname)  # noqa: E731
    if pagename == metadata.NOT_FOUND:
        context["pathto"] = url
    context.update(_frame(forum, pagename, url, context.get("parents", ())))
    if "sources" not in context:
        context["sources"] = domain_of(app.env).sources(pagename).listed()
    context["root"] = root
    context["assets"] = {
        "main": root + site.main,
        "css": root + site.css,
        "fonts": [root + font for font in site.fonts],
        "icon": root + site.icon,
    }
    context["csp"] = CONTENT_SECURITY_POLICY
    data = _page_data(domain_of(app.env), pagename, root, site)
    context["foot"] = _foot(app.env, forum, pagename, context.get("title", ""))
    context["page_data"] = html.page_json(data) if data else ""
    read = app.env.titles.get(pagename)
    title = read.astext() if read else str(Markup(context["title"]).unescape())
    plain = Markup(context.get("title", "")).striptags()
    context["head"] = metadata.head(forum, pagename, plain, context.get("description", ""))
    context["about_data"] = html.page_json(about.data_of(forum, pagename, root, title))


def _frame(forum: Forum, docname: str, url: Url, parents: Sequence[tuple[str, str]] = ()) -> dict[str, Any]:
    """`parents` are (title, docname) on the way to a page that the model does not know."""
    course = forum.course_of(docname)
    know_how, workshop = forum.know_how_on(docname), forum.workshop_on(docname)
    before, after = _neighbours(course, docname)
    return {
        "forum": {
            "title": forum.settings.title,
            "operator": forum.settings.operator.name,
            "footer": [
                {"title": title, "links": [{"title": name, "url": url(page)} for name, page in links]}
                for title, links in _footer(forum)
            ],
            **owed.frame(forum.settings),
        },
        "course": _course(forum, course, docname, url) if course else None,
        "previous": {"title": before[0], "url": url(before[1])} if before else None,
        "following": {"title": after[0], "url": url(after[1])} if after else _reward(forum, course, docname, url),
        "among_courses": course is not None or docname == finder.PAGE,
        "menu": [_menu_entry(docname, title, name, url) for title, name in _menu(forum)],
        "search": url(search.PAGE) if _is_there(forum, search.PAGE) and docname != search.PAGE else "",
        "breadcrumbs": _crumbs(forum, docname, url, parents),
        "know_how": directory.about_know_how(forum, know_how, url) if know_how else None,
        "workshop": directory.about_workshop(forum, workshop, url) if workshop else None,
        "retired": _retired(forum, course, url) if course else None,
        "origin": foot.origin(forum, know_how or workshop or course, today()),
        "record": {"url": url(about.RECORD), "current": docname == about.RECORD}
        if _is_there(forum, about.RECORD)
        else None,
    }


def _foot(env: BuildEnvironment, forum: Forum, docname: str, title: str) -> dict[str, str]:
    """Ways to change an authored page or to write about it; empty where there are none."""
    if docname not in env.found_docs:
        return {"edit": "", "feedback": ""}
    plain = Markup(title).striptags()
    return {
        "edit": foot.edit_url(forum.settings.repository, env.doc2path(docname, base=False).as_posix()),
        "feedback": foot.feedback_url(forum.settings, forum.course_of(docname), plain),
    }


def _is_there(forum: Forum, docname: str) -> bool:
    return (forum.root / f"{docname}.md").is_file()


AUTHORS = "docs/anleitung/autorinnen/index"
"""The authors' guide; its pages lie beside it."""
_FOOTER = (
    (
        "Lernen",
        (
            ("So lernen Sie hier", "docs/anleitung/lernen"),
            ("Kurse und Übungen finden", finder.PAGE),
            ("Lernwege", "docs/lernen/lernwege"),
            ("Wo stehe ich?", "docs/lernen/wo-stehe-ich"),
            ("Mein Lernstand", about.RECORD),
        ),
    ),
    (
        "Nachschlagen",
        (
            ("Wissen", directory.KNOW_HOW),
            ("Kompetenzen", AREAS_PAGE),
            ("Kommunen", MUNICIPALITIES_PAGE),
            ("Glossar", "docs/lernen/glossar"),
        ),
    ),
    (
        "Mitmachen und prüfen",
        (
            ("Für Autorinnen und Autoren", AUTHORS),
            ("Für den Betrieb", "docs/anleitung/betreiben"),
            ("Für Personalräte und Datenschutz", "docs/anleitung/personalrat"),
        ),
    ),
    ("Rechtliches", PAGES),
)
"""What the footer of every page leads to, in groups: title and name of each page."""


def _footer(forum: Forum) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The groups with those of their pages that there are."""
    for title, pages in _FOOTER:
        links = [(name, page) for name, page in pages if _is_there(forum, page) or directory.has_page(forum, page)]
        if links:
            yield title, links


def _menu(forum: Forum) -> Iterator[tuple[str, str]]:
    """What the header names beside the courses: (title, docname)."""
    if _is_there(forum, directory.KNOW_HOW):
        yield "Wissen", directory.KNOW_HOW
    if forum.areas:
        yield "Kompetenzen", AREAS_PAGE


def _menu_entry(docname: str, title: str, name: str, url: Url) -> dict[str, str]:
    """`current` is what aria-current says: on the page itself, or on one below it."""
    inside = docname.startswith(name.removesuffix("index"))
    return {"title": title, "url": url(name), "current": "page" if docname == name else "true" if inside else ""}


def _crumbs(forum: Forum, docname: str, url: Url, parents: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    if docname == "index":
        return []
    course = forum.course_of(docname)
    way = [("Startseite", "index"), *parents]
    if course and docname != course.docname:
        way.append((course.title, course.docname))
    if forum.know_how_on(docname) and _is_there(forum, directory.KNOW_HOW):
        way.append(("Wissen", directory.KNOW_HOW))
    if docname != AUTHORS and docname.startswith(AUTHORS.removesuffix("index")) and _is_there(forum, AUTHORS):
        way.append(("Für Autorinnen und Autoren", AUTHORS))
    return [{"title": title, "url": url(name)} for title, name in way]


def _neighbours(course: Course | None, docname: str) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
    """(title, docname) before and after a lesson; the course page stands before the first one."""
    if course is None or docname not in {lesson.docname for lesson in course.lessons}:
        return None, None
    row = [(course.title, course.docname), *((lesson.title, lesson.docname) for lesson in course.lessons)]
    place = [name for _, name in row].index(docname)
    return row[place - 1], row[place + 1] if place + 1 < len(row) else None


def _reward(forum: Forum, course: Course | None, docname: str, url: Url) -> dict[str, str] | None:
    """What comes after the last lesson: the page that says what is done, what is missing, and gives the certificate."""
    certificate = _certificate(forum, course, url) if course and docname != course.docname else None
    return {"title": "Bescheinigung für diesen Kurs", "url": certificate["url"]} if certificate else None


def _course(forum: Forum, course: Course, docname: str, url: Url) -> dict[str, Any]:
    return {
        "title": course.title,
        "url": url(course.docname),
        "minutes": forum.minutes(course),
        "lessons": [
            _lesson(forum, lesson, url) | {"number": number, "current": lesson.docname == docname}
            for number, lesson in enumerate(course.lessons, 1)
        ],
    }


def _retired(forum: Forum, course: Course, url: Url) -> dict[str, Any] | None:
    """What every page of a course says that is no longer offered."""
    if course.retired is None:
        return None
    successor = forum.course(course.retired.successor)
    return {
        "since": course.retired.since,
        "reason": course.retired.reason,
        "successor": {"title": successor.title, "url": url(successor.docname)} if successor else None,
    }


def _lesson(forum: Forum, lesson: Lesson, url: Url) -> dict[str, Any]:
    known = (forum.exercise(place.exercise) for place in lesson.placements)
    exercises = [
        {
            "id": one.id,
            "title": one.title,
            "url": f"{url(lesson.docname)}#{html.anchor(one.id)}",
            "minutes": one.minutes,
        }
        for one in known
        if one
    ]
    return {
        "id": f"{lesson.course}/{lesson.id}",
        "title": lesson.title,
        "url": url(lesson.docname),
        "minutes": lesson.minutes,
        "exercises": exercises,
    }


def _page_data(domain: ForumDomain, docname: str, root: str, site: Published) -> dict[str, Any] | None:
    """What the script must know of a page with code; None for pages without."""
    lesson, course = domain.forum.lesson(docname), domain.forum.course_of(docname)
    if not (lesson.cells or lesson.placements if lesson else domain.noted("examples", docname)):
        return None
    return {
        "id": docname,
        "root": root,
        "python": site.python,
        "editor": site.editor,
        "sheet": site.sheet,
        "worker": site.worker,
        "files": data_files(course.id, course.data) if course and course.data else {},
        "packages": list(lesson.packages) if lesson else [],
    }


def data_files(course: str, data: DataSet) -> dict[str, str]:
    """Where a course's data files lie on the site, by the name under which code reads them."""
    folder = f"_static/courses/{course}/{files_digest(data.files)}"
    return {f"data/{path.name}": f"{folder}/{path.name}" for path in data.files}


def listing(forum: Forum, builder: StandaloneHTMLBuilder, template: str) -> str:
    """A list made of the model, for the page that is being written."""
    docname = builder.current_docname
    url: Url = lambda name: builder.get_relative_uri(docname, name)  # noqa: E731
    context = LISTS[template](forum, docname, url)
    if template in SCRIPTS:
        root = "../" * builder.get_target_uri(docname).count("/")
        context["script"] = root + SCRIPTS[template](published(builder))
    return str(builder.templates.render(template, context)) if context else ""


def _cards(forum: Forum, docname: str, url: Url) -> dict[str, Any]:
    """Those for beginners first, then the shorter ones."""
    courses = sorted(forum.offered, key=lambda one: (finder.LEVELS.index(one.level), forum.minutes(one)))
    return {"courses": [_card(forum, one, url) for one in courses]}


def _overview(forum: Forum, docname: str, url: Url) -> dict[str, Any]:
    """One course, on its own page; nothing when its course.toml cannot be read, which the loader has reported."""
    course = forum.course_of(docname)
    if course is None:
        return {}
    print_url = url(course_print.docname(course)) if course_print.has_page(forum, course) else ""
    about_course = _course(forum, course, docname, url) | _about(forum, course, url)
    return {"course": about_course | {"print_url": print_url}}


def _catalogue(forum: Forum, docname: str, url: Url) -> dict[str, Any]:
    return {"catalogue": catalogue.address_of(forum)}


LISTS: dict[str, Callable[[Forum, str, Url], dict[str, Any]]] = {
    "course_cards.html": _cards,
    "course_overview.html": _overview,
    "certificate": _catalogue,
    **guides.LISTS,
    **finder.LISTS,
    **search.LISTS,
    **directory.LISTS,
    **owed.LISTS,
}
"""What a page may show of more than itself; when that changes, the page is written again."""
SCRIPTS: dict[str, Callable[[Published], str]] = {
    "certificate": lambda site: site.certificate,
    finder.CourseFinder.template: lambda site: site.finder,
    search.SearchPlace.template: lambda site: site.search,
}
"""Lists that bring a script of their own, which no other page loads."""


def _about(forum: Forum, course: Course, url: Url) -> dict[str, Any]:
    return {
        "certificate": _certificate(forum, course, url),
        "summary": course.summary,
        "level": course.level,
        "roles": course.roles,
        "objectives": [objective.text for objective in course.objectives],
        "version": course.version,
        "stand": course.stand,
        "workshops": [
            {"title": one.title, "url": url(one.docname)} for one in forum.workshops if course.id in one.courses
        ],
    }


def _certificate(forum: Forum, course: Course, url: Url) -> dict[str, str] | None:
    """When one gets a certificate of participation, and where."""
    if course.certificate is None or not (forum.root / f"{catalogue.CERTIFICATE_PAGE}.md").is_file():
        return None
    return {
        "condition": catalogue.condition(forum, course),
        "url": f"{url(catalogue.CERTIFICATE_PAGE)}#kurs={course.id}",
    }


def certificate_element(forum: Forum, builder: StandaloneHTMLBuilder, *, check: bool) -> str:
    """Where a certificate is made, or checked, on the page that is being written."""
    docname = builder.current_docname
    return html.certificate(
        forum.settings,
        root="../" * builder.get_target_uri(docname).count("/"),
        script=published(builder).certificate,
        catalogue=catalogue.address_of(forum),
        check_page="" if check else builder.get_relative_uri(docname, catalogue.CHECK_PAGE),
    )


def _card(forum: Forum, course: Course, url: Url) -> dict[str, Any]:
    return {
        "title": course.title,
        "url": url(course.docname),
        "summary": course.summary,
        "minutes": forum.minutes(course),
        "level": course.level,
        "roles": course.roles,
        "lessons_count": len(course.lessons),
        "exercises_count": len(course.exercises),
        "names": html.page_json({"lessons": [course.lesson_names(lesson) for lesson in course.lessons]}),
    }


def changed_frames(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Pages whose frame is another than when they were written: they are written again, not read again."""
    return [] if app.config.forum_preview else compare_frames(app, sorted(env.found_docs))  # `warm` does it bit by bit


def compare_frames(app: Sphinx, names: Iterable[str]) -> list[str]:
    """Those of these pages whose frame is another than when they were last compared."""
    env = app.env
    domain = domain_of(env)
    site = published(app)
    frames = {name: _frame_digest(domain.forum, name, env, site) for name in names}
    changed = [name for name, frame in frames.items() if domain.data["frames"].get(name) != frame]
    domain.data["frames"].update(frames)
    return changed


def _frame_digest(forum: Forum, docname: str, env: BuildEnvironment, site: Published) -> str:
    frame = _frame(forum, docname, str)
    domain = domain_of(env)
    data = [_page_data(domain, docname, "", site), about.data_of(forum, docname, "", "")]
    names = domain.noted("listings", docname)
    lists = [LISTS[name](forum, docname, str) for name in names]
    course = forum.course_of(docname)
    ways = [forum.settings.repository, forum.settings.operator.contact, course.version if course else ""]
    proven = proofs.facts(domain, domain.noted("evidence", docname))
    cited = [domain.sources(docname).marks([fact]) for fact in domain.noted("facts", docname)]
    head = metadata.head(forum, docname, "")
    shown = [frame, data, lists, ways, proven, cited, domain.sources(docname).listed(), head, forum.settings.site.url]
    return _digest(shown, site, *(SCRIPTS[name](site) for name in names if name in SCRIPTS))


def generated_digest(app: Sphinx, name: str, context: dict[str, Any]) -> str:
    """What a generated page is made of, as a digest: its own context and the frame around it."""
    forum = domain_of(app.env).forum
    frame = _frame(forum, name, str, context["parents"])
    head = metadata.head(forum, name, context["title"], context["description"])
    return _digest([context, frame, head, about.data_of(forum, name, "", "")], published(app))


def _digest(shown: object, site: Published, *more: str) -> str:
    """Of plain values and of the files that every page names."""
    return digest(json.dumps(shown, default=str, sort_keys=True), site.main, site.css, list(site.fonts), *more)
