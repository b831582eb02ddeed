"""Files as people and programs leave them: each fault is put right and reported with its line."""

from __future__ import annotations

import pytest

from tests.formats.bibtex.scanner import count_entries, read, reasons

#: A fault, what is read in spite of it (key, title, year, publisher), and what is said of it, with the line.
FAULTS = {
    "no comma between fields": (
        "@book{a,\n title={One}\n year=1999\n}",
        [("a", "One", 1999, None)],
        [(3, "a: a comma is missing before year")],
    ),
    "no comma in one line": (
        '@book{a, title={One} year=1999 publisher="X"}',
        [("a", "One", 1999, "X")],
        [(1, "a: a comma is missing before year"), (1, "a: a comma is missing before publisher")],
    ),
    "no comma behind the key": (
        "@book{a\n title={One}, year=1999}",
        [("a", "One", 1999, None)],
        [(1, "a: a comma is missing behind the key")],
    ),
    "no comma behind the key in one line": (
        "@book{a title={One}, year=1999}",
        [("a", "One", 1999, None)],
        [(1, "a: a comma is missing behind the key")],
    ),
    "the same field twice": (
        "@book{a, title={One}, publisher={X},\n publisher={Y}, publisher={X}}",
        [("a", "One", None, "X")],
        [
            (1, "a: publisher stands there twice; kept as publisher-2"),
            (1, "a: publisher stands there twice; once is enough"),
        ],
    ),
    "the same field twice, first empty": (
        "@book{a, title={One}, publisher={},\n publisher={Y}}",
        [("a", "One", None, "Y")],
        [(1, "a: publisher stands there twice; the filled one is taken")],
    ),
    "the last entry not closed": (
        "\n@book{a,\n title={One},\n year={1999},\n\n",
        [("a", "One", 1999, None)],
        [(2, "a: the entry is not closed")],
    ),
    "an entry in the middle not closed": (
        "@book{a,\n title={One}\n\n@book{b,\n title={Two}\n}\n",
        [("a", "One", None, None), ("b", "Two", None, None)],
        [(1, "a: the entry is not closed")],
    ),
    "a value not closed": (
        "@book{a,\n title={One,\n year={1999}\n}\n\n@book{b, title={Two}}\n",
        [("a", "One", 1999, None), ("b", "Two", None, None)],
        [(2, "a: the value of title is not closed")],
    ),
    "the last value not closed": (
        "@book{a,\n title={One},\n year={1999\n}\n\n@book{b, title={Two}}\n",
        [("a", "One", 1999, None), ("b", "Two", None, None)],
        [(3, "a: the value of year is not closed")],
    ),
    "a quote not closed": (
        '@book{a,\n title="One,\n year="1999"\n}\n\n@book{b, title={Two}}\n',
        [("a", "One", 1999, None), ("b", "Two", None, None)],
        [(2, "a: the value of title is not closed")],
    ),
    "quotes inside quotes": (
        '@book{a,\n title="السياسة "الروسية" بعد "عام" 2000",\n year="1999"\n}',
        [("a", 'السياسة "الروسية" بعد "عام" 2000', 1999, None)],
        [(2, "a: quotes within the quotes of title; kept as they stand")],
    ),
    "quotes inside quotes of the last value": (
        '@book{a,\n year=1999,\n title="A ("B") C"\n}\n\n@book{b, title={"Two" and}}\n',
        [("a", 'A ("B") C', 1999, None), ("b", '"Two" and', None, None)],
        [(3, "a: quotes within the quotes of title; kept as they stand")],
    ),
    "a brace too many behind a value": (
        "@book{a,\n title={One}},\n year={1999}\n}\n@book{b, title={Two}}\n",
        [("a", "One", 1999, None), ("b", "Two", None, None)],
        [(2, "a: a brace closes the entry before its last field")],
    ),
    "a brace too many in a value": (
        "@book{a,\n title={One} more},\n year={1999}\n}\n@book{b, title={Two}}\n",
        [("a", "One more", 1999, None), ("b", "Two", None, None)],
        [(2, "a: text without # or comma in title")],
    ),
    "a brace too few in a value": (
        "@book{a,\n title={One { more},\n year={1999}\n}\n@book{b, title={Two}}\n",
        [("a", "One more", 1999, None), ("b", "Two", None, None)],
        [(2, "a: the value of title is not closed")],
    ),
    "a field in another one, braces in balance": (
        "@book{a,\n title={One,\n year={1999}},\n publisher={X}\n}",
        [("a", "One", 1999, "X")],
        [(2, "a: the value of title is not closed"), (3, "a: a brace closes the entry before its last field")],
    ),
    "an undefined string": (
        "@book{a, title={One},\n publisher = dar}",
        [("a", "One", None, "dar")],
        [(1, "a: publisher: dar is no number, and no @string is called so; taken as text")],
    ),
    "a comment behind a field": (
        "@book{a,\n title={One}, % the first\n year=1999 % the last\n}",
        [("a", "One", 1999, None)],
        [
            (2, "a: not part of a field, left out: % the first"),
            (3, "a: not part of a field, left out: % the last"),
        ],
    ),
    "a field that is a comment": (
        "@book{a,\n title={One},\n % year={1999},\n}",
        [("a", "One", None, None)],
        [(3, "a: not part of a field, left out: % year={1999},")],
    ),
    "a comment with signs": (
        '@book{a,\n% not "sure", = {\n title={One}}',
        [("a", "One", None, None)],
        [(2, 'a: not part of a field, left out: % not "sure", = {')],
    ),
    "keys that differ by case only": (
        "@book{Ali, title={One}}\n@book{ali, title={Two}}",
        [("Ali", "One", None, None), ("alib", "Two", None, None)],
        [(2, "ali: key used twice, ignoring case; the later one is called alib")],
    ),
    "the same key twice": (
        "@book{ali, title={One}}\n@book{ali, title={Two}}",
        [("ali", "One", None, None), ("alib", "Two", None, None)],
        [(2, "ali: key used twice, ignoring case; the later one is called alib")],
    ),
    "a key of two words": (
        "@book{ali 2020, title={One}}",
        [("ali_2020", "One", None, None)],
        [(1, "ali 2020: a key has no spaces; read as ali_2020")],
    ),
    "no key": (
        "\n@book{title={One}, year=1999}",
        [("book-2", "One", 1999, None)],
        [(2, "an entry without key; called book-2")],
    ),
    "an empty key": (
        "@book{, title={One}}",
        [("book-1", "One", None, None)],
        [(1, "an entry without key; called book-1")],
    ),
    "a string not closed": (
        '@string{x = "X\n@book{a, title={One}}',
        [("a", "One", None, None)],
        [(1, '@string is not closed, left out: @string{x = "X')],
    ),
    "an entry without its @": (
        "@book{a, title={One}}\n\nbook{b,\n title={Two},\n}",
        [("a", "One", None, None)],
        [(3, "text outside of entries that looks like a part of one, left out: book{b, title={Two}, }")],
    ),
    "neither key nor field": (
        "@book{}\n@book{a}",
        [("a", None, None, None)],
        [(1, "@book: neither a key nor a field")],
    ),
    "a page without braces": (
        "@book{a, title={One}, pages=1--20, year=1999}",
        [("a", "One", 1999, None)],
        [(1, "a: pages: 1--20 is no number, and no @string is called so; taken as text")],
    ),
    "a title without braces": (
        "@book{a, title=One, publisher=X Y, year=1999}",
        [("a", "One", 1999, "X Y")],
        [
            (1, "a: title: One is no number, and no @string is called so; taken as text"),
            (1, "a: publisher: X is no number, and no @string is called so; taken as text"),
            (1, "a: text without # or comma in publisher"),
        ],
    ),
    "an Arabic file converted without closing braces": (
        "@ARTICLE{oclc-1, \nauthor = {}, \ntitle = {One}, \npublisher = {X}, \npublisher = {Y}, \nyear = {1910}, \n\n",
        [("oclc-1", "One", 1910, "X")],
        [(1, "oclc-1: the entry is not closed"), (1, "oclc-1: publisher stands there twice; kept as publisher-2")],
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_put_right_and_reported(name: str) -> None:
    text, expected, said = FAULTS[name]
    library = read(text)
    found = [
        (
            entry.key,
            entry.title and entry.title.any(),
            entry.issued and entry.issued.year,
            entry.publisher and entry.publisher.any(),
        )
        for entry in library.references
    ]
    assert found == expected
    assert reasons(library) == said
    assert len(library.references) + len(library.failures) == count_entries(text)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_in_one_entry_costs_no_other_one(name: str) -> None:
    whole = "@book{before, title={Before}}\n\n{}\n\n@book{after, title={After}}\n"
    keys = [entry.key for entry in read(whole.replace("{}", FAULTS[name][0])).references]
    assert (keys[0], keys[-1]) == ("before", "after")


def test_an_entry_is_not_taken_for_the_same_text_in_another_one() -> None:
    library = read("@book{a, title={see @x{y} and\n@x{y}\n@book{b, title={Two}}")
    assert [entry.key for entry in library.references] == ["a", "y", "b"]


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_lines_may_end_in_any_way(ending: str) -> None:
    library = read("@book{a,\n title={One\n Two}\n year=1999\n}\n".replace("\n", ending))
    assert [entry.title and entry.title.any() for entry in library.references] == ["One Two"]
    assert reasons(library) == [(4, "a: a comma is missing before year")]


def test_what_is_left_out_is_kept_whole_in_the_report() -> None:
    comment = "% " + "كلمة " * 200
    (repair,) = read(f"@book{{a, title={{One}},\n{comment}\n}}").repairs
    assert repair.text.strip() == comment.strip()
    assert len(repair.reason) < 300
