# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""`python -m transferforum` is `forum`, for machines that do not find the command."""

from .cli import main

raise SystemExit(main())
