# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A forum as small as it can be: what the tests change and build."""

extensions = ["myst_nb", "sphinx_design", "transferforum.site"]
language = "de"
primary_domain = "forum"
include_patterns = ["index.md", "courses/**/*.md"]
html_theme = "forum"
html_permalinks = False
html_use_index = False
html_domain_indices = False
nb_execution_mode = "off"
nb_append_css = False
suppress_warnings = ["toc.not_included", "myst.header"]
