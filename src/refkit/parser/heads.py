"""Steps for the head of a citation: its number in the list, and the list of people in Latin script that opens it."""

from __future__ import annotations

from refkit.names import is_corporate, looks_personal
from refkit.parser.draft import KNOWN, TAKEN, Draft, abbreviates, compiled
from refkit.parser.latin_names import People, people_at
from refkit.text import MODERN_YEAR

#: `[3] `, `14- `, `(٤) `: what numbers the lines of a list. A year is none.
_NUMBER = r"\s*(?:\[\s*\d{1,3}\s*\]|\(\s*\d{1,3}\s*\)|\d{1,3}\s*[-.)](?=\s|[^\W\d_]))\s*[-.:]?\s*(?=[^\s\d])"
_EDITOR = (
    r"\s*,?\s*[(\[]?\s*(?:eds?\b|editors?\b|hrsg\b|hg\b|dir\b|coords?\b|gen\.\s*eds?\b)[^()\[\]\w]{0,3}(?:[)\]]\.?)?"
)
_OTHER_ROLE = r"\s*[(\[](?:[a-z/ .]{4,30})[)\]]"


def take_list_number(draft: Draft) -> None:
    """The number of a line in its list is no part of the citation."""
    if draft.kind == "reference" and (match := compiled(_NUMBER).match(draft.rest)):
        draft.drop(0, match.end())


#: What stands for the author of the line before: dashes, underscores, idem.
_REPEATED = (
    r"[\s(]*(?:[-_]{2,12}|-\s?(?=[,:])|(?:(?:لل|ال)مولف|(?:لل|ال)كاتب|(?:لل|ال)باحث)\s+(?:نفسه|نفسها|ذاته|عينه)|نفس\s+(?:المولف|الكاتب)"
    rf"|له\s+ايضا|(?:idem|id|eadem)(?=[.,:;\s])\.?)\s*(?=[,.:;\s{TAKEN}(])[\s,.:;-]*"
)


def take_repeated_author(draft: Draft) -> None:
    """A dash or `idem` where the author stands: the author is that of the line before, and nobody is named here."""
    if match := compiled(_REPEATED).match(draft.rest):
        draft.drop(0, match.end())
        draft.nameless = True


def take_latin_people(draft: Draft) -> None:
    """Authors, or editors with `(eds.)` behind them, at the head of a citation in Latin script.

    Where nothing tells the names from a title (a note that begins `Said, Orientalism,`) later steps decide.
    """
    if draft.nameless:
        return
    start = len(draft.rest) - len(draft.rest.lstrip(f" {KNOWN}"))
    first = draft.rest[start : start + 1]
    if not first.isascii() or not first.isalpha():
        return
    people = people_at(draft.text, draft.shadow.span(start, start + 1)[0])
    if not people or not _ends_as_a_list(draft, people):
        return
    begin, end, after = (draft.shadow.position(offset) for offset in (people.start, people.end, people.after))
    if TAKEN in draft.rest[begin:end]:
        return
    role = compiled(_EDITOR).match(draft.rest, after)
    name = "editor" if role else "author"
    if people.inverted:
        draft.family_first.add(name)
    draft.take(name, begin, end, sure=people.sure, outer=(begin, role.end() if role else after))
    if not role and (other := compiled(_OTHER_ROLE).match(draft.rest, after)):
        draft.drop(*other.span())


#: `UNESCO. Title`, `Ibn Khaldūn. The Muqaddimah`, `World Bank (2019)`.
_BODY = (
    r"\s{0,9}(?P<name>[^\s.,:;\"(\[\]\d][^.,:;\"(\[\]\d]{1,89}?)\s{0,3}"
    rf"(?:\.\s+(?=[^\W\d_]|\")|(?=\(\s?{MODERN_YEAR}))"
)


def take_body(draft: Draft) -> None:
    """A body, an acronym or a classical author that a full stop or a bracketed year divides from the title."""
    if draft.nameless or draft.kind != "reference" or draft.has("author", "editor"):
        return
    match = compiled(_BODY).match(draft.rest)
    if not match or abbreviates(draft.rest, match.end("name")):
        return
    name = draft.original_of(*match.span("name"))
    acronym = name.isupper() and len(name) <= 12 and " " not in name.strip()
    classical = (
        compiled(r"(?:ibn|abu|al-|ابن|ابو)").match(match["name"]) and len(name.split()) <= 4 and looks_personal(name)
    )
    if acronym or classical or (is_corporate(name) and len(name.split()) <= 9):
        draft.take("author", *match.span("name"), sure=not acronym)


def _ends_as_a_list(draft: Draft, people: People) -> bool:
    """Whether what follows the names is what follows the authors of a work, in the kind of text that this is."""
    names, rest = draft.text[people.start : people.end], draft.text[people.after : people.after + 40]
    if people.number == 1 and is_corporate(names):
        return False
    if draft.kind == "note" and people.inverted and (not people.sure or people.number == 1):
        return False
    if people.sure and names.endswith("."):
        return bool(compiled(r"\s|[,;:(]").match(rest))
    closed = compiled(r"\s*(?:[.:;]\s|\(|\[|[\"“‘«`]|,\s*\(?eds?\b|\.?\s*,?\s*(?:1[5-9]|20)\d\d)").match(rest)
    return bool(closed) or (people.sure and rest.lstrip()[:1] == ",") or (people.after > people.end)
