"""RK090 unused-suppression."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.settings import Settings


def check(_linked: Linked, _settings: Settings) -> Iterator[Problem]:
    """Nothing yet: what a suppression allows is known when all rules have run, and the linter says it then."""
    return iter(())


RULE = Rule(
    code="RK090",
    name="unused-suppression",
    severity="warning",
    summary="A suppression that allows no finding.",
    reason="What it allowed is mended, or moved away from it. Left where it is, it would hide the next mistake in that place.",
    bad=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥. <!-- refkit: allow year-differs: كذا في الأصل -->\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
        "Text.[^1]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n\n## References\n\n"
        "<!-- refkit: allow listed-not-cited: read, not cited -->\n"
        "- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n",
    ),
    good=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٤، ص ٥. <!-- refkit: allow year-differs: كذا في الأصل -->\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
        "Text.[^1]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n\n## References\n\n"
        "- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n"
        "<!-- refkit: allow listed-not-cited: read, not cited -->\n- Said, Edward, Orientalism, New York: Pantheon, 1978.\n",
    ),
    check=check,
)
