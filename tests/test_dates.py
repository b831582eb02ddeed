"""Dates as they are printed, in both calendars and both scripts."""

from __future__ import annotations

import pytest
from hypothesis import given

from refkit.dates import Day, find_days, gregorian_years, month_number
from refkit.text import Shadow
from tests.strategies import messy_text

MONTHS = {
    "Iraqi, Levantine": "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول",
    "Egyptian and Gulf": "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
    "Algerian and Tunisian": "جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
    "Moroccan": "يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليوز|غشت|شتنبر|أكتوبر|نونبر|دجنبر",
    "Hijri": "محرم|صفر|ربيع الأول|ربيع الآخر|جمادى الأولى|جمادى الآخرة|رجب|شعبان|رمضان|شوال|ذو القعدة|ذو الحجة",
    "English": "January|February|March|April|May|June|July|August|September|October|November|December",
    "English, short": "Jan.|Feb.|Mar.|Apr.|May|Jun.|Jul.|Aug.|Sept.|Oct.|Nov.|Dec.",
}


def dates_in(line: str) -> list[tuple[str, Day]]:
    """The dates of a line, each with the text it was read from."""
    shadow = Shadow(line)
    return [(line[slice(*shadow.span(start, end))], day) for start, end, day in find_days(shadow.text)]


@pytest.mark.parametrize("usage", MONTHS)
def test_the_months_of_each_usage_are_known_in_order(usage: str) -> None:
    assert [month_number(name) for name in MONTHS[usage].split("|")] == list(range(1, 13))


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("ابريل", 4),
        ("إبريل", 4),
        ("اكتوبر", 10),
        ("شُباط", 2),
        ("شبــاط", 2),
        ("مايس", 5),
        ("تشرين  الاول", 10),
        ("يونيه", 6),
        ("جمادي الاولي", 5),
        ("ربيع الثاني", 4),
        ("جمادى الثاني", 6),
        ("ذي الحجه", 12),
        ("RAMADAN", 9),
        ("sep", 9),
    ],
)
def test_a_month_is_known_in_its_spelling_variants(name: str, number: int) -> None:
    assert month_number(name) == number


@pytest.mark.parametrize("name", ["", "شهر", "بغداد", "Maya", "13", "الأول"])
def test_another_word_is_no_month(name: str) -> None:
    assert month_number(name) is None


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("22/12/2024", Day(2024, 12, 22)),
        ("٢٢/١٢/٢٠٢٤", Day(2024, 12, 22)),
        ("22\u200f/12\u200f/2024", Day(2024, 12, 22)),
        ("2024-12-22", Day(2024, 12, 22)),
        ("٢٠٢٤/١٢/٢٢", Day(2024, 12, 22)),
        ("12/22/2024", Day(2024, 12, 22)),
        ("1/2/2023", Day(2023, 2, 1)),
        ("23/12/24", Day(2024, 12, 23)),
        ("16 . 4 . 2021", Day(2021, 4, 16)),
        ("22 كانون الأول 2024", Day(2024, 12, 22)),
        ("٢٢ ديسمبر، ٢٠٢٤", Day(2024, 12, 22)),
        ("١٥ رمضان ١٤٤٠", Day(1440, 9, 15)),
        ("December 22, 2024", Day(2024, 12, 22)),
        ("22 Dec. 2024", Day(2024, 12, 22)),
        ("22nd December 2024", Day(2024, 12, 22)),
        ("December 1st, 2024", Day(2024, 12, 1)),
        ("كانون الثاني 2019", Day(2019, 1)),
        ("May 2024", Day(2024, 5)),
    ],
)
def test_a_date_is_read_in_any_order_and_script(line: str, found: Day) -> None:
    assert dates_in(line) == [(line, found)]
    assert dates_in(f"تاريخ الزيارة: {line}، الساعة") == [(line, found)]


@pytest.mark.parametrize(
    "line",
    [
        "32/1/2024",
        "13/13/2024",
        "0/5/2024",
        "5/0/2024",
        "2024-13-32",
        "99/99/99",
        "2014-2015",
        "192.168.10.12",
        "العدد 58، ص 12-15",
        "12/2024",
        "مارس",
        "May 20",
        "٢٠١٧",
    ],
)
def test_what_is_no_date_is_refused(line: str) -> None:
    assert dates_in(line) == []


def test_of_an_impossible_day_the_month_is_kept() -> None:
    assert dates_in("32 نيسان 2024") == [("نيسان 2024", Day(2024, 4))]


def test_several_dates_of_a_line_come_in_their_order() -> None:
    found = dates_in("نشر في 3 آذار 2020، شوهد في ١٦-٠٤-٢٠٢١")
    assert found == [("3 آذار 2020", Day(2020, 3, 3)), ("١٦-٠٤-٢٠٢١", Day(2021, 4, 16))]


@given(messy_text)
def test_dates_are_possible_and_do_not_overlap_in_any_text(line: str) -> None:
    end_before = 0
    for start, end, day in find_days(Shadow(f"{line} 1/2/2023 {line}").text):
        assert end_before <= start < end
        assert 1 <= (day.month or 0) <= 12
        assert day.day is None or 1 <= day.day <= 31
        end_before = end


@pytest.mark.parametrize(
    ("hijri", "gregorian"),
    [
        (1, 622),
        (656, 1258),
        (1343, 1924),
        (1399, 1979),
        (1420, 1999),
        (1420, 2000),
        (1440, 2018),
        (1445, 2023),
        (1445, 2024),
    ],
)
def test_a_hijri_year_agrees_with_the_gregorian_years_it_touches(hijri: int, gregorian: int) -> None:
    first, last = gregorian_years(hijri)
    assert first <= gregorian <= last <= first + 1
