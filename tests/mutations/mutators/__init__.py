"""The mutators: for each rule one function that makes its fault in a clean paper. A new rule needs one new function.

A mutator changes the paper that it gets, and names the notes or lines at which its rule must now find something; None if
the paper has no place for the fault. `companions` are the rules that necessarily find it too, each with the reason.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from random import Random

from tests.mutations.papers import Paper

Mutate = Callable[[Paper, Random], tuple[str, ...] | None]
#: Where a finding stands that is of no note and no line: the head of the paper, a heading.
ELSEWHERE = "elsewhere"


@dataclass(frozen=True)
class Mutator:
    """How the fault of one rule is made, and which other rules find it too, each with the reason."""

    code: str
    mutate: Mutate
    companions: Mapping[str, str] = field(default_factory=dict)


#: Rules that no change of a paper can make fire, with the reason.
EXEMPT: dict[str, str] = {
    "RK104": "says how sure a link is: a sum of all that a note says, which no one fault decides; tests/rules has its cases",
    "RK090": "needs a suppression that suppresses nothing, which is no fault of a paper; tests/test_suppressions.py has it",
}

_TABLE: dict[str, Mutator] = {}


def mutator(code: str, **companions: str) -> Callable[[Mutate], Mutate]:
    """Enter a function in the table as the mutator of a rule."""

    def enter(mutate: Mutate) -> Mutate:
        if code in _TABLE:
            raise ValueError(f"{code} has a mutator already")
        _TABLE[code] = Mutator(code, mutate, companions)
        return mutate

    return enter


@cache
def mutators() -> Mapping[str, Mutator]:
    """All mutators by code."""
    for info in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{info.name}")
    return dict(sorted(_TABLE.items()))
