# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names for problems that stay the same when lines above them move."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from ..problems import Problem


def fingerprints(problems: Sequence[Problem]) -> list[str]:
    """One for each problem, all different: from file, rule, message, and how often the same came before."""
    seen: Counter[tuple[str, str, str]] = Counter()
    marks = []
    for problem in problems:
        key = (problem.path, problem.code, problem.message)
        marks.append(hashlib.sha256("\0".join((*key, str(seen[key]))).encode("utf-8", "replace")).hexdigest()[:32])
        seen[key] += 1
    return marks
