"""The entries of libraries that rules look at, and their values as texts with places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from refkit.edits import excerpt, lines_of
from refkit.kinds import Problem
from refkit.model import Anchor, Date, Entry, Fix, Linked, Place, Region, Text, Value


class Placed(NamedTuple):
    """An entry of a library, and where it stands."""

    entry: Entry
    region: Region

    @property
    def place(self) -> Place:
        """The place of the entry as a whole."""
        return Place(line=self.region.line, column=self.region.column, path=self.region.path)

    def problem(self, message: str, field: str = "", fix: Fix | None = None) -> Problem:
        """A problem of the entry as such; `field` is the variable that it is about."""
        data = {"key": self.entry.key} | ({"field": field} if field else {})
        return Problem(message, self.place, works=(self.entry.key,), data=data, fix=fix)


def placed_entries(linked: Linked) -> Iterator[Placed]:
    """The entries to look at: all of a library that is checked by itself, beside a paper those that it cites or lists."""
    used = {key for work in linked.works if work.notes or work.references for key in work.entries}
    for entry in linked.library.references:
        region = linked.library.places.get(entry.key)
        if region and (linked.document.is_library or entry.key in used):
            yield Placed(entry, region)


def values(linked: Linked, *fields: str) -> Iterator[Value]:
    """The values of the entries, each with its place in the file; of some variables, or of all that are text."""
    sources = linked.document.sources
    for placed in placed_entries(linked):
        lines = lines_of(sources[placed.region.path]) if placed.region.path in sources else ()
        for field, text in _values_of(placed.entry, fields):
            yield _value(placed, field, text, lines)


def _values_of(entry: Entry, fields: Sequence[str]) -> Iterator[tuple[str, str]]:
    for name in fields or (*Entry.TEXTS, *Entry.NAMES, *Entry.PLAIN):
        value = getattr(entry, name)
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, Text):
            yield from ((name, form) for form in value.root.values())
        elif value and not isinstance(value, Date):
            forms = (form for person in value for form in person.root.values())
            yield from ((name, part) for form in forms for part in (form.family, form.given, form.literal) if part)


def _value(placed: Placed, field: str, text: str, lines: Sequence[str]) -> Value:
    """A value with the place that it has, if it stands in its entry once and as it is; else with that of the entry."""
    region = placed.region
    inside = (excerpt(lines, region) if lines else None) or ""
    at = _only_place(text, inside)
    key, path = placed.entry.key, region.path
    if at is None:
        return Value(key=key, field=field, text=text, spot=placed.place, path=path)
    column = at - inside.rfind("\n", 0, at)
    anchor = Anchor(offset=0, line=region.line + inside.count("\n", 0, at), column=column)
    return Value(key=key, field=field, text=text, anchors=(anchor,), path=path)


def _only_place(text: str, inside: str) -> int | None:
    """Where a text stands in another one, as whole words; None if it does not, or more than once."""
    found = None
    at = inside.find(text)
    while at >= 0:
        end = at + len(text)
        if not (inside[at - 1 : at].isalnum() or inside[end : end + 1].isalnum()):
            if found is not None:
                return None
            found = at
        at = inside.find(text, at + 1)
    return found
