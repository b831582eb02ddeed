"""Dates as library files write them: ISO and EDTF, years in any digits, Hijri years, ranges."""

from __future__ import annotations

import re
from functools import lru_cache

from refkit.dates import find_days, gregorian_years, month_number
from refkit.model import Date
from refkit.text import ascii_digits, shade

_ISO = re.compile(r"(-?\d{4,9})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T[\d:.]+Z?(?:[+-][\d:]+)?)?")
#: EDTF that biber reads, and that says more than a year, a month and a day: seasons, times, ranges of days, what is
#: uncertain (?), approximate (~) or both (%), and ranges without beginning or end.
_DAY = r"-?\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4])(?:-(?:0[1-9]|[12]\d|3[01])(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?)?)?"
_MARKED = rf"{_DAY}[~?%]?"
_EDTF = re.compile(
    rf"{_MARKED}(?:/(?:{_MARKED}|\.\.)?)?|(?:\.\.)?/{_MARKED}", re.ASCII
)  # ascii: dates in standard form
#: What beside a year says something: a word, a doubt, an open end.
_SAYS_MORE = re.compile(r"[\w?~%]|\.\.")
#: A month with a day has fewer characters.
_LONGEST = 60
_YEARS = re.compile(r"(\d{3,4})\s*[-/]\s*(\d{2,4})")
#: ه and هـ fold to one letter; AH stands before or behind.
_HIJRI = re.compile(r"(?<!\d)(\d{3,4})\s*(?:ه|ah|h)(?!\w)|(?<!\w)ah\s*(\d{3,4})(?!\d)")
_GREGORIAN = re.compile(r"(?<!\d)(\d{4})\s*(?:م|ad|ce)?(?!\w)")


@lru_cache(maxsize=8192)
def read_date(text: str) -> Date | None:
    """The date that a text says; what it says beyond year, month and day is kept as `text`. None if it is empty.

    >>> read_date("٢٠٠١").year, read_date("1399هـ/1979م").also.year, read_date("2011/2012").end_year
    (2001, 1979, 2012)
    """
    text = " ".join(text.split())
    if not text:
        return None
    bare = ascii_digits(text)
    if match := _ISO.fullmatch(bare):
        return _checked(int(match[1]), _number(match[2]), _number(match[3]), None if len(bare) < 11 else text)
    return _edtf(text, bare) or _printed(text)


def _edtf(text: str, bare: str) -> Date | None:
    """A range, or a date with a doubt; what no number says is kept in `text`. `bare` is the text in ASCII digits."""
    is_edtf = _EDTF.fullmatch(bare) is not None
    start, slash, end = (re.sub("[~?%]", "", bare) if is_edtf else bare).partition("/")
    first, last = _ISO.fullmatch(start), _ISO.fullmatch(end)
    if first and last:
        year, end_year = int(first[1]), int(last[1])
        if year > end_year:
            return None
        is_plain = year != end_year and not (first[2] or last[2]) and len(f"{start}{slash}{end}") == len(bare)
        return Date(
            year=year,
            month=_month(_number(first[2])),
            end_year=end_year if end_year != year else None,
            text=None if is_plain else text,
        )
    one = first or last
    return _checked(int(one[1]), _number(one[2]), _number(one[3]), text) if is_edtf and one else None


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _month(number: int | None) -> int | None:
    return number if number and 1 <= number <= 12 else None


def _checked(year: int, month: int | None, day: int | None, text: str | None) -> Date:
    """A date of numbers; those that no calendar has are left in `text`."""
    good = _month(month)
    good_day = day if good and day and 1 <= day <= 31 else None
    if (good, good_day) != (month, day):
        text = text or "-".join(f"{part:02}" for part in (year, month, day) if part is not None)
    return Date(year=year, month=good, day=good_day, text=text)


def _printed(text: str) -> Date:
    shadow = shade(text)
    if hijri := _HIJRI.search(shadow):
        year = int(hijri[1] or hijri[2])
        rest = shadow[: hijri.start()] + " " + shadow[hijri.end() :]
        other = _GREGORIAN.search(rest)
        also = Date(year=int(other[1])) if other and int(other[1]) in _around(year) else None
        plain = not _SAYS_MORE.search(rest.replace(other[0] if also and other else "", "", 1).replace("م", ""))
        return Date(year=year, calendar="hijri", also=also, text=None if plain else text)
    if days := find_days(shadow):
        start, end, day = days[0]
        alone = not _SAYS_MORE.search(shadow[:start] + shadow[end:])
        return Date(year=day.year, month=day.month, day=day.day, text=None if alone else text)
    if (years := _YEARS.fullmatch(shadow.strip())) and len(years[1]) == 4:
        last = int(years[1][: 4 - len(years[2])] + years[2])
        if last > int(years[1]):
            return Date(year=int(years[1]), end_year=last)
    year_found = _GREGORIAN.search(shadow)
    if year_found is None:
        return Date(text=text)
    alone = not _SAYS_MORE.search(shadow[: year_found.start()] + shadow[year_found.end() :])
    return Date(year=int(year_found[1]), text=None if alone else text)


def _around(hijri: int) -> range:
    first, last = gregorian_years(hijri)
    return range(first - 1, last + 2)


def with_month(date: Date, month: str, day: str = "") -> Date:
    """A year with the month of another field: a number, a name in any usage of `refkit.dates`, or text that is kept."""
    month, day = " ".join(month.split()), ascii_digits(" ".join(day.split()))
    bare = ascii_digits(month)
    number = _month(int(bare)) if bare.isdecimal() and len(bare) < 3 else month_number(month)
    if (
        not day
        and number is None
        and len(bare) < _LONGEST
        and (parts := re.fullmatch(r"(\d{1,2})\W+(.+)|(.+?)\W+(\d{1,2})", bare))
    ):
        day = parts[1] or parts[4]
        number = month_number(parts[2] or parts[3])
    if number is None:
        return date.model_copy(update={"text": f"{month} {date.text or date.year or ''}".strip()})
    good = int(day) if day.isdecimal() and len(day) < 3 and 1 <= int(day) <= 31 else None
    return date.model_copy(update={"month": number, "day": good})


def iso(date: Date) -> str | None:
    """The Gregorian part as ISO 8601, a range of years as EDTF; None if there is none that every program reads.

    >>> iso(Date(year=2011, end_year=2012)), iso(Date(year=1440, calendar="hijri"))
    ('2011/2012', None)
    """
    if date.calendar == "hijri":
        return iso(date.also) if date.also else None
    if date.text and _EDTF.fullmatch(date.text) and read_date(date.text) == date:
        return date.text
    if date.year is None or not -9999 <= date.year <= 9999:
        return None
    year = f"{'-' * (date.year < 0)}{abs(date.year):04}"
    if date.end_year and date.year < date.end_year <= 9999:
        return f"{year}/{'-' * (date.end_year < 0)}{abs(date.end_year):04}"
    month = f"-{date.month:02}" if date.month else ""
    return f"{year}{month}" + (f"-{date.day:02}" if month and date.day else "")


def printed(date: Date) -> str:
    """A date as a reader writes it: as it was printed, else a Hijri year with its sign."""
    if date.text:
        return date.text
    numbers = "-".join(f"{part:02}" for part in (date.year, date.month, date.day) if part is not None)
    if date.calendar == "hijri":
        return f"{numbers}هـ" + (f"/{printed(date.also)}م" if date.also else "")
    return f"{numbers}/{date.end_year}" if date.end_year else numbers
