"""Citations that a format marks as such: live fields of Word, keys of LaTeX, cross-references of JATS."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from refkit.formats import read
from refkit.linter import check
from refkit.model import Text
from refkit.pipeline import check_document, check_file, link_file, read_manuscripts
from tests.formats.documents.word import call, field, note, paragraph, save, text

TYPED = "Jane Doe, Another Book, London: Faber, 2019, p. 4."


def cited(key: int | str, title: str, locator: str = "") -> dict[str, Any]:
    """An item of a live citation, as Zotero and Mendeley write it."""
    data = {
        "id": key,
        "type": "book",
        "title": title,
        "author": [{"family": "Smith", "given": "John"}],
        "issued": {"date-parts": [[2018]]},
    }
    return {"id": key, "itemData": data} | ({"locator": locator, "label": "page"} if locator else {})


def live(program: str, shown: str, *items: dict[str, Any]) -> str:
    """A live citation of CSL."""
    data = {"citationID": "x", "properties": {"formattedCitation": shown, "noteIndex": 0}, "citationItems": items}
    return field(f"ADDIN {program} {json.dumps(data)}", shown)


ZOTERO = live("ZOTERO_ITEM CSL_CITATION", "(Smith 2018, 3; Smith 2018)", cited(12, "A Book", "3"), cited(13, "Second"))
MENDELEY = live("CSL_CITATION", "(Smith 2018)", cited("ITEM-1", "Third"))
RECORD = (
    "<EndNote><Cite><Author>Lee</Author><Year>2020</Year><RecNum>7</RecNum><record><rec-number>7</rec-number>"
    '<ref-type name="Book">6</ref-type><contributors><authors><author>Lee, Kim</author></authors></contributors>'
    "<titles><title>Fourth</title></titles><dates><year>2020</year></dates></record></Cite></EndNote>"
)
ENDNOTE = field(f"ADDIN EN.CITE {RECORD}", "(Lee 2020)")


def test_live_fields_are_entries_and_citations_by_key(tmp_path: Path) -> None:
    body = paragraph(text("One "), ZOTERO) + paragraph(text("two "), MENDELEY) + paragraph(text("three "), ENDNOTE)
    document = read(save(tmp_path / "paper.docx", body))
    assert [each.text for each in document.paragraphs] == [
        "One [@smith2018, page 3; @smith2018b]",
        "two [@smith2018c]",
        "three [@lee2020]",
    ]
    titles = {entry.key: entry.title for entry in document.library.references}
    assert titles == {
        "smith2018": Text({"en": "A Book"}),
        "smith2018b": Text({"en": "Second"}),
        "smith2018c": Text({"en": "Third"}),
        "lee2020": Text({"en": "Fourth"}),
    }
    assert document.library.failures == ()


def test_live_fields_and_typed_notes_may_stand_in_one_document(tmp_path: Path) -> None:
    notes = note(1, paragraph(ZOTERO)) + note(2, paragraph(text(TYPED)))
    document = read(save(tmp_path / "paper.docx", paragraph(text("x"), call(1), text("y"), call(2)), notes))
    assert [each.text for each in document.notes] == ["[@smith2018, page 3; @smith2018b]", TYPED]
    assert document.repairs == ()


@pytest.mark.parametrize(
    "instruction",
    ['ADDIN ZOTERO_BIBL {"uncited":[],"omitted":[],"custom":[]} CSL_BIBLIOGRAPHY', "ADDIN EN.REFLIST"],
)
def test_the_list_that_a_program_printed_is_read(tmp_path: Path, instruction: str) -> None:
    body = paragraph(text("One "), ZOTERO) + paragraph(text("References"))
    body += paragraph(field(instruction, "Smith, John. A Book. London: Faber, 2018."))
    document = read(save(tmp_path / "paper.docx", body))
    assert [line.text for line in document.references] == ["Smith, John. A Book. London: Faber, 2018."]
    assert len(document.library.references) == 2


def test_a_field_with_broken_data_is_the_text_that_it_shows(tmp_path: Path) -> None:
    broken = field("ADDIN ZOTERO_ITEM CSL_CITATION {broken", "(Smith 2018)")
    document = read(save(tmp_path / "paper.docx", paragraph(text("One "), broken)))
    assert [each.text for each in document.paragraphs] == ["One (Smith 2018)"]


LATEX = r"""\documentclass{article}\begin{document}
One \cite[12]{smith2018}, \parencite[see][3-4]{lee_2020,doe:99}, \textcite{smith2018} and \autocite{smith2018}.
Note\footcite[p. 3]{lee_2020}, note\footnote{See \cite{smith2018} and more.}. \nocite{*}
\end{document}
"""


def test_the_commands_of_latex_are_citations_by_key(tmp_path: Path) -> None:
    path = tmp_path / "paper.tex"
    path.write_text(LATEX, "utf-8")
    document = read(path)
    assert [each.text for each in document.paragraphs] == [
        "[@*]",
        "One [@smith2018, 12], [see @lee_2020; @doe:99, 3-4], [@smith2018] and [@smith2018]. Note, note.",
    ]
    assert [each.text.rstrip(".") for each in document.notes] == ["[@lee_2020, p. 3]", "See [@smith2018] and more"]
    assert [each.place().line for each in document.notes] == [3, 3]


JATS = """<article dtd-version="1.2"><front><article-meta><title-group><article-title>Title<xref ref-type="fn" rid="f2">*</xref>
</article-title></title-group></article-meta></front>
<body><p>One <xref ref-type="bibr" rid="B1">1</xref>, two <xref ref-type="bibr" rid="B2">2</xref><xref ref-type="fn"
rid="f1">1</xref>.</p></body><back><fn-group><fn id="f1"><p>A note.</p></fn><fn id="f2"><p>On the title.</p></fn></fn-group>
<ref-list><title>References</title><ref id="B1"><label>1</label><element-citation publication-type="book"><person-group
person-group-type="author"><name><surname>Smith</surname><given-names>J</given-names></name></person-group><source>A Book
</source><year>2000</year></element-citation></ref><ref id="B2"><label>2</label><mixed-citation>Lee, Kim. <italic>Another
Book</italic>. Paris: Seuil, 2001.</mixed-citation></ref></ref-list></back></article>
"""


def test_references_of_jats_are_entries_or_lines_of_the_list(tmp_path: Path) -> None:
    path = tmp_path / "paper.xml"
    path.write_text(JATS, "utf-8")
    document = read(path)
    assert document.format == "jats"
    assert [entry.key for entry in document.library.references] == ["B1"]
    assert [(line.number, line.key, line.text) for line in document.references] == [
        ("2", "B2", "Lee, Kim. Another Book. Paris: Seuil, 2001.")
    ]
    assert [each.text for each in document.paragraphs] == ["One [@B1], two [@B2]."]
    assert [each.text for each in document.notes] == ["On the title.", "A note."]


def test_live_citations_and_typed_notes_are_linked_and_checked(tmp_path: Path) -> None:
    listed = "Smith, John. A Book. London: Faber, 2018."
    body = paragraph(text("One "), ZOTERO, call(1)) + paragraph(text("References")) + paragraph(text(listed))
    path = save(
        tmp_path / "paper.docx", body, note(1, paragraph(text("John Smith, A Book, London: Faber, 2018, p. 5.")))
    )
    linked = link_file(path)
    works = {link.source: link.work for link in linked.links}
    assert works["n1.1"] == works["r1"] == works["t1.1"] == "smith2018"
    (place,) = [each for each in linked.document.notes if each.kind == "in-text"]
    assert place.place().words.startswith("paragraph 1: “")
    assert {finding.code for finding in check(linked)} <= {"RK101", "RK102"}


def test_word_files_are_chapters_of_one_work(tmp_path: Path) -> None:
    for number in (1, 2):
        typed = note(1, paragraph(text(f"John Smith, A Book, London: Faber, 2018, p. {number}.")))
        save(tmp_path / f"chapter{number}.docx", paragraph(text("x"), call(1)), typed)
    (tmp_path / "list.md").write_text("# References\n\n- Smith, John. A Book. London: Faber, 2018.\n", "utf-8")
    (document,) = read_manuscripts([tmp_path]).documents
    checked = check_document(document)
    assert [Path(each.path or "").name for each in checked.linked.document.notes] == ["chapter1.docx", "chapter2.docx"]
    assert {link.work for link in checked.linked.links} == {"smith2018"}


SOURCES = """<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography">
<b:Source><b:Tag>Sai78</b:Tag><b:SourceType>Book</b:SourceType><b:Author><b:Author><b:NameList><b:Person>
<b:Last>Said</b:Last><b:First>Edward</b:First><b:Middle>W.</b:Middle></b:Person></b:NameList></b:Author></b:Author>
<b:Title>Orientalism</b:Title><b:Year>1978</b:Year><b:City>New York</b:City><b:Publisher>Pantheon</b:Publisher></b:Source>
<b:Source><b:Tag>جاب09</b:Tag><b:SourceType>JournalArticle</b:SourceType><b:Author><b:Author><b:NameList><b:Person>
<b:Last>الجابري</b:Last><b:First>محمد عابد</b:First></b:Person></b:NameList></b:Author></b:Author>
<b:Title>تكوين العقل العربي</b:Title><b:JournalName>المستقبل العربي</b:JournalName><b:Year>2009</b:Year></b:Source>
<b:Source><b:Tag>Who</b:Tag><b:SourceType>Report</b:SourceType><b:Author><b:Author><b:Corporate>World Health Organization
</b:Corporate></b:Author></b:Author><b:Title>Heat</b:Title><b:Year>n.d.</b:Year></b:Source><b:Source/></b:Sources>"""


def with_sources(path: Path, body: str, sources: str) -> Path:
    save(path, body)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("customXml/item1.xml", sources)
    return path


def word_citation(tag: str, shown: str) -> str:
    return f"<w:sdt><w:sdtContent>{field(f'CITATION {tag} ', shown)}</w:sdtContent></w:sdt>"


CITED = paragraph(
    text("One "),
    word_citation("Sai78", "(Said, 1978, p. 12)"),
    text(" نص "),
    word_citation("جاب09", "(الجابري، 2009، ص 45)"),
    text(" two "),
    word_citation("Nob01", "(Smith, 2001, p. 4)"),
)


def test_the_sources_of_word_are_entries_where_no_list_is_printed(tmp_path: Path) -> None:
    checked = check_file(with_sources(tmp_path / "paper.docx", CITED, SOURCES))
    assert [(entry.key, entry.type) for entry in checked.linked.document.library.references] == [
        ("Sai78", "book"),
        ("جاب09", "article-journal"),
        ("Who", "report"),
    ]
    assert [work.key for work in checked.linked.works if work.notes and work.in_library] == ["Sai78", "جاب09"]
    assert [finding.code for finding in checked.findings] == ["RK101"]


def test_a_list_that_word_printed_says_what_is_listed(tmp_path: Path) -> None:
    printed = "Said, Edward W. Orientalism. New York: Pantheon, 1978."
    body = CITED + paragraph(text("References")) + paragraph(field("BIBLIOGRAPHY", printed))
    document = read(with_sources(tmp_path / "paper.docx", body, SOURCES))
    assert [line.text for line in document.references] == [printed]
    assert document.library.references == ()


def test_sources_that_are_damaged_are_left_out_and_named(tmp_path: Path) -> None:
    (repair,) = read(with_sources(tmp_path / "paper.docx", CITED, SOURCES[:300])).repairs
    assert "damaged" in repair.reason


COMMANDS = r"""\documentclass{article}\begin{document}
A\endnote{one} b\LTRfootnote{two} c\RTLfootnote{ثلاثة} d\footfullcite[4]{k} e\footnotemark{} f\footnotetext{five}
g\sidenote{six} \fullcite{k}, \citetitle{m}, \shortcite{n}.
\newcommand{\noted}[1]{\footnote{#1}}
\end{document}
"""


def test_commands_that_pandoc_does_not_know_are_notes_and_citations(tmp_path: Path) -> None:
    path = tmp_path / "paper.tex"
    path.write_text(COMMANDS, "utf-8")
    document = read(path)
    assert [note.text.rstrip(".") for note in document.notes] == ["one", "two", "ثلاثة", "[@k, 4]", "five", "six"]
    assert [note.place().line for note in document.notes] == [2, 2, 2, 2, 2, 3]
    assert document.paragraphs[0].text == "A b c d e f g [@k], [@m], [@n]."
    assert document.repairs == ()


def test_a_note_of_jats_that_nothing_calls_is_put_last(tmp_path: Path) -> None:
    path = tmp_path / "paper.xml"
    path.write_text(JATS.replace("</fn-group>", '<fn id="f3"><p>Uncalled.</p></fn></fn-group>'), "utf-8")
    document = read(path)
    assert [each.text for each in document.notes] == ["On the title.", "A note.", "Uncalled."]
    assert len(document.repairs) == 1
