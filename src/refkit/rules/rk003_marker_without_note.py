"""RK003 marker-without-note."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every marker that stands where one of its number would, and calls no note."""
    for marker in linked.document.markers:
        if marker.note is None:
            yield Problem(f"no note answers the marker {marker.label}", marker.place, data={"marker": marker.label})


_AR = (
    "كثر الوعاظ.(1) وكثرت حكاياتهم.{} وبقيت كتبهم.(3)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
    "{}(3) علي الوردي، وعاظ السلاطين، ص ٩.\n\n## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
)
_EN = (
    "Towns grew.[^1] Their markets grew too{}.[^2]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n"
    "[^2]: Ibid., p. 4.\n\n## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n"
)

RULE = Rule(
    code="RK003",
    name="marker-without-note",
    severity="error",
    summary="A marker in the text has no note.",
    reason="Its note was deleted or lost between two versions, and the statement stands without its source.",
    bad=(_AR.format("(2)", ""), _EN.format("[^3]")),
    good=(_AR.format("(2)", "(2) المصدر نفسه، ص ٧.\n"), _EN.format(", as table (3) shows")),
    check=check,
)
