"""Whether a document cites by author and year, and what of its text and its notes then cites so.

One citation of a listed author and year, which no prose is like, tells it; so do shapes that hardly anything else has,
in a list that has its years behind the names. Beside notes that cite in full it takes more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from refkit.model import Citation, Document, Entry, Note, Passage, Reference
from refkit.parser.intext.author_date import Candidate, find_dated
from refkit.parser.intext.evidence import Evidence
from refkit.parser.intext.noted import read_note
from refkit.parser.intext.people import Authors, listed, short_forms
from refkit.parser.intext.place import InText, Read, moved
from refkit.text import fold
from refkit.vocabulary import points_back

#: So many citations make it sure that any name with a year in brackets is one.
_HABIT = 3
#: So many shapes of citations tell that a document cites so, though its list has none of the works.
_SHAPES = 2
_BRACKET = re.compile(r"\(([^()]{3,120})\)")


class Dated(NamedTuple):
    """What a document cites by author and year: the places of its text, those that point back, and its notes."""

    places: list[tuple[int, InText]]
    back: list[tuple[int, InText]]
    notes: tuple[Note, ...]


def find_manner(
    document: Document, entries: Sequence[Entry], texts: Mapping[int, str], notes: Mapping[int, Note], read: Read
) -> Dated | None:
    """What is cited by author and year; `texts` are the paragraphs that may, `notes` the notes, by their index."""
    lines = document.references
    works = [work for fields in (*(line.fields for line in lines), *entries) if (work := listed(fields))]
    houses = (fold(form) for line in lines if line.fields.publisher for form in line.fields.publisher.root.values())
    authors = Authors(works, short_forms(texts.values()), houses)
    candidates = [(index, found) for index, text in texts.items() for found in find_dated(text, authors)]
    read_notes = list(document.notes)
    for index, note in notes.items():
        read_notes[index] = read_note(note, authors, False, read)
    citing = sum(any(map(_is_typed, note.citations)) for note in read_notes)
    least = _least([found for _, found in candidates], citing, _has_years_first(lines))
    places = _kept(candidates, least) if least else []
    back = list(_pointing_back(document.paragraphs, read)) if places else []
    if places:
        for index, note in notes.items():
            read_notes[index] = read_note(note, authors, True, read)
    return Dated(places, back, tuple(read_notes))


def _is_typed(citation: Citation) -> bool:
    """Whether a citation says more than a key, or a name with a year."""
    return citation.form not in ("none", "key") and not citation.names_year


# --- the document --------------------------------------------------------------------------------------------------


def _least(candidates: Sequence[Candidate], citing: int, years_first: bool) -> Evidence | None:
    """The least evidence that a citation of the running text must have; None if the document cites otherwise.

    `citing` is how many citations its notes have in full, `years_first` whether its list has years behind names.
    """
    pairs = [(found, at) for found in candidates for at in range(len(found.evidence))]
    exact = sum(found.evidence[at] == Evidence.WORK for found, at in pairs)
    shapes = sum(_is_shape(found, at) for found, at in pairs)
    if citing:
        # Smith (2018) may stand before the marker of a note that cites it: a name in brackets or a page says more.
        certain = sum(found.evidence[at] == Evidence.WORK and _is_plain(found, at) for found, at in pairs)
        if not certain and shapes < _SHAPES:
            return None
        return Evidence.SHAPED if certain >= _HABIT else Evidence.SURE_SHAPE
    if not exact and shapes < (1 if years_first else _SHAPES):
        return None
    total = exact + shapes
    return Evidence.SHAPED if total >= _HABIT or (years_first and total > 1) else Evidence.SURE_SHAPE


def _is_plain(found: Candidate, at: int) -> bool:
    """Whether a citation cannot be taken for a name with a year in prose: all in brackets, or with a page."""
    return not found.narrative or at > 0 or found.place.citations[at].locator is not None


def _is_shape(found: Candidate, at: int) -> bool:
    """Whether a citation that no list confirms is one by its shape alone."""
    return found.evidence[at] in (Evidence.SURE_SHAPE, Evidence.AUTHOR) and _is_plain(found, at)


def _has_years_first(lines: Sequence[Reference]) -> bool:
    """Whether most lines of the list have their year between author and title, as lists of this manner do."""
    spans = [line.citation.spans for line in lines if line.citation]
    both = [found for found in spans if "issued" in found and "title" in found]
    first = sum(found["issued"][0] < found["title"][0] for found in both)
    return 2 * first > len(lines)


def _kept(candidates: Iterable[tuple[int, Candidate]], least: Evidence) -> list[tuple[int, InText]]:
    places = []
    for index, found in candidates:
        if kept := _citations(found, least):
            places.append((index, found.place._replace(citations=kept)))
    return places


def _citations(found: Candidate, least: Evidence) -> tuple[Citation, ...]:
    pairs = zip(found.place.citations, found.evidence, strict=True)
    return tuple(citation for citation, evidence in pairs if evidence >= least)


def _pointing_back(paragraphs: Sequence[Passage], read: Read) -> Iterator[tuple[int, InText]]:
    """The back-references between brackets: (المرجع نفسه، ص ٤٦), (ibid., p. 5)."""
    for index, passage in enumerate(paragraphs):
        for match in _BRACKET.finditer(passage.text) if points_back(passage.text) else ():
            if not points_back(match[1]):
                continue
            citations = [moved(each, match.start(1)) for each in read(match[1]).citations]
            if all(citation.form in ("ibid", "op-cit") for citation in citations):
                yield index, InText(*match.span(), tuple(citations))
