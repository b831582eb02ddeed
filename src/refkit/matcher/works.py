"""Works: the groups of mentions that denote one, their keys and their merged bilingual entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from refkit.keys import make_key
from refkit.matcher.mention import Mention
from refkit.model import Entry, Name, NameForm, Text


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


def merge(mentions: Sequence[Mention], key: str | None, taken: set[str]) -> Entry:
    """One bilingual entry from all mentions of a work; earlier mentions take precedence, in each language.

    Without a key it gets one that is not in `taken`.
    A note's page is the page cited, not the work's: it is left out.
    """
    values: dict[str, Any] = {}
    for name in Entry.TEXTS:
        forms: dict[str, str] = {}
        for mention in mentions:
            text = getattr(mention.fields, name, None)
            forms = {**(text.root if text else {}), **forms}
        if forms:
            values[name] = Text(dict(sorted(forms.items())))
    for name in Entry.NAMES:
        if people := _merge_names([getattr(mention.fields, name, ()) for mention in mentions]):
            values[name] = people
    for name in (*Entry.PLAIN, *Entry.DATES, "custom"):
        sources = [mention for mention in mentions if not (name == "page" and mention.origin == "note")]
        found = next((value for mention in sources if (value := getattr(mention.fields, name, None))), None)
        if found:
            values[name] = found
    tags = [mention.language for mention in mentions]
    language = "ar" if "ar" in tags else tags[0]
    entry = Entry(key=key or "work", type=_type(mentions), language=language, **values)
    return entry if key else entry.model_copy(update={"key": make_key(entry, taken)})


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
