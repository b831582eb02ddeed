"""Reference lists in the shapes that documents give them, and notes typed into their text."""

from __future__ import annotations

from pathlib import Path

import pytest

from refkit.formats import read
from refkit.formats.markdown import read_document
from refkit.model import Document
from tests.formats.documents.manuscripts import write
from tests.formats.documents.word import paragraph, save, text

WARDI = "الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥."
DOURI = "الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤."
SAID = "Said, Edward, Orientalism, New York: Pantheon, 1978."

SHAPES = {
    "numbered": f"# المراجع\n\n1. {WARDI}\n2. {DOURI}\n3. {SAID}\n",
    "loosely numbered": f"# المراجع\n\n1. {WARDI}\n\n2. {DOURI}\n\n3. {SAID}\n",
    "in brackets": f"# المراجع\n\n(1) {WARDI}\n(2) {DOURI}\n(3) {SAID}\n",
    "bulleted": f"# المراجع\n\n- {WARDI}\n- {DOURI}\n- {SAID}\n",
    "paragraphs": f"# المراجع\n\n{WARDI}\n\n{DOURI}\n\n{SAID}\n",
    "bold heading": f"**المراجع**\n\n{WARDI}\n\n{DOURI}\n\n{SAID}\n",
    "plain heading": f"المراجع:\n\n{WARDI}\n\n{DOURI}\n\n{SAID}\n",
    "lines": f"# المراجع\n\n| {WARDI}\n| {DOURI}\n| {SAID}\n",
    "sections": f"# المراجع\n\n## أولاً: الكتب العربية\n\n1. {WARDI}\n2. {DOURI}\n\n## ثانياً: الكتب الأجنبية\n\n1. {SAID}\n",
    "bold sections": f"# المراجع\n\n**أولاً: الكتب العربية**\n\n1. {WARDI}\n2. {DOURI}\n\n**ثانياً: الأجنبية**\n\n1. {SAID}\n",
    "nested sections": f"# المراجع\n\n- الكتب العربية:\n\n    1. {WARDI}\n    2. {DOURI}\n\n- الكتب الأجنبية:\n\n    1. {SAID}\n",
    "table": f"# المراجع\n\n+---+------+\n| 1 | {WARDI} |\n+---+------+\n| 2 | {DOURI} |\n+---+------+\n| 3 | {SAID} |\n+---+------+\n",
    "table of parts": "# المراجع\n\n"
    + "\n".join(
        [
            "+---+---+---+",
            *(f"| {'|'.join(line.strip('.').split('، ', 2))} |\n+---+---+---+" for line in (WARDI, DOURI)),
        ]
    )
    + f"\n| {' | '.join(SAID.strip('.').split(', ', 2))} |\n+---+---+---+\n",
    "layout table": f"+------+\n| # المراجع |\n|      |\n| 1. {WARDI} |\n| 2. {DOURI} |\n| 3. {SAID} |\n+------+\n",
    "definitions": f"# المراجع\n\n[1]\n\n:   {WARDI}\n\n[2]\n\n:   {DOURI}\n\n[3]\n\n:   {SAID}\n",
    "division": f"::: {{#refs .references}}\n{WARDI}\n\n{DOURI}\n\n{SAID}\n:::\n",
    "quoted": f"# المراجع\n\n> {WARDI}\n>\n> {DOURI}\n>\n> {SAID}\n",
}


def letters(value: str) -> str:
    return "".join(filter(str.isalnum, value))


def table(text: str) -> str:
    """Grid tables drawn to their widths."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.split("\n") if line.startswith("|")]
    if not rows or "+---" not in text:
        return text
    widths = [max(len(row[at]) for row in rows if at < len(row)) + 2 for at in range(len(rows[0]))]
    drawn = []
    for line in text.split("\n"):
        if line.startswith("+"):
            line = "+" + "+".join("-" * width for width in widths) + "+"
        elif line.startswith("|"):
            cells = line.strip("|").split("|")
            line = (
                "|" + "|".join(f" {cell.strip():<{width - 1}}" for cell, width in zip(cells, widths, strict=True)) + "|"
            )
        drawn.append(line)
    return "\n".join(drawn)


@pytest.mark.parametrize(
    ("shape", "suffix"),
    # Word has no divisions.
    [(shape, suffix) for shape in SHAPES for suffix in (".docx", ".html") if (shape, suffix) != ("division", ".docx")],
)
def test_a_list_is_read_in_each_shape(tmp_path: Path, shape: str, suffix: str) -> None:
    source = SHAPES[shape] if shape == "lines" else table(SHAPES[shape])
    document = read(write(f"نص.\n\n{source}", tmp_path / f"paper{suffix}"))
    assert [letters(line.text) for line in document.references] == [letters(line) for line in (WARDI, DOURI, SAID)]
    assert len(document.lists) == 1
    assert document.failures == ()
    if "sections" in shape:
        assert len({line.section for line in document.references} - {None}) == 2


def test_a_list_that_word_has_divided_is_numbered_on(tmp_path: Path) -> None:
    source = f"# المراجع\n\n1. {WARDI}\n\n<!-- -->\n\n1. {DOURI}\n2. {SAID}\n"
    document = read(write(source, tmp_path / "paper.docx"))
    assert [line.number for line in document.references] == ["1", "2", "3"]


LATEX = r"""\documentclass{article}\begin{document}
Text \cite[3]{wardi} and \cite{said}.
\begin{thebibliography}{9}
\bibitem{wardi} Al-Wardi, Ali. \emph{Preachers of the Sultans}. London: Kufan, 1995.
\bibitem[Said(1978)]{said}
  Said, Edward. \emph{Orientalism}. New York: Pantheon, 1978.
\end{thebibliography}\end{document}
"""


def test_the_bibliography_of_latex_is_a_numbered_list_whose_lines_have_keys(tmp_path: Path) -> None:
    path = tmp_path / "paper.tex"
    path.write_text(LATEX, "utf-8")
    document = read(path)
    assert [(line.number, line.key, line.text.split()[0], line.place().line) for line in document.references] == [
        ("1", "wardi", "Al-Wardi,", 4),
        ("2", "said", "Said,", 6),
    ]
    assert [each.text for each in document.paragraphs] == ["Text [@wardi, 3] and [@said]."]


NOTE = "علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥."
TYPED = ["(1)", "(١)", "[1]", "¹", "\\*", "(\\*)"]


def as_typed(document: Document) -> list[tuple[str, str, bool]]:
    return [(note.label, note.text, note.marker is not None) for note in document.notes]


@pytest.mark.parametrize("rule", ["", "\\_\\_\\_\\_\\_\\_\n\n"], ids=["blank", "rule"])
@pytest.mark.parametrize(
    ("label", "suffix"),
    # In plain text a line that begins with an asterisk is an item of a list.
    [
        (label, suffix)
        for label in TYPED
        for suffix in (".docx", ".odt", ".rtf", ".txt")
        if (label, suffix) != ("\\*", ".txt")
    ],
)
def test_notes_typed_as_paragraphs_are_read_as_in_markdown(tmp_path: Path, label: str, rule: str, suffix: str) -> None:
    source = f"جملة أولى{label}.\n\n{rule}{label} {NOTE}\n\nجملة ثانية.\n"
    expected = as_typed(read_document(source, "paper.md"))
    assert [(text, called) for _, text, called in expected] == [(NOTE, True)]
    path = write(source, tmp_path / f"paper{suffix}", writer="plain" if suffix == ".txt" else None)
    assert as_typed(read(path)) == expected


@pytest.mark.parametrize("heading", ["الهوامش", "الحواشي:", "Notes", "Endnotes"])
@pytest.mark.parametrize("labels", [("1-", "2-"), ("١-", "٢-"), ("1)", "2)"), ("(1)", "(2)"), ("1.", "2.")])
def test_notes_collected_under_their_heading_are_read(tmp_path: Path, heading: str, labels: tuple[str, str]) -> None:
    body = paragraph(text("نص (1) ثم نص (2)")) + paragraph(text(heading))
    body += "".join(paragraph(text(f"{label} {NOTE}")) for label in labels)
    body += paragraph(text("المراجع")) + paragraph(text(WARDI)) + paragraph(text(DOURI))
    document = read(save(tmp_path / "paper.docx", body))
    shown = [label if "(" in label else label.strip("-.)") for label in labels]
    assert [(note.label, note.text) for note in document.notes] == [(label, NOTE) for label in shown]
    assert [line.text for line in document.references] == [WARDI, DOURI]


def test_typed_and_real_notes_may_stand_in_one_document(tmp_path: Path) -> None:
    source = f"نص[^1] ثم (1) ثم.\n\n(1) {NOTE}\n\nنص[^2].\n\n[^1]: {DOURI}\n\n[^2]: المصدر نفسه.\n"
    document = read(write(source, tmp_path / "paper.docx"))
    assert [note.text for note in document.notes] == [DOURI, NOTE, "المصدر نفسه."]


BREAK = "<w:r><w:br/></w:r>"


@pytest.mark.parametrize(
    "rows",
    [
        ["Said, Edward. ", "Orien\u00adtalism. ", "New York: Pantheon, 1978."],
        ["الوردي، علي. ", "وعاظ السلاطين. ", "لندن: دار كوفان، 1995."],
        ["Said, Edward W. Orientalism: Western Conceptions of the Orient. ", "New York: Pantheon, ", "1978."],
    ],
)
def test_hard_breaks_inside_a_reference_do_not_divide_it(tmp_path: Path, rows: list[str]) -> None:
    body = paragraph(text("المراجع")) + paragraph(BREAK.join(map(text, rows))) + paragraph(text(WARDI))
    document = read(save(tmp_path / "paper.docx", body))
    assert [line.text for line in document.references] == ["".join(rows).replace("\u00ad", ""), WARDI]
    assert document.failures == ()


def test_hard_breaks_between_references_divide_them(tmp_path: Path) -> None:
    body = paragraph(text("المراجع")) + paragraph(BREAK.join(map(text, [WARDI, DOURI])))
    assert [line.text for line in read(save(tmp_path / "paper.docx", body)).references] == [WARDI, DOURI]


@pytest.mark.parametrize("heading", ["ملحق", "Appendix A", "الملحق رقم 1"])
def test_an_appendix_ends_a_list_without_a_style_for_its_heading(tmp_path: Path, heading: str) -> None:
    body = paragraph(text("المراجع")) + paragraph(text(WARDI)) + paragraph(text(heading)) + paragraph(text("جدول"))
    document = read(save(tmp_path / "paper.docx", body))
    assert [line.text for line in document.references] == [WARDI]
    assert document.failures == ()
