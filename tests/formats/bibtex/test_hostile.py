"""Files made to overwhelm, or that are no .bib files: read without a traceback. `benchmarks/hostile_bibtex.py` times them."""

from __future__ import annotations

import pytest

from benchmarks.hostile_bibtex import HOSTILE
from refkit.formats.bibtex import read_library, write_library
from refkit.settings import Export


@pytest.mark.parametrize("name", HOSTILE)
def test_what_was_read_can_be_written(name: str) -> None:
    library = read_library(HOSTILE[name](2_000), "references.bib")
    for profile in ("biblatex", "bibtex"):
        text = write_library(library, Export(profile=profile))
        assert len(read_library(text, "references.bib").references) == len(library.references)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("{" * 100_000, (0, 0)),
        ("@a{" * 100_000, (0, 1)),
        ("@a{\n" * 100_000, (0, 100_000)),
        ("@a{b, title={" + "x" * 20_000_000 + "}}", (1, 0)),
        ("@a{b" + "," * 1_000_000, (1, 0)),
        ("", (0, 0)),
        ("\0" * 1000, (0, 0)),
        ("%PDF-1.4\n1 0 obj <</Type /Catalog>> @@ stream \ufffd\ufffd", (0, 0)),
    ],
    ids=["braces", "heads", "heads in lines", "a field of 20 MB", "commas", "nothing", "NULs", "binary"],
)
def test_large_and_senseless_files_are_read(text: str, counts: tuple[int, int]) -> None:
    library = read_library(text, "references.bib")
    assert (len(library.references), len(library.failures)) == counts
