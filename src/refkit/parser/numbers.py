"""Steps for numbers with a label or a shape of their own: pages, volume, issue, edition."""

from __future__ import annotations

import re

from refkit.parser.draft import TAKEN, Draft, compiled
from refkit.vocabulary import finder, may_have
from refkit.vocabulary import terms as words
from refkit.vocabulary.ordinals import ORDINAL

_NUMBER = r"\d{1,5}"
#: A number that is rather a year, Hijri ones of our time with it.
_ANY_YEAR = r"(?:1[3-9]|20)\d\d"


def take_pages(draft: Draft) -> None:
    """ص ٢٦٨-٢٦٩, ص ص ٥-٩, ص ١١٨ و ١٧٥, pp. 3–5; the label is not part of the value. Folios (ورقة) likewise."""
    more = compiled(r"\s*(?:و\s*ما\s+(?:بعدها|يليها)|ff?\.|et\s+seq\.?|,?\s*(?:here|at|cited)\s+\d+)")
    for name, terms in (("page", words.PAGE), ("folio", words.FOLIO)):
        end = 0
        for start, after in _labels(draft.rest, terms, r"صص|ص|pp|p"):
            if start < end:
                continue
            if end := _end_of_pages(draft.rest, after, terms):
                tail = more.match(draft.rest, end)
                draft.take(name, after, end, outer=(start, tail.end() if tail else end))


def _labels(rest: str, terms: tuple[str, ...], dense: str) -> list[tuple[int, int]]:
    """Where labels stand and where what they label begins; `dense` ones may be written together with it (ص٥, مج6)."""
    if not may_have(terms, rest):
        return []
    gap = compiled(r"[\s:.(]*")
    found = [(m.start(), m.end()) for m in finder(terms).finditer(rest)]
    found += [(m.start(), m.end()) for m in compiled(rf"(?<!\w)(?:{dense})\.?(?=\d)").finditer(rest)]
    return sorted((start, after.end()) for start, end in set(found) if (after := gap.match(rest, end)))


def _end_of_pages(rest: str, start: int, terms: tuple[str, ...]) -> int:
    """Where a list of pages and ranges ends; 0 if no number stands there. A year after a comma is none of them."""
    number, joint = compiled(rf"{_NUMBER}(?:\s*[ابa-b]\b)?"), compiled(r"\s*(?:-|,|و|and|&|الي|to|/)\s*")
    match = number.match(rest, start)
    end = 0
    while match:
        end = match.end()
        between = joint.match(rest, end)
        following = between.end() if between else end
        label = finder(terms).match(rest, following)
        after = compiled(r"[\s:.]*").match(rest, label.end()) if label else None
        match = number.match(rest, after.end() if after else following) if between else None
        if (
            match
            and between
            and between.group().strip() in (",", "/", "")
            and _is_year(match.group())
            and not _is_year(rest[start : start + 4])
        ):
            break
    return end


_COUNTED = (
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(?:vol(?:ume)?s|bde|tomes)(?!\w)(?:\s+in\s+\w+)?"
    r"|(?:(?:في|من)\s+)?(?:(?:\d{1,3}|ثلاثه?|اربعه?|خمسه?|سته?|سبعه?|ثمانيه?|تسعه?|عشره?|عده)\s*(?:اجزاء|مجلدات|اسفار)"
    r"|(?:\d{2}|احد عشر|اثنا عشر|\w+ عشر|عشرون|ثلاثون)\s+(?:جزءا?|مجلدا?)|جز(?:ان|ءان|ءين|اين)|مجلد(?:ان|ين))(?!\w)"
)


def take_number_of_volumes(draft: Draft) -> None:
    """2 vols., خمسة أجزاء, جزآن: how many volumes a work has; between delimiters, for in a title it is none."""
    if not may_have(words.VOLUMES, draft.rest):
        return
    for match in compiled(rf"(?<!\w)(?:{_COUNTED})").finditer(draft.rest):
        if draft.stands_alone(*match.span()):
            draft.take("number-of-volumes", *match.span())


def take_vancouver_numbers(draft: Draft) -> None:
    """2019;12(3):45-50, as medicine writes year, volume, issue and pages."""
    if ";" not in draft.rest:
        return
    year, rest = r"(?P<issued>(?:19|20)\d\d)(?:\s+[a-z]{3,9}\.?(?:\s+\d{1,2})?)?", r"(?P<volume>\d{1,4})\s*"
    numbers = compiled(
        rf"(?<!\d){year}\s*;\s*{rest}(?:\((?P<issue>[^()]{{1,12}})\))?\s*:\s*(?P<page>\w?\d+(?:\s*-\s*\w?\d+)?)"
    )
    if match := numbers.search(draft.rest):
        for name in ("issued", "volume", "issue", "page"):
            if match[name]:
                draft.take(name, *match.span(name))
        draft.drop(*match.span())
        before = compiled(rf"[.]\s*(?P<journal>[^.{TAKEN}]{{2,90}}?)\s*\.?\s*$").search(draft.rest[: match.start()])
        if before:
            draft.take("container-title", *before.span("journal"))


def take_volume_and_page(draft: Draft) -> None:
    """٣/٢٥٠, as classical works are cited: volume and page. Only in a note, and between delimiters."""
    if draft.kind != "note" or draft.has("page"):
        return
    start, end = rf"(?:^|(?<=[,;:({TAKEN}]))\s*", rf"(?=\s*(?:[,;.):{TAKEN}]|$))"
    slashed = rf"{start}(?P<volume>\d{{1,3}})\s*/\s*(?P<page>\d{{1,4}}(?:\s*-\s*\d{{1,4}})?){end}"
    if match := compiled(slashed).search(draft.rest):
        draft.take("volume", *match.span("volume"))
        draft.take("page", *match.span("page"), outer=(match.end("volume"), match.end()))


def take_numbers(draft: Draft) -> None:
    """Volume, issue, year of a journal and part, by their labels; 24(3) and `8, no. 3` by their shape."""
    labels = (
        ("issue", words.ISSUE, r"ع|nos?\."),
        ("volume", words.VOLUME, r"مج|vols?\."),
        ("part", words.PART, r"ج"),
        ("journal-year", words.JOURNAL_YEAR, r"س"),
    )
    for name, terms, dense in labels:
        for start, after in _labels(draft.rest, terms, dense):
            value = _number_at(draft.rest, after)
            if value and not draft.has(name) and not _is_year(value.group()):
                draft.take(name, *value.span(), outer=(start, _after_bracket(draft.rest, value.end())))
    _take_shaped_numbers(draft)


def _number_at(rest: str, start: int) -> re.Match[str] | None:
    """A number, a pair of numbers, or an ordinal in words that stands at an offset."""
    digits = compiled(rf"{_NUMBER}(?:(?:\s?[-/]\s?|\s*و\s*)(?!{_ANY_YEAR}){_NUMBER})?").match(rest, start)
    return digits or compiled(ORDINAL).match(rest, start)


def _after_bracket(rest: str, end: int) -> int:
    return end + 1 if rest[end : end + 1] == ")" else end


def _is_year(value: str) -> bool:
    return bool(re.fullmatch(_ANY_YEAR, value.strip()))


def _take_shaped_numbers(draft: Draft) -> None:
    if not draft.has("volume", "issue"):
        shape = compiled(r"(?<=[^\W\d_])[\s,]+(?P<volume>\d{1,4})\s*\(\s*(?P<issue>\d{1,4}(?:\s*[-/]\s*\d{1,4})?)\s*\)")
        for match in shape.finditer(draft.rest) if "(" in draft.rest else ():
            if not _is_year(match["issue"]) and not _is_year(match["volume"]):
                draft.take("volume", *match.span("volume"))
                draft.take("issue", *match.span("issue"), outer=(match.end("volume"), match.end()))
                return
    elif not draft.has("volume"):
        before_issue = compiled(rf"(?<=[^\W\d_])[\s,\"]+(?P<volume>\d{{1,4}})\s*,?\s*{TAKEN}").search(draft.rest)
        if before_issue and not _is_year(before_issue["volume"]):
            draft.take("volume", *before_issue.span("volume"))


def take_edition(draft: Draft) -> None:
    """ط ١, الطبعة الأولى, ط أولى, 2nd ed., Edition 1."""
    revised = r"(?<!\w)(?P<value>rev(?:ised)?\.?)\s+(?:and enl(?:arged|\.)\s+)?ed(?:ition|\.|n\.)"
    if "rev" in draft.rest and (match := compiled(revised).search(draft.rest)):
        draft.take("edition", *match.span("value"), outer=match.span())
        return
    for start, after in _labels(draft.rest, (*words.EDITION, "edition"), "ط"):
        value = _number_at(draft.rest, after)
        if value and not _is_year(value.group()):
            draft.take("edition", *value.span(), outer=(start, _after_bracket(draft.rest, value.end())))
            return
    for match in finder(words.EDITION_AFTER).finditer(draft.rest) if may_have(words.EDITION_AFTER, draft.rest) else ():
        ordinal = r"(?<!\w)(\d{1,3}(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth|seventh)\s+$"
        if value := compiled(ordinal).search(draft.rest, max(0, match.start() - 16), match.start()):
            draft.take("edition", *value.span(1), outer=(value.start(), match.end()))
            return
