"""Where the pieces of a document stand, in words: the number of a note, the paragraph, the first words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from refkit.formats.documents.blocks import Spot
from refkit.model import Document, Note, Passage, Place, Reference

_WORDS = 6
#: More paragraphs than this have no document; a place sorts by its paragraph, then by its column.
_COLUMNS = 100_000
AnyPassage = TypeVar("AnyPassage", bound=Passage)


class Placing:
    """Turns the places that reading gave, numbers of the walk's lines, into places for people.

    For Word and its like: the number of the note or entry, of the paragraph, and the first words.
    """

    start = Place(line=None, column=None, where="the document")

    def __init__(self, spots: Mapping[int, Spot], labels: Sequence[str] = ()) -> None:
        """`labels` are those that the file itself prints for its notes, in their order, where it has two series."""
        self.spots = spots
        self._labels = {str(number): label for number, label in enumerate(labels, 1)}

    def at(self, place: Place, what: str = "", text: str = "") -> Place:
        """A place for people; `what` names what stands there, `text` its text."""
        line = place.line or 0
        spot = self.spots.get(line)
        parts = [what] if what else []
        parts += [f"paragraph {spot.paragraph}"] if spot else []
        words = opening(text or (spot.text if spot else ""))
        where = ", ".join(parts) + (f": “{words}”" if words else "")
        order = line * _COLUMNS + min(place.column or 0, _COLUMNS - 1)
        return Place(line=None, column=None, where=where.strip(" :") or self.start.where, order=order)

    def passage(self, passage: AnyPassage, what: str, place: Place | None = None) -> AnyPassage:
        """A passage with its place."""
        spot = self.at(place or passage.place(), what, passage.text)
        return passage.model_copy(update={"spot": spot, "anchors": ()})

    def placed(self, found: Document) -> Document:
        """A document whose pieces all have places for people."""
        return found.model_copy(
            update={
                "start": self.start,
                "notes": tuple(map(self._note, found.notes)),
                "lists": tuple(
                    each.model_copy(
                        update={
                            "place": self.at(each.place, text=each.heading),
                            "references": tuple(self._reference(line, each.heading) for line in each.references),
                        }
                    )
                    for each in found.lists
                ),
                "failures": tuple(
                    failure.model_copy(update={"place": self.at(failure.place, text=failure.text)})
                    for failure in found.failures
                ),
                "markers": tuple(
                    marker.model_copy(update={"place": self.at(marker.place)}) for marker in found.markers
                ),
                "paragraphs": tuple(self.passage(paragraph, "") for paragraph in found.paragraphs),
            }
        )

    def _note(self, note: Note) -> Note:
        marker = note.marker and self.at(note.marker)
        under = f" under “{opening(note.heading)}”" if note.heading else ""
        own = note.place()
        keyed = (own.line or 0) not in self.spots
        note = note.model_copy(update={"label": self._labels.get(note.label, note.label)}) if keyed else note
        placed = self.passage(note, f"note {note.label}{under}", note.marker if keyed else own)
        return placed.model_copy(update={"marker": marker})

    def _reference(self, line: Reference, heading: str) -> Reference:
        return self.passage(line, f"entry {line.number or line.position} of “{opening(heading)}”")


def opening(text: str, most: int = _WORDS) -> str:
    """The first words of a text."""
    words = text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")
