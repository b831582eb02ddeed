"""From text with marks to pieces of text with a look: quotation marks by depth, signs that meet, nested looks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from refkit.styles.engine import marks
from refkit.styles.engine.punctuation import settled


@dataclass(frozen=True, slots=True)
class Typography:
    """The quotation marks of a language, whether full stop and comma stand inside them, and blanks before full stops.

    Only in Arabic are such blanks taken off: in English a style prints what CSL says, faults of its author included.
    """

    opening: str = "“"
    closing: str = "”"
    inner_opening: str = "‘"
    inner_closing: str = "’"
    inside: bool = False
    close_up: bool = False

    @classmethod
    def of(cls, style: object) -> Typography:
        """That of a style's locale."""
        term = style.term  # type: ignore[attr-defined]  # an lxml element
        return cls(
            term("open-quote") or "“",
            term("close-quote") or "”",
            term("open-inner-quote") or "‘",
            term("close-inner-quote") or "’",
            style.flag("punctuation-in-quote"),  # type: ignore[attr-defined]  # as above
            style.memo.get("language") == "ar",  # type: ignore[attr-defined]  # as above
        )


class Piece(NamedTuple):
    """Text, and the marks of the stretches that it stands in, outermost first."""

    text: str
    within: tuple[str, ...]


def pieces(rendered: str, typography: Typography) -> list[Piece]:
    """The pieces of a rendered text, ready to print."""
    found = settled(_quoted(_divided(rendered), typography), typography.inside, typography.close_up)
    return [piece._replace(within=_effective(piece.within)) if piece.within else piece for piece in found]


@lru_cache(maxsize=4096)
def _effective(within: tuple[str, ...]) -> tuple[str, ...]:
    """The marks that change anything: a look inside the same look takes it off in the text of a field."""
    found: list[str] = []
    on: set[str] = set()
    in_field = False
    for mark in within:
        in_field = in_field or mark == marks.FIELD
        looks = [look for look, off in marks.OFF.items() if off == mark]
        if mark in marks.OFF and mark in on:
            if in_field:
                on.discard(mark)
                found.append(marks.OFF[mark])
        elif mark in marks.OFF:
            on.add(mark)
            found.append(mark)
        elif looks:
            if on & set(looks):
                on -= set(looks)
                found.append(mark)
        else:
            found.append(mark)
    return tuple(found)


def _divided(rendered: str) -> list[Piece]:
    """The text cut at its marks. A quotation mark to be written is a piece of its own, with no text yet."""
    found: list[Piece] = []
    stack: list[str] = []
    start = 0
    for at, char in enumerate(rendered):
        if not "\ufdd0" <= char <= "\ufdef":
            continue
        if at > start:
            found.append(Piece(rendered[start:at], tuple(stack)))
        start = at + 1
        if char in (marks.SEAM, marks.TERM):
            continue
        if char != marks.END:
            stack.append(char)
            if char in QUOTES:
                found.append(Piece("", (*stack,)))
        elif stack:
            if stack[-1] in QUOTES:
                found.append(Piece(CLOSING, (*stack,)))
            stack.pop()
    if start < len(rendered):
        found.append(Piece(rendered[start:], tuple(stack)))
    return found


QUOTES = (marks.QUOTE, marks.SINGLE)
#: Stands for a closing quotation mark until it is known which one it is.
CLOSING = marks.END


def _quoted(found: list[Piece], typography: Typography) -> list[Piece]:
    """Quotation marks written: the outermost pair of a text, the inner pair inside it, and so in turn."""
    written = []
    for piece in found:
        if piece.text and piece.text != CLOSING:
            written.append(piece)
            continue
        depth = sum(mark in QUOTES for mark in piece.within)
        outer = depth % 2 == 1
        if depth == 1 and piece.within[-1] == marks.SINGLE:
            outer = True
        if piece.text == CLOSING:
            text = typography.closing if outer else typography.inner_closing
        else:
            text = typography.opening if outer else typography.inner_opening
        written.append(Piece(text, piece.within))
    return written
