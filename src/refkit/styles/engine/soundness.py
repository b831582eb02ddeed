"""Whether a style file can be used at all, seen before any entry: the file is blamed then, and no entry."""

from __future__ import annotations

from typing import Any

from refkit.errors import RefkitError

_CSL = "{http://purl.org/net/xbiblio/csl}"
#: Elements that one entry may pass through. In the largest of the styles that people use (Chicago) it is 3,000.
_MOST = 100_000
#: Where elements are that give text, and those that do.
_PARTS = frozenset(f"{_CSL}{name}" for name in ("layout", "macro", "group", "if", "else-if", "else"))
_RENDERED = frozenset(f"{_CSL}{name}" for name in ("text", "number", "date", "names", "label", "group", "choose"))


def examine(style: Any, name: str) -> None:
    """Raise `RefkitError` for a style without layout, of elements that CSL has not, of endless macros, or too large."""
    for part in style.iterchildren(f"{_CSL}citation", f"{_CSL}bibliography"):
        if part.find(f"{_CSL}layout") is None:
            raise RefkitError(f"{name} is no CSL style: <{part.tag.removeprefix(_CSL)}> has no <layout>")
    for element in style.iter(*_PARTS):
        for child in element.iterchildren(f"{_CSL}*"):
            if child.tag not in _RENDERED:
                raise RefkitError(
                    f"{name} is no CSL style: <{child.tag.removeprefix(_CSL)}> in line {child.sourceline}"
                )
    macros = {macro.get("name"): macro for macro in style.iterchildren(f"{_CSL}macro")}
    passed: dict[str, int] = {}
    for part in style.iterchildren(f"{_CSL}citation", f"{_CSL}bibliography"):
        try:
            count = _count(part, macros, passed, ())
        except RecursionError:
            raise RefkitError(f"{name} cannot be used: its elements are nested too deep") from None
        except ValueError as error:
            raise RefkitError(f"{name} cannot be used: {error}") from None
        if count > _MOST:
            raise RefkitError(f"{name} cannot be used: an entry would pass through {count} of its elements")


def _count(element: Any, macros: dict[str, Any], passed: dict[str, int], within: tuple[str, ...]) -> int:
    """How many elements are passed through at most; of the branches of a choice only one is."""
    counts = [_count(child, macros, passed, within) for child in element.iterchildren(f"{_CSL}*")]
    count = 1 + (max(counts, default=0) if element.tag == f"{_CSL}choose" else sum(counts))
    called = element.get("macro")
    if called not in macros:
        return count
    if called in within:
        raise ValueError(f"the macro {called} calls itself")
    if called not in passed:
        passed[called] = _count(macros[called], macros, passed, (*within, called))
    return count + passed[called]
