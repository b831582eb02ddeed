"""RK607 doubled-word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Fix, Linked
from refkit.rules.stretches import Stretch, stretches
from refkit.settings import Settings
from refkit.text import Shadow
from refkit.vocabulary import place

_WORD = re.compile(r"(?P<word>[^\W\d_]{2,})(?P<gap>\s+|\s*,\s*)(?P<again>(?P=word)(?:(?P<rest>[^\W\d_]+)|(?!\w)))")
_HYPHENS = ("-", "‐", "‑")
#: Rightly doubled, folded: English grammar, and Arabic words that are said twice.
_RIGHTLY = frozenset(
    ("بي", "سي", "that", "had", "very", "شييا", "رويدا", "جيلا", "يوما", "خطوه", "واحدا", "اول", "صفا", "حرفا")
)


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Doubled words of notes and lines; names aside, where محمد محمد is right."""
    for stretch in stretches(linked):
        shadow = Shadow(stretch.text)
        names: list[tuple[int, int]] | None = None
        for match in _WORD.finditer(shadow.text):
            if not _is_slip(match):
                continue
            names = list(stretch.spans("author", "editor", "translator")) if names is None else names
            start, end = shadow.span(match.start(), match.end())
            if stretch.is_aside(start) or any(left <= start < right for left, right in names):
                continue
            if stretch.text[end : end + 1] in _HYPHENS:
                continue  # an article: Al al-Bayt
            twice = stretch.text[start:end]
            once = _once(stretch, shadow, match)
            yield stretch.problem(start, f"written twice: “{twice}”", twice, once)


def _once(stretch: Stretch, shadow: Shadow, match: re.Match[str]) -> Fix:
    """The word once, and what was glued to it apart."""
    _, first = shadow.span(*match.span("word"))
    _, end = shadow.span(*match.span("again"))
    if not match["rest"]:
        return stretch.fix("unsafe", "write it once", (first, end, ""))
    rest, _ = shadow.span(*match.span("rest"))
    return stretch.fix("unsafe", "write it once", (first, rest, " "))


def _is_slip(match: re.Match[str]) -> bool:
    word, rest, comma = match["word"], match["rest"] or "", "," in match["gap"]
    before = match.string[: match.start()].rstrip()
    if len(word) == 2 and (comma or rest):
        return False
    if word in _RIGHTLY or (before and match.string[match.start() - 1].isalnum()):
        return False
    if comma:
        # A country twice running is a slip; الجزائر، الجزائر is a city and its country.
        kinds = {found.kind for found in place(word)}
        return not rest and kinds == {"country"}
    return not rest or (rest.startswith("ال") and len(rest) > 4)


RULE = Rule(
    code="RK607",
    name="doubled-word",
    severity="warning",
    summary="A word written twice running, also glued to the next (مركز مركزالإمارات), or a country twice (Algeria, Algeria).",
    reason="Left over from retyping. Names are aside: محمد محمد is a name.",
    bad=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار دارالكوفان، لندن، ١٩٩٥.\n",
        "Text.[^1]\n\n[^1]: Albert Hourani, A History of the the Arab Peoples, London: Faber, 1991, p. 3.\n\n"
        "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n",
    ),
    good=(
        "نص.(1)\n\n(1) محمد محمد حسين، الاتجاهات الوطنية في الأدب المعاصر، دار الإرشاد، بيروت، ١٩٧٠، ص ٥.\n\n"
        "## المراجع\n\n1. حسين، محمد محمد، الاتجاهات الوطنية في الأدب المعاصر، دار الإرشاد، بيروت، ١٩٧٠.\n",
    ),
    check=check,
    fix="unsafe",
)
