"""RK306 volume-issue-differs."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.rules.views import compared, differing
from refkit.settings import Settings

_LABELS = {"volume": "volume", "issue": "issue", "edition": "edition"}


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every number of a note that is not that of the line it was compared with."""
    for field, label in _LABELS.items():
        for found, comparison, line in compared(linked, field):
            if comparison.outcome == "differs":
                message = f"{label}: {comparison.left} in the note, {comparison.right} in the list"
                is_locator = field == "volume" and not line.fields.container_title
                yield differing(found, comparison, line, message, severity="warning" if is_locator else None)


RULE = Rule(
    code="RK306",
    name="volume-issue-differs",
    severity="error",
    summary="The volume, issue or edition of a note is not that of its entry.",
    reason="The reader opens another issue. Of a book the list may name one volume and the note another: that is only a warning.",
    bad=(
        "نص.(1)\n\n(1) سعد ناجي جواد، العراق والمسألة الكردية، مجلة العلوم السياسية، العدد ٦، ١٩٩٠، ص ٥.\n\n"
        "## المراجع\n\n1. جواد، سعد ناجي، العراق والمسألة الكردية، مجلة العلوم السياسية، العدد ٥، ١٩٩٠، ص ١-٢٠.\n",
        "Text.[^1]\n\n[^1]: Jane Smith, “Tribes and Towns in Iraq,” *Middle Eastern Studies* 21, no. 3 (2001), p. 33.\n\n"
        "## References\n\n- Smith, Jane, “Tribes and Towns in Iraq,” Middle Eastern Studies 12, no. 3 (2001), pp. 30-55.\n",
    ),
    good=(
        "نص.(1)\n\n(1) شوقي ضيف، العصر الجاهلي، الطبعة الثالثة، دار المعارف، القاهرة، ١٩٨٦، ص ٥.\n\n"
        "## المراجع\n\n1. ضيف، شوقي، العصر الجاهلي، ط ٣، دار المعارف، القاهرة، ١٩٨٦.\n",
        "Text.[^1]\n\n[^1]: Jane Smith, “Tribes and Towns in Iraq,” *Middle Eastern Studies* XII, no. 3 (2001), p. 33.\n\n"
        "## References\n\n- Smith, Jane, “Tribes and Towns in Iraq,” Middle Eastern Studies 12, no. 3-4 (2001), pp. 30-55.\n",
    ),
    check=check,
    fix="hint",
)
