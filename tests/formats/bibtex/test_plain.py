"""Entries found by pattern are what bibtexparser makes of them: with or without that short way, a file says the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refkit.formats import bibtex
from refkit.model import Library
from refkit.settings import Export
from tests.strategies import libraries

PIECES = st.sampled_from(
    [
        "@book{a,",
        "@",
        "\n@",
        "{",
        "}",
        '"',
        ",",
        "=",
        "title = {كتاب}",
        'year = "١٩٩٩"',
        "\n",
        " ",
        "%",
        "\\",
        "(",
        ")",
        "a # b",
    ]
)


def both_ways(text: str) -> tuple[Library, Library]:
    with pytest.MonkeyPatch.context() as patch:
        short = bibtex.read_library(text, "")
        patch.setattr("refkit.formats.bibtex.pieces.plain_entry", lambda _text, _at: None)
        return short, bibtex.read_library(text, "")


def assert_same(text: str) -> None:
    short, long = both_ways(text)
    assert short.references == long.references
    assert [(one.place, one.text) for one in short.failures] == [(one.place, one.text) for one in long.failures]
    assert [(one.place, one.reason) for one in short.repairs] == [(one.place, one.reason) for one in long.repairs]


@settings(max_examples=60, deadline=None)
@given(libraries)
def test_what_refkit_writes(library: Library) -> None:
    assert_same(bibtex.write_library(library, Export()))


@settings(max_examples=100, deadline=None)
@given(libraries, st.lists(st.tuples(st.floats(0, 1), PIECES), max_size=6))
def test_damaged_files(library: Library, damage: list[tuple[float, str]]) -> None:
    text = bibtex.write_library(library, Export())
    for where, piece in damage:
        at = int(where * len(text))
        text = text[:at] + piece + text[at + len(piece) % 2 :]
    assert_same(text)


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, max_size=30))
def test_any_text(pieces: list[str]) -> None:
    assert_same("".join(pieces))
