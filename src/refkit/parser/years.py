"""Steps for the year of publication, and for the years that are none."""

from __future__ import annotations

import re

from refkit.dates import find_days, has_month, month_pattern
from refkit.parser.draft import TAKEN, Draft, compiled
from refkit.parser.persons import names_only
from refkit.text import YEAR
from refkit.vocabulary import find
from refkit.vocabulary import terms as words

_ERA = r"(?:\s*(?:م|ه|ميلاديه|هجريه|a\.?d\.?|c\.?e\.?|a\.?h\.?)(?!\w)\.?)?"
#: Words that tie the year after them to a title (منذ عام ٢٠١٦, since 2016).
_YEAR_IN_TITLE = (
    r"(?:منذ|عام|سنه|خلال|بعد|قبل|حتي|حرب|ازمه|ثوره|بين|من|الي|في|لعام|لسنه|عامي"
    r"|since|in|of|after|before|until|from|to|by|year|during|and|between)"
)


def take_death_date(draft: Draft) -> None:
    """(ت ٦٣٠هـ/١٢٢٣م) after an author: used up, and never taken for the year of publication."""
    died = r"\(\s*(?:ت\s*[.:]?\s*(?=\d)|(?:ت|توفي|المتوفي|d\.)(?!\w))\s*[.:]?\s*[^()]{0,60}?\d[^()]{0,30}\)"
    for match in compiled(died).finditer(draft.rest):
        draft.take("death", match.start(), match.end())


def take_year(draft: Draft) -> None:
    """The year of publication, with its month or its Hijri year; or د.ت, n.d.

    A year inside a title (منذ عام ٢٠١٦, 2000-2012) is none: the year of publication stands between delimiters, or
    ends what stands between them.
    """
    month = ""
    if has_month(draft.rest):
        named = rf"{month_pattern()}(?:\s*[-/]\s*{month_pattern()})?"
        month = rf"(?:(?:\d{{1,2}}\s*[ ,.-]\s*)?{named}\s*(?:\d{{1,2}}\s*)?[,/ ]*\s*)?"
    hijri = r"1[0-5]\d\d\s*ه\w{0,4}\.?|[3-9]\d\d\s*ه\w{0,4}\.?"
    year = rf"(?:{hijri}|{YEAR}{_ERA})"
    span = rf"{month}{year}(?:\s*[-/]\s*(?:{year}|\d\d(?!\d)))?{_ERA}"
    end = rf"(?=\s*(?:[,;.)\[\]:{TAKEN}]|$))"
    delimited = compiled(rf"(?:^|[,;.(\[:{TAKEN}\"-])\s*(?:\[|c\.?\s?|عام\s+|سنه\s+)?(?P<value>{span})[a-dابج]?{end}")
    trailing = compiled(rf"(?<=[^\W\d_])\s+(?P<value>{span}){end}")
    if draft.has("issued"):
        return
    candidates = [m.span("value") for m in delimited.finditer(draft.rest)]
    if not candidates:
        candidates = [(start, end) for start, end, _ in find_days(draft.rest)]
    if not candidates:
        candidates = [m.span("value") for m in trailing.finditer(draft.rest) if not _in_title(draft.rest, m.start())]
    if candidates:
        start, stop = _best_year(draft, candidates)
        draft.take("issued", start, stop)
    elif match := find(words.NO_DATE, draft.rest):
        draft.take("no-date", match.start(), match.end())
    for terms in (words.NO_PLACE, words.NO_PUBLISHER):
        match = find(terms, draft.rest)
        if match and draft.stands_alone(match.start(), match.end()):
            draft.drop(match.start(), match.end())


def _in_title(rest: str, end: int) -> bool:
    return bool(compiled(rf"(?<!\w){_YEAR_IN_TITLE}\s*$").search(rest, max(0, end - 20), end))


def _best_year(draft: Draft, candidates: list[tuple[int, int]]) -> tuple[int, int]:
    """Of several, the one in brackets after the authors (APA), else the last that is no period of a title."""
    for start, end in candidates:
        head = draft.rest[:start].rstrip()
        if head.endswith("(") and start < 200 and TAKEN not in head and not _is_period(draft.rest[start:end]):
            names = draft.text[slice(*draft.shadow.span(0, len(head) - 1))]
            if names_only(names, certain=draft.rest[end:].lstrip("abcdابج ").startswith((").", "),", "):"))):
                return start, end
    single = [(start, end) for start, end in candidates if not _is_period(draft.rest[start:end])]
    return (single or candidates)[-1]


def _is_period(value: str) -> bool:
    """2000-2012: more than two neighbouring years."""
    years = [int(year) for year in re.findall(YEAR, value)]
    return len(years) == 2 and abs(years[1] - years[0]) > 1 and "ه" not in value
