"""Citations by author and year in notes, beside full ones: See Smith (2018, p. 12) and (Jones, 2019); Lee 2020, 4."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refkit.model import Citation, Note
from refkit.parser.intext.author_date import Candidate, find_dated, find_in_note
from refkit.parser.intext.evidence import Evidence
from refkit.parser.intext.people import Authors
from refkit.parser.intext.place import InText, Read, moved, names_whole_work, read_between
from refkit.text import Shadow
from refkit.vocabulary import citation_cues, points_back

#: Smith (2018). The first book; what goes on in small letters is prose.
_TITLE = re.compile(r"\s*[.,:،]\s*[^\w\s]?(\w+)\s+\w")
#: A note that is nothing but such citations has so many words before them, and two fewer behind.
_FEW_WORDS = 5
_WORD = re.compile(r"[^\W\d_]+")


def read_note(note: Note, authors: Authors, in_use: bool, read: Read) -> Note:
    """The note with what it cites by author and year; the note as it was if that is nothing.

    `in_use`: the document cites so in its text. Else it takes a work of the list.
    """
    brackets = find_dated(note.text, authors) if "(" in note.text else []
    exact = any(Evidence.WORK in found.evidence for found in brackets)
    made: list[Citation] = []
    for citation in note.citations:
        places = _brackets(note.text, citation, brackets, exact, in_use) or _bare(citation, authors, in_use)
        span = (citation.start, citation.end)
        made += read_between(note.text, span, places, read) if places else (citation,)
    return note if tuple(made) == note.citations else note.model_copy(update={"citations": tuple(made)})


def _brackets(text: str, part: Citation, found: Sequence[Candidate], exact: bool, in_use: bool) -> list[InText]:
    """The places with brackets in one part of a note, each with the citations of which it is sure enough."""
    inside = [each for each in found if part.start <= each.place.start < part.end] if part.form != "key" else []
    if not inside:
        return []
    rest = _without(text, part.start, part.end, [each.place for each in inside])
    typed = citation_cues(rest) > 0 or points_back(rest)
    places = []
    for each in inside:
        if _heads_reference(text, part.end, each):
            continue
        kept = tuple(
            citation
            for citation, evidence in zip(each.place.citations, each.evidence, strict=True)
            if evidence == Evidence.WORK or _may_cite(citation, evidence, typed, exact or in_use)
        )
        if kept:
            places.append(each.place._replace(citations=kept))
    return places


def _may_cite(citation: Citation, evidence: Evidence, typed: bool, in_use: bool) -> bool:
    """Whether what is no work of the list is cited: (Springer, 2019) may be an imprint of what is `typed` around it."""
    least = Evidence.SURE_SHAPE if typed else Evidence.SHAPED
    return in_use and evidence >= least and (not typed or citation.locator is not None)


def _without(text: str, start: int, end: int, places: Sequence[InText]) -> str:
    pieces, at = [], start
    for place in places:
        pieces.append(text[at : place.start])
        at = place.end
    return " ".join([*pieces, text[at:end]])


def _heads_reference(text: str, end: int, found: Candidate) -> bool:
    """Whether a name and a year open a whole reference: Smith, John (2018), The first book, London."""
    if not found.narrative or found.place.citations[0].locator:
        return False
    following = _TITLE.match(text, found.place.end, end)
    return following is not None and not following[1].islower()


def _bare(part: Citation, authors: Authors, in_use: bool) -> list[InText]:
    """The citations of a part that is nothing but those, without brackets: Lee 2020."""
    if part.form in ("none", "key", "ibid", "op-cit") or names_whole_work(part):
        return []
    found = find_in_note(part.text, authors)
    citations = [citation for each in found for citation in each.place.citations]
    sure = Evidence.SURE_SHAPE if in_use else Evidence.WORK
    if not any(evidence >= sure for each in found for evidence in each.evidence) or not all(map(_is_close, citations)):
        return []
    places = [InText(citation.start, citation.end, ()) for citation in citations]
    rest = _without(part.text, places[0].end, len(part.text), places[1:])
    if len(_WORD.findall(part.text[: places[0].start])) > _FEW_WORDS or len(_WORD.findall(rest)) > _FEW_WORDS - 2:
        return []
    return [InText(part.start, part.end, tuple(moved(citation, part.start) for citation in citations))]


def _is_close(citation: Citation) -> bool:
    """Whether the year stands right behind the names: no title is between them."""
    names, year = citation.spans.get("author"), citation.spans["issued"]
    return not names or not Shadow(citation.text[names[0][1] : year[0][0]]).text.strip(" ,.:")
