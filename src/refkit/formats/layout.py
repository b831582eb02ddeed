"""Which lines of a hard-wrapped list begin an item: read from its lines together, as none of them tells by itself.

In a text that was wrapped at a width, a line that had room for the first word of the next was ended on purpose. Where
numbers, empty lines or a hanging indent divide the items, these tell; else the room does, and how items begin and end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from refkit.formats.author_headings import names_author
from refkit.formats.endings import is_complete
from refkit.formats.items import Mark, mark_of, reads_like_reference
from refkit.formats.lines import Line
from refkit.text import YEAR, shade
from refkit.vocabulary import find
from refkit.vocabulary.intext import FORTHCOMING
from refkit.vocabulary.terms import NO_DATE

#: No page has longer lines; a paragraph that is one line is longer.
_WIDEST = 140
#: A word of so many characters, an address, stands out over the edge.
_LONG_WORD = 40
#: So many lines that must go on in the next show at what width the text was wrapped, so nearly all of them alike.
_LEAST = 3
_NEARLY_ALL = 0.9
_MOST = 0.7
#: An edge more ragged than this is none.
_RAGGED = 0.75
#: Numbers of one list may be set flush right.
_FLUSH = 2
#: No item ends so.
_OPEN = tuple(",،:؛;(-–&")
_YEAR = re.compile(YEAR)


@dataclass(frozen=True)
class _Break:
    """The end of a line and the beginning of the next: `reach` is how long the line were with one word more."""

    before: Line
    after: Line
    mark: Mark
    blank: bool
    reach: int
    goes_on: bool


def item_starts(lines: Sequence[Line]) -> dict[int, bool]:
    """Number of a line of a hard-wrapped list -> whether it begins an item; left out where nothing tells.

    Of a list that is not wrapped, nor divided by hard breaks, it says only which lines lack their number.
    """
    if any(line.after_break for line in lines):
        return _broken(lines)
    width = _width(lines)
    breaks = _breaks(lines)
    edge = _edge(breaks, width) if width <= _WIDEST else None
    if edge is None:
        return _unnumbered(breaks)
    for layout in (_numbered, _spaced, _hanging):
        if starts := layout(breaks, edge):
            return starts
    return _flat(breaks, edge)


def _broken(lines: Sequence[Line]) -> dict[int, bool]:
    """A paragraph with hard breaks is one item if at most one of its lines could be an item by itself."""
    starts: dict[int, bool] = {}
    paragraph: list[Line] = []
    for line in [*lines, None]:
        if line and line.after_break:
            paragraph.append(line)
            continue
        whole = [each for each in paragraph if _YEAR.search(shade(each.text)) and reads_like_reference(each.text)]
        if len(paragraph) > 1 and len(whole) < 2:
            starts |= {each.number: each is paragraph[0] for each in paragraph}
        paragraph = [line] if line and line.kind == "text" else []
    return starts


def _unnumbered(breaks: Sequence[_Break]) -> dict[int, bool]:
    """In a list whose items are numbered, nearly each on one line: the others that are an item by themselves."""
    numbered = sum(bool(each.mark.number) for each in breaks)
    inside = [each for each in breaks if not each.mark and not each.blank]
    if numbered < _LEAST or numbered < _MOST * (numbered + len(inside)):
        return {}
    return {
        each.after.number: True
        for each in inside
        if not each.goes_on
        and each.after.indent <= each.before.indent
        and _is_dated(each.before.text)
        and _is_dated(each.after.text)
        and names_author(each.after.text, surely=False)
    }


def _breaks(lines: Sequence[Line]) -> list[_Break]:
    found = []
    last: Line | None = None
    blank = True
    for line in lines:
        if line.kind != "text" or line.row:
            last, blank = (last, True) if line.kind in ("blank", "rule", "code") else (None, True)
            continue
        if last:
            found.append(_break(last, line, blank))
        last, blank = line, False
    return found


def _break(before: Line, after: Line, blank: bool) -> _Break:
    word = after.raw.split(maxsplit=1)[0]
    first = next((char for char in after.text if char.isalpha()), "")
    # al-Jabarti, van den Berg begin an item.
    runs_on = not first or (first.islower() and not names_author(after.text, surely=False))
    is_open = before.text.rstrip().endswith(_OPEN) or not is_complete(before.text)
    goes_on = not blank and (runs_on or is_open)
    return _Break(before, after, mark_of(after.text), blank, _length(before) + 1 + len(word), goes_on)


def _length(line: Line) -> int:
    return len(line.raw.expandtabs(4).rstrip())


def _width(lines: Sequence[Line]) -> int:
    """The length of the longest line that no long word, which cannot be broken, makes so long."""
    texts = (line for line in lines if line.kind == "text" and not line.row)
    lengths = (_length(line) for line in texts if max(map(len, line.raw.split())) < _LONG_WORD)
    return max(lengths, default=_WIDEST + 1)


def _edge(breaks: Sequence[_Break], width: int) -> int | None:
    """What a line with one word more must reach to be full; None where the lines do not look wrapped."""
    reaches = sorted(each.reach for each in breaks if each.goes_on and not each.mark)
    if len(reaches) < _LEAST:
        return None
    edge = min(width + 1, reaches[len(reaches) // 20])
    return edge if edge >= _RAGGED * width else None


def _numbered(breaks: Sequence[_Break], edge: int) -> dict[int, bool]:
    """A list whose items are marked: what is not, or with a number out of turn, goes on."""
    free = [each for each in breaks if each.reach < edge or each.blank]
    marks = [each.mark for each in free if each.mark]
    if not breaks or len(marks) < max(2, _MOST * len(free)):
        return {}
    first = mark_of(breaks[0].before.text)
    kind = max((mark.kind for mark in marks), key=[mark.kind for mark in marks].count)
    number = int(first.number or 0)
    indent = breaks[0].before.indent
    starts: dict[int, bool] = {}
    for each in breaks:
        in_turn = not each.mark.number or int(each.mark.number) in (number + 1, 1)
        alike = each.mark.kind == kind and in_turn and each.after.indent <= indent + _FLUSH
        if each.mark and (alike or each.blank):
            starts[each.after.number] = True
            number = int(each.mark.number or 0)
        elif not each.blank and (each.mark or each.reach >= edge or each.after.indent > indent):
            starts[each.after.number] = False
    return starts


def _spaced(breaks: Sequence[_Break], edge: int) -> dict[int, bool]:
    """A list with an empty line between its items."""
    inside = [each for each in breaks if not each.blank]
    if len(inside) == len(breaks) or sum(each.reach >= edge for each in inside) < _NEARLY_ALL * len(inside):
        return {}
    return {each.after.number: each.blank for each in breaks}


def _hanging(breaks: Sequence[_Break], edge: int) -> dict[int, bool]:
    """A list whose items begin further out than they go on, or further in."""
    first = breaks[0].before.indent
    others = [each for each in breaks if not each.blank and each.after.indent != first]
    full = sum(each.reach >= edge for each in others)
    if len(others) < 2 or full < _NEARLY_ALL * len(others) or len({each.after.indent for each in others}) > 1:
        return {}
    return {
        each.after.number: each.after.indent == first for each in breaks if not each.blank or each.after.indent == first
    }


def _flat(breaks: Sequence[_Break], edge: int) -> dict[int, bool]:
    """A list without any such mark: an item begins after a line with room left.

    After a full line it does if it begins with a name as the others do, or else if that line ends a sentence, and if
    what stands before and what follows both have a year where the others have one.
    """
    free = [each for each in breaks if each.reach < edge and not each.blank]
    if not free:
        return {}
    sure = {each.after.number for each in breaks if each.reach < edge or each.blank}
    named = sum(names_author(each.after.text, surely=False) for each in free) >= _MOST * len(free)
    perhaps = {
        each.after.number
        for each, following in pairwise([*breaks, None])
        if each
        and each.after.number not in sure
        and not each.goes_on
        and (names_author(_opening(each, following), surely=False) if named else each.before.text.rstrip()[-1:] == ".")
    }
    starts = sure | _dated(breaks, sure, perhaps)
    return {each.after.number: each.after.number in starts for each in breaks if not each.blank}


def _dated(breaks: Sequence[_Break], sure: set[int], perhaps: set[int]) -> set[int]:
    """Of the lines that perhaps begin an item those that leave a year in what stands before and behind them."""
    pieces: list[tuple[int, str]] = []
    last = None
    for each in breaks:
        if each.before is not last:
            pieces.append((each.before.number, each.before.text))
        last = each.after
        if each.after.number in sure or each.after.number in perhaps:
            pieces.append((each.after.number, each.after.text))
        else:
            pieces[-1] = (pieces[-1][0], f"{pieces[-1][1]} {each.after.text}")
    years = [_is_dated(text) for _, text in pieces]
    if sum(years) < _MOST * len(years):
        return perhaps
    return {
        number
        for (number, _), (before, here) in zip(pieces[1:], pairwise(years), strict=True)
        if number in perhaps and before and here
    }


def _is_dated(text: str) -> bool:
    """Whether a text has a year, or what stands for one: د.ت, forthcoming."""
    shadow = shade(text)
    return bool(_YEAR.search(shadow) or find((*NO_DATE, *FORTHCOMING), shadow))


def _opening(each: _Break, following: _Break | None) -> str:
    """The line that begins at a break with the next one, where that may go on in it."""
    return (
        f"{each.after.text.strip()} {following.after.text.strip()}"
        if following and not following.blank
        else each.after.text
    )
