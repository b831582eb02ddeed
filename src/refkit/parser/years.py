"""Steps for the year of publication, and for the years that are none."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from refkit.dates import find_days, has_month, month_pattern
from refkit.names.persons import LIFE_DATES, names_only
from refkit.parser.draft import TAKEN, Draft, compiled
from refkit.text import YEAR
from refkit.vocabulary import find, finder, may_have
from refkit.vocabulary import terms as words

_SEASONS = (
    "الربيع",
    "ربيع",
    "الصيف",
    "صيف",
    "الخريف",
    "خريف",
    "الشتاء",
    "شتاء",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
)
_ERA = r"(?:\s*(?:م|ه|ميلاديه|هجريه|a\.?d\.?|c\.?e\.?|a\.?h\.?)(?!\w)\.?)?"
#: Words that tie the number after them to a title (منذ عام ٢٠١٦, since 2016), or to a manuscript (رقم 1292).
_YEAR_IN_TITLE = (
    r"(?:منذ|رقم|رقمها|عام|سنه|خلال|بعد|قبل|حتي|حرب|ازمه|ثوره|بين|من|الي|في|لعام|لسنه|عامي"
    r"|since|in|of|after|before|until|from|to|by|year|during|and|between)"
)


def take_death_date(draft: Draft) -> None:
    """(ت ٦٣٠هـ/١٢٢٣م) after an author: used up, and never taken for the year of publication."""
    for match in compiled(LIFE_DATES).finditer(draft.rest) if "(" in draft.rest else ():
        draft.take("death", match.start(), match.end())


class _Patterns(NamedTuple):
    """Expressions for where a year stands: between delimiters, at the end of what they delimit, behind سنة."""

    delimited: str
    trailing: str
    said: str


@cache
def _patterns(with_month: bool) -> _Patterns:
    month = ""
    if with_month:
        name = rf"(?:{month_pattern()}|{finder(_SEASONS).pattern})"
        named = rf"{name}(?:\s*[-/و]\s*{name})?"
        month = rf"(?:(?:\d{{1,2}}\s*[ ,.-]\s*)?{named}\s*(?:\d{{1,2}}\s*)?[,/ ]*\s*)?"
    hijri = r"1[0-5]\d\d\s*ه\w{0,4}\.?|[3-9]\d\d\s*ه\w{0,4}\.?"
    year = rf"(?:{hijri}|{YEAR}{_ERA})"
    span = rf"{month}{year}(?:\s*[-/]\s*(?:{year}|\d\d(?!\d)))?{_ERA}"
    end = rf"(?=\??\s*(?:[,;.()\[\]:{TAKEN}]|$))"
    return _Patterns(
        rf"(?:^|[,;.(\[:{TAKEN}\"-])\s*(?:\[|c\.?\s?|عام\s+|سنه\s+)?(?P<value>{span})[a-dابج]?{end}",
        rf"(?<=[^\W\d_])\s+(?P<value>{span}){end}",
        rf"(?:^|[,;.(\[:{TAKEN}-])\s*(?:سنه|عام)\s+(?P<value>{span})(?=\s+ب\w)",
    )


_REISSUE = r"\((?:original(?:ly)? (?:work )?published|first published|reprinted)[^()]{0,30}\)"


def take_year(draft: Draft) -> None:
    """The year of publication, with its month or its Hijri year; or د.ت, n.d.

    A year inside a title (منذ عام ٢٠١٦, 2000-2012) is none: the year of publication stands between delimiters, or
    ends what stands between them.
    """
    _drop_missing(draft)
    if draft.has("issued"):
        return
    for again in (
        compiled(_REISSUE).finditer(draft.rest) if "published" in draft.rest or "reprinted" in draft.rest else ()
    ):
        draft.drop(*again.span())
    if candidates := _candidates(draft.rest):
        start, stop = _best_year(draft, candidates)
        stop = _end_of_month(draft.rest, stop)
        letter = compiled(r"[a-dابج](?!\w)").match(draft.rest, stop)
        label = compiled(r"(?<!\w)(?:سنه|عام)\s+$").search(draft.rest, max(0, start - 6), start)
        draft.take("issued", start, stop, outer=(label.start() if label else start, letter.end() if letter else stop))
    elif match := find(words.NO_DATE, draft.rest):
        draft.take("no-date", match.start(), match.end())


def _end_of_month(rest: str, year: int) -> int:
    """Where a date ends whose month is behind its year, in brackets: (2019, May 3)."""
    month = rf",\s*{month_pattern()}(?:\s*-?\s*\d{{1,2}}){{0,2}}(?=\))"
    inside = compiled(month).match(rest, year) if rest.startswith(",", year) else None
    return inside.end() if inside else year


def _candidates(rest: str) -> list[tuple[int, int]]:
    """Where years of publication may stand: the surest places that there are."""
    patterns = _patterns(has_month(rest) or may_have(_SEASONS, rest))
    if found := [m.span("value") for m in compiled(patterns.delimited).finditer(rest)]:
        return found
    said = compiled(patterns.said).finditer(rest) if "سنه" in rest or "عام" in rest else ()
    if found := [m.span("value") for m in said]:
        return found
    if days := find_days(rest):
        return [(start, end) for start, end, _ in days]
    return [m.span("value") for m in compiled(patterns.trailing).finditer(rest) if not _in_title(rest, m.start())]


def _drop_missing(draft: Draft) -> None:
    """(د.م), بدون ناشر, s.l.: that there is no place or publisher, where it stands alone."""
    for terms in (words.NO_PLACE, words.NO_PUBLISHER):
        for match in finder(terms).finditer(draft.rest) if may_have(terms, draft.rest) else ():
            if draft.stands_alone(match.start(), match.end()):
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
