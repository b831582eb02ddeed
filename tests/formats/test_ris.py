"""RIS: what databases export is read, what is written is read back, and what RIS has no room for is named."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from refkit.errors import RefkitError
from refkit.formats import ris
from refkit.formats.losses import find_losses
from refkit.model import Date, Entry, Library, NameForm, Text
from refkit.settings import Export
from tests.strategies import libraries

ARTICLE = """\
TY  - JOUR
AU  - الأنباري, احمد عبد الامير
AU  - عبد الرحمن بدوي
AU  - مركز الإمارات للدراسات
AU  - Smith, John, Jr.
A2  - van der Berg, Jan
TI  - التقارب الروسي - الصيني
TT  - Russian-Chinese rapprochement
T2  - مجلة المستنصرية
VL  - 3
IS  - 58
SP  - 268
EP  - 269
PY  - 2017
DA  - 2017/05/03/
KW  - روسيا
KW  - الصين
SN  - 1234-5678
UR  - https://example.org/a_b%20c
LA  - ar
AB  - first line
  of two
ZZ  - unknown
ZZ  - twice
ER  -
"""


def read(text: str) -> Library:
    return ris.read_library(text, "refs.ris")


def forms_of(value: Text | str | None) -> set[str]:
    forms = value.root.values() if isinstance(value, Text) else [value or ""]
    return {" ".join(form.split()) for form in forms} - {""}


def test_an_article_is_read_whole() -> None:
    library = read(ARTICLE)
    assert not library.failures
    assert not library.repairs
    (entry,) = library.references
    assert [name.root for name in entry.author] == [
        {"ar": NameForm(family="الأنباري", given="احمد عبد الامير")},
        {"ar": NameForm(family="بدوي", given="عبد الرحمن")},
        {"ar": NameForm(literal="مركز الإمارات للدراسات")},
        {"en": NameForm(family="Smith", given="John", suffix="Jr.")},
    ]
    assert entry.title == Text({"ar": "التقارب الروسي - الصيني", "en": "Russian-Chinese rapprochement"})
    assert (entry.page, entry.issue, entry.ISSN, entry.keyword) == ("268-269", "58", "1234-5678", "روسيا, الصين")
    assert entry.issued == Date(year=2017, month=5, day=3)
    assert entry.URL == "https://example.org/a_b%20c"
    assert entry.abstract == Text({"en": "first line of two"})
    assert entry.custom == {"ZZ": ["unknown", "twice"]}
    assert entry.key == "anbary2017"


def test_what_is_read_is_written_back() -> None:
    written = ris.write_library(read(ARTICLE), Export())
    expected = ARTICLE.replace("\n  of two", " of two").replace("عبد الرحمن بدوي", "بدوي, عبد الرحمن")
    expected = expected.replace("مركز الإمارات للدراسات", "مركز الإمارات للدراسات,").replace("ER  -", "ER  - ")
    assert sorted(written.splitlines()) == sorted(["ID  - anbary2017", *expected.splitlines()])
    assert ris.write_library(read(written), Export()) == written


@settings(max_examples=120, deadline=None)
@given(libraries)
def test_nothing_is_lost_that_is_not_named_and_writing_settles(library: Library) -> None:
    if not library.references:
        return
    written = ris.write_library(library, Export())
    back = read(written)
    assert not back.failures
    assert not back.repairs
    assert [entry.type or "document" for entry in back.references] == [
        entry.type or "document" for entry in library.references
    ]
    for entry, read_back in zip(library.references, back.references, strict=True):
        for name in ("title", "volume", "publisher", "URL", "edition", "note", "abstract"):
            before, after = (forms_of(getattr(one, name)) for one in (entry, read_back))
            # One form, without controls, is carried whole.
            assert len(before) > 1 or not all(map(str.isprintable, before)) or before == after
    again = ris.write_library(back, Export())
    assert ris.write_library(read(again), Export()) == again


@pytest.mark.parametrize(
    ("text", "titles", "faults"),
    [
        ("TY  - BOOK\nTI  - a\n\nTY  - BOOK\nTI  - b\nER  - \n", ["a", "b"], ["an entry without ER; it ends where the next begins"]),
        ("TY  - BOOK\nTI  - a\n", ["a"], ["the last entry has no ER"]),
        ("TY  - BOOK\r\nTI  - a\r\nER  -\r\n", ["a"], []),
        ("TY  - BOOK\nTI  -\nT1  - a\nER  - \n", ["a"], []),
        ("garbage\nTY  - BOOK\nTI  - a\nER  - \n", ["a"], ["a line outside of any entry"]),
        ("TY  - BOOK\nID  - x\nTI  - a\nER  - \nTY  - BOOK\nID  - X\nTI  - b\nER  - \n", ["a", "b"],
         ["X: ID used twice, ignoring case; the later one is called Xb"]),
        ("TY  - BOOK\nID  - a b\nTI  - a\nER  - \n", ["a"], ["a b: an ID has no spaces; read as a_b"]),
    ],
)  # fmt: skip
def test_faults_are_put_right_and_said(text: str, titles: list[str], faults: list[str]) -> None:
    library = read(text)
    assert [entry.title.any() for entry in library.references if entry.title] == titles
    assert [one.reason for one in library.failures] + [one.reason for one in library.repairs] == faults


@pytest.mark.parametrize(
    ("line", "issued"),
    [
        ("PY  - 2017", Date(year=2017)),
        ("PY  - ٢٠١٧", Date(year=2017)),
        ("Y1  - 2017/5//", Date(year=2017, month=5)),
        ("DA  - 2017/5/3/spring", Date(year=2017, month=5, day=3, text="spring")),
        ("PY  - 1440هـ", Date(year=1440, calendar="hijri")),
        ("PY  - 2017/05/03", Date(year=2017, month=5, day=3)),
        ("PY  - د.ت", Date(text="د.ت")),
    ],
)
def test_dates(line: str, issued: Date) -> None:
    (entry,) = read(f"TY  - BOOK\n{line}\nER  - \n").references
    assert entry.issued == issued


def test_a_type_that_csl_does_not_know_is_kept() -> None:
    library = read("TY  - GRANT\nTI  - a\nER  - \nTY  - EBOOK\nTI  - b\nER  - \n")
    assert [entry.type for entry in library.references] == ["document", "book"]
    assert ris.write_library(library, Export()).count("TY  - GRANT\n") == 1
    assert ris.write_library(library, Export()).count("TY  - EBOOK\n") == 1


def test_the_language_chosen_is_written() -> None:
    entry = Entry.model_validate({"key": "a", "title": {"ar": "مدخل", "en": "Introduction"}, "language": "ar"})
    written = ris.write_library(Library(references=(entry,)), Export(language="en"))
    assert "TI  - Introduction\n" in written
    assert "LA  - en\n" in written
    assert "مدخل" not in written


def test_a_hijri_date_is_named_and_survives_as_text() -> None:
    entry = Entry.model_validate({"key": "a", "issued": {"year": 1440, "calendar": "hijri"}})
    library = Library(references=(entry,))
    written = ris.write_library(library, Export())
    assert "DA  - 1440هـ\n" in written
    back = read(written)
    assert back.references[0].issued == entry.issued
    assert [loss.variable for loss in find_losses(library, back, ris.FORMAT, Export())] == ["issued"]


@pytest.mark.parametrize(
    ("date", "lines"),
    [
        (Date(year=-300), ["PY  - -0300"]),
        (Date(year=-300, month=5, day=3), ["PY  - -0300", "DA  - -0300/05/03/"]),
        (Date(year=-44, month=3), ["PY  - -0044", "DA  - -0044/03//"]),
    ],
)
def test_years_before_christ_are_read_back(date: Date, lines: list[str]) -> None:
    entry = Entry(key="a", type="book", issued=date, accessed=date)
    written = ris.write_library(Library(references=(entry,)), Export())
    assert [line for line in written.splitlines() if line[:2] in ("PY", "DA")] == lines
    assert read(written).references == (entry,)


def test_a_file_without_entries_is_refused() -> None:
    with pytest.raises(RefkitError, match="no line begins an RIS entry"):
        read("\n\n")
