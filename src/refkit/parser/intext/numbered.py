"""Citations by number: [3], [3-5، 7], (3), where the document has a numbered list and cites it so throughout.

Numbers in square brackets count if most of them stand in the list and they cover a good part of it. Numbers in
round brackets may be enumerations, formulas or articles of a law: they count only where hardly any is outside of the
list, most of the list is cited, and no note is called so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from refkit.model import Citation, Passage
from refkit.parser.intext.locators import read_locator
from refkit.parser.intext.place import InText
from refkit.text import Shadow
from refkit.vocabulary import finder
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


@dataclass(frozen=True)
class _Marked:
    """A place with numbers: its offsets in the text of a passage, and the numbers as text with their offsets."""

    passage: int
    place: InText
    numbers: tuple[int, ...]


def find_numbered(passages: Sequence[Passage], listed: Iterable[int], has_notes: bool) -> dict[int, list[InText]]:
    """The places that cite by number, by the index of their passage; none unless the document does so throughout."""
    known = frozenset(listed)
    if len(known) < 2:
        return {}
    square = [place for place in _all(passages, _SQUARE) if max(place.numbers) > 0 and min(place.numbers) > 0]
    if _throughout(square, known, outside=0.2, cited=0.3):
        return _by_passage(square)
    if has_notes:
        return {}
    in_brackets = list(_all(passages, _ROUND))
    if _throughout(in_brackets, known, outside=0.05, cited=0.6):
        return _by_passage(in_brackets)
    return {}


def _throughout(places: Sequence[_Marked], known: frozenset[int], outside: float, cited: float) -> bool:
    numbers = [number for place in places for number in place.numbers]
    if len(places) < 2 or not numbers:
        return False
    strange = sum(number not in known for number in numbers)
    return strange <= outside * len(numbers) and len(known.intersection(numbers)) >= cited * len(known)


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
            if marked := _marked(index, shadow, match):
                yield marked


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
    return _Marked(index, InText(*shadow.span(*match.span()), tuple(citations)), tuple(numbers))


def _range(item: str) -> range:
    first, _, last = item.partition("-")
    low, high = int(first), int(last or first)
    return range(low, high + 1) if low <= high < low + _WIDEST else range(0)


def _citation(text: str, span: tuple[int, int], number: int) -> Citation:
    return Citation(text=text[slice(*span)], form="short", key=str(number), start=span[0], end=span[1])
