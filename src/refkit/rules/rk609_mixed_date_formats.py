"""RK609 mixed-date-formats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator
from typing import NamedTuple

from refkit.dates import Day, find_days
from refkit.kinds import Problem, Rule
from refkit.model import Fix, Linked, Reference
from refkit.rules.stretches import Stretch
from refkit.settings import Settings
from refkit.text import Shadow, digits_like

_NUMERIC = re.compile(r"(?P<first>\d{1,4})\s*(?P<mark>[-/.])\s*(?P<second>\d{1,2})\s*[-/.]\s*(?P<last>\d{1,4})")


class _Printed(NamedTuple):
    """An access date: its line, where it stands, what it says, and how: order of its parts and what divides them."""

    line: Reference
    start: int
    end: int
    day: Day
    order: str
    mark: str
    sure: bool
    short_year: bool

    @property
    def manner(self) -> tuple[str, str]:
        """What dates of one format have in common."""
        return self.order, self.mark


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Access dates in another format than most of their list's, in either language, and those with a year of two digits."""
    for found in linked.document.lists:
        groups: dict[Hashable, list[_Printed]] = {}
        for line in found.references:
            if date := _printed(line):
                groups.setdefault(line.language, []).append(date)
        for dates in groups.values():
            usual = Counter(date.manner for date in dates).most_common(1)[0][0]
            example = next(_text(date) for date in dates if date.manner == usual)
            for date in dates:
                if date.manner != usual or date.short_year:
                    yield _problem(linked, date, usual, example)


def _text(date: _Printed) -> str:
    return date.line.text[date.start : date.end]


def _printed(line: Reference) -> _Printed | None:
    """The day on which a source was read, as a line prints it."""
    spans = line.citation.spans.get("accessed", ()) if line.citation else ()
    if not spans:
        return None
    shadow = Shadow(line.text[spans[0][0] : spans[-1][1]])
    for start, end, day in find_days(shadow.text):
        if day.day is None or day.month is None:
            continue
        first, last = (offset + spans[0][0] for offset in shadow.span(start, end))
        match = _NUMERIC.fullmatch(shadow.text, start, end)
        if not match:
            order = "named" if shadow.text[start].isdigit() else "named first"
            return _Printed(line, first, last, day, order, "", True, False)
        year_first = len(match["first"]) == 4
        order = "year first" if year_first else "day first" if int(match["first"]) == day.day else "month first"
        sure = year_first or day.day > 12 or day.day == day.month
        short = not year_first and len(match["last"]) == 2
        return _Printed(line, first, last, day, order, match["mark"], sure, short)
    return None


def _problem(linked: Linked, date: _Printed, usual: tuple[str, str], example: str) -> Problem:
    printed = _text(date)
    what = (
        "a year of two digits"
        if date.manner == usual
        else f"another format than “{example}”, which most of the list has"
    )
    new = _rewritten(date, usual)
    fix = Fix(message=f"write it like “{example}”")
    if new:
        stretch = Stretch(date.line, linked.document.path)
        fix = stretch.fix("safe", f"write {new}", (date.start, date.end, new))
    return Problem(
        f"access date {printed}: {what}",
        date.line,
        date.start,
        references=(date.line.id,),
        data={"text": printed},
        fix=fix,
    )


def _rewritten(date: _Printed, usual: tuple[str, str]) -> str:
    """The date in the usual format; '' where its parts are in doubt, or a month would have to be named."""
    order, mark = usual
    if order not in ("day first", "year first") or not (date.sure or order == date.order):
        return ""
    year, month, day = (
        digits_like(f"{part:02}", _text(date)) for part in (date.day.year, date.day.month, date.day.day)
    )
    return mark.join((day, month, year) if order == "day first" else (year, month, day))


_NOTE = "نص.(1)\n\n(1) علي الوردي، آفاق العلاقات العراقية التركية، ٢٠٢١، https://example.org/17\n\n## ببليوغرافيا\n\n"
_FIRST = "1. الدوري، عبد العزيز، مستقبل العلاقات العربية، ٢٠٢٢، https://example.org/18 ، تاريخ الزيارة ٢٢/١٢/٢٠٢٤.\n"
_SECOND = "2. الوردي، علي، آفاق العلاقات العراقية التركية، ٢٠٢١، https://example.org/17 ، تاريخ الزيارة {}.\n"
_NOTE_EN = "Text.[^1]\n\n[^1]: Jane Smith, Prospects of Iraq, 2021, https://example.org/17\n\n## Bibliography\n\n"
_FIRST_EN = "- Smith, Jane, Prospects of Iraq, 2021, https://example.org/17, accessed 22 December 2024.\n"
_SECOND_EN = "- Tripp, Charles, Futures of Iraq, 2022, https://example.org/18, accessed {}.\n"

RULE = Rule(
    code="RK609",
    name="mixed-date-formats",
    severity="info",
    summary="Access dates in several formats in one list, or with a year of two digits.",
    reason="5/3/2024 beside 2024-03-05 leaves the reader to guess which is the month. The format of most lines is the list's.",
    bad=(
        _NOTE + _FIRST + _SECOND.format("٢٠٢٤-١٢-٢٣"),
        _NOTE + _FIRST + _SECOND.format("٢٣/١٢/٢٤"),
        _NOTE_EN + _FIRST_EN + _SECOND_EN.format("12/23/2024"),
    ),
    good=(_NOTE + _FIRST + _SECOND.format("٢/١٢/٢٠٢٤"), _NOTE_EN + _FIRST_EN + _SECOND_EN.format("3 December 2024")),
    check=check,
    fix="safe",
)
