"""RK002 list-not-found."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked, Place
from refkit.rules.views import has_entries
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """One finding if there is nothing to check citations against."""
    if has_entries(linked):
        return
    count = len(linked.document.notes)
    cites = f"{count} note{'s' if count != 1 else ''}, but no" if count else "neither notes nor a"
    yield Problem(
        f"{cites} reference list was found; name a library with --library, or head the list (المراجع, References)",
        Place(),
    )


RULE = Rule(
    code="RK002",
    name="list-not-found",
    severity="warning",
    summary="Notes are cited, but no reference list and no library was found.",
    reason="Without a list nothing can be compared. Often its heading is one that refkit does not know, or it is in another file.",
    bad=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n",
        "Text.[^1]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n",
    ),
    good=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n"
        "## قائمة المصادر والمراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
    ),
    check=check,
)
