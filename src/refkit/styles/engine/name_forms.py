"""One name as a style writes it: order of its parts, initials; and what stands between several names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from refkit.names.units import units
from refkit.styles.engine import marks
from refkit.styles.engine.particles import Person, attached
from refkit.text import is_arabic


@dataclass(frozen=True, slots=True)
class NameStyle:
    """The options of <name>, those of the citation or bibliography and of the style included."""

    form: str = "long"
    delimiter: str = ", "
    joiner: str | None = None
    precedes_last: str = "contextual"
    precedes_et_al: str = "contextual"
    least: int = 0
    first: int = 1
    later_least: int = 0
    later_first: int = 0
    use_last: bool = False
    initialize: bool = True
    initials: str | None = None
    hyphen: bool = True
    sort_order: str | None = None
    separator: str = ", "
    demote: str = "display-and-sort"
    joins: bool = False
    comma: str = ","
    sorting: bool = False

    @classmethod
    def read(cls, found: Mapping[str, str], style: Mapping[str, str], joins: bool, comma: str = ",") -> NameStyle:
        """From the options found and the attributes of <style>. `joins`: و is written together with the next word."""
        return cls(
            form=found.get("form", "long"),
            delimiter=found.get("delimiter", f"{comma} "),
            joiner=found.get("and"),
            precedes_last=found.get("delimiter-precedes-last", "contextual"),
            precedes_et_al=found.get("delimiter-precedes-et-al", "contextual"),
            least=_number(found.get("et-al-min")),
            first=_number(found.get("et-al-use-first"), 1),
            later_least=_number(found.get("et-al-subsequent-min")),
            later_first=_number(found.get("et-al-subsequent-use-first")),
            use_last=found.get("et-al-use-last") == "true",
            initialize=found.get("initialize") != "false",
            initials=found.get("initialize-with"),
            hyphen=style.get("initialize-with-hyphen") != "false",
            sort_order=found.get("name-as-sort-order"),
            separator=found.get("sort-separator", f"{comma} "),
            demote=style.get("demote-non-dropping-particle", "display-and-sort"),
            joins=joins,
            comma=comma,
        )

    def for_sorting(self, options: Mapping[str, str]) -> NameStyle:
        """The style of a sort key: family names first, cut as the key says."""
        changed = replace(self, sort_order="all", sorting=True, separator="\t", delimiter="\n", joiner=None)
        if "names-min" in options:
            changed = replace(changed, least=_number(options["names-min"]), later_least=0)
        if "names-use-first" in options:
            changed = replace(changed, first=_number(options["names-use-first"]), later_first=0)
        if "names-use-last" in options:
            changed = replace(changed, use_last=options["names-use-last"] == "true")
        return changed

    def raised(self, level: str) -> NameStyle:
        """The style of a name that is told from another by initials or by the whole given name."""
        if not level:
            return self
        if level == "initials" and self.initials is not None:
            return replace(self, form="long")
        return replace(self, form="long", initialize=False, initials=None)

    def limits(self, subsequent: bool) -> tuple[int, int]:
        """From how many names on they are cut, and how many are then shown."""
        if subsequent and (self.later_least or self.later_first):
            return self.later_least or self.least, self.later_first or self.first
        return self.least, self.first

    def inverts(self, number: int) -> bool:
        """Whether the name at a place has its family name first."""
        return self.form == "long" and (self.sort_order == "all" or (self.sort_order == "first" and number == 0))

    def enumerated(self, texts: list[str], inverted: list[bool], term: Callable[[str], str]) -> str:
        """All the names, the last one behind `and` where the style has it."""
        if self.joiner is None or len(texts) < 2:
            return self.delimiter.join(texts)
        word = "&" if self.joiner == "symbol" and not self.joins else term("and")
        glue = "" if self.joins and word == "و" else " "
        before = self.delimiter if self._precedes(self.precedes_last, len(texts) - 1, inverted[-2]) else " "
        if before != " " and not before.endswith((" ", " ")):
            before += " " if word and not before.endswith(" ") else ""
        return self.delimiter.join(texts[:-1]) + before + word + glue + texts[-1]

    def before_others(self, shown: int, inverted: bool, others: str) -> str:
        """What stands between the last name and "et al."."""
        if marks.bare(others)[:1] in ("", ",", ";"):
            return ""
        return self.delimiter if self._precedes(self.precedes_et_al, shown, inverted) else " "

    def _precedes(self, option: str, before: int, inverted: bool) -> bool:
        if option == "always":
            return True
        if option == "after-inverted-name":
            return inverted
        return option == "contextual" and before > 1


def _number(value: str | None, default: int = 0) -> int:
    return int(value) if value and value.isdecimal() else default


def written(person: Person, style: NameStyle, number: int, formats: Mapping[str, Any]) -> str:
    """A name in a style; `formats` are the elements for the looks of its parts."""
    if person.literal:
        return _affixed(formats, "family", _formed(formats, "family", person.literal))
    if _is_static(person):
        return _static(person, style, formats)
    given = person.given
    if given and person.family and style.initials is not None and style.form == "long":
        given = initialized(given, style)
    if style.form == "short":
        name = _joined(
            style, _formed(formats, "family", person.non_dropping), _formed(formats, "family", person.family)
        )
        return _affixed(formats, "family", name) or _affixed(formats, "given", _formed(formats, "given", given))
    if style.inverts(number):
        return _inverted(person, given, style, formats)
    given = _affixed(formats, "given", _formed(formats, "given", given))
    particle = _formed(formats, "family", person.non_dropping)
    family = _joined(style, particle, _formed(formats, "family", person.family))
    family = _joined(style, _formed(formats, "given", person.dropping), family)
    if person.suffix:
        family += f"{style.comma} {person.suffix}" if person.comma_suffix else f" {person.suffix}"
    return " ".join(part for part in (given, _affixed(formats, "family", family)) if part)


def _inverted(person: Person, given: str, style: NameStyle, formats: Mapping[str, Any]) -> str:
    """Family, given, suffix; the particles where the style puts them."""
    family = _formed(formats, "family", person.family)
    particle = _formed(formats, "family", person.non_dropping)
    after = [_formed(formats, "given", given), _formed(formats, "given", person.dropping)]
    if style.demote == "never" or (style.demote == "sort-only" and not style.sorting):
        family = _joined(style, particle, family)
    else:
        after.append(particle)
    given = _affixed(formats, "given", " ".join(part for part in after if part))
    family = _affixed(formats, "family", family)
    return style.separator.join(part for part in (family, given, person.suffix) if part)


def _joined(style: NameStyle, particles: str, name: str) -> str:
    return " ".join(part for part in (particles, name) if part) if style.sorting else attached(particles, name)


def _formed(formats: Mapping[str, Any], name: str, text: str) -> str:
    part = formats.get(name)
    return part.formed(text) if part is not None and text else text


def _affixed(formats: Mapping[str, Any], name: str, text: str) -> str:
    part = formats.get(name)
    return part.affixed(text) if part is not None and text else text


def _static(person: Person, style: NameStyle, formats: Mapping[str, Any]) -> str:
    """A name whose order never changes: 王小明; with a blank only where it is marked as such in Latin script."""
    family = attached(person.non_dropping, person.family)
    family = _affixed(formats, "family", _formed(formats, "family", family))
    if style.form == "short":
        return family
    glue = " " if person.static and not _is_eastern(person.family + person.given) else ""
    given = _affixed(formats, "given", _formed(formats, "given", person.given))
    return glue.join(part for part in (family, given) if part)


def _is_static(person: Person) -> bool:
    return person.static or _is_eastern(person.family)


@lru_cache(maxsize=8192)
def _is_eastern(text: str) -> bool:
    """Whether a name is in Chinese, Japanese or Korean script."""
    names = [unicodedata.name(char, "") for char in text if char.isalpha()]
    return bool(names) and all(name.startswith(("CJK", "HIRAGANA", "KATAKANA", "HANGUL")) for name in names)


@lru_cache(maxsize=16384)
def initialized(given: str, style: NameStyle) -> str:
    """Given names as initials, each followed by what the style has; only what is an initial already, if it says so.

    Arabic names have their first letters, but a name with عبد stays whole: ن. ح.; عبد الرحمن.
    """
    mark = style.initials or ""
    if any(map(is_arabic, given)):
        return _arabic_initials(given, mark) if style.initialize else given
    return _latin_initials(given, mark, style)


#: عبدالله written in one word.
_SOLID = re.compile(r"عبدال\w{2}")


def _arabic_initials(given: str, mark: str) -> str:
    found = []
    for unit in units(given):
        word = given[unit.start : unit.end]
        if " " in word or _SOLID.match(unit.folded):
            found.append(word)
        elif word:
            found.append(word[0] + mark.rstrip() if mark else word[0])
    return (" " if not mark or mark[-1:].isspace() or any(" " in part for part in found) else "").join(found).strip()


_HYPHENS = re.compile(r"([\s.]*[-‐‑][\s.]*)")


def _latin_initials(given: str, mark: str, style: NameStyle) -> str:
    text = given if style.hyphen else _HYPHENS.sub(" ", given)
    pieces: list[str] = []
    hyphen = False
    for token in _TOKENS.findall(text):
        if token in _HYPHEN:
            hyphen = bool(pieces)
            continue
        if _is_initial(token) or (style.initialize and token[:1].isupper()):
            if hyphen and pieces:
                pieces[-1:] = [pieces[-1].rstrip(), "-"]
            pieces.append(_initial(token) + mark)
        elif not hyphen:
            pieces += [" ", token, " "]
        elif not style.initialize:
            pieces[-1:] = [pieces[-1].rstrip(), "-", token, " "]
        hyphen = False
    return _BLANKS.sub(" ", "".join(pieces)).strip()


_HYPHEN = frozenset("-‐‑")
_BLANKS = re.compile(" {2,}")
_TOKENS = re.compile(r"[-‐‑]|[^\W\d_][^\s.\-‐‑]*\.?|[^\s.\-‐‑]+")


def _is_initial(token: str) -> bool:
    return token.endswith(".") or (len(token) == 1 and token.isupper())


def _initial(token: str) -> str:
    """M of M., Ph of Ph., J of John."""
    return token.rstrip(".") if token.endswith(".") else token[0]
