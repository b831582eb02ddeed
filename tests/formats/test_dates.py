"""Dates in the words of library files: EDTF is kept as it was written."""

from __future__ import annotations

import pytest

from refkit.formats.dates import iso, read_date
from refkit.model import Date
from tests.formats.bibtex.scanner import read_one

DOUBTFUL = {
    "2020~": Date(year=2020, text="2020~"),
    "2020?": Date(year=2020, text="2020?"),
    "2020%": Date(year=2020, text="2020%"),
    "-0044?": Date(year=-44, text="-0044?"),
    "2020-05-01~": Date(year=2020, month=5, day=1, text="2020-05-01~"),
    "2020-21?": Date(year=2020, text="2020-21?"),
    "../2020": Date(year=2020, text="../2020"),
    "/2020": Date(year=2020, text="/2020"),
    "2020/": Date(year=2020, text="2020/"),
    "2020/..": Date(year=2020, text="2020/.."),
    "1999~/2001?": Date(year=1999, end_year=2001, text="1999~/2001?"),
}


@pytest.mark.parametrize("text", DOUBTFUL)
def test_doubts_and_open_ends_are_kept_and_written(text: str) -> None:
    date = read_date(text)
    assert date == DOUBTFUL[text]
    assert iso(DOUBTFUL[text]) == text
    assert read_one(f"@book{{a, date = {{{text}}}}}").issued == date


@pytest.mark.parametrize("text", ["[2020?]", "~2020", "٢٠٢٠؟"])
def test_a_doubt_that_is_no_edtf_stays_in_the_text(text: str) -> None:
    date = read_date(text)
    assert date == Date(year=2020, text=text)
    assert iso(date) == "2020"


@pytest.mark.parametrize("text", ["2020", "(2020)", "2020م", "2020/2021"])
def test_a_date_without_doubt_has_no_text(text: str) -> None:
    date = read_date(text)
    assert date is not None
    assert (date.year, date.text) == (2020, None)
