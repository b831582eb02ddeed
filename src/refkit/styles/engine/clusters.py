"""A citation of one or several works: sorted, grouped, collapsed, joined."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from refkit.styles.engine import marks, richtext
from refkit.styles.engine.cites import Cite
from refkit.styles.engine.renderer import Renderer
from refkit.styles.engine.sorting import sort_key, sort_keys


def cluster_text(cites: list[Cite], renderer: Renderer, collate: Callable[[str], Any]) -> str:
    """The text of a citation, with marks."""
    area = renderer.citation
    layout = area.child("layout")
    if sort_keys(area) and len(cites) > 1:
        cites = sorted(cites, key=lambda cite: sort_key(cite, collate))
    texts = [text for cite in cites if (text := _one(cite, layout))]
    joined = layout.given.get("delimiter", "").join(texts)
    return str(layout.looked(layout.affixed(joined))) if joined else ""


def _one(cite: Cite, layout: Any) -> str:
    text: str = layout.render_cite(cite)
    if not text:
        return ""
    prefix, suffix = richtext.marked(cite.prefix), richtext.marked(cite.suffix)
    if prefix and prefix[-1].isalnum():
        prefix += " "
    if suffix and marks.bare(suffix)[:1].isalnum():
        suffix = " " + suffix
    return prefix + text + suffix
