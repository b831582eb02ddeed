"""The three tables beside this file, each read when it is first asked for, their forms stored folded."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from refkit.text import fold


class Place(NamedTuple):
    """A place of publication: city, country or region, the ISO 3166 code of its country, and its first name here."""

    kind: str
    country: str
    name: str


def _rows(name: str) -> list[list[str]]:
    """The rows of a table. Its forms are stored folded, so that reading it costs no more than splitting it."""
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@cache
def _places() -> dict[str, list[tuple[str, str, str]]]:
    """Folded name -> kind, country and names of each place that bears it."""
    table: dict[str, list[tuple[str, str, str]]] = {}
    for kind, country, names in _rows("places.tsv"):
        for name in names.split("|"):
            table.setdefault(name, []).append((kind, country, names))
    return table


@lru_cache(maxsize=4096)
def place(name: str) -> frozenset[Place]:
    """The places that a text names, whole; empty if it names none."""
    found = _places().get(fold(name), ())
    return frozenset(Place(kind, country, names.partition("|")[0]) for kind, country, names in found)


@cache
def given_names() -> frozenset[str]:
    """Folded given names, Arabic and Latin."""
    return frozenset(name for row in _rows("given-names.tsv") for name in row[0].split("|"))


@cache
def romanised_names() -> frozenset[str]:
    """Folded Latin given names that are surely Arabic ones: mohammed, youssef. They are romanised in many ways."""
    rows = ([name for name in row[0].split("|") if name.isascii()] for row in _rows("given-names.tsv"))
    return frozenset(
        name
        for names in rows
        if len(names) >= 4 and not _WESTERN & {*names[:2]}
        for name in names
        if name not in _WESTERN
    )


#: Names that have an Arabic form, and bearers who write them in their own way.
_WESTERN = frozenset(
    ("alan", "alexander", "george", "philip", "catherine", "michel", "yuhanna", "joseph", "john", "jean")
)


@cache
def _lexicon() -> dict[str, str]:
    return dict(_rows("lexicon.tsv"))


def translations(word: str) -> tuple[str, ...]:
    """The English words that may translate a folded Arabic word without its article, each without a plural s."""
    return tuple(dict.fromkeys(singular(word) for word in _lexicon().get(word, "").split()))


def singular(word: str) -> str:
    """An English word without its plural s, for comparison.

    >>> [singular(word) for word in ("relations", "studies", "politics", "crisis", "press")]
    ['relation', 'study', 'politic', 'crisis', 'press']
    """
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@cache
def english_words() -> frozenset[str]:
    """The English words that translate some Arabic word: common nouns and adjectives of titles."""
    return frozenset(word for words in _lexicon().values() for word in words.lower().split())
