"""RK310 thesis-status-differs."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.rules.views import differences
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every note on a thesis that says of it the contrary of what its line says."""
    yield from differences(linked, "thesis-status", "status of the thesis")


RULE = Rule(
    code="RK310",
    name="thesis-status-differs",
    severity="warning",
    summary="A thesis is published (منشورة) in the note and unpublished (غير منشورة) in the list, or the reverse.",
    reason="Whether a thesis was printed tells a reader where to look for it: in a bookshop or in the library of its university.",
    bad=(
        "نص.(1)\n\n(1) سناء جاسم الربيعي، الإعلال في معاجم القرن الرابع، رسالة ماجستير منشورة، كلية التربية، جامعة القادسية، ٢٠٠٩، ص ٧٤.\n\n"
        "## المراجع\n\n1. الربيعي، سناء جاسم، الإعلال في معاجم القرن الرابع، رسالة ماجستير غير منشورة، كلية التربية، جامعة القادسية، ٢٠٠٩.\n",
        "Text.[^1]\n\n[^1]: Jane Smith, The Making of Modern Iraq (published PhD thesis, University of Exeter, 2011), p. 3.\n\n"
        "## References\n\n- Smith, Jane, The Making of Modern Iraq, unpublished PhD thesis, University of Exeter, 2011.\n",
    ),
    good=(
        "نص.(1)\n\n(1) سناء جاسم الربيعي، الإعلال في معاجم القرن الرابع، رسالة ماجستير، كلية التربية، جامعة القادسية، ٢٠٠٩، ص ٧٤.\n\n"
        "## المراجع\n\n1. الربيعي، سناء جاسم، الإعلال في معاجم القرن الرابع، رسالة ماجستير غير منشورة، كلية التربية، جامعة القادسية، ٢٠٠٩.\n",
        "Text.[^1]\n\n[^1]: Jane Smith, The Making of Modern Iraq (PhD thesis, University of Exeter, 2011), p. 3.\n\n"
        "## References\n\n- Smith, Jane, The Making of Modern Iraq, unpublished PhD thesis, University of Exeter, 2011.\n",
    ),
    check=check,
    fix="hint",
)
