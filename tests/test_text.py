"""Storing, comparing and searching text in two scripts."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refkit import text
from refkit.addresses import find_dois, find_urls
from refkit.text import Shadow, ascii_digits, fold, light, tokens
from tests.strategies import ARABIC, BIDI, HARAKAT, PUNCTUATION, messy_text

any_text = messy_text | st.text(max_size=30)
words = st.lists(st.text(ARABIC, min_size=1, max_size=8), min_size=1, max_size=4)


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("\u202bالعدد \u200f٥٨\u202c", "العدد ٥٨"),
        ("كتاب\u200cها", "كتابها"),
        ("  مجلة\u00a0\tالحقيقة\r\n", "مجلة الحقيقة"),
        ("ﻋﺮﺑﻲ ﻻ ﷲ", "عربي لا الله"),
        ("مُحَمَّد، ص؟", "مُحَمَّد، ص؟"),
        ("الطبعــة", "الطبعــة"),
        ("ﬁne “x” – y", "fine “x” – y"),
    ],
)
def test_storing_drops_what_no_reader_sees_and_nothing_else(written: str, stored: str) -> None:
    assert light(written) == stored


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("الأَنباريّ، أحمد", "الانباري احمد"),
        ("إبراهيم آل ٱلشيخ", "ابراهيم ال الشيخ"),
        ("على", "علي"),
        ("المدرسة", "المدرسه"),
        ("کتاب گلستان ی", "كتاب كلستان ي"),
        ("محمـــــد", "محمد"),
        ("\ufee3\ufea4\ufee4\ufeaa", "محمد"),
        ("ﻻﻣﻊ", "لامع"),
        ("رؤية مسؤول", "رويه مسوول"),
        ("سنة ٢٠١٧", "سنه 2017"),
        ("۲۰۱۷", "2017"),
        ("الروسي-الصيني", "الروسي الصيني"),
        ("«العلاقات» (دراسة)", "العلاقات دراسه"),
        ("Straße", "STRASSE"),
        ("ʿAbd al-Raḥmān", "abd al rahman"),
        ("O’Brien", "OBrien"),
        ("Müller", "MULLER"),
    ],
)
def test_two_spellings_of_one_text_have_one_key(left: str, right: str) -> None:
    assert fold(left) == fold(right) != ""


@pytest.mark.parametrize(
    ("left", "right"), [("النهرين", "النهدين"), ("محمد", "محمود"), ("مركز", "مركزية"), ("2017", "2018")]
)
def test_two_words_keep_two_keys(left: str, right: str) -> None:
    assert fold(left) != fold(right)


@given(any_text)
def test_folding_and_storing_twice_changes_nothing(value: str) -> None:
    assert fold(fold(value)) == fold(value)
    assert light(light(value)) == light(value)


def test_folding_twice_changes_no_letter_and_no_presentation_form() -> None:
    codes = [*range(0x3000), *range(0xF900, 0x10000)]
    assert [hex(code) for code in codes if fold(fold(chr(code))) != fold(chr(code))] == []


@given(words, st.data())
def test_marks_tatweel_and_controls_inside_words_do_not_change_the_key(parts: list[str], data: st.DataObject) -> None:
    noise = st.text(HARAKAT + BIDI + "ـ", max_size=3)
    noisy = " ".join("".join(char + data.draw(noise) for char in word) for word in parts)
    assert fold(noisy) == fold(" ".join(parts))


@given(words, st.lists(st.text(PUNCTUATION.replace("'", "") + "٪٫٬۔…", max_size=3), min_size=5, max_size=5))
def test_punctuation_around_words_does_not_change_the_key(parts: list[str], signs: list[str]) -> None:
    noisy = "".join(f"{sign} {word} {sign}" for sign, word in zip(signs, parts, strict=False))
    assert fold(noisy) == fold(" ".join(parts))


@given(st.text(PUNCTUATION + HARAKAT + BIDI + "ـ \n\t؍٪٫٬۔…–—"))
def test_text_without_letters_or_digits_has_no_key(value: str) -> None:
    assert fold(value) == ""
    assert tokens(value) == ()


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("العلاقات الروسية – الصينية", ("علاقات", "روسيه", "صينيه")),
        ("حول الآل", ("حول", "ال")),
        ("كلام الله", ("كلام", "الله")),
        ("The al-Azhar, 2nd ed.", ("the", "al", "azhar", "2nd", "ed")),
    ],
)
def test_words_are_compared_without_the_article(value: str, found: tuple[str, ...]) -> None:
    assert tokens(value) == found


@pytest.mark.parametrize(("value", "found"), [("ص ١١٨ و ۱۷۵", "ص 118 و 175"), ("x² ½ 58", "x² ½ 58"), ("٣٫١٤", "3٫14")])
def test_digits_become_ascii_and_nothing_else_changes(value: str, found: str) -> None:
    assert ascii_digits(value) == found


@given(any_text)
def test_digits_become_ascii_one_for_one(value: str) -> None:
    made = ascii_digits(value)
    assert len(made) == len(value)
    assert not re.search(r"[^\D0-9]", made)


@pytest.mark.parametrize(
    ("original", "pattern", "found"),
    [
        ("مجلة الحقيقة، العدد ٥٨، ص ٩", r"العدد (\d+)", "٥٨"),
        ("الطَّبْعَةُ الأُولَى", r"الطبعه", "الطَّبْعَةُ"),
        ("العـــدد ٥٨", r"العدد", "العـــدد"),
        ("\u202b(بيروت\u200f: دار\u202c)", r"\((.*?):", "بيروت\u200f"),
        ("قبل ﷲ بعد", r"الله", "ﷲ"),
        ("قبل ﷲ بعد", r"لل", "ﷲ"),
        ("ﻓﻲ اﻟﻌﺮاق", r"العراق", "اﻟﻌﺮاق"),
        ("دار «النهضة»؛ ١٩٩٠", r'"(.+?)"; (?=1990)', "النهضة"),
        ("ص ١٤–١٧", r"\d+-\d+", "١٤–١٧"),
        ("Straße 5", r"strasse", "Straße"),
        ("Straße 5", r"\d", "5"),
        ("بـﹷـت ٣", r"بت", "بـﹷـت"),
    ],
)
def test_what_a_pattern_finds_is_given_back_as_it_was_written(original: str, pattern: str, found: str) -> None:
    shadow = Shadow(original)
    match = re.search(pattern, shadow.text)
    assert match is not None
    start, end = shadow.span(*match.span(match.re.groups))
    assert original[start:end].strip() == found


@given(any_text)
def test_every_stretch_of_a_shadow_has_ordered_offsets_into_the_original(original: str) -> None:
    shadow = Shadow(original)
    size = len(shadow.text)
    spans = [shadow.span(at, at + 1) for at in range(size)] + [shadow.span(size, size)]
    assert all(0 <= start <= end <= len(original) for start, end in spans)
    assert all(start < end for start, end in spans[:-1])
    assert spans == sorted(spans)
    assert spans[-1] == (len(original), len(original))


@given(any_text)
def test_a_position_leads_back_to_the_stretch_it_came_from(original: str) -> None:
    shadow = Shadow(original)
    for at in range(len(shadow.text)):
        start, end = shadow.span(at, at + 1)
        first = shadow.position(start)
        assert first <= at
        assert shadow.span(first, first + 1) == (start, end)
    assert shadow.position(len(original)) == len(shadow.text)


@given(any_text)
def test_a_shadow_holds_no_capital_no_mark_and_no_foreign_digit(original: str) -> None:
    shown = Shadow(original).text
    assert shown == text.shade(original)
    assert not set(shown) & set(HARAKAT + BIDI + "ـ،؛؟٠٥۳ABC\t\n“”«»–")


@pytest.mark.parametrize(
    ("value", "script", "language"),
    [
        ("التقارب الروسي - الصيني", "Arab", "ar"),
        ("Russian-Chinese rapprochement", "Latn", "en"),
        ("Müller, Étude", "Latn", "en"),
        ("متاح على https://www.very-long-address.example.org/with/many/letters", "Arab", "ar"),
        ("بحث 10.1016/S0140-6736(20)30183-5", "Arab", "ar"),
        ("مجلة Foreign Affairs Magazine", "Latn", "en"),
        ("٢٠١٧، ٥٨؛ ص ", "Arab", "ar"),
        ("٢٠١٧، ٥٨؛", "Zyyy", "und"),
        ("2017", "Zyyy", "und"),
        ("Книга", "Zyyy", "und"),
        ("", "Zyyy", "und"),
    ],
)
def test_the_language_is_that_of_most_letters(value: str, script: str, language: str) -> None:
    assert (text.script(value), text.language(value)) == (script, language)


def test_letters_are_counted_by_script() -> None:
    assert text.letters("مُحَمَّـد ٥ Ali، Книга") == (4, 3, 5)


@pytest.mark.parametrize("char", "،؛؟٪٫٬۔٠١٢٣٤٥٦٧٨٩۰۹ـ\u064e\u0651\u0670\u200f")
def test_arabic_punctuation_digits_and_marks_are_no_letters(char: str) -> None:
    assert not text.is_arabic(char)
    assert text.letters(char) == (0, 0, 0)


@pytest.mark.parametrize("char", ARABIC + "ڤژٱﻻﺑ")
def test_letters_of_all_arabic_alphabets_are_arabic(char: str) -> None:
    assert text.is_arabic(char)


@pytest.mark.parametrize("char", "aÉܐހא中")
def test_letters_of_other_scripts_are_not_arabic(char: str) -> None:
    assert not text.is_arabic(char)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("متاح على <https://n9.cl/rx1x9>،", ["https://n9.cl/rx1x9"]),
        ("انظر: https://n9.cl/rx1x9. ص ٥", ["https://n9.cl/rx1x9"]),
        ("(https://en.wikipedia.org/wiki/A_(b))", ["https://en.wikipedia.org/wiki/A_(b)"]),
        ("www.aljazeera.net/a؛ HTTP://X.ORG/", ["www.aljazeera.net/a", "HTTP://X.ORG/"]),
        ("\u202ahttps://n9.cl/a\u202c ص ٥", ["https://n9.cl/a"]),
        ("https://n9.cl/a\u200f.", ["https://n9.cl/a"]),
        ("https://ar.wikipedia.org/wiki/بغداد، ٢٠٢٠", ["https://ar.wikipedia.org/wiki/بغداد"]),
        ("https://a.b/c?x=[1]&y=2", ["https://a.b/c?x=[1]&y=2"]),
        ("no address here: example.org", []),
    ],
)
def test_urls_are_found_without_what_follows_them(line: str, found: list[str]) -> None:
    assert [line[start:end] for start, end in find_urls(line)] == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("doi:10.1234/abc.", ["10.1234/abc"]),
        ("https://doi.org/10.1000/xyz123، ص ٥", ["10.1000/xyz123"]),
        ("DOI: 10.1016/S0140-6736(20)30183-5.", ["10.1016/S0140-6736(20)30183-5"]),
        ("(10.1234/a) ثم 10.5678/b", ["10.1234/a", "10.5678/b"]),
        ("ص 10.12/5", []),
    ],
)
def test_dois_are_found_also_inside_urls(line: str, found: list[str]) -> None:
    assert [line[start:end] for start, end in find_dois(line)] == found


def test_a_run_of_brackets_behind_a_url_takes_no_long_time() -> None:
    started = time.perf_counter()
    assert find_urls("https://n9.cl/a" + ")" * 100_000) == [(0, 15)]
    assert time.perf_counter() - started < 1


@given(any_text)
def test_nothing_raises_on_any_text(value: str) -> None:
    for start, end in [*find_urls(value), *find_dois(value)]:
        assert 0 <= start <= end <= len(value)
    assert min(text.letters(value)) >= 0
    assert text.language(value) in ("ar", "en", "und")
