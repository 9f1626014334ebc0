# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be said of code without running it: its names, its imports, its marked solution, its code to start with."""

from __future__ import annotations

import ast
import builtins
import re
import textwrap
from collections.abc import Iterator, Set
from dataclasses import dataclass

_BEGIN = re.compile(r"^\s*#+\s*BEGIN SOLUTION(?P<bare> NO PROMPT)?\s*$")
_END = re.compile(r"^\s*#+\s*END SOLUTION\s*$")
_HIDDEN = re.compile(r"^[ \t]*#+\s*BEGIN HIDDEN[^\n]*\n(.*?)^[ \t]*#+\s*END HIDDEN[^\n]*$", re.S | re.M)
_PROMPT = re.compile(
    r"^[ \t]*(\"{3}|'{3})\s*#\s*BEGIN PROMPT\s*\n(.*?)^[ \t]*\1;?\s*#\s*END PROMPT[ \t]*$", re.S | re.M
)
_LINE = re.compile(r"^(?P<code>.*?)\s*#\s*(?P<mark>SOLUTION NO PROMPT|SOLUTION|SEED)\s*$")
_ASSIGNED = re.compile(r"^(\s*[\w.,\[\]\"' ]*?(?<![=!<>])=(?!=))")
_STUB = re.compile(r"^\s*(?:raise NotImplementedError.*|#+\s*your code here.*|#+\s*your (?:answer|code) .*)$", re.I)
_UNFINISHED = re.compile(r"raise NotImplementedError|#\s*your code here|=\s*\.\.\.\s*(?:#.*)?$", re.I | re.M)
MARKED = re.compile(r"^\s*#+\s*BEGIN SOLUTION|#\s*SOLUTION(?: NO PROMPT)?\s*$", re.M)
_MAGIC = re.compile(r"^\s*(?:[%!?]|[\w., ]+=\s*[%!])|^\s*[\w.]+\?{1,2}\s*$")
_CELL_MAGIC = re.compile(r"\A\s*%%(\w+).*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Marked code, taken apart: what learners get, what solves it, and the tests that stood between."""

    start: str
    solution: str
    hidden: str = ""


def tree(code: str) -> ast.Module | None:
    """The syntax tree; None when the code is not Python."""
    try:
        return ast.parse(code)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def without_magics(code: str) -> tuple[str, tuple[str, ...]]:
    """Code without Jupyter's own lines (`%…`, `!…`, `name?`), and these lines."""
    if tree(code) is not None:
        return code, ()
    found = _CELL_MAGIC.match(code)
    if found and found[1] not in {"time", "timeit", "capture", "prun"}:
        return "", (found[0].strip(),)
    kept: list[str] = []
    magics: list[str] = []
    for line in code.split("\n"):
        (magics if _MAGIC.match(line) else kept).append(line)
    return "\n".join(kept).strip("\n"), tuple(line.strip() for line in magics)


def assigned(code: str) -> tuple[str, ...]:
    """The names that code binds on its top level, functions included, in their order."""
    module = tree(code)
    found = [name for node in module.body for name in _bound(node)] if module else []
    return tuple(dict.fromkeys(found))


def binds(code: str) -> bool:
    """Whether code makes or imports anything; also where that cannot be said."""
    module = tree(code)
    return module is None or any(not isinstance(node, ast.Expr) for node in module.body)


def defined(code: str) -> frozenset[str]:
    """The functions and classes among them."""
    module = tree(code)
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return frozenset(node.name for node in module.body if isinstance(node, kinds)) if module else frozenset()


def used(code: str) -> frozenset[str]:
    """All names that code mentions."""
    module = tree(code)
    return frozenset(node.id for node in ast.walk(module) if isinstance(node, ast.Name)) if module else frozenset()


def unknown(code: str) -> tuple[str, ...]:
    """The names that code uses and nothing in it makes; none where that cannot be said."""
    module = tree(code)
    if module is None or any(
        isinstance(node, ast.ImportFrom) and node.names[0].name == "*" for node in ast.walk(module)
    ):
        return ()
    made = set(dir(builtins)) | {"__file__", "__name__"}
    for node in ast.walk(module):
        if isinstance(node, ast.Import | ast.ImportFrom):
            made |= {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            made.add(node.id)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.ExceptHandler):
            made.add(node.name or "")
        elif isinstance(node, ast.arg):
            made.add(node.arg)
        elif isinstance(node, ast.MatchAs | ast.MatchStar):
            made.add(node.name or "")
    return tuple(sorted(used(code) - made))


def _bound(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
        return
    for part in ast.walk(node):
        if isinstance(
            part, ast.FunctionDef | ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
        ):
            continue
        targets = part.targets if isinstance(part, ast.Assign) else [getattr(part, "target", None)]
        if isinstance(part, ast.Assign | ast.AnnAssign | ast.AugAssign):
            names = (one.id for target in targets if target for one in ast.walk(target) if isinstance(one, ast.Name))
            yield from names


def unfinished(code: str) -> bool:
    """Whether code has a gap for learners."""
    return bool(_UNFINISHED.search(code)) and not MARKED.search(code)


def take_apart(code: str, wanted: Set[str] = frozenset()) -> Answer:
    """Marked code as start, solution and hidden tests; without marks the gap is made from the names it binds."""
    hidden = "\n".join(textwrap.dedent(found[1]).strip("\n") for found in _HIDDEN.finditer(code))
    code = _HIDDEN.sub("", code)
    start: list[str] = []
    solution: list[str] = []
    region: list[str] | None = None
    bare = False
    prompts = {f"\x01{number}": found[2] for number, found in enumerate(_PROMPT.finditer(code))}
    for number, found in enumerate(list(_PROMPT.finditer(code))):
        code = code.replace(found[0], f"\x01{number}", 1)
    for line in code.split("\n"):
        marked = _LINE.match(line)
        if line in prompts:
            start += prompts[line].rstrip("\n").split("\n")
        elif begins := _BEGIN.match(line):
            region, bare = [], bool(begins["bare"])
        elif _END.match(line) and region is not None:
            start += [] if bare else _gap(region, wanted)
            region = None
        elif region is not None:
            region.append(line)
            solution.append(line)
        elif marked and marked["code"].strip():
            solution.append(marked["code"])
            start += _line_gap(marked["code"], marked["mark"])
        else:
            start.append(line)
            solution.append(line)
    if region is not None:  # an end that is missing: all that follows is solution
        start += _gap(region, wanted)
    answer = Answer(start=_tidy(start), solution="\n".join(solution).strip("\n"), hidden=hidden)
    if answer.start == answer.solution or (tree(answer.start) is None and tree(answer.solution) is not None):
        return Answer(start=derived(answer.solution, wanted), solution=answer.solution, hidden=hidden)
    return answer


def _line_gap(code: str, mark: str) -> list[str]:
    if mark == "SEED":
        return [code]
    if mark == "SOLUTION NO PROMPT":
        return []
    indent = code[: len(code) - len(code.lstrip())]
    module = tree(code.strip())
    node = module.body[0] if module and len(module.body) == 1 else None
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple | ast.List):
        return [f"{indent}{name} = ..." for name in _bound(node)]  # a gap cannot be unpacked
    found = _ASSIGNED.match(code)
    return [f"{found[1]} ..." if found else f"{indent}..."]


def _gap(region: list[str], wanted: Set[str]) -> list[str]:
    filled = [line for line in region if line.strip()]
    indent = min((line[: len(line) - len(line.lstrip())] for line in filled), key=len, default="")
    return [f"{indent}..."] if indent else derived(textwrap.dedent("\n".join(region)), wanted).split("\n")


def _tidy(lines: list[str]) -> str:
    """Code to start with: stubs of other systems become the forum's gap, and gaps that follow each other one."""
    kept: list[str] = []
    for line in lines:
        if _STUB.match(line):
            line = line[: len(line) - len(line.lstrip())] + "..."  # noqa: PLW2901
        if not (line.strip() == "..." and kept and kept[-1] == line):
            kept.append(line)
    return "\n".join(kept).strip("\n")


def filled_stub(code: str) -> str:
    """Code with the gap of another system as code to start with here."""
    return _tidy(code.split("\n"))


def derived(code: str, wanted: Set[str] = frozenset()) -> str:
    """Code to start with, made of a solution: its imports, `name = ...` for its results, functions without body."""
    module = tree(code)
    names = assigned(code)
    chosen = set(wanted) & set(names) or set(names)
    lines: list[str] = []
    for node in module.body if module else ():
        if isinstance(node, ast.Import | ast.ImportFrom):
            lines.append(ast.unparse(node))
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            lines += _empty(node)
        else:
            new = (name for name in dict.fromkeys(_bound(node)) if name in chosen and f"{name} = ..." not in lines)
            lines += [f"{name} = ..." for name in new]
    return "\n".join(lines) if lines else "..."


def _empty(node: ast.FunctionDef | ast.ClassDef) -> list[str]:
    body: list[ast.stmt] = [ast.Expr(ast.Constant(...))]
    if ast.get_docstring(node):
        body.insert(0, node.body[0])
    module = ast.parse(ast.unparse(node))
    copy = module.body[0]
    if isinstance(copy, ast.FunctionDef | ast.ClassDef):
        copy.body = body
    return ast.unparse(copy).split("\n")
