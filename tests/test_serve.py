# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The server of built sites: the types and headers without which the browser's Python does not start."""

from __future__ import annotations

import gzip
import socket
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from transferforum.serve import CONTENT_SECURITY_POLICY, SiteServer, open_server, serving

Answer = tuple[HTTPResponse, bytes]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "index.html": "<h1>Start</h1>" * 50,
        "kurse/index.html": "Kurse",
        "kurse.atom": "<feed/>",
        "_static/python/0123456789abcdef/pyodide.asm.wasm": "w" * 2000,
        "_static/python/0123456789abcdef/pandas-2.2.3-cp312.whl": "p",
        "_static/worker.0a1b2c3d4e.js": "worker",
        "_static/forum/main.QWERTZ7A.js": "main",
        "_static/plain.mjs": "export {}",
        "kurse/0a1b2c3d4e/data.csv": "ä;b",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def server(site: Path) -> Iterator[SiteServer]:
    with serving(site) as running:
        yield running


def ask(server: SiteServer, path: str, method: str = "GET", **headers: str) -> Answer:
    connection = HTTPConnection(server.address.removeprefix("http://"), timeout=10)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/_static/plain.mjs", "text/javascript; charset=utf-8"),
        ("/kurse.atom", "application/atom+xml; charset=utf-8"),
        ("/_static/python/0123456789abcdef/pyodide.asm.wasm", "application/wasm"),
        ("/kurse/0a1b2c3d4e/data.csv", "text/csv; charset=utf-8"),
    ],
)
def test_every_kind_of_file_has_the_type_that_browsers_insist_on(server: SiteServer, path: str, type_: str) -> None:
    response, _ = ask(server, path)
    assert (response.status, response.headers["Content-Type"]) == (200, type_)


def test_every_answer_carries_the_content_security_policy(server: SiteServer) -> None:
    for path in ("/", "/kurse/", "/nirgends.html"):
        assert ask(server, path)[0].headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY


@pytest.mark.parametrize(
    ("path", "forever"),
    [
        ("/_static/python/0123456789abcdef/pandas-2.2.3-cp312.whl", True),
        ("/_static/worker.0a1b2c3d4e.js", True),
        ("/_static/forum/main.QWERTZ7A.js", True),
        ("/_static/plain.mjs", False),
        ("/index.html", False),
        ("/kurse/0a1b2c3d4e/data.csv", False),
    ],
)
def test_only_static_files_named_by_digest_are_kept_for_ever(server: SiteServer, path: str, forever: bool) -> None:
    assert ("immutable" in ask(server, path)[0].headers["Cache-Control"]) is forever


def test_what_gains_from_it_is_compressed_for_those_who_take_it(server: SiteServer, site: Path) -> None:
    plain = (site / "index.html").read_bytes()
    response, body = ask(server, "/", Accept_Encoding="gzip, deflate")
    assert response.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == plain
    response, body = ask(server, "/")
    assert (response.headers["Content-Encoding"], body) == (None, plain)
    assert ask(server, "/kurse/", Accept_Encoding="gzip")[0].headers["Content-Encoding"] is None


def test_a_changed_file_is_sent_anew_and_an_unchanged_one_is_not(server: SiteServer, site: Path) -> None:
    tag = str(ask(server, "/", Accept_Encoding="gzip")[0].headers["ETag"])
    response, body = ask(server, "/", Accept_Encoding="gzip", If_None_Match=tag)
    assert (response.status, body) == (304, b"")
    (site / "index.html").write_text("neu " * 100, encoding="utf-8")
    response, body = ask(server, "/", Accept_Encoding="gzip", If_None_Match=tag)
    assert (response.status, gzip.decompress(body)) == (200, b"neu " * 100)


def test_folders_are_led_to_their_slash_and_never_listed(server: SiteServer) -> None:
    response, _ = ask(server, "/kurse")
    assert (response.status, response.headers["Location"]) == (301, "/kurse/")
    assert ask(server, "/_static/")[0].status == 404


def test_nothing_outside_of_the_folder_is_served(server: SiteServer, site: Path) -> None:
    secret = site.parent / "geheim.txt"
    secret.write_text("geheim", encoding="utf-8")
    for path in ("/../geheim.txt", "/%2e%2e/geheim.txt", "/kurse/../../geheim.txt"):
        response, body = ask(server, path)
        assert (response.status, b"geheim" in body) == (404, False)


def test_a_wrong_address_gets_the_page_of_the_site(server: SiteServer, site: Path) -> None:
    (site / "404.html").write_text("Nicht gefunden", encoding="utf-8")
    response, body = ask(server, "/nirgends.html")
    assert (response.status, body) == (404, b"Nicht gefunden")


def test_head_sends_the_headers_alone(server: SiteServer) -> None:
    response, body = ask(server, "/", method="HEAD")
    assert (response.status, body) == (200, b"")
    assert int(response.headers["Content-Length"]) == 700


def test_a_busy_port_gives_the_next_free_one(site: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        with open_server(site, port=port) as server:
            assert port < server.server_address[1] < port + 50
            assert server.address == f"http://127.0.0.1:{server.server_address[1]}"


def test_nobody_is_written_down(server: SiteServer, site: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    for path in ("/", "/fehlt.html", "/kurse"):
        ask(server, path, User_Agent="someone")
    assert capfd.readouterr() == ("", "")
    assert {path: path.stat().st_mtime_ns for path in site.rglob("*")} == before
