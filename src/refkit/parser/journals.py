"""A step for the numbers of an article by their shape: 24, no. 3 (May 2001): 45–60; 12(3) 175-204; (2006) 37: 408."""

from __future__ import annotations

import re
from functools import cache

from refkit.dates import month_pattern
from refkit.parser.draft import KNOWN, TAKEN, Draft, abbreviates, compiled
from refkit.text import YEAR, shade
from refkit.vocabulary import find
from refkit.vocabulary.terms import JOURNAL

_MODERN = r"(?:1[6-9]\d\d|20\d\d)"
_NUMBERS = rf"(?!{_MODERN}\b)\d{{1,4}}(?:\s*[-/&]\s*\d{{1,4}})?"
_VOLUME_LABEL = r"(?:(?:vol(?:ume)?|bd|band|tome?|t|v)(?:\.\s*|\s+)|مج(?:لد)?\s*\.?\s*|المجلد\s+)?"
_ISSUE_LABEL = r"(?:(?:nos?|nr|n|issues?|iss|heft|h|number)(?:\.\s*|\s+)|n°\s*|ع(?:دد)?\s*\.?\s*|العدد\s+)"


@cache
def _shape() -> re.Pattern[str]:
    """The numbers in the order in which they come: year, volume, issue, date, pages; the pages are a range."""
    year = rf"(?:\(?(?P<year>{YEAR})[a-d]?\)?[\s,;:.]{{1,3}})?"
    issue = (
        rf"(?:\s*\(\s*{_ISSUE_LABEL}?(?P<issue>{_NUMBERS})(?:\s*[-,][\w\s,]{{1,9}})?\)"
        rf"|\s*[,:;.]?\s*{_ISSUE_LABEL}(?P<number>{_NUMBERS})|\s*[,.]\s*(?P<second>\d{{1,3}})(?=\s*[,(:]))?"
    )
    date = rf"(?:\s*,?\s*\((?P<date>[^()]{{0,30}}?{YEAR})\)|,\s*(?P<bare>(?:[^\W\d_]{{3,9}}\.?\s+){{0,2}}{YEAR}))?"
    pages = (
        r"(?:\s*[:,;.]\s*|\s+)(?:(?:pp?|s|pages?|ص|صص|ص\s*ص)\.?\s*)?(?P<page>[a-z]?\d{1,5}\s?-\s?[a-z]?\d{1,5})(?!\w)"
    )
    return re.compile(
        rf"(?<=[^\W\d_]|[\"').,:])[\s,]{{0,2}}\s{year}{_VOLUME_LABEL}(?P<volume>\d{{1,4}}){issue}{date}{pages}"
    )


#: Of, the and the like have fewer letters.
_LONG_WORD = 5
#: What must be there for the shape to be worth looking for.
_RANGE = r"\d\s?-\s?[a-z]?\d"
#: 114: 341; 29, 300: one page, which only a volume before a colon or a year before the volume makes one.
_ONE_PAGE = (
    rf"(?<=[^\W\d_]|[\"').,])[\s,]{{0,2}}\s(?:(?P<year>{YEAR})[,;]\s*(?P<volume>\d{{1,4}}),\s*(?P<page>\d{{1,5}})|"
    r"(?P<tome>\d{1,4})\s*(?:\(\s*(?P<issue>\d{1,3})\s*\))?\s*:\s*(?P<first>\d{1,5}))(?=\s*(?:[,.;(]|$))"
)


def take_journal_numbers(draft: Draft) -> None:
    """Volume, issue, date and pages that stand together behind the name of a journal, with labels or without."""
    match = _shape().search(draft.rest) if compiled(_RANGE).search(draft.rest) else None
    if (not match and ":" in draft.rest) or compiled(rf"{YEAR}, \d").search(draft.rest):
        match = match or compiled(_ONE_PAGE).search(draft.rest)
    if not match or TAKEN in match.group():
        return
    values = match.groupdict()
    if _are_years(values["page"] or "") and not (values.get("issue") or values.get("number")):
        return
    names = (
        ("year", "issued"), ("date", "issued"), ("bare", "issued"), ("volume", "volume"), ("tome", "volume"),
        ("issue", "issue"), ("number", "issue"), ("second", "issue"), ("page", "page"), ("first", "page"),
    )  # fmt: skip
    volume = values["volume"] or values["tome"]
    if compiled(YEAR).fullmatch(volume) and not (values.get("issue") or values.get("number")):
        return
    if _other_number(draft.rest[max(0, match.start() - 12) : match.start("volume" if values["volume"] else "tome")]):
        return
    start = match.end() - len(match.group().lstrip(" ,"))
    for group, name in names:
        if values.get(group) and not (name == "issued" and draft.has("issued")):
            draft.take(name, *match.span(group))
    draft.drop(start, match.end())
    _take_name(draft, match.start() + 1)


def _other_number(before: str) -> bool:
    """Whether what stands before the first number makes it the number of an issue, a page, or a day of a month."""
    return bool(_other_label().search(before))


@cache
def _other_label() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_ISSUE_LABEL}|(?:pp?|pages?|ص|صص)\.?\s*|{month_pattern()}\s*)$")


def _are_years(pages: str) -> bool:
    first, _, last = pages.replace(" ", "").partition("-")
    return bool(
        compiled(_MODERN).fullmatch(first) and compiled(_MODERN).fullmatch(last) and 0 < int(last) - int(first) < 100
    )


def _take_name(draft: Draft, end: int) -> None:
    """The name of the journal that ends at an offset, in Latin script: back to the stop, quote or comma before it."""
    head = draft.rest[max(0, end - 160) : end].rstrip(" ,.(")
    base = max(0, end - 160)
    last = len(head)
    if not head or not head[-1].isascii() or not head[-1].isalpha() or draft.has("container-title"):
        return
    marks = rf"[.?!](?=\s)|[,;:\"](?=\s|\b)|[{KNOWN}]+|(?<=[.,;?\"]\s)(?:in|dans)\s"
    cuts = [m for m in compiled(marks).finditer(head) if not (m.group() == "." and _abbreviated(head, m.start()))]
    stops = [m.end() for m in cuts if m.group() in '.?!"' or m.group().startswith(("in", "dans", *KNOWN))]
    commas = [m.end() for m in cuts if m.group() in ",;"]
    start = stops[-1] if stops else commas[-1] if commas else -1
    # Without a stop in sight the comma divides title and journal; with one, a comma belongs to the journal.
    if commas and stops and commas[-1] > start and len(head[start : commas[-1]].split()) > 4:
        start = commas[-1]
    quote = head.rfind('"')
    if quote > 0 and "," in (head[quote - 1], head[quote + 1 : quote + 2]):
        start = quote + 1
    if start < 0:
        return
    start += len(head[start:]) - len(head[start:].lstrip(' ,:."'))
    name = head[start:last]
    if (
        1 <= len(name.split()) <= 14
        and base + start > _people_end(draft)
        and not _is_title(draft, base + start, base + last)
    ):
        stop = (
            last + 1
            if draft.rest[base + last : base + last + 1] == "." and abbreviates(name + ". x", len(name))
            else last
        )
        draft.take("container-title", base + start, base + last, outer=(base + start, base + stop))


def _is_title(draft: Draft, start: int, end: int) -> bool:
    """Whether what stands before the numbers is the title of an article without its journal.

    So it is if nothing but the authors precedes it, and if it is written like a sentence: journals have capitals.
    """
    people = _people_end(draft)
    if not people or any(map(str.isalpha, draft.rest[people:start])) or draft.has("title"):
        return False
    name = draft.original_of(start, end)
    words = [word for word in name.split()[1:] if word.isalpha()]
    is_sentence = ": " in name or any(word.islower() and len(word) >= _LONG_WORD for word in words)
    return is_sentence and not find(JOURNAL, shade(name))


def _abbreviated(head: str, stop: int) -> bool:
    return abbreviates(head, stop) or bool(compiled(r"(?:^|[\s.])[^\W\d]$").search(head, max(0, stop - 2), stop))


def _people_end(draft: Draft) -> int:
    return max((end for name in ("author", "editor") for _, end in draft.found.get(name, ())), default=0)
