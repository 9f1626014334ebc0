# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""A forum as small as it can be: what the tests change and build."""

extensions = ["myst_nb", "sphinx_design", "transferforum.site"]
language = "de"
primary_domain = "forum"
include_patterns = ["index.md", "docs/**/*.md", "courses/**/*.md"]
html_theme = "forum"
html_permalinks = False
html_use_index = False
html_domain_indices = False
nb_execution_mode = "off"
nb_append_css = False
suppress_warnings = ["toc.not_included", "myst.header"]


def setup(app):
    """Write down what is read and written, for the tests."""
    app.connect("source-read", lambda app, docname, source: note(app, "read", docname))
    app.connect("html-page-context", lambda app, pagename, *_: note(app, "written", pagename))


def note(app, what, page):
    """A line for each event, beside the site."""
    with open(f"{app.outdir}.log", "a", encoding="utf-8") as file:
        file.write(f"{what} {page}\n")
