"""Lists and notes in text that was wrapped at some width: the same pieces as with a line for each."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from refkit.formats.markdown import read_document as read_markdown
from refkit.formats.text import read_document as read_text

PAPERS = sorted((Path(__file__).parents[1] / "data" / "papers").glob("*.md"))
#: Layout -> what an item begins with, the indent of the lines that carry it on, and what stands between items.
LAYOUTS = {
    "hanging": ("", "    ", "\n"),
    "hanging far": ("", "          ", "\n"),
    "numbers": ("{}. ", "", "\n"),
    "numbers in brackets": ("[{}] ", "", "\n"),
    "numbers, hanging": ("{}. ", "   ", "\n"),
    "bullets": ("- ", "", "\n"),
    "bullets, hanging": ("- ", "  ", "\n"),
    "empty lines": ("", "", "\n\n"),
    "numbers and empty lines": ("{}- ", "", "\n\n"),
}
WIDTHS = (60, 68, 72, 80, 90)


@cache
def lists() -> list[tuple[str, str, list[str]]]:
    """The lists of the papers: where each is from, its heading, its references without marks of Markdown."""
    found = []
    for path in PAPERS:
        for each in read_markdown(path.read_text("utf-8"), path.name).lists:
            items = [plain(line.text) for line in each.references]
            if len(items) > 3:
                found.append((f"{path.stem} {each.id}", each.heading, items))
    return found


def plain(text: str) -> str:
    return " ".join(text.replace("_", " ").replace("*", " ").split())


def wrapped(items: Sequence[str], width: int, layout: str) -> str:
    head, indent, between = LAYOUTS[layout]
    return between.join(
        textwrap.fill(
            head.format(number) + item,
            width,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
            expand_tabs=False,
        )
        for number, item in enumerate(items, 1)
    )


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_wrapped_list_is_the_same_list(width: int, layout: str) -> None:
    assert len(lists()) >= 15
    for name, heading, items in lists():
        document = read_text(f"Text.\n\n{heading}\n\n{wrapped(items, width, layout)}\n", "paper.txt")
        assert [plain(line.text) for line in document.references] == items, name
        assert document.failures == ()


@pytest.mark.parametrize("width", WIDTHS)
def test_without_any_mark_nearly_all_references_are_the_same(width: int) -> None:
    right = whole = 0
    for _, heading, items in lists():
        text = "\n".join(textwrap.fill(item, width, break_long_words=False, break_on_hyphens=False) for item in items)
        found = {plain(line.text) for line in read_text(f"Text.\n\n{heading}\n\n{text}\n", "paper.txt").references}
        right += len(found & set(items))
        whole += len(items)
    assert right >= 0.98 * whole


SHORT_LAST = {
    "ar": """\
المراجع

الوردي، علي حسين. وعاظ السلاطين: بحث صريح في طبيعة الإنسان. لندن: كوفان،
1995.
الجابري، محمد عابد. تكوين العقل العربي. بيروت: مركز دراسات الوحدة العربية
2009.
أركون، محمد. الفكر الإسلامي: قراءة علمية. ترجمة هاشم صالح. بيروت: الإنماء،
ص 45-67.
جواد، سعد ناجي. العراق والمسألة الكردية 1958-1970. دار اللام للنشر. 1990.
لندن.
""",
    "en": """\
References

Said, Edward W. Orientalism: Western Conceptions of the Orient. New York,
1978.
Batatu, Hanna. The Old Social Classes and the Revolutionary Movements. 1978,
Princeton.
Hourani, Albert. Arabic Thought in the Liberal Age. Cambridge: CUP. 1983. pp.
45-67.
""",
}


@pytest.mark.parametrize("tag", SHORT_LAST)
def test_a_year_a_page_or_a_place_on_the_last_line_belongs_to_its_reference(tag: str) -> None:
    document = read_text(f"Text.\n\n{SHORT_LAST[tag]}", "paper.txt")
    lines = SHORT_LAST[tag].strip().split("\n")[2:]
    assert [line.text for line in document.references] == [
        f"{first} {last}" for first, last in zip(lines[::2], lines[1::2], strict=True)
    ]


NOTES = {
    "ar": (
        "ينظر في ذلك ما كتبه علي الوردي في كتابه عن وعاظ السلاطين، دار كوفان، لندن",
        "(1995) ص 5، وما قاله سعد ناجي جواد، العراق والمسألة الكردية، لندن، ١٩٩٠، ص ٣.",
    ),
    "en": (
        "See on this matter Edward Said, Orientalism, New York: Pantheon, new edition",
        "(1978) p. 12, and Hanna Batatu, The Old Social Classes, Princeton, 1978, p. 3.",
    ),
}


@pytest.mark.parametrize("tag", NOTES)
@pytest.mark.parametrize(("marker", "label"), [("[^1]", "[^1]: "), ("(1)", "(1) "), ("[1]", "[1] ")])
def test_a_year_in_brackets_at_the_head_of_a_line_begins_no_note(tag: str, marker: str, label: str) -> None:
    first, second = NOTES[tag]
    document = read_markdown(f"Text.{marker}\n\n{label}{first}\n{second}\n", "paper.md")
    assert [note.text for note in document.notes] == [f"{first} {second}"]


def test_notes_far_apart_are_notes_after_an_empty_line() -> None:
    text = "نص.(1) نص.(40)\n\n(1) علي الوردي، وعاظ السلاطين، لندن، ١٩٩٥، ص ٥.\n\n(40) المصدر نفسه، ص ٦.\n"
    assert [note.label for note in read_text(text, "paper.txt").notes] == ["(1)", "(40)"]


def test_a_list_with_a_reference_on_each_line_is_not_taken_for_wrapped() -> None:
    items = [f"Author{number}, Ann. A book of some length. London: Faber, {1990 + number}." for number in range(9)]
    document = read_text("Text.\n\nReferences\n\n" + "\n".join(items), "paper.txt")
    assert [line.text for line in document.references] == items


UNNUMBERED = {
    "ar": (
        "الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، 1995.",
        "جواد، سعد ناجي، العراق والمسألة الكردية، دار اللام، لندن، 1990.",
        "وزارة التخطيط، المجموعة الإحصائية السنوية، بغداد، 1988.",
        "الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، 1984.",
        "الجابري، محمد عابد، تكوين العقل العربي، دار الطليعة، بيروت، 1984.",
    ),
    "en": (
        "Said, Edward, Orientalism, Pantheon, New York, 1978.",
        "Horsfall, Maud, Mapping Coastal Erosion, Windrush House, Copenhagen, 1988.",
        "Ministry of Agriculture, Annual Report of the Year, Cairo, 1988.",
        "Batatu, Hanna, The Old Social Classes, Princeton University Press, Princeton, 1978.",
        "Hourani, Albert, Arabic Thought in the Liberal Age, Cambridge University Press, Cambridge, 1983.",
    ),
}
HEADS = {"ar": "المراجع", "en": "References"}


@pytest.mark.parametrize("tag", UNNUMBERED)
@pytest.mark.parametrize("without", [1, 2])
def test_a_line_that_lacks_its_number_is_an_item(tag: str, without: int) -> None:
    items = UNNUMBERED[tag]
    numbers = iter(range(1, 9))
    lines = [item if at == without else f"{next(numbers)}- {item}" for at, item in enumerate(items)]
    document = read_text(f"Text.\n\n{HEADS[tag]}\n\n" + "\n".join(lines), "paper.txt")
    assert [line.text for line in document.references] == list(items)


@pytest.mark.parametrize("tag", UNNUMBERED)
def test_the_rest_of_a_numbered_line_is_no_item(tag: str) -> None:
    rest = {"ar": "بيروت، دار الطليعة، 1999.", "en": "London, Faber and Faber, 1999."}[tag]
    items = UNNUMBERED[tag]
    lines = [f"{number}- {item}" for number, item in enumerate(items, 1)]
    lines.insert(2, rest)
    document = read_text(f"Text.\n\n{HEADS[tag]}\n\n" + "\n".join(lines), "paper.txt")
    assert [line.text for line in document.references] == [items[0], f"{items[1]} {rest}", *items[2:]]
