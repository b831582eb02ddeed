"""Reference lists: each entry in its own language, in the right order, with the right signs."""

from __future__ import annotations

import random
from typing import Any

import pytest

from refkit.model import Entry, Formatted, Library, Line
from refkit.settings import Citing
from refkit.styles import cite

STYLES = "tests/data/styles"
ABU_ZAYD = {"ar": {"family": "أبو زيد", "given": "نصر حامد"}, "en": {"family": "Abu Zayd", "given": "Nasr Hamid"}}
JABRI = {"family": "الجابري", "given": "محمد عابد"}


def entry(key: str, title: Any, author: Any = (), **fields: Any) -> Entry:
    """An entry as a library file has it; a book unless it says otherwise."""
    return Entry.model_validate({"key": key, "type": "book", "title": title, "author": list(author), **fields})


def formatted(*entries: Entry, style: str = "author-date", **settings: Any) -> Formatted:
    """The lists of some entries in a style of the tests."""
    return cite(Library(references=entries), f"{STYLES}/{style}.csl", citing=Citing(**settings))


def lines(made: Formatted) -> list[Line]:
    """All lines, list after list."""
    return [line for found in made.lists for part in found.sections for line in part.lines]


def texts(*entries: Entry, **settings: Any) -> list[str]:
    """The texts of all lines."""
    return [line.text for line in lines(formatted(*entries, **settings))]


def test_each_entry_is_formatted_in_its_own_language() -> None:
    made = texts(
        entry("a", "مفهوم النص", [{"family": "أبو زيد", "given": "نصر حامد"}], issued=1990),
        entry("b", "A history", [{"family": "Hourani", "given": "Albert"}], issued=1991),
    )
    assert made == ["أبو زيد، ن. ح. (1990). مفهوم النص.", "Hourani, A. (1991). A history."]


def test_an_entry_is_given_in_the_language_asked_for_where_it_has_that_form() -> None:
    both = entry("a", {"ar": "مفهوم النص", "en": "The concept of the text"}, [ABU_ZAYD], issued=1990, language="ar")
    only = entry("b", "شيء", issued=1991)
    assert texts(both, only, language="en") == ["شيء (1991).", "Abu Zayd, N. H. (1990). The concept of the text."]


def test_arabic_sorts_by_its_alphabet_without_the_article() -> None:
    names = ["يوسف", "باشا", "الأنباري", "آل ياسين", "إبراهيم", "الجابري", "هاشم", "وهبة"]
    made = formatted(*(entry(f"k{at}", "كتاب", [{"family": name, "given": "علي"}]) for at, name in enumerate(names)))
    order = [line.text.split("،")[0] for line in lines(made)]
    assert order == ["إبراهيم", "آل ياسين", "الأنباري", "باشا", "الجابري", "هاشم", "وهبة", "يوسف"]


def test_latin_sorts_by_the_unicode_collation_algorithm() -> None:
    names = ["Zed", "ʿAbduh", "Álvarez", "Smith Jones", "Smith", "alvarado"]
    made = formatted(*(entry(f"k{at}", "A book", [{"family": name, "given": "John"}]) for at, name in enumerate(names)))
    order = [line.text.split(",")[0] for line in lines(made)]
    assert order == ["ʿAbduh", "alvarado", "Álvarez", "Smith", "Smith Jones", "Zed"]


def test_arabic_stands_first_or_among_latin_by_its_latin_letters() -> None:
    found = (
        entry("z", "Zed", [{"family": "Zed", "given": "A"}]),
        entry("a", {"ar": "مفهوم النص", "en": "The concept"}, [ABU_ZAYD], language="ar"),
        entry("h", "A history", [{"family": "Aalto", "given": "A"}]),
    )
    assert [line.key for line in lines(formatted(*found))] == ["a", "h", "z"]
    assert [line.key for line in lines(formatted(*found, arrangement="mixed"))] == ["h", "a", "z"]


def test_works_of_one_author_and_year_carry_letters_of_their_script() -> None:
    hourani = {"family": "Hourani", "given": "Albert"}
    made = texts(
        entry("a", "نقد العقل", [JABRI], issued=2009),
        entry("b", "بنية العقل", [JABRI], issued=2009),
        entry("c", "تكوين العقل", [JABRI], issued=2010),
        entry("d", "One book", [hourani], issued=1991),
        entry("e", "Other book", [hourani], issued=1991),
    )
    assert made == [
        "الجابري، م. ع. (2009أ). بنية العقل.",
        "——— (2009ب). نقد العقل.",
        "——— (2010). تكوين العقل.",
        "Hourani, A. (1991a). One book.",
        "——— (1991b). Other book.",
    ]


def test_undated_works_of_one_author_are_told_apart_too() -> None:
    reuters = [{"literal": "Reuters"}]
    made = texts(entry("a", "One", reuters), entry("b", "Two", reuters))
    assert made == ["Reuters (n.d.-a). One.", "——— (n.d.-b). Two."]


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("نصر حامد", "ن. ح."),
        ("عبد الرحمن", "عبد الرحمن"),
        ("محمد عبد الله", "م. عبد الله"),
        ("إبراهيم", "إ."),
        ("Jean-Luc", "J.-L."),
        ("Abu Hamid", "A. H."),
        ("J. K.", "J. K."),
        ("M.E.", "M. E."),
    ],
)
def test_initials(given: str, printed: str) -> None:
    family = "Smith" if given.isascii() else "علي"
    text = texts(entry("a", "T" if given.isascii() else "ك", [{"family": family, "given": given}], issued=2000))[0]
    assert text.partition(" (2000)")[0].partition("،" if "،" in text else ",")[2].strip() == printed


def test_given_names_stay_whole_where_the_style_does_not_initialize() -> None:
    made = texts(
        entry("a", "كتاب", [{"family": "حوراني", "given": "ألبرت"}]),
        entry("b", "A history", [{"family": "Hourani", "given": "Albert H."}]),
        style="notes",
    )
    assert made == ["ألبرت حوراني، كتاب.", "Albert H. Hourani, A History."]


def test_waw_is_joined_and_particles_too() -> None:
    authors = [{"family": "باشا", "given": "علي"}, {"family": "يوسف", "given": "عمر"}]
    ghazali = [{"family": "Ghazali", "given": "Abu Hamid", "non-dropping-particle": "al-"}]
    arabic, latin = entry("a", "كتاب", authors), entry("b", "Deliverance", ghazali)
    assert texts(arabic, latin, style="notes") == ["علي باشا وعمر يوسف، كتاب.", "Abu Hamid al-Ghazali, Deliverance."]
    assert texts(arabic, style="notes", joined_waw=False) == ["علي باشا و عمر يوسف، كتاب."]


def test_the_arabic_comma_stands_where_the_style_has_one_and_nowhere_else() -> None:
    work = entry("a", "عن الورق, والحبر; شيء", [JABRI], issued=2009, URL="https://example.org/a,b;c")
    assert texts(work) == ["الجابري، م. ع. (2009). عن الورق, والحبر; شيء. https://example.org/a,b;c."]
    assert texts(work, arabic_comma=False)[0].startswith("الجابري, م. ع. (2009)")


def test_several_pages_have_the_arabic_comma_too() -> None:
    article = entry("a", "مقال", type="article-journal", page="3, 7-9", issued=2009)
    assert texts(article) == ["«مقال» (2009). ص ص 3، 7–9."]


def test_quotation_marks_alternate_in_each_language() -> None:
    article = {"type": "article-journal"}
    made = texts(
        entry("a", "عن «اليوم» والغد", **article),
        entry("b", 'The "quoted “word”" of today', **article),
        style="notes",
    )
    assert made == ['«عن "اليوم" والغد».', "“The ‘Quoted “Word”’ of Today.”"]


def test_the_full_stop_stands_inside_english_quotation_marks_unless_asked_otherwise() -> None:
    article = entry("a", "Title", type="article-journal")
    assert texts(article, style="notes") == ["“Title.”"]
    assert texts(article, style="notes", quotes_outside=True) == ["“Title”."]


def test_signs_are_not_doubled() -> None:
    question = entry("a", "What is it?", [{"family": "Smith", "given": "John", "suffix": "Jr."}], issued=2000)
    assert texts(question) == ["Smith, J., Jr. (2000). What is it?"]


def test_digits_by_setting_but_not_in_addresses_or_english() -> None:
    found = (
        entry("a", "منذ 2022", [JABRI], issued=2009, URL="https://example.org/123"),
        entry("b", "Since 2022", issued=2009),
    )
    assert texts(*found, digits="arabic") == [
        "الجابري، م. ع. (٢٠٠٩). منذ ٢٠٢٢. https://example.org/123.",
        "Since 2022 (2009).",
    ]
    assert texts(entry("c", "منذ ٢٠٢٢"), digits="latin") == ["منذ 2022 (د.ت)."]


def test_twins_hold_the_arabic_and_the_english_forms_each_in_its_own_order() -> None:
    made = formatted(
        entry("a", {"ar": "يوم", "en": "A day"}, [ABU_ZAYD], issued=1990, language="ar"),
        entry("b", {"ar": "كتاب", "ar-Latn": "Kitab"}, [{"ar": JABRI, "ar-Latn": {"family": "Aabri", "given": "M"}}]),
        entry("c", "A history", [{"family": "Hourani", "given": "Albert"}]),
        arrangement="twins",
    )
    arabic, english = made.lists
    assert (arabic.language, english.language) == ("ar", "en")
    assert [line.key for part in arabic.sections for line in part.lines] == ["a", "b"]
    assert [line.text for part in english.sections for line in part.lines] == [
        "Aabri, M. (n.d.). Kitab.",
        "Abu Zayd, N. H. (1990). A day.",
        "Hourani, A. (n.d.). A history.",
    ]
    assert made.failures == ()


def test_sections_by_type_are_numbered_in_words() -> None:
    found = (entry("a", "كتاب"), entry("b", "مقال", type="article-journal"), entry("c", "رسالة", type="thesis"))
    sections = formatted(*found, sections=True).lists[0].sections
    assert [part.heading for part in sections] == ["أولاً: الدوريات", "ثانياً: الكتب", "ثالثاً: الرسائل والأطاريح"]


def test_numbers_follow_the_merged_list() -> None:
    made = formatted(entry("a", "One"), entry("b", "كتاب"), entry("c", "Two"), style="numbers")
    assert [(line.key, line.label) for line in lines(made)] == [("a", "[1]"), ("b", "[2]"), ("c", "[3]")]


def test_runs_carry_looks_links_and_languages() -> None:
    work = entry("a", "كتاب", [{"family": "Smith", "given": "John"}], URL="https://example.org/x")
    runs = lines(formatted(work, style="author-date"))[0].runs
    assert (runs[0].text, runs[0].language) == ("Smith، J.", "en")
    assert [run.faces for run in runs if run.text == "كتاب"] == [("italic",)]
    assert [run.url for run in runs if run.url] == ["https://example.org/x"]


def test_an_entry_does_not_depend_on_the_order_of_the_others() -> None:
    found = [
        entry(f"k{at}", title, [{"family": family, "given": "علي"}], issued=2000 + at, volume=at)
        for at, (title, family) in enumerate([("كتاب", "باشا"), ("A book", "Smith"), ("شيء", "يوسف"), ("Zed", "Zed")])
    ]
    expected = {line.key: line.runs for line in lines(formatted(*found))}
    generator = random.Random(7)
    for _ in range(5):
        generator.shuffle(found)
        assert {line.key: line.runs for line in lines(formatted(*found))} == expected
    for one in found:
        assert lines(formatted(one))[0].runs == expected[one.key]


def test_several_processes_give_the_same_list(monkeypatch: pytest.MonkeyPatch) -> None:
    from refkit.styles.engine import pool

    monkeypatch.setattr(pool, "_SHORTEST", 10)
    found = [entry(f"k{at}", f"كتاب {at}", [JABRI], issued=2000 + at % 5) for at in range(30)]
    assert formatted(*found, processes=2) == formatted(*found)


@pytest.mark.parametrize(
    "doi", ["10.1000/xyz", "https://doi.org/10.1000/xyz", "http://dx.doi.org/10.1000/xyz", "doi:10.1000/xyz"]
)
def test_a_doi_is_printed_once_however_it_is_given(doi: str) -> None:
    work = entry("a", "عنوان", [JABRI], issued=2001, DOI=doi)
    line = lines(cite(Library(references=(work,)), "chicago-notes-ar"))[0]
    assert line.text == "الجابري، محمد عابد. عنوان. 2001. https://doi.org/10.1000/xyz."


def test_a_quotation_may_stand_behind_a_word_of_one_letter() -> None:
    assert texts(entry("a", 'الدولة و"الأمة" و"نحن"', issued=2001)) == ["الدولة و«الأمة» و«نحن» (2001)."]


@pytest.mark.parametrize(
    ("given", "initials"), [("محمد عبد الله", "م. عبد الله"), ("محمد عبدالله", "م. عبدالله"), ("عبيد", "ع.")]
)
def test_names_with_abd_stay_whole_in_one_word_or_two(given: str, initials: str) -> None:
    made = texts(entry("a", "كتاب", [{"family": "حسن", "given": given}], issued=2001))
    assert made == [f"حسن، {initials} (2001). كتاب."]


def test_an_entry_that_has_nothing_is_reported() -> None:
    made = formatted(Entry(key="bare"), entry("a", "A book", issued=2001))
    assert [line.key for line in lines(made)] == ["a"]
    assert [failure.reason for failure in made.failures] == ["bare: it has nothing that a style could print"]


def test_a_title_cannot_turn_the_rest_of_its_line() -> None:
    assert texts(entry("a", "A \u202ebook\u2066", issued=2001)) == ["A book (2001)."]
    assert texts(entry("a", "می\u200cخواهم", issued=2001)) == ["می\u200cخواهم (2001)."]
