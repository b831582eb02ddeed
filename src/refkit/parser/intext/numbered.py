"""Citations by number: [3], [3-5، 7], (3), in a document with a numbered list.

A bracket may also hold an interval, an article of a law, a word that a quotation lacks. What stands before it tells
some of them: Section [3], x in [1, 2], “[3] men. The rest is told by all of them together. A list that is numbered in
the order of citing is cited by numbers that rise by one, [1] … [2] … [3, 4], whatever its end lacks; a list in another
order by numbers that it has. Round brackets are more often something else: theirs must cover most of the list.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from refkit.model import Citation, Note, Passage
from refkit.parser.intext.locators import read_locator
from refkit.parser.intext.place import InText
from refkit.text import Shadow, ascii_digits
from refkit.vocabulary import finder
from refkit.vocabulary.intext import SMALL_WORDS, numbered_things, spans_of_numbers
from refkit.vocabulary.terms import LEAD_INS

_ITEM = r"\d{1,3}(?:\s*-\s*\d{1,3})?"
_LEAD = rf"(?:{finder(LEAD_INS).pattern}\s*[,:]?\s*)?"
_NUMBERS = rf"{_LEAD}(?P<items>{_ITEM}(?:\s*[,;]\s*{_ITEM})*)(?P<rest>\s*[,:]\s*[^\[\]()]{{1,40}})?"
_SQUARE = re.compile(
    rf"(?<![\w\]\[^!`])\[\s*{_NUMBERS}\s*\](?![(:\[])|(?<=[^\W\d_])\[\s*(?P<glued>{_ITEM})\s*\](?=[\s.,;:]|$)"
)
_ROUND = re.compile(rf"(?<=\s)\(\s*{_NUMBERS}\s*\)(?=\s*(?:[.,;:?!]|$))")
_MAY = re.compile(r"[\[(]\s*(?:\w+\s*:?\s*)?\d{1,3}\s*[-,;:\])]")
#: A range of more numbers than this is a range of something else.
_WIDEST = 40
#: Stands before an interval or the number of a paragraph (a sign of mathematics, `x in`, `, at`), or opens a quotation.
_OTHER = re.compile(
    r"[=<>∈∉⊂⊆×+*/^±≤≥~|]\s*$|(?:(?:^|[\s(])[^\W\d_]|\))\s+in\s+$|(?<!\w)(?:the|these|those|all|only)\s+$|(?:^|[.,;(]\s*)at\s+$|(?:^|[\s(])\"$"
)
#: Numbers that begin with 1 and of which this share follows one upon the other are a list's in its order.
_IN_ORDER = 0.75
#: Of the places that cite so many stand at the end of a clause; numbers that a quotation lacks stand within it.
_CLOSING = 0.3
#: So much of a list is cited; of what is cited, so much may be in no list.
_COVERED, _OUTSIDE = 0.3, 0.34
#: The same of numbers in round brackets; out of order hardly any may be in no list.
_COVERED_ROUND, _OUTSIDE_ROUND = 0.6, 0.05
#: What stands before a number reaches back so far, what stands behind it so far on.
_REACH, _NEXT = 40, 3
#: So many places with numbers of the list are no chance.
_MANY_PLACES = 3


@dataclass(frozen=True)
class _Marked:
    """A place with numbers: its offsets in the text of a passage, and the numbers; `closing`: it ends a clause."""

    passage: int
    place: InText
    numbers: tuple[int, ...]
    closing: bool


def find_numbered(passages: Sequence[Passage], listed: Iterable[int], notes: Sequence[Note]) -> dict[int, list[InText]]:
    """The places that cite by number, by the index of their passage; none unless the document cites so."""
    known = frozenset(listed)
    if len(known) < 2:
        return {}
    calls, places = _calls(notes), {note.marker for note in notes if note.marker}
    square = [
        marked
        for marked in _all(passages, _SQUARE)
        if 0 not in marked.numbers
        and not (len(marked.numbers) == 1 and marked.numbers[0] in calls)
        and not (places and passages[marked.passage].place(marked.place.start) in places)
    ]
    if _Numbers.of(square, known).cite(beside_notes=bool(notes)):
        return _by_passage(square)
    if notes:
        return {}
    in_brackets = list(_all(passages, _ROUND))
    return _by_passage(in_brackets) if _Numbers.of(in_brackets, known).cite_in_round() else {}


def _calls(notes: Iterable[Note]) -> frozenset[int]:
    """The numbers that call notes whose labels are typed, [1] or 1-; those of a file's own footnotes are no text."""
    typed = (note.label for note in notes if not note.label.isalnum() and "(" not in note.label)
    return frozenset(int(found[0]) for label in typed if (found := re.findall(r"\d+", ascii_digits(label))))


@dataclass(frozen=True)
class _Numbers:
    """What the numbers of a document look like, all brackets taken together.

    `distinct` of them, `inside` of those in the list; `covered` is the share of the list that is cited, `outside` that
    of numbers that it lacks, `in_order` that of new numbers that follow upon the highest before, `closing` that of
    places at the end of a clause.
    """

    places: int
    closing: float
    distinct: int
    inside: int
    covered: float
    outside: float
    in_order: float

    @classmethod
    def of(cls, places: Sequence[_Marked], known: Collection[int]) -> _Numbers:
        numbers = [number for place in places for number in place.numbers]
        distinct = list(dict.fromkeys(numbers))
        highest = following = 0
        for number in distinct:
            following += number == highest + 1
            highest = max(highest, number)
        inside = sum(number in known for number in distinct)
        return cls(
            places=len(places),
            closing=sum(place.closing for place in places) / max(len(places), 1),
            distinct=len(distinct),
            inside=inside,
            covered=inside / len(known),
            outside=sum(number not in known for number in numbers) / max(len(numbers), 1),
            in_order=following / max(len(distinct), 1) if 1 in distinct[:1] else 0.0,
        )

    def cite(self, beside_notes: bool) -> bool:
        """Whether numbers in square brackets cite the list."""
        if self.closing < _CLOSING:
            return False
        missing_end = self.covered >= 1 - _OUTSIDE
        if self.in_order >= _IN_ORDER and (self.outside <= _OUTSIDE or missing_end):
            return self.distinct >= (_MANY_PLACES if beside_notes else 2) or (
                not beside_notes and self.covered >= _COVERED
            )
        if self.inside < 2 or self.places < 2 or self.outside > _OUTSIDE:
            return False
        return self.covered >= _COVERED or (self.places >= _MANY_PLACES and not beside_notes)

    def cite_in_round(self) -> bool:
        """Whether numbers in round brackets cite the list."""
        if self.places < 2 or self.inside < 2 or self.covered < _COVERED_ROUND:
            return False
        return self.outside <= (_OUTSIDE if self.in_order >= _IN_ORDER else _OUTSIDE_ROUND)


def _by_passage(places: Iterable[_Marked]) -> dict[int, list[InText]]:
    found: dict[int, list[InText]] = {}
    for marked in places:
        found.setdefault(marked.passage, []).append(marked.place)
    return found


def _all(passages: Sequence[Passage], pattern: re.Pattern[str]) -> Iterator[_Marked]:
    for index, passage in enumerate(passages):
        if not _MAY.search(passage.text):
            continue
        shadow = Shadow(passage.text)
        for match in pattern.finditer(shadow.text):
            if not _is_other(shadow, *match.span()) and (marked := _marked(index, shadow, match)):
                yield marked


def _is_other(shadow: Shadow, start: int, end: int) -> bool:
    """Whether what stands before a bracket says that it cites nothing; a number that opens a paragraph counts that."""
    before = shadow.text[max(0, start - _REACH) : start]
    if not before.strip():
        after = shadow.span(start, end)[1]
        return not shadow.original[after : after + _NEXT].lstrip()[:1].islower()
    if _OTHER.search(before):
        return True
    words = before.split()
    last = words[-1]
    if (words[-2] if last in SMALL_WORDS and len(words) > 1 else last) in spans_of_numbers():
        return True
    if last not in numbered_things() or not shadow.text[start:end].strip("[]() ").isdecimal():
        return False  # two numbers are none of one thing
    # Section [3] is its number; what is said of one section may have a source.
    return not shadow.original[shadow.span(start - len(before) + before.rindex(last), start)[0]].islower()


def _marked(index: int, shadow: Shadow, match: re.Match[str]) -> _Marked | None:
    start, end = match.span("items") if match["items"] else match.span("glued")
    rest = match["rest"] if "rest" in match.re.groupindex and match["items"] else None
    locator = read_locator(rest, 0, bare=False) if rest else None
    if rest and not locator:
        return None
    numbers: list[int] = []
    citations: list[Citation] = []
    for item in re.finditer(_ITEM, shadow.text[start:end]):
        span = shadow.span(start + item.start(), start + item.end())
        for number in _range(item.group()):
            numbers.append(number)
            citations.append(_citation(shadow.original, span, number))
    if not numbers:
        return None
    if locator:
        citations[-1] = citations[-1].model_copy(update={"locator": locator.locator})
    closing = not (after := shadow.text[match.end() : match.end() + _NEXT].lstrip()[:1]) or after in ".,;:?!)-"
    return _Marked(index, InText(*shadow.span(*match.span()), tuple(citations)), tuple(numbers), closing)


def _range(item: str) -> range:
    first, _, last = item.partition("-")
    low, high = int(first), int(last or first)
    return range(low, high + 1) if low <= high < low + _WIDEST else range(0)


def _citation(text: str, span: tuple[int, int], number: int) -> Citation:
    return Citation(text=text[slice(*span)], form="short", key=str(number), start=span[0], end=span[1])
