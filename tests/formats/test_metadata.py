"""The references that the metadata of a Markdown file carry or name."""

from __future__ import annotations

from pathlib import Path

import pytest

from refkit.formats import read
from refkit.model import Document
from tests.documents import codes
from tests.documents import read as read_text

BIB = "@book{wardi1995, author = {الوردي، علي}, title = {وعاظ السلاطين}, year = {1995}}\n"


def entry_of(front: str) -> tuple[str, str, int | None]:
    """Key, title and year of the only entry of a paper with this metadata."""
    (entry,) = read_text(f"---\n{front}---\n\nText.\n").library.references
    return entry.key, entry.title.any() if entry.title else "", entry.issued.year if entry.issued else None


@pytest.mark.parametrize(
    "issued", ["1995", "'1995-03'", "{year: 1995}", "[{year: 1995, month: 3}]", "{date-parts: [[1995, 3]]}"]
)
def test_csl_entries_are_read_with_their_dates(issued: str) -> None:
    front = f"references:\n- id: wardi1995\n  type: book\n  title: وعاظ السلاطين\n  issued: {issued}\n"
    assert entry_of(front) == ("wardi1995", "وعاظ السلاطين", 1995)


def test_entries_in_refkits_own_form_are_read() -> None:
    front = "references:\n- {key: wardi1995, type: book, title: {ar: وعاظ السلاطين, en: Preachers}, issued: 1995}\n"
    assert entry_of(front) == ("wardi1995", "وعاظ السلاطين", 1995)


def paper(folder: Path, front: str) -> Document:
    path = folder / "paper.md"
    path.write_text(f"---\n{front}---\n\nنص [@wardi1995].\n", "utf-8")
    return read(path)


@pytest.mark.parametrize("named", ["refs.bib", "[other.bib, refs.bib]", "'refs.bib'"])
def test_the_file_that_the_metadata_name_is_read_beside_the_paper(tmp_path: Path, named: str) -> None:
    (tmp_path / "refs.bib").write_text(BIB, "utf-8")
    document = paper(tmp_path, f"bibliography: {named}\n")
    assert [entry.key for entry in document.library.references] == ["wardi1995"]
    assert document.failures == ()


def test_a_file_that_does_not_exist_is_named(tmp_path: Path) -> None:
    document = paper(tmp_path, "bibliography: nowhere.bib\n")
    assert (document.library.references, document.failures) == ((), ())
    (repair,) = document.repairs
    assert (repair.text, repair.place.line) == ("nowhere.bib", 2)


def test_what_cannot_be_read_is_a_failure_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_bytes(b"PK\x03\x04\x00\x00")
    (failure,) = paper(tmp_path, "title: x\nbibliography: refs.bib\n").failures
    assert (failure.place.line, "binary" in failure.reason) == (3, True)


def test_metadata_that_are_no_yaml_are_a_failure() -> None:
    document = read_text("---\nreferences: [\nnocite: x\n---\n\nText.\n")
    assert len(document.failures) == 1
    assert document.library.references == ()


def test_what_nocite_names_is_cited() -> None:
    front = "---\nreferences:\n- {id: a1995, type: book, title: وعاظ}\n- {id: b1994, type: book, title: مهزلة}\nnocite: |\n  @a1995, @b1993\n---\n\nText.\n"
    assert codes(front) == {"RK105"}


def test_metadata_without_references_cost_no_reading_of_yaml() -> None:
    document = read_text("---\ntitle: 'A paper'\nkeywords: [a, b\n---\n\nText.\n")
    assert document.failures == ()
    assert document.title.root == {"en": "A paper"}
