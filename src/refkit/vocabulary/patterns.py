"""Regular expressions made of terms, and the signs by which a text is known for a citation."""

from __future__ import annotations

import re
from functools import cache

from refkit.text import shade
from refkit.vocabulary import terms


@cache
def pattern(forms: tuple[str, ...]) -> str:
    """A regular expression, for `Shadow.text`, that matches any of the terms as whole words, longest first."""
    folded = {" ".join(shade(term).split()) for term in forms}
    spelled = sorted(folded, key=lambda term: (-len(term), term))
    body = "|".join(re.escape(term).replace(r"\ ", r"\s+").replace(r"\.", r"\s*\.") for term in spelled)
    return rf"(?<!\w)(?:{body})(?!\w)"


def may_name(forms: tuple[str, ...], shadow: str) -> bool:
    """Whether a search for `pattern(forms)` can find anything: a test on plain strings that spares most searches."""
    return any(word in shadow for word in _first_words(forms))


@cache
def _first_words(forms: tuple[str, ...]) -> tuple[str, ...]:
    words = {re.split(r"[\s.]", shade(term).strip(), maxsplit=1)[0] for term in forms}
    return tuple(sorted(word for word in words if not any(other != word and other in word for other in words)))


@cache
def _cues() -> tuple[re.Pattern[str], ...]:
    number = r"\s*[:.]?\s*\d+"
    return (
        re.compile(rf"{pattern(terms.PAGE)}{number}"),
        re.compile(
            rf"(?:{pattern(terms.VOLUME + terms.ISSUE + terms.PART + terms.EDITION)}){number}|{pattern(('الطبعة', 'طبعة', 'edition'))}"
        ),
        re.compile(r"(?<!\d)(?:1[0-9]{3}|20[0-9]{2})(?!\d)"),
        re.compile(r"https?://|www\.|(?<!\w)doi\b"),
        re.compile(
            pattern(
                terms.JOURNAL
                + terms.UNIVERSITY
                + terms.MASTER
                + terms.DOCTORATE
                + terms.ONLINE[:12]
                + terms.TRANSLATOR
                + terms.EDITOR
            )
        ),
        re.compile(pattern(("دار", "مطبعة", "مكتبة", "منشورات", "مؤسسة", "مركز", "press", "publishers", "verlag"))),
        re.compile(pattern(terms.IBID + terms.OP_CIT + terms.IBID_OR_OP_CIT)),
        re.compile(r"\(\s*[^()\d]{2,40}\s*[:,]\s*[^()]{2,80}[:,]\s*\d{4}\s*\)"),
    )


def citation_cues(text: str) -> int:
    """How many independent signs of a citation a text shows: a page, a volume, a year, a URL, a publisher …"""
    shadow = shade(text)
    return sum(1 for cue in _cues() if cue.search(shadow))


def points_back(text: str) -> bool:
    """Whether a text has the wording of a back-reference (المصدر نفسه, مرجع سابق, ibid., op. cit.)."""
    return bool(re.search(pattern(terms.IBID + terms.OP_CIT + terms.IBID_OR_OP_CIT), shade(text)))
