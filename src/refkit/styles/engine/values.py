"""Values of variables: what counts as a number, and the numbers in it."""

from __future__ import annotations

import re
from functools import lru_cache

from refkit.styles.engine import marks

#: Longer values are no numbers.
_LONGEST = 200
_ONE = r"[^\W\d_]{0,3}\d+[^\W\d_]{0,3}"
_NUMERIC = re.compile(rf"\s*{_ONE}(?:\s*[,&\-–]\s*{_ONE})*\s*")
_SEVERAL = re.compile(
    r"\d[^\d.,:]*(?:[&–]|(?<!\\)-|\s(?:and|et|und|y|و)\s)[^\d\s.]*\s*\d|\d[^\d.:\s]*\s*,\s*(?:(?:and|et|und|y|و)\s)?\s*\d|\b[ivxlc]+\s*[-–]\s*[ivxlc]+\b"
)
_PARTS = re.compile(r"\s*([,&]|[-–])\s*")


@lru_cache(maxsize=16384)
def is_numeric(value: str) -> bool:
    """Whether a value is one or several numbers, each perhaps with letters around: 2nd, 12a, 1-4, 3 & 5.

    >>> is_numeric("10-15"), is_numeric("second")
    (True, False)
    """
    return len(value) < _LONGEST and bool(_NUMERIC.fullmatch(marks.bare(value)))


def is_plural(value: str) -> bool:
    """Whether a value holds several numbers: 3-5, 1, 2; not 2.0."""
    return bool(_SEVERAL.search(marks.bare(value[:_LONGEST])))


def divided(value: str) -> list[str]:
    """A numeric value in its numbers and, at odd places, the signs between them."""
    return _PARTS.split(marks.bare(value).strip())
