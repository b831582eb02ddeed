"""Manuscripts in LaTeX, Typst and others whose chapters, libraries and keys stand in files beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from refkit.formats import read
from refkit.linter import check
from refkit.model import Checked, Document, Finding, Note
from refkit.pipeline import check_file, link_file, read_manuscripts

BIB = (
    "@book{smith2018, author = {Smith, John}, title = {A Book}, year = 2018, publisher = {Faber}, address = {London}}\n"
)
ENGLISH = "Edward Said, Orientalism, New York: Pantheon, 1978, p. 5."
ARABIC = "علي الوردي، وعاظ السلاطين، دار كوفان، لندن، 1995، ص 5."
LIST = r"""\begin{thebibliography}{9}
\bibitem{wardi1995} الوردي، علي. وعاظ السلاطين. لندن: دار كوفان، 1995.
\bibitem[Said(1978)]{said1978}
  Said, Edward. \emph{Orientalism}. New York: Pantheon, 1978.
\end{thebibliography}
"""


def write(folder: Path, files: dict[str, str]) -> Path:
    """Files in a folder; the path of the first."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text, "utf-8")
    return folder / next(iter(files))


def latex(body: str, preamble: str = "") -> str:
    return f"\\documentclass{{book}}\n{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\n"


def footnotes(document: Document) -> list[Note]:
    return [note for note in document.notes if note.kind == "note"]


def undefined(checked: Checked) -> list[Finding]:
    return [finding for finding in checked.findings if finding.code == "RK105"]


def test_a_key_is_that_of_a_line_of_the_documents_own_list(tmp_path: Path) -> None:
    path = write(
        tmp_path, {"paper.tex": latex(r"One \cite[3]{wardi1995}, \parencite{said1978}, \cite{said1978}." + LIST)}
    )
    linked = link_file(path)
    assert {work.key: (work.references, len(work.notes)) for work in linked.works} == {
        "wardi1995": (("r1",), 1),
        "said1978": (("r2",), 2),
    }
    assert [finding.code for finding in check(linked)] == []


@pytest.mark.parametrize(("key", "near"), [("wardi1959", "wardi1995"), ("saidd1978", "said1978"), ("none", None)])
def test_a_key_that_no_line_has_is_reported_with_its_place_and_the_nearest(tmp_path: Path, key: str, near: str) -> None:
    body = "One.\n\n" + rf"Two \cite{{wardi1995}}\footnote{{\cite{{said1978}}}} and \cite{{{key}}}." + LIST
    (finding,) = undefined(check_file(write(tmp_path, {"paper.tex": latex(body)})))
    assert (finding.line, finding.message) == (6, f"no entry has the key “{key}”")
    assert (finding.fix.message if finding.fix else None) == (near and f"did you mean “{near}”?")


CHAPTERS = {
    "main.tex": latex(
        "\\include{chapters/one}\n\\subfile{chapters/two}\n\\import{chapters/}{three} At the end \\cite{none1}.\n"
        + LIST,
        r"\input{preamble} % \input{commented}",
    ),
    "preamble.tex": "\\newcommand{\\noted}[1]{\\footnote{#1}}\n",
    "chapters/one.tex": f"\\chapter{{الأول}}\nنص\\footnote{{{ARABIC}}} وبعده \\cite{{none2}}.\n",
    "chapters/two.tex": f"\\documentclass[../main]{{subfiles}}\n\\begin{{document}}\nText\\noted{{{ENGLISH}}}.\n\\end{{document}}\n",
    "chapters/three.tex": "Three.\n\n\\input{deeper}",
    "chapters/deeper.tex": "\n\nDeeper \\cite{none3}.",
}


def test_chapters_are_read_where_they_are_included_and_places_name_their_file(tmp_path: Path) -> None:
    checked = check_file(write(tmp_path, CHAPTERS))
    document = checked.linked.document
    assert [Path(file).name for file in document.files] == [
        "main.tex",
        "preamble.tex",
        "one.tex",
        "two.tex",
        "three.tex",
        "deeper.tex",
    ]
    assert [(note.text, Path(note.path or "").name, note.place().line) for note in footnotes(document)] == [
        (ARABIC, "one.tex", 2),
        (ENGLISH, "two.tex", 3),
    ]
    assert {line.path for line in document.references} == {str(tmp_path / "main.tex")}
    found = {(finding.data["key"], Path(finding.path).name, finding.line) for finding in undefined(checked)}
    assert found == {("none1", "main.tex", 6), ("none2", "one.tex", 2), ("none3", "deeper.tex", 3)}
    assert document.repairs == ()


def test_chapters_of_a_folder_count_once(tmp_path: Path) -> None:
    write(tmp_path, CHAPTERS)
    (document,) = read_manuscripts([tmp_path]).documents
    assert document.path == str(tmp_path / "main.tex")
    (document,) = read_manuscripts([tmp_path / "chapters/one.tex", tmp_path / "main.tex"]).documents
    assert len(footnotes(document)) == 2


@pytest.mark.parametrize(
    ("files", "line", "reason"),
    [
        ({"paper.tex": latex("a\n\n\\input{none} b")}, 6, "no such file"),
        ({"paper.tex": latex("a\\input{b}"), "b.tex": "b\n\\input{paper}"}, 2, "include itself"),
        ({"paper.tex": latex("a\\input{b}"), "b.tex": "\x00"}, 4, "binary"),
        ({"paper.typ": '= A\n\n#include "none.typ"\n'}, 3, "no such file"),
        ({"paper.org": '* A\n\n#+INCLUDE: "none.org"\n'}, 3, "no such file"),
        ({"paper.rst": "A\n=\n\n.. include:: none.rst\n"}, 4, "no such file"),
    ],
)
def test_what_cannot_be_included_is_left_out_and_named(
    tmp_path: Path, files: dict[str, str], line: int, reason: str
) -> None:
    (repair,) = read(write(tmp_path, files)).repairs
    assert reason in repair.reason
    assert repair.place.line == line


def test_commands_in_comments_and_examples_include_nothing(tmp_path: Path) -> None:
    body = "% \\input{none}\n\\begin{verbatim}\n\\input{none}\n\\end{verbatim}\n100\\% \\input{one}"
    document = read(write(tmp_path, {"paper.tex": latex(body), "one.tex": "of it"}))
    assert document.repairs == ()
    assert document.paragraphs[-1].text == "100% of it"


@pytest.mark.parametrize(
    ("name", "text", "included"),
    [
        ("paper.typ", '= A\n#include "one.typ"\n', "See @smith2018 #footnote[{}]\n"),
        ("paper.org", '* A\n#+include: "one.org"\n', "See [fn:: {}]\n"),
        ("paper.rst", "A\n=\n\n.. include:: one.rst\n", "See [#]_.\n\n.. [#] {}\n"),
    ],
)
@pytest.mark.parametrize("note", [ENGLISH, ARABIC])
def test_other_formats_include_too(tmp_path: Path, name: str, text: str, included: str, note: str) -> None:
    chapter = f"one{Path(name).suffix}"
    document = read(write(tmp_path, {name: text, chapter: included.format(note)}))
    assert [(found.text, Path(found.path or "").name) for found in document.notes] == [(note, chapter)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("paper.tex", latex(r"One \cite{smith2018}, \cite{smith2019}.", r"\addbibresource[datatype=bibtex]{refs.bib}")),
        ("paper.tex", latex(r"One \cite{smith2018}, \cite{smith2019}.\bibliography{none,refs}")),
        ("paper.typ", 'One @smith2018, #cite(<smith2019>).\n\n#bibliography("refs.bib")\n'),
        ("paper.typ", 'One @smith2018, #cite(<smith2019>).\n\n#bibliography(("refs.bib", "more.bib"))\n'),
        ("paper.org", "#+bibliography: refs.bib\n\nOne [cite:@smith2018; @smith2019].\n"),
        ("paper.md", "---\nbibliography: refs.bib\n---\nOne [@smith2018; @smith2019].\n"),
    ],
)
def test_the_library_that_a_document_names_is_read(tmp_path: Path, name: str, text: str) -> None:
    checked = check_file(write(tmp_path, {name: text, "refs.bib": BIB}))
    assert [entry.key for entry in checked.linked.document.library.references] == ["smith2018"]
    (finding,) = undefined(checked)
    assert finding.data["key"] == "smith2019"
    missing = [repair.reason.split(":")[0] for repair in checked.linked.document.repairs]
    assert missing == [other for other in ("none", "more.bib") if other in text]


def test_a_chapter_names_the_library_of_all(tmp_path: Path) -> None:
    files = {
        "main.tex": latex(r"\input{one}\cite{smith2018}"),
        "one.tex": r"\bibliography{lib/refs}",
        "lib/refs.bib": BIB,
    }
    assert undefined(check_file(write(tmp_path, files))) == []
