"""Parsing one citation or one line: fields as slices of the text, whatever the style; and nothing that makes it fail."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refkit.formats.markdown import read_document
from refkit.model import Citation
from refkit.parser import parse, parse_citation


def slices(citation: Citation) -> dict[str, str]:
    """Field -> its first slice of the text."""
    return {name: citation.text[slice(*spans[0])] for name, spans in citation.spans.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "زيدون سلمان محمد ، روسيا والصين :محفزات وقيود ، مجلة العلوم السياسية، العدد ٦٨ ، (جامعة بغداد ،٢٠٢٤)، ص ٢٦٨-٢٦٩",
            {"author": "زيدون سلمان محمد", "title": "روسيا والصين :محفزات وقيود", "container-title": "مجلة العلوم السياسية",
             "issue": "٦٨", "publisher": "جامعة بغداد", "issued": "٢٠٢٤", "page": "٢٦٨-٢٦٩"},
        ),
        (
            "طه حسين، في الشعر الجاهلي، ط ١، دار الكتب المصرية، القاهرة، ١٩٢٦، ص ٤٥.",
            {"author": "طه حسين", "title": "في الشعر الجاهلي", "edition": "١", "publisher": "دار الكتب المصرية",
             "publisher-place": "القاهرة", "issued": "١٩٢٦", "page": "٤٥"},
        ),
        (
            "محمد عابد الجابري، العقل الأخلاقي العربي (بيروت: مركز دراسات الوحدة العربية، 2001)، ص 11.",
            {"author": "محمد عابد الجابري", "title": "العقل الأخلاقي العربي", "publisher-place": "بيروت",
             "publisher": "مركز دراسات الوحدة العربية", "issued": "2001", "page": "11"},
        ),
        (
            "ايمان حشاد، تباين الموقف الصيني تجاه الحرب على أوكرانيا المركز العربي للبحوث، ٢٠٢٣، مصر ، https://goo.su/a8KEi",
            {"author": "ايمان حشاد", "title": "تباين الموقف الصيني تجاه الحرب على أوكرانيا", "publisher": "المركز العربي للبحوث",
             "issued": "٢٠٢٣", "publisher-place": "مصر", "URL": "https://goo.su/a8KEi"},
        ),
        (
            "Albert Hourani, A History of the Arab Peoples (London: Faber, 1991), 45–47.",
            {"author": "Albert Hourani", "title": "A History of the Arab Peoples", "publisher-place": "London",
             "publisher": "Faber", "issued": "1991", "page": "45–47"},
        ),
        (
            'Reuters: "Russia, China agree 30-year gas deal, to be settled in euros", 2022, https://2u.pw/iYBk5dUS',
            {"author": "Reuters", "title": "Russia, China agree 30-year gas deal, to be settled in euros", "issued": "2022",
             "URL": "https://2u.pw/iYBk5dUS"},
        ),
    ],
)  # fmt: skip
def test_a_note(text: str, expected: dict[str, str]) -> None:
    citation = parse_citation(text, "note")
    assert slices(citation) == expected
    assert citation.form == "full"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "جاسم ، سداد نوري ،العلاقات الروسية _الصينية للفترة (٢٠٠٠-٢٠١٢) ، رسالة ماجستير، (غير منشورة) ،كلية العلوم، جامعة النهرين، ٢٠١٤ .",
            {"author": "جاسم ، سداد نوري", "title": "العلاقات الروسية _الصينية للفترة (٢٠٠٠-٢٠١٢)",
             "genre": "رسالة ماجستير، (غير منشورة)", "department": "كلية العلوم", "publisher": "جامعة النهرين", "issued": "٢٠١٤"},
        ),
        (
            "الجبوري، سعد كاظم، والعبيدي، رنا حسن. (2015). الحرف الشعبية. مجلة دراسات المجتمع، 7(2)، 101-124.",
            {"author": "الجبوري، سعد كاظم، والعبيدي، رنا حسن", "issued": "2015", "title": "الحرف الشعبية",
             "container-title": "مجلة دراسات المجتمع", "volume": "7", "issue": "2", "page": "101-124"},
        ),
        (
            "المغني، ابن قدامة، عبد الله بن أحمد (ت ٦٢٠هـ)، تحقيق: عبد الله التركي، دار هجر، القاهرة، ط٢، ١٤١٢هـ.",
            {"title": "المغني", "author": "ابن قدامة، عبد الله بن أحمد", "editor": "عبد الله التركي", "publisher": "دار هجر",
             "publisher-place": "القاهرة", "edition": "٢", "issued": "١٤١٢هـ"},
        ),
        (
            "Said, Edward W. Orientalism. New York: Pantheon Books, 1978.",
            {"author": "Said, Edward W.", "title": "Orientalism", "publisher-place": "New York", "publisher": "Pantheon Books",
             "issued": "1978"},
        ),
        (
            "Al-Khalifa AB, Smith CD. Outdoor work and heat illness. Gulf J Public Health. 2019;12(3):45-50.",
            {"author": "Al-Khalifa AB, Smith CD", "title": "Outdoor work and heat illness",
             "container-title": "Gulf J Public Health", "issued": "2019", "volume": "12", "issue": "3", "page": "45-50"},
        ),
        (
            "Kaddache (Mahfoud), Histoire du nationalisme algérien, t. 1, SNED, Alger, 1980.",
            {"author": "Kaddache (Mahfoud)", "title": "Histoire du nationalisme algérien", "volume": "1", "publisher": "SNED",
             "publisher-place": "Alger", "issued": "1980"},
        ),
    ],
)  # fmt: skip
def test_a_line_of_a_list(text: str, expected: dict[str, str]) -> None:
    assert slices(parse_citation(text)) == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("زيدون سلمان محمد ، مصدر سبق ذكره ، ص ٢٦٩", "op-cit"),
        ("يزيد عادل عبد المجيد ، المصدر نفسه ، ص ٢٠٤", "ibid"),
        ("المرجع السابق، ص ٥", "ibid"),
        ("طه حسين، المرجع السابق، ص ٥", "op-cit"),
        ("م. ن، ص ٧", "ibid"),
        ("الجابري، م. س، ص ٧", "op-cit"),
        ("الصفحة نفسها", "ibid"),
        ("Ibid., 42.", "ibid"),
        ("Hourani, op. cit., p. 102.", "op-cit"),
        ("Said, Orientalism, 45.", "short"),
        ("المغني، لابن قدامة، ٨/٢٢٠.", "short"),
        ("المراد بالجمهور هنا: المالكية والشافعية.", "none"),
        ("All translations are mine.", "none"),
        ("سورة آل عمران، الآية: ٩٢.", "none"),
    ],
)
def test_the_form_of_a_note(text: str, form: str) -> None:
    assert parse_citation(text, "note").form == form


@pytest.mark.parametrize(
    ("text", "value", "ranges"),
    [
        ("طه حسين، في الشعر الجاهلي، القاهرة، ١٩٢٦، ص ١١٨ و ١٧٥", "118 و 175", ((118, 118), (175, 175))),
        ("طه حسين، في الشعر الجاهلي، القاهرة، ١٩٢٦، ص ص ١٤ - ١٧", "14-17", ((14, 17),)),
        ("Albert Hourani, A History, London: Faber, 1991, pp. 3, 7–9", "3, 7–9", ((3, 3), (7, 9))),
        ("Ibid., 42.", "42", ((42, 42),)),
    ],
)
def test_pages_are_single_pages_or_ranges(text: str, value: str, ranges: tuple[tuple[int, int], ...]) -> None:
    locator = parse_citation(text, "note").locator
    assert locator
    assert (locator.label, locator.value, locator.ranges) == ("page", value, ranges)


def test_a_year_in_a_title_is_not_the_year_of_publication() -> None:
    text = "رضا ميثم، توظيف القوة الذكية منذ عام ٢٠١٦ ، رسالة ماجستير، جامعة بغداد ، ٢٠٢٤"
    fields = parse_citation(text, "note").fields
    assert fields.issued
    assert fields.issued.year == 2024
    assert fields.title
    assert fields.title.any().endswith("٢٠١٦")


def test_the_death_date_of_an_author_is_not_the_year_of_publication() -> None:
    fields = parse_citation("ابن منظور، محمد بن مكرم (ت ٧١١هـ): لسان العرب، دار صادر، بيروت، ١٩٩٤.").fields
    assert fields.issued
    assert fields.issued.year == 1994


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("علي، ط ١، دار الفكر، بيروت، ١٤٠٥هـ / ١٩٨٥م", {"year": 1405, "calendar": "hijri", "also": 1985}),
        ("علي، عنوان الكتاب، دار الفكر، بيروت، د.ت.", {"text": "د.ت."}),
        ("Benton, Thomas Hart. Abridgment of the Debates. Washington, 1857-61.", {"year": 1857, "end-year": 1861}),
    ],
)
def test_dates_in_both_calendars_and_without(text: str, issued: Any) -> None:
    found = parse_citation(text).fields.issued
    assert found
    assert found.model_dump(exclude_defaults=True) == issued


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("جاسم، سداد، العلاقات، رسالة ماجستير، جامعة بغداد، ٢٠١٤", "thesis"),
        ("علي، محمد، عنوان البحث، مجلة العلوم، العدد ٥، ٢٠١٤", "article-journal"),
        ("علي، محمد، عنوان الكتاب، دار الفكر، بيروت، ٢٠١٤", "book"),
        ("علي، محمد، عنوان الصفحة، ٢٠١٤، https://example.org/a", "webpage"),
        ("القانون المدني المصري رقم ١٣١ لسنة ١٩٤٨، المادة ١٤٨", "legislation"),
        ("Smith, John. “A chapter.” In The Book, edited by Jane Roe, 3–9. London: Verso, 1990.", "chapter"),
    ],
)
def test_the_type_of_a_work(text: str, kind: str) -> None:
    assert parse_citation(text).fields.type == kind


def test_several_citations_in_one_note() -> None:
    document = parse(
        read_document(
            "Text.[^1]\n\n[^1]: See Albert Hourani, A History, London: Faber, 1991, p. 3; Edward Said, Orientalism, "
            "New York: Pantheon, 1978, p. 12؛ وانظر: طه حسين، في الشعر الجاهلي، القاهرة، ١٩٢٦، ص ٤٥.\n",
            "x.md",
        )
    )
    note = document.notes[0]
    titles = [citation.fields.title.any() for citation in note.citations if citation.fields.title]
    assert titles == ["A History", "Orientalism", "في الشعر الجاهلي"]
    for citation in note.citations:
        assert note.text[citation.start : citation.end] == citation.text


def test_numbers_are_ascii_and_texts_stay_as_written() -> None:
    fields = parse_citation("علي، محمد، عنوان ١٩٩٠-٢٠٠٠، مجلة العلوم، المجلد ٣٨، العدد الثاني، ص ٥-٩، ٢٠١٤").fields
    assert (fields.volume, fields.issue, fields.page) == ("38", "2", "5-9")
    assert fields.title
    assert fields.title.any() == "عنوان ١٩٩٠-٢٠٠٠"


WORDS = st.sampled_from(
    ["،", ",", ".", ":", "؛", ";", "(", ")", "[", "]", "«", "»", '"', "-", "–", "ص", "ط", "ع", "مج", "و", "العدد", "٢٠١٤", "1435هـ", "p.", "pp"]
    + ["مجلة", "دار الفكر", "بيروت", "London", "Vol. 3", "no. 4", "رسالة ماجستير", "غير منشورة", "https://a.b/c", "ترجمة", "محمد", "Said", "W."]
    + ["المصدر نفسه", "ibid.", "op. cit.", "ت", "د.", "In", "eds.", "24(3)", "٣/٢٥٠", "قانون رقم 5", "\u200f", "ـ", "َ", "ﷺ", "\x1f", "\x00"]
)  # fmt: skip


@given(
    st.lists(st.one_of(WORDS, st.text(max_size=8)), max_size=40).map(" ".join), st.sampled_from(["note", "reference"])
)
@settings(max_examples=400, deadline=None)
def test_no_text_makes_parsing_fail_and_every_field_is_a_slice(text: str, kind: Any) -> None:
    citation = parse_citation(text, kind)
    assert citation.text == text
    for spans in citation.spans.values():
        for start, end in spans:
            assert 0 <= start < end <= len(text)
