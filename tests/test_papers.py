"""Papers in many house styles, each with what a reader of it knows: every note, line and slip."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from refkit.linter import check
from refkit.model import Fields, Linked
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


def identities(name: str) -> dict[str, str]:
    """Key of a work -> the name that the truth gives it, through the lines of the lists."""
    works = {link.source: link.work for link in linked(name).links}
    known = zip(linked(name).document.references, truth(name)["references"], strict=True)
    return {works[line.id] or "": expected["work"] for line, expected in known}


@pytest.mark.parametrize("name", PAPERS)
def test_every_note_and_line_is_read(name: str) -> None:
    document = linked(name).document
    labels = [note.label.strip("()[]-–ـ. ") for note in document.notes]
    assert [fold(label) for label in labels] == [fold(str(note["label"])) for note in truth(name)["notes"]]
    assert len(document.references) == len(truth(name)["references"])
    assert document.failures == ()


@pytest.mark.parametrize("name", PAPERS)
def test_every_note_has_its_marker_before_it(name: str) -> None:
    for note in linked(name).document.notes:
        assert note.marker
        assert note.marker.line < note.place().line


@pytest.mark.parametrize("name", PAPERS)
def test_lines_of_one_work_are_one_work_and_no_others(name: str) -> None:
    works = {link.source: link.work for link in linked(name).links}
    pairs = zip(linked(name).document.references, truth(name)["references"], strict=True)
    grouped = [(works[line.id], expected["work"]) for line, expected in pairs]
    assert len(set(grouped)) == len({key for key, _ in grouped}) == len({work for _, work in grouped})


@pytest.mark.parametrize("name", PAPERS)
def test_every_note_denotes_its_works(name: str) -> None:
    known = identities(name)
    found: dict[str, list[str]] = {note.id: [] for note in linked(name).document.notes}
    for link in linked(name).links:
        if link.source.startswith("n") and link.work:
            found[link.source.partition(".")[0]].append(known.get(link.work, "unlisted"))
    listed = set(known.values())
    expected = [[work if work in listed else "unlisted" for work in note["works"]] for note in truth(name)["notes"]]
    assert list(found.values()) == expected


@pytest.mark.parametrize("name", PAPERS)
def test_every_citation_has_its_form(name: str) -> None:
    found = ["+".join(citation.form for citation in note.citations) for note in linked(name).document.notes]
    assert found == [note["form"] for note in truth(name)["notes"]]


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
