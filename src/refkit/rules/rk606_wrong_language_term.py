"""RK606 wrong-language-term."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.rules.stretches import Stretch, stretches
from refkit.settings import Settings
from refkit.text import Shadow, is_arabic
from refkit.vocabulary import finder
from refkit.vocabulary.terms import ET_AL

#: What stands for a term in a text of the other script; those of the first kind mean the same, whatever their form.
_COUNTERPARTS = (
    (tuple(term for term in ET_AL if is_arabic(term[0])), "et al."),
    (tuple(term for term in ET_AL if term.isascii()), "وآخرون"),
    (("د.ت.", "د.ت", "د. ت."), "n.d."),
    (("n.d.", "n. d."), "د.ت."),
    (("د.ن.", "د.ن", "د. ن."), "s.n."),
    (("s.n.", "s. n."), "د.ن."),
)


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Terms of one script right behind words of the other; what Arabic follows an Arabic term is no reason for one."""
    for stretch in stretches(linked):
        shadow = Shadow(stretch.text)
        for match in _terms().finditer(shadow.text):
            start, end = shadow.span(*match.span())
            arabic = any(map(is_arabic, match.group()))
            if stretch.is_aside(start) or not _is_foreign(stretch.bare, start, end, arabic):
                continue
            printed = stretch.text[start:end]
            new = _counterpart(match)
            if new.endswith(".") and stretch.text[end : end + 1] == ".":
                new = new[:-1]
            yield _problem(stretch, start, printed, new)


def _problem(stretch: Stretch, start: int, printed: str, new: str) -> Problem:
    glued = start and stretch.text[start - 1].isalnum()
    fix = stretch.fix("safe", f"write {new}", (start, start + len(printed), f" {new}" if glued else new))
    script = "an Arabic term behind Latin words" if is_arabic(new[0]) is False else "a Latin term behind Arabic words"
    return stretch.problem(start, f"{script}: {printed}", printed, fix)


def _is_foreign(text: str, start: int, end: int, arabic: bool) -> bool:
    """Whether the words before a term are of the other script, and those behind it not of its own."""
    before = next((c for c in reversed(text[:start]) if c.isalpha()), "")
    after = next((c for c in text[end:] if c.isalpha()), before)
    return bool(before) and is_arabic(before) != arabic and is_arabic(after) != arabic


@cache
def _terms() -> re.Pattern[str]:
    return finder(tuple(term for terms, _ in _COUNTERPARTS for term in terms))


def _counterpart(match: re.Match[str]) -> str:
    return next(new for terms, new in _COUNTERPARTS if finder(terms).fullmatch(match.group()))


RULE = Rule(
    code="RK606",
    name="wrong-language-term",
    severity="warning",
    summary="وآخرون on a Latin entry, et al. on an Arabic one; the same for n.d. and د.ت.",
    reason="Each entry is read in its own language. Reference managers print the terms of one language on all of them.",
    bad=(
        "نص.(1)\n\n(1) علي الوردي et al.، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، وآخرون، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
        "Text.[^1]\n\n[^1]: Albert Hourani وآخرون, *The Modern Middle East*, London: Tauris, 1993, p. 3.\n\n"
        "## References\n\n- Hourani, Albert, et al., The Modern Middle East, London: Tauris, 1993.\n",
    ),
    good=(
        "نص.(1)\n\n(1) علي الوردي وآخرون، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، وآخرون، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
        "Text.[^1]\n\n[^1]: Albert Hourani et al., *The Modern Middle East*, London: Tauris, 1993, p. 3.\n\n"
        "## References\n\n- Hourani, Albert, et al., The Modern Middle East, London: Tauris, 1993.\n",
    ),
    check=check,
    fix="safe",
)
