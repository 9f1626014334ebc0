# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every statement about the forum is proven by tests that passed.

Why: staff councils and data protection officers decide by what the pages state; a release must not state what no test
has shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..evidence import read_reports
from ..model import Forum
from ..problems import Problem


def check(forum: Forum) -> Iterator[Problem]:
    """Looks at each statement and at the reports of the last run of all tests."""
    reports = read_reports(forum.root)
    for statement in forum.statements:
        proof = reports.proof(statement)
        if not proof.proven:
            reason = proof.decisive
            yield Problem(
                path=forum.relative(statement.path),
                line=statement.line,
                code="beweis-offen",
                message=f"Die Aussage `{statement.id}` ist nicht geprüft. {reason.outcome.value} (`{reason.test}`)",
                cure="Führen Sie alle Tests aus, mit `python -m nox -s tests`, und beheben Sie, was fehlschlägt.",
            )
