"""Citations in running text: by key, by author and year, by number; and those by key or year inside notes.

Each passes a cheap test first, so that a document whose notes carry the citations pays next to nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from refkit.model import Anchor, Citation, Document, Entry, Note, Passage, Place
from refkit.parser.intext.place import InText, Read, moved, names_whole_work, read_between
from refkit.text import Shadow, shade

if TYPE_CHECKING:
    from refkit.parser.intext.manner import Dated

_UNDATED = r"n\.\s?d|[دب]\.\s?ت|press|forthcoming|appear|review|date|بدون|دون|بلا|قيد|تحت|للنشر"
_MAY_DATE = re.compile(rf"\([^()]{{0,500}}?(?:\d{{3}}|{_UNDATED})")
#: The same in a note, where an imprint has its colon before the year: (London: Faber, 2018).
_MAY_DATE_NOTE = re.compile(rf"\((?:(?P<first>\s*\[?\d{{4}}(?!\d|\s*-))|[^():]{{0,200}}?(?:\d{{3}}|{_UNDATED}))")
#: So many words on either side show where in its paragraph a citation stands.
_AROUND = 3
#: What a number in square brackets begins like; beside notes no others count.
_SQUARE_NUMBER = re.compile(r"\[[^\[\]]{0,12}\d")


@dataclass(frozen=True)
class Keys:
    """The keys that may be cited, and whether the document cites by keys at all."""

    known: frozenset[str]
    in_use: bool

    @classmethod
    def of(cls, document: Document, entries: Sequence[Entry]) -> Keys | None:
        """The keys of a document's entries and of its lists; None if nothing in it looks like a citation by key."""
        passages: tuple[Passage, ...] = (*document.paragraphs, *document.notes)
        texts = [passage.text for passage in passages if _may_be_keyed(passage.text)]
        if not texts:
            return None
        from refkit.parser.intext.keyed import cites_by_key

        known = frozenset((*(entry.key for entry in entries), *(line.key for line in document.references if line.key)))
        return cls(known, bool(known) or any(map(cites_by_key, texts)))

    def find(self, text: str) -> list[InText]:
        """The places of a text that cite by key."""
        if not _may_be_keyed(text):
            return []
        from refkit.parser.intext.keyed import find_keyed

        return find_keyed(text, self.known, self.in_use)


def _may_be_keyed(text: str) -> bool:
    """A cheap test that all texts pass first."""
    return "@" in text or ("\\" in text and "cite" in text.lower())


def keyed_note(note: Note, keys: Keys, read: Read) -> Note | None:
    """A note that cites by key, with what is typed between its keys read as usual; None if it has no key."""
    places = keys.find(note.text)
    if not places:
        return None
    citations = read_between(note.text, (0, len(note.text)), places, read)
    return note.model_copy(update={"citations": tuple(citations)})


def with_in_text(document: Document, entries: Sequence[Entry], keys: Keys | None, read: Read) -> Document:
    """A parsed document with the citations of its running text as notes of kind `in-text`, behind its notes.

    `read` parses what points back: (المرجع نفسه، ص ٤٦), (ibid., p. 5).
    """
    found: list[list[InText]] = [keys.find(passage.text) if keys else [] for passage in document.paragraphs]
    notes = document.notes
    if dated := _dated(document, entries, read):
        notes = dated.notes
        _add(found, dated.places)
        _add(found, dated.back)
    _add(found, _numbered(document))
    places = [
        (passage, place)
        for passage, own in zip(document.paragraphs, found, strict=True)
        for place in sorted(own, key=lambda place: place.start)
    ]
    if not places and notes is document.notes:
        return document
    made = [_note(passage, place, number, len(notes)) for number, (passage, place) in enumerate(places, 1)]
    return document.model_copy(update={"notes": (*notes, *made)})


def _add(found: list[list[InText]], further: Iterable[tuple[int, InText]]) -> None:
    """Places join those of their passage, in order, unless they overlap with one that was there before."""
    taken = [_in_order(own) for own in found]
    for index, place in further:
        places, starts = taken[index]
        at = bisect_left(starts, place.end)
        if at == 0 or places[at - 1].end <= place.start:
            found[index].append(place)


def _in_order(places: list[InText]) -> tuple[list[InText], list[int]]:
    """The places in their order, and where each of them begins."""
    ordered = sorted(places, key=lambda place: place.start)
    return ordered, [place.start for place in ordered]


def _note(passage: Passage, place: InText, number: int, before: int) -> Note:
    """The note that a place in running text makes; what the passage says of its place stays with it."""
    inherited: dict[str, Any] = {
        name: getattr(passage, name) for name in Passage.model_fields if name not in ("text", "anchors")
    }
    if passage.spot:
        inherited["spot"] = _spot(passage.spot, passage.text, place)
    first = passage.place(place.start)
    later = (
        anchor.model_copy(update={"offset": anchor.offset - place.start})
        for anchor in passage.anchors
        if place.start < anchor.offset < place.end
    )
    head = (Anchor(offset=0, line=first.line, column=first.column),) if passage.anchors else ()
    return Note(
        **inherited,
        text=passage.text[place.start : place.end],
        anchors=(*head, *later),
        id=f"t{number}",
        position=before + number,
        label="",
        kind="in-text",
        citations=tuple(moved(citation, -place.start) for citation in place.citations),
    )


def _spot(spot: Place, text: str, place: InText) -> Place:
    """The place of a paragraph in words, with those words that stand about a citation in it."""
    before, after = text[: place.start].split(" "), text[place.end :].split(" ")
    head, tail = " ".join(before[-_AROUND - 1 :]), " ".join(after[: _AROUND + 1])
    words = f"{head}{text[place.start : place.end]}{tail}"
    shown = f"{'… ' if len(before) > _AROUND + 1 else ''}{words}{' …' if len(after) > _AROUND + 1 else ''}"
    where = f"{spot.where.partition(': “')[0]}: “{shown}”"
    return spot.model_copy(update={"where": where, "order": spot.order + place.start})


# --- author and year -------------------------------------------------------------------------------------------


def _dated(document: Document, entries: Sequence[Entry], read: Read) -> Dated | None:
    """The citations by author and year; None where neither the text nor a note can have any."""
    if not (document.references or entries):
        return None
    texts = {index: passage.text for index, passage in enumerate(document.paragraphs) if _may_be_dated(passage.text)}
    notes = {index: note for index, note in enumerate(document.notes) if _may_cite_years(note)}
    if not texts and not notes:
        return None
    from refkit.parser.intext.manner import find_manner

    return find_manner(document, entries, texts, notes, read)


def _may_be_dated(text: str) -> bool:
    """A cheap test: brackets with a year in them."""
    return "(" in text and bool(_MAY_DATE.search(shade(text)))


def _may_cite_years(note: Note) -> bool:
    """A cheap test: names and a year and little more, or a year in brackets that is no field of a whole work."""
    return any(
        _has_other_year(each) if names_whole_work(each) else each.fields.issued or "(" in each.text
        for each in note.citations
    )


def _has_other_year(citation: Citation) -> bool:
    if "(" not in citation.text:
        return False
    shadow = Shadow(citation.text)
    for match in _MAY_DATE_NOTE.finditer(shadow.text):
        if match["first"] is not None:
            return True
        year = shadow.span(match.end() - 1, match.end())[0]
        if not any(start <= year < end for spans in citation.spans.values() for start, end in spans):
            return True
    return False


# --- numbers -----------------------------------------------------------------------------------------------------


def _numbered(document: Document) -> list[tuple[int, InText]]:
    numbers = [int(line.number) for line in document.references if line.number and line.number.isdecimal()]
    if len(numbers) < 2 or 2 * len(numbers) < len(document.references) or not document.paragraphs:
        return []
    if document.notes and not any(_SQUARE_NUMBER.search(passage.text) for passage in document.paragraphs):
        return []
    from refkit.parser.intext.numbered import find_numbered

    found = find_numbered(document.paragraphs, numbers, document.notes)
    return [(index, place) for index, places in found.items() for place in places]
