# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A preview from start to end: one warm Sphinx, one server, one watcher."""

from __future__ import annotations

import gc
import os
import sys
import webbrowser
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread
from typing import Any

from watchfiles import Change, DefaultFilter, watch

from .. import checks
from ..assets import build_web
from ..assets.web import PACKAGE
from ..checks.excuses import sift
from ..exports import notebook
from ..model import Forum
from ..problems import Problem
from ..serve import SiteServer, open_server
from ..site import html
from ..site.warm import WarmSite, failure
from ..workshop import prepared_python, without_echoes
from .board import Board, handler
from .bundle import Bundle
from .network import lan_address
from .places import FaultMap

WEB = (PACKAGE / "web", PACKAGE / "site" / "theme")
"""What scripts and styles are made of, beside the packages of npm."""
_SETTINGS = "forum.toml"
_LISTEN = 1.0
"""Seconds after which the wait for changes looks up, so that Ctrl+C is heard on every system."""


class Preview:
    """Builds one forum for its `board`. `make_web` gives the folder of scripts and styles, or raises NodeError."""

    def __init__(self, root: Path, *, make_web: Callable[[], Path], python: Mapping[str, Any] | None) -> None:
        self.root = root.resolve()
        out = self.root / "build" / "preview"
        out.mkdir(parents=True, exist_ok=True)
        self._bundle = Bundle(out.with_name(".preview-web"), make_web)
        self._site = WarmSite(self.root, out, web=self._bundle.folder, python=python)
        self._checked: tuple[Problem, ...] = ()
        self._settled = False
        self._web: tuple[Problem, ...] = ()
        self.board = Board(out, self._bundle)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All faults that are known now."""
        return tuple(sorted(without_echoes({*self._site.problems, *self._checked, *self._web})))

    def take(self, changed: Set[Path] = frozenset()) -> None:
        """Show what has changed: first on the pages that somebody looks at."""
        if any(path.is_relative_to(folder) for path in changed for folder in WEB):
            self._web = self._bundle.rebuild()
            self._show()
            changed = {path for path in changed if path.is_relative_to(self.root)}
        self._site.refresh(changed, self.board.viewed)
        self._show()

    def finish(self, interrupted: Callable[[], bool] = lambda: False) -> None:
        """Bring the rest up to date, and check the whole forum; break off when there is something better to do."""
        for news in self._site.complete():
            if news:
                self._show()
            if interrupted():
                return
        forum = self._site.forum
        if forum:
            for _ in self._check(forum):
                if interrupted():
                    return
            for _ in self._site.report(checks.measured(forum, self._checked)):
                if interrupted():
                    return
            with suppress(OSError):  # as above
                notebook.export(forum, self.board.out, html.exercise_folder)
        self._show()
        if not self._settled:
            gc.freeze()  # what is known after the first build stays: not to be searched for garbage at every change
            self._settled = True

    def close(self) -> None:
        """End; the next preview goes on from here."""
        self.board.close()
        self._site.close()

    def _check(self, forum: Forum) -> Iterator[None]:
        found: list[Problem] = []
        for check in checks.CHECKS:
            try:
                found += check(forum)
            except OSError:
                pass  # a file is gone since it was read: the watcher will say so
            except Exception as error:  # noqa: BLE001
                found.append(failure(_SETTINGS, error))
            yield
        self._checked = tuple(sorted(sift(forum, found)))

    def _show(self) -> None:
        self.board.show(FaultMap(self._site.forum, self.problems), self._site.sources())


@contextmanager
def watching(root: Path) -> Iterator[Queue[set[Path]]]:
    """The files that change below `root` while the block runs; changes that come together are one set."""
    changes: Queue[set[Path]] = Queue()
    end, ready = Event(), Event()
    folders = [root, *(folder for folder in WEB if not folder.is_relative_to(root))]

    def look() -> None:
        found = watch(
            *folders,
            watch_filter=_Sources(root),
            debounce=200,
            step=20,
            rust_timeout=100,
            yield_on_timeout=True,
            stop_event=end,
            raise_interrupt=False,
        )
        for batch in found:
            ready.set()
            if batch:
                changes.put({Path(path) for _, path in batch})

    thread = Thread(target=look, daemon=True)
    thread.start()
    ready.wait()
    try:
        yield changes
    finally:
        end.set()
        thread.join()


class _Sources(DefaultFilter):
    """What an author changes; not what a build or an editor writes for itself, nor a log beside `forum.toml`."""

    def __init__(self, root: Path) -> None:
        super().__init__(ignore_dirs=(*DefaultFilter.ignore_dirs, "build", ".cache", ".nox", ".venv"))
        self._root = str(root)

    def __call__(self, change: Change, path: str) -> bool:
        folder, _, name = path.rpartition(os.sep)
        beside = folder == self._root and "." in name and not name.endswith((".md", ".toml", ".py", ".json"))
        return not beside and super().__call__(change, path)


def follow(preview: Preview, changes: Queue[set[Path]], say: Callable[[Preview], None]) -> None:
    """Build at every change until KeyboardInterrupt; None in the queue ends it too."""
    while True:
        preview.finish(interrupted=lambda: not changes.empty())
        if changes.empty():
            say(preview)
        changed = next_change(changes)
        if not changed:
            return
        preview.take(changed)


def next_change(changes: Queue[set[Path]]) -> set[Path]:
    """All that has changed since the last time; waits for it. Empty: the end."""
    while True:
        try:
            changed = changes.get(timeout=_LISTEN)
        except Empty:
            continue
        while changed and not changes.empty():
            changed = changed | changes.get()
        return changed


@contextmanager
def serving(preview: Preview, *, port: int, lan: bool = False) -> Iterator[SiteServer]:
    """The preview under `server.address` while the block runs. Raises OSError when no port is free."""
    host = "0.0.0.0" if lan else "127.0.0.1"
    with open_server(preview.board.out, host=host, port=port, handler=handler(preview.board)) as server:
        Thread(target=partial(server.serve_forever, poll_interval=0.05), daemon=True).start()
        try:
            yield server
        finally:
            preview.board.close()
            server.shutdown()


def run(root: Path, *, port: int, lan: bool = False, open_browser: bool = False) -> int:
    """Build and serve until Ctrl+C; every change is built and shown. Gives the exit status."""
    preview = Preview(root, make_web=partial(build_web, root), python=prepared_python(root))
    try:
        with watching(preview.root) as changes:
            preview.take()
            with serving(preview, port=port, lan=lan) as server:
                for line in _greeting(server, lan=lan):
                    print(line, flush=True)
                if open_browser:
                    webbrowser.open(_local(server))
                follow(preview, changes, _Report())
    except KeyboardInterrupt:
        print("\nBeendet.")
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        preview.close()
    return 0


def _local(server: SiteServer) -> str:
    return f"http://127.0.0.1:{server.server_address[1]}"


def _greeting(server: SiteServer, *, lan: bool) -> Iterator[str]:
    yield f"Die Vorschau läuft unter {_local(server)} (Beenden mit Strg+C)"
    if lan:
        found = lan_address()
        if found:
            yield f"Für das Telefon im selben Netz: http://{found}:{server.server_address[1]}"
        else:
            yield "Dieser Rechner ist in keinem Netz. Andere Geräte erreichen die Vorschau nicht."
        yield "Achtung: Alle in diesem Netz können die Vorschau jetzt sehen."


class _Report:
    """Says on the command line what is wrong, each fault once as long as it lasts."""

    def __init__(self) -> None:
        self._said: set[Problem] = set()

    def __call__(self, preview: Preview) -> None:
        problems = preview.problems
        for problem in problems:
            if problem not in self._said:
                print(problem, file=sys.stderr)
        self._said = set(problems)
        faults = sum(not problem.warning for problem in problems)
        counted = f", mit {faults} Fehlern" if faults > 1 else ", mit einem Fehler" if faults else ""
        print(f"Gebaut{counted}.", flush=True)
