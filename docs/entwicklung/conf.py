# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""The documentation for developers, rendered by `python -m nox -s docs`; it is not part of the published site."""

extensions = ["myst_parser"]

project = "Digital Transfer Forum: development"
author = "Digital Transfer Forum contributors"
language = "en"

html_theme = "alabaster"
html_theme_options = {"description": "How the forum is built", "page_width": "70rem", "show_powered_by": False}
html_copy_source = False
html_show_copyright = False
html_show_sourcelink = False
html_sidebars = {"**": ["about.html", "navigation.html", "searchbox.html"]}

myst_heading_anchors = 3
