"""RK305 publisher-differs."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.rules.views import differences
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every note that names another publisher, university or centre than the line it was compared with."""
    yield from differences(linked, "publisher", "publisher")


RULE = Rule(
    code="RK305",
    name="publisher-differs",
    severity="warning",
    summary="The publisher, university or centre of a note is not that of its entry.",
    reason="A short form (جامعة بغداد) is no conflict, nor is a country where the entry has a university; another name is.",
    bad=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار الوراق، لندن، ١٩٩٥.\n",
        "Text.[^1]\n\n[^1]: Jane Smith, The Making of Modern Iraq (PhD thesis, University of Exeter, 2011), p. 3.\n\n"
        "## References\n\n- Smith, Jane, The Making of Modern Iraq, PhD thesis, University of Essex, 2011.\n",
    ),
    good=(
        "نص.(1)\n\n(1) سعد ناجي جواد، العراق والمسألة الكردية، مجلة العلوم السياسية، العدد ٥، (جامعة بغداد، ١٩٩٠)، ص ٥.\n\n"
        "## المراجع\n\n1. جواد، سعد ناجي، العراق والمسألة الكردية، مجلة العلوم السياسية، العدد ٥، (جامعة بغداد، كلية العلوم السياسية، ١٩٩٠).\n",
    ),
    check=check,
    fix="hint",
)
