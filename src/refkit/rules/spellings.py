"""One thing in several spellings: where each stands, and which most of a paper has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from refkit.kinds import Problem
from refkit.model import Citation, Edit, Fix, Linked, Note, Reference
from refkit.rules.stretches import edits_of
from refkit.text import light


@dataclass(frozen=True)
class Spelling:
    """How a thing is written in one place: [start, end) of a note's or a line's text.

    `thing` is equal for the same thing, `plain` for spellings whose difference is not worth a word.
    """

    thing: Hashable
    plain: str
    passage: Note | Reference
    start: int
    end: int

    @property
    def text(self) -> str:
        """What is written."""
        return self.passage.text[self.start : self.end]


def visible(text: str) -> str:
    """A text without what other rules find in it: invisible marks, kashida, presentation forms, Persian ی and ک."""
    return light(text).translate(_OTHER_LETTERS)


_OTHER_LETTERS = str.maketrans({"ـ": None, "ی": "ي", "ک": "ك"})


def citations_of(linked: Linked) -> Iterator[tuple[Note | Reference, Citation]]:
    """The lines of all lists, then the full notes: where names are written out."""
    for line in linked.document.references:
        if line.citation:
            yield line, line.citation
    for note in linked.document.notes:
        for citation in note.citations:
            if citation.form == "full":
                yield note, citation


def rare(found: Iterable[Spelling]) -> Iterator[tuple[list[Spelling], Spelling]]:
    """For each spelling of a thing but its commonest: all places of it, and the first place of the commonest."""
    things: dict[Hashable, list[Spelling]] = {}
    for spelling in found:
        things.setdefault(spelling.thing, []).append(spelling)
    for members in things.values():
        counts = Counter(member.plain for member in members)
        usual = counts.most_common(1)[0][0]
        first = next(member for member in members if member.plain == usual)
        for plain in counts:
            if plain != usual:
                yield [member for member in members if member.plain == plain], first


def problem(linked: Linked, what: str, places: list[Spelling], usual: Spelling) -> Problem:
    """The problem that a thing is spelt otherwise than usual, once for all places, with the fix of all of them."""
    return Problem(
        f"{what} in two spellings: “{places[0].text}”, elsewhere “{usual.text}” ({usual.passage.place().words})",
        places[0].passage,
        places[0].start,
        notes=tuple(dict.fromkeys(place.passage.id for place in places if isinstance(place.passage, Note))),
        references=tuple(dict.fromkeys(place.passage.id for place in places if isinstance(place.passage, Reference))),
        data={"text": places[0].text, "usual": usual.text},
        fix=_fix(linked, places, usual.text),
    )


def _fix(linked: Linked, places: list[Spelling], usual: str) -> Fix:
    edits: list[Edit] = []
    message = f"write {usual}"
    for place in places:
        made = edits_of(place.passage, linked.document.path, ((place.start, place.end, usual),))
        if not made:
            return Fix(message=message)
        edits += made
    return Fix(safety="unsafe", message=message, edits=tuple(edits))
