"""The order of lists: what a text is sorted by, in each of the two scripts.

Arabic is sorted by its letters, whatever their hamza, harakat and tatweel (أ as ا, ة as ه), Latin by its letters
without case and diacritics; neither by an article at the head (الوردي stands under و, al-Ghazali under g, The Prince
under p).
A space comes before any letter: `Van Dam` before `Vance`. Digits come before letters.
"""

from __future__ import annotations

import re
from functools import lru_cache

from refkit.text import fold, is_arabic, without_article

#: Letters that folding keeps whole, each with those that it is sorted between: پ comes behind ب, ø with o.
_PLACED = str.maketrans(
    {"پ": "ب\uffff", "چ": "ج\uffff", "ژ": "ز\uffff", "ڤ": "ف\uffff", "ڨ": "ق\uffff", "ۋ": "و\uffff"}
    | {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
#: Articles that a hyphen or an apostrophe joins to their word, as in names: al-Ghazali, ash-Shafi'i, L'Orient.
#: ascii: romanised articles have no other letters
_JOINED_ARTICLE = re.compile(r"\A\W*(?:(?:a[ltdnrsz]|el|ul|ash|ath|adh)[-‐‑–]|l['’])\s*(?=\w{2})", re.IGNORECASE)
#: Articles that stand alone before the word of a title or the name of a body; a name has a comma behind it: An, Li.
_FREE_ARTICLE = re.compile(r"\A\W*(?:the|an?|al|el)\s+(?=\w{2})", re.IGNORECASE)


@lru_cache(maxsize=4096)
def sort_key(text: str, language: str = "und", articles: bool = False) -> tuple[str, str]:
    """What a text is sorted by: its folded letters without the article at its head, then what that leaves alike.

    `language` decides which articles there are: `ar`, or any other for Latin script; `und` goes by the first letter.
    `articles` keeps them, for lists that sort by them.

    >>> sorted(["الوردي", "هاشم", "أحمد", "آدم"], key=lambda name: sort_key(name, "ar"))
    ['أحمد', 'آدم', 'هاشم', 'الوردي']
    >>> sorted(["The Prince", "Øye", "al-Ghazālī", "Hourani"], key=lambda name: sort_key(name, "en"))
    ['al-Ghazālī', 'Hourani', 'Øye', 'The Prince']
    """
    arabic = language == "ar" if language != "und" else is_arabic(next(filter(str.isalpha, text), " "))
    if articles:
        primary = fold(text)
    elif arabic:
        head, space, rest = fold(text).partition(" ")
        primary = without_article(head) + space + rest
    else:
        primary = fold(_FREE_ARTICLE.sub("", _JOINED_ARTICLE.sub("", text, count=1), count=1)) or fold(text)
    return primary.translate(_PLACED), text
