"""Punctuation that meets where two pieces of text meet: what stays, and on which side of a quotation mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refkit.styles.engine import marks

if TYPE_CHECKING:
    from refkit.styles.engine.assembly import Piece

_SIGNS = frozenset(".,;:!?،؛؟")
#: Two signs that meet -> what is printed; two of one kind are one.
_MEET = {
    "!.": "!",
    "!:": "!",
    "?.": "?",
    "?:": "?",
    ":.": ":",
    ":!": "!",
    ":?": "?",
    ";.": ";",
    ";:": ";",
    ";!": "!",
    ";?": "?",
    "؟.": "؟",
    "؟:": "؟",
    "؛.": "؛",
    "،.": ".",
}


def settled(found: list[Piece], inside: bool, close_up: bool = False) -> list[Piece]:
    """The pieces with one sign where several met, one blank where several met, signs inside quotation marks if so.

    `close_up` leaves no blank before a full stop, where a part between two others had no text: `2022. . Reuters`.
    """
    output: list[Piece] = []
    for piece in found:
        text = _closed_up(output, piece.text) if close_up and output else piece.text
        if output and text:
            text = _met(output, text, inside)
        if text:
            output.append(piece._replace(text=text))
    return output


def _closed_up(output: list[Piece], text: str) -> str:
    """A full stop of the style's, without the blanks before it; a name such as .NET keeps its own."""
    bare = text.lstrip(" ")
    if bare[:1] != "." or bare[1:2] not in ("", " "):
        return text
    while len(output) > 1 and not output[-1].text.strip(" "):
        output.pop()
    output[-1] = output[-1]._replace(text=output[-1].text.rstrip(" ") or output[-1].text)
    return bare


def _met(output: list[Piece], text: str, inside: bool) -> str:
    last = output[-1]
    first = text[0]
    if first == " " and last.text[-1] in "  ":
        return text.lstrip(" ")
    if first not in _SIGNS:
        return text
    at = len(output) - 1
    closing = _closing(output)
    if closing and inside and first in ".,!?":
        return _into(output, text, first)
    if closing:
        at -= closing
    before = output[at].text[-1]
    if before == first and (not closing or first in ".?!"):
        return text[1:]
    joined = _MEET.get(before + first)
    if joined is None:
        return text
    if joined == before:
        return text[1:]
    if not closing:
        output[at] = output[at]._replace(text=output[at].text[:-1])
        if not output[at].text:
            output.pop(at)
        return _met(output, text, inside) if output else text
    return text


def _closing(output: list[Piece]) -> int:
    """How many closing quotation marks stand at the end."""
    count = 0
    while count < len(output) - 1 and _is_closing(output[-1 - count]):
        count += 1
    return count


def _is_closing(piece: Piece) -> bool:
    return bool(piece.within) and piece.within[-1] in (marks.QUOTE, marks.SINGLE) and piece.text in _CLOSINGS


_CLOSINGS = frozenset(("”", "’", "»", "›", '"', "'", " »", "\u202f»", "\xa0»", "“", "‘", "«"))


def _into(output: list[Piece], text: str, sign: str) -> str:
    """Put a sign before the closing quotation marks at the end, as it meets what stands there."""
    at = len(output) - 1 - _closing(output)
    place = output[at]
    before = place.text[-1]
    joined = before if before == sign else _MEET.get(before + sign, before + sign)
    output[at] = place._replace(text=place.text[:-1] + joined)
    return text[1:]
