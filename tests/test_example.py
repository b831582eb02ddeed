"""The example paper: its notes, lists and works, and each finding with the reason why an editor wants it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
from ruamel.yaml import YAML

from refkit.formats import read_library
from refkit.formats.yaml import json_schema
from refkit.linter import check
from refkit.model import Linked
from refkit.pipeline import link_file
from refkit.text import fold
from tests.documents import EXAMPLE, ROOT

DATA = Path(__file__).parent / "data"


@cache
def linked() -> Linked:
    return link_file(EXAMPLE)


@cache
def truth() -> dict[str, Any]:
    return YAML(typ="safe").load((DATA / "example-truth.yaml").read_text("utf-8"))  # type: ignore[no-any-return]  # YAML gives Any


def test_notes_and_lists_are_found_whole() -> None:
    document = linked().document
    assert len(document.notes) == 29
    assert all(note.marker for note in document.notes)
    assert [(found.heading, found.language, len(found.references)) for found in document.lists] == [
        ("المصادر", "ar", 15),
        ("Bibliography", "en", 23),
    ]
    sections = [list(dict.fromkeys(line.section for line in found.references)) for found in document.lists]
    assert [len(found) for found in sections] == [2, 3]
    assert document.failures == ()


def test_every_note_denotes_the_right_work() -> None:
    works = {work.key: list(work.references) for work in linked().works}
    found = {link.source[:-2]: works[link.work or ""] for link in linked().links if link.source.startswith("n")}
    assert found == truth()["notes"]
    assert len(works) == 26


def test_short_forms_are_resolved_through_their_antecedent() -> None:
    found = {link.source: link.refers_to for link in linked().links if link.refers_to}
    assert found == {"n4.1": "n1", "n26.1": "n5", "n27.1": "n26"}


def test_arabic_and_english_lines_are_paired() -> None:
    pairs = [list(work.references) for work in linked().works if len(work.references) > 1]
    assert sorted(pairs) == sorted(truth()["pairs"])
    assert linked().twins == (("l1", "l2"),)


def test_every_field_of_every_note_and_line_is_parsed() -> None:
    citations = {note.id: note.citations[0] for note in linked().document.notes}
    citations |= {line.id: line.citation for line in linked().document.references if line.citation}
    for name, expected in truth()["fields"].items():
        citation = citations[name]
        found = {field: fold(citation.text[slice(*spans[0])]) for field, spans in citation.spans.items()}
        assert found == {field: fold(str(value)) for field, value in expected.items()}, citation.text


def test_findings_are_those_that_an_editor_wants() -> None:
    golden = YAML(typ="safe").load((DATA / "example-findings.yaml").read_text("utf-8"))
    found = [(finding.code, finding.line, finding.message) for finding in check(linked())]
    assert found == [(entry["code"], entry["line"], entry["message"]) for entry in golden]
    assert all(len(entry["why"].split()) >= 4 for entry in golden)


def test_the_library_holds_every_work_of_the_paper_and_the_paper() -> None:
    library = read_library(ROOT / "data" / "references.yaml")
    assert library.failures == ()
    assert len(library.references) == 27
    found = link_file(EXAMPLE, library)
    assert len([work for work in found.works if work.in_library and work.notes]) == 26
    assert [work.key for work in found.works if not work.notes] == ["salman2025"]
    without, beside = check(linked()), check(found)
    assert {finding.code for finding in without} - {finding.code for finding in beside} == {"RK101"}


def test_the_library_is_bilingual_and_dated() -> None:
    for entry in read_library(ROOT / "data" / "references.yaml").references:
        assert entry.title
        languages = {"ar", "en"} if entry.language == "ar" else {"en"}
        assert set(entry.title.root) == languages, entry.key
        assert all(set(name.root) == languages for name in entry.author), entry.key
        assert entry.issued or entry.type == "webpage", entry.key


def test_the_library_fits_its_schema() -> None:
    text = (ROOT / "data" / "references.yaml").read_text("utf-8")
    path = text.split("$schema=")[1].split()[0]
    schema = json.loads((ROOT / "data" / path).read_text("utf-8"))
    assert schema == json_schema()
    jsonschema.validate(YAML(typ="safe").load(text), schema)
