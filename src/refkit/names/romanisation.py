"""Names across scripts: their consonants, for comparison, and a rough romanisation, for keys."""

from __future__ import annotations

import re
from functools import lru_cache

from refkit.text import fold, is_arabic, without_article

_SKELETON_ARABIC = str.maketrans(
    {"ب": "b", "پ": "b", "ت": "t", "ط": "t", "ث": "t", "ج": "g", "چ": "s", "غ": "g", "ح": "h", "ه": "h", "خ": "h"}
    | {"د": "d", "ذ": "d", "ض": "d", "ظ": "d", "ز": "d", "ژ": "g", "ر": "r", "ل": "l", "م": "m", "ن": "n", "ف": "f"}
    | {"ڤ": "f", "س": "s", "ص": "s", "ش": "s", "ق": "k", "ك": "k"}
    | dict.fromkeys("اءعويؤئ")
)
_SKELETON_DIGRAPHS = (
    ("sch", "s"),
    ("tch", "s"),
    ("sh", "s"),
    ("ch", "s"),
    ("kh", "h"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
)
_SKELETON_MORE = (("ph", "f"), ("dj", "g"), ("ck", "k"), ("zh", "g"), ("x", "ks"))
_SKELETON_LATIN = str.maketrans("pjvzqc", "bgfdkk", "aeiouwy'")


@lru_cache(maxsize=8192)
def skeleton(token: str) -> str:
    """The consonants of a folded word, so that an Arabic name and its Latin renderings have (nearly) one key.

    >>> skeleton("محمد"), skeleton("mohammed"), skeleton("muhamad")
    ('mhmd', 'mhmd', 'mhmd')
    """
    word = without_article(token)
    if word and is_arabic(word[0]):
        bare = (word[:-1] if word.endswith("ه") and len(word) > 2 else word).translate(_SKELETON_ARABIC)
    else:
        bare = word[:-1] if word.endswith("h") and len(word) > 3 and word[-2] in "aeiou" else word
        bare = re.sub(r"^abd(?=h)", "abd'", bare)  # Abd Hamid: no dh
        for digraph, single in (*_SKELETON_DIGRAPHS, *_SKELETON_MORE):
            bare = bare.replace(digraph, single)
        bare = bare.translate(_SKELETON_LATIN)
    return re.sub(r"(.)\1+", r"\1", bare)


def romanise(text: str) -> str:
    """Text in lower-case ASCII letters and digits, for keys: a rough romanisation, not a scholarly one.

    >>> romanise("الأنباري"), romanise("Ǧābirī")
    ('anbary', 'gabiri')
    """
    from anyascii import anyascii

    bare = " ".join(without_article(word) for word in fold(text).split()).replace("ا", "a")
    return "".join(c for c in anyascii(bare).lower() if c.isascii() and (c.isalnum() or c == " ")).strip()
