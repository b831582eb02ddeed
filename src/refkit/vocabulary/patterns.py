"""Finding terms in a text, and the signs by which a text is known for a citation.

Patterns are for `text.Shadow`, so that one spelling of a term covers its variants. Every list of terms is compiled once, when
it is first looked for: compiling is what a short run spends most of its time on.
"""

from __future__ import annotations

import re
from functools import cache

from refkit.text import YEAR, shade
from refkit.vocabulary import terms

Terms = tuple[str, ...]


@cache
def finder(forms: Terms) -> re.Pattern[str]:
    """The compiled expression that matches any of the terms as whole words, longest first."""
    folded = {" ".join(shade(term).split()) for term in forms}
    spelled = sorted(folded, key=lambda term: (-len(term), term))
    body = "|".join(re.escape(term).replace(r"\ ", r"\s+").replace(r"\.", r"\s*\.") for term in spelled)
    # The set of first letters spares most of the alternatives at most words.
    heads = "".join(sorted({re.escape(term[0]) for term in spelled}))
    return re.compile(rf"(?<!\w)(?=[{heads}])(?:{body})(?!\w)")


def find(forms: Terms, shadow: str) -> re.Match[str] | None:
    """Where the first of the terms stands in a text; a test on plain strings spares most searches."""
    return finder(forms).search(shadow) if may_have(forms, shadow) else None


def may_have(forms: Terms, shadow: str) -> bool:
    """Whether a search for the terms can find anything: the first word of one stands in the text."""
    for word in _first_words(forms):  # noqa: SIM110 - a loop is faster, and nothing is asked more often
        if word in shadow:
            return True
    return False


@cache
def _first_words(forms: Terms) -> Terms:
    words = {re.split(r"[\s.]", shade(term).strip(), maxsplit=1)[0] for term in forms}
    return tuple(sorted(word for word in words if not any(other != word and other in word for other in words)))


_NUMBER = re.compile(r"\s*[:.]?\s*\d+")
_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_ADDRESS = re.compile(r"https?://|www\.|(?<!\w)doi\b")
_IMPRINT = re.compile(r"\(\s*[^()\d]{2,40}\s*[:,]\s*[^()]{2,80}[:,]\s*\d{4}\s*\)")
_BACK_REFERENCES = (*terms.IBID, *terms.OP_CIT, *terms.IBID_OR_OP_CIT)
_HOUSES = ("دار", "مطبعة", "مكتبة", "منشورات", "مؤسسة", "مركز", "press", "publishers", "verlag")


def citation_cues(text: str) -> int:
    """How many independent signs of a citation a text shows: a page, a volume, a year, a URL, a publisher …"""
    shadow = shade(text)
    numbered = (*terms.VOLUME, *terms.ISSUE, *terms.PART)
    signs = (
        _numbered(terms.PAGE, shadow),
        _numbered(numbered, shadow) or _numbered(terms.EDITION, shadow) or find(("الطبعة", "طبعة", "edition"), shadow),
        _YEAR.search(shadow),
        _ADDRESS.search(shadow),
        any(
            find(group, shadow)
            for group in (terms.JOURNAL, terms.UNIVERSITY, terms.THESES, terms.TRANSLATOR, terms.EDITOR)
        ),
        find(_HOUSES, shadow),
        find(_BACK_REFERENCES, shadow),
        _IMPRINT.search(shadow),
    )
    return sum(map(bool, signs))


def _numbered(forms: Terms, shadow: str) -> bool:
    if not may_have(forms, shadow):
        return False
    return any(_NUMBER.match(shadow, match.end()) for match in finder(forms).finditer(shadow))


def points_back(text: str) -> bool:
    """Whether a text has the wording of a back-reference (المصدر نفسه, مرجع سابق, ibid., op. cit.)."""
    return bool(find(_BACK_REFERENCES, shade(text)))
