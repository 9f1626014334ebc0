# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Runs a learner's code in a namespace and a folder, and keeps what it put out."""

from __future__ import annotations

import ast
import builtins
import contextlib
import linecache
import os
import sys
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .outputs import Output, Recorder, take_pictures
from .problems import ExplainedError


@dataclass(frozen=True, slots=True, kw_only=True)
class RunResult:
    """Outputs in order, the value of the last line, and the error that ended the run, if any."""

    outputs: tuple[Output, ...]
    result: Any = None
    error: ExplainedError | None = None

    def as_json(self) -> dict[str, Any]:
        """The form that the page reads (see tests/contract/grading.json)."""
        return {
            "outputs": [output.as_json() for output in self.outputs],
            "error": self.error.as_json() if self.error else None,
        }


@dataclass(slots=True)
class Session:
    """Cells that share one namespace, run in `folder` one after the other.

    `guarded` puts back what a cell changes outside the namespace, before anything of ours runs again;
    without `draw` pictures have words but no PNG, for runs that nobody sees.
    """

    folder: Path
    name: str = "zelle"
    guarded: bool = False
    draw: bool = True
    namespace: dict[str, Any] = field(default_factory=dict)
    cells: int = 0

    def run(self, code: str) -> RunResult:
        """Run one cell. Errors of the learner's code are explained, never raised."""
        self.cells += 1
        file_name = f"<{self.name} {self.cells}>"
        recorder = Recorder()
        self.namespace.setdefault("__name__", "__main__")
        self.namespace["display"] = recorder.show
        result, fault = None, None
        with _place(self.folder), _captured(recorder):
            try:
                with _guard(code) if self.guarded else contextlib.nullcontext():
                    result = _execute(code, file_name, self.namespace)
                recorder.show(result)
            except KeyboardInterrupt:
                raise
            except BaseException as raised:  # noqa: BLE001 - whatever learner's code raises is explained
                fault = raised
            recorder.outputs.extend(take_pictures(draw=self.draw))
        error = _explain(fault, code, file_name, self.namespace) if fault else None
        return RunResult(outputs=tuple(recorder.outputs), result=result, error=error)


# What follows is loaded when it is needed: the first cell of a page waits for everything that this module imports.


def _guard(code: str) -> contextlib.AbstractContextManager[None]:
    from .isolation import undisturbed

    return undisturbed(code)


def _explain(fault: BaseException, code: str, file_name: str, namespace: Mapping[str, Any]) -> ExplainedError:
    from .explain import explain

    return explain(fault, code, file_name, namespace)


@contextlib.contextmanager
def fresh_folder(files: Mapping[str, bytes]) -> Iterator[Path]:
    """A temporary folder that holds these files (name with `/` to content)."""
    with tempfile.TemporaryDirectory(prefix="forum-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        for path, content in files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        yield folder


def _execute(code: str, file_name: str, namespace: dict[str, Any]) -> Any:
    """Run the code; give the value of its last line when that is an expression (not hidden with `;`)."""
    lines = code.splitlines(keepends=True)
    linecache.cache[file_name] = (len(code), None, lines, file_name)
    tree = ast.parse(code, file_name)
    last = tree.body[-1] if tree.body else None
    if not isinstance(last, ast.Expr) or code.rstrip().endswith(";"):
        exec(compile(tree, file_name, "exec"), namespace)  # noqa: S102 - running code is what this is for
        return None
    body = ast.Module(body=tree.body[:-1], type_ignores=[])
    exec(compile(body, file_name, "exec"), namespace)  # noqa: S102
    return eval(compile(ast.Expression(last.value), file_name, "eval"), namespace)


@contextlib.contextmanager
def _place(folder: Path) -> Iterator[None]:
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@contextlib.contextmanager
def _captured(recorder: Recorder) -> Iterator[None]:
    os.environ.setdefault("MPLBACKEND", "Agg")
    out: Any = recorder.stream("stdout")
    err: Any = recorder.stream("stderr")
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        _no_input(),
        warnings.catch_warnings(),
    ):
        for category in (DeprecationWarning, FutureWarning, ResourceWarning):
            warnings.filterwarnings("ignore", category=category)
        warnings.filterwarnings("ignore", message=".*non-interactive.*")
        yield


@contextlib.contextmanager
def _no_input() -> Iterator[None]:
    def refuse(prompt: object = "") -> str:
        raise EOFError(str(prompt))

    before = builtins.input
    builtins.input = refuse
    try:
        yield
    finally:
        builtins.input = before


def main() -> None:
    """Run the cells given as JSON on standard input in the current folder; results as JSON (see `forum build`)."""
    import json

    cells = json.load(sys.stdin)
    session = Session(Path.cwd())
    results = [session.run(code).as_json() for code in cells]
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main()
