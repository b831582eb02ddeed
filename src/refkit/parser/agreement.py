"""What the grammar and the statistical parser say, made one: which value a field has, and how far to trust it.

`agreed`: both give the same value, and neither doubts it. `single`: one gives it, on strong grounds.
`review`: the rest.
"""

from __future__ import annotations

from pathlib import Path

from refkit.model import Confidence
from refkit.names.persons import family_first
from refkit.parser.claims import ADDRESSES, FIELDS, PEOPLE, Claim, chance, claims, overlap
from refkit.parser.draft import Draft
from refkit.text import fold

#: A value by one of the two that is as likely right as this stands on strong grounds.
STRONG = 0.85
#: A value that is less likely right than this is left out.
LEAST = 0.2
#: A value that both give and that is as likely right as this is agreed: neither doubts it.
CERTAIN = 0.967
#: What a word that a value accounts for is worth beside the chance to be right: one left over belongs somewhere.
COVERED = 0.05
#: Of more claims than this that hang together, only the likeliest of each two is looked for.
_MOST = 12


def agree(draft: Draft, model: Path, least: float = LEAST) -> None:
    """Settle each field of a draft between what the grammar has found and what the model sees.

    Of claims that exclude each other (two values of one field, two fields in one stretch) those are kept that
    together are most likely right; one that is less likely than `least` is dropped.
    """
    accepted = {claim.field: claim for claim in _best_together(draft.text, claims(draft, model), least)}
    for name in FIELDS:
        draft.found.pop(name, None)
        draft.confidence.pop(name, None)
    for name, claim in accepted.items():
        draft.found[name] = [(draft.shadow.position(start), draft.shadow.position(end)) for start, end in claim.spans]
        draft.confidence[name] = _level(claim)
        if name in PEOPLE and not claim.step:
            draft.family_first.discard(name)
            if family_first(draft.text[slice(*claim.spans[0])]):
                draft.family_first.add(name)


def _best_together(text: str, found: list[Claim], least: float) -> list[Claim]:
    """The claims without contradiction that have the greatest sum of chances, each less `least`, and words covered."""
    chances = {claim: chance(claim) for claim in found}
    ordered = sorted((claim for claim in found if chances[claim] >= least), key=chances.__getitem__, reverse=True)
    against = {a: {b for b in ordered if b is not a and _exclude(a, b)} for a in ordered}
    kept = [claim for claim in ordered if not against[claim]]
    disputed = [claim for claim in ordered if against[claim]]
    if len(disputed) > _MOST:
        for claim in disputed:
            if not against[claim] & set(kept):
                kept.append(claim)
        return kept
    weights = {claim: chances[claim] - least + COVERED * _words(text, claim) for claim in disputed}
    return kept + _heaviest(disputed, against, weights)[1]


def _words(text: str, claim: Claim) -> int:
    return sum(len(fold(text[start:end]).split()) for start, end in claim.spans)


def _heaviest(
    disputed: list[Claim], against: dict[Claim, set[Claim]], weights: dict[Claim, float]
) -> tuple[float, list[Claim]]:
    """The heaviest set of claims that do not exclude each other, and its weight."""
    if not disputed:
        return 0.0, []
    first, rest = disputed[0], disputed[1:]
    weight, kept = _heaviest([claim for claim in rest if claim not in against[first]], against, weights)
    with_first = weight + weights[first], [first, *kept]
    if not against[first] & set(rest):
        return with_first
    return max(with_first, _heaviest(rest, against, weights), key=lambda found: found[0])


def _exclude(claim: Claim, other: Claim) -> bool:
    if claim.field != other.field and claim.field in ADDRESSES and other.field in ADDRESSES:
        return False  # https://doi.org/10.1000/1 is both
    return claim.field == other.field or overlap(claim.spans, other.spans)


def _level(claim: Claim) -> Confidence:
    if claim.step and claim.by_model and chance(claim) >= CERTAIN:
        return "agreed"
    return "single" if chance(claim) >= STRONG else "review"
