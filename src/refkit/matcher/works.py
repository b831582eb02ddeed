"""Works: the groups of mentions that denote one, their keys and their merged bilingual entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from refkit.matcher.mention import Mention
from refkit.model import Entry, Fields, Name, NameForm, Text
from refkit.names import given_first, romanise

#: Words that begin many titles and name none.
_WEAK_HEADS = frozenset(("the", "a", "an", "of", "in", "on", "fy", "mn", "ila", "dwr", "athr", "drasa"))


class Groups:
    """Disjoint groups of mentions, joined two by two; a group goes by its first member."""

    def __init__(self, sources: Iterable[str]) -> None:
        self._root = {source: source for source in sources}
        self._order = {source: position for position, source in enumerate(self._root)}

    def find(self, source: str) -> str:
        """The first member of the group of a mention."""
        while self._root[source] != source:
            self._root[source] = self._root[self._root[source]]
            source = self._root[source]
        return source

    def join(self, left: str, right: str) -> None:
        """Make one group of the groups of two mentions."""
        first, second = sorted((self.find(left), self.find(right)), key=self._order.__getitem__)
        self._root[second] = first

    def add(self, source: str) -> None:
        """A mention on its own."""
        self._root.setdefault(source, source)
        self._order.setdefault(source, len(self._order))

    def members(self) -> dict[str, list[str]]:
        """First member -> all members, in order."""
        groups: dict[str, list[str]] = {}
        for source in self._root:
            groups.setdefault(self.find(source), []).append(source)
        return groups


def merge(mentions: Sequence[Mention], key: str) -> Entry:
    """One bilingual entry from all mentions of a work; earlier mentions take precedence, in each language.

    A note's page is the page cited, not the work's: it is left out.
    """
    values: dict[str, Any] = {}
    for name in Fields.TEXTS:
        forms: dict[str, str] = {}
        for mention in mentions:
            text = getattr(mention.fields, name)
            forms = {**(text.root if text else {}), **forms}
        if forms:
            values[name] = Text(dict(sorted(forms.items())))
    for name in Fields.NAMES:
        if people := _merge_names([getattr(mention.fields, name) for mention in mentions]):
            values[name] = people
    for name in (*Fields.PLAIN, *Fields.DATES):
        sources = [mention for mention in mentions if not (name == "page" and mention.origin == "note")]
        found = next((value for mention in sources if (value := getattr(mention.fields, name))), None)
        if found:
            values[name] = found
    tags = [mention.language for mention in mentions]
    return Entry(key=key, type=_type(mentions), language="ar" if "ar" in tags else tags[0], **values)


def _type(mentions: Sequence[Mention]) -> str:
    """The most telling type: book and webpage are what is assumed when nothing tells."""
    types = [mention.fields.type for mention in mentions if mention.fields.type]
    return next((found for found in types if found not in ("book", "webpage")), types[0] if types else "document")


def _merge_names(lists: Sequence[tuple[Name, ...]]) -> tuple[Name, ...]:
    """The people in the order of the first mention; other languages are added where as many are named."""
    first = next((people for people in lists if people), ())
    merged: list[dict[str, NameForm]] = [dict(name.root) for name in first]
    for people in lists:
        if len(people) == len(merged):
            for forms, name in zip(merged, people, strict=True):
                for tag, form in name.root.items():
                    forms.setdefault(tag, form)
    return tuple(Name(dict(sorted(forms.items()))) for forms in merged)


def make_key(mentions: Sequence[Mention], taken: set[str]) -> str:
    """An ASCII key, unique ignoring case: family name and year, from the Latin form of the name where there is one."""
    latin_first = sorted(mentions, key=lambda mention: mention.language == "ar")
    stem = next((found for mention in latin_first if (found := _family(mention))), "")
    stem = stem or next((found for mention in latin_first if (found := _title_word(mention))), "") or "work"
    year = next((str(mention.year) for mention in mentions if mention.year), "")
    hijri = next((f"{mention.hijri_year}h" for mention in mentions if mention.hijri_year), "")
    base = stem + (year or hijri or "nd")
    key, number = base, 0
    while key.casefold() in taken:
        number += 1
        key = f"{base}{_suffix(number)}"
    taken.add(key.casefold())
    return key


def _suffix(number: int) -> str:
    """1 -> b, 25 -> z, 26 -> aa …"""
    letters = ""
    while number >= 0:
        letters = chr(ord("a") + number % 26) + letters
        number = number // 26 - 1
    return letters


def _family(mention: Mention) -> str:
    if not mention.fields.author:
        return ""
    name = mention.fields.author[0]
    form = name.form("en") or name.form(mention.language) or next(iter(name.root.values()))
    family = form.family or (
        given_first(form.literal or "")[1] if len((form.literal or "").split()) < 2 else form.literal
    )
    parts = romanise(family or form.parts).split()
    bare = [part for part in parts if part not in ("al", "el", "the")]
    if form.literal:
        return "".join([part for part in bare if part not in _WEAK_HEADS and len(part) > 2][:2])
    return "".join(bare)[:24]


def _title_word(mention: Mention) -> str:
    heads = [word for word in romanise(mention.title).split() if word not in _WEAK_HEADS and len(word) > 2]
    return heads[0][:16] if heads else ""
