"""A place in a text that cites."""

from __future__ import annotations

from typing import NamedTuple

from refkit.model import Citation


class InText(NamedTuple):
    """Offsets of a place in a text, and its citations, whose `start` and `end` are offsets into the same text."""

    start: int
    end: int
    citations: tuple[Citation, ...]
