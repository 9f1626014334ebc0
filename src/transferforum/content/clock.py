# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""What day it is: the same for the site and the checks, and one that a rebuild can be given."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today() -> date:
    """Today; with `SOURCE_DATE_EPOCH` (seconds since 1970, as reproducible builds set it) the day it names."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdecimal() else datetime.now(UTC).date()
