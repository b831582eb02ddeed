"""Keys of entries: ASCII, from the English form of a name where there is one, never twice ignoring case."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from refkit.keys import check_pattern, is_romanised, is_safe, make_key
from refkit.model import Entry
from tests.strategies import entries


def entry(**values: Any) -> Entry:
    return Entry.model_validate({"key": "k", **values})


ANBARI = {"ar": {"family": "الأنباري", "given": "احمد"}, "en": {"family": "al-Anbari", "given": "Ahmed"}}


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({"author": [ANBARI], "issued": 2017}, "anbari2017"),
        ({"author": [{"ar": ANBARI["ar"]}], "issued": 2017}, "anbary2017"),
        ({"author": [{"ar-Latn": {"family": "al-Anbārī"}}], "issued": 2017}, "anbari2017"),
        ({"editor": [ANBARI]}, "anbarind"),
        ({"author": [{"literal": "مركز الإمارات للدراسات"}], "issued": 2021}, "mrkzamarat2021"),
        ({"title": {"ar": "مدخل", "en": "The Introduction"}, "issued": 1999}, "introduction1999"),
        ({"author": [ANBARI], "issued": {"year": 1440, "calendar": "hijri"}}, "anbari1440h"),
        ({"author": [ANBARI], "issued": {"year": 1440, "calendar": "hijri", "also": {"year": 2019}}}, "anbari2019"),
        ({}, "worknd"),
    ],
)
def test_a_key_is_made_of_family_name_and_year(values: dict[str, Any], key: str) -> None:
    assert make_key(entry(**values), set()) == key


def test_the_same_key_gets_a_letter_ignoring_case() -> None:
    taken = {"anbari2017"}
    same = entry(author=[ANBARI], issued=2017)
    assert [make_key(same, taken) for _ in range(3)] == ["anbari2017b", "anbari2017c", "anbari2017d"]


@settings(max_examples=100, deadline=None)
@given(entries())
def test_every_entry_gets_a_key_that_all_programs_take(one: Entry) -> None:
    for pattern in ("{author}{year}", "{title}", "{year}:{author}-{title}"):
        assert is_safe(make_key(one, set(), pattern))


@pytest.mark.parametrize("pattern", ["", "key", "{author", "{autor}", "{author} {year}", "{author}م", "{}"])
def test_a_pattern_without_a_placeholder_or_with_other_signs_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="a key is made of"):
        check_pattern(pattern)


def test_a_key_of_arabic_letters_alone_is_a_guess() -> None:
    assert is_romanised(entry(author=[{"ar": ANBARI["ar"]}]))
    assert not is_romanised(entry(author=[ANBARI], title="مدخل"))
    assert is_romanised(entry(title="مدخل"))
    assert not is_romanised(entry())
