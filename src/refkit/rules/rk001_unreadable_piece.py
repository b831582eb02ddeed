"""RK001 unreadable-piece."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every failure that reading left, of the document and of the libraries that were given."""
    for failure in (*linked.document.failures, *linked.library.failures):
        yield Problem(
            f"not understood: “{failure.text[:120]}” ({failure.reason})", failure.place, data={"text": failure.text}
        )


RULE = Rule(
    code="RK001",
    name="unreadable-piece",
    severity="error",
    summary="A piece of the input was not understood.",
    reason="What refkit cannot read it cannot check: a line of a list that is passed over in silence looks as if it were right.",
    bad=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n2. كذا\n",
        "Text.[^1]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n\n"
        "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n- tbc\n",
    ),
    good=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
    ),
    check=check,
)
