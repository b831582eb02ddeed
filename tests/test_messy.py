"""Messy input as people have it: nothing is lost in silence, nothing is alarmed at for nothing."""

from __future__ import annotations

import pytest

from refkit.cli import main
from tests.documents import codes, findings, link_of, linked, read

N1 = "علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥."
N2 = "عبد العزيز الدوري، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤، ص ٢٠."
E1 = "الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥."
E2 = "الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤."
LIST = f"## المراجع\n\n1. {E1}\n2. {E2}\n"
BODY = "كلمة(1) وأخرى(2).\n\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}(1) {N1}\n(2) {N2}\n\n{LIST}",
        f"\u200f{BODY}\u200f(1) {N1}\n\u200f(2) {N2}\n\n\u200f## المراجع\n\n\u200f1. {E1}\n\u200f2. {E2}\n",
        f"كلمة¹ وأخرى².\n\n¹ {N1}\n² {N2}\n\n{LIST}",
        f"كلمة<sup>1</sup> وأخرى<sup>2</sup>.\n\n<sup>1</sup> {N1}\n<sup>2</sup> {N2}\n\n{LIST}",
        f"{BODY}\t(1) {N1}\n\t(2) {N2}\n\n{LIST}",
        f"---\n\n{BODY}(1) {N1}\n(2) {N2}\n\n---\n\n{LIST}",
        f"{LIST}\n## المتن\n\n{BODY}(1) {N1}\n(2) {N2}\n",
        f"{BODY}{LIST}\n(1) {N1}\n(2) {N2}\n",
        f"{BODY.replace('(1)', '[^1]').replace('(2)', '[^2]')}## المراجع\n\n1. {E1}\n[^1]: {N1}\n\n2. {E2}\n[^2]: {N2}\n",
        f"```\nunclosed\n\n{BODY}(1) {N1}\n(2) {N2}\n\n{LIST}",
        f"{BODY}(1) {N1}\n(2) {N2}\n\n{LIST.replace('المراجع', 'خامساً: المراجع')}",
        f"{BODY}(1) {N1}\n(2) {N2}\n\n{LIST.replace('المراجع', 'مراجع البحث')}",
        f"{BODY}(1) {N1}\n(2) {N2}\n\n{LIST}\n### ملحق (أ)\n\nنص الملحق.\n",
    ],
    ids=[
        "plain", "rtl-marks", "superscripts", "sup-tags", "tabs", "page-rules", "list-first", "notes-after-list", "definitions-in-list",
        "open-fence", "numbered-heading", "heading-with-noun", "appendix",
    ],
)  # fmt: skip
def test_two_notes_and_two_lines_are_two_notes_and_two_lines(text: str) -> None:
    document = read(text)
    assert [note.text for note in document.notes] == [N1, N2]
    assert [line.text for line in document.references] == [E1, E2]
    assert codes(text) == set()


def test_a_line_without_letters_in_a_list_is_not_lost() -> None:
    document = read(f"{LIST}3. 2020: 34-56.\n\n– ١٢ –\n\n4. {E1[:-7]}١٩٩٦.\n")
    assert [failure.text for failure in document.failures] == ["3. 2020: 34-56."]
    assert len(document.references) == 3


def test_scripture_and_bare_titles_are_items() -> None:
    text = f"{BODY}(1) {N1}\n(2) {N2}\n\n{LIST}3. القرآن الكريم.\n"
    assert len(read(text).references) == 3
    assert "RK001" not in codes(text)


@pytest.mark.parametrize(
    "note",
    [
        "سعد جواد، العراق في العهد السابق، دار اللام، لندن، ١٩٩٠، ص ٧.",
        "Jens Hansen, *A Note on Works Cited Above the Line*, London: Verso, 1990, p. 7.",
        "Ib. Hansen, *Danish Law*, Copenhagen: Gad, 1990, p. 7.",
    ],
)
def test_the_words_of_a_back_reference_in_a_title_or_a_name_point_nowhere(note: str) -> None:
    found = read(f"{BODY}(1) {N1}\n(2) {note}\n\n{LIST}")
    assert len(found.notes) == 2
    assert link_of(linked(f"{BODY}(1) {N1}\n(2) {note}\n\n{LIST}"), "n2.1").refers_to is None


def test_a_short_title_that_fits_nothing_cited_goes_to_the_list_and_says_so() -> None:
    entry = "3. الوردي، علي، مهزلة العقل البشري، دار كوفان، لندن، ١٩٩٤."
    found = linked(f"{BODY}(1) {N1}\n(2) علي الوردي، مهزلة العقل البشري، مصدر سبق ذكره، ص ٧.\n\n{LIST}{entry}\n")
    link = link_of(found, "n2.1")
    assert next(work.references for work in found.works if work.key == link.work) == ("r3",)
    assert link.trouble == "no-antecedent"


def test_a_classical_author_of_one_name_links() -> None:
    found = linked(
        "كلمة(1).\n\n(1) ابن خلدون، المقدمة، دار الفكر، بيروت، ١٩٨٨، ص ٥.\n\n## المراجع\n\n"
        "1. ابن خلدون، عبد الرحمن بن محمد، المقدمة، دار الفكر، بيروت، ١٩٨٨.\n"
    )
    assert [work.references for work in found.works] == [("r1",)]


def test_two_citations_divided_by_a_full_stop_are_two() -> None:
    text = f"كلمة(1).\n\n(1) {N1} {N2}\n\n{LIST}"
    assert len(linked(text).document.notes[0].citations) == 2
    assert codes(text) == set()


def test_years_of_two_digits_belong_to_the_century_that_they_can() -> None:
    text = "كلمة(1).\n\n(1) علي الوردي، خبر، جريدة الصباح، ٢/٨/٩٠.\n\n## المراجع\n\n1. الوردي، علي، خبر، جريدة الصباح، ٢/٨/١٩٩٠.\n"
    assert "RK301" not in codes(text)


def test_years_before_our_era_run_backwards_rightly() -> None:
    text = f"{BODY}(1) {N1}\n(2) {N2}\n\n{LIST}3. جواد، سعد، حمورابي ١٧٩٢-١٧٥٠ ق.م، دار اللام، لندن، ١٩٩٠.\n"
    assert "RK602" not in codes(text)


def test_cells_of_a_table_stay_apart() -> None:
    document = read("## المراجع\n\n<tr><td>الوردي، علي</td><td>وعاظ السلاطين</td><td>لندن، ١٩٩٥</td></tr>\n")
    assert [line.text.rstrip(", ") for line in document.references] == ["الوردي، علي, وعاظ السلاطين, لندن، ١٩٩٥"]


def test_another_work_of_the_same_author_with_a_like_title_is_not_linked() -> None:
    text = (
        "كلمة(1).\n\n(1) علي الوردي، تاريخ العراق المعاصر، دار كوفان، لندن، ٢٠٠١، ص ٥.\n\n"
        "## ببليوغرافيا\n\n1. الوردي، علي، تاريخ العراق الحديث، دار الحكمة، بغداد، ١٩٩٠.\n"
    )
    assert [finding.code for finding in findings(text) if finding.severity != "info"] == ["RK101"]


@pytest.mark.parametrize(
    "text",
    ["(1) علي، " + "وهذا كلام يتبع،\n" * 6_000, "## المراجع\n\n1. علي، ١٩٩٠، " + "كلمة تابعة،\n" * 6_000]
    + ["<!-- x\n" + "كلام\n" * 20_000, "^[a " * 20_000, "[^" * 40_000, "<!--" * 20_000, "(" * 60_000],
    ids=["note", "item", "comment", "inline", "keys", "comments", "brackets"],
)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    assert read(text).format == "markdown"


def test_a_report_never_overwrites_a_paper(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    path = f"{tmp_path}/paper.md"
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(N1)
    assert main(["check", path, "--output", path]) == 2
    assert "would overwrite it" in capsys.readouterr().err
    with open(path, encoding="utf-8") as stream:
        assert stream.read() == N1


def test_one_unreadable_paper_does_not_hide_the_others(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    path = f"{tmp_path}/paper.md"
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(f"{BODY}(1) {N1}\n(2) {N2}\n\n{LIST}")
    assert main(["check", f"{tmp_path}/missing.md", path]) == 2
    captured = capsys.readouterr()
    assert "no findings in 2 notes" in captured.out
    assert captured.err.count("\n") == 1
