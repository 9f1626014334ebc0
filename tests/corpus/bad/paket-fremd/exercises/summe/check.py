# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Prüft die Summe."""

import scipy.stats
from transferforum.grading import Findings, NotYet, Right, Run


def check(run: Run) -> Findings:
    """Called on the exercise's data and on data of another seed."""
    numbers = [int(row["zahl"]) for row in run.rows("zahlen.csv")]
    total = run.variable("summe", int)
    if total == len(numbers):
        raise NotYet("Sie haben die Zahlen gezählt.", next="Zählen Sie ihre Werte zusammen.")
    if total != sum(numbers):
        raise NotYet("`summe` stimmt noch nicht.", next="Gehören alle Zahlen dazu?")
    yield Right("Die Summe stimmt.")
