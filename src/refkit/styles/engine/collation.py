"""The order of words: Arabic by its alphabet, anything else by the Unicode Collation Algorithm."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from refkit.names.romanisation import romanise
from refkit.styles.engine import marks
from refkit.text import fold, is_arabic, tokens

#: (0 or 1 for Latin and other scripts after or before Arabic, weights): compares with others of its kind.
Key = tuple[object, ...]


@lru_cache(maxsize=32768)
def arabic(text: str) -> Key:
    """Arabic by letters: without ال, hamza forms as alif, ة as ه, ى as ي; spelling decides between equals.

    >>> arabic("الأنباري") < arabic("باكير") < arabic("يوسف")
    True
    """
    return tuple(tokens(part) for part in _FIELDS.split(text)), fold(text), text


@lru_cache(maxsize=32768)
def latin(text: str) -> Key:
    """Any other script by the Unicode Collation Algorithm; signs that open a name (ʿ, quotation marks) do not count."""
    plain = "".join(char for char in text if char not in _IGNORED and unicodedata.category(char)[0] != "P")
    return tuple(_collator().sort_key(plain)), text


#: What of a text decides its place.
_LONGEST = 500
#: What divides family names, given names and people in a sort text.
_FIELDS = re.compile(r"[\t\n]")
#: Ayn, hamza and apostrophes in romanised names, quotation marks.
_IGNORED = frozenset("ʿʾʼ‘’'`“”\"«»")


@lru_cache(maxsize=1)
def _collator() -> Any:
    from pyuca import Collator

    return Collator()


def key(text: str, mixed: bool = False) -> Key:
    """The key of a rendered sort text. `mixed`: Arabic among Latin, by its romanised letters.

    Without it, Arabic comes before all other scripts.
    """
    bare = marks.bare(text[:_LONGEST]).strip()
    if any(map(is_arabic, bare)) and _is_arabic_first(bare):
        return (1, latin(romanise(bare))) if mixed else (0, arabic(bare))
    return 1, latin(bare)


def _is_arabic_first(text: str) -> bool:
    first = next((char for char in text if char.isalpha()), "")
    return bool(first) and is_arabic(first)
