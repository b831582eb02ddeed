"""The Arabic locale: complete, Arabic, and what the schema allows."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from lxml import etree

from refkit.text import fold, script
from refkit.vocabulary import terms
from tests.styles.csl_schema import LOCALES, faults, term_names

CSL = "{http://purl.org/net/xbiblio/csl}"
ARABIC = Path(str(files("refkit.styles"))) / "locales" / "locales-ar.xml"


def _forms(path: Path) -> dict[tuple[str, str], list[str]]:
    """Term and form -> the texts of its single and multiple, those of all genders."""
    found: dict[tuple[str, str], list[str]] = {}
    for term in etree.parse(str(path)).iter(f"{CSL}term"):
        texts = [node.text or "" for node in term.iterchildren(f"{CSL}single", f"{CSL}multiple")] or [term.text or ""]
        found.setdefault((term.get("name"), term.get("form", "long")), []).extend(texts)
    return found


FORMS = _forms(ARABIC)


def test_the_schema_allows_it() -> None:
    assert faults(ARABIC) == []


def test_it_has_every_term_of_csl() -> None:
    assert term_names() - {name for name, _ in FORMS} == set()


def test_it_has_every_form_of_the_english_locale() -> None:
    english = {key for key in _forms(LOCALES / "locales-en-US.xml") if not key[0].startswith("ordinal")}
    assert english - FORMS.keys() == set()


def test_whatever_has_a_long_form_has_a_short_one_and_each_role_a_verb() -> None:
    without = ("quote", "colon", "comma", "semicolon", "ordinal", "season", "page-range-delimiter")
    names = {name for name, form in FORMS if form == "long" and not any(part in name for part in without)}
    assert {name for name in names if (name, "short") not in FORMS} == {"ad", "bc", "bce", "ce"}
    assert {name for name, form in FORMS if form == "verb"} == {name for name, form in FORMS if form == "verb-short"}
    assert {"translator", "editor", "author", "interviewer"} <= {name for name, form in FORMS if form == "verb"}


def test_no_term_is_given_twice() -> None:
    keys = [tuple(sorted(term.attrib.items())) for term in etree.parse(str(ARABIC)).iter(f"{CSL}term")]
    assert len(keys) == len(set(keys))


def test_no_latin_letter_is_left() -> None:
    letters = {key: [one for text in texts for one in text if one.isalpha()] for key, texts in FORMS.items()}
    assert {key for key, found in letters.items() if any(script(one) != "Arab" for one in found)} == set()


def test_only_what_print_leaves_out_is_empty() -> None:
    empty = {name for (name, _), texts in FORMS.items() if not all(texts)}
    said_by_position = {"author", "composer", "container-author", "interviewer", "original-author", "recipient"}
    assert empty == said_by_position | {"reviewed-author", "ordinal"}


@pytest.mark.parametrize(
    ("term", "form", "known"),
    [
        ("ibid", "long", terms.IBID),
        ("op-cit", "long", terms.OP_CIT),
        ("loc-cit", "long", terms.SAME_PAGE),
        ("page", "short", terms.PAGE),
        ("page", "long", terms.PAGE),
        ("volume", "long", terms.VOLUME),
        ("volume", "short", terms.VOLUME),
        ("issue", "long", terms.ISSUE),
        ("issue", "short", terms.ISSUE),
        ("edition", "long", terms.EDITION),
        ("edition", "short", terms.EDITION),
        ("no date", "long", terms.NO_DATE),
        ("no date", "short", terms.NO_DATE),
        ("no-place", "short", terms.NO_PLACE),
        ("no-place", "long", terms.NO_PLACE),
        ("no-publisher", "short", terms.NO_PUBLISHER),
        ("no-publisher", "long", terms.NO_PUBLISHER),
    ],
)
def test_what_refkit_writes_it_reads_as_the_same(term: str, form: str, known: tuple[str, ...]) -> None:
    assert fold(FORMS[term, form][0]) in {fold(word) for word in known}
