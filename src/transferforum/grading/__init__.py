# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verdicts, feedback and German error help for notebook exercises.

Standard library only: the same files run in CPython, in Jupyter and in the browser. Learner's code flows through
`runner` (outputs, errors) to `grade` (verdict); what an author of a `check.py` needs is named here.
"""

from .findings import Findings, NotYet, Right, Verdict
from .run import Run
from .values import as_list, close, german, is_number

__all__ = ["Findings", "NotYet", "Right", "Run", "Verdict", "as_list", "close", "german", "is_number"]
