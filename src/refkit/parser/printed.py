"""Numbers and dates of publication as they are printed, made values."""

from __future__ import annotations

import re

from refkit.dates import find_days, gregorian_years, has_month, month_number, month_pattern
from refkit.model import Date
from refkit.text import YEAR, ascii_digits, shade
from refkit.vocabulary.ordinals import ordinal

#: A Hijri year by its era; `sh.` is the solar one, which has no variable of its own.
_HIJRI = re.compile(r"(?<!\d)(\d{3,4})\s*(?:ه(?!\w)|هجري|a\.?\s?h(?![a-z])|h(?!\w))")
_SOLAR = re.compile(r"(?<!\d)1[0-4]\d\d\s*(?:sh\b|ش(?!\w))")
#: Two years of which the first may be Hijri: 1421/2001, 749/1348.
_PAIR = re.compile(r"(?<!\d)(\d{3,4})\s*[-/]\s*(\d{3,4})(?!\d)")


#: 2nd, 3e
_SUFFIX = re.compile(r"(?<=\d)(?:st|nd|rd|th|e|è?me)\b", re.IGNORECASE)
_DASH = re.compile(r"\s*[-‐-―−ـ]\s*")


def printed_number(value: str) -> str:
    """A number as printed, in ASCII digits; an ordinal in words as its digit."""
    plain = " ".join(ascii_digits(value).split())
    if plain.isdigit():
        return plain
    if any(c.isdigit() for c in plain):
        return _DASH.sub("-", _SUFFIX.sub("", plain))
    number = ordinal(value)
    return str(number) if number else plain


def printed_date(value: str) -> Date:
    """A date of publication: Gregorian, Hijri, or both; as text where it has no year.

    1440 alone would be a Hijri year in a Gregorian place: only an era, or the Gregorian year beside it, says so.
    """
    shadow = _SOLAR.sub(" ", shade(value))
    hijri = _hijri_year(shadow)
    days = [day for *_, day in find_days(shadow)]
    lunar = next((day for day in days if day.year == hijri), None)
    own = Date(year=hijri, calendar="hijri") if hijri else None
    if own and lunar:
        own = Date(year=hijri, month=lunar.month, day=lunar.day, calendar="hijri", text=value)
    day = next((day for day in days if day.year != hijri), None)
    if day:
        date = Date(year=day.year, month=day.month, day=day.day)
    else:
        years = [int(year) for year in re.findall(rf"(?<!\d){YEAR}(?!\d)", shadow) if int(year) != hijri]
        if not years:
            return own or Date(text=value)
        month = re.search(month_pattern(), shadow) if not hijri and has_month(shadow) else None
        date = Date(year=years[0], month=month_number(month.group()) if month else None, end_year=_end(shadow, years))
    return own.model_copy(update={"also": date}) if own else date


def _hijri_year(shadow: str) -> int | None:
    if named := _HIJRI.search(shadow):
        return int(named[1])
    if pair := _PAIR.search(shadow):
        first, second = int(pair[1]), int(pair[2])
        low, high = gregorian_years(first)
        return first if first < second and low <= second <= high else None
    return None


def _end(shadow: str, years: list[int]) -> int | None:
    """The last year of 1859-60 and 2000-2001."""
    if len(years) > 1:
        return years[1] if years[1] > years[0] else None
    short = re.search(r"\d{4}\s*[-/]\s*(\d\d)(?!\d)", shadow)
    end = years[0] // 100 * 100 + int(short[1]) if short else 0
    return end if end > years[0] else None
