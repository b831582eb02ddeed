"""RK304 place-differs."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.rules.views import differences
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every note that names another place of publication than the line it was compared with."""
    yield from differences(linked, "publisher-place", "place")


RULE = Rule(
    code="RK304",
    name="place-differs",
    severity="warning",
    summary="The place of publication of a note is not that of its entry.",
    reason="One of the two is wrong. A country and a city in it agree, and so do two places of which one is left out.",
    bad=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، بيروت، ١٩٩٥، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
        "Text.[^1]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, Oxford: Faber, 1991, p. 3.\n\n"
        "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n",
    ),
    good=(
        "نص.(1)\n\n(1) شوقي ضيف، العصر الجاهلي، دار المعارف، مصر، ١٩٨٦، ص ٥.\n\n"
        "## المراجع\n\n1. ضيف، شوقي، العصر الجاهلي، دار المعارف، القاهرة، ١٩٨٦.\n",
        "Text.[^1]\n\n[^1]: Edward Said, *Orientalism*, New York: Pantheon, 1978, p. 3.\n\n"
        "## References\n\n- Said, Edward, Orientalism, New York and London: Pantheon, 1978.\n",
    ),
    check=check,
    fix="hint",
)
