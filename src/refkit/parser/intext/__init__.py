"""Citations in running text: by key, by author and year, by number; and those by key or year inside notes.

Each passes a cheap test first, so that a document whose notes carry the citations pays next to nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from refkit.model import Anchor, Citation, Document, Entry, Note, Passage, Place
from refkit.parser.intext.place import InText
from refkit.text import shade
from refkit.vocabulary import citation_cues, points_back

#: A note beside keys is read on its own from so many signs of a citation on.
_TYPED_CUES = 2
#: So many citations of an author and year of the list make it sure that any name with a year is a citation.
_HABIT = 3
#: So many words on either side show where in its paragraph a citation stands.
_AROUND = 3
_MAY_DATE = re.compile(r"\([^()]{0,500}?(?:\d{3}|n\.\s?d|د\.\s?ت|press|forthcoming|بدون)")
#: What a number in square brackets begins like; beside notes no others count.
_SQUARE_NUMBER = re.compile(r"\[[^\[\]]{0,12}\d")
_BRACKET = re.compile(r"\(([^()]{3,120})\)")


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


def keyed_note(note: Note, keys: Keys, read: Callable[[str], Note]) -> Note | None:
    """A note that cites by key, with what is typed between its keys read as usual; None if it has no key."""
    places = keys.find(note.text)
    if not places:
        return None
    citations: list[Citation] = []
    at = 0
    for place in (*places, InText(len(note.text), len(note.text), ())):
        typed = note.text[at : place.start]
        if citation_cues(typed) >= _TYPED_CUES:
            citations += [_moved(citation, at) for citation in read(typed).citations if citation.form != "none"]
        citations += place.citations
        at = place.end
    return note.model_copy(update={"citations": tuple(citations)})


def _moved(citation: Citation, by: int) -> Citation:
    return citation.model_copy(update={"start": citation.start + by, "end": citation.end + by})


def with_in_text(
    document: Document, entries: Sequence[Entry], keys: Keys | None, read: Callable[[str], Note]
) -> Document:
    """A parsed document with the citations of its running text as notes of kind `in-text`, behind its notes.

    `read` parses what points back: (المرجع نفسه، ص ٤٦), (ibid., p. 5).
    """
    found: list[list[InText]] = [keys.find(passage.text) if keys else [] for passage in document.paragraphs]
    notes = document.notes
    dated = _dated(document, entries)
    if dated:
        notes = dated.notes
        _add(found, dated.places)
        _add(found, _pointing_back(document.paragraphs, read))
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
        citations=tuple(_moved(citation, -place.start) for citation in place.citations),
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


@dataclass(frozen=True)
class _Dated:
    """The places of running text that cite by author and year, by passage, and the notes with theirs."""

    places: list[tuple[int, InText]]
    notes: tuple[Note, ...]


def _dated(document: Document, entries: Sequence[Entry]) -> _Dated | None:
    """The citations by author and year; None in a document that does not cite so, as its notes or its list tell."""
    lines = document.references
    texts = [(index, passage.text) for index, passage in enumerate(document.paragraphs) if _may_be_dated(passage.text)]
    if not texts or not (lines or entries):
        return None
    from refkit.parser.intext.author_date import find_dated
    from refkit.parser.intext.evidence import Evidence
    from refkit.parser.intext.people import Authors, listed

    works = [listed(line.fields) for line in lines] + [listed(entry) for entry in entries]
    authors = Authors(work for work in works if work)
    candidates = [(index, found) for index, text in texts for found in find_dated(text, authors)]
    exact = sum(each == Evidence.WORK for _, found in candidates for each in found.evidence)
    if not exact:
        return None
    notes, citing = _dated_notes(document.notes, authors)
    if citing >= exact:
        return None
    least = Evidence.SHAPED if exact >= _HABIT else Evidence.SURE_SHAPE
    places = []
    for index, found in candidates:
        kept = tuple(
            citation
            for citation, evidence in zip(found.place.citations, found.evidence, strict=True)
            if evidence >= least
        )
        if kept:
            places.append((index, found.place._replace(citations=kept)))
    return _Dated(places, notes)


def _may_be_dated(text: str) -> bool:
    """A cheap test: brackets with a year in them."""
    return "(" in text and bool(_MAY_DATE.search(shade(text)))


def _pointing_back(paragraphs: Sequence[Passage], read: Callable[[str], Note]) -> Iterator[tuple[int, InText]]:
    """The back-references between brackets; only a text that cites in itself has them."""
    for index, passage in enumerate(paragraphs):
        for match in _BRACKET.finditer(passage.text) if points_back(passage.text) else ():
            if not points_back(match[1]):
                continue
            citations = [_moved(each, match.start(1)) for each in read(match[1]).citations]
            if all(citation.form in ("ibid", "op-cit") for citation in citations):
                yield index, InText(*match.span(), tuple(citations))


def _dated_notes(notes: tuple[Note, ...], authors: Any) -> tuple[tuple[Note, ...], int]:
    """The notes, those that cite works of the list by author and year with these citations; how many others cite."""
    from refkit.parser.intext.author_date import find_dated, find_in_note
    from refkit.parser.intext.evidence import Evidence

    read: list[Note] = []
    citing = 0
    for note in notes:
        found = find_dated(note.text, authors) if _may_be_dated(note.text) else find_in_note(note.text, authors)
        sure = [place for place in found if Evidence.WORK in place.evidence]
        if sure and not any(map(_in_full, note.citations)):
            citations = tuple(citation for place in sure for citation in place.place.citations)
            read.append(note.model_copy(update={"citations": citations}))
        else:
            citing += any(citation.form not in ("none", "key") for citation in note.citations)
            read.append(note)
    changed = any(new is not old for new, old in zip(read, notes, strict=True))
    return (tuple(read) if changed else notes), citing


def _in_full(citation: Citation) -> bool:
    """Whether a citation says more than a name and a year can be taken for."""
    fields = citation.fields
    return fields.title is not None and (fields.publisher is not None or fields.container_title is not None)


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
