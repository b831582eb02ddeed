"""RK312 type-differs."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Fix, Linked
from refkit.rules.views import compared, differing
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every note on a work of another kind than its line; silent unless both tell what they are."""
    for found, comparison, line in compared(linked, "type"):
        if comparison.outcome == "differs":
            message = f"kind of work: {comparison.left} in the note, {comparison.right} in the list"
            fix = Fix(message="if these are two works, list both; if one, say in both places what it is")
            yield differing(found, comparison, line, message, fix)


RULE = Rule(
    code="RK312",
    name="type-differs",
    severity="warning",
    summary="A work is a book in the note and an article or a thesis in the list, or the reverse.",
    reason="An author who made a book of a thesis has two works, with other pages. A note that says less than the list is no conflict.",
    bad=(
        "نص.(1)\n\n(1) سناء جاسم الربيعي، الإعلال في معاجم القرن الرابع، دار الشؤون الثقافية، بغداد، ٢٠٠٩، ص ٧٤.\n\n"
        "## المراجع\n\n1. الربيعي، سناء جاسم، الإعلال في معاجم القرن الرابع، رسالة ماجستير، كلية التربية، جامعة القادسية، ٢٠٠٩.\n",
        "Text.[^1]\n\n[^1]: Jane Smith, *Tribes and Towns in Iraq*, London: Faber, 2001, p. 33.\n\n"
        "## References\n\n- Smith, Jane, “Tribes and Towns in Iraq,” Middle Eastern Studies 12, no. 3 (2001), pp. 30-55.\n",
    ),
    good=(
        "نص.(1)\n\n(1) سناء جاسم الربيعي، الإعلال في معاجم القرن الرابع، جامعة القادسية، ٢٠٠٩، ص ٧٤.\n\n"
        "## المراجع\n\n1. الربيعي، سناء جاسم، الإعلال في معاجم القرن الرابع، رسالة ماجستير، كلية التربية، جامعة القادسية، ٢٠٠٩.\n",
        "Text.[^1]\n\n[^1]: Jane Smith, “Tribes and Towns in Iraq,” 2001, p. 33.\n\n"
        "## References\n\n- Smith, Jane, “Tribes and Towns in Iraq,” Middle Eastern Studies 12, no. 3 (2001), pp. 30-55.\n",
    ),
    check=check,
    fix="hint",
)
