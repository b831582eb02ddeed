"""Numbers, ordinals and ranges of pages."""

from __future__ import annotations

import re
from typing import Any

from citeproc import model

from refkit.styles.engine.elements.base import Quick
from refkit.styles.engine.values import divided, is_numeric

_RANGE = re.compile(r"(\d+)\s*[-–—]\s*(\d+)")
_LETTERED = re.compile(r"([^\W\d_]*)(\d+)([^\W\d_]*)")
_PAGE = r"(?:[^\W\d_]{0,3}\d+[^\W\d_]?|[ivxlcdm]+)"
_PAGES = re.compile(rf"(?<![\w\\])({_PAGE})\s*[-–]{{1,3}}\s*({_PAGE})(?!\w)")


class Number(Quick, model.Number):
    """A number variable as figures, ordinal or Roman numerals."""

    def render(self, item: Any, **_: Any) -> str:
        """The number in the form that is asked for; what is no number as it is."""
        name = self.given["variable"]
        if name in item.used:
            return ""
        text: str = item.value(name)
        item.count(name, text)
        if not text:
            return ""
        if is_numeric(text):
            parts = divided(text)
            figures = [self._figure(part, name) for part in parts[::2]]
            joints = [self._joint(sign) for sign in parts[1::2]]
            text = "".join(piece for pair in zip(figures, (*joints, ""), strict=True) for piece in pair)
            if name in ("page", "locator"):
                text = page_text(self, text, name, item)
        return self.finished(text, item)

    def _figure(self, part: str, name: str) -> str:
        form = self.given.get("form", "numeric")
        if form == "numeric" or not part.isdecimal():
            return part
        number = int(part)
        if form == "roman":
            return model.romanize(number).lower() if 0 < number < 4000 else part
        gender = self.style.gender(name)
        if form == "long-ordinal" and number <= 10 and (term := self.term(f"long-ordinal-{number:02}", gender=gender)):
            return term
        return part + self.style.ordinal(number, gender)

    def _joint(self, sign: str) -> str:
        if sign == "&":
            return " & "
        return f"{self.style.comma} " if sign == "," else "–"


def page_text(element: Any, text: str, name: str, item: Any) -> str:
    """Pages with the locale's dash and the style's way of shortening: 321-328 -> 321–8."""
    if name == "locator" and item.locator_label not in ("page",):
        form = None
    else:
        form = element.style.given.get("page-range-format")
    if "-" not in text and "–" not in text:
        return text
    delimiter = element.term("page-range-delimiter") or "–"

    def shorten(match: re.Match[str]) -> str:
        first, last = match[1], match[2]
        if _prefix(first) != _prefix(last):
            return f"{first}-{last}"
        return first + delimiter + _shortened(first, last, form)

    return _PAGES.sub(shorten, text).replace("\\-", "-")


def _prefix(page: str) -> str | None:
    """The letters before the number of a page; None for a Roman number."""
    found = _LETTERED.fullmatch(page)
    return found[1] if found else None


def _shortened(first: str, last: str, form: str | None) -> str:
    """The last page of a range in a page-range-format."""
    if form is None:
        return last
    one, two = _LETTERED.fullmatch(first), _LETTERED.fullmatch(last)
    if not one or not two or one[3] or two[3]:
        return last
    # 42-5 means 42-45: made whole before it is shortened.
    whole = one[2][: len(one[2]) - len(two[2])] + two[2] if len(two[2]) < len(one[2]) else two[2]
    if one[1] != two[1] and two[1]:
        return last
    if int(whole) < int(one[2]):
        return last
    if form == "expanded" or len(whole) > len(one[2]):
        return one[1] + whole
    shorten = {"minimal": _minimal, "minimal-two": _minimal_two}.get(form, _chicago)
    return shorten(one[2], whole, form)


def _minimal(first: str, last: str, _form: str) -> str:
    return _without_same(first, last, 1)


def _without_same(first: str, last: str, least: int) -> str:
    same = 0
    while same < len(last) - least and first[same] == last[same]:
        same += 1
    return last[same:]


def _minimal_two(first: str, last: str, _form: str) -> str:
    return _without_same(first, last, 2)


def _chicago(first: str, last: str, form: str) -> str:
    """Chicago Manual of Style: 3-10, 71-72, 100-104, 101-8, 321-28, 1496-500 (15th ed. -1500), 1087-89."""
    number = int(first)
    if number < 100 or number % 100 == 0:
        return last
    if number % 100 < 10:
        return _minimal(first, last, form)
    short = _without_same(first, last, 2)
    if form in ("chicago", "chicago-15") and len(first) == 4 and len(short) > 2:
        return last
    return short


CLASSES = {"number": Number}
