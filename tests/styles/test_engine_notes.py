"""Notes and in-text citations of a document: first in full, later short, ibid. and op. cit."""

from __future__ import annotations

from pathlib import Path

import pytest

import refkit
from refkit.errors import RefkitError
from refkit.model import Citation, Document, Library, Link, Linked, Locator, Note, Work
from refkit.settings import Citing
from refkit.styles import cite, cite_notes
from tests.styles.test_engine_lists import STYLES, entry

JABRI = entry("jabri", "نقد العقل", [{"family": "الجابري", "given": "محمد عابد"}], issued=1984)
HOURANI = entry("hourani", "A history", [{"family": "Hourani", "given": "Albert"}], issued=1991)


def linked(*notes: list[tuple[str, str]]) -> Linked:
    """A document whose notes cite (key, pages)."""
    made, links = [], []
    for position, cited in enumerate(notes, 1):
        citations = []
        for number, (key, pages) in enumerate(cited, 1):
            locator = Locator(label="page", value=pages) if pages else None
            citations.append(Citation(text=key, form="full", locator=locator))
            links.append(Link(source=f"n{position}.{number}", work=key or None, score=1, because=("test",)))
        label = f"({position})"
        made.append(Note(text="", id=f"n{position}", position=position, label=label, citations=tuple(citations)))
    works = tuple(Work(key=work.key, entry=work) for work in (JABRI, HOURANI))
    return Linked(document=Document(path="x", format="markdown", notes=tuple(made)), works=works, links=tuple(links))


def printed(document: Linked, style: str = "notes") -> list[str]:
    """The texts of the notes."""
    made = cite_notes(document, f"{STYLES}/{style}.csl", citing=Citing())
    assert made.failures == ()
    return [line.text for line in made.notes]


def test_arabic_notes() -> None:
    document = linked([("jabri", "12")], [("jabri", "12")], [("jabri", "15")], [("hourani", "3")], [("jabri", "20")])
    assert printed(document) == [
        "محمد عابد الجابري، نقد العقل، 1984، ص 12.",
        "المصدر نفسه.",
        "المصدر نفسه، ص 15.",
        "Albert Hourani, A History, 1991, p. 3.",
        "الجابري، مصدر سابق، ص 20.",
    ]


@pytest.mark.parametrize(
    ("before", "after", "printed_after"),
    [
        ("", "", "Ibid."),
        ("5", "5", "Ibid."),
        ("5", "7-9", "Ibid., pp. 7–9."),
        ("", "7", "Ibid., p. 7."),
        ("5", "", "Hourani, op. cit."),
    ],
)
def test_ibid_says_whether_the_place_is_the_same(before: str, after: str, printed_after: str) -> None:
    assert printed(linked([("hourani", before)], [("hourani", after)]))[1] == printed_after


def test_ibid_only_after_a_note_that_cites_that_work_alone() -> None:
    document = linked([("hourani", ""), ("jabri", "")], [("jabri", "")], [("jabri", "")])
    assert printed(document)[1:] == ["الجابري، مصدر سابق.", "المصدر نفسه."]


def test_a_note_of_several_works_divides_them_as_the_style_does() -> None:
    assert printed(linked([("hourani", "3"), ("jabri", "4")])) == [
        "Albert Hourani, A History, 1991, p. 3; محمد عابد الجابري، نقد العقل، 1984، ص 4."
    ]


def test_lines_know_their_note_and_work() -> None:
    made = cite_notes(linked([("jabri", "")], [], [("jabri", ""), ("hourani", "")]), f"{STYLES}/notes.csl")
    assert [(line.label, line.key, line.language) for line in made.notes] == [("(1)", "jabri", "ar"), ("(3)", "", "ar")]


def test_citations_in_the_text_by_author_and_year_or_by_number() -> None:
    document = linked([("jabri", "12")], [("hourani", "3-5")], [("jabri", "")])
    assert printed(document, "author-date") == ["(الجابري، 1984، ص 12)", "(Hourani, 1991, pp. 3–5)", "(الجابري، 1984)"]
    assert printed(document, "numbers") == ["[1]", "[2]", "[1]"]


def test_the_example_paper_is_cited_whole() -> None:
    document = refkit.link(refkit.parse(refkit.read(str(Path("examples/russian-chinese-relations.md")))))
    made = cite_notes(document, f"{STYLES}/notes.csl")
    assert made.failures == ()
    assert len(made.notes) == sum(1 for note in document.document.notes if note.citations)


def test_a_style_without_lists_makes_notes_and_says_that_it_makes_no_list(tmp_path: Path) -> None:
    text = Path(STYLES, "notes.csl").read_text("utf-8")
    start, end = text.index("<bibliography>"), text.index("</bibliography>") + len("</bibliography>")
    path = tmp_path / "only-notes.csl"
    path.write_text(text[:start] + text[end:], "utf-8")
    made = cite_notes(linked([("jabri", "12")], [("jabri", "12")]), str(path))
    assert [line.text for line in made.notes] == ["محمد عابد الجابري، نقد العقل، 1984، ص 12.", "المصدر نفسه."]
    assert made.failures == ()
    with pytest.raises(RefkitError, match="makes no reference list"):
        cite(Library(references=(JABRI,)), str(path))
