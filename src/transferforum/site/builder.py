# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""HTML as the forum publishes it: German, permanent addresses; no search index, no inventory of sources."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.osutil import os_path

from ..model import address
from .metadata import NOT_FOUND
from .reading import domain_of
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

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:
        """The way from one page to another; from the page for wrong addresses it starts at the host's name."""
        if from_ == NOT_FOUND:
            return self.way_to_root(from_) + self.get_target_uri(to, typ)
        return super().get_relative_uri(from_, to, typ)

    def way_to_root(self, docname: str) -> str:
        """The way from a page to the start of the site, empty or with `/` at the end.

        A server sends the page for wrong addresses at any depth, so its ways are relative to the host; the path of the
        site comes from `forum.toml`, without it the site is taken to stand at the host's start.
        """
        if docname == NOT_FOUND:
            return urlsplit(domain_of(self.env).forum.settings.site.url).path or "/"
        return "../" * self.get_target_uri(docname).count("/")

    def get_output_path(self, page_name: str, /) -> Path:
        """The file of a page."""
        return Path(self.outdir) / (os_path(address(page_name)) + self.out_suffix)

    def handle_page(
        self,
        pagename: str,
        addctx: dict[str, Any],
        templatename: str = "page.html",
        *,
        outfilename: Path | None = None,
        event_arg: Any = None,
    ) -> None:
        """Write a page under another name first: whoever asks meanwhile gets the one before, never half a page."""
        path = Path(outfilename or self.get_output_path(pagename))
        temporary = path.with_name(f".{path.name}.new")
        super().handle_page(pagename, addctx, templatename, outfilename=temporary, event_arg=event_arg)
        if temporary.exists():
            temporary.replace(path)

    def dump_inventory(self) -> None:
        """No inventory: it grows with the forum, and nobody refers to these pages by name."""

    def copy_static_files(self) -> None:
        """Nothing of Sphinx's and its extensions' own scripts and styles is used; `assets.publish` brings ours."""
        self._static_dir.mkdir(parents=True, exist_ok=True)
