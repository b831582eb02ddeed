"""Citations by author and year in running text: (الجابري، 2009، ص 45), (Smith & Jones, 2018; Lee, 2020), Smith (2018).

A year in brackets is no citation by itself. It is one where a name stands before it: of an author of the list, or, in
a document that is known to cite so, what is shaped as a name and cannot be a place, a month or a law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from refkit.dates import year_suffix
from refkit.model import Citation, Date, Fields, Locator, Name, Span
from refkit.parser.intext.evidence import REACH, Evidence, judge, may_be_author, of_shape, of_year, shaped_tail
from refkit.parser.intext.locators import Found, read_locator
from refkit.parser.intext.people import Authors, Named, names_of
from refkit.parser.intext.place import InText
from refkit.parser.printed import printed_date
from refkit.text import YEAR, Shadow, ascii_digits, language
from refkit.vocabulary import finder
from refkit.vocabulary.intext import FORTHCOMING, THROUGH
from refkit.vocabulary.terms import NO_DATE

_ERA = r"(?:\s?(?:م|ه|ميلادي[هه]?|هجري[هه]?|a\.?d\.?|c\.?e\.?|a\.?h\.?)(?!\w))"
_ONE_YEAR = rf"(?:{YEAR}(?:[a-z]|\s?[ابجد])?(?!\w)|(?:{YEAR}|[1-9]\d\d){_ERA})"  # ascii: a shadow
_NO_YEAR = finder((*NO_DATE, *FORTHCOMING)).pattern
_FIRST_YEAR = rf"\[\s?(?:orig\.\s?)?{YEAR}\s?\]"
#: A year that ends no range and begins none: 2018, 2018a, 1440هـ, 1440/2019, [1950] 2018; or what stands for one.
_YEAR = re.compile(
    rf"(?<![\w./-])(?:(?:{_FIRST_YEAR}\s?)?{_ONE_YEAR}(?:\s?/\s?{_ONE_YEAR}|\s?{_FIRST_YEAR})?|{_NO_YEAR})"
    rf"(?!\s*-\s*\d|\s*/\s*(?:{YEAR}|\d{{1,2}}\s*/))"
)
#: Behind a work that was not seen: it is cited from the one that follows.
_THROUGH = re.compile(rf"\s*[,;.]?\s*{finder(THROUGH).pattern}")
#: What follows the years in the bracket behind a name: (2018; Lee, 2020), (1999, as cited in Lee, 2020).
_FURTHER = re.compile(rf";|{finder(THROUGH).pattern}")
_BRACKET = re.compile(r"\([^()]{3,500}\)")
#: Where the text before a bracket can be cut: no name goes over these.
_STOP = re.compile(r"[;:!?()\[\]\"«»“”]|(?<=[^\W\d_]{3})\.\s")
_PAGED = re.compile(r"\s*[,:]")
_JOINT = re.compile(r"\s*(?:[,;]|and|و)\s*")
#: What follows a bracket is looked at so far on.
_NEXT = 3
#: A note of more letters than this is more than a citation.
_LONGEST_NOTE = 200


@dataclass(frozen=True)
class Candidate:
    """A place that may cite, with the evidence for each of its citations; `narrative`: the first name stands before it.

    Smith (2018) is narrative, (Smith, 2018) is not.
    """

    place: InText
    evidence: tuple[Evidence, ...]
    narrative: bool = False


@dataclass(frozen=True)
class _Item:
    """People and a year in a text: offsets into it, the locator behind, how sure."""

    named: Named
    names_at: Span | None
    year: Span
    end: int
    locator: Locator | None
    evidence: Evidence


def find_dated(text: str, authors: Authors) -> list[Candidate]:
    """All places of a text where people stand with a year, surely citations or not."""
    shadow = Shadow(text)
    found = []
    last = 0
    for bracket in _BRACKET.finditer(shadow.text):
        start, end = bracket.span()
        items = list(_in_bracket(shadow, start + 1, end - 1, authors))
        begins, narrative = start, False
        if not items and (named := _before(shadow, last, start, authors)):
            items = list(_behind_name(shadow, start + 1, end - 1, named, authors))
            narrative = bool(items)
            begins = shadow.position(named.start) if items else start
        if not items or narrative:
            further = _FURTHER.search(shadow.text, start + 1, end - 1)
            items += _in_bracket(shadow, further.end(), end - 1, authors) if further else ()
        kept = _seen(shadow, items)
        if kept:
            narrative = narrative and kept[0] is items[0]
            place = shadow.span(begins if narrative else start, end)
            evidence = _in_company([item.evidence for item in kept])
            if not narrative and len(kept) == 1 and evidence[0] == Evidence.SHAPED:
                evidence = _alone(text, place, shadow.text[end : end + _NEXT])
            found.append(Candidate(_place(text, place, kept), evidence, narrative))
        last = end
    return found


def _seen(shadow: Shadow, items: Sequence[_Item]) -> list[_Item]:
    """The items without those that are cited through the next one: (Brown, 1999, as cited in Lee, 2020) cites Lee.

    One that is a work of the list is cited all the same.
    """
    return [
        item
        for item, following in zip_longest(items, items[1:])
        if not following or item.evidence == Evidence.WORK or not _THROUGH.match(shadow.text, shadow.position(item.end))
    ]


def _alone(text: str, place: Span, after: str) -> tuple[Evidence]:
    """How surely one name of no list is cited: within a clause it may have made, or be, what stands before it.

    Neither does (Picasso, 1937) cite behind a painting, nor (Deloitte & Touche, 1998) behind a firm.
    """
    if after.strip() and after.strip()[0] not in ".,;:!?)\"'":
        return (Evidence.NONE,)
    return (Evidence.SURE_SHAPE if "&" in text[slice(*place)] else Evidence.SHAPED,)


def _in_company(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """What is shaped as a citation beside one that surely is: (Haddad, 2016; Khoury et al., 2012)."""
    if max(evidence) < Evidence.SURE_SHAPE:
        return tuple(evidence)
    return tuple(max(each, Evidence.SURE_SHAPE) for each in evidence)


def find_in_note(text: str, authors: Authors) -> list[Candidate]:
    """The citations of a note that is nothing but such citations, without brackets: See Smith 2018, 45; Lee 2020."""
    if len(text) > _LONGEST_NOTE:
        return []
    shadow = Shadow(text)
    items = list(_in_bracket(shadow, 0, len(shadow.text), authors)) if _YEAR.search(shadow.text) else []
    return [Candidate(_place(text, (0, len(text)), items), tuple(item.evidence for item in items))] if items else []


# --- (Smith & Jones, 2018, pp. 3-5; Lee, 2020) ---------------------------------------------------------------------


def _in_bracket(shadow: Shadow, start: int, end: int, authors: Authors) -> Iterator[_Item]:
    at = start
    before: _Item | None = None
    for match in _YEAR.finditer(shadow.text, start, end):
        if match.start() < at:
            continue
        division = max(shadow.text.rfind(";", at, match.start()) + 1, at)
        stop = match.start()
        while stop > division and shadow.text[stop - 1] in " ,.:":
            stop -= 1
        between = shadow.text[division:stop].strip(" ,;.")
        item: _Item | None
        if before and between in ("", "and", "و", "&"):
            item = _further(shadow, match, before, end, authors)
        elif not between and division == start:
            return
        else:
            item = _dated(shadow, division, stop, match, end, authors)
        if item:
            yield item
            before = item
            at = shadow.position(item.end)
        else:
            at = match.end()


def _dated(shadow: Shadow, start: int, stop: int, match: re.Match[str], end: int, authors: Authors) -> _Item | None:
    """One citation inside brackets: the listed authors that stand right before the year, or all that does."""
    text = shadow.original
    first, last = _words(text, *shadow.span(start, stop))
    locator = _locator(shadow, match, end)
    judged = judge(text, first, last, match.group(), locator is not None and locator.locator.label == "page", authors)
    return _item(shadow, judged[0], True, match, locator, judged[1]) if judged else None


def _words(text: str, first: int, last: int) -> Span:
    """The stretch without the signs that it begins with."""
    while first < last and not text[first].isalnum():
        first += 1
    return first, last


def _locator(shadow: Shadow, match: re.Match[str], end: int) -> Found | None:
    """The locator behind a year, if it ends before the bracket does."""
    found = read_locator(shadow.text, match.end()) if match.end() < end else None
    return found if found and found.end <= end else None


def _item(
    shadow: Shadow, named: Named, in_place: bool, match: re.Match[str], locator: Found | None, evidence: Evidence
) -> _Item:
    """People, year and locator; `in_place`: the people are named here, not before an earlier year."""
    year = shadow.span(*match.span())
    closing = shadow.span(match.start(), locator.end)[1] if locator else year[1]
    names_at = (named.start, named.end) if in_place else None
    return _Item(named, names_at, year, closing, locator.locator if locator else None, evidence)


def _further(shadow: Shadow, match: re.Match[str], before: _Item, end: int, authors: Authors) -> _Item:
    """Another year of the same people: (Smith 2018, 2020)."""
    known = before.evidence >= Evidence.AUTHOR
    evidence = of_year(before.named, match.group(), authors) if known else before.evidence
    return _item(shadow, before.named, False, match, _locator(shadow, match, end), evidence)


# --- Smith (2018, p. 3) --------------------------------------------------------------------------------------------


def _before(shadow: Shadow, floor: int, start: int, authors: Authors) -> Named | None:
    """Who is named right before a bracket that begins with a year."""
    year = _YEAR.match(shadow.text, _skip(shadow.text, start + 1))
    if not year:
        return None
    stop = start
    while stop > floor and shadow.text[stop - 1] == " ":
        stop -= 1
    begin = max(floor, start - REACH)
    cuts = [match.end() for match in _STOP.finditer(shadow.text, begin, stop)]
    text = shadow.original
    first, last = _words(text, *shadow.span(cuts[-1] if cuts else begin, stop))
    if begin > floor and not cuts and first < last:
        # The stretch begins somewhere in a word: from the next one on.
        first = next((at for at in range(first, last) if text[at].isspace()), last)
    closing = shadow.span(start, shadow.text.find(")", start) + 1)[1]
    paged = _PAGED.match(shadow.text, year.end()) is not None
    after = text[closing : closing + REACH]
    if named := authors.find(text, first, last):
        sure = paged or of_year(named, year.group(), authors) == Evidence.WORK
        return named if sure or may_be_author(text, first, named, after) else None
    return shaped_tail(text, first, last, paged, after, authors)


def _skip(shadow: str, at: int) -> int:
    while shadow[at : at + 1] == " ":
        at += 1
    return at


def _behind_name(shadow: Shadow, start: int, end: int, named: Named, authors: Authors) -> Iterator[_Item]:
    """(2018, p. 3), (2018a, 2018b) behind a name: years and locators, and nothing else before them."""
    position = _skip(shadow.text, start)
    known = bool(authors.of(named))
    first = True
    while match := _YEAR.match(shadow.text, position):
        locator = _locator(shadow, match, end)
        suffix = year_suffix(match.group())
        evidence = of_year(named, match.group(), authors) if known else of_shape(named, suffix, locator is not None)
        if evidence is None:
            return
        yield _item(shadow, named, first, match, locator, evidence)
        first = False
        joint = _JOINT.match(shadow.text, locator.end if locator else match.end(), end)
        position = joint.end() if joint else end


# --- values --------------------------------------------------------------------------------------------------------


def _place(text: str, span: Span, items: Sequence[_Item]) -> InText:
    return InText(*span, tuple(_citation(text, item) for item in items))


def _citation(text: str, item: _Item) -> Citation:
    start = item.names_at[0] if item.names_at else item.year[0]
    # Smith (2018): the bracket belongs to it.
    end = item.end + ("(" in text[start : item.end] and text[item.end : item.end + 1] == ")")
    piece = text[start:end]
    spans: dict[str, tuple[Span, ...]] = {"issued": ((item.year[0] - start, item.year[1] - start),)}
    if item.names_at:
        spans["author"] = ((0, item.names_at[1] - start),)
    people: tuple[Name, ...] = names_of(item.named)
    tag = language(" ".join(item.named.names))
    sure = "agreed" if item.evidence == Evidence.WORK else "single"
    return Citation(
        text=piece,
        form="short",
        language=tag,
        fields=Fields(language=tag, author=people, issued=_date(text[slice(*item.year)])),
        spans=spans,
        locator=item.locator,
        confidence=dict.fromkeys(spans, sure),
        start=start,
        end=end,
        same_author=item.names_at is None,
    )


def _date(printed: str) -> Date:
    """The year as printed; its letter, which no number says, is kept in the text."""
    date = printed_date(printed)
    return date.model_copy(update={"text": ascii_digits(printed)}) if year_suffix(printed) else date
