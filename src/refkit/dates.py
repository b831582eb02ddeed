"""Years, months and days as they are printed: Gregorian and Hijri, in both scripts.

Month names follow the four Arabic usages (Iraqi–Levantine, Egyptian–Gulf, Algerian–Tunisian, Moroccan), the
Hijri calendar, English and French. Conversion between the calendars uses the mean Hijri year (0.970224 Gregorian
years, epoch 621.58), which stays inside the real span of the year for 1–1500 AH.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from refkit.text import shade

_GREGORIAN_MONTHS: tuple[tuple[str, ...], ...] = (
    ("كانون الثاني", "كانون ثاني", "يناير", "جانفي", "january", "janvier", "jan"),
    ("شباط", "فبراير", "فيفري", "february", "fevrier", "feb"),
    ("آذار", "أذار", "مارس", "march", "mars", "mar"),
    ("نيسان", "أبريل", "إبريل", "أفريل", "april", "avril", "apr"),
    ("أيار", "ايار", "مايس", "مايو", "ماي", "may", "mai"),
    ("حزيران", "يونيو", "يونية", "جوان", "june", "juin", "jun"),
    ("تموز", "يوليو", "يولية", "جويلية", "يوليوز", "july", "juillet", "jul"),
    ("آب", "أغسطس", "اغسطس", "أوت", "غشت", "august", "aout", "aug"),
    ("أيلول", "ايلول", "سبتمبر", "شتنبر", "september", "septembre", "sept", "sep"),
    ("تشرين الأول", "تشرين اول", "أكتوبر", "october", "octobre", "oct"),
    ("تشرين الثاني", "تشرين ثاني", "نوفمبر", "نونبر", "november", "novembre", "nov"),
    ("كانون الأول", "كانون اول", "ديسمبر", "دجنبر", "december", "decembre", "dec"),
)
_HIJRI_MONTHS: tuple[tuple[str, ...], ...] = (
    ("محرم", "المحرم", "muharram"),
    ("صفر", "safar"),
    ("ربيع الأول", "rabi al-awwal"),
    ("ربيع الآخر", "ربيع الثاني", "rabi al-thani"),
    ("جمادى الأولى", "جمادي الأول", "jumada al-ula"),
    ("جمادى الآخرة", "جمادى الثانية", "جمادى الثاني", "jumada al-akhira"),
    ("رجب", "rajab"),
    ("شعبان", "shaban"),
    ("رمضان", "ramadan"),
    ("شوال", "shawwal"),
    ("ذو القعدة", "ذي القعدة", "dhu al-qada"),
    ("ذو الحجة", "ذي الحجة", "dhu al-hijja"),
)


#: A year of two digits from here on belongs to the last century: 2/8/90 is 1990, 23/12/24 is 2024.
_PIVOT = 50
#: 2/8/90: nothing shorter names more than a year.
_SHORTEST_DATE = 6


class Day(NamedTuple):
    """A date as far as it is printed: year, and month and day or None."""

    year: int
    month: int | None = None
    day: int | None = None


@cache
def _month_numbers() -> dict[str, int]:
    return {
        " ".join(shade(name).split()): number
        for table in (_GREGORIAN_MONTHS, _HIJRI_MONTHS)
        for number, names in enumerate(table, 1)
        for name in names
    }


@cache
def month_pattern() -> str:
    """A regular expression, for `Shadow.text`, that matches the name of a month."""
    names = sorted(_month_numbers(), key=len, reverse=True)
    # The set of first letters spares most of the alternatives at most words.
    heads = "".join(sorted({name[0] for name in names}))
    return rf"(?<!\w)(?=[{heads}])(?:" + "|".join(name.replace(" ", r"\s+") for name in names) + r")(?!\w)\.?"


@cache
def _month() -> re.Pattern[str]:
    return re.compile(month_pattern())


@cache
def _shortest() -> tuple[str, ...]:
    """First words of the names of months, without those that contain another of them."""
    words = {name.split()[0] for name in _month_numbers()}
    return tuple(word for word in words if not any(other != word and other in word for other in words))


def has_month(shadow: str) -> bool:
    """Whether a `Shadow.text` names a month."""
    for name in _shortest():  # a loop, for most texts name no month
        if name in shadow:
            return bool(_month().search(shadow))
    return False


def month_number(name: str) -> int | None:
    """The number of a month, 1 to 12, from its name in any of the usages above; None if it is no month."""
    return _month_numbers().get(" ".join(shade(name).strip(" .,").split()))


@cache
def _day_patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(r"(?<!\d)(?P<year>\d{4})\s*[-/.]\s*(?P<month>\d{1,2})\s*[-/.]\s*(?P<day>\d{1,2})(?!\d)"),
        re.compile(r"(?<!\d)(?P<day>\d{1,2})\s*[-/.]\s*(?P<month>\d{1,2})\s*[-/.]\s*(?P<year>\d{4}|\d{2})(?!\d)"),
    )


@cache
def _named_day_patterns() -> tuple[re.Pattern[str], ...]:
    month, gap = f"(?P<name>{month_pattern()})", r"\s*[/,. -]\s*"
    numbered = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    return (
        re.compile(rf"(?<!\d){numbered}{gap}{month}{gap}(?:عام\s+)?(?P<year>\d{{4}})(?!\d)"),
        re.compile(rf"{month}{gap}{numbered}{gap}(?P<year>\d{{4}})(?!\d)"),
        re.compile(rf"(?<!\d)(?P<year>\d{{4}}){gap}{month}{gap}(?P<day>\d{{1,2}})(?!\d)"),
        re.compile(rf"{month}{gap}(?P<year>\d{{4}})(?!\d)"),
    )


def find_days(shadow: str) -> list[tuple[int, int, Day]]:
    """The dates in a `Shadow.text`, as (start, end, date), in order and without overlap.

    Numbers are read day first (22/12/2024), as in all Arabic usages, unless only month first is possible;
    a year of two digits from 50 on belongs to the last century, else to this one.
    """
    if len(shadow) < _SHORTEST_DATE:
        return []
    found: list[tuple[int, int, Day]] = []
    named = _named_day_patterns() if has_month(shadow) else ()
    for pattern in (*_day_patterns(), *named):
        for match in pattern.finditer(shadow):
            day = _day_of(match)
            if day:
                found.append((match.start(), match.end(), day))
    # Where two patterns claim one stretch, the one that begins first and reaches further is meant.
    dates: list[tuple[int, int, Day]] = []
    for start, end, day in sorted(found, key=lambda date: (date[0], -date[1])):
        if not dates or start >= dates[-1][1]:
            dates.append((start, end, day))
    return dates


def _day_of(match: re.Match[str]) -> Day | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if len(parts["year"]) == 2:
        year += 1900 if year >= _PIVOT else 2000
    month = int(parts["month"]) if parts.get("month") else month_number(parts["name"])
    day = int(parts["day"]) if parts.get("day") else None
    if month is None:
        return None
    if month > 12 and day is not None and day <= 12:
        month, day = day, month
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    return Day(year, month, day)


def gregorian_years(hijri: int) -> tuple[int, int]:
    """The first and last Gregorian year that a Hijri year may fall in.

    >>> gregorian_years(1440)
    (2018, 2019)
    """
    start = hijri * 0.970224 + 621.58
    return int(start), int(start + 0.970224)


def hijri_year(gregorian: int) -> int:
    """The Hijri year that a Gregorian year ends in.

    >>> hijri_year(2018)
    1440
    """
    return int((gregorian + 1 - 621.58) / 0.970224)


#: The letters that tell an author's works of one year apart, in both scripts.
_SUFFIXES = {"ا": "a", "ب": "b", "ج": "c", "د": "d"}
_SUFFIXED = re.compile(r"\D*\d{3,4}(?:([a-z])|\s?([ابجد]))(?!\w)")  # ascii: a shadow


def year_suffix(printed: str) -> str:
    """The letter of a year as a Latin one: 2018a, ٢٠٠٩ب; '' if it has none.

    >>> year_suffix("2018a"), year_suffix("٢٠٠٩ ب"), year_suffix("2009م"), year_suffix("1440هـ")
    ('a', 'b', '', '')
    """
    found = _SUFFIXED.match(shade(printed))
    return (found[1] or _SUFFIXES[found[2]]) if found else ""
