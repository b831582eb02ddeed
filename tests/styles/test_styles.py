"""Styles: our own and those that people name, formatted lists of all kinds of works, and what holds for each entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from refkit.errors import RefkitError
from refkit.model import Entry, Formatted, Library, Line
from refkit.settings import Citing
from refkit.styles import cite, names
from refkit.styles.mending import mended
from refkit.styles.names import known_styles, named_styles, own_styles, style_source
from refkit.text import is_arabic, script
from tests.styles.csl_schema import faults
from tests.styles.goldens import FOLDER, STYLES, golden_files, twin_lists

OWN = sorted((Path(__file__).parent.parent.parent / "src/refkit/styles/csl").glob("*.csl"))
CSL = "{http://purl.org/net/xbiblio/csl}"
_lists = cache(twin_lists)


def _lines(formatted: Formatted, language: str) -> Iterator[Line]:
    for each in formatted.lists:
        for section in each.sections:
            yield from (line for line in section.lines if line.language == language)


# --- files and names --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_the_schema_allows_our_styles(path: Path) -> None:
    assert faults(path) == []


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("apa", "APA Style 7th"),
        ("APA7", "APA Style 7th"),
        ("chicago", "Chicago Manual of Style 18th edition (notes"),
        ("Chicago Author Date", "Chicago Manual of Style 18th edition (author-date)"),
        ("chicago-fullnote-bibliography", "Chicago Manual of Style 18th edition (notes"),
        ("turabian", "Chicago Manual of Style 17th edition (notes"),
        ("mla", "MLA Handbook 9th"),
        ("harvard", "Cite Them Right 12th"),
        ("harvard1", "Cite Them Right 12th"),
        ("vancouver", "NLM/Vancouver"),
        ("iraqi_humanities", "Iraqi humanities"),
        ("oscola", "OSCOLA"),
        ("nature-digest", "Nature"),
    ],
)
def test_names_that_people_use(said: str, title: str) -> None:
    assert etree.fromstring(style_source(said)).find(f".//{CSL}title").text.startswith(title)


@pytest.mark.parametrize(
    ("said", "near"),
    [("vancuver", "vancouver"), ("chicago-autor-date", "chicago-author-date"), ("iraq-humanities", "iraqi-humanities")],
)
def test_an_unknown_name_is_answered_with_the_nearest(said: str, near: str) -> None:
    with pytest.raises(RefkitError, match=f"no style is called '{said}'; the nearest: .*{near}"):
        style_source(said)


def test_every_style_that_is_listed_is_there() -> None:
    assert set(own_styles()) <= set(named_styles()) <= known_styles()
    assert set(own_styles()) == {"apa-ar", "chicago-notes-ar", "iraqi-humanities"}


def test_without_the_extra_our_own_styles_work_and_others_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "_folders", lambda: (OWN[0].parent,))
    assert style_source("apa-ar") == (OWN[0].parent / "apa-ar.csl").read_bytes()
    with pytest.raises(RefkitError, match=r"the style apa is not installed; to have it: pip install '.*\[styles\]'"):
        style_source("apa")


def test_a_dependent_style_by_its_path(tmp_path: Path) -> None:
    """Journals give such files: they name the style that they follow."""
    path = tmp_path / "journal.csl"
    link = '<link href="http://www.zotero.org/styles/nature" rel="independent-parent"/>'
    path.write_text(f'<style xmlns="http://purl.org/net/xbiblio/csl"><info>{link}</info></style>', "utf-8")
    assert style_source(str(path)) == style_source("nature")


def test_a_style_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "mine.csl"
    path.write_bytes(style_source("apa-ar"))
    library = Library(references=(_book(),))
    assert cite(library, str(path)).lists == cite(library, "apa-ar").lists


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "there is no such style file"),
        ("no XML", "is no CSL"),
        ("<html/>", "is no CSL style: its first element is <html>"),
        ('<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0"/>', "is a locale, not a style"),
    ],
)
def test_a_file_that_is_no_style(tmp_path: Path, content: str | None, message: str) -> None:
    path = tmp_path / "mine.csl"
    if content is not None:
        path.write_text(content, "utf-8")
    with pytest.raises(RefkitError, match=message):
        cite(Library(references=(_book(),)), str(path))


# --- what is formatted ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", golden_files(), ids=lambda path: path.stem)
def test_golden_lists_and_notes(path: Path) -> None:
    assert golden_files_once()[path] == path.read_text("utf-8")


@cache
def golden_files_once() -> dict[Path, str]:
    return golden_files()


#: Written in Latin letters in any language: addresses, and the name of an identifier.
_ADDRESS = re.compile(r"https?://\S+|doi:\s*\S+", re.IGNORECASE)


@pytest.mark.parametrize("style", STYLES)
def test_arabic_entries_are_wholly_arabic(style: str) -> None:
    lines = list(_lines(_lists(style), "ar"))
    assert len(lines) >= 20
    for line in lines:
        text = _ADDRESS.sub("", line.text)
        assert script(text) == "Arab"
        assert not [char for char in text if char.isalpha() and char != "ـ" and not is_arabic(char)], text
        assert " . " not in text
        assert not re.search(r"(?:^|\s)\.", text), text
        assert "," not in text
        assert ";" not in text


@pytest.mark.parametrize("style", STYLES)
def test_english_entries_are_wholly_english(style: str) -> None:
    lines = list(_lines(_lists(style), "en"))
    assert len(lines) >= 28
    for line in lines:
        assert not [char for char in line.text if is_arabic(char) or char in "،؛«»"], line.text


@pytest.mark.parametrize("style", STYLES)
def test_each_entry_is_listed_or_reported(style: str) -> None:
    formatted = _lists(style)
    left_out = {failure.text for failure in formatted.failures}
    listed = {line.key for language in ("ar", "en") for line in _lines(formatted, language)}
    keys = set(re.findall(r"^  - key: (\S+)", (FOLDER / "library.yaml").read_text("utf-8"), re.MULTILINE))
    assert listed | left_out == keys
    assert not listed & left_out


@pytest.mark.parametrize("style", ["elsevier-harvard", "folia-malacologica", "hydrological-sciences-journal"])
def test_a_part_without_text_leaves_no_lone_full_stop_in_arabic(style: str) -> None:
    lines = list(_lines(twin_lists(style), "ar"))
    assert len(lines) >= 20
    assert not [line.text for line in lines if re.search(r"\s\.(?:\s|$)", line.text)]


@pytest.mark.parametrize("style", ["chicago-notes", "mla", "chicago-notes-ar"])
def test_arabic_family_names_stay_whole(style: str) -> None:
    heads = [line.text.partition("،")[0] for line in _lines(_lists(style), "ar")]
    assert {"ابن خلدون", "أبو زيد", "عبد الرضا", "آل ياسين"} <= set(heads)


def test_sections_have_headings_in_the_language_of_the_list() -> None:
    formatted = cite(
        Library(references=(_book(), _book().model_copy(update={"key": "b", "type": "thesis"}))),
        "iraqi-humanities",
        citing=Citing(arrangement="twins", sections=True),
    )
    arabic, english = formatted.lists
    assert [section.heading for section in arabic.sections] == ["أولاً: الكتب", "ثانياً: الرسائل والأطاريح"]
    assert [script(section.heading) for section in english.sections] == ["Latn", "Latn"]


def _book() -> Entry:
    return Entry.model_validate(
        {
            "key": "jabri",
            "type": "book",
            "language": "ar",
            "author": [
                {"ar": {"family": "الجابري", "given": "محمد عابد"}, "en": {"family": "al-Jabri", "given": "M."}}
            ],
            "title": {"ar": "نحن والتراث", "en": "We and the Heritage"},
            "edition": "2",
            "issued": 2009,
        }
    )


# --- styles mended for a language -------------------------------------------------------------------------------


def _mended(inner: str, language: str = "ar", attributes: str = "") -> str:
    style = f'<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" {attributes}>{inner}</style>'
    text: str = etree.tostring(mended(etree.fromstring(style), language), encoding="unicode")
    return re.sub(r' xmlns="[^"]*"', "", text)


def test_the_word_stands_before_the_edition_and_affixes_stay() -> None:
    inner = '<macro name="m"><number variable="edition" form="ordinal" prefix="("/><text term="edition" suffix=")"/></macro>'
    turned = '<text term="edition" prefix="("/><number variable="edition" form="ordinal" suffix=")"/>'
    assert turned in _mended(inner)
    assert inner in _mended(inner, "en-US")


def test_a_style_for_arabic_is_turned_for_english() -> None:
    inner = (
        '<macro name="m"><group delimiter="، "><label variable="edition"/><number variable="edition"/></group></macro>'
    )
    turned = '<group delimiter=", "><number variable="edition"/><label variable="edition"/></group>'
    assert turned in _mended(inner, "en-US")
    assert inner in _mended(inner)


def test_the_day_stands_before_the_month() -> None:
    inner = '<macro name="m"><date variable="issued"><date-part name="month"/><date-part name="day" prefix=" "/></date></macro>'
    assert '<date-part name="day"/><date-part name="month" prefix=" "/>' in _mended(inner)
    local = inner.replace("<date ", '<date form="text" ')
    assert local in _mended(local)


def test_english_words_become_arabic_and_addresses_do_not() -> None:
    mended_text = _mended('<macro name="m"><text variable="volume" prefix="vol. "/><text value="Reprint"/></macro>')
    assert 'prefix="مج "' in mended_text
    assert 'value="طبعة معادة"' in mended_text
    address = '<macro name="m"><text variable="DOI" prefix="https://doi.org/in/"/></macro>'
    assert address in _mended(address)
    unknown = '<macro name="m"><text value="Quoth"/></macro>'
    assert unknown in _mended(unknown)


def test_english_terms_of_no_language_are_bound_to_english() -> None:
    block = '<locale><terms><term name="edition" form="short">{}</term></terms></locale>'
    assert '<locale xml:lang="en">' in _mended(block.format("edn."))
    assert "xml:lang" not in _mended(block.format("طبعة"))


def test_names_and_pages_are_written_out_in_arabic() -> None:
    attributes = 'page-range-format="chicago" demote-non-dropping-particle="display-and-sort" and="symbol"'
    arabic = _mended("", attributes=attributes)
    assert "page-range-format" not in arabic
    assert 'demote-non-dropping-particle="never"' in arabic
    assert 'and="text"' in arabic
    assert attributes in _mended("", "en-US", attributes)


def test_terms_are_upright_in_arabic_and_titles_keep_their_look() -> None:
    inner = (
        '<macro name="m"><text term="ibid" font-style="italic"/><text variable="title" font-style="italic"/></macro>'
    )
    assert '<text term="ibid"/><text variable="title" font-style="italic"/>' in _mended(inner)
    assert inner in _mended(inner, "en-US")


def test_mending_leaves_its_argument_as_it_was() -> None:
    style = etree.fromstring(style_source("apa"))
    before = etree.tostring(style)
    mended(style, "ar")
    assert etree.tostring(style) == before
