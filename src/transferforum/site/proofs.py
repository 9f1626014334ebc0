# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Statements of the forum about itself, with what the last run of the tests says about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..evidence import Outcome, Proof, Result
from . import html

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder

    from .domain import ForumDomain


def shown(domain: ForumDomain, builder: StandaloneHTMLBuilder, statements: Sequence[str]) -> str:
    """Statements with their proofs, for the page that is being written."""
    context = {"statements": facts(domain, statements)}
    return str(builder.templates.render("evidence.html", context))


def facts(domain: ForumDomain, ids: Sequence[str]) -> list[dict[str, Any]]:
    """What is known of these statements, as plain values."""
    known = (domain.forum.statement(id) for id in ids)
    return [
        {"id": one.id, "text": html.inline(one.text), "proof": _proof(domain.reports.proof(one))}
        for one in known
        if one
    ]


def _proof(proof: Proof) -> dict[str, Any]:
    return _result(proof.decisive) | {"tests": [_result(result) for result in proof.results]}


def _result(result: Result) -> dict[str, Any]:
    commit, _, changed = result.commit.partition("-")
    return {
        "test": result.test,
        "passed": result.outcome is Outcome.PASSED,
        "reason": result.outcome.value,
        "day": result.day.strftime("%d.%m.%Y") if result.day else "",
        "commit": commit,
        "changed": bool(changed),
    }
