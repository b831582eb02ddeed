"""What only the neighbours of a citation tell: the author that a dash or `idem` repeats."""

from __future__ import annotations

import pytest

from refkit.parser import parse
from tests.documents import read

LIST = "## المراجع\n\n- الجابري، محمد عابد: تكوين العقل العربي، دار الطليعة، بيروت، ١٩٨٤.\n- {dash} بنية العقل العربي، مركز دراسات الوحدة العربية، بيروت، ١٩٨٦.\n- {dash} نحن والتراث، دار الطليعة، بيروت، ١٩٨٠.\n"


@pytest.mark.parametrize("dash", ["———،", "_____:", "------،"])
def test_a_dash_in_a_list_is_the_author_above(dash: str) -> None:
    lines = parse(read(LIST.replace("{dash}", dash))).references
    assert [[form.parts for name in line.fields.author for form in name.root.values()] for line in lines] == [
        ["محمد عابد الجابري"]
    ] * 3
    assert [line.fields.title.any() for line in lines if line.fields.title] == [
        "تكوين العقل العربي", "بنية العقل العربي", "نحن والتراث",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "again", "author"),
    [
        ("طه حسين، الأيام، دار المعارف، القاهرة، ١٩٢٩، ص ٥.", "المؤلف نفسه، في الشعر الجاهلي، دار الكتب، القاهرة، ١٩٢٦، ص ٧.", "طه حسين"),
        ("Edward Said, Orientalism (New York: Pantheon, 1978), 5.", "Idem, Culture and Imperialism (New York: Knopf, 1993), 20.", "Edward Said"),
    ],
)  # fmt: skip
def test_idem_in_a_note_is_the_author_before(first: str, again: str, author: str) -> None:
    notes = parse(read(f"نص.(1) نص.(2)\n\n(1) {first}\n\n(2) {again}\n")).notes
    citations = [citation for note in notes for citation in note.citations]
    assert [
        [form.parts for name in citation.fields.author for form in name.root.values()] for citation in citations
    ] == [
        [author],
        [author],
    ]
    assert [citation.form for citation in citations] == ["full", "full"]


def test_a_dash_without_anybody_above_names_nobody() -> None:
    (line,) = parse(
        read("## المراجع\n\n- ———، بنية العقل العربي، مركز دراسات الوحدة العربية، بيروت، ١٩٨٦.\n")
    ).references
    assert line.fields.author == ()
    assert line.fields.title


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("Brown, Bob, ed. Collected Papers. London: Verso, 2001.", ["Bob Brown"]),
        ("The Thousand and One Nights. Cairo: Bulaq Press, 1835.", []),
    ],
)
def test_a_dash_after_a_work_without_an_author(above: str, expected: list[str]) -> None:
    text = f"## References\n\n- Adams, Alice. First Book. London: Verso, 2000.\n- {above}\n- ———. Another Book. London: Verso, 2002.\n"
    last = parse(read(text)).references[-1]
    assert [form.parts for name in last.fields.author for form in name.root.values()] == expected


def test_a_manuscript_in_a_note_is_a_citation() -> None:
    (note,) = parse(read("نص.(1)\n\n(1) ابن سينا، الشفاء، مخطوط، المكتبة الظاهرية، دمشق، رقم 455، و. 12.\n")).notes
    (citation,) = note.citations
    assert (citation.form, citation.fields.type) == ("full", "manuscript")
    assert citation.fields.archive
    assert citation.locator
    assert citation.locator.label == "folio"
