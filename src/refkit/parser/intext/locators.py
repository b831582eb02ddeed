"""The part of a work that a citation in running text points to: p. 3, ص ٤٥, ch. 2, or a number alone."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from refkit.model import Locator
from refkit.vocabulary import finder
from refkit.vocabulary import terms as words

#: CSL's name of a part of a work -> how it is printed.
_LABELS: dict[str, tuple[str, ...]] = {
    "page": words.PAGE,
    "volume": words.VOLUME,
    "folio": words.FOLIO,
    "part": (*words.PART, "part", "pt."),
    "chapter": ("chapters", "chapter", "chap.", "chaps.", "ch.", "الفصل", "فصل", "ف.", "الباب", "باب"),
    "section": ("sections", "section", "sec.", "§§", "§", "المبحث", "مبحث", "القسم", "قسم"),
    "paragraph": ("paragraphs", "paragraph", "paras.", "para.", "¶¶", "¶", "الفقرة", "فقرة"),
    "note": ("notes", "note", "nn.", "n.", "footnote", "fn.", "هامش", "الهامش", "حاشية", "الحاشية"),
    "table": ("tables", "table", "الجدول", "جدول"),
    "figure": ("figures", "figure", "figs.", "fig.", "الشكل", "شكل"),
    "line": ("lines", "line", "السطر", "سطر"),
    "verse": ("verses", "verse", "الآية", "آية", "البيت"),
    "issue": words.ISSUE,
}
_NUMBER = r"(?:\d{1,5}(?:(?=ff?(?!\w))|[a-z]?(?!\w))|(?<!\w)[ivxlc]{1,7}(?!\w))"  # ascii: a shadow
_NUMBERS = re.compile(rf"{_NUMBER}(?:\s*(?:-{{1,3}}|,|;(?=\s*\d)|/|&|و|and|to|الي)\s*{_NUMBER})*")
_MORE = re.compile(r"\s*(?:و\s*ما\s+(?:بعدها|يليها)|ff?\.|et\s+seq\.?)")
_SIGNS = re.compile(r"[\s.:]*")
_GAP = re.compile(r"[\s,:./]*")
_RANGE = re.compile(r"(\d+)[a-z]?(?:\s*-+\s*(\d+))?")  # ascii: a shadow
#: What looks like a page beside a year, and is another year: Smith 2018, 2020.
_YEAR = re.compile(r"(?:1[5-9]\d\d|20\d\d)[a-z]?(?!\w)")  # ascii: a shadow


class Found(NamedTuple):
    """A locator and where it ends."""

    locator: Locator
    end: int


@cache
def _label() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{finder(forms).pattern})" for name, forms in _LABELS.items()))


#: Labels that are written together with what they label: ص45, p.45.
_DENSE = re.compile(r"(?:(?P<page>صص|ص|pp?)|(?P<volume>مج|vol)|(?P<part>ج)|(?P<section>§§?))\.?\s?(?=\d)")


def read_locator(shadow: str, start: int, bare: bool = True) -> Found | None:
    """The locator at an offset of a `Shadow.text`; `bare`: a number without label is a page. None if there is none.

    Of several (ج ٢، ص ٥) the page counts.
    """
    first: Found | None = None
    at = start
    while found := _one(shadow, at, bare and first is None):
        pages = found.locator.label == "page" and first is not None and first.locator.label != "page"
        first = Found(found.locator if first is None or pages else first.locator, found.end)
        at = found.end
    return first


def _behind(shadow: str, at: int) -> int:
    """The offset behind what stands between a label and its number."""
    match = _SIGNS.match(shadow, at)
    return match.end() if match else at


def _one(shadow: str, start: int, bare: bool) -> Found | None:
    gap = _GAP.match(shadow, start)
    at = gap.end() if gap else start
    label = _DENSE.match(shadow, at) or _label().match(shadow, at)
    name = label.lastgroup if label else "page"
    if label:
        at = _behind(shadow, label.end())
        if again := finder(words.PAGE).match(shadow, at):
            at = _behind(shadow, again.end())
    elif not bare or not shadow[at : at + 1].isdigit() or _YEAR.match(shadow, at):
        return None
    numbers = _NUMBERS.match(shadow, at)
    if not numbers:
        return None
    value = _without_years(numbers.group()) if not label else numbers.group()
    end = at + len(value)
    more = _MORE.match(shadow, end)
    return Found(locator_of(str(name), value), more.end() if more else end)


def _without_years(value: str) -> str:
    """Numbers up to the first that is rather a year: 45, 2020."""
    for match in re.finditer(r"[,;&/]\s*", value):
        if _YEAR.match(value, match.end()):
            return value[: match.start()].rstrip()
    return value


def locator_of(label: str, value: str) -> Locator:
    """A locator from what a shadow shows of it: a space after a comma, none around a hyphen."""
    plain = " ".join(re.sub(r"\s*-+\s*", "-", re.sub(r"\s*([,;])\s*", r"\1 ", value)).split())
    ranges = tuple((int(start), int(end or start)) for start, end in _RANGE.findall(plain))
    return Locator(label=label, value=plain, ranges=ranges)
