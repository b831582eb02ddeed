"""What is written is read back: nothing differs that is not named, and writing again changes no byte."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refkit.formats.bibtex import FORMAT, read_library, write_library
from refkit.formats.bilingual import divide
from refkit.formats.losses import find_losses
from refkit.model import Date, Entry, Library, Name, NameForm, Text
from refkit.model.base import csl_spelling
from refkit.settings import Export
from refkit.text import ascii_digits
from tests.strategies import libraries

PROFILES = ("biblatex", "bibtex")
LANGUAGES = ("both", "ar", "en")
exports = st.builds(Export, profile=st.sampled_from(PROFILES), language=st.sampled_from(LANGUAGES))
#: Languages beside those of the entries that hypothesis makes.
more_languages = st.sampled_from((None, "ar", "en", "en-GB", "fr", "ckb", "ar-Latn"))


@st.composite
def written_libraries(draw: st.DrawFn) -> Library:
    """Libraries in further languages, and without control characters, which LaTeX has no sign for."""
    library, tag = draw(libraries), draw(more_languages)
    records = [_without_controls(entry.model_dump(mode="json", by_alias=True)) for entry in library.references]
    if tag:
        records = [{**record, "language": tag} for record in records]
    return Library.model_validate({"references": records})


def _without_controls(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_controls(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_without_controls(item) for item in value]
    if isinstance(value, str):
        return "".join(" " if unicodedata.category(char) in ("Cc", "Cs") else char for char in value)
    return value


def round_trip(library: Library, export: Export) -> tuple[str, Library]:
    """The text that is written, and the library read from it, in which nothing had to be put right."""
    text = write_library(library, export)
    back = read_library(text, "references.bib")
    assert (back.failures, back.repairs) == ((), ())
    assert len(back.references) == len(library.references)
    return text, back


@settings(max_examples=100, deadline=None)
@given(written_libraries(), exports)
def test_writing_again_changes_no_byte(library: Library, export: Export) -> None:
    # The first time keys may be made, and with one language only the tags of the other forms are lost.
    _, back = round_trip(library, export)
    text, again = round_trip(back, export)
    assert write_library(again, export) == text


@settings(max_examples=60, deadline=None)
@given(libraries, st.sampled_from(PROFILES))
def test_with_good_keys_the_first_time_counts(library: Library, profile: Any) -> None:
    export = Export(profile=profile)
    entries = [entry.model_copy(update={"key": f"k{at}"}) for at, entry in enumerate(library.references)]
    text, back = round_trip(Library(references=tuple(entries)), export)
    assert write_library(back, export) == text


@settings(max_examples=100, deadline=None)
@given(written_libraries(), st.sampled_from(PROFILES))
def test_all_forms_are_read_back(library: Library, profile: Any) -> None:
    export = Export(profile=profile)
    _, back = round_trip(library, export)
    named = {(loss.key, loss.variable): loss.reason for loss in find_losses(library, back, FORMAT, export)}
    for entry, read in zip(library.references, back.references, strict=True):
        before, after = _said(entry), _said(read)
        for name in {*before, *after}:
            if name == "language" and name not in before:
                continue  # that of the title
            if name in ("URL", "DOI", "language"):  # a space in a URL
                assert before.get(name) == after.get(name) or (entry.key, name) in named
            else:
                assert (name, before.get(name)) == (name, after.get(name))


@settings(max_examples=100, deadline=None)
@given(libraries, exports)
def test_what_differs_is_named(library: Library, export: Export) -> None:
    _, back = round_trip(library, export)
    named = {(loss.key, loss.variable) for loss in find_losses(library, back, FORMAT, export)}
    for entry, read in zip(library.references, back.references, strict=True):
        before, after = (_in_language(one, export.language) for one in (entry, read))
        differing = {csl_spelling(name) for name, said in before.items() if said != after.get(name)}
        assert {(entry.key, name) for name in differing} <= named


def _in_language(entry: Entry, language: str) -> dict[str, Any]:
    """The variables that an export in a language has to say."""
    if language == "both":
        return _said(entry)
    values: dict[str, Any] = _plain(divide(entry, language).main)
    return values


def _said(entry: Entry) -> dict[str, Any]:
    return {name: value for name in Entry.variables() if (value := _plain(getattr(entry, name)))} | {
        "type": entry.type or "document"
    }


def _plain(value: Any) -> Any:
    """A value as it compares: without empty parts, white space as one space, digits in ASCII."""
    if isinstance(value, Date):  # a plain year is a number to it, and 0 is one
        parts = {name: part for name in Date.model_fields if (part := getattr(value, name)) is not None}
        value = {name: part if isinstance(part, Date) else str(part) for name, part in parts.items()}
    if isinstance(value, Text | Name | NameForm):
        value = value.model_dump(mode="json", exclude_none=True)
    if isinstance(value, dict):
        return {name: bare for name, item in value.items() if (bare := _plain(item))}
    if isinstance(value, list | tuple):
        return [bare for item in value if (bare := _plain(item))]
    if isinstance(value, str):
        shown = (char for char in value if char.isspace() or unicodedata.category(char) not in ("Cc", "Cs"))
        return ascii_digits(" ".join("".join(shown).split()))
    return value


ONE = Entry(
    key="anbari2017",
    type="article-journal",
    language="ar",
    author=(
        Name(
            {
                "ar": NameForm(family="عبد الحميد", given="محمد"),
                "en": NameForm(family="Abdul Hamid", given="Mohammed"),
            }
        ),
        Name({"ar": NameForm(literal="مركز الإمارات"), "en": NameForm(literal="Emirates Centre")}),
        Name({"ar": NameForm(family="خلدون", given="علي", non_dropping_particle="ابن")}),
        Name({"en": NameForm(family="El Sayed Hassan")}),
    ),
    title=Text({"ar": "التقارب؛ 50% {محاولة}", "en": "Rapprochement & [attempt]; 100%"}),
    container_title=Text({"ar": "مجلة المستنصرية", "en": "al-Mustansiriya Journal"}),
    department=Text({"ar": "كلية العلوم السياسية"}),
    issued=Date(year=1440, calendar="hijri", also=Date(year=2019)),
    accessed=Date(year=2024, month=12, day=22),
    page="268-269",
    URL="https://example.org/a%20b_c~d#e&f",
    custom={"eprint": "1_2", "file": "C:\\x_y.pdf", "mendeley-groups": "أ & ب"},
)


@pytest.mark.parametrize("profile", PROFILES)
def test_nothing_of_a_bilingual_entry_is_lost(profile: Any) -> None:
    _, back = round_trip(Library(references=(ONE,)), Export(profile=profile))
    assert _said(back.references[0]) == _said(ONE)
    assert back.references[0].custom == ONE.custom


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_export_of_one_language_has_no_other(language: Any) -> None:
    text, back = round_trip(Library(references=(ONE,)), Export(language=language))
    (entry,) = back.references
    assert entry.language == language
    assert entry.title
    assert list(entry.title.root) == [language]
    assert [list(name.root) for name in entry.author[:2]] == [[language], [language]]
    assert ("التقارب" in text) == (language == "ar")


@pytest.mark.parametrize("tag", ["ar", "en-GB", "ckb", "fa-AF", "fr", "ar-Latn"])
def test_the_language_is_kept_to_the_region(tag: str) -> None:
    library = Library(references=(Entry(key="a", language=tag, title=Text({tag: "x"})),))
    _, back = round_trip(library, Export())
    assert back.references == (library.references[0].model_copy(update={"type": "document"}),)


def test_a_library_without_entries_is_written_and_read() -> None:
    assert round_trip(Library(), Export(language="ar"))[1] == Library()


def test_entries_still_name_each_other_where_keys_are_changed() -> None:
    whole = Entry(key="كتاب", type="book", title=Text({"en": "Whole"}))
    part = Entry(key="part", type="chapter", title=Text({"en": "Part"}), custom={"crossref": "كتاب"})
    text, back = round_trip(Library(references=(whole, part)), Export())
    new = back.references[0].key
    assert new.isascii()
    assert back.references[1].custom["crossref"] == new
    assert f"crossref = {{{new}}}" in text


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("kind", ["xdata", "collection", "mvbook", "suppbook", "video"])
def test_an_entry_type_is_kept_where_it_is_written_as_another(kind: str, profile: Any) -> None:
    (entry,) = read_library(f"@{kind}{{a, title = {{T}}, langid = {{english}}}}", "references.bib").references
    _, back = round_trip(Library(references=(entry,)), Export(profile=profile))
    text, again = round_trip(back, Export())
    assert again.references == (entry,)
    assert text == write_library(Library(references=(entry,)), Export())
