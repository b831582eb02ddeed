"""Whether two places of publication can be one."""

from __future__ import annotations

import re

from refkit.matcher.similarity import ratio
from refkit.model import Outcome
from refkit.text import fold, shade
from refkit.vocabulary import place

#: Places so alike are one, misspelt.
_NEAR = 0.75


def places(left: str, right: str) -> Outcome | None:
    """How two places of publication compare; None where one is known to no table and like nothing here.

    A country and a city of it contradict nothing, nor do two places of which one is left out.
    """
    mine, other = _parts(left), _parts(right)
    if not mine or not other:
        return "missing-left" if not mine else "missing-right"
    if left == right:
        return "same"
    if sorted(mine) == sorted(other):
        return "same-folded"
    if any(_agree(one, another) for one in mine for another in other):
        return "short-form"
    if all(map(place, (*mine, *other))):
        return "differs"
    return "near" if ratio(" ".join(mine), " ".join(other)) >= _NEAR else None


def _parts(text: str) -> list[str]:
    """The places that a text names, folded: بيروت؛ الدار البيضاء, Cambridge, MA."""
    return [key for part in re.split(r"[,;:/()&]|\s-\s|\s(?:and|et|und|و)\s", shade(text)) if (key := fold(part))]


def _agree(left: str, right: str) -> bool:
    """Whether two names are of one place, or of a country and a place in it."""
    if (
        left == right
        or left.replace(" ", "") in right.replace(" ", "")
        or right.replace(" ", "") in left.replace(" ", "")
    ):
        return True
    return any(
        one.country == other.country
        and (one.name == other.name or "city" not in (one.kind, other.kind) or one.kind != other.kind)
        for one in place(left)
        for other in place(right)
    )
