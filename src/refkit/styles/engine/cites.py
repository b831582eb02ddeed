"""One rendering of one work: what the elements of a style ask it for, and what they note down on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from refkit.styles.engine.particles import Person
from refkit.styles.engine.references import ItemDate, Reference


@dataclass(slots=True)
class Cite:
    """A work where it is rendered: in a list, in a note, or for its place in a list.

    `area` is the style's citation or bibliography element. `called` and `found` count the variables that a group asked
    for and got. `used` are the variables that stand for missing names and are not shown again.
    """

    reference: Reference
    area: Any
    number: int = 0
    english: bool = True
    locator: str = ""
    locator_label: str = "page"
    prefix: str = ""
    suffix: str = ""
    positions: frozenset[str] = frozenset()
    first_note: int = 0
    suppress_author: bool = False
    author_only: bool = False
    hide_names: bool = False
    year_suffix: str = ""
    disambiguated: bool = False
    names_shown: int = 0
    given_shown: dict[tuple[int, int], str] = field(default_factory=dict)
    sort_options: dict[str, str] | None = None
    called: int = 0
    found: int = 0
    used: set[str] = field(default_factory=set)
    taken: list[str] | None = None
    names_rendered: list[Any] = field(default_factory=list)
    name_element: Any = None
    suffix_placed: bool = False

    @property
    def key(self) -> str:
        """The key of the entry."""
        return self.reference.key

    @property
    def in_english(self) -> bool:
        """Whether title case is for this work."""
        language = self.reference.language
        return language[:2].lower() == "en" if language else self.english

    @property
    def subsequent(self) -> bool:
        """Whether the work was cited before."""
        return "subsequent" in self.positions

    def value(self, name: str) -> str:
        """The text of a variable that is neither names nor a date, with marks; '' if there is none."""
        if name == "locator":
            return self.locator
        if name == "citation-number":
            return str(self.number) if self.number else ""
        if name == "year-suffix":
            return self.year_suffix
        if name == "first-reference-note-number":
            return str(self.first_note) if self.first_note else ""
        if name == "page-first":
            return self.reference.first_page
        found = self.reference.get(name)
        return found if isinstance(found, str) else ""

    def short(self, name: str) -> str:
        """The short form of a variable, or its usual one."""
        return self.value(f"{name}-short") or self.value(name)

    def has(self, name: str) -> bool:
        """Whether a variable of any kind has a value."""
        if self.value(name):
            return True
        found = self.reference.get(name)
        return bool(found)

    def names(self, name: str) -> tuple[Person, ...]:
        """The names in a role."""
        found = self.reference.get(name)
        return found if isinstance(found, tuple) else ()

    def date(self, name: str) -> ItemDate | None:
        """A date."""
        found = self.reference.get(name)
        return found if isinstance(found, ItemDate) else None

    def count(self, name: str, text: object) -> None:
        """Note that a variable was asked for, and whether it gave anything."""
        self.called += 1
        if text:
            self.found += 1
            if self.taken is not None:
                self.taken.append(name)

    def again(self, **changes: Any) -> Cite:
        """The same work for another rendering, with nothing noted down."""
        values = {name: getattr(self, name) for name in _CARRIED}
        return Cite(**{**values, **changes})


_CARRIED = tuple(
    name
    for name in Cite.__slots__
    if name not in ("called", "found", "used", "taken", "names_rendered", "name_element", "suffix_placed")
)
