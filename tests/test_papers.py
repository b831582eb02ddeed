"""Papers in many house styles, each with what a reader of it knows: every note, line and slip."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from refkit.linter import check
from refkit.model import Fields, Linked, Note
from refkit.pipeline import link_file
from refkit.text import fold

FOLDER = Path(__file__).parent / "data" / "papers"
PAPERS = sorted(path.stem for path in FOLDER.glob("*.md"))
PEOPLE = ("author", "editor", "translator")
FIELDS = (*PEOPLE, "title", "year", "publisher", "place", "container-title", "volume", "issue", "edition", "URL")


@cache
def truth(name: str) -> dict[str, Any]:
    return YAML(typ="safe").load((FOLDER / f"{name}.truth.yaml").read_text("utf-8"))  # type: ignore[no-any-return]  # YAML gives Any


@cache
def linked(name: str) -> Linked:
    return link_file(FOLDER / f"{name}.md")


def notes(name: str, kind: str = "note") -> list[Note]:
    return [note for note in linked(name).document.notes if note.kind == kind]


def identities(name: str) -> dict[str, str]:
    """Key of a work -> the name that the truth gives it, through the lines of the lists."""
    works = {link.source: link.work for link in linked(name).links}
    known = zip(linked(name).document.references, truth(name)["references"], strict=True)
    return {works[line.id] or "": expected["work"] for line, expected in known}


@pytest.mark.parametrize("name", PAPERS)
def test_every_note_and_line_is_read(name: str) -> None:
    document = linked(name).document
    labels = [note.label.strip("()[]-–ـ. ") for note in notes(name)]
    assert [fold(label) for label in labels] == [fold(str(note["label"])) for note in truth(name)["notes"]]
    assert len(document.references) == len(truth(name)["references"])
    assert document.failures == ()


@pytest.mark.parametrize("name", PAPERS)
def test_every_note_has_its_marker_before_it(name: str) -> None:
    for note in notes(name):
        assert note.marker
        assert note.marker.rank < note.place().rank


@pytest.mark.parametrize("name", PAPERS)
def test_lines_of_one_work_are_one_work_and_no_others(name: str) -> None:
    works = {link.source: link.work for link in linked(name).links}
    pairs = zip(linked(name).document.references, truth(name)["references"], strict=True)
    grouped = [(works[line.id], expected["work"]) for line, expected in pairs]
    assert len(set(grouped)) == len({key for key, _ in grouped}) == len({work for _, work in grouped})


def denoted(name: str, kind: str) -> list[list[str]]:
    """The works of each note by the names that the truth gives them; one in no list is `unlisted`."""
    known = identities(name)
    library = {entry.key for entry in linked(name).document.library.references}
    found: dict[str, list[str]] = {note.id: [] for note in notes(name, kind)}
    for link in linked(name).links:
        if link.source.partition(".")[0] in found and link.work:
            found[link.source.partition(".")[0]].append(
                known.get(link.work, link.work if link.work in library else "unlisted")
            )
    return list(found.values())


def expected_works(name: str, part: str) -> list[list[str]]:
    listed = {line["work"] for line in truth(name)["references"]}
    listed |= {entry.key for entry in linked(name).document.library.references}
    return [
        [work if work in listed else "unlisted" for work in note["works"] if work] for note in truth(name).get(part, [])
    ]


@pytest.mark.parametrize("name", PAPERS)
def test_every_note_denotes_its_works(name: str) -> None:
    assert denoted(name, "note") == expected_works(name, "notes")


@pytest.mark.parametrize("name", PAPERS)
def test_every_citation_in_running_text_is_found_and_nothing_else(name: str) -> None:
    assert [note.text for note in notes(name, "in-text")] == [note["text"] for note in truth(name).get("in-text", [])]


@pytest.mark.parametrize("name", PAPERS)
def test_every_citation_in_running_text_denotes_its_works(name: str) -> None:
    assert denoted(name, "in-text") == expected_works(name, "in-text")


@pytest.mark.parametrize("name", PAPERS)
def test_every_citation_in_running_text_has_its_locator(name: str) -> None:
    for note, expected in zip(notes(name, "in-text"), truth(name).get("in-text", []), strict=True):
        found = [citation.locator.value if citation.locator else None for citation in note.citations]
        assert found == expected.get("locators", [None] * len(found)), note.text


@pytest.mark.parametrize("name", PAPERS)
def test_a_citation_in_running_text_stands_where_its_place_says(name: str) -> None:
    lines = (FOLDER / f"{name}.md").read_text("utf-8").split("\n")
    for note in notes(name, "in-text"):
        place = note.place()
        assert place.line
        assert place.column
        assert lines[place.line - 1].startswith(note.text, place.column - 1)


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("part", [("note", "notes"), ("in-text", "in-text")])
def test_every_citation_has_its_form(name: str, part: tuple[str, str]) -> None:
    found = ["+".join(citation.form for citation in note.citations) for note in notes(name, part[0])]
    assert found == [note["form"] for note in truth(name).get(part[1], [])]


@pytest.mark.parametrize("name", PAPERS)
def test_every_field_of_every_line_is_parsed(name: str) -> None:
    for line, expected in zip(linked(name).document.references, truth(name)["references"], strict=True):
        found = {field: key for field in FIELDS if (key := value(line.fields, field))}
        # `above`: the author that a dash stands for.
        named = {**expected, "author": expected["above"]} if "above" in expected else expected
        wanted = {field: as_key(field, str(named[field])) for field in FIELDS if field in named}
        assert found == wanted, line.text


@pytest.mark.parametrize("name", PAPERS)
def test_what_is_wrong_is_found_and_nothing_else(name: str) -> None:
    found = Counter(finding.name for finding in check(linked(name)))
    assert found == Counter(finding["kind"] for finding in truth(name)["findings"])


def value(fields: Fields, name: str) -> str:
    """A field as its comparison key; people as their names in any order."""
    if name == "year":
        return str(fields.issued.year) if fields.issued and fields.issued.year else ""
    if name in PEOPLE:
        return as_key(name, " ".join(form.parts for person in getattr(fields, name) for form in person.root.values()))
    found = getattr(fields, {"place": "publisher_place"}.get(name, name.replace("-", "_")))
    return fold(found if isinstance(found, str) else found.any() if found else "")


def as_key(name: str, text: str) -> str:
    if name not in PEOPLE:
        return fold(text)
    # The truth quotes the line, with the و or "and" that joins the names.
    words = [word for word in fold(text).split() if word not in ("and", "و")]
    return " ".join(sorted(word.removeprefix("و") for word in words))
