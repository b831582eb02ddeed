"""Every fix makes its finding vanish and no other appear, and what it leaves is left alone by the second run."""

from __future__ import annotations

from collections import Counter

import pytest

from refkit.edits import apply_edits, compatible
from refkit.kinds import Rule
from refkit.linter import rules
from tests.documents import findings

#: How often fixes that overlap may wait for each other.
ROUNDS = 5
FIXED = [
    pytest.param(rule, text, id=f"{rule.code}-{number}")
    for rule in rules().values()
    if rule.fix in ("safe", "unsafe")
    for number, text in enumerate(rule.bad, 1)
]


def fixed(text: str, code: str) -> str:
    """The text with all fixes of one rule made, until none is left."""
    for _ in range(ROUNDS):
        proposed = [found for found in findings(text) if found.code == code and found.fix and found.fix.edits]
        edits = [edit for _, fix in compatible(proposed) for edit in fix.edits]
        if not edits:
            return text
        text = apply_edits(text, edits)
    raise AssertionError(f"{code} proposes fixes for what its fixes left: {text}")


def counted(text: str) -> Counter[str]:
    return Counter(found.code for found in findings(text))


@pytest.mark.parametrize(("rule", "text"), FIXED)
def test_a_fix_makes_its_finding_vanish_and_no_other_appear(rule: Rule, text: str) -> None:
    before = counted(text)
    mended = fixed(text, rule.code)
    proposed = any(found.fix and found.fix.edits for found in findings(text) if found.code == rule.code)
    assert (mended != text) == proposed
    if proposed:
        assert counted(mended) <= Counter({code: count for code, count in before.items() if code != rule.code})


@pytest.mark.parametrize(
    "rule", [rule for rule in rules().values() if rule.fix in ("safe", "unsafe")], ids=lambda rule: rule.code
)
def test_a_rule_that_promises_fixes_proposes_one(rule: Rule) -> None:
    safeties = {
        found.fix.safety for text in rule.bad for found in findings(text) if found.code == rule.code and found.fix
    }
    assert rule.fix in safeties
