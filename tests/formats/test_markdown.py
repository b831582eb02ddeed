"""Reading Markdown and scanned text: notes with markers, lists with sections, every piece with its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refkit.formats.text import read_document as read_text
from refkit.model import Document
from tests.documents import read

BOOK = "علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥."
OTHER = "عبد العزيز الدوري، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤، ص ٢٠."
LIST = "1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n2. الدوري، عبد العزيز، مقدمة، دار المشرق، بيروت، ١٩٨٤.\n"


def texts(document: Document) -> list[str]:
    return [note.text for note in document.notes]


def marker_lines(document: Document) -> list[int | None]:
    return [note.marker.line if note.marker else None for note in document.notes]


def test_a_marker_may_stand_before_a_colon() -> None:
    document = read(f"كما يأتي[^a]: أولا، ثانيا[^b].\n\n[^b]: {OTHER}\n[^a]: {BOOK}\n")
    assert texts(document) == [BOOK, OTHER]
    assert marker_lines(document) == [1, 1]


@pytest.mark.parametrize(
    ("marker", "label"),
    [
        ("(1)", "(1)"),
        ("(١)", "(١)"),
        ("<sup>(1)</sup>", "(1)"),
        ("<sup>(١)</sup>", "(١)"),
        ("<sup>1</sup>", "(1)"),
        ("¹", "(1)"),
        ("[1]", "[1]"),
        ("(1)", "<sup>(1)</sup>"),
    ],
)
def test_a_scanned_note_is_found_with_its_marker(marker: str, label: str) -> None:
    document = read(f"جملة أولى{marker} وجملة ثانية.\n\n{label} {BOOK}\n")
    assert texts(document) == [BOOK]
    assert marker_lines(document) == [1]
    assert document.notes[0].place().line == 3


def test_a_footnote_definition_takes_its_lazy_and_its_indented_lines() -> None:
    document = read(
        "Text.[^a]\n\n[^a]: Albert Hourani, *A History*,\nLondon: Faber, 1991, p. 3.\n\n    See also there.\n\nBody.\n"
    )
    assert texts(document) == ["Albert Hourani, A History, London: Faber, 1991, p. 3.\nSee also there."]
    assert marker_lines(document) == [1]


@pytest.mark.parametrize(
    ("heading", "line", "note", "more"),
    [
        ("المراجع", "الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.", BOOK, OTHER),
        (
            "References",
            "Said, Edward, Orientalism, New York: Pantheon, 1978.",
            "Edward Said, Orientalism, New York: Pantheon, 1978, p. 3.",
            "Albert Hourani, A History, London: Faber, 1991, p. 7.",
        ),
    ],
)
def test_a_note_behind_a_list_keeps_its_paragraphs(heading: str, line: str, note: str, more: str) -> None:
    document = read(f"Text.[^a]\n\n## {heading}\n\n{line}\n\n[^a]: {note}\n\n    {more}\n\n    A comment.\n")
    assert texts(document) == [f"{note}\n{more}\nA comment."]
    assert [each.text for each in document.references] == [line]
    assert document.failures == ()


@pytest.mark.parametrize("comment", ["The author wishes to thank his colleagues.", "شكر خاص للجنة المناقشة."])
def test_a_note_with_an_asterisk_at_the_foot_of_a_page_may_be_any_comment(comment: str) -> None:
    first = read_text(f"Title*\n\nText.(1)\n\n_____\n* {comment}\n(1) {BOOK}\n", "paper.txt")
    assert [(note.label, note.text) for note in first.notes] == [("*", comment), ("(1)", BOOK)]
    last = read_text(f"Text.(1) More*\n\n_____\n(1) {BOOK}\n* {comment}\n", "paper.txt")
    assert [(note.label, note.text) for note in last.notes] == [("(1)", BOOK), ("*", comment)]
    bullets = read(f"An *Orient* here.\n\n---\n\n* {comment}\n* {comment}\n")
    assert bullets.notes == ()


def test_notes_stand_in_the_order_of_their_markers() -> None:
    document = read("One.[^b] Two.[^a]\n\n[^a]: Second note, 1990.\n[^b]: First note, 1991.\n")
    assert texts(document) == ["First note, 1991.", "Second note, 1990."]
    assert [note.label for note in document.notes] == ["b", "a"]


def test_an_inline_note_is_a_note() -> None:
    document = read("Text^[Albert Hourani, A History [of the Arab Peoples], 1991.] goes on.\n")
    assert texts(document) == ["Albert Hourani, A History [of the Arab Peoples], 1991."]


def test_numbering_that_restarts_on_every_page_makes_runs() -> None:
    page = f"جملة (1) وأخرى (2).\n\n(1) {BOOK}\n\n(2) {OTHER}\n\n"
    document = read(page + page)
    assert [(note.label, note.run) for note in document.notes] == [("(1)", 1), ("(2)", 1), ("(1)", 2), ("(2)", 2)]
    assert marker_lines(document) == [1, 1, 7, 7]
    assert [note.id for note in document.notes] == ["n1", "n2", "n3", "n4"]


def test_a_note_runs_over_a_blank_line_and_body_text_does_not_join_it() -> None:
    document = read(
        "جملة (1) وأخرى (2).\n\n(1) غزلان محمود ، التقارب العسكري، المجلة العلمية لكلية الدراسات\n\n"
        "الاقتصادية، المجلد ٨ ، العدد ١٥ ، (مصر، ٢٠٢٣)، ص ٢٧\n\n(2) علي الوردي، وعاظ السلاطين، ص ٥\n\n"
        "وهنا يستأنف المتن كلامه عن الموضوع في الصفحة التالية.\n"
    )
    assert [text.split()[-1] for text in texts(document)] == ["٢٧", "٥"]


def test_an_enumeration_in_the_body_is_no_note() -> None:
    document = read(
        f"مبادئ عدة (1):\n\n1. معارضة خطط الدفاع .\n2. معارضة التوسع عام 1999 .\n3. دعم صداقة الاجيال .\n\n(1) {BOOK}\n"
    )
    assert texts(document) == [BOOK]


def test_a_number_in_brackets_in_a_sentence_is_no_note() -> None:
    assert texts(read("المادة (5) من القانون.\n\n(1) كما يتبين من الشكل.\n")) == []


def test_a_marker_that_wrapped_to_a_line_of_its_own_is_a_marker() -> None:
    document = read(f"للحد من هذا النفوذ  \n(1) .\n\n---\n\n(1) {BOOK}\n")
    assert marker_lines(document) == [2]
    assert len(document.notes) == 1


def test_numbers_under_a_notes_heading_are_notes() -> None:
    document = read(f"جملة (1) وأخرى (2).\n\n## الهوامش\n\n1- {BOOK}\n٢. {OTHER}\n")
    assert texts(document) == [BOOK, OTHER]


def test_markup_is_taken_off_and_columns_stay_right() -> None:
    raw = r"(1) **سداد** ، العلاقات \_الصينية ، <https://2u.pw/E8E1XNUA> ، [عنوان](https://n9.cl/x)، ص ٨"
    note = read(f"جملة (1).\n\n{raw}\n").notes[0]
    assert note.text == "سداد ، العلاقات _الصينية ، https://2u.pw/E8E1XNUA ، عنوان https://n9.cl/x، ص ٨"
    for piece in ("سداد", "_الصينية", "2u.pw", "n9.cl", "ص ٨"):
        place = note.place(note.text.index(piece))
        assert place.column
        assert raw[place.column - 1 :].startswith(piece)
        assert place.line == 3


def test_a_place_in_a_note_of_two_lines_is_on_its_own_line() -> None:
    note = read("Text (1).\n\n(1) Albert Hourani, A History of the Arab Peoples,\nLondon: Faber, 1991, p. 3.\n").notes[
        0
    ]
    place = note.place(note.text.index("Faber"))
    assert (place.line, place.column) == (4, 9)


@pytest.mark.parametrize(
    "heading",
    [
        "## المصادر", "#### المصادر:", "**المراجع**", "المراجع", "## قائمة المصادر والمراجع", "## ثبت المراجع", "## المصادر و المراجع",
        "## أهم المراجع", "## References", "# **Bibliography :**", "Works Cited", "## Sources", "## List of references",
        "## Selected Bibliography", "## قائمة المراجع العربية", "## فهرس المصادر والمراجع",
    ],
)  # fmt: skip
def test_a_reference_list_stands_under_its_heading(heading: str) -> None:
    document = read(f"متن.\n\n{heading}\n\n{LIST}")
    assert [len(found.references) for found in document.lists] == [2]
    assert document.lists[0].place.line == 3
    assert document.lists[0].language == "ar"


def test_sections_of_a_list_and_numbers_of_its_items() -> None:
    document = read(
        f"## المصادر\n\nأولاً : الدوريات و البحوث\n\n{LIST}- ثانياً : الرسائل\n1. جاسم، سداد، العلاقات، رسالة ماجستير، جامعة بغداد، ٢٠١٤.\n\n"
        "## **Bibliography :**\n\n### **•First: periodicals**\n\n1. Bakir , Ali, relations, Magazine, No. 56, 2006.\n\n"
        "• **Third: The internet**\n\n1. Dahshan, Ahmed, integration, 2024, <https://2u.pw/E8E1XNUA>\n\n"
        "Nurhan Abu al-Futuh, diplomacy of summits, 2024, <https://2u.pw/4jMJ8gcZ>\n"
    )
    assert [(found.heading, found.language) for found in document.lists] == [("المصادر", "ar"), ("Bibliography", "en")]
    assert [(line.section, line.number) for line in document.references] == [
        ("أولاً : الدوريات و البحوث", "1"),
        ("أولاً : الدوريات و البحوث", "2"),
        ("ثانياً : الرسائل", "1"),
        ("First: periodicals", "1"),
        ("Third: The internet", "1"),
        ("Third: The internet", None),
    ]
    assert [line.id for line in document.references] == ["r1", "r2", "r3", "r4", "r5", "r6"]


def test_unnumbered_lines_and_paragraphs_are_items() -> None:
    document = read(
        "## References\n\nHourani, Albert. A History of the Arab Peoples. London: Faber, 1991.\n"
        "Said, Edward. Orientalism. New York: Pantheon, 1978.\n\nTripp, Charles. A History of Iraq.\n  Cambridge: CUP, 2000.\n"
    )
    assert [line.text.split(",")[0] for line in document.references] == ["Hourani", "Said", "Tripp"]
    assert document.references[2].text.endswith("Cambridge: CUP, 2000.")


def test_a_heading_that_is_no_section_ends_the_list() -> None:
    document = read(f"## المراجع\n\n{LIST}\n## الملاحق\n\n1. ملحق أول، ١٩٩٠.\n")
    assert len(document.references) == 2


def test_prose_under_a_heading_like_sources_is_no_list() -> None:
    document = read("## Sources\n\nWe worked in three archives and spoke with many people.\n\nThey were kind to us\n")
    assert document.lists == ()
    assert document.failures == ()


def test_what_is_not_understood_in_a_list_is_a_failure_with_its_place() -> None:
    document = read(f"## المراجع\n\n{LIST}3. كذا\n")
    assert [(failure.text, failure.place.line) for failure in document.failures] == [("3. كذا", 5)]


def test_code_and_comments_are_no_text() -> None:
    document = read(f"```\nجملة (1)\n\n(1) {BOOK}\n```\n\n<!-- (1)\n(1) {OTHER} -->\n")
    assert document.notes == ()


def test_the_title_is_known_in_both_languages() -> None:
    assert read("## العلاقات\\_الصينية\n\n### Relations\n\nنص\n").title.root == {
        "ar": "العلاقات_الصينية",
        "en": "Relations",
    }
    assert read('---\ntitle: "My paper"\n---\n\n# Introduction\n').title.root == {"en": "My paper"}


def test_windows_line_ends_change_nothing() -> None:
    text = f"جملة (1).\n\n(1) {BOOK}\n\n## المراجع\n\n{LIST}"
    assert read(text.replace("\n", "\r\n")) == read(text)


PIECES = st.sampled_from(
    ["(1)", "(٢) ", "[^1]", "[^1]: ", "\n", "\n\n", "## المراجع\n", "**", "_", "<sup>", "</sup>", "^[", "]", "\\", "`", "---\n", BOOK]
    + ["1. ", "- ", "• ", "<!--", "-->", "![", "](http://x.org)", "&amp;", "\u200f", "\x0c", "١٩٩٥", "Faber, 1991", "title: x", "أولاً: الكتب\n"]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=40).map("".join))
@settings(max_examples=300, deadline=None)
def test_no_text_makes_reading_fail_and_every_place_is_in_it(text: str) -> None:
    document = read(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for passage in (*document.notes, *document.references):
        place = passage.place(len(passage.text) - 1)
        assert place.line
        assert place.column
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1])


def test_running_text_is_without_notes_lists_headings_and_code() -> None:
    text = (
        "# Heading\n\nOne *line*\nand `code (Smith 2018)` another.^[A note.] End.[^1]\n\n- an item\n\n```\nfenced\n```\n\n"
        "[^1]: A note.\n\n## References\n\n- Said, Edward, Orientalism, New York: Pantheon, 1978.\n"
    )
    paragraphs = read(text).paragraphs
    assert [" ".join(passage.text.split()) for passage in paragraphs] == ["One line and another. End.[^1]", "- an item"]
    assert paragraphs[0].place(paragraphs[0].text.index("another")).column == 25
    assert paragraphs[0].place(paragraphs[0].text.index("End.")).line == 4
