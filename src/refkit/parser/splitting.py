"""Where one note holds several citations."""

from __future__ import annotations

import re

from refkit.text import Shadow
from refkit.vocabulary import citation_cues, pattern, points_back

#: Beyond this a note is an essay: it is parsed as one citation, and nothing is looked for between its lines.
_LONGEST = 20_000


def split_note(text: str) -> list[tuple[int, int]]:
    """Offsets of the citations of a note: divided at ؛ and ; and before "وينظر أيضا" / "see also".

    A part that shows no sign of a citation belongs to the citation before it.
    """
    shadow = Shadow(text[:_LONGEST])
    again = pattern(("وينظر أيضا", "وانظر أيضا", "وينظر", "وانظر", "وراجع", "انظر أيضا", "ينظر أيضا", "see also"))
    cuts = [(m.end(), m.end()) for m in re.finditer(r";(?=\s)", shadow.text)]
    cuts += [m.span() for m in re.finditer(rf"(?<=[.,;])\s*{again}[\s:,]*", shadow.text)]
    starts = [0, *sorted({end for _, end in cuts})]
    ends = [*(m for m in starts[1:]), len(shadow.text)]
    parts: list[tuple[int, int]] = []
    for start, end in zip(starts, ends, strict=True):
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


def _cites(piece: str) -> bool:
    return citation_cues(piece) >= 2 or points_back(piece)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "؛;"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "؛;"):
        end -= 1
    return start, end
