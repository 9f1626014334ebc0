# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Sphinx project is the repository's root; what belongs to this instance stands in forum.toml."""

extensions = ["myst_nb", "sphinx_design", "transferforum.site"]

project = "Digital Transfer Forum"
language = "de"
primary_domain = "forum"
include_patterns = ["index.md", "404.md", "courses/**/*.md", "docs/**/*.md"]
exclude_patterns = ["**/.*", "node_modules", "build", "docs/entwicklung", "tests", "src"]

html_theme = "forum"
html_permalinks = False
html_use_index = False
html_domain_indices = False
html_copy_source = False
html_show_sourcelink = False

myst_enable_extensions = ["colon_fence", "deflist", "substitution"]
nb_execution_mode = "off"
suppress_warnings = ["toc.not_included", "myst.header"]
nb_append_css = False
