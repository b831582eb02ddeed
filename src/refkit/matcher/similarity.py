"""How alike two strings are. All similarities run from 0 to 1; nothing to compare gives 0."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from refkit.model import Outcome
from refkit.text import fold, tokens

#: Two words from this ratio on are one word in two spellings.
_SAME_WORD = 0.8


def ratio(left: str, right: str) -> float:
    """Share of characters that two strings have in common, in order."""
    return fuzz.ratio(left, right) / 100 if left and right else 0.0


def edits(left: str, right: str, most: int = 8) -> int:
    """Number of letters to insert, delete or change; `most` + 1 if it is more than that."""
    return Levenshtein.distance(left, right, score_cutoff=most)


def whole(left: str, right: str) -> float:
    """Similarity of two folded strings, word order aside: the floor when a parse is poor."""
    return fuzz.token_sort_ratio(left, right) / 100 if left and right else 0.0


def soft_match(left: Sequence[str], right: Sequence[str]) -> float:
    """How many tokens of each side have a partner on the other, one to one, spelling variants counted in full share."""
    rest_right = list(right)
    rest_left = []
    matched = 0.0
    for token in left:
        if token in rest_right:
            rest_right.remove(token)
            matched += 1
        else:
            rest_left.append(token)
    for token in rest_left:
        if not rest_right:
            break
        best = process.extractOne(token, rest_right, scorer=fuzz.ratio, score_cutoff=_SAME_WORD * 100)
        if best:
            matched += best[1] / 100
            rest_right.pop(best[2])
    return matched


def soft_f1(left: Sequence[str], right: Sequence[str]) -> float:
    """`soft_match` as a share of both sides."""
    total = len(left) + len(right)
    return 2 * soft_match(left, right) / total if left and right else 0.0


def soft_containment(left: Sequence[str], right: Sequence[str]) -> float:
    """`soft_match` as a share of the shorter side."""
    shorter = min(len(left), len(right))
    return soft_match(left, right) / shorter if shorter else 0.0


def judged(left: str, right: str, judge: Callable[[str, str], Outcome]) -> Outcome:
    """How two values compare; `judge` says it of two that folding does not make equal."""
    if not fold(left):
        return "missing-left"
    if not fold(right):
        return "missing-right"
    if left == right:
        return "same"
    return "same-folded" if squashed(left) == squashed(right) else judge(left, right)


def squashed(text: str) -> str:
    """A key in which spaces, articles and a doubled word make no difference."""
    found = tokens(text)
    return "".join(word for at, word in enumerate(found) if at == 0 or word != found[at - 1])
