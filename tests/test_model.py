"""The nouns: frozen, strict, short to write in a library file, and the same after a round trip."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from refkit.model import Anchor, Date, Entry, Fields, Library, Name, NameForm, Passage, Place, Text
from tests.strategies import dates, entries


def test_an_entry_cannot_be_changed() -> None:
    entry = Entry(key="a", title=Text({"ar": "مدخل"}))
    with pytest.raises(ValidationError, match="frozen"):
        entry.title = None  # type: ignore[misc]  # the model is frozen: that is the test
    assert entry.title == Text({"ar": "مدخل"})


@pytest.mark.parametrize(
    "values",
    [{"titel": "x"}, {"container-titel": "x"}, {"issued": {"yaer": 2017}}, {"author": [{"ar": {"famly": "x"}}]}],
)
def test_an_unknown_field_is_refused_at_every_depth(values: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Entry.model_validate({"key": "a", **values})


@pytest.mark.parametrize("key", ["", "a b", "a\n", "\t"])
def test_a_key_without_blanks_is_needed(key: str) -> None:
    with pytest.raises(ValidationError):
        Entry(key=key)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ({"title": "مدخل"}, {"title": {"ar": "مدخل"}}),
        ({"title": "Introduction"}, {"title": {"en": "Introduction"}}),
        ({"title": 1984, "language": "en"}, {"title": {"en": "1984"}, "language": "en"}),
        ({"title": "1984"}, {"title": {"und": "1984"}}),
        ({"container_title": "مجلة"}, {"container-title": {"ar": "مجلة"}}),
        ({"volume": 3, "issue": 58}, {"volume": "3", "issue": "58"}),
        ({"issued": 2017}, {"issued": {"year": 2017}}),
        ({"issued": "٢٠١٧"}, {"issued": {"year": 2017}}),
        ({"issued": "2024-12"}, {"issued": {"year": 2024, "month": 12}}),
        ({"accessed": "2024-12-22"}, {"accessed": {"year": 2024, "month": 12, "day": 22}}),
        ({"issued": "د.ت"}, {"issued": {"text": "د.ت"}}),
        ({"author": ["وزارة الخارجية"]}, {"author": [{"ar": {"literal": "وزارة الخارجية"}}]}),
        ({"author": [{"family": "علي", "given": "محمد"}]}, {"author": [{"ar": {"family": "علي", "given": "محمد"}}]}),
        ({"editor": [{"literal": "World Bank"}]}, {"editor": [{"en": {"literal": "World Bank"}}]}),
    ],
)
def test_a_value_may_be_written_short(written: dict[str, Any], meant: dict[str, Any]) -> None:
    assert Entry.model_validate({"key": "a", **written}) == Entry.model_validate({"key": "a", **meant})


@pytest.mark.parametrize(
    "value", [{}, {"month": 3}, {"year": 2017, "month": 13}, {"year": 2017, "month": 1, "day": 32}, "", True, []]
)
def test_a_date_that_says_nothing_or_cannot_be_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        Date.model_validate(value)


def test_a_name_needs_a_part() -> None:
    with pytest.raises(ValidationError, match="a name needs family, given or literal"):
        NameForm(suffix="Jr.")


@pytest.mark.parametrize(
    ("date", "short"),
    [
        (Date(year=2017), 2017),
        (Date(year=2024, month=3), "2024-03"),
        (Date(year=2024, month=3, day=5), "2024-03-05"),
        (Date(year=622, month=7, day=16), "0622-07-16"),
        (Date(year=2014, end_year=2023), {"year": 2014, "end-year": 2023}),
        (Date(year=2017, text="ربيع ٢٠١٧"), {"year": 2017, "text": "ربيع ٢٠١٧"}),
        (Date(text="د.ت"), {"text": "د.ت"}),
        (
            Date(year=1399, calendar="hijri", also=Date(year=1979)),
            {"year": 1399, "calendar": "hijri", "also": 1979},
        ),
    ],
)
def test_a_date_is_written_in_its_shortest_form(date: Date, short: object) -> None:
    assert date.model_dump(exclude_none=True, exclude_defaults=True) == short


@given(dates)
def test_the_short_form_of_a_date_says_all_of_it(date: Date) -> None:
    assert Date.model_validate(date.model_dump()) == date
    assert Date.model_validate(date.model_dump(exclude_none=True, exclude_defaults=True)) == date


ENTRY = Entry.model_validate(
    {
        "key": "anbari2017",
        "type": "article-journal",
        "author": [
            {"ar": {"family": "الأنباري", "given": "احمد"}, "en": {"family": "al-Anbari", "given": "Ahmed"}},
            {"en": {"literal": "World Bank"}},
        ],
        "title": {"ar": "التقارب", "en": "Rapprochement"},
        "container-title": {"ar": "مجلة المستنصرية"},
        "issued": {"year": 2014, "end-year": 2017},
        "accessed": "2024-12-22",
        "URL": "https://n9.cl/rx1x9",
        "publisher-place": "",
    }
)


def test_csl_gives_the_forms_of_one_language_and_leaves_out_what_has_none() -> None:
    shared = {
        "type": "article-journal",
        "issued": {"date-parts": [[2014], [2017]]},
        "accessed": {"date-parts": [[2024, 12, 22]]},
        "URL": "https://n9.cl/rx1x9",
    }
    assert ENTRY.csl("ar") == shared | {
        "author": [{"family": "الأنباري", "given": "احمد"}],
        "title": "التقارب",
        "container-title": "مجلة المستنصرية",
    }
    assert ENTRY.csl("en") == shared | {
        "author": [{"family": "al-Anbari", "given": "Ahmed"}, {"literal": "World Bank"}],
        "title": "Rapprochement",
    }


@pytest.mark.parametrize(
    ("date", "csl"),
    [
        (Date(year=1399, calendar="hijri", also=Date(year=1979)), {"date-parts": [[1979]]}),
        (Date(year=1399, calendar="hijri", text="١٣٩٩هـ"), {"raw": "١٣٩٩هـ"}),
        (Date(text="د.ت"), {"raw": "د.ت"}),
        (Date(year=2024, day=5), {"date-parts": [[2024]]}),
    ],
)
def test_csl_dates_are_gregorian_or_raw(date: Date, csl: dict[str, Any]) -> None:
    assert Fields(issued=date).csl("ar") == {"issued": csl}


@settings(max_examples=100, deadline=None)
@given(entries())
def test_an_entry_is_the_same_after_a_round_trip(entry: Entry) -> None:
    assert Entry.model_validate(entry.model_dump()) == entry
    assert Entry.model_validate(json.loads(entry.model_dump_json(exclude_defaults=True))) == entry


@settings(max_examples=50, deadline=None)
@given(entries())
def test_csl_is_json_with_csl_names(entry: Entry) -> None:
    for tag in ("ar", "en"):
        made = entry.csl(tag)
        assert json.loads(json.dumps(made)) == made
        assert not [name for name in made if "_" in name]


def test_fields_are_empty_while_only_type_and_language_are_known() -> None:
    assert Fields(type="book", language="ar").is_empty()
    assert not Fields(volume="3").is_empty()


def test_a_text_and_a_name_give_the_form_of_a_language_or_none() -> None:
    title, name = Text({"ar": "مجلة", "en": "Magazine"}), Name({"ar": NameForm(family="بن خلدون", given="عبد الرحمن")})
    assert (title.form("en"), title.form("fr"), title.any(), Text({}).any()) == ("Magazine", None, "مجلة", "")
    form = name.form("ar")
    assert form is not None
    assert form.parts == "عبد الرحمن بن خلدون"
    assert name.form("en") is None


@pytest.mark.parametrize(
    ("offset", "place"),
    [(0, (105, 5)), (3, (105, 8)), (9, (105, 14)), (10, (106, 1)), (14, (106, 5)), (15, (108, 3)), (40, (108, 28))],
)
def test_a_character_of_a_passage_has_the_place_of_the_last_anchor_before_it(
    offset: int, place: tuple[int, int]
) -> None:
    anchors = ((0, 105, 5), (10, 106, 1), (15, 108, 3))
    passage = Passage(
        text="x" * 50, anchors=tuple(Anchor(offset=at, line=line, column=column) for at, line, column in anchors)
    )
    assert passage.place(offset) == Place(line=place[0], column=place[1])


def test_a_passage_without_anchors_stands_at_the_head_of_the_file() -> None:
    assert Passage(text="نص").place(1) == Place(line=1, column=1)


def test_the_failures_of_a_library_are_no_part_of_its_data() -> None:
    assert Library(references=(ENTRY,)).model_dump().keys() == {"references"}


@pytest.mark.parametrize("text", ["", "\x7f", "\n"])
def test_a_text_of_a_date_that_nobody_sees_is_none(text: str) -> None:
    assert Date.model_validate({"year": 1399, "calendar": "hijri", "text": text}).text is None
