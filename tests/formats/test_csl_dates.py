"""Dates of CSL-JSON: years are numbers to every format, seasons, circa and ranges go back as they came."""

from __future__ import annotations

import json
from typing import Any

import pytest

from refkit.formats import bibtex, csl_json, ris
from refkit.model import Date, Library
from refkit.settings import Export


def read(*items: Any) -> Library:
    return csl_json.read_library(json.dumps(items), "refs.json")


def write(library: Library, **export: Any) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(csl_json.write_library(library, Export(**export)))
    return items


@pytest.mark.parametrize(
    ("date", "read_as"),
    [
        ({"raw": "2018-05"}, Date(year=2018, month=5)),
        ({"literal": "١٤٤٠هـ"}, Date(year=1440, calendar="hijri")),
        ({"date-parts": [[2018], [2019]]}, Date(year=2018, end_year=2019)),
        ("2018", Date(year=2018)),
    ],
)
def test_dates_in_all_their_shapes(date: Any, read_as: Date) -> None:
    (entry,) = read({"id": "a", "issued": date}).references
    assert entry.issued == read_as


@pytest.mark.parametrize(
    ("date", "read_as"),
    [
        ({"date-parts": [[1999]], "season": 2}, Date(year=1999, text="1999-22")),
        ({"date-parts": [[1999]], "season": 4, "circa": True}, Date(year=1999, text="1999-24~")),
        ({"date-parts": [[1900]], "circa": True}, Date(year=1900, text="1900~")),
        ({"date-parts": [[-300]], "circa": True}, Date(year=-300, text="-0300~")),
        (
            {"date-parts": [[2020, 1], [2021, 3]]},
            Date(year=2020, month=1, end_year=2021, text="2020-01/2021-03"),
        ),
        ({"date-parts": [[2020, 1, 3], [2020, 1, 5]]}, Date(year=2020, month=1, text="2020-01-03/2020-01-05")),
        ({"date-parts": [[1900], [1910]], "circa": True}, Date(year=1900, end_year=1910, text="1900~/1910~")),
    ],
)
def test_seasons_circa_and_ranges_are_numbers_and_edtf_and_go_back(date: Any, read_as: Date) -> None:
    library = read({"id": "a", "type": "book", "issued": date})
    assert library.references[0].issued == read_as
    (item,) = write(library)
    assert item == {"id": "a", "type": "book", "issued": date}


def test_a_season_in_words_is_the_same_season_or_kept_in_words() -> None:
    spring, feast = read(
        {"id": "a", "issued": {"date-parts": [["1999"]], "season": "Spring", "circa": 0}},
        {"id": "b", "issued": {"date-parts": [[1999]], "season": "Ramadan"}},
    ).references
    assert spring.issued == Date(year=1999, text="1999-21")
    assert feast.issued == Date(year=1999, text="1999 Ramadan")
    library = Library(references=(spring, feast))
    assert read(*write(library)).references == tuple(
        entry.model_copy(update={"type": "document"}) for entry in library.references
    )


def test_a_season_and_a_range_do_not_lose_the_year_in_other_formats() -> None:
    library = read(
        {"id": "a", "type": "book", "issued": {"date-parts": [[1999]], "season": 2}},
        {"id": "b", "type": "book", "issued": {"date-parts": [[2020, 1], [2021, 3]]}},
    )
    text = bibtex.write_library(library, Export())
    assert "date = {1999-22}" in text
    assert "date = {2020-01/2021-03}" in text
    assert bibtex.read_library(text, "a.bib").references == library.references
    assert "PY  - 1999\n" in ris.write_library(library, Export())


@pytest.mark.parametrize(
    "value",
    [
        {"date-parts": [[2018, 13]]},
        {"date-parts": [[2018], [2019, 13]]},
        {"raw": "2018", "season": 2},
        {"date-parts": []},
        {"date-parts": "2018"},
        {"date-parts": [[10**30, {}]]},
    ],
)
def test_a_date_that_is_none_or_cannot_be_said_is_kept_as_it_is(value: Any) -> None:
    library = read({"id": "a", "issued": value})
    assert library.references[0].custom == {"issued": value}
    assert write(library)[0]["custom"]["issued"] == value
