"""Files that somebody or something has damaged: nothing raises, and no word of a value is lost in silence."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refkit.formats.bibtex import write_library
from refkit.formats.files import read_any_text
from refkit.model import Library
from refkit.settings import Export
from tests.documents import ROOT
from tests.formats.bibtex.scanner import count_entries, lost_words, read
from tests.strategies import libraries

PROFILES = ("biblatex", "bibtex")
#: Published files that lie beside the project, where it is developed.
REAL = ROOT.parent / "shared" / "data" / "real" / "bib"
FILES = sorted(REAL.rglob("*.bib"))
SAMPLE = """\
% Encoding: UTF-8

@string{dar = "دار الكتب العلمية"}

@article{anbari2017,
  author = {الأنباري, أحمد عبد الأمير and {مركز الإمارات للدراسات}},
  title = {التقارب الروسي الصيني {محاولة} لتعزيز المكانة},
  journaltitle = "مجلة المستنصرية",
  year = 2017,
  pages = {1--20},
}

@Book{brown,
  Author    = {Brown, Peter and van Gogh, Vincent},
  Title     = {The Making of Late Antiquity},
  publisher = dar,
  note      = "reprinted " # "twice",
  month     = jan
}
@comment{jabref-meta: databaseType:biblatex;}

@phdthesis(hasan, author = {حسن، محمد}, title = {أثر السياسة الخارجية}, school = {جامعة بغداد}, year = {١٩٩٨})
"""
#: The values of the sample, without names of fields.
VALUES = """الأنباري أحمد عبد الأمير مركز الإمارات للدراسات التقارب الروسي الصيني محاولة لتعزيز المكانة مجلة المستنصرية
Brown Peter van Gogh Vincent The Making Late Antiquity reprinted twice حسن محمد أثر السياسة الخارجية جامعة بغداد"""


@st.composite
def damages(draw: st.DrawFn, text: str) -> str:
    """A text with some of its characters or lines deleted, doubled, or with the signs of BibTeX put between."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(text) - 1, 0)))
        where = draw(st.sampled_from(("here", "sign", "line")))
        if where == "sign":
            at = next((n for n in range(at, len(text)) if text[n] in '{}",=@#()\n'), at)
        start, end = at, at + 1
        if where == "line":
            start, end = text.rfind("\n", 0, at) + 1, (text.find("\n", at) + 1) or len(text)
        what = draw(st.sampled_from(("delete", "double", "insert")))
        if what == "delete":
            text = text[:start] + text[end:]
        elif what == "double":
            text = text[:end] + text[start:end] + text[end:]
        else:
            text = text[:start] + draw(st.sampled_from('{}",=@#%()\\\n ')) + text[start:]
    return text


@settings(max_examples=100, deadline=None)
@given(damages(SAMPLE))
def test_no_word_of_a_damaged_file_is_lost_in_silence(text: str) -> None:
    assert lost_words(VALUES, text) == []


@settings(max_examples=60, deadline=None)
@given(libraries, st.sampled_from(PROFILES), st.data())
def test_what_is_read_of_a_damaged_export_can_be_written(library: Library, written: Any, data: st.DataObject) -> None:
    text = data.draw(damages(write_library(library, Export(profile=written))))
    for profile in PROFILES:
        again = write_library(read(text), Export(profile=profile))
        assert len(read(again).references) == len(read(text).references)


def test_the_sample_is_whole() -> None:
    library = read(SAMPLE)
    assert (len(library.references), library.failures, library.repairs) == (3, (), ())
    assert lost_words(VALUES, SAMPLE) == []


@pytest.mark.skipif(not FILES, reason="../shared/data/real/bib is not there")
@settings(max_examples=100, deadline=None)
@given(st.data())
def test_no_word_of_a_damaged_published_file_is_lost(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(FILES))
    whole = read_any_text(path).text
    start = data.draw(st.integers(0, len(whole)))
    start = whole.rfind("\n@", 0, start) + 1
    text = data.draw(damages(whole[start : start + 3000]))
    assert lost_words(_values(text), text) == []


def _values(text: str) -> str:
    """What stands in braces or quotes behind =, without the values of strings, which need not be used."""
    lines = (line for line in text.splitlines() if "string" not in line.lower() and re.search(r"=\s*[{\"]", line))
    values = " ".join(line.partition("=")[2] for line in lines)
    # Damage can bring further fields into a line: their names are no values.
    return re.sub(r"[\w-]+[ }\"]*=|=[ ]*\w+", " ", values)


@pytest.mark.skipif(not FILES, reason="../shared/data/real/bib is not there")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_block_of_a_published_file_is_an_entry_or_a_failure(path: Path) -> None:
    text = read_any_text(path).text
    library = read(text)
    assert len(library.references) + len(library.failures) == count_entries(text)
