"""Notes that web pages have as links there and back, as Word, LibreOffice and others write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from refkit.formats import read
from refkit.model import Document

NOTE = "Albert Hourani, A History of the Arab Peoples, London: Faber, 1991, p. {}."
OF_WORD = """<html><body><h1>Title</h1><p>One<a style='x' href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference><span>[1]</span></span></a> and two<a href="#_ftn2" name="_ftnref2"><sup>[2]</sup></a>.</p>
<div><br clear=all><hr align=left size=1 width="33%">
<div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> {0}</p></div>
<div id=ftn2><p class=MsoFootnoteText><a href="#_ftnref2" name="_ftn2"><sup>[2]</sup></a> {1}</p><p>More of it.</p></div>
</div></body></html>"""
OF_LIBREOFFICE = """<html><body><p>One<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> and
two<a class="sdendnoteanc" name="sdendnote1anc" href="#sdendnote1sym"><sup>i</sup></a>.</p>
<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> {0}</p></div>
<div id="sdendnote1"><p><a class="sdendnotesym" name="sdendnote1sym" href="#sdendnote1anc">i</a> {1}</p><p>More of it.</p></div>
</body></html>"""
WITH_ROLES = """<html><body><p>One<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a> and
two<a href="#fn2" id="fnref2" role="doc-noteref"><sup>2</sup></a>.</p><section role="doc-endnotes"><ol>
<li id="fn1"><p>{0}<a href="#fnref1" role="doc-backlink">↩</a></p></li><li id="fn2"><p>{1}</p><p>More of it.<a href="#fnref2"
role="doc-backlink">↩</a></p></li></ol></section></body></html>"""
OF_MARKDOWN = """<html><body><p>One<sup{3}><a href="#fn:1"{2}>1</a></sup> and
two<sup{4}><a href="#fn:2"{2}>2</a></sup>.</p>
<div class="footnotes"{5}><hr><ol><li id="fn:1"><p>{0} <a href="#fnref:1">↩</a></p></li>
<li id="fn:2"><p>{1}</p><p>More of it. <a href="#fnref:2">↩</a></p></li></ol></div></body></html>"""
IN_SUPERSCRIPT = ("", ' id="fnref:1"', ' id="fnref:2"', ' role="doc-endnotes"')
BY_HAND = """<html><body><p>One<sup><a href="#fn1" id="ref1">1</a></sup> and
two<a href="#fn2" id="ref2"><sup>[2]</sup></a>.</p><hr>
<p id="fn1"><a href="#ref1">1</a>. {0}</p><div id="fn2"><p>[2] {1}</p><p>More of it. <a href="#ref2">up</a></p></div></body></html>"""


def page(tmp_path: Path, content: str) -> Document:
    path = tmp_path / "paper.html"
    path.write_text(content, "utf-8")
    return read(path)


@pytest.mark.parametrize("source", [OF_WORD, OF_LIBREOFFICE, WITH_ROLES, OF_MARKDOWN, BY_HAND])
@pytest.mark.parametrize("note", [NOTE, "علي الوردي، وعاظ السلاطين، دار كوفان، لندن، 1995، ص {}."])
def test_notes_of_a_page_are_read_with_their_markers(tmp_path: Path, source: str, note: str) -> None:
    document = page(tmp_path, source.format(note.format(1), note.format(2), *IN_SUPERSCRIPT))
    assert [each.text for each in document.notes] == [note.format(1), f"{note.format(2)}\nMore of it."]
    assert all(note.marker and note.marker.line and note.marker.line <= 3 for note in document.notes)
    assert [each.text for each in document.paragraphs] == ["One and two."]


@pytest.mark.parametrize("note", [NOTE, "علي الوردي، وعاظ السلاطين، دار كوفان، لندن، 1995، ص {}."])
def test_a_note_that_no_link_calls_is_put_last_and_named(tmp_path: Path, note: str) -> None:
    content = WITH_ROLES.format(note.format(1), note.format(2)).replace(
        "</ol>", f'<li id="fn3"><p>{note.format(3)}</p></li></ol>'
    )
    document = page(tmp_path, content)
    assert [each.text for each in document.notes][::2] == [note.format(1), note.format(3)]
    assert [repair.reason.startswith("a note that no readable text calls") for repair in document.repairs] == [True]


def test_references_that_lead_back_to_their_citations_stay_a_list(tmp_path: Path) -> None:
    content = (
        '<p>One <a id="c1" href="#r1">[1]</a>.</p><h2>References</h2><ol>'
        '<li id="r1"><p>Hourani, Albert, A History, London: Faber, 1991. <a href="#c1">↑</a></p></li></ol>'
    )
    document = page(tmp_path, content)
    assert document.notes == ()
    assert [line.number for line in document.references] == ["1"]


@pytest.mark.parametrize(
    "items",
    [
        "<h2>References</h2><ol><li id='a'><p>{0}</p></li><li id='b'>{1}</li></ol>",
        "<h2>References</h2><div id='refs' class='references csl-bib-body'>"
        "<div id='ref-a' class='csl-entry'><div class='csl-left-margin'>1. </div><div class='csl-right-inline'>{0}</div></div>"
        "<div id='ref-b' class='csl-entry'><div class='csl-left-margin'>2. </div><div class='csl-right-inline'>{1}</div></div></div>",
    ],
)
def test_items_with_names_keep_their_numbers(tmp_path: Path, items: str) -> None:
    texts = "Hourani, Albert, A History, London: Faber, 1991.", "الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، 1995."
    document = page(tmp_path, items.format(*texts))
    assert [(line.number, line.text) for line in document.references] == list(zip("12", texts, strict=True))


def test_a_link_back_to_the_top_makes_no_note_of_a_section(tmp_path: Path) -> None:
    content = (
        '<p><a id="toc" href="#one">Part</a></p><div id="one"><p>Text.</p><p><a href="#toc">Contents</a></p></div>'
    )
    assert page(tmp_path, content).notes == ()


def test_divisions_within_divisions_are_read_at_once(tmp_path: Path) -> None:
    inner = BY_HAND.format(NOTE.format(1), NOTE.format(2)).replace("<p>One", "<div>" * 60 + "<p>One")
    assert len(page(tmp_path, inner.replace("<hr>", "</div>" * 60 + "<div>" * 60)).notes) == 2


def test_other_links_within_a_page_are_text(tmp_path: Path) -> None:
    content = (
        '<p><a id="a" href="#b">See below</a> and <a href="#c">c</a>.</p><p><a id="b" href="#x">Below</a> it is.</p>'
    )
    document = page(tmp_path, content)
    assert document.notes == ()
    assert [each.text for each in document.paragraphs] == ["See below and c.", "Below it is."]


def test_scripts_and_styles_are_no_text(tmp_path: Path) -> None:
    content = (
        "<style>p {color: red}</style><script>var x = '(1) y';</script><!-- no --><p>Text &amp; more&nbsp;here.</p>"
    )
    assert [each.text for each in page(tmp_path, content).paragraphs] == ["Text & more\xa0here."]


@pytest.mark.parametrize("shown", ["https://example.org/a?b=1", "here"])
def test_a_link_of_google_docs_leads_to_its_target(tmp_path: Path, shown: str) -> None:
    address = "https://www.google.com/url?q=https://example.org/a?b%3D1&amp;sa=D&amp;source=editors&amp;ust=1"
    path = tmp_path / "paper.html"
    note = f'<p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;Said, <a href="{address}">{shown}</a></span></p>'
    text = f'<p>One<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>.</p><hr><div>{note}</div>'
    path.write_text(f"<html><body>{text}</body></html>", "utf-8")
    told = "" if shown.startswith("https") else f"{shown} "
    assert [note.text for note in read(path).notes] == [f"Said, {told}https://example.org/a?b=1"]
