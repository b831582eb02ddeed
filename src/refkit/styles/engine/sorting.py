"""The order of a list, by the style's own keys and our collation."""

from __future__ import annotations

from collections.abc import Callable
from functools import total_ordering
from typing import Any

from refkit.styles.engine import marks
from refkit.styles.engine.cites import Cite
from refkit.styles.engine.elements.dates import sort_text
from refkit.styles.engine.references import DATES, NAMES
from refkit.styles.engine.values import is_numeric

Collate = Callable[[str], Any]
_EMPTY = ((1,), ())


@total_ordering
class _Backwards:
    """A key that sorts the other way round."""

    __slots__ = ("key",)

    def __init__(self, key: Any) -> None:
        self.key = key

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Backwards) and bool(self.key == other.key)

    def __lt__(self, other: _Backwards) -> bool:
        return bool(other.key < self.key)


def sort_keys(area: Any) -> tuple[Any, ...]:
    """The keys that the style sorts a list or a citation by; none where the order is that of citing."""
    found = area.child("sort")
    return () if found is None else tuple(key for key in found.children if key.tag.endswith("}key"))


def sort_key(cite: Cite, collate: Collate) -> tuple[Any, ...]:
    """What a work is sorted by; a work that lacks a key comes after those that have it, whatever the direction."""
    found: list[Any] = []
    for key in sort_keys(cite.area):
        text = key_text(key, cite)
        if not text:
            found.append(_EMPTY)
            continue
        value: Any = _value(text, collate)
        found.append(((0,), _Backwards(value) if key.given.get("sort") == "descending" else value))
    return tuple(found)


def _value(text: str, collate: Collate) -> Any:
    if text.lstrip("-").isdecimal():
        return 0, int(text)
    return 1, collate(text)


def key_text(key: Any, cite: Cite) -> str:
    """The text of one key of a work."""
    options = {"sort": "", **{name: value for name, value in key.given.items() if name.startswith("names-")}}
    work = cite.again(sort_options=options)
    if "macro" in key.given:
        macro = key.get_macro(key.given["macro"])
        return marks.bare(macro.render(work)).strip() if macro is not None else ""
    name = key.given.get("variable", "")
    if name in NAMES:
        return marks.bare(_names(key, work, name))
    if name in DATES:
        date = work.date(name)
        return sort_text(date) if date else ""
    text = marks.bare(work.value(name))
    if is_numeric(text) and text[:1].isdecimal():
        digits = "".join(char for char in text if char.isdecimal() or not text.index(char))
        return digits if text.isdecimal() else text
    return text


def _names(key: Any, cite: Cite, variable: str) -> str:
    """Names for sorting, where the key is a variable and no macro says how they are written."""
    element = key.kept("names", lambda: _names_element(key, variable))
    return str(element.render(cite))


def _names_element(key: Any, variable: str) -> Any:
    element = key.makeelement(key.tag.replace("}key", "}names"), variable=variable)
    key.append(element)
    return element
