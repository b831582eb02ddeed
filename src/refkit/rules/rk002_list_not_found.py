"""RK002 list-not-found."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.rules.views import has_entries
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """One finding if there is nothing to check citations against."""
    if has_entries(linked) or linked.document.is_library:
        return
    count = sum(note.kind == "note" for note in linked.document.notes)
    keys = any(note.kind == "in-text" for note in linked.document.notes)
    cites = f"{count} note{'s' if count != 1 else ''}, but no" if count else "neither notes nor a"
    cites = "keys are cited, but no" if keys and not count else cites
    yield Problem(
        f"{cites} reference list was found; name a library with --library, or head the list (المراجع, References)",
        linked.document.start,
    )


RULE = Rule(
    code="RK002",
    name="list-not-found",
    severity="warning",
    summary="Notes or keys are cited, but no reference list and no library was found.",
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
