"""Which body a stretch of text names by its words: a place, a publisher, a university, a faculty, a journal."""

from __future__ import annotations

import re
from functools import lru_cache

from refkit.parser.draft import Draft, Segment, compiled
from refkit.vocabulary import find, finder, place
from refkit.vocabulary import terms as words

#: No place before a colon is longer.
_LONGEST_PLACE = 80


def split_compounds(segment: Segment) -> list[Segment]:
    """`place: publisher` and `كلية الآداب جامعة القاهرة` as the two things they are."""
    head = segment.text[:_LONGEST_PLACE]
    cuts = (m.span() for m in re.finditer(r"\s*:\s*", head)) if ":" in head else ()
    for start, end in cuts:
        left, right = segment.text[:start], segment.text[end:]
        if place(left) or (segment.depth and left and right):
            return [_part(segment, 0, start), _part(segment, end, len(segment.text))]
    if segment.text.startswith("ب") and not place(segment.text) and place(segment.text[1:]):
        return [_part(segment, 1, len(segment.text))]
    university = "جامعه " in segment.text and compiled(r"\s+(?:-\s+)?(?=(?:جامعه|الجامعه)\s)").search(segment.text)
    if university and finder(words.DEPARTMENT).match(segment.text):
        return [_part(segment, 0, university.start()), _part(segment, university.end(), len(segment.text))]
    return [segment]


def _part(segment: Segment, start: int, end: int) -> Segment:
    return Segment(
        segment.start + start,
        segment.start + end,
        segment.text[start:end],
        segment.before,
        segment.after,
        segment.depth,
    )


def body_kind(segment: Segment, draft: Draft) -> str:
    """Which field a segment is by its words: '' if they do not tell."""
    text = segment.text
    if segment.quoted:
        return ""
    if place(text):
        return "publisher-place"
    preposition = compiled(r"(?:(?:في|ضمن|بحث منشور (?:في|ب)|مقال منشور (?:في|ب)|منشور في)\s*:?\s*)?").match(text)
    if finder(words.JOURNAL).match(text, preposition.end() if preposition else 0):
        return "container-title"
    if _starts_with(text, words.UNIVERSITY):
        return "publisher"
    if _starts_with(text, ("كلية", "الكلية", "قسم", "مخبر")):
        return "department"
    if draft.has("genre") and _starts_with(text, ("معهد", "المعهد", "مدرسة")) and "جامع" in draft.rest:
        return "department"
    if compiled(r"^(?:faculty|college|department|school|dept)\b").match(text):
        return "department" if draft.has("genre", "issue") or "university" in draft.rest else "publisher"
    if _starts_with(text, words.PUBLISHER) and segment.words <= 12:
        return "publisher"
    if text.isascii() and segment.words <= 14:
        return _english_body(text)
    return ""


@lru_cache(maxsize=4096)
def _english_body(text: str) -> str:
    """A body is what its head noun says: the word before of, for, on … (Review Commission is a commission)."""
    head = compiled(r"\s+(?:of|for|on|in|at)\s").split(text, 1)[0].split()[-1]
    for part in (head, text):
        if find(words.JOURNAL, part):
            return "container-title"
        if find(words.UNIVERSITY, part) or find(words.PUBLISHER, part):
            return "publisher"
    return ""


def _starts_with(text: str, terms: tuple[str, ...]) -> bool:
    return bool(finder(terms).match(text.removeprefix("the ")))
