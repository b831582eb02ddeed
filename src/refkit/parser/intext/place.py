"""A place in a text that cites, and what is typed between such places."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from refkit.model import Citation, Note
from refkit.vocabulary import citation_cues
from refkit.vocabulary.terms import LEAD_INS

#: What is typed between keys, or years, is read on its own from so many signs of a citation on.
_TYPED_CUES = 2
#: What joins a typed citation to the place before it.
_HEAD = re.compile(r"^[\s,;.،؛]*(?:(?:and|&|و)\s+)?")
#: Reads a text as the grammar reads a note.
Read = Callable[[str], Note]


class InText(NamedTuple):
    """Offsets of a place in a text, and its citations, whose `start` and `end` are offsets into the same text."""

    start: int
    end: int
    citations: tuple[Citation, ...]


def names_whole_work(citation: Citation) -> bool:
    """Whether a citation says more than a name and a year can be taken for."""
    fields = citation.fields
    return fields.title is not None and bool(fields.publisher or fields.container_title or fields.URL)


def moved(citation: Citation, by: int) -> Citation:
    """The citation as one of a text that begins so many characters earlier."""
    return citation.model_copy(update={"start": citation.start + by, "end": citation.end + by})


def read_between(text: str, span: tuple[int, int], places: Sequence[InText], read: Read) -> list[Citation]:
    """The citations of a stretch of a note: those of its places, and what is typed between them, read as usual."""
    citations: list[Citation] = []
    at, end = span
    for place in (*places, InText(end, end, ())):
        typed = text[at : place.start]
        bare = _HEAD.sub("", typed)
        start = at + len(typed) - len(bare)
        bare = _tail().sub("", bare) if place.citations else bare
        if citation_cues(bare) >= _TYPED_CUES:
            citations += [moved(citation, start) for citation in read(bare).citations if citation.form != "none"]
        citations += place.citations
        at = place.end
    return citations


@cache
def _tail() -> re.Pattern[str]:
    """What joins a typed citation to the place behind it: …, p. 3; see."""
    forms = "|".join(re.escape(form) for form in sorted(LEAD_INS, key=len, reverse=True))
    return re.compile(rf"[\s,;،؛]{{0,9}}(?:(?<!\w)(?:{forms}|and|و)\W{{0,9}})?$", re.IGNORECASE)
