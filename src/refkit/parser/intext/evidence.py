"""How sure it is that a name with a year is a citation: of a listed author and year, of an author, by its shape."""

from __future__ import annotations

import re
from enum import IntEnum

from refkit.dates import year_suffix
from refkit.names import is_corporate
from refkit.names.persons import PERHAPS, PROBABLY, is_common, known_given, personhood
from refkit.parser.intext.people import Authors, Named, is_nameable
from refkit.parser.printed import printed_date
from refkit.text import Shadow, fold, is_arabic, shade
from refkit.vocabulary import find, finder
from refkit.vocabulary.intext import DATED_LEAD_INS, PERSONAL, reports, rulers
from refkit.vocabulary.tables import english_words

#: Names before a year reach back so far at most.
REACH = 140
_MOST_NAMES = 8
#: Names of no list before a bracket have so many words at most.
_MOST_WORDS = 5


#: A word with the Arabic article, and what is written together with it.
_ARTICLE = re.compile(r"[وف]?(?:[بك]?ال|لل)")


#: No person is named behind these.
_ARTICLES = frozenset(("the", "a", "an", "this", "its", "their"))


class Evidence(IntEnum):
    """How sure a citation is: not at all, shaped like one, of a listed author, of a listed author and year."""

    NONE = 0
    SHAPED = 1
    SURE_SHAPE = 2
    AUTHOR = 3
    WORK = 4


# --- inside brackets ------------------------------------------------------------------------------------------------


def judge(text: str, first: int, last: int, year: str, paged: bool, authors: Authors) -> tuple[Named, Evidence] | None:
    """Who is named before a year inside brackets, and how sure it is that they are cited."""
    tail = authors.find(text, first, last)
    if tail and of_year(tail, year, authors) == Evidence.WORK:
        return tail, Evidence.WORK
    head = None if find(PERSONAL, shade(text[first:last])) else _at_head(text, first, last, authors)
    if head and of_year(head, year, authors) == Evidence.WORK:
        return head, Evidence.WORK
    whole = _shaped(text, _without_lead_in(text, first, last), last, authors)
    if whole and (evidence := _of_names(text, whole, year, paged)) and not (tail and tail.start == whole.start):
        return whole, evidence
    return (tail, Evidence.AUTHOR) if tail else None


def _of_names(text: str, named: Named, year: str, paged: bool) -> Evidence | None:
    """How surely people of no list are cited by all that stands before a year in brackets."""
    evidence = of_shape(named, year_suffix(year), paged)
    if evidence != Evidence.SHAPED:
        return evidence
    if "[" in text[named.start : named.end]:
        return Evidence.SURE_SHAPE  # Ministry of Health [MoH]: nobody abbreviates what is named once
    # The initials of a body that the list lacks may be those of a drug, a trial, a virus.
    initials = len(named.names) == 1 and named.names[0].isupper() and not is_arabic(named.names[0][:1])
    return None if initials or _may_be_verb(named, text[named.end : named.end + 1]) else evidence


def _may_be_verb(named: Named, after: str) -> bool:
    """Whether no capital, no comma and no ending tells an Arabic word from another: (تأسست 1957)."""
    name = named.names[0]
    alone = len(named.names) == 1 and is_arabic(name[:1]) and not is_corporate(name)
    return alone and after not in (",", "،") and personhood(name) < PROBABLY


def _at_head(text: str, start: int, end: int, authors: Authors) -> Named | None:
    """An author of the list before the first comma, with a title between name and year."""
    comma = re.search("[,،]", text[start:end])
    return authors.find(text, _without_lead_in(text, start, end), start + comma.start()) if comma else None


def of_year(named: Named, year: str, authors: Authors) -> Evidence:
    """Whether a listed author has a work of that year in the list."""
    date = printed_date(year)
    years = {date.year, date.end_year, date.also.year if date.also else None} - {None}
    if not years:
        return Evidence.WORK if any(not work.years for work in authors.of(named)) else Evidence.AUTHOR
    return Evidence.WORK if any(work.years & years for work in authors.of(named)) else Evidence.AUTHOR


def _without_lead_in(text: str, start: int, end: int) -> int:
    shadow = Shadow(text[start:end])
    match = finder(DATED_LEAD_INS).match(shadow.text)
    while match and match.end() < len(shadow.text):
        start += shadow.span(0, match.end())[1]
        while start < end and not text[start].isalnum():
            start += 1
        shadow = Shadow(text[start:end])
        match = finder(DATED_LEAD_INS).match(shadow.text)
    return start


def _shaped(text: str, start: int, end: int, authors: Authors) -> Named | None:
    """A stretch that is shaped as names from end to end; in Arabic several of them must be names for sure."""
    named = authors.read(text[start:end], start) if end - start <= REACH else None
    if not named or len(named.names) > _MOST_NAMES or not all(map(is_nameable, named.names)):
        return None
    if fold(text[start:end]) in authors.houses:
        return None  # (Faber, 2018) is an imprint
    several = len(named.names) > 1 and is_arabic(named.names[0][:1])
    return None if several and min(map(personhood, named.names)) < PERHAPS else named


def of_shape(named: Named, suffix: str, paged: bool) -> Evidence | None:
    """How surely people of no list are cited: a page, a letter, several names or a given name speak for it."""
    if paged or suffix or named.others or any(map(_is_arabic_whole, named.names)):
        return Evidence.SURE_SHAPE
    several, body = len(named.names) > 1, is_corporate(named.names[0])
    return Evidence.SHAPED if several or body or not _is_common_word(named.names[0]) else None


def _is_arabic_whole(name: str) -> bool:
    """A given and a family name, as Arabic papers cite; in Latin script who stands so made a film, or died."""
    return is_arabic(name[:1]) and known_given(name) and " " in name


def _is_common_word(name: str) -> bool:
    """Whether a word of a name stands in the lexicon of title words, in either language."""
    words = fold(name).split()
    if is_arabic(name[:1]):
        return any(map(is_common, words))
    return len(words) > 2 or any(word in english_words() for word in words)


# --- before brackets ------------------------------------------------------------------------------------------------


def may_be_author(text: str, first: int, named: Named, after: str) -> bool:
    """Whether a listed author with a year of no work of theirs is cited, not another person of that name.

    President Carter (1977), صدام حسين (1979): a verb of saying tells, or in Latin script that no capital is before.
    """
    before = text[first : named.start].split()
    if _speaks(before[-1] if before else "", after):
        return True
    if is_arabic(text[named.start]) or (before and fold(before[-1]) in rulers()):
        return False
    return len(before) < 2 or not before[-1][0].isupper()


def _speaks(before: str, after: str) -> bool:
    """Whether a verb of saying stands on either side of a name with a year."""
    following = after.split(maxsplit=1)
    return fold(before) in reports() or (bool(following) and fold(following[0]) in reports())


def shaped_tail(text: str, start: int, end: int, paged: bool, after: str, authors: Authors) -> Named | None:
    """Names of no list right before a bracket: `paged`, with a page in it, or beside a verb that reports."""
    words = [match.start() + start for match in re.finditer(r"(?<!\S)\S", text[start:end])]
    best: Named | None = None
    for index in range(len(words) - 1, max(-1, len(words) - 1 - _MOST_WORDS), -1):
        named = _shaped(text, words[index], end, authors)
        before = text[words[index - 1] : words[index]] if index else ""
        if named and " " in named.names[0] and not known_given(named.names[0]):
            continue  # So Haddad: a word at the head of a sentence
        if named and _is_cut(before.strip(), first=index == 1):
            continue
        if named and _introduced(named, before.strip(), after, paged):
            best = named
    return best


def _introduced(named: Named, before: str, after: str, paged: bool) -> bool:
    """Whether a verb of saying stands beside the names, or they can be nothing else: et al., a given name in front."""
    if is_arabic(named.names[0][:1]):
        # No capital tells where an Arabic name begins: the verb right before it does; or a page tells a name in -ī,
        # which behind a noun with its article would be an adjective.
        paged_name = paged and len(named.names) == 1 and personhood(named.names[0]) >= PROBABLY
        return fold(before) in reports() or (paged_name and not _ARTICLE.match(before))
    sure = named.others or all(known_given(name) and " " in name for name in named.names)
    return paged or sure or _speaks(before, after)


def _is_cut(before: str, first: bool) -> bool:
    """Whether the word before a name belongs to it, in Latin script: the capital of Security Council (1986).

    `first`: the word opens a stretch, where words of any kind have a capital.
    """
    if fold(before) in _ARTICLES:
        return True
    return before[:1].isupper() and before[-1:].isalnum() and not first and fold(before) not in reports()
