"""Several authors in one line or note, bodies whose names have an "and" in them, short citations, days of reading."""

from __future__ import annotations

import pytest

from refkit.names import split_people
from refkit.parser import parse_citation
from refkit.parser.splitting import split_note


def authors(text: str, kind: str = "reference") -> list[tuple[str, str]]:
    """Family and given name of each author; a body as its name alone."""
    found = parse_citation(text, "note" if kind == "note" else "reference").csl().get("author", [])
    return [(name.get("family", name.get("literal", "")), name.get("given", "")) for name in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "الصايغ، عرفان، والشبيبي، أدهم، والفاروقي، علي، في فلسفة المجالس البلدية، ط3، دار الحمراء، عمان، 2006.",
            [("الصايغ", "عرفان"), ("الشبيبي", "أدهم"), ("الفاروقي", "علي")],
        ),
        (
            "البكري، وجدان، «اقتصاديات المصارف الأهلية في عدن»، مجلة الماء والزراعة، العدد 5، 2012، ص 3-20.",
            [("البكري", "وجدان")],
        ),
        (
            "البكري، وجدان، ولحود، عرفان، «اقتصاديات المصارف الأهلية»، مجلة الماء والزراعة، العدد 5، 2012، ص 3-20.",
            [("البكري", "وجدان"), ("لحود", "عرفان")],
        ),
        ("الجهاز المركزي للإحصاء، أوراق في الضرائب المحلية، الدار البيضاء، 2015.", [("الجهاز المركزي للإحصاء", "")]),
        (
            "Water and Irrigation Authority, Tales of Weights and Measures, Marrakesh, 1981.",
            [("Water and Irrigation Authority", "")],
        ),
        (
            "Brockhurst J. The last days of glass workshops in Ohio. Chicago: Nettlebed Publishing; 1995.",
            [("Brockhurst", "J")],
        ),
    ],
)
def test_the_authors_of_a_line(text: str, expected: list[tuple[str, str]]) -> None:
    assert authors(text) == expected


def test_three_whole_latin_names_before_a_title() -> None:
    text = "Clara Bainbridge, Caspar Challoner and Flora Beaumont, Why Guild Feasts Matter, Marlstone Books, Toronto, 1999, p. 6."
    assert authors(text, "note") == [("Bainbridge", "Clara"), ("Challoner", "Caspar"), ("Beaumont", "Flora")]


def test_a_title_with_and_in_it_names_nobody() -> None:
    text = "Edward Said, Culture and Imperialism, Pantheon Books, New York, 1993, p. 6."
    assert authors(text, "note") == [("Said", "Edward")]


def test_two_people_stay_two_people() -> None:
    assert [person.family for person in split_people("حليم بركات ووليد خدوري", family_first=False)] == [
        "بركات",
        "خدوري",
    ]
    assert [person.literal for person in split_people("Haddad and Lindqvist", family_first=False)] == [
        "Haddad",
        "Lindqvist",
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Strickland M. Winter fairs [Internet]. Record Lab; 2022 [cited 2023 May 21]. Available from: https://www.ledger.org/79",
            [2023, 5, 21],
        ),
        (
            "الرصافي، هيثم، المزارع، موقع مرصد المياه، 2016، https://www.marifa.com/27 (تم الاطلاع عليه يوم 26 آب 2018)",
            [2018, 8, 26],
        ),
    ],
)
def test_the_day_of_reading(text: str, day: list[int]) -> None:
    assert parse_citation(text, "reference").csl()["accessed"] == {"date-parts": [day]}


def test_short_citations_with_quoted_titles_are_divided() -> None:
    text = 'Housing Centre, Glass Workshops under Strain, 57; Rutherford, "The Trouble with Map Printers," 216.'
    assert [text[start:end][:10] for start, end in split_note(text)] == ["Housing Ce", "Rutherford"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "كمال الصواف وسعيد نجم وخالد الجزائري، معجم سلامة الغذاء، مكتبة الدفتر، الموصل، 2015، ص 172.",
            [("الصواف", "كمال"), ("نجم", "سعيد"), ("الجزائري", "خالد")],
        ),
        ("الفكر والهوية، دار المشرق، بيروت، 1984، ص 20.", []),
    ],
)
def test_names_that_are_words_too(text: str, expected: list[tuple[str, str]]) -> None:
    assert authors(text, "note") == expected


@pytest.mark.parametrize(
    ("text", "title", "journal"),
    [
        ("Throckmorton, O. (2004). Night buses: An everyday history, *16*(4), 147–164.", "Night buses", None),
        ("المدرس، واثق. (2003). الصحة المدرسية في صحار. 44(2)، 264-270.", "الصحة المدرسية", None),
        (
            "Wainwright C. Field hospitals in Derbyshire. Clin Gard Rep. 2001;40(3):206-230.",
            "Field hosp",
            "Clin Gard Rep",
        ),
        ("Smith, J. Angewandte Chemie International Edition, 2001, 40(3), 206-230.", None, "Angewandte Chemie"),
        ("Smith J. Annals of the American Academy. 2001;40(3):206-230.", None, "Annals of the American Academy"),
    ],
)
def test_the_title_of_an_article_without_its_journal_is_no_journal(
    text: str, title: str | None, journal: str | None
) -> None:
    found = parse_citation(text, "reference").csl()
    assert found["type"] == "article-journal"
    assert found.get("title", "")[: len(title or "")] == (title or "")
    assert found.get("container-title", "").startswith(journal or "")
    assert ("title" in found, "container-title" in found) == (title is not None, journal is not None)
