# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""HTML as the forum publishes it: German, permanent addresses; no search index, no inventory of sources."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.osutil import os_path

from ..model import address
from .translator import ForumTranslator


class ForumBuilder(StandaloneHTMLBuilder):
    """Pages at `model.address(docname)`; Sphinx's own search is left out, it grows with the forum on every page."""

    name = "forum"
    epilog = ""
    search = False
    copysource = False
    default_translator_class = ForumTranslator

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """The address of a page from the start of the site."""
        return quote(address(docname)) + self.link_suffix

    def get_output_path(self, page_name: str, /) -> Path:
        """The file of a page."""
        return Path(self.outdir) / (os_path(address(page_name)) + self.out_suffix)

    def dump_inventory(self) -> None:
        """No inventory: it grows with the forum, and nobody refers to these pages by name."""

    def copy_static_files(self) -> None:
        """Nothing of Sphinx's and its extensions' own scripts and styles is used; `assets.publish` brings ours."""
        self._static_dir.mkdir(parents=True, exist_ok=True)
