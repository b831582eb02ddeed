"""The items of a reference list: what marks them, and their lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from refkit.formats.lines import Line, join
from refkit.model import Passage
from refkit.text import ascii_digits
from refkit.vocabulary import citation_cues

#: `1. `, `١- `, `(1)`, `[1]`, after an optional bullet; or a bullet alone. An em dash repeats an author: no bullet.
_MARK = re.compile(
    r"\s*(?:(?P<bullet>[-*•▪●◦·–])\s+)?"
    r"(?:(?P<plain>\d{1,3})\s*(?:[.)]|[-–/ـ](?!\d))(?:\s+(?=\S)|(?=\D))|\((?P<round>\d{1,3})\)\s*|\[(?P<square>\d{1,3})\]\s*)?"
)
#: A paragraph of more words than this, with so little of a citation in it, is the text that follows the list.
_PROSE_WORDS = 90
_PROSE_CUES = 3


class Mark(NamedTuple):
    """What an item begins with: its bullet and its number ('' for none), how the number is written; its length."""

    bullet: str
    number: str
    style: str
    end: int

    @property
    def kind(self) -> tuple[str, str]:
        """What items of one level have in common; ('', '') without number and bullet."""
        return self.bullet, self.style

    def __bool__(self) -> bool:
        return any(self.kind)


def mark_of(text: str) -> Mark:
    """The number and the bullet that a line begins with.

    >>> mark_of("- [١٢] الأيام").kind, mark_of("١٢- الأيام").number, bool(mark_of("الأيام"))
    (('-', 'square'), '12', False)
    """
    match = _MARK.match(text)
    assert match is not None
    style = match.lastgroup if match.lastgroup != "bullet" else None
    number = ascii_digits(match[style]) if style else ""
    bullet = match["bullet"] or ""
    return Mark(bullet, number, style or "", match.end() if number or bullet else 0)


@dataclass(frozen=True)
class AuthorHeading:
    """A line that is nothing but the author of the works below it.

    `said`: a colon, bold type or the marks of a heading say that it heads something. `apart`: its works look otherwise
    than it, by a number, a bullet or its type.
    """

    name: str
    mark: Mark
    said: bool
    apart: bool


@dataclass
class Item:
    """An item as it is being put together. `group` is the author's heading that it stands below, up to
    an item that `ends_group`.
    """

    lines: list[Line]
    mark: Mark
    section: str | None
    group: AuthorHeading | None
    after_blank: bool
    ends_group: bool = False

    def tail(self) -> str:
        """The end of the text, which tells whether it is complete."""
        return join(self.lines[-4:]).text[-300:]

    def passage(self) -> Passage:
        return join(self.lines)


def reads_like_reference(text: str) -> bool:
    """Whether a line has the parts of a reference."""
    words = text.split()
    divided = any(mark in text.rstrip(" .") for mark in '،,.:؛;"«“-–')
    named = any(map(str.isalpha, text))
    return named and len(words) >= 2 and (citation_cues(text) >= 1 or (divided and len(words) >= 4))


def is_prose(text: str) -> bool:
    """Whether a paragraph is too long for an item, and has too little of one."""
    return len(text.split()) > _PROSE_WORDS and citation_cues(text) <= _PROSE_CUES
