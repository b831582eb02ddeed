"""RK703 impossible-date."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date as calendar_date
from typing import NamedTuple

from refkit.addresses import find_dois, find_urls
from refkit.dates import find_days, gregorian_years, hijri_year
from refkit.kinds import Problem, Rule
from refkit.model import Citation, Date, Fields, Fix, Linked, Note, Reference
from refkit.rules.entries import placed_entries
from refkit.rules.views import passages
from refkit.settings import Settings
from refkit.text import YEAR, Shadow, shade

_NUMERIC = re.compile(
    r"(?<![\d/.-])(?P<first>\d{1,2})\s?(?P<mark>[/.-])\s?(?P<second>\d{1,2})\s?(?P=mark)\s?(?P<year>(?:19|20)\d\d)(?![\d/.-])"
)
_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
#: The first book in Arabic type is of 1514: an earlier year of a printed work is a Hijri one.
_FIRST_PRINT = 1455
_FIRST_HIJRI_PRINT = 1130
_TOLERANCE = 1


def check(linked: Linked, settings: Settings) -> Iterator[Problem]:
    """Dates of notes and lines that no calendar has, that are still to come, or whose two calendars do not agree."""
    today = settings.today or calendar_date.today()
    bare = _prints_bare_hijri_years(linked)
    for passage in passages(linked):
        seen: set[int] = set()
        for fault in (*_days(passage, today), *_fields(passage, today)):
            if fault.at not in seen and not (bare and fault.bare):
                seen.add(fault.at)
                yield _problem(passage, fault)
    yield from _of_libraries(linked, today)


def _of_libraries(linked: Linked, today: calendar_date) -> Iterator[Problem]:
    """Dates of entries; there a Hijri year is said to be one."""
    for placed in placed_entries(linked):
        entry = placed.entry
        issued = _wrong_issued(0, entry, entry.issued, today) if entry.issued and entry.issued.year else None
        accessed = _wrong_accessed(0, entry.accessed, today) if entry.accessed and entry.accessed.year else None
        for field, fault in (("issued", issued), ("accessed", accessed)):
            if fault:
                fix = Fix(message=fault.hint) if fault.hint else None
                yield placed.problem(f"{entry.key}: {fault.message}", field, fix)


class _Fault(NamedTuple):
    """What is wrong with a date at an offset, and what is rather meant; `bare`: a Hijri year may lack its هـ."""

    at: int
    message: str
    hint: str = ""
    bare: bool = False


def _problem(passage: Note | Reference, fault: _Fault) -> Problem:
    is_note = isinstance(passage, Note)
    return Problem(
        fault.message,
        passage,
        fault.at,
        notes=(passage.id,) if is_note else (),
        references=() if is_note else (passage.id,),
        fix=Fix(message=f"write {fault.hint}") if fault.hint else None,
        severity="warning" if fault.bare else None,
    )


def _prints_bare_hijri_years(linked: Linked) -> bool:
    """Whether the paper counts in Hijri years throughout, and says so nowhere."""
    years = [line.fields.issued for line in linked.document.references if line.fields.issued]
    bare = [date for date in years if date.calendar == "gregorian" and _may_be_hijri(date.year or 0)]
    return len(bare) > 2 and len(bare) * 3 > len(years)


def _may_be_hijri(year: int) -> bool:
    return _FIRST_HIJRI_PRINT <= year < _FIRST_PRINT


def _days(passage: Note | Reference, today: calendar_date) -> Iterator[_Fault]:
    """Days that no month has: 31/2/2024, 45/13/2024."""
    shadow = Shadow(passage.text)
    if not any(char.isdigit() for char in shadow.text):
        return
    aside = [*find_urls(passage.text), *find_dois(passage.text)]
    found = [(match.span(), match) for match in _NUMERIC.finditer(shadow.text)]
    for (start, end), match in found:
        first, last = shadow.span(start, end)
        if any(left <= first < right for left, right in aside):
            continue
        day, month, year = int(match["first"]), int(match["second"]), int(match["year"])
        if not _exists(year, month, day) and not _exists(year, day, month):
            yield _Fault(first, f"no calendar has this day: {passage.text[first:last]}")
    for start, end, found_day in find_days(shadow.text):
        first, last = shadow.span(start, end)
        named = any(char.isalpha() for char in shadow.text[start:end])
        known = found_day.day and found_day.month and _MODERN <= found_day.year <= today.year + _TOLERANCE
        if named and known and not _exists(found_day.year, found_day.month or 1, found_day.day or 1):
            yield _Fault(first, f"no calendar has this day: {passage.text[first:last]}")


_MODERN = 1800


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _fields(passage: Note | Reference, today: calendar_date) -> Iterator[_Fault]:
    """Years of publication and access dates that cannot be."""
    citations = passage.citations if isinstance(passage, Note) else [passage.citation] if passage.citation else []
    for citation in citations:
        for name in ("issued", "accessed"):
            date, spans = getattr(citation.fields, name), citation.spans.get(name)
            if date and date.year and spans and (name == "accessed" or _is_sure(citation)):
                at = citation.start + spans[0][0]
                fault = (
                    _wrong_issued(at, citation.fields, date, today)
                    if name == "issued"
                    else _wrong_accessed(at, date, today)
                )
                if fault:
                    yield fault


def _is_sure(citation: Citation) -> bool:
    """Whether the year of publication is no year of a title: رؤية ٢٠٣٠. One that the parser doubts stands alone."""
    if citation.confidence.get("issued") != "review":
        return True
    text = citation.text
    for start, end in (*find_urls(text), *find_dois(text), *citation.spans.get("accessed", ())):
        text = text[:start] + " " * (end - start) + text[end:]
    return len(_YEAR.findall(shade(text))) == 1


def _wrong_issued(at: int, fields: Fields, date: Date, today: calendar_date) -> _Fault | None:
    year = date.year or 0
    if date.calendar == "hijri":
        return _wrong_hijri(at, year, date.also.year if date.also else None, today)
    if year > today.year + _TOLERANCE:
        return _Fault(at, f"published in {year}, which is still to come")
    printed = fields.publisher or fields.container_title or fields.URL or fields.DOI
    if _may_be_hijri(year) and printed and fields.type != "manuscript":
        first, last = gregorian_years(year)
        message = f"published in {year}, before books were printed: a Hijri year ({first}/{last})"
        return _Fault(at, message, f"{year}هـ", bare=True)
    return None


def _wrong_hijri(at: int, year: int, gregorian: int | None, today: calendar_date) -> _Fault | None:
    first, last = gregorian_years(year)
    if gregorian and not first - _TOLERANCE <= gregorian <= last + _TOLERANCE:
        return _Fault(at, f"{year} AH is {first}/{last}, not {gregorian}", f"{year}هـ / {last}م")
    if year > hijri_year(today.year) + _TOLERANCE:
        return _Fault(at, f"{year} AH is still to come", f"{year}م" if year <= today.year + _TOLERANCE else "")
    return None


def _wrong_accessed(at: int, date: Date, today: calendar_date) -> _Fault | None:
    year, month, day = date.year or 0, date.month or 1, date.day or 1
    if date.calendar == "hijri" or year < _MODERN:
        return None
    if not _exists(year, month, day):
        return _Fault(at, f"no calendar has this day: {day}/{month}/{year}")
    # 5/3/2024 may be in May: what is meant is still to come in either reading.
    readings = [(month, day), (day, month)] if day <= 12 else [(month, day)]
    if all((year, *reading) > (today.year, today.month, today.day) for reading in readings):
        return _Fault(at, f"read on {year}-{month:02}-{day:02}, which is still to come")
    return None


_NOTE = "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n## ببليوغرافيا\n\n"
_LINE = "1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، {}.\n"
_WEB = "نص.(1)\n\n(1) علي الوردي، آفاق العلاقات العراقية التركية، ٢٠٢١، https://example.org/17\n\n## ببليوغرافيا\n\n1. الوردي، علي، آفاق العلاقات العراقية التركية، ٢٠٢١، https://example.org/17 ، تاريخ الزيارة {}.\n"
_WEB_EN = "Text.[^1]\n\n[^1]: Jane Smith, Prospects of Iraq, 2021, https://example.org/17\n\n## Bibliography\n\n- Smith, Jane, Prospects of Iraq, 2021, https://example.org/17, accessed {}.\n"

RULE = Rule(
    code="RK703",
    name="impossible-date",
    severity="error",
    summary="A date in the future, a Hijri year printed as a Gregorian one, two calendars that do not agree, 31 February.",
    reason="Slips of this kind are seen at once by readers, and by no program that takes the numbers as they are.",
    bad=(
        _NOTE + _LINE.format("١٤١٥هـ/١٩٥٩م"),
        _NOTE + _LINE.format("٢٠٥٩"),
        _NOTE + _LINE.format("١٤١٥"),
        _WEB.format("٣١/٢/٢٠٢٤"),
        _WEB_EN.format("31 February 2024"),
    ),
    good=(
        _NOTE + _LINE.format("١٤١٥هـ/١٩٩٥م"),
        _NOTE + _LINE.format("١٩٩٥"),
        _WEB.format("٢٩/٢/٢٠٢٤"),
        _WEB_EN.format("29 February 2024"),
    ),
    check=check,
    fix="hint",
)
