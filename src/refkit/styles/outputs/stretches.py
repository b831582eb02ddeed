"""What all outputs make of a line first: clean text, in stretches of one language and one direction."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Literal, NamedTuple

from refkit.characters import without_controls
from refkit.model import FormattedList, Line, Run
from refkit.text import is_arabic

Direction = Literal["rtl", "ltr"]

_RTL = frozenset("ar arc ckb dv fa he ps sd syr ug ur yi".split())
#: Line ends of all kinds, and tabs: a line is one paragraph.
_BREAKS = re.compile(r"[\t-\r\x1c-\x1f\x85\u2028\u2029]+")
#: Signs that reorder what stands around them; each output orders by means of its own.
_REORDERING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_LINKS = ("https://", "http://", "ftp://", "mailto:")


class Stretch(NamedTuple):
    """Neighbouring runs of one language. `language` is "" where it is that of the line, or where nobody knows it."""

    language: str
    direction: Direction
    runs: tuple[Run, ...]


def direction(language: str) -> Direction:
    """How a language is written: `ar` from right to left, `ar-Latn` from left to right."""
    primary, _, subtags = language.lower().partition("-")
    return "rtl" if primary in _RTL and "latn" not in subtags.split("-") else "ltr"


def stretches(line: Line) -> list[Stretch]:
    """The runs of a line, their text clean, those of one language together: they are set in one direction."""
    runs = [run.model_copy(update={"text": clean(run.text), "url": link(run.url)}) for run in line.runs]
    own = direction(line.language)

    def place(run: Run) -> tuple[str, Direction]:
        if run.language and run.language != line.language:
            return run.language, direction(run.language)
        # A bare address has no language, and runs from left to right.
        return "", "ltr" if run.url and not any(map(is_arabic, run.text)) else own

    return [Stretch(*key, tuple(group)) for key, group in groupby((run for run in runs if run.text), place)]


def hangs(each: FormattedList) -> bool:
    """Whether the first line of an entry stands out: where the style says so, and where entries have a label."""
    return each.hanging_indent or any(line.label for section in each.sections for line in section.lines)


def clean(text: str) -> str:
    """The text without controls and signs that reorder, in one line; white space else as it is.

    >>> clean("a\\x00b\\nc")
    'ab c'
    """
    return without_controls(_BREAKS.sub(" ", text)).translate(_REORDERING)


def link(url: str | None) -> str | None:
    """The address that a link may lead to, or None: what a program would run (`javascript:`) is no address."""
    url = clean(url or "").strip()
    return url if url.lower().startswith(_LINKS) else None
