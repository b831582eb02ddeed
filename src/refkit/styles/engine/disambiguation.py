"""What tells apart works that a citation would name alike: more names, given names, other text, letters behind the year.

The order is CSL's ("Disambiguation"): names, given names, `disambiguate` conditions, year suffixes.
"""

from __future__ import annotations

from typing import Any

from refkit.styles.engine.cites import Cite
from refkit.styles.engine.renderer import Renderer


def told_apart(cites: list[Cite], renderer: Renderer, clusters: tuple[Any, ...]) -> dict[str, dict[str, Any]]:
    """Key -> what a cite of the work shows beyond others: names_shown, given_shown, disambiguated, year_suffix."""
    return {}
