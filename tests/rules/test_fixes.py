"""What a rule's fix does to its own bad examples: the finding goes, and no other comes."""

from __future__ import annotations

from collections import Counter

import pytest

from refkit.edits import apply_edits, compatible
from refkit.kinds import Rule
from refkit.linter import rules
from tests.documents import findings

FIXING = [
    pytest.param(rule, text, id=f"{rule.code}-{number}")
    for rule in rules().values()
    if rule.fix in ("safe", "unsafe")
    for number, text in enumerate(rule.bad, 1)
]


@pytest.mark.parametrize(("rule", "text"), FIXING)
def test_a_fix_makes_its_finding_vanish_and_no_other_appear(rule: Rule, text: str) -> None:
    before = findings(text)
    fixes = compatible([found for found in before if found.code == rule.code])
    edits = [edit for _, fix in fixes for edit in fix.edits]
    if not edits:
        pytest.skip("a hint, here")
    after = findings(apply_edits(text, edits))
    assert rule.code not in {found.code for found in after}
    assert not Counter(found.code for found in after) - Counter(found.code for found in before)


@pytest.mark.parametrize("code", [rule.code for rule in rules().values() if rule.fix])
def test_a_rule_proposes_what_it_promises_at_best(code: str) -> None:
    rule = rules()[code]
    found = (found for text in rule.bad for found in findings(text) if found.code == code)
    assert rule.fix in {each.fix.safety for each in found if each.fix}
