# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Python for the browser: where its files come from, what is refused, and that the prepared folder works."""

from __future__ import annotations

import gzip
import json
import socket
import tarfile
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from transferforum import assets
from transferforum.assets import building, commands, fetching, node, packing, recipe, sources
from transferforum.assets.fetching import AssetsError, Fetcher, Wanted
from transferforum.assets.progress import Quiet, megabytes, shown
from transferforum.assets.sources import Address, Folder, Package, SilentError, Source
from transferforum.assets.store import Store, cache_folder, sha256
from transferforum.content.digests import grading_files
from transferforum.serve import serving

ROOT = Path(__file__).parent.parent
CONTENT = b"the real file"
WANTED = Wanted("numpy.whl", sha256(CONTENT))


@dataclass
class Heard:
    """Progress that remembers."""

    said: list[str] = field(default_factory=list)

    def say(self, text: str) -> None:
        self.said.append(text)

    def advance(self, what: str, done: int, total: int) -> None:
        assert 0 < done <= (total or done)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def folder_with(path: Path, content: bytes = CONTENT) -> Folder:
    path.mkdir()
    (path / WANTED.name).write_bytes(content)
    return Folder(path.name, path)


def fetcher(store: Store, *found: Source, progress: Heard | None = None) -> Fetcher:
    return Fetcher(found, store, progress or Heard())


# --- where files come from


def test_the_first_source_that_has_a_file_gives_it_and_the_store_keeps_it(tmp_path: Path, store: Store) -> None:
    empty = tmp_path / "leer"
    empty.mkdir()
    full = folder_with(tmp_path / "voll")
    assert fetcher(store, Folder("leer", empty), full).get(WANTED) == CONTENT
    assert fetcher(store).get(WANTED) == CONTENT


def test_a_wrong_hash_is_an_error_even_when_the_next_source_is_right(tmp_path: Path, store: Store) -> None:
    wrong = folder_with(tmp_path / "falsch", b"<html>Proxy</html>")
    right = folder_with(tmp_path / "richtig")
    with pytest.raises(AssetsError, match=r"numpy\.whl aus dieser Quelle wird nicht verwendet: falsch") as caught:
        fetcher(store, wrong, right).get(WANTED)
    assert "Proxy" in str(caught.value)
    assert store.get(WANTED.sha256) is None


def test_a_file_cut_in_the_cache_is_fetched_again(tmp_path: Path, store: Store) -> None:
    store.put(CONTENT)
    (store.folder / WANTED.sha256).write_bytes(CONTENT[:5])
    assert fetcher(store, folder_with(tmp_path / "voll")).get(WANTED) == CONTENT
    assert (store.folder / WANTED.sha256).read_bytes() == CONTENT


def test_a_missing_file_names_all_sources_and_the_way_to_an_own_one(tmp_path: Path, store: Store) -> None:
    empty = tmp_path / "leer"
    empty.mkdir()
    with pytest.raises(AssetsError) as caught:
        fetcher(store, Folder("npm-Paket", empty), Folder("Spiegel", tmp_path / "fort")).get(WANTED)
    message = str(caught.value)
    assert "npm-Paket: hat die Datei nicht" in message
    assert f"Spiegel: Ordner {tmp_path / 'fort'} fehlt" in message
    assert "FORUM_ASSETS_MIRROR" in message
    assert "forum assets pack" in message


def test_a_source_that_does_not_answer_is_skipped_and_asked_only_once(tmp_path: Path, store: Store) -> None:
    heard = Heard()
    full = folder_with(tmp_path / "voll")
    (full.path / "pandas.whl").write_bytes(b"pandas")
    with socket.create_server(("127.0.0.1", 0)) as mute:
        port = mute.getsockname()[1]
        silent = Address("stumm", f"http://127.0.0.1:{port}/", timeout=0.2)
        asking = fetcher(store, silent, full, progress=heard)
        assert asking.get(WANTED) == CONTENT
        assert asking.get(Wanted("pandas.whl", sha256(b"pandas"))) == b"pandas"
    assert [text for text in heard.said if "stumm antwortet nicht" in text] == [heard.said[1]]


def test_a_web_server_gives_files_and_says_what_it_has_not(tmp_path: Path) -> None:
    folder = folder_with(tmp_path / "server").path
    with serving(folder) as server:
        address = Address("server", server.address)
        assert address.get(WANTED.name, Heard()) == CONTENT
        assert address.get("other.whl", Heard()) is None
    with pytest.raises(SilentError):
        address.get(WANTED.name, Heard())


def test_a_download_that_ends_early_counts_as_no_answer() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = Address("kurz", f"http://127.0.0.1:{server.getsockname()[1]}", timeout=5)
        with answering(server, b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"), pytest.raises(SilentError):
            address.get("a.whl", Quiet())


def test_a_server_in_trouble_counts_as_no_answer() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = Address("krank", f"http://127.0.0.1:{server.getsockname()[1]}", timeout=5)
        with answering(server, b"HTTP/1.1 503 Busy\r\n\r\n"), pytest.raises(SilentError, match="Antwort 503"):
            address.get("a.whl", Quiet())


class answering:  # noqa: N801 - reads as a statement
    """Answers one request on this socket with these bytes."""

    def __init__(self, server: socket.socket, answer: bytes) -> None:
        from threading import Thread

        self.thread = Thread(target=self._answer, args=(server, answer), daemon=True)

    def _answer(self, server: socket.socket, answer: bytes) -> None:
        connection, _ = server.accept()
        with connection:
            connection.recv(65536)
            connection.sendall(answer)

    def __enter__(self) -> None:
        self.thread.start()

    def __exit__(self, *_: object) -> None:
        self.thread.join(timeout=5)


def test_a_python_package_gives_the_files_in_its_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = tmp_path / "arbeit"
    workspace.mkdir()
    write_wheel(tmp_path / "index")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "index"))
    package = Package("Paket", "holder==1.0", "holder/files", "*.whl", workspace)
    assert package.get("pyodide-lock.json", Quiet()) is None
    assert package.get(WANTED.name, Quiet()) == CONTENT
    assert package.get("other.whl", Quiet()) is None
    package.close()
    with pytest.raises(SilentError, match="no-such-holder"):
        Package("Paket", "no-such-holder==1.0", "x", "*", tmp_path).get("a.whl", Quiet())


def write_wheel(index: Path) -> None:
    index.mkdir()
    with zipfile.ZipFile(index / "holder-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"holder/files/{WANTED.name}", CONTENT)
        wheel.writestr("holder-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: holder\nVersion: 1.0\n")
        wheel.writestr("holder-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr("holder-1.0.dist-info/RECORD", "")


def test_an_own_mirror_is_asked_first_and_the_environment_decides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FORUM_ASSETS_MIRROR", raising=False)
    with sources.opened(tmp_path) as without:
        names = [source.name for source in without]
    (tmp_path / "forum.toml").write_text('[assets]\nmirror = "https://spiegel.example/pyodide"\n', encoding="utf-8")
    with sources.opened(tmp_path) as with_mirror:
        assert with_mirror[0] == Address(
            "eigener Spiegel (https://spiegel.example/pyodide)", "https://spiegel.example/pyodide"
        )
        assert [source.name for source in with_mirror[1:]] == names
    monkeypatch.setenv("FORUM_ASSETS_MIRROR", "stick/pyodide")
    with sources.opened(tmp_path) as with_stick:
        assert with_stick[0] == Folder("eigener Spiegel (stick/pyodide)", tmp_path / "stick/pyodide")


def test_packages_come_with_what_they_need_and_without_what_nobody_reaches() -> None:
    depends = {
        "numpy": [],
        "pandas": ["numpy", "pytz"],
        "matplotlib": ["fonttools", "matplotlib-pyodide", "numpy"],
        "pytz": [],
        "fonttools": [],
        "scipy": [],
    }
    entries = {name: {"depends": needed, "file_name": f"{name}.whl", "sha256": "0"} for name, needed in depends.items()}
    assert fetching.needed({"packages": entries}) == ("matplotlib", "numpy", "pandas", "pytz")


# --- what is left out and changed


@pytest.mark.parametrize(
    ("path", "stays"),
    [
        ("pandas/core/frame.py", True),
        ("pandas/tests/frame/test_api.py", False),
        ("numpy/_core/_multiarray_tests.cpython-312-wasm32-emscripten.so", True),
        ("numpy/_core/_umath_tests.cpython-312-wasm32-emscripten.so", False),
        ("matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf", True),
        ("matplotlib/mpl-data/fonts/ttf/DejaVuSansMono.ttf", True),
        ("matplotlib/mpl-data/fonts/ttf/DejaVuSerif.ttf", False),
        ("encodings/cp1252.py", True),
        ("encodings/cp273.py", True),
        ("encodings/cp1026.py", False),
        ("encodings/mac_roman.py", True),
        ("encodings/mac_greek.py", False),
        ("pytz/zoneinfo/Europe/Berlin", True),
        ("pytz/zoneinfo/Europe/Minsk", False),
        ("pandas/", False),
        ("pandas-2.2.3.dist-info/LICENSE", True),
    ],
)
def test_the_recipe_leaves_out_what_no_learner_needs(path: str, stays: bool) -> None:
    assert recipe.stays(path) is stays


def test_a_change_that_does_not_fit_any_more_is_an_error() -> None:
    path, old = recipe.CHANGES[-1].path, recipe.CHANGES[-1].old.encode()
    assert recipe.changed(path, b"a\n" + old + b"\nb") == b"a\nbackend: agg\nb"
    assert recipe.changed("other/file", old) == old
    with pytest.raises(ValueError, match="2 times"):
        recipe.changed(path, old + old)


# --- the prepared folder


@pytest.fixture(scope="module")
def files() -> Mapping[str, bytes]:
    return assets.fetch(ROOT)


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of its own: other tests use the one in this checkout at the same time."""
    return tmp_path_factory.mktemp("elsewhere")


@pytest.fixture(scope="module")
def prepared(elsewhere: Path) -> assets.Prepared:
    return assets.prepare(elsewhere)


def test_the_prepared_folder_is_whole_and_named_by_its_content(prepared: assets.Prepared) -> None:
    assert building.faults(prepared.path) == ()
    assert prepared.path.name == prepared.digest
    lock = json.loads((prepared.path / "pyodide-lock.json").read_text(encoding="utf-8"))
    for name, entry in lock["packages"].items():
        assert sha256((prepared.path / entry["file_name"]).read_bytes()) == entry["sha256"], name
        assert set(entry["depends"]) <= lock["packages"].keys()


def test_sizes_count_what_several_packages_share_only_once(prepared: assets.Prepared) -> None:
    both = prepared.bytes_for(["pandas", "matplotlib"])
    assert prepared.packages["pandas"] < both < prepared.packages["pandas"] + prepared.packages["matplotlib"]
    assert both == prepared.bytes_for(["matplotlib", "pandas", "numpy"])
    assert prepared.core_bytes < sum(prepared.sizes.values())


def test_preparing_again_takes_what_is_there_and_mends_what_is_broken(
    prepared: assets.Prepared, elsewhere: Path
) -> None:
    heard = Heard()
    wheel = next(prepared.path.glob("six-*.whl"))
    before = wheel.stat().st_mtime_ns
    assert assets.prepare(elsewhere, heard) == prepared
    assert wheel.stat().st_mtime_ns == before
    wheel.unlink()
    assert [fault for fault in assets.verify(elsewhere) if "six" in fault] == [
        f"build/assets/python/{prepared.digest}/{wheel.name} fehlt oder ist beschädigt."
    ]
    assert assets.prepare(elsewhere, heard) == prepared
    assert assets.verify(elsewhere) == ()
    assert heard.said == []


def test_the_grading_package_becomes_bytecode_alone_and_is_compiled_once() -> None:
    sources = {"transferforum/__init__.py": b"", "transferforum/grading/browser.py": b"PLACE = __file__\n"}
    first = assets.compile_grading(ROOT, sources)
    with zipfile.ZipFile(first) as archive:
        assert archive.namelist() == ["transferforum/__init__.pyc", "transferforum/grading/browser.pyc"]
        assert b"/forum/grading.zip/transferforum/grading/browser.py" in archive.read(archive.namelist()[1])
    made = first.stat().st_mtime_ns
    assert assets.compile_grading(ROOT, sources).stat().st_mtime_ns == made
    changed = sources | {"transferforum/__init__.py": b"VERSION = 2\n"}
    assert assets.compile_grading(ROOT, changed) != first


def test_the_memory_of_a_started_python_is_made_once(prepared: assets.Prepared) -> None:
    grading = assets.compile_grading(ROOT, grading_files())
    kept = assets.make_snapshot(prepared, grading)
    assert kept.suffix == ".bin"
    memory = gzip.decompress(kept.read_bytes())
    assert len(memory) > 10_000_000
    for place in (ROOT, Path(tempfile.gettempdir(), "forum-")):
        assert str(place).encode() not in memory, "nothing of the machine that made it"
    made = kept.stat().st_mtime_ns
    assert assets.make_snapshot(prepared, grading).stat().st_mtime_ns == made


IN_NODE = """
import io, json, linecache, sys, traceback
import pyodide_js
await pyodide_js.loadPackage(["pandas", "matplotlib"])
import pandas as pd
import matplotlib.pyplot as plt

table = pd.read_csv(io.StringIO("art;wert\\nLinde;1,5\\nLinde;2,5"), sep=";", decimal=",")
plt.title("Bäume in $m^2$")
plt.plot([1, 2])
picture = io.BytesIO()
plt.savefig(picture)
plt.figure()
pd.Series([1, 3, 2], index=pd.date_range("2026-07-01", periods=3)).plot()
plt.savefig(io.BytesIO())
everything = {}
exec("from numpy import *; from matplotlib.pylab import *", everything)
code = "import statistics\\nstatistics.mean([])"
linecache.cache["uebung"] = (len(code), None, code.splitlines(True), "uebung")
try:
    exec(compile(code, "uebung", "exec"))
except statistics.StatisticsError:
    trace = traceback.format_exc()
result = {
    "mean": table.groupby("art")["wert"].mean().to_dict(),
    "png": picture.getvalue()[:4].decode("latin-1"),
    "backend": plt.get_backend().lower(),
    "trace": trace,
    "files": [sys.modules[name].__file__ for name in ("statistics", "pandas.core.frame", "json")],
    "berlin": str(pd.Timestamp("2026-07-01", tz="Europe/Berlin").utcoffset()),
    "names": len(everything),
    "doc": pd.DataFrame.groupby.__doc__[:5] != "",
}
open("/tree/result.json", "w").write(json.dumps(result))
"""


@pytest.fixture(scope="module")
def in_node(prepared: assets.Prepared, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("node")
    files = {name: (prepared.path / name).read_bytes() for name in prepared.sizes}
    building.write_for_node(folder / "core", files)
    for name in prepared.files.values():
        (folder / "core" / name).write_bytes(files[name])
    (folder / "tree").mkdir()
    (folder / "script.py").write_text(IN_NODE, encoding="utf-8")
    node.run_node(building.HERE / "run.mjs", folder / "core", folder / "tree", folder / "script.py")
    result: dict[str, Any] = json.loads((folder / "tree" / "result.json").read_text(encoding="utf-8"))
    return result


def test_pandas_and_matplotlib_work_in_the_prepared_python(in_node: dict[str, Any]) -> None:
    assert in_node["mean"] == {"Linde": 2.0}
    assert in_node["png"] == "\x89PNG"
    assert in_node["backend"] == "agg"
    assert in_node["berlin"] == "2:00:00"
    assert in_node["doc"]
    assert in_node["names"] > 500


def test_modules_are_bytecode_and_tracebacks_still_show_the_learners_line(in_node: dict[str, Any]) -> None:
    assert all(file.endswith(".pyc") for file in in_node["files"])
    assert 'File "uebung", line 2, in <module>\n    statistics.mean([])' in in_node["trace"]
    assert 'File "/lib/python312.zip/statistics.py"' in in_node["trace"]


# --- packing and the commands


@pytest.mark.parametrize("name", ["python.zip", "python.tar.gz"])
def test_a_packed_archive_is_a_mirror_once_unpacked(
    name: str, files: Mapping[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packing.pack(files, tmp_path / "out" / name)
    unpack(tmp_path / "out" / name, tmp_path)
    monkeypatch.setenv("FORUM_ASSETS_MIRROR", str(tmp_path / packing.FOLDER))
    monkeypatch.setenv("FORUM_CACHE", str(tmp_path / "cache"))
    heard = Heard()
    assert assets.fetch(tmp_path, heard) == files
    assert heard.said == ["Hole die Dateien für Python im Browser …"]


def unpack(archive: Path, folder: Path) -> None:
    if archive.suffix == ".zip":
        with zipfile.ZipFile(archive) as source:
            source.extractall(folder)
    else:
        with tarfile.open(archive) as source:
            source.extractall(folder, filter="data")


@pytest.fixture
def nothing_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout without node_modules, an empty cache, and no way to any source."""
    monkeypatch.setenv("FORUM_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("FORUM_ASSETS_MIRROR", str(tmp_path / "kein-spiegel"))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    for name in ("http_proxy", "https_proxy", "HTTPS_PROXY", "HTTP_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")
    return tmp_path


def test_without_any_source_the_commands_say_what_to_do(
    nothing_there: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.fetch(nothing_there) == 1
    assert commands.pack(nothing_there / "out.zip", nothing_there) == 1
    said = capsys.readouterr().err
    assert "Die Datei pyodide-lock.json für Python im Browser fehlt." in said
    assert "Traceback" not in said
    assert not (nothing_there / "out.zip").exists()


def test_verify_names_what_is_missing(nothing_there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.verify(nothing_there) == 1
    said = capsys.readouterr().err
    assert "pyodide.asm.wasm fehlt oder war beschädigt." in said
    assert "forum assets fetch" in said


def test_the_commands_report_success(
    files: Mapping[str, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert files
    assert commands.fetch(ROOT) == 0
    assert commands.verify(ROOT) == 0
    assert commands.pack(tmp_path / "out.zip", ROOT) == 0
    said = capsys.readouterr().out
    assert "Eine Seite lädt davon" in said
    assert str(cache_folder()) in said
    assert zipfile.is_zipfile(tmp_path / "out.zip")


def test_in_a_log_progress_is_plain_lines(capsys: pytest.CaptureFixture[str]) -> None:
    with shown() as progress:
        progress.say("Hole …")
        progress.advance("a.whl", 500_000, 1_000_000)
        progress.advance("a.whl", 1_000_000, 1_000_000)
    assert capsys.readouterr().err == "Hole …\n  a.whl (1,0 MB)\n"
    assert megabytes(9_460_000) == "9,5 MB"


# --- npm packages


def checkout(root: Path, installed: Mapping[str, Any] | None) -> Path:
    stated = {
        "": {"name": "forum"},
        "node_modules/a": {"version": "1.0.0", "integrity": "sha512-a"},
        "node_modules/b-windows": {"version": "2.0.0", "optional": True},
    }
    (root / "package-lock.json").write_text(json.dumps({"packages": stated}), encoding="utf-8")
    if installed is not None:
        (root / "node_modules").mkdir()
        (root / "node_modules/.package-lock.json").write_text(json.dumps({"packages": installed}), encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("installed", "current"),
    [
        (None, False),
        ({"node_modules/a": {"version": "1.0.0", "integrity": "sha512-a"}}, True),
        ({"node_modules/a": {"version": "1.0.1", "integrity": "sha512-b"}}, False),
        ({"node_modules/c": {"version": "1.0.0"}}, False),
        ({}, False),
    ],
)
def test_npm_packages_are_installed_when_they_are_not_those_of_the_lock(
    tmp_path: Path, installed: Mapping[str, Any] | None, current: bool
) -> None:
    assert node.is_current(checkout(tmp_path, installed)) is current


def test_packages_behind_a_link_in_circles_are_not_there(tmp_path: Path) -> None:
    checkout(tmp_path, None)
    (tmp_path / "node_modules").symlink_to(tmp_path / "node_modules")
    assert node.is_current(tmp_path) is False


def test_what_node_says_about_a_fault_reaches_the_reader_in_short(tmp_path: Path) -> None:
    (tmp_path / "kaputt.mjs").write_text(f"throw new Error('Das ist es' + '{'x' * 5000}');\n", encoding="utf-8")
    with pytest.raises(assets.NodeError, match=r"kaputt\.mjs") as caught:
        node.run_node(tmp_path / "kaputt.mjs")
    assert "Das ist es" in str(caught.value)
    assert len(str(caught.value)) < 3000
