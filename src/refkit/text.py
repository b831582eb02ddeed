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
from typing import NamedTuple

_URL = re.compile(r"(?:https?://|ftp://|www\.)[^\s<>،؛«»\"“”]+", re.IGNORECASE)
_DOI = re.compile(r"\b(?:doi:\s*)?(10\.\d{4,9}/[^\s<>،؛«»\"“”]+)", re.IGNORECASE)
_APOSTROPHES = frozenset("'’‘`´ʹʼʻ")
_DASHES = frozenset("-‐‑‒–—―−﹘﹣-")
_QUOTES = frozenset("\"“”„‟«»″＂")
_SINGLE = {"ی": "ي", "ى": "ي", "ې": "ي", "ة": "ه", "ہ": "ه", "ە": "ه", "ۀ": "ه", "ک": "ك", "گ": "ك", "ٱ": "ا", "ﺁ": "ا"}
_ASCII_PUNCTUATION = {"،": ",", "؛": ";", "؟": "?", "٪": "%", "٫": ".", "٬": ",", "۔": ".", "…": ".", "‚": ","}


def _letters(char: str) -> str:
    """One character with its marks, case and spelling variants taken off: letters and digits only, or ''."""
    previous, current = "", char
    while current != previous:
        previous = current
        decomposed = unicodedata.normalize("NFKD", current.casefold())
        current = "".join(_SINGLE.get(c, c) for c in decomposed if unicodedata.category(c) not in ("Mn", "Me"))
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


class _ShadowTable(dict[str, str]):
    def __missing__(self, char: str) -> str:
        if _is_invisible(char):
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
        self[char] = value
        return value


_FOLD = _FoldTable()
_SHADOW = _ShadowTable()


def light(text: str) -> str:
    """Text as it is stored: NFKC, bidirectional controls and joiners out, white space collapsed.

    Every letter, mark, digit and punctuation sign stays in its own script.
    """
    kept = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) not in ("Cf", "Cs"))
    # Taking a joiner out may bring a mark next to its letter: normalise what is left once more.
    return unicodedata.normalize("NFKC", " ".join(kept.split()))


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
    """A folded Arabic word without ال; a word that would be left with one letter stays whole."""
    return word[2:] if word.startswith("ال") and len(word) > 3 else word


def ascii_digits(text: str) -> str:
    """The text with every decimal digit (٠-٩, ۰-۹ …) as an ASCII one, nothing else changed.

    >>> ascii_digits("العدد ٥٨")
    'العدد 58'
    """
    return "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in text)


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
        chars: list[str] = []
        starts: list[int] = []
        for offset, char in enumerate(original):
            seen = _SHADOW[char]
            chars.append(seen)
            starts.extend([offset] * len(seen))
        self.text = "".join(chars)
        starts.append(len(original))
        self._starts = starts

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets [start, end) into the original for the stretch [start, end) of `text`."""
        if start >= end:
            return self._starts[start], self._starts[start]
        last = self._starts[end - 1]
        position = end
        while position < len(self._starts) - 1 and self._starts[position] == last:
            position += 1
        return self._starts[start], self._starts[position]

    def position(self, offset: int) -> int:
        """Where in `text` the character at an offset of the original is seen, or the next one that is."""
        return min(bisect_left(self._starts, offset), len(self.text))


class Letters(NamedTuple):
    """How many letters of each script a text has, URLs aside."""

    arabic: int
    latin: int
    other: int


def letters(text: str) -> Letters:
    """Count the letters of a text by script; URLs, DOIs, digits and punctuation count for nothing."""
    arabic = latin = other = 0
    for char in _DOI.sub(" ", _URL.sub(" ", text)):
        if not char.isalpha():
            continue
        if is_arabic(char):
            arabic += 1
        elif char < "\u0250" or "\u1e00" <= char <= "\u1eff":
            latin += 1
        else:
            other += 1
    return Letters(arabic, latin, other)


def is_arabic(char: str) -> bool:
    """Whether a character is a letter of the Arabic script (، and ٥ are none)."""
    return ("\u0600" <= char <= "\u08ff" or "\ufb50" <= char <= "\ufefc") and char.isalpha() and char != "ـ"


def script(text: str) -> str:
    """The ISO 15924 code of the script that most letters belong to: Arab, Latn, or Zyyy if there is neither."""
    count = letters(text)
    if count.arabic + count.latin == 0:
        return "Zyyy"
    return "Arab" if count.arabic >= count.latin else "Latn"


def language(text: str) -> str:
    """The language tag of a text by its script: ar, en, or und if it has no letter of either.

    The script decides, because that is what a bilingual list is divided by: a French title in the Latin list
    counts as en.
    """
    return {"Arab": "ar", "Latn": "en"}.get(script(text), "und")


def find_urls(text: str) -> list[tuple[int, int]]:
    """Offsets of the URLs in a text, without the punctuation that follows them.

    >>> find_urls("متاح على <https://n9.cl/rx1x9>،")
    [(10, 29)]
    """
    return [_trimmed(text, m.start(), m.end()) for m in _URL.finditer(text)]


def find_dois(text: str) -> list[tuple[int, int]]:
    """Offsets of the DOIs (10.1234/…) in a text, also those inside a URL."""
    return [_trimmed(text, m.start(1), m.end(1)) for m in _DOI.finditer(text)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A URL's offsets without trailing punctuation; a closing bracket stays if its opening one is inside."""
    while end > start:
        last = text[end - 1]
        unopened = last in ")]}" and text.count({")": "(", "]": "[", "}": "{"}[last], start, end) < text.count(
            last, start, end
        )
        if last not in ".,;:!?'،؛" and not unopened:
            break
        end -= 1
    return start, end
