"""Places: line and column in formats that people write in lines, words in the others."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path

import pytest

from refkit.formats import read
from refkit.linter import check
from refkit.model import Passage, Place
from refkit.pipeline import link_file
from refkit.reports import report
from tests.documents import EXAMPLE
from tests.formats.documents.manuscripts import example, write

LATEX = r"""\documentclass{article}
\begin{document}
\section{Introduction}
Some words before a note\footnote{Albert Hourani, \emph{A History of
the Arab Peoples}, London: Faber, 1991, p.~3.} and words
after it\footnote{Ibid., p. 4.}.

\section{References}
\begin{itemize}
\item Hourani, Albert, \textit{A History of the Arab Peoples},
  London: Faber, 1991.
\end{itemize}
\end{document}
"""


def at(passage: Passage, word: str) -> tuple[int | None, int | None]:
    place = passage.place(passage.text.index(word))
    return place.line, place.column


def test_every_word_of_latex_knows_its_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "paper.tex"
    path.write_text(LATEX, "utf-8")
    document = read(path)
    first, second = document.notes
    assert [at(first, word) for word in ("Albert", "History", "Arab", "1991")] == [(4, 35), (4, 59), (5, 5), (5, 35)]
    assert at(second, "Ibid") == (6, 19)
    assert [(note.marker.line if note.marker else None) for note in (first, second)] == [4, 6]
    assert document.lists[0].place.line == 8
    assert at(document.references[0], "London") == (11, 3)
    assert at(document.paragraphs[0], "after") == (6, 1)


@pytest.mark.parametrize(
    ("suffix", "writer"), [(".tex", "latex"), (".html", "html"), (".xml", "jats"), (".dbk", "docbook")]
)
def test_the_first_word_of_each_piece_stands_where_it_is_said(tmp_path: Path, suffix: str, writer: str) -> None:
    path = write(example(), tmp_path / f"paper{suffix}", writer=writer)
    lines = path.read_text("utf-8").split("\n")
    document = read(path)
    for piece in (*document.notes, *document.references):
        place = piece.place()
        assert place.line, piece.text
        assert place.column
        word = piece.text.split()[0].strip("،,:'’.")
        shown = lines[place.line - 1][place.column - 1 :]
        assert shown.startswith(word[:4]) or word[:4] in shown[:30], (word, shown)


@pytest.mark.parametrize(("suffix", "writer"), [(".tex", "latex"), (".html", "html"), (".xml", "jats")])
def test_notes_of_the_same_words_stand_each_in_its_own_line(tmp_path: Path, suffix: str, writer: str) -> None:
    text = "".join(f"Paragraph {at} of the text.[^{at}]\n\n" for at in range(1, 9))
    text += "".join(f"[^{at}]: Ibid., p. {3 + at % 2}.\n" for at in range(1, 9))
    document = read(write(text, tmp_path / f"paper{suffix}", writer=writer))
    lines = [note.place().line or 0 for note in document.notes]
    assert lines == sorted(set(lines))
    assert len(lines) == 8
    assert [note.marker.line or 0 if note.marker else 0 for note in document.notes] == sorted(
        {note.marker.line or 0 if note.marker else 0 for note in document.notes}
    )


def test_in_word_a_place_is_the_note_the_paragraph_and_the_first_words(tmp_path: Path) -> None:
    text = "# مقدمة\n\nنص أول.\n\nنص ثان[^1] ثم آخر[^2].\n\n# المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n2. كذا\n\n"
    text += "[^1]: علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n[^2]: المصدر نفسه.\n"
    document = read(write(text, tmp_path / "paper.docx"))
    assert document.start == Place(line=None, column=None, where="the document")
    assert [note.place().words for note in document.notes] == [
        "note 1 under “مقدمة”, paragraph 3: “علي الوردي، وعاظ السلاطين، دار كوفان، …”",
        "note 2 under “مقدمة”, paragraph 3: “المصدر نفسه.”",
    ]
    assert document.references[0].place().words.startswith("entry 1 of “المراجع”, paragraph 5: “الوردي، علي،")
    assert [failure.place.words for failure in document.failures] == ["paragraph 6: “2. كذا”"]
    pieces = (*document.notes, *document.references)
    assert all(piece.place(3).line is None and piece.place(3).column is None for piece in pieces)
    assert document.notes[0].place().rank < document.notes[1].place().rank < document.references[0].place().rank


@pytest.mark.parametrize(
    ("suffix", "writer", "lined"), [(".docx", "docx", False), (".tex", "latex", True), (".md", "markdown", True)]
)
def test_the_contract_has_a_line_or_null_and_always_words(
    tmp_path: Path, suffix: str, writer: str, lined: bool
) -> None:
    linked = link_file(write(example(), tmp_path / f"paper{suffix}", writer=writer))
    data = json.loads(report(linked, check(linked), "json"))
    for piece in (*data["lists"], *data["references"], *data["notes"], *data["findings"]):
        assert isinstance(piece["where"], str)
        assert piece["where"]
        assert isinstance(piece["line"], int) if lined else piece["line"] is None
        assert piece["where"] == f"line {piece['line']}" if lined else "“" in piece["where"]


def test_findings_stand_in_the_order_of_the_document(tmp_path: Path) -> None:
    found = check(link_file(write(example(), tmp_path / "paper.docx")))
    places = [where for where, _ in groupby(found, key=lambda finding: finding.where)]
    assert len(places) == len(set(places)), "what concerns one note or entry stands together"
    in_markdown = [finding.notes or finding.references for finding in check(link_file(EXAMPLE))]
    assert [piece for piece, _ in groupby(finding.notes or finding.references for finding in found)] == [
        piece for piece, _ in groupby(in_markdown)
    ]


def test_a_document_without_a_list_has_a_place_for_that(tmp_path: Path) -> None:
    path = write("text[^1]\n\n[^1]: Albert Hourani, A History, London: Faber, 1991, p. 3.\n", tmp_path / "paper.odt")
    (finding,) = [each for each in check(link_file(path)) if each.code == "RK002"]
    assert (finding.line, finding.column, finding.where) == (None, None, "the document")


@pytest.mark.parametrize(
    ("text", "around"),
    [
        (
            "A paragraph that goes on (Smith, 2018, p. 3) and names another far from there (Brown, 2001, p. 4), too.",
            ["that goes on (Smith, 2018, p. 3) and names another", "far from there (Brown, 2001, p. 4), too."],
        ),
        (
            "فقرة طويلة في أولها قول (الجابري، 2009، ص 45) وفي آخرها بعد ذلك قول غيره (أركون، 1996، ص 7).",
            ["في أولها قول (الجابري، 2009، ص 45) وفي آخرها بعد", "ذلك قول غيره (أركون، 1996، ص 7)."],
        ),
    ],
)
def test_a_citation_in_a_paragraph_of_word_is_shown_with_the_words_about_it(
    tmp_path: Path, text: str, around: list[str]
) -> None:
    listed = (
        "Smith, John (2018). A Book. London: Faber.\n\nالجابري، محمد عابد (2009). تكوين العقل العربي. بيروت: الفارابي."
    )
    path = write(f"First.\n\n{text}\n\n# References\n\n{listed}\n", tmp_path / "paper.docx")
    places = [note.place() for note in link_file(path).document.notes]
    assert [place.words.partition(", ")[0].partition(": “")[0] for place in places] == ["paragraph 2", "paragraph 2"]
    assert [place.words.partition("“")[2].strip("…” ") for place in places] == around
    assert places[0].rank < places[1].rank
