"""The renderers of a style, one for each language."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from refkit.settings import Citing
from refkit.styles.engine.renderer import Renderer
from refkit.styles.engine.sheets import bundled_locale, parsed, style_sheet
from refkit.styles.engine.soundness import examine
from refkit.styles.mending import mended
from refkit.styles.names import style_source

_TAGS = {"ar": "ar", "en": "en-US"}
_OWN_LOCALES = Path(__file__).parent.parent / "locales"


def renderers(style: str, citing: Citing) -> Mapping[str, Renderer]:
    """A renderer of a style for Arabic and one for English entries."""
    tree = parsed(style_source(style), style)
    examine(tree, style)
    found = {}
    for language, tag in _TAGS.items():
        arabic = language == "ar"
        source = etree.tostring(mended(tree, language))
        sheet = style_sheet(
            source, style, tag, locale_source, arabic and citing.arabic_comma, arabic and citing.joined_waw
        )
        sheet.memo["language"] = language
        found[language] = Renderer(sheet, style, outside=not arabic and citing.quotes_outside)
    return found


def locale_source(tag: str) -> bytes | None:
    """The XML of a locale: our own where we have one, or else that of citeproc-py; None if there is none."""
    own = _OWN_LOCALES / f"locales-{tag}.xml"
    return own.read_bytes() if tag in _TAGS.values() and own.is_file() else bundled_locale(tag)
