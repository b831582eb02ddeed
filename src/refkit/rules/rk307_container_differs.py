"""RK307 container-differs."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.rules.views import differences
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every note that names another journal or book than the line it was compared with."""
    yield from differences(linked, "container-title", "journal or book")


RULE = Rule(
    code="RK307",
    name="container-differs",
    severity="warning",
    summary="The journal or book that a note names is not that of its entry.",
    reason="A reader looks for the article in the wrong journal. An abbreviated title, or one without مجلة, is no conflict.",
    bad=(
        "نص.(1)\n\n(1) سعد ناجي جواد، العراق والمسألة الكردية، مجلة المستقبل العربي، العدد ٥، ١٩٩٠، ص ٥.\n\n"
        "## المراجع\n\n1. جواد، سعد ناجي، العراق والمسألة الكردية، مجلة العلوم السياسية، العدد ٥، ١٩٩٠، ص ١-٢٠.\n",
        "Text.[^1]\n\n[^1]: Jane Smith, “Tribes and Towns in Iraq,” *Middle East Journal* 12, no. 3 (2001), p. 33.\n\n"
        "## References\n\n- Smith, Jane, “Tribes and Towns in Iraq,” Middle Eastern Studies 12, no. 3 (2001), pp. 30-55.\n",
    ),
    good=(
        "نص.(1)\n\n(1) سعد ناجي جواد، العراق والمسألة الكردية، العلوم السياسية، العدد ٥، ١٩٩٠، ص ٥.\n\n"
        "## المراجع\n\n1. جواد، سعد ناجي، العراق والمسألة الكردية، مجلة العلوم السياسية، العدد ٥، ١٩٩٠، ص ١-٢٠.\n",
        "Text.[^1]\n\n[^1]: Jane Smith, “Tribes and Towns in Iraq,” *Int. J. Middle East Stud.* 12, no. 3 (2001), p. 33.\n\n"
        "## References\n\n- Smith, Jane, “Tribes and Towns in Iraq,” International Journal of Middle East Studies 12, no. 3 (2001), pp. 30-55.\n",
    ),
    check=check,
    fix="hint",
)
