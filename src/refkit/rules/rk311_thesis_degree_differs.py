"""RK311 thesis-degree-differs."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.rules.views import differences
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every note on a thesis whose degree is not that of its line."""
    yield from differences(linked, "thesis-degree", "degree of the thesis")


RULE = Rule(
    code="RK311",
    name="thesis-degree-differs",
    severity="error",
    summary="A thesis is for one degree (ماجستير) in the note and for another (دكتوراه) in the list.",
    reason="These are two theses, or one of the two lines is wrong.",
    bad=(
        "نص.(1)\n\n(1) سناء جاسم الربيعي، الإعلال في معاجم القرن الرابع، أطروحة دكتوراه، كلية التربية، جامعة القادسية، ٢٠٠٩، ص ٧٤.\n\n"
        "## المراجع\n\n1. الربيعي، سناء جاسم، الإعلال في معاجم القرن الرابع، رسالة ماجستير، كلية التربية، جامعة القادسية، ٢٠٠٩.\n",
        "Text.[^1]\n\n[^1]: Jane Smith, The Making of Modern Iraq (MA thesis, University of Exeter, 2011), p. 3.\n\n"
        "## References\n\n- Smith, Jane, The Making of Modern Iraq, PhD thesis, University of Exeter, 2011.\n",
    ),
    good=(
        "نص.(1)\n\n(1) سناء جاسم الربيعي، الإعلال في معاجم القرن الرابع، أطروحة دكتوراه، كلية التربية، جامعة القادسية، ٢٠٠٩، ص ٧٤.\n\n"
        "## المراجع\n\n1. الربيعي، سناء جاسم، الإعلال في معاجم القرن الرابع، رسالة دكتوراه غير منشورة، كلية التربية، جامعة القادسية، ٢٠٠٩.\n",
        "Text.[^1]\n\n[^1]: Jane Smith, The Making of Modern Iraq (doctoral dissertation, University of Exeter, 2011), p. 3.\n\n"
        "## References\n\n- Smith, Jane, The Making of Modern Iraq, PhD thesis, University of Exeter, 2011.\n",
    ),
    check=check,
    fix="hint",
)
