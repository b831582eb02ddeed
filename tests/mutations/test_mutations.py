"""A small sample of what benchmarks/mutations.py measures: each rule finds its fault in a clean paper, and nothing else."""

from __future__ import annotations

from itertools import islice

import pytest

from refkit.linter import rules
from tests.mutations.generator import clean
from tests.mutations.measure import Verdict, alarms, judge
from tests.mutations.mutators import EXEMPT, mutators
from tests.mutations.papers import render
from tests.mutations.styles import STYLES

#: The mutants of a rule that are looked at here, each in another style, and the papers that are tried.
MUTANTS, PAPERS = 2, (1, 2)


def first_mutants(code: str) -> list[Verdict]:
    """Mutants in the first styles, by turns, that have a place for the fault."""
    names = list(STYLES)
    turn = int(code[2:]) % len(names)
    tried = (judge(code, style, seed) for seed in PAPERS for style in (*names[turn:], *names[:turn]))
    return list(islice((verdict for verdict in tried if verdict), MUTANTS))


@pytest.mark.parametrize("code", [code for code in rules() if code in mutators()])
def test_a_rule_finds_its_fault_and_nothing_else_changes(code: str) -> None:
    found = first_mutants(code)
    assert found, "no style has a place for this fault"
    for verdict in found:
        message = f"{verdict.style} {verdict.seed}: {verdict.rows}\n{verdict.findings}"
        assert verdict.is_found, message
        assert (verdict.others, verdict.lost) == ((), ()), message


@pytest.mark.parametrize("code", rules())
def test_every_rule_has_a_mutator_or_a_reason_why_not(code: str) -> None:
    assert (code in mutators()) != bool(EXEMPT.get(code))


def test_companions_have_their_reasons() -> None:
    for mutator in mutators().values():
        assert mutator.code not in mutator.companions
        assert all(len(reason.split()) > 3 for reason in mutator.companions.values()), mutator.code


@pytest.mark.parametrize("style", STYLES)
def test_nothing_is_found_in_a_clean_paper(style: str) -> None:
    assert alarms(style, 1).findings == ()


@pytest.mark.parametrize("style", list(STYLES)[::4])
def test_a_paper_is_the_same_each_time(style: str) -> None:
    assert render(clean(style, 3)) == render(clean(style, 3))
    assert render(clean(style, 3)) != render(clean(style, 4))
