# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Today, for what becomes due."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today() -> date:
    """The date of the variable `SOURCE_DATE_EPOCH` (seconds), else today.

    Source of the rule: https://reproducible-builds.org/specs/source-date-epoch/
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(given), UTC).date() if given.isdigit() else date.today()
