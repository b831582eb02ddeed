"""A YAML library that refkit edits keeps the comments and the layout of what it does not change."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings

from refkit.formats import read_library, write, yaml
from refkit.model import Entry, Library
from refkit.settings import Export
from tests.documents import ROOT
from tests.strategies import libraries

OLD = """\
# yaml-language-server: $schema=schema/references.schema.json
# Ours, by hand.
references:
  # the first
  - key: ali2020
    type: book
    title: {ar: مدخل, en: "An introduction"} # the cover says otherwise
    volume: "2"   # sic
    issued: 2020
  - key: sami2001
    title: {en: Second}
"""


def read(text: str) -> Library:
    return yaml.read_library(text, "references.yaml")


def changed(library: Library, key: str, **update: object) -> Library:
    return Library(
        references=tuple(
            Entry.model_validate({**entry.model_dump(exclude_defaults=True), **update}) if entry.key == key else entry
            for entry in library.references
        )
    )


def update(old: str, library: Library) -> str:
    return yaml.update_library(old, library, Export())


def test_what_is_the_same_stays_as_it_is() -> None:
    lines = update(OLD, read(OLD)).splitlines()
    assert [line.split() for line in lines] == [line.split() for line in OLD.splitlines()]


def test_the_library_of_the_example_is_not_touched_by_writing_it_again() -> None:
    path = ROOT / "data" / "references.yaml"
    text = path.read_text("utf-8")
    written = update(text, read_library(path))
    assert sorted(line.strip() for line in written.splitlines() if "#" in line) == sorted(
        line.strip() for line in text.splitlines() if "#" in line
    )
    assert read(written) == read(text)


def test_a_change_touches_its_own_line_only() -> None:
    written = update(OLD, changed(read(OLD), "ali2020", issued=2021, edition="3"))
    assert read(written) == changed(read(OLD), "ali2020", issued=2021, edition="3")
    for comment in ("# Ours, by hand.", "# the first", "# the cover says otherwise", "# sic"):
        assert comment in written
    assert 'volume: "2"' in written


def test_entries_come_and_go_in_the_order_of_the_library() -> None:
    library = read(OLD)
    new = Entry.model_validate({"key": "new2024", "title": "New"})
    wanted = Library(references=(new, library.references[1]))
    assert read(update(OLD, wanted)) == wanted


@settings(max_examples=60, deadline=None)
@given(libraries, libraries)
def test_whatever_stood_there_the_library_is_what_was_written(old: Library, new: Library) -> None:
    assert read(update(yaml.write_library(old, Export()), new)) == new


def test_a_file_that_is_no_library_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "references.yaml"
    for old in ("a: [", "- x\n", "references: 3\n", ""):
        path.write_text(old, "utf-8")
        write(read(OLD), path)
        assert read_library(path) == read(OLD)
