"""CSL-JSON: what other programs write is read, what is written is read back whole, broken files are answered in a line."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from refkit.errors import RefkitError
from refkit.formats import csl_json
from refkit.formats.losses import find_losses
from refkit.model import Date, Entry, Library, NameForm, Text
from refkit.model.base import csl_spelling
from refkit.settings import Export
from tests.strategies import libraries

ZOTERO: dict[str, Any] = {
    "id": "http://zotero.org/users/1/items/ABC",
    "type": "article-journal",
    "title": 'The <span class="nocase">NATO</span> and the <i>Umma</i>',
    "container-title": "Review",
    "page": "1-20",
    "volume": 12,
    "language": "en",
    "author": [
        {"family": "Ghazali", "given": "Abu Hamid", "non-dropping-particle": "al-"},
        {"literal": "World Bank"},
        {"family": "Smith", "given": "John", "suffix": "Jr.", "comma-suffix": True},
    ],
    "issued": {"date-parts": [["2018", 5, 3]]},
    "accessed": {"date-parts": [[2024, 1, 2]]},
    "scale": "1:100",
    "custom": {"mine": [1, 2]},
}


def read(*items: Any) -> Library:
    return csl_json.read_library(json.dumps(items), "refs.json")


def write(library: Library, **export: Any) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(csl_json.write_library(library, Export(**export)))
    return items


def test_an_item_of_zotero_is_read_whole() -> None:
    library = read(ZOTERO)
    assert not library.failures
    assert not library.repairs
    (entry,) = library.references
    assert entry.title == Text({"en": "The NATO and the <i>Umma</i>"})
    assert [name.root["en"] for name in entry.author] == [
        NameForm(family="Ghazali", given="Abu Hamid", non_dropping_particle="al-"),
        NameForm(literal="World Bank"),
        NameForm(family="Smith", given="John", suffix="Jr."),
    ]
    assert (entry.volume, entry.issued, entry.accessed) == (
        "12",
        Date(year=2018, month=5, day=3),
        Date(year=2024, month=1, day=2),
    )
    assert entry.custom == {"mine": [1, 2], "scale": "1:100"}


def test_what_refkit_has_no_variable_for_goes_back_where_it_came_from() -> None:
    (item,) = write(read(ZOTERO))
    assert item["scale"] == "1:100"
    assert item["custom"] == {"mine": [1, 2]}


@settings(max_examples=150, deadline=None)
@given(libraries)
def test_all_that_an_entry_says_is_read_back(library: Library) -> None:
    written = csl_json.write_library(library, Export())
    back = csl_json.read_library(written, "refs.json")
    losses = find_losses(library, back, csl_json.FORMAT, Export())
    assert [loss for loss in losses if "no Hijri calendar" not in loss.reason] == []
    assert csl_json.write_library(back, Export()) == written


@settings(max_examples=60, deadline=None)
@given(libraries)
def test_an_export_in_one_language_names_what_it_leaves_out(library: Library) -> None:
    for language in ("ar", "en"):
        export = Export(language=language)
        back = csl_json.read_library(csl_json.write_library(library, export), "refs.json")
        reasons = {loss.reason for loss in find_losses(library, back, csl_json.FORMAT, export)}
        assert all("there is no form in" in reason or "calendar" in reason for reason in reasons)


@pytest.fixture
def bilingual() -> Library:
    entry = Entry.model_validate(
        {
            "key": "badawi2001",
            "type": "book",
            "language": "ar",
            "title": {"ar": "مدخل", "en": "An introduction"},
            "author": [{"ar": {"family": "بدوي", "given": "عبد الرحمن"}, "en": {"family": "Badawi", "given": "Abd"}}],
            "publisher": {"ar": "دار الشروق"},
            "issued": {"year": 1421, "calendar": "hijri", "also": {"year": 2001}},
        }
    )
    return Library(references=(entry,))


@pytest.mark.parametrize(
    ("language", "title", "family"),
    [("ar", "مدخل", "بدوي"), ("en", "An introduction", "Badawi"), ("both", "مدخل", "بدوي")],
)
def test_the_language_chosen_is_what_citation_processors_see(
    bilingual: Library, language: str, title: str, family: str
) -> None:
    (item,) = write(bilingual, language=language)
    assert (item["title"], item["author"][0]["family"]) == (title, family)
    assert item["language"] == ("ar" if language == "both" else language)
    assert item["publisher"] == "دار الشروق"
    assert item["issued"] == {"date-parts": [[2001]]}
    forms = item.get("custom", {}).get("refkit", {})
    assert ("title" in forms) == (language == "both")


def test_what_another_program_changed_is_believed(bilingual: Library) -> None:
    (item,) = write(bilingual)
    item["title"] = "مدخل جديد"
    item["issued"] = {"date-parts": [[2002]]}
    item["author"].append({"literal": "هيئة"})
    library = read(item)
    (entry,) = library.references
    assert [repair.reason for repair in library.repairs] == [
        "author: the names have changed since the export; their other forms are left out"
    ]
    assert entry.title == Text({"ar": "مدخل جديد", "en": "An introduction"})
    assert entry.issued == Date(year=2002)
    assert len(entry.author) == 2


@pytest.mark.parametrize(
    ("old", "variable"),
    [
        ("shortTitle", "title_short"),
        ("journalAbbreviation", "container_title_short"),
        ("event", "event_title"),
    ],
)
def test_old_names_of_variables_are_read(old: str, variable: str) -> None:
    (entry,) = read({"id": "a", old: "Short"}).references
    assert (getattr(entry, variable), entry.custom) == (Text({"en": "Short"}), {})
    both = {"id": "a", old: "Short", csl_spelling(variable): "Shorter"}
    (entry,) = read(both).references
    assert (getattr(entry, variable), entry.custom) == (Text({"en": "Shorter"}), {old: "Short"})
    assert write(Library(references=(entry,))) == [{**both, "type": "document"}]


def test_what_csl_does_not_know_stands_under_custom_and_a_type_is_said() -> None:
    entry = Entry.model_validate({"key": "a", "department": {"ar": "كلية", "en": "College"}, "language": "ar"})
    (item,) = write(Library(references=(entry,)))
    assert "department" not in item
    assert (item["type"], item["custom"]["department"]) == ("document", "كلية")
    assert read(item).references[0].department == entry.department
    (item,) = write(Library(references=(entry,)), language="en")
    assert item["custom"] == {"department": "College"}
    assert read({"id": "a", "department": "College"}).references[0].department == Text({"en": "College"})


def test_the_forms_of_other_people_are_not_given_to_authors_who_changed_places() -> None:
    people = [
        {"ar": {"family": "بدوي", "given": given}, "en": {"family": "Badawi", "given": latin}}
        for given, latin in (("علي", "Ali"), ("حسن", "Hasan"))
    ]
    entry = Entry.model_validate(
        {"key": "a", "type": "book", "language": "ar", "title": {"ar": "مدخل", "en": "Intro"}, "author": people}
    )
    (item,) = write(Library(references=(entry,)))
    assert read(item).references == (entry,)
    item["author"].reverse()
    library = read(item)
    (found,) = library.references
    assert [name.root for name in found.author] == [
        {"ar": NameForm(family="بدوي", given=given)} for given in ("حسن", "علي")
    ]
    assert found.title == entry.title
    assert [repair.reason for repair in library.repairs] == [
        "author: the names have changed since the export; their other forms are left out"
    ]


@pytest.mark.parametrize(
    ("item", "key", "reason"),
    [
        ({"id": None}, "item-1", "item 1: id null is no key; called item-1"),
        ({"id": ["x"]}, "item-1", 'item 1: id ["x"] is no key; called item-1'),
        ({"title": "T"}, "item-1", "item 1: an item without id; called item-1"),
        ({"id": "a b"}, "a_b", 'item 1: id "a b" has spaces or stands there twice; called a_b'),
    ],
)
def test_a_key_that_is_made_is_said(item: dict[str, Any], key: str, reason: str) -> None:
    library = read(item)
    assert [entry.key for entry in library.references] == [key]
    assert [repair.reason for repair in library.repairs] == [reason]


@pytest.mark.parametrize(
    "custom",
    [
        {"refkit": 1},
        {"refkit": {"names": {"title": [], "x": 1}}},
        {"refkit": {"names": 1}, "department": [1]},
        {"refkit": {"title": [], "author": {"en": 3}, "dates": {"issued": 1}, "languages": {"title": 1}}},
        7,
    ],
)
def test_a_custom_part_of_another_shape_does_no_harm(custom: Any) -> None:
    (entry,) = read({"id": "a", "title": "T", "author": [{"family": "B"}], "custom": custom}).references
    assert entry.title == Text({"en": "T"})


def test_items_that_are_none_are_failures_with_their_line() -> None:
    text = '[\n {"id": "a", "title": "x"},\n 3,\n {"id": "b", "author": 5},\n {"title": "no id"},\n {"id": "A"}\n]'
    library = csl_json.read_library(text, "refs.json")
    assert [(failure.place.line, failure.reason) for failure in library.failures] == [(3, "item 2: not an object")]
    assert [entry.key for entry in library.references] == ["a", "b", "item-4", "Ab"]
    assert library.references[1].custom == {"author": 5}
    assert [repair.place.line for repair in library.repairs] == [5, 6]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[{]", "not JSON"),
        ("{}", "CSL-JSON is a list of items"),
        ("3", "CSL-JSON is a list of items"),
        ("[1] x", "text after the list"),
        ("[" * 100_000, "not JSON: nested too deep"),
        ('[{"a":' * 100_000, "not JSON: nested too deep"),
        ("[" + "1" * 5000 + "]", "not JSON"),
        ('[{"id": "a"}, {"id": ]', "refs.json:1: not JSON"),
    ],
)
def test_a_file_that_is_no_csl_json_is_refused_in_one_line(text: str, reason: str) -> None:
    with pytest.raises(RefkitError) as error:
        csl_json.read_library(text, "refs.json")
    assert reason in str(error.value)
    assert len(str(error.value).splitlines()) == 1


def test_letters_that_no_file_can_hold_are_replaced() -> None:
    (entry,) = csl_json.read_library('[{"id": "a", "title": "x\\ud800"}]', "refs.json").references
    assert entry.title == Text({"en": "x\ufffd"})
