"""Languages of entries: how files name them, which form is written for them, and what a text without tag is taken for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import refkit
from refkit.formats import bibtex, csl_json, ris
from refkit.formats.bilingual import chosen_tag, divide, guess, written_language
from refkit.formats.languages import read_language
from refkit.formats.losses import find_losses
from refkit.model import Entry, Library, Text
from refkit.pipeline import check_file
from refkit.settings import Export


def entry(**values: Any) -> Entry:
    return Entry.model_validate({"key": "a", "type": "book", **values})


@pytest.mark.parametrize(
    ("tags", "wanted", "chosen"),
    [
        ("ar en", "en-US", "en"),
        ("ar en-GB", "en", "en-GB"),
        ("ar en-GB", "en-US", "en-GB"),
        ("ar en-GB en", "en-US", "en"),
        ("ar ar-Latn", "en", "ar-Latn"),
        ("en ar-Latn", "ar", "ar-Latn"),
        ("en ar-Latn ar-EG", "ar", "ar-EG"),
        ("fr de", "en", "fr"),
        ("und ar", "", "und"),
    ],
)
def test_the_form_nearest_to_the_language_wanted_is_written(tags: str, wanted: str, chosen: str) -> None:
    assert chosen_tag(dict.fromkeys(tags.split(), "x"), wanted) == chosen


def test_a_region_does_not_choose_the_other_language() -> None:
    one = entry(language="en-US", title={"ar": "مدخل", "en": "Introduction"})
    assert divide(one, "both").main["title"] == "Introduction"
    text = bibtex.write_library(Library(references=(one,)), Export())
    assert "title = {{Introduction}}" in text
    assert bibtex.read_library(text, "a.bib").references == (one,)


def test_the_language_that_is_written_is_said() -> None:
    one = entry(language="ar", title={"ar": "مدخل", "en-GB": "Introduction"})
    assert written_language(one, "en") == "en"
    text = bibtex.write_library(Library(references=(one,)), Export(language="en"))
    assert "langid = {english}" in text
    assert "title = {{Introduction}}" in text


@pytest.mark.parametrize(
    ("title", "language", "losses"),
    [
        ({"ar": "مدخل", "en-GB": "Introduction"}, "en", []),
        ({"ar": "مدخل", "ar-Latn": "Madkhal"}, "en", ["there is no form in en; written in ar-Latn"]),
        ({"ar": "مدخل"}, "en", ["there is no form in en; written in ar"]),
        ({"en": " ", "ar-IQ": "مدخل"}, "ar", []),
    ],
)
def test_a_form_that_was_written_is_not_called_missing(title: dict[str, str], language: Any, losses: list[str]) -> None:
    library, export = Library(references=(entry(title=title),)), Export(language=language)
    back = csl_json.read_library(csl_json.write_library(library, export), "a.json")
    found = find_losses(library, back, csl_json.FORMAT, export)
    assert [loss.reason for loss in found if loss.variable == "title"] == losses


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("Arabic", "ar"),
        ("ara", "ar"),
        ("العربية", "ar"),
        ("اللغة العربية", "ar"),
        ("English", "en"),
        ("eng", "en"),
        ("الإنجليزية", "en"),
        ("انجليزي", "en"),
        ("French", "fr"),
        ("français", "fr"),
        ("Türkçe", "tr"),
        ("ger", "de"),
        ("en-GB", "en-GB"),
        ("ckb", "ckb"),
        ("Klingon", "Klingon"),
    ],
)
def test_languages_are_read_as_people_and_catalogues_name_them(said: str, tag: str) -> None:
    assert read_language(said) == tag
    text = f'[{{"id": "a", "type": "book", "language": "{said}"}}]'
    assert csl_json.read_library(text, "a.json").references[0].language == tag
    assert ris.read_library(f"TY  - BOOK\nLA  - {said}\nER  - \n", "a.ris").references[0].language == tag


def test_a_last_keyword_that_names_a_language_in_arabic_stays() -> None:
    text = "@book{a, title = {مدخل}, langid = {arabic}, keywords = {نحو, العربية}}"
    assert bibtex.read_library(text, "a.bib").references[0].keyword == "نحو, العربية"


def test_further_languages_of_ris_are_kept() -> None:
    library = ris.read_library("TY  - BOOK\nLA  - Arabic\nLA  - English\nER  - \n", "a.ris")
    assert library.references[0].language == "ar"
    written = ris.write_library(library, Export())
    assert ("LA  - ar\n" in written, "LA  - English\n" in written) == (True, True)
    assert ris.read_library(written, "a.ris").references[0].language == "ar"


@pytest.mark.parametrize(
    ("text", "own", "tag"),
    [
        ("Der Staat", "de", "de"),
        ("Der Staat", "de-AT", "de"),
        ("Der Staat", "German", "de"),
        ("The State", "en-US", "en"),
        ("The State", "ar", "en"),
        ("The State", "ru", "en"),
        ("The State", None, "en"),
        ("The State", "an unknown language", "en"),
        ("Dawlat", "ku-Latn", "ku-Latn"),
        ("دولت", "fa", "fa"),
        ("دەوڵەت", "ku", "ku"),
        ("الدولة", "de", "ar"),
        ("1984", "fr", "fr"),
    ],
)
def test_a_text_without_tag_is_in_the_language_of_its_entry_if_in_its_script(
    text: str, own: str | None, tag: str
) -> None:
    assert guess(text, own) == tag


GERMAN = {
    "a.bib": "@book{a, title = {Der Staat}, author = {Weber, Max}, langid = {german}}",
    "a.json": '[{"id": "a", "type": "book", "language": "de", "title": "Der Staat", "author": [{"family": "Weber"}]}]',
    "a.ris": "TY  - BOOK\nID  - a\nTI  - Der Staat\nAU  - Weber, Max\nLA  - ger\nER  - \n",
}


@pytest.mark.parametrize("name", GERMAN)
def test_a_german_title_is_read_and_written_as_german(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(GERMAN[name], encoding="utf-8")
    library = refkit.read_library(path)
    assert library.references[0].title == Text({"de": "Der Staat"})
    for other in GERMAN:
        assert refkit.write(library, tmp_path / f"other-{other}") == []
        assert refkit.read_library(tmp_path / f"other-{other}").references == library.references


def test_a_manuscript_is_checked_against_a_library_with_german_titles(tmp_path: Path) -> None:
    (tmp_path / "references.bib").write_text(
        "@book{weber, title = {Wirtschaft und Gesellschaft}, author = {Weber, Max}, publisher = {Mohr},"
        " location = {Tübingen}, year = {1922}, langid = {german}}",
        encoding="utf-8",
    )
    (tmp_path / "paper.md").write_text(
        "Text.[^1]\n\n[^1]: Max Weber, Wirtschaft und Gesellschaft, Mohr, Tübingen, 1922, p. 5.\n", encoding="utf-8"
    )
    library = refkit.read_library(tmp_path / "references.bib")
    assert library.references[0].title == Text({"de": "Wirtschaft und Gesellschaft"})
    checked = check_file(tmp_path / "paper.md", library)
    (work,) = checked.linked.works
    assert (work.key, len(work.notes)) == ("weber", 1)
