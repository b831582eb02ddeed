"""What lists by well-known styles say, and do not say, of works that lack something; and what our own styles print."""

from __future__ import annotations

from typing import Any

import pytest

from refkit.model import Library
from refkit.settings import Citing
from refkit.styles import cite
from tests.styles.test_engine_lists import entry, lines

HASAN = {"ar": {"family": "حسن", "given": "علي"}, "en": {"family": "Hasan", "given": "Ali"}}


def _both(style: str, **fields: Any) -> list[str]:
    """The Arabic and the English line of a work."""
    work = entry("a", {"ar": "عنوان", "en": "Title"}, [HASAN], language="ar", **fields)
    made = cite(Library(references=(work,)), style, citing=Citing(arrangement="twins"))
    return [line.text for line in lines(made)]


def test_there_is_no_word_for_a_date_of_access_that_is_missing() -> None:
    assert _both("apa", type="webpage", URL="https://n9.cl/a") == [
        "حسن، ع. (د.ت). عنوان. https://n9.cl/a",
        "Hasan, A. (n.d.). Title. https://n9.cl/a",
    ]
    accessed = {"year": 2024, "month": 12, "day": 26}
    assert _both("apa", type="webpage", URL="https://n9.cl/a", accessed=accessed) == [
        "حسن، ع. (د.ت). عنوان. استُرجع في 26 ديسمبر 2024، من https://n9.cl/a",
        "Hasan, A. (n.d.). Title. Retrieved December 26, 2024, from https://n9.cl/a",
    ]


def test_a_journal_that_numbers_its_issues_only_is_no_preprint() -> None:
    fields = {
        "type": "article-journal",
        "container-title": {"ar": "مجلة", "en": "Journal"},
        "issue": "58",
        "issued": 2017,
    }
    assert _both("harvard", **fields) == [
        "حسن، ع. (2017) «عنوان»، مجلة، (58).",
        "Hasan, A. (2017) “Title,” Journal, (58).",
    ]


@pytest.mark.parametrize(
    ("style", "arabic", "english"),
    [
        (
            "chicago-notes-ar",
            "حسن، علي. «عنوان». مؤتمر، بغداد. 2001.",
            "Hasan, Ali. “Title.” Conference, Baghdad. 2001.",
        ),
        (
            "iraqi-humanities",
            "حسن، علي، عنوان، مؤتمر، بغداد، (2001).",
            "Hasan, Ali, Title, Conference, Baghdad, (2001).",
        ),
        ("apa-ar", "حسن، علي (2001). عنوان. مؤتمر، بغداد.", "Hasan, Ali (2001). Title. Conference, Baghdad."),
    ],
)
def test_a_paper_of_no_proceedings_has_its_conference(style: str, arabic: str, english: str) -> None:
    event = {"event-title": {"ar": "مؤتمر", "en": "Conference"}, "event-place": {"ar": "بغداد", "en": "Baghdad"}}
    made = [text.removeprefix("1. ") for text in _both(style, type="paper-conference", issued=2001, **event)]
    assert made == [arabic, english]


@pytest.mark.parametrize("style", ["chicago-notes-ar", "iraqi-humanities"])
def test_series_and_theses_are_named(style: str) -> None:
    series = _both(
        style, issued=2001, **{"collection-title": {"ar": "عالم المعرفة", "en": "World"}, "collection-number": "12"}
    )
    assert "عالم المعرفة، رقم 12" in series[0]
    assert "World, no. 12" in series[1]
    thesis = _both(style, type="thesis", issued=2001)
    assert "رسالة جامعية" in thesis[0]
    assert "hesis" in thesis[1]


@pytest.mark.parametrize(
    ("form", "title", "printed"),
    [
        ("en", "A history of things", "A History of Things"),
        ("de", "Über die Sprache", "Über die Sprache"),
        ("ar-Latn", "Naqd al-khiṭāb al-dīnī", "Naqd al-khiṭāb al-dīnī"),
    ],
)
def test_only_english_titles_have_the_capitals_of_english(form: str, title: str, printed: str) -> None:
    made = cite(
        Library(references=(entry("a", {form: title}, issued=2001, language=form[:2]),)),
        "mla",
        citing=Citing(language="en", arrangement="mixed"),
    )
    assert [line.text for line in lines(made)] == [f"{printed}. 2001."]


@pytest.mark.parametrize("said", ["3", "3rd", "3rd ed.", "third", "ط3", "ط. 3", "الطبعة الثالثة", "الثالثة"])
def test_an_edition_is_its_number_however_it_is_written(said: str) -> None:
    assert _both("chicago-notes-ar", edition=said, issued=2001) == [
        "حسن، علي. عنوان. ط 3. 2001.",
        "Hasan, Ali. Title. 3rd ed. 2001.",
    ]


def test_an_edition_that_is_no_number_is_printed_as_it_is() -> None:
    assert _both("chicago-notes-ar", edition="طبعة منقحة", issued=2001)[0] == "حسن، علي. عنوان. طبعة منقحة. 2001."


def test_an_initial_behind_a_name_with_a_hyphen_is_set_off() -> None:
    people = [{"family": "O'Brien", "given": "Mary-Jane A."}, {"family": "Badawi", "given": "Abd al-Rahman M."}]
    made = cite(Library(references=(entry("a", "Title", people, issued=2001),)), "chicago-notes-ar")
    assert lines(made)[0].text == "O’Brien, Mary-Jane A., and Abd al-Rahman M. Badawi. Title. 2001."


def test_the_year_of_a_journal_without_volume_stands_behind_a_comma() -> None:
    journal = {"type": "article-journal", "container-title": {"ar": "مجلة", "en": "Journal"}, "issued": 2011}
    assert _both("chicago-notes-ar", **journal) == [
        "حسن، علي. «عنوان». مجلة، 2011.",
        "Hasan, Ali. “Title.” Journal, 2011.",
    ]
