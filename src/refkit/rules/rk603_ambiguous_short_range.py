"""RK603 ambiguous-short-range."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.rules.rk602_reversed_range import ranges
from refkit.rules.stretches import stretches
from refkit.settings import Settings
from refkit.text import Shadow


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Page ranges whose shorter end is no shortening: 145-20 would be 145-120."""
    for stretch in stretches(linked):
        shadow = Shadow(stretch.text)
        for kind, match in ranges(stretch, shadow):
            first, last = shadow.span(match.start("start"), match.end("end"))
            if kind == "pages" and _is_ambiguous(match["start"], match["end"]) and not stretch.is_aside(first):
                printed = stretch.text[first:last]
                yield stretch.problem(first, f"pages that are either reversed or miswritten: {printed}", printed)


def _is_ambiguous(start: str, end: str) -> bool:
    """145-48 is short for 145-148; 145-20 neither runs forwards nor can be completed."""
    completed = start[: len(start) - len(end)] + end
    return len(end) < len(start) and int(end) < int(start) and int(completed) <= int(start)


RULE = Rule(
    code="RK603",
    name="ambiguous-short-range",
    severity="info",
    summary="A page range that is either reversed or badly shortened: 145–20.",
    reason="20–145 and 145–220 are both possible; only the source tells. 145–48 is clear: 145–148.",
    bad=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ١٤٥-٢٠.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
        "Text.[^1]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, pp. 145-20.\n\n"
        "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n",
    ),
    good=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ١٤٥-٤٨.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
        "Text.[^1]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, pp. 145-8.\n\n"
        "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n",
    ),
    check=check,
)
