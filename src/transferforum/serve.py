# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Serve a built site on this machine, with the headers that its own web server should send.

A request becomes a `Reply` (status, headers, body) from a file of the folder; the preview puts its own replies
before that by overriding `SiteHandler.reply`. Tests use `serving`, people use `run`.
"""

from __future__ import annotations

import argparse
import gzip
import mimetypes
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'self'; form-action 'self'"
)
FOREVER = "max-age=31536000, immutable"
ALWAYS_ASK = "no-cache"

# What browsers insist on: a module script or WebAssembly with another type is refused, or is waited for without end.
TYPES = {
    ".atom": "application/atom+xml",
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".ipynb": "application/x-ipynb+json",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".py": "text/x-python",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".whl": "application/zip",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
WITH_CHARSET = ("text/", "application/atom+xml", "application/json", "application/xml", "image/svg+xml")
COMPRESSIBLE = frozenset(TYPES) - {".whl", ".woff2", ".zip"}
# Digests of ours are hexadecimal; those of esbuild are eight capitals and digits.
DIGEST = re.compile(r"(?<![0-9a-zA-Z])((?=[a-f]*[0-9])[0-9a-f]{8,64}|[0-9A-Z]{8})(?![0-9a-zA-Z])")
PORTS_TRIED = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """All that is sent for one request, before the parts that every reply has."""

    status: HTTPStatus = HTTPStatus.OK
    type: str = "text/html; charset=utf-8"
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


def media_type(path: Path) -> str:
    """The MIME type of a file, by its ending only: the tables of operating systems differ."""
    known = TYPES.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"{known}; charset=utf-8" if known.startswith(WITH_CHARSET) else known


def caching(url_path: str) -> str:
    """Files that carry their digest in their address never change; all others are asked for anew."""
    inside = "/_static/" in url_path
    return FOREVER if inside and DIGEST.search(url_path) else ALWAYS_ASK


@lru_cache(maxsize=512)
def _compressed(path: Path, modified: int, size: int) -> bytes | None:
    """The file with gzip, None where that gains under a twentieth; `modified` and `size` are the key of the cache."""
    ready = path.with_name(f"{path.name}.gz")
    if ready.is_file() and ready.stat().st_mtime_ns >= modified:
        return ready.read_bytes()
    packed = gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)
    return packed if len(packed) < size * 0.95 else None


class SiteHandler(SimpleHTTPRequestHandler):
    """Answers GET and HEAD from a folder; subclasses override `reply` or `finish_reply`."""

    protocol_version = "HTTP/1.1"
    server_version = "Transferforum"
    sys_version = ""

    def do_GET(self) -> None:
        self._send(self.finish_reply(self.reply()), with_body=True)

    def do_HEAD(self) -> None:
        self._send(self.finish_reply(self.reply()), with_body=False)

    def reply(self) -> Reply:
        """The answer to this request: a file, the way to its folder, or the page for what is missing."""
        address = self.path.partition("?")[0].partition("#")[0]
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            if not address.endswith("/"):
                return Reply(status=HTTPStatus.MOVED_PERMANENTLY, headers={"Location": f"{address}/"})
            path = path / "index.html"
        if not path.is_file():
            return self.missing()
        return self.file(path, address)

    def finish_reply(self, reply: Reply) -> Reply:
        """A place for subclasses to change what was found."""
        return reply

    def file(self, path: Path, address: str) -> Reply:
        """A file of the folder: compressed where the browser takes it, not at all where it has it already."""
        stat = path.stat()
        compressed = self._accepts_gzip() and path.suffix.lower() in COMPRESSIBLE
        packed = _compressed(path, stat.st_mtime_ns, stat.st_size) if compressed else None
        headers = {
            "Cache-Control": caching(address),
            "ETag": f'"{stat.st_mtime_ns:x}-{stat.st_size:x}{"-gz" if packed else ""}"',
            "Vary": "Accept-Encoding",
        } | ({"Content-Encoding": "gzip"} if packed else {})
        if self.headers.get("If-None-Match") == headers["ETag"]:
            return Reply(status=HTTPStatus.NOT_MODIFIED, headers=headers)
        return Reply(type=media_type(path), body=packed or path.read_bytes(), headers=headers)

    def missing(self) -> Reply:
        """The site's own page for a wrong address, else a sentence."""
        page = Path(self.directory) / "404.html"
        body = page.read_bytes() if page.is_file() else b"<!doctype html><p>Diese Seite gibt es nicht.</p>"
        return Reply(status=HTTPStatus.NOT_FOUND, body=body)

    def _accepts_gzip(self) -> bool:
        return "gzip" in self.headers.get("Accept-Encoding", "")

    def _send(self, reply: Reply, *, with_body: bool) -> None:
        self.send_response(reply.status)
        for name, value in self._headers(reply).items():
            self.send_header(name, value)
        self.end_headers()
        if with_body:
            self.wfile.write(reply.body)

    def _headers(self, reply: Reply) -> dict[str, str]:
        always = {
            "Content-Security-Policy": CONTENT_SECURITY_POLICY,
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        }
        if reply.status is HTTPStatus.NOT_MODIFIED:
            return always | reply.headers
        size = {"Content-Type": reply.type, "Content-Length": str(len(reply.body))}
        return {"Cache-Control": ALWAYS_ASK} | always | size | reply.headers

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: who asked for what is nobody's business."""


class SiteServer(ThreadingHTTPServer):
    """A server for one folder; `address` is what a browser is given."""

    daemon_threads = True
    # On Windows the option would let two servers share one port.
    allow_reuse_address = os.name != "nt"

    def __init__(
        self, folder: Path, *, host: str = "127.0.0.1", port: int = 0, handler: type[SiteHandler] = SiteHandler
    ) -> None:
        super().__init__((host, port), partial(handler, directory=str(folder)))

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up in the middle of a file is no fault worth a traceback."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    @property
    def address(self) -> str:
        host, port = self.server_address[:2]
        return f"http://{host!s}:{port}"


def open_server(
    folder: Path, *, host: str = "127.0.0.1", port: int = 8000, handler: type[SiteHandler] = SiteHandler
) -> SiteServer:
    """A server on this port, or on the next free one."""
    for candidate in range(port, port + PORTS_TRIED):
        try:
            return SiteServer(folder, host=host, port=candidate, handler=handler)
        except OSError as error:
            last = error
    raise OSError(f"Zwischen {port} und {port + PORTS_TRIED - 1} ist kein Anschluss frei.") from last


@contextmanager
def serving(
    folder: Path, host: str = "127.0.0.1", port: int = 0, handler: type[SiteHandler] = SiteHandler
) -> Iterator[SiteServer]:
    """The folder under `server.address` while the block runs."""
    with SiteServer(folder, host=host, port=port, handler=handler) as server:
        thread = Thread(target=partial(server.serve_forever, poll_interval=0.05), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def run(folder: Path, *, host: str = "127.0.0.1", port: int = 8000, handler: type[SiteHandler] = SiteHandler) -> None:
    """Serve until Ctrl+C."""
    with open_server(folder, host=host, port=port, handler=handler) as server:
        print(f"Das Forum läuft unter {server.address} (Beenden mit Strg+C)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("\nBeendet.")


def main(arguments: Sequence[str] | None = None) -> None:
    """`python -m transferforum.serve build/site --port 8000`"""
    parser = argparse.ArgumentParser(prog="transferforum.serve", description="Zeigt gebaute Seiten auf diesem Rechner.")
    parser.add_argument("folder", type=Path, help="Ordner mit den gebauten Seiten")
    parser.add_argument("--port", type=int, default=8000, help="Anschluss, sonst der nächste freie")
    options = parser.parse_args(arguments)
    run(options.folder, port=options.port)


if __name__ == "__main__":
    main()
