"""The renderers of a style, one for each language."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import citeproc

from refkit.errors import RefkitError
from refkit.settings import Citing
from refkit.styles.engine.renderer import Renderer
from refkit.styles.engine.sheets import bundled_locale, style_sheet

_TAGS = {"ar": "ar", "en": "en-US"}


def renderers(style: str, citing: Citing) -> Mapping[str, Renderer]:
    """A renderer of a style for Arabic and one for English entries."""
    source = style_source(style)
    found = {}
    for language, tag in _TAGS.items():
        arabic = language == "ar"
        sheet = style_sheet(
            source, style, tag, bundled_locale, arabic and citing.arabic_comma, arabic and citing.joined_waw
        )
        sheet.memo["language"] = language
        found[language] = Renderer(sheet, style, outside=not arabic and citing.quotes_outside)
    return found


def style_source(style: str) -> bytes:
    """The XML of a style by its name or path."""
    path = style if os.path.exists(style) else os.path.join(citeproc.STYLES_PATH, f"{style}.csl")
    try:
        return Path(path).read_bytes()
    except OSError:
        raise RefkitError(f"no style is called {style!r}") from None
