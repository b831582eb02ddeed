"""A place in a text that cites, and what is typed between such places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from refkit.model import Citation, Note
from refkit.vocabulary import citation_cues

#: What is typed between keys, or years, is read on its own from so many signs of a citation on.
_TYPED_CUES = 2
#: Reads a text as the grammar reads a note.
Read = Callable[[str], Note]


class InText(NamedTuple):
    """Offsets of a place in a text, and its citations, whose `start` and `end` are offsets into the same text."""

    start: int
    end: int
    citations: tuple[Citation, ...]


def moved(citation: Citation, by: int) -> Citation:
    """The citation as one of a text that begins so many characters earlier."""
    return citation.model_copy(update={"start": citation.start + by, "end": citation.end + by})


def read_between(text: str, span: tuple[int, int], places: Sequence[InText], read: Read) -> list[Citation]:
    """The citations of a stretch of a note: those of its places, and what is typed between them, read as usual."""
    citations: list[Citation] = []
    at, end = span
    for place in (*places, InText(end, end, ())):
        typed = text[at : place.start]
        if citation_cues(typed) >= _TYPED_CUES:
            citations += [moved(citation, at) for citation in read(typed).citations if citation.form != "none"]
        citations += place.citations
        at = place.end
    return citations
