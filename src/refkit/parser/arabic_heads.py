"""Steps for the head of an Arabic citation: who is named before a colon, behind one, or behind the preposition ل."""

from __future__ import annotations

import re

from refkit.names import is_corporate
from refkit.names.persons import (
    CERTAINLY,
    PERHAPS,
    PROBABLY,
    by_author,
    is_common,
    joined,
    known_given,
    people_in,
    personhood,
)
from refkit.parser.draft import KNOWN, TAKEN, Draft, compiled
from refkit.text import fold
from refkit.vocabulary import find
from refkit.vocabulary import terms as words

_LONGEST = 240
_TITLE_OF_A_PERSON = r"(?:ا\s*\.\s*)?د\s*\.?|(?:ال)?دكتوره?|(?:ال)?استاذه?|(?:ال)?مهندس|(?:ال)?شيخ|(?:ال)?اب"
_EDITOR = r"(?:ال)?محرر(?:ون|ين|ان|ه|تان)?|تحرير|اعداد|اشراف|(?:ال)?مشرف|تنسيق|منسق|جمع"
_BRACKET = (
    rf"\s*[(\[]\s*(?:(?P<editor>{_EDITOR})|(?P<translator>(?:ال)?مترجم|ترجمه)"
    rf"|(?P<title>{_TITLE_OF_A_PERSON}|(?:ال)?مولف|واخرون|واخرين))\s*[)\]]"
)
_HEAD = rf"[\s{KNOWN}(]*(?P<name>[^:()\[\]\"{KNOWN}]{{2,{_LONGEST}}}?)(?:{_BRACKET})?[\s{KNOWN}]*(?P<mark>[:,])"


def take_arabic_head(draft: Draft) -> None:
    """Author or editor before a colon or before a role in brackets; or the author behind the title and a colon."""
    if draft.nameless or draft.has("author") or not _arabic(draft):
        return
    match = compiled(_HEAD).match(draft.rest)
    if match and (match["editor"] or match["translator"] or match["title"]):
        _take_with_role(draft, *match.span("name"), role=_role(match), after=match.end() - 1)
        return
    _take_journal_before_colon(draft)
    start = compiled(rf"[\s(,:.{KNOWN}]*").match(draft.rest)
    colon = draft.rest.find(":", start.end() if start else 0, (start.end() if start else 0) + _LONGEST)
    if colon > 0:
        _take_at_colon(draft, colon)


def _take_journal_before_colon(draft: Draft) -> None:
    """`شؤون عربية: العدد 35، 1984، مقال بعنوان: …`: a journal that begins the citation, its numbers behind a colon."""
    match = compiled(rf"\s*(?P<name>[^:,()\[\]\"{KNOWN}]{{3,80}}?)\s*:\s*{TAKEN}").match(draft.rest)
    if (
        match
        and draft.has("issue", "volume")
        and not draft.has("container-title")
        and personhood(match["name"]) < PROBABLY
    ):
        draft.take("container-title", *match.span("name"))
        if label := compiled(r"(?<!\w)(?:مقاله?|بحث|دراسه)\s+(?:بعنوان|عنوانها?)\s*:?").search(draft.rest):
            draft.drop(*label.span())


def _arabic(draft: Draft) -> bool:
    first = compiled(r"[^\W\d_]").search(draft.shadow.text)
    return first is not None and not first.group().isascii()


def _role(match: re.Match[str]) -> str:
    return "editor" if match["editor"] else "translator" if match["translator"] else "author"


def _take_with_role(draft: Draft, start: int, end: int, role: str, after: int) -> None:
    """A name with `(محرر)` or `(دكتور)` behind it."""
    names = draft.original_of(start, end)
    if all(
        personhood(name) >= PERHAPS
        for part in names.replace("،", ",").split(",")
        for name in joined(part)
        if name.strip()
    ):
        if "," in draft.rest[start:end]:
            draft.family_first.add(role)
        draft.take(role, start, end, outer=(start, after))


def _take_at_colon(draft: Draft, colon: int) -> None:
    """`author: title`, or `title: author`, by which of the two is a person."""
    start = len(draft.rest) - len(draft.rest.lstrip(f" (,:.{KNOWN}"))
    head = draft.rest[start:colon].rstrip(f" {KNOWN}")
    died = draft.found.get("death", [(-9, -9)])[0]
    closed = 0 <= colon - died[1] <= 3
    end = died[0] if closed else start + len(head)
    end = start + len(draft.rest[start:end].rstrip())
    if compiled(r"\w{3}\.\s").search(draft.rest, start, end):
        return
    if start >= end or TAKEN in draft.rest[start:end] or any(c in draft.rest[start:end] for c in '"()'):
        return
    stretch = compiled(rf"\s*(?P<value>[^,()\[\]\":;{KNOWN}]{{3,120}}?)\s*\.?\s*(?=[,()\[\":;{KNOWN}]|$)").match(
        draft.rest, colon + 1
    )
    after = draft.original_of(*stretch.span("value")) if stretch else ""
    name = draft.original_of(start, end)
    parts = [part for part in name.replace("،", ",").split(",") if part.strip()]
    if closed and len(name.split()) <= 24:
        if len(parts) > 1:
            draft.family_first.add("author")
        draft.take("author", start, end)
    elif len(parts) == 1:
        _take_by_personhood(draft, (start, end), name, after, stretch.span("value") if stretch else (0, 0))
    elif len(parts) == 2 and personhood(parts[1]) >= PROBABLY and len(parts[0].split()) <= 2 and personhood(parts[0]):
        draft.family_first.add("author")
        draft.take("author", start, end, sure=personhood(parts[1]) == CERTAINLY)


def _take_by_personhood(draft: Draft, span: tuple[int, int], name: str, after: str, following: tuple[int, int]) -> None:
    first = people_in(name)
    behind = by_author(after) if after.startswith("ل") else after
    second = people_in(behind)
    lonely = len(name.split()) == 1 and first == PERHAPS and second < PROBABLY and not is_common(fold(name))
    certain = second == CERTAINLY or (second == PROBABLY and len(name.split()) > 1)
    if after and certain and first < CERTAINLY and (after.startswith("ل") or first < PROBABLY):
        draft.take("title", *span, sure=False)
        draft.take("author", *following)
    elif first >= PROBABLY or lonely or (is_corporate(name) and not find(words.JOURNAL, name)):
        draft.take("author", *span, sure=first == CERTAINLY)
        if role := compiled(rf"\s*:\s*\((?:{_TITLE_OF_A_PERSON})\)").match(draft.rest, span[1]):
            draft.drop(*role.span())


#: A word that only a name can be behind ل: لابن, للإمام, للدكتور; or a nisba, للزنجاني.
_BEHIND_L = (
    r"\sل(?P<value>(?:(?:ابن|ابي|ابو|لامام|امام|لشيخ|لعلامه|لحافظ|لقاضي|لدكتور|لاستاذ|عبد|محمد|احمد)\s[^\d,:;.()\[\]\"]{2,60}?"
    r"|ل\w{2,12}(?:\s[^\d,:;.()\[\]\"]{2,60}?)?))\s*\.?\s*(?=[,:;.()\[]|$)"
)


def take_author_behind_preposition(draft: Draft) -> None:
    """`تخريج الفروع على الأصول للزنجاني`: title and author in one stretch, the author behind ل at its end."""
    if draft.has("author", "title") or not _arabic(draft):
        return
    start = len(draft.rest) - len(draft.rest.lstrip(f" ({KNOWN}"))
    limit = compiled(rf"[,:;()\[\"{KNOWN}]|$").search(draft.rest, start)
    end = min(limit.start() if limit else start, start + _LONGEST)
    match = compiled(_BEHIND_L).search(draft.rest[:end] + draft.rest[end : end + 1], start)
    if not match or match.start() - start < 3:
        return
    name = match["value"]
    nisba = name.startswith("ل") and not name.startswith(
        ("لامام", "لشيخ", "لعلامه", "لحافظ", "لقاضي", "لدكتور", "لاستاذ")
    )
    first, _, more = name.partition(" ")
    if nisba and not (known_given(more) if more else first.endswith("ي") and not is_common(first[1:])):
        return
    if personhood(by_author("ل" + name)) < PERHAPS:
        return
    value_end = match.start("value") + len(name.rstrip(" ."))
    draft.take("title", start, match.start(), sure=False)
    draft.take("author", match.start("value") - 1, value_end, sure=False)
