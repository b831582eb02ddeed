"""RK005 note-number-out-of-order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from refkit.kinds import Problem, Rule
from refkit.model import Linked, LooseMarker, Note
from refkit.settings import Settings
from refkit.text import fold


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every break in the numbers of typed notes, every key defined twice, every marker out of the order of its notes."""
    lost = [marker for marker in linked.document.markers if marker.note is None]
    last = 0
    for path, members in groupby(linked.document.notes, key=lambda note: note.path):
        notes = list(members)
        steps = [step for note in notes if (step := _step(note))]
        if steps:
            begins = last + 1 == steps[0].number or steps[0].number > _FIRST
            lost_here = [marker for marker in lost if marker.place.path == path]
            yield from _breaks(steps, steps[0].number - 1 if begins else 0, lost_here)
            last = steps[-1].number
        yield from _defined_twice(notes)
    labels = {note.id: note.label for note in linked.document.notes}
    for marker in linked.document.markers:
        if marker.note:
            message = f"the marker {marker.label} stands out of the order of the others"
            yield Problem(message, marker.place, notes=(marker.note,), data={"label": labels[marker.note]})


#: A document that begins with a higher number is a part of one.
_FIRST = 3


class _Step(NamedTuple):
    """A note with its number."""

    note: Note
    number: int


def _step(note: Note) -> _Step | None:
    number = fold(note.label)
    return _Step(note, int(number)) if note.numbering == "typed" and number.isdecimal() else None


def _breaks(steps: Sequence[_Step], last: int, lost: Sequence[LooseMarker]) -> Iterator[Problem]:
    """Where a number is not the one after the last, nor the first of a page or chapter."""
    displaced: set[int] = set()
    for at, (note, number) in enumerate(steps):
        following = steps[at + 1].number if at + 1 < len(steps) else 0
        wanted = last + 1
        if number == wanted or (number == 1 and following != wanted + 1):
            displaced = displaced if number == wanted else set()
            last = number
        elif following in (wanted, wanted + 1):
            # The next note goes on: this one alone is wrong.
            yield _problem(note, f"note {note.label} stands where ({wanted}) is expected")
            displaced.add(number)
            last = wanted if following == wanted + 1 else last
        else:
            missing = _missing(range(wanted, number), displaced, steps[at - 1].note if at else None, note, lost)
            if number > last and missing:
                yield _problem(note, f"the numbers of the notes skip {_listed(missing)} before {note.label}")
            elif number <= last and _missing(range(1, number), set(), steps[at - 1].note if at else None, note, lost):
                again = "is there a second time" if number == last else f"follows ({last})"
                yield _problem(note, f"note {note.label} {again}")
            last = number


def _missing(
    numbers: range, displaced: set[int], before: Note | None, after: Note, lost: Sequence[LooseMarker]
) -> list[int]:
    """Those of some numbers that no note stands for elsewhere, and no marker without a note (RK003) explains."""
    start = before.marker.rank if before and before.marker else (0, 0)
    end = after.marker.rank if after.marker else after.place().rank
    told = {marker.number for marker in lost if start <= marker.place.rank <= end}
    return [number for number in numbers if number not in told and number not in displaced]


def _listed(numbers: Sequence[int]) -> str:
    return f"({numbers[0]})" if len(numbers) == 1 else f"({numbers[0]}) to ({numbers[-1]})"


def _defined_twice(notes: Sequence[Note]) -> Iterator[Problem]:
    """`[^1]:` a second time: of the two programs print one."""
    seen: set[str] = set()
    for note in notes:
        if note.numbering == "keyed" and note.spot is None:
            if note.label in seen:
                yield _problem(note, f"[^{note.label}] is defined a second time")
            seen.add(note.label)


def _problem(note: Note, message: str) -> Problem:
    return Problem(message, note, notes=(note.id,), data={"label": note.label})


_AR = (
    "كثر الوعاظ.(1) وكثرت حكاياتهم.({0}) وبقيت كتبهم.({1})\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
    "({0}) المصدر نفسه، ص ٧.\n({1}) المصدر نفسه، ص ٩.\n\n## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
)
_EN = (
    "Towns grew.[^1] Their markets grew too.[^2]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n"
    "[^{}]: Ibid., p. 4.\n{}\n## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n"
)

RULE = Rule(
    code="RK005",
    name="note-number-out-of-order",
    severity="warning",
    summary="The numbers of notes skip or repeat one within their run: a page, a chapter or the document.",
    reason="A note was taken out or put in by hand, and the markers after it call other notes than they should.",
    bad=(_AR.format(2, 4), _AR.format(3, 2), _EN.format(2, "[^2]: Ibid., p. 5.\n")),
    good=(_AR.format(2, 3), _AR.format(2, 1), _EN.format(2, "")),
    check=check,
)
