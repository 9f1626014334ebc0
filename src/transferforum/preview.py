# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Shows the site while it is written: builds, serves, watches, and reloads the page."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Condition, Thread

from watchfiles import DefaultFilter, watch

from .serve import Reply, SiteHandler, open_server
from .workshop import build_site

SCRIPT = "/__forum/reload.js"
VERSION = "/__forum/version/"
WAIT = 20.0
"""Seconds that the page's question after the next version stays open."""
_RELOAD = f"""
const known = document.querySelector("script[data-version]").dataset.version;
for (;;) {{
  try {{
    const reply = await fetch('{VERSION}' + known);
    if (String(await reply.json()) !== known) location.reload();
  }} catch {{
    await new Promise((done) => setTimeout(done, 1000));
  }}
}}
"""


class _Versions:
    """Counts the builds; lets a page wait for the next."""

    def __init__(self) -> None:
        self.current = 1
        self._changed = Condition()

    def next(self) -> None:
        with self._changed:
            self.current += 1
            self._changed.notify_all()

    def after(self, known: str) -> int:
        with self._changed:
            self._changed.wait_for(lambda: str(self.current) != known, timeout=WAIT)
            return self.current


def preview(root: Path, *, port: int) -> None:
    """Build and serve until Ctrl+C; every change is built and shown."""
    out = root / "build" / "preview"
    versions = _Versions()
    _rebuild(root, out)
    changes = watch(root, watch_filter=_Sources(), debounce=200, rust_timeout=200, yield_on_timeout=True)
    next(changes)  # watching begins before anyone can change a file
    with open_server(out, port=port, handler=_handler(versions)) as server:
        print(f"Die Vorschau läuft unter {server.address} (Beenden mit Strg+C)", flush=True)
        Thread(target=partial(server.serve_forever, poll_interval=0.05), daemon=True).start()
        try:
            for change in changes:
                if change:
                    _rebuild(root, out)
                    versions.next()
        except KeyboardInterrupt:
            print("\nBeendet.")
        finally:
            server.shutdown()


def _rebuild(root: Path, out: Path) -> None:
    problems = build_site(root, out, jobs=1, quiet=True)
    for problem in problems:
        print(problem, file=sys.stderr)
    print("Gebaut." if not problems else f"Gebaut, mit {len(problems)} Fehlern.", flush=True)


class _Sources(DefaultFilter):
    """What an author changes; not what a build writes."""

    def __init__(self) -> None:
        super().__init__(ignore_dirs=(*DefaultFilter.ignore_dirs, "build", ".cache", ".nox", ".venv"))


def _handler(versions: _Versions) -> type[SiteHandler]:
    class Handler(SiteHandler):
        """Adds the script that waits for the next version to each page."""

        def reply(self) -> Reply:
            if self.path.startswith(SCRIPT):
                return Reply(type="text/javascript; charset=utf-8", body=_RELOAD.encode())
            if self.path.startswith(VERSION):
                body = json.dumps(versions.after(self.path.removeprefix(VERSION)))
                return Reply(type="application/json; charset=utf-8", body=body.encode())
            return super().reply()

        def finish_reply(self, reply: Reply) -> Reply:
            if not reply.type.startswith("text/html") or "Content-Encoding" in reply.headers:
                return reply
            script = f'<script type="module" src="{SCRIPT}" data-version="{versions.current}"></script></body>'
            return replace(reply, body=reply.body.replace(b"</body>", script.encode()))

        def _accepts_gzip(self) -> bool:
            return False

    return Handler
