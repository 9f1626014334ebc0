# SPDX-FileCopyrightText: 2026 Digital Transfer Forum contributors
# SPDX-License-Identifier: EUPL-1.2
"""Gives pictures in a sentence the line of their paragraph, so that a fault in one names it."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.nodes import get_node_line


class PictureLines(SphinxTransform):
    """MyST notes the line of a picture only where it stands in a directive."""

    default_priority = 20

    def apply(self, **kwargs: Any) -> None:
        """Note the lines that are missing."""
        for picture in self.document.findall(nodes.image):
            picture.line = get_node_line(picture)
