"""What all elements have in common: quick look-ups, looks and affixes, terms.

citeproc-py searches the style by XPath each time that it needs an option or a macro. A style does not change while it
renders, so each answer is kept with its element; the style keeps its elements alive (`sheets.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import citeproc
from citeproc import model

from refkit.styles.engine import casing, marks
from refkit.text import language

T = TypeVar("T")
#: The releases of citeproc-py whose classes ours were written for and are tested with.
TESTED = ("0.11.1",)
#: Whether what was looked up is kept: only where a test has shown that it changes nothing.
KEEPS = citeproc.__version__ in TESTED
SPACE = "{http://purl.org/net/xbiblio/csl}"
_MISSING = object()


class Quick:
    """Mixed into each class before citeproc-py's: attributes, children and searches are looked up once."""

    memo: dict[Any, Any]

    def _init(self) -> None:
        """lxml's way of making an element."""
        self.memo = {}

    def kept(self, key: Any, make: Callable[[], T]) -> T:
        """What `make()` gave when it was first asked for; asked for each time with a citeproc-py that is not tested."""
        if not KEEPS:
            return make()
        found: T = self.memo.get(key, _MISSING)
        if found is _MISSING:
            found = self.memo[key] = make()
        return found

    def xpath_search(self, expression: str) -> Any:
        """citeproc-py's search, kept."""
        return self.kept(("xpath", expression), lambda: self.xpath(expression, namespaces=self.nsmap))

    def __getattr__(self, name: str) -> Any:
        """A child by its name: `style.citation`. Nothing else is looked up so."""
        if name.startswith("_"):
            raise AttributeError(name)
        return self.child(name)

    def child(self, name: str) -> Any:
        """The first child of a name."""
        return self.kept(("child", name), lambda: self.find(f"{SPACE}{name}"))

    @property
    def given(self) -> dict[str, str]:
        """The element's attributes."""
        found: dict[str, str] | None = self.memo.get("given")
        if found is None:
            found = self.memo["given"] = dict(self.attrib)
        return found

    @property
    def children(self) -> tuple[Any, ...]:
        """The elements inside this one, in order."""
        found: tuple[Any, ...] | None = self.memo.get("children")
        if found is None:
            found = self.memo["children"] = tuple(self.iterchildren("*"))
        return found

    @property
    def root(self) -> Any:
        """The style, or the locale file, that this element stands in."""
        return self.kept("root", lambda: self.getroottree().getroot())

    @property
    def style(self) -> Any:
        """The style, also for an element of a locale file that serves it."""
        root = self.root
        return root.memo.get("style", root)

    def get_macro(self, name: str) -> Any:
        """The macro of a name; None where the style has none of it."""
        macros = self.style.kept("macros", lambda: {m.get("name"): m for m in self.style.iterchildren(f"{SPACE}macro")})
        return macros.get(name)

    def term(self, name: str, form: str = "long", plural: bool = False, gender: str | None = None) -> str:
        """A term of the style's locale, in a form or the one it falls back to; '' if there is none."""
        return self.style.find_term(name, form, plural, gender)

    def foreign(self, value: str) -> str:
        """A value marked as Arabic or Latin where the line is not, as far as the style is asked to."""
        line = self.style.memo.get("language")
        if line is None or marks.LINK in value:
            return value
        found = language(marks.bare(value))
        if found in ("und", line):
            return value
        return f"{marks.ARABIC if found == 'ar' else marks.LATIN}{value}{marks.END}"

    # What is done to the text of an element, in CSL's order.

    def cased(self, value: str, item: Any) -> str:
        """Text after strip-periods and text-case."""
        given = self.given
        if given.get("strip-periods") == "true":
            value = casing.without_periods(value)
        if case := given.get("text-case"):
            value = casing.apply(case, value, item.in_english)
        return value

    def looked(self, value: str) -> str:
        """Text inside the marks of the element's look."""
        opening = self.memo.get("looks")
        if opening is None:
            given = self.given
            found = (LOOKS[name].get(given[name]) for name in LOOKS if name in given)
            opening = self.memo["looks"] = "".join(mark for mark in found if mark)
        return f"{opening}{value}{marks.END * len(opening)}" if opening else value

    def affixed(self, value: str) -> str:
        """Text between the element's prefix and suffix."""
        before, after = self.kept("affixes", self._affixes)
        return f"{before}{value}{after}"

    def _affixes(self) -> tuple[str, str]:
        prefix, suffix = self.given.get("prefix", ""), self.given.get("suffix", "")
        return prefix + marks.SEAM if prefix else "", marks.SEAM + suffix if suffix else ""

    def displayed(self, value: str) -> str:
        """Text inside the mark of where it stands."""
        mark = marks.DISPLAYS.get(self.given.get("display", ""))
        return f"{mark}{value}{marks.END}" if mark else value

    def finished(self, value: str, item: Any) -> str:
        """Text with case, look, quotation marks, affixes and place."""
        if not value:
            return ""
        value = self.cased(value, item)
        value = self.looked(value)
        if self.given.get("quotes") == "true":
            value = marks.QUOTE + value + marks.END
        return self.displayed(self.affixed(value))


LOOKS = marks.LOOKS


class _Anywhere:
    """Stands for an item where the case of a name or a date is changed."""

    in_english = True


ANYWHERE = _Anywhere()


class Node(Quick, model.SomewhatObjectifiedElement):
    """An element of no class of its own: <name>, <category> …"""


class Container(Quick):
    """An element that renders its children one after the other."""

    def render_children(self, item: Any, delimiter: str = "", **_: Any) -> str:
        """The text of the children, those that have none left out."""
        found = [text for child in self.children if (text := child.render(item, delimiter=delimiter))]
        return f"{marks.SEAM}{delimiter}{marks.SEAM}".join(found) if delimiter else marks.SEAM.join(found)
