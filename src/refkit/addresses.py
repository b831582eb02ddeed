"""URLs and DOIs: where they stand in a text."""

from __future__ import annotations

import re
import unicodedata

_URL = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>،؛«»\"“”]+", re.IGNORECASE)
_DOI = re.compile(r"\b(?:doi:\s*)?(10\.\d{4,9}/[^\s<>،؛«»\"“”]+)", re.IGNORECASE)


def find_urls(text: str) -> list[tuple[int, int]]:
    """Offsets of the URLs in a text, without the punctuation that follows them.

    >>> find_urls("متاح على <https://n9.cl/rx1x9>،")
    [(10, 29)]
    """
    if "://" not in text and "www." not in text.lower():
        return []
    return [_trimmed(text, m.start(), m.end()) for m in _URL.finditer(text)]


def find_dois(text: str) -> list[tuple[int, int]]:
    """Offsets of the DOIs (10.1234/…) in a text, also those inside a URL."""
    if "10." not in text:
        return []
    return [_trimmed(text, m.start(1), m.end(1)) for m in _DOI.finditer(text)]


def without_addresses(text: str) -> str:
    """The text with a space for each URL and each DOI."""
    linked = "/" in text or ("." in text and "www." in text.lower())
    return _DOI.sub(" ", _URL.sub(" ", text)) if linked else text


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A URL's offsets without trailing punctuation; a closing bracket stays if its opening one is inside."""
    unopened = {
        closing: text.count(closing, start, end) - text.count(opening, start, end)
        for opening, closing in ("()", "[]", "{}")
    }
    while end > start:
        last = text[end - 1]
        # Word processors put a bidirectional mark behind a URL in an Arabic line.
        if last not in ".,;:!?'،؛" and unopened.get(last, 0) <= 0 and unicodedata.category(last) != "Cf":
            break
        if last in unopened:
            unopened[last] -= 1
        end -= 1
    return start, end
