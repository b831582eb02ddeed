"""Where one note holds several citations."""

from __future__ import annotations

import re

from refkit.text import Shadow, shade
from refkit.vocabulary import citation_cues, find, finder, given_names, may_have, points_back
from refkit.vocabulary.terms import PAGE

_AGAIN = ("وينظر أيضا", "وانظر أيضا", "وينظر", "وانظر", "وراجع", "انظر أيضا", "ينظر أيضا", "see also")
#: Beyond this a note is an essay: it is parsed as one citation, and nothing is looked for between its lines.
_LONGEST = 20_000
#: A paragraph that ends so is whole: with a number, a bracket, a quotation mark, an address.
_ENDS = re.compile(r"(?:[\d)\]\"]|(?:https?:|www\.)\S+)$")
#: What ends a paragraph is looked at so far back.
_REACH = 600


def split_note(text: str) -> list[tuple[int, int]]:
    """Offsets of the citations of a note: those of each of its paragraphs, which line breaks divide.

    A paragraph after the first that shows no sign of a citation is a comment, and no part of one.
    """
    parts: list[tuple[int, int]] = []
    for start, end in _paragraphs(text):
        own = [(start + first, start + last) for first, last in _split_paragraph(text[start:end])]
        if not parts or any(_cites(shade(text[first:last])) for first, last in own):
            parts += own
    return parts


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Offsets of the paragraphs of a note; one that ends in the middle of a citation goes on in the next."""
    starts = [0]
    for match in re.finditer(r"\n+", text[:_LONGEST]):
        before = shade(text[max(starts[-1], match.start() - _REACH) : match.start()]).rstrip()
        if before.endswith((".", "!", "?")) or (_ENDS.search(before) and _cites(before)) or points_back(before[-30:]):
            starts.append(match.end())
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _split_paragraph(text: str) -> list[tuple[int, int]]:
    """Offsets of the citations of a paragraph: divided at ؛ and ; and before "وينظر أيضا" / "see also".

    A part that shows no sign of a citation belongs to the citation before it.
    """
    shadow = Shadow(text[:_LONGEST])
    cuts = [m.span() for m in re.finditer(r";(?=\s+\D)", shadow.text) if _outside_brackets(shadow.text, m.start())]
    if may_have(_AGAIN, shadow.text):
        found = finder(_AGAIN).finditer(shadow.text)
        cuts += [m.span() for m in found if shadow.text[: m.start()].rstrip().endswith((".", ",", ";"))]
    cuts += [
        m.span(1) for m in re.finditer(r"\d\s*(,\s*)و\w", shadow.text) if _joins_author(shadow.text[m.end(1) + 1 :])
    ]
    cuts += [
        m.span(1) for m in re.finditer(r"\d(\s*\.\s+)(?=[^\W\d])", shadow.text) if _two_citations(shadow.text, m.end())
    ]
    cuts = _merged(cuts)
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(shadow.text)]
    parts: list[tuple[int, int]] = []
    for start, end in zip(starts, ends, strict=True):
        start += _conjunction(shadow.text[start:end]) if parts else 0
        piece = shadow.text[start:end]
        if parts and not _cites(piece):
            parts[-1] = (parts[-1][0], end)
        else:
            parts.append((start, end))
    if len(parts) > 1 and not _cites(shadow.text[slice(*parts[0])]):
        parts[:2] = [(parts[0][0], parts[1][1])]
    whole = [shadow.span(start, end) for start, end in parts if start < end] or [(0, len(text))]
    whole[-1] = (whole[-1][0], len(text))
    return [_trimmed(text, *span) for span in whole]


def _two_citations(text: str, at: int) -> bool:
    """Whether a full stop divides two whole citations: each with three signs of one, a page among them."""
    return all(
        citation_cues(part) >= 3 and find(PAGE, part) for part in (text[max(0, at - 300) : at], text[at : at + 300])
    )


def _outside_brackets(text: str, end: int) -> bool:
    opened = text.rfind("(", max(0, end - 200), end)
    return opened < 0 or ")" in text[opened:end]


def _joins_author(rest: str) -> bool:
    """Whether an author follows a و: …، ص 12، وعبد الله العروي، …"""
    words = rest.split(maxsplit=1)
    return bool(words) and words[0].strip(",") in given_names() | {"عبد", "ابو"} and citation_cues(rest[:300]) >= 2


def _merged(cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The cuts in order, those that touch made one: `؛ وانظر:`."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(cuts):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


#: `Ayalon, The Press, 51.` and `للنووي، ٥/٣٥٨`: a short citation ends with its page.
_SHORT = re.compile(
    r"[^,]{2,80},\s*(?:[^,]{2,120},\"?\s*){0,3}(?:ص\s*|pp?\.\s*)?\d{1,4}(?:\s*[-/]\s*\d{1,4})?[\s.;)]*$"
)


def _cites(piece: str) -> bool:
    return citation_cues(piece) >= 2 or points_back(piece) or bool(_SHORT.match(piece.strip()))


def _conjunction(piece: str) -> int:
    """Length of the و or `and` that joins a citation to the one before; a name that begins with و keeps it."""
    match = re.match(r"[\s,]*(?:and\s+|و\s+|و(?=\w{3}))", piece)
    if not match:
        return 0
    word = piece[match.end() - 1 :].split()[0] if match.group().endswith("و") else ""
    return 0 if word in given_names() else match.end()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "؛;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "؛;"):
        end -= 1
    return start, end
