# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Turns tests of a notebook (asserts, and Otter's lines with an expected result) into conditions of a `check.py`."""

from __future__ import annotations

import ast
import builtins
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from .code import tree
from .notes import Kind, Notes
from .reading import Cell

_RESERVED = {"run", "check", "Findings", "NotYet", "Right", "Run", "close", "holds", "raises"}
_CONFIG = re.compile(
    r"\A\s*(\"{3}|'{3})\s*#\s*BEGIN TEST CONFIG\s*\n(.*?)^\s*\1;?\s*#\s*END TEST CONFIG[ \t]*\n?", re.S | re.M
)
_SAME = {"assert_equal", "assertEqual", "assert_array_equal"}
_NEAR = {"assert_almost_equal", "assertAlmostEqual", "assert_allclose", "assert_approx_equal"}
_CLOSE = {"isclose", "allclose"}
_RAISES = {"raises", "assert_raises", "assertRaises"}
_KINDS = {"int", "float", "str", "bool", "list", "dict"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One thing that must hold: an expression of Python, the names in it, what to say when it does not."""

    expression: str
    names: tuple[str, ...]
    message: str = ""
    opposite: str = ""
    """The expression for "does not hold" where it is short (`summe != 5`); such a one never breaks."""


@dataclass(kw_only=True)
class Tests:
    """What a `check.py` can be made of."""

    conditions: list[Condition | str] = field(default_factory=list)
    """Conditions, and between them what to say when those before hold."""
    kinds: dict[str, str] = field(default_factory=dict)
    """The kind of a variable, where the tests tell: `int`, …, `table`."""
    imports: list[str] = field(default_factory=list)
    rest: list[tuple[int, str]] = field(default_factory=list)
    """Code that was not understood, with the number of its cell."""

    @property
    def names(self) -> tuple[str, ...]:
        """All names of learners that are looked at, in their order."""
        found = (name for one in self.conditions if isinstance(one, Condition) for name in one.names)
        return tuple(dict.fromkeys([*found, *self.kinds]))


def convert(tests: Sequence[tuple[Cell, str]], known: frozenset[str], notes: Notes) -> Tests:
    """The conditions in tests whose names (`known`: of learners, of the setup) a check can read."""
    result = Tests()
    for cell, code in tests:
        _Reader(cell, known, result, notes).read(code)
    return result


class _Reader:
    """Reads one cell of tests into the result."""

    def __init__(self, cell: Cell, known: frozenset[str], result: Tests, notes: Notes) -> None:
        self.cell, self.known, self.result, self.notes = cell, known, result, notes
        self.modules: set[str] = set()
        self.failure = self.success = ""

    def read(self, code: str) -> None:
        """Read all statements; what is not understood is kept as it is."""
        code = self._configured(code)
        module = tree(code)
        if module is None:
            self._keep(code)
            return
        before = len(self.result.conditions)
        kinds = len(self.result.kinds)
        own = {node.name: node for node in module.body if isinstance(node, ast.FunctionDef)}
        for node in module.body:
            last = node is module.body[-1]
            if not self._statement(node, last=last, own=own):
                self._keep(ast.get_source_segment(code, node) or "")
        new = len(self.result.conditions) - before
        if new or len(self.result.kinds) > kinds:
            self.notes.add(Kind.TAKEN, "Der Test steht jetzt in `check.py`.", self.cell.number)
        if self.success and new:
            self.result.conditions.append(self.success)

    def _configured(self, code: str) -> str:
        found = _CONFIG.match(code)
        if not found:
            return code
        try:
            about = yaml.safe_load(found[2])
        except (yaml.YAMLError, ValueError, RecursionError):
            about = None
        if isinstance(about, dict):
            self.failure = " ".join(str(about.get("failure_message") or "").split())
            self.success = " ".join(str(about.get("success_message") or "").split())
        return code[found.end() :]

    def _statement(self, node: ast.stmt, *, last: bool, own: Mapping[str, ast.FunctionDef]) -> bool:
        """Whether the statement is understood, or says nothing that a check needs."""
        match node:
            case ast.Import() | ast.ImportFrom():
                return self._import(node)
            case ast.Assert():
                return self._assert(node)
            case ast.FunctionDef():
                return self._function(node)
            case ast.Expr(value=ast.Constant()) | ast.Pass():
                return True
            case ast.Expr(value=ast.Call(func=ast.Name(id=name))) if name in own or name == "print":
                return True
            case ast.Try() | ast.With() | ast.Expr() if (raising := _raising(node)) is not None:
                return self._condition(*raising)
            case ast.Expr(value=ast.Call() as call) if (asserted := _asserted(call)) is not None:
                return self._condition(asserted, "")
            case ast.Expr(value=value) if last and self.cell.kind == "code":
                return self._expected(value)
        return False

    def _import(self, node: ast.Import | ast.ImportFrom) -> bool:
        modules = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
        if all(name.partition(".")[0] in sys.stdlib_module_names for name in modules):
            line = ast.unparse(node)
            if line not in self.result.imports:
                self.result.imports.append(line)
            self.modules |= {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
        return True  # what needs another module is kept where it is used

    def _assert(self, node: ast.Assert) -> bool:
        message = node.msg.value if isinstance(node.msg, ast.Constant) else ""
        if node.msg is not None and not isinstance(message, str | bytes):
            message = ""
        return self._condition(node.test, str(message))

    def _function(self, node: ast.FunctionDef) -> bool:
        """A test as Otter has it: a function with asserts on names of the learner."""
        arguments = [argument.arg for argument in node.args.args]
        if not set(arguments) <= self.known or not all(isinstance(one, ast.Assert) for one in node.body):
            return False
        return all(self._assert(one) for one in node.body if isinstance(one, ast.Assert))

    def _expected(self, value: ast.expr) -> bool:
        """A last line whose stored result is what is expected."""
        expected = self.cell.result
        if expected == "True" or (not expected and isinstance(value, ast.Compare)):
            return self._condition(value, "")
        try:
            wanted = ast.parse(expected, mode="eval").body
            ast.literal_eval(wanted)
        except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
            return False
        return self._condition(ast.Compare(left=value, ops=[ast.Eq()], comparators=[wanted]), "")

    def _condition(self, test: ast.expr, message: str) -> bool:
        if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
            return all(self._condition(part, message) for part in test.values)
        test = _Closer().visit(test)
        names = self._names(test)
        if names is None:
            return False
        told = _kind(test)
        if told and told[0] in names:
            self.result.kinds.setdefault(*told)
            return True
        if value := _literal(test):
            self.result.kinds.setdefault(*value)
        self.result.conditions.append(
            Condition(
                expression=ast.unparse(ast.fix_missing_locations(test)),
                names=names,
                message=" ".join(message.split()) or self.failure,
                opposite=_opposite(test),
            )
        )
        return True

    def _names(self, test: ast.expr) -> tuple[str, ...] | None:
        """The names to read for an expression; None when one of them means nothing to a check."""
        loads = [part for part in ast.walk(test) if isinstance(part, ast.Name)]
        own = {part.id for part in loads if isinstance(part.ctx, ast.Store)}
        own |= {argument.arg for part in ast.walk(test) if isinstance(part, ast.Lambda) for argument in part.args.args}
        names = tuple(
            dict.fromkeys(part.id for part in loads if part.id not in own | self.modules | {"close", "raises"})
        )
        read = tuple(name for name in names if name in self.known)
        foreign = [name for name in names if name not in self.known and not hasattr(builtins, name)]
        if foreign and all(_only_for_kinds(test, name) for name in foreign):
            return read
        return None if foreign or not read or set(read) & _RESERVED else read

    def _keep(self, code: str) -> None:
        if code.strip():
            self.result.rest.append((self.cell.number, code.strip("\n")))
            self.notes.add(
                Kind.LEFT,
                "Der Test ließ sich nicht umschreiben. Er steht als Kommentar in `check.py`.",
                self.cell.number,
            )


def _asserted(call: ast.Call) -> ast.expr | None:
    """What a function that asserts (of nose, unittest, NumPy) says, as an expression."""
    name = _name(call.func)
    if name in {"assert_true", "assertTrue", "ok_"} and call.args:
        return call.args[0]
    if len(call.args) < 2 or name not in _SAME | _NEAR:
        return None
    if name in _SAME:
        return ast.Compare(left=call.args[0], ops=[ast.Eq()], comparators=[call.args[1]])
    return ast.Call(func=ast.Name(id="isclose", ctx=ast.Load()), args=call.args[:2], keywords=[])


def _raising(node: ast.stmt) -> tuple[ast.expr, str] | None:
    """What a test says that expects an error, as `raises(lambda: …, ValueError)`, and its message."""
    message = ""
    match node:
        case ast.Try(
            body=[ast.Expr(value=call)],
            handlers=[ast.ExceptHandler(type=ast.Name() as error, body=[ast.Pass()])],
            orelse=[ast.Raise(exc=raised)],
        ):
            if isinstance(raised, ast.Call) and raised.args and isinstance(raised.args[0], ast.Constant):
                message = str(raised.args[0].value)
        case ast.With(
            items=[ast.withitem(context_expr=ast.Call(func=function, args=[ast.Name() as error]))],
            body=[ast.Expr(value=call)],
        ) if _name(function) in _RAISES:
            pass
        case ast.Expr(value=ast.Call(func=function, args=[ast.Name() as error, called, *arguments])) if (
            _name(function) in _RAISES
        ):
            call = ast.Call(func=called, args=arguments, keywords=[])
        case _:
            return None
    nothing = ast.arguments(posonlyargs=[], args=[], kwonlyargs=[], kw_defaults=[], defaults=[])
    raises = ast.Name(id="raises", ctx=ast.Load())
    return ast.Call(func=raises, args=[ast.Lambda(args=nothing, body=call), error], keywords=[]), message


def _name(function: ast.expr) -> str:
    """The name of what is called, without the module it is taken from."""
    return function.id if isinstance(function, ast.Name) else str(getattr(function, "attr", ""))


class _Closer(ast.NodeTransformer):
    """Replaces comparisons of decimal numbers by `close`."""

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """`np.isclose(a, b)` and its like."""
        self.generic_visit(node)
        name = _name(node.func)
        several = any(isinstance(argument, ast.List | ast.Tuple | ast.Dict) for argument in node.args)
        if name not in _CLOSE or len(node.args) < 2 or several:
            return node
        given = {one.arg: one.value for one in node.keywords}
        tolerance = given.get("atol") or given.get("abs_tol") or ast.Constant(1e-06)
        return _close(node.args[0], node.args[1], tolerance)

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        """`abs(a - b) < 0.01`."""
        self.generic_visit(node)
        match node:
            case ast.Compare(
                left=ast.Call(func=function, args=[ast.BinOp(left=left, op=ast.Sub(), right=right)]),
                ops=[ast.Lt() | ast.LtE()],
                comparators=[tolerance],
            ) if _name(function) in {"abs", "fabs"}:
                return _close(left, right, tolerance)
        return node


def _close(left: ast.expr, right: ast.expr, tolerance: ast.expr) -> ast.Call:
    keyword = ast.keyword(arg="tolerance", value=tolerance)
    return ast.Call(func=ast.Name(id="close", ctx=ast.Load()), args=[left, right], keywords=[keyword])


def _kind(test: ast.expr) -> tuple[str, str] | None:
    """(name, kind) where a test only asks for the kind of a variable."""
    match test:
        case ast.Call(func=ast.Name(id="isinstance"), args=[ast.Name(id=name), kind]):
            pass
        case ast.Compare(
            left=ast.Call(func=ast.Name(id="type"), args=[ast.Name(id=name)]),
            ops=[ast.Eq() | ast.Is()],
            comparators=[kind],
        ):
            pass
        case _:
            return None
    if isinstance(kind, ast.Attribute) and kind.attr == "DataFrame":
        return name, "table"
    return (name, kind.id) if isinstance(kind, ast.Name) and kind.id in _KINDS else None


def _only_for_kinds(test: ast.expr, name: str) -> bool:
    """Whether a foreign name stands in the test only as in `isinstance(x, pd.DataFrame)`."""
    told = _kind(test)
    return bool(told) and not (told and told[0] == name)


def _literal(test: ast.expr) -> tuple[str, str] | None:
    """(name, kind) where a variable is compared with a plain value."""
    match test:
        case ast.Compare(left=ast.Name(id=name), ops=[ast.Eq()], comparators=[value]):
            plain = _plain(value)
            kind = type(plain).__name__
            return (name, kind) if kind in _KINDS else None
        case ast.Call(func=ast.Name(id="close"), args=[ast.Name(id=name), *_]):
            return name, "float"
    return None


def _plain(value: ast.expr) -> Any:
    try:
        return ast.literal_eval(value)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return None


def _opposite(test: ast.expr) -> str:
    """`summe != 5` for `summe == 5`; empty where a learner's value might break the comparison."""
    match test:
        case ast.Call(func=ast.Name(id="raises")):
            return f"not {ast.unparse(ast.fix_missing_locations(test))}"
        case ast.Compare(left=ast.Name(id=name), ops=[ast.Eq()], comparators=[value]) if _plain(value) is not None:
            if isinstance(_plain(value), float):
                return f"not close({name}, {ast.unparse(value)}, tolerance=1e-09)"
            return f"{name} != {ast.unparse(value)}" if _literal(test) else ""
        case ast.Call(func=ast.Name(id="close"), args=[ast.Name(), value, *_]) if _plain(value) is not None:
            return f"not {ast.unparse(ast.fix_missing_locations(test))}"
    return ""


def lines_of(rest: Sequence[tuple[int, str]]) -> Iterator[str]:
    """Code that was not understood, as comments."""
    for number, code in rest:
        yield f"# Aus Zelle {number}, noch umzuschreiben:"
        yield from (f"#     {line}".rstrip() for line in code.split("\n"))
