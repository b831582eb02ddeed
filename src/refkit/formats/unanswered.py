"""The markers that no note answers, as far as the markers around them show that they call one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise, takewhile

from refkit.formats.lines import Line
from refkit.formats.markers import NUMBER, Marker, plain_number
from refkit.model import LooseMarker, Note
from refkit.text import shade
from refkit.vocabulary import finder
from refkit.vocabulary.terms import NUMBERED

#: So many markers of a run that notes answer show what its markers look like.
_LEAST = 2
#: So many lines below its last note, one of the same page may stand that was not known for a note.
_NEAR = 40
_LABEL = re.compile(rf"\s{{0,8}}[(\[]?\s*(?P<number>{NUMBER})\s*[-–.)/ـ\]]?")
Rank = tuple[int, int]


def unanswered(notes: Sequence[Note], markers: Sequence[Marker], lines: Sequence[Line]) -> list[LooseMarker]:
    """The markers without a note, in order. `notes` know theirs; `lines` are all but those of the lists."""
    found = list(_keys(notes, markers))
    runs: dict[int, list[Note]] = {}
    for note in notes:
        if note.numbering == "typed" and plain_number(_bare(note.label)).isdecimal():
            runs.setdefault(note.run, []).append(note)
    ranks = [marker.place.rank for marker in markers]
    dresses = dict(zip(ranks, markers, strict=True))
    start: Rank = (0, 0)
    last = 0
    for members, following in pairwise([*runs.values(), None]):
        own, end = members or [], (following[0].marker or following[0].place()).rank[0] if following else None
        run = _Run.of(own, dresses, start, (last + 1, end), lines)
        last = own[-1].place().rank[0]
        found += run.loose(markers[bisect_right(ranks, start) : bisect_left(ranks, (last, 0))])
        start = max([start, *(note.marker.rank for note in own if note.marker)])
    return sorted(found, key=lambda marker: marker.place.rank)


def _bare(label: str) -> str:
    return label.strip("()[] -–.:/ـ")


def _keys(notes: Sequence[Note], markers: Sequence[Marker]) -> Iterator[LooseMarker]:
    """`[^a]` without its definition; one that is no number, in a text without definitions, is something else."""
    known = {"^" + note.label for note in notes if note.numbering == "keyed"}
    for marker in markers:
        key = marker.key.removeprefix("^")
        if marker.kind == "key" and marker.key not in known and (known or key.isdecimal()) and not _is_code(marker):
            yield LooseMarker(label=f"[^{key}]", number=int(key) if key.isdecimal() else None, place=marker.place)


def _is_code(marker: Marker) -> bool:
    return marker.raw.count("`", 0, marker.start) % 2 == 1


@dataclass
class _Run:
    """The notes of one run of numbers, with the markers that they answer, and what those look like.

    `start` is where the markers of the run before end, `bounds` the first line behind its notes, and the one on which
    the next run begins.
    """

    numbers: dict[int, Note]
    answered: dict[int, Marker]
    start: Rank
    bounds: tuple[int, int | None]
    lines: Sequence[Line]
    taken: set[Rank] = field(init=False)
    known: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.taken = {marker.place.rank for marker in self.answered.values()}
        self.known = sorted(self.answered)

    @classmethod
    def of(
        cls,
        members: Sequence[Note],
        dresses: dict[Rank, Marker],
        start: Rank,
        bounds: tuple[int, int | None],
        lines: Sequence[Line],
    ) -> _Run:
        """The run of some notes."""
        numbers = {int(plain_number(_bare(note.label))): note for note in members}
        answered = {
            number: dresses[note.marker.rank]
            for number, note in numbers.items()
            if note.marker and note.marker.rank in dresses
        }
        return cls(numbers, answered, start, bounds, lines)

    def loose(self, markers: Sequence[Marker]) -> Iterator[LooseMarker]:
        """Those of some markers that look like the others and would call a note of this run."""
        if len(self.answered) < _LEAST:
            return
        kinds = Counter(marker.kind for marker in self.answered.values())
        usual = kinds.most_common(1)[0][0]
        for marker in markers:
            if marker.kind != usual or marker.place.rank in self.taken or not marker.key.isdecimal():
                continue
            number = int(marker.key)
            if not self._fits(number, marker) or _is_code(marker):
                continue
            note = self.numbers.get(number)
            label = marker.raw[marker.start : marker.end]
            yield LooseMarker(label=label, number=number, place=marker.place, note=note.id if note else None)
            if not note:
                self.answered[number] = marker
                insort(self.known, number)

    def _fits(self, number: int, marker: Marker) -> bool:
        """Whether a marker stands where one of its number would: between its neighbours, or at either end."""
        if number in self.numbers:
            # Its note has no marker, for this one stands out of the order of the others.
            return number not in self.answered and marker.place.rank < (self.numbers[number].place().rank[0], 0)
        at = bisect_left(self.known, number)
        below = self.known[at - 1] if at else None
        above = self.known[at] if at < len(self.known) else None
        after = below is None or self.answered[below].place.rank < marker.place.rank
        before = above is None or marker.place.rank < self.answered[above].place.rank
        if not after or not before or self._has_line(number, below, above):
            return False
        if above is None:
            return number - 1 == below and self._is_on_page_of(below, marker) and self._is_alike(marker)
        # A gap in the numbers tells as much as the marker itself.
        return below is not None or (marker.place.rank > self.start and self._is_alike(marker))

    def _is_on_page_of(self, number: int, marker: Marker) -> bool:
        """Whether a marker stands above the notes that the one before it is answered by."""
        note = self.numbers.get(number) or self.numbers[max(self.numbers)]
        return marker.place.rank < (note.place().rank[0], 0)

    def _is_alike(self, marker: Marker) -> bool:
        """Whether it counts nothing, and is set off by a space, or not, as most others are."""
        if _counts(marker):
            return False
        spaced = sum(_is_spaced(other) for other in self.answered.values())
        return _is_spaced(marker) == (2 * spaced > len(self.answered))

    def _has_line(self, number: int, below: int | None, above: int | None) -> bool:
        """Whether a line among the notes begins with the number: a note that reading did not know for one."""
        low, high = self.numbers.get(below or 0), self.numbers.get(above or 0)
        first = low.place().rank[0] if low else self.bounds[0]
        lowest = max(note.place().rank[0] for note in self.numbers.values()) + _NEAR
        last = high.place().rank[0] if high else min(lowest, self.bounds[1] or lowest)
        start = bisect_left(self.lines, first, key=lambda line: line.number)
        inside = takewhile(lambda line: line.number <= last, islice(self.lines, start, None))
        heads = (_LABEL.match(line.text) for line in inside if line.kind == "text")
        return any(head and plain_number(head["number"]) == str(number) for head in heads)


def _is_spaced(marker: Marker) -> bool:
    return marker.raw[: marker.start][-1:].isspace()


def _counts(marker: Marker) -> bool:
    """Whether a number in brackets counts what stands before it: المادة (3), Table (2)."""
    words = shade(marker.raw[: marker.start]).rstrip(" .:").rsplit(maxsplit=1)
    return bool(words) and finder(NUMBERED).fullmatch(words[-1]) is not None
