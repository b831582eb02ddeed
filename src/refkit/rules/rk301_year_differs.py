"""RK301 year-differs."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.rules.views import compared, differing
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every note whose year is not that of the line it was compared with."""
    for found, comparison, line in compared(linked, "issued"):
        if comparison.outcome == "differs":
            message = f"year: {comparison.left} in the note, {comparison.right} in the list"
            yield differing(found, comparison, line, message)


RULE = Rule(
    code="RK301",
    name="year-differs",
    severity="error",
    summary="The year of a note is not the year of its entry, digit systems and calendars aside.",
    reason="One of the two is wrong. A Hijri year agrees with a Gregorian one if it can fall in it, give or take a year.",
    bad=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٤، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
        "Text.[^1]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1992, p. 3.\n\n"
        "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n",
    ),
    good=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، 1995، ص 5.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
    ),
    check=check,
    fix="hint",
)
