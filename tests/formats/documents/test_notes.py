"""Every footnote of a document is a note, wherever its marker stands; what is left out is said."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from refkit.formats import read
from refkit.model import Document
from tests.formats.documents.manuscripts import write
from tests.formats.documents.word import box, call, changed, field, note, old_box, paragraph, save, text

REAL = Path("/work/shared/data/real/docx")
COUNT = re.compile(rb"<w:(?:footnote|endnote)\s(?![^<>]*w:type=)")
NOTE = "Albert Hourani, A History of the Arab Peoples, London: Faber, 1991, p. {}."


def texts(document: Document) -> list[str]:
    return [note.text for note in document.notes]


def footnotes(count: int, kind: str = "footnote") -> str:
    return "".join(note(at, paragraph(text(NOTE.format(at))), kind=kind) for at in range(1, count + 1))


def word(tmp_path: Path, body: str, notes: str, endnotes: str = "") -> Document:
    return read(save(tmp_path / "paper.docx", body, notes, endnotes))


def elements(path: Path) -> int:
    """How many notes a Word file has, separators aside."""
    with zipfile.ZipFile(path) as archive:
        parts = [name for name in archive.namelist() if re.fullmatch(r"word/(foot|end)notes\.xml", name)]
        return sum(len(COUNT.findall(archive.read(part))) for part in parts)


@pytest.mark.skipif(not REAL.is_dir(), reason="the real files are not here")
@pytest.mark.parametrize("path", sorted(REAL.glob("*.docx")) or [REAL], ids=lambda path: path.name)
def test_every_footnote_of_real_files_is_a_note(path: Path) -> None:
    document = read(path)
    assert len(document.notes) == elements(path)
    assert document.repairs == ()


@pytest.mark.skipif(not REAL.is_dir(), reason="the real files are not here")
def test_the_report_on_internet_governance_has_its_54_notes() -> None:
    document = read(REAL / "oxsdk_wgig_report.docx")
    assert len(document.notes) == 54
    assert all(note.marker for note in document.notes)
    assert {note.heading for note in document.notes[-5:]} - {None}
    assert [read(REAL / f"pandoc_{kind}note.odt").notes[0].text for kind in ("foot", "end")] == [
        "Footnote text",
        "Endnote text",
    ]


COLUMNS = '<w:sectPr><w:cols w:num="2"/></w:sectPr>'
TABLE = "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
WHERE = {
    "table": TABLE.format(paragraph(text("cell"), call(1)), paragraph(text("cell"), call(2))),
    "text box": paragraph(text("beside"), box(paragraph(text("in the box"), call(1)) + paragraph(text("x"), call(2)))),
    "old text box": paragraph(
        text("beside"), old_box(paragraph(text("in the box"), call(1)) + paragraph(call(2))), text("after")
    ),
    "box in a box": paragraph(box(paragraph(text("outer"), call(1), box(paragraph(text("inner"), call(2)))))),
    "inserted": paragraph('<w:ins w:id="7" w:author="x">', text("new"), call(1), "</w:ins>", call(2)),
    "two columns": paragraph(text("left"), call(1)) + paragraph(text("right"), call(2), properties=COLUMNS),
    "right to left": paragraph(
        text("نص", "<w:rtl/>"), call(1), text("نص", "<w:rtl/>"), call(2), properties="<w:bidi/>"
    ),
    "simple field": paragraph('<w:fldSimple w:instr="TITLE">', text("title"), call(1), "</w:fldSimple>", call(2)),
    "content control": "<w:sdt><w:sdtContent>" + paragraph(text("x"), call(1), call(2)) + "</w:sdtContent></w:sdt>",
    "custom XML": "<w:customXml>" + paragraph(text("x"), call(1), call(2)) + "</w:customXml>",
    "hyperlink": paragraph('<w:hyperlink w:anchor="x">', text("link"), call(1), "</w:hyperlink>", call(2)),
    "heading and list": paragraph(text("Title"), call(1), properties='<w:pStyle w:val="Heading1"/>')
    + paragraph(text("item"), call(2), properties='<w:pStyle w:val="ListParagraph"/>'),
}


@pytest.mark.parametrize("body", WHERE.values(), ids=WHERE)
def test_a_note_is_read_wherever_its_marker_stands(tmp_path: Path, body: str) -> None:
    document = word(tmp_path, body, footnotes(2))
    assert texts(document) == [NOTE.format(1), NOTE.format(2)]
    assert all(note.marker for note in document.notes)
    assert document.repairs == ()


def test_the_text_beside_a_text_box_stays(tmp_path: Path) -> None:
    body = paragraph(text("before "), box(paragraph(text("inside"))), text("after"))
    assert [each.text for each in word(tmp_path, body, footnotes(1)).paragraphs] == ["before after", "inside"]


def test_footnotes_and_endnotes_are_notes_in_the_order_of_their_markers(tmp_path: Path) -> None:
    body = paragraph(text("a"), call(1, "endnote"), text("b"), call(1), text("c"), call(2, "endnote"))
    endnotes = "".join(note(at, paragraph(text(f"end {at}")), kind="endnote") for at in (1, 2))
    assert texts(word(tmp_path, body, footnotes(1), endnotes)) == ["end 1", NOTE.format(1), "end 2"]


def test_a_note_of_several_paragraphs_is_one(tmp_path: Path) -> None:
    notes = note(1, paragraph(text("First,")), paragraph(text("(1) second,")), paragraph(text("third.")))
    assert texts(word(tmp_path, paragraph(text("x"), call(1)), notes)) == ["First,\n(1) second,\nthird."]


def test_links_and_mixed_directions_in_a_note_are_its_text(tmp_path: Path) -> None:
    link = field('HYPERLINK "https://example.org/x"', "https://example.org/x")
    notes = note(1, paragraph(text("علي الوردي", "<w:rtl/>"), text(", see "), link, properties="<w:bidi/>"))
    assert texts(word(tmp_path, paragraph(text("x"), call(1)), notes)) == ["علي الوردي, see https://example.org/x"]


def test_deleted_notes_are_left_out_and_named(tmp_path: Path) -> None:
    gone = '<w:del w:id="9" w:author="x"><w:r><w:delText>gone</w:delText></w:r>' + call(1) + "</w:del>"
    document = word(tmp_path, paragraph(gone, text("kept"), call(2)), footnotes(2))
    assert texts(document) == [NOTE.format(2)]
    assert [repair.reason for repair in document.repairs] == [
        "1 note stands in text that was deleted with tracked changes; left out"
    ]


def test_a_note_that_nothing_calls_is_put_last_and_named(tmp_path: Path) -> None:
    document = word(tmp_path, paragraph(text("x"), call(2)), footnotes(2))
    assert texts(document) == [NOTE.format(2), NOTE.format(1)]
    assert document.notes[1].marker is None
    assert [repair.reason for repair in document.repairs] == [
        "a note that no readable text calls is put last: “Albert Hourani, A History of the Arab Peoples, London: Faber, …”"
    ]


ODT_NOTE = (
    '<text:note text:id="ftn{0}" text:note-class="footnote"><text:note-citation>{0}</text:note-citation>'
    "<text:note-body><text:p>note {0}</text:p></text:note-body></text:note>"
)


def test_notes_of_odt_are_read_in_text_boxes_too(tmp_path: Path) -> None:
    path = write("text[^1]\n\n[^1]: x\n", tmp_path / "paper.odt")
    with zipfile.ZipFile(path) as archive:
        content = archive.read("content.xml").decode()
    one, two, three = (ODT_NOTE.format(at) for at in (1, 2, 3))
    body = (
        f"<text:tracked-changes><text:changed-region><text:deletion><text:p>x{three}</text:p></text:deletion>"
        f"</text:changed-region></text:tracked-changes><text:p>before<draw:frame><draw:text-box><text:p>in{one}</text:p>"
        f"</draw:text-box></draw:frame>after{two}</text:p>"
    )
    start, end = content.index(">", content.index("<office:text")) + 1, content.index("</office:text>")
    path.write_bytes(changed(path.read_bytes(), {"content.xml": (content[:start] + body + content[end:]).encode()}))
    document = read(path)
    assert sorted(texts(document)) == ["note 1", "note 2"]
    assert [each.text for each in document.paragraphs] == ["beforeafter", "in"]
    assert len(document.repairs) == 1


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_footnotes_and_endnotes_have_a_series_each(tmp_path: Path, suffix: str) -> None:
    runs = [text("a"), call(1), text("b"), call(1, "endnote"), text("c"), call(2), text("d"), call(2, "endnote")]
    notes = "".join(note(number, paragraph(text(f"Foot {number}"))) for number in (1, 2))
    ends = "".join(note(number, paragraph(text(f"End {number}")), kind="endnote") for number in (1, 2))
    path = save(tmp_path / "paper.docx", paragraph(*runs), notes, ends)
    if suffix == ".odt":
        path = write(
            "a[^1]b[^2]c[^3]d[^4]\n\n[^1]: Foot 1\n\n[^2]: End 1\n\n[^3]: Foot 2\n\n[^4]: End 2\n",
            tmp_path / "paper.odt",
        )
        with zipfile.ZipFile(path) as archive:
            first, *others = archive.read("content.xml").split(b'text:note-class="footnote"')
        classes = (b'text:note-class="%snote"' % kind for kind in (b"foot", b"end", b"foot", b"end"))
        content = first + b"".join(kind + other for kind, other in zip(classes, others, strict=True))
        path.write_bytes(changed(path.read_bytes(), {"content.xml": content}))
    document = read(path)
    assert [(found.label, found.text) for found in document.notes] == [
        ("1", "Foot 1"),
        ("i", "End 1"),
        ("2", "Foot 2"),
        ("ii", "End 2"),
    ]
    assert document.notes[3].place().words.startswith("note ii, paragraph")
