"""Every rule does what its own examples say, and is documented by them."""

from __future__ import annotations

import re

import pytest

from refkit.kinds import Rule
from refkit.linter import rules
from tests.documents import codes, findings

ALL = list(rules().values())
BAD = [pytest.param(rule, text, id=f"{rule.code}-{number}") for rule in ALL for number, text in enumerate(rule.bad, 1)]
GOOD = [
    pytest.param(rule, text, id=f"{rule.code}-{number}") for rule in ALL for number, text in enumerate(rule.good, 1)
]


@pytest.mark.parametrize(("rule", "text"), BAD)
def test_a_bad_example_is_found(rule: Rule, text: str) -> None:
    assert rule.code in codes(text)


@pytest.mark.parametrize(("rule", "text"), BAD)
def test_a_finding_stands_on_a_line_of_the_text(rule: Rule, text: str) -> None:
    lines = text.split("\n")
    for finding in findings(text):
        if finding.code == rule.code:
            assert finding.line
            assert finding.column
            assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1


@pytest.mark.parametrize(("rule", "text"), GOOD)
def test_a_good_example_is_left_alone(rule: Rule, text: str) -> None:
    assert rule.code not in codes(text)


@pytest.mark.parametrize("text", [text for rule in ALL for text in rule.good])
def test_a_good_example_alarms_no_rule(text: str) -> None:
    assert [finding for finding in findings(text) if finding.severity != "info"] == []


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.code)
def test_a_rule_says_what_and_why(rule: Rule) -> None:
    assert re.fullmatch(r"RK\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
    assert rule.summary.endswith(".")
    assert rule.reason.endswith(".")
    assert rule.bad
    assert rule.good


def test_codes_and_names_are_unique() -> None:
    assert len({rule.name for rule in ALL}) == len(ALL)
