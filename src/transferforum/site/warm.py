# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sphinx kept running between builds: after a change, first the pages that are looked at, then the rest in small steps.

A build of `building.build` does the same in one go. Here a page that cannot be read or written becomes a fault and a
stand-in, and every other page goes on.
"""

from __future__ import annotations

import json
import os
import pickle
from collections.abc import Iterable, Iterator, Mapping, Set
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import ExitStack, contextmanager, nullcontext
from pathlib import Path
from typing import Any

from sphinx.application import ENV_PICKLE_FILENAME, Sphinx
from sphinx.environment import CONFIG_OK, _CurrentDocument
from sphinx.util.build_phase import BuildPhase
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx.util.parallel import SerialTasks

from ..content import Memory
from ..content.faults import LARGEST
from ..model import Forum, address
from ..problems import Problem
from ..quality import Quality
from . import assets, generated, pages, quality
from .building import faults_of
from .execution import Job, Result, Store, missing, problems, run_job, take
from .reading import domain_of, jobs_of, load_forum

PATIENCE = 0.8
"""Seconds for which a page waits for the results of its code before it is shown without them."""
_FAULTY = "faulty.json"
_CONFIG = "conf.py"
_STEP = 20
"""Pages that are looked at in one step."""
_Found = dict[str, tuple[Problem, ...]]


class WarmSite:
    """The site of one forum, built again and again into `out`. To be used by one thread."""

    def __init__(self, root: Path, out: Path, *, web: Path, python: Mapping[str, Any] | None) -> None:
        self.root, self.out = root.resolve(), out
        self._overrides = {"forum_web": os.fspath(web), "forum_python": dict(python or {}), "forum_preview": True}
        self._doctrees = out.parent / f".{out.name}-doctrees"
        self._memory = Memory()
        self._stack = ExitStack()
        self._pool = ThreadPoolExecutor(max_workers=os.cpu_count())
        self._runs: dict[str, tuple[Job, Future[list[Result] | None]]] = {}
        self._jobs: tuple[Job, ...] = ()
        self._app: Sphinx | None = None
        self._loaded: tuple[Problem, ...] = ()
        self._read: _Found = {}
        self._written: _Found = {}
        self._whole: tuple[Problem, ...] = ()
        self._again: set[str] = set()
        self._broken: set[str] = set()
        self._unsaved = False

    @property
    def forum(self) -> Forum | None:
        """The forum as last read; None as long as Sphinx does not start."""
        return domain_of(self._app.env).forum if self._app else None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All faults that are known now."""
        found = {*self._loaded, *self._whole, *self._code_problems()}
        for noted in (*self._read.values(), *self._written.values()):
            found.update(noted)
        return tuple(sorted(found))

    def sources(self) -> dict[str, str]:
        """The files of authored pages, from the root, by the address of the page from the start of the site."""
        return {_url(name): f"{name}.md" for name in self._app.env.found_docs} if self._app else {}

    def refresh(self, changed: Set[Path] = frozenset(), viewed: Set[str] = frozenset()) -> None:
        """Read what has changed, write it and those of the viewed pages that are others now. Never raises for content.

        `changed` are files that someone has just saved: they count as changed whatever their time says. `viewed` are
        addresses from the start of the site.
        """
        if self._app is None or self.root / _CONFIG in changed:
            self._start()
        if self._app:
            with self._surviving():
                self._refresh(self._app, changed, viewed)

    def complete(self) -> Iterator[bool]:
        """Bring everything else up to date, in steps; True after one that changed a page.

        Whoever has something better to do stops asking.
        """
        if self._app:
            with self._surviving():
                yield from self._complete(self._app)

    def report(self, known: Quality) -> Iterator[bool]:
        """Write what is known of the forum as last read, page by page; True after each that is another now."""
        if self._app:
            with self._surviving():
                for found in generated.outdated(self._app, quality.pages(domain_of(self._app.env).forum, known)):
                    self._app.builder.handle_page(*found)  # type: ignore[attr-defined]
                    yield True

    def close(self) -> None:
        """End; the next session goes on from here."""
        self._stop()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _start(self) -> None:
        """A new Sphinx, with the environment of the last one if it still fits."""
        self._stop()
        self._whole = ()
        with self._surviving():
            self._stack.enter_context(patch_docutils(os.fspath(self.root)))
            self._stack.enter_context(docutils_namespace())
            app = Sphinx(
                self.root, self.root, self.out, self._doctrees, "forum", self._overrides, status=None, warning=None
            )
            app.builder.finish_tasks = SerialTasks()
            self._again = self._faulty()
            self._app = app

    def _stop(self) -> None:
        app, self._app = self._app, None
        if app:
            self._save(app)
        self._stack.close()

    @contextmanager
    def _surviving(self) -> Iterator[None]:
        """Whatever conf.py or an extension raises: it is a fault, and the next change starts Sphinx anew."""
        try:
            yield
        except Exception as error:  # noqa: BLE001
            self._whole = (failure(_CONFIG, error),)
            self._app = None
            self._stack.close()

    def _refresh(self, app: Sphinx, changed: Set[Path], viewed: Set[str]) -> None:
        quick = self._is_quick(app, changed)
        with self._memory.trusting(changed) if quick else nullcontext():
            self._load(app)
        touched = self._touched(app, changed)
        updated = self._read_pages(app, touched & app.env.found_docs) if quick else self._read_changed(app, touched)
        known = app.env.all_docs.keys()
        updated |= set(pages.compare_frames(app, sorted({name for name in known if _url(name) in viewed} | updated)))
        self._write(app, updated)

    def _load(self, app: Sphinx) -> None:
        self._whole = () if (self.root / "index.md").is_file() else (_no_start(),)
        self._loaded = load_forum(app, self._memory)
        self._run_code(domain_of(app.env).store, domain_of(app.env).forum)

    def _is_quick(self, app: Sphinx, changed: Set[Path]) -> bool:
        """Whether only the content of known files has changed: then nothing else is looked at before it is shown."""
        env = app.env
        names = {path.relative_to(self.root) for path in changed if path.is_relative_to(self.root)}
        pages = all(name.suffix != ".md" or env.path2doc(self.root / name) in env.all_docs for name in names)
        calm = env.config_status == CONFIG_OK and not (self._again or self._broken)
        return bool(names) and calm and pages and all((self.root / name).is_file() for name in names)

    def _read_changed(self, app: Sphinx, touched: Set[str]) -> set[str]:
        """What `Builder.read` does, but for pages that cannot be read; gives the pages to write."""
        env, builder = app.env, app.builder
        builder.phase = BuildPhase.READING
        env.find_files(app.config, builder)
        added, outdated, removed = env.get_outdated_files(env.config_status != CONFIG_OK)
        for docs in app.events.emit("env-get-outdated", env, added, outdated, removed):
            outdated.update(docs)
        outdated |= touched | self._again | self._broken
        removed |= self._read.keys() - env.found_docs  # Sphinx does not know what it could never read
        if added or removed:
            outdated |= env.glob_toctrees
        for name in removed:
            self._remove(app, name)
        env.config_status = CONFIG_OK
        self._again.clear()
        self._unsaved |= bool(removed)
        return self._read_pages(app, (added | outdated) & env.found_docs)

    def _read_pages(self, app: Sphinx, wanted: Set[str]) -> set[str]:
        """Each page with faults of its own."""
        env = app.env
        names = sorted(wanted)
        app.builder.phase = BuildPhase.READING
        app.events.emit("env-before-read-docs", env, names)
        self._broken -= wanted
        for name in names:
            app.events.emit("env-purge-doc", env, name)
            env.clear_doc(name)
            env._pickled_doctree_cache.pop(name, None)  # Sphinx counts on reading a page once in a process
            with self._noting(app, self._read, name):
                self._read_one(app, name)
        for docs in app.events.emit("env-updated", env):
            names += docs or ()
        self._unsaved |= bool(names)
        return set(names) & env.all_docs.keys()

    def _touched(self, app: Sphinx, changed: Set[Path]) -> set[str]:
        """The pages that are made of any of these files."""
        names = {path.relative_to(self.root).as_posix() for path in changed if path.is_relative_to(self.root)}
        noted = {*names, *map(os.fspath, changed)}  # relative to the root, or whole
        depends = {page for page, files in app.env.dependencies.items() if not noted.isdisjoint(map(os.fspath, files))}
        return depends | {name.removesuffix(".md") for name in names}

    def _remove(self, app: Sphinx, name: str) -> None:
        app.events.emit("env-purge-doc", app.env, name)
        app.env.clear_doc(name)
        self._read.pop(name, None)
        self._written.pop(name, None)
        self._broken.discard(name)
        _output(app, name).unlink(missing_ok=True)

    def _read_one(self, app: Sphinx, name: str) -> None:
        """Read a page; when that fails, a stand-in under its name."""
        try:
            if (self.root / f"{name}.md").stat().st_size > LARGEST:
                raise ValueError("Die Datei ist größer als 2 MB.")
            app.builder.read_doc(name)
        except Exception:
            self._broken.add(name)
            app.env.clear_doc(name)
            app.env.current_document = _CurrentDocument()  # nothing of what was being read stays
            app.env.ref_context.clear()
            _output(app, name).unlink(missing_ok=True)
            raise

    def _write(self, app: Sphinx, names: Set[str]) -> None:
        """What `Builder.write` does, each page with faults of its own."""
        if not names:
            return
        env, builder = app.env, app.builder
        names = names | {one for name in names for one in env.files_to_rebuild.get(name, ()) if one in env.all_docs}
        builder.phase = BuildPhase.RESOLVING
        app.events.emit("write-started", builder)
        env.toctree_includes = dict(sorted(env.toctree_includes.items()))
        builder.prepare_writing(names)
        builder.copy_assets()
        for name in sorted(names):
            with self._noting(app, self._written, name):
                self._write_one(app, name)
        builder.copy_image_files()  # type: ignore[attr-defined]
        assets.publish_parts(app, names)

    def _write_one(self, app: Sphinx, name: str) -> None:
        builder = app.builder
        try:
            builder.phase = BuildPhase.RESOLVING
            tree = app.env.get_and_resolve_doctree(name, builder, tags=app.tags)
            builder.phase = BuildPhase.WRITING
            builder.write_doc_serialized(name, tree)
            builder.write_doc(name, tree)
        except Exception:
            self._broken.add(name)
            _output(app, name).unlink(missing_ok=True)
            raise

    @contextmanager
    def _noting(self, app: Sphinx, found: _Found, name: str) -> Iterator[None]:
        """Keep what is warned of under the page's name, and an exception too."""
        faults = faults_of(app)
        faults.problems.clear()
        try:
            yield
        except Exception as error:  # noqa: BLE001
            faults.problems.append(failure(f"{name}.md", error))
        found[name] = tuple(faults.problems)

    def _complete(self, app: Sphinx) -> Iterator[bool]:
        env, builder = app.env, app.builder
        yield self._take_results(app)
        self._load(app)
        updated = self._read_changed(app, frozenset())
        self._write(app, updated)
        yield bool(updated)
        names = sorted(env.all_docs)
        for start in range(0, len(names), _STEP):
            changed = pages.compare_frames(app, names[start : start + _STEP])
            self._write(app, set(changed))
            self._unsaved |= bool(changed)
            yield bool(changed)
        late = sorted({*builder.get_outdated_docs()} & env.all_docs.keys() - self._broken)
        for start in range(0, len(late), _STEP):
            self._write(app, set(late[start : start + _STEP]))
            yield True
        yield self._take_results(app)
        for found in app.events.emit("html-collect-pages"):
            for name, context, template in found:
                builder.handle_page(name, context, template)  # type: ignore[attr-defined]
                yield True
        app.events.emit("build-finished", None)
        yield False
        self._save(app)
        while waiting := [future for _, future in self._runs.values() if not future.done()]:
            wait(waiting, timeout=0.1)
            yield self._take_results(app)
        yield self._take_results(app)

    def _run_code(self, store: Store, forum: Forum) -> None:
        """Start what has no results, and wait a little for it."""
        store.forget_stand_ins()
        self._jobs = tuple(job for job in self._known_jobs(forum) if job.cells)
        needed = missing(self._jobs, store)
        self._runs = {digest: run for digest, run in self._runs.items() if digest in needed or not run[1].done()}
        for digest, job in needed.items():
            store.run_later(digest, job)
            if digest not in self._runs:
                self._runs[digest] = (job, self._pool.submit(run_job, job))
        wait([self._runs[digest][1] for digest in needed], timeout=PATIENCE)
        for digest in needed:
            job, future = self._runs[digest]
            if future.done():
                take(store, digest, job, future.result())

    def _known_jobs(self, forum: Forum) -> Iterator[Job]:
        """The code of all lessons and exercises; what has not changed keeps its digest."""
        known = {job.path: job for job in self._jobs}
        for job in jobs_of(forum):
            kept = known.get(job.path, job)
            yield kept if kept.data is job.data and kept.cells == job.cells else job

    def _take_results(self, app: Sphinx) -> bool:
        """Write the pages anew whose code has come to its end meanwhile."""
        domain = domain_of(app.env)
        done = {digest for digest, (_, run) in self._runs.items() if run.done() and domain.store.is_running(digest)}
        for digest in done:
            job, future = self._runs[digest]
            take(domain.store, digest, job, future.result())
        exercises = {self._runs[digest][0].path.parent.name for digest in done}
        shown = {page for page, digest in domain.data["read"].items() if digest in done}
        shown |= {page for exercise, (page, _) in domain.places.items() if exercise in exercises}
        shown |= {page for page in domain.data["examples"] if exercises.intersection(domain.noted("examples", page))}
        self._write(app, shown & app.env.all_docs.keys())
        return bool(shown)

    def _code_problems(self) -> Iterable[Problem]:
        if self._app is None:
            return ()
        domain = domain_of(self._app.env)
        return [one for job in self._jobs for one in problems(job, domain.store, domain.forum.root)]

    def _save(self, app: Sphinx) -> None:
        """Keep the environment for the next session, and which pages it has to read again to tell their faults."""
        if self._unsaved:
            faulty = sorted(name for found in (self._read, self._written) for name in found if found[name])
            (self._doctrees / _FAULTY).write_text(json.dumps(faulty), encoding="utf-8")
            temporary = self._doctrees / f"{ENV_PICKLE_FILENAME}.new"
            temporary.write_bytes(pickle.dumps(app.env, pickle.HIGHEST_PROTOCOL))
            temporary.replace(self._doctrees / ENV_PICKLE_FILENAME)
        self._unsaved = False

    def _faulty(self) -> set[str]:
        try:
            return set(json.loads((self._doctrees / _FAULTY).read_text(encoding="utf-8")))
        except (OSError, ValueError):
            return set()


def _url(docname: str) -> str:
    return f"{address(docname)}.html"


def _output(app: Sphinx, name: str) -> Path:
    path: Path = app.builder.get_output_path(name)  # type: ignore[attr-defined]
    return path


def failure(path: str, error: Exception) -> Problem:
    """A fault for what no file of an author should be able to cause."""
    words = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    what = "Die Seite lässt" if path.endswith(".md") else "Das Forum lässt"
    return Problem(
        path=path,
        line=0,
        code="bau",
        message=f"{what} sich nicht bauen. Gemeldet wird: {words}",
        cure="Nehmen Sie die letzte Änderung zurück, oder beheben Sie den genannten Fehler.",
    )


def _no_start() -> Problem:
    return Problem(
        path="index.md",
        line=0,
        code="datei-fehlt",
        message="Die Startseite `index.md` fehlt.",
        cure="Legen Sie die Datei `index.md` wieder an.",
    )
