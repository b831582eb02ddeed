"""Text in two scripts: what is stored, what is compared, and what a pattern may look at.

Three views of one string, each for one purpose:

* `light` is for storing: nothing that a reader would miss is lost;
* `fold` is for comparing: two spellings of one word have one key;
* `Shadow` is for finding: patterns are written once, for folded letters and ASCII digits and punctuation,
  and what they find is given back as offsets into the string as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from refkit.addresses import without_addresses

#: Letters of the Arabic script: without its punctuation, digits, marks and tatweel.
_ARABIC = re.compile(
    "[\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff"
    "\u0750-\u077f\u08a0-\u08c7\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufd8f\ufd92-\ufdc7\ufdf0-\ufdfb\ufe70-\ufe74\ufe76-\ufefc]+"
)
_LATIN = re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]+")  # ascii and beyond
#: A pattern, for `Shadow.text`, of a Gregorian year or a recent Hijri one.
YEAR = r"(?:1[0-9]\d\d|20\d\d)"  # ascii: a shadow has no other digits
#: The same from 1800 on, where an earlier number is rather a Hijri year, a page or a number of a file.
MODERN_YEAR = r"(?:1[89]\d\d|20\d\d)"  # ascii: a shadow has no other digits
#: Bidirectional marks and the like that word processors put before the first letter of a line.
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_APOSTROPHES = frozenset("'’‘`´ʹʼʻ")
_DASHES = frozenset("-‐‑‒–—―−﹘﹣-")
_QUOTES = frozenset('"“”„‟«»″＂')
_SINGLE = {"ی": "ي", "ى": "ي", "ې": "ي", "ة": "ه", "ہ": "ه", "ە": "ه", "ۀ": "ه", "ک": "ك", "گ": "ك", "ٱ": "ا", "ﺁ": "ا"}
_ASCII_PUNCTUATION = {"،": ",", "؛": ";", "؟": "?", "٪": "%", "٫": ".", "٬": ",", "۔": ".", "…": ".", "‚": ","}


def _letters(char: str) -> str:
    """One character with its marks, case and spelling variants taken off: letters and digits only, or ''."""
    previous, current = "", char
    while current != previous:
        previous = current
        decomposed = unicodedata.normalize("NFKD", current.casefold())
        current = "".join(_SINGLE.get(c, c) for c in decomposed if not _is_invisible(c))
    return "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in current)


def _is_invisible(char: str) -> bool:
    """Marks and controls that stand in a word without being one of its letters."""
    return unicodedata.category(char) in ("Mn", "Me", "Cf") or char == "ـ" or "ʰ" <= char <= "˿"


class _FoldTable(dict[int, str]):
    def __missing__(self, code: int) -> str:
        char = chr(code)
        if _is_invisible(char) or char in _APOSTROPHES:
            value = ""
        else:
            value = "".join(c if c.isalnum() else " " for c in _letters(char) if c not in _APOSTROPHES)
        self[code] = value
        return value


class _ShadowTable(dict[int, str]):
    def __missing__(self, code: int) -> str:
        char = chr(code)
        # Also a presentation form that is nothing but a mark on a tatweel (U+FE77).
        if all(map(_is_invisible, unicodedata.normalize("NFKD", char))):
            value = ""
        elif char.isspace() or unicodedata.category(char)[0] in "CZ":
            value = " "
        elif char in _APOSTROPHES:
            value = "'"
        elif char in _DASHES:
            value = "-"
        elif char in _QUOTES:
            value = '"'
        else:
            value = _ASCII_PUNCTUATION.get(char) or _letters(char) or " "
        self[code] = value
        return value


_FOLD = _FoldTable()
_SHADOW = _ShadowTable()
#: The characters met so far that a shadow shows as one character.
_ONE_TO_ONE: set[str] = set()


def light(text: str) -> str:
    """Text as it is stored: NFKC, bidirectional controls and joiners out, white space collapsed.

    Every letter, mark, digit and punctuation sign stays in its own script.
    """
    kept = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) not in ("Cf", "Cs"))
    # Taking a joiner out may bring a mark next to its letter: normalise what is left once more.
    return unicodedata.normalize("NFKC", " ".join(kept.split()))


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """A key for comparison: equal keys mean the same words, however they are spelt. Never stored.

    Off go case, diacritics, harakat, tatweel and apostrophes; أإآٱ become ا, ى and ی become ي, ة becomes ه,
    ک and گ become ك; digits become ASCII; punctuation becomes a space. An empty key means that there is
    nothing to compare, and never equals another.

    >>> fold("الأَنباريّ، أحمد") == fold("الانبارى احمد")
    True
    """
    return " ".join(text.translate(_FOLD).split())


def tokens(text: str) -> tuple[str, ...]:
    """The folded words of a text, each without the article ال.

    >>> tokens("العلاقات الروسية – الصينية")
    ('علاقات', 'روسيه', 'صينيه')
    """
    return tuple(without_article(word) for word in fold(text).split())


def without_article(word: str) -> str:
    """A folded Arabic word without ال; a word that would be left with one letter, and الله, stay whole."""
    return word[2:] if word.startswith("ال") and len(word) > 3 and word != "الله" else word


def ascii_digits(text: str) -> str:
    """The text with every decimal digit (٠-٩, ۰-۹ …) as an ASCII one, nothing else changed.

    >>> ascii_digits("العدد ٥٨")
    'العدد 58'
    """
    return "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in text)


def digits_like(number: int | str, sample: str) -> str:
    """A number in the digits that a sample is written in; ASCII ones where it has none.

    >>> digits_like(12, "٣-"), digits_like("2024", "a")
    ('١٢', '2024')
    """
    first = next((c for c in sample if c.isdecimal()), "0")
    zero = ord(first) - unicodedata.digit(first)
    return "".join(chr(zero + int(digit)) for digit in str(number))


def shade(text: str) -> str:
    """The text that patterns are matched against: `Shadow(text).text`, where no offsets are needed."""
    return text.translate(_SHADOW)


class Shadow:
    """A folded view of a string that remembers where each of its characters came from.

    `text` holds folded letters, ASCII digits and ASCII punctuation, one space for one white-space character.
    `span` gives the offsets into the original for a stretch of it.

    >>> shadow = Shadow("العـدد ٥٨")
    >>> shadow.text, shadow.span(6, 8)
    ('العدد 58', (7, 9))
    """

    def __init__(self, original: str) -> None:
        self.original = original
        self.text = shade(original)

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Offset into the original of each character of `text`, and of the end."""
        if new := set(self.original) - _ONE_TO_ONE:
            _ONE_TO_ONE.update(char for char in new if len(_SHADOW[ord(char)]) == 1)
        if new <= _ONE_TO_ONE:
            return range(len(self.original) + 1)
        starts = [offset for offset, char in enumerate(self.original) for _ in _SHADOW[ord(char)]]
        return [*starts, len(self.original)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets [start, end) into the original for the stretch [start, end) of `text`."""
        if isinstance(self._starts, range):
            return (start, end) if start < end else (start, start)
        if start >= end:
            return self._starts[start], self._starts[start]
        last = self._starts[end - 1]
        position = end
        while position < len(self._starts) - 1 and self._starts[position] == last:
            position += 1
        return self._starts[start], self._starts[position]

    def position(self, offset: int) -> int:
        """Where in `text` the character at an offset of the original is seen, or the next one that is."""
        if isinstance(self._starts, range):
            return min(offset, len(self.text))
        return min(bisect_left(self._starts, offset), len(self.text))


_RUN_OF_SPACES = re.compile(r"\s{2,}|[^\S ]")


def squeeze(text: str) -> tuple[str, Sequence[int]]:
    """The text with one space for each run of white space, and where each of its characters, and its end, stood.

    >>> squeeze("a  b")
    ('a b', [0, 1, 3, 4])
    """
    if not _RUN_OF_SPACES.search(text):
        return text, range(len(text) + 1)
    kept, offsets = [], []
    for at, char in enumerate(text):
        if not char.isspace():
            kept.append(char)
        elif at == 0 or not text[at - 1].isspace():
            kept.append(" ")
        else:
            continue
        offsets.append(at)
    return "".join(kept), [*offsets, len(text)]


class Letters(NamedTuple):
    """How many letters of each script a text has, URLs aside."""

    arabic: int
    latin: int
    other: int


def letters(text: str) -> Letters:
    """Count the letters of a text by script; URLs, DOIs, digits and punctuation count for nothing."""
    bare = _bare(text)
    arabic = sum(map(len, _ARABIC.findall(bare)))
    latin = sum(map(len, _LATIN.findall(bare)))
    return Letters(arabic, latin, sum(map(str.isalpha, bare)) - arabic - latin)


def _bare(text: str) -> str:
    """A text without its URLs, its DOIs and the tatweel."""
    return without_addresses(text).replace("ـ", "")


@lru_cache(maxsize=4096)
def is_arabic(char: str) -> bool:
    """Whether a character is a letter of the Arabic script (، and ٥ are none)."""
    return bool(_ARABIC.fullmatch(char))


def script(text: str) -> str:
    """The ISO 15924 code of the script that most letters belong to: Arab, Latn, or Zyyy if there is neither."""
    # Most texts are in one script: nothing to count, and without / and letters of Latin script no URL to leave out.
    if "/" not in text and not _LATIN.search(text):
        return "Arab" if _ARABIC.search(text) else "Zyyy"
    bare = _bare(text)
    if bare.isascii():
        return "Latn" if _LATIN.search(bare) else "Zyyy"
    arabic = sum(map(len, _ARABIC.findall(bare)))
    latin = sum(map(len, _LATIN.findall(bare)))
    if arabic + latin == 0:
        return "Zyyy"
    return "Arab" if arabic >= latin else "Latn"


@lru_cache(maxsize=4096)
def language(text: str) -> str:
    """The language tag of a text by its script: ar, en, or und if it has no letter of either.

    The script decides, because that is what a bilingual list is divided by: a French title in the Latin list
    counts as en.
    """
    return {"Arab": "ar", "Latn": "en"}.get(script(text), "und")
