"""The markers that call notes, and which note each of them calls."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from refkit.addresses import find_urls
from refkit.formats.lines import Line
from refkit.model import Place
from refkit.text import INVISIBLE, ascii_digits

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
NUMBER = r"(?:\d{1,4}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})"
#: A note at the head of a line, after markup is off.
START = re.compile(
    rf"\s{{0,3}}(?P<label>\(\s*(?P<round>{NUMBER})\s*\)|\[\s*(?P<square>{NUMBER})\s*\]|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,4}})"
    r"|\(\s*(?P<star>\*{1,4})\s*\)|(?P<bare>\*{1,4}))\s*[-:–]?\s*(?=\S)"
)
_MARKER = re.compile(
    rf"\[\^(?P<key>[^\[\]\s]{{1,80}})\](?P<colon>:)?|\(\s*(?P<round>{NUMBER})\s*\)|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,4}})|\[(?P<square>{NUMBER})\]"
    r"|\((?:\\?\s)*(?P<star>(?:\\?\*){1,4})\s*\)|(?<=[\w»”\")\].،,])(?P<bare>(?:\\?\*){1,4})"
)
_RAISED_DIGITS = re.compile(rf"<sup>\s*(?P<tag>{NUMBER})\s*</sup>|\^(?P<caret>{NUMBER})\^")


@dataclass(frozen=True)
class Marker:
    """Something in the text that may call a note: `^a`, or a number in ASCII digits; and where it stands.

    `kind` is its dress (key, round, square, raised, star), `raw` the line that it stands in, `end` the column behind
    it.
    """

    key: str
    place: Place
    kind: str = "key"
    raw: str = ""
    end: int = 0

    @property
    def start(self) -> int:
        """The offset of its first character in its line."""
        return (self.place.column or 1) - 1

    @property
    def closes_emphasis(self) -> bool:
        """Whether its asterisks are those behind a word in emphasis: others of their number open it in the line."""
        return self.kind == "star" and len(re.findall(rf"(?<!\*)\*{{{len(self.key)}}}(?!\*)", self.raw)) % 2 == 0


def opens_note(rest: str) -> bool:
    """Whether what follows a number at the head of a line can be a note; after a marker stands punctuation."""
    return any(c.isalpha() for c in rest) and rest[0] not in ".،,؛;:)"


def plain_number(number: str) -> str:
    """A number in ASCII digits, whatever its digits (١, ¹), without leading zeros."""
    return ascii_digits(number.translate(_SUPERSCRIPTS)).lstrip("0") or "0"


def number_of(match: re.Match[str]) -> str:
    """The number of a note in ASCII digits, or its asterisks."""
    return plain_number(next(group for name, group in match.groupdict().items() if name != "label" and group))


def find_markers(lines: Sequence[Line] | Iterator[Line]) -> Iterator[Marker]:
    """Everything in the lines that may call a note, in order; a bracketed number in a heading or a URL calls none."""
    for line in lines:
        if line.kind not in ("text", "heading", "definition"):
            continue
        found = {
            match.start(): (plain_number(match["tag"] or match["caret"]), "raised", match.end())
            for match in _RAISED_DIGITS.finditer(line.raw)
        }
        urls = find_urls(line.raw)
        for match in _MARKER.finditer(line.raw):
            if found_here := _read(match, line, urls):
                found[match.start()] = (*found_here, match.end())
        for column, (key, kind, end) in sorted(found.items()):
            yield Marker(key, Place(line=line.number, column=column + 1), kind, line.raw, end)


def _read(match: re.Match[str], line: Line, urls: Sequence[tuple[int, int]]) -> tuple[str, str] | None:
    """What a marker calls, and its dress; None if it is none."""
    stars = match["star"] or match["bare"]
    if match["key"]:
        # A key with a colon at the head of a line opens a definition.
        return None if match["colon"] and not line.raw[: match.start()].strip() else ("^" + match["key"], "key")
    if stars:
        return stars.replace("\\", ""), "star"
    if (line.kind == "heading" and not match["raised"]) or any(a <= match.start() < b for a, b in urls):
        return None
    if _heads_line(match, line):
        return None
    kind = next(kind for kind in ("round", "raised", "square") if match[kind])
    return plain_number(match[kind]), kind


def first_places(markers: Iterable[Marker]) -> dict[str, Place]:
    """Key -> where the first marker with it stands."""
    first: dict[str, Place] = {}
    for marker in markers:
        first.setdefault(marker.key, marker.place)
    return first


def _heads_line(match: re.Match[str], line: Line) -> bool:
    """Whether a number in brackets opens its line as a note's own label does."""
    opening = START.match(line.text)
    return (
        opening is not None
        and not line.raw[: match.start()].strip(f" \t{INVISIBLE}")
        and opens_note(line.text[opening.end() :])
    )


class Called(NamedTuple):
    """What a note is called by: the key of a definition (`^a`), or its number; and the line that it begins on."""

    key: str
    number: str
    line: int


def pair(run: Sequence[Called], markers: Sequence[Marker], start: int) -> tuple[list[Place | None], int]:
    """The marker of each note of a run: by its key, or in the longest rising sequence of markers before it.

    Returns the places, and the index of the first marker that a later run may use.
    """
    keyed: dict[str, Place] = {}
    for marker in markers if any(called.key for called in run) else ():
        keyed.setdefault(marker.key, marker.place)
    places = [keyed.get(called.key) if called.key else None for called in run]
    rank = {called.number: at for at, called in enumerate(run) if called.number and not called.key}
    candidates = []
    for at in range(start, len(markers)):
        if markers[at].place.rank >= (run[-1].line, 0):
            break
        position = rank.get(markers[at].key)
        if position is not None and markers[at].place.rank < (run[position].line, 0):
            candidates.append((at, position))
    chosen = _longest_rise(candidates)
    for at, position in chosen:
        places[position] = markers[at].place
    return places, max((at + 1 for at, _ in chosen), default=start)


def _longest_rise(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence with strictly rising second members; of equals, the one that stands last."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, rank) in enumerate(pairs):
        at = bisect_left(tails, rank)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(rank)
            ends.append(index)
        else:
            tails[at], ends[at] = rank, index
    chosen = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chosen.append(pairs[index])
        index = before[index]
    return chosen[::-1]
