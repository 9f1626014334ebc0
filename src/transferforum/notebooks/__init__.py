# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Authors' work in Jupyter: `forum edit` opens an exercise there, `forum import` makes one of a notebook."""
