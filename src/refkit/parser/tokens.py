"""The tokens of a reference, for the statistical parser: words, numbers, punctuation signs, addresses."""

from __future__ import annotations

import re
from typing import NamedTuple

from refkit.addresses import find_dois, find_urls
from refkit.text import Shadow, shade

#: Fills the place of an address, so that it is one token.
_ADDRESS = "\x02"
_TOKEN = re.compile(rf"{_ADDRESS}+|[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\w\s]|_+")
#: What closes each quotation mark that opens; of a mark that is not here (a straight one) the same.
_CLOSING = {"«": "»", "“": "”", "„": "“”", "‘": "’"}


class Token(NamedTuple):
    """A stretch of a text, [start, end) into the text as written, and its folded form.

    A quotation mark that opens has the form `«`, one that closes `»`; a hyphen inside a word or a range is `~`, an
    address `url`.
    """

    start: int
    end: int
    form: str


def tokenise(text: str) -> list[Token]:
    """The tokens of a text in order; every letter and digit of it is in one of them."""
    shadow = Shadow(text)
    masked = shadow.text
    for offsets in (find_urls(text), find_dois(text)):
        for first, last in offsets:
            start, end = shadow.position(first), shadow.position(last)
            masked = masked[:start] + _ADDRESS * (end - start) + masked[end:]
    tokens: list[Token] = []
    opened = ""
    for match in _TOKEN.finditer(masked):
        start, end = shadow.span(match.start(), match.end())
        while start and not text[start - 1].isspace() and not shade(text[start - 1]):
            start -= 1  # ʿUyūn begins with its ʿ
        form = match.group()
        if form[0] == _ADDRESS:
            form = "url"
        elif form == "-" and _inside_word(masked, match.start()):
            form = "~"
        elif form == '"' or (form == "'" and _is_single_quote(text, start)):
            opened, form = _quoted(text[start], opened)
        tokens.append(Token(start, end, form))
    return tokens


def _quoted(mark: str, opened: str) -> tuple[str, str]:
    """The mark that is open after another one, or "", and whether that one opens (`«`) or closes (`»`)."""
    if not opened:
        return mark, "«"
    if mark in _CLOSING.get(opened, opened):
        return "", "»"
    return opened, "«" if mark in _CLOSING else "»"


def _inside_word(masked: str, at: int) -> bool:
    """Whether a hyphen joins what stands on both sides of it."""
    return masked[at - 1 : at].isalnum() and masked[at + 1 : at + 2].isalnum()


def _is_single_quote(text: str, at: int) -> bool:
    """Whether a sign is a single quotation mark: ‘ before a word, or ’ after one; an apostrophe is neither."""
    before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    return (text[at] == "‘" and before in " ([" and after.isalnum()) or (
        text[at] == "’" and not before.isspace() and not after.isalnum()
    )
