"""Which body a stretch of text names by its words: a place, a publisher, a university, a faculty, a journal."""

from __future__ import annotations

import re

from refkit.parser.draft import Draft, Segment, compiled
from refkit.vocabulary import pattern, place
from refkit.vocabulary import terms as words


def split_compounds(segment: Segment) -> list[Segment]:
    """`place: publisher` and `كلية الآداب جامعة القاهرة` as the two things they are."""
    cuts = [m.span() for m in re.finditer(r"\s*:\s*", segment.text)]
    for start, end in cuts:
        left, right = segment.text[:start], segment.text[end:]
        if place(left) or (segment.depth and left and right):
            return [_part(segment, 0, start), _part(segment, end, len(segment.text))]
    department = compiled(rf"^{pattern(words.DEPARTMENT)}.*?(?P<cut>\s+(?:-\s+)?)(?=(?:جامعه|الجامعه)\s)").match(
        segment.text
    )
    if department:
        return [_part(segment, 0, department.start("cut")), _part(segment, department.end("cut"), len(segment.text))]
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
    if compiled(
        rf"^(?:(?:في|ضمن|بحث منشور (?:في|ب)|مقال منشور (?:في|ب)|منشور في)\s*:?\s*)?{pattern(words.JOURNAL)}"
    ).match(text):
        return "container-title"
    if _starts_with(text, words.UNIVERSITY):
        return "publisher"
    if _starts_with(text, words.DEPARTMENT[:5]) and not segment.text.startswith("معهد"):
        return "department"
    if compiled(r"^(?:faculty|college|department|school|dept)\b").match(text):
        return "department" if draft.has("genre", "issue") or "university" in draft.rest else "publisher"
    if _starts_with(text, words.PUBLISHER) and segment.words <= 12:
        return "publisher"
    if text.isascii() and segment.words <= 14:
        return _english_body(text)
    return ""


def _english_body(text: str) -> str:
    """A body is what its head noun says: the word before of, for, on … (Review Commission is a commission)."""
    head = compiled(r"\s+(?:of|for|on|in|at)\s").split(text, 1)[0].split()[-1]
    for part in (head, text):
        if compiled(pattern(words.JOURNAL[11:])).search(part):
            return "container-title"
        if compiled(pattern(words.UNIVERSITY + words.PUBLISHER)).search(part):
            return "publisher"
    return ""


def _starts_with(text: str, terms: tuple[str, ...]) -> bool:
    return bool(compiled(rf"^(?:the\s+)?{pattern(terms)}").match(text))
