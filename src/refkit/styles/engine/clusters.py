"""A citation of one or several works: sorted, grouped, collapsed, joined."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from refkit.styles.engine import casing, marks, richtext
from refkit.styles.engine.cites import Cite
from refkit.styles.engine.renderer import Renderer
from refkit.styles.engine.repeated import leading_names
from refkit.styles.engine.sorting import sort_key, sort_keys

#: What a prefix begins or a suffix ends with where it takes the place of the delimiter.
_STOPS = (",", ";", ".", ":", "،", "؛")
_YEARLY = ("year", "year-suffix", "year-suffix-ranged")


@dataclass(slots=True)
class Part:
    """A cite of a citation, its text, and the names it begins with. `before` is what divides it from the one before."""

    cite: Cite
    text: str
    names: str
    before: str = ""
    collapsed: bool = False


def cluster_text(cites: list[Cite], renderer: Renderer, collate: Callable[[str], Any]) -> str:
    """The text of a citation, with marks."""
    return wrapped(cluster_body(cites, renderer, collate), renderer)


def wrapped(body: str, renderer: Renderer) -> str:
    """The text of a citation between what the style puts around it."""
    layout = renderer.citation.child("layout")
    return str(layout.looked(layout.affixed(body))) if body else ""


def cluster_body(cites: list[Cite], renderer: Renderer, collate: Callable[[str], Any]) -> str:
    """The cites of a citation, sorted, grouped and joined."""
    area = renderer.citation
    layout = area.child("layout")
    if sort_keys(area) and len(cites) > 1:
        cites = sorted(cites, key=lambda cite: sort_key(cite, collate))
    parts = []
    for cite in cites:
        text: str = layout.render_cite(cite)
        if text:
            parts.append(Part(cite, text, marks.bare(leading_names(text))))
    delimiter = layout.given.get("delimiter", "")
    if len(parts) > 1:
        parts = _arranged(parts, area, delimiter)
    return "".join(_joined(part, at) for at, part in enumerate(parts))


def _joined(part: Part, at: int) -> str:
    """A part with its own prefix and suffix, and what divides it from the one before."""
    text = part.text
    if _opens_sentence(part.cite, at) and _begins_with_term(text):
        text = casing.apply("capitalize-first", text, True)
    prefix, suffix = richtext.marked(part.cite.prefix), richtext.marked(part.cite.suffix)
    if prefix:
        text = prefix + (" " if not prefix[-1].isspace() and _is_word(prefix) else "") + marks.SEAM + text
    if suffix:
        first = marks.bare(suffix)[:1]
        text += marks.SEAM + (" " if first.isalnum() or first in "([" else "") + suffix
    before = part.before
    if not at or marks.bare(prefix)[:1] in _STOPS:
        before = ""
    return f"{marks.SEAM}{before}{marks.SEAM}{text}" if before else text


def _opens_sentence(cite: Cite, at: int) -> bool:
    """Whether the cite at a place begins its note, or a sentence of it behind its prefix."""
    words = cite.prefix.split()
    in_notes: bool = cite.area.root.given.get("class") == "note"
    ends = bool(words) and words[-1].rstrip("\"'”’»").endswith((".", "!", "?"))
    return in_notes and ((not words and not at) or (len(words) > 1 and ends))


def _begins_with_term(text: str) -> bool:
    """Whether the first word of a cite is a term of the locale: ibid."""
    for char in text:
        if char == marks.TERM:
            return True
        if char not in marks.ALL and char.isalnum():
            return False
    return False


def _is_word(text: str) -> bool:
    last = marks.bare(text)[-1:]
    return last.isalnum() or last in ",.;:)]"


def _arranged(parts: list[Part], area: Any, delimiter: str) -> list[Part]:
    """The parts with what divides them, those of the same authors together, and collapsed as the style says."""
    given = area.given
    collapse = given.get("collapse", "")
    for part in parts:
        part.before = delimiter
    for previous, part in pairwise(parts):
        if part.before and previous.cite.suffix.rstrip()[-1:] in _STOPS:
            part.before = " "
    if collapse == "citation-number":
        return _in_ranges(parts)
    if "cite-group-delimiter" in given or collapse in _YEARLY:
        groups = _grouped(parts)
        for group in groups:
            _divide(group, given, collapse, delimiter)
        _after_collapsed(groups, given.get("after-collapse-delimiter", delimiter))
        parts = [part for group in groups for part in group]
    return parts


def _grouped(parts: list[Part]) -> list[list[Part]]:
    """The cites of the same names together, where the first of them stands; one with a prefix begins a group."""
    groups: list[list[Part]] = []
    places: dict[str, int] = {}
    for part in parts:
        if (
            part.names
            and part.names in places
            and not part.cite.prefix
            and not groups[places[part.names]][-1].cite.suffix
        ):
            groups[places[part.names]].append(part)
            continue
        if part.names:
            places[part.names] = len(groups)
        groups.append([part])
    return groups


def _divide(group: list[Part], given: dict[str, str], collapse: str, delimiter: str) -> None:
    within = given.get("cite-group-delimiter", ", ")
    for previous, part in pairwise(group):
        # 1999, 328; 2000, 475
        part.before = given.get("after-collapse-delimiter", within) if previous.cite.locator else within
        if collapse in _YEARLY:
            part.text = _without_names(part.cite) or part.text
            group[0].collapsed = True
    if collapse in ("year-suffix", "year-suffix-ranged") and len(group) > 1:
        between = given.get("year-suffix-delimiter", given.get("cite-group-delimiter", delimiter))
        _collapse_suffixes(group, between, collapse == "year-suffix-ranged")


def _after_collapsed(groups: list[list[Part]], delimiter: str) -> None:
    for group, following in pairwise(groups):
        if group[0].collapsed:
            following[0].before = delimiter


def _without_names(cite: Cite) -> str:
    changed = cite.again(hide_names=True)
    return str(cite.area.child("layout").render_cite(changed))


def _collapse_suffixes(group: list[Part], between: str, ranged: bool) -> None:
    """Years that differ in their letters only: 2000a, b; in a row of three and more: 2000a–c."""
    last = _year_alone(group[0])
    row = [group[0]]
    for part in list(group[1:]):
        year = _year_alone(part)
        same = bool(part.cite.year_suffix) and year == last and not part.cite.locator and not row[-1].cite.locator
        last = year
        if not same:
            _rowed(row, group, ranged)
            row = [part]
            continue
        part.text = f"{marks.YEAR}{part.cite.year_suffix}{marks.END}"
        part.before = between
        row.append(part)
    _rowed(row, group, ranged)


def _year_alone(part: Part) -> str:
    changed = part.cite.again(hide_names=True, year_suffix="")
    return marks.bare(str(part.cite.area.child("layout").render_cite(changed)))


def _rowed(row: list[Part], group: list[Part], ranged: bool) -> None:
    """Make a range of a row of letters that follow each other."""
    if not ranged or len(row) < 3:
        return
    start = 0
    while start < len(row):
        end = start
        while end + 1 < len(row) and _follows(row[end].cite.year_suffix, row[end + 1].cite.year_suffix):
            end += 1
        if end - start > 1:
            row[end].before = "–"
            for part in row[start + 1 : end]:
                group.remove(part)
        start = end + 1


def _follows(one: str, two: str) -> bool:
    return len(one) == len(two) and one[:-1] == two[:-1] and ord(two[-1]) == ord(one[-1]) + 1


def _in_ranges(parts: list[Part]) -> list[Part]:
    """Numbers in a row of three and more as a range: [1]–[3]."""
    found: list[Part] = []
    start = 0
    while start < len(parts):
        end = start
        while end + 1 < len(parts) and _next(parts[end], parts[end + 1]):
            end += 1
        found.append(parts[start])
        if end - start > 1:
            parts[end].before = "–"
            found.append(parts[end])
        else:
            found += parts[start + 1 : end + 1]
        start = end + 1
    return found


def _next(one: Part, two: Part) -> bool:
    plain = not any((part.cite.locator or part.cite.prefix or part.cite.suffix) for part in (one, two))
    return plain and two.cite.number == one.cite.number + 1
