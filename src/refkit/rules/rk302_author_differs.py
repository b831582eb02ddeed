"""RK302 author-differs."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.rules.views import differences
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every note that names other people than the line it was compared with."""
    yield from differences(linked, "author", "author")


RULE = Rule(
    code="RK302",
    name="author-differs",
    severity="warning",
    summary="The author of a note is not the author of its entry, beyond order, spelling variants and omitted middle names.",
    reason="The work is the same, so one of the two names is wrong.",
    bad=(
        "نص.(1)\n\n(1) حسن الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
        "Text.[^1]\n\n[^1]: George Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n\n"
        "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n",
    ),
    good=(
        "نص.(1)\n\n(1) احمد عبدالامير الانباري، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤، ص ٥.\n\n"
        "## المراجع\n\n1. الأنباري، أحمد عبد الأمير، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.\n",
        "Text.[^1]\n\n[^1]: A. Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n\n"
        "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n",
    ),
    check=check,
    fix="hint",
)
